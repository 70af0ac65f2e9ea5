"""How a word may stand for another one: the same, spelt otherwise, of one class of names, cut off."""

from __future__ import annotations

from collections.abc import Sequence

from namesake.kernels.bench import Bench, Rules
from namesake.kernels.known import RAREST, RAREST_LEAST, RAREST_LETTER
from namesake.kernels.names import Words
from namesake.kernels.spelling import Rows, distance, in_context

_MOST_EXCESS = 16 * 1024
_CLASSES = 7
_HANGUL = 4
_HAN = 5
_FAR = 1 << 20
_LONGEST = 32
_RAREST = RAREST
_RAREST_LETTER = RAREST_LETTER
_RAREST_LEAST = RAREST_LEAST


def same_class(left: Words, a: int, right: Words, b: int) -> int:
    """How two words belong to one class of names: 4 for a nickname or the like, 10 where they only share a stem, else
    0. The second lowest bit of a class tells stems apart."""
    found = 0
    for p in range(left.alike_starts[a], left.alike_starts[a + 1]):
        for q in range(right.alike_starts[b], right.alike_starts[b + 1]):
            if left.alike[p] == right.alike[q] and not left.alike[p] & 4:
                if not left.alike[p] & 2:
                    return 4
                found = 10
    return found


def attested(left: Words, a: int, right: Words, b: int) -> bool:
    """Whether a word of one script is known to be written as one of another: both are in Latin letters what the third
    lowest bit of a class tells apart from other classes."""
    x = left.scripts[a]
    y = right.scripts[b]
    if x == y:
        return False
    if x == 0:
        return holds(right, b, left.keys[a])
    if y == 0:
        return holds(left, a, right.keys[b])
    for p in range(left.alike_starts[a], left.alike_starts[a + 1]):
        if left.alike[p] & 4 and holds(right, b, left.alike[p]):
            return True
    return False


def holds(words: Words, word: int, key: int) -> bool:
    """Whether the Latin word of a key is an attested spelling of a word."""
    for p in range(words.alike_starts[word], words.alike_starts[word + 1]):
        if words.alike[p] & 4 and words.alike[p] >> 3 == key >> 3:
            return True
    return False


def is_attested(words: Words, word: int) -> bool:
    """Whether any spelling of a word in Latin letters is attested."""
    for p in range(words.alike_starts[word], words.alike_starts[word + 1]):
        if words.alike[p] & 4:
            return True
    return False


def is_known(words: Words, word: int) -> bool:
    """Whether a Latin word is known to the reference population: less rare than any that is not."""
    n = words.offsets[word + 1] - words.offsets[word]
    return words.rarity[word] < min(_RAREST, _RAREST_LETTER * n + _RAREST_LEAST)


def is_place(words: Words, word: int) -> bool:
    """Whether a word is the name of a country: the two lowest bits of its class say so."""
    for p in range(words.alike_starts[word], words.alike_starts[word + 1]):
        if words.alike[p] & 3 == 1:
            return True
    return False


def is_ordinary(words: Words, word: int) -> bool:
    """Whether a word is an ordinary one of its language: the two lowest bits of its class say so."""
    for p in range(words.alike_starts[word], words.alike_starts[word + 1]):
        if words.alike[p] & 7 == 3:
            return True
    return False


def equal(left: Words, a: int, right: Words, b: int) -> bool:
    """Whether two words are the same; syllables of Han or Hangul on both sides must be the same character."""
    if left.keys[a] != right.keys[b] or left.roles[a] != right.roles[b]:
        return False
    return left.glyphs[a] == right.glyphs[b] or left.glyphs[a] == 0 or right.glyphs[b] == 0


def same_skeleton(left: Words, a: int, right: Words, b: int) -> bool:
    """Whether two words have the same consonants and one of them hardly any vowel."""
    x = left.skeletons[a]
    y = right.skeletons[b]
    return x > 0 and y > 0 and (x | 1) == (y | 1) and ((x | y) & 1) == 1


