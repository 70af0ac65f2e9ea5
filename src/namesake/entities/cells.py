"""Cells become values: hidden characters and placeholders go, lists in one cell come apart, all of it said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from namesake.entities.codes import CELL_DAMAGED, CELL_HIDDEN, NAME_IS_KEY, VALUE_PLACEHOLDER, VALUE_SEVERAL
from namesake.entities.columns import ColumnMapping, MappedColumn
from namesake.entities.words import REDRESS, table
from namesake.errors import Where
from namesake.fields import countries
from namesake.fields.folding import ascii_digits, fold
from namesake.fields.properties import COUNTRIES
from namesake.fields.properties_identifiers import PROPERTIES as NUMBERS
from namesake.fields.properties_names import PARTS
from namesake.values.entities import Note
from namesake.values.rows import Cell, Row

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
    # Joiners are spelling in Arabic and Indic scripts and nowhere else.
    "|(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_CODE = re.compile(
    r"#?\s?\d[\d\s./_-]*"  # a number
    r"|[^\W\d_]\s?[-_./#]?\s?\d[\d./_-]*"  # one letter and a number
    r"|[^\W\d_a-z]{2,6}(?:[-_./#]+\d[\d./_-]*|\d{3}[\d./_-]*)"  # capitals and a number: "KD-17", "CUST001"; not "WD40"
    r"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"  # a UUID
)
_LONGEST_CODE = 40

_ALSO_NAMES = frozenset(["na", "nan", "null", "none", "nil", "test"])
_CROSSES = re.compile(r"x{2,}|[\W_]+", re.IGNORECASE)
_ZERO_DATES = re.compile(
    r"0{1,4}[./-]0{1,2}[./-]0{1,4}|0?1[./-]0?1[./-](?:1900|1753|0001|1800)|(?:1900|1753|0001|1800)-0?1-0?1"
    r"|31[./-]12[./-](?:1899|2099|9999)|30[./-]12[./-]1899|(?:1899|2099|9999)-12-3[01]|1111-11-11|11[./-]11[./-]1111|0|9{4,8}|0{4,8}"
)
_SEVERAL = re.compile(r"\s*[;\n|]\s*")
_COUNTRIES_APART = re.compile(r"\s*[;\n|/,]\s*")
_NUMBERS_APART = re.compile(r"\s*[;\n|,]\s*")
_APART = frozenset(";|/,")
"""What separates the values of a cell that is written in one line."""

_LISTS = {"alias", "weakAlias", "previousName"}
_EACH = {"birthDate", "birthPlace", "gender"}


def visible(text: str) -> str:
    """A text as it is compared: hidden characters removed, controls as blanks, lone surrogates as U+FFFD."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", _HIDDEN.sub("", text)))
    return " ".join(plain.split())


def is_placeholder(text: str, name: str = "") -> bool:
    """Whether a cell says that there is no value; `name` is its property.

    Some placeholders are names as well: in a column of first or last names "Null" is kept, "NULL" is not.
    """
    low = " ".join(text.casefold().split())
    if low in _ALSO_NAMES and name in PARTS:
        return not text.strip().istitle()
    if name == "birthDate" and _ZERO_DATES.fullmatch(low.split(" ")[0].split("t")[0]):
        return True
    return low in _placeholders() or bool(_CROSSES.fullmatch(low) and not re.search(r"[^\W_x]", low))


@dataclass(frozen=True, slots=True)
class CellValues:
    """The values of a row by property, its whole names column by column, and what had to be done to them."""

    values: dict[str, list[str]]
    names: tuple[tuple[str, ...], ...]
    notes: tuple[Note, ...]


