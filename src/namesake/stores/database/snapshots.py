"""One state of the record and of what it records, for who verifies it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection, Select, select

from namesake.stores.database.event_rows import ALL_DETAILS, checked_of, detail_of
from namesake.stores.database.tables import AnyRow, match_changes, record, record_end, runs
from namesake.values.events import Detail, Event, Fault

_BATCH = 500


@dataclass(frozen=True, slots=True)
class DatabaseSnapshot:
    """The record as one transaction sees it: see `ports.events.Snapshot`; it is its own `contents`."""

    connection: Connection

    @property
    def end(self) -> tuple[int, str] | None:
        """The last event, as noted apart from it."""
        row = self.connection.execute(select(record_end)).first()
        return (row.number, row.hash) if row else None

    @property
    def events(self) -> Iterator[Event | Fault]:
        """All events in order, a fault in the place of what is not as it was written."""
        return map(checked_of, self._rows(select(record).order_by(record.c.number)))

    @property
    def details(self) -> Iterator[Detail]:
        """All details that were not destroyed."""
        return map(detail_of, self._rows(ALL_DETAILS))

    @property
    def contents(self) -> Self:
        """What is kept of runs."""
        return self

    def run(self, run: int) -> str | None:
        """The record of a run that ended."""
        found: str | None = self.connection.scalar(select(runs.c.record).where(runs.c.id == run))
        return found

    def changes(self, run: int) -> Iterator[tuple[int, str]]:
        """What a run changed."""
        columns = (match_changes.c.position, match_changes.c.change)
        of_run = select(*columns).where(match_changes.c.run == run).order_by(match_changes.c.position)
        return ((row.position, row.change) for row in self._rows(of_run))

    def ended(self) -> Iterator[int]:
        """All runs that ended."""
        return (row.id for row in self._rows(select(runs.c.id).where(runs.c.state != "begun").order_by(runs.c.id)))

    def _rows(self, wanted: Select[*tuple[Any, ...]]) -> Iterator[AnyRow]:
        with self.connection.execute(wanted, execution_options={"yield_per": _BATCH}) as rows:
            yield from rows
