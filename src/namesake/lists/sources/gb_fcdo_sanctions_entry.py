"""One designation of the UK Sanctions List becomes a list entry."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from namesake.errors import Where
from namesake.fields import countries, dates, genders, ids
from namesake.lists.formats import uk
from namesake.lists.markup import Element, canonical, children, record, text, texts
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import Address, CountryFact, Gender, Identifier, Link, Listing, PartialDate, Place
from namesake.values.names import Name, NameKind

SOURCE_ID = "gb_fcdo_sanctions"

_T = TypeVar("_T")
_KINDS: dict[str, NameKind] = {
    "primary name": "primary",
    "primary name variation": "alias",
    "alias": "alias",
    "aka": "alias",
    "fka": "former",
}
_ORDER: tuple[NameKind, ...] = ("primary", "alias", "former")
_LABELLED = re.compile(r"\b([A-Z][A-Za-z]{1,11})\s*:\s*([\w/-]{4,40})(?=[\s,;.]|$)")
_PERSON = ("IndividualDetails", "Individual")
_ENTITY = ("EntityDetails", "Entity")
_SHIP = ("ShipDetails", "Ship")
_PROSE = ("OtherInformation", "UKStatementofReasons")
# What else is said, each under a label of its own so that a reader sees where it comes from.
_SAID: dict[str, tuple[str, ...]] = {
    "Phone number": ("PhoneNumbers", "PhoneNumber"),
    "Email address": ("EmailAddresses", "EmailAddress"),
    "Website": ("Websites", "Website"),
    "Type of entity": (*_ENTITY, "TypeOfEntities", "TypeOfEntity"),
    "Type of ship": (*_SHIP, "TypeOfShipDetails", "TypeOfShip"),
    "Tonnage": (*_SHIP, "TonnageOfShipDetails", "TonnageOfShip"),
    "Length": (*_SHIP, "LengthOfShipDetails", "LengthOfShip"),
    "Year built": (*_SHIP, "YearsBuilt", "YearBuilt"),
    "Previous flag": (*_SHIP, "PreviousFlags", "PreviousFlag"),
}
_LINKS: dict[str, tuple[str, ...]] = {
    "parent company": (*_ENTITY, "ParentCompanies", "ParentCompany"),
    "subsidiary": (*_ENTITY, "Subsidiaries", "Subsidiary"),
    "owner or operator": (*_SHIP, "CurrentOwnerOperators", "CurrentOwnerOperator"),
    "previous owner or operator": (*_SHIP, "PreviousOwnerOperators", "PreviousOwnerOperator"),
}


def entry(found: Element, key: str, occurrence: int, where: Where) -> tuple[ListEntry, list[Note]]:
    """The entry of a designation and what could not be read in it.

    `occurrence` counts the designations under this key so far: the second gets the id "KEY#2".
    """
    notes: list[Note] = []
    schema = _schema(found, key, where, notes)
    return (
        ListEntry(
            source=SOURCE_ID,
            id=key if occurrence == 1 else f"{key}#{occurrence}",
            identity=f"{SOURCE_ID}:{key}",
            schema=schema,
            names=_names(found, schema, key, where, notes),
            original=canonical(record(found)),
            birth_dates=_birth_dates(found, key, where, notes),
            birth_places=_once(_birth_places(found)),
            genders=_genders(found),
            countries=_once(_countries(found)),
            identifiers=_once(_identifiers(found)),
            addresses=_once(_addresses(found)),
            listings=(_listing(found),),
            links=_once(_links(found)),
            titles=_once([*_said(found, "Titles", "Title"), *_said(found, *_PERSON, "Positions", "Position")]),
            remarks=_once(_remarks(found, schema)),
            references=_references(found, schema),
        ),
        notes,
    )


def _once(found: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(found))


def _said(found: Element, *path: str) -> Iterator[str]:
    """The texts along a path in one line each: the publisher's file wraps lines inside elements."""
    return (" ".join(value.split()) for value in texts(found, *path))


def _along(found: Element, *path: str) -> Iterator[Element]:
    """Every element along a path of names."""
    if not path:
        yield found
        return
    for item in children(found, path[0]):
        yield from _along(item, *path[1:])


def _schema(found: Element, key: str, where: Where, notes: list[Note]) -> str:
    published = text(found, "IndividualEntityShip")
    schema = uk.schema(published)
    if schema == "LegalEntity":
        said = f"{key} has the type {published[:40]!r}: it is compared with everything"
        notes.append(Note("type-unknown", said, where))
    return schema


def _names(found: Element, schema: str, key: str, where: Where, notes: list[Note]) -> tuple[Name, ...]:
    """Every spelling once, primary ones first."""
    told: dict[str, Name] = {}
    for name in (*_latin(found, schema), *_other_scripts(found)):
        known = told.get(name.text)
        if known is None or _rank(name) < _rank(known):
            told[name.text] = name
    if not told:
        notes.append(Note("name-missing", f"{key} has no name", where))
    return tuple(sorted(told.values(), key=lambda name: _ORDER.index(name.kind)))


def _rank(name: Name) -> tuple[int, bool]:
    return _ORDER.index(name.kind), name.weak


def _latin(found: Element, schema: str) -> Iterator[Name]:
    for item in _along(found, "Names", "Name"):
        said, parts = uk.name([text(item, f"Name{number}") for number in (1, 2, 3, 4, 5, 6)], schema)
        kind = _KINDS.get(text(item, "NameType").casefold(), "alias")
        weak = text(item, "AliasStrength").casefold().startswith("low")
        if said:
            yield Name(said, kind, weak, parts=parts)


