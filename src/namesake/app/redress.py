"""Redress: references for people who were wrongly matched, and what those prove when such a person matches again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from namesake.app.cases import Desk, Line
from namesake.errors import RedressReferenceError, RedressUnknownError, Where
from namesake.fields import redress
from namesake.ports import Clock
from namesake.ports.redress import Redresses
from namesake.review.redress import astray, entitled, proof
from namesake.values.cases import Alert, Decision
from namesake.values.events import SubjectRef
from namesake.values.redress import Astray, Proof, Redress

DRAWN_FROM, DRAWN = redress.ALPHABET, redress.RANDOM


@dataclass(frozen=True, slots=True)
class Given:
    """A reference that was given: on account of which decision, and whether it is given for that one for the first
    time."""

    redress: Redress
    decision: Decision
    new: bool


@dataclass(frozen=True, slots=True)
class Trail:
    """What is known of a reference: what was given under it, the first on top, with the decisions; the alert that it
    was given for, and the alerts that it is attached to or would be."""

    reference: str
    given: tuple[Redress, ...]
    decisions: Mapping[int, Decision]
    line: Line
    others: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Redressing:
    """The use cases of redress. `draw` draws so many of some characters, so that nobody can tell before which."""

    desk: Desk
    redresses: Redresses
    clock: Clock
    draw: Callable[[str, int], str]

    def give(self, number: int, by: str) -> Given:
        """Give the subject of an alert a reference, or the one that it has. Raises `AlertUnknownError`,
        `RedressRefusedError` where it was not decided to be a false match, and `AlertChangedError`."""
        (alert,) = self.desk.alerts([number])
        found = self.desk.stocks.cases.given([alert.decision]).get(alert.decision)
        decision = entitled(alert, found)
        made, new = self.redresses.give(number, decision.id, self._reference, by, self.clock.now())
        return Given(made, decision, new)

    def trail(self, text: str) -> Trail:
        """What is known of a reference. Raises `RedressReferenceError`, `RedressUnknownError`."""
        reference = redress.read(text)
        if not reference:
            raise RedressReferenceError(f"{text[:40]!r} is no reference of redress", where=Where(column="REFERENCE"))
        given = tuple(self.redresses.given([reference]).get(reference, ()))
        if not given:
            raise RedressUnknownError(f"nobody was given the reference {reference} here")
        alerts = [alert for alert in self._attached(reference) if alert.id != given[-1].alert]
        first, *others = self.desk.lines([*self.desk.alerts([given[-1].alert]), *alerts])
        decisions = self.desk.stocks.cases.given([one.decision for one in given])
        return Trail(reference, given, decisions, first, tuple(others))

    def proofs(self, line: Line) -> tuple[Sequence[Proof], Sequence[Astray]]:
        """What the references that are attached to an alert, and those that its subject carries, prove of it; and those
        that prove nothing of it."""
        alert, carried = line.alert, line.subject.subject.references if line.subject else ()
        references = tuple(dict.fromkeys((*alert.proofs, *carried)))
        if not references:
            return (), ()
        last = {reference: given[-1] for reference, given in self.redresses.given(references).items()}
        cases = self.desk.stocks.cases
        formers = self.desk.lines(cases.some([given.alert for given in last.values()]))
        former = {one.alert.id: one for one in formers}
        decisions = cases.given([given.decision for given in last.values()])
        identities = {reference: former[given.alert].alert.identity for reference, given in last.items()}
        found = [
            proof(alert, given, decisions[given.decision], *_whose(former[given.alert]))
            for reference, given in last.items()
            if identities[reference] == alert.identity
        ]
        return found, list(astray(references, identities, alert))

    def _attached(self, reference: str) -> Sequence[Alert]:
        cases = self.desk.stocks.cases
        every = (alert for name in self.desk.names(()) for alert in cases.alerts(name, brief=True))
        return cases.some([alert.id for alert in every if reference in alert.proofs])

    def _reference(self) -> str:
        return redress.written(self.draw(DRAWN_FROM, DRAWN))


def _whose(line: Line) -> tuple[SubjectRef, str]:
    return line.alert.subject, line.subject.key if line.subject else ""
