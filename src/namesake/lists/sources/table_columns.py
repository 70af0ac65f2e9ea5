"""A row of an in-house table under the properties of its mapping."""

from collections.abc import Sequence
from dataclasses import dataclass

from namesake.lists.sources.table_mapping import SINGLE, Mapping
from namesake.lists.sources.table_rows import Table, check_wanted

_JOINERS = "\u200c\u200d"  # part of the spelling in Persian and in Indic scripts


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: once (`single`), possibly several times (`properties`), and all of it verbatim."""

    single: dict[str, str]
    properties: dict[str, tuple[str, ...]]
    original: dict[str, str]
    columns: dict[str, str]

    def get(self, key: str) -> str:
        """What the row says once; '' where it does not."""
        return self.single.get(key, "")

    def column(self, key: str) -> str:
        """The column that a property is in, to name it in a report; '' if it is not mapped."""
        return self.columns.get(key, "")


class Columns:
    """Where each property is found in a table. Raises `MappingError` for a column that is not there."""

    def __init__(self, mapping: Mapping, table: Table, mapping_file: str) -> None:
        check_wanted(table.columns, mapping.wanted, f"{table.file}, mapped by {mapping_file}")
        self._names = tuple(name or f"column {place}" for place, name in enumerate(table.columns, 1))
        self._places = {
            key: tuple(table.columns.index(column) for column in columns) for key, columns in mapping.columns.items()
        }
        self._columns = {key: columns[0] for key, columns in mapping.columns.items()}
        self._separators = mapping.separators

    def row(self, cells: Sequence[str]) -> Row:
        """A row; cells that are missing at its end are empty, cells beyond the header keep their number."""
        single: dict[str, str] = {}
        properties: dict[str, tuple[str, ...]] = {}
        for key, places in self._places.items():
            found = [plain for place in places if (plain := _plain(cells, place))]
            if not found:
                continue
            if key in SINGLE:
                single[key] = found[0]
            else:
                properties[key] = tuple(value for text in found for value in self._values(key, text))
        return Row(single, properties, self._original(cells), self._columns)

    def _values(self, key: str, text: str) -> list[str]:
        separator = self._separators.get(key)
        pieces = text.split(separator) if separator else [text]
        return [" ".join(piece.split()) for piece in pieces if piece.strip()]

    def _original(self, cells: Sequence[str]) -> dict[str, str]:
        extra = (f"column {place}" for place in range(len(self._names) + 1, len(cells) + 1))
        names = (*self._names, *extra)
        found: dict[str, str] = {}
        for place, (name, cell) in enumerate(zip(names, cells, strict=False), 1):
            if cell:
                found[name if name not in found else f"{name} (column {place})"] = cell
        return found


def _plain(cells: Sequence[str], place: int) -> str:
    """The cell, stripped and without control characters; line breaks stay, as they may separate values."""
    text = cells[place] if place < len(cells) else ""
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c in _JOINERS or c == "\n" else " " for c in text)
    return text.strip()
