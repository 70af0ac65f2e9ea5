"""The United Nations Security Council Consolidated List, in the XML that the Secretariat publishes.

One element of the file is one entry. The key is REFERENCE_NUMBER without its stray blanks: DATAID changes
when an entry is merely filed anew. Structure: https://scsanctions.un.org/resources/sc-sanctions.xsd.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from namesake.errors import PartMissingError, PartUnknownError, Where
from namesake.fields import countries, dates, genders
from namesake.lists import markup
from namesake.lists.source import ListSource, load_facts
from namesake.lists.sources import un_sc_sanctions_births as births
from namesake.lists.sources import un_sc_sanctions_documents as documents
from namesake.lists.sources import un_sc_sanctions_names as naming
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import CountryFact, Gender, Listing
from namesake.values.versions import Part, Publication

FORM = "un-xml"

_FACTS = load_facts("namesake.lists.sources", "un_sc_sanctions")
_SCHEMAS = {"INDIVIDUAL": "Person", "ENTITY": "Organization"}


def read(parts: Sequence[Part]) -> Publication:
    """The publication in one XML file.

    Raises `PartMissingError` without a file, `PartUnknownError` for a second one or another root element,
    and what `markup.root` raises for a file that is damaged.
    """
    if not parts:
        raise PartMissingError("the consolidated list consists of one XML file and none was given")
    if len(parts) > 1:
        raise PartUnknownError("the consolidated list is one file", where=Where(parts[1].name))
    part = parts[0]
    root = markup.root(part)
    if markup.local(root) != "CONSOLIDATED_LIST":
        raise PartUnknownError(f"the root element is {markup.local(root)!r}", where=Where(part.name))
    notes: list[Note] = []
    entries = tuple(_entries(part.name, root, notes))
    stamp = root.get("dateGenerated", "")
    return Publication(
        source=_FACTS.id,
        form=FORM,
        entries=entries,
        kinds=((part.name, "main"),),
        dated=_dated(stamp, part.name, notes),
        stamp=stamp,
        notes=tuple(notes),
    )


def _dated(stamp: str, file: str, notes: list[Note]) -> date | None:
    """The publisher's own calendar day: the stamp has an offset before 2023 and Z since."""
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        notes.append(Note("date-unread", f"dateGenerated {stamp!r} is no date", Where(file)))
        return None


def _records(root: markup.Element) -> Iterator[markup.Element]:
    for group in markup.children(root):
        yield from (record for record in markup.children(group) if markup.local(record) in _SCHEMAS)


def _entries(file: str, root: markup.Element, notes: list[Note]) -> Iterator[ListEntry]:
    seen: Counter[str] = Counter()
    for number, record in enumerate(_records(root), start=1):
        where = Where(file, cast("int | None", record.sourceline))  # lxml-stubs give it no type
        key = markup.text(record, "REFERENCE_NUMBER")
        if not key:
            key = f"DATAID:{markup.text(record, 'DATAID') or number}"
            notes.append(Note("id-missing", f"{key}: the entry has no reference number", where))
        seen[key] += 1
        entry_id = key if seen[key] == 1 else f"{key}#{seen[key]}"
        if entry_id != key:
            notes.append(Note("id-repeated", f"{key}: the reference number occurs again; kept as {entry_id}", where))
        said: list[tuple[str, str]] = []
        yield _entry(record, entry_id, key, said)
        notes += (Note(code, f"{entry_id}: {text}", where) for code, text in said)


def _entry(record: markup.Element, entry_id: str, key: str, said: list[tuple[str, str]]) -> ListEntry:
    addresses, address_remarks = documents.addresses(record)
    identifiers, document_remarks = documents.identifiers(record, said)
    places, place_remarks = births.places(record)
    birth_dates, birth_remarks = births.birth_dates(record, said)
    comments = (markup.text(record, "COMMENTS1"), *naming.remarks(record), *birth_remarks, *place_remarks)
    return ListEntry(
        source=_FACTS.id,
        id=entry_id,
        identity=f"{_FACTS.id}:{key}",
        schema=_SCHEMAS[markup.local(record)],
        names=naming.names(record, said),
        original=markup.canonical(markup.record(record)),
        birth_dates=birth_dates,
        birth_places=places,
        genders=_genders(record),
        countries=tuple(_nationalities(record)),
        identifiers=identifiers,
        addresses=addresses,
        listings=(_listing(record),),
        titles=_titles(record),
        remarks=tuple(text for text in (*comments, *document_remarks, *address_remarks) if text),
    )


def _genders(record: markup.Element) -> tuple[Gender, ...]:
    gender = genders.parse(markup.text(record, "GENDER"))
    return (gender,) if gender else ()


def _nationalities(record: markup.Element) -> Iterator[CountryFact]:
    for text in _values(record, "NATIONALITY"):
        yield CountryFact("nationality", countries.code(text), text)


def _listing(record: markup.Element) -> Listing:
    return Listing(
        programme=naming.value(record, "UN_LIST_TYPE"),
        listed_on=dates.parse(markup.text(record, "LISTED_ON")),
        authority=_FACTS.publisher,
    )


def _titles(record: markup.Element) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*_values(record, "TITLE"), *_values(record, "DESIGNATION"))))


def _values(record: markup.Element, field: str) -> Iterator[str]:
    for group in markup.children(record, field):
        yield from (text for item in markup.children(group, "VALUE") if (text := naming.value(item)))


SOURCE = ListSource(facts=_FACTS, read=read)
"""The source, for the registry."""
