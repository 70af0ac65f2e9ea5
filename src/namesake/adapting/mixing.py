"""Frequencies of the reference population and of the operator's own become one: f = (1 - w) reference + w own."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.adapting.counting import LONGEST

LEAST_HELD = 3
"""Words held by fewer subjects are left out: a model must not tell that a certain customer is one."""

WEIGHED_HALF = 1000
"""Subjects at which the own population weighs half of what the operator asks for."""

WORTH_SHOWING = 20
"""Subjects who hold a word whose change is shown."""

UNIT = 1024
UNKNOWN = 17 * UNIT
"""The rarity of a word that no population knows, in 1/1024 bit; see `namesake.kernels.rarity`."""

MOST_STORED = 1 << 20


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Words (bytes, sorted) and how rare each is (int16, 1/1024 bit)."""

    words: NDArray[np.bytes_]
    bits: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Change:
    """A word that became more (below zero: commoner) or less rare, in 1/1024 bit; `held` by so many subjects."""

    word: str
    held: int
    before: int
    after: int

    @property
    def bits(self) -> int:
        """By how much."""
        return self.after - self.before


def weight_of(asked: float, subjects: int) -> float:
    """What the own population weighs: what was asked for times n / (n + 1000), so that few subjects move little."""
    return asked * subjects / (subjects + WEIGHED_HALF)


def mixed(reference: Frequencies, held: Mapping[str, int], subjects: int, asked: float) -> Frequencies:
    """The frequencies of both populations together; exactly those of the reference where the own weighs nothing.

    A word that no population knows stays as rare as it is, and nothing becomes rarer than that by being mixed.
    """
    weight = weight_of(asked, subjects)
    if weight == 0:
        return reference
    known = _table(reference)
    found = {word: _bits(bits, held.get(word, 0), subjects, weight) for word, bits in known.items()}
    for word, count in held.items():
        if word not in known and (bits := _bits(UNKNOWN, count, subjects, weight)) < UNKNOWN:
            found[word] = bits
    return frequencies(dict(sorted(found.items(), key=lambda item: (item[1], item[0]))[:MOST_STORED]))


def stored(held: Mapping[str, int]) -> dict[str, int]:
    """The words that enough subjects hold to be used at all."""
    return {word: count for word, count in held.items() if count >= LEAST_HELD}


def frequencies(table: Mapping[str, int]) -> Frequencies:
    """Rarities by word as arrays."""
    kept = sorted((word.encode(), bits) for word, bits in table.items())
    words = np.array([word for word, _ in kept], f"S{LONGEST}")
    return Frequencies(words, np.array([bits for _, bits in kept], np.int16))


def changes(reference: Frequencies, new: Frequencies, held: Mapping[str, int]) -> list[Change]:
    """The words that are held by enough subjects to be shown, from the one that changed most."""
    before, after = _table(reference), _table(new)
    found = [
        Change(word, count, before.get(word, UNKNOWN), after.get(word, UNKNOWN))
        for word, count in held.items()
        if count >= WORTH_SHOWING
    ]
    return sorted(found, key=lambda change: (-abs(change.bits), change.word))


def _bits(reference: int, held: int, subjects: int, weight: float) -> int:
    own = held / subjects if held >= LEAST_HELD else 0.0
    share = (1 - weight) * 2.0 ** (-reference / UNIT) + weight * own
    return min(round(-UNIT * math.log2(share)), max(reference, UNKNOWN)) if share else max(reference, UNKNOWN)


def _table(given: Frequencies) -> dict[str, int]:
    return dict(zip((word.decode("ascii") for word in given.words.tolist()), given.bits.tolist(), strict=True))
