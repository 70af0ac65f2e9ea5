"""Destroys what is kept of subjects, and keeps what forbids it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from namesake.values.retention import Erased, Hold, Standing


class Erasures(Protocol):
    """Destroys a subject's data and the salts of its seals, so that nothing recorded of it can be guessed back. Each
    call is one transaction with its events. Raises `StoreError`, `PopulationUnknownError`, `SubjectUnknownError`."""

    def holds(self) -> Sequence[Hold]:
        """All holds, by population and subject."""
        ...

    def hold(self, population: str, key: str, reason: str, by: str, at: datetime) -> bool:
        """Put a hold on a subject; False where there is one already, which stays as it is."""
        ...

    def release(self, population: str, key: str, reason: str, by: str, at: datetime) -> bool:
        """Lift a hold; False where there is none."""
        ...

    def withdrawn(self, population: str) -> Iterator[Standing]:
        """How every withdrawn subject of a population stands, by number."""
        ...

    def forget(
        self, population: str, key: str, reason: str, by: str, at: datetime, agree: Callable[[Standing], None]
    ) -> Erased:
        """Destroy all that is kept of a subject. `agree` hears how it stands first, when nobody else can change that
        any more: where it raises, nothing is destroyed. Its number is never given to another."""
        ...
