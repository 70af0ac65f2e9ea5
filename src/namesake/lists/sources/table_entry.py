"""A row of an in-house list becomes a list entry, or a reason why it does not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from namesake.errors import Where
from namesake.fields import dates
from namesake.fields.properties import Facts, facts_of
from namesake.lists.markup import canonical
from namesake.lists.sources.table_columns import Row
from namesake.lists.sources.table_mapping import Mapping
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import Listing, PartialDate
from namesake.values.schemas import KINDS

SOURCE_ID = "table"
UNKNOWN_SCHEMA = "LegalEntity"
"""What may be a person or an organisation, and is compared with both."""

_SCHEMAS = {
    **{schema.casefold(): schema for schema in KINDS},
    "individual": "Person",
    "natural person": "Person",
    "entity": "Organization",
    "organisation": "Organization",
    "business": "Company",
    "ship": "Vessel",
    "aircraft": "Airplane",
    "wallet": "CryptoWallet",
}
_NO_EXPIRY = {"-", "none", "never", "n/a", "unlimited"}
_END_OF_TIME = re.compile(r"9999|(?<!\d)31[./-]12[./-]2999")
_FIRST_EXPIRY = date(2000, 1, 1)  # a year of two digits in an expiry is of this century
_MOST_DATES = 8


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row is not listed: for the report, and in few words for the count."""

    why: str
    text: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """An entry and what could not be read in its row."""

    entry: ListEntry
    notes: tuple[Note, ...]


def entry(row: Row, mapping: Mapping, where: Where) -> Made | Refusal:
    """The entry of a row, or why an own finding cannot rest on it."""
    stated = _stated(row, mapping)
    if isinstance(stated, Refusal):
        return stated
    source, legal_basis, expires = stated
    notes: list[Note] = []
    schema = _schema(row, mapping, where, notes)
    facts = _facts(row, schema, mapping, where, notes)
    if not facts.names:
        notes.append(Note("name-missing", "the row has no name", where))
    unread = [f"Date of birth: {text}" for text in _unread(row, mapping.day_first)]
    key = row.get("id")
    made = ListEntry(
        source=SOURCE_ID,
        id=key,
        identity=f"{SOURCE_ID}:{mapping.id}:{key}",
        schema=schema,
        names=facts.names,
        original=canonical({"row": dict(row.original)}),
        birth_dates=facts.birth_dates,
        birth_places=facts.birth_places,
        genders=facts.genders,
        countries=facts.countries,
        identifiers=facts.identifiers,
        addresses=facts.addresses,
        listings=(_listing(row, mapping, legal_basis, where, notes),),
        titles=facts.titles,
        remarks=(f"Source: {source}", *facts.remarks, *unread),
        expires=expires,
    )
    return Made(made, tuple(notes))


def _stated(row: Row, mapping: Mapping) -> tuple[str, str, date | None] | Refusal:
    """The source, the legal basis and the expiry, of the row or of the whole list."""
    if not row.get("id"):
        return Refusal("without an id", "the row has no id", row.column("id"))
    source = row.get("source") or mapping.source
    if not source:
        return Refusal("without a source", "the row states no source, nor does the list", row.column("source"))
    legal_basis = row.get("legalBasis") or mapping.legal_basis
    if not legal_basis:
        what = "the row states no legal basis, nor does the list"
        return Refusal("without a legal basis", what, row.column("legalBasis"))
    expires = _expiry(row.get("expires"), mapping.day_first)
    if isinstance(expires, str):
        return Refusal("with an expiry that cannot be read", expires, row.column("expires"))
    return source, legal_basis, expires


def _expiry(text: str, day_first: bool | None) -> date | str | None:
    """The last day on which a finding is valid, None for no end, or in words why it cannot be told."""
    if not text or text.casefold() in _NO_EXPIRY or _END_OF_TIME.search(text):
        return None
    found = [read for read in dates.readings(text, day_first=day_first) if read.last >= _FIRST_EXPIRY]
    if not found:
        return f"{text[:40]!r} is not understood as the end of validity"
    if len(found) > 1:
        meant = " or ".join(read.last.isoformat() for read in found[:_MOST_DATES])
        return f"{text[:40]!r} can be {meant}: day_first under [list] says which"
    return found[0].last


def _schema(row: Row, mapping: Mapping, where: Where, notes: list[Note]) -> str:
    told = row.get("schema")
    if not told:
        return mapping.schema or UNKNOWN_SCHEMA
    if known := _SCHEMAS.get(told.casefold()):
        return known
    text = f"{told[:40]!r} is no schema: the entry is compared with persons and organisations alike"
    notes.append(Note("type-unknown", text, replace(where, column=row.column("schema"))))
    return UNKNOWN_SCHEMA


def _facts(row: Row, schema: str, mapping: Mapping, where: Where, notes: list[Note]) -> Facts:
    born = row.properties.get("birthDate", ())
    rest = {key: values for key, values in row.properties.items() if key != "birthDate"}
    facts = facts_of(rest, schema)
    notes += (replace(note, where=where) for note in facts.notes)
    place = replace(where, column=row.column("birthDate"))
    return replace(facts, birth_dates=_birth_dates(born, mapping.day_first, place, notes))


def _birth_dates(
    texts: Sequence[str], day_first: bool | None, where: Where, notes: list[Note]
) -> tuple[PartialDate, ...]:
    """Every date that the texts can mean: none is chosen for the operator, and what is open is noted."""
    found: list[PartialDate] = []
    for text in texts:
        read = dates.readings(text, day_first=day_first)[:_MOST_DATES]
        found += read
        if not read:
            notes.append(Note("date-unread", f"{text[:40]!r} is not understood as a date of birth", where))
        if len(read) > 1:
            meant = " or ".join(date.first.isoformat() for date in read)
            notes.append(Note("date-ambiguous", f"{text[:40]!r} can be {meant}; all are compared", where))
    return tuple(dict.fromkeys(found))


def _unread(row: Row, day_first: bool | None) -> list[str]:
    """Dates of birth that nobody can compare, for a person to read."""
    return [text for text in row.properties.get("birthDate", ()) if not dates.readings(text, day_first=day_first)]


def _listing(row: Row, mapping: Mapping, legal_basis: str, where: Where, notes: list[Note]) -> Listing:
    told = row.get("listingDate")
    read = dates.readings(told, day_first=mapping.day_first) if told else ()
    if told and len(read) != 1:
        place = replace(where, column=row.column("listingDate"))
        notes.append(Note("date-unread", f"{told[:40]!r} is not understood as one listing date", place))
    return Listing(
        programme=row.get("programme") or mapping.title,
        legal_basis=legal_basis,
        listed_on=read[0] if len(read) == 1 else None,
        authority=mapping.owner,
    )
