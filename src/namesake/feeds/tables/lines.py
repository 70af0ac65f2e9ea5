"""Physical lines of a text, numbered, bounded, and able to be taken back."""

import io
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from namesake.errors import UnreadableError, Where
from namesake.feeds.tables.file import opened


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line, its end included. `text` is None where it is longer than the limit."""

    number: int
    text: str | None


@dataclass(slots=True)
class Lines:
    """Hands out lines one at a time; lines given back are handed out again, in order."""

    stream: TextIO
    limit: int
    number: int = 0
    waiting: deque[Line] = field(default_factory=deque)

    def take(self) -> Line | None:
        """The next line, or None at the end."""
        if self.waiting:
            return self.waiting.popleft()
        text = self.stream.readline(self.limit)
        if not text:
            return None
        self.number += 1
        if len(text) < self.limit or text[-1] in "\r\n":
            return Line(self.number, text)
        self._drain()
        return Line(self.number, None)

    def give_back(self, lines: list[Line]) -> None:
        """Put lines back in front, in the order in which they were taken."""
        self.waiting.extendleft(reversed(lines))

    def _drain(self) -> None:
        while (rest := self.stream.readline(self.limit)) and rest[-1] not in "\r\n":
            pass

    def __iter__(self) -> Iterator[Line]:
        while (line := self.take()) is not None:
            yield line


@contextmanager
def open_lines(path: Path, encoding: str, limit: int) -> Iterator[Lines]:
    """The lines of a text file; bytes that cannot be decoded read U+FFFD. Raises `UnreadableError`."""
    try:
        with opened(path) as stream:
            yield Lines(io.TextIOWrapper(stream, encoding, errors="replace", newline=""), limit)
    except UnicodeError as error:  # UTF-16 without the mark that the codec asks for
        raise UnreadableError(f"the file is not {encoding}: {error}", where=Where(str(path))) from error
