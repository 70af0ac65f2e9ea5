"""Locations and four-cornered dates of OFAC Advanced XML."""

from collections.abc import Iterator
from dataclasses import replace

from namesake.fields import dates
from namesake.lists.formats.ofac_advanced_references import References
from namesake.lists.markup import Element, child, children, text
from namesake.values.facts import Address, PartialDate

_LINES = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "REGION", "STATE/PROVINCE", "POSTAL CODE")


def address(location: Element, references: References) -> Address:
    """A location as an address; often it is a country and nothing else."""
    parts = dict(_parts(location, references))
    name, code = country(location, references)
    lines = [parts[key] for key in _LINES if key in parts]
    others = [value for key, value in parts.items() if key not in _LINES]
    return Address(
        text=", ".join(filter(None, [*lines, *others, name])),
        city=parts.get("CITY", ""),
        region=parts.get("STATE/PROVINCE", "") or parts.get("REGION", ""),
        postal_code=parts.get("POSTAL CODE", ""),
        country=code,
    )


def country(location: Element, references: References) -> tuple[str, str]:
    """The country of a location, else the area that it is in: its name and code."""
    named = child(location, "LocationCountry")
    if named is not None:
        return references.country(named.get("CountryID"))
    area = child(location, "LocationAreaCode")
    return references.area(area.get("AreaCodeID")) if area is not None else ("", "")


def _parts(location: Element, references: References) -> Iterator[tuple[str, str]]:
    for part in children(location, "LocationPart"):
        values = [text(value, "Value") for value in children(part, "LocationPartValue")]
        if words := " / ".join(filter(None, values)):
            yield references.word("LocPartType", part.get("LocPartTypeID")).upper(), words


def period(element: Element) -> PartialDate | None:
    """From the earliest start to the latest end of a <DatePeriod>; None where these are no dates.

    "Circa" is `Approximate`; the bounds stay as published. The flags YearFixed, MonthFixed and DayFixed say
    how a period repeats within its bounds and do not move them (OFAC's notes on the format, "Date ranges").
    """
    first, last = point(child(element, "Start", "From")), point(child(element, "End", "To"))
    if first is None or last is None or first.first > last.last:
        return None
    approximate = any(item.get("Approximate") == "true" for item in element)
    bounds = PartialDate(first.first, last.last)
    return replace(bounds, circa=approximate, text=f"{'circa ' if approximate else ''}{dates.iso(bounds)}")


def point(element: Element | None) -> PartialDate | None:
    """The day, month or year of an element with Year, Month and Day; None where there is none."""
    parts = [text(element, name) for name in ("Year", "Month", "Day")]
    numbers = [int(part) if part.isascii() and part.isdigit() and len(part) < 5 else None for part in parts]
    year, month, day = numbers
    try:
        found = dates.from_parts(year, month, day) if year else None
    except ValueError:
        return None
    return replace(found, text=dates.iso(found)) if found else None
