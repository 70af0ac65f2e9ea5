"""Subject and list entry side by side: what each says, and whether it agrees."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from namesake.fields import countries
from namesake.fields.folding import ascii_digits
from namesake.review.wording import AGREEING, DIFFERING
from namesake.values.entities import Entity
from namesake.values.facts import CountryFact, Identifier, PartialDate
from namesake.values.matches import Evidence, Match

_OTHERS = frozenset({"name.contradiction", "name.no_word", "name.unknown"})
"""Findings that names are not the same."""

Verdict = Literal["agrees", "close", "conflicts", "subject-lacks", "entry-lacks", "both-lack", "not-compared"]


LONGEST_CODE = 3
"""Letters of a country's code."""


@dataclass(frozen=True, slots=True)
class Side:
    """One row of the comparison: the values of both sides in words, and the verdict on them."""

    label: str
    subject: tuple[str, ...]
    entry: tuple[str, ...]
    verdict: Verdict


def sides(subject: Entity, match: Match) -> tuple[Side, ...]:
    """The comparison row by row; rows where neither side has anything are left out, birth date never."""
    entry = match.entry.entity
    rows = (
        _side("Name", ("name", "organisation"), match, (_names(subject), matched_first(match))),
        _side("Birth date", ("birth_date",), match, (_dates(subject), _dates(entry))),
        _side("Birth place", ("birth_place", "place"), match, (_places(subject), _places(entry))),
        _side("Country", ("country",), match, (_countries(subject), _countries(entry))),
        _side("Gender", ("gender",), match, (tuple(subject.genders), tuple(entry.genders))),
        _side("Identifier", ("identifier",), match, (_identifiers(subject), _identifiers(entry))),
        _side("Address", ("address",), match, (_addresses(subject), _addresses(entry))),
    )
    person = match.entry.schema == "Person" or subject.schema == "Person"
    return tuple(row for row in rows if row.subject or row.entry or (person and row.label == "Birth date"))


def group_of(code: str) -> str:
    """The group of an evidence code: what stands before its first dot."""
    return code.partition(".")[0]


def verdict_of(evidence: Iterable[Evidence]) -> Verdict:
    """What findings of one group come to: the sign of their sum, and whether all of them agree in full. Names that
    are charged, as for their order, and in which nothing is another agree in part.

    Where they weigh nothing their levels decide: a country that agrees agrees, though it counts for nothing.
    """
    items = list(evidence)
    total = sum(item.bits for item in items)
    levels = {item.level for item in items}
    if (total < 0 and _clash(items)) or (total == 0 and levels & DIFFERING):
        return "conflicts"
    if total == 0:
        return "agrees" if levels & AGREEING else "not-compared"
    full = all(item.bits >= 0 and item.level in AGREEING for item in items)
    return "agrees" if full else "close"


def _clash(items: Iterable[Evidence]) -> bool:
    """Whether findings whose sum is below zero say that something is another. Only those on names may not."""
    return any(not item.code.startswith("name.") or item.code in _OTHERS or item.level in DIFFERING for item in items)


def matched_name(match: Match) -> str:
    """The entry's name that the findings are about, as published; its caption where none can be told.

    It is the name that contains the most of the verbatim values of the name findings.
    """
    pieces = [
        item.entry_value.casefold()
        for item in match.explanation.evidence
        if group_of(item.code) in {"name", "organisation"} and item.entry_value
    ]
    names = match.entry.entity.names
    if not pieces or not names:
        return match.entry.caption
    found = max(names, key=lambda name: sum(len(p) for p in pieces if p in name.text.casefold()))
    return found.text if any(p in found.text.casefold() for p in pieces) else match.entry.caption


def matched_first(match: Match) -> tuple[str, ...]:
    """The entry's names, the one that matched first, each text once, weak aliases marked."""
    first = matched_name(match)
    names = match.entry.entity.names
    texts = dict.fromkeys(f"{n.text} (weak alias)" if n.weak else n.text for n in names)
    ranked = sorted(texts, key=lambda text: text not in (first, f"{first} (weak alias)"))
    return tuple(ranked) or (first,)


def date_text(value: PartialDate) -> str:
    """A birth date verbatim, or as ISO dates where the text was not kept."""
    if value.text:
        return value.text
    days = value.first.isoformat() if value.first == value.last else f"{value.first} to {value.last}"
    return f"circa {days}" if value.circa else days


def date_shown(value: PartialDate) -> str:
    """A birth date verbatim; where our year is not in it, as in another calendar, with our days beside it."""
    text = date_text(value)
    numbers = re.findall(r"\d+", ascii_digits(text))
    years = (value.first.year, value.last.year)
    if any(str(year) in number or f"{year % 100:02}" == number for year in years for number in numbers):
        return text
    days = str(value.first) if value.first == value.last else f"{value.first} to {value.last}"
    return f"{text} ({days})"


def _side(label: str, groups: tuple[str, ...], match: Match, values: tuple[tuple[str, ...], ...]) -> Side:
    subject, entry = values
    found = verdict_of(item for item in match.explanation.evidence if group_of(item.code) in groups)
    if found == "not-compared":
        found = _lacking(bool(subject), bool(entry))
    return Side(label, subject, entry, found)


def _lacking(subject: bool, entry: bool) -> Verdict:
    if subject and entry:
        return "not-compared"
    if subject:
        return "entry-lacks"
    return "subject-lacks" if entry else "both-lack"


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in entity.names))


def _dates(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(date_shown(item) for item in entity.birth_dates))


def _places(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_named(place.text, place.country) for place in entity.birth_places))


def _countries(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_country(item) for item in entity.countries))


def _country(item: CountryFact) -> str:
    name = _named(item.text, item.code)
    return name if item.role == "country" else f"{name} ({item.role})"


def _named(text: str, code: str) -> str:
    """A country verbatim, but by its name where the text is a code or is missing."""
    is_code = len(text) <= LONGEST_CODE and (not text or countries.code(text) == code)
    return (countries.name(code) or text or code.upper()) if is_code else text


def _identifiers(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_identifier(item) for item in entity.identifiers))


def _identifier(item: Identifier) -> str:
    kind = item.label or item.scheme
    where = f", {_named('', item.country)}" if item.country else ""
    return f"{item.value} ({kind}{where})"


def _addresses(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address.text for address in entity.addresses))
