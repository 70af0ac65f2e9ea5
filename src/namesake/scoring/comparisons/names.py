"""What the loops found on two names, as evidence that a reviewer can read."""

from collections.abc import Sequence
from typing import NamedTuple

from namesake.kernels import items as kinds
from namesake.kernels import links
from namesake.kernels.items import Items
from namesake.kernels.links import Bench
from namesake.kernels.names import MOST_TOKENS
from namesake.kernels.telling import told, unused
from namesake.values.matches import BIT, Evidence
from namesake.values.tokens import NameParts, Role, Token

CLOSE = 5 * BIT
"""Two spellings that cost no more are close; across scripts, where other words explain one no better than so."""

SAME_CLASS = 2 * BIT
"""A class of names has about four members that are as common as one."""

_TOLERANCE = 2
"""Of every two bits that spellings differ, one bit of rarity is lost to those spelt nearby."""

_LEVELS = {
    links.EXACT: "exact",
    links.JOINED: "joined",
    links.ALIKE: "same class of names",
    links.STEM: "same stem",
    links.SKELETON: "same consonants",
    links.CUT: "cut off",
}
_ASIDE: dict[int, tuple[str, Role]] = {
    kinds.NUMBER: ("name.number", "number"),
    kinds.GENERIC: ("name.generic", "generic"),
    kinds.LEGAL: ("name.legal_form", "legal"),
}
_STATES = {kinds.EQUAL: "equal", kinds.DIFFERS: "differs", kinds.MISSING: "on one side only"}
_NAMES = {
    kinds.NO_WORD: ("name.no_word", "too little agrees closely"),
    kinds.SINGLE: ("name.single", "one word agrees"),
    kinds.TURNED: ("name.order", "turned"),
    kinds.MIXED: ("name.order", "mixed"),
    kinds.REVERSED: ("name.order", "parent and child exchanged"),
    kinds.WHOLE: ("name.whole", "exact"),
    kinds.TURNED_WHOLE: ("name.whole", "turned"),
    kinds.SAME_LETTERS: ("name.whole", "written together or apart"),
    kinds.SLIP: ("name.whole", "but for one slip"),
    kinds.WEAK_ALIAS: ("name.weak_alias", "corroborates only"),
    kinds.WORST: ("name.spelling", "least alike words"),
    kinds.SCRIPT: ("name.spelling", "least alike words in two scripts"),
}
"""Findings on two names as wholes."""

_SINGLE = ("one word agrees", "a person's word in an organisation's name", "a name of one word")

_SILENT = {kinds.WORST, kinds.SCRIPT, kinds.SINGLE}
"""Findings that are not worth saying where they are worth nothing."""


class Compared(NamedTuple):
    """The evidence of two names, and for each word that agrees the share of people with one that agrees as well."""

    evidence: tuple[Evidence, ...]
    shares: tuple[float, ...]


def nothing(left: str, right: str) -> Compared:
    """Where one of the sides has no name that could be compared."""
    return Compared((Evidence("name.unknown", "no name to compare", left, right, 0),), ())


def compared(left: NameParts, right: NameParts, bench: Bench, items: Items) -> Compared:
    """The evidence of the two names that were compared last."""
    one, other = left.compared[:MOST_TOKENS], right.compared[:MOST_TOKENS]
    evidence: list[Evidence] = []
    for kind, level, bits, link in told(items, bench):
        if kind == kinds.LINK:
            evidence.append(_link(one, other, link, bits))
        elif kind in _NAMES:
            if bits or kind not in _SILENT:
                code, state = _NAMES[kind]
                state = _SINGLE[level] if kind == kinds.SINGLE else state
                evidence.append(Evidence(code, state, left.name.text, right.name.text, bits))
        elif kind in _ASIDE:
            code, role = _ASIDE[kind]
            evidence.append(Evidence(code, _STATES[level], _of(one, role), _of(other, role), bits))
        else:
            rest = [one[k] for k in unused(bench, True, len(one))]
            others = [other[k] for k in unused(bench, False, len(other))]
            evidence.append(_left_over(rest, others, kind, level, bits))
    return Compared(tuple(evidence), tuple([e.per_million / 1e6 for e in evidence if e.per_million is not None]))


def _link(one: tuple[Token, ...], other: tuple[Token, ...], link: tuple[int, ...], bits: int) -> Evidence:
    tie, first, count, second, number, agreed, cost, _, excess = link
    left = one[first].word if count == 1 else " ".join([token.word for token in one[first : first + count]])
    right = other[second].word if number == 1 else " ".join([token.word for token in other[second : second + number]])
    if tie == links.LETTER:
        return Evidence("name.initial", "agrees", left, right, bits, _per_million(3 * BIT))
    if tie == links.ACRONYM:
        return Evidence("name.acronym", "first letters", left, right, bits, _per_million(agreed))
    if tie in (links.ACROSS, links.SYLLABIC):
        level = "close-other-script" if excess <= CLOSE else "distant-other-script"
        return Evidence("name.word", level, left, right, bits, _per_million(agreed - cost))
    level = _LEVELS.get(tie) or ("close" if cost <= CLOSE else "distant")
    lost = cost // _TOLERANCE if tie in (links.SPELT, links.JOINED) else 0 if tie == links.EXACT else SAME_CLASS
    return Evidence("name.word", level, left, right, bits, _per_million(agreed - lost))


def _per_million(bits: int) -> float:
    return float(1e6 * 2.0 ** -(max(0, bits) / BIT))


def _left_over(left: list[Token], right: list[Token], kind: int, level: int, bits: int) -> Evidence:
    if kind == kinds.INITIAL_DIFFERS:
        state = "two initials" if level else "differs"
        return Evidence("name.initial", state, _of(left, "initial", "name"), _of(right, "initial", "name"), bits)
    if kind == kinds.PLACE:
        return Evidence("name.place", _STATES[level], _places(left), _places(right), bits)
    code = "name.contradiction" if kind == kinds.CONTRADICTION else "name.extra"
    state = "words differ" if kind == kinds.CONTRADICTION else "on one side only"
    return Evidence(code, state, _of(left, "name"), _of(right, "name"), bits)


def _of(tokens: Sequence[Token], *roles: Role) -> str:
    return " ".join([token.word for token in tokens if token.role in roles])


def _places(tokens: Sequence[Token]) -> str:
    return " ".join([token.word for token in tokens if any(name.startswith("place:") for name in token.alike)])
