"""What customers call their columns and kinds of party, looked up whatever the spelling."""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from namesake.fields import properties, properties_identifiers, properties_names
from namesake.fields.folding import fold

ANY_NAME, COMPANY_NAME = "anyName", "companyName"
"""Not FollowTheMoney: columns whose meaning depends on the columns beside them."""

REDRESS = "redressReference"
"""Not FollowTheMoney either: the reference that was given to somebody who had been matched wrongly."""

PROPERTIES: tuple[str, ...] = tuple(
    dict.fromkeys(
        [
            *properties_names.WHOLE,
            *properties_names.PARTS,
            *("title", "birthDate", "birthYear", "birthMonth", "birthDay", "birthPlace", "gender", "address"),
            *properties.COUNTRIES,
            *properties_identifiers.PROPERTIES,
            *("publicKey", "currency", "schema", "key", COMPANY_NAME, REDRESS),
        ]
    )
)
"""What a column can be mapped to."""


def property_of(column: str) -> str:
    """The property that a column's name stands for, '' where it is not recognised.

    Tried are the whole name, the name without what stands in brackets, and then without the qualifiers
    around it ("Customer name") and a number behind it ("alias_2"). "#", alone or behind whom the row is about
    ("Client #"), is a number that the row goes by.
    """
    if column.strip() == "#" or (column.rstrip().endswith("#") and is_role(column)):
        return "key"
    known, outside = _columns(), column.split("(")[0]
    for text in (fold(column), fold(outside)):
        for form in (text, text.rstrip("0123456789")):
            if found := known.get(form) or known.get(_bare(form)):
                return found
    return ""


def is_role(column: str) -> bool:
    """Whether a column's name says no more than who the row is about ("Client", "Kunde"): a name or a number."""
    return fold(column).rstrip("0123456789") in _roles()


def known_property(text: str) -> str:
    """The property that a user means on the command line: its name, or a word for it; '' if none."""
    exact = {fold(name): name for name in PROPERTIES}
    found = exact.get(fold(text)) or property_of(text)
    return "name" if found == ANY_NAME else found


def guesses(column: str) -> str:
    """The property that an unrecognised column comes closest to, or ''."""
    close = get_close_matches(fold(column)[:60], list(_columns()), n=1, cutoff=0.75)
    return _columns()[close[0]].replace(ANY_NAME, "name") if close else ""


@cache
def table(name: str) -> Mapping[str, Any]:
    """A TOML file of reference data."""
    return tomllib.loads(files("namesake").joinpath("data", f"{name}.toml").read_text("utf-8"))


def _bare(folded: str) -> str:
    before, after = _qualifiers()
    text = next((folded[len(word) :] for word in before if folded.startswith(word)), folded)
    return next((text[: -len(word)] for word in after if text.endswith(word)), text)


@cache
def _qualifiers() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Folded, longest first: "account holder" before "account"."""
    raw = table("columns")["qualifiers"]
    before, after = ({fold(word) for word in raw[side]} for side in ("before", "after"))
    return tuple(sorted(before, key=len, reverse=True)), tuple(sorted(after, key=len, reverse=True))


@cache
def _roles() -> frozenset[str]:
    return frozenset(fold(word) for found in table("columns")["roles"].values() for word in found)


@cache
def _columns() -> Mapping[str, str]:
    found = {fold(name): name for name in PROPERTIES if name != "name"}
    for name, languages in table("columns")["columns"].items():
        for words in languages.values():
            found |= {fold(word): name for word in words}
    return found
