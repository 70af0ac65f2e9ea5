"""The words of a partition within reach of a subject's word, and the names that hold them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.partition import Partition
from namesake.kernels.links import JOIN_CHARGE, LEAST_GAIN
from namesake.kernels.speller import costs_between, writes_vowels
from namesake.kernels.spelling import LONGEST, encode, walk
from namesake.values.tokens import Token

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the bound needs of the model, in 1/1024 bit: see the features of the same names."""

    prior: int
    word: int
    rarity: int
    cost: int
    cost_per_letter: int
    joined: int
    initial: int
    aside: int
    contradiction: int
    contradictions: int
    extra: int
    extra_words: int
    single: int
    no_word: int
    weak: int
    weak_below: int
    birth_agrees: int
    birth_slips: int
    birth_near: int
    birth_differs: int


@dataclass(frozen=True, slots=True)
class Reached:
    """Names that hold a word within reach (each once), the most bits that it can give, how many of the name's
    words it can account for, and how many different words of the name are within reach."""

    names: Ints
    bits: Ints
    spans: Ints
    choices: Ints


MOST_SINGLE = 16 * 1024
MOST_JOIN = 26 * 1024
DIGIT = encode("0")[0]
SLACK = 4
"""1/1024 bits for the rounding of single features: the bound may be above the score, never below."""


def reach(partition: Partition, token: Token, worth: int, joined: bool, weights: Weights) -> Reached:
    """All names with a word within reach of a subject's word of rarity `worth`.

    A word that is itself two or three neighbours of the subject's name (`joined`) is only compared with single
    words of the list, as in scoring.
    """
    found, costs = _walk(partition, token, joined)
    names, owner = _postings(partition, found)
    spans = partition.spans[_positions(partition, found)].astype(np.int32)
    bits = _bits(partition, found[owner], costs[owner], spans, (token, worth, joined), weights)
    keep = bits > np.iinfo(np.int32).min
    return _best(names[keep], bits[keep], spans[keep])


def _walk(partition: Partition, token: Token, joined: bool) -> tuple[Ints, Ints]:
    vocabulary = partition.vocabulary()
    codes = encode(token.text)
    found: list[int] = []
    costs: list[int] = []
    for section in partition.sections():
        if not (joined and section.joined):
            table = costs_between(writes_vowels(token.script), section.vowels, joined or section.joined)
            positions, prices = walk(codes, vocabulary, section.start, section.stop, table)
            found += positions
            costs += prices
    for position in _same(partition, codes) if DIGIT in codes and not joined else ():
        # The costs know one digit only; scoring looks at the text, and the same text costs nothing.
        if position in found:
            costs[found.index(position)] = 0
        else:
            found.append(position)
            costs.append(0)
    return np.array(found, np.int32), np.array(costs, np.int32)


def _same(partition: Partition, codes: bytes) -> Iterator[int]:
    """Where the words of these very letters stand, one at most in each section of single words."""
    for section in partition.sections():
        start, stop = section.start, section.stop
        while start < stop and not section.joined:
            middle = (start + stop) // 2
            word = partition.letters[partition.offsets[middle] : partition.offsets[middle + 1]].tobytes()
            if word == codes:
                yield middle
                break
            start, stop = (middle + 1, stop) if word < codes else (start, middle)


def _positions(partition: Partition, found: Ints) -> Ints:
    """Where the postings of some words stand, end to end."""
    starts = partition.starts[found]
    counts = partition.starts[found + 1] - starts
    before = np.cumsum(counts) - counts
    return np.arange(counts.sum(), dtype=np.int32) + np.repeat(starts - before, counts).astype(np.int32)


def _postings(partition: Partition, found: Ints) -> tuple[Ints, Ints]:
    """The names that hold each of some words, and which of these words it was."""
    counts = partition.starts[found + 1] - partition.starts[found]
    return partition.names[_positions(partition, found)], np.repeat(np.arange(len(found), dtype=np.int32), counts)


def _bits(
    partition: Partition, words: Ints, costs: Ints, spans: Ints, query: tuple[Token, int, bool], weights: Weights
) -> Ints:
    """The most that each link can give; the smallest integer where scoring would not make the link."""
    token, worth, joined = query
    listed = partition.rarity[words]
    lengths = partition.offsets[words + 1] - partition.offsets[words]
    as_one = (spans > 1) | joined
    agreed = np.where(joined, np.minimum(worth, listed * 3 // 2), np.minimum(worth, listed))
    agreed = np.where(spans > 1, np.minimum(worth * 3 // 2, listed), agreed)
    agreed_most = np.minimum(agreed, np.where(as_one, MOST_JOIN, MOST_SINGLE)).astype(np.int64)
    longest = np.maximum(lengths, len(token.text)).astype(np.int64)
    longest[longest >= LONGEST] = np.iinfo(np.int32).max  # cut off: nobody knows here how long it really is
    bits = (
        weights.word
        + weights.rarity * agreed_most // 1024
        + weights.cost * costs.astype(np.int64) // 1024
        + weights.cost_per_letter * (costs.astype(np.int64) // longest) // 1024
        + np.where(as_one, weights.joined, 0)
        + SLACK
    )
    gain = agreed - costs // 2 - np.where(as_one, JOIN_CHARGE, 0)
    return np.where(gain > LEAST_GAIN, bits, np.iinfo(np.int32).min).astype(np.int32)


def _best(names: Ints, bits: Ints, spans: Ints) -> Reached:
    """Each name once, with its best link and its widest span."""
    if not len(names):
        return Reached(names, bits, spans, names)
    order = np.argsort(names, kind="stable")
    names, bits, spans = names[order], bits[order], spans[order]
    firsts = np.flatnonzero(np.append(True, names[1:] != names[:-1]))
    choices = np.diff(np.append(firsts, len(names))).astype(np.int32)
    return Reached(names[firsts], np.maximum.reduceat(bits, firsts), np.maximum.reduceat(spans, firsts), choices)
