"""An entity with its names taken apart."""

from namesake.names.tokens import parse
from namesake.values.entities import Entity
from namesake.values.schemas import kind_of
from namesake.values.tokens import NameClass, Prepared


def prepare(entity: Entity) -> Prepared:
    """Every name of an entity as tokens; a name without a letter or digit has none and is left out."""
    kind: NameClass = "person" if kind_of(entity.schema) == "person" else "other"
    if kind_of(entity.schema) == "any":
        kind = _guess(entity)
    parts = (parse(name, kind) for name in entity.names)
    return Prepared(entity, tuple(part for part in parts if part.tokens))


def _guess(entity: Entity) -> NameClass:
    """Where the schema leaves it open, facts that only people have or words that only companies use decide
    how a name is read; it is compared with everything all the same."""
    if entity.birth_dates or entity.genders:
        return "person"
    roles = {token.role for name in entity.names for token in parse(name, "other").tokens}
    return "other" if roles & {"legal", "generic", "number"} else "person"
