"""Partial dates from their parts, and back to a short canonical text."""

from calendar import monthrange
from datetime import date

from namesake.values.facts import PartialDate


def from_parts(
    year: int, month: int | None = None, day: int | None = None, *, circa: bool = False, text: str = ""
) -> PartialDate:
    """The day, month or year that the Gregorian parts name; a day without a month is not used.

    Raises `ValueError` for a date that the calendar does not have.
    """
    if month is None:
        return PartialDate(date(year, 1, 1), date(year, 12, 31), circa, text)
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")
    if day is None:
        last = monthrange(year, month)[1]
        return PartialDate(date(year, month, 1), date(year, month, last), circa, text)
    only = date(year, month, day)
    return PartialDate(only, only, circa, text)


def year_range(first: int, last: int, *, circa: bool = False, text: str = "") -> PartialDate:
    """From 1 January of `first` to 31 December of `last`. Raises `ValueError` if they are reversed."""
    if first > last:
        raise ValueError(f"the range {first} to {last} is reversed")
    return PartialDate(date(first, 1, 1), date(last, 12, 31), circa, text)


def span(first: PartialDate, last: PartialDate, *, circa: bool = False, text: str = "") -> PartialDate:
    """From the first day of one to the last day of the other. Raises `ValueError` if they are reversed."""
    if first.first > last.last:
        raise ValueError(f"the range {first.first} to {last.last} is reversed")
    return PartialDate(first.first, last.last, circa or first.circa or last.circa, text)


def iso(value: PartialDate) -> str:
    """The shortest text that says the same: "1960-08-31", "1960-08", "1960", "1958/1960", "~1960".

    Ranges are written as in ISO 8601-1 intervals and "circa" as a leading "~", which `parse` reads again.
    """
    return ("~" if value.circa else "") + _bounds(value.first, value.last)


def _bounds(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _joined(f"{first.year:04}", f"{last.year:04}")
    if first.day == 1 and _ends_month(last):
        return _joined(_day(first)[:7], _day(last)[:7])
    return f"{_day(first)}/{_day(last)}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _day(value: date) -> str:
    return value.isoformat()


def _ends_month(value: date) -> bool:
    return value.day == monthrange(value.year, value.month)[1]
