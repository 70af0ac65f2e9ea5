"""OFAC's delimited set: `sdn`, `alt`, `add`, `sdn_comments` (and `cons_*`) in the four delimited variants."""

from collections import defaultdict
from collections.abc import Sequence

from namesake.errors import PartMissingError, PartUnknownError, Where
from namesake.lists.formats.ofac_delimited_entries import read_entry
from namesake.lists.formats.ofac_delimited_tables import Row, Table, read_table
from namesake.values.entities import ListEntry, Note
from namesake.values.versions import Part, Publication

FORM = "sdn-delimited"
_NOTED = 100

Sides = dict[str, dict[str, list[Row]]]


def read(source_id: str, parts: Sequence[Part]) -> Publication:
    """A publication from any of the four variants, which hold the same.

    Raises `PartMissingError` without the main table, `PartUnknownError` for a file that is no table or a
    second one of a kind, `EmptyPartError` and `MalformedError`.
    """
    tables = _by_kind([read_table(part) for part in parts])
    if "main" not in tables:
        raise PartMissingError("the main file (sdn or cons_prim) is missing", where=Where(parts[0].name))
    main = tables["main"]
    sides = {kind: _by_entry(table) for kind, table in tables.items() if kind != "main"}
    repeated: list[Note] = []
    entries = _entries(source_id, main, sides, repeated)
    known = {entry.id for entry in entries}
    notes = _bounded(repeated, main)
    for table in tables.values():
        notes += [*_bounded(table.notes, table), *_bounded(_orphans(table, known), table)]
    kinds = tuple((table.name, table.kind) for table in tables.values())
    return Publication(source_id, FORM, tuple(entries), kinds=kinds, notes=tuple(notes))


def _by_kind(tables: Sequence[Table]) -> dict[str, Table]:
    found: dict[str, Table] = {}
    for table in tables:
        if table.kind in found:
            what = f"a second {table.kind} table beside {found[table.kind].name}"
            raise PartUnknownError(what, where=Where(table.name), hint="Give each table once, in one variant.")
        found[table.kind] = table
    return found


def _by_entry(table: Table) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        found[row.key].append(row)
    return dict(found)


def _entries(source_id: str, main: Table, sides: Sides, notes: list[Note]) -> list[ListEntry]:
    found: dict[str, ListEntry] = {}
    for row in main.rows:
        if row.key in found:
            text = f"entry {row.key} occurs a second time; the first one is used"
            notes.append(Note("row-repeated", text, Where(main.name, row.line)))
            continue
        rows = {kind: by_entry.get(row.key, ()) for kind, by_entry in sides.items()}
        found[row.key] = read_entry(source_id, row, rows, spilled=bool(sides.get("comments")))
    return list(found.values())


def _orphans(table: Table, known: set[str]) -> list[Note]:
    return [
        Note("row-orphaned", f"no entry {row.key} in the main file", Where(table.name, row.line))
        for row in table.rows
        if row.key not in known
    ]


def _bounded(notes: Sequence[Note], table: Table) -> list[Note]:
    """The first notes and the number of the others: a wrong pair of files would give one for every row."""
    kept = list(notes[:_NOTED])
    if more := len(notes) - len(kept):
        kept.append(Note(notes[0].code, f"and {more} further rows of the same kind", Where(table.name)))
    return kept
