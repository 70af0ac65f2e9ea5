"""Indexes of subjects in the home folder: one folder for each population, in it the model's, in that the segments.

They only ever spare work: what is damaged or was made by other code counts as not there, and is made again. A segment
is written once; which of them count, and who is screened, stands in `current`.
"""

import hashlib
import shutil
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from namesake.errors import IndexDamagedError
from namesake.revetting import canaries
from namesake.revetting.subject_index import Current, KeptIndex, SegmentData
from namesake.stores.arrays import Place, read_arrays, write_arrays
from namesake.stores.home import Home, settle
from namesake.stores.indexes import arrays_of, code, data_of

_PLACES = "places.json"
_ARRAYS = "arrays.bin"
_CURRENT = "current"
_FORM = b"3"


class _Header(msgspec.Struct, frozen=True):
    """The first line of `current`; the marks follow it."""

    stamp: str
    segments: list[str]
    checksum: int


@dataclass(frozen=True, slots=True)
class HomeSegments:
    """Indexes of subjects. That of a population takes the place of the one made with another model or by other code."""

    home: Home

    def read(self, population: str, model: str) -> KeptIndex | None:
        """The index of a population that was made with a model (by hash), or None."""
        folder = self._folder(population, model)
        try:
            first, _, marks = (folder / _CURRENT).read_bytes().partition(b"\n")
            header = msgspec.json.decode(first, type=_Header)
            if zlib.crc32(marks) != header.checksum or len(marks) % 8:
                return None
            segments = tuple(_read(folder / name) for name in header.segments)
        except (OSError, msgspec.MsgspecError, IndexDamagedError, KeyError):
            return None
        return KeptIndex(header.stamp, segments, Current(np.frombuffer(marks, np.uint64)))

    def keep(self, population: str, model: str, index: KeptIndex) -> None:
        """Keep an index in place of the one before. Raises `HomeError`."""
        folder = self._folder(population, model)
        names = [_name(segment) for segment in index.segments]
        kept = self.read(population, model)
        good = {_name(segment) for segment in kept.segments} if kept else set()
        with self.home.writing() as staging:
            for name, segment in zip(names, index.segments, strict=True):
                if name not in good:
                    shutil.rmtree(folder / name, ignore_errors=True)
                    settle(_written(segment, staging / name), folder / name)
            settle(_current(index, names, staging / _CURRENT), folder / _CURRENT)
            for left in (*_others(folder, (*names, _CURRENT)), *_others(folder.parent, (folder.name,))):
                shutil.rmtree(left, ignore_errors=True)  # names of people are not kept for nothing

    def forget(self, population: str) -> None:
        """Destroy every index of a population, because it holds names. Raises `HomeError`."""
        with self.home.writing():
            shutil.rmtree(self._folder(population, "").parent, ignore_errors=True)

    def _folder(self, population: str, model: str) -> Path:
        made_by = [_FORM, code(), canaries.digest().encode(), model.encode()]
        return self.home.folder / "indexes" / f"subjects-{_hash(population.encode())}" / _hash(*made_by)


def _hash(*items: bytes) -> str:
    digest = hashlib.sha256(b"".join(hashlib.sha256(item).digest() for item in items))
    return digest.hexdigest()[:32]


def _name(segment: SegmentData) -> str:
    """A name for a segment that follows from whom it holds."""
    return hashlib.sha256(segment.numbers.tobytes() + segment.marks.tobytes()).hexdigest()[:32]


def _written(segment: SegmentData, folder: Path) -> Path:
    folder.mkdir()
    arrays = {"numbers": segment.numbers, "marks": segment.marks, **arrays_of(segment.index)}
    places = msgspec.json.encode(write_arrays(folder / _ARRAYS, arrays))
    (folder / _PLACES).write_bytes(b"%d\n%b" % (zlib.crc32(places), places))
    return folder


def _read(folder: Path) -> SegmentData:
    """A segment. Raises `OSError`, `IndexDamagedError`, `KeyError` or `msgspec.MsgspecError` for what is not one."""
    first, _, places = (folder / _PLACES).read_bytes().partition(b"\n")
    if first != b"%d" % zlib.crc32(places):
        raise IndexDamagedError(f"{_PLACES} is not as it was written")
    arrays = read_arrays(folder / _ARRAYS, msgspec.json.decode(places, type=dict[str, Place]))
    return SegmentData(data_of(arrays), arrays["numbers"], arrays["marks"])


def _current(index: KeptIndex, names: Sequence[str], path: Path) -> Path:
    marks = index.current.marks.tobytes()
    header = msgspec.json.encode(_Header(index.stamp, list(names), zlib.crc32(marks)))
    path.write_bytes(header + b"\n" + marks)
    return path


def _others(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.name not in names)
