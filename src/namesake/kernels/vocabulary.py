"""Sorted words become a vocabulary that can be walked.

Many words are handled at once as rows of a table, one column for each letter, zeros after the last one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.spelling import LONGEST, Vocabulary

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]
Order = NDArray[np.intp]

_GROUP = 3
_AT_ONCE = 1 << 16
"""Rows of which something is worked out at once: what that takes beside the table stays small."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Words of at most LONGEST letters: `codes` (a row each) and `lengths`."""

    codes: Bytes
    lengths: Bytes

    def __len__(self) -> int:
        return len(self.lengths)

    def take(self, order: Order) -> "Rows":
        """Some of the words, in some order."""
        return Rows(self.codes[order], self.lengths[order])

    def order(self, classes: Bytes) -> Order:
        """The words by class and then in byte order. The beginning of another word comes before it."""
        texts = self.codes.view(f"S{LONGEST}").ravel()
        kinds = np.flatnonzero(np.bincount(classes))
        if len(kinds) == 1:  # no copy of what may be millions of words
            return np.argsort(texts)
        found = [np.flatnonzero(classes == kind) for kind in kinds]
        ordered = [places[np.argsort(texts[places])] for places in found]
        return np.concatenate([np.zeros(0, np.intp), *ordered])

    def turn(self) -> "Rows":
        """Turn the words round, in place, to go from the last letter to the first."""
        for length in range(2, LONGEST + 1):
            places = np.flatnonzero(self.lengths == length)
            self.codes[places, :length] = self.codes[places, :length][:, ::-1]
        return self


@dataclass(frozen=True, slots=True)
class Written:
    """Words in order: `letters` end to end (a single zero for none: an empty buffer has no address), `offsets`, where
    each begins and where the last one ends, and `shared`, how many letters each has in common with the one before
    it, none where a section starts."""

    letters: Bytes
    offsets: Ints
    shared: Bytes


def written(rows: Rows, order: Order, starts: Sequence[int] = (0,)) -> Written:
    """Some words in order, with sections that start at some of them; no second table is made of all."""
    places = np.arange(LONGEST, dtype=np.uint8)
    letters: list[Bytes] = [np.zeros(0, np.uint8)]
    shared = np.zeros(len(order), np.uint8)
    before = np.zeros((1, LONGEST), np.uint8)
    for first in range(0, len(order), _AT_ONCE):
        part = rows.take(order[first : first + _AT_ONCE])
        letters.append(part.codes[places < part.lengths[:, None]])
        shared[first : first + len(part)] = _shared(np.concatenate([before, part.codes]))
        before = part.codes[-1:]
    lengths = rows.lengths[order]
    shared[1:] = np.minimum(shared[1:], np.minimum(lengths[1:], lengths[:-1]))
    shared[[start for start in starts if start < len(order)]] = 0
    return Written(np.concatenate(letters) if lengths.any() else np.zeros(1, np.uint8), starts_of(lengths), shared)


def _shared(codes: Bytes) -> NDArray[np.intp]:
    """How many columns each row but the first has in common with the one before it, from the left."""
    differ = codes[1:] != codes[:-1]
    return np.where(differ.any(axis=1), differ.argmax(axis=1), LONGEST)


def rows_of(letters: Bytes, lengths: Bytes) -> Rows:
    """Words from their letters end to end and their lengths."""
    codes = np.zeros((len(lengths), LONGEST), np.uint8)
    starts = starts_of(lengths)
    places = np.arange(LONGEST, dtype=np.uint8)
    for first in range(0, len(lengths), _AT_ONCE):
        part = lengths[first : first + _AT_ONCE]
        written = letters[starts[first] : starts[first + len(part)]]
        codes[first : first + _AT_ONCE][places < part[:, None]] = written
    return Rows(codes, lengths)


def starts_of(lengths: NDArray[np.integer]) -> Ints:
    """Where runs of such lengths begin when they follow one another, and where the last one ends."""
    found = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=found[1:])
    return found


def groups_of(shared: Bytes) -> Ints:
    """The positions of the words that begin otherwise than the one before, within three letters; one past the end."""
    return np.append(np.flatnonzero(shared < _GROUP), len(shared)).astype(np.int32)


def vocabulary_of(words: Sequence[bytes]) -> Vocabulary:
    """One section of words in byte order."""
    lengths = np.fromiter((len(word) for word in words), np.uint8, len(words))
    found = written(rows_of(np.frombuffer(b"".join(words), np.uint8), lengths), np.arange(len(words)))
    return Vocabulary(found.letters.data, found.offsets.data, found.shared.data, groups_of(found.shared).data)
