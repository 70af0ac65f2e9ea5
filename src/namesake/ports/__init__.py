"""What we ask of the outside, as small protocols."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from namesake.values.downloads import Remembered
from namesake.values.entities import ListEntry, Skipped, Subject
from namesake.values.matches import Outcome
from namesake.values.versions import ListVersion, Part, PartRef


class Clock(Protocol):
    """Tells the time; the only way time enters."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        ...


class Runner(Protocol):
    """Screens batches, in this process or in others; the answers are the same."""

    def run(self, batches: Iterator[list[Subject | Skipped]]) -> Iterator[list[Outcome]]:
        """The outcomes of every batch, in order. What is skipped is passed through."""
        ...


class ListStore(Protocol):
    """Keeps list versions for good: nothing in it is ever changed, only superseded."""

    def versions(self, *, notes: bool = True) -> Sequence[ListVersion]:
        """Every version that was ever offered, in the order of arrival, refused ones included; their notes, of which
        there may be many, are left out where they are not wanted."""
        ...

    def in_force(self) -> Sequence[ListVersion]:
        """The version in force of every source and scope."""
        ...

    def keep(self, version: ListVersion, parts: Sequence[Part], entries: Sequence[ListEntry]) -> None:
        """Record a version whole or not at all; entries and parts of refused versions are kept too."""
        ...

    def entries(self, version: ListVersion) -> Iterator[ListEntry]:
        """The entries of a version, in published order."""
        ...

    def differing(self, before: ListVersion, now: ListVersion) -> tuple[Iterator[ListEntry], Iterator[ListEntry]]:
        """The entries of each of two versions that are not written alike in both, and all that expire on some day."""
        ...

    def entry(self, version: ListVersion, entry_id: str) -> ListEntry | None:
        """One entry by the publisher's key, or None."""
        ...


class DownloadMemory(Protocol):
    """Remembers what publishers said of their files, so that an unchanged file is not fetched again."""

    def recall(self, url: str) -> Remembered | None:
        """What was remembered of an address, or None."""
        ...

    def remember(self, remembered: Remembered) -> None:
        """Remember an answer in place of the one before."""
        ...

    def part(self, ref: PartRef) -> Part | None:
        """The content of a part that is kept, or None."""
        ...
