"""Identifiers: equal ones nearly settle the matter; some kinds settle it the other way too."""

from collections.abc import Iterator

from namesake.fields.ids import comparable
from namesake.scoring.finding import Finding
from namesake.values.facts import Identifier

ONE_FOR_LIFE = frozenset({"imo", "lei", "imo_company"})
"""Schemes of which a party has one only, so that two different ones are two parties."""

UNLIKELY = 0.1

_UNSAID = (Finding("identifier", "unknown", "", ""),)


def compare(left: tuple[Identifier, ...], right: tuple[Identifier, ...]) -> tuple[Finding, ...]:
    """The equal identifiers; else those of a kind that should be equal; else that there was nothing to compare."""
    if left and right:
        equal = list(_equal(left, right))
        if equal:
            one, other, level = equal[0]
            amount = "identifier" if level == "equal" else "identifier_number_only"
            return (Finding("identifier", level, _text(one), _text(other), ((amount, 1),), UNLIKELY),)
        if conflict := next(_conflicts(left, right), None):
            amounts = (("identifier_differs", 1),)
            return (Finding("identifier", "differs", _text(conflict[0]), _text(conflict[1]), amounts),)
    elif not left and not right:
        return _UNSAID
    return (Finding("identifier", "unknown", "; ".join(map(_text, left[:3])), "; ".join(map(_text, right[:3]))),)


def _equal(left: tuple[Identifier, ...], right: tuple[Identifier, ...]) -> Iterator[tuple[Identifier, Identifier, str]]:
    known = [(key, item) for item in right if (key := comparable(item))]
    given = [(comparable(item), item) for item in left]
    pairs = [(item, other) for mine, item in given for key, other in known if key == mine]
    for one, other in sorted(pairs, key=lambda pair: not _same_kind(*pair)):
        yield one, other, "equal" if _same_kind(one, other) else "same number, other kind"


def _same_kind(one: Identifier, other: Identifier) -> bool:
    """Wallets of all currencies are one kind: an address is often published under several."""
    kinds = {one.scheme.split(":")[0], other.scheme.split(":")[0]}
    countries = {one.country, other.country} - {""}
    return len(countries) < 2 and (len(kinds) == 1 or "other" in kinds)


def _conflicts(left: tuple[Identifier, ...], right: tuple[Identifier, ...]) -> Iterator[tuple[Identifier, Identifier]]:
    for one in left:
        for other in right:
            if one.scheme == other.scheme and one.scheme in ONE_FOR_LIFE and comparable(one) and comparable(other):
                yield one, other


def _text(item: Identifier) -> str:
    return f"{item.value} ({item.country})" if item.country else item.value
