"""Names taken down one after the other while an index is built: of a million objects only numbers."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from zlib import crc32

from namesake.kernels.bank import Word, classes_of, mark_of, word_of
from namesake.kernels.known import key_of, skeleton_of
from namesake.kernels.names import AS_PERSON, MOST_LETTERS, NAME, WEAK
from namesake.kernels.rarity import Rarities
from namesake.kernels.scripts import HAN, HANGUL, KANA, script_class
from namesake.kernels.spelling import codes_of, encode
from namesake.values.tokens import Alone, NameParts, Token

ENDS = 4
"""Letters at the beginning or the end of a name that one slip leaves as they are."""

_LEFT_OUT = ("particle", "honorific")
_WRITTEN = (HANGUL, HAN, KANA)
_ASIDE = -1
_NAME = NAME
_MET = 1 << 16
"""Tokens that are known again by their place in memory: names share those of the same word."""

_PLAIN = 1 << 18
"""Words that are known again as they are written."""


def letters_key(codes: bytes) -> int:
    """A hash of 32 bits of letters written as one; up to four letters are their own."""
    return crc32(codes) if len(codes) > ENDS else int.from_bytes(codes, "little")


def _full_key(token: Token) -> str:
    """All that `word_of` looks at of a token that is no name in Latin letters."""
    kind = script_class(token.script)
    written = token.word if kind in _WRITTEN and token.role == "name" else ""
    return "\0".join((token.text, f"\0{token.role}{kind}", *token.alike, "", written))


class DraftWords:
    """Words, numbered as they come, each once: see `kernels.names.Words`; `letters` and `alike` stand end to end."""

    def __init__(self, rarities: Rarities) -> None:
        self._rarities = rarities
        self._known = rarities.known
        self._numbers: dict[str, int] = {}
        self._met: dict[int, int] = {}
        self._kept: list[Token] = []
        self._plain: dict[str, int] = {}
        self.letters = bytearray()
        self.lengths = array("B")
        self.rarity = array("i")
        self.roles = array("B")
        self.scripts = array("B")
        self.keys = array("Q")
        self.glyphs = array("Q")
        self.skeletons = array("Q")
        self.alike = array("Q")
        self.alike_counts = array("B")

    def item(self, token: Token) -> int:
        """The number of a token's word times two, plus one after an article; below zero where it is not compared."""
        found = self._met.get(id(token))
        return self._meet(token) if found is None else found

    def plain(self, text: str, alone: Alone) -> int:
        """The same of a word that is one name, whatever stands beside it, which `alone` says where it comes first;
        below zero where it is none."""
        found = self._plain.get(text)
        if found is None:
            if len(self._plain) >= _PLAIN:
                self._plain.clear()
            token = alone(text)
            found = self._plain[text] = _ASIDE if token is None else 2 * self._number(token)
        return found

    def forget(self) -> None:
        """Forget which numbers words have, which takes most of the room: no more will come."""
        self._numbers.clear()
        self._plain.clear()
        self._met.clear()
        self._kept.clear()

    def _meet(self, token: Token) -> int:
        if len(self._kept) >= _MET:
            self._met.clear()
            self._kept.clear()
        self._kept.append(token)  # nothing else may come to lie in its place
        item = _ASIDE if token.role in _LEFT_OUT else 2 * self._number(token) + (1 if token.article else 0)
        self._met[id(token)] = item
        return item

    def _number(self, token: Token) -> int:
        """The number of a token's word. All that `word_of` looks at is in the key, so that each word is there once."""
        key = token.text
        if token.role != "name" or token.script != "Latn":
            key = _full_key(token)
        elif token.alike:
            key = "\0".join((key, *token.alike))
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self._numbers)
            if token.role == "name" and token.script == "Latn":
                self._add_latin(token)
            else:
                self._add(word_of(token, self._rarities))
        return found

    def _add_latin(self, token: Token) -> None:
        """A name in Latin letters, as most are, as `word_of` has it."""
        text = token.text
        key = key_of(text)
        codes = encode(text)
        alike = classes_of(token.alike)
        self.letters += codes
        self.lengths.append(len(codes))
        self.rarity.append(self._known.rarity(key, len(text)))
        self.roles.append(_NAME)
        self.scripts.append(0)
        self.keys.append(key)
        self.glyphs.append(0)
        self.skeletons.append(skeleton_of(text))
        self.alike.extend(alike)
        self.alike_counts.append(len(alike))

    def _add(self, word: Word) -> None:
        self.letters += word.codes
        self.lengths.append(len(word.codes))
        self.rarity.append(word.rarity)
        self.roles.append(word.role)
        self.scripts.append(word.script)
        self.keys.append(word.key)
        self.glyphs.append(word.glyph)
        self.skeletons.append(word.skeleton)
        self.alike.extend(word.alike)
        self.alike_counts.append(len(word.alike))


class DraftNames:
    """Names over these words: see `kernels.names.Names`; all but `marks` and `letter_keys` stand end to end, with
    their `sizes` or counts."""

    def __init__(self, rarities: Rarities) -> None:
        self.words = DraftWords(rarities)
        self.runs = array("i")
        self.sizes = array("i")
        self.marks = array("B")
        self.besides = array("Q")
        self.beside_counts = array("B")
        self.letters = bytearray()
        self.letter_counts = array("B")
        self.letter_keys = array("I")

    def add(self, names: Sequence[NameParts]) -> None:
        """Take down some names."""
        for parts in names:
            self._add(parts)

    def add_plain(self, name: str, alone: Alone, weak: bool) -> bool:
        """Take down a person's name of which all that stands between blanks is one name, whatever stands beside it;
        False where it is another one, which has to be taken apart."""
        words = self.words
        found = name.split()
        run = []
        for text in found:
            item = words.plain(text, alone)
            if item < 0:
                return False
            run.append(item)
        if not run:
            return False
        self._write(run, AS_PERSON | WEAK if weak else AS_PERSON, (), "".join(found).lower())
        return True

    def _add(self, parts: NameParts) -> None:
        words = self.words
        run = []
        for token in parts.tokens:
            item = words.item(token)
            if item >= 0:
                run.append(item)
        self._write(run, mark_of(parts), parts.besides, parts.letters)

    def _write(self, run: list[int], marks: int, besides: tuple[str, ...], letters: str) -> None:
        self.runs.fromlist(run)
        self.sizes.append(len(run))
        self.marks.append(marks)
        for text in besides:
            self.besides.append(key_of(text))
        self.beside_counts.append(len(besides))
        codes = codes_of(letters, MOST_LETTERS)
        self.letters += codes
        self.letter_counts.append(len(codes))
        self.letter_keys.append(letters_key(codes))
