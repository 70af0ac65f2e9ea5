"""An entity from FollowTheMoney properties, for the Python API."""

from collections.abc import Iterator, Mapping, Sequence

from namesake.entities.cells import visible
from namesake.entities.codes import CELL_HIDDEN, NAME_MIXED_SCRIPT
from namesake.fields.ids import comparable
from namesake.fields.properties import facts_of
from namesake.text.scripts import imitates
from namesake.text.unicode import has_hidden
from namesake.text.words import words
from namesake.values.entities import Entity, Note

_LONGEST_NAME = 1_000


def entity_from(
    properties: Mapping[str, str | Sequence[str]],
    schema: str = "LegalEntity",
    id: str = "",  # noqa: A002 - the field is called so
) -> Entity:
    """An entity from properties such as `{"name": "...", "birthDate": "1985-12-15"}`.

    A value is one text or several. Dates must be in ISO form or unambiguous; what cannot be read is left
    out. Raises `ValueError` when no name has a letter and no identifier can be compared, or a name is longer
    than 1,000 characters.
    """
    clean = {name: [visible(text) for text in _texts(given)] for name, given in properties.items()}
    facts = facts_of(clean, schema)
    names = [name for name in facts.names if any(map(str.isalpha, name.text))]
    if not names and not any(map(comparable, facts.identifiers)):
        raise ValueError("the properties name nobody: give a 'name', 'firstName' and 'lastName', or an identifier")
    if any(len(name.text) > _LONGEST_NAME for name in names):
        raise ValueError(f"a name is longer than {_LONGEST_NAME:,} characters")
    return Entity(
        id=id,
        schema=schema,
        names=tuple(names),
        birth_dates=facts.birth_dates,
        birth_places=facts.birth_places,
        genders=facts.genders,
        countries=tuple(country for country in facts.countries if country.code),
        identifiers=facts.identifiers,
        addresses=facts.addresses,
    )


def notes_on(texts: Sequence[str]) -> Iterator[Note]:
    """What a person should know of names as they were given: what is hidden in them, what they imitate."""
    for text in texts:
        if has_hidden(text):
            yield Note(CELL_HIDDEN, "hidden characters in the name were removed")
        if mixed := [word for word in words(visible(text)) if imitates(word)]:
            yield Note(NAME_MIXED_SCRIPT, f"mixes alphabets within a word: {', '.join(mixed)[:120]}")


def _texts(given: str | Sequence[str]) -> list[str]:
    return [given] if isinstance(given, str) else [text for text in given if text]
