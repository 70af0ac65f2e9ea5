"""The record of every run, in a database: see `ports.runs` for what each method promises."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, select, text

from namesake.errors import RunBusyError, StoreUnusableError
from namesake.record.drafts import run_drafts
from namesake.stores.database.engine import Database
from namesake.stores.database.events import append
from namesake.stores.database.matches import end, written
from namesake.stores.database.populations import row_of
from namesake.stores.database.tables import AnyRow, populations, runs
from namesake.values.revets import RunBegun, RunRecord

KILLED = "run-killed"
"""The code of a run whose process ended before it did."""

_begun = msgspec.json.Decoder(RunBegun)
_records = msgspec.json.Decoder(RunRecord)


@dataclass(frozen=True, slots=True)
class DatabaseRuns:
    """Runs in a database that has been migrated. `by` is who is at work, for the record."""

    database: Database
    by: str = ""

    @contextmanager
    def alone(self, population: str, now: datetime) -> Iterator[Sequence[RunRecord]]:
        """Be the only one to re-vet a population; gives the runs that were left behind, as failed."""
        with self._held(population):
            yield self._left_behind(population, now)

    def begin(self, begun: RunBegun) -> int:
        """Record that a run has begun; gives its id."""
        with self.database.writing() as connection:
            population = row_of(connection, begun.population).id
            row = {"population": population, "state": "begun", "begun": msgspec.json.encode(begun).decode()}
            number: int = connection.scalars(runs.insert().values(**row).returning(runs.c.id)).one()
            return number

    def fail(self, run: RunRecord) -> None:
        """Record that a run failed."""
        with self.database.writing() as connection:
            self._end(connection, run)

    def history(self, population: str = "", most: int = 0) -> Sequence[RunRecord]:
        """The runs that ended, from the latest to the first."""
        wanted = _wanted(population).where(runs.c.state != "begun")
        return self._read(wanted.limit(most) if most else wanted)

    def last_complete(self, population: str) -> RunRecord | None:
        """The latest complete run of a population, or None."""
        return next(iter(self._read(_wanted(population).where(runs.c.state == "complete").limit(1))), None)

    def run(self, run: int) -> RunRecord | None:
        """One run that ended, or None."""
        return next(iter(self._read(select(runs).where(runs.c.id == run, runs.c.state != "begun"))), None)

    def _read(self, wanted: Select[*tuple[Any, ...]]) -> list[RunRecord]:
        with self.database.reading() as connection:
            return [_record(row) for row in connection.execute(wanted)]

    def _left_behind(self, population: str, now: datetime) -> list[RunRecord]:
        said = "the process ended before the run did; nothing of it was kept"
        with self.database.writing() as connection:
            found = connection.execute(_wanted(population).where(runs.c.state == "begun").order_by(None)).all()
            ended = [RunRecord(row.id, _began(row), "failed", now, error=KILLED, said=said) for row in found]
            for record in ended:
                self._end(connection, record)
            return ended

    def _end(self, connection: Connection, run: RunRecord) -> None:
        end(connection, run)
        append(connection, run_drafts(run, written(run), None, self.by), run.ended)

    @contextmanager
    def _held(self, population: str) -> Iterator[None]:
        """Hold the population against other processes, until this one lets go or ends."""
        with self._held_file(population) if self.database.is_file else self._held_server(population):
            yield

    @contextmanager
    def _held_file(self, population: str) -> Iterator[None]:
        from filelock import FileLock, Timeout

        lock = FileLock(f"{self.database.url.database}.{_lock_number(population):x}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise self._busy(population) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _held_server(self, population: str) -> Iterator[None]:
        """The lock belongs to a connection of its own: where that is lost, so is the lock, and the run cannot end."""
        number = _lock_number(population)
        with self.database.connected() as connection:
            if not connection.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": number}):
                raise self._busy(population)
            yield

    def _busy(self, population: str) -> RunBusyError:
        return RunBusyError(f"another process re-vets the population {population!r}", where=self.database.where)


def _lock_number(population: str) -> int:
    return int.from_bytes(hashlib.sha256(f"namesake {population}".encode()).digest()[:7])


def _wanted(population: str) -> Select[*tuple[Any, ...]]:
    latest = select(runs).order_by(runs.c.id.desc())
    if not population:
        return latest
    of = select(populations.c.id).where(populations.c.name == population).scalar_subquery()
    return latest.where(runs.c.population == of)


def _began(row: AnyRow) -> RunBegun:
    try:
        return _begun.decode(row.begun)
    except msgspec.MsgspecError as error:
        raise StoreUnusableError(f"run {row.id} is damaged: {error}") from error


def _record(row: AnyRow) -> RunRecord:
    try:
        return _records.decode(row.record)
    except msgspec.MsgspecError as error:
        raise StoreUnusableError(f"run {row.id} is damaged: {error}") from error
