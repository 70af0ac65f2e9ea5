"""The clocks: what must be renewed within a number of days that the policy sets.

A list is overdue from the day on which it is older than allowed. Everybody is to be screened again as soon as so many
days have passed since the run that last did so.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from namesake.standing.facts import Enrolled, Facts
from namesake.values.standings import Clock, SourceStanding

LIST, EVERYBODY = "list", "everybody"


def clocks(facts: Facts, sources: tuple[SourceStanding, ...]) -> tuple[Clock, ...]:
    """All clocks, the one that ran out first, or will, on top."""
    found = [*(clock for source in sources for clock in _list(source)), *_everybody(facts)]
    return tuple(sorted(found, key=lambda clock: (clock.due is not None, clock.due or facts.now, clock.about)))


def _list(source: SourceStanding) -> Iterator[Clock]:
    if source.limit_days is None or source.dated is None or source.age_days is None:
        return
    due = datetime.combine(source.dated + timedelta(days=source.limit_days + 1), time(), UTC)
    yield Clock(
        LIST, source.reference, source.populations, source.dated, source.age_days, source.limit_days, due,
        source.overdue,
    )  # fmt: skip


def _everybody(facts: Facts) -> Iterator[Clock]:
    for one in facts.enrolled:
        if one.policy.every_days is not None and one.population.subjects:
            yield _population(one, one.policy.every_days, facts.now)


def _population(one: Enrolled, days: int, now: datetime) -> Clock:
    name, last = one.population.name, one.everybody
    if last is None:
        return Clock(EVERYBODY, name, (name,), None, None, days, None, overdue=True)
    began = last.begun.began
    due = began + timedelta(days=days)
    return Clock(EVERYBODY, name, (name,), began.date(), (now - began).days, days, due, overdue=now >= due)
