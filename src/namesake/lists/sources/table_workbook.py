"""Workbooks (XLSX), read in a stream by openpyxl, which reads XML through defusedxml."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice, zip_longest
from typing import Any, Protocol, cast

from defusedxml.common import DefusedXmlException

from namesake.errors import (
    ForbiddenMarkupError,
    MalformedError,
    MappingError,
    NamesakeError,
    OversizeError,
    Where,
)
from namesake.lists.sources.table_rows import MAX_ROWS, Rows, cell
from namesake.values.entities import Note

MAX_UNPACKED = 512 * 1024 * 1024
MAX_MEMBERS = 1_000
_BATCH = 256


class _Sheet(Protocol):
    """A worksheet as openpyxl opens it for reading only; its type stubs describe the other kind."""

    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_row: int, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def workbook_rows(raw: bytes, file: str, sheet: str, notes: list[Note]) -> Rows:
    """The rows of a sheet (the first one if none is named), numbered as in the sheet.

    The values are those that the spreadsheet program computed and saved; a formula without one is noted,
    since the cell reads as empty. Raises `MalformedError`, `ForbiddenMarkupError`, `OversizeError` and
    `MappingError` for a sheet that is not there, also while the rows are read.
    """
    _measure(raw, file)
    with _opened(raw, file, computed=True) as values, _opened(raw, file, computed=False) as formulas:
        title = _title([found.title for found in values], sheet, file, notes)
        pairs = zip_longest(_cells(values, title), _cells(formulas, title), fillvalue=())
        for number, (computed, written) in enumerate(pairs, 1):
            if not computed and not written and number <= MAX_ROWS:
                continue
            notes += _uncomputed(computed, written, Where(file, number))
            yield number, [cell(value) for value in computed]


def _measure(raw: bytes, file: str) -> None:
    """Refuse what unpacks to more than a workbook can need, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise MalformedError(f"the workbook is damaged: {error}", where=Where(file)) from error
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise OversizeError("the workbook unpacks to more than the limit", where=Where(file))


@contextmanager
def _opened(raw: bytes, file: str, *, computed: bool) -> Iterator[list[_Sheet]]:
    import openpyxl  # takes a tenth of a second, for this format only

    try:
        with warnings.catch_warnings():  # about features of workbooks that concern no data
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=computed, keep_links=False)
            with closing(book):
                yield cast("list[_Sheet]", book.worksheets)
    except (NamesakeError, GeneratorExit):
        raise
    except Exception as error:  # a flipped bit can surface as any exception at all in the library
        if any(isinstance(cause, DefusedXmlException) for cause in _causes(error)):
            raise ForbiddenMarkupError("the workbook declares XML entities", where=Where(file)) from error
        what = f"the workbook is damaged: {type(error).__name__}: {str(error)[:200]}"
        raise MalformedError(what, where=Where(file)) from error


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and what it came from: the library wraps the errors of the XML parser."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__


def _title(titles: Sequence[str], wanted: str, file: str, notes: list[Note]) -> str:
    names = ", ".join(repr(title) for title in titles[:20])
    if wanted and wanted not in titles:
        raise MappingError(f"there is no sheet {wanted!r}; the sheets are: {names}", where=Where(file))
    if not titles:
        raise MalformedError("the workbook has no sheet", where=Where(file))
    if not wanted and len(titles) > 1:
        text = f"the first sheet is read; the sheets are: {names}; sheet = ... under [list] chooses another"
        notes.append(Note("sheet-chosen", text, Where(file)))
    return wanted or titles[0]


def _cells(sheets: Sequence[_Sheet], title: str) -> Iterator[tuple[object, ...]]:
    sheet = next(found for found in sheets if found.title == title)
    sheet.reset_dimensions()  # the range that a sheet declares is often wrong
    # One row more than allowed, so that the excess is seen and refused; with `max_col` rows would be padded.
    rows = sheet.iter_rows(max_row=MAX_ROWS + 1, values_only=True)
    while batch := list(islice(rows, _BATCH)):
        yield from (_trimmed(row) for row in batch)


def _trimmed(row: tuple[object, ...]) -> tuple[object, ...]:
    """Without the empty cells at the end that formatting leaves."""
    length = len(row)
    while length and row[length - 1] is None:
        length -= 1
    return row[:length]


def _uncomputed(computed: Sequence[object], written: Sequence[Any], where: Where) -> list[Note]:
    """A note if the row has formulas whose values the file does not hold."""
    pairs = zip_longest(computed, written)
    missing = sum(value is None and formula is not None for value, formula in pairs)
    if not missing:
        return []
    text = f"{missing} formulas have no saved value and read as empty: open the workbook and save it"
    return [Note("formula-without-value", text, where)]
