"""Indexes in the home folder: flat arrays, memory-mapped, one folder for each set of list versions."""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from namesake.candidates.index import IndexData
from namesake.candidates.partition import ARRAYS, CLASSES, Partition
from namesake.errors import IndexDamagedError, Where
from namesake.stores.home import Home, settle
from namesake.values.matches import ListedRef

CHECKSUMS = "checksums.json"
_FORM = b"2"
_ROOMS = ("text", "names", "kernels", "candidates", "entities")
"""The code that an index rests on: another version of it makes another index."""
_REMEMBERED = 1 << 13

Build = Callable[[], tuple[IndexData, Iterable[ListedRef]]]


@dataclass(frozen=True, slots=True)
class StoredIndex:
    """An index as it is opened: its arrays, and its entries by number."""

    data: IndexData
    listed: "StoredEntries"
    references: NDArray[Any]
    expires: NDArray[Any]

    def counts(self, today: date) -> dict[str, int]:
        """How many entries of each list are screened against on a day: those that have not expired."""
        names, counts = np.unique(self.references[self.expires >= today.toordinal()], return_counts=True)
        return {name.decode(): int(count) for name, count in zip(names, counts, strict=True)}


class StoredEntries:
    """The entries of an index by number, decoded when they are first asked for."""

    def __init__(self, lines: NDArray[np.uint8], offsets: NDArray[np.int64]) -> None:
        self._lines = lines
        self._offsets = offsets
        self._decoder = msgspec.json.Decoder(ListedRef)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._read)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> ListedRef:
        return self._remembered(number)

    def _read(self, number: int) -> ListedRef:
        return self._decoder.decode(self._lines[self._offsets[number] : self._offsets[number + 1]].tobytes())


@dataclass(frozen=True, slots=True)
class HomeIndexes:
    """Indexes, kept until their list versions, the model or our code change."""

    home: Home

    def open(self, versions: Sequence[str], build: Build) -> StoredIndex:
        """The index over some list versions (by hash), built by `build` where there is none yet.

        Raises `IndexDamagedError` where a file is missing or shorter than it says, `HomeError` where the folder
        cannot be written.
        """
        folder = self.home.folder / "indexes" / _key(versions)
        if not folder.exists():
            self._write(folder, *build())
        return _read(folder)

    def _write(self, folder: Path, data: IndexData, listed: Iterable[ListedRef]) -> None:
        with self.home.writing() as staging:
            if folder.exists():
                return
            staged = staging / "index"
            staged.mkdir()
            arrays = dict([*_named(data), *_entries(list(listed)).items()])
            for name, array in arrays.items():
                _save(staged / f"{name}.npy", array)
            sums = {name: _checksum(array) for name, array in arrays.items()}
            (staged / CHECKSUMS).write_bytes(msgspec.json.encode(sums))
            settle(staged, folder)


def _checksum(array: NDArray[Any]) -> int:
    """A CRC-32 of an array's content: quick enough to be taken at every opening."""
    return zlib.crc32(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)


def _save(path: Path, array: NDArray[Any]) -> None:
    """Write an array. numpy writes to real files behind Python's back and does not notice a full disk."""
    content = io.BytesIO()
    np.save(content, array, allow_pickle=False)
    path.write_bytes(content.getbuffer())


def _key(versions: Sequence[str]) -> str:
    digest = hashlib.sha256(_FORM + _code())
    for version in versions:
        digest.update(version.encode() + b"\0")
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1)
def _code() -> bytes:
    """A hash over the source of the rooms that an index rests on, and over their reference data."""
    package = files("namesake")
    digest = hashlib.sha256()
    for room in (*_ROOMS, "data"):
        for item in sorted(package.joinpath(room).iterdir(), key=lambda found: found.name):
            if item.name.endswith((".py", ".toml", ".csv", ".npy")):
                digest.update(item.name.encode() + hashlib.sha256(item.read_bytes()).digest())
    return digest.digest()


def _entries(listed: Sequence[ListedRef]) -> dict[str, NDArray[Any]]:
    lines = [msgspec.json.encode(item) for item in listed]
    ends = np.cumsum([len(line) for line in lines], dtype=np.int64)
    return {
        "entries": np.frombuffer(b"".join(lines) or b" ", np.uint8),
        "entry_offsets": np.concatenate([np.zeros(1, np.int64), ends]),
        "references": np.array([item.reference.encode() for item in listed], "S"),
        "expires": np.array([(item.expires or date.max).toordinal() for item in listed], np.int32),
    }


def _named(data: IndexData) -> list[tuple[str, NDArray[Any]]]:
    arrays: list[tuple[str, NDArray[Any]]] = [("ids", data.ids), ("id_entities", data.id_entities)]
    for kind in CLASSES:
        arrays += [(f"{kind}_{name}", getattr(data.partitions[kind], name)) for name in ARRAYS]
    return arrays


def _read(folder: Path) -> StoredIndex:
    load = partial(_load, folder, _checksums(folder))
    partitions = {kind: Partition(**{name: load(f"{kind}_{name}") for name in ARRAYS}) for kind in CLASSES}
    data = IndexData(partitions, load("ids"), load("id_entities"))
    listed = StoredEntries(load("entries"), load("entry_offsets"))
    return StoredIndex(data, listed, load("references"), load("expires"))


def _checksums(folder: Path) -> dict[str, int]:
    try:
        return msgspec.json.decode((folder / CHECKSUMS).read_bytes(), type=dict[str, int])
    except (OSError, msgspec.MsgspecError) as error:
        raise IndexDamagedError(f"{CHECKSUMS} cannot be read: {error}", where=Where(str(folder))) from error


def _load(folder: Path, checksums: Mapping[str, int], name: str) -> NDArray[Any]:
    """An array, mapped. The kernels trust it, so a file that is not as it was written must not reach them."""
    path = folder / f"{name}.npy"
    try:
        # A file cut off by a full disk cannot be mapped to its declared size, and is refused here.
        loaded: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise IndexDamagedError(f"{name} cannot be read: {error}", where=Where(str(folder))) from error
    if _checksum(loaded) != checksums.get(name):
        raise IndexDamagedError(f"{name} is not as it was written", where=Where(str(folder)))
    return loaded.view(np.ndarray)  # still mapped, without the cost of numpy's own class for it at every access
