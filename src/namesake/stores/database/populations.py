"""Populations in a database: see `ports.populations` for what each method promises."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, text

from namesake.errors import PopulationNameError, PopulationUnknownError, SubjectUnknownError
from namesake.record.drafts import enrolment_draft, withdrawal_draft
from namesake.stores.database import spool
from namesake.stores.database.engine import Database
from namesake.stores.database.enrolled import changes_of, enrolled, versions_of
from namesake.stores.database.enrolling import Enrolling
from namesake.stores.database.events import append
from namesake.stores.database.tables import AnyRow, populations, subjects
from namesake.values.events import SubjectRef
from namesake.values.populations import EnrolledSubject, Enrolment, Offered, Population, SubjectChange

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_BATCH = 500
_MAKE = text(
    "INSERT INTO namesake_populations (name, sequence, numbered, began) VALUES (:name, 0, 0, :began)"
    " ON CONFLICT (name) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class DatabasePopulations:
    """Populations in a database that has been migrated. `by` is who is at work, for the record."""

    database: Database
    by: str = ""

    def known(self) -> Sequence[Population]:
        """Every population, by name."""
        with self.database.reading() as connection:
            rows = connection.execute(select(populations).order_by(populations.c.name)).all()
            return [_population(connection, row) for row in rows]

    def population(self, name: str) -> Population:
        """One population. Raises `PopulationUnknownError`."""
        with self.database.reading() as connection:
            return _population(connection, row_of(connection, name))

    def enrol(  # noqa: PLR0913 - what it is given by its port
        self,
        name: str,
        offered: Iterable[Offered],
        at: datetime,
        *,
        complete: bool = False,
        spared: Collection[str] = (),
        reason: str = "",
        agree: Callable[[Enrolment], None] = lambda _: None,
        tell: Callable[[int], None] = lambda _: None,
    ) -> Enrolment:
        """Enrol subjects in one transaction, which begins when all of them have been read."""
        if not _NAME.fullmatch(name):
            raise PopulationNameError(f"{name[:60]!r} is no name for a population")
        with spool.spooled() as waiting:
            spool.fill(waiting, offered)
            with self.database.writing() as connection:
                connection.execute(_MAKE, {"name": name, "began": at.isoformat()})
                before = row_of(connection, name, lock=True)
                enrolling = Enrolling(connection, before, at, reason)
                for batch in spool.batches(waiting):
                    tell(enrolling.take(batch))
                enrolling.leave(spared, everybody=complete)
                done = enrolling.finish()
                agree(done)
                if done.sequence != before.sequence:
                    append(connection, [enrolment_draft(done, self.by, reason)], at)
                return done

    def withdraw(self, name: str, keys: Sequence[str], at: datetime, reason: str = "") -> Enrolment:
        """Withdraw subjects, all of them or, where one is unknown, none."""
        with self.database.writing() as connection:
            population = row_of(connection, name, lock=True)
            found = [subject_row(connection, population, key) for key in dict.fromkeys(keys)]
            screened = [row for row in found if row.withdrawn is None]
            enrolling = Enrolling(connection, population, at, reason)
            enrolling.withdraw(screened)
            done = enrolling.finish(unchanged=len(found) - len(screened))
            gone = (SubjectRef(name, row.number) for row in screened)
            append(connection, (withdrawal_draft(of, done.sequence, self.by, reason) for of in gone), at)
            return done

    def subjects(
        self, name: str, numbers: Sequence[int] | None = None, *, at: int | None = None, withdrawn: bool = False
    ) -> Iterator[EnrolledSubject]:
        """The subjects by number, as they are or as they were in the state `at`."""
        with self.database.reading() as connection:
            population = row_of(connection, name)
            for some in _batches(numbers):
                for found in enrolled(connection, population, some, at):
                    if withdrawn or found.withdrawn is None:
                        yield found

    def changed_since(self, name: str, sequence: int) -> Iterator[EnrolledSubject]:
        """The subjects that changed after a state of the population, the withdrawn among them."""
        with self.database.reading() as connection:
            population = row_of(connection, name)
            yield from enrolled(connection, population, None, None, subjects.c.sequence > sequence)

    def versions(self, name: str, key: str) -> Sequence[EnrolledSubject]:
        """Every version of a subject from the first."""
        with self.database.reading() as connection:
            population = row_of(connection, name)
            return versions_of(connection, population, subject_row(connection, population, key))

    def history(self, name: str, key: str) -> Sequence[SubjectChange]:
        """All that happened to a subject from the first."""
        with self.database.reading() as connection:
            population = row_of(connection, name)
            return changes_of(connection, population, subject_row(connection, population, key))


def row_of(connection: Connection, name: str, *, lock: bool = False) -> AnyRow:
    """The row of a population, which nobody else changes until the end of the transaction where it is locked."""
    wanted = select(populations).where(populations.c.name == name)
    found = connection.execute(wanted.with_for_update() if lock else wanted).one_or_none()
    if found is None:
        raise PopulationUnknownError(f"there is no population {name[:60]!r}")
    return found


def _population(connection: Connection, row: AnyRow) -> Population:
    counts = select(func.count(), func.count(subjects.c.withdrawn)).where(subjects.c.population == row.id)
    total, withdrawn = connection.execute(counts).one()
    return Population(row.name, row.sequence, total - withdrawn, withdrawn, datetime.fromisoformat(row.began))


def subject_row(connection: Connection, population: AnyRow, key: str) -> AnyRow:
    """The row of a subject. Raises `SubjectUnknownError`."""
    wanted = select(subjects).where(subjects.c.population == population.id, subjects.c.key == key)
    found = connection.execute(wanted).one_or_none()
    if found is None:
        raise SubjectUnknownError(f"the population {population.name!r} has no subject {key[:200]!r}")
    return found


def _batches(numbers: Sequence[int] | None) -> Iterator[Sequence[int] | None]:
    if numbers is None:
        yield None
        return
    wanted = sorted(set(numbers))
    for start in range(0, len(wanted), _BATCH):
        yield wanted[start : start + _BATCH]
