"""How rare a word is in names, in 1/1024 bit: 10 bits are one in 1,024."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.mass import mass, rarity_of, share
from namesake.kernels.scripts import LATIN, script_class
from namesake.kernels.spelling import Found, Vocabulary, encode
from namesake.kernels.tables import costs_between
from namesake.kernels.vocabulary import vocabulary_of
from namesake.values.tokens import NameClass, Token

_FILES: dict[NameClass, str] = {"person": "person", "other": "organisation"}
_UNIT = 1024
_MOST = 1 << 17


class Rarities:
    """Rarities of the words of one class of names, from the frequencies of a population.

    `words` (bytes, sorted) and `bits` (int16, 1/1024 bit). A word of another script is as rare as all Latin words
    together that may be written so, each by its frequency and the likelihood of that spelling. Words too short to
    be rare are bounded by their length. Remembers what it was asked, which changes no answer.
    """

    def __init__(self, words: NDArray[np.bytes_], bits: NDArray[np.int16]) -> None:
        self._latin: dict[str, int] = dict(zip((word.decode() for word in words.tolist()), bits.tolist(), strict=True))
        self._vocabulary: tuple[Vocabulary, array[int], Found] | None = None
        self._foreign: dict[tuple[str, int], int] = {}

    def of(self, token: Token) -> int:
        """The rarity of a word; 0 for one that names nobody."""
        if token.role != "name":
            return 0
        kind = script_class(token.script)
        if kind == LATIN or not token.text:
            return min(self._latin.get(token.text, 17 * _UNIT), _longest(len(token.text)))
        key = (token.text, kind)
        found = self._foreign.get(key)
        if found is None:
            if len(self._foreign) > _MOST:
                self._foreign.clear()
            found = self._foreign[key] = self._mass(token.text, kind)
        return found

    def _mass(self, text: str, kind: int) -> int:
        if self._vocabulary is None:
            items = sorted((encode(word), bits) for word, bits in self._latin.items())
            vocabulary = vocabulary_of([word for word, _ in items])
            self._vocabulary = vocabulary, array("i", (bits for _, bits in items)), Found(len(items))
        vocabulary, bits, found = self._vocabulary
        total = mass(encode(text), vocabulary, bits, len(bits), costs_between(kind, LATIN), found)
        least = share(min(20 * _UNIT, 2253 * len(text) + 5 * _UNIT))
        return rarity_of(total + least)


def _longest(letters: int) -> int:
    """What a word of so many letters can be worth at most: a short unknown word is often a fragment."""
    return min(17 * _UNIT, 2253 * letters + 3 * _UNIT)


@cache
def shipped_rarities() -> Mapping[NameClass, Rarities]:
    """The rarities of the reference population that comes with the package."""
    return {kind: Rarities(*_table(kind)) for kind in _FILES}


def _table(kind: NameClass) -> tuple[NDArray[np.bytes_], NDArray[np.int16]]:
    with as_file(files("namesake.data")) as folder:
        words = np.load(folder / f"{_FILES[kind]}_words.npy")
        bits = np.load(folder / f"{_FILES[kind]}_rarity.npy")
    return words, bits
