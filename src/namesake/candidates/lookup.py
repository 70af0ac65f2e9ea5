"""What a word of a subject's name finds in a partition."""

from array import array
from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.partition import BothWays, Partition
from namesake.kernels.bank import Word
from namesake.kernels.links import ALIKE, EXACT, SKELETON, STEM
from namesake.kernels.probing import Reached
from namesake.kernels.spelling import Found, walk
from namesake.kernels.tables import costs_between

MEMORY = 1 << 14
"""How many words of subjects are remembered with what they reach: real files repeat words."""

SHORTEST_HALVED = 4
"""Letters of the shortest word that is looked up from both ends."""

_SPELT = -1
_NOTHING = array("i", [0])[:0]
JoinedWord = tuple[int, bytes]
Key = TypeVar("Key", Word, JoinedWord)


class Lookup:
    """Finds words. Holds no state but a memory of what words reach, which changes no answer."""

    def __init__(self, partition: Partition) -> None:
        self._partition = partition
        self._vocabulary = partition.vocabulary()
        self._joins = partition.join_vocabulary()
        self._found = Found(2 * max(len(partition.offsets), len(partition.join_offsets)))
        self._words: dict[Word, Reached] = {}
        self._joined: dict[JoinedWord, Reached] = {}

    def word(self, word: Word) -> Reached:
        """All words within reach of one, those that are tied to it otherwise, and joined words within reach."""
        found = self._words.get(word)
        if found is None:
            _forget(self._words)
            found = self._words[word] = self._reach(word)
        return found

    def joined(self, script: int, codes: bytes) -> Reached:
        """All single words within reach of neighbouring words written as one."""
        key = (script, codes)
        found = self._joined.get(key)
        if found is None:
            _forget(self._joined)
            words, costs = self._walk(self._vocabulary, script, codes, joined=True)
            found = self._joined[key] = Reached(words, costs, _ties(len(words)), _NOTHING, _NOTHING)
        return found

    def _reach(self, word: Word) -> Reached:
        words, costs = self._walk(self._vocabulary, word.script, word.codes, joined=False)
        joins, join_costs = self._walk(self._joins, word.script, word.codes, joined=True)
        ties = _ties(len(words))
        for place, tie in self._tied(word):
            words.append(place)
            costs.append(0)
            ties.append(tie)
        return Reached(words or _NOTHING, costs or _NOTHING, ties, joins, join_costs)

    def _walk(self, words: BothWays, script: int, codes: bytes, *, joined: bool) -> "tuple[array[int], array[int]]":
        """The words within reach and their costs. Either the first half of a word needs half the reach at most or the
        second one does, so that two short walks from both ends find what a long one would."""
        found = self._found
        found.count = 0
        half = (len(codes) + 1) // 2
        for other, (start, stop) in enumerate(words.sections):
            if start == stop:
                continue
            if len(codes) < SHORTEST_HALVED:
                walk(codes, words.forward, start, stop, costs_between(script, other, joined), found)
                continue
            walk(codes, words.forward, start, stop, costs_between(script, other, joined), found, half)
            middle = found.count
            table = costs_between(script, other, joined, backward=True)
            walk(codes[::-1], words.backward, start, stop, table, found, len(codes) - half - 1)
            _translate(found, middle, words.words)
        return _taken(found)

    def _tied(self, word: Word) -> Iterator[tuple[int, int]]:
        """Words that are the same, have the same consonants, or share a class of names."""
        part = self._partition
        for place in matches(part.word_keys, part.word_key_words, word.key):
            yield place, EXACT
        if word.skeleton:
            for place in matches(part.skeleton_keys, part.skeleton_words, word.skeleton | 1):
                if (word.skeleton | int(part.skeletons[place])) & 1:
                    yield place, SKELETON
        for key in word.alike:
            for place in matches(part.alike_keys, part.alike_words, key):
                yield place, STEM if key & 2 else ALIKE


def matches(keys: NDArray[np.unsignedinteger], values: NDArray[np.int32], key: int) -> list[int]:
    """The values beside a key in sorted keys."""
    wanted = keys.dtype.type(key)
    first = int(np.searchsorted(keys, wanted, "left"))
    last = int(np.searchsorted(keys, wanted, "right"))
    return values[first:last].tolist() if last > first else []


def _translate(found: Found, middle: int, words: NDArray[np.int32]) -> None:
    """Words that were found backward are numbered as all are; one that was found both ways costs the less of both."""
    known = {found.words[place]: place for place in range(middle)}
    count = middle
    for place in range(middle, found.count):
        word = int(words[found.words[place]])
        at = known.get(word, count)
        if at == count:
            found.words[at], found.costs[at] = word, found.costs[place]
            count += 1
        else:
            found.costs[at] = min(found.costs[at], found.costs[place])
    found.count = count


def _taken(found: Found) -> "tuple[array[int], array[int]]":
    words, costs = array("i"), array("i")
    words.frombytes(memoryview(found.words)[: found.count].cast("B"))
    costs.frombytes(memoryview(found.costs)[: found.count].cast("B"))
    return words, costs


def _ties(count: int) -> "array[int]":
    return array("b", [_SPELT]) * count


def _forget(memory: dict[Key, Reached]) -> None:
    if len(memory) >= MEMORY:
        memory.clear()
