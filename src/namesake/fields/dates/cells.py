"""Every way in which a date in a customer's file can be read. Choosing one is the caller's to report."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import product

from namesake.fields.dates.building import from_parts
from namesake.fields.dates.calendars import HIJRI_YEARS, islamic, solar_hijri
from namesake.fields.dates.hijri import stated
from namesake.fields.dates.months import months_named
from namesake.fields.dates.published import parse
from namesake.fields.folding import ascii_digits
from namesake.values.facts import PartialDate

_LONGEST = 80
_TIME = re.compile(r"[t ]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]m)?\s*(z|[+-]\d{2}:?\d{2})?$")
_NUMERIC = re.compile(r"(\d{1,4}|[dmyx?]{1,4})\s?([./\-\s])\s?(\d{1,2}|[dmx?]{1,2})\s?\2\s?(\d{1,4})\s?(?:г|года?)?\.?")
_YEAR_FIRST = re.compile(r"(\d{4})\s?([./\-])\s?(\d{1,2}|[mx?]{1,2})\s?\2\s?(\d{1,2}|[dx?]{1,2})")
_MONTH_YEAR = re.compile(r"(?:(\d{1,2})[./\-](\d{4})|(\d{4})[./\-](\d{1,2}))")
_COMPACT = re.compile(r"\d{8}")
_WORD = re.compile(r"[^\W\d_]+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)(?![^\W\d_])")
_FILLERS = frozenset(["de", "del", "of", "the", "den", "le", "el", "г", "год", "года", "um", "den"])
_ABOUT = re.compile(
    r"(?:circa|ca|c|um|gegen|etwa|vers|env|environ|hacia|cerca de|verso|около|ок|примерно|yaklaşık)[.\s]\s*(?=\d)"
)
_YEARS = range(1000, 3000)  # others stand for "unknown" or "for ever" in practice
_BUDDHIST = range(2440, 2601)  # the Thai calendar counts 543 years more

Parts = tuple[int, int, int]  # year, month, day; 0 where not known


def readings(text: str, *, day_first: bool | None = None) -> tuple[PartialDate, ...]:
    """All dates that the text can mean, most usual first; empty where it is not understood. Never raises.

    `day_first` says which of "03/04/1985" is the day; None where that is not known. With dots the day
    comes first: no language writes "04.03.1985" for the 3rd of April (CLDR). A year of two digits is read
    in both centuries, one from 1250 to 1480 in both Hijri calendars unless the text says which, and one from
    2440 to 2600 in the Thai.
    """
    return _readings(text, day_first) if len(text) <= _LONGEST else ()


@lru_cache(maxsize=1 << 14)
def _readings(text: str, day_first: bool | None) -> tuple[PartialDate, ...]:
    """Days of birth repeat: there are hardly more than thirty thousand."""
    plain = " ".join(ascii_digits(text).casefold().split()).strip(" .;,'\"")
    bare = _ABOUT.sub("", _TIME.sub("", plain), count=1)
    circa = _ABOUT.match(plain) is not None
    if date := stated(bare, text, day_first=day_first is not False):
        found = [date]
    else:
        found = [date for parts in _possible(bare, day_first) for date in _dates(parts, text)]
        found += [date for parts in _worded(bare) if (date := _gregorian(parts, text))]
    if not found and (date := parse(text)):
        found = [date]
    return tuple(dict.fromkeys(replace(date, circa=circa or date.circa) for date in found))


def _possible(plain: str, day_first: bool | None) -> list[Parts]:
    if match := _YEAR_FIRST.fullmatch(plain):
        second, third = _number(match[3]), _number(match[4])
        return [(int(match[1]), *((third, second) if second > 12 else (second, third)))]
    if match := _NUMERIC.fullmatch(plain):
        return _ordered(match, day_first)
    if match := _MONTH_YEAR.fullmatch(plain):
        return [(int(match[2] or match[3]), int(match[1] or match[4]), 0)]
    if _COMPACT.fullmatch(plain):
        return _compact(plain, day_first)
    return [(int(plain), 0, 0)] if re.fullmatch(r"\d{4}", plain) else []


def _ordered(match: re.Match[str], day_first: bool | None) -> list[Parts]:
    first, second, third = _number(match[1]), _number(match[3]), int(match[4])
    if len(match[4]) == 2 and len(match[1]) == 2 and first > 31:
        return [(year, second, third) for year in _years(match[1])]
    if len(match[1]) > 2:
        return []
    orders = _orders(first, second, day_first if match[2] != "." or day_first is not None else True)
    return [(year, month, day) for (day, month), year in product(orders, _years(match[4]))]


def _orders(first: int, second: int, day_first: bool | None) -> list[tuple[int, int]]:
    """(day, month) in each order that is possible: the one asked for, else the only one there is.

    Where one of them is not known, the other is the month: nobody knows the day without the month.
    """
    both = [(first, second), (second, first)]
    possible = [(day, month) for day, month in both if day <= 31 and month <= 12]
    if first == 0 or second == 0:
        known = first or second
        return [(0, known if known <= 12 else 0)]
    if len(possible) < 2 or day_first is None:
        return possible
    return possible[:1] if day_first else possible[1:]


def _years(text: str) -> tuple[int, ...]:
    if len(text) == 2:
        return 1900 + int(text), 2000 + int(text)
    return (int(text),) if len(text) == 4 else ()


def _compact(plain: str, day_first: bool | None) -> list[Parts]:
    found = [(int(plain[:4]), int(plain[4:6]), int(plain[6:]))] if plain[:2] in ("19", "20") else []
    if plain[4:6] in ("19", "20"):
        orders = _orders(int(plain[:2]), int(plain[2:4]), day_first)
        found += [(int(plain[4:]), month, day) for day, month in orders]
    return found


def _worded(plain: str) -> list[Parts]:
    """ "3 avril 1985", "April 3, 1985", "03-Apr-85", "апрель 1985"."""
    plain = _ORDINAL.sub("", plain)
    words = [word for word in _WORD.findall(plain) if word not in _FILLERS]
    numbers = re.findall(r"\d+", plain)
    if len(words) != 1 or not 1 <= len(numbers) <= 2:
        return []
    if len(numbers) == 2 and len(numbers[0]) == 4:
        numbers.reverse()
    day = int(numbers[0]) if len(numbers) == 2 else 0
    if day > 31 or (len(numbers) == 2 and day == 0):
        return []
    return [(year, month, day) for month in months_named(words[0]) for year in _years(numbers[-1])]


def _dates(parts: Parts, text: str) -> list[PartialDate]:
    year, month, day = parts
    if year in HIJRI_YEARS:
        given = (year, month or None, day or None)
        return [date for calendar in (solar_hijri, islamic) if (date := calendar(*given, text=text))]
    found = _gregorian((year - 543 if year in _BUDDHIST else year, month, day), text)
    return [found] if found else []


def _gregorian(parts: Parts, text: str) -> PartialDate | None:
    year, month, day = parts
    try:
        return from_parts(year, month or None, day or None, text=text) if year in _YEARS else None
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
