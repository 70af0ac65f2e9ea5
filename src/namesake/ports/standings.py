"""Counts what is kept of populations, for who oversees them; nothing is read that is not needed for a count."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from namesake.values.revets import RunRecord
from namesake.values.standings import CaseTally, Tally, Touched, Unfinished


class Overviews(Protocol):
    """Counts. Of a population that is not known everything is none. Raises `StoreError`."""

    def touched(self, population: str, sequence: int) -> Touched:
        """How many subjects were touched after that state of the population."""
        ...

    def tally(self, population: str) -> Tally:
        """The matches that stand."""
        ...

    def cases(self, population: str, today: date) -> CaseTally:
        """The alerts by state, and those whose clock has run out by a day."""
        ...

    def unfinished(self, population: str) -> Sequence[Unfinished]:
        """The runs that have begun and not ended, from the latest to the first."""
        ...

    def everybody(self, population: str) -> RunRecord | None:
        """The latest complete run that screened everybody against everything, or None."""
        ...
