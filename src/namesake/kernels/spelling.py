"""Which words of a vocabulary are within reach of a word, and at what cost, in 1/1024 bit.

A word is bytes of letter codes (`encode`). Its cost is that of the cheapest way to turn one word into the
other by steps on letters: one for one, one for none, none for one, two for one, one for two, and two
neighbours exchanged. `Costs` says what each step costs.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

LETTERS = 37
LONGEST = 32
FAR = 1 << 20
_LETTERS = LETTERS
_LEARNT = 27
PAIRS = 27**4
_PAIRS = PAIRS
_FAR = FAR

CODES = bytes((c - 96) if 97 <= c <= 122 else (c - 21) if 48 <= c <= 57 else 0 for c in range(256))


def encode(text: str) -> bytes:
    """The letter codes of a word of a-z and 0-9 (1-26 and 27-36; 0 is "nothing"); LONGEST letters count."""
    return text.encode("ascii", "ignore").translate(CODES)[:LONGEST]


def codes_of(text: str, most: int) -> bytes:
    """The letter codes of a text of a-z and 0-9; none of one that has more than `most`."""
    codes = text.encode("ascii", "ignore").translate(CODES)
    return codes if len(codes) <= most else b""


NO_SPLITS = (array("i", [0]) * (LETTERS + 1), array("i", [0]), array("i", [0]))


class Costs:
    """What the steps cost, and how far two words may lie apart.

    `one[l * LETTERS + r]` is the cost of letter l on the left for letter r on the right (0 for none),
    `two_left[(l1 * LETTERS + l2) * LETTERS + r]` that of two letters on the left for one on the right and
    `two_right[(r1 * LETTERS + r2) * LETTERS + l]` that of two on the right for one on the left. A word finds
    another in a vocabulary up to `base + per_letter * (length of the shorter)` and never above `most`; these
    three are `reach`. `loose` are the same three for two words that are compared for another reason.
    `splits` are the steps of one letter on the left for two on the right again, for words that are looked up by
    their halves: for each letter on the left, from `split_starts`, the pairs and costs by rising cost.
    `beside[l * LETTERS + r]` is the least that r on the right can cost by a step with l on the left: the cost of one
    for the other, or half of that of a step with another letter on the right (for the same letter also of an exchange).
    `lengths` is by how many letters two words may differ.
    """

    def __init__(
        self,
        steps: tuple[array[int], array[int], array[int]],
        swap: int,
        reach: tuple[int, int, int],
        loose: tuple[int, int, int],
        splits: tuple[array[int], array[int], array[int]],
        beside: array[int],
        lengths: int = LONGEST,
    ) -> None:
        self.one, self.two_left, self.two_right = steps
        self.split_starts, self.split_pairs, self.split_costs = splits
        self.beside = beside
        self.swap = swap
        self.base, self.per_letter, self.most = reach
        self.loose_base, self.loose_per_letter, self.loose_most = loose
        self.lengths = lengths


class Vocabulary:
    """Words in byte order: their letter codes end to end, where each begins, how many letters each shares with
    the one before it (none at the start of a section), and the positions of those that share less than three
    (`groups`, and one past the end). Anything that exposes a buffer will do."""

    def __init__(
        self, letters: Sequence[int], offsets: Sequence[int], shared: Sequence[int], groups: Sequence[int]
    ) -> None:
        self.letters = letters
        self.offsets = offsets
        self.shared = shared
        self.groups = groups


class Found:
    """Words within reach of a query, by position, and what they cost; `room` for so many. The rest is room to work
    in."""

    def __init__(self, room: int) -> None:
        self.words = array("i", [0]) * max(room, 1)
        self.costs = array("i", [0]) * max(room, 1)
        self.count = 0
        self.place = array("i", [0]) * max(room, 1)
        self.rows = array("i", [0]) * ((LONGEST + 1) * (LONGEST + 1))
        self.first = array("i", [0]) * (LONGEST + 1)
        self.last = array("i", [0]) * (LONGEST + 1)
        self.limits = array("i", [0]) * (LONGEST + 1)


class Rows:
    """Room for the rows of a table of two words, so that none has to be made for each."""

    def __init__(self) -> None:
        self.cells = array("i", [0]) * (3 * (LONGEST + 1))
        self.rest = array("i", [0]) * (LONGEST + 1)


class Sought:
    """A word (the left side) that many are compared with: `least` is what each letter on the right costs at least,
    wherever it stands."""

    def __init__(self) -> None:
        self.least = array("i", [0]) * LETTERS


def seek_out(left: Sequence[int], i: int, n: int, costs: Costs, into: Sought) -> None:
    """Get ready to compare the n letters from i on with other words."""
    for v in range(_LETTERS):
        least = costs.one[v]
        for a in range(i, i + n):
            least = min(least, costs.beside[left[a] * _LETTERS + v])
            if a > i:
                least = min(least, costs.two_left[(left[a - 1] * _LETTERS + left[a]) * _LETTERS + v])
        into.least[v] = least


def apart(
    sought: Sought, left: Sequence[int], i: int, n: int, right: Sequence[int], j: int, m: int, costs: Costs,
    limit: int, rows: Rows,
) -> int:  # fmt: skip
    """`distance` to a word that is sought: most words are ruled out by their letters alone, wherever they stand."""
    rest = rows.rest
    rest[m] = 0
    for b in range(m - 1, -1, -1):
        rest[b] = rest[b + 1] + sought.least[right[j + b]]
    return _FAR if rest[0] > limit else filled(left, i, n, right, j, m, costs, limit, rows)


def distance(
    left: Sequence[int], i: int, n: int, right: Sequence[int], j: int, m: int, costs: Costs, limit: int, rows: Rows
) -> int:
    """The cost between the n letters from i on the left and the m from j on the right; FAR above a limit."""
    for b in range(m + 1):
        rows.rest[b] = 0
    return filled(left, i, n, right, j, m, costs, limit, rows)


def filled(
    left: Sequence[int], i: int, n: int, right: Sequence[int], j: int, m: int, costs: Costs, limit: int, rows: Rows
) -> int:
    """The same where `rest` says what the letters on the right cost at least that follow so many."""
    rest = rows.rest
    one = costs.one
    two_left = costs.two_left
    two_right = costs.two_right
    swap = costs.swap
    cells = rows.cells
    size, far, width = _LETTERS, _FAR, n + 1
    here, above, top = 0, width, 2 * width
    cells[0] = 0
    for a in range(1, width):
        cells[a] = cells[a - 1] + one[left[i + a - 1] * size]
    before = 0
    least_above = rest[0]
    v = 0
    for b in range(1, m + 1):
        here, above, top = top, here, above
        before = v
        v = right[j + b - 1]
        least = cells[above] + one[v]
        cells[here] = least
        p = 0
        for a in range(1, width):
            q = left[i + a - 1]
            best = cells[above + a - 1] + one[q * size + v]
            step = cells[above + a] + one[v]
            best = min(best, step)
            step = cells[here + a - 1] + one[q * size]
            best = min(best, step)
            if b > 1:
                step = cells[top + a - 1] + two_right[(before * size + v) * size + q]
                best = min(best, step)
            if a > 1:
                step = cells[above + a - 2] + two_left[(p * size + q) * size + v]
                best = min(best, step)
                if b > 1 and q == before and v == p:
                    step = cells[top + a - 2] + swap
                    best = min(best, step)
            cells[here + a] = best
            least = min(least, best)
            p = q
        least += rest[b]
        if least > limit and least_above > limit:
            return far
        least_above = least
    best = cells[here + n]
    return best if best <= limit else far


def in_context(
    latin: Sequence[int], i: int, n: int, other: Sequence[int], j: int, m: int, costs: Costs,
    contexts: Sequence[int], rows: Rows,
) -> int:  # fmt: skip
    """The cost between n Latin letters from i on and m of another script from j on, where each Latin letter is judged
    together with its neighbours: `contexts[((before * 27 + letter) * 27 + after) * 27 + other]` is what a letter,
    between two others (0 for none), costs for a letter of the other script, or for none, in 1/16 bit; from PAIRS on
    `[((letter * 27 + after) * 27 + first) * 27 + second]` is what it costs for two letters (255 is never)."""
    one = costs.one
    two_left = costs.two_left
    two_right = costs.two_right
    swap = costs.swap
    cells = rows.cells
    size, width = _LETTERS, n + 1
    here, above, top = 0, width, 2 * width
    cells[0] = 0
    for a in range(1, width):
        cells[a] = cells[a - 1] + beside(latin, i, n, a - 1, 0, one, contexts)
    v = 0
    for b in range(1, m + 1):
        here, above, top = top, here, above
        before = v
        v = other[j + b - 1]
        cells[here] = cells[above] + one[v]
        p = 0
        for a in range(1, width):
            q = latin[i + a - 1]
            best = cells[above + a - 1] + beside(latin, i, n, a - 1, v, one, contexts)
            best = min(best, cells[above + a] + one[v])
            best = min(best, cells[here + a - 1] + beside(latin, i, n, a - 1, 0, one, contexts))
            if b > 1:
                best = min(best, cells[top + a - 1] + before_one(latin, i, n, a - 1, before, v, two_right, contexts))
            if a > 1:
                best = min(best, cells[above + a - 2] + two_left[(p * size + q) * size + v])
                if b > 1 and q == before and v == p:
                    best = min(best, cells[top + a - 2] + swap)
            cells[here + a] = best
            p = q
    return cells[here + n]


def beside(latin: Sequence[int], i: int, n: int, a: int, v: int, one: Sequence[int], contexts: Sequence[int]) -> int:
    """What the letter at a costs for another one (0 for none), given its neighbours; digits have no context."""
    q = latin[i + a]
    if q >= _LEARNT or v >= _LEARNT:
        return one[q * _LETTERS + v]
    p = latin[i + a - 1] if a > 0 else 0
    x = latin[i + a + 1] if a + 1 < n else 0
    if p >= _LEARNT:
        p = 0
    if x >= _LEARNT:
        x = 0
    return contexts[((p * _LEARNT + q) * _LEARNT + x) * _LEARNT + v] * 64


def before_one(
    latin: Sequence[int], i: int, n: int, a: int, u: int, v: int, two_right: Sequence[int], contexts: Sequence[int]
) -> int:
    """What the letter at a costs for two others, given the one after it; digits have no context."""
    q = latin[i + a]
    if q >= _LEARNT or u >= _LEARNT or v >= _LEARNT:
        return two_right[(u * _LETTERS + v) * _LETTERS + q]
    x = latin[i + a + 1] if a + 1 < n else 0
    if x >= _LEARNT:
        x = 0
    bits = contexts[_PAIRS + ((q * _LEARNT + x) * _LEARNT + u) * _LEARNT + v]
    return bits * 64 if bits < 255 else _FAR


def walk(
    query: bytes, vocabulary: Vocabulary, start: int, stop: int, costs: Costs, into: Found, half: int = -1
) -> None:
    """Add the words from `start` to `stop` within reach of a query (the left side) to those found.

    Words that begin alike share the rows of the table; a beginning whose two last rows exceed the reach
    rules out every word that begins so. With `half`, only words are found of which the first so many letters of
    the query need half the reach at most.
    """
    found = into.words
    found_costs = into.costs
    count = into.count
    letters = vocabulary.letters
    offsets = vocabulary.offsets
    shared = vocabulary.shared
    one = costs.one
    two_left = costs.two_left
    two_right = costs.two_right
    size, longest, far = LETTERS, LONGEST, FAR  # a name of the module is slow to look up in the loop
    n = len(query)
    width = n + 1
    base = costs.base
    per_letter = costs.per_letter
    most = costs.most
    swap = costs.swap
    reach = min(base + per_letter * n, most)
    rows = into.rows
    first = into.first
    last = into.last
    limits = into.limits
    for j in range(width):
        limits[j] = reach if j > half else reach // 2
    rows[0] = 0
    first[0] = 0
    last[0] = 0
    for j in range(1, width):
        rows[j] = rows[j - 1] + one[query[j - 1] * size]
        if rows[j] > limits[j]:
            rows[j] = far
        else:
            last[0] = j
    groups = vocabulary.groups
    group = first_from(groups, start)
    dead = longest + 1
    common = 0
    lengths = costs.lengths
    word = start - 1
    while True:
        word += 1
        if dead <= 3:  # the rest of the group, and of those that begin as badly, can be left out
            while groups[group] < word or (groups[group] < stop and shared[groups[group]] >= dead):
                group += 1
            word = groups[group]
        if word >= stop:
            break
        common = min(common, shared[word]) if word > start else 0  # with the last word whose rows were worked out
        if common >= dead:
            continue
        dead = longest + 1
        at = offsets[word]
        m = offsets[word + 1] - at
        if abs(m - n) > lengths:
            continue
        for i in range(common + 1, m + 1):
            v = letters[at + i - 1]
            before = letters[at + i - 2] if i > 1 else 0
            here = i * width
            above = here - width
            top = above - width
            for j in range(width):
                rows[here + j] = far
            # Only what can still stay within reach is worked out: from the first to just past the last column
            # that was within reach one or two letters ago.
            low = first[i - 1]
            high = last[i - 1]
            if i > 1:
                low = min(low, first[i - 2])
                high = max(high, last[i - 2])
            nearest = width
            farthest = -2
            left = far
            if low == 0:
                best = rows[above] + one[v]
                if best <= limits[0]:
                    rows[here] = left = best
                    nearest = 0
                    farthest = 0
            for j in range(max(low, 1), width):
                if j > high + 2 and left == far:
                    break
                q = query[j - 1]
                best = rows[above + j - 1] + one[q * size + v]
                best = min(best, rows[above + j] + one[v], left + one[q * size])
                if i > 1:
                    best = min(best, rows[top + j - 1] + two_right[(before * size + v) * size + q])
                if j > 1:
                    best = min(best, rows[above + j - 2] + two_left[(query[j - 2] * size + q) * size + v])
                    if i > 1 and q == before and v == query[j - 2]:
                        best = min(best, rows[top + j - 2] + swap)
                left = far
                if best <= limits[j]:
                    rows[here + j] = left = best
                    nearest = min(nearest, j)
                    farthest = j
            first[i] = nearest
            last[i] = farthest
            if last[i] < 0 and last[i - 1] < 0:
                dead = i
                break
        common = longest
        if dead <= longest:
            continue
        best = rows[m * width + n]
        if best <= min(base + per_letter * min(m, n), most):
            found[count] = word
            found_costs[count] = best
            count += 1
    into.count = count


def first_from(groups: Sequence[int], start: int) -> int:
    """The place of the first group that begins at or after a word."""
    low, high = 0, len(groups) - 1
    while low < high:
        middle = (low + high) // 2
        if groups[middle] < start:
            low = middle + 1
        else:
            high = middle
    return low
