"""Sorted words become a vocabulary that can be walked."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.spelling import Vocabulary

_GROUP = 3


def offsets_of(words: Sequence[bytes]) -> NDArray[np.int32]:
    """Where each word begins when all are written end to end, and where the last one ends."""
    lengths = np.fromiter((len(word) for word in words), np.int32, len(words))
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)


def shared_of(words: Sequence[bytes], starts: Sequence[int] = (0,)) -> NDArray[np.uint8]:
    """How many letters each word shares with the one before it; none where a section starts."""
    found = np.zeros(len(words), np.uint8)
    begins = set(starts)
    before = b""
    for place, word in enumerate(words):
        if place not in begins:
            length = min(len(before), len(word))
            found[place] = next((i for i in range(length) if before[i] != word[i]), length)
        before = word
    return found


def groups_of(shared: NDArray[np.uint8]) -> NDArray[np.int32]:
    """The positions of the words that begin otherwise than the one before, within three letters; one past the end."""
    return np.append(np.flatnonzero(shared < _GROUP), len(shared)).astype(np.int32)


def vocabulary_of(words: Sequence[bytes]) -> Vocabulary:
    """One section of words in byte order."""
    shared = shared_of(words)
    letters = np.frombuffer(b"".join(words) or b"\0", np.uint8)
    return Vocabulary(letters.data, offsets_of(words).data, shared.data, groups_of(shared).data)
