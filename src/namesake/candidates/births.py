"""What birth dates can add to a score at most, seen from years and single days alone."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.partition import Partition
from namesake.candidates.reach import Weights
from namesake.values.entities import Entity
from namesake.values.tokens import NameClass

Ints = NDArray[np.int32]

NEAR = 3
"""Years: beyond that no date agrees, however approximate, but for a slip of one digit."""


class Born(NamedTuple):
    """The years that somebody may be born in, and the day (an ordinal) where it is the only one and exact."""

    first: int
    last: int
    day: int


def born_of(entity: Entity) -> Born:
    """What is known of a birth; zeros for unknown."""
    dates = entity.birth_dates
    if not dates:
        return Born(0, 0, 0)
    day = dates[0].first.toordinal() if len(dates) == 1 and dates[0].exact else 0
    return Born(min(item.first.year for item in dates), max(item.last.year for item in dates), day)


def birth_bound(partition: Partition, names: NDArray[np.intp], born: Born, kind: NameClass, weights: Weights) -> Ints:
    """The most that the birth dates of each name's entity can add, in 1/1024 bit; 0 where a side has none.

    Years that are further apart than any tolerance differ for certain, unless both sides have one year only
    and a single digit tells them apart. Of two exact days only a slip can explain a difference.
    """
    if kind != "person" or not born.first:
        return np.zeros(len(names), np.int32)
    first, last = partition.born_from[names].astype(np.int32), partition.born_to[names].astype(np.int32)
    gap = np.maximum(first - born.last, born.first - last)
    digits = _digits(first, born.first)
    one_year = (first == last) & (born.first == born.last)
    apart = np.where(one_year & (digits > 1), weights.birth_differs, weights.birth_slips)
    found = np.where(gap <= NEAR, weights.birth_agrees, apart)
    day = partition.born_on[names]
    unequal = np.where(digits <= 1, weights.birth_slips, np.where(gap <= 1, weights.birth_near, weights.birth_differs))
    found = np.where((day > 0) & (born.day > 0) & (day != born.day), unequal, found)
    return np.where(first == 0, 0, found).astype(np.int32)


def _digits(years: Ints, year: int) -> Ints:
    """In how many of four digits years differ from one."""
    places = [(years // ten % 10) != (year // ten % 10) for ten in (1, 10, 100, 1000)]
    return np.asarray(np.sum(places, axis=0), np.int32)
