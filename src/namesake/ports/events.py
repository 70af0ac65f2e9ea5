"""Keeps the record: an append-only chain of events, and the details that may be destroyed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from namesake.values.events import Detail, Event, EventDraft, SubjectRef


class Events(Protocol):
    """Keeps events in the order in which they were appended. Raises `StoreError` where the store cannot be used.

    What other stores change is appended by themselves, in the same transaction.
    """

    def append(self, drafts: Iterable[EventDraft], at: datetime) -> Sequence[Event]:
        """Append events, all or none; two writers queue."""
        ...

    def events(self, since: int = 0) -> Iterator[Event]:
        """The events after a number, in order."""
        ...

    def last(self) -> Event | None:
        """The last event, or None."""
        ...

    def details(self, of: SubjectRef | None = None, numbers: Sequence[int] | None = None) -> Iterator[Detail]:
        """The details that were not destroyed, of one subject, of some events, or all."""
        ...
