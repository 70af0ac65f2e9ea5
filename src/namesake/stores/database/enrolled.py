"""Subjects read from a database: as they are, as they were, and all that happened to them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from namesake.errors import StoreUnusableError
from namesake.stores.database.contents import subject_of
from namesake.stores.database.tables import AnyRow, subject_changes, subjects, versions
from namesake.values.populations import EnrolledSubject, SubjectChange

_AT_ONCE = 500
_SAME = (versions.c.population == subjects.c.population, versions.c.number == subjects.c.number)
_COLUMNS = (
    subjects.c.number, subjects.c.key, subjects.c.carried, versions.c.version, versions.c.hash, versions.c.enrolled,
    versions.c.content, subjects.c.redress,
)  # fmt: skip


def enrolled(
    connection: Connection,
    population: AnyRow,
    numbers: Sequence[int] | None,
    at: int | None,
    *conditions: ColumnElement[bool],
) -> Iterator[EnrolledSubject]:
    """The subjects by number, the withdrawn among them; `at` as they were in that state of the population."""
    wanted = _now() if at is None or at >= population.sequence else _then(population.id, numbers, at)
    wanted = wanted.where(subjects.c.population == population.id, *conditions).order_by(subjects.c.number)
    if numbers is not None:
        wanted = wanted.where(subjects.c.number.in_(numbers))
    with connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}) as rows:
        for row in rows:
            yield _subject(population.name, row)


def versions_of(connection: Connection, population: AnyRow, subject: AnyRow) -> Sequence[EnrolledSubject]:
    """Every version of a subject from the first; only the last of them can be the one that was withdrawn."""
    withdrawn = subjects.c.withdrawn.label("withdrawn")
    wanted = (
        select(*_COLUMNS, versions.c.sequence.label("sequence"), withdrawn)
        .join_from(subjects, versions, and_(*_SAME))
        .where(subjects.c.population == population.id, subjects.c.number == subject.number)
        .order_by(versions.c.version)
    )
    return [_subject(population.name, row) for row in connection.execute(wanted)]


def changes_of(connection: Connection, population: AnyRow, subject: AnyRow) -> Sequence[SubjectChange]:
    """All that happened to a subject from the first."""
    wanted = (
        select(subject_changes)
        .where(subject_changes.c.population == population.id, subject_changes.c.number == subject.number)
        .order_by(subject_changes.c.sequence)
    )
    return [
        SubjectChange(row.kind, row.version, row.sequence, datetime.fromisoformat(row.at), row.reason)
        for row in connection.execute(wanted)
    ]


def _now() -> Select[Any]:
    current = and_(*_SAME, versions.c.version == subjects.c.version)
    sequence, withdrawn = subjects.c.sequence.label("sequence"), subjects.c.withdrawn.label("withdrawn")
    return select(*_COLUMNS, sequence, withdrawn).join_from(subjects, versions, current)


def _then(population: int, numbers: Sequence[int] | None, at: int) -> Select[*tuple[Any, ...]]:
    """The subjects that there were in a state of the population, each with its latest change until then."""
    change = subject_changes
    until = select(change.c.number, func.max(change.c.sequence).label("sequence")).where(
        change.c.population == population, change.c.sequence <= at
    )
    if numbers is not None:  # said here as well, else all of them would be gone through for some
        until = until.where(change.c.number.in_(numbers))
    last = until.group_by(change.c.number).subquery()
    withdrawn = case((change.c.kind == "withdrawn", change.c.at), else_=None).label("withdrawn")
    return (
        select(*_COLUMNS, change.c.sequence.label("sequence"), withdrawn)
        .join_from(last, subjects, and_(subjects.c.population == population, subjects.c.number == last.c.number))
        .join(
            change,
            and_(
                change.c.population == population,
                change.c.number == last.c.number,
                change.c.sequence == last.c.sequence,
            ),
        )
        .join(versions, and_(*_SAME, versions.c.version == change.c.version))
    )


def _subject(population: str, row: AnyRow) -> EnrolledSubject:
    try:
        subject = subject_of(row.content, row.carried, row.redress)
    except msgspec.MsgspecError as error:
        raise StoreUnusableError(f"the subject {row.key!r} of {population!r} is damaged: {error}") from error
    return EnrolledSubject(
        population=population,
        key=row.key,
        number=row.number,
        version=row.version,
        hash=row.hash,
        subject=subject,
        enrolled=datetime.fromisoformat(row.enrolled),
        withdrawn=datetime.fromisoformat(row.withdrawn) if row.withdrawn else None,
        sequence=row.sequence,
    )
