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
_NO_KEYS = array("Q")
_NO_BRIEF = array("I")


class Stretches:
    """Room for the stretches of a vocabulary whose words begin as half a query may."""

    def __init__(self) -> None:
        self.starts = array("i", [0]) * MOST_STRETCHES
        self.stops = array("i", [0]) * MOST_STRETCHES
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
    start = narrowed(words.letters, words.offsets, low, high, depth, letter)
    stop = narrowed(words.letters, words.offsets, start, high, depth, letter + 1)
    if start < stop:
        seek(query, words, costs, start, stop, depth + 1, column, cost, into)


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
    letters = words.letters
    offsets = words.offsets
    for k in range(costs.split_starts[q], costs.split_starts[q + 1]):
        if costs.split_costs[k] > into.limit - cost:
            break
        v = costs.split_pairs[k] >> 6
        start = narrowed(letters, offsets, low, high, depth, v)
        stop = narrowed(letters, offsets, start, high, depth, v + 1)
        if start < stop:
            v = costs.split_pairs[k] & 63
            step(query, words, costs, start, stop, depth + 1, v, column + 1, cost + costs.split_costs[k], into)
    if column + 1 >= len(query):
        return
    after = query[column + 1]
    limit = (into.limit if column + 2 <= into.half else into.reach) - cost
    two = costs.two_left
    base = (q * _LETTERS + after) * _LETTERS
    for v in range(1, _LETTERS):
        if two[base + v] <= limit:
            step(query, words, costs, low, high, depth, v, column + 2, cost + two[base + v], into)
    if costs.swap <= limit:
        start = narrowed(letters, offsets, low, high, depth, after)
        stop = narrowed(letters, offsets, start, high, depth, after + 1)
        if start < stop:
            step(query, words, costs, start, stop, depth + 1, q, column + 2, cost + costs.swap, into)


def walk_half(
    query: bytes, words: Vocabulary, start: int, stop: int, costs: Costs, half: int, found: Found, into: Stretches
) -> None:
    """Add the words of which the first so many letters of the query need half the reach at most (those that go
    beyond it only with the last of these letters may be found as well)."""
    if stop - start < _SHORTEST or costs.split_starts[_LETTERS] == 0:
        walk(query, words, start, stop, costs, found, half - 1)
        return
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
    query: bytes, turned: bytes, forward: Vocabulary, backward: Vocabulary, words: Sequence[int], start: int,
    stop: int, costs: Costs, back: Costs, found: Found, into: Stretches,
) -> None:  # fmt: skip
    """Add the words from `start` to `stop` within reach of a query, each once, at the least cost. `turned` is the query
    from its last letter to its first, as the words of `backward` are; `words` says which those are in `forward`."""
    n = len(query)
    if n < 2:
        walk(query, forward, start, stop, costs, found)
        return
    place = found.place
    before = found.count
    walk_half(query, forward, start, stop, costs, (n + 1) // 2, found, into)
    count = found.count
    for k in range(before, count):
        place[found.words[k]] = k
    walk_half(turned, backward, start, stop, back, n - (n + 1) // 2, found, into)
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
