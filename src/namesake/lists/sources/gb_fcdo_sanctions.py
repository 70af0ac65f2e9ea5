"""The UK Sanctions List: the XML of the Foreign, Commonwealth & Development Office.

Elements other than those of the excerpt at hand are read as the format is publicly documented: each is
optional, and what is not understood stays in the verbatim original.
"""

from collections.abc import Iterator, Sequence

from namesake.errors import OversizeError, PartMissingError, PartUnknownError, Where
from namesake.lists.formats import uk
from namesake.lists.markup import Element, children, local, root, text
from namesake.lists.source import ListSource, load_facts
from namesake.lists.sources.gb_fcdo_sanctions_entry import SOURCE_ID, entry
from namesake.values.entities import ListEntry, Note
from namesake.values.versions import Part, Publication

MAX_RECORDS = 1_000_000


def read(parts: Sequence[Part]) -> Publication:
    """The list from its single file; raises `ListError` if it is none."""
    part = _only(parts)
    top = root(part)
    if local(top) != "Designations":
        raise PartUnknownError(f"the file is no UK Sanctions List but {local(top)!r}", where=Where(part.name))
    stamp = text(top, "DateGenerated")
    dated = uk.day(stamp)
    notes: list[Note] = []
    if dated is None:
        notes.append(Note("date-unread", f"DateGenerated is {stamp[:40]!r}, not a date", Where(part.name)))
    return Publication(
        source=SOURCE_ID,
        form="uksl-xml",
        entries=tuple(_entries(top, part.name, notes)),
        kinds=((part.name, "main"),),
        dated=dated,
        stamp=stamp,
        notes=tuple(notes),
    )


def _only(parts: Sequence[Part]) -> Part:
    if not parts:
        raise PartMissingError("the UK Sanctions List is missing", hint="Give UK-Sanctions-List.xml.")
    if len(parts) > 1:
        raise PartUnknownError("the list is a single file, and this is a second one", where=Where(parts[1].name))
    return parts[0]


def _entries(top: Element, file: str, notes: list[Note]) -> Iterator[ListEntry]:
    """Every designation; one without a key, or that repeats one, is kept under an id of its own."""
    seen: dict[str, int] = {}
    for number, record in enumerate(children(top, "Designation"), 1):
        if number > MAX_RECORDS:
            raise OversizeError(f"more than {MAX_RECORDS:,} designations", where=Where(file))
        # The type information of lxml does not know that a parsed element has its line.
        where = Where(file, getattr(record, "sourceline", None))
        key = text(record, "UniqueID")
        if not key:
            key = f"designation:{number}"
            notes.append(Note("id-missing", f"{key}: the designation has no UniqueID", where))
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            notes.append(Note("id-repeated", f"{key} stands in the list more than once", where))
        made, unread = entry(record, key, seen[key], where)
        notes += unread
        yield made


SOURCE = ListSource(load_facts("namesake.lists.sources", "gb_fcdo_sanctions"), read)
