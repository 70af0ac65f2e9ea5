"""An entity with its names taken apart."""

from collections.abc import Sequence

from namesake.names.organisations import ORGANISED
from namesake.names.tokens import may_organise, parse, plain_alone
from namesake.values.entities import Entity
from namesake.values.names import Name
from namesake.values.schemas import KINDS
from namesake.values.tokens import NameClass, NameParts, Prepared, Reading

_STATED: dict[str, NameClass] = {
    schema: "person" if kind == "person" else "other" for schema, kind in KINDS.items() if kind != "any"
}


def prepare(entity: Entity) -> Prepared:
    """Every name of an entity as tokens. A name without a letter or digit has no tokens and matches nothing."""
    kind = _stated(entity)
    if kind or not any(map(may_organise, entity.names)):
        return Prepared(entity, _taken_apart(entity.names, kind or "person"))
    parts = _taken_apart(entity.names, "other")
    return Prepared(entity, parts if _organised(parts) else _taken_apart(entity.names, "person"))


def prepare_some(entity: Entity, positions: Sequence[int]) -> Prepared:
    """Only the names at some positions, in that order."""
    return Prepared(entity, _taken_apart([entity.names[i] for i in positions], name_class(entity)))


def name_class(entity: Entity) -> NameClass:
    """How the names of an entity are read.

    Where the schema leaves it open, facts that only people have or words that only companies use decide; the
    entity is compared with everything all the same.
    """
    stated = _stated(entity)
    if stated or not any(map(may_organise, entity.names)):
        return stated or "person"
    return "other" if _organised(_taken_apart(entity.names, "other")) else "person"


def _stated(entity: Entity) -> NameClass | None:
    """How the names are read where schema or facts say so."""
    stated = _STATED.get(entity.schema)
    return "person" if stated is None and (entity.birth_dates or entity.genders) else stated


def _organised(names: Sequence[NameParts]) -> bool:
    return any(token.role in ORGANISED for parts in names for token in parts.tokens)


def _taken_apart(names: Sequence[Name], kind: NameClass) -> tuple[NameParts, ...]:
    return tuple([parse(name, kind) for name in names])


READING = Reading(prepare, parse, plain_alone)
"""How an index takes names apart."""
