"""What every reader of tables gives back, and the limits that all of them keep."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from namesake.values.entities import Skipped
from namesake.values.rows import Row

Form = Literal["csv", "xlsx", "parquet", "jsonl", "ftm"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a hostile file is put up with: characters, counts and bytes.

    `cell` and `line` are in characters, `record_lines` is how many lines a quoted cell may make a row span,
    `unpacked` is what an archive may unpack to and `member` each of its parts that are held in memory.
    """

    cell: int = 100_000
    line: int = 4_000_000
    columns: int = 2_000
    record_lines: int = 200
    broken_quotes: int = 1_000
    unpacked: int = 2 << 30
    member: int = 256 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """A file of subjects, recognised and ready to be read, as often as wanted.

    `details` say in words what was detected. `total` is about how many rows there are, where that is known.
    """

    path: Path
    form: Form
    columns: tuple[str, ...]
    details: tuple[str, ...]
    sha256: str
    total: int | None
    read: Callable[[], Iterator[Row | Skipped]]

    def rows(self) -> Iterator[Row | Skipped]:
        """The rows from the first, in bounded memory; a row that cannot be read comes as a `Skipped`."""
        return self.read()
