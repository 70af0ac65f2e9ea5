"""Nationality, citizenship and country: they only ever tell two parties apart; agreement is worth nothing."""

from collections.abc import Iterator

from namesake.scoring.finding import Finding
from namesake.values.facts import CountryFact
from namesake.values.tokens import NameClass

_BELONGING = {"nationality", "citizenship"}


def compare(left: tuple[CountryFact, ...], right: tuple[CountryFact, ...], kind: NameClass) -> Iterator[Finding]:
    """One finding: whether the sides can belong to the same country."""
    one, other = codes(left, kind), codes(right, kind)
    amounts: tuple[tuple[str, int], ...] = ()
    if not one or not other:
        level = "unknown"
    elif one & other:
        level = "agrees"
    else:
        level, amounts = "differs", (("country_differs", 1),)
    yield Finding("country", level, _text(left, one), _text(right, other), amounts)


def codes(facts: tuple[CountryFact, ...], kind: NameClass) -> set[str]:
    """The countries that are compared: of a person those they belong to, else where anything is said to be."""
    belonging = {fact.code for fact in facts if fact.role in _BELONGING and fact.code}
    if kind == "person":
        return belonging
    return belonging | {fact.code for fact in facts if fact.code and fact.role in ("country", "flag", "jurisdiction")}


def _text(facts: tuple[CountryFact, ...], compared: set[str]) -> str:
    return "; ".join(dict.fromkeys(fact.text or fact.code for fact in facts if fact.code in compared))
