"""Choices from one seeded stream, the same on every Python: only `Random.random` is used, whose sequence is fixed."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Draw:
    """A stream of choices; the same seed and the same questions give the same answers."""

    def __init__(self, seed: int) -> None:
        self._stream = Random(seed)

    def share(self) -> float:
        """A number from 0 up to 1."""
        return self._stream.random()

    def below(self, limit: int) -> int:
        """A whole number from 0 up to `limit`, which is not reached."""
        return int(self.share() * limit)

    def of(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self.below(len(items))]

    def mixed(self, items: Sequence[Item]) -> list[Item]:
        """The items in another order."""
        keys = [(self.share(), number) for number in range(len(items))]
        return [items[number] for _, number in sorted(keys)]

    def digits(self, count: int) -> str:
        """A number of so many digits that does not begin with 0."""
        return str(1 + self.below(9)) + "".join(str(self.below(10)) for _ in range(count - 1))
