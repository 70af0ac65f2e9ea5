"""Dates of the Islamic (lunar) and the Persian (solar) Hijri calendars as Gregorian partial dates."""

from collections.abc import Callable
from datetime import date, timedelta

from namesake.values.facts import PartialDate

Calendar = Callable[[int, int, int], date | None]
Parts = tuple[int, int | None, int | None]

HIJRI_YEARS = range(1250, 1481)
"""Years that are of a Hijri calendar and not Gregorian where a date says nothing else: in either of them they
reach from the 19th century into the 21st, and nobody compared here was born in 1250 to 1480 of our era."""

# Where the rules below hold, and the year after, to find the end of the last one.
_SOLAR_YEARS = range(1178, 1503)
_SOLAR_EPOCH = date(622, 3, 21).toordinal()  # day 1 of year 1 when the 33-year rule is carried back
_TABULAR_YEARS = range(1250, 1344)
_TABULAR_EPOCH = date(622, 7, 18).toordinal()  # 1 Muharram 1, as astronomers count
_TABULAR_ERROR = timedelta(days=2)


def islamic(year: int, month: int | None = None, day: int | None = None, *, text: str = "") -> PartialDate | None:
    """A date of the Umm al-Qura calendar, by hijridate (1343 to 1500 AH); None outside 1250 to 1500 or for no
    such date. Local sightings of the moon can differ from the calculated calendar by a day.

    For 1250 to 1342 AH the tabular calendar with leap years by (11 * year + 14) mod 30 < 11 (Reingold and
    Dershowitz, Calendrical Calculations) gives the day. Over the years of both, the two are at most two days
    apart, so that such a date is read as wide.
    """
    if year not in _TABULAR_YEARS[:-1]:
        return _found(_lunar, (year, month, day), text)
    found = _found(_tabular, (year, month, day), text)
    return PartialDate(found.first - _TABULAR_ERROR, found.last + _TABULAR_ERROR, text=text) if found else None


def solar_hijri(year: int, month: int | None = None, day: int | None = None, *, text: str = "") -> PartialDate | None:
    """A date of the Persian calendar; None outside 1178 to 1501 or for no such date.

    Leap years by the 33-year rule, (25 * year + 11) mod 33 < 8, which agrees with the astronomical
    calendar of Iran over these years. Months 1 to 6 have 31 days, 7 to 11 have 30.
    """
    return _found(_solar, (year, month, day), text)


def _found(calendar: Calendar, parts: Parts, text: str) -> PartialDate | None:
    """The day; of a month or year, everything up to the day before the next one."""
    year, month, day = parts
    first = calendar(year, 1 if month is None else month, 1 if month is None or day is None else day)
    if first is None or (month is not None and day is not None):
        return PartialDate(first, first, text=text) if first else None
    after = calendar(year + 1, 1, 1) if month in (None, 12) else calendar(year, (month or 0) + 1, 1)
    return PartialDate(first, after - timedelta(days=1), text=text) if after else None


def _lunar(year: int, month: int, day: int) -> date | None:
    from hijridate import Hijri  # loaded when first needed: most inputs have no such date

    try:
        day_found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(day_found.year, day_found.month, day_found.day)


def _tabular(year: int, month: int, day: int) -> date | None:
    """Odd months have 30 days, even ones 29, the last of a leap year 30."""
    long = month % 2 == 1 or (month == 12 and (11 * year + 14) % 30 < 11)
    if year not in _TABULAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= (30 if long else 29):
        return None
    before = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_TABULAR_EPOCH - 1 + before + day)


def _solar(year: int, month: int, day: int) -> date | None:
    if year not in _SOLAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        return None
    before = 365 * (year - 1) + (8 * year + 21) // 33
    months = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_SOLAR_EPOCH - 1 + before + months + day)


def _days(year: int, month: int) -> int:
    leap = (25 * year + 11) % 33 < 8
    return 31 if month <= 6 else 30 if month <= 11 or leap else 29
