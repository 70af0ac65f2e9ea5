"""What FollowTheMoney's edges and details add to the entities that they name.

Source of the ends of each edge: https://followthemoney.tech/explorer/schemata/
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from namesake.fields import countries, dates, ids
from namesake.fields.properties_identifiers import identifiers_of
from namesake.values.facts import Address, Identifier, Link, Listing

Properties = Mapping[str, Sequence[str]]

EDGES = {
    "Associate": ("person", "associate"),
    "ContractAward": ("supplier", "contract"),
    "CourtCaseParty": ("party", "case"),
    "Debt": ("debtor", "creditor"),
    "Directorship": ("director", "organization"),
    "Documentation": ("document", "entity"),
    "Employment": ("employee", "employer"),
    "Family": ("person", "relative"),
    "Membership": ("member", "organization"),
    "Occupancy": ("holder", "post"),
    "Ownership": ("owner", "asset"),
    "Payment": ("payer", "beneficiary"),
    "ProjectParticipant": ("participant", "project"),
    "Representation": ("agent", "client"),
    "Similar": ("candidate", "match"),
    "Succession": ("predecessor", "successor"),
    "UnknownLink": ("subject", "object"),
}
"""The edges, with the properties that name their two ends."""

DETAILS = {"Sanction": "entity", "Identification": "holder", "Passport": "holder", "CryptoWallet": "holder"}
"""Entities that say something of another, with the property that names it."""

ADDRESS = "Address"
_ROLES = ("relationship", "role", "status", "percentage", "startDate", "endDate", "summary")
_MOST = 1000  # links of one edge


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge or detail as read; `container` is the entity that it was found inside, if any."""

    id: str
    schema: str
    container: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Additions:
    """What one edge adds to one entity."""

    links: tuple[Link, ...] = ()
    listings: tuple[Listing, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    references: tuple[str, ...] = ()


def additions(
    edges: Sequence[Edge], located: Sequence[tuple[str, str]], captions: Mapping[str, str]
) -> dict[str, list[Additions]]:
    """By entity id, what edges add; `located` pairs entities with the ids of their addresses."""
    found: dict[str, list[Additions]] = defaultdict(list)
    for edge in edges:
        for entity_id, addition in _of(edge, captions):
            found[entity_id].append(addition)
    places = {edge.id: address(edge.properties) for edge in edges if edge.schema == ADDRESS}
    for entity_id, key in located:
        if key in places and places[key].text:
            found[entity_id].append(Additions(addresses=(places[key],)))
    return found


def address(properties: Properties) -> Address:
    """An Address entity as a value."""
    names = ("street", "street2", "city", "postalCode", "region", "state", "country")
    lines = [text for name in names for text in properties.get(name, ())[:1]]
    return Address(
        text=_first(properties, "full") or ", ".join(lines),
        city=_first(properties, "city"),
        region=_first(properties, "region") or _first(properties, "state"),
        postal_code=_first(properties, "postalCode"),
        country=countries.code(_first(properties, "country")),
    )


def _of(edge: Edge, captions: Mapping[str, str]) -> Iterator[tuple[str, Additions]]:
    if edge.schema in EDGES:
        yield from _links(edge, captions)
    elif edge.schema in DETAILS:
        addition = _detail(edge)
        for holder in edge.properties.get(DETAILS[edge.schema]) or [edge.container]:
            yield holder, addition


def _links(edge: Edge, captions: Mapping[str, str]) -> Iterator[tuple[str, Additions]]:
    """From each end to the other; the kind says what the other end is. The edge itself points to both."""
    left, right = EDGES[edge.schema]
    text = "; ".join(value for name in _ROLES for value in edge.properties.get(name, ()))
    ends = [edge.properties.get(left, ()), edge.properties.get(right, ())]
    for name, end in zip((left, right), ends, strict=True):
        for key in islice(end, _MOST):
            yield edge.id, Additions((Link(f"{edge.schema}: {name}", key, captions.get(key, ""), text),))
    for one, other in islice(product(*ends), _MOST):
        yield one, Additions((Link(f"{edge.schema}: {right}", other, captions.get(other, ""), text),))
        yield other, Additions((Link(f"{edge.schema}: {left}", one, captions.get(one, ""), text),))


def _detail(edge: Edge) -> Additions:
    given = edge.properties
    if edge.schema == "Sanction":
        return Additions(listings=tuple(_listings(given)), references=tuple(_un(given)))
    if edge.schema == "CryptoWallet":
        return Additions(identifiers=identifiers_of(given, edge.schema))
    label = _first(given, "type") or edge.schema
    country = _first(given, "country")
    numbers = [*given.get("number", ()), *given.get("passportNumber", ())]
    return Additions(identifiers=tuple(ids.identifier(label, number, country) for number in numbers))


def _listings(given: Properties) -> Iterator[Listing]:
    words = [*given.get("provisions", ()), *(given.get("program", ()) if given.get("programId") else ())]
    for programme in given.get("programId") or given.get("program") or [""]:
        yield Listing(
            programme=programme,
            legal_basis="; ".join(words),
            listed_on=dates.parse(_first(given, "listingDate") or _first(given, "startDate")),
            authority=_first(given, "authority"),
        )


def _un(given: Properties) -> Iterator[str]:
    """A sanction of another authority may name the UN's own number for the same party."""
    yield from (f"un_sc_sanctions:{number}" for number in given.get("unscId", ()))


def _first(properties: Properties, name: str) -> str:
    return next(iter(properties.get(name, ())), "")
