"""Which word of one name may stand for which word of the other, and the best choice of such links."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.known import RAREST, RAREST_LEAST, RAREST_LETTER
from namesake.kernels.names import Names, Words
from namesake.kernels.spelling import Costs, Rows, distance, in_context

EXACT, SPELT, ACROSS, JOINED, ALIKE, LETTER, ACRONYM, SKELETON, CUT, SYLLABIC, STEM = range(11)
"""Ties: the same word; two spellings; two scripts; written as one; one class of names; an initial; an acronym;
the same consonants; one is the beginning of the other."""

ATTESTED = 11
"""Of a word that is looked up: a known spelling in another script. As a link it is ACROSS or SYLLABIC, with an excess
of -1."""

TIE, LEFT, LEFT_WORDS, RIGHT, RIGHT_WORDS, AGREED, COST, GAIN, MARK, FIELDS = range(10)
"""The fields of a link: the first word and how many on both sides; rarity agreed, cost and gain in 1/1024 bit; and
what tells two joins of the same gain apart."""

MOST = 16
"""Words of a name that are aligned."""

JOIN_CHARGE = 1536
SAME_CHARGE = 3072
"""What words that are joined, or the same by other than their spelling, gain less."""

LEAST_GAIN = 307  # 0.3 bit: a link that gains less says nothing

SHORTEST_JOIN = 4
JOIN_LENGTHS = 3
JOIN_LENGTHS_SYLLABIC = 8
"""Letters by which a joined word and the one it is compared with may differ in length; a sound of Hangul, Han or kana
is one letter and may be several in Latin ones."""

MOST_LINKS = 2048
"""More than 16 words a side, with two and three neighbours joined, can make."""

_MOST = MOST
_FIELDS = FIELDS
_JOIN_CHARGE = JOIN_CHARGE
_SHORTEST_JOIN = SHORTEST_JOIN
_JOIN_LENGTHS = JOIN_LENGTHS
_JOIN_LENGTHS_SYLLABIC = JOIN_LENGTHS_SYLLABIC
_MASK = (1 << 30) - 1
_LEAST_GAIN = LEAST_GAIN
_LETTER_GAIN = 3072
_SAME_CHARGE = SAME_CHARGE
_CUT_CHARGE = 4096
_STEM = STEM
_MOST_EXCESS = 16 * 1024
_CLASSES = 7
_HANGUL = 4
_HAN = 5
_NAME = 1
_INITIAL = 2
_FAR = 1 << 20
_SETTLED = -1
_LONGEST = 32
_RAREST = RAREST
_RAREST_LETTER = RAREST_LETTER
_RAREST_LEAST = RAREST_LEAST


class Rules:
    """The cost tables by classes of scripts (`costs[(left * 7 + right) * 2 + joined]`), those of Latin letters between
    others for each class that is not Latin, and what it costs that two syllables of Han or Hangul sound alike."""

    def __init__(self, costs: list[Costs], contexts: list[memoryview], homophone: int, anchor: int) -> None:
        self.costs = costs
        self.contexts = contexts
        self.anchor = anchor
        self.homophone = homophone


class Bench:
    """Room to work in: the links found between two names, and those chosen."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.links = array("i", [0]) * (MOST_LINKS * FIELDS)
        self.chosen = array("i", [0]) * MOST
        self.left_used = array("i", [0]) * MOST
        self.right_used = array("i", [0]) * MOST
        self.places = array("i", [0]) * MOST
        self.ranks = array("i", [0]) * MOST
        self.joined = array("B", [0]) * (_LONGEST + 1)
        self.found = 0
        self.count = 0
        self.tie = 0
        self.agreed = 0
        self.gain = 0
        self.excess = 0


def add(bench: Bench, tie: int, i: int, n: int, j: int, m: int, agreed: int, cost: int, gain: int, mark: int) -> None:
    """Remember a link: n words from i on the left for m from j on the right, where it gains anything."""
    if gain <= _LEAST_GAIN:
        return
    links = bench.links
    at = bench.found * _FIELDS
    links[at] = tie
    links[at + 1] = i
    links[at + 2] = n
    links[at + 3] = j
    links[at + 4] = m
    links[at + 5] = agreed
    links[at + 6] = cost
    links[at + 7] = gain
    links[at + 8] = mark
    bench.found += 1


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
    """Whether a word is the name of a country: the lowest bit of its class says so."""
    for p in range(words.alike_starts[word], words.alike_starts[word + 1]):
        if words.alike[p] & 1:
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


