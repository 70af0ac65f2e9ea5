"""In-house lists: any CSV, XLSX or Parquet table of own findings, with a mapping of its columns in TOML.

An own finding stands on its source and its legal basis and says how long it is valid: a row that lacks one
of the first two, or whose expiry cannot be read, is reported and not listed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from namesake.errors import EmptyPartError, PartMissingError, PartUnknownError, Where
from namesake.lists.source import ListSource, load_facts
from namesake.lists.sources.table_columns import Columns
from namesake.lists.sources.table_entry import SOURCE_ID, Refusal, entry
from namesake.lists.sources.table_files import open_table
from namesake.lists.sources.table_mapping import Mapping, read_mapping
from namesake.lists.sources.table_rows import Table
from namesake.values.entities import ListEntry, Note
from namesake.values.versions import Part, Publication

FORM = "table"


def read(parts: Sequence[Part]) -> Publication:
    """The list from the table and its mapping (the part whose name ends in ".toml").

    Raises `MappingError` for a mapping that is incomplete, has unknown keys or names columns that are not
    there, `ListExtraMissingError` for Parquet without its library, and other `ListError`s.
    """
    table_part, mapping_part = _sorted(parts)
    mapping = read_mapping(mapping_part)
    table = open_table(table_part, mapping)
    entries, notes = _entries(table, mapping, Columns(mapping, table, mapping_part.name))
    return Publication(
        source=SOURCE_ID,
        form=FORM,
        entries=entries,
        kinds=((table_part.name, "main"), (mapping_part.name, "mapping")),
        dated=mapping.dated,
        stamp=mapping.dated.isoformat() if mapping.dated else "",
        scope=mapping.id,
        notes=(*table.notes, *notes),
    )


def _sorted(parts: Sequence[Part]) -> tuple[Part, Part]:
    """The table and the mapping."""
    mappings = [part for part in parts if part.name.casefold().endswith(".toml")]
    tables = [part for part in parts if part not in mappings]
    for found, what, hint in (
        (tables, "table", "Give the table together with its mapping: a file ending in .toml."),
        (mappings, "mapping", "The how-to on in-house lists shows a whole mapping."),
    ):
        if not found:
            raise PartMissingError(f"the {what} of the in-house list is missing", hint=hint)
        if len(found) > 1:
            raise PartUnknownError(f"a second {what}: give one", where=Where(found[1].name))
        if found[0].size == 0:
            raise EmptyPartError("the file is empty", where=Where(found[0].name))
    return tables[0], mappings[0]


def _entries(table: Table, mapping: Mapping, columns: Columns) -> tuple[tuple[ListEntry, ...], tuple[Note, ...]]:
    """The entries; rows that are not listed are noted one by one and then counted."""
    entries: list[ListEntry] = []
    notes: list[Note] = []
    seen: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    rows = 0
    for number, cells in table.rows:
        rows += 1
        where = Where(table.file, number)
        made = entry(columns.row(cells), mapping, where)
        if isinstance(made, Refusal):
            left_out[made.why] += 1
            notes.append(Note("row-left-out", f"not listed: {made.text}", replace(where, column=made.column)))
            continue
        notes += made.notes
        seen[made.entry.id] += 1
        entries.append(_unique(made.entry, seen[made.entry.id], where, notes))
    if left_out:
        notes.append(_count(left_out, rows, table.file))
    return tuple(entries), tuple(notes)


def _unique(made: ListEntry, occurrence: int, where: Where, notes: list[Note]) -> ListEntry:
    """The entry; one that repeats an id gets the id "ID#2" and keeps its identity."""
    if occurrence == 1:
        return made
    own = f"{made.id}#{occurrence}"
    notes.append(Note("id-repeated", f"the id {made.id!r} occurs again; the row is kept as {own!r}", where))
    return replace(made, id=own)


def _count(left_out: Counter[str], rows: int, file: str) -> Note:
    reasons = ", ".join(f"{count:,} {why}" for why, count in left_out.items())
    text = f"{left_out.total():,} of {rows:,} rows are not listed: {reasons}"
    return Note("rows-left-out", text, Where(file))


SOURCE = ListSource(load_facts("namesake.lists.sources", SOURCE_ID), read)
