"""What birth dates can add to a score at most, seen from years and single days alone."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.partition import Partition
from namesake.values.entities import Entity

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]

NEAR = 3
"""Years: beyond that no date agrees, however approximate, but for a slip."""

NEAR_DAYS = 31
"""Days: beyond that days of different years do not agree, but for a slip."""

DAYS_IN_FOUR_YEARS = 1461
LEAP_DAYS = 2
"""By how many days whole years can be off from years of 365.25 days, and by one more a century."""


class BirthWeights(NamedTuple):
    """The most that birth dates can add, in 1/1024 bit: where they agree, but for a slip, nearly, and not at all."""

    agrees: int
    slips: int
    near: int
    differs: int


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


def birth_bound(partition: Partition, names: Ints, born: Born, weights: BirthWeights) -> Ints:
    """The most that the birth dates of each name's entity can add, in 1/1024 bit; 0 where a side has none.

    Years that are further apart than any tolerance differ for certain, unless both sides have one year only
    and a slip of its digits tells them apart. Of two exact days only a slip can explain a difference.
    """
    if not born.first:
        return np.zeros(len(names), np.int32)
    first, last = partition.born_from[names].astype(np.int32), partition.born_to[names].astype(np.int32)
    gap = np.maximum(first - born.last, born.first - last)
    slip = _slip_of_year(first, born.first)
    one_year = (first == last) & (born.first == born.last)
    apart = np.where(one_year & ~slip, weights.differs, weights.slips)
    found = np.where(gap <= NEAR, weights.agrees, apart)
    day = partition.born_on[names]
    days = _bound_of_days(np.abs(day - born.day), gap, slip, weights)
    found = np.where((day > 0) & (born.day > 0) & (day != born.day), days, found)
    return np.where(first == 0, 0, found).astype(np.int32)


def _bound_of_days(apart: Ints, gap: Ints, slip: Flags, weights: BirthWeights) -> Ints:
    """The most that two unequal days can add that lie so many days and years `apart`.

    A slip of the year leaves month and day alone, so that the days are a number of whole years apart.
    """
    whole_years = np.abs(4 * apart - DAYS_IN_FOUR_YEARS * gap) <= 4 * (LEAP_DAYS + gap // 100)
    slips = (gap == 0) | (apart <= 1) | (whole_years & (slip | (gap == 1)))
    near = np.where(apart <= NEAR_DAYS, weights.near, weights.differs)
    return np.asarray(np.where(slips, np.maximum(weights.slips, near), near), np.int32)


def _slip_of_year(years: Ints, year: int) -> Flags:
    """Whether years are one year but for a digit, or with the last two digits exchanged."""
    digits = np.sum([(years // ten % 10) != (year // ten % 10) for ten in (1, 10, 100, 1000)], axis=0)
    turned = years // 100 * 100 + years % 10 * 10 + years // 10 % 10
    return np.asarray((digits <= 1) | (turned == year), np.bool_)
