"""Fragments of a report kept on disk until their order is known."""

import tempfile
from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import Self

import numpy as np


class Spool:
    """Texts in a temporary file; in memory only 24 bytes each. Raises `OSError` on a full disk."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - lives as long as the spool
        self._keys = array("q")
        self._places = array("q")
        self._end = 0

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: int, text: str) -> None:
        """Keep a text under a key, by which it comes out again."""
        data = text.encode("utf-8", "backslashreplace")
        self._keys.append(key)
        self._places.append(self._end)
        self._file.write(data)
        self._end += len(data)

    def ranked(self) -> Iterator[str]:
        """All texts by falling key; those with the same key in the order in which they came."""
        order = np.argsort(-np.asarray(self._keys, dtype=np.int64), kind="stable")
        for at in order.tolist():
            yield self._text(at)

    def close(self) -> None:
        """Delete the file."""
        with suppress(OSError):  # closing flushes, which fails on a full disk; nobody needs what is lost
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _text(self, at: int) -> str:
        end = self._places[at + 1] if at + 1 < len(self._places) else self._end
        self._file.seek(self._places[at])
        return self._file.read(end - self._places[at]).decode("utf-8")
