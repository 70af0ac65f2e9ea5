"""Which column means what: recognised by name in many languages, or as the user says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from namesake.entities.codes import COLUMNS_AMBIGUOUS, COLUMNS_DISPLACED, COLUMNS_REDRESS, COLUMNS_SEVERAL_PARTIES
from namesake.entities.words import (
    ANY_NAME,
    COMPANY_NAME,
    PROPERTIES,
    REDRESS,
    guesses,
    is_role,
    known_property,
    property_of,
)
from namesake.errors import UnmappedColumnsError
from namesake.fields.folding import fold
from namesake.fields.properties_names import WHOLE
from namesake.values.entities import Note

IGNORED = ("", "-", "ignore", "none")
"""What a column is mapped to so that it is not used."""

_NAMING = {*WHOLE, "firstName", "lastName", ANY_NAME, COMPANY_NAME}
_EACH = "each is compared, and screened as a party of its own where they name different ones"
_SINGLE = {"name", "birthDate", "birthYear", "birthMonth", "birthDay", "gender", "schema", "key"} | {
    "firstName",
    "lastName",
}


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column in use. `given` says that the user mapped it; `generic` that its name says no more than
    "name", so that a row may hold the whole name in it all the same; `company` that it names organisations;
    `role` that its name says no more than who the row is about ("Client"), so that a number in it is a key."""

    index: int
    column: str
    property: str
    given: bool = False
    generic: bool = False
    company: bool = False
    role: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How the columns of a table are read; `notes` concern the whole table."""

    columns: tuple[str, ...]
    mapped: tuple[MappedColumn, ...]
    notes: tuple[Note, ...] = ()

    @property
    def unmapped(self) -> tuple[str, ...]:
        """The columns that are carried through and not used."""
        used = {item.index for item in self.mapped}
        return tuple(column for at, column in enumerate(self.columns) if at not in used)

    def indexes(self, name: str) -> tuple[int, ...]:
        """Where the columns of a property stand."""
        return tuple(item.index for item in self.mapped if item.property == name)

    def describe(self) -> tuple[str, ...]:
        """The mapping in lines for the user: every column in use, then those that are not, then the notes."""
        lines = [f"{item.column} -> {item.property}{' (as you said)' if item.given else ''}" for item in self.mapped]
        if self.unmapped:
            lines.append("not used: " + ", ".join(self.unmapped))
        return (*lines, *(note.text for note in self.notes))


def recognise(columns: Sequence[str], overrides: Mapping[str, str] | None = None) -> ColumnMapping:
    """Map the columns of a table. `overrides` (column to property, or to '-' for none) come first.

    Raises `UnmappedColumnsError` when no column names anybody, when an override names a column that is not
    there, or a property that does not exist.
    """
    wanted = _wanted(columns, overrides or {})
    found = [item for at, column in enumerate(columns) if (item := _mapped(at, column, wanted))]
    kept, notes = _displaced(found)
    settled = [_company(_settled(item, kept), kept) for item in kept]
    if not any(item.property in _NAMING for item in settled):
        raise _nameless(columns)
    return ColumnMapping(tuple(columns), tuple(settled), (*notes, *_remarks(settled)))


def _wanted(columns: Sequence[str], overrides: Mapping[str, str]) -> dict[int, str]:
    """The property wanted for each column, by position."""
    wanted = {}
    for column, name in overrides.items():
        at = _position(columns, column)
        found = known_property(name)
        if not found and name.strip().casefold() not in IGNORED:
            what = f"there is no property {name!r} to map {column!r} to"
            raise UnmappedColumnsError(what, hint="Properties are: " + ", ".join(PROPERTIES))
        wanted[at] = found
    return wanted


def _position(columns: Sequence[str], wanted: str) -> int:
    if wanted in columns:
        return list(columns).index(wanted)
    alike = [at for at, column in enumerate(columns) if fold(column) == fold(wanted)]
    if len(alike) == 1:
        return alike[0]
    raise UnmappedColumnsError(f"there is no column {wanted!r}; the columns are: {_shown(columns)}")


def _mapped(at: int, column: str, wanted: Mapping[int, str]) -> MappedColumn | None:
    name = wanted[at] if at in wanted else property_of(column)
    role = name == "name" and at not in wanted and is_role(column)
    return MappedColumn(at, column, name, given=at in wanted, role=role) if name else None


def _displaced(found: Sequence[MappedColumn]) -> tuple[list[MappedColumn], list[Note]]:
    """What the user names for a single-valued property displaces what was recognised for it."""
    given = {item.property for item in found if item.given and item.property in _SINGLE}
    given |= {ANY_NAME} if "name" in given else set()
    out = [item for item in found if not item.given and item.property in given]
    notes = [Note(COLUMNS_DISPLACED, f'"{item.column}" is not used: another column was named for it') for item in out]
    return [item for item in found if item not in out], notes


def _settled(item: MappedColumn, found: Sequence[MappedColumn]) -> MappedColumn:
    """ "Name" beside "First name" is the last name, beside "Last name" the first, and alone the whole."""
    if item.property != ANY_NAME:
        return item
    present = {other.property for other in found}
    whole, first, last = "name" in present, "firstName" in present, "lastName" in present
    if whole or first == last:
        return replace(item, property="name")
    return replace(item, property="lastName" if first else "firstName", generic=True)


def _company(item: MappedColumn, found: Sequence[MappedColumn]) -> MappedColumn:
    """A column of company names is the name where there is no other."""
    alone = not any(other.property in _NAMING - {COMPANY_NAME} for other in found)
    if item.property == COMPANY_NAME and alone:
        return replace(item, property="name", company=True)
    return item


def _remarks(mapped: Sequence[MappedColumn]) -> list[Note]:
    notes = []
    for name in sorted(_SINGLE & {item.property for item in mapped}):
        columns = [item.column for item in mapped if item.property == name]
        if len(columns) > 1:
            how = "the first one that a row fills is used" if name != "name" else _EACH
            notes.append(Note(COLUMNS_AMBIGUOUS, f"{_shown(columns)} all look like {name}; {how}"))
    for item in mapped:
        if item.property == COMPANY_NAME:
            text = f'"{item.column}" is screened as a party of its own beside the names; to leave it out: --map'
            notes.append(Note(COLUMNS_SEVERAL_PARTIES, f"{text} '{item.column}=-'"))
        if item.property == REDRESS:
            text = "its references attach proofs to alerts on who is enrolled; nothing is compared with them"
            notes.append(Note(COLUMNS_REDRESS, f'"{item.column}": {text}'))
    return notes


def _nameless(columns: Sequence[str]) -> UnmappedColumnsError:
    close = [f'"{column}" may be {guess}' for column in columns[:200] if (guess := guesses(column))]
    ending = f" Closest: {', '.join(close[:5])}." if close else ""
    return UnmappedColumnsError(f"no column could be recognised as a name. The columns are: {_shown(columns)}.{ending}")


def _shown(columns: Sequence[str]) -> str:
    shown = ", ".join(f'"{column[:60]}"' for column in columns[:40])
    return shown if len(columns) <= 40 else f"{shown} and {len(columns) - 40} more"
