"""Invented people by the hundred thousand, the same ones at every run.

Words of the shipped name frequencies are drawn as often as names have them, by a hash of the person's number, so that
the first thousand are the same in a list of a million. One word in eight is spelt otherwise: real lists hold many words
that nobody has counted, and an index without them would be too small and too quick.
"""

from collections.abc import Iterator
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from benchmarks.processes import ROOT

LISTED = "listed"
CUSTOMERS = "customers"
_WORDS = ROOT / "src/namesake/data"
_LENGTHS = (2, 2, 2, 3, 3, 4)
_LETTERS = "aeiounrlstmkhdgbyzvjpf"
_MOST = 4
_ALTERED = 32  # of 256


class Crowd:
    """Invented people by number; another `salt` gives other people."""

    def __init__(self, salt: str = LISTED) -> None:
        self._salt = salt.encode()
        self._known = [word.decode() for word in np.load(_WORDS / "person_words.npy").tolist()]
        shares = np.exp2(-np.load(_WORDS / "person_rarity.npy") / 1024.0)
        self._shares: NDArray[np.float64] = np.cumsum(shares) / np.sum(shares)

    def name(self, number: int) -> str:
        """The name of one of them: two to four words."""
        drawn = blake2b(b"%d" % number, digest_size=8 * _MOST + 16, key=self._salt).digest()
        places = np.frombuffer(drawn, np.uint64, _MOST) / 2.0**64
        noise = drawn[8 * _MOST :]
        found = np.minimum(np.searchsorted(self._shares, places), len(self._known) - 1)
        count = _LENGTHS[noise[0] % len(_LENGTHS)]
        words = [self._known[int(at)] for at in found[:count]]
        spelt = [misspelt(word, *noise[3 * i + 2 : 3 * i + 4]) if noise[3 * i + 1] < _ALTERED else word
                 for i, word in enumerate(words)]  # fmt: skip
        return " ".join(spelt).title()

    def names(self, count: int, first: int = 0) -> Iterator[str]:
        """So many of them, from the first one on."""
        return (self.name(number) for number in range(first, first + count))


def misspelt(word: str, place: int, how: int) -> str:
    """A word with one letter replaced, inserted, lost or exchanged with the next."""
    at = 1 + place % max(len(word) - 1, 1)
    letter = _LETTERS[how % len(_LETTERS)]
    ways = (
        word[:at] + letter + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
    )
    return ways[how // len(_LETTERS) % len(ways)] or word


def unseen(names: Iterator[str]) -> Iterator[str]:
    """The names with every word spelt otherwise, so that next to none of their words was ever looked up before."""
    for name in names:
        noise = blake2b(name.encode(), digest_size=2 * _MOST).digest()
        words = [misspelt(word, noise[2 * i], noise[2 * i + 1]) for i, word in enumerate(name.lower().split()[:_MOST])]
        yield " ".join(words).title()
