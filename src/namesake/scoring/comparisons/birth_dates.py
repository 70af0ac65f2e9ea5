"""Birth dates: the best agreement among all pairs of published and given dates."""

from datetime import date
from math import fsum

from namesake.scoring.birth_levels import (
    APPROXIMATE_YEARS,
    LEVELS,
    RANKS,
    SLIPS,
    first_of_january,
    fitting,
    level_of,
)
from namesake.scoring.finding import Finding
from namesake.values.facts import PartialDate

__all__ = ["FIRSTS_OF_JANUARY", "LEVELS", "SLIPS", "SPAN", "compare", "level_of"]

SPAN = 21_915
"""Days over which the births of the reference population are spread evenly: 60 years."""

FIRSTS_OF_JANUARY = 0.03
"""The share of full birth dates that are a 1 January, which often stands for an unknown day: 3 in 100 on the lists
of OFAC, the EU, the UN and the UK from 2018 to 2024, ten times what chance would give."""

_YEAR = 365.25
# How many days of the span are, for an average day, at this level or a better one, where both sides have days.
_DAYS = {
    "exact": 1.0,
    "day and month exchanged": 2.0,
    "next day": 3.4,
    "one digit differs": 19.0,
    "digits of the year exchanged": 20.0,
    "month and day agree": 31.0,
}


_UNSAID = (Finding("birth_date", "unknown", "", ""),)


def compare(left: tuple[PartialDate, ...], right: tuple[PartialDate, ...]) -> tuple[Finding, ...]:
    """One finding: the best level of all pairs, or that a side has no date.

    `per_million` is the expected share of people who, with dates as precise as these, would agree as well or better.
    """
    if not left or not right:
        return (Finding("birth_date", "unknown", _text(left), _text(right)),) if left or right else _UNSAID
    rank, _, _, level, one, other = min(_ranked(a, b) for a in left for b in right)
    share = fsum(_share(level, a, b) for a in left for b in right) if rank < RANKS["neighbouring year"] else None
    return (Finding("birth_date", level, one, other, ((f"birth_date.{level}", 1),),
                    None if share is None else min(1.0, share) * 1e6),)  # fmt: skip


def _share(level: str, left: PartialDate, right: PartialDate) -> float:
    """The share of people whose date, as precise as one of these, would agree with the other at a level or better."""
    rank = RANKS[level]
    if left.first == left.last and right.first == right.last:
        return _share_of_days(rank, left, right)
    if RANKS[fitting(left, right)] > rank:
        return 0.0
    days = sorted(((left.last - left.first).days + 1, (right.last - right.first).days + 1))
    # A day, month or year lies wholly within a range or without; others, and those of two calendars, partly too.
    whole = days[0] == 1 or (days[0] <= 366 and left.first.day == right.first.day == 1)
    return (days[1] + (0 if whole else days[0]) + _tolerance(left, right)) / SPAN


def _share_of_days(rank: int, left: PartialDate, right: PartialDate) -> float:
    days = max((count for level, count in _DAYS.items() if RANKS[level] <= rank), default=0.0)
    if first_of_january(left.first) or first_of_january(right.first):
        if rank >= RANKS["same first of January"]:
            days += FIRSTS_OF_JANUARY * _YEAR
        if rank >= RANKS["year, first of January"]:
            days += _YEAR
    if rank >= RANKS["approximate"] and (left.circa or right.circa):
        days = _YEAR + _tolerance(left, right)
    return days / SPAN


def _tolerance(left: PartialDate, right: PartialDate) -> float:
    return 2 * APPROXIMATE_YEARS * _YEAR if left.circa or right.circa else 0.0


def _ranked(left: PartialDate, right: PartialDate) -> tuple[int, date, date, str, str, str]:
    """What makes one pair of dates better than another; the dates only so that their order makes no difference."""
    level = level_of(left, right)
    return (RANKS[level], left.first, right.first, level, _shown(left), _shown(right))


def _shown(value: PartialDate) -> str:
    return value.text or str(value.first)


def _text(values: tuple[PartialDate, ...]) -> str:
    return "; ".join(map(_shown, values))
