"""Listed names as runs of words, in the order that these have in an index."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.words import Words, some
from namesake.kernels.drafting import DraftNames
from namesake.kernels.indexing import Texts, count_held, note_held, note_wholes
from namesake.kernels.spelling import LONGEST, encode
from namesake.kernels.vocabulary import starts_of

Ints = NDArray[np.int32]
_SERVANT = np.frombuffer(encode("abdul").ljust(LONGEST, b"\0"), np.uint8)
"""It has its article already."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Runs:
    """Names: `items` and `starts` are the `runs` and `starts` of `kernels.names.Names`, `texts` what loops see of them;
    `scripts` are the classes of scripts of the words."""

    items: Ints
    starts: Ints
    scripts: NDArray[np.uint8]
    texts: Texts

    def held(self) -> dict[str, np.ndarray]:
        """How many words and initials each name has, and who holds each word that names."""
        count = len(self.starts) - 1
        named, initials = np.zeros((2, count), np.uint8)
        counts = np.zeros(len(self.scripts), np.int32)
        count_held(self.texts, named.data, initials.data, counts.data)
        starts = starts_of(counts)
        names, ends = np.zeros(starts[-1], np.int32), starts[:-1].copy()
        note_held(self.texts, ends.data, names.data)
        return {"words": named, "initials": initials, "held_starts": starts, "held_names": some(names)}

    def whole_keys(self) -> NDArray[np.uint64]:
        """`whole_key` of every name."""
        found = np.zeros(len(self.starts) - 1, np.uint64)
        note_wholes(self.texts, found.data)
        return found


def runs_of(draft: DraftNames, words: Words, arrays: Mapping[str, np.ndarray]) -> Runs:
    """The names of a draft, over its words in order and their arrays."""
    drafted = np.array(draft.runs, np.int32)
    items = some(words.places[drafted >> 1] * 2 + (drafted & 1))
    starts = starts_of(np.array(draft.sizes, np.int32))
    heard = (words.rows.codes != _SERVANT).any(axis=1).view(np.uint8)
    texts = Texts(
        arrays["letters"].data, arrays["offsets"].data, words.roles.data, words.scripts.data, words.rarity.data,
        words.keys.data, heard.data, items.data, starts.data,
    )  # fmt: skip
    return Runs(items, starts, words.scripts, texts)
