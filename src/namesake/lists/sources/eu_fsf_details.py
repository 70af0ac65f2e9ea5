"""Births, citizenships, documents, addresses and remarks in the European Union list."""

from collections.abc import Iterator
from dataclasses import replace

from namesake.fields import countries, dates, ids
from namesake.lists import markup
from namesake.lists.sources.eu_fsf_names import Said, squeeze
from namesake.values.facts import Address, CountryFact, Identifier, PartialDate, Place

_PLACE = ("city", "place", "region", "zipCode")
_ADDRESS = ("street", "poBox", "zipCode", "city", "place", "region")
_KINDS = {
    "citizenship": "Citizenship",
    "birthdate": "Birth",
    "identification": "Document",
    "address": "Address",
    "nameAlias": "Name",
}
_STATES = {"diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer"}
_VALIDITY = ("issuedBy", "issueDate", "validFrom", "validTo", "nameOnDocument", "latinNumber")
_UNKNOWN = "00"
_LONGEST_LABEL = 60


def birth_dates(record: markup.Element, said: Said) -> tuple[PartialDate, ...]:
    """The dates in published order without repetitions; a birth may state only a place."""
    found: list[PartialDate] = []
    for birth in markup.children(record, "birthdate"):
        read = _birth_date(birth)
        stated = " ".join(
            f"{key}={birth.get(key)}" for key in ("year", "yearRangeFrom", "yearRangeTo") if birth.get(key)
        )
        if read:
            found.append(read)
        elif stated:
            said.append(("birth-date-unread", f"the birth date {stated!r} is not understood"))
    return tuple(dict.fromkeys(found))


def birth_places(record: markup.Element) -> tuple[Place, ...]:
    """The places in published order without repetitions."""
    found = (_place(birth) for birth in markup.children(record, "birthdate"))
    return tuple(dict.fromkeys(place for place in found if place.text))


def citizenships(record: markup.Element) -> tuple[CountryFact, ...]:
    """The citizenships; "00" is the publisher's code for an unknown country and says nothing."""
    found = (
        CountryFact("citizenship", country(item), _description(item)) for item in markup.children(record, "citizenship")
    )
    return tuple(dict.fromkeys(fact for fact in found if fact.code or fact.text))


def identifiers(record: markup.Element) -> tuple[Identifier, ...]:
    """The documents and numbers in published order without repetitions."""
    found = (_identifier(item) for item in markup.children(record, "identification"))
    return tuple(dict.fromkeys(item for item in found if item.value))


def addresses(record: markup.Element) -> tuple[Address, ...]:
    """The addresses in published order without repetitions."""
    found = (_address(item) for item in markup.children(record, "address"))
    return tuple(dict.fromkeys(item for item in found if item.text))


def remarks(record: markup.Element) -> tuple[str, ...]:
    """Every remark of the entry and, with what it is about, of its details; contacts included."""
    found = [squeeze(text) for text in markup.texts(record, "remark")]
    found += _additional(record)
    found.append(squeeze(record.get("designationDetails", "")))
    for item in markup.children(record):
        about = _about(item)
        found += (f"{about}: {text}" for text in _said_of(item))
        found += (f"{c.get('key', '')}: {squeeze(c.get('value', ''))}" for c in markup.children(item, "contactInfo"))
    return tuple(dict.fromkeys(text for text in found if text))


def country(item: markup.Element) -> str:
    """The code in lower case; '' for "00", which means unknown, and for no code at all."""
    return countries.code(item.get("countryIso2Code", ""))


def _description(item: markup.Element) -> str:
    return "" if item.get("countryIso2Code", "").strip() == _UNKNOWN else squeeze(item.get("countryDescription", ""))


def _joined(item: markup.Element, fields: tuple[str, ...]) -> str:
    texts = [squeeze(item.get(field, "")) for field in fields]
    return ", ".join(text for text in (*texts, _description(item)) if text)


def _place(birth: markup.Element) -> Place:
    return Place(_joined(birth, _PLACE), country(birth))


