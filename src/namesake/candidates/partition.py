"""The names of one class (persons, or all else) as flat arrays."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.births import BirthWeights
from namesake.kernels.births import Births
from namesake.kernels.listed import INITIALS, SCRIPTS, TOKENS, Joins, Listed, Postings
from namesake.kernels.names import MOST_TOKENS, Names, Words
from namesake.kernels.scripts import HAN, HANGUL
from namesake.kernels.spelling import Vocabulary
from namesake.values.tokens import NameClass

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]
Keys = NDArray[np.uint64]
Briefs = NDArray[np.uint32]

Numbers = TypeVar("Numbers", Ints, NDArray[np.int16])


@dataclass(frozen=True, slots=True)
class BothWays:
    """Words forward and backward, which word each of the latter is, and the sections of the classes of scripts."""

    forward: Vocabulary
    backward: Vocabulary
    words: Ints
    sections: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # sixty arrays are neither compared nor written out
class Partition:
    """Words, which names they occur in, and the names. Bits and costs are in 1/1024.

    Words, those that name first, by class of script and in byte order: `letters`, `offsets`, `rarity`, `roles`,
    `scripts`, `keys`, `glyphs`, `skeletons`, `alike_starts`, `alike` as in `kernels.names.Words`; `shared`, `groups`
    as in `kernels.spelling.Vocabulary`; `ends`: where each class of scripts ends; `back_letters`, `back_offsets`,
    `back_shared`, `back_groups`: the same naming words from the last letter to the first, in that order within each
    class, and `back_words`: which word each is. `held_starts`, `held_names`: the
    names that hold each naming word.

    Neighbouring words written as one: `join_letters`, `join_offsets`, `join_shared`, `join_groups`, `join_ends`, and
    backward `join_back_letters` and so on; `join_rarity` of the parts together, `join_parts` (how many words), and who
    holds them: `join_names` and, where they are more than one, `join_more`, as in `kernels.listed.Joins`.

    Names: `entity` and `position`: whose name it is and the how-manieth; `starts`, `runs`, `marks`, `beside_starts`,
    `besides`, `name_letter_starts`, `name_letters` as in `kernels.names.Names`; `words` and `initials`: how many it
    has of each.

    Look-ups by hash (its lower 32 bits: a wrong word or name is compared, and found wanting), each sorted, with what
    is meant beside it: `word_keys` and `skeleton_keys` and `alike_keys` to words, `beside_keys` (acronyms or titles),
    `whole_keys` (whole names), `letter_keys` (all letters as one), `beginning_keys` (the first of many), `head_keys`
    and `tail_keys` (the first and last four) to names.

    `born_from`, `born_to`: the earliest and the latest year that an entity may be born in; 0 for unknown. `born_on`:
    the day of birth as an ordinal where the entity has one single, exact date; else 0.

    What would be zeros and nothing else is left empty: `beside_starts`, `born_from`, `born_to`, `born_on`; and
    `glyphs` has the words of Hangul and Han only.
    """

    letters: Bytes
    offsets: Ints
    rarity: Ints
    roles: Bytes
    scripts: Bytes
    keys: Keys
    glyphs: Keys
    skeletons: Keys
    alike_starts: Ints
    alike: Keys
    shared: Bytes
    groups: Ints
    ends: Ints
    back_letters: Bytes
    back_offsets: Ints
    back_shared: Bytes
    back_groups: Ints
    back_words: Ints
    held_starts: Ints
    held_names: Ints
    join_letters: Bytes
    join_offsets: Ints
    join_shared: Bytes
    join_groups: Ints
    join_ends: Ints
    join_back_letters: Bytes
    join_back_offsets: Ints
    join_back_shared: Bytes
    join_back_groups: Ints
    join_back_words: Ints
    join_rarity: NDArray[np.uint16]
    join_parts: Bytes
    join_names: Ints
    join_more: Ints
    entity: Ints
    position: NDArray[np.unsignedinteger]
    starts: Ints
    runs: Ints
    marks: Bytes
    beside_starts: Ints
    besides: Keys
    name_letter_starts: Ints
    name_letters: Bytes
    words: Bytes
    initials: Bytes
    word_keys: Briefs
    word_key_words: Ints
    skeleton_keys: Briefs
    skeleton_words: Ints
    alike_keys: Briefs
    alike_words: Ints
    beside_keys: Briefs
    beside_names: Ints
    whole_keys: Briefs
    whole_names: Ints
    letter_keys: Briefs
    letter_names: Ints
    beginning_keys: Briefs
    beginning_names: Ints
    head_keys: Briefs
    head_names: Ints
    tail_keys: Briefs
    tail_names: Ints
    born_from: NDArray[np.int16]
    born_to: NDArray[np.int16]
    born_on: Ints

    def names_of(self, entities: Collection[int]) -> list[int]:
        """The names of some entities; names stand in the order of theirs."""
        wanted = np.array(sorted(entities), np.int32)
        first, last = np.searchsorted(self.entity, wanted, "left"), np.searchsorted(self.entity, wanted, "right")
        return [name for begin, end in zip(first.tolist(), last.tolist(), strict=True) for name in range(begin, end)]

    def vocabulary(self) -> BothWays:
        """The words as the walk wants them: buffers, so that compiled and interpreted code read alike."""
        return BothWays(
            Vocabulary(self.letters.data, self.offsets.data, self.shared.data, self.groups.data),
            Vocabulary(self.back_letters.data, self.back_offsets.data, self.back_shared.data, self.back_groups.data),
            self.back_words,
            tuple(pairwise([0, *self.ends.tolist()])),
        )

    def join_vocabulary(self) -> BothWays:
        """The same of neighbouring words written as one."""
        forward = (self.join_letters, self.join_offsets, self.join_shared, self.join_groups)
        backward = (self.join_back_letters, self.join_back_offsets, self.join_back_shared, self.join_back_groups)
        return BothWays(
            Vocabulary(*(item.data for item in forward)),
            Vocabulary(*(item.data for item in backward)),
            self.join_back_words,
            tuple(pairwise([0, *self.join_ends.tolist()])),
        )

    def listed(self, births: BirthWeights) -> Listed:
        """The names as the loops want them, with what birth dates are worth at most."""
        words = Words(
            self.letters.data, self.offsets.data, self.rarity.data, self.roles.data, self.scripts.data,
            self.keys.data, self._glyphs().data, self.skeletons.data, (self.alike_starts.data, self.alike.data),
        )  # fmt: skip
        besides = (_whole(self.beside_starts, len(self.starts)).data, self.besides.data)
        letters = (self.name_letter_starts.data, self.name_letters.data)
        names = Names(words, self.starts.data, self.runs.data, self.marks.data, besides, letters)
        held = Postings(self.held_starts.data, self.held_names.data)
        joins = Joins(
            self.join_offsets.data, self.join_rarity.data, self.join_parts.data, self.join_names.data,
            self.join_more.data,
        )  # fmt: skip
        count = len(self.marks)
        first, last = _whole(self.born_from, count), _whole(self.born_to, count)
        born = Births(first.data, last.data, _whole(self.born_on, count).data, births)
        facts = self._facts()
        plain = np.packbits((self.initials == 0) & (facts[1::2] >> SCRIPTS == 1), bitorder="little")
        return Listed(names, facts.data, plain.data, self.ends.data, held, joins, born)

    def _facts(self) -> Ints:
        """What `kernels.listed.Listed` knows of each name."""
        found = np.empty((len(self.marks), 2), np.int32)
        found[:, 0] = self.starts[:-1]
        found[:, 1] = self.words
        found[:, 1] |= self.initials.astype(np.int32) << INITIALS
        found[:, 1] |= np.minimum(np.diff(self.starts), MOST_TOKENS) << TOKENS
        found[:, 1] |= self._name_scripts().astype(np.int32) << SCRIPTS
        return found.ravel()

    def _name_scripts(self) -> Bytes:
        """A bit for every class of scripts that a name has words of: mostly Latin ones, the lowest."""
        found = np.ones(len(self.marks), np.uint8)
        if len(self.scripts) and self.scripts.max() > 0:
            filled = np.flatnonzero(np.diff(self.starts))
            of_words = np.left_shift(1, self.scripts, dtype=np.uint8)
            found[filled] = np.bitwise_or.reduceat(of_words[self.runs >> 1], self.starts[:-1][filled])
        return found

    def _glyphs(self) -> Keys:
        found = np.zeros(len(self.roles), np.uint64)
        found[self.ends[HANGUL - 1] : self.ends[HAN]] = self.glyphs
        return found


def _whole(values: Numbers, size: int) -> Numbers:
    """The values, or zeros where they are left out, which take no memory: the system gives pages once they are
    written to."""
    return values if len(values) else np.zeros(size, values.dtype)


ARRAYS = tuple(field.name for field in fields(Partition))
CLASSES: tuple[NameClass, ...] = ("person", "other")
