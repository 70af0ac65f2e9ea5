"""An entity as FollowTheMoney properties: the way back from `properties.facts_of`."""

from collections.abc import Iterator

from namesake.fields import dates
from namesake.fields.properties_identifiers import PROPERTIES
from namesake.values.entities import Entity
from namesake.values.facts import CountryRole, Identifier
from namesake.values.names import Name

_COUNTRIES: dict[CountryRole, str] = {
    "nationality": "nationality",
    "citizenship": "citizenship",
    "country": "country",
    "jurisdiction": "jurisdiction",
    "flag": "flag",
    "birth": "birthCountry",
}
_SCHEMES = {
    "passport": "passportNumber",
    "national_id": "idNumber",
    "social_security": "socialSecurityNumber",
    "tax": "taxNumber",
    "vat": "vatCode",
    "inn": "innCode",
    "ogrn": "ogrnCode",
    "kpp": "kppCode",
    "okpo": "okpoCode",
    "bik": "bikCode",
    "registration": "registrationNumber",
    "licence": "licenseNumber",
    "imo": "imoNumber",
    "imo_company": "imoNumber",
    "mmsi": "mmsi",
    "call_sign": "callSign",
    "aircraft_serial": "serialNumber",
    "aircraft_tail": "registrationNumber",
    "lei": "leiCode",
    "bic": "swiftBic",
    "isin": "isin",
    "duns": "dunsCode",
    "uei": "uniqueEntityId",
    "uscc": "uscCode",
    "cage": "cageCode",
    "wikidata": "wikidataId",
}


def properties_of(entity: Entity) -> dict[str, list[str]]:
    """The names and facts of an entity under their FollowTheMoney property names.

    What the properties have no room for (typed name parts, scripts, countries of identifiers) is left out;
    a date that is no single day, month or year is written as an ISO 8601 interval, "circa" as "~".
    """
    found: dict[str, list[str]] = {}
    for name, value in _pairs(entity):
        values = found.setdefault(name, [])
        if value and (value not in values or name == "currency"):  # one currency for each key
            values.append(value)
    return {name: values for name, values in found.items() if values}


def _pairs(entity: Entity) -> Iterator[tuple[str, str]]:
    yield from ((_name_property(name), name.text) for name in entity.names)
    yield from (("birthDate", dates.iso(value)) for value in entity.birth_dates)
    yield from (("birthPlace", value.text) for value in entity.birth_places)
    yield from (("gender", value) for value in entity.genders)
    yield from ((_COUNTRIES[value.role], value.code or value.text) for value in entity.countries)
    yield from (("address", value.text) for value in entity.addresses)
    for identifier in entity.identifiers:
        yield from _identifier(identifier)


def _name_property(name: Name) -> str:
    if name.weak:
        return "weakAlias"
    return {"primary": "name", "alias": "alias", "former": "previousName"}[name.kind]


def _identifier(identifier: Identifier) -> Iterator[tuple[str, str]]:
    kind, _, currency = identifier.scheme.partition(":")
    if kind == "wallet":
        yield "publicKey", identifier.value
        yield "currency", currency
    elif identifier.label in PROPERTIES:
        yield identifier.label, identifier.value
    else:
        yield _SCHEMES.get(kind, "idNumber"), identifier.value
