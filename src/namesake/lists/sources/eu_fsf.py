"""The European Union's consolidated financial sanctions list, as Financial Sanctions Files XML 1.1.

One `sanctionEntity` is one entry. Its logicalId is not unique: an entity under two regimes stands in the
file twice, so the key is logicalId and programme, while the identity is the euReferenceNumber that both
share. Structure: the publisher's FULL-schema-1_1.xsd; everything of interest is in attributes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from lxml import etree

from namesake.errors import PartMissingError, PartUnknownError, Where
from namesake.fields import dates, genders
from namesake.lists import markup
from namesake.lists.source import ListSource, load_facts
from namesake.lists.sources import eu_fsf_details as details
from namesake.lists.sources import eu_fsf_names as naming
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import Gender, Identifier, Listing
from namesake.values.versions import Part, Publication

FORM = "eu-fsf-1.1"
NAMESPACE = "http://eu.europa.ec/fpi/fsd/export"

_FACTS = load_facts("namesake.lists.sources", "eu_fsf")
_SCHEMAS = {"person": "Person", "enterprise": "Organization", "P": "Person", "E": "Organization"}
_UN_REFERENCE = re.compile(r"[A-Z]{2}[ei]\.\d{3}")


def read(parts: Sequence[Part]) -> Publication:
    """The publication in one XML file.

    Raises `PartMissingError` without a file, `PartUnknownError` for a second one, another root element or
    another namespace, and what `markup.root` raises for a file that is damaged.
    """
    if not parts:
        raise PartMissingError("the list consists of one XML file and none was given")
    if len(parts) > 1:
        raise PartUnknownError("the list is one file", where=Where(parts[1].name))
    part = parts[0]
    root = markup.root(part)
    if etree.QName(root).namespace != NAMESPACE or markup.local(root) != "export":
        raise PartUnknownError(f"the root element is {str(root.tag)!r}", where=Where(part.name))
    notes: list[Note] = []
    entries = _joined_to_un(tuple(_entries(part.name, root, notes)), part.name, notes)
    stamp = root.get("generationDate", "")
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
    """The publisher's own calendar day, in Brussels."""
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        notes.append(Note("date-unread", f"generationDate {stamp!r} is no date", Where(file)))
        return None


def _entries(file: str, root: markup.Element, notes: list[Note]) -> Iterator[ListEntry]:
    seen: Counter[str] = Counter()
    for number, record in enumerate(markup.children(root, "sanctionEntity"), start=1):
        where = Where(file, cast("int | None", record.sourceline))  # lxml-stubs give it no type
        logical = record.get("logicalId", "").strip()
        if not logical:
            logical = f"row-{number}"
            notes.append(Note("id-missing", f"{logical}: the entry has no logicalId", where))
        key = f"{logical}:{_programme(record)}"
        seen[key] += 1
        entry_id = key if seen[key] == 1 else f"{key}#{seen[key]}"
        if entry_id != key:
            notes.append(Note("id-repeated", f"{key} occurs again; kept as {entry_id}", where))
        said: list[tuple[str, str]] = []
        identity = record.get("euReferenceNumber", "").strip() or logical
        yield _entry(record, entry_id, f"{_FACTS.id}:{identity}", said)
        notes += (Note(code, f"{entry_id}: {text}", where) for code, text in said)


def _programme(record: markup.Element) -> str:
    regulation = markup.child(record, "regulation")
    return regulation.get("programme", "").strip() if regulation is not None else ""


def _entry(record: markup.Element, entry_id: str, identity: str, said: naming.Said) -> ListEntry:
    identifiers = details.identifiers(record)
    reference = record.get("unitedNationId", "").strip()
    return ListEntry(
        source=_FACTS.id,
        id=entry_id,
        identity=identity,
        schema=_schema(record, identifiers, said),
        names=naming.names(record, said),
        original=markup.canonical(markup.record(record)),
        birth_dates=details.birth_dates(record, said),
        birth_places=details.birth_places(record),
        genders=_genders(record),
        countries=details.citizenships(record),
        identifiers=identifiers,
        addresses=details.addresses(record),
        listings=tuple(_listings(record)),
        titles=naming.titles(record),
        remarks=details.remarks(record),
        references=(f"un_sc_sanctions:{reference}",) if reference else (),
        expires=_expires(record),
    )


def _schema(record: markup.Element, identifiers: tuple[Identifier, ...], said: naming.Said) -> str:
    """Ships are filed as enterprises. So are shipping companies, whose IMO number is a company's: only a
    number with the check digit of a ship makes a vessel."""
    kind = markup.child(record, "subjectType")
    code, classification = (kind.get("code", ""), kind.get("classificationCode", "")) if kind is not None else ("", "")
    schema = _SCHEMAS.get(code) or _SCHEMAS.get(classification)
    if schema is None:
        said.append(("subject-type-unknown", f"the subject type {code!r} is not known; it may be anything"))
        return "LegalEntity"
    ship = any(item.scheme == "imo" and item.valid for item in identifiers)
    return "Vessel" if ship and schema == "Organization" else schema


def _genders(record: markup.Element) -> tuple[Gender, ...]:
    found = (genders.parse(alias.get("gender", "")) for alias in markup.children(record, "nameAlias"))
    return tuple(dict.fromkeys(gender for gender in found if gender))


def _listings(record: markup.Element) -> Iterator[Listing]:
    """The day of listing is the designation's alone: a regulation's date is often that of an amendment."""
    listed_on = dates.parse(record.get("designationDate", ""))
    for regulation in markup.children(record, "regulation"):
        published = regulation.get("publicationDate", "")
        title = " ".join(regulation.get("numberTitle", "").split())
        yield Listing(
            programme=regulation.get("programme", "").strip(),
            legal_basis=", ".join(text for text in (title, published) if text),
            listed_on=listed_on,
            authority=regulation.get("organisationType", ""),
        )


def _expires(record: markup.Element) -> date | None:
    found = dates.parse(record.get("delistingDate", ""))
    return found.first if found and found.exact else None


def _joined_to_un(entries: tuple[ListEntry, ...], file: str, notes: list[Note]) -> tuple[ListEntry, ...]:
    """Without references that cannot be right: cut ones ("QDi.43" stands on two entries whose numbers begin
    with it) and those that two different identities claim. They stay as remarks."""
    claimed: dict[str, set[str]] = {}
    for entry in entries:
        for reference in entry.references:
            claimed.setdefault(reference, set()).add(entry.identity)
    return tuple(_kept_reference(entry, claimed, file, notes) for entry in entries)


def _kept_reference(entry: ListEntry, claimed: dict[str, set[str]], file: str, notes: list[Note]) -> ListEntry:
    if not entry.references:
        return entry
    number = entry.references[0].partition(":")[2]
    if not _UN_REFERENCE.fullmatch(number):
        why = "is not a whole United Nations reference"
    elif len(claimed[entry.references[0]]) > 1:
        why = "is on several different persons or entities"
    else:
        return entry
    notes.append(Note("reference-unclear", f"{entry.id}: unitedNationId {number!r} {why}; not joined", Where(file)))
    return replace(entry, references=(), remarks=(*entry.remarks, f"United Nations reference as published: {number}"))


SOURCE = ListSource(facts=_FACTS, read=read)
"""The source, for the registry."""
