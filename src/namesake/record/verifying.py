"""Whether the record still is as it was written: what was altered, inserted, reordered, removed or cut off."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from namesake.ports.events import Snapshot
from namesake.record.chain import digest_of, seal_of
from namesake.record.checkpoints import Seen
from namesake.record.erasures import destroyed_by
from namesake.record.holding import Holding
from namesake.record.holding_cases import HoldingCases
from namesake.values.events import Detail, Event, Fault


@dataclass(frozen=True, slots=True)
class Verified:
    """What verification came to: how many events and details there are, how many details were destroyed as recorded,
    how many checkpoints the chain was held against, its last event as it stands, and everything that is wrong. `unheld`
    is how many events on alerts and decisions do not say what is kept of them, so that it was not looked at."""

    events: int
    details: int
    destroyed: int
    checkpoints: int
    last: Event | None
    faults: tuple[Fault, ...]
    unheld: int = 0


def verified(snapshot: Snapshot, seen: Sequence[Seen]) -> Verified:
    """Hold the record against itself, against what is kept of what it records, and against checkpoints."""
    chain, seals = _Chain(seen), _Seals(snapshot.details)
    runs, cases = Holding(snapshot.contents), HoldingCases(snapshot.contents)
    faults: list[Fault] = []
    for item in snapshot.events:
        faults += chain.take(item)
        if isinstance(item, Event):
            found, wrong = seals.take(item)
            sound = None if wrong else found
            faults += [*wrong, *runs.take(item, sound), *cases.take(item, sound)]
    faults += [*chain.finish(snapshot.end), *seals.finish(), *runs.finish(), *cases.finish()]
    faults.sort(key=lambda fault: fault.number)
    return Verified(chain.count, seals.count, len(seals.gone), chain.held, chain.last, tuple(faults), cases.unheld)


class _Chain:
    """Follows the events from the first to the last."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self.count = 0
        self.held = len(seen)
        self.last: Event | None = None
        self._number = 0
        self._hash: str | None = ""  # None: it cannot be said what the event before was
        self._seen: dict[int, list[Seen]] = {}
        for one in seen:
            self._seen.setdefault(one.checkpoint.number, []).append(one)

    def take(self, item: Event | Fault) -> Iterator[Fault]:
        """Go one event on; gives what is wrong with it, or between it and the one before."""
        self.count += 1
        yield from self._missing(item.number)
        yield from [item] if isinstance(item, Fault) else self._event(item)
        self._number = item.number
        self._hash = item.hash if isinstance(item, Event) else None

    def finish(self, end: tuple[int, str] | None) -> Iterator[Fault]:
        """What is wrong at the end."""
        if end is None and self.count:
            yield Fault(self._number, "is the last one, but the note of where the record ends is gone")
        elif end and end[0] > self._number:
            yield Fault(end[0], f"{_range(self._number + 1, end[0])} cut off from the end")
        elif end and end[0] < self._number:
            yield Fault(self._number, f"comes after event {end[0]}, with which the record ends: it was inserted")
        elif end and self._hash is not None and end[1] != self._hash:
            yield Fault(self._number, "is not the one with which the record ended: it was altered or replaced")
        for number in sorted(self._seen):
            for one in self._seen[number]:
                what = f"was there on {_day(one)} ({one.place}) and is not: the record was cut off or rolled back"
                yield Fault(number, what)

    def _missing(self, number: int) -> Iterator[Fault]:
        if number > self._number + 1:
            yield Fault(self._number + 1, f"{_range(self._number + 1, number - 1)} removed")
            self._hash = None
        elif number <= self._number:
            yield Fault(number, f"comes after event {self._number}: it is out of order, or there twice")
            self._hash = None

    def _event(self, event: Event) -> Iterator[Fault]:
        self.last = event
        if event.hash != digest_of(event):
            yield Fault(event.number, "was altered: it does not have the hash that it carries")
        if self._hash is not None and event.before != self._hash:
            yield Fault(event.number, _unbound(event.number))
        for one in self._seen.pop(event.number, ()):
            if one.checkpoint.hash != event.hash:
                what = f"is not the one that was there on {_day(one)} ({one.place}): the record was rewritten"
                yield Fault(event.number, what)


def _unbound(number: int) -> str:
    if number == 1:
        return "is not the first event: others were before it"
    return f"does not follow event {number - 1} as it is now: one of the two was altered, replaced or removed"


def _range(first: int, last: int) -> str:
    return "was" if first == last else f"and all from event {first} on were"


def _day(seen: Seen) -> str:
    return f"{seen.checkpoint.at:%Y-%m-%d %H:%M} UTC"


@dataclass(slots=True)
class _Seals:
    """Holds details against the seals of their events."""

    details: Iterable[Detail]
    count: int = 0
    gone: set[int] = field(default_factory=set)
    _missing: set[int] = field(default_factory=set)
    _present: set[int] = field(default_factory=set)
    _erased: set[int] = field(default_factory=set)
    _stream: Iterator[Detail] | None = None
    _next: Detail | None = None

    def take(self, event: Event) -> tuple[Detail | None, list[Fault]]:
        """The detail of an event, and what is wrong with it."""
        faults = []
        while (detail := self._peek()) and detail.number < event.number:
            faults.append(Fault(self._pop().number, "has a detail, but there is no such event"))
        found = self._pop() if detail and detail.number == event.number else None
        self._erased.update(destroyed_by(event))
        if event.sealed and found is None:
            self._missing.add(event.number)
        if found and not event.sealed:
            faults.append(Fault(event.number, "has a detail that was not recorded with it"))
        elif found and seal_of(found) != event.sealed:
            faults.append(Fault(event.number, "has a detail that was altered: the seal is broken"))
        return found, faults

    def finish(self) -> Iterator[Fault]:
        """What is wrong at the end."""
        while self._peek():
            yield Fault(self._pop().number, "has a detail, but there is no such event")
        self.gone = self._missing & self._erased
        for number in sorted(self._missing - self._erased):
            yield Fault(number, "has lost its detail, and no erasure is recorded")
        for number in sorted(self._present & self._erased):
            yield Fault(number, "has a detail whose erasure is recorded")

    def _peek(self) -> Detail | None:
        if self._stream is None:
            self._stream = iter(self.details)
            self._next = next(self._stream, None)
        return self._next

    def _pop(self) -> Detail:
        found = self._peek()
        assert found
        assert self._stream
        self._next = next(self._stream, None)
        self.count += 1
        self._present.add(found.number)
        return found
