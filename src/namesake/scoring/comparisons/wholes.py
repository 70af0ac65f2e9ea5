"""Two names as wholes: their order, numbers, generic words, legal forms, and equality."""

from collections import Counter
from collections.abc import Iterator

from namesake.scoring.alignment import Alignment
from namesake.scoring.finding import Finding
from namesake.values.tokens import NameParts, Role, Token

_DESCENT = frozenset({"bin", "ibn", "ben", "bint", "binti", "ould", "wuld"})


def compare(left: NameParts, right: NameParts, found: Alignment) -> Iterator[Finding]:
    """Findings on the order of the words and on those words that do not name anybody."""
    yield from _order(left, right, found)
    yield from _numbers(left, right)
    yield from _same_or_not(left, right, "generic", "name.generic")
    yield from _same_or_not(left, right, "legal", "name.legal_form")


def sameness(left: NameParts, right: NameParts) -> str:
    """ "exact" where the whole normalised names are the same, word for word and legal forms aside; "turned" where
    a person's begins at another place, as family names come first or last; else "".

    Where both say whose child somebody is, another beginning is another person.
    """
    one, other = _texts(left), _texts(right)
    if not one or len(one) != len(other):
        return ""
    if one == other:
        return "exact"
    if "person" not in (left.kind, right.kind) or (_has_descent(left) and _has_descent(right)):
        return ""
    return "turned" if any(one[i:] + one[:i] == other for i in range(1, len(one))) else ""


def _texts(parts: NameParts) -> list[str]:
    return [token.text for token in parts.compared if token.role != "legal"]


def _order(left: NameParts, right: NameParts, found: Alignment) -> Iterator[Finding]:
    places = [pair.right[0] for pair in found.pairs]
    if len(places) < 2 or "person" not in (left.kind, right.kind) or places == sorted(places):
        return
    turned = min(_turned(places), _turned(sorted(range(len(places)), key=places.__getitem__)))
    amounts: tuple[tuple[str, int], ...]
    if _has_descent(left) and _has_descent(right):
        level, amounts = "parent and child exchanged", (("reversed", 1),)
    elif turned:
        level, amounts = "mixed", (("mixed", turned), ("turned", 1))
    else:
        level, amounts = "turned", (("turned", 1),)
    yield Finding("name.order", level, left.name.text, right.name.text, amounts)


def _turned(places: list[int]) -> int:
    """The words in another order once the name begins where that disturbs least. What the other side sees is the
    inverse order, for which this may differ: the smaller of the two counts."""
    return min(_inversions(places[i:] + places[:i]) for i in range(len(places)))


def _inversions(places: list[int]) -> int:
    return sum(a > b for i, a in enumerate(places) for b in places[i + 1 :])


def _has_descent(parts: NameParts) -> bool:
    return any(token.role == "particle" and token.text in _DESCENT for token in parts.tokens)


def _of_role(parts: NameParts, role: Role) -> Counter[str]:
    return Counter(token.text for token in parts.tokens if token.role == role)


def _numbers(left: NameParts, right: NameParts) -> Iterator[Finding]:
    """Numbers are hard: Victory 3 is not Victory 5."""
    one, other = _of_role(left, "number"), _of_role(right, "number")
    if not one and not other:
        return
    if one == other:
        level, amounts = "equal", (("number", 1),)
    elif one and other:
        level, amounts = "differs", (("number_differs", 1),)
    else:
        level, amounts = "on one side only", (("number_missing", 1),)
    yield Finding("name.number", level, " ".join(one), " ".join(other), amounts)


def _same_or_not(left: NameParts, right: NameParts, role: Role, code: str) -> Iterator[Finding]:
    one, other = _of_role(left, role), _of_role(right, role)
    if not one and not other:
        return
    if common := one & other:
        yield _wording(left, right, role, code, "equal", (role, common.total()))
    if one - other and other - one:
        yield _wording(left, right, role, code, "differs", (f"{role}_differs", 1))
    elif one != other:
        yield _wording(left, right, role, code, "on one side only", (f"{role}_missing", 1))


def _wording(left: NameParts, right: NameParts, role: Role, code: str, level: str, amount: tuple[str, int]) -> Finding:
    return Finding(code, level, _verbatim(left.tokens, role), _verbatim(right.tokens, role), (amount,))


def _verbatim(tokens: tuple[Token, ...], role: Role) -> str:
    return " ".join(token.word for token in tokens if token.role == role)
