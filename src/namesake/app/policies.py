"""What a policy is held against: the lists and the populations that there are."""

from collections.abc import Iterable

from namesake.ports import ListStore
from namesake.screening.policy_doubts import Known


def known(lists: ListStore, sources: Iterable[str], populations: Iterable[str]) -> Known:
    """What is there. Raises `HomeError`."""
    kept = lists.versions(notes=False)
    return Known(
        sources=frozenset({*sources, *(version.source for version in kept)}),
        in_force=frozenset(version.reference for version in kept if version.state == "in-force"),
        populations=frozenset(populations),
    )
