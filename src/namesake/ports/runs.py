"""Keeps the record of every run."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from namesake.values.revets import RunBegun, RunRecord


class Runs(Protocol):
    """Keeps runs. One that is killed leaves only its beginning; the next to hold the population ends it as failed.

    A run ends as complete in `CurrentMatches.apply`, together with what it changed. Raises `StoreError` where the
    store cannot be used.
    """

    def alone(self, population: str, now: datetime) -> AbstractContextManager[Sequence[RunRecord]]:
        """Be the only one to re-vet a population, on any machine that shares the store.

        Gives the runs that were left behind by a process that ended, which are recorded as failed with the code
        "run-killed". Raises `RunBusyError` at once where another process re-vets the population.
        """
        ...

    def begin(self, begun: RunBegun) -> int:
        """Record that a run has begun; gives its id, which is larger than all before."""
        ...

    def fail(self, run: RunRecord) -> None:
        """Record that a run failed. Raises `RunEndedError` where it has ended, or never began."""
        ...

    def history(self, population: str = "", most: int = 0) -> Sequence[RunRecord]:
        """The runs that ended, of one population or of all, from the latest to the first; 0 means all of them."""
        ...

    def last_complete(self, population: str) -> RunRecord | None:
        """The latest complete run of a population, or None."""
        ...

    def run(self, run: int) -> RunRecord | None:
        """One run that ended, or None."""
        ...
