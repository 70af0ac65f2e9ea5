"""Alerts and what people make of them: the use cases of whoever decides."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from namesake.errors import AlertUnknownError, DecisionUnknownError, SubjectUnknownError
from namesake.ports import Clock
from namesake.ports.cases import Cases
from namesake.ports.matches import CurrentMatches
from namesake.ports.populations import Populations
from namesake.revetting.contents import match_in
from namesake.review.alerts import Moment, expired
from namesake.review.decisions import Wanted, decided, reopened, sample_size, seconded, stated
from namesake.values.cases import (
    Alert,
    AlertChange,
    AlertState,
    Comment,
    Decision,
    DecisionRules,
    Happening,
    Judgement,
    LegacyDecision,
)
from namesake.values.matches import Match
from namesake.values.populations import EnrolledSubject

UNSETTLED: tuple[AlertState, ...] = ("open", "proposed", "waiting")
"""The states in which something is still to be done."""

Draw = Callable[[Sequence[int], int], Collection[int]]
"""Draws so many of some ids, so that nobody can tell before which."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which alerts to list: of which populations (all without), in which states, and whose."""

    populations: tuple[str, ...] = ()
    states: tuple[AlertState, ...] = UNSETTLED
    assigned: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An alert with who it is about: the subject as it is now (None where it was erased), and the listed party."""

    alert: Alert
    subject: EnrolledSubject | None
    listed: str


@dataclass(frozen=True, slots=True)
class File:
    """All that is known of an alert: the matches now, every decision, what happened, what was noted, and what other
    systems decided of the subject."""

    line: Line
    matches: tuple[Match, ...]
    decisions: tuple[Decision, ...]
    happenings: tuple[Happening, ...]
    comments: tuple[Comment, ...]
    legacy: tuple[LegacyDecision, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """What a person wants to do to alerts: who, how, why, and until when."""

    judgement: Judgement
    reason: str
    by: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Stocks:
    """Where alerts are kept, and what they are about."""

    cases: Cases
    matches: CurrentMatches
    populations: Populations


@dataclass(frozen=True, slots=True)
class Desk:
    """Where alerts are decided. `settle` notes where the record ends, and says what went wrong with that, or ""."""

    stocks: Stocks
    clock: Clock
    draw: Draw
    settle: Callable[[], str] = str

    def wake(self, rules: DecisionRules) -> Sequence[AlertChange]:
        """Open every alert again whose decision holds no longer by its own date; gives what was opened."""
        now = self.clock.now()
        moment = Moment(now, now.date(), 0, rules)
        if not self._lapsed(moment):
            return ()
        return self.stocks.cases.change(lambda: self._lapsed(moment), "", now)

    def listed(self, wish: Wish) -> list[Alert]:
        """The alerts that are wished for: the overdue first, then by the day on which something must happen, then the
        strongest first."""
        today = self.clock.now().date()
        found = [alert for name in self.names(wish.populations) for alert in self._of(name, wish)]
        return sorted(
            (alert for alert in found if not wish.overdue or overdue(alert, today)),
            key=lambda alert: (alert.due or date.max, -alert.bits, alert.id),
        )

    def lines(self, alerts: Sequence[Alert]) -> list[Line]:
        """Alerts with who they are about, in the same order."""
        people, captions = self._people(alerts), self._captions(alerts)
        return [
            Line(
                alert,
                people.get((alert.subject.population, alert.subject.number)),
                captions.get((alert.subject.population, alert.subject.number, alert.identity), alert.identity),
            )
            for alert in alerts
        ]

    def file(self, number: int) -> File:
        """All that is known of an alert. Raises `AlertUnknownError`."""
        cases = self.stocks.cases
        (alert,) = self.alerts([number])
        matches = [
            match_in(found)
            for found in self.stocks.matches.of(alert.subject.population, [alert.subject.number])
            if found.identity == alert.identity
        ]
        return File(
            line=self.lines([alert])[0],
            matches=tuple(sorted(matches, key=lambda match: -match.bits)),
            decisions=tuple(cases.decisions(number)),
            happenings=tuple(cases.happenings(number)),
            comments=tuple(cases.comments(number)),
            legacy=tuple(cases.legacy(alert.subject.population, alert.subject.number)),
        )

    def alerts(self, numbers: Sequence[int]) -> list[Alert]:
        """Alerts by their ids, in that order. Raises `AlertUnknownError` where there is one that is not known."""
        found = {alert.id: alert for alert in self.stocks.cases.some(numbers)}
        for number in numbers:
            if number not in found:
                raise AlertUnknownError(f"there is no alert {number}")
        return [found[number] for number in dict.fromkeys(numbers)]

    def case(self, population: str, key: str) -> list[Alert]:
        """The alerts of a subject: its case. Raises `PopulationUnknownError`, `SubjectUnknownError`,
        `AlertUnknownError` where it has none."""
        number = self.stocks.populations.versions(population, key)[-1].number
        found = list(self.stocks.cases.alerts(population, [number]))
        if not found:
            raise AlertUnknownError(f"{key[:100]} in {population} has no alert")
        return found

    def cases_of(self, key: str) -> list[Alert]:
        """The alerts of whoever has this key in any population. Raises `AlertUnknownError`."""
        found: list[Alert] = []
        for name in self.names(()):
            try:
                found += self.case(name, key)
            except (SubjectUnknownError, AlertUnknownError):
                continue
        if not found:
            raise AlertUnknownError(f"there is no alert {key[:100]!r}, and no subject of that key has one")
        return found

    def decide(self, numbers: Sequence[int], request: Request, rules: DecisionRules) -> Sequence[Decision]:
        """Decide alerts, all of them or none. Of several, a sample that nobody can foresee gets a second look.

        Raises `AlertUnknownError`, `AlertChangedError`, and what `review.decisions.decided` raises.
        """
        alerts = self.alerts(numbers)
        now = self.clock.now()
        looks = self.draw([alert.id for alert in alerts], sample_size(len(alerts), rules))
        wanted = Wanted(request.judgement, request.reason, request.by, now, request.until)
        return self.stocks.cases.decide(decided(alerts, wanted, rules, looks), request.by, now)

    def second(self, number: int, reason: str, by: str, rules: DecisionRules, *, agree: bool) -> Sequence[Decision]:
        """Agree to a proposed decision, or refuse it. Where a sample of decisions made together is refused, all of
        them are open again: whoever looked at one did not look well at the others.

        Raises `DecisionUnknownError`, and what `review.decisions.seconded` raises.
        """
        cases, now = self.stocks.cases, self.clock.now()
        decision = cases.given([number]).get(number)
        if decision is None:
            raise DecisionUnknownError(f"there is no decision {number}")
        (alert,) = self.alerts([decision.alert])
        wanted = Wanted(decision.judgement, reason, by, now)
        rulings = [seconded(alert, decision, wanted, rules, agree=agree)]
        if decision.sampled and not agree:
            others = [one for one in cases.together(decision.bulk) if one.state in ("in force", "proposed")]
            why = f"of the decisions made together, number {number} was refused by {by}: {stated(reason)}"
            rulings += [
                reopened(self.alerts([one.alert])[0], one, wanted, rules, why) for one in others if one.id != number
            ]
        return cases.decide(rulings, by, now)

    def assign(self, numbers: Sequence[int], to: str, by: str) -> Sequence[AlertChange]:
        """Say who sees to alerts ("" for nobody). Raises `AlertUnknownError`."""
        now = self.clock.now()

        def assigned() -> list[AlertChange]:
            alerts = [alert for alert in self.alerts(numbers) if alert.assigned != to]
            made = [AlertChange("assigned", alert, replace(alert, assigned=to)) for alert in alerts]
            return [replace(one, bits_before=one.after.bits, bits_after=one.after.bits) for one in made]

        return self.stocks.cases.change(assigned, by, now)

    def comment(self, number: int, text: str, by: str) -> Comment:
        """Note something on an alert. Raises `AlertUnknownError`, `DecisionReasonError` where nothing is said."""
        return self._note(Comment(number, by, self.clock.now(), stated(text)))

    def attach(self, number: int, digest: str, name: str, by: str, text: str = "") -> Comment:
        """Note the SHA-256 of a file that is kept elsewhere. Raises `AlertUnknownError`."""
        return self._note(Comment(number, by, self.clock.now(), text.strip(), digest, name))

    def bring(self, decisions: Iterable[LegacyDecision]) -> int:
        """Keep decisions of another system, unverified; gives how many are new."""
        return self.stocks.cases.bring(list(decisions))

    def _note(self, comment: Comment) -> Comment:
        self.stocks.cases.note(comment)
        return comment

    def names(self, wanted: Sequence[str]) -> list[str]:
        """The populations of these names, or all. Raises `PopulationUnknownError`."""
        populations = self.stocks.populations
        if wanted:
            return [populations.population(name).name for name in dict.fromkeys(wanted)]
        return [population.name for population in populations.known()]

    def _of(self, population: str, wish: Wish) -> Iterable[Alert]:
        for alert in self.stocks.cases.alerts(population, states=wish.states, brief=True):
            if not wish.assigned or alert.assigned == wish.assigned:
                yield alert

    def _lapsed(self, moment: Moment) -> list[AlertChange]:
        cases, found = self.stocks.cases, []
        for name in self.names(()):
            numbers = cases.wanting(name, moment.today)
            settled = list(cases.alerts(name, numbers, ("cleared", "confirmed"))) if numbers else []
            given = cases.given([alert.decision for alert in settled])
            found += [change for alert in settled if (change := expired(alert, given.get(alert.decision), moment))]
        return found

    def _people(self, alerts: Sequence[Alert]) -> dict[tuple[str, int], EnrolledSubject]:
        found: dict[tuple[str, int], EnrolledSubject] = {}
        for name in {alert.subject.population for alert in alerts}:
            numbers = [alert.subject.number for alert in alerts if alert.subject.population == name]
            for one in self.stocks.populations.subjects(name, numbers, withdrawn=True):
                found[name, one.number] = one
        return found

    def _captions(self, alerts: Sequence[Alert]) -> dict[tuple[str, int, str], str]:
        found: dict[tuple[str, int, str], str] = {}
        for name in {alert.subject.population for alert in alerts}:
            numbers = [alert.subject.number for alert in alerts if alert.subject.population == name and alert.entries]
            for one in self.stocks.matches.of(name, numbers):
                found.setdefault((name, one.number, one.identity), match_in(one).entry.caption)
        return found


def overdue(alert: Alert, today: date) -> bool:
    """Whether something should have happened by now."""
    return alert.due is not None and alert.due < today and alert.state != "closed"
