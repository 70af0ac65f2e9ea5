"""What birth dates can add to a score at most, seen from the years alone."""

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.partition import Partition
from namesake.candidates.reach import Weights
from namesake.values.tokens import NameClass

Ints = NDArray[np.int32]

NEAR = 3
"""Years: beyond that no date agrees, however approximate, but for a slip of one digit."""


def birth_bound(
    partition: Partition, names: NDArray[np.intp], years: tuple[int, int], kind: NameClass, weights: Weights
) -> Ints:
    """The most that the birth dates of each name's entity can add, in 1/1024 bit; 0 where a side has none.

    Years that are further apart than any tolerance differ for certain, unless both sides have one year only
    and a single digit tells them apart.
    """
    if kind != "person" or not years[0]:
        return np.zeros(len(names), np.int32)
    first, last = partition.born_from[names].astype(np.int32), partition.born_to[names].astype(np.int32)
    gap = np.maximum(first - years[1], years[0] - last)
    single = (first == last) & (years[0] == years[1])
    apart = np.where(single & (_digits(first, years[0]) > 1), weights.birth_differs, max(weights.birth_slips, 0))
    found = np.where(gap <= NEAR, weights.birth_agrees, apart)
    return np.where(first == 0, 0, found).astype(np.int32)


def _digits(years: Ints, year: int) -> Ints:
    """In how many of four digits years differ from one."""
    places = [(years // ten % 10) != (year // ten % 10) for ten in (1, 10, 100, 1000)]
    return np.asarray(np.sum(places, axis=0), np.int32)
