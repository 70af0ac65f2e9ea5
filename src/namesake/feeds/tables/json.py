"""JSON Lines of flat objects, and FollowTheMoney entities, one a line."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from namesake.entities.codes import ROW_BROKEN, ROW_EMPTY, ROW_TOO_LARGE
from namesake.errors import EmptyInputError, InputOversizeError, UnmappedColumnsError, Where
from namesake.feeds.tables.cells import cell_of, is_empty, tidy, too_large
from namesake.feeds.tables.encoding import encoding_of
from namesake.feeds.tables.file import sha256
from namesake.feeds.tables.lines import Line, Lines, open_lines
from namesake.feeds.tables.shape import Form, Limits, Table
from namesake.values.entities import Skipped
from namesake.values.rows import Cell, Row

_FTM = ("id", "schema", "caption")
_SURROGATE = re.compile("[\ud800-\udfff]")


class _BrokenError(Exception):
    """A line is not a usable object."""


def open_json(path: Path, encoding: str | None, limits: Limits) -> Table:
    """Recognise a file of JSON objects, one a line; rows are numbered by line.

    The columns are the union of all keys, which takes a first pass over the file. Raises `EmptyInputError`,
    `InputOversizeError` or `UnmappedColumnsError` (no line is an object).
    """
    found = encoding_of(path, encoding)
    with open_lines(path, found.name, limits.line) as lines:
        ftm, columns, total = _surveyed(lines, path, limits)
    form: Form = "ftm" if ftm else "jsonl"
    details = (str(found), "rows are numbered by line")

    def read() -> Iterator[Row | Skipped]:
        with open_lines(path, found.name, limits.line) as lines:
            for line in lines:
                yield _row(line, columns, Where(str(path), line.number), limits.cell)

    return Table(path, form, columns, details, sha256(path), total, read)


def _surveyed(lines: Lines, path: Path, limits: Limits) -> tuple[bool, tuple[str, ...], int]:
    """Whether these are FollowTheMoney entities, all columns, and the number of lines."""
    columns: dict[str, None] = {}
    total, objects, entities = 0, 0, 0
    where = Where(str(path))
    for line in lines:
        total += 1
        try:
            found = _object(line)
        except _BrokenError:
            continue
        objects += bool(found)
        entities += _is_entity(found)
        columns.update(dict.fromkeys(_record(found, _is_entity(found))))
        if len(columns) > limits.columns:
            raise InputOversizeError(f"the objects have more than {limits.columns:,} keys", where=where)
    if not total:
        raise EmptyInputError("the file has no lines", where=where)
    if not objects:
        raise UnmappedColumnsError("no line is a JSON object with keys", where=where)
    return entities == objects, tuple(columns), total


def _is_entity(found: Mapping[str, Any]) -> bool:
    return isinstance(found.get("schema"), str) and isinstance(found.get("properties"), dict)


def _record(found: Mapping[str, Any], entity: bool) -> dict[str, Cell]:
    """Columns and cells of an object; an entity's properties stand beside its id and schema."""
    if not entity:
        return {str(key): cell_of(value) for key, value in found.items()}
    record: dict[str, Cell] = {key: cell_of(found[key]) for key in _FTM if key in found}
    for key, value in found["properties"].items():
        record.setdefault(key, cell_of(value if isinstance(value, list) else [value]))
    return record


def _object(line: Line) -> dict[str, Any]:
    if line.text is None:
        raise _BrokenError("the line is longer than the limit")
    if not line.text.strip():
        return {}
    try:
        # Numbers stay as they are written: an identity number is not a quantity.
        found = json.loads(line.text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_pairs)
    except (ValueError, RecursionError) as error:
        raise _BrokenError(f"not JSON: {error}") from error
    if not isinstance(found, dict):
        raise _BrokenError("not a JSON object")
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = {_SURROGATE.sub("\ufffd", key): value for key, value in pairs}  # half a character cannot be written
    if len(found) != len(pairs):  # one of two values would silently be lost
        raise _BrokenError("a key occurs twice in one object")
    return found


def _row(line: Line, columns: tuple[str, ...], where: Where, limit: int) -> Row | Skipped:
    try:
        found = _object(line)
    except _BrokenError as error:
        code = ROW_TOO_LARGE if line.text is None else ROW_BROKEN
        return Skipped(code, str(error), where, columns=(("line", (line.text or "")[:200]),))
    record = _record(found, _is_entity(found))
    cells = tuple(record.get(column, "") for column in columns)
    if is_empty(cells):
        return Skipped(ROW_EMPTY, "the row has no content", where)
    if (at := too_large(cells, limit)) is not None:
        return Skipped(ROW_TOO_LARGE, f"{columns[at]} is longer than {limit:,} characters", where)
    clean, notes = tidy(cells, columns, where)
    return Row(line.number, clean, None, notes)
