"""The names of a row: whole ones as they are, first and last names put together, neither counted twice."""

import re
from collections.abc import Mapping, Sequence

from namesake.fields.ids import comparable, identifier, is_address
from namesake.fields.properties_identifiers import PROPERTIES as NUMBERS
from namesake.fields.properties_names import PARTS, WHOLE

Values = Mapping[str, Sequence[str]]

WALLET = "publicKey"
_OF_NAMES = (*WHOLE, *PARTS)
_IMO = re.compile(r"IMO[ :]?[0-9]{7}")
_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")


def unfold(found: dict[str, list[str]], generic: set[str]) -> list[str]:
    """Where the generic half stands alone or already contains the other half, it is the whole name.

    A column called no more than "Name" beside one of first names may hold the last name or, in single rows, the
    whole one. Such names are taken out of the values and returned.
    """
    for half, other in (("lastName", "firstName"), ("firstName", "lastName")):
        texts, rest = found.get(half, []), " ".join(found.get(other, []))
        if half in generic and texts and words_of(rest) < words_of(texts[0]):
            return found.pop(half)
    return []


def has_parts(found: Values) -> bool:
    """Whether there is a first, a last or a middle name."""
    return not PARTS.keys().isdisjoint(found) and any(found.get(name) for name in PARTS)


def both_parts(found: Values) -> bool:
    """Whether there is a first and a last name."""
    return bool(found.get("firstName") and found.get("lastName"))


def composed_of(found: Values) -> str:
    """The name that the parts make up, '' where there are none."""
    return " ".join(found[name][0] for name in PARTS if found.get(name))


def words_of(text: str) -> set[str]:
    """The words of a name, whatever their order and case."""
    return set(text.casefold().replace(",", " ").split())


def has_name(values: Values) -> bool:
    """Whether anything in the values names somebody."""
    return bool(_names_in(values))


def has_number(values: Values) -> bool:
    """Whether anything in the values is an identifier that could be compared."""
    return any(comparable(identifier(name, text)) for name in (*NUMBERS, WALLET) for text in values.get(name, ()))


def with_numbers(values: Values) -> Mapping[str, Sequence[str]]:
    """A name that is an identifier (a wallet, the IMO number of a ship, an LEI) is compared as one as well."""
    found = dict(values)
    for text in values.get("name", ()):
        if name := _numbered(text.strip()):
            found[name] = [*found.get(name, ()), text]
    return found


def _numbered(text: str) -> str:
    """The property that a text in place of a name is the value of, '' for none; its check digits must hold."""
    if is_address(text):
        return WALLET
    shapes = (("imoNumber", _IMO), ("leiCode", _LEI))
    return next((name for name, shape in shapes if shape.fullmatch(text) and identifier(name, text).valid), "")


def longest(values: Values) -> int:
    """The number of characters of the longest name."""
    return max(map(len, _names_in(values)), default=0)


def has_letters(values: Values) -> bool:
    """Whether any of the names has two letters, a letter and a digit ("M23"), or one letter that is a syllable."""
    return any(map(_names_somebody, _names_in(values)))


def _names_in(values: Values) -> list[str]:
    return [text for name in _OF_NAMES if name in values for text in values[name]]


def _names_somebody(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 or any(c > "\u2e80" for c in letters) or bool(letters and any(map(str.isdigit, text)))
