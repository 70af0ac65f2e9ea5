"""How rare a word is in names, in 1/1024 bit: 10 bits are one in 1,024."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.known import RAREST, Known, key_of
from namesake.kernels.mass import mass, rarity_of, share
from namesake.kernels.reaching import Section, Stretches, reach
from namesake.kernels.scripts import LATIN, script_class, spelt
from namesake.kernels.spelling import Found, Rows, encode
from namesake.kernels.tables import contexts_of, costs_between
from namesake.kernels.vocabulary import vocabulary_of
from namesake.values.tokens import NameClass, Token

_FILES: dict[NameClass, str] = {"person": "person", "other": "organisation"}
_UNIT = 1024
_MOST = 1 << 17
_FORM = "form:"


class Rarities:
    """Rarities of the words of one class of names, from the frequencies of a population.

    `words` (bytes, sorted) and `bits` (int16, 1/1024 bit). A word of another script is as rare as all Latin words
    together that may be written so, each by its frequency and the likelihood of that spelling (1 where it is
    attested). Words too short to be rare are bounded by their length. Remembers what it was asked, which
    changes no answer.
    """

    def __init__(self, words: NDArray[np.bytes_], bits: NDArray[np.int16]) -> None:
        self._words, self._bits = words, bits
        self.known = Known(_texts(words), bits.tolist())
        self._vocabulary: _Sought | None = None
        self._foreign: dict[tuple[str, int, tuple[str, ...]], int] = {}

    def of(self, token: Token) -> int:
        """The rarity of a word; 0 for one that names nobody."""
        if token.role != "name":
            return 0
        text, kind = token.text, script_class(token.script)
        if kind == LATIN or not text:
            return self.known.rarity(key_of(text), len(text))
        key = (spelt(token), kind, token.alike)
        found = self._foreign.get(key)
        if found is None:
            if len(self._foreign) > _MOST:
                self._foreign.clear()
            found = self._foreign[key] = self._mass(*key)
        return found

    def _mass(self, text: str, kind: int, alike: tuple[str, ...]) -> int:
        if self._vocabulary is None:
            self._vocabulary = _Sought(_texts(self._words), self._bits.tolist())
        total = self._vocabulary.mass(encode(text), kind) + self._attested(alike)
        least = share(min(20 * _UNIT, 2253 * len(text) + 5 * _UNIT))
        return rarity_of(total + least)

    def _attested(self, alike: tuple[str, ...]) -> int:
        """The share of all attested Latin spellings together, but of those that nobody counted; as elsewhere a short
        one counts as no rarer than its length allows."""
        latin = [name.removeprefix(_FORM) for name in alike if name.startswith(_FORM)]
        known = (self.known.rarity(key_of(text), len(text)) for text in latin)
        return sum(share(rarity) for rarity in known if rarity < RAREST)


class _Sought:
    """Words that are looked up from both ends, with their rarities."""

    def __init__(self, texts: Iterable[str], rarities: Iterable[int]) -> None:
        items = sorted((encode(text), bits) for text, bits in zip(texts, rarities, strict=True))
        words = [word for word, _ in items]
        turned = [word[::-1] for word in words]
        order = sorted(range(len(words)), key=turned.__getitem__)
        self._forward = vocabulary_of(words)
        self._backward = vocabulary_of([turned[place] for place in order])
        self._places = array("i", order)
        self._rarity = array("i", [bits for _, bits in items])
        self._section = Section(self._forward, self._backward, 0, len(items))
        self._found, self._stretches, self._rows = Found(2 * len(items)), Stretches(), Rows()

    def mass(self, codes: bytes, kind: int) -> int:
        """The sum over all words of their share times that of being written as a word of a class of scripts is."""
        found, tables = self._found, (costs_between(kind, LATIN), costs_between(kind, LATIN, backward=True))
        found.count = 0
        reach(
            codes, codes[::-1], self._forward, self._backward, self._places, self._section, *tables, found,
            self._stretches,
        )  # fmt: skip
        costs = costs_between(LATIN, kind)
        return mass(found, self._rarity, self._forward, codes, costs, contexts_of(kind), self._rows)


def _texts(words: NDArray[np.bytes_]) -> list[str]:
    return b"\n".join(words.tolist()).decode().split("\n") if len(words) else []


@cache
def shipped_rarities() -> Mapping[NameClass, Rarities]:
    """The rarities of the reference population that comes with the package."""
    return {kind: Rarities(*_table(kind)) for kind in _FILES}


def _table(kind: NameClass) -> tuple[NDArray[np.bytes_], NDArray[np.int16]]:
    with as_file(files("namesake.data")) as folder:
        words = np.load(folder / f"{_FILES[kind]}_words.npy")
        bits = np.load(folder / f"{_FILES[kind]}_rarity.npy")
    return words, bits
