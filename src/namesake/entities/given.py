"""An entity from FollowTheMoney properties, for the Python API."""

from collections.abc import Mapping, Sequence

from namesake.entities.cells import visible
from namesake.fields.ids import comparable
from namesake.fields.properties import facts_of
from namesake.values.entities import Entity

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


def _texts(given: str | Sequence[str]) -> list[str]:
    return [given] if isinstance(given, str) else [text for text in given if text]
