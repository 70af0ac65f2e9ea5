"""Which word of one name stands for which word of the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from namesake.kernels.links import (
    JOIN_CHARGE,
    JOIN_SIZES,
    LEAST_GAIN,
    MOST_TOKENS,
    UNIT,
    as_long,
    gain,
    join,
    joinable,
    joined_rarity,
)
from namesake.kernels.rarity import rarity
from namesake.kernels.speller import cost, writes_vowels
from namesake.values.tokens import NameClass, NameParts, Token

Tie = Literal["exact", "spelling", "script", "joined", "initial"]

INITIAL_GAIN = 3 * UNIT
_TIE_ORDER: dict[Tie, int] = {"exact": 0, "spelling": 1, "script": 2, "joined": 3, "initial": 4}


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that stand for one another: positions in the two names, rarity agreed and cost, in 1/1024 bit."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    tie: Tie
    rarity: int
    cost: int
    gain: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words of two names that stand for one another, in the left name's order, and those left over."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    pairs: tuple[Pair, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


def align(left: NameParts, right: NameParts, kind: NameClass) -> Alignment:
    """The best pairs first, no word twice; rarities are those of `kind`. Exchanging the sides gives the same pairs."""
    a, b = left.compared[:MOST_TOKENS], right.compared[:MOST_TOKENS]
    pairs = _greedy(sorted(_possible(a, b, kind), key=lambda pair: _order(pair, a, b)))
    used_left = {i for pair in pairs for i in pair.left}
    used_right = {j for pair in pairs for j in pair.right}
    return Alignment(
        a, b, tuple(sorted(pairs, key=lambda pair: pair.left)),
        tuple(i for i in range(len(a)) if i not in used_left),
        tuple(j for j in range(len(b)) if j not in used_right),
    )  # fmt: skip


def _order(pair: Pair, a: tuple[Token, ...], b: tuple[Token, ...]) -> tuple[object, ...]:
    """Falling gain; ties are broken without regard to which side is which."""
    texts = sorted(["".join(a[i].text for i in pair.left), "".join(b[j].text for j in pair.right)])
    first, second = pair.left[0], pair.right[0]
    return (-pair.gain, _TIE_ORDER[pair.tie], abs(first - second), first + second, texts, first)


def _greedy(possible: list[Pair]) -> list[Pair]:
    chosen: list[Pair] = []
    left: set[int] = set()
    right: set[int] = set()
    for pair in possible:
        if left.isdisjoint(pair.left) and right.isdisjoint(pair.right):
            chosen.append(pair)
            left.update(pair.left)
            right.update(pair.right)
    return chosen


def _possible(a: tuple[Token, ...], b: tuple[Token, ...], kind: NameClass) -> Iterator[Pair]:
    exact_left: set[int] = set()
    exact_right: set[int] = set()
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            pair = _single(one, other, (i,), (j,), kind)
            if pair is not None:
                if pair.tie == "exact":
                    exact_left.add(i)
                    exact_right.add(j)
                yield pair
    for span, j, agreed, found in _joined(a, b, (exact_left, exact_right), kind):
        yield from _join_pair(span, (j,), agreed, found)
    for span, i, agreed, found in _joined(b, a, (exact_right, exact_left), kind):
        yield from _join_pair((i,), span, agreed, found)


def _single(one: Token, other: Token, i: tuple[int, ...], j: tuple[int, ...], kind: NameClass) -> Pair | None:
    if one.role == other.role == "name":
        return _words(one, other, i, j, kind)
    roles = {one.role, other.role}
    if "initial" in roles and roles <= {"initial", "name"}:
        same = one.text[0] == other.text[0]
        return Pair(i, j, "initial", INITIAL_GAIN, 0, INITIAL_GAIN) if same else None
    return None


def _words(one: Token, other: Token, i: tuple[int, ...], j: tuple[int, ...], kind: NameClass) -> Pair | None:
    agreed = min(rarity(one, kind), rarity(other, kind))
    if one.text == other.text:
        return Pair(i, j, "exact", agreed, 0, agreed)
    vowels, other_vowels = writes_vowels(one.script), writes_vowels(other.script)
    found = cost(one.text, other.text, vowels, other_vowels)
    if found is None or gain(agreed, found) <= LEAST_GAIN:
        return None
    return Pair(i, j, "spelling" if one.script == other.script else "script", agreed, found, gain(agreed, found))


def _joined(
    a: tuple[Token, ...], b: tuple[Token, ...], exact: tuple[set[int], set[int]], kind: NameClass
) -> Iterator[tuple[tuple[int, ...], int, int, int]]:
    """Neighbouring words of `a` written as one in `b`, where none has an exact partner: their positions, that
    of the one word, the rarity agreed and the cost."""
    for span in _spans(len(a)):
        parts = tuple(a[k] for k in span)
        if not exact[0].isdisjoint(span) or not joinable(parts):
            continue
        whole = join(parts)
        for j, other in enumerate(b):
            if other.role == "name" and j not in exact[1] and as_long(whole, other):
                found = cost(whole.text, other.text, writes_vowels(whole.script), writes_vowels(other.script), True)
                if found is not None:
                    total = sum(rarity(part, kind) for part in parts)
                    yield span, j, joined_rarity(total, rarity(other, kind)), found


def _spans(length: int) -> Iterator[tuple[int, ...]]:
    return (tuple(range(i, i + size)) for size in JOIN_SIZES for i in range(length - size + 1))


def _join_pair(left: tuple[int, ...], right: tuple[int, ...], agreed: int, found: int) -> Iterator[Pair]:
    worth = gain(agreed, found) - JOIN_CHARGE
    if worth > LEAST_GAIN:
        yield Pair(left, right, "joined", agreed, found, worth)
