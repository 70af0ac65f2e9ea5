"""Keeps the record: an append-only chain of events, and the details that may be destroyed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from namesake.values.events import Detail, Event, EventDraft, EventKind, Fault, SubjectRef


class Contents(Protocol):
    """What a store keeps of what was recorded, as text."""

    def run(self, run: int) -> str | None:
        """The record of a run that ended, or None."""
        ...

    def changes(self, run: int) -> Iterable[tuple[int, str]]:
        """What a run changed, each with its position, in order."""
        ...

    def ended(self) -> Iterable[int]:
        """All runs that ended."""
        ...

    def alerts(self) -> Iterable[tuple[int, str]]:
        """All alerts, each with the hash of what is kept of it."""
        ...

    def decisions(self) -> Iterable[tuple[int, str, str, str]]:
        """All decisions, each with the hash of what is kept of it save its state, its state, and how it ended."""
        ...

    def happenings(self, alerts: Sequence[int]) -> Iterable[tuple[int, int, str]]:
        """What happened to some alerts: the alert, the position, and the hash of what is kept."""
        ...

    def happened(self) -> Iterable[tuple[int, int]]:
        """How many happenings are kept of each alert that has any."""
        ...

    def comments(self, alerts: Sequence[int]) -> Iterable[tuple[int, int, str]]:
        """What was noted on some alerts: the alert, the position, and the hash of what is kept."""
        ...

    def commented(self) -> Iterable[tuple[int, int]]:
        """How many comments are kept of each alert that has any."""
        ...

    def redresses(self) -> Iterable[tuple[int, int, str]]:
        """All references of redress: the alert and the decision that each was given for, and the hash of what is
        kept."""
        ...


class Snapshot(Protocol):
    """One state of the record, whoever writes meanwhile. Each of its streams can be read once."""

    @property
    def end(self) -> tuple[int, str] | None:
        """The number and the hash of the last event, as noted apart from it; None without such a note."""
        ...

    @property
    def events(self) -> Iterable[Event | Fault]:
        """All events in order, as `Events.kept` gives them."""
        ...

    @property
    def details(self) -> Iterable[Detail]:
        """All details that were not destroyed, by number."""
        ...

    @property
    def contents(self) -> Contents:
        """What the store keeps of what was recorded."""
        ...


class Events(Protocol):
    """Keeps events in the order in which they were appended. Raises `StoreError` where the store cannot be used.

    What other stores change is appended by themselves, in the same transaction.
    """

    def append(self, drafts: Iterable[EventDraft], at: datetime) -> Sequence[Event]:
        """Append events, all or none; two writers queue."""
        ...

    def append_missing(self, drafts: Iterable[EventDraft], at: datetime) -> Sequence[Event]:
        """Append those events of which none of the same kind is about the same yet: what is kept elsewhere, such as
        list versions, is caught up with, however often and by however many."""
        ...

    def events(self, since: int = 0, kinds: Sequence[EventKind] = ()) -> Iterator[Event]:
        """The events after a number, in order, of all kinds or of some. Raises `StoreUnusableError` where one of them
        is not as it was written."""
        ...

    def about(self, names: Collection[str]) -> Sequence[Event]:
        """The events about any of these names, in order. Raises as `events` does."""
        ...

    def reached(self, at: datetime) -> int:
        """The number of the last event that is dated at or before a moment; 0 where none is."""
        ...

    def kept(self, since: int = 0) -> Iterator[Event | Fault]:
        """The events after a number, in order, for who verifies them: in the place of one that is not written as
        events are stands a fault."""
        ...

    def end(self) -> tuple[int, str] | None:
        """The number and the hash of the last event as they are noted apart from it; None where the note is gone."""
        ...

    def last(self) -> Event | None:
        """The last event, or None."""
        ...

    def details(self, of: SubjectRef | None = None, numbers: Sequence[int] | None = None) -> Iterator[Detail]:
        """The details that were not destroyed, of one subject, of some events, or all."""
        ...

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """One state of all of it, whoever writes meanwhile."""
        ...
