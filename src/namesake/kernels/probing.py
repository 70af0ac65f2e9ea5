"""Which names of a list could reach a threshold together with a subject's name: an upper bound, then the score."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.births import Birth, Births, birth_bound
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights, agreement
from namesake.kernels.links import (
    JOIN_CHARGE,
    LEAST_GAIN,
    SAME_CHARGE,
    Bench,
    Rules,
    cut,
    heard,
    is_place,
    measure,
    spelling_cost,
)
from namesake.kernels.names import Names
from namesake.kernels.spelling import Sought, apart, seek_out

_MOST = 16
_UNIT = 1024
_NAME = 1
_INITIAL = 2
_EXACT = 0
_ACROSS = 2
_SYLLABIC = 9
_ATTESTED = 11
_JOINED = 3
_LONGEST = 32
_HANGUL = 4
_HAN = 5
_SLACK = 8
_NEVER = -(1 << 28)
_FAR = 1 << 20
_JOIN_CHARGE = JOIN_CHARGE
_SAME_CHARGE = SAME_CHARGE
_LEAST_GAIN = LEAST_GAIN
_KNOWN = 1 << 15
_ROOM = 1 << 10
_CELLS = 8
_CLASSES = 7
_BITS, _GAIN, _WALKED, _SPANS, _MARK, _BEST, _BEST_GAIN, _BEST_SPAN = range(8)
"""What is kept for a name that was counted: bits and gain so far, which words of the subject were found in it, how many
of its own those stand for, and the last mark with its best."""
SIZES = 31
INITIALS, TOKENS, SCRIPTS = 5, 10, 15
_SIZES, _INITIALS, _TOKENS, _SCRIPTS = SIZES, INITIALS, TOKENS, SCRIPTS
"""Where the numbers stand in what is known of a name: see `Listed`."""


class Postings:
    """For each word (or words written as one) the names that hold it, from `starts`."""

    def __init__(self, starts: Sequence[int], names: Sequence[int]) -> None:
        self.starts = starts
        self.names = names


class Joins:
    """Neighbouring words of listed names, as one: where their letters begin, the rarity of the parts together, how many
    parts they have, and the name that holds each. Where `names` is below zero there are more: `~names` is the place
    in `more` of how many, which they follow."""

    def __init__(
        self,
        offsets: Sequence[int],
        rarity: Sequence[int],
        parts: Sequence[int],
        names: Sequence[int],
        more: Sequence[int],
    ) -> None:
        self.offsets = offsets
        self.rarity = rarity
        self.parts = parts
        self.names = names
        self.more = more


class Listed:
    """The names of a list, what is known of each, the names by falling number of initials, where the naming words of
    each class of scripts end, who holds which word, and when their entities were born.

    `facts` are two numbers a name, side by side because they are asked for together and memory is slow: where its words
    start, and how many of them name, how many initials it has (INITIALS), how many words are aligned (TOKENS), each up
    to SIZES, and a bit for every class of scripts that it has words of (SCRIPTS). A bit of `plain` says that a name has
    words in Latin letters only, and no initials: so few bytes are soon had."""

    def __init__(
        self, names: Names, facts: Sequence[int], plain: Sequence[int], by_initials: Sequence[int], ends: Sequence[int],
        postings: Postings, joins: Joins, births: Births,
    ) -> None:  # fmt: skip
        self.names = names
        self.births = births
        self.facts = facts
        self.plain = plain
        self.by_initials = by_initials
        self.ends = ends
        self.postings = postings
        self.joins = joins


class Reached:
    """What a word, or neighbours as one, of a subject's name finds in a list: words, with the bits and the gain of a
    link to each, and joined words with theirs; `most_bits` and `most_gain` of all. Bits are never below _NEVER."""

    def __init__(self, words: Sequence[int], joins: Sequence[int]) -> None:
        self.words = words
        self.joins = joins
        self.bits = array("i", [0]) * max(len(words), 1)
        self.gains = array("i", [0]) * max(len(words), 1)
        self.join_bits = array("i", [0]) * max(len(joins), 1)
        self.join_gains = array("i", [0]) * max(len(joins), 1)
        self.most_bits = _NEVER
        self.most_gain = 0


def hear(
    codes: bytes, script: int, found: Sequence[int], costs: array[int], listed: Listed, rules: Rules, bench: Bench
) -> None:
    """Put what it costs to write a word as those that it finds in other scripts, letters judged with their neighbours,
    in place of what letters alone cost."""
    words = listed.names.words
    n = min(len(codes), _LONGEST)
    for k in range(len(found)):
        other = found[k]
        kind = words.scripts[other]
        start = words.offsets[other]
        m = min(words.offsets[other + 1] - start, _LONGEST)
        if script == 0 and kind > 0:
            costs[k] = heard(codes, 0, n, words.letters, start, m, kind, rules, bench.rows)
        elif script > 0 and kind == 0:
            costs[k] = heard(words.letters, start, m, codes, 0, n, script, rules, bench.rows)


def valued(
    rarity: int, script: int, n: int, costs: Sequence[int], ties: Sequence[int], join_costs: Sequence[int],
    into: Reached, listed: Listed, weights: Weights, bench: Bench,
) -> None:  # fmt: skip
    """Work out what links of a word, of a rarity, class of script and length, to what it finds are worth. `ties` are
    those that no spelling decides, else -1."""
    words = listed.names.words
    for k in range(len(into.words)):
        other = into.words[k]
        m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
        if ties[k] == _ATTESTED:
            agreed = min(rarity, words.rarity[other])
            tie = _SYLLABIC if max(script, words.scripts[other]) >= _HANGUL else _ACROSS
            into.bits[k] = agreement(weights, tie, agreed, 0, max(n, m), -1)
            into.gains[k] = agreed
        elif ties[k] >= 0:
            agreed = min(rarity, words.rarity[other])
            into.bits[k] = agreement(weights, ties[k], agreed, 0, max(n, m), 0)
            into.gains[k] = agreed if ties[k] == _EXACT else agreed - _SAME_CHARGE
        else:
            measure(rarity, script, words.rarity[other], words.scripts[other], costs[k], bench)
            into.bits[k] = agreement(weights, bench.tie, bench.agreed, costs[k], max(n, m), bench.excess)
            into.gains[k] = bench.gain
        into.most_bits = max(into.most_bits, into.bits[k])
        into.most_gain = max(into.most_gain, into.gains[k])
    joins = listed.joins
    for k in range(len(into.joins)):
        other = into.joins[k]
        m = min(joins.offsets[other + 1] - joins.offsets[other], _LONGEST)
        agreed = min(joins.rarity[other], rarity * 3 // 2)
        into.join_bits[k] = agreement(weights, 3, agreed, join_costs[k], max(n, m), 0)
        into.join_gains[k] = agreed - join_costs[k] // 2 - _JOIN_CHARGE
        into.most_bits = max(into.most_bits, into.join_bits[k])
        into.most_gain = max(into.most_gain, into.join_gains[k])


def valued_join(
    parts: int, n: int, costs: Sequence[int], into: Reached, listed: Listed, weights: Weights
) -> None:  # fmt: skip
    """The same for neighbours written as one, whose parts have some rarity together."""
    words = listed.names.words
    for k in range(len(into.words)):
        other = into.words[k]
        m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
        agreed = min(parts, words.rarity[other] * 3 // 2)
        into.bits[k] = agreement(weights, 3, agreed, costs[k], max(n, m), 0)
        into.gains[k] = agreed - costs[k] // 2 - _JOIN_CHARGE
        into.most_bits = max(into.most_bits, into.bits[k])
        into.most_gain = max(into.most_gain, into.gains[k])


class Board:
    """What is counted while one name of a subject is looked up. Names that were counted are `touched`, in the order in
    which they were met, and `cells` has what is kept for each; a bit of `seen` says whether a name stands there and
    `places` where, so that of a million names little memory is gone through, and little has to be cleared.

    `turn` tells old names of subjects from new ones. `passed` is what the names may have that were not counted, because
    too little could tie them closely (`passed_near` those without words in foreign scripts); `known` are words that
    were compared for this name, each with its turn and what that gave."""

    def __init__(self, size: int) -> None:
        self.turn = 0
        self.seen = array("B", [0]) * (size // 8 + 1)
        self.places = array("i", [0]) * max(size, 1)
        self.touched = array("i", [0]) * _ROOM
        self.cells = array("i", [0]) * (_ROOM * _CELLS)
        self.count = 0
        self.room = _ROOM
        self.least = array("i", [0]) * _MOST
        self.bonus = array("i", [0]) * _MOST
        self.near = array("i", [0]) * _MOST
        self.near_bonus = array("i", [0]) * _MOST
        self.foreign = 0
        self.spare = array("i", [0]) * (_MOST + 1)
        self.total = 0
        self.present = 0
        self.passed = 0
        self.passed_near = 0
        self.last = 0
        self.sought = [Sought() for _ in range(_MOST)]
        self.sought_turns = array("i", [0]) * _MOST
        self.known = array("i", [0]) * (3 * _KNOWN)


def begin(board: Board) -> None:
    """Begin another name."""
    for k in range(board.count):
        board.seen[board.touched[k] >> 3] = 0
    board.turn += 1
    board.count = 0
    board.total = 0
    board.present = 0
    board.passed = 0
    board.passed_near = 0
    board.last = 0
    board.foreign = 0


def expect(board: Board, t: int, query: Names, word: int, scripts: int, weights: Weights, rules: Rules) -> None:
    """What the t-th word can give at most without being found: a link of two distant spellings, a beginning, or
    nothing at all. `least` is that or the charge for a word left over, `bonus` what is above it; `near` and
    `near_bonus` are the same for names without words in scripts that are `foreign` to it. `scripts` has a bit for
    every class of scripts that the list has words of."""
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
    board.near[t] = max(most, weights.extra_words) + _SLACK
    board.near_bonus[t] = max(most + _SLACK, 0) - board.near[t]
    board.foreign |= 126 if script == 0 else 1
    for other in range(_CLASSES):
        if scripts >> other & 1 and other != script and (other == 0 or script == 0):
            most = max(most, farthest(rarity, script, other, weights))
    board.least[t] = max(most, weights.extra_words) + _SLACK
    board.bonus[t] = max(most + _SLACK, 0) - board.least[t]
    board.total += board.least[t]
    board.present |= 1 << t
    board.last = max(board.last, t + 1)


def farthest(rarity: int, script: int, other: int, weights: Weights) -> int:
    """What a word and one of another class of scripts that it does not find can be worth at most: letters that cost
    too much for a look-up may still be likely between those beside them."""
    tie = _SYLLABIC if max(script, other) >= _HANGUL else _ACROSS
    return agreement(weights, tie, rarity, 0, 1, 0)


def make_room(board: Board, more: int) -> None:
    """Make room for so many names more."""
    if board.count + more <= board.room:
        return
    board.room = 2 * (board.count + more)
    touched = array("i", [0]) * board.room
    cells = array("i", [0]) * (board.room * _CELLS)
    for k in range(board.count):
        touched[k] = board.touched[k]
    for k in range(board.count * _CELLS):
        cells[k] = board.cells[k]
    board.touched = touched
    board.cells = cells


def count(board: Board, name: int, mark: int, walked: int, bits: int, gain: int, span: int, grow: bool) -> None:
    """A name holds something that a word (or words, `walked`) of the subject's name can stand for: of all that one
    mark finds in it the best counts. Without `grow` only names that were counted before are."""
    if board.seen[name >> 3] >> (name & 7) & 1:
        at = board.places[name] * _CELLS
        if board.cells[at + _MARK] == mark:
            count_best(board, at, walked, bits, gain, span)
            return
        board.cells[at + _BITS] += bits
        board.cells[at + _GAIN] += gain
        board.cells[at + _WALKED] |= walked
        board.cells[at + _SPANS] += span
    elif grow:
        board.seen[name >> 3] |= 1 << (name & 7)
        board.places[name] = board.count
        board.touched[board.count] = name
        at = board.count * _CELLS
        board.count += 1
        board.cells[at + _BITS] = bits
        board.cells[at + _GAIN] = gain
        board.cells[at + _WALKED] = walked
        board.cells[at + _SPANS] = span
    else:
        return
    board.cells[at + _MARK] = mark
    board.cells[at + _BEST] = bits
    board.cells[at + _BEST_GAIN] = gain
    board.cells[at + _BEST_SPAN] = span


def count_best(board: Board, at: int, walked: int, bits: int, gain: int, span: int) -> None:
    """A name holds another thing that the same mark finds: only what is better than before counts."""
    cells = board.cells
    cells[at + _WALKED] |= walked
    if bits > cells[at + _BEST]:
        cells[at + _BITS] += bits - cells[at + _BEST]
        cells[at + _BEST] = bits
    if gain > cells[at + _BEST_GAIN]:
        cells[at + _GAIN] += gain - cells[at + _BEST_GAIN]
        cells[at + _BEST_GAIN] = gain
    if span > cells[at + _BEST_SPAN]:
        cells[at + _SPANS] += span - cells[at + _BEST_SPAN]
        cells[at + _BEST_SPAN] = span


def count_reached(board: Board, first: int, size: int, reached: Reached, listed: Listed, grow: bool) -> None:
    """Count the names that hold what a word of the subject's name reaches (`size` 0), or what `size` neighbours from
    the `first` on do as one. Without `grow` names that nothing was found in yet are passed over."""
    least = 0
    near = 0
    for t in range(first, first + max(size, 1)):
        if board.present >> t & 1:
            least += board.least[t]
            near += board.near[t]
    mark = _MOST + first * 4 + size if size else first
    walked = ((1 << max(size, 1)) - 1) << first
    span = 2 if size == 1 else 1
    if not grow:
        board.passed += max(reached.most_bits + _SLACK - least, 0)
        board.passed_near += max(reached.most_bits + _SLACK - near, 0)
    starts = listed.postings.starts
    names = listed.postings.names
    for k in range(len(reached.words)):
        bits = max(reached.bits[k] + _SLACK - least, 0)
        gain = max(reached.gains[k], 0)
        if grow:
            make_room(board, starts[reached.words[k] + 1] - starts[reached.words[k]])
        for p in range(starts[reached.words[k]], starts[reached.words[k] + 1]):
            count(board, names[p], mark, walked, bits, gain, span, grow)
    joins = listed.joins
    names = joins.names
    more = joins.more
    for k in range(len(reached.joins)):
        bits = max(reached.join_bits[k] + _SLACK - least, 0)
        gain = max(reached.join_gains[k], 0)
        span = max(joins.parts[reached.joins[k]], 2)
        name = names[reached.joins[k]]
        if name >= 0:
            if grow:
                make_room(board, 1)
            count(board, name, mark, walked, bits, gain, span, grow)
            continue
        if grow:
            make_room(board, more[~name])
        for p in range(~name + 1, ~name + 1 + more[~name]):
            count(board, more[p], mark, walked, bits, gain, span, grow)


def bound(
    board: Board, place: int, own_initials: int, aside: int, listed: Listed, weights: Weights, anchor: int, least: int
) -> int:
    """The most that a name that was counted can score on names: what agrees, less what is certain to be lost. Most are
    found to be below what is needed at `least` without a look at what is known of them."""
    at = place * _CELLS
    name = board.touched[place]
    plain = listed.plain[name >> 3] >> (name & 7) & 1
    facts = 1 << _SCRIPTS if plain else listed.facts[2 * name + 1]
    initials = facts >> _INITIALS & _SIZES
    bits = weights.prior + board.total + board.cells[at + _BITS] + aside
    bits += (own_initials + initials) * max(weights.initial, 0)
    if board.cells[at + _GAIN] < anchor:
        bits += weights.no_word
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
    right = max((listed.facts[2 * name + 1] & _SIZES) - board.cells[at + _SPANS] - own_initials, 0)
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
    needed = threshold - weights.no_word if cells[at + _GAIN] < rules.anchor else threshold
    left = 0
    linked = 0
    found = 0
    rest = 0
    right = words - cells[at + _SPANS] - own_initials
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
        if together < needed and alone < needed:
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
        linked += most > _NEVER
        together += max(most, floor) - max(board.least[t] if crossing else board.near[t], floor)
        alone += max(most, 0) - (board.least[t] + board.bonus[t] if crossing else board.near[t] + board.near_bonus[t])
        rest -= 1
        if left > linked + initials and right > linked + rest and alone < needed:
            return _NEVER
    right = max(right - linked, 0)
    together += max(right - initials, 0) * weights.extra_words
    bits = alone if left > linked + initials and right > 0 else max(alone, together)
    if found + linked == 1 and cells[at + _SPANS] <= 1 and words > 1:
        bits += max(weights.single, weights.single_initial) if initials or own_initials else weights.single
    return bits + weights.no_word if cells[at + _GAIN] < rules.anchor else bits


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
