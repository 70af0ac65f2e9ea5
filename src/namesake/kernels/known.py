"""Hashes of words, and how rare known words of Latin letters are, by these."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_UNIT = 1024
_ALL = (1 << 64) - 1
_BITS = (1 << 15) - 1
_LONG = 7

SEED = 0xCBF29CE484222325
PRIME = 0x100000001B3
"""Of FNV-1a with 64 bits."""

RAREST = 17 * _UNIT
"""What a word that nobody counted is worth."""

RAREST_LETTER = 2253
RAREST_LEAST = 3 * _UNIT
RAREST_OF = array("i", [min(RAREST, RAREST_LETTER * letters + RAREST_LEAST) for letters in range(_LONG + 1)])
"""What a word of so many letters can be worth at most: a short unknown word is often a fragment."""

_SEED = SEED
_PRIME = PRIME
_RAREST = RAREST
_RAREST_OF = RAREST_OF


def key_of(text: str) -> int:
    """A hash of 64 bits (FNV-1a over the characters). Whoever makes two texts of one key makes an agreement more, and
    hides nothing: texts that are the same always have the same key."""
    key = _SEED
    for character in text:
        key = (key ^ ord(character)) * _PRIME & _ALL
    return key


def skeleton_of(text: str) -> int:
    """The key of the consonants of a word, odd where these are more than two and it writes no vowel but at its ends;
    0 for fewer than two."""
    key = _SEED
    length = consonants = 0
    poor = True
    within = False
    for character in text:
        if within:
            poor = False
        point = ord(character)
        length += 1
        if point != 97 and point != 101 and point != 105 and point != 111 and point != 117:
            consonants += 1
            key = (key ^ point) * _PRIME & _ALL
        elif length > 1:
            within = True  # a vowel, unless the word ends here
    if consonants < 2:
        return 0
    return key | 1 if poor and consonants > 2 else key & (_ALL - 1)


class Known:
    """Words and their rarities (15 bits) in one table: a word stands where its hash says, or in the next free cell.

    A cell is the upper 49 bits of the hash (the others say where it belongs) and the rarity; an empty one is 0. A
    dictionary of texts would take several times as long, most of it waiting for memory.
    """

    def __init__(self, words: Sequence[str], bits: Sequence[int]) -> None:
        size = 1 << max(3, (2 * len(words)).bit_length())
        self._mask = size - 1
        self._cells = array("Q", [0]) * size
        for text, rarity in zip(words, bits, strict=True):
            self._put(key_of(text), rarity)

    def _put(self, key: int, rarity: int) -> None:
        at = key & self._mask
        while self._cells[at]:
            at = (at + 1) & self._mask
        self._cells[at] = (key & (_ALL - _BITS)) | rarity

    def rarity(self, key: int, letters: int) -> int:
        """The rarity of a word by its hash and how many letters it has."""
        found = _RAREST
        at = key & self._mask
        while self._cells[at]:
            if (self._cells[at] ^ key) <= _BITS:
                found = self._cells[at] & _BITS
                break
            at = (at + 1) & self._mask
        return min(found, _RAREST_OF[min(letters, _LONG)])
