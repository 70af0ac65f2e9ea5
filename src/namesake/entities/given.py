"""An entity from FollowTheMoney properties, for the Python API."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from namesake.entities.births import DateFrame, birth_dates
from namesake.entities.cells import visible
from namesake.entities.codes import (
    CELL_HIDDEN,
    PROPERTY_UNKNOWN,
    SCHEMA_UNREADABLE,
    VALUE_UNREADABLE,
)
from namesake.entities.remarks import remarks_on
from namesake.errors import NOWHERE, Where
from namesake.fields.dates import parse
from namesake.fields.ids import comparable
from namesake.fields.properties import COUNTRIES, Facts, facts_of
from namesake.fields.properties_identifiers import PROPERTIES as NUMBERS
from namesake.fields.properties_names import PARTS, WHOLE, distinct
from namesake.text.unicode import has_hidden
from namesake.values.entities import Entity, Note
from namesake.values.facts import PartialDate
from namesake.values.names import Name
from namesake.values.schemas import KINDS

_LONGEST_NAME = 1_000
_BIRTH_DATE = Where(column="birthDate")
_OF_NAMES = frozenset({*WHOLE, *PARTS})
_WHOLE = frozenset(WHOLE)
_LISTS = (list, tuple)
_WRITTEN = (str, int, date)
_KNOWN = frozenset({*WHOLE, *PARTS, *COUNTRIES, *NUMBERS}) | {
    "birthDate",
    "birthPlace",
    "gender",
    "address",
    "publicKey",
    "currency",
}


def entity_from(
    properties: Mapping[str, str | Sequence[str]],
    schema: str = "LegalEntity",
    id: str = "",  # noqa: A002 - the field is called so
) -> Entity:
    """An entity from properties such as `{"name": "...", "birthDate": "1985-12-15"}`.

    What cannot be read is left out; `read` says what that was. Raises as `read` does.
    """
    return read(properties, schema, id)[0]


def read(
    properties: Mapping[str, str | Sequence[str]],
    schema: str = "LegalEntity",
    id: str = "",  # noqa: A002 - the field is called so
) -> tuple[Entity, tuple[Note, ...]]:
    """An entity from properties, and what a person should know: what was not read, not known, or read in several ways.

    A value is one text or several. A date that can be read in several ways is compared in all of them. Raises
    `ValueError` when no name has a letter and no identifier can be compared, or a name is longer than 1,000
    characters.
    """
    if schema in KINDS and (names := _plain_names(properties)):
        return Entity(id, schema, names), ()
    notes: list[Note] = []
    kind = _schema(schema, notes)
    raw = {name: _texts(name, given, notes) for name, given in properties.items()}
    clean = {name: [visible(text) for text in texts] for name, texts in raw.items()}
    born = clean.pop("birthDate", None)
    dates, dated = _dates(born) if born else ((), ())
    facts = facts_of(clean, kind)
    entity = Entity(
        id,
        kind,
        tuple(_names(facts)),
        dates,
        facts.birth_places,
        facts.genders,
        tuple([country for country in facts.countries if country.code]) if facts.countries else (),
        facts.identifiers,
        facts.addresses,
    )
    notes += facts.notes
    notes += dated
    notes += () if _KNOWN.issuperset(clean) else _unknown(clean)
    notes += _hidden(raw)
    notes += _remarks(facts)
    return entity, tuple(dict.fromkeys(notes)) if notes else ()


def _plain_names(properties: Mapping[str, str | Sequence[str]]) -> tuple[Name, ...]:
    """The names of properties that are nothing else, in ASCII, with nothing to say of them: most are so, and read in a
    fifth of the time. () of any others."""
    if not _WHOLE.issuperset(properties):
        return ()
    found = []
    for key in properties if len(properties) == 1 else [key for key in WHOLE if key in properties]:
        given, (kind, weak) = properties[key], WHOLE[key]
        for text in (given,) if isinstance(given, str) else given if isinstance(given, _LISTS) else (None,):
            if type(text) is not str or len(text) > _LONGEST_NAME or not (text.isascii() and text.isprintable()):
                return ()
            clean = " ".join(text.split())
            if not clean.istitle() and clean.lower() == clean.upper():  # no letter
                return ()
            found.append(Name(clean, kind, weak))
    return distinct(found)


def known_schema(text: str) -> str:
    """The schema of this name, whatever its case, or ''."""
    if text in KINDS:
        return text
    return next((name for name in KINDS if name.casefold() == text.strip().casefold()), "")


def _schema(text: str, notes: list[Note]) -> str:
    if found := known_schema(text):
        return found
    known = ", ".join(KINDS)
    notes.append(Note(SCHEMA_UNREADABLE, f"{text[:60]!r} is no schema: compared with everything. They are: {known}"))
    return text


def _names(facts: Facts) -> list[Name]:
    names = [name for name in facts.names if any(map(str.isalpha, name.text))]
    if not names and not any(map(comparable, facts.identifiers)):
        raise ValueError("the properties name nobody: give a 'name', 'firstName' and 'lastName', or an identifier")
    for name in names:
        if len(name.text) > _LONGEST_NAME:
            raise ValueError(f"a name is longer than {_LONGEST_NAME:,} characters")
    return names


def _dates(texts: Sequence[str]) -> tuple[tuple[PartialDate, ...], tuple[Note, ...]]:
    """Birth dates as publishers write them, and else every reading that a cell of a table would have."""
    dates: dict[PartialDate, None] = {}
    notes: list[Note] = []
    for text in filter(None, texts):
        known = parse(text)
        found, said = ((known,), ()) if known else birth_dates({"birthDate": [text]}, DateFrame(), _BIRTH_DATE)
        dates.update(dict.fromkeys(found))
        notes.extend(said)
    return tuple(dates), tuple(notes)


def _unknown(properties: Mapping[str, Sequence[str]]) -> Iterator[Note]:
    for name, texts in properties.items():
        if name not in _KNOWN and any(texts):
            folded = {known.casefold(): known for known in _KNOWN}
            close = get_close_matches(name[:60].casefold(), folded, n=1, cutoff=0.75)
            meant = f"; did you mean {folded[close[0]]!r}?" if close else ""
            yield Note(PROPERTY_UNKNOWN, f"the property {name[:60]!r} is not compared{meant}")


def _hidden(properties: Mapping[str, Sequence[str]]) -> tuple[Note, ...]:
    for name, texts in properties.items():
        if name in _OF_NAMES and any(map(has_hidden, texts)):
            return (Note(CELL_HIDDEN, "hidden characters in the name were removed"),)
    return ()


def _remarks(facts: Facts) -> Iterable[Note]:
    """What a person should know of the facts, mostly nothing: names in plain ASCII, countries that are known."""
    plain = "".join([name.text for name in facts.names]).isascii() and not facts.identifiers
    if plain and "" not in [country.code for country in facts.countries]:
        return ()
    return remarks_on(replace(facts, notes=()), NOWHERE)


def _texts(name: str, given: object, notes: list[Note]) -> list[str]:
    """The texts of a property; numbers and days are read as they are written, and nothing else is a value."""
    if isinstance(given, str):
        given = (given,)
    texts = []
    for value in given if isinstance(given, _LISTS) else _values(given):
        if isinstance(value, _WRITTEN) and not isinstance(value, bool):
            texts.append(str(value))
        elif value is not None:
            notes.append(Note(VALUE_UNREADABLE, f"{type(value).__name__} is no value", Where(column=name[:60])))
    return [text for text in texts if text]


def _values(given: object) -> Sequence[object]:
    return given if isinstance(given, Sequence) and not isinstance(given, bytes) else (given,)