def _other_scripts(found: Element) -> Iterator[Name]:
    for item in _along(found, "NonLatinNames", "NonLatinName"):
        if said := " ".join(text(item, "NameNonLatinScript").split()):
            script = uk.script(text(item, "NonLatinScriptType"))
            language = uk.language(text(item, "NonLatinScriptLanguage"))
            yield Name(said, "alias", script=script, language=language)


def _birth_dates(found: Element, key: str, where: Where, notes: list[Note]) -> tuple[PartialDate, ...]:
    told: list[PartialDate] = []
    for said in _said(found, *_PERSON, "DOBs", "DOB"):
        if date := _date(said):
            told.append(date)
        else:
            note = f"{said[:40]!r} of {key} is not understood as a date of birth"
            notes.append(Note("date-unread", note, where))
    return _once(told)


def _date(said: str) -> PartialDate | None:
    return dates.day_month_year(said) or dates.parse(said)


def _birth_places(found: Element) -> Iterator[Place]:
    for item in _along(found, *_PERSON, "BirthDetails", "Location"):
        town, land = text(item, "TownOfBirth"), text(item, "CountryOfBirth")
        if town or land:
            yield Place(", ".join(piece for piece in (town, land) if piece), countries.code(land))


def _genders(found: Element) -> tuple[Gender, ...]:
    told = (genders.parse(said) for said in texts(found, *_PERSON, "Genders", "Gender"))
    return _once(gender for gender in told if gender)


def _countries(found: Element) -> Iterator[CountryFact]:
    for said in _said(found, *_PERSON, "Nationalities", "Nationality"):
        yield CountryFact("nationality", countries.code(said), said)
    for said in _said(found, *_SHIP, "CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip"):
        yield CountryFact("flag", countries.code(said), said)


def _identifiers(found: Element) -> Iterator[Identifier]:
    for item in _along(found, *_PERSON, "PassportDetails", "Passport"):
        if number := text(item, "PassportNumber"):
            yield ids.identifier("Passport", number, _country(text(item, "PassportAdditionalInformation")))
    for item in _along(found, *_PERSON, "NationalIdentifierDetails", "NationalIdentifier"):
        if number := text(item, "NationalIdentifierNumber"):
            country = _country(text(item, "NationalIdentifierAdditionalInformation"))
            yield ids.identifier("National identification number", number, country)
    for said in _said(found, *_ENTITY, "BusinessRegistrationNumbers", "BusinessRegistrationNumber"):
        yield from _registrations(said)
    for number in _said(found, *_SHIP, "IMONumbers", "IMONumber"):
        yield ids.identifier("IMO number", number, "")


def _registrations(said: str) -> Iterator[Identifier]:
    """ "OGRN: 1027700000000 INN: 7700000000" are two; what does not consist of such pairs is one number."""
    pairs = _LABELLED.findall(said)
    if not pairs or _LABELLED.sub("", said).strip(" ,;."):
        pairs = [("Business registration number", said)]
    for label, number in pairs:
        yield ids.identifier(label, number)


def _country(said: str) -> str:
    """The country that issued a document, where its description is or begins with one."""
    return countries.code(said) or (countries.code(said.split()[0]) if said.split() else "")


def _addresses(found: Element) -> Iterator[Address]:
    for item in _along(found, "Addresses", "Address"):
        lines = [text(item, f"AddressLine{number}") for number in range(1, 7)]
        postal_code, land = text(item, "AddressPostalCode"), text(item, "AddressCountry")
        if whole := ", ".join(piece for piece in (*lines, postal_code, land) if piece):
            yield Address(whole, postal_code=postal_code, country=countries.code(land))


def _listing(found: Element) -> Listing:
    listed = text(found, "DateDesignated")
    return Listing(
        programme=text(found, "RegimeName"),
        listed_on=_date(listed),
        authority=text(found, "DesignationSource"),
    )


def _links(found: Element) -> Iterator[Link]:
    for kind, path in _LINKS.items():
        for said in _said(found, *path):
            yield Link(kind, target_name=said, text=said)


def _remarks(found: Element, schema: str) -> Iterator[str]:
    yield from (said for name in _PROSE if (said := text(found, name)))
    unread = (said for said in _said(found, *_PERSON, "DOBs", "DOB") if not _date(said))
    yield from (f"Date of birth: {said}" for said in unread)
    for measure in text(found, "SanctionsImposed").split("|"):
        if measure.strip():
            yield f"Sanction imposed: {measure.strip()}"
    for label, path in _SAID.items():
        yield from (f"{label}: {said}" for said in _said(found, *path))
    for kind in ("Passport", "NationalIdentifier"):
        for item in _along(found, *_PERSON, f"{kind}Details", kind):
            if said := text(item, f"{kind}AdditionalInformation"):
                which = f"{kind} {text(item, f'{kind}Number')}"
                yield f"{which.strip()}: {said}"
    if (reference := text(found, "UNReferenceNumber")) and not uk.un_identity(reference, schema):
        yield f"UN reference number: {reference}"
    if (group := text(found, "OFSIGroupID")) and not group.isdecimal():
        yield f"OFSI group: {group}"


def _references(found: Element, schema: str) -> tuple[str, ...]:
    """Identities in OFSI's list (one group may cover two designations) and in the United Nations' list."""
    group = text(found, "OFSIGroupID")
    un = uk.un_identity(text(found, "UNReferenceNumber"), schema)
    hmt = f"gb_hmt_sanctions:{group}" if group.isdecimal() else ""
    return tuple(identity for identity in (hmt, un) if identity)
