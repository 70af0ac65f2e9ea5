"""The birth date of a row: every reading that its text allows, and a note wherever there is more than one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from namesake.entities.codes import (
    DATE_AMBIGUOUS,
    DATE_CENTURY,
    DATE_FUTURE,
    DATE_SERIAL,
    DATE_UNREADABLE,
)
from namesake.errors import Where
from namesake.fields.dates import readings
from namesake.fields.folding import ascii_digits
from namesake.values.entities import Note
from namesake.values.facts import PartialDate

_SERIAL = re.compile(r"[1-5]\d{4}")
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of spreadsheets, leap-year error of 1900 included
_OLDEST = 130  # years: nobody older is alive, and a two-digit year further back is not meant


@dataclass(frozen=True, slots=True)
class DateFrame:
    """What the whole file says about its dates: the order, and the day of the screening, if known."""

    day_first: bool | None = None
    today: date | None = None


def birth_dates(
    values: Mapping[str, Sequence[str]], frame: DateFrame, where: Where
) -> tuple[tuple[PartialDate, ...], tuple[Note, ...]]:
    """The birth dates of a row: alternatives of one date, or the several that its cells give."""
    found: dict[PartialDate, None] = {}
    notes: list[Note] = []
    for text in _texts(values):
        alternatives = _readings(text, frame, where, notes)
        found.update(dict.fromkeys(alternatives))
    return tuple(found), tuple(notes)


def _texts(values: Mapping[str, Sequence[str]]) -> list[str]:
    """The texts to read; year, month and day in columns of their own make one."""
    if texts := values.get("birthDate"):
        return list(texts)
    year, month, day = (next(iter(values.get(name, ())), "") for name in ("birthYear", "birthMonth", "birthDay"))
    if not year:
        return []
    if month.isdecimal() and day.isdecimal():
        return [f"{year}-{int(month):02d}-{int(day):02d}"]
    if month.isdecimal():
        return [f"{year}-{int(month):02d}"]
    return [" ".join(part for part in (day, month, year) if part)] if month else [year]


def _readings(text: str, frame: DateFrame, where: Where, notes: list[Note]) -> list[PartialDate]:
    if _SERIAL.fullmatch(text):
        day = _SERIAL_ZERO + timedelta(int(text))
        notes.append(Note(DATE_SERIAL, f"{text} was read as a spreadsheet's day number: {day}", where))
        return [PartialDate(day, day, text=text)]
    found = list(readings(text, day_first=frame.day_first))
    if not found:
        notes.append(Note(DATE_UNREADABLE, f"{text[:60]!r} is not understood as a date", where))
        return []
    alive = [item for item in found if _possible(item, frame.today)]
    if not alive:
        notes.append(Note(DATE_FUTURE, f"{text[:60]!r} is no birth date of anybody alive", where))
    if len(alive) == 1 < len(found) and not _two_digits(text):
        said = f"{text[:60]!r} was read as {alive[0].first}: its other reading is no birth date of anybody alive"
        notes.append(Note(DATE_AMBIGUOUS, said, where))
    notes.extend(_remarks(text, alive, where))
    return alive


def _possible(found: PartialDate, today: date | None) -> bool:
    return today is None or (found.first <= today and found.last.year >= today.year - _OLDEST)


def _remarks(text: str, found: Sequence[PartialDate], where: Where) -> list[Note]:
    if len(found) < 2:
        return []
    shown = ", ".join(item.first.isoformat() if item.exact else str(item.first.year) for item in found)
    years = {item.first.year for item in found}
    code = DATE_AMBIGUOUS if len(years) < len(found) or not _two_digits(text) else DATE_CENTURY
    notes = [Note(code, f"{text[:60]!r} was compared as {shown}", where)]
    if code == DATE_AMBIGUOUS and len(years) > 1 and _two_digits(text):
        notes.append(Note(DATE_CENTURY, f"{text[:60]!r} has a year of two digits", where))
    return notes


def _two_digits(text: str) -> bool:
    return not re.search(r"\d{4}", ascii_digits(text))
