"""A file becomes a table: recognised by its content, CSV if by nothing else."""

import codecs
import csv
import io
from collections.abc import Iterator

from namesake.errors import ListError, MalformedError, MappingError, OversizeError, PartUnknownError, Where
from namesake.lists.sources.table_mapping import Mapping
from namesake.lists.sources.table_parquet import parquet_rows
from namesake.lists.sources.table_rows import Rows, Table, table
from namesake.lists.sources.table_workbook import workbook_rows
from namesake.values.entities import Note
from namesake.values.versions import Part

MAX_BYTES = 256 * 1024 * 1024
DELIMITERS = (",", ";", "\t", "|")

_ZIP = b"PK\x03\x04"
_PARQUET = b"PAR1"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def open_table(part: Part, mapping: Mapping) -> Table:
    """The table in a part.

    Raises `MappingError` for columns, sheets or encodings that are not there, `MalformedError` for a
    damaged file, `OversizeError`, and `ListExtraMissingError` for Parquet without its library.
    """
    with part.open() as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise OversizeError(f"larger than {MAX_BYTES:,} bytes", where=Where(part.name))
    notes: list[Note] = []
    if raw.startswith(_OLD_OFFICE):
        hint = "Save the workbook as .xlsx or as CSV."
        raise PartUnknownError("an old workbook (.xls), which is not read", where=Where(part.name), hint=hint)
    if raw.startswith(_ZIP):
        return table(part.name, workbook_rows(raw, part.name, mapping.sheet, notes), notes)
    if raw.startswith(_PARQUET):
        return table(part.name, parquet_rows(raw, part.name), notes)
    text = _text(raw, part.name, mapping.encoding)
    return table(part.name, _records(text, part.name, _delimiter(text, part.name, mapping)), notes)


def _text(raw: bytes, file: str, encoding: str) -> str:
    """The text of a CSV file: UTF-8 or as a mark at its beginning says, unless the mapping names another.

    No encoding is guessed: Cyrillic read as Western European gives names that nobody bears.
    """
    if not encoding:
        marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        encoding = "utf-16" if marked else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except LookupError:
        raise MappingError(f"{encoding!r} is no encoding", where=Where(file)) from None
    except UnicodeError as error:
        hint = 'Say which encoding it has: encoding = "windows-1252" under [list], or save it as UTF-8.'
        raise MappingError(f"the table is not {encoding}: {error}", where=Where(file), hint=hint) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise MalformedError("NUL characters: damaged, or of another encoding", where=Where(file, line))
    return text


def _delimiter(text: str, file: str, mapping: Mapping) -> str:
    """The delimiter that the mapping names, else the one under which all its columns are there."""
    if mapping.delimiter:
        return mapping.delimiter
    headers = {delimiter: _header(text, file, delimiter) for delimiter in DELIMITERS}
    fitting = [delimiter for delimiter, columns in headers.items() if set(mapping.wanted) <= set(columns)]
    return fitting[0] if fitting else max(DELIMITERS, key=lambda delimiter: len(headers[delimiter]))


def _header(text: str, file: str, delimiter: str) -> tuple[str, ...]:
    try:
        return table(file, _records(text, file, delimiter), []).columns
    except ListError:  # what is broken under one delimiter may be whole under another
        return ()


def _records(text: str, file: str, delimiter: str) -> Rows:
    """The records of CSV, numbered as a spreadsheet numbers them."""
    return _checked(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), file)


def _checked(records: Iterator[list[str]], file: str) -> Rows:
    number = 0
    try:
        for number, record in enumerate(records, 1):
            yield number, record
    except csv.Error as error:
        raise MalformedError(f"not well-formed CSV: {error}", where=Where(file, number + 1)) from error
