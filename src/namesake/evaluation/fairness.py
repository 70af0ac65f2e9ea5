"""Whether innocents of every name culture are spared alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from namesake.evaluation.rates import Rate

ALWAYS_ALLOWED = 0.010
"""10 false alerts per 1,000 with birth dates are within the limit, whatever the other cultures have."""

TIMES_MEDIAN = 3.0
"""Besides, no culture may have more than three times the rate of the median culture."""


@dataclass(frozen=True, slots=True)
class Fairness:
    """`limit` is the larger of 10 per 1,000 and three times the median culture's rate with birth dates. `above` are
    the cultures over it, the worst first; `above_names_only` those that would be over the like limit without them,
    which is stated and not judged. Rates are shares from 0 to 1."""

    median: float
    limit: float
    above: tuple[str, ...]
    median_names_only: float
    limit_names_only: float
    above_names_only: tuple[str, ...]
    measured: bool

    @property
    def kept(self) -> bool:
        """Whether no culture is over the limit; False where nothing was measured."""
        return self.measured and not self.above


def fairness(names_only: Mapping[str, Rate], dated: Mapping[str, Rate]) -> Fairness:
    """Compare the cultures with one another."""
    middle, limit, above = _judged(dated)
    middle_names, limit_names, above_names = _judged(names_only)
    return Fairness(middle, limit, above, middle_names, limit_names, above_names, bool(dated))


def _judged(rates: Mapping[str, Rate]) -> tuple[float, float, tuple[str, ...]]:
    middle = median([rate.value for rate in rates.values()]) if rates else 0.0
    limit = max(ALWAYS_ALLOWED, TIMES_MEDIAN * middle)
    above = [name for name, rate in rates.items() if rate.value > limit]
    return middle, limit, tuple(sorted(above, key=lambda name: (-rates[name].value, name)))
