"""OFAC's delimited files as tables: which part a file is, by its content, and its rows.

Source of the layout: OFAC, "Consolidated Sanctions List, Data Specification" (cons_dat_spec.txt): the same
four tables as `.csv` (comma), `.pip` (|), `.del` (@) and `.ff` (fixed columns); records end with a carriage
return, nulls are `-0-`, and the last byte is Ctrl-Z.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from namesake.errors import EmptyPartError, MalformedError, PartUnknownError, Where
from namesake.values.entities import Note
from namesake.values.versions import Part

COLUMNS: dict[str, tuple[str, ...]] = {
    "main": (
        "ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage", "GRT",
        "Vess_flag", "Vess_owner", "Remarks",
    ),
    "alt": ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"),
    "add": ("ent_num", "Add_num", "Address", "City/State/Province/Postal Code", "Country", "Add_remarks"),
    "comments": ("ent_num", "remarks_extended"),
}  # fmt: skip
"""The columns of each table, in OFAC's words."""

WIDTHS: dict[str, tuple[int, ...]] = {
    "main": (10, 350, 12, 50, 200, 8, 25, 14, 8, 40, 150, 1000),
    "alt": (10, 10, 8, 350, 200),
    "add": (10, 10, 750, 116, 250, 200),
}
"""The widths of the fixed columns; the comments table has none ("no upper limit on row length")."""

KINDS = {len(columns): kind for kind, columns in COLUMNS.items()}
NULL = "-0-"
LIMIT = 1000
"""The width of the remarks column: what is longer goes on in the comments table."""

