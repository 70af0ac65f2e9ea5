"""Which names of a list could reach a threshold together with a subject's name: an upper bound, then the score."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.births import Birth, Births, birth_bound
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights, agreement
from namesake.kernels.links import Bench, Rules, cut, is_place, measure, spelling_cost
from namesake.kernels.names import Names

_MOST = 16
_UNIT = 1024
_NAME = 1
_INITIAL = 2
_EXACT = 0
_JOINED = 3
_LONGEST = 32
_SLACK = 8
_NEVER = -(1 << 28)
_FAR = 1 << 20
_JOIN_CHARGE = 1536
_SAME_CHARGE = 3072
_LEAST_GAIN = 307


class Postings:
    """For each word (or words written as one) the names that hold it, from `starts`."""

    def __init__(self, starts: Sequence[int], names: Sequence[int]) -> None:
        self.starts = starts
        self.names = names


class Joins:
    """Neighbouring words of listed names, as one: where their letters begin, the rarity of the parts together, their
    class of script, how many parts they have, and who holds them."""

    def __init__(
        self,
        offsets: Sequence[int],
        rarity: Sequence[int],
        scripts: Sequence[int],
        parts: Sequence[int],
        postings: Postings,
    ) -> None:
        self.offsets = offsets
        self.rarity = rarity
        self.scripts = scripts
        self.parts = parts
        self.postings = postings


class Listed:
    """The names of a list, how many naming words and initials each has, the names by falling number of initials,
    who holds which word, and when their entities were born."""

    def __init__(
        self, names: Names, words: Sequence[int], initials: tuple[Sequence[int], Sequence[int]], postings: Postings,
        joins: Joins, births: Births,
    ) -> None:  # fmt: skip
        self.names = names
        self.births = births
        self.words = words
        self.initials, self.by_initials = initials
        self.postings = postings
        self.joins = joins


class Reached:
    """What a word of a subject's name finds in a list: words and costs, ties that no spelling decides (a tie or -1),
    and joined words and costs."""

    def __init__(self, words: Sequence[int], costs: Sequence[int], ties: Sequence[int], joins: Sequence[int],
                 join_costs: Sequence[int]) -> None:  # fmt: skip
        self.words = words
        self.costs = costs
        self.ties = ties
        self.joins = joins
        self.join_costs = join_costs


class Board:
    """What is counted for every name of a list while one name of a subject is looked up; `turn` tells old counts from
    new ones, so that nothing has to be cleared."""

    def __init__(self, size: int) -> None:
        size = max(size, 1)
        self.turn = 0
        self.seen = array("i", [0]) * size
        self.bits = array("i", [0]) * size
        self.gain = array("i", [0]) * size
        self.walked = array("i", [0]) * size
        self.spans = array("i", [0]) * size
        self.word = array("i", [0]) * size
        self.best = array("i", [0]) * size
        self.best_gain = array("i", [0]) * size
        self.best_span = array("i", [0]) * size
        self.touched = array("i", [0]) * size
        self.count = 0
        self.least = array("i", [0]) * _MOST
        self.bonus = array("i", [0]) * _MOST
        self.total = 0
        self.present = 0


def begin(board: Board) -> None:
    """Begin another name."""
    board.turn += 1
    board.count = 0
    board.total = 0
    board.present = 0


def expect(board: Board, t: int, query: Names, word: int, weights: Weights, rules: Rules) -> None:
    """What the t-th word can give at most without being found: a link of two distant spellings, a beginning, or
    nothing at all. `least` is that or the charge for a word left over, `bonus` what is above it."""
    words = query.words
    rarity = words.rarity[word]
    script = words.scripts[word]
    n = min(words.offsets[word + 1] - words.offsets[word], _LONGEST)
    most = agreement(weights, 8, rarity, 0, n, 0)
    costs = rules.costs[(script * 7 + script) * 2]
    for m in range(1, _LONGEST + 1):
        least = min(n, m)
        cost = min(costs.base + costs.per_letter * least, costs.most) + 1
        if cost <= min(costs.loose_base + costs.loose_per_letter * least, costs.loose_most):
            bits = agreement(weights, 1, rarity, cost, max(n, m), 0)
            most = max(most, bits)
    board.least[t] = max(most, weights.extra_words) + _SLACK
    board.bonus[t] = max(most + _SLACK, 0) - board.least[t]
    board.total += board.least[t]
    board.present |= 1 << t


def count(board: Board, name: int, t: int, bits: int, gain: int, span: int) -> None:
    """A name holds something that the t-th word can stand for."""
    if board.seen[name] != board.turn:
        board.seen[name] = board.turn
        board.bits[name] = 0
        board.gain[name] = 0
        board.walked[name] = 0
        board.spans[name] = 0
        board.word[name] = -1
        board.touched[board.count] = name
        board.count += 1
    if board.word[name] != t:
        board.word[name] = t
        board.best[name] = 0
        board.best_gain[name] = 0
        board.best_span[name] = 0
    if bits > board.best[name]:
        board.bits[name] += bits - board.best[name]
        board.best[name] = bits
    if gain > board.best_gain[name]:
        board.gain[name] += gain - board.best_gain[name]
        board.best_gain[name] = gain
    if span > board.best_span[name]:
        board.spans[name] += span - board.best_span[name]
        board.best_span[name] = span


def count_word(
    board: Board, t: int, query: Names, word: int, reached: Reached, listed: Listed, weights: Weights, bench: Bench
) -> None:
    """Count the names that hold what a word of the subject's name reaches."""
    own = query.words
    words = listed.names.words
    n = min(own.offsets[word + 1] - own.offsets[word], _LONGEST)
    rarity = own.rarity[word]
    least = board.least[t]
    bit = 1 << t
    starts = listed.postings.starts
    names = listed.postings.names
    for k in range(len(reached.words)):
        other = reached.words[k]
        tie = reached.ties[k]
        cost = reached.costs[k]
        m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
        if tie >= 0:
            agreed = min(rarity, words.rarity[other])
            bits = agreement(weights, tie, agreed, 0, max(n, m), 0)
            gain = agreed if tie == _EXACT else agreed - _SAME_CHARGE
        else:
            measure(rarity, own.scripts[word], words.rarity[other], words.scripts[other], cost, bench)
            bits = agreement(weights, bench.tie, bench.agreed, cost, max(n, m), bench.excess)
            gain = bench.gain
        bits = max(bits + _SLACK - least, 0)
        for p in range(starts[other], starts[other + 1]):
            count(board, names[p], t, bits, gain, 1)
            board.walked[names[p]] |= bit
    joins = listed.joins
    starts = joins.postings.starts
    names = joins.postings.names
    for k in range(len(reached.joins)):
        other = reached.joins[k]
        cost = reached.join_costs[k]
        m = min(joins.offsets[other + 1] - joins.offsets[other], _LONGEST)
        agreed = min(joins.rarity[other], rarity * 3 // 2)
        bits = max(agreement(weights, 3, agreed, cost, max(n, m), 0) + _SLACK - least, 0)
        gain = agreed - cost // 2 - _JOIN_CHARGE
        for p in range(starts[other], starts[other + 1]):
            count(board, names[p], t, bits, gain, max(joins.parts[other], 2))
            board.walked[names[p]] |= bit


def count_join(
    board: Board, first: int, size: int, length: int, parts: int, reached: Reached, listed: Listed, weights: Weights
) -> None:
    """Count the names that hold, as one word, what neighbours of the subject's name make together."""
    words = listed.names.words
    starts = listed.postings.starts
    names = listed.postings.names
    mark = _MOST + first * 4 + size
    bit = ((1 << size) - 1) << first
    least = 0
    for t in range(first, first + size):
        if board.present >> t & 1:
            least += board.least[t]
    for k in range(len(reached.words)):
        other = reached.words[k]
        cost = reached.costs[k]
        m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
        agreed = min(parts, words.rarity[other] * 3 // 2)
        bits = max(agreement(weights, 3, agreed, cost, max(length, m), 0) + _SLACK - least, 0)
        gain = agreed - cost // 2 - _JOIN_CHARGE
        for p in range(starts[other], starts[other + 1]):
            count(board, names[p], mark, bits, gain, 2 if size == 1 else 1)
            board.walked[names[p]] |= bit


def bound(board: Board, name: int, own_initials: int, aside: int, listed: Listed, weights: Weights, anchor: int) -> int:
    """The most that a name can score on names: what agrees, less what is certain to be lost."""
    initials = listed.initials[name]
    bits = weights.prior + board.total + board.bits[name] + aside + (own_initials + initials) * max(weights.initial, 0)
    left = 0
    bonus = 0
    for t in range(_MOST):
        if board.present >> t & 1 and not board.walked[name] >> t & 1:
            left += 1
            bonus += board.bonus[t]
    right = max(listed.words[name] - board.spans[name] - own_initials, 0)
    rest = max(right - left - initials, 0) * weights.extra_words
    against = max(weights.contradiction, weights.contradiction_across) + weights.contradictions + bonus
    bits += max(rest, against)
    return bits + weights.no_word if board.gain[name] < anchor else bits


def loosely(
    query: Names, word: int, listed: Names, other: int, weights: Weights, rules: Rules, bench: Bench
) -> int:  # fmt: skip
    """What two words are worth at most that do not find one another, _NEVER where they cannot be linked."""
    own = query.words
    words = listed.words
    cost = spelling_cost(own, word, words, other, rules, bench)
    n = min(own.offsets[word + 1] - own.offsets[word], _LONGEST)
    m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
    most = _NEVER
    if cost < _FAR:
        measure(own.rarity[word], own.scripts[word], words.rarity[other], words.scripts[other], cost, bench)
        if bench.gain > _LEAST_GAIN:
            most = agreement(weights, bench.tie, bench.agreed, cost, max(n, m), bench.excess)
    if cut(own, word, words, other):
        agreed = min(own.rarity[word], words.rarity[other])
        most = max(most, agreement(weights, 8, agreed, 0, max(n, m), 0))
    if most > _NEVER and is_place(own, word) and is_place(words, other):
        return _NEVER
    return most


def refined(
    board: Board, query: Names, i: int, name: int, own_initials: int, aside: int, listed: Listed, weights: Weights,
    rules: Rules, bench: Bench,
) -> int:  # fmt: skip
    """The same bound with every word that was not found compared with those of the name."""
    names = listed.names
    initials = listed.initials[name]
    together = weights.prior + board.bits[name] + aside + (own_initials + initials) * max(weights.initial, 0)
    alone = together
    left = 0
    linked = 0
    found = 0
    for t in range(_MOST):
        if not board.present >> t & 1:
            continue
        together += board.least[t]
        alone += board.least[t]
        if board.walked[name] >> t & 1:
            found += 1
            continue
        together -= board.least[t]
        alone -= board.least[t]
        left += 1
        most = _NEVER
        word = query.runs[query.starts[i] + t] >> 1
        for k in range(names.starts[name], min(names.starts[name + 1], names.starts[name] + _MOST)):
            other = names.runs[k] >> 1
            if names.words.roles[other] == _NAME:
                most = max(most, loosely(query, word, names, other, weights, rules, bench))
        linked += most > _NEVER
        together += max(most, 0 if initials else weights.extra_words)
        alone += max(most, 0)
    right = max(listed.words[name] - board.spans[name] - own_initials - linked, 0)
    alone += max(weights.contradiction, weights.contradiction_across) + weights.contradictions
    together += max(right - initials, 0) * weights.extra_words
    bits = alone if left > linked + initials and right > 0 else max(alone, together)
    if found + linked == 1 and board.spans[name] <= 1 and listed.words[name] > 1:
        bits += weights.single
    return bits + weights.no_word if board.gain[name] < rules.anchor else bits


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
    most = weights.prior + weights.no_word + board.total + aside + own_initials * max(weights.initial, 0)
    if born.first:
        most += max(births.agrees, 0)
    for k in range(_MOST):
        if board.present >> k & 1:
            most += board.bonus[k]
    found = []
    for k in range(len(listed.by_initials)):
        name = listed.by_initials[k]
        if most + listed.initials[name] * max(weights.initial, 0) < threshold:
            break
        if board.seen[name] != board.turn:
            found.append(name)
    for k in range(board.count):
        name = board.touched[k]
        least = threshold - birth_bound(births, name, born)
        if bound(board, name, own_initials, aside, listed, weights, rules.anchor) < least:
            continue
        if refined(board, query, i, name, own_initials, aside, listed, weights, rules, bench) >= least:
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
