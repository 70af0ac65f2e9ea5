"""How complete the screening of each population is, and what waits for the next run."""

from collections.abc import Iterator

from namesake.review.numbers import counted
from namesake.screening.policy import digest, results_digest, results_digest_of
from namesake.standing.facts import Enrolled, Facts
from namesake.values.policies import Policy
from namesake.values.revets import RunRecord
from namesake.values.standings import Failing, PopulationStanding, RunStanding

SHOWN = 5
"""Runs of each population that are shown."""


def population(one: Enrolled, facts: Facts) -> PopulationStanding:
    """How a population stands."""
    run, whole = one.complete, one.population
    # A run's first flags are the lists that were too old when it ran; how old they are now, their clocks say.
    flags = run.flags[sum(item.overdue for item in run.lists) :] if run else ()
    return PopulationStanding(
        name=whole.name,
        subjects=whole.subjects,
        withdrawn=whole.withdrawn,
        screened=whole.subjects - min(one.touched.screened, whole.subjects) if run else 0,
        run=run.id if run else None,
        at=run.begun.began if run else None,
        waiting=tuple(_waiting(one, run, facts)) if run else (),
        against=tuple((item.reference, item.version) for item in run.lists) if run else (),
        not_consulted=run.not_consulted if run else (),
        lacking=one.lacking,
        flags=flags,
        failing=_failing(one),
        unfinished=one.unfinished,
        recorded=run.matches if run else 0,
        tally=one.tally,
        policy_hash=digest(one.policy),
        cases=one.cases,
    )


def runs(facts: Facts) -> tuple[RunStanding, ...]:
    """The last runs of every population, the latest first."""
    found = [short(record) for one in facts.enrolled for record in one.runs[:SHOWN]]
    return tuple(sorted(found, key=lambda run: -run.id))


def short(run: RunRecord) -> RunStanding:
    """A run in short."""
    return RunStanding(
        id=run.id,
        population=run.population,
        state=run.state,
        trigger=run.begun.trigger,
        began=run.begun.began,
        seconds=max((run.ended - run.begun.began).total_seconds(), 0.0),  # a clock may have been set back
        subjects=run.subjects,
        entries=run.entries,
        matches=run.matches,
        new=run.new,
        changed=run.changed,
        gone=run.gone,
        flags=len(run.flags),
        canaries=len(run.canaries),
        everything=run.everything,
        error=run.error,
    )


def _failing(one: Enrolled) -> Failing | None:
    failed = []
    for run in one.runs:
        if run.state == "complete":
            break
        failed.append(run)
    if not failed:
        return None
    return Failing(len(failed), failed[-1].begun.began, failed[0].error, failed[0].said)


def _waiting(one: Enrolled, run: RunRecord, facts: Facts) -> Iterator[str]:
    """What has changed since a run, a phrase each."""
    if one.touched.screened:
        yield f"{counted(one.touched.screened, 'subject')} enrolled or changed"
    if one.touched.withdrawn:
        yield f"{counted(one.touched.withdrawn, 'subject')} withdrawn"
    if not one.lacking:
        yield from _lists(one, run)
    if one.expired:
        yield f"{counted(one.expired, 'entry', 'entries')} expired"
    bases = (
        ("the model is another", run.begun.model_hash != facts.model_hash),
        ("the policy is another", not _means_the_same(run, one.policy)),
        ("the release of Namesake is another", run.begun.software != facts.software),
    )
    yield from (said for said, holds in bases if holds)


def _means_the_same(run: RunRecord, policy: Policy) -> bool:
    """Whether no match could be another on account of the policy."""
    if run.begun.policy_hash == digest(policy):
        return True
    return results_digest_of(run.policy, run.begun.policy_hash) == results_digest(policy)


def _lists(one: Enrolled, run: RunRecord) -> Iterator[str]:
    past = {item.reference: (item.version, item.hash) for item in run.lists}
    for item in one.used:
        version = item.version
        before = past.pop(version.reference, None)
        if before is None:
            yield f"{version.reference} {version.id} is new"
        elif before != (version.id, version.hash):
            yield f"{version.reference} {version.id} in place of {before[0]}"
    for reference in past:
        yield f"{reference} is not screened against any more"
