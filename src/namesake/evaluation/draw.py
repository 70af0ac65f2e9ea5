"""Choices that look random and are not: the same words give the same stream of choices on every machine."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def rank(*words: object) -> int:
    """A number from 0 up to 2**64 that belongs to these words: what has the smallest ones is a fair sample."""
    text = "\x1f".join(map(str, words)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest())


class Draw:
    """A stream of choices that belongs to some words, such as a seed and the name that is to be changed."""

    def __init__(self, *words: object) -> None:
        self._state = rank(*words)
        self._drawn = 0

    def below(self, limit: int) -> int:
        """A whole number from 0 up to `limit`, which is not reached."""
        self._drawn += 1
        return rank(self._state, self._drawn) % limit

    def of(self, items: Sequence[Item]) -> Item:
        """One of the items, which must not be empty."""
        return items[self.below(len(items))]
