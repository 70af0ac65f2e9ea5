"""Neighbouring words of listed names, written as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.words import Words, backward, begins, forward, paired, picked, some
from namesake.kernels.bank import SHORTEST_JOIN
from namesake.kernels.names import INITIAL, MOST_TOKENS, NAME
from namesake.kernels.scripts import CLASSES as SCRIPTS
from namesake.kernels.spelling import LONGEST, encode
from namesake.kernels.vocabulary import Rows, rows_of, starts_of

Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]
_ARTICLE = encode("al")
_SERVANT = np.frombuffer(encode("abdul").ljust(LONGEST, b"\0"), np.uint8)
_AT_ONCE = 1 << 16


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


def tokens_of(runs: Ints, starts: Ints) -> Tokens:
    """The words of names, from runs as in `kernels.names.Names`."""
    sizes = np.diff(starts)
    owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    within = np.arange(len(runs), dtype=np.int32) - np.repeat(starts[:-1], sizes)
    return Tokens(runs >> 1, (runs & 1).astype(np.bool_), owners, within, starts)


def joins_of(words: Words, tokens: Tokens, sizes: Sequence[int]) -> dict[str, np.ndarray]:
    """The arrays of a partition that begin with `join_`."""
    found = _sorted(words, tokens, sizes)
    first, group = _groups(found)
    sections = found.scripts[first]
    ends = np.searchsorted(sections, range(len(SCRIPTS)), "right").astype(np.int32)
    held, names = paired(group, found.owners)
    rows = found.rows.take(first)
    arrays = {
        "join_ends": ends,
        "join_rarity": np.maximum.reduceat(found.rarity, first) if len(first) else found.rarity,
        "join_scripts": sections,
        "join_parts": np.maximum.reduceat(found.parts, first) if len(first) else found.parts,
        "join_starts": begins(held, len(first)),
        "join_names": some(names),
    }
    del found, group, held
    return {**arrays, **forward("join_", rows, ends), **backward("join_back_", rows, ends)}


def _sorted(words: Words, tokens: Tokens, sizes: Sequence[int]) -> _Windows:
    found = [window for size in sizes for window in _windows(words, tokens, size)]
    rows = Rows(
        np.concatenate([np.zeros((0, LONGEST), np.uint8), *(item.rows.codes for item in found)]),
        np.concatenate([np.zeros(0, np.uint8), *(item.rows.lengths for item in found)]),
    )
    owners = np.concatenate([np.zeros(0, np.int32), *(item.owners for item in found)])
    rarity = np.concatenate([np.zeros(0, np.int32), *(item.rarity for item in found)])
    scripts = np.concatenate([np.zeros(0, np.uint8), *(item.scripts for item in found)])
    parts = np.concatenate([np.zeros(0, np.uint8), *(item.parts for item in found)])
    found.clear()
    order = rows.order(scripts)
    return _Windows(rows.take(order), owners[order], scripts[order], rarity[order], parts[order])


def _groups(found: _Windows) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where each other joined word begins among those in order, and of each which it is."""
    same = np.ones(len(found.rows), np.bool_)
    same[:1] = False
    same[1:] = found.scripts[1:] == found.scripts[:-1]
    same[1:] &= found.rows.lengths[1:] == found.rows.lengths[:-1]
    same[1:] &= found.rows.shared()[1:] == found.rows.lengths[1:]
    return np.flatnonzero(~same), np.cumsum(~same) - 1


def _windows(words: Words, tokens: Tokens, size: int) -> Iterator[_Windows]:
    """The runs of so many words that may be written as one, some tens of thousands at a time."""
    usable = np.isin(words.roles, (NAME, INITIAL))[tokens.words]
    last = np.minimum(np.diff(tokens.starts), MOST_TOKENS)[tokens.owners]
    ok = tokens.within + size <= last
    for place in range(size):
        ok[: len(ok) - place] &= usable[place:]
    firsts = np.flatnonzero(ok)
    for at in range(0, len(firsts), _AT_ONCE):
        yield _written(words, tokens, firsts[at : at + _AT_ONCE], size)


def _written(words: Words, tokens: Tokens, firsts: NDArray[np.intp], size: int) -> _Windows:
    held = tokens.words[firsts[:, None] + np.arange(size)]
    rows = _joined(words, held, tokens.articles[firsts[:, None] + np.arange(1, size)])
    kept = rows.lengths >= SHORTEST_JOIN
    held = held[kept]
    return _Windows(
        rows.take(np.flatnonzero(kept)),
        tokens.owners[firsts[kept]],
        words.scripts[held[:, 0]],
        words.rarity[held].sum(axis=1, dtype=np.int32),
        np.full(len(held), size, np.uint8),
    )


def _joined(words: Words, held: Ints, articles: NDArray[np.bool_]) -> Rows:
    """The letters of neighbouring words as one, as `kernels.bank.joined_codes` has them: an article is heard again
    but after "abdul", which has it already."""
    heard = ~(words.rows.codes[held[:, 0]] == _SERVANT).all(axis=1)
    count, size = held.shape
    starts = np.full((count, 2 * size - 1), len(words.letters), np.int32)
    lengths = np.zeros((count, 2 * size - 1), np.int32)
    starts[:, ::2], lengths[:, ::2] = words.offsets[held], words.rows.lengths[held]
    lengths[:, 1::2] = len(_ARTICLE) * (articles & heard[:, None])
    letters = np.concatenate([words.letters, np.frombuffer(_ARTICLE, np.uint8)])
    written = letters[picked(starts.ravel(), lengths.ravel())]
    whole = starts_of(lengths.sum(axis=1))
    within = np.arange(len(written), dtype=np.int32) - np.repeat(whole[:-1], np.diff(whole))
    return rows_of(written[within < LONGEST], np.minimum(np.diff(whole), LONGEST).astype(np.uint8))
