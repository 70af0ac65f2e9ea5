"""The ledger of sources: what else a reader must know of the lists that a run used, or could not use."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from namesake.values.runs import Consulted, NotConsulted
from namesake.values.versions import ListVersion


def not_consulted(
    used: Sequence[Consulted], kept: Sequence[ListVersion], unreachable: Mapping[str, datetime]
) -> tuple[NotConsulted, ...]:
    """Editions of the lists used that were not consulted: turned away, or out of reach.

    `kept` are all versions in the order of arrival; `unreachable` says by source since when its publisher could not be
    reached.
    """
    return tuple(said for item in used for said in _of_list(item, kept, unreachable))


def overdue(used: Sequence[Consulted]) -> tuple[str, ...]:
    """What is said of lists that are older than the policy allows."""
    return tuple(f"{item.reference} is {_limit(item)}" for item in used if item.overdue)


def too_old(used: Sequence[Consulted]) -> tuple[NotConsulted, ...]:
    """The lists of which no version is young enough for the policy; an older one was used, which is no control."""
    return tuple(
        NotConsulted(item.reference, f"{_limit(item)}; the version of {item.dated} was used")
        for item in used
        if item.overdue
    )


def _of_list(
    used: Consulted, kept: Sequence[ListVersion], unreachable: Mapping[str, datetime]
) -> Iterator[NotConsulted]:
    instead = f"the version of {used.dated} was used"
    if later := _turned_away(used, kept):
        how = "held back" if later.state == "held-back" else "refused"
        yield NotConsulted(used.reference, f"its version of {later.dated} was {how}; {instead}")
    if since := unreachable.get(used.source):
        said = f"its publisher could not be reached since {since:%Y-%m-%d %H:%M} UTC"
        yield NotConsulted(used.reference, f"{said}; {instead}")


def _turned_away(used: Consulted, kept: Sequence[ListVersion]) -> ListVersion | None:
    """The last version that arrived after the one used and did not come into force."""
    mine = [version for version in kept if version.reference == used.reference]
    place = next((place for place, version in enumerate(mine) if version.id == used.version), len(mine))
    return next((version for version in reversed(mine[place + 1 :]) if not version.accepted), None)


def _limit(used: Consulted) -> str:
    days = "1 day" if used.age_days == 1 else f"{used.age_days:,} days"
    return f"older than its limit: {days}, and the policy allows {used.allowed_days}"
