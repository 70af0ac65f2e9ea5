"""What every kind of table is once it is open: named columns and numbered rows of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from namesake.errors import EmptyPartError, MappingError, OversizeError, Where
from namesake.values.entities import Note

MAX_ROWS = 1_048_576
"""As many as a sheet of a workbook can have."""

MAX_COLUMNS = 1_000
MAX_CELL = 100_000
"""Characters in a cell."""

Rows = Iterator[tuple[int, Sequence[str]]]


@dataclass(slots=True)
class Table:
    """A table: `rows` yields each row with content once, with its number as a person counts it.

    `notes` grows while the rows are read.
    """

    file: str
    columns: tuple[str, ...]
    rows: Rows
    notes: list[Note] = field(default_factory=list)


def table(file: str, records: Rows, notes: list[Note]) -> Table:
    """A table from numbered records, the first of which with content names the columns.

    Raises `EmptyPartError` where there is none and `OversizeError`, also while the rows are read.
    """
    bounded = _bounded(file, records)
    _, header = next(bounded, (0, ()))
    if not header:
        raise EmptyPartError("the table has no row that names its columns", where=Where(file))
    return Table(file, tuple(" ".join(cell.split()) for cell in header), bounded, notes)


def _bounded(file: str, records: Rows) -> Rows:
    """The records with content; `OversizeError` for more rows, columns or text than the limits."""
    for number, record in records:
        if number > MAX_ROWS or len(record) > MAX_COLUMNS:
            what = f"more than {MAX_ROWS:,} rows or {MAX_COLUMNS:,} columns"
            raise OversizeError(what, where=Where(file, number))
        if any(len(cell) > MAX_CELL for cell in record):
            raise OversizeError(f"a cell of more than {MAX_CELL:,} characters", where=Where(file, number))
        if any(cell.strip() for cell in record):
            yield number, record


def check_wanted(columns: Sequence[str], wanted: Sequence[str], file: str) -> None:
    """Raises `MappingError` for a wanted column that is not there, or is there twice."""
    existing = ", ".join(repr(column) for column in columns if column) or "none"
    for column in wanted:
        found = columns.count(column)
        if found != 1:
            what = "is not in the table" if not found else "is in the table more than once"
            text = f"the column {column!r} {what}; its columns are: {existing[:2000]}"
            raise MappingError(text, where=Where(file, column=column))


def cell(value: object) -> str:
    """A value of a workbook or Parquet file as text: dates in ISO form, whole numbers without a fraction."""
    if value is None or value != value:  # not a number, which has no text of its own
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
