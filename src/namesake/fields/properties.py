"""FollowTheMoney properties as facts, and back.

Source of the property names: https://followthemoney.tech/explorer/ (the schemas Thing, LegalEntity, Person,
Organization, Company, Vessel, Airplane and CryptoWallet).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from namesake.errors import Where
from namesake.fields import countries, dates, genders
from namesake.fields.properties_identifiers import PROPERTIES, identifiers_of
from namesake.fields.properties_names import names_of
from namesake.fields.properties_written import properties_of
from namesake.values.entities import Note
from namesake.values.facts import (
    Address,
    CountryFact,
    CountryRole,
    Gender,
    Identifier,
    PartialDate,
    Place,
)
from namesake.values.made import Made
from namesake.values.names import Name

__all__ = ["Facts", "facts_of", "place", "properties_of"]

Properties = Mapping[str, Sequence[str]]

COUNTRIES: dict[str, CountryRole] = {
    "nationality": "nationality",
    "citizenship": "citizenship",
    "country": "country",
    "mainCountry": "country",
    "jurisdiction": "jurisdiction",
    "flag": "flag",
    "pastFlags": "flag",
    "birthCountry": "birth",
}
_NUMBERS = frozenset(PROPERTIES) | {"publicKey"}
_TITLES = ("title", "position")
_REMARKS = ("notes", "description", "summary")
_SEVERAL = (list, tuple, Sequence)  # the usual ones first: the last is slow to ask for
_LONGEST = 10_000  # characters of one value: longer ones are no fact of a person
_WIKIDATA = re.compile(r"^Q\d+$")

_Value = TypeVar("_Value")


class Facts(Made, frozen=True):
    """What the properties of an entity say. `notes` name the values that could not be read."""

    names: tuple[Name, ...] = ()
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[Place, ...] = ()
    genders: tuple[Gender, ...] = ()
    countries: tuple[CountryFact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    titles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def facts_of(properties: Properties, schema: str) -> Facts:
    """The facts in the properties of an entity of a schema. Never raises; each value once, in order."""
    notes: list[Note] = []
    clean = _cleaned(properties, notes)
    return Facts(
        names=names_of(clean),
        birth_dates=_read(clean, "birthDate", dates.parse, notes) if "birthDate" in clean else (),
        birth_places=_read(clean, "birthPlace", _birth_place, notes) if "birthPlace" in clean else (),
        genders=_read(clean, "gender", genders.parse, notes) if "gender" in clean else (),
        countries=() if COUNTRIES.keys().isdisjoint(clean) else _countries(clean),
        identifiers=() if _NUMBERS.isdisjoint(clean) else identifiers_of(clean, schema),
        addresses=tuple([Address(text) for text in clean.get("address", ())]),
        titles=_texts(clean, _TITLES),
        remarks=_texts(clean, _REMARKS),
        notes=tuple(notes),
    )


def place(text: str) -> Place:
    """A place as published, with the country that its last part names, if it names one.

    A last part of two or three letters is not read: "Los Angeles, CA" is not in Canada.
    """
    last = text.rpartition(",")[2].strip()
    return Place(text, countries.code(text) or (countries.code(last) if len(last) > 3 else ""))


def _cleaned(properties: Properties, notes: list[Note]) -> dict[str, tuple[str, ...]]:
    """Stripped values, each once; what is no text, or too long to be a value, is noted."""
    clean = {}
    for name, given in properties.items():
        values = _values(name, given, notes)
        clean[name] = tuple(dict.fromkeys(values) if len(values) > 1 else values)
    return clean


def _values(name: str, given: object, notes: list[Note]) -> list[str]:
    items = (given,) if isinstance(given, str) else given if isinstance(given, _SEVERAL) else ()
    found = []
    for value in items:
        if not isinstance(value, str):
            notes.append(_note(name, type(value).__name__))
        elif len(value) > _LONGEST and name not in _REMARKS:
            notes.append(_note(name, f"{len(value)} characters"))
        elif stripped := value.strip():
            found.append(stripped)
    return found


def _read(
    clean: Properties, name: str, reader: Callable[[str], _Value | None], notes: list[Note]
) -> tuple[_Value, ...]:
    found: list[_Value] = []
    for text in clean[name]:
        value = reader(text)
        if value is None:
            notes.append(_note(name, text))
        else:
            found.append(value)
    return tuple(dict.fromkeys(found) if len(found) > 1 else found)


def _birth_place(text: str) -> Place | None:
    """A Wikidata item id is the key of a place and not its name."""
    return None if _WIKIDATA.match(text) else place(text)


def _countries(clean: Properties) -> tuple[CountryFact, ...]:
    found = [
        CountryFact(role, countries.code(text), text)
        for name, role in COUNTRIES.items()
        if name in clean
        for text in clean[name]
    ]
    return tuple(dict.fromkeys(found) if len(found) > 1 else found)


def _texts(clean: Properties, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([text for name in names if name in clean for text in clean[name]]))


def _note(name: str, text: str) -> Note:
    """The place of a note has the property as its column; whoever has the file fills in the rest."""
    return Note("value-unreadable", f"{text[:100]!r} is not understood", Where(column=name))