_DELIMITERS = ",|@"
_FIXED = ""
_NUMBER_WIDTH = 10
_SNIFFED = 200
_KEY = re.compile(r"[0-9]{1,12}", re.ASCII)
_LINE_END = re.compile(r"\r\n|\n|\r")
_NAMES = {"alt": ("alt",), "add": ("add",), "comments": ("comment",), "main": ("sdn", "prim")}


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its line from 1, its key, a cell for every column, and what is wrong with it."""

    line: int
    key: str
    cells: tuple[str, ...]
    damage: str = ""

    def cell(self, column: int) -> str:
        """A cell stripped, '' for null. Only the bare token is null: inside a value `-0-` is data."""
        value = self.cells[column].strip()
        return "" if value == NULL else value


@dataclass(frozen=True, slots=True)
class Table:
    """One part, read: its kind, its rows, and what a person should know of it."""

    kind: str
    name: str
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


def read_table(part: Part) -> Table:
    """A part as a table.

    Raises `EmptyPartError` (only comments may be empty), `PartUnknownError` (no table of OFAC's) or
    `MalformedError` (begins like one but most of it cannot be read).
    """
    content = _content(part)
    lines = [(n, line) for n, line in enumerate(_LINE_END.split(content.rstrip("\x1a\r\n")), 1) if line.strip()]
    if not lines:
        return _empty(part)
    kind, delimiter = _layout(part, [line for _, line in lines[:_SNIFFED]])
    notes = [] if content.endswith("\x1a") else [_unterminated(part)]
    rows = []
    for number, line in lines:
        row = _row(kind, delimiter, number, line)
        if row.damage:
            notes.append(Note("row-damaged", row.damage, Where(part.name, number)))
        if row.key:
            rows.append(row)
    if sum(not row.damage for row in rows) * 2 < len(lines):
        raise MalformedError(f"most of the {len(lines)} rows cannot be read", where=Where(part.name))
    return Table(kind, part.name, tuple(rows), tuple(notes))


def _content(part: Part) -> str:
    with part.open() as stream:
        return _decoded(stream.read())


def _decoded(raw: bytes) -> str:
    """UTF-8 where it is, else cp1252 (typographic quotes), else latin-1, which reads any byte."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _empty(part: Part) -> Table:
    kind = _kind_by_name(part.name)
    if kind != "comments":  # a list without a single long remark is possible, one without addresses is not
        raise EmptyPartError("the file has no rows", where=Where(part.name))
    return Table(kind, part.name, ())


def _kind_by_name(name: str) -> str:
    stem = PurePath(name).name.lower().split(".")[0]
    return next((kind for kind in ("comments", "alt", "add", "main") if _named(stem, _NAMES[kind])), "")


def _named(stem: str, words: Sequence[str]) -> bool:
    return any(word in stem for word in words)


def _layout(part: Part, lines: Sequence[str]) -> tuple[str, str]:
    kind, delimiter = _sniff(part.name, lines)
    if not kind:
        raise PartUnknownError("no table of the OFAC delimited set looks like this", where=Where(part.name))
    return kind, delimiter


def _sniff(name: str, lines: Sequence[str]) -> tuple[str, str]:
    """The kind and delimiter that most of the lines have; ('', '') where there is none."""
    votes: Counter[tuple[str, str]] = Counter()
    for line in lines:
        votes.update(_readings(line))
    best = max(votes, key=lambda key: votes[key], default=("", ""))
    if votes[best] * 2 < len(lines):
        return "", ""
    if best == ("comments", _FIXED) and _kind_by_name(name) != "comments":
        return "", ""  # a number and text is too little to know it by
    return best


def _readings(line: str) -> Iterator[tuple[str, str]]:
    for delimiter in _DELIMITERS:
        cells = _split(line, delimiter)[0]
        if len(cells) in KINDS and _KEY.fullmatch(cells[0].strip()):
            yield KINDS[len(cells)], delimiter
    if _KEY.fullmatch(line[:10].strip()) and line[9:10].isdigit():
        yield next((k for k, widths in WIDTHS.items() if len(line) == sum(widths)), "comments"), _FIXED


def _row(kind: str, delimiter: str, number: int, line: str) -> Row:
    cells, damage = _split(line, delimiter) if delimiter else _fixed(kind, line)
    key = cells[0].strip() if cells and _KEY.fullmatch(cells[0].strip()) else ""
    width = len(COLUMNS[kind])
    if not damage and len(cells) != width:
        damage = f"the row has {len(cells)} columns where {width} are expected"
    if not key:
        damage = "the row has no number of an entry and was not read"
    padded = (*cells[:width], *[NULL] * (width - len(cells)))
    return Row(number, key, padded, damage)


def _split(line: str, delimiter: str) -> tuple[list[str], str]:
    """The cells of one line. Lines are read one by one, so that a stray quote cannot swallow the next."""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), []), ""
    except csv.Error as error:
        damage = f"the row is damaged ({error})"
    try:
        return next(csv.reader([line], delimiter=delimiter), []), damage
    except csv.Error:
        return [line.split(delimiter, 1)[0]], damage


def _fixed(kind: str, line: str) -> tuple[list[str], str]:
    if kind == "comments":
        return [line[:_NUMBER_WIDTH].strip(), line[_NUMBER_WIDTH:].rstrip()], ""
    widths = WIDTHS[kind]
    starts = [sum(widths[:n]) for n in range(len(widths))]
    cells = [line[start : start + width] for start, width in zip(starts, widths, strict=True)]
    damage = "" if len(line) == sum(widths) else f"the row has {len(line)} characters, not {sum(widths)}"
    return [_unpadded(cell) or NULL for cell in cells], damage  # a blank column is null, too


def _unpadded(cell: str) -> str:
    """A fixed cell without its padding: numbers are padded on the left, texts on the right.

    Remarks full but for a blank or two were cut at that blank, which is part of what goes on in the comments.
    """
    bare = cell.strip() if len(cell) == _NUMBER_WIDTH else cell.rstrip()
    return cell if len(cell) == LIMIT and len(bare) >= LIMIT - 2 and not bare.endswith(".") else bare


def _unterminated(part: Part) -> Note:
    text = "the file does not end with the publisher's end mark (Ctrl-Z): it may be cut off"
    return Note("part-unterminated", text, Where(part.name))