def _address(item: markup.Element) -> Address:
    city, region, zip_code = (squeeze(item.get(field, "")) for field in ("city", "region", "zipCode"))
    return Address(_joined(item, _ADDRESS), city, region, zip_code, country(item))


def _identifier(item: markup.Element) -> Identifier:
    """The remark names the kind where the publisher's code is only "other"."""
    label = squeeze(item.get("identificationTypeDescription", "") or item.get("identificationTypeCode", ""))
    number = squeeze(item.get("number", "") or item.get("latinNumber", ""))
    if item.get("identificationTypeCode") != "other":
        return ids.identifier(label, number, country(item))
    remark = squeeze(next(markup.texts(item, "remark"), ""))
    read = ids.identifier(remark if len(remark) <= _LONGEST_LABEL else "", number, country(item))
    return read if read.scheme != "other" else replace(read, label=label)


def _birth_date(birth: markup.Element) -> PartialDate | None:
    """One `birthdate`: the attribute of that name is Gregorian in every calendar, the parts are not."""
    circa = birth.get("circa") == "true"
    day, year = birth.get("birthdate", ""), birth.get("year", "")
    first, last = birth.get("yearRangeFrom", ""), birth.get("yearRangeTo", "")
    if day:
        read = dates.parse(day)
    elif year:
        read = _from_parts(birth, year)
    elif first and last:
        read = dates.parse(f"{first} to {last}")
    else:
        read = next((found for text in markup.texts(birth, "remark") if (found := dates.parse(text))), None)
    return replace(read, circa=circa or read.circa) if read else None


def _from_parts(birth: markup.Element, year: str) -> PartialDate | None:
    texts = [text for text in (year, birth.get("monthOfYear", ""), birth.get("dayOfMonth", "")) if text]
    if not all(text.isascii() and text.isdigit() for text in texts):
        return None
    parts = [int(text) for text in texts]
    text = "-".join(texts)
    match birth.get("calendarType", "GREGORIAN"):
        case "GREGORIAN":
            return _gregorian(parts, text)
        case "ISLAMIC" if _is_solar(birth):
            return dates.solar_hijri(*parts, text=f"{text} (Iranian Hijri calendar)")
        case "ISLAMIC":
            return dates.islamic(*parts, text=f"{text} (Hijri calendar)")
        case _:
            return None


def _gregorian(parts: list[int], text: str) -> PartialDate | None:
    try:
        return dates.from_parts(*parts, text=text)
    except ValueError:
        return None


def _is_solar(birth: markup.Element) -> bool:
    """Iran counts solar years, which the publisher files as ISLAMIC with a remark: the year 1343 is 1964
    there, and 1924 in the lunar calendar."""
    said = " ".join(markup.texts(birth, "remark")).casefold()
    return "iranian" in said or "solar" in said or "persian" in said


def _about(item: markup.Element) -> str:
    kind = _KINDS.get(markup.local(item), markup.local(item))
    match markup.local(item):
        case "nameAlias":
            return f"{kind} {squeeze(item.get('wholeName', ''))}"
        case "identification":
            return f"{kind} {squeeze(item.get('number', ''))}"
        case "birthdate":
            found = _birth_date(item)
            return f"{kind} {found.text if found else _joined(item, _PLACE)}".strip()
        case "address":
            return f"{kind} {_joined(item, _ADDRESS)}".strip()
        case _:
            return f"{kind} {_description(item)}".strip()


def _said_of(item: markup.Element) -> Iterator[str]:
    if markup.local(item) in _KINDS:
        yield from map(squeeze, markup.texts(item, "remark"))
    yield from _additional(item)
    if markup.local(item) == "identification":
        yield from (f"{key} {squeeze(item.get(key, ''))}" for key in _VALIDITY if item.get(key, "").strip())
        yield from (key for key in sorted(_STATES) if item.get(key) == "true")


def _additional(item: markup.Element) -> Iterator[str]:
    """What the publisher adds without changing its schema."""
    for extra in markup.children(item, "additionalInformation"):
        yield f"{extra.get('key', '')}: {squeeze(extra.get('value', ''))}"
