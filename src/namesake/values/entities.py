"""Entries as published, subjects as given, and the shape that both share."""

from datetime import date

from namesake.errors import NOWHERE, Where
from namesake.values.facts import (
    Address,
    CountryFact,
    Gender,
    Identifier,
    Link,
    Listing,
    PartialDate,
    Place,
)
from namesake.values.made import Made
from namesake.values.names import Name


class Entity(Made, frozen=True):
    """The normalised shape that a list entry and a subject share; all that scoring ever sees."""

    id: str
    schema: str
    names: tuple[Name, ...]
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[Place, ...] = ()
    genders: tuple[Gender, ...] = ()
    countries: tuple[CountryFact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()

    @property
    def caption(self) -> str:
        """The name to show: the first primary one, else the first."""
        return next((n.text for n in self.names if n.kind == "primary" and not n.weak), self._any_name())

    def _any_name(self) -> str:
        return self.names[0].text if self.names else self.id


class ListEntry(Made, frozen=True):
    """One entry as published.

    `id` is the publisher's own key, unique in a version. `identity` says who the entry is about
    (`"eu_fsf:EU.27.28"`); several entries of a list may share one. `references` are identities in other
    lists that the publisher itself names (`"un_sc_sanctions:QDi.001"`). `marks` are things a reader must
    know, such as remarks cut by the publisher. `original` is the whole record as published, as canonical
    JSON (an object whose first level are the parts of the publication or the elements of the record).
    """

    source: str
    id: str
    identity: str
    schema: str
    names: tuple[Name, ...]
    original: str
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[Place, ...] = ()
    genders: tuple[Gender, ...] = ()
    countries: tuple[CountryFact, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    listings: tuple[Listing, ...] = ()
    links: tuple[Link, ...] = ()
    titles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    expires: date | None = None


NOT_A_PARTY = "not a party: says something of the entries that it names"
"""The mark of an entry that is nobody: a link, a document. It is kept, and not screened against."""


class Note(Made, frozen=True):
    """Something about an input that a person should know; the row or entry is used all the same."""

    code: str
    text: str
    where: Where = NOWHERE


class Subject(Made, frozen=True):
    """The person or organisation that we screen.

    `row` counts from 1 in the input as a person sees it; `columns` are the input's own columns, carried
    through unchanged; `notes` say what was inferred or could not be read. `references` are those of redress that the
    input gives for it: they are compared with nothing, and attach proofs to alerts.
    """

    key: str
    entity: Entity
    row: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    references: tuple[str, ...] = ()


class Skipped(Made, frozen=True):
    """A row or entry that could not be screened, and why."""

    code: str
    reason: str
    where: Where = NOWHERE
    key: str = ""
    columns: tuple[tuple[str, str], ...] = ()
