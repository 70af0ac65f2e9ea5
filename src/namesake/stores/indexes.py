"""Indexes in the home folder: flat arrays, memory-mapped, one folder for each set of list versions."""

import hashlib
import shutil
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec

from namesake.candidates.index import IndexData
from namesake.candidates.partition import ARRAYS, CLASSES, Partition
from namesake.errors import IndexDamagedError, Where
from namesake.stores.arrays import Array, Place, read_arrays, write_arrays
from namesake.stores.entries import EntryWriter, StoredEntries
from namesake.stores.home import Home, settle
from namesake.values.matches import ListedRef

CONTENTS = "contents.json"
NUMBERS = "arrays.bin"
ENTRIES = "entries.jsonl"
_FORM = b"7"
_ROOMS = ("text", "fields", "fields/ids", "names", "kernels", "candidates", "entities")
"""The code that an index rests on: another version of it makes another index."""

_KEYS = ("ids", "id_entities", "places", "place_entities")

Keep = Callable[[ListedRef], object]
Build = Callable[[Keep], IndexData]
"""Makes an index; it gives away each entry, in the order of their numbers, as it goes along."""


class Contents(msgspec.Struct, frozen=True):
    """What is in the files of an index: where each array stands, and how many entries of each list are good up to
    which day (an ordinal)."""

    arrays: dict[str, Place]
    counts: list[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class StoredIndex:
    """An index as it is opened: its arrays, its entries by number, and list, last day and number of these."""

    data: IndexData
    listed: StoredEntries
    entries: Sequence[tuple[str, int, int]]

    def counts(self, today: date) -> dict[str, int]:
        """How many entries of each list are screened against on a day: those that have not expired."""
        found: dict[str, int] = {}
        for reference, last, count in self.entries:
            if last >= today.toordinal():
                found[reference] = found.get(reference, 0) + count
        return found


@dataclass(frozen=True, slots=True)
class HomeIndexes:
    """Indexes, kept until their list versions, the model or our code change."""

    home: Home

    def open(self, versions: Sequence[str], build: Build) -> StoredIndex:
        """The index over some list versions (by hash), built by `build` where there is none yet.

        Raises `IndexDamagedError` where a file is missing or is not as it was written, `HomeError` where the folder
        cannot be written.
        """
        folder = self.home.folder / "indexes" / _key(versions)
        if not folder.exists():
            self._make(folder, build)
        return _read(folder)

    def _make(self, folder: Path, build: Build) -> None:
        """Build an index without keeping others from writing, who may have made the same one meanwhile."""
        with self.home.spool() as spool:
            writer = EntryWriter(spool)
            arrays = {**arrays_of(build(writer.keep)), **writer.arrays}
            spool.seek(0)
            with self.home.writing() as staging:
                if folder.exists():
                    return
                staged = staging / "index"
                staged.mkdir()
                with (staged / ENTRIES).open("wb") as file:
                    shutil.copyfileobj(spool, file)
                contents = Contents(write_arrays(staged / NUMBERS, arrays), writer.counts)
                _write_contents(staged / CONTENTS, contents)
                settle(staged, folder)


def _key(versions: Sequence[str]) -> str:
    digest = hashlib.sha256(_FORM + code())
    for version in versions:
        digest.update(version.encode() + b"\0")
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1)
def code() -> bytes:
    """A hash over the source of the rooms that an index rests on, and over their reference data."""
    package = files("namesake")
    digest = hashlib.sha256()
    for room in (*_ROOMS, "data"):
        for item in sorted(package.joinpath(room).iterdir(), key=lambda found: found.name):
            if item.name.endswith((".py", ".toml", ".csv", ".npy")):
                digest.update(item.name.encode() + hashlib.sha256(item.read_bytes()).digest())
    return digest.digest()


def arrays_of(data: IndexData) -> dict[str, Array]:
    """The arrays of an index, by name."""
    partitions = [(kind, data.partitions[kind]) for kind in CLASSES]
    arrays = {f"{kind}_{name}": getattr(partition, name) for kind, partition in partitions for name in ARRAYS}
    return {**{name: getattr(data, name) for name in _KEYS}, **arrays}


def data_of(arrays: Mapping[str, Array]) -> IndexData:
    """The index of some arrays. Raises `KeyError` where one is missing."""
    partitions = {kind: Partition(**{name: arrays[f"{kind}_{name}"] for name in ARRAYS}) for kind in CLASSES}
    return IndexData(partitions, **{name: arrays[name] for name in _KEYS})


def _read(folder: Path) -> StoredIndex:
    contents = _read_contents(folder / CONTENTS)
    arrays = read_arrays(folder / NUMBERS, contents.arrays)
    try:
        data, listed = data_of(arrays), StoredEntries(folder / ENTRIES, arrays)
    except KeyError as error:
        raise IndexDamagedError(f"{error} is missing", where=Where(str(folder))) from error
    return StoredIndex(data, listed, contents.counts)


def _write_contents(path: Path, contents: Contents) -> None:
    written = msgspec.json.encode(contents) + b"\n"
    path.write_bytes(b"%d\n%b" % (zlib.crc32(written), written))


def _read_contents(path: Path) -> Contents:
    """What is in an index; a line before it holds its checksum."""
    try:
        first, _, written = path.read_bytes().partition(b"\n")
        if first == b"%d" % zlib.crc32(written):
            return msgspec.json.decode(written, type=Contents)
    except (OSError, msgspec.MsgspecError) as error:
        raise IndexDamagedError(f"{path.name} cannot be read: {error}", where=Where(str(path.parent))) from error
    raise IndexDamagedError(f"{path.name} is not as it was written", where=Where(str(path.parent)))
