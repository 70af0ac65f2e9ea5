"""The names of one class (persons, or all else) as flat arrays."""

from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.spelling import Vocabulary
from namesake.values.tokens import NameClass


@dataclass(frozen=True, slots=True)
class Section:
    """A run of the vocabulary, whether its scripts write vowels, and whether its words stand for several."""

    start: int
    stop: int
    vowels: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Partition:
    """Words, which names they occur in, and the names. n words, m names, p postings.

    `letters` (uint8), `offsets` (int32, n+1), `shared` (uint8, n): the vocabulary in four sections that end at
    `ends` (int32, 4), each in byte order: words whose script writes vowels, neighbouring ones written as one, and
    the same of scripts that do not. `rarity` (int32, n) in 1/1024 bit.
    `starts` (int32, n+1), `names` (int32, p), `spans` (uint8, p): for each word the names that hold it and how
    many words of the name it stands for.
    `entity` (int32, m), `position` (int32, m): whose name it is and the how-manieth; `words`, `initials` (uint8, m):
    how many naming words and initials it has.
    `weak`, `repeated` (bool, m): whether the publisher calls it weak, and whether it has a word twice.
    `born_from`, `born_to` (int16, m): the earliest and the latest year that its entity may be born in; 0 for unknown.
    `born_on` (int32, m): the day of birth as an ordinal where the entity has one single, exact date; else 0.
    `keys` (uint64, sorted, m), `key_names` (int32, m): hashes of whole names.
    """

    letters: NDArray[np.uint8]
    offsets: NDArray[np.int32]
    shared: NDArray[np.uint8]
    rarity: NDArray[np.int32]
    ends: NDArray[np.int32]
    starts: NDArray[np.int32]
    names: NDArray[np.int32]
    spans: NDArray[np.uint8]
    entity: NDArray[np.int32]
    position: NDArray[np.int32]
    words: NDArray[np.uint8]
    initials: NDArray[np.uint8]
    weak: NDArray[np.bool_]
    repeated: NDArray[np.bool_]
    born_from: NDArray[np.int16]
    born_to: NDArray[np.int16]
    born_on: NDArray[np.int32]
    keys: NDArray[np.uint64]
    key_names: NDArray[np.int32]

    def vocabulary(self) -> Vocabulary:
        """The words as the walk wants them: buffers, so that compiled and interpreted code read alike."""
        return Vocabulary(self.letters.data, self.offsets.data, self.shared.data)

    def sections(self) -> tuple[Section, ...]:
        """The sections of the vocabulary that hold any word."""
        ends = [0, *self.ends.tolist()]
        kinds = ((True, False), (True, True), (False, False), (False, True))
        found = (Section(*span, *kind) for span, kind in zip(pairwise(ends), kinds, strict=True))
        return tuple(section for section in found if section.start < section.stop)


ARRAYS = tuple(field.name for field in fields(Partition))
CLASSES: tuple[NameClass, ...] = ("person", "other")
