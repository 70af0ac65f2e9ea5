"""What a word of a subject's name finds in a partition."""

from array import array
from collections.abc import Iterator
from typing import TypeVar

from namesake.candidates.partition import BothWays, Partition
from namesake.kernels.bank import Word
from namesake.kernels.bench import ALIKE, ATTESTED, EXACT, SKELETON, STEM, Bench, Rules
from namesake.kernels.items import Weights
from namesake.kernels.listed import Listed, Reached
from namesake.kernels.reaching import Keyed, Section, Stretches, matches, reach
from namesake.kernels.spelling import Costs, Found
from namesake.kernels.tables import costs_between
from namesake.kernels.valuing import hear, valued, valued_join

MEMORY = 1 << 14
"""How many words of subjects are remembered with what they reach: real files repeat words."""

_SPELT = -1
_NOTHING = array("i", [0])[:0]
JoinedWord = tuple[int, bytes, int]
_Section = tuple[Section, Costs, Costs]
Key = TypeVar("Key", Word, JoinedWord)


class _Walks:
    """Words both ways, and for words of a class of scripts the sections of the others with their costs."""

    def __init__(self, words: BothWays) -> None:
        self.forward, self.backward = words.forward, words.backward
        self.words = words.words.data
        self._sections = [
            (other, Section(self.forward, self.backward, start, stop))
            for other, (start, stop) in enumerate(words.sections)
            if start < stop
        ]
        self._known: dict[tuple[int, bool], list[_Section]] = {}

    def sections(self, script: int, joined: bool) -> "list[_Section]":
        """The sections that are not empty, each with what the steps cost forward and backward."""
        found = self._known.get((script, joined))
        if found is None:
            found = self._known[script, joined] = [
                (section, costs_between(script, other, joined), costs_between(script, other, joined, backward=True))
                for other, section in self._sections
            ]
        return found


class Lookup:
    """Finds words. Holds no state but a memory of what words reach, which changes no answer."""

    def __init__(self, partition: Partition, listed: Listed, weights: Weights, rules: Rules) -> None:
        self._partition = partition
        self._listed, self._weights, self._rules, self._bench = listed, weights, rules, Bench()
        self._vocabulary = _Walks(partition.vocabulary())
        self._joins = _Walks(partition.join_vocabulary())
        self._found = Found(2 * max(len(partition.offsets), len(partition.join_offsets)))
        self._room = Stretches()
        self._keys = Keyed(partition.word_keys.data, partition.word_key_words.data)
        self._skeletons = Keyed(partition.skeleton_keys.data, partition.skeleton_words.data)
        self._alike = Keyed(partition.alike_keys.data, partition.alike_words.data)
        self._mixed = bool(len(partition.scripts)) and int(partition.scripts.max()) > 0
        self._words: dict[Word, Reached] = {}
        self._joined: dict[JoinedWord, Reached] = {}

    def word(self, word: Word) -> Reached:
        """All words within reach of one, those that are tied to it otherwise, and joined words within reach."""
        found = self._words.get(word)
        if found is None:
            _forget(self._words)
            found = self._words[word] = self._reach(word)
        return found

    def joined(self, script: int, codes: bytes, parts: int) -> Reached:
        """All single words within reach of neighbouring words written as one, which have some rarity together."""
        key = (script, codes, parts)
        found = self._joined.get(key)
        if found is None:
            _forget(self._joined)
            words, costs = self._walk(self._vocabulary, script, codes, joined=True)
            found = self._joined[key] = Reached(words, _NOTHING)
            valued_join(parts, len(codes), costs, found, self._listed, self._weights)
        return found

    def _reach(self, word: Word) -> Reached:
        words, costs = self._walk(self._vocabulary, word.script, word.codes, joined=False)
        if word.script or self._mixed:
            hear(word.codes, word.script, words, costs, self._listed, self._rules, self._bench)
        joins, join_costs = self._walk(self._joins, word.script, word.codes, joined=True)
        ties = array("b", [_SPELT]) * len(words)
        for place, tie in self._tied(word):
            words.append(place)
            costs.append(0)
            ties.append(tie)
        found, size = Reached(words, joins), len(word.codes)
        valued(word.rarity, word.script, size, costs, ties, join_costs, found, self._listed, self._weights, self._bench)
        return found

    def _walk(self, words: "_Walks", script: int, codes: bytes, *, joined: bool) -> "tuple[array[int], array[int]]":
        """The words within reach and their costs."""
        found, turned = self._found, codes[::-1]
        found.count = 0
        for section, costs, back in words.sections(script, joined):
            reach(codes, turned, words.forward, words.backward, words.words, section, costs, back, found, self._room)
        return _taken(found)

    def _tied(self, word: Word) -> Iterator[tuple[int, int]]:
        """Words that are the same, have the same consonants, or share a class of names."""
        for place in matches(self._keys, word.key):
            yield place, EXACT
        if word.skeleton:
            for place in matches(self._skeletons, word.skeleton | 1):
                if (word.skeleton | int(self._partition.skeletons[place])) & 1:
                    yield place, SKELETON
        for key in word.alike:
            if not key & 4 and key & 3 != 3:
                for place in matches(self._alike, key):
                    yield place, STEM if key & 2 else ALIKE
        if word.script or self._mixed:
            yield from self._attested(word)

    def _attested(self, word: Word) -> Iterator[tuple[int, int]]:
        """Words of other scripts of which one is known to be written as the other."""
        forms = word.alike if word.script else (word.key & ~7 | 4,)
        found = {place for key in forms if key & 4 for place in matches(self._alike, key)}
        found.update(place for key in word.forms for place in matches(self._keys, key))
        scripts = self._partition.scripts
        yield from ((place, ATTESTED) for place in sorted(found) if scripts[place] != word.script)


def _taken(found: Found) -> "tuple[array[int], array[int]]":
    words, costs = array("i"), array("i")
    words.frombytes(memoryview(found.words)[: found.count].cast("B"))
    costs.frombytes(memoryview(found.costs)[: found.count].cast("B"))
    return words, costs


def _forget(memory: dict[Key, Reached]) -> None:
    if len(memory) >= MEMORY:
        memory.clear()
