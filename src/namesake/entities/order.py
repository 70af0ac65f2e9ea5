"""Whether the dates of a column put the day or the month first: decided when one of its rows proves it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from namesake.entities.codes import DATE_ORDER_MIXED
from namesake.entities.columns import ColumnMapping
from namesake.fields.folding import ascii_digits
from namesake.values.entities import Note, Skipped
from namesake.values.rows import Row, flat

_NUMERIC = re.compile(r"\s*(\d{1,2})\s?[./\-\s]\s?(\d{1,2})\s?[./\-\s]\s?(?:\d{4}|\d{2})(?:[ t].*)?\s*", re.IGNORECASE)
_HEADERS = ((re.compile(r"\bd{1,2}\W?m{1,3}\b|\bt{1,2}\W?m{1,2}\b|\bдд\W?мм", re.IGNORECASE), True),
            (re.compile(r"\bm{1,3}\W?d{1,2}\b|\bмм\W?дд", re.IGNORECASE), False))  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How many dates of a column can only have the day first, only the month first, or be either.

    `stated` is what the column's own name says ("DOB (DD/MM/YYYY)"), None where it says nothing.
    """

    day_first_rows: int = 0
    month_first_rows: int = 0
    open_rows: int = 0
    stated: bool | None = None

    @property
    def day_first(self) -> bool | None:
        """The order of the column; None where nothing decides it or its rows contradict one another."""
        if self.day_first_rows and self.month_first_rows:
            return None
        if self.day_first_rows or self.month_first_rows:
            return self.day_first_rows > 0
        return self.stated

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the user should know: that rows contradict one another, or the column's name."""
        if self.day_first_rows and self.month_first_rows:
            text = (
                f"{self.day_first_rows:,} dates can only have the day first and {self.month_first_rows:,} only the"
                " month; dates that allow both were compared in both readings"
            )
            return (Note(DATE_ORDER_MIXED, text),)
        if self.stated is not None and self.day_first is not self.stated:
            return (Note(DATE_ORDER_MIXED, "the dates contradict the order that the column's name states"),)
        return ()


def date_order(values: Iterable[str], column: str = "") -> DateOrder:
    """Look through the dates of a column, once, in constant memory. Dates in other forms decide nothing."""
    day, month, either = 0, 0, 0
    for text in values:
        match = _NUMERIC.fullmatch(ascii_digits(text))
        if not match:
            continue
        first, second = int(match[1]), int(match[2])
        if 12 < first <= 31 and 1 <= second <= 12:
            day += 1
        elif 12 < second <= 31 and 1 <= first <= 12:
            month += 1
        elif first != second:
            either += 1
    stated = next((first for pattern, first in _HEADERS if pattern.search(column)), None)
    return DateOrder(day, month, either, stated)


def order_of(rows: Iterable[Row | Skipped], mapping: ColumnMapping) -> DateOrder:
    """The order of the birth dates of a table: a first pass over its rows, before any becomes a subject."""
    at = mapping.indexes("birthDate")
    if not at:
        return DateOrder()
    return date_order(_texts(rows, at), " ".join(mapping.columns[index] for index in at))


def _texts(rows: Iterable[Row | Skipped], at: tuple[int, ...]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, Row):
            yield from (flat(row.cells[index]) for index in at)
