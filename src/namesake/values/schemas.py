"""What kind of thing an entity is, in FollowTheMoney's words."""

from typing import Literal

Kind = Literal["person", "organisation", "vessel", "aircraft", "wallet", "any"]

KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "Vessel": "vessel",
    "Airplane": "aircraft",
    "CryptoWallet": "wallet",
    "LegalEntity": "any",
    "Thing": "any",
}


def kind_of(schema: str) -> Kind:
    """The kind of a schema; a schema that is not known may be anything."""
    return KINDS.get(schema, "any")


def comparable(left: str, right: str) -> bool:
    """Whether two schemas can be the same thing: persons with persons, all others with all others."""
    kinds = {kind_of(left), kind_of(right)}
    return "any" in kinds or ("person" in kinds) == (kinds == {"person"})
