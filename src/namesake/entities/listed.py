"""A list entry becomes an entity: what can be compared, each name once."""

from collections.abc import Iterable

from namesake.values.entities import Entity, ListEntry
from namesake.values.names import Name

_STRENGTH = {"primary": 0, "alias": 1, "former": 2}


def entity_of(entry: ListEntry) -> Entity:
    """The comparable part of an entry, under the publisher's own id."""
    return Entity(
        id=entry.id,
        schema=entry.schema,
        names=distinct_names(entry.names),
        birth_dates=entry.birth_dates,
        birth_places=entry.birth_places,
        genders=entry.genders,
        countries=entry.countries,
        identifiers=entry.identifiers,
        addresses=entry.addresses,
    )


def distinct_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Names that differ in more than case and blanks, in order; the strongest of equal ones is kept.

    Strong beats weak, then primary beats alias beats former, then the one with typed parts: a weak alias
    never decides, so a name that is published both ways counts as the better one.
    """
    best: dict[str, Name] = {}
    for name in names:
        text = "".join(name.text.casefold().split())
        if text and (text not in best or _rank(name) < _rank(best[text])):
            best[text] = name
    return tuple(best.values())


def _rank(name: Name) -> tuple[bool, int, bool]:
    return name.weak, _STRENGTH[name.kind], not name.parts
