"""What entities are found by besides their names: identifiers and addresses, by hash."""

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from namesake.fields.addresses import keys
from namesake.fields.ids import comparable
from namesake.values.entities import Entity


class Keys:
    """Keys of entities while they are gathered."""

    def __init__(self) -> None:
        self._found: list[tuple[int, int]] = []

    def add(self, number: int, entity_keys: Iterable[str]) -> None:
        """An entity, by its number, has these keys."""
        self._found += [(_hash(key), number) for key in entity_keys]

    def arrays(self) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        """The hashes, sorted, and whose they are."""
        self._found.sort()
        hashes = np.array([key for key, _ in self._found], np.uint64)
        return hashes, np.array([number for _, number in self._found], np.int32)


def holders(hashes: NDArray[np.uint64], numbers: NDArray[np.int32], wanted: Iterable[str]) -> set[int]:
    """Who has any of some keys."""
    found: set[int] = set()
    for key in wanted:
        hashed = np.uint64(_hash(key))
        first, last = np.searchsorted(hashes, hashed, "left"), np.searchsorted(hashes, hashed, "right")
        found.update(numbers[first:last].tolist())
    return found


def id_keys(entity: Entity) -> set[str]:
    """What identifiers are equal by."""
    return {key for item in entity.identifiers if (key := comparable(item))}


def place_keys(entity: Entity) -> set[str]:
    """What addresses must have in common to be alike."""
    return {" ".join(pair) for address in entity.addresses for pair in keys(address.text)}


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")
