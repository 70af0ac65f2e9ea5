"""Organisations that share ordinary words and nothing else: the Glory Trading Co is hardly Veltani's Glory Hotel."""

from __future__ import annotations

from namesake.kernels.bench import Bench
from namesake.kernels.items import Items, Weights, item
from namesake.kernels.names import Names
from namesake.kernels.rest import left_over
from namesake.kernels.ties import is_ordinary

_NAME = 1


def weigh_ordinary(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """An item where all words that agree are ordinary ones, or spelt like one, and one of the names has more. In two
    scripts both may have, for what is left over may be translated."""
    if weights.person or not bench.count:
        return
    ours = left_over(left, i, bench.left_used, _NAME, False)
    theirs = left_over(right, j, bench.right_used, _NAME, False)
    if not ours and not theirs:
        return
    for k in range(bench.count):
        at = bench.chosen[k]
        if bench.links[at + 2] != 1 or bench.links[at + 4] != 1:
            return
        a = left.runs[left.starts[i] + bench.links[at + 1]] >> 1
        b = right.runs[right.starts[j] + bench.links[at + 3]] >> 1
        if not is_ordinary(left.words, a) and not is_ordinary(right.words, b):
            return
        if ours and theirs and left.words.scripts[a] == right.words.scripts[b]:
            return
    item(items, 24, 0, weights.ordinary)
