"""What a policy says that is understood, and yet cannot be meant: it names what is not there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from namesake.screening.policy import EVERY_OTHER, of_population
from namesake.values.policies import Policy

_POPULATION = re.compile(r"[a-z][a-z0-9-]{0,39}")
"""What a population can be called."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is there: the sources that can be read or are kept, the lists (by reference) that have a version in force,
    and the populations."""

    sources: frozenset[str]
    in_force: frozenset[str]
    populations: frozenset[str]


def doubts(policy: Policy, known: Known) -> tuple[str, ...]:
    """All that names a list or a population that is not there, a sentence each."""
    return (*unscreenable(policy, known), *idle(policy, known))


def unscreenable(policy: Policy, known: Known) -> tuple[str, ...]:
    """The lists to be screened against that are not there."""
    return tuple(dict.fromkeys(_lists(policy, known)))


def idle(policy: Policy, known: Known) -> tuple[str, ...]:
    """The limits and the populations that hold for nothing."""
    return tuple(dict.fromkeys([*_limits(policy, known), *_populations(policy, known)]))


def _lists(policy: Policy, known: Known) -> Iterator[str]:
    for name in _named(policy.lists, (rules.lists for rules in policy.populations)):
        if _source(name) not in known.sources:
            yield f"“lists” names {name}, which is no source: nobody can be screened."
        elif not _in_force(name, known):
            yield f"“lists” names {name}, which has no version in force: nobody can be screened."


def _limits(policy: Policy, known: Known) -> Iterator[str]:
    everybody = (policy, *(of_population(policy, rules.name) for rules in policy.populations))
    for name in _named((), (tuple(dict(one.max_age_days)) for one in everybody)):
        if name == EVERY_OTHER:
            continue
        if _source(name) not in known.sources:
            yield f"“max_age_days” names {name}, which is no source: the limit holds for nothing."
        elif not _in_force(name, known):
            yield f"“max_age_days” names {name}, which has no version in force: the limit holds for nothing yet."


def _populations(policy: Policy, known: Known) -> Iterator[str]:
    for rules in policy.populations:
        if not _POPULATION.fullmatch(rules.name):
            yield f"No population can be called “{rules.name}”: what is said of it holds for nobody."
        elif rules.name not in known.populations:
            yield f"There is no population “{rules.name}” yet: what is said of it holds for nobody."


def _named(first: tuple[str, ...], others: Iterator[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys([*first, *(name for names in others for name in names)]))


def _source(name: str) -> str:
    return name.partition("@")[0]


def _in_force(name: str, known: Known) -> bool:
    return any(name in (reference, _source(reference)) for reference in known.in_force)
