"""Neighbouring words of listed names, and single ones with their article, written as one."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.runs import Runs
from namesake.candidates.words import ends_of, some
from namesake.kernels.indexing import PARTS, Joins, Merged, Spelt, find_joins, merge, pack, pack_turned, turn
from namesake.kernels.names import MOST_TOKENS
from namesake.kernels.vocabulary import groups_of

Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Keys = NDArray[np.uint64]
Arrays = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Found:
    """See `kernels.indexing.Joins`."""

    places: Ints
    sizes: Bytes
    lengths: Bytes
    owners: Ints

    def take(self, order: Ints | slice) -> "_Found":
        """Some of them, in some order."""
        return _Found(self.places[order], self.sizes[order], self.lengths[order], self.owners[order])

    def seen(self) -> Joins:
        """The same as loops see them."""
        return Joins(self.places.data, self.sizes.data, self.lengths.data, self.owners.data)


def joins_of(runs: Runs, most: int) -> Arrays:
    """The arrays of a partition that begin with `join_`, of runs of up to so many words."""
    arrays, forward = _merged(runs, *_sorted(runs, most))
    scripts = arrays.pop("scripts")
    first = _turned_keys(runs, forward, scripts, np.arange(len(scripts), dtype=np.int32), 0)
    turned, _ = _ordered(first, lambda which, part: _turned_keys(runs, forward, scripts, which, part))
    backward = _Room(len(scripts), len(forward.letters))
    turn(runs.texts, forward.spelt, turned.data, backward.spelt)
    ends = ends_of(scripts)
    return {
        **arrays,
        "join_ends": ends,
        **forward.arrays("join_", ends),
        **backward.arrays("join_back_", ends),
        "join_back_words": some(turned),
    }


def _sorted(runs: Runs, most: int) -> tuple[_Found, Flags]:
    """All joins by class of script and letters, and whether each is the same as the one before."""
    found, keys = _found(runs, most)
    order, same = _ordered(keys, lambda which, part: _keys(runs, found.places[which], found.sizes[which], part))
    return found.take(order), same


class _Room:
    """Room for so many words with so many letters in all."""

    def __init__(self, count: int, letters: int) -> None:
        self.letters = np.zeros(max(letters, 1), np.uint8)
        self.offsets, self.shared = np.zeros(count + 1, np.int32), np.zeros(count, np.uint8)
        self.spelt = Spelt(self.letters.data, self.offsets.data, self.shared.data)

    def arrays(self, prefix: str, ends: Ints) -> Arrays:
        """The words as the walk wants them; `ends`: where each class of scripts ends."""
        self.shared[[start for start in (0, *ends.tolist()) if start < len(self.shared)]] = 0
        return {
            f"{prefix}letters": self.letters,
            f"{prefix}offsets": self.offsets,
            f"{prefix}shared": some(self.shared),
            f"{prefix}groups": groups_of(self.shared),
        }


def _found(runs: Runs, most: int) -> tuple[_Found, Keys]:
    """All runs of up to so many words that may be written as one, and numbers for their first letters."""
    tokens = np.minimum(np.diff(runs.starts), MOST_TOKENS)
    room = sum(int(np.maximum(tokens - size, 0).sum()) for size in range(1, most)) + int((runs.items & 1).sum())
    (places, owners), (sizes, lengths) = np.zeros((2, room), np.int32), np.zeros((2, room), np.uint8)
    keys, found = np.zeros(room, np.uint64), _Found(places, sizes, lengths, owners)
    some_of = slice(find_joins(runs.texts, most, found.seen(), keys.data))
    return found.take(some_of), keys[some_of]


def _ordered(keys: Keys, further: Callable[[Ints, int], Keys]) -> tuple[Ints, Flags]:
    """Words by their first letters, and where those are the same by `further` ones, and whether each has all letters of
    the one before. The same ones stay as they were among themselves."""
    found = np.argsort(keys, kind="stable").astype(np.int32)
    keys = keys[found]
    same = np.append(False, keys[1:] == keys[:-1])[: len(found)]
    for part in range(1, PARTS):
        tied = same.copy()
        tied[:-1] |= same[1:]
        places = np.flatnonzero(tied)
        keys = further(found[places], part)
        order = np.lexsort((keys, np.cumsum(~same[places])))
        found[places], keys = found[places[order]], keys[order]
        same[places[1:]] &= keys[1:] == keys[:-1]
    return found, same


def _keys(runs: Runs, places: Ints, sizes: Bytes, part: int) -> Keys:
    found = np.zeros(len(places), np.uint64)
    pack(runs.texts, places.data, sizes.data, part, found.data)
    return found


def _turned_keys(runs: Runs, forward: _Room, scripts: Bytes, which: Ints, part: int) -> Keys:
    found = np.zeros(len(which), np.uint64)
    pack_turned(runs.texts, forward.spelt, which.data, scripts.data, part, found.data)
    return found


def _merged(runs: Runs, found: _Found, same: Flags) -> tuple[Arrays, _Room]:
    """What is known of each join, where those that are the same follow one another, and its letters."""
    count = int(np.count_nonzero(~same))
    rarity, firsts, names = np.zeros((3, count), np.int32)
    parts, more = np.zeros(count, np.uint8), np.zeros(3 * (len(same) - count), np.int32)
    room = _Room(count, int(found.lengths[~same].sum()))
    into = Merged(rarity.data, parts.data, firsts.data, names.data, more.data)
    size = merge(runs.texts, found.seen(), same.view(np.uint8).data, into, room.spelt)
    assert rarity.max(initial=0) < 1 << 16, "no three words are worth more than 60 bits"
    arrays = {
        "join_rarity": some(rarity.astype(np.uint16)),
        "join_parts": some(parts),
        "join_names": some(names.copy()),
        "join_more": some(more[:size].copy()),
    }
    return {**arrays, "scripts": runs.scripts[runs.items[firsts] >> 1]}, room
