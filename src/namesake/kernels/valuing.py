"""What a word of a subject's name finds in a list is worth."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.bench import Bench, Rules
from namesake.kernels.items import Weights, agreement
from namesake.kernels.links import JOIN_CHARGE, SAME_CHARGE
from namesake.kernels.listed import Listed, Reached
from namesake.kernels.ties import heard, measure

_EXACT = 0
_ACROSS = 2
_SYLLABIC = 9
_ATTESTED = 11
_LONGEST = 32
_HANGUL = 4
_JOIN_CHARGE = JOIN_CHARGE
_SAME_CHARGE = SAME_CHARGE


def hear(
    codes: bytes, script: int, found: Sequence[int], costs: array[int], listed: Listed, rules: Rules, bench: Bench
) -> None:
    """Put what it costs to write a word as those that it finds in other scripts, letters judged with their neighbours,
    in place of what letters alone cost."""
    words = listed.names.words
    n = min(len(codes), _LONGEST)
    for k in range(len(found)):
        other = found[k]
        kind = words.scripts[other]
        start = words.offsets[other]
        m = min(words.offsets[other + 1] - start, _LONGEST)
        if script == 0 and kind > 0:
            costs[k] = heard(codes, 0, n, words.letters, start, m, kind, rules, bench.rows)
        elif script > 0 and kind == 0:
            costs[k] = heard(words.letters, start, m, codes, 0, n, script, rules, bench.rows)


def valued(
    rarity: int, script: int, n: int, costs: Sequence[int], ties: Sequence[int], join_costs: Sequence[int],
    into: Reached, listed: Listed, weights: Weights, bench: Bench,
) -> None:  # fmt: skip
    """Work out what links of a word, of a rarity, class of script and length, to what it finds are worth. `ties` are
    those that no spelling decides, else -1."""
    words = listed.names.words
    for k in range(len(into.words)):
        other = into.words[k]
        m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
        if ties[k] == _ATTESTED:
            agreed = min(rarity, words.rarity[other])
            tie = _SYLLABIC if max(script, words.scripts[other]) >= _HANGUL else _ACROSS
            into.bits[k] = agreement(weights, tie, agreed, 0, max(n, m), -1)
            into.gains[k] = agreed
        elif ties[k] >= 0:
            agreed = min(rarity, words.rarity[other])
            into.bits[k] = agreement(weights, ties[k], agreed, 0, max(n, m), 0)
            into.gains[k] = agreed if ties[k] == _EXACT else agreed - _SAME_CHARGE
        else:
            measure(rarity, script, words.rarity[other], words.scripts[other], costs[k], bench)
            into.bits[k] = agreement(weights, bench.tie, bench.agreed, costs[k], max(n, m), bench.excess)
            into.gains[k] = bench.gain
        into.most_gain = max(into.most_gain, into.gains[k])
    joins = listed.joins
    for k in range(len(into.joins)):
        other = into.joins[k]
        m = min(joins.offsets[other + 1] - joins.offsets[other], _LONGEST)
        agreed = min(joins.rarity[other], rarity * 3 // 2)
        into.join_bits[k] = agreement(weights, 3, agreed, join_costs[k], max(n, m), 0)
        into.join_gains[k] = agreed - join_costs[k] // 2 - _JOIN_CHARGE
        into.most_gain = max(into.most_gain, into.join_gains[k])


def valued_join(
    parts: int, n: int, costs: Sequence[int], into: Reached, listed: Listed, weights: Weights
) -> None:  # fmt: skip
    """The same for neighbours written as one, whose parts have some rarity together."""
    words = listed.names.words
    for k in range(len(into.words)):
        other = into.words[k]
        m = min(words.offsets[other + 1] - words.offsets[other], _LONGEST)
        agreed = min(parts, words.rarity[other] * 3 // 2)
        into.bits[k] = agreement(weights, 3, agreed, costs[k], max(n, m), 0)
        into.gains[k] = agreed - costs[k] // 2 - _JOIN_CHARGE
        into.most_gain = max(into.most_gain, into.gains[k])
