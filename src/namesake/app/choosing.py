"""Which list versions are meant, and how old they may be."""

from collections.abc import Sequence

from namesake.errors import ListNotAvailableError
from namesake.screening.policy import EVERY_OTHER
from namesake.values.policies import Policy
from namesake.values.versions import ListVersion


def chosen(in_force: Sequence[ListVersion], wanted: Sequence[str]) -> list[ListVersion]:
    """The versions to screen against, in the order of their references.

    A source by its name means its whole list, or all its data sets where it has several; an export that the
    publisher filtered is only meant when its scope is named. Raises `ListNotAvailableError`.
    """
    if not wanted:
        if not in_force:
            raise ListNotAvailableError("no list has a version in force")
        return sorted(in_force, key=lambda version: version.reference)
    found = {version.reference: version for reference in wanted for version in _named(in_force, reference)}
    return [found[reference] for reference in sorted(found)]


def _named(in_force: Sequence[ListVersion], reference: str) -> list[ListVersion]:
    exact = [version for version in in_force if version.reference == reference]
    found = exact or [version for version in in_force if version.source == reference and not version.filtered]
    if not found:
        scopes = ", ".join(version.reference for version in in_force if version.source == reference)
        said = f"; only a part of it is: {scopes}" if scopes else ""
        raise ListNotAvailableError(f"{reference} has no version in force{said}")
    return found


def limit_of(policy: Policy, version: ListVersion) -> int | None:
    """The greatest age in days that the policy allows a list, or None."""
    limits = dict(policy.max_age_days)
    return limits.get(version.reference, limits.get(version.source, limits.get(EVERY_OTHER)))
