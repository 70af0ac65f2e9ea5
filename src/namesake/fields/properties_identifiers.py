"""Identifiers among FollowTheMoney properties."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from namesake.fields import ids
from namesake.values.facts import Identifier

PROPERTIES = (
    "passportNumber",
    "idNumber",
    "socialSecurityNumber",
    "taxNumber",
    "vatCode",
    "innCode",
    "ogrnCode",
    "kppCode",
    "okpoCode",
    "bikCode",
    "registrationNumber",
    "licenseNumber",
    "imoNumber",
    "mmsi",
    "callSign",
    "serialNumber",
    "leiCode",
    "swiftBic",
    "isin",
    "isinCode",
    "dunsCode",
    "uniqueEntityId",
    "uscCode",
    "cageCode",
    "npiCode",
    "cikCode",
    "permId",
    "bvdId",
    "giiNumber",
    "jibCode",
    "irsCode",
    "ipoCode",
    "voenCode",
    "wikidataId",
)
"""The properties that hold identifiers; `ids.scheme_of` reads them as labels."""

_WALLET = "Digital Currency Address"


def identifiers_of(properties: Mapping[str, Sequence[str]], schema: str) -> tuple[Identifier, ...]:
    """Every identifier once; its label is the name of its property."""
    return tuple(dict.fromkeys([*_plain(properties, schema), *_wallets(properties)]))


def _plain(properties: Mapping[str, Sequence[str]], schema: str) -> Iterator[Identifier]:
    for name in PROPERTIES:
        tail = schema == "Airplane" and name == "registrationNumber"
        for value in properties.get(name, ()):
            yield replace(ids.identifier("Aircraft Tail Number" if tail else name, value), label=name)


def _wallets(properties: Mapping[str, Sequence[str]]) -> Iterator[Identifier]:
    """Keys with their currency: one for all, or one each in the same order."""
    keys, currencies = properties.get("publicKey", ()), properties.get("currency", ())
    for number, key in enumerate(keys):
        paired = currencies[number : number + 1] if len(currencies) == len(keys) else ()
        currency = currencies[0] if len(currencies) == 1 else next(iter(paired), "")
        label = f"{_WALLET} - {currency.upper()}" if currency else _WALLET
        yield replace(ids.identifier(label, key), label="publicKey")
