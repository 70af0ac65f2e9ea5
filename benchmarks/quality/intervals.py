"""Bootstrap over entities: all pairs or queries about one entity are drawn together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 20240614

Groups = NDArray[np.int64]
"""The entity that each item is about, numbered from 0."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}-{self.high:.3f})"


def numbered(names: Sequence[str]) -> Groups:
    """Entities by number."""
    return np.unique(np.array(names), return_inverse=True)[1].astype(np.int64)


def bootstrap(samples: Sequence[Groups], measure: Callable[..., float], resamples: int = RESAMPLES) -> Measured:
    """A measure with its interval. `measure` takes the weights of the items of each sample, in the same order; each
    sample is drawn by itself."""
    random = np.random.default_rng(SEED)
    value = measure(*(np.ones(len(groups)) for groups in samples))
    found = [measure(*(_drawn(groups, random) for groups in samples)) for _ in range(resamples)]
    low, high = np.quantile(found, [0.025, 0.975])
    return Measured(value, float(low), float(high))


def _drawn(groups: Groups, random: np.random.Generator) -> NDArray[np.float64]:
    count = int(groups.max()) + 1
    return np.bincount(random.integers(0, count, count), minlength=count).astype(np.float64)[groups]
