"""How every list stands: its version in force, its age, what was turned away, and who is screened against it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from namesake.standing.facts import Facts, Used
from namesake.values.standings import SourceStanding, TurnedAway
from namesake.values.versions import ListVersion

OWN_LISTS = "table"
"""The source of in-house lists; that none of them was added is nothing to be told."""


def sources(facts: Facts) -> tuple[SourceStanding, ...]:
    """Every list of which a version was ever offered, by name."""
    references = sorted({version.reference for version in facts.kept})
    return tuple(_source(reference, facts) for reference in references)


def not_added(facts: Facts) -> tuple[str, ...]:
    """The sources that are known and of which no version was ever offered."""
    kept = {version.source for version in facts.kept}
    return tuple(sorted(source for source in facts.cadences if source not in kept and source != OWN_LISTS))


def _source(reference: str, facts: Facts) -> SourceStanding:
    mine = [version for version in facts.kept if version.reference == reference]
    source = mine[0].source
    cadence = facts.cadences.get(source)
    found = SourceStanding(
        reference=reference,
        cadence_days=cadence,
        turned_away=_turned_away(mine),
        unreachable=facts.unreachable.get(source),
        broken=source in facts.cadences and cadence is None,
    )
    current = next((version for version in mine if version.state == "in-force"), None)
    return _in_force(found, current, facts) if current else found


def _in_force(found: SourceStanding, version: ListVersion, facts: Facts) -> SourceStanding:
    limits = dict(_limits(version.reference, facts))
    limit = min((days for days in limits.values() if days is not None), default=None)
    age = (facts.now.date() - version.dated).days
    expected = found.cadence_days if limit is None else limit
    return replace(
        found,
        version=version.id,
        dated=version.dated,
        added=version.added_at,
        entries=version.entries,
        age_days=age,
        limit_days=limit,
        populations=() if not facts.enrolled else tuple(limits),
        overdue=limit is not None and age > limit,
        stale=expected is not None and age > expected,
        filtered=version.filtered,
    )


def _limits(reference: str, facts: Facts) -> Iterator[tuple[str, int | None]]:
    """The limit of a list for every population that is screened against it; without any population, that for all."""
    asked: Mapping[str, Sequence[Used]] = {one.population.name: one.used for one in facts.enrolled}
    for name, used in (asked or {"": facts.general}).items():
        for item in used:
            if item.version.reference == reference:
                yield name, item.limit


def _turned_away(mine: Sequence[ListVersion]) -> TurnedAway | None:
    """The last version that arrived after the one in force, and did not come into force."""
    place = next((number for number, version in enumerate(mine) if version.state == "in-force"), -1)
    later = next((version for version in reversed(mine[place + 1 :]) if not version.accepted), None)
    return TurnedAway(later.id, later.dated, later.added_at, later.state) if later else None
