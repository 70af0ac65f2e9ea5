"""How the scores of the matches are distributed."""

from dataclasses import dataclass

from namesake.values.matches import Band

STEPS = 20
"""Bins of the whole range from 0 to 1: each is five percentage points wide."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One column: its range in percent, the band of its lower end, its count and its height (0..1)."""

    low: int
    high: int
    band: Band
    count: int
    height: float


class Histogram:
    """Counts scores as they come."""

    def __init__(self, review_from: float, strong_from: float) -> None:
        self._counts = [0] * STEPS
        self._review, self._strong = review_from, strong_from

    @property
    def total(self) -> int:
        """How many scores were counted."""
        return sum(self._counts)

    def add(self, score: float) -> None:
        """Count a score from 0 to 1."""
        self._counts[min(int(score * STEPS + 1e-9), STEPS - 1)] += 1

    def bins(self) -> tuple[Bin, ...]:
        """The columns from the first with a score, or from where review begins, to 100%."""
        first = next((at for at, count in enumerate(self._counts) if count), STEPS)
        first = min(first, int(self._review * STEPS + 1e-9), STEPS - 1)
        tallest = max(self._counts) or 1
        width = 100 // STEPS
        return tuple(
            Bin(at * width, (at + 1) * width, self._band(at / STEPS), count, count / tallest)
            for at, count in enumerate(self._counts)
            if at >= first
        )

    def _band(self, low: float) -> Band:
        if low + 1e-9 >= self._strong:
            return "strong"
        return "review" if low + 1e-9 >= self._review else "clear"
