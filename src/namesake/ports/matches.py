"""Keeps the matches that stand, and what every run changed in them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from namesake.values.cases import AlertChange
from namesake.values.revets import Change, EntryRef, Found, RunRecord


class CurrentMatches(Protocol):
    """Keeps the current matches of every population. Raises `StoreError` where the store cannot be used."""

    def apply(self, run: RunRecord, changes: Iterable[Change], alerts: Iterable[AlertChange] = ()) -> None:
        """Record a complete run, what it changed and what became of alerts, in one transaction: whole or not at all.

        `run.id` is that of a run that `Runs.begin` began and that has not ended; else `RunEndedError`. Changes of
        the kind "unchanged" whose content differs (the version of the list, say) replace what is kept. `alerts` is gone
        through when nobody else can write alerts until the end: what it reads is what it changes.
        """
        ...

    def of(self, population: str, numbers: Sequence[int] | None = None) -> Iterator[Found]:
        """The current matches of all subjects or of some, by number, then by entry; of none where there is no such
        population."""
        ...

    def with_entries(self, population: str, entries: Sequence[EntryRef]) -> Iterator[Found]:
        """The current matches with some entries, by number, then by entry."""
        ...

    def changes(self, run: int) -> Iterator[Change]:
        """What a run changed (new, changed, gone), in the order in which it was applied."""
        ...

    def told(self, population: str, number: int) -> Iterator[tuple[int, int, Change]]:
        """All that runs changed in the matches of a subject, in order: the run, the position in it, and the change,
        among them those of the kind "unchanged" that are written otherwise since."""
        ...

    def after(self, population: str, run: int) -> Iterator[Found]:
        """The matches that stood after a run, by number, then by entry: exactly as they were then, save those of
        subjects whose data were destroyed since."""
        ...
