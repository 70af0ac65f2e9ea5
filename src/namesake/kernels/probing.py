"""Which names of a list could reach a threshold together with a subject's name: an upper bound, then the score."""

from __future__ import annotations

from namesake.kernels.bench import Bench, Rules
from namesake.kernels.births import Birth, birth_bound
from namesake.kernels.bounding import bound, refined
from namesake.kernels.counting import Board
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights
from namesake.kernels.listed import INITIALS, SCRIPTS, SIZES, Listed
from namesake.kernels.names import Names

_NAME = 1
_INITIAL = 2
_SIZES, _INITIALS, _SCRIPTS = SIZES, INITIALS, SCRIPTS


def stand_in(board: Board) -> int:
    """How many words have anything to gain from a distant link. `spare[n]` is what all but the n best of them gain: a
    name of n words cannot give it to more than n of them."""
    count = 0
    for t in range(board.last):
        if board.present >> t & 1 and board.least[t] > 0:
            k = count
            while k > 0 and board.spare[k - 1] < board.least[t]:
                board.spare[k] = board.spare[k - 1]
                k -= 1
            board.spare[k] = board.least[t]
            count += 1
    rest = 0
    for k in range(count, -1, -1):
        gained = board.spare[k - 1] if k > 0 else 0
        board.spare[k] = rest
        rest += gained
    return count


def select(
    board: Board, query: Names, i: int, listed: Listed, weights: Weights, rules: Rules, threshold: int, born: Birth,
    bench: Bench,
) -> list[int]:  # fmt: skip
    """The names whose bound reaches a threshold, also of those that were not counted, which only initials tie."""
    own_initials = 0
    aside = 0
    births = listed.births
    most = max(weights.number, weights.generic, weights.legal, 0)
    start = query.starts[i]
    for k in range(start, query.starts[i + 1]):
        role = query.words.roles[query.runs[k] >> 1]
        if role == _INITIAL:
            own_initials += 1
        elif role != _NAME:
            aside += most
    most = weights.prior + weights.no_word + board.total + board.passed + aside + own_initials * max(weights.initial, 0)
    lowest = threshold
    if born.first:
        most += max(births.agrees, 0)
        lowest -= max(births.agrees, 0)
    near = most - board.passed + board.passed_near
    for k in range(board.last):
        if board.present >> k & 1:
            most += board.bonus[k]
            near += board.near[k] - board.least[k] + board.near_bonus[k]
    spare = stand_in(board)
    found = []
    for k in range(len(listed.by_initials)):
        name = listed.by_initials[k]
        facts = listed.facts[2 * name + 1]
        few = (facts >> _INITIALS & _SIZES) * max(weights.initial, 0)
        if most + few < threshold:
            break
        if most + few - board.spare[min(facts & _SIZES, spare)] < threshold:
            continue
        if near + few < threshold and not board.foreign & facts >> _SCRIPTS:
            continue
        if not board.seen[name >> 3] >> (name & 7) & 1:
            found.append(name)
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
