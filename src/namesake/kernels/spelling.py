"""Which words of a vocabulary are within reach of a word, and at what cost, in 1/1024 bit.

A word is bytes of letter codes (`encode`). Its cost is that of the cheapest way to turn one word into the
other by steps on letters: one for one, one for none, none for one, two for one, one for two, and two
neighbours exchanged. `Costs` says what each step costs.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

LETTERS = 28
LONGEST = 32
FAR = 1 << 20

_CODES = bytes((c - 96) if 97 <= c <= 122 else 27 if 48 <= c <= 57 else 0 for c in range(256))


def encode(text: str) -> bytes:
    """The letter codes of a word of a-z and 0-9 (1-26 and 27; 0 is "nothing"); LONGEST letters count."""
    return text.encode("ascii", "ignore").translate(_CODES)[:LONGEST]


class Costs:
    """What the steps cost, and how far two words may lie apart.

    `one[l * LETTERS + r]` is the cost of letter l on the left for letter r on the right (0 for none),
    `two_left[(l1 * LETTERS + l2) * LETTERS + r]` that of two letters on the left for one on the right and
    `two_right[(r1 * LETTERS + r2) * LETTERS + l]` that of two on the right for one on the left. Two words are
    within reach of one another up to `base + per_letter * (length of the shorter)` and never above `most`;
    these three are `reach`.
    """

    def __init__(
        self,
        one: array[int],
        two_left: array[int],
        two_right: array[int],
        swap: int,
        reach: tuple[int, int, int],
    ) -> None:
        self.one = one
        self.two_left = two_left
        self.two_right = two_right
        self.swap = swap
        self.base, self.per_letter, self.most = reach


class Vocabulary:
    """Words in byte order: their letter codes end to end, where each begins, and how many letters each
    shares with the one before it. Anything that exposes a buffer will do."""

    def __init__(self, letters: Sequence[int], offsets: Sequence[int], shared: Sequence[int]) -> None:
        self.letters = letters
        self.offsets = offsets
        self.shared = shared


def walk(  # noqa: C901 - one loop nest on purpose: calls in it would cost more than they tell
    query: bytes, vocabulary: Vocabulary, start: int, stop: int, costs: Costs
) -> tuple[list[int], list[int]]:
    """The words from `start` to `stop` within reach of a query (the left side): positions and costs.

    Words that begin alike share the rows of the table; a beginning whose two last rows exceed the reach
    rules out every word that begins so.
    """
    found: list[int] = []
    found_costs: list[int] = []
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
    rows = array("i", [far]) * (width * (longest + 1))
    first = array("i", [0]) * (longest + 1)
    last = array("i", [0]) * (longest + 1)
    rows[0] = 0
    for j in range(1, width):
        rows[j] = rows[j - 1] + one[query[j - 1] * size]
        if rows[j] <= reach:
            last[0] = j
    dead = longest + 1
    for word in range(start, stop):
        at = offsets[word]
        m = offsets[word + 1] - at
        common = shared[word] if word > start else 0
        if common >= dead:
            continue
        dead = longest + 1
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
            first[i] = width
            last[i] = -2
            if low == 0:
                rows[here] = rows[above] + one[v]
                if rows[here] <= reach:
                    first[i] = 0
                    last[i] = 0
            for j in range(max(low, 1), width):
                if j > high + 2 and rows[here + j - 1] > reach:
                    break
                q = query[j - 1]
                best = rows[above + j - 1] + one[q * size + v]
                best = min(best, rows[above + j] + one[v], rows[here + j - 1] + one[q * size])
                if i > 1:
                    best = min(best, rows[top + j - 1] + two_right[(before * size + v) * size + q])
                if j > 1:
                    best = min(best, rows[above + j - 2] + two_left[(query[j - 2] * size + q) * size + v])
                    if i > 1 and q == before and v == query[j - 2]:
                        best = min(best, rows[top + j - 2] + swap)
                rows[here + j] = best
                if best <= reach:
                    first[i] = min(first[i], j)
                    last[i] = j
            if last[i] < 0 and last[i - 1] < 0:
                dead = i
                break
        if dead <= longest:
            continue
        best = rows[m * width + n]
        if best <= min(base + per_letter * min(m, n), most):
            found.append(word)
            found_costs.append(best)
    return found, found_costs
