"""What a word reaches in a vocabulary, looked up from both ends.

Either the first half of a word needs half the reach at most, or the second one does. Where half the reach allows
few steps, the words that may begin so are few stretches of the vocabulary, and only those are walked.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.spelling import LETTERS, Costs, Found, Vocabulary, walk

MOST_STRETCHES = 256
"""A word whose half may begin in more ways is looked up in the whole vocabulary."""

SHORTEST_SOUGHT = 64
"""Words of a section that is worth seeking in."""

_LETTERS = LETTERS
_MOST = MOST_STRETCHES
_SHORTEST = SHORTEST_SOUGHT
_AFTER = LETTERS + 1
_NO_HEADS = array("i", [0])
_NO_KEYS = array("Q")
_NO_BRIEF = array("I")


class Section:
    """Words of one class of scripts, from `start` to `stop`, and where they begin by their first two letters, forward
    and backward: see `heads_of`."""

    def __init__(self, forward: Vocabulary, backward: Vocabulary, start: int, stop: int) -> None:
        self.start = start
        self.stop = stop
        self.heads = heads_of(forward, start, stop)
        self.back_heads = heads_of(backward, start, stop)


class Stretches:
    """Room for the stretches of a vocabulary whose words begin as half a query may; `heads` of the section that is
    sought in, and what `narrow` found last."""

    def __init__(self) -> None:
        self.starts = array("i", [0]) * MOST_STRETCHES
        self.stops = array("i", [0]) * MOST_STRETCHES
        self.heads: Sequence[int] = _NO_HEADS
        self.low = 0
        self.high = 0
        self.count = 0
        self.half = 0
        self.limit = 0
        self.reach = 0


def narrowed(letters: Sequence[int], offsets: Sequence[int], low: int, high: int, depth: int, letter: int) -> int:
    """The first of some words that begin alike whose letter at a depth is not below one."""
    while low < high:
        middle = (low + high) >> 1
        at = offsets[middle] + depth
        if at < offsets[middle + 1] and letters[at] >= letter:
            high = middle
        else:
            low = middle + 1
    return low


def heads_of(words: Vocabulary, start: int, stop: int) -> array[int]:
    """Where the words of a section begin by their first two letters: `heads[first * _AFTER + second]` is the first word
    that begins so or comes after; 0 for the second letter is for words of one letter."""
    heads = array("i", [0]) * (_AFTER * _AFTER)
    low = start
    for first in range(1, _AFTER):
        low = narrowed(words.letters, words.offsets, low, stop, 0, first)
        high = narrowed(words.letters, words.offsets, low, stop, 0, first + 1)
        at = low
        heads[first * _AFTER] = low
        for second in range(1, _AFTER):
            at = narrowed(words.letters, words.offsets, at, high, 1, second)
            heads[first * _AFTER + second] = at
    return heads


def narrow(words: Vocabulary, low: int, high: int, depth: int, letter: int, into: Stretches) -> bool:
    """Whether any of the words from `low` to `high`, which are all those that begin with the same `depth` letters, go
    on with a letter; `low` and `high` of `into` then say which."""
    if depth < 2:
        at = words.letters[words.offsets[low]] * _AFTER + letter if depth else letter * _AFTER
        into.low = into.heads[at]
        into.high = into.heads[at + 1 if depth else at + _AFTER]
    else:
        into.low = narrowed(words.letters, words.offsets, low, high, depth, letter)
        into.high = narrowed(words.letters, words.offsets, into.low, high, depth, letter + 1)
    return into.low < into.high


def note(into: Stretches, low: int, high: int) -> None:
    """Remember a stretch, in order; one within another is not remembered, and too many are counted only."""
    if into.count >= _MOST:
        into.count = _MOST + 1
        return
    place = into.count
    while place > 0 and into.starts[place - 1] > low:
        place -= 1
    if place > 0 and into.stops[place - 1] >= high:
        return
    for k in range(into.count, place, -1):
        into.starts[k] = into.starts[k - 1]
        into.stops[k] = into.stops[k - 1]
    into.starts[place] = low
    into.stops[place] = high
    into.count += 1


def step(
    query: bytes, words: Vocabulary, costs: Costs, low: int, high: int, depth: int, letter: int, column: int,
    cost: int, into: Stretches,
) -> None:  # fmt: skip
    """Go on with the words whose next letter is this one."""
    if narrow(words, low, high, depth, letter, into):
        seek(query, words, costs, into.low, into.high, depth + 1, column, cost, into)


def seek(
    query: bytes, words: Vocabulary, costs: Costs, low: int, high: int, depth: int, column: int, cost: int,
    into: Stretches,
) -> None:  # fmt: skip
    """Find the stretches of the words from `low` to `high`, which share `depth` letters that stand for the first
    `column` ones of the query, that go on as its half may."""
    if column >= into.half:
        note(into, low, high)
        return
    if into.count > _MOST:
        return
    limit = into.limit - cost
    one = costs.one
    q = query[column]
    for v in range(1, _LETTERS):
        if one[q * _LETTERS + v] <= limit:
            step(query, words, costs, low, high, depth, v, column + 1, cost + one[q * _LETTERS + v], into)
    if one[q * _LETTERS] <= limit:
        seek(query, words, costs, low, high, depth, column + 1, cost + one[q * _LETTERS], into)
    for v in range(1, _LETTERS):
        if one[v] <= limit:
            step(query, words, costs, low, high, depth, v, column, cost + one[v], into)
    seek_pairs(query, words, costs, low, high, depth, column, cost, into)


def seek_pairs(
    query: bytes, words: Vocabulary, costs: Costs, low: int, high: int, depth: int, column: int, cost: int,
    into: Stretches,
) -> None:  # fmt: skip
    """The same for steps of two letters. One that leads beyond the half may cost more."""
    q = query[column]
    for k in range(costs.split_starts[q], costs.split_starts[q + 1]):
        if costs.split_costs[k] > into.limit - cost:
            break
        v = costs.split_pairs[k] >> 6
        if narrow(words, low, high, depth, v, into):
            v = costs.split_pairs[k] & 63
            step(query, words, costs, into.low, into.high, depth + 1, v, column + 1, cost + costs.split_costs[k], into)
    if column + 1 >= len(query):
        return
    after = query[column + 1]
    limit = (into.limit if column + 2 <= into.half else into.reach) - cost
    two = costs.two_left
    base = (q * _LETTERS + after) * _LETTERS
    for v in range(1, _LETTERS):
        if two[base + v] <= limit:
            step(query, words, costs, low, high, depth, v, column + 2, cost + two[base + v], into)
    if costs.swap <= limit and narrow(words, low, high, depth, after, into):
        step(query, words, costs, into.low, into.high, depth + 1, q, column + 2, cost + costs.swap, into)


def walk_half(
    query: bytes, words: Vocabulary, start: int, stop: int, heads: Sequence[int], costs: Costs, half: int,
    found: Found, into: Stretches,
) -> None:  # fmt: skip
    """Add the words of which the first so many letters of the query need half the reach at most (those that go
    beyond it only with the last of these letters may be found as well)."""
    if stop - start < _SHORTEST or costs.split_starts[_LETTERS] == 0:
        walk(query, words, start, stop, costs, found, half - 1)
        return
    into.heads = heads
    into.count = 0
    into.half = half
    into.reach = min(costs.base + costs.per_letter * len(query), costs.most)
    into.limit = into.reach // 2
    seek(query, words, costs, start, stop, 0, 0, 0, into)
    if into.count > _MOST:
        walk(query, words, start, stop, costs, found, half - 1)
        return
    reached = start
    for k in range(into.count):
        if into.stops[k] > reached:
            walk(query, words, max(into.starts[k], reached), into.stops[k], costs, found, half - 1)
            reached = into.stops[k]


def reach(
    query: bytes, turned: bytes, forward: Vocabulary, backward: Vocabulary, words: Sequence[int], section: Section,
    costs: Costs, back: Costs, found: Found, into: Stretches,
) -> None:  # fmt: skip
    """Add the words of a section within reach of a query, each once, at the least cost. `turned` is the query
    from its last letter to its first, as the words of `backward` are; `words` says which those are in `forward`."""
    n = len(query)
    start = section.start
    stop = section.stop
    if n < 2:
        walk(query, forward, start, stop, costs, found)
        return
    place = found.place
    before = found.count
    walk_half(query, forward, start, stop, section.heads, costs, (n + 1) // 2, found, into)
    count = found.count
    for k in range(before, count):
        place[found.words[k]] = k
    walk_half(turned, backward, start, stop, section.back_heads, back, n - (n + 1) // 2, found, into)
    for k in range(count, found.count):
        word = words[found.words[k]]
        at = place[word]
        if at < before or at >= count or found.words[at] != word:
            found.words[count] = word
            found.costs[count] = found.costs[k]
            count += 1
        elif found.costs[k] < found.costs[at]:
            found.costs[at] = found.costs[k]
    found.count = count


class Keyed:
    """Values beside sorted keys of 64 or, where a wrong value does no harm, of 32 bits (`brief`)."""

    def __init__(self, keys: memoryview, values: Sequence[int]) -> None:
        self.brief = keys if keys.itemsize == 4 else _NO_BRIEF
        self.keys = _NO_KEYS if keys.itemsize == 4 else keys
        self.values = values


def matches(table: Keyed, key: int) -> list[int]:
    """The values beside a key, in order; of a brief table beside the lower half of the key."""
    brief = table.brief
    keys = table.keys
    low = 0
    high = len(keys) + len(brief)
    short = key & 0xFFFFFFFF
    halved = len(brief) > 0
    while low < high:
        middle = (low + high) >> 1
        if (brief[middle] < short) if halved else (keys[middle] < key):
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(keys) + len(brief) and ((brief[low] == short) if halved else (keys[low] == key)):
        found.append(table.values[low])
        low += 1
    return found
