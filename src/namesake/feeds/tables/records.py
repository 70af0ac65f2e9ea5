"""Lines become records of cells: the rules of CSV, and what an unclosed quotation mark may cost.

Python's own parser splits the cells. Around it stands a guard: a quotation mark that nothing closes would
swallow the rest of the file into one cell; here it costs its own row, and the lines after it are read afresh.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field

from namesake.entities.codes import ROW_QUOTE_OPEN, ROW_TOO_LARGE
from namesake.errors import UnreadableError
from namesake.feeds.tables.lines import Line, Lines
from namesake.feeds.tables.shape import Limits


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row; `number` is the line on which it begins and `lines` how many it spans."""

    number: int
    cells: list[str]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A row that could not be split into cells, and why."""

    number: int
    code: str
    reason: str


class _RunawayError(Exception):
    """A record does not end where a record may."""


@dataclass(slots=True)
class _Guard:
    """Feeds the parser and remembers which lines its present record has taken."""

    lines: Lines
    most: int
    taken: list[Line] = field(default_factory=list)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.lines.take() if len(self.taken) < self.most else None
        if line is None:
            if self.taken:
                raise _RunawayError
            raise StopIteration
        self.taken.append(line)
        if line.text is None:
            raise _RunawayError
        return line.text


@dataclass(slots=True)
class Records:
    """The records of a text, in order. `width`, once set, tells a record of several lines from a runaway."""

    lines: Lines
    delimiter: str
    limits: Limits
    width: int = 0
    broken: int = 0

    def __iter__(self) -> Iterator[Record | BrokenRecord]:
        guard = _Guard(self.lines, self.limits.record_lines)
        reader = csv.reader(guard, delimiter=self.delimiter)
        while True:
            guard.taken.clear()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (_RunawayError, csv.Error):
                yield self._broken(guard.taken)
                continue
            if len(guard.taken) > 1 and self.width and len(cells) != self.width:
                yield self._broken(guard.taken)
                continue
            yield Record(guard.taken[0].number, cells, len(guard.taken))

    def _broken(self, taken: list[Line]) -> BrokenRecord:
        first, rest = taken[0], taken[1:]
        self.lines.give_back(rest)
        if first.text is None or (not rest and len(first.text) > self.limits.cell):
            reason = f"the line or one of its cells is longer than {self.limits.cell:,} characters"
            return BrokenRecord(first.number, ROW_TOO_LARGE, reason)
        self.broken += 1
        if self.broken > self.limits.broken_quotes:
            raise UnreadableError("too many rows have quotation marks that nothing closes")
        return BrokenRecord(first.number, ROW_QUOTE_OPEN, "a quotation mark opens a cell and nothing closes it")
