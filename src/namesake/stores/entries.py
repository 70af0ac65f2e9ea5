"""The entries of an index: lines of JSON that are read one by one, when they are asked for."""

from array import array
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import IO

import msgspec
import numpy as np

from namesake.errors import IndexDamagedError, Where
from namesake.stores.arrays import Array, checksum, mapped
from namesake.values.matches import ListedRef

_REMEMBERED = 1 << 13


class EntryWriter:
    """Writes entries to a file as they come, and counts those of each list by the day on which they expire."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._encoder = msgspec.json.Encoder()
        self._ends = array("q", [0])
        self._sums = array("I")
        self._counts: Counter[tuple[str, int]] = Counter()

    def keep(self, entry: ListedRef) -> None:
        """Write one more."""
        line = self._encoder.encode(entry)
        self._file.write(line)
        self._ends.append(self._ends[-1] + len(line))
        self._sums.append(checksum(line))
        self._counts[entry.reference, (entry.expires or date.max).toordinal()] += 1

    @property
    def arrays(self) -> dict[str, Array]:
        """Where each entry begins and the last one ends, and their checksums."""
        return {"entry_offsets": np.array(self._ends, np.int64), "entry_sums": np.array(self._sums, np.uint32)}

    @property
    def counts(self) -> list[tuple[str, int, int]]:
        """List, last day (an ordinal) and number of entries."""
        return [(reference, day, count) for (reference, day), count in sorted(self._counts.items())]


class StoredEntries:
    """The entries of an index by number, checked and decoded when they are first asked for."""

    def __init__(self, path: Path, arrays: dict[str, Array]) -> None:
        """Raises `IndexDamagedError` where the file has another size than was written."""
        lines = _Lines(path, arrays)
        self._size = len(lines.sums)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(lines.read)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> ListedRef:
        """An entry. Raises `IndexDamagedError` where it is not as it was written."""
        return self._remembered(number)


class _Lines:
    """The lines of an index, read and checked. They do not know who remembers them: a memory that held itself would
    keep the file open until Python's collector comes by."""

    def __init__(self, path: Path, arrays: dict[str, Array]) -> None:
        self._path, self._lines = path, mapped(path)
        self._offsets, self.sums = arrays["entry_offsets"], arrays["entry_sums"]
        if len(self._offsets) != len(self.sums) + 1 or len(self._lines) != self._offsets[-1]:
            raise self._damaged(f"{path.name} is cut off")
        self._decoder = msgspec.json.Decoder(ListedRef)

    def read(self, number: int) -> ListedRef:
        """An entry. Raises `IndexDamagedError` where it is not as it was written."""
        line = self._lines[self._offsets[number] : self._offsets[number + 1]].tobytes()
        if checksum(line) != self.sums[number]:
            raise self._damaged(f"entry {number} of {self._path.name} is not as it was written")
        return self._decoder.decode(line)

    def _damaged(self, said: str) -> IndexDamagedError:
        return IndexDamagedError(said, where=Where(str(self._path.parent)))
