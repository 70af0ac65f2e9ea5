"""What is kept of runs and matches, against what was recorded of them."""

from collections.abc import Iterator

import msgspec

from namesake.ports.events import Contents
from namesake.record.drafts import content_hash
from namesake.values.events import Detail, Event, Fault


class _Kept(msgspec.Struct, frozen=True):
    sha256: str


class _Place(msgspec.Struct, frozen=True):
    position: int


_kept = msgspec.json.Decoder(_Kept)
_places = msgspec.json.Decoder(_Place)


class Holding:
    """Takes the events in order and compares; the matches of a run come after it and before the next run."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._runs: dict[int, int] = {}
        self._run = 0
        self._event = 0
        self._changes: Iterator[tuple[int, str]] = iter(())
        self._next: tuple[int, str] | None = None

    def take(self, event: Event, detail: Detail | None) -> Iterator[Fault]:
        """What is wrong with what is kept of an event; `detail` is None where it was destroyed or is broken."""
        if event.kind == "run":
            yield from self._left()
            yield from self._begun(event, detail)
        elif event.kind == "match":
            yield from self._match(event, detail)

    def finish(self) -> Iterator[Fault]:
        """What is kept without having been recorded, since runs are."""
        yield from self._left()
        first = min(self._runs, default=0)
        for run in self._contents.ended() if self._runs else ():
            if run > first and run not in self._runs:
                yield Fault(0, f"run {run} is kept, but was never recorded")

    def _begun(self, event: Event, detail: Detail | None) -> Iterator[Fault]:
        self._run, self._event = _number(event), event.number
        if self._run in self._runs:
            yield Fault(event.number, f"records run {self._run}, which event {self._runs[self._run]} did")
        self._runs[self._run] = event.number
        self._changes = iter(self._contents.changes(self._run))
        self._next = next(self._changes, None)
        kept = self._contents.run(self._run)
        if kept is None:
            yield Fault(event.number, f"records run {self._run}, which is not kept any more")
        elif detail and not _same(kept, detail):
            yield Fault(event.number, f"records run {self._run}, whose kept record was altered")

    def _match(self, event: Event, detail: Detail | None) -> Iterator[Fault]:
        position, kept = _position(event), None
        while self._next and self._next[0] < position:
            yield self._surplus()
        if self._next and self._next[0] == position:
            kept = self._next[1]
            self._next = next(self._changes, None)
        if detail and (kept is None or not _same(kept, detail)):
            what = "not kept any more" if kept is None else "altered where it is kept"
            yield Fault(event.number, f"records a match that is {what} (run {self._run}, change {position})")

    def _left(self) -> Iterator[Fault]:
        while self._next:
            yield self._surplus()

    def _surplus(self) -> Fault:
        place = self._next[0] if self._next else 0
        self._next = next(self._changes, None)
        return Fault(self._event, f"records run {self._run}, of which change {place} is kept but was never recorded")


def _same(kept: str, detail: Detail) -> bool:
    try:
        return _kept.decode(detail.content).sha256 == content_hash(kept)
    except msgspec.MsgspecError:
        return False


def _number(event: Event) -> int:
    name = next((name for name in event.about if name.startswith("run ")), "run 0")
    number = name.removeprefix("run ")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0


def _position(event: Event) -> int:
    try:
        return _places.decode(event.facts).position
    except msgspec.MsgspecError:
        return 0
