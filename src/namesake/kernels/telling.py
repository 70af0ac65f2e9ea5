"""What the loops found on two names, as evidence that a reviewer can read."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels import bench as ties
from namesake.kernels import items as kinds
from namesake.kernels.bank import PLACE, ROLES
from namesake.kernels.bench import Bench
from namesake.kernels.items import Items
from namesake.kernels.names import MOST_TOKENS
from namesake.values.matches import BIT, Evidence
from namesake.values.tokens import NameParts, Role, Token

CLOSE = 5 * BIT
"""Two spellings that cost no more are close; across scripts, where other words explain one no better than so."""

SAME_CLASS = 2 * BIT
"""A class of names has about four members that are as common as one."""

TOLERANCE = 2
"""Of every two bits that spellings differ, one bit of rarity is lost to those spelt nearby."""

CLUSTERED = 8.0
"""Names of one culture occur together: after the first word, a further one is about so many times likelier
than its share of the whole population says."""

_LEVELS = {
    ties.EXACT: "exact",
    ties.JOINED: "joined",
    ties.ALIKE: "same class of names",
    ties.STEM: "same stem",
    ties.SKELETON: "same consonants",
    ties.CUT: "cut off",
}
_ASIDE: dict[int, tuple[str, Role]] = {
    kinds.NUMBER: ("name.number", "number"),
    kinds.GENERIC: ("name.generic", "generic"),
    kinds.LEGAL: ("name.legal_form", "legal"),
}
_STATES = ("equal", "differs", "on one side only")
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
    kinds.CUT_NAME: ("name.whole", "cut off"),
    kinds.SCANT: ("name.scant", "common words"),
    kinds.TOGETHER: ("name.together", "often met together"),
    kinds.ORDINARY: ("name.ordinary", "ordinary words"),
    kinds.WEAK_ALIAS: ("name.weak_alias", "corroborates only"),
    kinds.WORST: ("name.spelling", "least alike words"),
    kinds.SCRIPT: ("name.spelling", "least alike words in two scripts"),
}
"""Findings on two names as wholes."""

_SINGLE = ("one word agrees", "a person's word in an organisation's name", "a name of one word")

_SILENT = frozenset({kinds.WORST, kinds.SCRIPT, kinds.SINGLE, kinds.SCANT})
"""Findings that are not worth saying where they are worth nothing."""

_MOST = MOST_TOKENS
_UNIT = BIT
_CLOSE = CLOSE
_SAME_CLASS = SAME_CLASS
_TOLERANCE = TOLERANCE
_CLUSTERED = CLUSTERED


def told(left: NameParts, right: NameParts, bench: Bench, items: Items, into: list[Evidence]) -> float:
    """Add the evidence of the two names that were compared last, and say which share of the reference population has a
    name that would agree at least as well in these words."""
    one = compared(left)
    other = compared(right)
    shares: list[float] = []
    for k in range(items.count):
        kind = items.kinds[k]
        level = items.levels[k]
        bits = items.bits[k]
        if kind == 0:
            into.append(_link(one, other, bench, level, bits, shares))
        elif kind in _NAMES:
            if bits or kind not in _SILENT:
                code, state = _NAMES[kind]
                state = _SINGLE[level] if kind == 5 else state
                into.append(Evidence(code, state, left.name.text, right.name.text, bits))
        elif kind in _ASIDE:
            code, role = _ASIDE[kind]
            into.append(Evidence(code, _STATES[level], _of(one, role), _of(other, role), bits))
        elif kind == kinds.TITLE:
            both = _titles(left, right) | _titles(right, left)
            into.append(Evidence("name.title", "a name elsewhere", _said(left, both), _said(right, both), bits))
        else:
            rest = _unused(one, bench.left_used)
            others = _unused(other, bench.right_used)
            into.append(_left_over(rest, others, kind, level, bits))
    return share_of(shares)


def compared(parts: NameParts) -> tuple[Token, ...]:
    """The words of a name that are aligned."""
    tokens = parts.tokens
    for token in tokens:
        if token.role not in ROLES:
            tokens = parts.compared
            break
    return tokens if len(tokens) <= _MOST else tokens[:_MOST]


def share_of(shares: list[float]) -> float:
    """The share of the reference population whose name would agree at least as well in some words."""
    product = 1.0
    shares.sort()
    for k in range(len(shares)):
        share = shares[k]
        product *= min(1.0, share * _CLUSTERED) if k else share
    return product


def _link(
    one: tuple[Token, ...], other: tuple[Token, ...], bench: Bench, at: int, bits: int, shares: list[float]
) -> Evidence:
    """The evidence of a link; its share is added."""
    links = bench.links
    tie = links[at]
    agreed = links[at + 5]
    cost = links[at + 6]
    code = "name.word"
    if tie == 5:
        code, level, rare = "name.initial", "agrees", 3 * _UNIT
    elif tie == 6:
        code, level, rare = "name.acronym", "first letters", agreed
    elif tie == 2 or tie == 9:
        level = "close-other-script" if links[at + 8] <= _CLOSE else "distant-other-script"
        level = "attested-other-script" if links[at + 8] < 0 else level
        rare = agreed - cost
    elif tie == 1 or tie == 3:
        level = "joined" if tie == 3 else "close" if cost <= _CLOSE else "distant"
        rare = agreed - cost // _TOLERANCE
    else:
        level = _LEVELS[tie]
        rare = agreed - _SAME_CLASS if tie else agreed
    per_million = 1e6 * 2.0 ** -(max(0, rare) / _UNIT)
    shares.append(per_million / 1e6)
    first = _words(one, links[at + 1], links[at + 2])
    return Evidence(code, level, first, _words(other, links[at + 3], links[at + 4]), bits, per_million)


def _words(tokens: tuple[Token, ...], first: int, count: int) -> str:
    """Some neighbouring words as published."""
    if count == 1:
        return tokens[first].word
    return " ".join([token.word for token in tokens[first : first + count]])


def _left_over(left: list[Token], right: list[Token], kind: int, level: int, bits: int) -> Evidence:
    """The evidence of words that no link uses."""
    if kind == 4:
        state = "two initials" if level else "differs"
        return Evidence("name.initial", state, _of(left, "initial", "name"), _of(right, "initial", "name"), bits)
    if kind == 13:
        return Evidence("name.place", _STATES[level], _places(left), _places(right), bits)
    code = "name.contradiction" if kind == 2 else "name.extra"
    state = "words differ" if kind == 2 else "on one side only"
    return Evidence(code, state, _of(left, "name"), _of(right, "name"), bits)


def _titles(parts: NameParts, other: NameParts) -> set[str]:
    """The names that are titles of the other."""
    titles = other.besides
    return {token.text for token in parts.tokens if token.role == "name" and token.text in titles}


def _said(parts: NameParts, texts: set[str]) -> str:
    """Some words of a name, as published."""
    return " ".join([token.word for token in parts.tokens if token.text in texts])


def _unused(tokens: tuple[Token, ...], used: array[int]) -> list[Token]:
    """The words that no link uses."""
    return [tokens[k] for k in range(len(tokens)) if not used[k]]


def _of(tokens: Sequence[Token], role: Role, other: Role | None = None) -> str:
    """The words of one role, or of two, as published."""
    return " ".join([token.word for token in tokens if token.role == role or token.role == other])


def _places(tokens: Sequence[Token]) -> str:
    """The words that are names of countries, as published."""
    return " ".join([token.word for token in tokens if any(name.startswith(PLACE) for name in token.alike)])
