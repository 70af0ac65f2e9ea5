"""What the words of two names say for and against their being the same name, in bits."""

from __future__ import annotations

from array import array

from namesake.kernels.links import Bench, Rules, align, equal
from namesake.kernels.names import Names

FEATURES = (
    "prior", "word", "rarity", "frequent", "spelt", "cost", "cost_per_letter", "far", "least_alike", "across",
    "across_rarity", "across_far", "least_alike_across", "excess", "syllabic", "syllabic_rarity", "syllabic_excess",
    "least_alike_syllabic", "joined", "alike", "stem", "skeleton", "cut", "acronym", "initial", "initial_differs",
    "initials_differ", "no_word", "single", "lone", "borrowed", "contradiction", "contradiction_across",
    "contradictions", "contradicted",
    "first", "last", "extra", "extra_words", "turned", "mixed", "reversed", "number", "number_differs",
    "number_missing", "generic", "generic_differs", "generic_missing", "legal", "legal_differs", "legal_missing",
    "place_differs", "place_missing", "whole", "weak",
)  # fmt: skip
"""What names are weighed by."""

(LINK, NO_WORD, CONTRADICTION, EXTRA, INITIAL_DIFFERS, SINGLE, WORST, TURNED, MIXED, REVERSED, NUMBER, GENERIC, LEGAL,
 PLACE, WHOLE, TURNED_WHOLE, WEAK_ALIAS, SCRIPT, SAME_LETTERS, SLIP) = range(20)  # fmt: skip
"""Kinds of items."""

EQUAL, DIFFERS, MISSING = 0, 1, 2
"""Levels of numbers, general words, legal forms and places."""

MOST_ITEMS = 64

_MOST = 16
_MOST_ITEMS = MOST_ITEMS
_UNIT = 1024
_FIELDS = 9
_MOST_WORD = 16 * 1024
_MOST_JOIN = 26 * 1024
_MOST_EXTRA = 28 * 1024
_FREQUENT = 11 * 1024
_FAR_OFF = 1024
_EXCESS = 4 * 1024
_EXCESS_SYLLABIC = 8 * 1024
_LEAST_ACROSS = -5 * 1024
_LONGEST = 32
_NAME = 1
_INITIAL = 2
_NUMBER = 3
_GENERIC = 4
_LEGAL = 5
_PLACE = 1
_DESCENT = 1
_WEAK = 2
_AS_PERSON = 4
_LAST_LETTER = 26
_SHORTEST_SLIP = 10


class Weights:
    """What each feature is worth, in 1/1024 bit: per occurrence, or per bit of what is measured in bits."""

    prior: int
    word: int
    rarity: int
    frequent: int
    spelt: int
    cost: int
    cost_per_letter: int
    far: int
    least_alike: int
    across: int
    across_rarity: int
    across_far: int
    least_alike_across: int
    excess: int
    syllabic: int
    syllabic_rarity: int
    syllabic_excess: int
    least_alike_syllabic: int
    joined: int
    alike: int
    stem: int
    skeleton: int
    cut: int
    acronym: int
    initial: int
    initial_differs: int
    initials_differ: int
    no_word: int
    single: int
    lone: int
    borrowed: int
    contradiction: int
    contradiction_across: int
    contradictions: int
    contradicted: int
    first: int
    last: int
    extra: int
    extra_words: int
    turned: int
    mixed: int
    reversed: int
    number: int
    number_differs: int
    number_missing: int
    generic: int
    generic_differs: int
    generic_missing: int
    legal: int
    legal_differs: int
    legal_missing: int
    place_differs: int
    place_missing: int
    whole: int
    weak: int

    def __init__(self, weights: dict[str, int], *, person: bool) -> None:
        self.person = person
        for feature in FEATURES:
            setattr(self, feature, weights.get(feature, 0))


class Items:
    """The findings on two names: kind, level (or where the link stands), bits."""

    def __init__(self) -> None:
        self.kinds = array("i", [0]) * MOST_ITEMS
        self.levels = array("i", [0]) * MOST_ITEMS
        self.bits = array("i", [0]) * MOST_ITEMS
        self.count = 0
        self.total = 0


def item(items: Items, kind: int, level: int, bits: int) -> None:
    """One finding more."""
    if items.count < _MOST_ITEMS:
        items.kinds[items.count] = kind
        items.levels[items.count] = level
        items.bits[items.count] = bits
        items.count += 1
    items.total += bits


