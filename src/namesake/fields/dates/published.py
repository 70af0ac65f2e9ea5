"""Dates in the forms in which publishers of lists write them, in English and ISO 8601."""

import re
from dataclasses import replace
from functools import lru_cache

from namesake.fields.dates.building import from_parts, span, year_range
from namesake.fields.dates.calendars import HIJRI_YEARS
from namesake.fields.dates.hijri import stated
from namesake.fields.dates.months import month_number
from namesake.fields.folding import ascii_digits
from namesake.values.facts import PartialDate

_LONGEST = 80  # no published date is longer; free text is not searched for dates
_YEAR = r"(?P<y>[12]\d{3})"
_CIRCA = re.compile(r"^(?:circa|ca?\.?|approximately|approx\.?|about|around|estimated|est\.?|~)(?=[\s\d])\s*(?:in\s+)?")
_DECADE = re.compile(r"(?P<part>early|mid|late)?[\s-]*(?:the\s+)?(?P<y>[12]\d{2}0)'?s")
_TIME = r"(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(?:z|[+-]\d{2}:?\d{2})?"
_POINTS = tuple(
    re.compile(form)
    for form in (
        _YEAR,
        _YEAR + r"-(?P<m>\d{2})",
        _YEAR + r"[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})" + _TIME,
        r"(?P<name>[a-z]{3,9})\.?,?\s*" + _YEAR,
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*(?P<name>[a-z]{3,9})\.?,?[\s-]*" + _YEAR,
        r"(?P<name>[a-z]{3,9})\.?\s*(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR,
    )
)
_RANGES = tuple(
    re.compile(form)
    for form in (
        r"between\s+(.+?)\s+and\s+(.+)",
        r"(?:from\s+)?(.+?)\s+(?:to|until|through)\s+(.+)",
        r"([^/]+)/([^/]+)",
        r"(.+?)\s*[-–—]\s*(.+)",
    )
)
_DMY = re.compile(r"(\d{1,2}|d{1,2}|x{1,2}|-)[/.-](\d{1,2}|m{1,2}|x{1,2}|-)[/.-]([12]\d{3})(?: 0?0:00(?::00)?)?")


def parse(text: str) -> PartialDate | None:
    """The date or range that a published text means; None where it is not understood. Never raises.

    Years from 1000 to 2999 are read: others stand for "unknown" or "for ever" in practice. A date that names its
    Hijri calendar ("1 Muharram 1390", "1350 SH") is read in it. One in figures of a year from 1250 to 1480 that
    does not is not understood, since it can be of either: `readings` has both.
    """
    return _parse(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1 << 14)
def _parse(text: str) -> PartialDate | None:
    plain = " ".join(ascii_digits(text).casefold().split()).strip(" .;,")
    try:
        return _approximate(plain, text)
    except ValueError:
        return None


def day_month_year(text: str) -> PartialDate | None:
    """ "31/08/1960", with zeros or letters for what is not known: "00/08/1960", "dd/mm/1945"."""
    return _numeric(text, day_first=True)


def month_day_year(text: str) -> PartialDate | None:
    """ "05/07/2024" is the 7th of May."""
    return _numeric(text, day_first=False)


def _approximate(plain: str, text: str) -> PartialDate | None:
    bare = _CIRCA.sub("", plain)
    circa = bare != plain
    found = _point(bare, circa, text) or _decade(bare, circa, text) or _range(bare, circa, text)
    if found is None and (read := stated(bare, text)):
        return replace(read, circa=circa)
    return found


def _point(plain: str, circa: bool, text: str) -> PartialDate | None:
    for form in _POINTS:
        match = form.fullmatch(plain)
        if match and (date := _from_groups(match.groupdict(), circa, text)):
            return date
    return None


def _from_groups(parts: dict[str, str | None], circa: bool, text: str) -> PartialDate | None:
    name, day, year = parts.get("name"), parts.get("d"), int(parts["y"] or 0)
    month = month_number(name) if name else int(parts.get("m") or 0) or None
    if ((name or day) and month is None) or (year in HIJRI_YEARS and not name):
        return None
    return from_parts(year, month, int(day) if day else None, circa=circa, text=text)


def _decade(plain: str, circa: bool, text: str) -> PartialDate | None:
    """ "1960s"; a part of a decade ("late 1960s") is the decade, approximately."""
    match = _DECADE.fullmatch(plain)
    if not match:
        return None
    year = int(match["y"])
    return year_range(year, year + 9, circa=circa or bool(match["part"]), text=text)


def _range(plain: str, circa: bool, text: str) -> PartialDate | None:
    for form in _RANGES:
        match = form.fullmatch(plain)
        ends = (_end(match[1], text), _end(match[2], text)) if match else (None, None)
        if ends[0] and ends[1]:
            return span(ends[0], ends[1], circa=circa, text=text)
    return None


def _end(plain: str, text: str) -> PartialDate | None:
    bare = _CIRCA.sub("", plain)
    return _point(bare, bare != plain, text) or _decade(bare, bare != plain, text)


def _numeric(text: str, *, day_first: bool) -> PartialDate | None:
    match = _DMY.fullmatch(ascii_digits(text.strip()).casefold()) if len(text) <= _LONGEST else None
    if not match:
        return None
    first, second, year = (int(part) if part.isdigit() else 0 for part in match.groups())
    if year in HIJRI_YEARS:
        return None
    day, month = (first, second) if day_first else (second, first)
    try:
        return from_parts(year, month or None, day or None, text=text)
    except ValueError:
        return None
