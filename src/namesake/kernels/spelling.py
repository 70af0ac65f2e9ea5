"""Which words of a vocabulary are within reach of a word, and at what cost, in 1/1024 bit.

A word is bytes of letter codes (`encode`). Its cost is that of the cheapest way to turn one word into the
other by steps on letters: one for one, one for none, none for one, two for one, one for two, and two
neighbours exchanged. `Costs` says what each step costs.
"""

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
    within reach of one another up to `base + per_letter * (length of the shorter)`.
    """

    def __init__(
        self,
        one: array[int],
        two_left: array[int],
        two_right: array[int],
        swap: int,
        base: int,
        per_letter: int,
    ) -> None:
        self.one = one
        self.two_left = two_left
        self.two_right = two_right
        self.swap = swap
        self.base = base
        self.per_letter = per_letter


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
    size = LETTERS
    n = len(query)
    width = n + 1
    reach = costs.base + costs.per_letter * n
    rows = array("i", [FAR]) * (width * (LONGEST + 1))
    least = array("i", [0]) * (LONGEST + 1)
    rows[0] = 0
    for j in range(1, width):
        rows[j] = rows[j - 1] + one[query[j - 1] * size]
    dead = LONGEST + 1
    for word in range(start, stop):
        at = offsets[word]
        m = offsets[word + 1] - at
        common = shared[word] if word > start else 0
        if common >= dead:
            continue
        dead = LONGEST + 1
        for i in range(common + 1, m + 1):
            v = letters[at + i - 1]
            before = letters[at + i - 2] if i > 1 else 0
            here = i * width
            above = here - width
            top = above - width
            best = rows[above] + one[v]
            rows[here] = best
            smallest = best
            for j in range(1, width):
                q = query[j - 1]
                best = rows[above + j - 1] + one[q * size + v]
                step = rows[above + j] + one[v]
                best = min(best, step)
                step = rows[here + j - 1] + one[q * size]
                best = min(best, step)
                if i > 1:
                    step = rows[top + j - 1] + two_right[(before * size + v) * size + q]
                    best = min(best, step)
                if j > 1:
                    step = rows[above + j - 2] + two_left[(query[j - 2] * size + q) * size + v]
                    best = min(best, step)
                    if i > 1 and q == before and v == query[j - 2]:
                        step = rows[top + j - 2] + costs.swap
                        best = min(best, step)
                rows[here + j] = best
                smallest = min(smallest, best)
            least[i] = smallest
            if smallest > reach and least[i - 1] > reach:
                dead = i
                break
        if dead <= LONGEST:
            continue
        best = rows[m * width + n]
        if best <= costs.base + costs.per_letter * min(m, n):
            found.append(word)
            found_costs.append(best)
    return found, found_costs
