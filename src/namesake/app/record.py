"""The record: what is kept elsewhere is caught up with, its end is noted, and all of it is verified and exported."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from namesake.errors import NamesakeError, StoreError
from namesake.ports import Clock
from namesake.ports.events import Events
from namesake.record.chain import canonical, when
from namesake.record.checkpoints import Check, Seen, trusted
from namesake.record.drafts import promotion_draft, version_draft
from namesake.record.verifying import Verified, verified
from namesake.values.events import Checkpoint, Detail, Event, EventDraft, Fault
from namesake.values.models import Promotion
from namesake.values.versions import ListVersion

FORMAT = "namesake.record/1"


class Points(Protocol):
    """Keeps checkpoints in one place or several."""

    @property
    def places(self) -> Sequence[Path]:
        """Where."""
        ...

    def keep(self, checkpoint: Checkpoint) -> Checkpoint:
        """Add one to every place; gives it as it was written. Raises `CheckpointError`."""
        ...

    def read(self, more: Sequence[Path] = ()) -> tuple[Sequence[Seen], Sequence[str]]:
        """All of them, and what cannot be read, in words."""
        ...


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is recorded though it is kept in files: the list versions, and which model came into force."""

    versions: Callable[[], Sequence[ListVersion]]
    promotions: Callable[[], Sequence[Promotion]]


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit came to: everything that is wrong stands in `faults`; `doubts`, in words, are what could not be
    looked at. `places` are the files of checkpoints that the record was held against."""

    verified: Verified
    faults: tuple[Fault, ...]
    doubts: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The use cases of the record. `by` is who is at work."""

    events: Events
    elsewhere: Elsewhere
    points: Points
    clock: Clock
    by: str
    check: Check

    def catch_up(self) -> int:
        """Record the list versions and the promotions that are kept and not recorded yet; gives how many there were.

        Raises `StoreError`, `HomeError` and `ModelError`.
        """
        drafts = [version_draft(version, self.by) for version in self.elsewhere.versions()]
        drafts += [promotion_draft(promotion) for promotion in self.elsewhere.promotions()]
        return len(self.events.append_missing(drafts, self.clock.now())) if drafts else 0

    def checkpoint(self) -> Checkpoint | None:
        """Note where the record ends, in every place; None where nothing is recorded. Raises `CheckpointError`."""
        last = self.events.last()
        return self.points.keep(Checkpoint(last.number, last.hash, self.clock.now())) if last else None

    def settle(self) -> str:
        """Catch up and write a checkpoint after something was recorded; gives what went wrong, in words, or "": what
        was recorded counts all the same."""
        try:
            self.catch_up()
            self.checkpoint()
        except NamesakeError as error:
            return f"the end of the record could not be noted: {error}"
        return ""

    def verify(self, against: Sequence[Path] = (), keys: Sequence[str] = ()) -> Audit:
        """Hold the record against itself, what it records and every checkpoint, those in files `against` among them;
        with public `keys` (hex) only checkpoints count that are signed by one of them.

        Raises `StoreError`, and `CheckpointError` for a file that is not there.
        """
        found, unread = self.points.read(against)
        seen, forged = trusted(found, keys, self.check)
        doubts = [*unread, *self._caught_up()]
        with self.events.snapshot() as snapshot:
            done = verified(snapshot, seen)
        if done.last and not seen:
            which = "that counts" if found else "at all"
            doubts.append(f"there is no checkpoint {which}: nothing would tell that the end was cut off")
        if done.unheld:
            doubts.append(
                f"{done.unheld:,} events on alerts and decisions were recorded by an earlier release, without what is"
                " kept of them: that was not looked at"
            )
        faults = (*done.faults, *forged)
        places = tuple(dict.fromkeys(one.place for one in seen))
        return Audit(done, tuple(sorted(faults, key=lambda fault: fault.number)), tuple(doubts), places)

    def _caught_up(self) -> Iterator[str]:
        try:
            self.catch_up()
        except StoreError as error:
            yield f"list versions could not be caught up with: {error.what}"

    def export(self, *, details: bool = False) -> Iterator[str]:
        """Every event as a line of JSON, in order, with the details where they are wanted; that it was exported is
        recorded first, and is the last line. Raises `StoreError`."""
        with suppress(StoreError):  # what is not caught up with is no reason to withhold the rest
            self.catch_up()
        last = self.events.last()
        facts = canonical({"from": 1, "to": (last.number if last else 0) + 1, "details": details})
        self.events.append([EventDraft("export", self.by, ("record",), facts)], self.clock.now())
        with self.events.snapshot() as snapshot:
            found = iter(snapshot.details) if details else iter(())
            detail = next(found, None)
            for event in snapshot.events:
                if isinstance(event, Fault):
                    yield canonical({"number": event.number, "fault": event.what})
                    continue
                while detail and detail.number < event.number:
                    detail = next(found, None)
                yield canonical(exported(event, detail if detail and detail.number == event.number else None))


def exported(event: Event, detail: Detail | None = None) -> dict[str, Any]:
    """An event for programs, with its detail."""
    fields: dict[str, Any] = {
        "format": FORMAT,
        "number": event.number,
        "at": when(event.at),
        "kind": event.kind,
        "by": event.by,
        "about": list(event.about),
        "facts": event.facts,
        "sealed": event.sealed,
        "before": event.before,
        "hash": event.hash,
    }
    if detail:
        fields["detail"] = {
            "salt": detail.salt,
            "content": detail.content,
            "population": detail.of.population if detail.of else "",
            "subject": detail.of.number if detail.of else 0,
        }
    return fields
