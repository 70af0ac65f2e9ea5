"""Which names of a list could reach a threshold together with a subject's name: an upper bound, then the score."""

from __future__ import annotations

from namesake.kernels.bench import Bench, Rules
from namesake.kernels.births import Birth, birth_bound
from namesake.kernels.bounding import bound, refined
from namesake.kernels.counting import Board
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights
from namesake.kernels.listed import Listed
from namesake.kernels.names import Names

_NAME = 1
_INITIAL = 2


def select(
    board: Board, query: Names, i: int, listed: Listed, weights: Weights, rules: Rules, threshold: int, born: Birth,
    bench: Bench,
) -> list[int]:  # fmt: skip
    """The names whose bound reaches a threshold. Those that nothing ties closely stay below the charge for that, and
    need no look; where a threshold is below it, every name may reach it."""
    births = listed.births
    lowest = threshold - max(births.agrees, 0) if born.first else threshold
    if weights.prior + weights.no_word >= lowest:
        return list(range(len(listed.facts) // 2))
    if weights.person:
        board.titles = query.beside_starts[i + 1] - query.beside_starts[i]
    own_initials = 0
    aside = 0
    most = max(weights.number, weights.generic, weights.legal, 0)
    for k in range(query.starts[i], query.starts[i + 1]):
        role = query.words.roles[query.runs[k] >> 1]
        if role == _INITIAL:
            own_initials += 1
        elif role != _NAME:
            aside += most
    found = []
    for k in range(board.count):
        most = bound(board, k, own_initials, aside, listed, weights, rules.anchor, lowest)
        if most < lowest:
            continue
        name = board.touched[k]
        least = threshold - birth_bound(births, name, born) if born.first else threshold
        if most < least:
            continue
        if refined(board, query, i, k, own_initials, aside, listed, weights, rules, bench, least) >= least:
            found.append(name)
    return found


def scores(
    query: Names, i: int, listed: Listed, names: list[int], weights: Weights, rules: Rules, bench: Bench,
    items: Items, threshold: int, born: Birth,
) -> list[tuple[int, int]]:  # fmt: skip
    """Those of some names that reach a threshold with a subject's name, whatever their birth dates may add, and what
    they score without them, with the prior."""
    found = []
    for name in names:
        bits = weights.prior + compare(query, i, listed.names, name, weights, rules, bench, items)
        if bits + birth_bound(listed.births, name, born) >= threshold:
            found.append((name, bits))
    return found
