"""All of it together: the facts become sections, clocks and alarms."""

from namesake.screening.policy import digest
from namesake.standing import alarms
from namesake.standing.clocks import clocks
from namesake.standing.facts import Facts
from namesake.standing.populations import population, runs
from namesake.standing.sources import not_added, sources
from namesake.values.standings import Alarm, Standing


def standing(facts: Facts) -> Standing:
    """How things stand."""
    lists = sources(facts)
    ticking = clocks(facts, lists)
    people = tuple(population(one, facts) for one in facts.enrolled)
    found = [
        *(alarm for one in people for alarm in alarms.of_population(one)),
        *(alarm for one in people for alarm in alarms.of_cases(one)),
        *(alarm for clock in ticking for alarm in alarms.of_clock(clock)),
        *(alarm for source in lists for alarm in alarms.of_source(source)),
        *(alarms.alarm("policy-doubt", "policy", doubt) for doubt in facts.doubts),
    ]
    return Standing(
        at=facts.now,
        software=facts.software,
        model=facts.model,
        model_hash=facts.model_hash,
        policy=facts.policy.name,
        policy_hash=digest(facts.policy),
        policy_file=facts.policy_file,
        alarms=alarms.in_order(found),
        clocks=ticking,
        sources=tuple(sorted(lists, key=lambda source: _rank(found, source.reference))),
        populations=tuple(sorted(people, key=lambda one: _rank(found, one.name))),
        runs=runs(facts),
        not_added=not_added(facts),
    )


def _rank(found: list[Alarm], about: str) -> int:
    """What somebody must act upon stands on top, then what is to be looked at."""
    return min((alarms.RANK[alarm.urgency] for alarm in found if alarm.about == about), default=2)
