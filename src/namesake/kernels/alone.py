"""Names that agree in a single word, and words that are no name by themselves."""

from __future__ import annotations

from array import array

from namesake.kernels.bench import Bench
from namesake.kernels.items import Items, Weights, above, item, size_of, times
from namesake.kernels.known import key_of
from namesake.kernels.names import Names
from namesake.kernels.rest import left_over

HALVES = ("abdul", "abu", "abou", "abul", "aboul", "umm", "din", "deen", "allah", "ullah")
"""Words that are a name only together with the one beside them: Abdul Rashid is one name, as Rashid is."""

_HALVES = array("Q", [key_of(text) for text in HALVES])
_LONGEST_HALF = max(map(len, HALVES))
_FREQUENT_ALONE = 13 * 1024
_NAME = 1
_INITIAL = 2
_AS_PERSON = 4


def disown(left: Names, i: int, right: Names, j: int, bench: Bench) -> None:
    """Where one word alone agrees, an initial of a name that has other words left over stands for no word: the family
    name of Talvek Mimsy is not the M. of Talvek M. Quoren."""
    links = bench.links
    alone = 0
    for k in range(bench.count):
        tie = links[bench.chosen[k]]
        if tie != 5:
            alone += 2 if tie == 3 else 1
    if alone != 1 or bench.count == 1:
        return
    ours = left_over(left, i, bench.left_used, _NAME, False)
    theirs = left_over(right, j, bench.right_used, _NAME, False)
    kept = 0
    for k in range(bench.count):
        at = bench.chosen[k]
        if links[at] == 5:
            one = left.words.roles[left.runs[left.starts[i] + links[at + 1]] >> 1]
            other = right.words.roles[right.runs[right.starts[j] + links[at + 3]] >> 1]
            if ours and one == _INITIAL and other == _NAME:
                bench.right_used[links[at + 3]] = 0
                continue
            if theirs and one == _NAME and other == _INITIAL:
                bench.left_used[links[at + 1]] = 0
                continue
        bench.chosen[kept] = at
        kept += 1
    bench.count = kept


def is_half(names: Names, i: int, place: int) -> bool:
    """Whether a word of a name is half of one."""
    word = names.runs[names.starts[i] + place] >> 1
    if names.words.offsets[word + 1] - names.words.offsets[word] > _LONGEST_HALF:
        return False
    key = names.words.keys[word]
    for k in range(len(_HALVES)):
        if _HALVES[k] == key:
            return True
    return False


def of_halves(left: Names, i: int, right: Names, j: int, links: array[int], at: int) -> bool:
    """Whether what is written as one is a name of two halves: Abdulaziz."""
    if links[at + 2] == 2:
        return is_half(left, i, links[at + 1]) or is_half(left, i, links[at + 1] + 1)
    if links[at + 4] == 2:
        return is_half(right, j, links[at + 3]) or is_half(right, j, links[at + 3] + 1)
    return False


def weigh_single(
    left: Names, i: int, right: Names, j: int, rare: int, lettered: bool, weights: Weights, items: Items
) -> None:
    """An item where a single word of names that have more carries the agreement."""
    unlike = (left.marks[i] ^ right.marks[j]) & _AS_PERSON
    alone = min(naming(left, i), naming(right, j)) == 1
    bits = weights.single_initial if lettered else weights.single
    bits += weights.borrowed if unlike else 0
    if alone:
        bits += weights.lone + times(weights.lone_frequent, above(_FREQUENT_ALONE, rare))
    item(items, 5, 1 if unlike else 2 if alone else 0, bits)


def abridged(names: Names, i: int, place: int, used: array[int]) -> bool:
    """Whether a word of a name is an initial, and all its other words stand for words of the other name."""
    start = names.starts[i]
    if names.words.roles[names.runs[start + place] >> 1] != _INITIAL:
        return False
    for k in range(size_of(names, i)):
        if names.words.roles[names.runs[start + k] >> 1] == _NAME and not used[k]:
            return False
    return True


def naming(names: Names, i: int) -> int:
    """How many words of a name name somebody; halves only where it has no others."""
    total = 0
    halves = 0
    start = names.starts[i]
    for k in range(size_of(names, i)):
        if names.words.roles[names.runs[start + k] >> 1] == _NAME:
            total += 1
            halves += 1 if is_half(names, i, k) else 0
    return total - halves if total > halves else total
