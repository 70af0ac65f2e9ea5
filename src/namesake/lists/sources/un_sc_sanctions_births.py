"""Birth dates and places in the United Nations list, those that are filed under an alias included."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from namesake.fields import countries, dates
from namesake.lists import markup
from namesake.lists.sources.un_sc_sanctions_names import Said
from namesake.lists.sources.un_sc_sanctions_names import value as stated
from namesake.values.facts import PartialDate, Place

_HIJRI = re.compile(r"(\d{1,2})/(\d{1,2})/(1[34]\d\d)\s*\(Hijri Calendar\)", re.IGNORECASE)
_MONTHS = re.compile(r"between\s+([a-z]{3,9})\.?\s+and\s+([a-z]{3,9})\.?\s+(\d{4})", re.IGNORECASE)
_DAY = timedelta(days=1)
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY")


def birth_dates(record: markup.Element, said: Said) -> tuple[tuple[PartialDate, ...], tuple[str, ...]]:
    """The dates in published order without repetitions, and remarks on them."""
    found, remarks = list[PartialDate](), list[str]()
    for item in markup.children(record, "INDIVIDUAL_DATE_OF_BIRTH"):
        value = {markup.local(child): stated(child) for child in item}
        note = value.get("NOTE", "")
        read = _date(value)
        if read:
            found.append(read)
        elif verbatim := " ".join(text for text in value.values() if text):
            said.append(("birth-date-unread", f"the birth date {verbatim!r} is not understood"))
        if note and not (read and _is_only(note, read)):
            remarks.append(f"Birth date {read.text + ': ' if read and read.text != note else ''}{note}")
    for alias in markup.children(record, "INDIVIDUAL_ALIAS"):
        text = stated(alias, "DATE_OF_BIRTH")
        if read := dates.parse(text):
            found.append(read)
        elif text:
            said.append(("birth-date-unread", f"the birth date {text!r} of an alias is not understood"))
    return tuple(dict.fromkeys(found)), tuple(remarks)


def places(record: markup.Element) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places in published order without repetitions, and remarks on them."""
    found, remarks = list[Place](), list[str]()
    for item in markup.children(record, "INDIVIDUAL_PLACE_OF_BIRTH"):
        text = _joined(stated(item, field) for field in _PLACE)
        note = stated(item, "NOTE")
        if text:
            found.append(Place(text, countries.code(stated(item, "COUNTRY"))))
        elif note:
            found.append(Place(note))
        if text and note:
            remarks.append(f"Place of birth {text}: {note}")
    for alias in markup.children(record, "INDIVIDUAL_ALIAS"):
        country = stated(alias, "COUNTRY_OF_BIRTH")
        if text := _joined((stated(alias, "CITY_OF_BIRTH"), country)):
            found.append(Place(text, countries.code(country)))
    return tuple(dict.fromkeys(found)), tuple(remarks)


def _joined(texts: Iterator[str] | tuple[str, ...]) -> str:
    return ", ".join(text for text in texts if text)


def _is_only(note: str, read: PartialDate) -> bool:
    """Whether a note says nothing that the date does not say."""
    return note == read.text or (read.circa and note.casefold().startswith("approximately"))


def _date(value: dict[str, str]) -> PartialDate | None:
    """One INDIVIDUAL_DATE_OF_BIRTH. TYPE_OF_DATE "EXACT" says nothing: it often comes with a bare year."""
    note = value.get("NOTE", "")
    circa = value.get("TYPE_OF_DATE", "").upper() == "APPROXIMATELY" or note.casefold().startswith("approximately")
    read = _coded(value, note) or _noted(note)
    return replace(read, circa=circa or read.circa) if read else None


def _coded(value: dict[str, str], note: str) -> PartialDate | None:
    year, first, last = (value.get(field, "") for field in ("YEAR", "FROM_YEAR", "TO_YEAR"))
    if text := value.get("DATE", ""):
        return dates.parse(text)
    if year:
        return dates.parse(f"{note} {year}".strip()) or dates.parse(year)
    if first and last:
        return dates.parse(f"{first} to {last}")
    return None


def _noted(note: str) -> PartialDate | None:
    """A date that only the free text gives: "Nov. 1973", "24/06/1402 (Hijri Calendar)"."""
    if match := _HIJRI.fullmatch(note):
        day, month, year = map(int, match.groups())
        return _sighted(dates.islamic(year, month, day, text=note))
    if match := _MONTHS.fullmatch(note):
        first, last = dates.parse(f"{match[1]} {match[3]}"), dates.parse(f"{match[2]} {match[3]}")
        if first and last and first.first <= last.last:
            return PartialDate(first.first, last.last, text=note)
    return dates.parse(note) if note else None


def _sighted(read: PartialDate | None) -> PartialDate | None:
    """A day of the Islamic calendar with the day before and after: a month begins when the new moon is
    sighted, so a calculated day may be one off (the EU gives this list's only one a day later)."""
    return replace(read, first=read.first - _DAY, last=read.last + _DAY) if read else None
