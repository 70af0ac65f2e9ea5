"""The names of a row: whole ones as they are, first and last names put together, neither counted twice."""

from collections.abc import Mapping, Sequence

from namesake.entities.columns import ColumnMapping
from namesake.entities.kinds import schema_named
from namesake.entities.words import COMPANY_NAME
from namesake.fields.ids import comparable, identifier, is_address
from namesake.fields.properties_identifiers import PROPERTIES as NUMBERS
from namesake.fields.properties_names import PARTS, WHOLE
from namesake.values.schemas import kind_of

Values = Mapping[str, Sequence[str]]

WALLET = "publicKey"


def named(values: Values, mapping: ColumnMapping) -> dict[str, list[str]]:
    """The values with every name in its place, and a whole one where there is any.

    A column called no more than "Name" beside one of first names may hold the last name or, in single rows,
    the whole one; a row of an organisation, or without a person's name, is named by its company; and a whole
    name that says something else than its parts is joined by the one that the parts make up.
    """
    found = {name: list(texts) for name, texts in values.items()}
    _unfold(found, {item.property for item in mapping.mapped if item.generic})
    whole, composed, company = found.get("name", []), _composed(found), found.get(COMPANY_NAME, [])
    if whole:
        if _both(found) and not any(_words(composed) <= _words(text) for text in whole):
            found.setdefault("alias", []).append(composed)
    elif company and (not composed or _is_organisation(found)):
        found["name"] = company
    elif composed and all(len(found.get(name, ())) < 2 for name in PARTS):
        found["name"] = [composed]
    return found


def _unfold(found: dict[str, list[str]], generic: set[str]) -> None:
    """Where the generic half stands alone or already contains the other half, it is the whole name."""
    for half, other in (("lastName", "firstName"), ("firstName", "lastName")):
        texts, rest = found.get(half, []), " ".join(found.get(other, []))
        if half in generic and texts and _words(rest) < _words(texts[0]):
            found["name"] = [*found.get("name", []), *found.pop(half)]


def _is_organisation(found: Values) -> bool:
    return any(kind_of(schema_named(text)) == "organisation" for text in found.get("schema", ()))


def _both(found: Values) -> bool:
    return bool(found.get("firstName") and found.get("lastName"))


def _composed(found: Values) -> str:
    """The name that the parts make up, '' where there are none."""
    return " ".join(found[name][0] for name in PARTS if found.get(name))


def _words(text: str) -> set[str]:
    return set(text.casefold().replace(",", " ").split())


def has_name(values: Values) -> bool:
    """Whether anything in the values names somebody."""
    return any(values.get(name) for name in (*WHOLE, *PARTS))


def has_number(values: Values) -> bool:
    """Whether anything in the values is an identifier that could be compared."""
    return any(comparable(identifier(name, text)) for name in (*NUMBERS, WALLET) for text in values.get(name, ()))


def with_addresses(values: Values) -> Mapping[str, Sequence[str]]:
    """A name that is the address of a wallet is an identifier as well."""
    found = [text for text in values.get("name", ()) if is_address(text)]
    return {**values, WALLET: [*values.get(WALLET, ()), *found]} if found else values


def longest(values: Values) -> int:
    """The number of characters of the longest name."""
    return max((len(text) for name in (*WHOLE, *PARTS) for text in values.get(name, ())), default=0)


def has_letters(values: Values) -> bool:
    """Whether any of the names has two letters, or one that is a syllable."""
    texts = [text for name in (*WHOLE, *PARTS) for text in values.get(name, ())]
    return any(sum(map(str.isalpha, text)) > 1 or any(c.isalpha() and c > "\u2e80" for c in text) for text in texts)
