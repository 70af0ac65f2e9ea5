"""An entity with its names taken apart."""

from collections.abc import Sequence
from functools import lru_cache

from namesake.names.tokens import parse
from namesake.values.entities import Entity
from namesake.values.names import Name
from namesake.values.schemas import kind_of
from namesake.values.tokens import NameClass, NameParts, Prepared


def prepare(entity: Entity) -> Prepared:
    """Every name of an entity as tokens. A name without a letter or digit has no tokens and matches nothing."""
    return prepare_some(entity, range(len(entity.names)))


def prepare_some(entity: Entity, positions: Sequence[int]) -> Prepared:
    """Only the names at some positions, in that order."""
    kind = name_class(entity)
    return Prepared(entity, tuple(_parse(entity.names[i], kind) for i in positions))


def name_class(entity: Entity) -> NameClass:
    """How the names of an entity are read.

    Where the schema leaves it open, facts that only people have or words that only companies use decide; the
    entity is compared with everything all the same.
    """
    kind = kind_of(entity.schema)
    if kind != "any":
        return "person" if kind == "person" else "other"
    if entity.birth_dates or entity.genders:
        return "person"
    roles = {token.role for name in entity.names for token in _parse(name, "other").tokens}
    return "other" if roles & {"legal", "generic", "number"} else "person"


@lru_cache(maxsize=1 << 16)
def _parse(name: Name, kind: NameClass) -> NameParts:
    return parse(name, kind)
