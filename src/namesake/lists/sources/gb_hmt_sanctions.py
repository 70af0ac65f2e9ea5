"""The United Kingdom's consolidated list of financial sanctions targets: OFSI's ConList.csv.

Both layouts are read by their headers: the one until 2021 (29 columns, Windows-1252) and the one of 2022,
with names in other scripts. OFSI closed the list in January 2026 in favour of the UK Sanctions List.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from namesake.errors import Where
from namesake.lists.formats import uk
from namesake.lists.source import ListSource, load_facts
from namesake.lists.sources.gb_hmt_sanctions_entry import SOURCE_ID, entry
from namesake.lists.sources.gb_hmt_sanctions_rows import sheet
from namesake.values.entities import ListEntry, Note
from namesake.values.versions import Part, Publication


def read(parts: Sequence[Part]) -> Publication:
    """The list from its single file; raises `ListError` if it is none."""
    found = sheet(parts)
    file = parts[0].name
    entries: list[ListEntry] = []
    notes: list[Note] = list(found.notes)
    for group, rows in found.groups.items():
        made, unread = entry(group, rows, file)
        entries.append(made)
        notes += unread
    dated = uk.day(found.stamp)
    if dated is None:
        text = f"the list does not say of which day it is (Last Updated: {found.stamp[:40]!r})"
        notes.append(Note("date-unread", text, Where(file, 1)))
    return Publication(
        source=SOURCE_ID,
        form="conlist-2022" if found.newer else "conlist-2014",
        entries=tuple(_without_shared_references(entries, file, notes)),
        kinds=((file, "main"),),
        dated=dated,
        stamp=found.stamp,
        notes=tuple(notes),
    )


def _without_shared_references(entries: Sequence[ListEntry], file: str, notes: list[Note]) -> Iterator[ListEntry]:
    """The entries without references that several of them claim: remarks are typed by hand, and a number
    that was copied from the wrong entry would make one identity of two (KPe.023 stands in five remarks)."""
    claims = Counter(reference for entry in entries for reference in entry.references)
    for made in entries:
        shared = [reference for reference in made.references if claims[reference] > 1]
        if shared:
            text = f"group {made.id} shares {shared[0]} with other groups: it is not taken as its reference"
            notes.append(Note("reference-shared", text, Where(file)))
        kept = tuple(reference for reference in made.references if reference not in shared)
        yield replace(made, references=kept) if shared else made


SOURCE = ListSource(load_facts("namesake.lists.sources", "gb_hmt_sanctions"), read)
