"""The words of two names that nothing on the other side stands for: those that name somebody, and numbers, general
words, legal forms and places, which are equal or not."""

from __future__ import annotations

from array import array

from namesake.kernels.bench import Bench
from namesake.kernels.items import Items, Weights, item, size_of, times
from namesake.kernels.names import Names
from namesake.kernels.ties import is_place

_MOST_EXTRA = 28 * 1024
_NAME = 1
_INITIAL = 2
_NUMBER = 3
_GENERIC = 4
_LEGAL = 5


def left_over(names: Names, i: int, used: array[int], role: int, rarity: bool) -> int:
    """How many words of a role nothing on the other side stands for, or how rare they are together."""
    total = 0
    start = names.starts[i]
    for k in range(size_of(names, i)):
        word = names.runs[start + k] >> 1
        if not used[k] and names.words.roles[word] == role:
            total += names.words.rarity[word] if rarity else 1
    return total


def left_script(names: Names, i: int, used: array[int], role: int) -> int:
    """The class of scripts of the first word of a role that nothing stands for; Cyrillic counts as Latin."""
    start = names.starts[i]
    for k in range(size_of(names, i)):
        word = names.runs[start + k] >> 1
        if not used[k] and names.words.roles[word] == role:
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


def ends_missed(names: Names, i: int, bench: Bench, side: int) -> int:
    """Whether nothing stands for the first (1) or last (2) naming word. Where the order is turned nobody can tell which
    end is which, and any word that nothing stands for counts as the last. `side` is where links have the place: 1 or
    3."""
    links = bench.links
    first = last = at_first = at_last = -1
    for k in range(bench.count):
        place = links[bench.chosen[k] + 4 - side]
        if first < 0 or place < first:
            first = place
            at_first = links[bench.chosen[k] + side]
        if place > last:
            last = place
            at_last = links[bench.chosen[k] + side]
    if at_last < at_first:
        return 2
    used = bench.left_used if side == 1 else bench.right_used
    return (1 if end_differs(names, i, used, False) else 0) + (2 if end_differs(names, i, used, True) else 0)


def weigh_rest(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """Items for the words that nothing on the other side stands for."""
    one = bench.left_used
    other = bench.right_used
    n = left_over(left, i, one, _NAME, False)
    m = left_over(right, j, other, _NAME, False)
    if n and m:
        least = min(left_over(left, i, one, _NAME, True), left_over(right, j, other, _NAME, True), _MOST_EXTRA)
        across = left_script(left, i, one, _NAME) != left_script(right, j, other, _NAME)
        bits = weights.contradiction_across if across else weights.contradiction
        bits += weights.contradictions * min(n, m) + times(weights.contradicted, least)
        if end_differs(left, i, one, False) and end_differs(right, j, other, False):
            bits += weights.first
        if end_differs(left, i, one, True) and end_differs(right, j, other, True):
            bits += weights.last
        item(items, 2, 0, bits)
    elif n or m:
        more = min(left_over(left, i, one, _NAME, True) + left_over(right, j, other, _NAME, True), _MOST_EXTRA)
        bits = weights.extra_words * (n + m) + times(weights.extra, more)
        ends = ends_missed(left, i, bench, 1) if n else ends_missed(right, j, bench, 3)
        bits += (weights.extra_first if ends & 1 else 0) + (weights.extra_last if ends & 2 else 0)
        item(items, 3, 0, bits)
    x = left_over(left, i, one, _INITIAL, False)
    y = left_over(right, j, other, _INITIAL, False)
    if x and y:
        item(items, 4, 1, weights.initials_differ)
    elif (x and m) or (y and n):
        item(items, 4, 0, weights.initial_differs)


def weigh_aside(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """Items for numbers, general words and legal forms, which are equal or not. A legal form is rendered as one pleases
    (株式会社: Inc., Corp., Co. Ltd.), so two in different scripts do not differ."""
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
            if role == _GENERIC or left_script(left, i, bench.left_used, role) == left_script(
                right, j, bench.right_used, role
            ):
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
    """Whether a word left over is the name of a country."""
    start = names.starts[i]
    for k in range(size_of(names, i)):
        if not used[k] and is_place(names.words, names.runs[start + k] >> 1):
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
