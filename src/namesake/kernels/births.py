"""What birth dates can add to a score at most, seen from years and single days alone."""

from __future__ import annotations

from collections.abc import Sequence

NEAR = 3
"""Years: beyond that no date agrees, however approximate, but for a slip."""

NEAR_DAYS = 31
"""Days: beyond that days of different years do not agree, but for a slip."""

DAYS_IN_FOUR_YEARS = 1461
LEAP_DAYS = 2
"""By how many days whole years can be off from years of 365.25 days, and by one more a century."""

_NEAR = NEAR
_NEAR_DAYS = NEAR_DAYS
_FOUR_YEARS = DAYS_IN_FOUR_YEARS
_LEAP_DAYS = LEAP_DAYS


class Births:
    """For each name of a list the years that its entity may be born in (0 for unknown) and the day, an ordinal, where
    it is the only one and exact (else 0); and the most that dates can add, in 1/1024 bit: where they agree, but for a
    slip, nearly, and not at all."""

    def __init__(
        self, first: Sequence[int], last: Sequence[int], day: Sequence[int], weights: tuple[int, int, int, int]
    ) -> None:
        self.first = first
        self.last = last
        self.day = day
        self.agrees, self.slips, self.near, self.differs = weights


class Birth:
    """The years that a subject may be born in, 0 for unknown, and the day as in `Births`."""

    def __init__(self, first: int, last: int, day: int) -> None:
        self.first = first
        self.last = last
        self.day = day


def birth_bound(births: Births, name: int, born: Birth) -> int:
    """The most that the birth dates of a name's entity can add; 0 where a side has none.

    Years that are further apart than any tolerance differ for certain, unless both sides have one year only
    and a slip of its digits tells them apart. Of two exact days only a slip can explain a difference.
    """
    first = births.first[name]
    last = births.last[name]
    if born.first == 0 or first == 0:
        return 0
    gap = max(first - born.last, born.first - last)
    day = births.day[name]
    if day > 0 and born.day > 0 and day != born.day:
        return bound_of_days(births, abs(day - born.day), gap, slip_of_year(first, born.first))
    if gap <= _NEAR:
        return births.agrees
    if first == last and born.first == born.last and not slip_of_year(first, born.first):
        return births.differs
    return births.slips


def bound_of_days(births: Births, apart: int, gap: int, slip: bool) -> int:
    """The most that two unequal days can add that lie so many days and years `apart`.

    A slip of the year leaves month and day alone, so that the days are a number of whole years apart.
    """
    whole = abs(4 * apart - _FOUR_YEARS * gap) <= 4 * (_LEAP_DAYS + gap // 100)
    near = births.near if apart <= _NEAR_DAYS else births.differs
    if gap == 0 or apart <= 1 or (whole and (slip or gap == 1)):
        return max(births.slips, near)
    return near


def slip_of_year(year: int, other: int) -> bool:
    """Whether years are one year but for a digit, or with the last two digits exchanged."""
    digits = 0
    ten = 1
    for _ in range(4):
        digits += (year // ten) % 10 != (other // ten) % 10
        ten *= 10
    return digits <= 1 or year // 100 * 100 + year % 10 * 10 + year // 10 % 10 == other
