"""Which listed names hold what the words of a subject's name find, and what that comes to."""

from __future__ import annotations

from array import array

from namesake.kernels.bench import Rules
from namesake.kernels.items import Weights, agreement
from namesake.kernels.listed import Listed, Reached
from namesake.kernels.names import Names
from namesake.kernels.spelling import Sought

MOST = 16
"""Words of a name that are looked up."""

CLASSES = 7
"""Classes of scripts."""

SLACK = 8
KNOWN = 1 << 15
"""Words that are known to have been compared for a name."""

CELLS = 8
BITS, GAIN, WALKED, SPANS, MARK, BEST, BEST_GAIN, BEST_SPAN = range(CELLS)
"""What is kept for a name that was counted: bits and gain so far, which words of the subject were found in it, how many
of its own those stand for, and the last mark with its best."""

_ROOM = 1 << 10
_ACROSS = 2
_SYLLABIC = 9
_LONGEST = 32
_HANGUL = 4
_MOST, _CLASSES, _SLACK, _KNOWN, _CELLS = MOST, CLASSES, SLACK, KNOWN, CELLS
_BITS, _GAIN, _WALKED, _SPANS, _MARK = BITS, GAIN, WALKED, SPANS, MARK
_BEST, _BEST_GAIN, _BEST_SPAN = BEST, BEST_GAIN, BEST_SPAN


class Board:
    """What is counted while one name of a subject is looked up. Names that were counted are `touched`, in the order in
    which they were met, and `cells` has what is kept for each; a bit of `seen` says whether a name stands there and
    `places` where, so that of a million names little memory is gone through, and little has to be cleared.

    `titled` has a bit for every word that is a title of listed names, and `titles` says how many the subject's has.
    `turn` tells old names of subjects from new ones; `known` are words that were compared for this name, each with its
    turn and what that gave."""

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
        self.total = 0
        self.present = 0
        self.last = 0
        self.titled = 0
        self.titles = 0
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
    board.last = 0
    board.foreign = 0
    board.titled = 0
    board.titles = 0


def expect(
    board: Board, t: int, query: Names, word: int, scripts: int, titled: bool, weights: Weights, rules: Rules
) -> None:
    """What the t-th word can give at most without being found: a link of two distant spellings, a beginning, or
    nothing at all. `least` is that or the charge for a word left over, `bonus` what is above it; `near` and
    `near_bonus` are the same for names without words in scripts that are `foreign` to it. `scripts` has a bit for
    every class of scripts that the list has words of. Nothing is charged for what may be a title."""
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
    floor = 0 if titled else weights.extra_words
    board.titled |= titled << t
    board.near[t] = max(most, floor) + _SLACK
    board.near_bonus[t] = max(most + _SLACK, 0) - board.near[t]
    board.foreign |= 126 if script == 0 else 1
    for other in range(_CLASSES):
        if scripts >> other & 1 and other != script and (other == 0 or script == 0):
            most = max(most, farthest(rarity, script, other, weights))
    board.least[t] = max(most, floor) + _SLACK
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
    for t in range(first, first + max(size, 1)):
        if board.present >> t & 1:
            least += board.least[t]
    mark = _MOST + first * 4 + size if size else first
    walked = ((1 << max(size, 1)) - 1) << first
    span = 2 if size == 1 else 1
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
