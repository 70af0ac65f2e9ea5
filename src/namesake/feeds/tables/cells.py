"""Values of any file format as text cells, without characters that no text should hold."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from namesake.entities.codes import CELL_CONTROL, CELL_DAMAGED
from namesake.errors import Where
from namesake.values.entities import Note
from namesake.values.rows import Cell, flat

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIRTY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")


def cell_of(value: object) -> Cell:
    """A value as a cell: dates in ISO form, whole numbers without a fraction, lists as several texts."""
    if isinstance(value, list | tuple):
        return tuple(text for item in value if (text := _text(item)))
    return _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | Decimal):
        return _number(value)
    if isinstance(value, date | time):
        return _moment(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _number(value: float | Decimal) -> str:
    if value != value:  # NaN, which has no text of its own
        return ""
    whole = -1e15 < float(value) < 1e15 and value == int(value)
    return str(int(value)) if whole else str(value)


def _moment(value: date | time) -> str:
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return value.isoformat()


def tidy(cells: Sequence[Cell], columns: Sequence[str], where: Where) -> tuple[tuple[Cell, ...], tuple[Note, ...]]:
    """Cells without control characters and lone surrogates, and a note for each cell that had any."""
    if not any(_DIRTY.search(flat(cell)) for cell in cells):
        return tuple(cells), ()
    notes = [
        note
        for cell, column in zip(cells, columns, strict=False)
        for note in _notes(flat(cell), Where(where.file, where.row, column))
    ]
    return tuple(_clean(cell) for cell in cells), tuple(notes)


def _clean(cell: Cell) -> Cell:
    if isinstance(cell, tuple):
        return tuple(_clean_text(item) for item in cell)
    return _clean_text(cell)


def _clean_text(text: str) -> str:
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def _notes(text: str, where: Where) -> list[Note]:
    found = []
    if removed := len(_CONTROL.findall(text)):
        found.append(Note(CELL_CONTROL, f"{removed} control characters were removed", where))
    if "\ufffd" in text or _SURROGATE.search(text):
        found.append(Note(CELL_DAMAGED, "some characters could not be decoded and read \ufffd", where))
    return found


def is_empty(cells: Sequence[Cell]) -> bool:
    """Whether a row has no content at all."""
    return not any(cell.strip() if isinstance(cell, str) else any(cell) for cell in cells)


def too_large(cells: Sequence[Cell], limit: int) -> int | None:
    """The index of the first cell of more than `limit` characters, or None."""
    return next((at for at, cell in enumerate(cells) if len(flat(cell)) > limit), None)
