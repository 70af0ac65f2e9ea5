"""Arrays of numbers in one file, mapped into memory: nothing of them is read but what is looked at."""

import mmap
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from namesake.errors import IndexDamagedError, Where

Array = NDArray[Any]
_ALIGNED = 64
"""Bytes: each array begins at a multiple of a line of the processor's cache."""
_KINDS = frozenset("iu")


class Place(msgspec.Struct, frozen=True):
    """Where an array stands in its file: its first byte, how many numbers of which type, and their checksum."""

    start: int
    count: int
    kind: str
    checksum: int


def checksum(content: Array | bytes) -> int:
    """A CRC-32: quick enough to be taken at every opening."""
    return zlib.crc32(content if isinstance(content, bytes) else np.ascontiguousarray(content).view(np.uint8).data)


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> dict[str, Place]:
    """Write flat arrays of whole numbers one after the other, and say where each of them stands."""
    places: dict[str, Place] = {}
    with path.open("wb") as file:
        for name, array in arrays.items():
            file.write(bytes(-file.tell() % _ALIGNED))
            places[name] = Place(file.tell(), len(array), array.dtype.str, checksum(array))
            file.write(np.ascontiguousarray(array).data.cast("B") if len(array) else b"")
    return places


def read_arrays(path: Path, places: Mapping[str, Place]) -> dict[str, Array]:
    """The arrays of a file, mapped. The loops trust them, so one that is not as it was written must not reach them.

    Raises `IndexDamagedError`.
    """
    whole = mapped(path)
    return {name: _array(whole, path, name, place) for name, place in places.items()}


def mapped(path: Path) -> NDArray[np.uint8]:
    """The bytes of a file, mapped. Raises `IndexDamagedError` where there is none."""
    try:
        with path.open("rb") as file:
            if not file.seek(0, 2):  # an empty file cannot be mapped
                return np.zeros(0, np.uint8)
            return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)
    except (OSError, ValueError) as error:
        raise IndexDamagedError(f"{path.name} cannot be read: {error}", where=Where(str(path.parent))) from error


def _array(whole: NDArray[np.uint8], path: Path, name: str, place: Place) -> Array:
    where = Where(str(path.parent))
    try:
        kind = np.dtype(place.kind)
    except TypeError as error:
        raise IndexDamagedError(f"{name} has no known type", where=where) from error
    stop = place.start + place.count * kind.itemsize
    if kind.kind not in _KINDS or not 0 <= place.start <= stop <= len(whole):
        raise IndexDamagedError(f"{name} is cut off", where=where)
    found = whole[place.start : stop]
    if checksum(found) != place.checksum:
        raise IndexDamagedError(f"{name} is not as it was written", where=where)
    return found.view(kind)
