"""How common a word of another script is: the share of people with any Latin name that may be written so."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.spelling import Costs, Found, Rows, Vocabulary, in_context

_UNIT = 1024
_ONE = 1 << 46
"""The share of everybody, as an integer; a share of 2**-30 is still 2**16 of it."""

POWERS: tuple[int, ...] = tuple(round(_ONE * 2.0 ** (-k / _UNIT)) for k in range(_UNIT))
"""Shares of 2**(-k/1024), k below 1024. Integers, so that a sum is the same on every machine."""

_POWERS = array("q", POWERS)


def share(bits: int) -> int:
    """The share that is rare by so many 1/1024 bits."""
    return POWERS[bits % _UNIT] >> (bits // _UNIT)


def mass(
    found: Found, rarity: array[int], words: Vocabulary, codes: bytes, costs: Costs, contexts: Sequence[int], rows: Rows
) -> int:
    """The sum over all Latin words found of their share times that of being written as they were sought, letters
    judged with their neighbours."""
    total = 0
    powers = _POWERS
    m = len(codes)
    for k in range(found.count):
        word = found.words[k]
        start = words.offsets[word]
        n = words.offsets[word + 1] - start
        bits = rarity[word] + in_context(words.letters, start, n, codes, 0, m, costs, contexts, rows)
        if bits < 46 * 1024:
            total += powers[bits % 1024] >> (bits // 1024)
    return total


def rarity_of(total: int) -> int:
    """How rare a share is, in 1/1024 bit: the largest number whose share is at least this."""
    bits = 0
    while total < _ONE // 2 and bits < 46 * _UNIT:
        total *= 2
        bits += _UNIT
    low, high = 0, _UNIT - 1
    while low < high:
        middle = (low + high + 1) // 2
        if POWERS[middle] >= total:
            low = middle
        else:
            high = middle - 1
    return bits + low
