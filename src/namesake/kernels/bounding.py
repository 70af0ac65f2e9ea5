"""The most that a listed name can score with a subject's name, of which some words were found in it."""

from __future__ import annotations

from namesake.kernels.bench import Bench, Rules
from namesake.kernels.counting import BITS, CELLS, CLASSES, GAIN, KNOWN, MOST, SPANS, WALKED, Board
from namesake.kernels.items import Weights, agreement
from namesake.kernels.links import LEAST_GAIN
from namesake.kernels.listed import INITIALS, SCRIPTS, SIZES, TOKENS, Listed
from namesake.kernels.names import Names
from namesake.kernels.spelling import apart, seek_out
from namesake.kernels.ties import cut, is_place, measure, spelling_cost

_LONGEST = 32
_HANGUL = 4
_HAN = 5
_FAR = 1 << 20
_NEVER = -(1 << 28)
_LEAST_GAIN = LEAST_GAIN
_MOST, _CLASSES, _KNOWN, _CELLS = MOST, CLASSES, KNOWN, CELLS
_BITS, _GAIN, _WALKED, _SPANS = BITS, GAIN, WALKED, SPANS
_SIZES, _INITIALS, _TOKENS, _SCRIPTS = SIZES, INITIALS, TOKENS, SCRIPTS


def bound(
    board: Board, place: int, own_initials: int, aside: int, listed: Listed, weights: Weights, anchor: int, least: int
) -> int:
    """The most that a name that was counted can score on names: what agrees, less what is certain to be lost; never
    where too little ties it closely. Most are found to be below what is needed at `least` without a look at what is
    known of them."""
    at = place * _CELLS
    if board.cells[at + _GAIN] < anchor:
        return _NEVER
    name = board.touched[place]
    plain = listed.plain[name >> 3] >> (name & 7) & 1
    facts = 1 << _SCRIPTS if plain else listed.facts[2 * name + 1]
    initials = facts >> _INITIALS & _SIZES
    bits = weights.prior + board.total + board.cells[at + _BITS] + aside
    bits += (own_initials + initials) * max(weights.initial, 0)
    left = 0
    bonus = 0
    crossing = board.foreign & facts >> _SCRIPTS
    missed = board.present & ~board.cells[at + _WALKED]
    for t in range(board.last):
        if missed >> t & 1:
            left += 1
            if crossing:
                bonus += board.bonus[t]
            else:
                bits += board.near[t] - board.least[t]
                bonus += board.near_bonus[t]
    against = max(weights.contradiction, weights.contradiction_across) + weights.contradictions + bonus
    if bits + max(against, 0) < least:
        return _NEVER
    right = max((listed.facts[2 * name + 1] & _SIZES) - board.cells[at + _SPANS] - own_initials - board.titles, 0)
    rest = max(right - left - initials, 0) * weights.extra_words
    return bits + max(rest, against)


def loosely(
    board: Board, query: Names, word: int, t: int, listed: Listed, other: int, weights: Weights, rules: Rules,
    bench: Bench,
) -> int:  # fmt: skip
    """What the t-th word and one that it does not find are worth at most, _NEVER where they cannot be linked."""
    own = query.words
    words = listed.names.words
    n = min(own.offsets[word + 1] - own.offsets[word], _LONGEST)
    m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
    script = own.scripts[word]
    kind = 0
    while other >= listed.ends[kind]:
        kind += 1
    if script == kind and script != _HANGUL and script != _HAN:
        costs = rules.costs[(script * 7 + script) * 2]
        sought = board.sought[t]
        if board.sought_turns[t] != board.turn:
            board.sought_turns[t] = board.turn
            seek_out(own.letters, own.offsets[word], n, costs, sought)
        limit = min(costs.loose_base + costs.loose_per_letter * min(n, m), costs.loose_most)
        cost = apart(
            sought, own.letters, own.offsets[word], n, words.letters, words.offsets[other], m, costs, limit, bench.rows
        )
    else:
        cost = spelling_cost(own, word, words, other, rules, bench)
    most = _NEVER
    if cost < _FAR:
        measure(own.rarity[word], script, words.rarity[other], kind, cost, bench)
        if bench.gain > _LEAST_GAIN:
            most = agreement(weights, bench.tie, bench.agreed, cost, max(n, m), bench.excess)
    if cut(own, word, words, other):
        agreed = min(own.rarity[word], words.rarity[other])
        most = max(most, agreement(weights, 8, agreed, 0, max(n, m), 0))
    if most > _NEVER and is_place(own, word) and is_place(words, other):
        return _NEVER
    return most


def refined(
    board: Board, query: Names, i: int, place: int, own_initials: int, aside: int, listed: Listed, weights: Weights,
    rules: Rules, bench: Bench, threshold: int,
) -> int:  # fmt: skip
    """The same bound with every word that was not found compared with those of the name, until what is left cannot
    reach a threshold."""
    runs = listed.names.runs
    naming = listed.ends[_CLASSES - 1]
    known = board.known
    cells = board.cells
    at = place * _CELLS
    start = listed.facts[2 * board.touched[place]]
    facts = listed.facts[2 * board.touched[place] + 1]
    stop = start + (facts >> _TOKENS & _SIZES)
    words = facts & _SIZES
    initials = facts >> _INITIALS & _SIZES
    floor = 0 if initials else weights.extra_words
    against = max(weights.contradiction, weights.contradiction_across) + weights.contradictions
    together = weights.prior + cells[at + _BITS] + aside + (own_initials + initials) * max(weights.initial, 0)
    alone = together + against
    left = 0
    linked = 0
    found = 0
    rest = 0
    right = words - cells[at + _SPANS] - own_initials - board.titles
    crossing = board.foreign & facts >> _SCRIPTS
    for t in range(board.last):
        if not board.present >> t & 1:
            continue
        if cells[at + _WALKED] >> t & 1:
            found += 1
            together += board.least[t]
            alone += board.least[t]
            continue
        rest += 1
        if crossing:
            together += max(board.least[t], floor)
            alone += board.least[t] + board.bonus[t]
        else:
            together += max(board.near[t], floor)
            alone += board.near[t] + board.near_bonus[t]
    for t in range(board.last):
        if not board.present >> t & 1 or cells[at + _WALKED] >> t & 1:
            continue
        if together < threshold and alone < threshold:
            return _NEVER
        left += 1
        most = _NEVER
        word = query.runs[query.starts[i] + t] >> 1
        for k in range(start, stop):
            other = runs[k] >> 1
            if other < naming:
                slot = 3 * ((other + t * 4099) & (_KNOWN - 1))
                if known[slot] != board.turn or known[slot + 1] != other * _MOST + t:
                    known[slot] = board.turn
                    known[slot + 1] = other * _MOST + t
                    known[slot + 2] = loosely(board, query, word, t, listed, other, weights, rules, bench)
                most = max(most, known[slot + 2])
        if board.titled >> t & 1:
            most = max(most, 0)
        linked += most > _NEVER
        together += max(most, floor) - max(board.least[t] if crossing else board.near[t], floor)
        alone += max(most, 0) - (board.least[t] + board.bonus[t] if crossing else board.near[t] + board.near_bonus[t])
        rest -= 1
        if left > linked + initials and right > linked + rest and alone < threshold:
            return _NEVER
    right = max(right - linked, 0)
    together += max(right - initials, 0) * weights.extra_words
    bits = alone if left > linked + initials and right > 0 else max(alone, together)
    if found + linked == 1 and cells[at + _SPANS] <= 1 and words > 1:
        bits += max(weights.single, weights.single_initial) if initials or own_initials else weights.single
    return bits
