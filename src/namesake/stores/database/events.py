"""The record in a database: see `ports.events` for what each method promises."""

import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, func, or_, select, text, update

from namesake.errors import StoreUnusableError
from namesake.record.chain import canonical, linked, when
from namesake.stores.database.engine import Database
from namesake.stores.database.event_rows import ALL_DETAILS, checked_of, detail_of, detail_row, event_of, row_of
from namesake.stores.database.snapshots import DatabaseSnapshot
from namesake.stores.database.tables import AnyRow, record, record_details, record_end
from namesake.values.events import Detail, Event, EventDraft, EventKind, Fault, SubjectRef

_BATCH = 500
_SALT = 32
_NAMES = 50
_BEGIN = text(
    "INSERT INTO namesake_record_end (single, number, hash) VALUES (1, 0, '') ON CONFLICT (single) DO NOTHING"
)


def append(connection: Connection, drafts: Iterable[EventDraft], at: datetime) -> tuple[int, int]:
    """Append events within a transaction that writes what they record; gives the numbers of the first and the last
    ((n + 1, n) where there are none).

    Call it last: nobody else appends until the transaction ends, and who holds the end of the record and then waits
    for another lock can be in the way of who holds that one and waits for the end.
    """
    end = _locked(connection)
    first, last, stream = end.number + 1, (end.number, end.hash), iter(drafts)
    while batch := list(islice(stream, _BATCH)):
        rows, details = [], []
        for draft in batch:
            event, detail = linked(draft, at, last, secrets.token_hex(_SALT) if draft.detail else "")
            last = event.number, event.hash
            rows.append(row_of(event))
            details += [detail_row(detail)] if detail else []
        connection.execute(record.insert(), rows)
        if details:
            connection.execute(record_details.insert(), details)
    connection.execute(update(record_end).values(number=last[0], hash=last[1]))
    return first, last[0]


@dataclass(frozen=True, slots=True)
class DatabaseEvents:
    """The record in a database that has been migrated."""

    database: Database

    def append(self, drafts: Iterable[EventDraft], at: datetime) -> Sequence[Event]:
        """Append events, all or none."""
        with self.database.writing() as connection:
            first, _ = append(connection, drafts, at)
            rows = connection.execute(select(record).where(record.c.number >= first).order_by(record.c.number)).all()
            return [event_of(row) for row in rows]

    def append_missing(self, drafts: Iterable[EventDraft], at: datetime) -> Sequence[Event]:
        """Append the events of which none of their kind is about the same yet."""
        with self.database.writing() as connection:
            _locked(connection)
            offered = list(drafts)
            kinds = {draft.kind for draft in offered}
            known = set(connection.execute(select(record.c.kind, record.c.about).where(record.c.kind.in_(kinds))))
            missing = [one for one in offered if (one.kind, canonical(list(one.about))) not in known]
            first, _ = append(connection, missing, at)
            rows = connection.execute(select(record).where(record.c.number >= first).order_by(record.c.number)).all()
            return [event_of(row) for row in rows]

    def events(self, since: int = 0, kinds: Sequence[EventKind] = ()) -> Iterator[Event]:
        """The events after a number, in order."""
        yield from map(_sound, self._read(since, kinds))

    def about(self, names: Collection[str]) -> Sequence[Event]:
        """The events about any of these names, in order."""
        found: dict[int, Event] = {}
        wanted, some = frozenset(names), sorted(set(names))
        with self.database.reading() as connection:
            for start in range(0, len(some), _NAMES):
                quoted = [canonical(name) for name in some[start : start + _NAMES]]
                named = or_(*(record.c.about.contains(name, autoescape=True) for name in quoted))
                for row in connection.execute(select(record).where(named)):
                    event = _sound(checked_of(row))
                    if not wanted.isdisjoint(event.about):  # a file's database tells no "A" from "a"
                        found[event.number] = event
        return [found[number] for number in sorted(found)]

    def reached(self, at: datetime) -> int:
        """The number of the last event at or before a moment."""
        with self.database.reading() as connection:
            return connection.scalar(select(func.max(record.c.number)).where(record.c.at <= when(at))) or 0

    def kept(self, since: int = 0) -> Iterator[Event | Fault]:
        """The events after a number, in order; a fault in the place of what is not as it was written."""
        yield from self._read(since, ())

    def end(self) -> tuple[int, str] | None:
        """The number and the hash of the last event, as noted apart from it; None where the note is gone."""
        with self.database.reading() as connection:
            row = connection.execute(select(record_end)).first()
            return (row.number, row.hash) if row else None

    def last(self) -> Event | None:
        """The last event, or None."""
        with self.database.reading() as connection:
            row = connection.execute(select(record).order_by(record.c.number.desc()).limit(1)).first()
            return event_of(row) if row else None

    def details(self, of: SubjectRef | None = None, numbers: Sequence[int] | None = None) -> Iterator[Detail]:
        """The details that were not destroyed, by number."""
        wanted = ALL_DETAILS
        if of is not None:
            wanted = wanted.where(record_details.c.population == of.population, record_details.c.subject == of.number)
        if numbers is not None:
            wanted = wanted.where(record_details.c.number.in_(numbers))
        options = {"yield_per": _BATCH}
        with self.database.reading() as connection, connection.execute(wanted, execution_options=options) as rows:
            yield from map(detail_of, rows)

    @contextmanager
    def snapshot(self) -> Iterator[DatabaseSnapshot]:
        """One state of the record and of what it records, whoever writes meanwhile."""
        with self.database.reading() as connection:
            yield DatabaseSnapshot(connection)

    def _read(self, since: int, kinds: Sequence[EventKind]) -> Iterator[Event | Fault]:
        wanted = select(record).where(record.c.number > since).order_by(record.c.number)
        if kinds:
            wanted = wanted.where(record.c.kind.in_(kinds))
        options = {"yield_per": _BATCH}
        with self.database.reading() as connection, connection.execute(wanted, execution_options=options) as rows:
            for row in rows:
                yield checked_of(row)


def _sound(found: Event | Fault) -> Event:
    """An event that is written as events are. Raises `StoreUnusableError`."""
    if isinstance(found, Fault):
        raise StoreUnusableError(f"event {found.number} {found.what}; run `namesake audit verify`")
    return found


def _locked(connection: Connection) -> AnyRow:
    """The end of the record, which nobody else moves until the end of the transaction."""
    connection.execute(_BEGIN)
    end = connection.execute(select(record_end).with_for_update()).one()
    if end.number == 0 and connection.execute(select(record.c.number).limit(1)).first() is not None:
        raise StoreUnusableError("the end of the record is missing; run `namesake audit verify`")
    return end
