"""Words and names written into the arrays that the loops read."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from namesake.kernels.names import (
    AS_PERSON,
    DESCENT,
    GENERIC,
    INITIAL,
    LEGAL,
    MOST_LETTERS,
    NAME,
    NUMBER,
    WEAK,
    Names,
    Words,
)
from namesake.kernels.rarity import Rarities
from namesake.kernels.scripts import HAN, HANGUL, script_class
from namesake.kernels.spelling import LONGEST, codes_of, encode
from namesake.values.tokens import NameParts, Role, Token

ROLES: dict[Role, int] = {"name": NAME, "initial": INITIAL, "number": NUMBER, "generic": GENERIC, "legal": LEGAL}
SHORTEST_JOIN = 4
_CHILD_OF = frozenset({"bin", "ibn", "ben", "bint", "binti", "ould", "wuld"})
_PLACE = "place:"
_STEM = "stem:"
_ARTICLE = encode("al")
_SERVANT = encode("abdul")
_WITH_VOWELS = frozenset({0, 1})
_MOST_ALIKE = 32


TokenKey = tuple[str, Role, str, str, tuple[str, ...]]


def token_key(token: Token) -> TokenKey:
    """What makes two tokens the same word."""
    written = token.word if token.script in ("Hani", "Hang") else ""
    return token.text, token.role, token.script, written, token.alike


class Word(NamedTuple):
    """What is compared of a token: see `kernels.names.Words`."""

    role: int
    script: int
    codes: bytes
    key: int
    glyph: int
    skeleton: int
    rarity: int
    alike: tuple[int, ...]


@lru_cache(maxsize=1 << 18)
def key_of(text: str) -> int:
    """A hash of 64 bits."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def word_of(token: Token, rarities: Rarities) -> Word:
    """A token as it is compared. `abd` keeps its Arabic letters, though it is one word with "abdul"."""
    kind = script_class(token.script)
    arabic = token.text == "abdul" and token.script == "Arab"
    return Word(
        ROLES[token.role],
        kind,
        encode("abd" if arabic else token.text),
        key_of(token.text),
        key_of(token.word) if kind in (HANGUL, HAN) and token.role == "name" else 0,
        _skeleton(token, kind),
        rarities.of(token),
        tuple(sorted({_class_key(name) for name in token.alike}))[:_MOST_ALIKE],
    )


def _class_key(name: str) -> int:
    """The hash of a class of names; its lowest bit says that it is a place, the next one that it is a stem."""
    return key_of(name) & ~3 | name.startswith(_PLACE) | name.startswith(_STEM) << 1


def _skeleton(token: Token, kind: int) -> int:
    """The hash of the consonants of a word that writes vowels, odd where it has hardly any; 0 for fewer than two."""
    text = token.text
    consonants = "".join(c for c in text if c not in "aeiou")
    if token.role != "name" or len(consonants) < 2 or kind not in _WITH_VOWELS:
        return 0
    poor = len(text) > 2 and 4 * (len(text) - len(consonants)) <= len(text)
    return key_of(consonants) | 1 if poor else key_of(consonants) & ~1


def joined_codes(words: Sequence[Word], articles: Sequence[bool]) -> bytes:
    """The letters of neighbouring words written as one, as the loops write them; b"" where they may not be."""
    if any(word.role not in (NAME, INITIAL) for word in words):
        return b""
    heard = words[0].codes != _SERVANT
    parts = [words[0].codes]
    for word, article in zip(words[1:], articles[1:], strict=True):
        parts += [_ARTICLE, word.codes] if article and heard else [word.codes]
    codes = b"".join(parts)[:LONGEST]
    return codes if len(codes) >= SHORTEST_JOIN else b""


def mark_of(parts: NameParts) -> int:
    """The marks of a name."""
    child = any(token.role == "particle" and token.text in _CHILD_OF for token in parts.tokens)
    return DESCENT * child + WEAK * parts.name.weak + AS_PERSON * (parts.kind == "person")


class Bank:
    """A vocabulary that grows up to `capacity` words; full, another one must be begun."""

    def __init__(self, rarities: Rarities, capacity: int = 1 << 14) -> None:
        self._rarities = rarities
        self._capacity = capacity
        self._numbers: dict[TokenKey, int] = {}
        self._words: list[Word] = []
        self._letters = array("B", bytes(capacity * LONGEST))
        self._offsets = array("i", [0]) * (capacity + 1)
        self._rarity = array("i", [0]) * capacity
        self._roles = array("B", bytes(capacity))
        self._scripts = array("B", bytes(capacity))
        self._keys = array("Q", [0]) * capacity
        self._glyphs = array("Q", [0]) * capacity
        self._skeletons = array("Q", [0]) * capacity
        self._alike_starts = array("i", [0]) * (capacity + 1)
        self._alike = array("Q", [0]) * (capacity * _MOST_ALIKE)
        self.words = Words(
            self._letters, self._offsets, self._rarity, self._roles, self._scripts, self._keys, self._glyphs,
            self._skeletons, (self._alike_starts, self._alike),
        )  # fmt: skip

    def room_for(self, count: int) -> bool:
        """Whether so many more words fit."""
        return len(self._words) + count <= self._capacity

    def word(self, number: int) -> Word:
        """A word by its number."""
        return self._words[number]

    def number(self, token: Token) -> int:
        """The number of a token's word."""
        key = token_key(token)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = self._add(word_of(token, self._rarities))
        return found

    def _add(self, word: Word) -> int:
        number = len(self._words)
        self._words.append(word)
        start = self._offsets[number]
        for place, code in enumerate(word.codes, start):
            self._letters[place] = code
        self._offsets[number + 1] = start + len(word.codes)
        self._rarity[number] = word.rarity
        self._roles[number] = word.role
        self._scripts[number] = word.script
        self._keys[number] = word.key
        self._glyphs[number] = word.glyph
        self._skeletons[number] = word.skeleton
        at = self._alike_starts[number]
        for place, key in enumerate(word.alike, at):
            self._alike[place] = key
        self._alike_starts[number + 1] = at + len(word.alike)
        return number

    def names(self, names: Sequence[NameParts]) -> Names:
        """Some names over this vocabulary; there must be room for their words."""
        starts, runs, marks = array("i", [0]), array("i"), array("B")
        acronym_starts, acronyms = array("i", [0]), array("Q")
        letter_starts, letters = array("i", [0]), array("B")
        for parts in names:
            runs.extend(2 * self.number(token) + token.article for token in parts.compared)
            starts.append(len(runs))
            marks.append(mark_of(parts))
            acronyms.extend(key_of(text) for text in parts.acronyms)
            acronym_starts.append(len(acronyms))
            letters.frombytes(codes_of(parts.letters, MOST_LETTERS))
            letter_starts.append(len(letters))
        filled = (acronym_starts, acronyms or array("Q", [0]))
        as_one = (letter_starts, letters or array("B", [0]))
        return Names(self.words, starts, runs or array("i", [0]), marks or array("B", [0]), filled, as_one)
