"""All rows of a Group ID become one list entry."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from namesake.errors import Where
from namesake.fields import countries, dates, genders
from namesake.lists.formats import uk
from namesake.lists.markup import canonical
from namesake.lists.sources.gb_hmt_sanctions_rows import Row
from namesake.lists.sources.gb_hmt_sanctions_text import (
    OtherInformation,
    documents,
    numbered,
    other_information,
    values,
)
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import Address, CountryFact, Gender, Identifier, Listing, PartialDate, Place
from namesake.values.names import Name, NameKind

SOURCE_ID = "gb_hmt_sanctions"
AUTHORITY = "HM Treasury"

_KINDS: dict[str, NameKind] = {
    "prime alias": "primary",
    "primary name": "primary",
    "primary name variation": "alias",
    "aka": "alias",
    "fka": "former",
}
_ORDER: tuple[NameKind, ...] = ("primary", "alias", "former")
_NAME_CELLS = tuple(f"Name {number}" for number in (1, 2, 3, 4, 5, 6))
_ADDRESS_CELLS = tuple(f"Address {number}" for number in range(1, 7))
# The publisher's database cuts this cell here: a text of this length has lost its end.
_CUT = ("NI Number", 255)

_T = TypeVar("_T")


def entry(group: str, rows: Sequence[Row], file: str) -> tuple[ListEntry, list[Note]]:
    """The entry of a group and what could not be read in it."""
    notes: list[Note] = []
    schema = _schema(group, rows, file, notes)
    told = [other_information(text, schema) for text in _distinct(rows, "Other Information")]
    names = _names(rows, schema, file, notes) + _weak(told)
    if not names:
        notes.append(Note("name-missing", f"group {group} has no name", Where(file, rows[0].number)))
    return (
        ListEntry(
            source=SOURCE_ID,
            id=group,
            identity=f"{SOURCE_ID}:{group}",
            schema=schema,
            names=names,
            original=canonical({"rows": [dict(row.cells) for row in rows]}),
            birth_dates=_birth_dates(rows, file, notes),
            birth_places=_once(place for row in rows for place in _birth_places(row)),
            genders=_genders(rows, told),
            countries=_nationalities(rows),
            identifiers=_once([*_documents(rows), *(found for info in told for found in info.identifiers)]),
            addresses=_once(found for row in rows if (found := _address(row))),
            listings=_once(_listing(row) for row in rows),
            titles=_once(value for column in ("Title", "Position") for value in _all(rows, column)),
            remarks=_remarks(rows),
            references=_once(found for info in told for found in info.references),
            marks=_marks(rows),
        ),
        notes,
    )


def _once(found: Iterable[_T]) -> tuple[_T, ...]:
    """The values without repetition, in published order: rows repeat what they share."""
    return tuple(dict.fromkeys(found))


def _distinct(rows: Sequence[Row], column: str) -> tuple[str, ...]:
    return _once(text for row in rows if (text := row.get(column)))


def _all(rows: Sequence[Row], column: str) -> tuple[str, ...]:
    """The single values of a column, those that share a cell apart."""
    return _once(value for text in _distinct(rows, column) for value in values(text))


def _schema(group: str, rows: Sequence[Row], file: str, notes: list[Note]) -> str:
    types = _distinct(rows, "Group Type")
    found = {uk.schema(published) for published in types} or {"LegalEntity"}
    if len(found) == 1 and "LegalEntity" not in found:
        return found.pop()
    text = f"group {group} has the type {' and '.join(types) or 'of nothing'}: it is compared with everything"
    notes.append(Note("type-unknown", text, Where(file, rows[0].number, "Group Type")))
    return "LegalEntity"


def _names(rows: Sequence[Row], schema: str, file: str, notes: list[Note]) -> tuple[Name, ...]:
    """Every spelling once, under the best kind that any row gives it; primary ones first."""
    found: dict[str, Name] = {}
    for row in rows:
        for name in _row_names(row, schema, file, notes):
            known = found.get(name.text)
            if known is None or _rank(name) < _rank(known):
                found[name.text] = name
    return tuple(sorted(found.values(), key=lambda name: _ORDER.index(name.kind)))


def _rank(name: Name) -> tuple[int, bool]:
    return _ORDER.index(name.kind), name.weak


def _row_names(row: Row, schema: str, file: str, notes: list[Note]) -> Iterator[Name]:
    published = row.get("Alias Type")
    kind = _KINDS.get(published.casefold(), "alias")
    if published.casefold() not in _KINDS:
        text = f"the alias type {published[:40]!r} is not known; the name is taken as an alias"
        notes.append(Note("alias-type-unknown", text, Where(file, row.number, "Alias Type")))
    text, parts = uk.name([row.get(cell) for cell in _NAME_CELLS], schema)
    if text:
        yield Name(text, kind, row.get("Alias Quality").casefold().startswith("low"), parts=parts)
    if other := row.get("Name Non-Latin Script"):
        yield Name(
            other,
            "alias",
            script=uk.script(row.get("Non-Latin Script Type")),
            language=uk.language(row.get("Non-Latin Script Language")),
        )


def _weak(told: Sequence[OtherInformation]) -> tuple[Name, ...]:
    return _once(Name(alias, "alias", weak=True) for info in told for alias in info.weak_aliases)


def _birth_dates(rows: Sequence[Row], file: str, notes: list[Note]) -> tuple[PartialDate, ...]:
    found: list[PartialDate] = []
    for row in rows:
        for text in values(row.get("DOB")):
            if date := _date(text):
                found.append(date)
            else:
                note = f"{text[:40]!r} is not understood as a date of birth"
                notes.append(Note("date-unread", note, Where(file, row.number, "DOB")))
    return _once(found)


def _date(text: str) -> PartialDate | None:
    return dates.day_month_year(text) or dates.parse(text)


def _birth_places(row: Row) -> Iterator[Place]:
    """Town and country by their numbers; one country alone goes with every town."""
    towns = numbered(row.get("Town of Birth"))[1]
    lands = numbered(row.get("Country of Birth"))[1]
    if len(lands) == 1:
        lands = lands * len(towns)
    for town, land in zip_longest(towns, lands, fillvalue=""):
        if text := ", ".join(piece for piece in (town, land) if piece):
            yield Place(text, countries.code(land))


def _genders(rows: Sequence[Row], told: Sequence[OtherInformation]) -> tuple[Gender, ...]:
    stated = [genders.parse(text) for text in _distinct(rows, "Gender")]
    return _once([gender for gender in stated if gender] + [gender for info in told for gender in info.genders])


def _nationalities(rows: Sequence[Row]) -> tuple[CountryFact, ...]:
    return _once(_nationality(text) for text in _all(rows, "Nationality"))


def _nationality(text: str) -> CountryFact:
    bare = text.removesuffix(" citizenship")
    return CountryFact("nationality" if bare == text else "citizenship", countries.code(bare), text)


def _documents(rows: Sequence[Row]) -> Iterator[Identifier]:
    """Passports and national numbers, in the columns of either layout."""
    for row in rows:
        details = row.get("Passport Details")
        yield from documents(row.get("Passport Number") or details, "Passport", details)
        numbers = row.get("NI Number") or row.get("National Identification Number")
        beside = row.get("National Identification Details")
        yield from documents(numbers or beside, "National identification number", beside)


def _address(row: Row) -> Address | None:
    lines = [row.get(cell) for cell in _ADDRESS_CELLS]
    postal_code, land = row.get("Post/Zip Code"), row.get("Country")
    text = ", ".join(piece for piece in (*lines, postal_code, land) if piece)
    return Address(text, postal_code=postal_code, country=countries.code(land)) if text else None


def _listing(row: Row) -> Listing:
    listed = row.get("Listed On") or row.get("UK Sanctions List Date Designated")
    return Listing(programme=row.get("Regime"), listed_on=_date(listed), authority=AUTHORITY)


def _remarks(rows: Sequence[Row]) -> tuple[str, ...]:
    """The remarks, and the cells of documents whole: only the number of a document is taken from them."""
    columns = ("Passport Details", "NI Number", "National Identification Details")
    documents = _once(f"{column}: {text}" for column in columns for text in _distinct(rows, column))
    unread = (f"DOB: {text}" for text in _all(rows, "DOB") if not _date(text))
    return _distinct(rows, "Other Information") + documents + tuple(unread)


def _marks(rows: Sequence[Row]) -> tuple[str, ...]:
    column, length = _CUT
    cut = any(len(row.cells.get(column, "")) >= length for row in rows)
    return (f"{column} cut by the publisher at {length} characters",) if cut else ()
