"""How well two birth dates agree: the levels, from the same day to a date that cannot be."""

from collections.abc import Callable
from datetime import date

from namesake.values.facts import PartialDate

# From the strongest to the weakest, in the order of their bits: a model must keep it.
LEVELS = (
    "exact",
    "same first of January",
    "day and month exchanged",
    "month",
    "year",
    "next day",
    "one digit differs",
    "digits of the year exchanged",
    "within range",
    "month and day agree",
    "approximate",
    "year, first of January",
    "within a wide range",
    "neighbouring year",
    "differs",
)
SLIPS = (
    "day and month exchanged",
    "next day",
    "one digit differs",
    "digits of the year exchanged",
    "month and day agree",
    "year, first of January",
)
"""How two single days that are not the same can still agree."""

APPROXIMATE_YEARS = 2
WIDE = 4_018
"""Days (11 years, as from 1975 to 1985): a range beyond that says hardly anything."""

RANKS = {level: rank for rank, level in enumerate(LEVELS)}
"""By level, from 0 for the strongest."""


def level_of(left: PartialDate, right: PartialDate) -> str:
    """How well two dates agree, each taken to be as precise as it is stated."""
    circa = left.circa or right.circa
    if left.first == left.last and right.first == right.last:
        return _days(left.first, right.first, circa)
    gap = max(right.first.year - left.last.year, left.first.year - right.last.year, 0)
    overlap = left.first <= right.last and right.first <= left.last
    if overlap or (circa and gap <= APPROXIMATE_YEARS):
        return fitting(left, right)
    return "neighbouring year" if gap <= 1 else "differs"


def _days(a: date, b: date, circa: bool) -> str:
    if a == b:
        return "same first of January" if first_of_january(a) else "exact"
    if a.year != b.year and not _anniversary(a, b) and not _near(a, b):
        level = "differs"  # as most pairs do: none of the slips goes so far
    else:
        level = next((level for level, holds in _SLIPS if holds(a, b)), "differs")
    if circa and abs(a.year - b.year) <= APPROXIMATE_YEARS and RANKS[level] > RANKS["approximate"]:
        return "approximate"
    return level


def _exchanged(a: date, b: date) -> bool:
    return a.year == b.year and (a.month, a.day) == (b.day, b.month)


def _next(a: date, b: date) -> bool:
    """Written down in another time zone, or converted from a calendar whose months begin with a sighting."""
    return abs((a - b).days) == 1


def _one_digit(a: date, b: date) -> bool:
    return a.year == b.year and _digits(a.month * 100 + a.day, b.month * 100 + b.day) == 1


def _years_exchanged(a: date, b: date) -> bool:
    """1968 and 1986."""
    (century, years), (other, others) = divmod(a.year, 100), divmod(b.year, 100)
    return _anniversary(a, b) and century == other and years == others % 10 * 10 + others // 10


def _other_year(a: date, b: date) -> bool:
    return _anniversary(a, b) and (abs(a.year - b.year) == 1 or _digits(a.year, b.year) == 1)


def _same_year_first(a: date, b: date) -> bool:
    return a.year == b.year and (first_of_january(a) or first_of_january(b))


def _near(a: date, b: date) -> bool:
    return abs((a - b).days) <= 31


def _anniversary(a: date, b: date) -> bool:
    return (a.month, a.day) == (b.month, b.day)


_SLIPS: tuple[tuple[str, Callable[[date, date], bool]], ...] = (
    ("day and month exchanged", _exchanged),
    ("next day", _next),
    ("one digit differs", _one_digit),
    ("digits of the year exchanged", _years_exchanged),
    ("month and day agree", _other_year),
    ("year, first of January", _same_year_first),
    ("neighbouring year", _near),
)


def fitting(left: PartialDate, right: PartialDate) -> str:
    """The level of dates that fit, of which one at least is no single day."""
    widest = max((left.last - left.first).days, (right.last - right.first).days)
    if widest > WIDE:
        return "within a wide range"
    if left.circa or right.circa:
        return "approximate"
    return "month" if widest <= 31 else "year" if widest <= 366 else "within range"


def first_of_january(day: date) -> bool:
    """Whether a day is the one that often stands for an unknown day of its year."""
    return day.month == day.day == 1


def _digits(a: int, b: int) -> int:
    """In how many of four digits two numbers differ."""
    return sum(a // ten % 10 != b // ten % 10 for ten in (1, 10, 100, 1000))
