"""Workbooks (XLSX), read in a stream by openpyxl after the archive has been checked."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar, cast

import openpyxl

from namesake.entities.codes import ROW_BESIDE, ROW_EMPTY, ROW_TOO_LARGE
from namesake.errors import EmptyInputError, NamesakeError, UnreadableError, Where
from namesake.feeds.tables.archive import check_workbook
from namesake.feeds.tables.cells import cell_of, is_empty, tidy, too_large
from namesake.feeds.tables.file import sha256
from namesake.feeds.tables.header import Header, find_header
from namesake.feeds.tables.shape import Limits, Table
from namesake.values.entities import Note, Skipped
from namesake.values.rows import Cell, Row, flat

_ROWS = 1_048_576  # as many as a sheet can have; a file may claim more
_BESIDE = 64  # columns to the right of the table that are still looked at
_HEADER_ROWS = 5_000  # among which the header and the first rows must be
_BATCH = 256
_T = TypeVar("_T")


class _Sheet(Protocol):
    """A worksheet as openpyxl opens it for reading only; its type stubs describe the other kind."""

    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_row: int, max_col: int, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def open_xlsx(path: Path, sheet: str | None, limits: Limits) -> Table:
    """Recognise a workbook; rows are numbered as in the sheet.

    Without `sheet` the first one with a table is read, and said. Raises `UnreadableError` for a damaged
    workbook or an unknown sheet, `InputOversizeError`, `FormatUnknownError`, `EmptyInputError` and
    `UnmappedColumnsError` (no header).
    """
    check_workbook(path, limits)
    with _opened(path) as book:
        title, header = _chosen(book, sheet, Where(str(path)), limits)
        others = [name for name in book.sheetnames if name != title]
    details = [f'sheet: "{title}"', *header.details, "rows are numbered as in the sheet"]
    if others:
        shown = ", ".join(f'"{name}"' for name in others[:10])
        details.insert(1, f"sheets not read: {shown}; --sheet chooses another")

    def read() -> Iterator[Row | Skipped]:
        with _opened(path) as book:
            for number, cells in _cells(_sheets(book)[title], len(header.columns) + _BESIDE):
                if number > header.number:
                    yield _row(number, cells, header.columns, Where(str(path), number), limits.cell)

    return Table(path, "xlsx", header.columns, tuple(details), sha256(path), None, read)


@contextmanager
def _opened(path: Path) -> Iterator[openpyxl.Workbook]:
    """An open workbook; whatever a damaged one makes the library raise becomes an `UnreadableError`."""
    try:
        load = lambda: openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)  # noqa: E731 - one call
        with closing(_quietly(load)) as book:
            yield book
    except (NamesakeError, GeneratorExit):
        raise
    except Exception as error:  # a bit flip can surface as any exception at all in the library
        what = f"the workbook is damaged: {type(error).__name__}: {str(error)[:200]}"
        raise UnreadableError(what, where=Where(str(path))) from error


def _quietly(call: Callable[[], _T]) -> _T:
    """Call without the library's warnings on features of workbooks that concern no data."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return call()


def _sheets(book: openpyxl.Workbook) -> dict[str, _Sheet]:
    sheets = cast("list[_Sheet]", book.worksheets)
    return {sheet.title: sheet for sheet in sheets}


def _chosen(book: openpyxl.Workbook, wanted: str | None, where: Where, limits: Limits) -> tuple[str, Header]:
    sheets = _sheets(book)
    if wanted is not None:
        if wanted not in sheets:
            names = ", ".join(f'"{name}"' for name in sheets)
            raise UnreadableError(f'there is no sheet "{wanted}"', where=where, hint=f"The sheets are: {names}.")
        return wanted, _header(sheets[wanted], where, limits)
    hidden_last = sorted(sheets.values(), key=lambda sheet: sheet.sheet_state != "visible")
    for sheet in hidden_last:
        try:
            return sheet.title, _header(sheet, where, limits)
        except EmptyInputError:
            continue
    raise EmptyInputError("no sheet has a header and rows below it", where=where)


def _header(sheet: _Sheet, where: Where, limits: Limits) -> Header:
    first = islice(_cells(sheet, limits.columns + 1), _HEADER_ROWS)
    rows = ((number, [flat(cell) for cell in cells]) for number, cells in first)
    return find_header([*islice((row for row in rows if not is_empty(row[1])), 8)], where, limits.columns)


def _cells(sheet: _Sheet, width: int) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of a sheet as text, numbered."""
    sheet.reset_dimensions()  # the range that a sheet declares is often wrong
    rows = enumerate(sheet.iter_rows(max_row=_ROWS, max_col=width, values_only=True), 1)
    while batch := _quietly(lambda: [*islice(rows, _BATCH)]):
        for number, values in batch:
            # Most of a wide or sparse sheet is nothing, which need not be converted.
            yield number, [] if values.count(None) == len(values) else [cell_of(value) for value in values]


def _row(number: int, cells: Sequence[Cell], columns: tuple[str, ...], where: Where, limit: int) -> Row | Skipped:
    width = len(columns)
    inside = [*cells[:width], *[""] * (width - len(cells))]
    if is_empty(inside):
        return Skipped(ROW_EMPTY, "the row has no content", where)
    if (at := too_large(inside, limit)) is not None:
        return Skipped(ROW_TOO_LARGE, f"{columns[at]} is longer than {limit:,} characters", where)
    clean, notes = tidy(inside, columns, where)
    if not is_empty(cells[width:]):
        notes = (*notes, Note(ROW_BESIDE, "cells to the right of the table were left out", where))
    return Row(number, clean, None, notes)
