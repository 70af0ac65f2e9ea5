"""Neighbouring words of listed names, and single ones with their article, written as one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.words import Words, backward, begins, ends_of, forward, paired, some
from namesake.kernels.bank import SHORTEST_JOIN
from namesake.kernels.names import INITIAL, MOST_TOKENS, NAME
from namesake.kernels.spelling import LONGEST, encode
from namesake.kernels.vocabulary import Order, Rows, rows_of, starts_of, written

Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]
_ARTICLE = encode("al")
_SERVANT = np.frombuffer(encode("abdul").ljust(LONGEST, b"\0"), np.uint8)
_AT_ONCE = 1 << 15


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of all names, one after the other: which word (`words`), after an article or not, whose name
    (`owners`), the how-manieth of it (`within`), and where each name begins."""

    words: Ints
    articles: NDArray[np.bool_]
    owners: Ints
    within: Ints
    starts: Ints


@dataclass(frozen=True, slots=True)
class _Windows:
    """Neighbours written as one: their letters, whose name, class of script, rarity together, and how many words."""

    rows: Rows
    owners: Ints
    scripts: Bytes
    rarity: Ints
    parts: Bytes

    def __getitem__(self, places: slice) -> "_Windows":
        rows = Rows(self.rows.codes[places], self.rows.lengths[places])
        return _Windows(rows, self.owners[places], self.scripts[places], self.rarity[places], self.parts[places])

    def fill(self, other: "_Windows") -> None:
        """Write others into this room."""
        self.rows.codes[:], self.rows.lengths[:] = other.rows.codes, other.rows.lengths
        self.owners[:], self.scripts[:] = other.owners, other.scripts
        self.rarity[:], self.parts[:] = other.rarity, other.parts


def tokens_of(runs: Ints, starts: Ints) -> Tokens:
    """The words of names, from runs as in `kernels.names.Names`."""
    sizes = np.diff(starts)
    owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    within = np.arange(len(runs), dtype=np.int32) - np.repeat(starts[:-1], sizes)
    return Tokens(runs >> 1, (runs & 1).astype(np.bool_), owners, within, starts)


def joins_of(words: Words, tokens: Tokens, sizes: Sequence[int]) -> dict[str, np.ndarray]:
    """The arrays of a partition that begin with `join_`."""
    found = _windows(words, tokens, sizes)
    order = found.rows.order(found.scripts)
    begun = _begun(found, order)
    places = np.flatnonzero(begun)
    first = order[places]
    held, names = paired(np.cumsum(begun) - 1, found.owners[order])
    ends = ends_of(found.scripts[first])
    arrays = {
        "join_ends": ends,
        "join_rarity": np.maximum.reduceat(found.rarity[order], places) if len(places) else found.rarity,
        "join_scripts": found.scripts[first],
        "join_parts": np.maximum.reduceat(found.parts[order], places) if len(places) else found.parts,
        "join_starts": begins(held, len(places)),
        "join_names": some(names),
        **forward("join_", found.rows, first, ends),
    }
    rows = found.rows.take(first)
    del found, order, begun, places, first, held  # a million names make millions of these
    return {**arrays, **backward("join_back_", rows.turn(), ends)}


def _begun(found: _Windows, order: Order) -> NDArray[np.bool_]:
    """Whether each joined word, in order, is another than the one before."""
    lengths, scripts = found.rows.lengths[order], found.scripts[order]
    same: NDArray[np.bool_] = written(found.rows, order).shared == lengths
    same[1:] &= (lengths[1:] == lengths[:-1]) & (scripts[1:] == scripts[:-1])
    return ~same


def _windows(words: Words, tokens: Tokens, sizes: Sequence[int]) -> _Windows:
    """All runs of so many words that may be written as one."""
    firsts = [(size, _firsts(words, tokens, size)) for size in sizes]
    most = sum(len(places) for _, places in firsts)
    rows = Rows(np.zeros((most, LONGEST), np.uint8), np.zeros(most, np.uint8))
    whole, narrow = np.zeros((2, most), np.int32), np.zeros((2, most), np.uint8)
    room = _Windows(rows, whole[0], narrow[0], whole[1], narrow[1])
    count = 0
    for size, places in firsts:
        for at in range(0, len(places), _AT_ONCE):
            found = _written(words, tokens, places[at : at + _AT_ONCE], size)
            room[count : count + len(found.parts)].fill(found)
            count += len(found.parts)
    return room[:count]


def _firsts(words: Words, tokens: Tokens, size: int) -> NDArray[np.intp]:
    """Where runs of so many words begin, all of them names or initials and none beyond those that are aligned; single
    words are names after an article, but for "abdul"."""
    usable = np.isin(words.roles, (NAME, INITIAL))[tokens.words]
    last = np.minimum(np.diff(tokens.starts), MOST_TOKENS)[tokens.owners]
    ok = tokens.within + size <= last
    for place in range(size):
        ok[: len(ok) - place] &= usable[place:]
    if size == 1:
        heard = (words.roles == NAME) & ~_servants(words.rows)
        ok &= tokens.articles & heard[tokens.words]
    return np.flatnonzero(ok)


def _written(words: Words, tokens: Tokens, firsts: NDArray[np.intp], size: int) -> _Windows:
    held = tokens.words[firsts[:, None] + np.arange(size)]
    rows = _joined(words, held, tokens.articles[firsts[:, None] + np.arange(1, size)])
    if size == 1:
        rows = _after_article(rows)
    kept = rows.lengths >= SHORTEST_JOIN
    held = held[kept]
    return _Windows(
        rows.take(np.flatnonzero(kept)),
        tokens.owners[firsts[kept]],
        words.scripts[held[:, 0]],
        words.rarity[held].sum(axis=1, dtype=np.int32),
        np.full(len(held), size, np.uint8),
    )


def _servants(rows: Rows) -> NDArray[np.bool_]:
    return np.asarray((rows.codes == _SERVANT).all(axis=1), np.bool_)


def _after_article(rows: Rows) -> Rows:
    """Words with the article before them."""
    codes, size = np.zeros_like(rows.codes), len(_ARTICLE)
    codes[:, :size] = np.frombuffer(_ARTICLE, np.uint8)
    codes[:, size:] = rows.codes[:, :-size]
    return Rows(codes, np.minimum(rows.lengths + size, LONGEST).astype(np.uint8))


def _joined(words: Words, held: Ints, articles: NDArray[np.bool_]) -> Rows:
    """The letters of neighbouring words as one, as `kernels.bank.joined_codes` has them: an article is heard again
    but after "abdul", which has it already."""
    count, size = held.shape
    heard = ~_servants(words.rows)[held[:, 0]]
    lengths = np.zeros((count, 2 * size - 1), np.uint8)
    lengths[:, ::2] = words.rows.lengths[held]
    lengths[:, 1::2] = len(_ARTICLE) * (articles & heard[:, None])
    codes = np.zeros((count, 2 * size - 1, LONGEST), np.uint8)
    codes[:, ::2] = words.rows.codes[held]
    codes[:, 1::2, : len(_ARTICLE)] = np.frombuffer(_ARTICLE, np.uint8)
    letters = codes[np.arange(LONGEST, dtype=np.uint8) < lengths[:, :, None]]
    whole = starts_of(lengths.sum(axis=1, dtype=np.int32))
    within = np.arange(len(letters), dtype=np.int32) - np.repeat(whole[:-1], np.diff(whole))
    return rows_of(letters[within < LONGEST], np.minimum(np.diff(whole), LONGEST).astype(np.uint8))
