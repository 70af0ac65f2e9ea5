"""Keeps populations: who is under recurrent screening, in every version that they had."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from namesake.values.populations import EnrolledSubject, Enrolment, Offered, Population, SubjectChange


class Populations(Protocol):
    """Keeps populations. Each call is one transaction: it happened whole or not at all, also for other processes.

    Every method that changes or reads what is kept raises `StoreError`, where the store cannot be used.
    """

    def known(self) -> Sequence[Population]:
        """Every population, by name."""
        ...

    def population(self, name: str) -> Population:
        """One population. Raises `PopulationUnknownError`."""
        ...

    def enrol(  # noqa: PLR0913 - of which only three say what is done, the others how
        self,
        name: str,
        offered: Iterable[Offered],
        at: datetime,
        *,
        complete: bool = False,
        spared: Collection[str] = (),
        reason: str = "",
        agree: Callable[[Enrolment], None] = lambda _: None,
        tell: Callable[[int], None] = lambda _: None,
    ) -> Enrolment:
        """Enrol subjects, making the population where it is not known. Raises `PopulationNameError`.

        No key may be offered twice. All of `offered` is read before the store is locked; where it raises, nothing
        was changed. Subjects of an offered row that are not offered any more are withdrawn; with `complete`, so is
        everybody who is not offered, save the subjects of the rows whose keys are `spared` (which is looked at when
        `offered` has been read). Columns and notes that differ replace the kept ones and are no change. `reason` is
        recorded with every change. `agree` hears what it comes to before it counts: where it raises, nothing was
        changed. `tell` hears how many subjects are written.
        """
        ...

    def withdraw(self, name: str, keys: Sequence[str], at: datetime, reason: str = "") -> Enrolment:
        """Withdraw subjects; those that were withdrawn before count as unchanged.

        Raises `PopulationUnknownError`, and `SubjectUnknownError`, in which case nobody is withdrawn.
        """
        ...

    def subjects(
        self, name: str, numbers: Sequence[int] | None = None, *, at: int | None = None, withdrawn: bool = False
    ) -> Iterator[EnrolledSubject]:
        """The subjects by number, or those of the given numbers that there are; the withdrawn too where wanted.

        `at` gives them as they were in that state of the population (columns and notes are always the latest).
        What is read is one state, whoever writes meanwhile. Raises `PopulationUnknownError`.
        """
        ...

    def changed_since(self, name: str, sequence: int) -> Iterator[EnrolledSubject]:
        """The subjects by number that were added, changed, returned or withdrawn after that state of the population.

        Raises `PopulationUnknownError`.
        """
        ...

    def versions(self, name: str, key: str) -> Sequence[EnrolledSubject]:
        """Every version of a subject from the first. Raises `PopulationUnknownError`, `SubjectUnknownError`."""
        ...

    def history(self, name: str, key: str) -> Sequence[SubjectChange]:
        """All that happened to a subject from the first. Raises as `versions` does."""
        ...
