"""Rows of a customer's table, before anybody knows what its columns mean."""

from typing import TypeAlias

from namesake.values.entities import Note
from namesake.values.made import Made

Cell: TypeAlias = str | tuple[str, ...]
"""A cell as text; a tuple where the file itself keeps several values in one place."""


class Row(Made, frozen=True):
    """One row, its cells in the order of the table's columns and exactly as many.

    `number` counts from 1 as a person counts in that kind of file. `given` is how many cells the file had
    where that is fewer than the columns (the missing ones are empty here), else None.
    """

    number: int
    cells: tuple[Cell, ...]
    given: int | None = None
    notes: tuple[Note, ...] = ()


def flat(cell: Cell) -> str:
    """A cell in one text, as it is carried through to the results."""
    return cell if isinstance(cell, str) else "; ".join(cell)
