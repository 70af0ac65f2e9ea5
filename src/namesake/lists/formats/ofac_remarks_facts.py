"""Items of remarks, and the `idList` of the XML, which holds the same words, as facts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from namesake.fields import countries, dates, genders, ids
from namesake.lists.formats.ofac_remarks_labels import numbered
from namesake.values.facts import CountryFact, CountryRole, Gender, Identifier, Link, PartialDate, Place
from namesake.values.names import Name, NameKind, NamePart

_ALIAS = re.compile(r"""(?P<type>(?:[afn]\.k|d\.b)\.a\.) (?P<quote>['"])(?P<name>.+)(?P=quote)\.?""", re.DOTALL)
_COUNTRY_LABELS: dict[str, CountryRole] = {
    "nationality": "nationality",
    "citizen": "citizenship",
    "Nationality of Registration": "jurisdiction",
    "Registration Country": "jurisdiction",
    "Other Vessel Flag": "flag",
}
_LABELLED = re.compile(r"(DOB|POB|Gender|Linked To:|" + "|".join(_COUNTRY_LABELS) + r")\s+(\S.*)", re.DOTALL)


@dataclass(slots=True)
class Facts:
    """What has been read of one entry so far; `remarks` are the items that became no fact, or not whole."""

    person: bool = False
    names: list[Name] = field(default_factory=list)
    birth_dates: list[PartialDate] = field(default_factory=list)
    birth_places: list[Place] = field(default_factory=list)
    genders: list[Gender] = field(default_factory=list)
    countries: list[CountryFact] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def read(self, items: Sequence[str]) -> None:
        """Take in items: each becomes a fact, or stays a remark, or both if words are left over."""
        for item in items:
            bare = item.removeprefix("alt. ")
            if not (self._alias(bare) or self._labelled(bare, item) or self._numbered(bare)):
                self.remarks.append(item)

    def country(self, role: CountryRole, text: str) -> None:
        """Take in a country that the publisher gives in a field of its own."""
        self.countries.append(CountryFact(role, country_code(text), text))

    def birth_date(self, text: str) -> bool:
        """Take in a birth date; False if it cannot be read."""
        if (date := dates.parse(text)) is None:
            return False
        self.birth_dates.append(date)
        return True

    def identifier(self, label: str, value: str, country: str) -> bool:
        """Take in a number; False if the label is not that of an identifier."""
        if not _scheme(label):
            return False
        self.identifiers.append(ids.identifier(label, value, country_code(country)))
        return True

    def _alias(self, item: str) -> bool:
        found = _ALIAS.fullmatch(item)
        if found is None:
            return False
        self.names.append(name(found["name"].strip(), kind_of(found["type"]), weak=True, person=self.person))
        return True

    def _labelled(self, bare: str, item: str) -> bool:
        found = _LABELLED.fullmatch(bare)
        return found is not None and self.labelled(found[1], found[2], item)

    def labelled(self, label: str, value: str, item: str) -> bool:
        """Take in one labelled value that is no number; False if it cannot be read."""
        if label in _COUNTRY_LABELS:
            return self._known_country(_COUNTRY_LABELS[label], value)
        match label:
            case "DOB":
                return self.birth_date(value)
            case "POB":
                self.birth_places.append(place(value))
                return True
            case "Gender":
                return self._gender(value)
            case "Linked To:":
                self.links.append(Link("linked_to", target_name=value, text=item))
                return True
        return False

    def _known_country(self, role: CountryRole, text: str) -> bool:
        """`nationality possibly Palestinian` names no country for certain: it stays a remark."""
        if not country_code(text):
            return False
        self.country(role, text)
        return True

    def _gender(self, text: str) -> bool:
        gender = genders.parse(text)
        if gender is None:
            return False
        self.genders.append(gender)
        return True

    def _numbered(self, bare: str) -> bool:
        found = numbered(bare)
        if found is None or not self.identifier(found.label, found.value, found.country):
            return False
        return not found.detail


def kind_of(alias_type: str) -> NameKind:
    """The kind of an alias; n.k.a. ("now known as") and d.b.a. ("doing business as") are names in use."""
    return "former" if alias_type.lower().replace(".", "") == "fka" else "alias"


def name(text: str, kind: NameKind, *, weak: bool = False, person: bool = False) -> Name:
    """A name as published; a person's `SURNAME, Given` gives its two parts."""
    family, comma, given = text.partition(", ")
    if not (person and comma and family.strip() and given.strip()):
        return Name(text, kind, weak)
    return Name(text, kind, weak, parts=(NamePart("family", family.strip()), NamePart("given", given.strip())))


def place(text: str) -> Place:
    """A place with the country in its last words, where there is one.

    Words of up to three letters are left alone: `Augusta, GA` is not in Gabon.
    """
    words = text.rsplit(", ", 4)
    tails = (", ".join(words[n:]) for n in range(len(words)))
    return Place(text, next((code for tail in tails if len(tail) > 3 and (code := country_code(tail))), ""))


@lru_cache(maxsize=4096)
def country_code(text: str) -> str:
    """The ISO code of a country's name, '' where there is none; a list repeats the same few hundred names."""
    return countries.code(text) if text else ""


@lru_cache(maxsize=1024)
def _scheme(label: str) -> str:
    return ids.scheme_of(label)
