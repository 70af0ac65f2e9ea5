"""Words that are met together in names: how much likelier two are in one name than each of them by itself says.

The words of a name are not drawn one by one: who is called by one word of a culture of names has the others from it
too. So two common words that agree say less than the sum of what each says alone.
"""

from __future__ import annotations

from namesake.kernels.bench import Bench
from namesake.kernels.groups import Groups
from namesake.kernels.names import Names

_SCANT = 24 * 1024
_SCANT_BITS = 24


def lifted(left: Names, i: int, right: Names, j: int, bench: Bench, groups: Groups) -> int:
    """By how many bits (in 1/1024) the words that agree are likelier together than each by itself says: by the
    spellings of either name, whichever says more. A word that an initial stands for counts like the word itself, or an
    initial would say more than the word in full."""
    return max(_of_side(left, i, 1, bench, groups), _of_side(right, j, 3, bench, groups))


def _of_side(names: Names, i: int, column: int, bench: Bench, groups: Groups) -> int:
    """The same by the spellings of one name: after the first word, every further one counts with the mean over all
    pairs, so that the order of words is irrelevant."""
    count = 0
    total = 0
    for k in range(bench.count):
        at = bench.chosen[k]
        word = names.runs[names.starts[i] + bench.links[at + column]] >> 1
        group = groups.of(names.words.keys[word]) if names.words.scripts[word] == 0 else 0
        bench.groups[count] = group
        if group:
            for m in range(count):
                if bench.groups[m]:
                    total += groups.lifts[(group - 1) * groups.count + bench.groups[m] - 1]
        count += 1
    return 2 * total // count if count else 0


def charged(lift: int, summed: int, rarest: int) -> int:
    """What of a lift is charged where words of so much rarity together agree, the rarest of so much: three eighths of
    the rarity of the others at most, and where all are rarer than 24 bits together, in proportion less. So a further
    word that agrees is never charged more than it is worth."""
    lift = min(lift, 3 * (summed - rarest) // 8)
    return lift * _SCANT_BITS // (summed >> 10) if summed > _SCANT else lift
