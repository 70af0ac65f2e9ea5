"""Birth places: shown, and worth nothing. Only countries of birth are set against each other.

Places are spelt, renamed and given at any size from hamlet to region, and there is no data at hand to say how often
the same person's country of birth differs between two sources. So a difference is said and not weighed; agreement
would never be weighed, as with nationality.
"""

from namesake.scoring.comparisons.countries import fit
from namesake.scoring.finding import Finding
from namesake.values.entities import Entity

_UNSAID = (Finding("birth_place", "unknown", "", ""),)


def compare(left: Entity, right: Entity) -> tuple[Finding, ...]:
    """One finding: whether the sides can be born in the same country; without any weight."""
    if not (left.birth_places or right.birth_places or left.countries or right.countries):
        return _UNSAID
    one, other = _countries(left), _countries(right)
    level = "unknown" if not one or not other else "agrees" if fit(one, other) else "differs"
    return (Finding("birth_place", level, _text(left), _text(right)),)


def _countries(entity: Entity) -> set[str]:
    found = [place.country for place in entity.birth_places]
    found += [fact.code for fact in entity.countries if fact.role == "birth"]
    return set(filter(None, found))


def _text(entity: Entity) -> str:
    found = [place.text or place.country for place in entity.birth_places]
    found += [fact.text or fact.code for fact in entity.countries if fact.role == "birth"]
    return "; ".join(found if len(found) < 2 else dict.fromkeys(found))
