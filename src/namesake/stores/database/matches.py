"""The matches that stand, in a database: see `ports.matches` for what each method promises."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice
from typing import Any

import msgspec
from sqlalchemy import Connection, ScalarSelect, Select, bindparam, delete, select, text, update

from namesake.errors import RunEndedError, StoreUnusableError
from namesake.record.drafts import match_draft, run_drafts
from namesake.stores.database.alerts import Hand, take_turn, write_changes
from namesake.stores.database.engine import Database
from namesake.stores.database.events import append
from namesake.stores.database.tables import AnyRow, match_changes, matches, populations, runs
from namesake.values.cases import AlertChange
from namesake.values.events import EventDraft
from namesake.values.revets import Change, EntryRef, Found, RunRecord

_BATCH = 500
_KEY = ("population", "number", "source", "scope", "entry")
_REST = ("identity", "bits", "score", "band", "match", "run")
_put = text(
    'INSERT INTO namesake_matches (population, number, source, scope, entry, identity, bits, score, band, "match", run)'
    " VALUES (:population, :number, :source, :scope, :entry, :identity, :bits, :score, :band, :match, :run)"
    " ON CONFLICT (population, number, source, scope, entry) DO UPDATE SET identity = excluded.identity,"
    ' bits = excluded.bits, score = excluded.score, band = excluded.band, "match" = excluded."match",'
    " run = excluded.run"
)
_take = delete(matches).where(*(matches.c[name] == bindparam(f"of_{name}") for name in _KEY))
_changes = msgspec.json.Decoder(Change)


@dataclass(frozen=True, slots=True)
class DatabaseMatches:
    """Current matches in a database that has been migrated. `by` is who is at work, for the record."""

    database: Database
    by: str = ""

    def apply(self, run: RunRecord, changes: Iterable[Change], alerts: Iterable[AlertChange] = ()) -> None:
        """Record a complete run, all that it changed and what became of alerts, in one transaction."""
        with self.database.writing() as connection:
            former = _former(connection, run)
            population = end(connection, run)
            take_turn(connection)
            position = 0
            stream = iter(changes)
            while batch := list(islice(stream, _BATCH)):
                _apply(connection, population, run.id, batch)
                position = _record(connection, population, run.id, batch, position)
            drafts = run_drafts(run, written(run), former, self.by)
            became = write_changes(connection, alerts, Hand(run.ended, run.id))
            append(connection, chain(drafts, _told(connection, run, position), became), run.ended)

    def of(self, population: str, numbers: Sequence[int] | None = None) -> Iterator[Found]:
        """The current matches of all subjects or of some, by number, then by entry."""
        with self.database.reading() as connection:
            wanted = _wanted(population)
            if numbers is None:
                yield from _read(connection, wanted)
                return
            some = sorted(set(numbers))
            for start in range(0, len(some), _BATCH):
                yield from _read(connection, wanted.where(matches.c.number.in_(some[start : start + _BATCH])))

    def with_entries(self, population: str, entries: Sequence[EntryRef]) -> Iterator[Found]:
        """The current matches with some entries, by number, then by entry."""
        found: list[Found] = []
        with self.database.reading() as connection:
            for (source, scope), group in groupby(sorted(set(entries)), lambda ref: (ref.source, ref.scope)):
                of_list = _wanted(population).where(matches.c.source == source, matches.c.scope == scope)
                while ids := [ref.id for ref in islice(group, _BATCH)]:
                    found += _read(connection, of_list.where(matches.c.entry.in_(ids)))
        yield from sorted(found, key=lambda item: (item.number, item.entry))

    def changes(self, run: int) -> Iterator[Change]:
        """What a run changed, in the order in which it was applied."""
        wanted = select(match_changes).where(match_changes.c.run == run).order_by(match_changes.c.position)
        options = {"yield_per": _BATCH}
        with self.database.reading() as connection, connection.execute(wanted, execution_options=options) as rows:
            yield from (change for change in map(change_of, rows) if change.kind != "unchanged")

    def told(self, population: str, number: int) -> Iterator[tuple[int, int, Change]]:
        """All that runs changed in the matches of a subject, in order."""
        of_subject = (match_changes.c.population == _id(population), match_changes.c.number == number)
        wanted = select(match_changes).where(*of_subject).order_by(match_changes.c.run, match_changes.c.position)
        options = {"yield_per": _BATCH}
        with self.database.reading() as connection, connection.execute(wanted, execution_options=options) as rows:
            yield from ((row.run, row.position, change_of(row)) for row in rows)

    def after(self, population: str, run: int) -> Iterator[Found]:
        """The matches that stood after a run, by number, then by entry."""
        wanted = (
            select(match_changes)
            .where(match_changes.c.population == _id(population), match_changes.c.run <= run)
            .order_by(match_changes.c.number, match_changes.c.run, match_changes.c.position)
        )
        options = {"yield_per": _BATCH}
        with self.database.reading() as connection, connection.execute(wanted, execution_options=options) as rows:
            for _, changes in groupby(map(change_of, rows), lambda change: change.number):
                stands = {change.entry: change.after for change in changes}
                yield from (found for _, found in sorted(stands.items()) if found is not None)


def change_of(row: AnyRow) -> Change:
    """A change as it was stored. Raises `StoreUnusableError`."""
    try:
        return _changes.decode(row.change)
    except msgspec.MsgspecError as error:
        raise StoreUnusableError(f"a change of run {row.run} is damaged: {error}") from error


def written(run: RunRecord) -> str:
    """The record of a run as it is stored."""
    return msgspec.json.encode(run).decode()


def end(connection: Connection, run: RunRecord) -> int:
    """Mark a run as ended, whatever its state; gives the id of its population. Raises `RunEndedError`."""
    wanted = select(runs.c.population, runs.c.state).where(runs.c.id == run.id)
    found = connection.execute(wanted.with_for_update()).one_or_none()
    if found is None or found.state != "begun":
        raise RunEndedError(f"run {run.id} {'has ended' if found else 'never began'}")
    connection.execute(update(runs).where(runs.c.id == run.id).values(state=run.state, record=written(run)))
    population: int = found.population
    return population


def _former(connection: Connection, run: RunRecord) -> RunRecord | None:
    """The complete run of the same population before this one."""
    complete = select(runs.c.record).where(runs.c.population == _id(run.population), runs.c.state == "complete")
    found = connection.scalars(complete.order_by(runs.c.id.desc()).limit(1)).first()
    return msgspec.json.decode(found, type=RunRecord) if found else None


def _told(connection: Connection, run: RunRecord, last: int) -> Iterator[EventDraft]:
    """What is recorded of the changes of a run, read back as they were written."""
    of_run = select(match_changes).where(match_changes.c.run == run.id).order_by(match_changes.c.position)
    for first in range(1, last + 1, _BATCH):
        some = match_changes.c.position.between(first, first + _BATCH - 1)
        for row in connection.execute(of_run.where(some)).all():
            yield match_draft(run, row.position, change_of(row), row.change)


def _apply(connection: Connection, population: int, run: int, batch: Sequence[Change]) -> None:
    gone = [_key(population, change) for change in batch if change.after is None]
    put = [_row(population, run, item.after) for item in batch if item.after is not None and item.before != item.after]
    if gone:
        connection.execute(_take, [{f"of_{name}": value for name, value in key.items()} for key in gone])
    if put:
        connection.execute(_put, put)


def _record(connection: Connection, population: int, run: int, batch: Sequence[Change], position: int) -> int:
    # What is the same in substance but is written otherwise is kept too: what stood after a run is known to the byte.
    told = [change for change in batch if change.kind != "unchanged" or change.before != change.after]
    rows = [
        {
            "run": run,
            "position": number,
            "population": population,
            "number": change.number,
            "change": msgspec.json.encode(change).decode(),
        }
        for number, change in enumerate(told, position + 1)
    ]
    if rows:
        connection.execute(match_changes.insert(), rows)
    return position + len(rows)


def _key(population: int, change: Change) -> Mapping[str, Any]:
    entry = change.entry
    return dict(zip(_KEY, (population, change.number, entry.source, entry.scope, entry.id), strict=True))


def _row(population: int, run: int, found: Found) -> dict[str, Any]:
    entry = found.entry
    key = (population, found.number, entry.source, entry.scope, entry.id)
    rest = (found.identity, found.bits, found.score, found.band, found.match, run)
    return dict(zip((*_KEY, *_REST), (*key, *rest), strict=True))


def _wanted(population: str) -> Select[*tuple[Any, ...]]:
    order = (matches.c.number, matches.c.source, matches.c.scope, matches.c.entry)
    return select(matches).where(matches.c.population == _id(population)).order_by(*order)


def _id(population: str) -> ScalarSelect[int]:
    return select(populations.c.id).where(populations.c.name == population).scalar_subquery()


def _read(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> Iterator[Found]:
    with connection.execute(wanted, execution_options={"yield_per": _BATCH}) as rows:
        for row in rows:
            yield _found(row)


def _found(row: AnyRow) -> Found:
    entry = EntryRef(row.source, row.scope, row.entry)
    return Found(row.number, entry, row.identity, row.bits, row.score, row.band, row.match)
