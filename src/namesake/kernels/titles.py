"""Words that name somebody on one side and are a title on the other: Talvek Haji, and Haji Talvek."""

from __future__ import annotations

from array import array

from namesake.kernels.bench import Bench
from namesake.kernels.items import Items, Weights, item, size_of
from namesake.kernels.names import Names

_NAME = 1


def weigh_titles(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """An item where words that nothing stands for are titles of the other name: nothing is left over of them."""
    if not weights.person:
        return
    found = 0
    if right.beside_starts[j + 1] > right.beside_starts[j]:
        found += stood_for(left, i, bench.left_used, right, j)
    if left.beside_starts[i + 1] > left.beside_starts[i]:
        found += stood_for(right, j, bench.right_used, left, i)
    if found:
        item(items, 23, found, weights.titled * found)


def stood_for(names: Names, i: int, used: array[int], other: Names, j: int) -> int:
    """How many words of a name that nothing stood for are titles of the other, which stand for them from now on."""
    found = 0
    start = names.starts[i]
    for k in range(size_of(names, i)):
        word = names.runs[start + k] >> 1
        if not used[k] and names.words.roles[word] == _NAME and titled(other, j, names.words.keys[word]):
            used[k] = 1
            found += 1
    return found


def titled(names: Names, i: int, key: int) -> bool:
    """Whether a name has a title."""
    for k in range(names.beside_starts[i], names.beside_starts[i + 1]):
        if names.besides[k] == key:
            return True
    return False
