"""Destroying what is kept of subjects, in a database: see `ports.erasures` for what each method promises."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select, update

from namesake.record.chain import canonical
from namesake.record.drafts import subject_name
from namesake.record.erasures import ranges
from namesake.stores.database.alerts import take_turn
from namesake.stores.database.engine import Database
from namesake.stores.database.events import append
from namesake.stores.database.populations import row_of, subject_row
from namesake.stores.database.tables import (
    AnyRow,
    alerts,
    comments,
    decisions,
    happenings,
    holds,
    legacy_decisions,
    match_changes,
    matches,
    populations,
    record_details,
    redress,
    subject_changes,
    subjects,
    versions,
)
from namesake.values.events import EventDraft, SubjectRef
from namesake.values.retention import Erased, Hold, Standing

_ALERT_BLANK = {"entries": "[]", "digest": "", "rest": "", "why": "", "proofs": "[]"}
_DECISION_BLANK = {"reason": "", "digest": "", "rest": "", "second_reason": "", "ended": ""}


@dataclass(frozen=True, slots=True)
class DatabaseErasures:
    """Erasures in a database that has been migrated."""

    database: Database

    def holds(self) -> Sequence[Hold]:
        """All holds."""
        with self.database.reading() as connection:
            return [_hold(row) for row in connection.execute(_holds())]

    def hold(self, population: str, key: str, reason: str, by: str, at: datetime) -> bool:
        """Put a hold on a subject."""
        with self.database.writing() as connection:
            owner, subject = _locked(connection, population, key)
            if _held(connection, owner.id, subject.number):
                return False
            row = {"population": owner.id, "number": subject.number, "since": at.isoformat()}
            connection.execute(holds.insert().values(**row, actor=by, reason=reason))
            append(connection, [_hold_draft(SubjectRef(population, subject.number), True, reason, by)], at)
            return True

    def release(self, population: str, key: str, reason: str, by: str, at: datetime) -> bool:
        """Lift a hold."""
        with self.database.writing() as connection:
            owner, subject = _locked(connection, population, key)
            if not _held(connection, owner.id, subject.number):
                return False
            connection.execute(delete(holds).where(holds.c.population == owner.id, holds.c.number == subject.number))
            append(connection, [_hold_draft(SubjectRef(population, subject.number), False, reason, by)], at)
            return True

    def withdrawn(self, population: str) -> Iterator[Standing]:
        """How every withdrawn subject stands."""
        with self.database.reading() as connection:
            owner = row_of(connection, population)
            mine = select(subjects).where(subjects.c.population == owner.id, subjects.c.withdrawn.is_not(None))
            decided = {row[0]: row[1] for row in connection.execute(_decided(owner.id))}
            standing = {row[0]: row[1] for row in connection.execute(_standing(owner.id))}
            held = {hold.subject.number: hold for hold in map(_hold, connection.execute(_holds(owner.id)))}
            with connection.execute(mine.order_by(subjects.c.number)) as rows:
                for row in rows:
                    number = row.number
                    yield _stands(population, row, standing.get(number, 0), held.get(number), decided.get(number))

    def forget(
        self, population: str, key: str, reason: str, by: str, at: datetime, agree: Callable[[Standing], None]
    ) -> Erased:
        """Destroy all that is kept of a subject."""
        with self.database.writing() as connection:
            if self.database.is_file:
                connection.exec_driver_sql("PRAGMA secure_delete = ON")  # else the file keeps what was in it
            take_turn(connection)
            owner, subject = _locked(connection, population, key)
            number = subject.number
            decided = connection.execute(_decided(owner.id).where(alerts.c.number == number)).first()
            stands = connection.execute(_standing(owner.id).where(matches.c.number == number)).first()
            hold = connection.execute(_holds(owner.id).where(holds.c.number == number)).first()
            agree(_stands(population, subject, stands[1] if stands else 0, _hold(hold) if hold else None,
                          decided[1] if decided else None))  # fmt: skip
            erased = _destroyed(connection, owner, SubjectRef(population, number))
            draft, done = _erasure(erased, reason, by)
            event, _ = append(connection, [draft], at)
        self._let_go()
        return Erased(*done, event)

    def _let_go(self) -> None:
        """Have SQLite empty its write-ahead log, which still holds what was there."""
        if self.database.is_file:
            with self.database.connected() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


@dataclass(frozen=True, slots=True)
class _Destroyed:
    subject: SubjectRef
    versions: int
    changes: int
    details: Sequence[int]
    alerts: int


def _locked(connection: Connection, population: str, key: str) -> tuple[AnyRow, AnyRow]:
    owner = row_of(connection, population, lock=True)
    return owner, subject_row(connection, owner, key)


def _held(connection: Connection, population: int, number: int) -> bool:
    wanted = select(holds.c.number).where(holds.c.population == population, holds.c.number == number)
    return connection.execute(wanted).first() is not None


def _holds(population: int | None = None) -> Select[*tuple[Any, ...]]:
    same = (subjects.c.population == holds.c.population) & (subjects.c.number == holds.c.number)
    wanted = (
        select(holds, populations.c.name, subjects.c.key)
        .join_from(holds, populations, populations.c.id == holds.c.population)
        .join(subjects, same)
        .order_by(populations.c.name, holds.c.number)
    )
    return wanted if population is None else wanted.where(holds.c.population == population)


def _decided(population: int) -> Select[*tuple[Any, ...]]:
    """When each subject was decided on last."""
    return (
        select(alerts.c.number, func.max(decisions.c.at))
        .join_from(alerts, decisions, decisions.c.alert == alerts.c.id)
        .where(alerts.c.population == population)
        .group_by(alerts.c.number)
    )


def _standing(population: int) -> Select[*tuple[Any, ...]]:
    """How many matches of each subject stand."""
    counted = select(matches.c.number, func.count()).where(matches.c.population == population)
    return counted.group_by(matches.c.number)


def _hold(row: AnyRow) -> Hold:
    return Hold(SubjectRef(row.name, row.number), row.key, datetime.fromisoformat(row.since), row.actor, row.reason)


def _stands(population: str, row: AnyRow, standing: int, hold: Hold | None, decided: str | None) -> Standing:
    withdrawn = datetime.fromisoformat(row.withdrawn) if row.withdrawn else None
    last = datetime.fromisoformat(decided) if decided else None
    return Standing(SubjectRef(population, row.number), row.key, withdrawn, standing, hold, last)


def _destroyed(connection: Connection, owner: AnyRow, of: SubjectRef) -> _Destroyed:
    mine = (record_details.c.population == of.population, record_details.c.subject == of.number)
    details = connection.scalars(select(record_details.c.number).where(*mine)).all()
    connection.execute(delete(record_details).where(*mine))
    written = _blanked(connection, owner.id, of.number)
    counts = {}
    for table in (matches, match_changes, legacy_decisions, subject_changes, versions, subjects):
        gone = delete(table).where(table.c.population == owner.id, table.c.number == of.number)
        counts[table.name] = connection.execute(gone).rowcount
    return _Destroyed(of, counts[versions.name], counts[match_changes.name], details, written)


def _blanked(connection: Connection, population: int, number: int) -> int:
    """Take away what alerts and decisions say; that there were some stays, under numbers that are given only once."""
    ids = select(alerts.c.id).where(alerts.c.population == population, alerts.c.number == number)
    for table in (happenings, comments, redress):
        connection.execute(delete(table).where(table.c.alert.in_(ids)))
    connection.execute(update(decisions).where(decisions.c.alert.in_(ids)).values(_DECISION_BLANK))
    mine = (alerts.c.population == population, alerts.c.number == number)
    return connection.execute(update(alerts).where(*mine).values(_ALERT_BLANK)).rowcount


def _hold_draft(of: SubjectRef, held: bool, reason: str, by: str) -> EventDraft:
    facts = canonical({"held": held})
    return EventDraft("legal hold", by, (subject_name(of),), facts, canonical({"reason": reason}), of)


def _erasure(done: _Destroyed, reason: str, by: str) -> tuple[EventDraft, tuple[SubjectRef, int, int, int, int]]:
    counts = {"versions": done.versions, "changes": done.changes, "alerts": done.alerts}
    facts = canonical({**counts, "events": [list(span) for span in ranges(done.details)]})
    draft = EventDraft("erasure", by, (subject_name(done.subject),), facts, canonical({"reason": reason}))
    return draft, (done.subject, done.versions, done.changes, len(done.details), done.alerts)
