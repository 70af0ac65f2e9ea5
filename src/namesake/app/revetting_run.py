"""One run over one population, from its beginning to its end."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from namesake.app.alerting import Alerting
from namesake.app.ground import Ground, Indexed, counted
from namesake.app.opening import Opening
from namesake.app.revetting_differences import Comparing, Gathered
from namesake.app.revetting_subjects import Indexing, Segments
from namesake.errors import CanarySilentError, ListIncompleteError, NamesakeError, StoppedError
from namesake.ports import Clock
from namesake.ports.cases import Cases
from namesake.ports.matches import CurrentMatches
from namesake.ports.populations import Populations
from namesake.ports.runs import Runs
from namesake.ports.standings import Overviews
from namesake.revetting import canaries
from namesake.revetting.changes import Affected, Counting, Reasons, changes
from namesake.revetting.flags import LOOKED_BACK, flags
from namesake.revetting.ledger import overdue, too_old
from namesake.revetting.planning import plan, trigger_of
from namesake.revetting.subject_index import SubjectIndex
from namesake.revetting.verification import Verification, verified
from namesake.revetting.work import Vetting
from namesake.scoring.scorer import Scorer
from namesake.screening.policy import of_population, write
from namesake.values.cases import AlertChange, AlertEventKind
from namesake.values.entities import Subject
from namesake.values.policies import Policy
from namesake.values.revets import Change, Found, Plan, RunBegun, RunRecord, Trigger

T = TypeVar("T")

UNEXPECTED = "unexpected"
"""The code of a run that failed for a reason that has none."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Hears what is being done, how many subjects or entries are done, and the plan before it is carried out."""

    tell: Callable[[str], None] = lambda _: None
    progress: Callable[[int], None] = lambda _: None
    planned: Callable[[Plan], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a trigger of a person's or a clock's own, and whether to verify afterwards."""

    trigger: Trigger | None = None
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Revetted:
    """A complete run, what was planned for it and what it changed; `left_behind` are runs that had been killed, and
    `alerts` says of how many alerts became what.
    `unsettled` says, in words, why no checkpoint of the record could be written after it; mostly ""."""

    record: RunRecord
    plan: Plan
    changes: tuple[Change, ...]
    left_behind: tuple[RunRecord, ...] = ()
    verification: Verification | None = None
    alerts: Mapping[AlertEventKind, int] = field(default_factory=dict)
    unsettled: str = ""


@dataclass(frozen=True, slots=True)
class Stores:
    """Where populations, their matches, runs and alerts, and the indexes of their subjects are kept."""

    populations: Populations
    matches: CurrentMatches
    runs: Runs
    segments: Segments
    cases: Cases
    overviews: Overviews


@dataclass(frozen=True, slots=True)
class Office:
    """What every run needs: the lists, the stores, the time."""

    opening: Opening
    stores: Stores
    clock: Clock


@dataclass(frozen=True, slots=True)
class Prepared:
    """A run that has begun: its record so far, what it rests on, what is different and what is to be done."""

    record: RunRecord
    ground: Ground
    gathered: Gathered
    plan: Plan
    scorer: Scorer


class Run:
    """Re-vets one population. Nobody else may do so meanwhile."""

    def __init__(self, office: Office, name: str, policy: Policy, asked: Asked, watch: Watch) -> None:
        self._office, self._stores = office, office.stores
        self._name, self._policy, self._asked, self._watch = name, of_population(policy, name), asked, watch

    def carried_out(self) -> Revetted:
        """Plan, begin and work. A run that fails is recorded as failed, and nothing else of it is."""
        run = self._begun()
        try:
            return self._worked(run)
        except BaseException as error:
            with suppress(NamesakeError):  # the first error is the one to hear of
                self._stores.runs.fail(self._failed(run.record, error))
            raise

    def _begun(self) -> Prepared:
        population = self._stores.populations.population(self._name)
        ground = self._office.opening.ground(self._policy, tell=self._watch.tell)
        comparing = Comparing(self._office.opening.store, self._stores.populations, self._policy, self._watch.tell)
        former = self._stores.runs.last_complete(self._name)
        gathered = comparing.gathered(ground, former, self._name, population.sequence)
        trigger = self._asked.trigger or self._clock(ground.context.started)
        planned = plan(gathered.differences, population.subjects, trigger)
        self._watch.planned(planned)
        if planned.everything:
            gathered = replace(gathered, in_force=comparing.in_force(ground))
        context = counted(ground.context, gathered.in_force)
        begun = RunBegun(
            population=self._name,
            trigger=trigger_of(gathered.differences, trigger),
            began=context.started,
            model_hash=context.model_hash,
            policy_hash=context.policy_hash,
            sequence=population.sequence,
            software=context.software,
        )
        record = RunRecord(
            id=self._stores.runs.begin(begun),
            begun=begun,
            state="complete",
            ended=begun.began,
            plan=planned.reason,
            lists=context.lists,
            not_consulted=(*context.not_consulted, *too_old(context.lists)),
            subjects=population.subjects,
            everything=planned.everything,
            policy=write(self._policy),
        )
        return Prepared(record, ground, gathered, planned, Scorer(ground.model))

    def _clock(self, now: datetime) -> Trigger | None:
        """The trigger of the policy's clock, where it is due."""
        if self._policy.every_days is None:
            return None
        last = self._stores.overviews.everybody(self._name)
        return "periodic" if last and now - last.begun.began >= timedelta(days=self._policy.every_days) else None

    def _worked(self, run: Prepared) -> Revetted:
        stores = self._stores
        indexing = Indexing(stores.populations, stores.runs, stores.segments, self._watch.tell)
        among = indexing.index(run.record.id, run.record.begun, run.ground.model)
        record = self._listened(run, among)
        vetting = Vetting(run.scorer, self._policy)
        found = list(self._everybody(run, vetting) if run.plan.everything else self._least(run, among, vetting))
        changed, record = self._compared(run, record, found)
        record = replace(record, candidates=vetting.candidates, ended=self._office.clock.now())
        became: Counter[AlertEventKind] = Counter()
        stores.matches.apply(record, changed, _tallied(self._alerting().changes(record, changed), became))
        check = self._verified(run) if self._asked.verify else None
        return Revetted(record, run.plan, changed, verification=check, alerts=became)

    def _alerting(self) -> Alerting:
        stores, tell = self._stores, self._watch.tell
        return Alerting(
            stores.cases, stores.matches, stores.populations, self._policy.decisions,
            lambda count: tell(f"alerts of {count:,} subjects written"),
        )  # fmt: skip

    def _listened(self, run: Prepared, among: SubjectIndex) -> RunRecord:
        """The record with its canaries, in all of the indexes that the run uses. Raises `CanarySilentError` where one
        is silent, `ListIncompleteError` where an index does not have all of a list."""
        lists = [version.reference for version in run.ground.versions]
        heard = [canaries.heard_among_subjects(among, lists, run.scorer, self._policy)]
        if run.plan.everything or run.plan.subjects or self._asked.verify:
            indexed = _indexed(run)
            heard.append(canaries.heard_in_lists(indexed.index, indexed.every, run.scorer, self._policy))
        found = canaries.canaries(lists, *heard)
        silent = [f"{canary.list} ({canary.script})" for canary in found if canary.state == "silent"]
        if silent:
            raise CanarySilentError(f"no invented subject was found in {', '.join(silent)}")
        return replace(run.record, canaries=found)

    def _everybody(self, run: Prepared, vetting: Vetting) -> Iterator[Found]:
        people, indexed = self._counted(self._subjects(run.record, None)), _indexed(run)
        return vetting.subjects(people, indexed.index, indexed.listed)

    def _least(self, run: Prepared, among: SubjectIndex, vetting: Vetting) -> Iterator[Found]:
        screened = run.plan.subjects
        if screened:
            people, indexed = self._subjects(run.record, screened), _indexed(run)
            yield from vetting.subjects(self._counted(people), indexed.index, indexed.listed)
        entries = self._counted(run.gathered.entries, len(screened))
        yield from vetting.entries(
            entries, among, lambda numbers: self._subjects(run.record, numbers), frozenset(screened)
        )

    def _compared(self, run: Prepared, record: RunRecord, found: list[Found]) -> tuple[tuple[Change, ...], RunRecord]:
        """What became of all matches, and the record with its counts."""
        counting, affected = Counting(), Affected(run.plan)
        stood = []
        for one in self._stores.matches.of(self._name):
            if one in affected:
                stood.append(one)
            else:
                counting.untouched(one)
        changed = tuple(changes(stood, found, Reasons(run.gathered.differences)))
        for change in changed:
            counting.change(change)
        counts = counting.counts()
        history = self._stores.runs.history(self._name, 2 * LOOKED_BACK)
        return changed, replace(
            record,
            entries=0 if run.plan.everything else len(run.plan.entries),
            matches=counts.matches,
            distinct_subjects=counts.subjects,
            distinct_identities=counts.identities,
            new=counts.new,
            changed=counts.changed,
            gone=counts.gone,
            unchanged=counts.unchanged,
            flags=(*overdue(record.lists), *flags(counts, record.subjects, history)),
        )

    def _verified(self, run: Prepared) -> Verification:
        """Hold what stands against screening everybody against everything."""
        self._watch.tell("verifying")
        anew = self._everybody(run, Vetting(run.scorer, self._policy))
        return verified(self._stores.matches.of(self._name), anew)

    def _subjects(self, record: RunRecord, numbers: Iterable[int] | None) -> Iterator[tuple[int, Subject]]:
        wanted = None if numbers is None else list(numbers)
        found = self._stores.populations.subjects(self._name, wanted, at=record.begun.sequence)
        return ((one.number, one.subject) for one in found)

    def _counted(self, items: Iterable[T], first: int = 0) -> Iterator[T]:
        for count, item in enumerate(items, first + 1):
            yield item
            self._watch.progress(count)

    def _failed(self, record: RunRecord, error: BaseException) -> RunRecord:
        if isinstance(error, KeyboardInterrupt):
            error = StoppedError()
        code = error.code if isinstance(error, NamesakeError) else UNEXPECTED
        said = error.what if isinstance(error, NamesakeError) else f"{type(error).__name__}: {error}"
        return replace(record, state="failed", ended=self._office.clock.now(), error=code, said=said)


def _indexed(run: Prepared) -> Indexed:
    """The index of the lists. One that lacks a part of a list would never be noticed: what is missing gives no match.
    Raises `ListIncompleteError`."""
    indexed = run.ground.indexed()
    for version in run.ground.versions:
        held, expected = (counts.get(version.reference, 0) for counts in (indexed.counts, run.gathered.in_force))
        if held != expected:
            what = f"entries of {version.reference} {version.id}: {held:,} in the index, {expected:,} in the list"
            raise ListIncompleteError(what)
    return indexed


def _tallied(changes: Iterable[AlertChange], counts: Counter[AlertEventKind]) -> Iterator[AlertChange]:
    for change in changes:
        counts[change.kind] += 1
        yield change
