"""How rare a word is in names, in 1/1024 bit: 10 bits are one in 1,024."""

from functools import cache, lru_cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from namesake.values.tokens import NameClass, Token

_FILES: dict[NameClass, str] = {"person": "person", "other": "organisation"}
_UNIT = 1024
_ABJADS = frozenset({"Arab", "Hebr"})


def rarity(token: Token, kind: NameClass) -> int:
    """The rarity of a word of a name; words too short to be rare are bounded by their length."""
    return _rarity(token.text, kind, token.script in _ABJADS)


@lru_cache(maxsize=1 << 17)
def _rarity(text: str, kind: NameClass, consonants_only: bool) -> int:
    words, rarities = _table(kind)
    key = text.encode()
    at = int(np.searchsorted(words, key))
    known = at < len(words) and words[at] == key
    return min(int(rarities[at]) if known else 17 * _UNIT, _longest(len(text), consonants_only))


def _longest(letters: int, consonants_only: bool) -> int:
    """What a word of so many letters can be worth at most: a short unknown word is often a fragment, and one
    without vowels stands for several words."""
    if consonants_only:
        return min(13 * _UNIT, 1843 * letters + 1024)
    return min(17 * _UNIT, 2253 * letters + 3 * _UNIT)


@cache
def _table(kind: NameClass) -> tuple[NDArray[np.bytes_], NDArray[np.int16]]:
    with as_file(files("namesake.data")) as folder:
        words = np.load(folder / f"{_FILES[kind]}_words.npy", mmap_mode="r")
        bits = np.load(folder / f"{_FILES[kind]}_rarity.npy", mmap_mode="r")
    return words, bits
