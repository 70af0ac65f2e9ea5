"""Alerts and decisions in a database: see `ports.cases` for what each method promises."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, literal, select

from namesake.errors import AlertChangedError, AlertUnknownError, StoreUnusableError
from namesake.review.case_events import of_comment, of_legacy
from namesake.stores.database.alert_rows import alert_of, comment_of, decision_of, happening_of
from namesake.stores.database.alerts import Hand, next_decision, take_turn, write_changes, write_rulings
from namesake.stores.database.engine import Database
from namesake.stores.database.events import append
from namesake.stores.database.populations import row_of
from namesake.stores.database.redress import lacking, proofs
from namesake.stores.database.tables import (
    alerts,
    comments,
    decisions,
    happenings,
    legacy_decisions,
    matches,
    populations,
)
from namesake.values.cases import (
    Alert,
    AlertChange,
    AlertState,
    Comment,
    Decision,
    Happening,
    LegacyDecision,
    Ruling,
)

_BATCH = 500
_legacy = msgspec.json.Decoder(LegacyDecision)


@dataclass(frozen=True, slots=True)
class DatabaseCases:
    """Alerts in a database that has been migrated."""

    database: Database

    def alerts(
        self,
        population: str,
        numbers: Sequence[int] | None = None,
        states: Collection[AlertState] | None = None,
        *,
        brief: bool = False,
    ) -> Iterator[Alert]:
        """The alerts of a population, by subject, then by id."""
        wanted = _wanted(brief).where(populations.c.name == population).order_by(alerts.c.number, alerts.c.id)
        if states is not None:
            wanted = wanted.where(alerts.c.state.in_(sorted(states)))
        with self.database.reading() as connection:
            if numbers is None:
                yield from _read(connection, wanted)
                return
            for some in _batches(sorted(set(numbers))):
                yield from _read(connection, wanted.where(alerts.c.number.in_(some)))

    def alert(self, number: int) -> Alert | None:
        """One alert, or None."""
        return next(iter(self.some([number])), None)

    def some(self, numbers: Sequence[int]) -> Sequence[Alert]:
        """Those of some alerts that there are, by id."""
        with self.database.reading() as connection:
            return some_alerts(connection, numbers)

    def decisions(self, alert: int) -> Sequence[Decision]:
        """All decisions on an alert, the oldest first."""
        wanted = select(decisions).where(decisions.c.alert == alert).order_by(decisions.c.id)
        with self.database.reading() as connection:
            return [decision_of(row) for row in connection.execute(wanted)]

    def given(self, decisions: Sequence[int]) -> Mapping[int, Decision]:
        """Decisions by their ids."""
        with self.database.reading() as connection:
            return {decision.id: decision for decision in _given(connection, decisions)}

    def together(self, bulk: int) -> Sequence[Decision]:
        """All decisions that were made together."""
        wanted = select(decisions).where(decisions.c.bulk == bulk).order_by(decisions.c.id)
        with self.database.reading() as connection:
            return [decision_of(row) for row in connection.execute(wanted)] if bulk else []

    def happenings(self, alert: int) -> Sequence[Happening]:
        """All that happened to an alert."""
        wanted = select(happenings).where(happenings.c.alert == alert).order_by(happenings.c.position)
        with self.database.reading() as connection:
            return [happening_of(row) for row in connection.execute(wanted)]

    def comments(self, alert: int) -> Sequence[Comment]:
        """All that was noted on an alert."""
        wanted = select(comments).where(comments.c.alert == alert).order_by(comments.c.position)
        with self.database.reading() as connection:
            return [comment_of(row) for row in connection.execute(wanted)]

    def wanting(self, population: str, day: date) -> Sequence[int]:
        """The numbers of subjects with a match that has no alert, a decision that holds no longer, or a proof that is
        not attached yet."""
        same = and_(
            alerts.c.population == matches.c.population,
            alerts.c.number == matches.c.number,
            alerts.c.identity == matches.c.identity,
            alerts.c.state != "closed",
        )
        of = select(populations.c.id).where(populations.c.name == population).scalar_subquery()
        bare = select(matches.c.number).join_from(matches, alerts, same, isouter=True)
        bare = bare.where(matches.c.population == of, alerts.c.id.is_(None))
        lapsed = select(alerts.c.number).where(
            alerts.c.population == of, alerts.c.state.in_(("cleared", "confirmed")), alerts.c.due < day.isoformat()
        )
        with self.database.reading() as connection:
            return sorted({*connection.scalars(bare), *connection.scalars(lapsed), *lacking(connection, population)})

    def proofs(self, population: str, numbers: Sequence[int]) -> Mapping[tuple[int, str], Sequence[str]]:
        """The references of redress that prove something of some subjects."""
        with self.database.reading() as connection:
            return proofs(connection, population, numbers)

    def decide(self, rulings: Sequence[Ruling], by: str, at: datetime) -> Sequence[Decision]:
        """Write rulings, all or none, with their events."""
        with self.database.writing() as connection:
            take_turn(connection)
            _check(connection, rulings)
            made = _numbered(rulings, next_decision(connection))
            append(connection, write_rulings(connection, made, Hand(at, by=by)), at)
            return [one.decision for one in made]

    def change(self, make: Callable[[], Sequence[AlertChange]], by: str, at: datetime) -> Sequence[AlertChange]:
        """Write what became of alerts outside of a run, with their events."""
        with self.database.writing() as connection:
            take_turn(connection)
            changes = make()
            append(connection, write_changes(connection, changes, Hand(at, by=by)), at)
            return changes

    def note(self, comment: Comment) -> None:
        """Keep a comment, with its event."""
        with self.database.writing() as connection:
            take_turn(connection)
            found = some_alerts(connection, [comment.alert])
            if not found:
                raise AlertUnknownError(f"there is no alert {comment.alert}")
            last = select(func.max(comments.c.position)).where(comments.c.alert == comment.alert)
            row = {
                "alert": comment.alert,
                "position": (connection.scalar(last) or 0) + 1,
                "actor": comment.by,
                "at": comment.at.isoformat(),
                "content": comment.text,
                "attachment": comment.attachment,
                "name": comment.name,
            }
            connection.execute(comments.insert().values(**row))
            append(connection, [of_comment(comment, found[0].subject)], comment.at)

    def bring(self, decisions: Sequence[LegacyDecision]) -> int:
        """Keep decisions of another system; those that are kept already are left as they are."""
        brought = []
        with self.database.writing() as connection:
            take_turn(connection)
            for decision in decisions:
                population = row_of(connection, decision.population).id
                known = _legacy_of(connection, population, decision.number)
                if any(_same(decision, one) for one in known):
                    continue
                row = {
                    "population": population,
                    "number": decision.number,
                    "position": len(known) + 1,
                    "content": msgspec.json.encode(decision).decode(),
                    "imported": decision.imported.isoformat(),
                }
                connection.execute(legacy_decisions.insert().values(**row))
                brought.append(decision)
            if brought:
                append(connection, map(of_legacy, brought), brought[0].imported)
        return len(brought)

    def legacy(self, population: str, number: int) -> Sequence[LegacyDecision]:
        """The decisions of other systems on a subject."""
        with self.database.reading() as connection:
            return _legacy_of(connection, row_of(connection, population).id, number)


def _wanted(brief: bool = False) -> Select[*tuple[Any, ...]]:
    columns = [literal("").label("rest") if brief and column.name == "rest" else column for column in alerts.columns]
    return select(*columns, populations.c.name.label("of_population")).join_from(
        alerts, populations, alerts.c.population == populations.c.id
    )


def _read(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> Iterator[Alert]:
    with connection.execute(wanted, execution_options={"yield_per": _BATCH}) as rows:
        for row in rows:
            yield alert_of(row, row.of_population)


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]


def some_alerts(connection: Connection, numbers: Sequence[int]) -> list[Alert]:
    """Those of some alerts that there are, by id."""
    found: list[Alert] = []
    for some in _batches(sorted(set(numbers))):
        found += _read(connection, _wanted().where(alerts.c.id.in_(some)).order_by(alerts.c.id))
    return found


def _given(connection: Connection, ids: Sequence[int]) -> Iterator[Decision]:
    for some in _batches(sorted(set(ids))):
        for row in connection.execute(select(decisions).where(decisions.c.id.in_(some))):
            yield decision_of(row)


def _check(connection: Connection, rulings: Sequence[Ruling]) -> None:
    """Raise `AlertChangedError` where an alert, or a decision that is another now, is not as it was looked at."""
    kept = {alert.id: alert for alert in some_alerts(connection, [one.before.id for one in rulings])}
    for one in rulings:
        now = kept.get(one.before.id)
        if now != one.before:
            state = f"is {now.state} now: {now.why}" if now else "is not there any more"
            raise AlertChangedError(f"alert {one.before.id} {state}")
    old = [one.decision.id for one in rulings if one.decision.id]
    stand = {decision.id for decision in _given(connection, old) if decision.state in ("proposed", "in force")}
    if lost := sorted(set(old) - stand):
        raise AlertChangedError(f"decision {lost[0]} does not stand any more")


def _numbered(rulings: Sequence[Ruling], last: int) -> list[Ruling]:
    """New decisions get their ids, and those made together that of the first of them."""
    bulk = last + 1 if sum(not one.decision.id for one in rulings) > 1 else 0
    made = []
    for one in rulings:
        decision, after = one.decision, one.after
        if not decision.id:
            last += 1
            decision, after = replace(decision, id=last, bulk=bulk), replace(after, decision=last)
        made.append(replace(one, decision=decision, after=after))
    return made


def _legacy_of(connection: Connection, population: int, number: int) -> list[LegacyDecision]:
    table = legacy_decisions
    wanted = select(table).where(table.c.population == population, table.c.number == number).order_by(table.c.position)
    try:
        return [_legacy.decode(row.content) for row in connection.execute(wanted)]
    except msgspec.MsgspecError as error:
        raise StoreUnusableError(f"a decision of another system is damaged: {error}") from error


def _same(one: LegacyDecision, other: LegacyDecision) -> bool:
    return replace(one, imported=other.imported, importer=other.importer) == other
