"""Text tables: CSV and its relatives, in any delimiter and encoding."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from namesake.entities.codes import ROW_EMPTY, ROW_RAGGED, ROW_TOO_LARGE
from namesake.errors import UnmappedColumnsError, UnreadableError, Where
from namesake.feeds.tables.cells import is_empty, tidy, too_large
from namesake.feeds.tables.delimiter import delimiter_of, name_of
from namesake.feeds.tables.encoding import Encoding, encoding_of
from namesake.feeds.tables.file import sha256
from namesake.feeds.tables.header import Header, find_header
from namesake.feeds.tables.lines import open_lines
from namesake.feeds.tables.records import BrokenRecord, Record, Records
from namesake.feeds.tables.shape import Limits, Table
from namesake.values.entities import Skipped
from namesake.values.rows import Row

_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class _Layout:
    """Everything that was found out about a text table before its rows are read."""

    path: Path
    encoding: str
    delimiter: str
    declared: bool
    limits: Limits


def open_csv(path: Path, delimiter: str | None, encoding: str | None, limits: Limits) -> Table:
    """Recognise a text table. Rows are numbered by the line of the file on which they begin.

    Raises `UnreadableError`, `FormatUnknownError`, `EmptyInputError`, `InputOversizeError` or
    `UnmappedColumnsError` (no header).
    """
    found = encoding_of(path, encoding)
    layout = _layout(path, delimiter, found, limits)
    header = _header(layout)
    details = (
        str(found),
        f"delimiter: {name_of(layout.delimiter)}",
        *header.details,
        "rows are numbered by line; the header counts",
    )
    total = None if found.lines is None else max(found.lines - header.number, 1)
    return Table(path, "csv", header.columns, details, sha256(path), total, lambda: _rows(layout, header))


def _layout(path: Path, delimiter: str | None, encoding: Encoding, limits: Limits) -> _Layout:
    with open_lines(path, encoding.name, limits.line) as lines:
        sample = [line.text for line in islice(lines, _SAMPLE) if line.text and len(line.text) < limits.cell]
    # Spreadsheet programs write and read a first line "sep=;".
    first = sample[0].strip().lower() if sample else ""
    declared = len(first) == 5 and first.startswith("sep=")
    chosen = delimiter or (
        sample[0].strip()[4] if declared else delimiter_of([text for text in sample if text.strip()])
    )
    try:
        csv.reader([], delimiter=chosen)
    except (TypeError, ValueError) as error:
        hint = "Give one character, for example --delimiter ';'."
        raise UnreadableError(f"{chosen!r} cannot be a delimiter", where=Where(str(path)), hint=hint) from error
    return _Layout(path, encoding.name, chosen, declared, limits)


def _records(layout: _Layout, width: int = 0) -> Iterator[Record | BrokenRecord]:
    with open_lines(layout.path, layout.encoding, layout.limits.line) as lines:
        if layout.declared:
            lines.take()
        try:
            yield from Records(lines, layout.delimiter, layout.limits, width)
        except UnreadableError as error:
            raise UnreadableError(error.what, where=Where(str(layout.path))) from error


def _header(layout: _Layout) -> Header:
    filled = (item for item in _records(layout) if isinstance(item, Record) and not is_empty(item.cells))
    sample = [(item.number, item.cells) for item in islice(filled, 8)]
    where = Where(str(layout.path))
    header = find_header(sample, where, layout.limits.columns)
    if any(len(name) > 200 for name in header.columns):
        raise UnmappedColumnsError("the first row is too long to name columns", where=where)
    return header


def _rows(layout: _Layout, header: Header) -> Iterator[Row | Skipped]:
    for item in _records(layout, len(header.columns)):
        if item.number > header.number:
            yield _row(item, header.columns, layout)


def _row(item: Record | BrokenRecord, columns: tuple[str, ...], layout: _Layout) -> Row | Skipped:
    where = Where(str(layout.path), item.number)
    if isinstance(item, BrokenRecord):
        return Skipped(item.code, item.reason, where)
    cells = item.cells
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()  # a delimiter too many at the end says nothing
    if is_empty(cells):
        return Skipped(ROW_EMPTY, "the row has no content", where)
    if (at := too_large(cells, layout.limits.cell)) is not None:
        return Skipped(ROW_TOO_LARGE, f"cell {at + 1} has {len(cells[at]):,} characters", where)
    clean, notes = tidy(cells, columns, where)
    if len(cells) > len(columns):
        shown = tuple(zip(columns, item.cells, strict=False))
        reason = f"the row has {len(cells)} cells and the table {len(columns)} columns"
        return Skipped(ROW_RAGGED, reason, where, columns=shown)
    missing = len(columns) - len(cells)
    return Row(item.number, clean + ("",) * missing, len(cells) if missing else None, notes)
