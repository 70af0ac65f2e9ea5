"""A share with its interval."""

import math
from dataclasses import dataclass

Z = 1.959963984540054
"""Standard deviations that leave 2.5 % on either side."""


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` of `total`."""

    count: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 of nothing is 0."""
        return self.count / self.total if self.total else 0.0

    @property
    def missed(self) -> "Rate":
        """The rest: what was not found."""
        return Rate(self.total - self.count, self.total)

    @property
    def low(self) -> float:
        """The lower end of the 95 % interval."""
        return self._interval()[0]

    @property
    def high(self) -> float:
        """The upper end of the 95 % interval; 1 where nothing was measured."""
        return self._interval()[1]

    def _interval(self) -> tuple[float, float]:
        """The interval of Wilson (1927), which holds for shares near 0 and 1 and for small numbers too."""
        if not self.total:
            return 0.0, 1.0
        share, weight = self.value, Z * Z / self.total
        middle = (share + weight / 2) / (1 + weight)
        half = Z * math.sqrt(share * (1 - share) / self.total + weight / self.total / 4) / (1 + weight)
        return (0.0 if self.count == 0 else max(0.0, middle - half),
                1.0 if self.count == self.total else min(1.0, middle + half))  # fmt: skip
