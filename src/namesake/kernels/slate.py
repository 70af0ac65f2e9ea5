"""The names of two sides, written into the arrays that the loops read for as long as one pair is compared."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from namesake.kernels.bank import CHILD_OF, MOST_ALIKE, ORDINARY, PLACE, ROLES, STEM, Word, word_of
from namesake.kernels.bench import Bench, Rules
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights
from namesake.kernels.known import PRIME, SEED, key_of
from namesake.kernels.names import AS_PERSON, DESCENT, MOST_LETTERS, NAME, WEAK, Names, Words
from namesake.kernels.rarity import Rarities
from namesake.kernels.spelling import CODES, LONGEST
from namesake.values.tokens import NameParts, Token

NamePair = tuple[int, int]

NAMES, WORDS, BESIDES = 64, 256, 64
"""What there is room for at first."""

_MET = 1 << 16
"""Words in other alphabets that are known again by their place in memory."""

_ALL = (1 << 64) - 1
_SEED = SEED
_PRIME = PRIME
_FLAGLESS = _ALL - 7
_LONGEST = LONGEST
_MOST_LETTERS = MOST_LETTERS
_MOST_ALIKE = MOST_ALIKE
_AS_PERSON = AS_PERSON
_DESCENT = DESCENT
_WEAK = WEAK
_NAME = NAME
_CODES = CODES
_ROLES = ROLES
_CHILD_OF = CHILD_OF
_PLACE = PLACE
_STEM = STEM
_ORDINARY = ORDINARY


class Slate:
    """Room for the names of two sides; those of the next pair take their place.

    Every word is written as often as it stands in a name, which is quicker than to look it up among those of pairs
    before. The left side of the last pair is not written again.
    """

    def __init__(self, rarities: Rarities) -> None:
        self._rarities = rarities
        self._known = rarities.known
        self._met: dict[int, Word] = {}
        self._kept: list[Token] = []  # as long as a token is kept, its place in memory is its own
        self._make(NAMES, WORDS, BESIDES)

    def _make(self, names: int, words: int, besides: int) -> None:
        """Room for so much; zeros that are not written to take no memory."""
        self._most, self._most_words, self._most_besides = names, words, besides
        self._left: tuple[NameParts, ...] | None = None
        self._count = 0
        self._letters = np.zeros(words * LONGEST, np.uint8).data
        self._offsets = np.zeros(words + 1, np.int32).data
        self._rarity = np.zeros(words, np.int32).data
        self._role = np.zeros(words, np.uint8).data
        self._script = np.zeros(words, np.uint8).data
        self._keys = np.zeros(words, np.uint64).data
        self._glyphs = np.zeros(words, np.uint64).data
        self._skeletons = np.zeros(words, np.uint64).data
        self._alike_starts = np.zeros(words + 1, np.int32).data
        self._alike = np.zeros(words * MOST_ALIKE, np.uint64).data
        self._starts = np.zeros(names + 1, np.int32).data
        self._runs = np.zeros(words, np.int32).data
        self._marks = np.zeros(names, np.uint8).data
        self._beside_starts = np.zeros(names + 1, np.int32).data
        self._besides = np.zeros(besides, np.uint64).data
        self._whole_starts = np.zeros(names + 1, np.int32).data
        self._whole = np.zeros(names * MOST_LETTERS, np.uint8).data
        words_of_names = Words(
            self._letters, self._offsets, self._rarity, self._role, self._script, self._keys, self._glyphs,
            self._skeletons, (self._alike_starts, self._alike),
        )  # fmt: skip
        self.names = Names(
            words_of_names, self._starts, self._runs, self._marks, (self._beside_starts, self._besides),
            (self._whole_starts, self._whole),
        )  # fmt: skip

    def place(self, left: tuple[NameParts, ...], right: tuple[NameParts, ...]) -> None:
        """Write the names of two sides, those of the left one first."""
        words = besides = 0
        for side in (left, right):
            for parts in side:
                words += len(parts.tokens)
                besides += len(parts.besides)
        names = len(left) + len(right)
        if names > self._most or words > self._most_words or besides > self._most_besides:
            self._make(2 * max(names, NAMES), 2 * max(words, WORDS), 2 * max(besides, BESIDES))
        if left is not self._left:
            self._left = None
            self._count = 0
            for parts in left:
                self._write(parts)
            self._left = left
        self._count = len(left)
        for parts in right:
            self._write(parts)

    def best(
        self, pairs: Iterable[NamePair] | None, weights: Weights, rules: Rules, bench: Bench, items: Items
    ) -> NamePair | None:
        """The pair of the names placed last that has the most bits, the first of several; None where there is none.
        Of `pairs`, by position, or else of all. `bench` and `items` tell how it comes about."""
        assert self._left is not None
        names, second = self.names, len(self._left)
        if pairs is None:
            pairs = [(i, j) for i in range(second) for j in range(self._count - second)]
        best = last = None
        most = 0
        for last in pairs:
            i, j = last
            bits = compare(names, i, names, second + j, weights, rules, bench, items)
            if best is None or bits > most:
                best, most = last, bits
        if best is not last and best is not None:  # what the loops found is that of the pair that they compared last
            i, j = best
            compare(names, i, names, second + j, weights, rules, bench, items)
        return best

    def _write(self, parts: NameParts) -> None:
        """One more name."""
        count = self._count
        marks = _AS_PERSON if parts.kind == "person" else 0
        if parts.name.weak:
            marks |= _WEAK
        at = self._starts[count]
        place = 0
        last = len(parts.tokens) - 1
        for token in parts.tokens:
            role = token.role
            number = _ROLES.get(role, 0)
            if number:
                self._runs[at] = 2 * at + (1 if token.article else 0)
                self._role[at] = number
                if token.script == "Latn":
                    self._write_latin(at, token, number == _NAME)
                else:
                    self._write_word(at, self._word(token))
                at += 1
            elif 0 < place < last and role == "particle" and token.text in _CHILD_OF:
                marks |= _DESCENT
            place += 1
        self._starts[count + 1] = at
        self._marks[count] = marks
        at = self._beside_starts[count]
        for text in parts.besides:
            self._besides[at] = key_of(text)
            at += 1
        self._beside_starts[count + 1] = at
        self._whole_starts[count + 1] = self._write_whole(self._whole_starts[count], parts.letters)
        self._count = count + 1

    def _write_whole(self, at: int, letters: str) -> int:
        """All letters of a name as one word, where it has not too many; where they end."""
        end = at
        for character in letters:
            point = ord(character)
            if point < 128:
                if end == at + _MOST_LETTERS:
                    return at
                self._whole[end] = _CODES[point]
                end += 1
        return end

    def _write_latin(self, at: int, token: Token, named: bool) -> None:
        """A word of Latin letters, as `word_of` has it, in one go."""
        text = token.text
        key = skeleton = _SEED
        start = end = self._offsets[at]
        length = consonants = 0
        poor = True
        within = False
        for character in text:
            if within:
                poor = False
            point = ord(character)
            length += 1
            key = (key ^ point) * _PRIME & _ALL
            if point != 97 and point != 101 and point != 105 and point != 111 and point != 117:
                consonants += 1
                skeleton = (skeleton ^ point) * _PRIME & _ALL
            elif length > 1:
                within = True  # a vowel, unless the word ends here
            if point < 128 and end - start < _LONGEST:
                self._letters[end] = _CODES[point]
                end += 1
        self._offsets[at + 1] = end
        self._script[at] = 0
        self._keys[at] = key
        self._glyphs[at] = 0
        self._skeletons[at] = 0
        self._rarity[at] = 0
        if named:
            self._rarity[at] = self._known.rarity(key, length)
            if consonants > 1:
                self._skeletons[at] = skeleton | 1 if poor and consonants > 2 else skeleton & (_ALL - 1)
        self._write_alike(at, token.alike)

    def _write_alike(self, at: int, alike: tuple[str, ...]) -> None:
        """The classes of names of a word."""
        end = start = self._alike_starts[at]
        for name in alike:
            if end - start < _MOST_ALIKE:
                flags = name.startswith(_PLACE) | name.startswith(_STEM) << 1 | 3 * name.startswith(_ORDINARY)
                self._alike[end] = key_of(name) & _FLAGLESS | flags
                end += 1
        self._alike_starts[at + 1] = end

    def _word(self, token: Token) -> Word:
        """A word of another alphabet; those that were met are known again."""
        found = self._met.get(id(token))
        if found is None:
            if len(self._kept) >= _MET:
                self._met.clear()
                self._kept.clear()
            found = self._met[id(token)] = word_of(token, self._rarities)
            self._kept.append(token)
        return found

    def _write_word(self, at: int, word: Word) -> None:
        """A word as `word_of` has it."""
        end = self._offsets[at]
        for code in word.codes:
            self._letters[end] = code
            end += 1
        self._offsets[at + 1] = end
        self._script[at] = word.script
        self._keys[at] = word.key
        self._glyphs[at] = word.glyph
        self._skeletons[at] = word.skeleton
        self._rarity[at] = word.rarity
        end = self._alike_starts[at]
        for key in word.alike:
            self._alike[end] = key
            end += 1
        self._alike_starts[at + 1] = end
