"""Dates of the Islamic (lunar) and the Persian (solar) Hijri calendars as Gregorian partial dates."""

from datetime import date

from namesake.values.facts import PartialDate

_SOLAR_EPOCH = date(622, 3, 21).toordinal()  # day 1 of year 1 when the 33-year rule is carried back
_SOLAR_YEARS = range(1178, 1502)  # where the 33-year rule gives the astronomical calendar


def islamic(
    year: int, month: int | None = None, day: int | None = None, *, text: str = ""
) -> PartialDate | None:
    """A date of the Umm al-Qura calendar, by hijridate; None outside its years or for no such date.

    Local sightings of the moon can differ from the calculated calendar by a day.
    """
    first = _lunar(year, month or 1, (day if month else None) or 1)
    after = _lunar(*_next(year, month, None)) if day is None or month is None else None
    if first is None:
        return None
    if day is not None and month is not None:
        return PartialDate(first, first, text=text)
    return PartialDate(first, date.fromordinal(after.toordinal() - 1), text=text) if after else None


def solar_hijri(
    year: int, month: int | None = None, day: int | None = None, *, text: str = ""
) -> PartialDate | None:
    """A date of the Persian calendar; None outside 1178 to 1501 or for no such date.

    Leap years by the 33-year rule, (25 * year + 11) mod 33 < 8, which agrees with the astronomical
    calendar of Iran over these years. Months 1 to 6 have 31 days, 7 to 11 have 30.
    """
    if year not in _SOLAR_YEARS or not _exists(year, month, day):
        return None
    first = _solar(year, month or 1, (day if month else None) or 1)
    if day is not None and month is not None:
        return PartialDate(first, first, text=text)
    after = _solar(*_next(year, month, None))
    return PartialDate(first, date.fromordinal(after.toordinal() - 1), text=text)


def _next(year: int, month: int | None, _day: None) -> tuple[int, int, int]:
    """The first day after the month, or after the year where there is no month."""
    if month is None or month == 12:
        return year + 1, 1, 1
    return year, month + 1, 1


def _lunar(year: int, month: int, day: int) -> date | None:
    from hijridate import Hijri  # loaded when first needed: most inputs have no such date

    try:
        day_found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(day_found.year, day_found.month, day_found.day)


def _exists(year: int, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    days = 31 if month <= 6 else 30 if month <= 11 or _leap(year) else 29
    return day is None or 1 <= day <= days


def _leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def _solar(year: int, month: int, day: int) -> date:
    before = 365 * (year - 1) + (8 * year + 21) // 33
    months = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_SOLAR_EPOCH - 1 + before + months + day)