def values_of(row: Row, mapping: ColumnMapping, where: Where) -> CellValues:
    """What stands in the cells of a row.

    In a column called no more than "Client" or "Kunde" a number or code names nobody: it is the row's key.
    """
    values: dict[str, list[str]] = {}
    names: list[tuple[str, ...]] = []
    notes: list[Note] = []
    for item in mapping.mapped:
        found = _values_in(row.cells[item.index], item, where, notes)
        name = "key" if item.role and found and all(map(is_code, found)) else item.property
        values.setdefault(name, []).extend(found)
        if name == "name":
            names.append(tuple(found))
        elif name != item.property:
            notes.extend(_taken_as_key(found[0], Where(where.file, where.row, item.column)))
    distinct = {name: list(dict.fromkeys(found)) for name, found in values.items() if found}
    return CellValues(distinct, tuple(names), tuple(notes))


def is_code(text: str) -> bool:
    """Whether a text is a number or code that keys are made of ("17", "C-0001", "KD20240017"), and no name."""
    return len(text) <= _LONGEST_CODE and bool(_CODE.fullmatch(ascii_digits(text)))


def _taken_as_key(text: str, where: Where) -> Iterator[Note]:
    """A mere number could be no name; of a code that has letters it is said."""
    if any(map(str.isalpha, text)):
        yield Note(NAME_IS_KEY, f"{text!r} was taken as the key of the row, not as a name", where)


def _values_in(cell: Cell, item: MappedColumn, where: Where, notes: list[Note]) -> list[str]:
    """The values of a cell. In most there is one in ASCII, or none, and nothing to take out or apart."""
    if isinstance(cell, str) and cell.isascii() and cell.isprintable() and _APART.isdisjoint(cell):
        clean = " ".join(cell.split())
        if not clean or not is_placeholder(clean, item.property):
            return [clean] if clean else []
    place = Where(where.file, where.row, item.column)
    return [
        value
        for text in ([cell] if isinstance(cell, str) else cell)
        for value in _values(text, item, place, notes, isinstance(cell, str))
    ]


def _values(text: str, item: MappedColumn, where: Where, notes: list[Note], loose: bool) -> Iterator[str]:
    if not text.strip():
        return
    notes.extend(_remarks(text, where))
    for piece in _apart(text, item.property, where, notes) if loose else [text]:
        # Line breaks separate the parties of a cell; they are looked at where names are split.
        clean = (
            "\n".join(visible(line) for line in piece.splitlines())
            if loose and item.property == "name"
            else visible(piece)
        )
        if is_placeholder(clean, item.property):
            notes.append(Note(VALUE_PLACEHOLDER, f"{clean[:40]!r} was treated as no value", where))
        elif clean.strip():
            yield clean.strip()


def _remarks(text: str, where: Where) -> Iterator[Note]:
    if hidden := _HIDDEN.findall(text):
        codes = ", ".join(sorted({f"U+{ord(c):04X}" for c in hidden})[:5])
        yield Note(CELL_HIDDEN, f"{len(hidden)} hidden characters were removed ({codes})", where)
    if _SURROGATE.search(text):
        yield Note(CELL_DAMAGED, "half a character (a lone surrogate) reads \ufffd", where)


def _apart(text: str, name: str, where: Where, notes: list[Note]) -> Sequence[str]:
    pieces = _pieces(text.strip(), name)
    if len(pieces) > 1:
        notes.append(Note(VALUE_SEVERAL, f"{len(pieces)} values in one cell", where))
    return pieces


def _pieces(text: str, name: str) -> list[str]:
    if name == REDRESS:
        return [piece for piece in _NUMBERS_APART.split(text) if piece]
    if name in _LISTS or name in _EACH:
        return [piece for piece in _SEVERAL.split(text) if piece]
    if name in NUMBERS or name == "publicKey":
        found = [piece for piece in _NUMBERS_APART.split(text) if piece]
        return found if all(any(c.isdigit() for c in piece) and len(fold(piece)) > 3 for piece in found) else [text]
    if name in COUNTRIES and not countries.code(text):
        found = [piece for piece in _COUNTRIES_APART.split(text) if piece]
        return found if all(countries.code(piece) for piece in found) else [text]
    return [text]


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(table("kinds")["placeholders"]["cells"])
