"""targets.simple.csv: one target a row, several values of a field in one cell."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from namesake.errors import EmptyPartError, MalformedError, PartUnknownError, Where
from namesake.fields import ids
from namesake.fields.properties import facts_of
from namesake.lists.sources.opensanctions_records import SOURCE_ID, dated, latest, original, references, scope
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import Identifier, Listing
from namesake.values.versions import Part, Publication

FORM = "opensanctions-simple"
_NEEDED = frozenset({"id", "schema", "name"})
_PROPERTIES = {"aliases": "alias", "birth_date": "birthDate", "countries": "country", "addresses": "address"}

Row = Mapping[str, str]


def matches(part: Part) -> bool:
    """Whether the first line is a header with the columns of this table."""
    with part.open() as stream:
        head = stream.readline(4096).decode("utf-8-sig", "replace")
    return set(next(csv.reader([head.strip()]), [])) >= _NEEDED


def read(part: Part) -> Publication:
    """The targets of a file; columns are found by their header, as their number changed over the years.

    Raises `EmptyPartError` without rows and `MalformedError` for a file that is cut, not UTF-8, or has a row
    with too few or too many cells.
    """
    rows = list(_rows(part))
    if not rows:
        raise EmptyPartError("the table has no rows", where=Where(part.name))
    seen: Counter[str] = Counter()
    entries, notes = [], []
    for number, row in rows:
        entry = _entry(row)
        seen[entry.id] += 1
        if seen[entry.id] > 1:
            entry = replace(entry, id=f"{entry.id}#{seen[entry.id]}")
            notes.append(Note("id-repeated", f"the id occurs again; kept as {entry.id}", Where(part.name, number)))
        entries.append(entry)
    stamp = latest(row.get("last_seen", "") for _, row in rows)
    return Publication(
        source=SOURCE_ID,
        form=FORM,
        entries=tuple(entries),
        kinds=((part.name, "main"),),
        dated=dated(stamp),
        stamp=stamp,
        scope=scope(name for _, row in rows for name in values(row.get("dataset", ""))),
        notes=tuple(notes),
    )


def values(cell: str) -> list[str]:
    """The values of a cell, joined by ";" and quoted where they contain one; empty ones are left out.

    A quotation mark within an unquoted value is a letter of it.
    """
    found, rest = [], cell
    while rest:
        value, rest = _quoted(rest) if rest.startswith('"') else _plain(rest)
        found.append(value.strip())
    return list(dict.fromkeys(filter(None, found)))


def _plain(rest: str) -> tuple[str, str]:
    value, _, rest = rest.partition(";")
    return value, rest


def _quoted(rest: str) -> tuple[str, str]:
    """The value up to the closing mark, doubled ones being letters; a mark that opens nothing is a letter."""
    end = 1
    while (end := rest.find('"', end)) >= 0 and rest[end + 1 : end + 2] == '"':
        end += 2
    if end < 0 or rest[end + 1 : end + 2] not in ("", ";"):
        return _plain(rest)
    return rest[1:end].replace('""', '"'), rest[end + 2 :]


def _rows(part: Part) -> Iterator[tuple[int, Row]]:
    with part.open() as stream:
        reader = csv.reader(io.TextIOWrapper(stream, "utf-8-sig", newline=""), strict=True)
        try:
            header = next(reader, [])
            if not set(header) >= _NEEDED:
                raise PartUnknownError("no header with id, schema and name", where=Where(part.name))
            for cells in reader:
                if cells:
                    yield reader.line_num, _row(part, reader.line_num, header, cells)
        except (csv.Error, UnicodeDecodeError) as error:
            raise MalformedError(f"no whole table: {error}", where=Where(part.name, reader.line_num)) from error


def _row(part: Part, number: int, header: Sequence[str], cells: Sequence[str]) -> Row:
    row = dict(zip(header, cells, strict=False))
    if len(cells) != len(header) or not row["id"].strip():
        what = f"a row of {len(cells)} cells under {len(header)} columns, or without an id"
        raise MalformedError(what, where=Where(part.name, number))
    return row


def _entry(row: Row) -> ListEntry:
    properties = {name: values(row.get(column, "")) for column, name in _PROPERTIES.items()}
    found = facts_of({"name": [row["name"]], **properties}, row["schema"])
    programmes = [Listing(programme) for programme in values(row.get("program_ids", ""))]
    sanctions = [Listing(legal_basis=" ".join(text.split())) for text in values(row.get("sanctions", ""))]
    key = row["id"].strip()
    return ListEntry(
        source=SOURCE_ID,
        id=key,
        identity=f"{SOURCE_ID}:{key}",
        schema=row["schema"].strip(),
        names=found.names,
        original=original(row),
        birth_dates=found.birth_dates,
        countries=found.countries,
        identifiers=tuple(_identifier(value) for value in values(row.get("identifiers", ""))),
        addresses=found.addresses,
        listings=(*programmes, *sanctions),
        remarks=tuple(f"{note.where.column}: {note.text}" for note in found.notes),
        references=references(key, (), ()),
    )


def _identifier(value: str) -> Identifier:
    """The table does not say of what kind an identifier is, save IMO numbers, which say it themselves."""
    label = "imoNumber" if value.upper().startswith("IMO") else "identifiers"
    return replace(ids.identifier(label, value), label="identifiers")