def is_patronymic(words: Words, word: int) -> bool:
    """Whether a word says whose child somebody is, in the manner of Russian: it ends in -vich, -vych or -vna."""
    end = words.offsets[word + 1]
    n = end - words.offsets[word]
    letters = words.letters
    if n > 6 and letters[end - 1] == 8 and letters[end - 2] == 3:
        return letters[end - 4] == 22 and (letters[end - 3] == 9 or letters[end - 3] == 25)
    return n > 5 and letters[end - 1] == 1 and letters[end - 2] == 14 and letters[end - 3] == 22


def is_surname(words: Words, word: int) -> bool:
    """Whether a word ends as surnames do that are made of given names: in -v or -va."""
    end = words.offsets[word + 1]
    last = words.letters[end - 1]
    return last == 22 or (last == 1 and end - words.offsets[word] > 1 and words.letters[end - 2] == 22)


def generations(left: Words, a: int, right: Words, b: int) -> bool:
    """Whether one word is a patronymic and the other a surname of the same name: Talvekovich and Talvekov are two
    people's."""
    if is_patronymic(left, a):
        return is_surname(right, b)
    return is_patronymic(right, b) and is_surname(left, a)


def cut(left: Words, a: int, right: Words, b: int) -> bool:
    """Whether a word of at least three letters is the beginning of another, in letters that write vowels. A patronymic
    is not cut off where it begins: the name before it is the father's."""
    n = left.offsets[a + 1] - left.offsets[a]
    m = right.offsets[b + 1] - right.offsets[b]
    if n == m or min(n, m) < 3 or left.scripts[a] > 1 or right.scripts[b] > 1:
        return False
    for k in range(min(n, m)):
        if left.letters[left.offsets[a] + k] != right.letters[right.offsets[b] + k]:
            return False
    return abs(n - m) < 2 or not is_patronymic(left if n > m else right, a if n > m else b)


def spelling_cost(left: Words, a: int, right: Words, b: int, rules: Rules, bench: Bench) -> int:
    """The cost between two words, as far apart as words may be that are compared for another reason; else FAR."""
    x = left.scripts[a]
    y = right.scripts[b]
    if x == y and (x == _HANGUL or x == _HAN):
        return rules.homophone if left.keys[a] == right.keys[b] else _FAR
    n = min(left.offsets[a + 1] - left.offsets[a], _LONGEST)
    m = min(right.offsets[b + 1] - right.offsets[b], _LONGEST)
    costs = rules.costs[(x * _CLASSES + y) * 2]
    limit = min(costs.loose_base + costs.loose_per_letter * min(n, m), costs.loose_most)
    cost = distance(left.letters, left.offsets[a], n, right.letters, right.offsets[b], m, costs, limit, bench.rows)
    if cost == _FAR or x == y or (x > 0 and y > 0):
        return cost
    if x == 0:
        return heard(left.letters, left.offsets[a], n, right.letters, right.offsets[b], m, y, rules, bench.rows)
    return heard(right.letters, right.offsets[b], m, left.letters, left.offsets[a], n, x, rules, bench.rows)


def heard(
    latin: Sequence[int], i: int, n: int, other: Sequence[int], j: int, m: int, script: int, rules: Rules, rows: Rows
) -> int:
    """What it costs that a Latin word is written as one of another class of scripts, letters judged with their
    neighbours."""
    costs = rules.costs[script * 2]
    return in_context(latin, i, n, other, j, m, costs, rules.contexts[script], rows)


def measure(one: int, x: int, other: int, y: int, cost: int, bench: Bench) -> None:
    """What two spellings of some rarities and classes of scripts tie by: tie, rarity agreed, gain, and the excess.

    Across scripts the word that is not Latin can only be judged by how likely the Latin one is written so: the
    excess is how many bits other Latin words explain it better.
    """
    if x == y or (x > 0 and y > 0):
        bench.tie = 1
        bench.agreed = min(one, other)
        bench.gain = bench.agreed - cost // 2
        bench.excess = 0
        return
    if y == 0:
        foreign = one
        latin = other
        bench.tie = 9 if x >= _HANGUL else 2
    else:
        foreign = other
        latin = one
        bench.tie = 9 if y >= _HANGUL else 2
    bench.agreed = min(foreign, latin + cost)
    bench.gain = min(foreign - cost * 7 // 10, latin)
    bench.excess = min(max(latin + cost - foreign, 0), _MOST_EXCESS)
