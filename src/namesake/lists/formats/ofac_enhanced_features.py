"""Features of OFAC's Enhanced and Advanced XML, a catch-all of labelled values, sorted into facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from namesake.fields import countries, genders, ids
from namesake.fields.dates import parse
from namesake.fields.properties import place
from namesake.values.facts import (
    Address,
    CountryFact,
    CountryRole,
    Gender,
    Identifier,
    PartialDate,
    Place,
)

_Value = TypeVar("_Value")

_COUNTRIES: dict[str, CountryRole] = {
    "nationality country": "nationality",
    "citizenship country": "citizenship",
    "nationality of registration": "jurisdiction",
    "registration country": "jurisdiction",
    "vessel flag": "flag",
    "former vessel flag": "flag",
    "other vessel flag": "flag",
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One labelled value. `reliability` is the publisher's word; a feature called "False" is never a fact."""

    label: str
    text: str
    date: PartialDate | None = None
    country: str = ""
    address: Address | None = None
    comment: str = ""
    reliability: str = ""


@dataclass(frozen=True, slots=True)
class FeatureFacts:
    """What the features of a party say; whatever is not a fact of our shape is a remark."""

    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[Place, ...] = ()
    genders: tuple[Gender, ...] = ()
    countries: tuple[CountryFact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    titles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def facts(features: Iterable[Feature]) -> FeatureFacts:
    """The features as facts, each value once and in the order given."""
    given = [item for item in features if item.text or item.date or item.address]
    found = [item for item in given if item.reliability.casefold() != "false"]
    return FeatureFacts(
        birth_dates=tuple(_once(_birth_date, found)),
        birth_places=tuple(_once(_birth_place, found)),
        genders=tuple(_once(_gender, found)),
        countries=tuple(_once(_country, found)),
        identifiers=tuple(_once(_identifier, found)),
        addresses=tuple(_once(_address, found)),
        titles=tuple(_once(_title, found)),
        remarks=tuple(_once(_remark, given)),
    )


def _once(reader: Callable[[Feature], _Value | None], features: Iterable[Feature]) -> dict[_Value, None]:
    return {value: None for item in features if (value := reader(item)) is not None}


def _birth_date(item: Feature) -> PartialDate | None:
    return item.date or parse(item.text) if _is(item, "birthdate") else None


def _birth_place(item: Feature) -> Place | None:
    return place(item.text) if _is(item, "place of birth") and item.text else None


def _gender(item: Feature) -> Gender | None:
    return genders.parse(item.text) if _is(item, "gender") else None


def _country(item: Feature) -> CountryFact | None:
    role = _COUNTRIES.get(item.label.strip().casefold())
    return CountryFact(role, item.country or countries.code(item.text), item.text) if role else None


def _identifier(item: Feature) -> Identifier | None:
    known = item.text and not item.date and ids.scheme_of(item.label)
    return ids.identifier(item.label, item.text) if known else None


def _address(item: Feature) -> Address | None:
    return item.address if _is(item, "location") else None


def _title(item: Feature) -> str | None:
    return item.text or None if _is(item, "title") else None


_READERS: tuple[Callable[[Feature], object | None], ...] = (
    _birth_date,
    _birth_place,
    _gender,
    _country,
    _identifier,
    _address,
    _title,
)


def _remark(item: Feature) -> str | None:
    doubted = item.reliability.casefold() == "false"
    if not doubted and any(reader(item) is not None for reader in _READERS):
        return item.comment or None
    label = item.label.strip()
    words = [label if label.endswith((":", "-")) else f"{label}:", item.text]
    words += [f"({item.comment})"] if item.comment else []
    words += ["(reliability: False)"] if doubted else []
    return " ".join(filter(None, words))


def _is(item: Feature, label: str) -> bool:
    return item.label.strip().casefold() == label
