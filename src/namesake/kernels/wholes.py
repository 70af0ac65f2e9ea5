"""What two names say as wholes: the same name, the same letters, one slip, or the acronym of the other."""

from __future__ import annotations

from namesake.kernels.bench import Bench
from namesake.kernels.items import Items, Weights, agreement, item, size_of
from namesake.kernels.names import Names
from namesake.kernels.ties import equal

_NAME = 1
_LEGAL = 5
_DESCENT = 1
_AS_PERSON = 4
_LAST_LETTER = 26
SHORTEST_CUT = 16
"""Letters that a name has at least which is recognised as another one, cut off; of persons' names a few more, for other
people's names begin alike."""

_SHORTEST_SLIP = 10
_SHORTEST_CUT = SHORTEST_CUT
_SHORTEST_CUT_PERSON = 20


def turned_at(left: Names, i: int, right: Names, j: int, turn: int) -> bool:
    """Whether two names, legal forms aside, are the same where the left one begins at its word `turn`."""
    a0 = left.starts[i]
    b0 = right.starts[j]
    n = left.starts[i + 1] - a0
    m = right.starts[j + 1] - b0
    a = 0
    b = 0
    while True:
        while a < n and left.words.roles[left.runs[a0 + (turn + a) % n] >> 1] == _LEGAL:
            a += 1
        while b < m and right.words.roles[right.runs[b0 + b] >> 1] == _LEGAL:
            b += 1
        if a == n or b == m:
            return a == n and b == m
        if not equal(left.words, left.runs[a0 + (turn + a) % n] >> 1, right.words, right.runs[b0 + b] >> 1):
            return False
        a += 1
        b += 1


def weigh_whole(left: Names, i: int, right: Names, j: int, weights: Weights, items: Items) -> None:
    """An exact full name is always worth a look: it lifts a pair to even odds at least."""
    n = left.starts[i + 1] - left.starts[i]
    if n == 0:
        return
    least = -(weights.prior + items.total)
    if turned_at(left, i, right, j, 0):
        item(items, 14, 0, max(weights.whole, least))
        return
    if not weights.person or (left.marks[i] & _DESCENT and right.marks[j] & _DESCENT):
        weigh_letters(left, i, right, j, weights, items)
        return
    for turn in range(1, n):
        if turned_at(left, i, right, j, turn):
            item(items, 15, 0, max(0, least))
            return
    weigh_letters(left, i, right, j, weights, items)


def weigh_letters(left: Names, i: int, right: Names, j: int, weights: Weights, items: Items) -> None:
    """Whole names that are the same letter for letter, with words written together or apart, are worth a look as well,
    and those of organisations but for one slip, unless a number, legal form or country tells these apart."""
    slips = letters_differ(left, i, right, j)
    if slips > (0 if weights.person else 1):
        least = _SHORTEST_CUT_PERSON if weights.person else _SHORTEST_CUT
        if cut_name(left, i, right, j, least) or cut_name(right, j, left, i, least):
            item(items, 21, 0, max(0, -(weights.prior + items.total)))
        return
    for k in range(items.count if slips else 0):
        if items.kinds[k] == 10 and items.levels[k] != 0:
            return
        if (items.kinds[k] == 12 or items.kinds[k] == 13) and items.levels[k] == 1:
            return
    item(items, 18 + slips, 0, max(0, -(weights.prior + items.total)))


def cut_name(left: Names, i: int, right: Names, j: int, least: int) -> bool:
    """Whether the left name, so many letters at least, is the beginning of the right one, letter for letter, and ends
    within a word: its last word is none of the other's. A legal form that they begin with does not count."""
    a = left.letter_starts[i]
    n = left.letter_starts[i + 1] - a
    b = right.letter_starts[j]
    if n < least or n >= right.letter_starts[j + 1] - b or left.starts[i] == left.starts[i + 1]:
        return False
    if left.letters[a + n - 1] > _LAST_LETTER or right.letters[b + n] > _LAST_LETTER:
        return False
    for k in range(n):
        if left.letters[a + k] != right.letters[b + k]:
            return False
    if right.words.roles[right.runs[right.starts[j]] >> 1] == _LEGAL:
        if letters_named(left, i) < least or letters_named(right, j) < least:
            return False
    last = left.runs[left.starts[i + 1] - 1] >> 1
    for k in range(right.starts[j], right.starts[j + 1]):
        if equal(left.words, last, right.words, right.runs[k] >> 1):
            return False
    return True


def letters_named(names: Names, i: int) -> int:
    """How many letters the words of a name have that are no legal form: in full, that is longer than many a name."""
    total = 0
    for k in range(names.starts[i], names.starts[i + 1]):
        word = names.runs[k] >> 1
        if names.words.roles[word] != _LEGAL:
            total += names.words.offsets[word + 1] - names.words.offsets[word]
    return total


def letters_differ(left: Names, i: int, right: Names, j: int) -> int:
    """0 where all letters of two names are the same, 1 for one slip in at least ten of them: a letter for another,
    more, less, or two exchanged, and no digit; else 2."""
    a = left.letter_starts[i]
    n = left.letter_starts[i + 1] - a
    b = right.letter_starts[j]
    m = right.letter_starts[j + 1] - b
    short = min(n, m)
    if short == 0 or abs(n - m) > 1:
        return 2
    head = 0
    while head < short and left.letters[a + head] == right.letters[b + head]:
        head += 1
    if head == n and head == m:
        return 0
    tail = 0
    while tail < short and left.letters[a + n - 1 - tail] == right.letters[b + m - 1 - tail]:
        tail += 1
    if short < _SHORTEST_SLIP or (head < n and left.letters[a + head] > _LAST_LETTER):
        return 2
    if head < m and right.letters[b + head] > _LAST_LETTER:
        return 2
    if head + tail >= max(n, m) - 1:
        return 1
    if n == m and head + tail == n - 2 and left.letters[a + head] == right.letters[b + head + 1]:
        return 1 if left.letters[a + head + 1] == right.letters[b + head] else 2
    return 2


def sole(names: Names, i: int) -> int:
    """The place of the one word that a name has, legal forms aside; -1 where it has none or more."""
    found = -1
    start = names.starts[i]
    for k in range(size_of(names, i)):
        role = names.words.roles[names.runs[start + k] >> 1]
        if role == _NAME and found < 0:
            found = k
        elif role != _LEGAL:
            return -1
    return found


def acronym(left: Names, i: int, right: Names, j: int) -> bool:
    """Whether the left name is one word, but for its legal form, that the first letters of the right one's words
    make."""
    if right.marks[j] & _AS_PERSON:
        return False
    place = sole(left, i)
    if place < 0:
        return False
    key = left.words.keys[left.runs[left.starts[i] + place] >> 1]
    for k in range(right.beside_starts[j], right.beside_starts[j + 1]):
        if right.besides[k] == key:
            return True
    return False


def weigh_acronym(
    left: Names, i: int, right: Names, j: int, turned: bool, weights: Weights, bench: Bench, items: Items
) -> None:
    """The one word of a name stands for all words of the other; `turned` says that the left one is the right side."""
    place = sole(left, i)
    rarity = left.words.rarity[left.runs[left.starts[i] + place] >> 1]
    links = bench.links
    n = size_of(right, j)
    links[0] = 6
    links[1] = 0 if turned else place
    links[2] = n if turned else 1
    links[3] = place if turned else 0
    links[4] = 1 if turned else n
    links[5] = rarity
    links[6] = 0
    bench.chosen[0] = 0
    bench.count = 1
    item(items, 0, 0, agreement(weights, 6, rarity, 0, 1, 0))
