"""What is known of an entity besides its names. Every value keeps its verbatim text."""

from datetime import date
from typing import Literal

from namesake.values.made import Made

Gender = Literal["male", "female", "other"]
CountryRole = Literal["nationality", "citizenship", "country", "birth", "flag", "jurisdiction"]


class PartialDate(Made, frozen=True):
    """A date exactly as precise as published: some day from `first` to `last`, both included.

    A full date has `first == last`; a year runs from 1 January to 31 December. `circa` says that the
    publisher calls it approximate (the bounds stay as published). `text` is verbatim.
    """

    first: date
    last: date
    circa: bool = False
    text: str = ""

    @property
    def exact(self) -> bool:
        """Whether one single day is meant."""
        return self.first == self.last and not self.circa


class CountryFact(Made, frozen=True):
    """A country and what it is to the entity. `code` is ISO 3166-1 alpha-2 in lower case, or ''."""

    role: CountryRole
    code: str
    text: str = ""


class Place(Made, frozen=True):
    """A place (of birth, say) as published, with its country code where one could be read."""

    text: str
    country: str = ""


class Address(Made, frozen=True):
    """A postal address; `text` is the whole of it in one line, the other fields only where published."""

    text: str
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


class Identifier(Made, frozen=True):
    """A number or code that is meant to be unique.

    `scheme` is one of `fields.ids.SCHEMES` ("passport", "imo", "lei", "wallet:XBT", ...; "other" when the
    kind is not known). `value` is the published text, stripped. `valid` is True or False where a check
    exists and None where there is none. `label` is the publisher's own word for the kind.
    """

    scheme: str
    value: str
    country: str = ""
    valid: bool | None = None
    label: str = ""


class Listing(Made, frozen=True):
    """Why and since when an entry is on the list."""

    programme: str = ""
    legal_basis: str = ""
    listed_on: PartialDate | None = None
    authority: str = ""


class Link(Made, frozen=True):
    """A relation that the publisher states, kept for later: a lead, never a match."""

    kind: str
    target_id: str = ""
    target_name: str = ""
    text: str = ""
