"""The words of listed names, in the order of an index."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.drafting import DraftWords
from namesake.kernels.names import NAME
from namesake.kernels.scripts import CLASSES as SCRIPTS
from namesake.kernels.scripts import HAN, HANGUL
from namesake.kernels.vocabulary import Order, Rows, groups_of, rows_of, starts_of, written

Keys = NDArray[np.uint64]
Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Words:
    """Words, those that name first, by class of script and in byte order; `places`: where each word of the draft is.

    The rest as in `Partition`; `naming`: how many of them name.
    """

    places: Ints
    naming: int
    ends: Ints
    rows: Rows
    roles: Bytes
    scripts: Bytes
    rarity: Ints
    keys: Keys
    glyphs: Keys
    skeletons: Keys
    alike_starts: Ints
    alike: Keys


def words_of(draft: DraftWords) -> Words:
    """The words of a draft in order."""
    roles, scripts = np.array(draft.roles, np.uint8), np.array(draft.scripts, np.uint8)
    rows = rows_of(np.array(draft.letters, np.uint8), np.array(draft.lengths, np.uint8))
    order = rows.order(scripts + np.where(roles == NAME, 0, len(SCRIPTS)).astype(np.uint8))
    places = np.zeros(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    counts = np.array(draft.alike_counts, np.int32)
    naming = int(np.count_nonzero(roles == NAME))
    return Words(
        places=places,
        naming=naming,
        ends=ends_of(scripts[order[:naming]]),
        rows=rows.take(order),
        roles=roles[order],
        scripts=scripts[order],
        rarity=np.array(draft.rarity, np.int32)[order],
        keys=np.array(draft.keys, np.uint64)[order],
        glyphs=np.array(draft.glyphs, np.uint64)[order],
        skeletons=np.array(draft.skeletons, np.uint64)[order],
        alike_starts=starts_of(counts[order]),
        alike=np.array(draft.alike, np.uint64)[picked(starts_of(counts)[order], counts[order])],
    )


def arrays_of(words: Words) -> dict[str, np.ndarray]:
    """The arrays of a partition that are about words alone."""
    names = ("rarity", "roles", "scripts", "keys", "skeletons", "alike_starts", "ends")
    return {
        **{name: getattr(words, name) for name in names},
        **forward("", words.rows, np.arange(len(words.rows)), words.ends),
        **backward("back_", words.rows.take(np.arange(words.naming)).turn(), words.ends),
        "alike": some(words.alike),
        "glyphs": words.glyphs[words.ends[HANGUL - 1] : words.ends[HAN]],
    }


def ends_of(scripts: Bytes) -> Ints:
    """Where each class of scripts ends."""
    return np.searchsorted(scripts, range(len(SCRIPTS)), "right").astype(np.int32)


def forward(prefix: str, rows: Rows, order: Order, ends: Ints) -> dict[str, np.ndarray]:
    """Words in order as the walk wants them; `ends`: where each class of scripts ends."""
    found = written(rows, order, [0, *ends.tolist()])
    return {
        f"{prefix}letters": found.letters,
        f"{prefix}offsets": found.offsets,
        f"{prefix}shared": some(found.shared),
        f"{prefix}groups": groups_of(found.shared),
    }


def backward(prefix: str, turned: Rows, ends: Ints) -> dict[str, np.ndarray]:
    """The same of words from the last letter to the first, in that order within each class, and which word each is."""
    sizes = np.diff(ends, prepend=0)
    order = turned.order(np.repeat(np.arange(len(ends), dtype=np.uint8), sizes))
    return {**forward(prefix, turned, order, ends), f"{prefix}words": some(order.astype(np.int32))}


def picked(starts: NDArray[np.integer], lengths: NDArray[np.integer]) -> Ints:
    """The positions of runs that begin at `starts` and have such lengths, one after the other."""
    before = starts_of(lengths)
    return np.arange(before[-1], dtype=np.int32) + np.repeat((starts - before[:-1]).astype(np.int32), lengths)


def some(values: np.ndarray) -> np.ndarray:
    """The values, or a single zero: an empty buffer has no address."""
    return values if len(values) else np.zeros(1, values.dtype)
