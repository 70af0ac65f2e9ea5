"""One state of the record and of what it records, for who verifies it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection, Select, Table, func, select

from namesake.stores.database.event_rows import ALL_DETAILS, checked_of, detail_of
from namesake.stores.database.kept_rows import alert_hash, comment_hash, decision_hash, happening_hash, redress_hash
from namesake.stores.database.tables import (
    AnyRow,
    alerts,
    comments,
    decisions,
    happenings,
    match_changes,
    record,
    record_end,
    redress,
    runs,
)
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
        """What is kept of runs, alerts and decisions."""
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

    def alerts(self) -> Iterator[tuple[int, str]]:
        """All alerts with their hashes."""
        return ((row.id, alert_hash(row._asdict())) for row in self._rows(select(alerts)))

    def decisions(self) -> Iterator[tuple[int, str, str, str]]:
        """All decisions with their hashes, their states and how they ended."""
        kept = self._rows(select(decisions))
        return ((row.id, decision_hash(row._asdict()), row.state, row.ended) for row in kept)

    def happenings(self, alerts: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """What happened to some alerts."""
        kept = self._rows(select(happenings).where(happenings.c.alert.in_(alerts)))
        return ((row.alert, row.position, happening_hash(row._asdict())) for row in kept)

    def happened(self) -> Iterator[tuple[int, int]]:
        """How many happenings there are of each alert."""
        return self._counted(happenings)

    def comments(self, alerts: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """What was noted on some alerts."""
        kept = self._rows(select(comments).where(comments.c.alert.in_(alerts)))
        return ((row.alert, row.position, comment_hash(row._asdict())) for row in kept)

    def commented(self) -> Iterator[tuple[int, int]]:
        """How many comments there are on each alert."""
        return self._counted(comments)

    def redresses(self) -> Iterator[tuple[int, int, str]]:
        """All references of redress."""
        kept = self._rows(select(redress).order_by(redress.c.alert, redress.c.decision))
        return ((row.alert, row.decision, redress_hash(row._asdict())) for row in kept)

    def _counted(self, table: Table) -> Iterator[tuple[int, int]]:
        wanted = select(table.c.alert, func.count()).group_by(table.c.alert).order_by(table.c.alert)
        return ((row[0], row[1]) for row in self._rows(wanted))

    def _rows(self, wanted: Select[*tuple[Any, ...]]) -> Iterator[AnyRow]:
        with self.connection.execute(wanted, execution_options={"yield_per": _BATCH}) as rows:
            yield from rows
