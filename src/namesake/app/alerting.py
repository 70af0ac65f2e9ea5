"""What a run makes of alerts: every match that stands has one, and whatever changed materially wakes somebody."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from namesake.ports.cases import Cases
from namesake.ports.matches import CurrentMatches
from namesake.ports.populations import Populations
from namesake.revetting.contents import match_in
from namesake.review.alerts import NO_REST, Moment, Sight, became
from namesake.review.material import rest
from namesake.review.redress import proven
from namesake.screening.policy import results_digest_of
from namesake.values.cases import Alert, AlertChange, DecisionRules
from namesake.values.entities import Entity
from namesake.values.events import SubjectRef
from namesake.values.matches import ListedRef
from namesake.values.revets import Change, EntryRef, Found, RunRecord

AT_ONCE = 500
"""Subjects whose alerts are held in memory together."""


@dataclass(frozen=True, slots=True)
class Alerting:
    """Looks at the alerts of all subjects whom a run concerns."""

    cases: Cases
    matches: CurrentMatches
    populations: Populations
    rules: DecisionRules
    tell: Callable[[int], None] = lambda _: None

    def changes(self, run: RunRecord, changes: Sequence[Change]) -> Iterator[AlertChange]:
        """What becomes of alerts in a run that changed so much. To be gone through while nobody else writes alerts.

        Besides the subjects whose matches were looked at, those are concerned of whom a match has no alert (it stood
        before there were alerts), or of whom a decision holds no longer.
        """
        moment = Moment(run.ended, run.begun.began.date(), run.id, self.rules)
        of = defaultdict(list)
        for change in changes:
            of[change.number].append(change)
        concerned = iter(sorted({*of, *self.cases.wanting(run.population, moment.today)}))
        done = 0
        while numbers := list(islice(concerned, AT_ONCE)):
            yield from self._some(run, numbers, of, moment)
            done += len(numbers)
            self.tell(done)

    def _some(
        self, run: RunRecord, numbers: Sequence[int], changed: Mapping[int, list[Change]], moment: Moment
    ) -> Iterator[AlertChange]:
        alerts = {(one.subject.number, one.identity): one for one in self.cases.alerts(run.population, numbers)}
        given = self.cases.given([alert.decision for alert in alerts.values() if alert.decision])
        people = {
            one.number: one.subject.entity
            for one in self.populations.subjects(run.population, numbers, at=run.begun.sequence)
        }
        proofs = self.cases.proofs(run.population, numbers)
        for sight in self._sights(run, numbers, changed, people, alerts):
            key = sight.subject.number, sight.identity
            alert = alerts.get(key)
            change = became(sight, alert, given.get(alert.decision) if alert else None, moment)
            if told := proven(change, alert, proofs.get(key, ())):
                yield told

    def _sights(
        self,
        run: RunRecord,
        numbers: Sequence[int],
        changed: Mapping[int, list[Change]],
        people: Mapping[int, Entity],
        alerts: Mapping[tuple[int, str], Alert],
    ) -> Iterator[Sight]:
        """What is seen of each subject and identity: in the order of subjects, then of identities."""
        stand = self._standing(run, numbers, changed)
        told: dict[tuple[int, str], list[Change]] = defaultdict(list)
        for number in numbers:
            for change in changed.get(number, ()):
                for identity in {found.identity for found in (change.before, change.after) if found}:
                    told[number, identity].append(change)
        for number, identity in sorted(stand.keys() | alerts.keys()):
            found = stand.get((number, identity), [])
            yield _sight(run, SubjectRef(run.population, number), identity, found, told[number, identity], people)

    def _standing(
        self, run: RunRecord, numbers: Sequence[int], changed: Mapping[int, list[Change]]
    ) -> dict[tuple[int, str], list[Found]]:
        """The matches after the run, by subject and identity; a run that screened everybody has looked at all."""
        kept = () if run.everything else self.matches.of(run.population, numbers)
        stand: dict[tuple[int, EntryRef], Found] = {(one.number, one.entry): one for one in kept}
        for number in numbers:
            for change in changed.get(number, ()):
                if change.after:
                    stand[number, change.entry] = change.after
                else:
                    stand.pop((number, change.entry), None)
        found = defaultdict(list)
        for one in stand.values():
            found[one.number, one.identity].append(one)
        return found


def _sight(
    run: RunRecord,
    subject: SubjectRef,
    identity: str,
    found: Sequence[Found],
    changes: Sequence[Change],
    people: Mapping[int, Entity],
) -> Sight:
    matches = tuple(match_in(one) for one in found)
    why = "; ".join(dict.fromkeys(change.why for change in changes if change.why))
    rested = NO_REST
    if matches:
        policy = results_digest_of(run.policy, run.begun.policy_hash)
        rested = rest(people[subject.number], matches, run.begun.model_hash, policy)
    return Sight(subject, identity, matches, rested, why, tuple(_rewritten(changes)))


def _rewritten(changes: Sequence[Change]) -> Iterator[tuple[ListedRef, ListedRef]]:
    """The entries that say something else than before, before and now."""
    for change in changes:
        if change.before and change.after and change.before.match != change.after.match:
            yield match_in(change.before).entry, match_in(change.after).entry
