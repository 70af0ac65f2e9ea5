"""Writing alerts within a transaction, of a run or of a person's: what becomes of them, and of their decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text, update

from namesake.record.kept import with_kept
from namesake.review.case_events import of_change, of_decision
from namesake.stores.database.alert_rows import alert_row, decision_row, happening_row, numbered
from namesake.stores.database.kept_rows import alert_hash, decision_hash, happening_hash
from namesake.stores.database.tables import alerts, decisions, happenings, populations
from namesake.values.cases import AlertChange, Ruling
from namesake.values.events import EventDraft

_BATCH = 500
_TURN = 0x4E4D5343
"""The number of the advisory lock under which alerts are written on PostgreSQL."""

_COLUMNS = [column.name for column in alerts.columns if column.name != "id"]
_put = (
    update(alerts).where(alerts.c.id == bindparam("of_id")).values({name: bindparam(f"to_{name}") for name in _COLUMNS})
)
_end = update(decisions).where(decisions.c.id == bindparam("of_id")).values(state="ended", ended=bindparam("why"))


def take_turn(connection: Connection) -> None:
    """Be the only one to write alerts until the transaction ends: what is read after this nobody else changes.

    A writer of SQLite is alone anyway. Raises `StoreBusyError` where another one goes on for too long.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes, and when: a run (by its number) or a person (`by`)."""

    at: datetime
    run: int = 0
    by: str = ""


def write_changes(connection: Connection, changes: Iterable[AlertChange], hand: Hand) -> list[EventDraft]:
    """Write what became of alerts; gives the events to be recorded, which whoever calls appends last."""
    drafts: list[EventDraft] = []
    stream, ids = iter(changes), _Populations(connection)
    last = next_id(connection)
    while batch := list(islice(stream, _BATCH)):
        some = []
        for change in batch:
            last += change.before is None
            some.append(numbered(change, last) if change.before is None else change)
        hashes = _put_down(connection, some, ids, hand)
        told = (of_change(change, hand.run, hand.by) for change in some)
        drafts += [with_kept(draft, kept) for draft, kept in zip(told, hashes, strict=True)]
    return drafts


def write_rulings(connection: Connection, rulings: Sequence[Ruling], hand: Hand) -> list[EventDraft]:
    """Write decisions, which have their ids by now, and the alerts that they are on."""
    ids, hashes = _Populations(connection), list[dict[str, str]]()
    changes = [AlertChange("decided", one.before, one.after, (), one.before.bits, one.after.bits) for one in rulings]
    for start in range(0, len(rulings), _BATCH):
        some = rulings[start : start + _BATCH]
        superseded = [
            {"of_id": one.before.decision, "why": f"superseded by decision {one.decision.id}"}
            for one in some
            if one.before.decision not in (0, one.decision.id)
        ]
        if superseded:
            connection.execute(_end, superseded)
        hashes += _put_down(connection, changes[start : start + _BATCH], ids, hand, ending=False)
    rows = _write_decisions(connection, rulings)
    told = (of_decision(one.decision, one.before, one.after, hand.by) for one in rulings)
    return [
        with_kept(draft, {**kept, "decision": decision_hash(row)})
        for draft, kept, row in zip(told, hashes, rows, strict=True)
    ]


def next_id(connection: Connection) -> int:
    """The largest id of an alert so far; nobody else gives out any while it is one's turn."""
    return connection.scalar(select(func.max(alerts.c.id))) or 0


def next_decision(connection: Connection) -> int:
    """The largest id of a decision so far."""
    return connection.scalar(select(func.max(decisions.c.id))) or 0


class _Populations:
    """The ids of populations, by name."""

    def __init__(self, connection: Connection) -> None:
        self._ids = {row.name: int(row.id) for row in connection.execute(select(populations))}

    def __getitem__(self, name: str) -> int:
        return self._ids[name]


def _put_down(
    connection: Connection, changes: Sequence[AlertChange], ids: _Populations, hand: Hand, *, ending: bool = True
) -> list[dict[str, str]]:
    """Write alerts and their history; gives the hashes of what is kept of each change."""
    kept = _write(connection, changes, ids, ending=ending)
    told = _tell(connection, changes, hand)
    return [
        {"alert": alert_hash(one), "happening": happening_hash(other)} for one, other in zip(kept, told, strict=True)
    ]


def _write(
    connection: Connection, changes: Sequence[AlertChange], ids: _Populations, *, ending: bool
) -> list[dict[str, Any]]:
    rows = [(change, alert_row(change.after, ids[change.after.subject.population])) for change in changes]
    new = [row for change, row in rows if change.before is None]
    old = [_renamed(row) for change, row in rows if change.before is not None]
    ended = [
        {"of_id": change.before.decision, "why": change.after.why}
        for change in changes
        if change.before and change.before.decision and not change.after.decision
    ]
    if new:
        connection.execute(alerts.insert(), new)
    if old:
        connection.execute(_put, old)
    if ended and ending:
        connection.execute(_end, ended)
    return [row for _, row in rows]


def _renamed(row: dict[str, object]) -> dict[str, object]:
    return {"of_id": row["id"], **{f"to_{name}": row[name] for name in _COLUMNS}}


def _tell(connection: Connection, changes: Sequence[AlertChange], hand: Hand) -> list[dict[str, Any]]:
    """Add to the history of every alert."""
    old = [change.after.id for change in changes if change.before is not None]
    counts = select(happenings.c.alert, func.max(happenings.c.position).label("last")).where(
        happenings.c.alert.in_(old)
    )
    last = {row.alert: row.last for row in connection.execute(counts.group_by(happenings.c.alert))} if old else {}
    rows = []
    for change in changes:
        number = change.after.id
        last[number] = last.get(number, 0) + 1
        rows.append(happening_row(change, last[number], hand.at, hand.by))
    if rows:
        connection.execute(happenings.insert(), rows)
    return rows


def _write_decisions(connection: Connection, rulings: Sequence[Ruling]) -> list[dict[str, Any]]:
    known = _known(connection, [one.decision.id for one in rulings])
    rows = [decision_row(one.decision) for one in rulings]
    new = [row for row in rows if row["id"] not in known]
    if new:
        connection.execute(decisions.insert(), new)
    for row in rows:
        if row["id"] in known:
            connection.execute(update(decisions).where(decisions.c.id == row["id"]).values(**row))
    return rows


def _known(connection: Connection, ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(ids), _BATCH):
        wanted = select(decisions.c.id).where(decisions.c.id.in_(ids[start : start + _BATCH]))
        found.update(connection.scalars(wanted))
    return found
