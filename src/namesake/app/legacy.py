"""Decisions of other systems, read from a table: unverified, shown, never applied."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from namesake.app.files import Table
from namesake.errors import LegacyError, Where
from namesake.ports.populations import Populations
from namesake.values.cases import LegacyDecision
from namesake.values.entities import Skipped
from namesake.values.rows import flat

NEEDED = ("subject", "entry", "decision")
"""Columns that every row must fill: the subject's key, what the decision was on, and what was decided."""

KNOWN = (*NEEDED, "reason", "by", "at")
"""All columns that are read; others are left alone."""

LONGEST = 4_000
"""Characters of a cell that are kept; a longer one is refused."""


@dataclass(frozen=True, slots=True)
class Import:
    """Into which population decisions are brought, from which system, by whom and when."""

    population: str
    system: str
    importer: str
    at: datetime


def brought(populations: Populations, name: str, table: Table, asked: Import) -> list[LegacyDecision]:
    """The decisions of a table; `name` is the file's, for messages.

    Raises `LegacyError` naming the row where a column, a subject or a decision is missing, `PopulationUnknownError`.
    """
    columns = {" ".join(column.split()).casefold(): place for place, column in enumerate(table.columns)}
    if lacking := [column for column in NEEDED if column not in columns]:
        raise LegacyError(f"there is no column {lacking[0]!r}; the columns are {', '.join(KNOWN)}", where=Where(name))
    numbers = {one.key: one.number for one in populations.subjects(asked.population, withdrawn=True)}
    return [
        _decision(cells, numbers.get(cells["subject"]), Where(name, row), asked)
        for row, cells in _rows(table, columns, name)
    ]


def _rows(table: Table, columns: dict[str, int], name: str) -> Iterator[tuple[int, dict[str, str]]]:
    for row in table.rows():
        if isinstance(row, Skipped):
            raise LegacyError(row.reason, where=row.where)
        cells = {column: flat(row.cells[columns[column]]).strip() if column in columns else "" for column in KNOWN}
        for column, text in cells.items():
            if len(text) > LONGEST:
                what = f"the cell has {len(text):,} characters; at most {LONGEST:,} are kept"
                raise LegacyError(what, where=Where(name, row.number, column))
        yield row.number, cells


def _decision(cells: dict[str, str], number: int | None, where: Where, asked: Import) -> LegacyDecision:
    for column in NEEDED:
        if not cells[column]:
            raise LegacyError(f"nothing stands in the column {column!r}", where=where)
    if number is None:
        raise LegacyError(f"{asked.population} has no subject {cells['subject'][:100]!r}", where=where)
    return LegacyDecision(
        asked.population, number, cells["entry"], cells["decision"], cells["reason"], cells["by"], cells["at"],
        asked.system, asked.importer, asked.at,
    )  # fmt: skip