def link_same(left: Names, i: int, right: Names, j: int, bench: Bench) -> None:
    """Link the words that are the same. The used ones are counted; those that nothing else can take are settled: the
    only ones of their kind on both sides, as rare on one as on the other, whose link every other is at best as good
    as, and comes after."""
    a0 = left.starts[i]
    n = min(left.starts[i + 1] - a0, _MOST)
    b0 = right.starts[j]
    m = min(right.starts[j + 1] - b0, _MOST)
    for a in range(n):
        x = left.runs[a0 + a] >> 1
        if left.words.roles[x] != _NAME:
            continue
        for b in range(m):
            y = right.runs[b0 + b] >> 1
            if equal(left.words, x, right.words, y):
                agreed = min(left.words.rarity[x], right.words.rarity[y])
                add(bench, 0, a, 1, b, 1, agreed, 0, agreed, 0)
                bench.left_used[a] += 1
                bench.right_used[b] += 1
                bench.places[a] = b
    for a in range(n):
        if bench.left_used[a] == 1:
            b = bench.places[a]
            rarity = left.words.rarity[left.runs[a0 + a] >> 1]
            if bench.right_used[b] == 1 and rarity == right.words.rarity[right.runs[b0 + b] >> 1] >= _LETTER_GAIN:
                bench.left_used[a] = _SETTLED
                bench.right_used[b] = _SETTLED


def link_words(left: Words, a: int, i: int, right: Words, b: int, j: int, rules: Rules, bench: Bench) -> None:
    """Link two words that are not the same where they may stand for one another."""
    x = left.roles[a]
    y = right.roles[b]
    if x > _INITIAL or y > _INITIAL:
        return
    if x == _INITIAL or y == _INITIAL:
        if left.letters[left.offsets[a]] == right.letters[right.offsets[b]]:
            agreed = max(left.rarity[a], right.rarity[b])  # of the word; an initial itself has none
            add(bench, 5, i, 1, j, 1, agreed, 0, _LETTER_GAIN, 0)
        return
    if equal(left, a, right, b):
        return
    if attested(left, a, right, b):
        tie = 9 if max(left.scripts[a], right.scripts[b]) >= _HANGUL else 2
        least = min(left.rarity[a], right.rarity[b])
        add(bench, tie, i, 1, j, 1, least, 0, least, -1)
        return
    alike = same_class(left, a, right, b)
    if generations(left, a, right, b):
        return
    if not alike and is_place(left, a) and is_place(right, b):
        return
    cost = spelling_cost(left, a, right, b, rules, bench)
    gain = -1
    if cost < _FAR:
        measure(left.rarity[a], left.scripts[a], right.rarity[b], right.scripts[b], cost, bench)
        gain = bench.gain
    least = min(left.rarity[a], right.rarity[b])
    if alike and gain < least - _SAME_CHARGE:
        add(bench, alike, i, 1, j, 1, least, 0, least - _SAME_CHARGE, 0)
    elif gain < least - _SAME_CHARGE and same_skeleton(left, a, right, b):
        add(bench, 7, i, 1, j, 1, least, 0, least - _SAME_CHARGE, 0)
    elif gain < least - _CUT_CHARGE and cut(left, a, right, b):
        across = left.scripts[a] != right.scripts[b]
        add(bench, 8, i, 1, j, 1, least, 0, least - _CUT_CHARGE, 1 if across else 0)
    else:
        add(bench, bench.tie, i, 1, j, 1, bench.agreed, cost, gain, bench.excess)


def join_into(names: Names, first: int, n: int, bench: Bench) -> int:
    """Write n neighbouring words as one, an article between them heard again ("abu al-abbas": abualabbas), or a single
    word with its article; how many letters that makes, or 0 where they may not be written as one."""
    words = names.words
    size = 0
    servant = 0
    for k in range(n):
        word = names.runs[first + k] >> 1
        if words.roles[word] > _INITIAL:
            return 0
        start = words.offsets[word]
        length = words.offsets[word + 1] - start
        if k == 0:
            servant = (
                length == 5 and words.letters[start] == 1 and words.letters[start + 1] == 2
                and words.letters[start + 2] == 4 and words.letters[start + 3] == 21 and words.letters[start + 4] == 12
            )  # fmt: skip
            if n == 1 and (servant or not names.runs[first] & 1 or words.roles[word] != _NAME):
                return 0
        if names.runs[first + k] & 1 and not servant and (k > 0 or n == 1):
            if size < _LONGEST:
                bench.joined[size] = 1
            if size + 1 < _LONGEST:
                bench.joined[size + 1] = 12
            size = min(size + 2, _LONGEST)
        for p in range(length):
            if size < _LONGEST:
                bench.joined[size] = words.letters[start + p]
                size += 1
    return size if size >= _SHORTEST_JOIN else 0


