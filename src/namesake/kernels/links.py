"""Which word of one name may stand for which word of the other, and the best choice of such links."""

from __future__ import annotations

from namesake.kernels.bench import FIELDS, MOST, Bench, Rules
from namesake.kernels.names import Names, Words
from namesake.kernels.spelling import distance
from namesake.kernels.ties import (
    attested,
    cut,
    equal,
    generations,
    is_place,
    measure,
    same_class,
    same_skeleton,
    spelling_cost,
)

JOIN_CHARGE = 1536
SAME_CHARGE = 3072
"""What words that are joined, or the same by other than their spelling, gain less."""

LEAST_GAIN = 307  # 0.3 bit: a link that gains less says nothing

SHORTEST_JOIN = 4
_MOST = MOST
_FIELDS = FIELDS
_JOIN_CHARGE = JOIN_CHARGE
_SHORTEST_JOIN = SHORTEST_JOIN
_MASK = (1 << 30) - 1
_LEAST_GAIN = LEAST_GAIN
_LETTER_GAIN = 3072
_SAME_CHARGE = SAME_CHARGE
_CUT_CHARGE = 4096
_CLASSES = 7
_HANGUL = 4
_NAME = 1
_INITIAL = 2
_FAR = 1 << 20
_SETTLED = -1
_LONGEST = 32


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
                costs = rules.costs[(script * _CLASSES + b_words.scripts[word]) * 2 + 1]
                if other[b] or b_words.roles[word] != _NAME or abs(length - whole) > costs.lengths:
                    continue
                if size == 1 and right.runs[b0 + b] & 1:
                    continue
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
