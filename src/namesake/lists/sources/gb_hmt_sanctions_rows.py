"""The rows of OFSI's consolidated list: a line with its date, a line with the columns, the rows."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from namesake.errors import (
    EmptyPartError,
    MalformedError,
    OversizeError,
    PartMissingError,
    PartUnknownError,
    Where,
)
from namesake.values.entities import Note
from namesake.values.versions import Part

MAX_BYTES = 256 * 1024 * 1024
MAX_ROWS = 1_000_000
MAX_COLUMNS = 200
REQUIRED = (
    "Name 6",
    "Name 1",
    "DOB",
    "Nationality",
    "Other Information",
    "Group Type",
    "Alias Type",
    "Group ID",
)
_JOINERS = "\u200c\u200d"  # part of the spelling in Persian and in Indic scripts
_GROUP_ID = re.compile(r"\d{1,12}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a person counts it and its cells by column, verbatim, blank ones left out."""

    number: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell, stripped and without control characters; '' where there is none."""
        cell = self.cells.get(column, "")
        if not cell.isprintable():
            cell = "".join(c if c.isprintable() or c in _JOINERS else " " for c in cell)
        return " ".join(cell.split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """The file: its date as published, its columns, its rows by Group ID in published order, and notes."""

    stamp: str
    columns: tuple[str, ...]
    groups: dict[str, list[Row]]
    notes: tuple[Note, ...]

    @property
    def newer(self) -> bool:
        """Whether this is the layout of 2022, with names in other scripts."""
        return "Name Non-Latin Script" in self.columns


def sheet(parts: Sequence[Part]) -> Sheet:
    """The rows of the only part.

    Raises `PartMissingError`, `PartUnknownError` (a second part, or no such header), `EmptyPartError`,
    `MalformedError` (neither UTF-8 nor Windows-1252, NUL bytes, a broken quotation) or `OversizeError`.
    """
    if not parts:
        raise PartMissingError("the consolidated list is missing", hint="Give ConList.csv.")
    if len(parts) > 1:
        raise PartUnknownError("the list is a single file, and this is a second one", where=Where(parts[1].name))
    part = parts[0]
    records = _records(part)
    stamp, columns, first = _head(part, records)
    return _grouped(part, stamp, columns, records[first:], first)


def _records(part: Part) -> list[list[str]]:
    if part.size == 0:
        raise EmptyPartError("the file is empty", where=Where(part.name))
    lines = io.StringIO(_text(part), newline="")
    records: list[list[str]] = []
    try:
        for record in csv.reader(lines, strict=True):
            records.append(record)
            if len(records) > MAX_ROWS or len(record) > MAX_COLUMNS:
                place = Where(part.name, len(records))
                raise OversizeError(f"more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns", where=place)
    except csv.Error as error:
        place = Where(part.name, len(records) + 1)
        raise MalformedError(f"not well-formed CSV: {error}", where=place) from error
    return records


def _text(part: Part) -> str:
    """The text: UTF-8 (2022 on), else Windows-1252 (before), which OFSI does not declare."""
    with part.open() as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise OversizeError(f"larger than {MAX_BYTES:,} bytes", where=Where(part.name))
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        raise MalformedError("the file holds NUL bytes: damaged, or not saved as CSV", where=Where(part.name, line))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
    raise MalformedError("neither UTF-8 nor Windows-1252", where=Where(part.name, line))


def _head(part: Part, records: list[list[str]]) -> tuple[str, tuple[str, ...], int]:
    """The date as published, the columns, and where the rows begin. The line of the date may be missing."""
    for place, record in enumerate(records[:3]):
        columns = tuple(" ".join(cell.split()) for cell in record)
        if "Name 6" in columns and "Group ID" in columns:
            return _stamp(records[:place]), _checked(part, columns, place), place + 1
    if records and records[0][:1] == ["Last Updated"]:
        raise MalformedError("the line with the columns is missing", where=Where(part.name, 2))
    raise PartUnknownError("no header of OFSI's consolidated list in the first lines", where=Where(part.name, 1))


def _checked(part: Part, columns: tuple[str, ...], place: int) -> tuple[str, ...]:
    where = Where(part.name, place + 1)
    if missing := [column for column in REQUIRED if column not in columns]:
        raise MalformedError(f"columns are missing: {', '.join(missing)}", where=where)
    named = [column for column in columns if column]
    if len(set(named)) < len(named):
        raise MalformedError("two columns have the same name", where=where)
    return columns


def _stamp(before: list[list[str]]) -> str:
    for record in before:
        if record[:1] == ["Last Updated"] and len(record) > 1:
            return record[1].strip()
    return ""


def _grouped(part: Part, stamp: str, columns: tuple[str, ...], records: list[list[str]], first: int) -> Sheet:
    groups: dict[str, list[Row]] = {}
    notes: list[Note] = []
    for number, record in enumerate(records, first + 1):
        if not any(cell.strip() for cell in record):
            continue
        row = _row(number, columns, record)
        notes += _shape(part, columns, record, number)
        group = row.get("Group ID")
        if _GROUP_ID.fullmatch(group):
            groups.setdefault(group, []).append(row)
        else:
            text = f"the row has no Group ID (it says {group[:40]!r}) and cannot be used"
            notes.append(Note("id-missing", text, Where(part.name, number, "Group ID")))
    return Sheet(stamp, columns, groups, tuple(notes))


def _row(number: int, columns: tuple[str, ...], record: list[str]) -> Row:
    names = (column or f"column {place}" for place, column in enumerate(_wide(columns, record), 1))
    return Row(number, {name: cell for name, cell in zip(names, record, strict=False) if cell})


def _wide(columns: tuple[str, ...], record: list[str]) -> Iterator[str]:
    """The columns, with nameless ones behind them for cells beyond the header: nothing is cut off."""
    yield from columns
    yield from [""] * (len(record) - len(columns))


def _shape(part: Part, columns: tuple[str, ...], record: list[str], number: int) -> list[Note]:
    extra = any(cell.strip() for cell in record[len(columns) :])
    if len(record) >= len(columns) and not extra:
        return []
    text = f"the row has {len(record)} cells where the header has {len(columns)}"
    return [Note("row-ragged", text, Where(part.name, number))]
