"""Words and names written into the arrays that the loops read."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from namesake.kernels.known import key_of, skeleton_of
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
from namesake.kernels.scripts import HAN, HANGUL, script_class, spelt
from namesake.kernels.spelling import LONGEST, codes_of, encode
from namesake.values.tokens import NameParts, Role, Token

ROLES: dict[Role, int] = {"name": NAME, "initial": INITIAL, "number": NUMBER, "generic": GENERIC, "legal": LEGAL}
SHORTEST_JOIN = 4
PAGE = 1 << 11
"""Names that are written down before room for more is made."""

CHILD_OF = frozenset({"bin", "ibn", "ben", "bint", "binti", "ould", "wuld"})
PLACE = "place:"
STEM = "stem:"
FORM = "form:"
ORDINARY = "word:"
_ARTICLE = encode("al")
_SERVANT = encode("abdul")
_WITH_VOWELS = frozenset({0, 1})
MOST_ALIKE = 32
_MET = 1 << 16
"""Tokens that are known again by their place in memory."""


TokenKey = tuple[str, Role, str, str, tuple[str, ...]]


def token_key(token: Token) -> TokenKey:
    """What makes two tokens the same word."""
    written = token.word if token.script in ("Hani", "Hang", "Kana") else ""
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
    forms: tuple[int, ...] = ()
    """The keys of attested Latin spellings of a word of another script."""


def word_of(token: Token, rarities: Rarities) -> Word:
    """A token as it is compared, with texts as keys. `abd` keeps its Arabic letters, though it is one word with
    "abdul"."""
    text, role, script = token.text, token.role, token.script
    if role == "name" and script == "Latn":  # as most are
        key = key_of(text)
        rarity = rarities.known.rarity(key, len(text))
        return Word(NAME, 0, encode(text), key, 0, skeleton_of(text), rarity, classes_of(token.alike))
    kind = script_class(script)
    named = role == "name"
    return Word(
        ROLES[role],
        kind,
        encode("abd" if text == "abdul" and script == "Arab" else spelt(token)),
        key_of(text),
        key_of(token.word) if named and kind in (HANGUL, HAN) else 0,
        skeleton_of(text) if named and kind in _WITH_VOWELS else 0,
        rarities.of(token) if named else 0,
        classes_of(token.alike),
        tuple([key_of(name.removeprefix(FORM)) for name in token.alike if name.startswith(FORM)]) if kind else (),
    )


def classes_of(alike: tuple[str, ...]) -> tuple[int, ...]:
    """The keys of classes of names. The two lowest bits say whether it is a place (1), a stem (2), or an ordinary word
    (3), the third that it is an attested spelling, which has the key of that word."""
    if not alike:
        return ()
    if len(alike) == 1:
        return (_class(alike[0]),)
    return tuple(sorted(set(map(_class, alike))))[:MOST_ALIKE]


def _class(name: str) -> int:
    """The key of one."""
    if name.startswith(FORM):
        return key_of(name.removeprefix(FORM)) & ~7 | 4
    if name.startswith(ORDINARY):
        return key_of(name) & ~7 | 3
    return key_of(name) & ~7 | (2 if name.startswith(STEM) else 1 if name.startswith(PLACE) else 0)


def joined_codes(words: Sequence[Word], articles: Sequence[bool]) -> bytes:
    """The letters of neighbouring words, or of one word and its article, written as one, as the loops write them; b""
    where they may not be."""
    if any(word.role not in (NAME, INITIAL) for word in words):
        return b""
    heard = words[0].codes != _SERVANT
    if len(words) == 1:
        alone = _ARTICLE + words[0].codes if articles[0] and heard and words[0].role == NAME else b""
        return alone[:LONGEST] if len(alone) >= SHORTEST_JOIN else b""
    parts = [words[0].codes]
    for word, article in zip(words[1:], articles[1:], strict=True):
        parts += [_ARTICLE, word.codes] if article and heard else [word.codes]
    codes = b"".join(parts)[:LONGEST]
    return codes if len(codes) >= SHORTEST_JOIN else b""


def mark_of(parts: NameParts) -> int:
    """The marks of a name."""
    marks = AS_PERSON if parts.kind == "person" else 0
    if parts.name.weak:
        marks |= WEAK
    for token in parts.tokens[1:-1]:  # at an end it says nothing of the order: Bin Talvek Mimsy
        if token.role == "particle" and token.text in CHILD_OF:
            return marks | DESCENT
    return marks


class Page:
    """Room for some names over a vocabulary: so many of them, so many words, and acronyms or titles, in all."""

    def __init__(self, words: Words, names: int, tokens: int, besides: int) -> None:
        self.most, self.most_tokens, self.most_besides = names, tokens, besides
        self.count = 0
        self._words = words
        self._starts = memoryview(array("i", [0]) * (names + 1))
        self._runs = memoryview(array("i", [0]) * max(tokens, 1))
        self._marks = memoryview(array("B", [0]) * max(names, 1))
        self._beside_starts = memoryview(array("i", [0]) * (names + 1))
        self._besides = memoryview(array("Q", [0]) * max(besides, 1))
        self._letter_starts = memoryview(array("i", [0]) * (names + 1))
        self._letters = memoryview(array("B", [0]) * max(names * MOST_LETTERS, 1))
        self.names = self.since(0)

    def since(self, first: int) -> Names:
        """The names from one on, those that are still to be written included."""
        return Names(
            self._words, self._starts[first:], self._runs, self._marks[first:],
            (self._beside_starts[first:], self._besides), (self._letter_starts[first:], self._letters),
        )  # fmt: skip

    def room_for(self, names: int, tokens: int, besides: int) -> bool:
        """Whether so many more fit."""
        count = self.count
        return (
            count + names <= self.most
            and self._starts[count] + tokens <= self.most_tokens
            and self._beside_starts[count] + besides <= self.most_besides
        )

    def write(self, parts: NameParts, bank: Bank) -> None:
        """One more name."""
        count = self.count
        at = self._starts[count]
        for token in parts.compared:
            self._runs[at] = 2 * bank.number(token) + (1 if token.article else 0)
            at += 1
        self._starts[count + 1] = at
        self._marks[count] = mark_of(parts)
        at = self._beside_starts[count]
        for text in parts.besides:
            self._besides[at] = key_of(text)
            at += 1
        self._beside_starts[count + 1] = at
        at = self._letter_starts[count]
        codes = codes_of(parts.letters, MOST_LETTERS)
        for code in codes:
            self._letters[at] = code
            at += 1
        self._letter_starts[count + 1] = at
        self.count = count + 1


class Bank:
    """A vocabulary that grows up to `capacity` words; full, another one must be begun. Its keys are those of an
    index."""

    def __init__(self, rarities: Rarities, capacity: int = 1 << 14) -> None:
        self._rarities = rarities
        self._capacity = capacity
        self._numbers: dict[TokenKey, int] = {}
        self._met: dict[int, int] = {}
        self._kept: list[Token] = []  # as long as a token is kept, its place in memory is its own
        self._words: list[Word] = []
        self._count = 0
        # Zeros that are not written to take no memory.
        self._letters = np.zeros(capacity * LONGEST, np.uint8).data
        self._offsets = np.zeros(capacity + 1, np.int32).data
        self._rarity = np.zeros(capacity, np.int32).data
        self._roles = np.zeros(capacity, np.uint8).data
        self._scripts = np.zeros(capacity, np.uint8).data
        self._keys = np.zeros(capacity, np.uint64).data
        self._glyphs = np.zeros(capacity, np.uint64).data
        self._skeletons = np.zeros(capacity, np.uint64).data
        self._alike_starts = np.zeros(capacity + 1, np.int32).data
        self._alike = np.zeros(capacity * MOST_ALIKE, np.uint64).data
        self.words = Words(
            self._letters, self._offsets, self._rarity, self._roles, self._scripts, self._keys, self._glyphs,
            self._skeletons, (self._alike_starts, self._alike),
        )  # fmt: skip
        self._page = Page(self.words, PAGE, 4 * PAGE, PAGE)

    def room_for(self, count: int) -> bool:
        """Whether so many more words fit."""
        return self._count + count <= self._capacity

    def word(self, number: int) -> Word:
        """A word by its number."""
        return self._words[number]

    def number(self, token: Token) -> int:
        """The number of a token's word."""
        place = id(token)
        found = self._met.get(place)
        if found is None:
            key = token_key(token)
            found = self._numbers.get(key)
            if found is None:
                found = self._numbers[key] = self._add(word_of(token, self._rarities))
            if len(self._kept) >= _MET:
                self._met.clear()
                self._kept.clear()
            self._met[place] = found
            self._kept.append(token)
        return found

    def _add(self, word: Word) -> int:
        number = self._count
        self._count = number + 1
        self._words.append(word)
        at = self._offsets[number]
        codes = word.codes
        for code in codes:
            self._letters[at] = code
            at += 1
        self._offsets[number + 1] = at
        self._rarity[number] = word.rarity
        self._roles[number] = word.role
        self._scripts[number] = word.script
        self._keys[number] = word.key
        self._glyphs[number] = word.glyph
        self._skeletons[number] = word.skeleton
        at = self._alike_starts[number]
        for key in word.alike:
            self._alike[at] = key
            at += 1
        self._alike_starts[number + 1] = at
        return number

    @property
    def held(self) -> Names:
        """The names that `place` has written down last."""
        return self._page.names

    def place(self, names: Sequence[NameParts]) -> int:
        """Write some names into `held`, one after the other; the number of the first. There must be room for their
        words. What was held before may be gone."""
        tokens, besides = _sizes(names)
        if not self._page.room_for(len(names), tokens, besides):
            self._page = Page(self.words, max(PAGE, len(names)), max(4 * PAGE, tokens), max(PAGE, besides))
        page = self._page
        first = page.count
        for parts in names:
            page.write(parts, self)
        return first

    def names(self, names: Sequence[NameParts]) -> Names:
        """Some names over this vocabulary; there must be room for their words."""
        first = self.place(names)
        return self._page.since(first)


def _sizes(names: Sequence[NameParts]) -> tuple[int, int]:
    """How many tokens, and acronyms or titles, some names have."""
    tokens = besides = 0
    for parts in names:
        tokens += len(parts.tokens)
        besides += len(parts.besides)
    return tokens, besides
