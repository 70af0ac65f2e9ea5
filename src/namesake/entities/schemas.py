"""The schema of a row: as the user or a column says, else inferred from the row, and said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from namesake.entities import kinds
from namesake.entities.codes import NAMES_OPEN, SCHEMA_INFERRED, SCHEMA_OPEN, SCHEMA_UNREADABLE
from namesake.entities.columns import ColumnMapping
from namesake.entities.words import COMPANY_NAME
from namesake.errors import Where
from namesake.values.entities import Note
from namesake.values.schemas import Kind, kind_of

_PERSONAL = ("birthDate", "birthYear", "gender", "firstName", "fatherName", "middleName", "birthPlace")
_Values = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema and how it was arrived at; `given` when not by inference, `company` in a column of companies."""

    name: str
    notes: tuple[Note, ...] = ()
    given: bool = False
    company: bool = False

    @property
    def kind(self) -> Kind:
        """The kind as far as the row settles it for every party that it may name."""
        return kind_of(self.name) if self.given or self.name == "Person" else "any"


def schema_of(values: _Values, mapping: ColumnMapping, wanted: str, where: Where) -> Schema:
    """The schema of a row; "LegalEntity" is compared with persons and organisations alike."""
    if wanted:
        return Schema(wanted, given=True)
    given = next(iter(values.get("schema", ())), "")
    if found := kinds.schema_named(given):
        return Schema(found, given=True)
    inferred = _inferred(values, any(item.company for item in mapping.mapped), where)
    if not given:
        return inferred
    unread = Note(SCHEMA_UNREADABLE, f"{given[:60]!r} is not understood as a kind of party", where)
    return Schema(inferred.name, (unread, *inferred.notes))


def schema_of_party(name: str, row: Schema, where: Where) -> Schema:
    """The schema of one of several parties of a row: the row's, where that was not inferred from its names."""
    return row if row.kind != "any" or row.given else _inferred({"name": [name]}, row.company, where)


def opened(schema: Schema, where: Where) -> Schema:
    """The schema of a row whose names may be those of several parties: whatever the row says, any."""
    text = "the columns may name several parties: all names were compared with persons and organisations"
    return Schema("LegalEntity", (*schema.notes, Note(NAMES_OPEN, text, where)), given=True)


def schema_beside(values: _Values, row: Schema, wanted: str, alone: bool, where: Where) -> Schema:
    """The schema of one of the parties that different columns name.

    What the row says of its kind holds for the party that it fits: an organisation for one that is plainly an
    organisation, a person for the only one that is none (`alone`). The others are inferred from what is their
    own, never as the kind of somebody else. What the user says of all rows holds, but for a column of companies.
    """
    inferred = _inferred(values, False, where)
    is_organisation = inferred.name == "Organization"
    if row.given and is_organisation:
        return row if kind_of(row.name) == "organisation" or (wanted and not values.get(COMPANY_NAME)) else inferred
    if row.given and (wanted or (alone and row.kind != "organisation")):
        return row
    unread = tuple(note for note in row.notes if note.code == SCHEMA_UNREADABLE)
    return Schema(inferred.name, (*unread, *inferred.notes), company=inferred.company)


def is_no_party(values: _Values) -> bool:
    """Whether the row describes a thing that is not screened."""
    return any(kinds.is_no_party(text) for text in values.get("schema", ()))


def _inferred(values: _Values, company_column: bool, where: Where) -> Schema:
    personal = next((name for name in _PERSONAL if values.get(name)), "")
    names = [*values.get("name", ()), *values.get("lastName", ())]
    by_company = company_column or (bool(names) and list(names) == list(values.get(COMPANY_NAME, ())))
    words = bool(names) and all(kinds.looks_like_organisation(name) == "certain" for name in names)
    if personal and not (words or by_company):
        return Schema("Person", (Note(SCHEMA_INFERRED, f"a person, since the row has a {personal}", where),))
    if (words or by_company) and not personal:
        why = "since its name says so" if words else "since its column is one of companies"
        notes = (Note(SCHEMA_INFERRED, f"an organisation, {why}", where),)
        return Schema("Organization", notes, company=by_company)
    why = "has signs of both" if personal else "says neither"
    return Schema("LegalEntity", (Note(SCHEMA_OPEN, f"compared with persons and organisations: the row {why}", where),))
