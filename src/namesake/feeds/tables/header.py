"""Finding the header: which row names the columns, and what to do when none does."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from namesake.entities.words import property_of
from namesake.errors import EmptyInputError, InputOversizeError, UnmappedColumnsError, Where

_VALUE = re.compile(
    r"\s*(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ][\d:.]+)?"  # a date
    r"|[+-]?\d{5,}(?:[.,]\d+)?"  # a number too long to be a year
    r"|[^@\s]+@[^@\s]+\.[^@\s]+)\s*"  # an address of electronic mail
)


@dataclass(frozen=True, slots=True)
class Header:
    """The columns, the number of the row that names them, and what had to be done to get there."""

    columns: tuple[str, ...]
    number: int
    details: tuple[str, ...] = ()


def find_header(sample: Sequence[tuple[int, Sequence[str]]], where: Where, most: int) -> Header:
    """The header among the first non-empty rows (row number and cells).

    A title of a single cell above a wider table is passed over. Raises `EmptyInputError` where there is no
    row or only a header, `UnmappedColumnsError` where the first row holds values rather than names, and
    `InputOversizeError` for more than `most` columns.
    """
    if not sample:
        raise EmptyInputError("the file has no rows", where=where)
    at = _first_wide(sample)
    number, cells = sample[at]
    names = _trimmed(cells)
    if len(names) > most:
        raise InputOversizeError(f"the file has {len(names):,} columns; the limit is {most:,}", where=where)
    if any(_VALUE.fullmatch(name) for name in names):
        raise _headless(names, where, number)
    if at + 1 == len(sample):
        raise EmptyInputError("the file has a header and no rows below it", where=where)
    details = [f"header in row {number}, below {at} rows of title"] if at else []
    columns = _distinct(names)
    if renamed := [new for old, new in zip(names, columns, strict=True) if old != new]:
        details.append("columns named by us: " + ", ".join(f'"{name}"' for name in renamed[:10]))
    return Header(columns, number, tuple(details))


def _first_wide(sample: Sequence[tuple[int, Sequence[str]]]) -> int:
    if property_of(" ".join(sample[0][1])):
        return 0
    filled = [sum(bool(cell.strip()) for cell in cells) for _, cells in sample[:6]]
    wide = next((at for at, count in enumerate(filled) if count > 1), 0)
    # One column only, or a wide row that starts later than a title would: the first row is the header.
    return wide if all(count == 1 for count in filled[:wide]) and wide <= 3 else 0


def _trimmed(cells: Sequence[str]) -> list[str]:
    names = [" ".join(cell.split()) for cell in cells]
    while len(names) > 1 and not names[-1]:
        names.pop()
    return names


def _headless(names: Sequence[str], where: Where, number: int) -> UnmappedColumnsError:
    shown = " | ".join(name[:40] for name in names[:12])
    return UnmappedColumnsError(
        f"the first row does not name the columns; it reads: {shown}",
        where=Where(where.file, number),
        hint="Add a row on top that names the columns, for example: Name, Birth date, Nationality.",
    )


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    taken = set(names)
    columns = []
    for position, name in enumerate(names, 1):
        wanted = name[:200] or f"column {position}"
        seen[wanted] += 1
        count = seen[wanted]
        unique = wanted if count == 1 and (name or wanted not in taken) else f"{wanted} ({max(count, 2)})"
        while unique in columns:
            count += 1
            unique = f"{wanted} ({count})"
        columns.append(unique)
    return tuple(columns)
