"""Nationality, citizenship and country: they only ever tell two parties apart; agreement is worth nothing."""

from namesake.scoring.finding import Finding
from namesake.values.facts import CountryFact
from namesake.values.tokens import NameClass

_BELONGING = {"nationality", "citizenship"}

# ISO 3166-3: states that are no more, and those that their people and companies belong to since.
_SUCCESSORS = {
    "su": ("am", "az", "by", "ee", "ge", "kg", "kz", "lt", "lv", "md", "ru", "tj", "tm", "ua", "uz"),
    "yu": ("ba", "hr", "me", "mk", "rs", "si", "xk"),
    "cs": ("cz", "sk"),
    "dd": ("de",),
    "an": ("aw", "bq", "cw", "sx"),
}
_RELATED = {
    **{state: frozenset(successors) for state, successors in _SUCCESSORS.items()},
    **{successor: frozenset([state]) for state, successors in _SUCCESSORS.items() for successor in successors},
}


_UNSAID = (Finding("country", "unknown", "", ""),)


def compare(left: tuple[CountryFact, ...], right: tuple[CountryFact, ...], kind: NameClass) -> tuple[Finding, ...]:
    """One finding: whether the sides can belong to the same country. A former state fits each of its successors."""
    if not left and not right:
        return _UNSAID
    one, other = codes(left, kind), codes(right, kind)
    amounts: tuple[tuple[str, int], ...] = ()
    if not one or not other:
        level = "unknown"
    elif fit(one, other):
        level = "agrees"
    else:
        level, amounts = "differs", (("country_differs", 1),)
    return (Finding("country", level, _text(left, one), _text(right, other), amounts),)


def codes(facts: tuple[CountryFact, ...], kind: NameClass) -> set[str]:
    """The countries that are compared: of a person those they belong to, else where anything is said to be."""
    belonging = {fact.code for fact in facts if fact.role in _BELONGING and fact.code}
    if kind == "person":
        return belonging
    return belonging | {fact.code for fact in facts if fact.code and fact.role in ("country", "flag", "jurisdiction")}


def fit(one: set[str], other: set[str]) -> bool:
    """Whether two sets of codes have a country in common, or one that became the other."""
    return not one.isdisjoint(other) or any(not _RELATED[code].isdisjoint(other) for code in one if code in _RELATED)


def related(known: set[str]) -> bool:
    """Whether any of some codes is that of a former state, or of a successor of one."""
    return any(code in _RELATED for code in known)


def _text(facts: tuple[CountryFact, ...], compared: set[str]) -> str:
    found = [fact.text or fact.code for fact in facts if fact.code in compared]
    return "; ".join(found if len(found) < 2 else dict.fromkeys(found))
