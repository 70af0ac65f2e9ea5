"""Sorted words become a vocabulary that can be walked.

Many words are handled at once as rows of a table, one column for each letter, zeros after the last one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.spelling import LONGEST, Vocabulary

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]

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

    def take(self, places: NDArray[np.integer]) -> "Rows":
        """Some of the words, in another order."""
        return Rows(self.codes[places], self.lengths[places])

    def order(self, classes: Bytes) -> NDArray[np.intp]:
        """The words by class and then in byte order; the same ones stay as they are."""
        prefixed = np.empty((len(self), LONGEST + 1), np.uint8)
        prefixed[:, 0] = classes
        prefixed[:, 1:] = self.codes
        # A word that is the beginning of another one comes first; a zero is a letter too, but for its length.
        texts = prefixed.view(f"S{LONGEST + 1}").ravel()
        return np.argsort(texts, kind="stable")

    def turned(self) -> "Rows":
        """The words from the last letter to the first."""
        codes = np.zeros_like(self.codes)
        for length in range(1, LONGEST + 1):
            places = np.flatnonzero(self.lengths == length)
            codes[places, :length] = self.codes[places, :length][:, ::-1]
        return Rows(codes, self.lengths)

    def letters(self) -> Bytes:
        """The letters of all words end to end; a single zero for none: an empty buffer has no address."""
        places = np.arange(LONGEST, dtype=np.uint8)
        found = [codes[places < lengths[:, None]] for codes, lengths in self._parts()]
        return np.concatenate(found) if self.lengths.any() else np.zeros(1, np.uint8)

    def offsets(self) -> Ints:
        """Where each word begins when all are written end to end, and where the last one ends."""
        return starts_of(self.lengths)

    def shared(self, starts: Sequence[int] = (0,)) -> Bytes:
        """How many letters each word shares with the one before it; none where a section starts."""
        found = np.zeros(len(self), np.uint8)
        for first in range(1, len(self), _AT_ONCE):
            rows = self.codes[first - 1 : first + _AT_ONCE]
            differ = rows[1:] != rows[:-1]
            same = np.where(differ.any(axis=1), differ.argmax(axis=1), LONGEST)
            lengths = self.lengths[first - 1 : first + _AT_ONCE]
            found[first : first + _AT_ONCE] = np.minimum(same, np.minimum(lengths[1:], lengths[:-1]))
        found[[start for start in starts if start < len(self)]] = 0
        return found

    def _parts(self) -> Iterator[tuple[Bytes, Bytes]]:
        for first in range(0, len(self), _AT_ONCE):
            yield self.codes[first : first + _AT_ONCE], self.lengths[first : first + _AT_ONCE]


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
    rows = rows_of(np.frombuffer(b"".join(words), np.uint8), lengths)
    shared = rows.shared()
    return Vocabulary(rows.letters().data, rows.offsets().data, shared.data, groups_of(shared).data)
