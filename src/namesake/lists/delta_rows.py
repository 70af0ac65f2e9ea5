"""Rows of the parts of a publication, counted apart from the entries that they belong to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from namesake.lists.canonical import Canonical, canonical

KEYS = {"alt": "alt_num", "add": "add_num"}
"""Columns that number the rows of a side table. The other parts have one row an entry."""


@dataclass(frozen=True, slots=True)
class PartDelta:
    """What changed in one part: entries of both versions that differ in it, and rows by their keys."""

    kind: str
    entries_changed: int
    rows_added: int
    rows_removed: int
    rows_changed: int


def rows_of(entry_id: str, content: object) -> Iterator[tuple[str, Canonical]]:
    """The rows that an entry has in a part, each with its key."""
    rows = content if isinstance(content, list) else [content] if content else []
    for place, row in enumerate(rows):
        yield _key(entry_id, place, row), canonical(row)


def count_rows(
    kind: str, entries_changed: int, before: Mapping[str, Canonical], after: Mapping[str, Canonical]
) -> PartDelta:
    """Count rows that came, went and differ."""
    common = before.keys() & after.keys()
    return PartDelta(
        kind,
        entries_changed,
        rows_added=len(after) - len(common),
        rows_removed=len(before) - len(common),
        rows_changed=sum(before[key] != after[key] for key in common),
    )


def _key(entry_id: str, place: int, row: object) -> str:
    if isinstance(row, dict):
        for name, value in row.items():
            if name.lower() in KEYS.values():
                return str(value).strip()
    return f"{entry_id} {place}"
