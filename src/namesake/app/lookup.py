"""One name as a subject."""

import re
from dataclasses import dataclass, replace

from namesake.entities.given import known_schema, read
from namesake.entities.subjects import LONGEST_NAME
from namesake.errors import QueryError
from namesake.fields import countries, dates, genders
from namesake.fields.ids import comparable, identifier, is_address
from namesake.values.entities import Entity, Note, Subject
from namesake.values.facts import Identifier
from namesake.values.schemas import KINDS

_YEAR_AT_END = re.compile(r"^(?P<name>.*\D)\s+\(?(?P<year>1[89]\d\d|20\d\d)\)?$")


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: a name, and whatever else is known."""

    name: str
    birth_date: str = ""
    nationality: tuple[str, ...] = ()
    gender: str = ""
    identifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    schema: str = ""


def subject_of(query: Query) -> Subject:
    """The subject of a query. Raises `QueryError` for a value that cannot be read: nothing is guessed.

    A birth date that can be read in several ways is compared in all of them, and said, as in files.
    A year at the end of a name ("Adam Khan 1985") is read as a birth year, and said. A name that is a wallet
    address is an identifier.
    """
    if len(query.name) > LONGEST_NAME:
        raise QueryError(f"the name has {len(query.name):,} characters; the limit is {LONGEST_NAME:,}")
    name, year, notes = _split_year(query)
    properties = {"name": [name], "alias": list(query.aliases)}
    if born := query.birth_date or year:
        if dates.parse(born) is None and not dates.readings(born):
            raise QueryError(f"the birth date {born!r} is not understood", hint="Write 1985-12-15, 1985-12 or 1985.")
        properties["birthDate"] = [born]
    for country in query.nationality:
        if not countries.code(country):
            raise QueryError(f"no country is called {country!r}", hint="Write its name or its two-letter code.")
    properties["nationality"] = list(query.nationality)
    if query.gender:
        if genders.parse(query.gender) is None:
            raise QueryError(f"the gender {query.gender!r} is not understood", hint="Write male or female.")
        properties["gender"] = [query.gender]
    schema = _schema(query.schema) or ("Person" if born or query.gender else "LegalEntity")
    entity, said = _entity(properties, schema, _identifiers(query))
    return Subject(name, entity, notes=(*notes, *said))


def _schema(text: str) -> str:
    if text and not known_schema(text):
        raise QueryError(f"no schema is called {text[:60]!r}", hint=f"The schemas are: {', '.join(KINDS)}.")
    return known_schema(text)


def _split_year(query: Query) -> tuple[str, str, tuple[Note, ...]]:
    found = _YEAR_AT_END.match(query.name.strip())
    if query.birth_date or not found or known_schema(query.schema) not in ("", "Person"):
        return query.name, "", ()
    said = f"{found['year']} at the end of the name was read as the year of birth"
    return found["name"].strip(" ,"), found["year"], (Note("name-with-year", said),)


def _identifiers(query: Query) -> tuple[Identifier, ...]:
    given = [*query.identifiers, *([query.name.strip()] if is_address(query.name) else [])]
    found = tuple(identifier("publicKey" if is_address(text) else "", text) for text in given)
    for item in found:
        if not comparable(item):
            raise QueryError(f"the identifier {item.value!r} cannot be compared", hint="Give at least four characters.")
    return found


def _entity(
    properties: dict[str, list[str]], schema: str, identifiers: tuple[Identifier, ...]
) -> tuple[Entity, tuple[Note, ...]]:
    try:
        found, notes = read(properties, schema)
    except ValueError as error:
        raise QueryError(str(error)) from error
    return replace(found, identifiers=identifiers), notes