def link_joined(left: Names, i: int, right: Names, j: int, turned: bool, rules: Rules, bench: Bench) -> None:
    """Link two or three neighbours of a name, or a word and its article, written as one word of the other, where none
    of them has the same word on the other side. `turned` says that `left` is the right side of the pair."""
    a0 = left.starts[i]
    n = min(left.starts[i + 1] - a0, _MOST)
    b0 = right.starts[j]
    m = min(right.starts[j + 1] - b0, _MOST)
    one = bench.right_used if turned else bench.left_used
    other = bench.left_used if turned else bench.right_used
    a_words = left.words
    b_words = right.words
    for size in range(1, 4):
        for a in range(n - size + 1):
            if one[a] or (size > 1 and one[a + 1]) or (size > 2 and one[a + 2]):
                continue
            length = join_into(left, a0 + a, size, bench)
            if length == 0:
                continue
            parts = 0
            mark = 0
            for k in range(size):
                word = left.runs[a0 + a + k] >> 1
                parts += a_words.rarity[word]
                mark = (mark + (a_words.keys[word] & _MASK)) & _MASK
            script = a_words.scripts[left.runs[a0 + a] >> 1]
            for b in range(m):
                word = right.runs[b0 + b] >> 1
                whole = min(b_words.offsets[word + 1] - b_words.offsets[word], _LONGEST)
                most = _JOIN_LENGTHS if max(script, b_words.scripts[word]) < _HANGUL else _JOIN_LENGTHS_SYLLABIC
                if other[b] or b_words.roles[word] != _NAME or abs(length - whole) > most:
                    continue
                if size == 1 and right.runs[b0 + b] & 1:
                    continue
                costs = rules.costs[(script * _CLASSES + b_words.scripts[word]) * 2 + 1]
                limit = min(costs.base + costs.per_letter * min(length, whole), costs.most)
                cost = distance(
                    bench.joined, 0, length, b_words.letters, b_words.offsets[word], whole, costs, limit, bench.rows
                )
                if cost == _FAR:
                    continue
                agreed = min(parts, b_words.rarity[word] * 3 // 2)
                gain = agreed - cost // 2 - _JOIN_CHARGE
                if turned:
                    add(bench, 3, b, 1, a, size, agreed, cost, gain, mark)
                else:
                    add(bench, 3, a, size, b, 1, agreed, cost, gain, mark)


def before(bench: Bench, p: int, q: int) -> bool:
    """Whether the link at p comes before the one at q: by gain, then by tie and place. Exchanging the two names must
    not change the answer."""
    links = bench.links
    if links[p + 7] != links[q + 7]:
        return links[p + 7] > links[q + 7]
    if links[p] != links[q]:
        return links[p] < links[q]
    x = abs(links[p + 1] - links[p + 3])
    y = abs(links[q + 1] - links[q + 3])
    if x != y:
        return x < y
    x = links[p + 1] + links[p + 3]
    y = links[q + 1] + links[q + 3]
    if x != y:
        return x < y
    x = links[p + 2] + links[p + 4]
    y = links[q + 2] + links[q + 4]
    return x < y if x != y else links[p + 8] < links[q + 8]


def choose(bench: Bench) -> None:
    """The best links first, no word twice; `chosen` says where they stand, in the left name's order."""
    links = bench.links
    for k in range(_MOST):
        bench.left_used[k] = 0
        bench.right_used[k] = 0
    bench.count = 0
    while bench.count < _MOST:
        best = -1
        for k in range(bench.found):
            p = k * _FIELDS
            free = True
            for x in range(links[p + 1], links[p + 1] + links[p + 2]):
                if bench.left_used[x]:
                    free = False
            for x in range(links[p + 3], links[p + 3] + links[p + 4]):
                if bench.right_used[x]:
                    free = False
            if free and (best < 0 or before(bench, p, best)):
                best = p
        if best < 0:
            return
        for x in range(links[best + 1], links[best + 1] + links[best + 2]):
            bench.left_used[x] = 1
        for x in range(links[best + 3], links[best + 3] + links[best + 4]):
            bench.right_used[x] = 1
        k = bench.count
        while k > 0 and links[bench.chosen[k - 1] + 1] > links[best + 1]:
            bench.chosen[k] = bench.chosen[k - 1]
            k -= 1
        bench.chosen[k] = best
        bench.count += 1


def align(left: Names, i: int, right: Names, j: int, rules: Rules, bench: Bench) -> None:
    """Find and choose the links between two names."""
    bench.found = 0
    a0 = left.starts[i]
    n = min(left.starts[i + 1] - a0, _MOST)
    b0 = right.starts[j]
    m = min(right.starts[j + 1] - b0, _MOST)
    for k in range(_MOST):
        bench.left_used[k] = 0
        bench.right_used[k] = 0
    link_same(left, i, right, j, bench)
    for a in range(n):
        if bench.left_used[a] == _SETTLED:
            continue
        for b in range(m):
            if bench.right_used[b] != _SETTLED:
                link_words(left.words, left.runs[a0 + a] >> 1, a, right.words, right.runs[b0 + b] >> 1, b, rules, bench)
    link_joined(left, i, right, j, False, rules, bench)
    link_joined(right, j, left, i, True, rules, bench)
    choose(bench)