def times(weight: int, amount: int) -> int:
    """A weight per bit times bits in 1/1024, rounded."""
    return (weight * amount + _UNIT // 2) // _UNIT


def agreement(weights: Weights, tie: int, agreed: int, cost: int, letters: int, excess: int) -> int:
    """What a link is worth: the rarer the word the more, the further apart the spellings the less."""
    if tie == 5:  # what is common in full is no rarer by its first letter
        return weights.initial + (times(weights.frequent, above(_FREQUENT, agreed)) if agreed else 0)
    per_letter = cost // letters
    if tie == 2:
        return (
            weights.across + times(weights.across_rarity, max(agreed - cost, _LEAST_ACROSS))
            + times(weights.across_far, above(per_letter, _FAR_OFF))
        )  # fmt: skip
    if tie == 9:
        return (
            weights.syllabic + times(weights.syllabic_rarity, max(agreed - cost, _LEAST_ACROSS))
            + times(weights.syllabic_excess, above(excess, _EXCESS_SYLLABIC))
        )  # fmt: skip
    bits = weights.word + times(weights.rarity, min(agreed, _MOST_JOIN if tie == 3 else _MOST_WORD))
    bits += times(weights.frequent, above(_FREQUENT, agreed))
    if tie == 4:
        return bits + weights.alike
    if tie == 10:
        return bits + weights.stem
    if tie == 6:
        return bits + weights.acronym
    if tie == 7:
        return bits + weights.skeleton
    if tie == 8:
        return bits + weights.cut
    if cost > 0:
        bits += weights.spelt + times(weights.cost, cost) + times(weights.cost_per_letter, per_letter)
        bits += times(weights.far, above(per_letter, _FAR_OFF))
    return bits + weights.joined if tie == 3 else bits


def above(amount: int, limit: int) -> int:
    """What is above a limit."""
    return amount - limit if amount > limit else 0


def letters_of(names: Names, first: int, n: int) -> int:
    """The letters of n words."""
    total = 0
    for k in range(first, first + n):
        word = names.runs[k] >> 1
        total += min(names.words.offsets[word + 1] - names.words.offsets[word], _LONGEST)
    return max(total, 1)


def anchored(left: Names, i: int, right: Names, j: int, bench: Bench, at: int, rules: Rules) -> bool:
    """Whether two words are close enough for one to find the other in a list."""
    links = bench.links
    tie = links[at]
    if tie == 8:
        return False
    if tie != 1 and tie != 2 and tie != 9:
        return True
    a = left.runs[left.starts[i] + links[at + 1]] >> 1
    b = right.runs[right.starts[j] + links[at + 3]] >> 1
    n = letters_of(left, left.starts[i] + links[at + 1], 1)
    m = letters_of(right, right.starts[j] + links[at + 3], 1)
    costs = rules.costs[(left.words.scripts[a] * 7 + right.words.scripts[b]) * 2]
    return links[at + 6] <= min(costs.base + costs.per_letter * min(n, m), costs.most)


def weigh_links(
    left: Names, i: int, right: Names, j: int, weights: Weights, rules: Rules, bench: Bench, items: Items
) -> None:
    """An item for every link, one where no whole word agrees or only one of several, one for the worst spelling."""
    links = bench.links
    alike = 0
    across = 0
    excess = 0
    syllabic = 0
    carried = 0
    anchor = 0
    joined = False
    for k in range(bench.count):
        at = bench.chosen[k]
        tie = links[at]
        letters = max(
            letters_of(left, left.starts[i] + links[at + 1], links[at + 2]),
            letters_of(right, right.starts[j] + links[at + 3], links[at + 4]),
        )
        item(items, 0, at, agreement(weights, tie, links[at + 5], links[at + 6], letters, links[at + 8]))
        if tie == 5:
            continue
        carried += 1
        joined = joined or tie == 3
        if anchored(left, i, right, j, bench, at, rules):
            anchor += links[at + 7]
        if tie == 9:
            syllabic = max(syllabic, links[at + 8])
        elif tie == 2:
            excess = max(excess, links[at + 8])
            across = max(across, links[at + 6] // letters)
        else:
            alike = max(alike, links[at + 6] // letters)
    if anchor < rules.anchor:
        item(items, 1, 0, weights.no_word)
    if carried == 1 and not joined and max(size_of(left, i), size_of(right, j)) > 1:
        unlike = (left.marks[i] ^ right.marks[j]) & _AS_PERSON
        alone = min(naming(left, i), naming(right, j)) == 1
        bits = weights.single + (weights.lone if alone else 0) + (weights.borrowed if unlike else 0)
        item(items, 5, 1 if unlike else 2 if alone else 0, bits)
    if alike > _FAR_OFF and carried > 1:
        item(items, 6, 0, times(weights.least_alike, alike - _FAR_OFF))
    if across or syllabic:
        bits = times(weights.least_alike_across, across) + times(weights.excess, above(excess, _EXCESS))
        item(items, 17, 0, bits + times(weights.least_alike_syllabic, above(syllabic, _EXCESS_SYLLABIC)))


def naming(names: Names, i: int) -> int:
    """How many words of a name name somebody."""
    total = 0
    start = names.starts[i]
    for k in range(start, start + size_of(names, i)):
        if names.words.roles[names.runs[k] >> 1] == _NAME:
            total += 1
    return total


def size_of(names: Names, i: int) -> int:
    """How many words of a name may be aligned."""
    return min(names.starts[i + 1] - names.starts[i], _MOST)


def left_over(names: Names, i: int, used: array[int], role: int, rarity: bool) -> int:
    """How many words of a role nothing on the other side stands for, or how rare they are together."""
    total = 0
    start = names.starts[i]
    for k in range(size_of(names, i)):
        word = names.runs[start + k] >> 1
        if not used[k] and names.words.roles[word] == role:
            total += names.words.rarity[word] if rarity else 1
    return total


def left_script(names: Names, i: int, used: array[int]) -> int:
    """The class of scripts of the first word that nothing stands for; Cyrillic counts as Latin."""
    start = names.starts[i]
    for k in range(size_of(names, i)):
        word = names.runs[start + k] >> 1
        if not used[k] and names.words.roles[word] == _NAME:
            return max(names.words.scripts[word], 1)
    return 0


def end_differs(names: Names, i: int, used: array[int], last: bool) -> bool:
    """Whether nothing stands for the first, or the last, word that names somebody."""
    start = names.starts[i]
    n = size_of(names, i)
    for k in range(n):
        p = n - 1 - k if last else k
        if names.words.roles[names.runs[start + p] >> 1] == _NAME:
            return not used[p]
    return False


def weigh_rest(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """Items for the words that nothing on the other side stands for."""
    one = bench.left_used
    other = bench.right_used
    n = left_over(left, i, one, _NAME, False)
    m = left_over(right, j, other, _NAME, False)
    if n and m:
        least = min(left_over(left, i, one, _NAME, True), left_over(right, j, other, _NAME, True), _MOST_EXTRA)
        across = left_script(left, i, one) != left_script(right, j, other)
        bits = weights.contradiction_across if across else weights.contradiction
        bits += weights.contradictions * min(n, m) + times(weights.contradicted, least)
        if end_differs(left, i, one, False) and end_differs(right, j, other, False):
            bits += weights.first
        if end_differs(left, i, one, True) and end_differs(right, j, other, True):
            bits += weights.last
        item(items, 2, 0, bits)
    elif n or m:
        more = min(left_over(left, i, one, _NAME, True) + left_over(right, j, other, _NAME, True), _MOST_EXTRA)
        item(items, 3, 0, weights.extra_words * (n + m) + times(weights.extra, more))
    x = left_over(left, i, one, _INITIAL, False)
    y = left_over(right, j, other, _INITIAL, False)
    if x and y:
        item(items, 4, 1, weights.initials_differ)
    elif (x and m) or (y and n):
        item(items, 4, 0, weights.initial_differs)


def inversions(places: array[int], n: int, start: int) -> int:
    """How many pairs stand in another order where a circle of places begins at one of them."""
    total = 0
    for a in range(n):
        x = places[(start + a) % n]
        for b in range(a + 1, n):
            if x > places[(start + b) % n]:
                total += 1
    return total


def weigh_order(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """An item where the words stand in another order."""
    n = bench.count
    if n < 2 or not weights.person:
        return
    places = bench.places
    ranks = bench.ranks
    ordered = True
    for k in range(n):
        places[k] = bench.links[bench.chosen[k] + 3]
        if k > 0 and places[k] < places[k - 1]:
            ordered = False
    if ordered:
        return
    for k in range(n):  # the same order seen from the other side: the inverse permutation
        rank = 0
        for p in range(n):
            if places[p] < places[k]:
                rank += 1
        ranks[rank] = k
    least = _UNIT
    for k in range(n):
        least = min(least, inversions(places, n, k))
        least = min(least, inversions(ranks, n, k))
    if left.marks[i] & _DESCENT and right.marks[j] & _DESCENT:
        item(items, 9, 0, weights.reversed)
    elif least:
        item(items, 8, least, weights.mixed * least + weights.turned)
    else:
        item(items, 7, 0, weights.turned)


def weigh_aside(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """Items for numbers, general words and legal forms, which are equal or not."""
    for role in range(_NUMBER, _LEGAL + 1):
        n = left_over(left, i, bench.left_used, role, False)
        m = left_over(right, j, bench.right_used, role, False)
        if n == 0 and m == 0:
            continue
        both = shared(left, i, right, j, role, bench)
        if role == _NUMBER:
            weigh_numbers(n, m, both, weights, items)
            continue
        agree = weights.generic if role == _GENERIC else weights.legal
        differ = weights.generic_differs if role == _GENERIC else weights.legal_differs
        miss = weights.generic_missing if role == _GENERIC else weights.legal_missing
        kind = 11 if role == _GENERIC else 12
        if both:
            item(items, kind, 0, agree * both)
        if n > both and m > both:
            item(items, kind, 1, differ)
        elif n > both or m > both:
            item(items, kind, 2, miss)


def weigh_numbers(n: int, m: int, both: int, weights: Weights, items: Items) -> None:
    """Numbers are hard: Victory 3 is not Victory 5."""
    if n == both and m == both:
        item(items, 10, 0, weights.number)
    elif n and m:
        item(items, 10, 1, weights.number_differs)
    else:
        item(items, 10, 2, weights.number_missing)


def shared(left: Names, i: int, right: Names, j: int, role: int, bench: Bench) -> int:
    """How many words of a role both names have, each word used once."""
    a0 = left.starts[i]
    b0 = right.starts[j]
    n = size_of(left, i)
    m = size_of(right, j)
    total = 0
    for b in range(m):
        bench.places[b] = 0
    for a in range(n):
        word = left.runs[a0 + a] >> 1
        if left.words.roles[word] != role:
            continue
        for b in range(m):
            other = right.runs[b0 + b] >> 1
            if (
                not bench.places[b]
                and right.words.roles[other] == role
                and left.words.keys[word] == right.words.keys[other]
            ):
                bench.places[b] = 1
                total += 1
                break
    return total


def has_place(names: Names, i: int, used: array[int]) -> bool:
    """Whether a word left over is the name of a country: the classes of places are odd."""
    words = names.words
    start = names.starts[i]
    for k in range(size_of(names, i)):
        if not used[k]:
            word = names.runs[start + k] >> 1
            for p in range(words.alike_starts[word], words.alike_starts[word + 1]):
                if words.alike[p] & 1:
                    return True
    return False


def weigh_places(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """An item where a country is named on one side only, or another one on the other."""
    if weights.person:
        return
    one = has_place(left, i, bench.left_used)
    other = has_place(right, j, bench.right_used)
    if one and other:
        item(items, 13, 1, weights.place_differs)
    elif one or other:
        item(items, 13, 2, weights.place_missing)


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
    """Whole names that are the same letter for letter, with words written together or apart, and those of
    organisations but for one slip, are worth a look as well, unless a number, legal form or country tells them
    apart."""
    slips = letters_differ(left, i, right, j)
    if slips > (0 if weights.person else 1):
        return
    for k in range(items.count):
        if items.kinds[k] == 10 and items.levels[k] != 0:
            return
        if (items.kinds[k] == 12 or items.kinds[k] == 13) and items.levels[k] == 1:
            return
    item(items, 18 + slips, 0, max(0, -(weights.prior + items.total)))


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


def acronym(left: Names, i: int, right: Names, j: int) -> bool:
    """Whether the left name is one word that the first letters of the right one's words make."""
    if size_of(left, i) != 1 or left.words.roles[left.runs[left.starts[i]] >> 1] != _NAME:
        return False
    key = left.words.keys[left.runs[left.starts[i]] >> 1]
    for k in range(right.acronym_starts[j], right.acronym_starts[j + 1]):
        if right.acronyms[k] == key:
            return True
    return False


def weigh_acronym(
    left: Names, i: int, right: Names, j: int, turned: bool, weights: Weights, bench: Bench, items: Items
) -> None:
    """The one word of a name stands for all words of the other; `turned` says that the left one is the right side."""
    rarity = left.words.rarity[left.runs[left.starts[i]] >> 1]
    links = bench.links
    n = size_of(right, j)
    links[0] = 6
    links[1] = 0
    links[2] = n if turned else 1
    links[3] = 0
    links[4] = 1 if turned else n
    links[5] = rarity
    links[6] = 0
    bench.chosen[0] = 0
    bench.count = 1
    item(items, 0, 0, agreement(weights, 6, rarity, 0, 1, 0))


def compare(
    left: Names, i: int, right: Names, j: int, weights: Weights, rules: Rules, bench: Bench, items: Items
) -> int:
    """All that two names say, in 1/1024 bit, without the prior; `items` and `bench` tell how it comes about."""
    items.count = 0
    items.total = 0
    if acronym(left, i, right, j):
        weigh_acronym(left, i, right, j, False, weights, bench, items)
    elif acronym(right, j, left, i):
        weigh_acronym(right, j, left, i, True, weights, bench, items)
    else:
        align(left, i, right, j, rules, bench)
        weigh_links(left, i, right, j, weights, rules, bench, items)
        weigh_rest(left, i, right, j, weights, bench, items)
        weigh_order(left, i, right, j, weights, bench, items)
        weigh_aside(left, i, right, j, weights, bench, items)
        weigh_places(left, i, right, j, weights, bench, items)
        weigh_whole(left, i, right, j, weights, items)
    if left.marks[i] & _WEAK or right.marks[j] & _WEAK:
        item(items, 16, 0, min(weights.weak, -_UNIT - weights.prior - items.total))
    return items.total
