"""Whatever happens to matches and decisions, no alert is lost and nothing is cleared but by a decision that holds."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.review.alerts import NO_REST, Moment, Sight, became
from namesake.review.decisions import Wanted, decided, seconded
from namesake.review.material import rest
from namesake.values.cases import Alert, AlertChange, Decision, DecisionRules, Judgement
from namesake.values.entities import Entity
from namesake.values.events import SubjectRef
from namesake.values.facts import PartialDate
from namesake.values.matches import Evidence, Explanation, ListedRef, Match
from namesake.values.names import Name

T0 = datetime(2026, 1, 1, tzinfo=UTC)
WHO = SubjectRef("visas", 1)
JUDGEMENTS: tuple[Judgement, ...] = ("true_match", "false_match", "inconclusive", "information_requested")
IN_FORCE = {"true_match": "confirmed", "false_match": "cleared", "inconclusive": "waiting"}
RULES = DecisionRules(second=("true_match",), days=(("false_match", 20), *DecisionRules().days), open_days=4)


@dataclass
class Desk:
    """One subject and one identity: the alert, all decisions, and the day."""

    alert: Alert | None = None
    decisions: dict[int, Decision] = field(default_factory=dict)
    day: int = 0

    @property
    def moment(self) -> Moment:
        at = T0 + timedelta(days=self.day)
        return Moment(at, at.date(), self.day + 1, RULES)

    def decision(self) -> Decision | None:
        return self.decisions.get(self.alert.decision) if self.alert else None

    def sees(self, sight: Sight) -> AlertChange | None:
        change = became(sight, self.alert, self.decision(), self.moment)
        if change:
            if change.before and change.before.decision and not change.after.decision:
                ended = self.decisions[change.before.decision]
                self.decisions[ended.id] = replace(ended, state="ended", ended=change.after.why)
            self.alert = replace(change.after, id=1)
        return change

    def decide(self, judgement: Judgement, by: str) -> None:
        if self.alert is None or self.alert.state == "closed":
            return
        wanted = Wanted(judgement, "because", by, self.moment.at)
        waiting = self.decision()
        if self.alert.state == "proposed" and waiting:
            if waiting.by != by:
                ruling = seconded(self.alert, waiting, wanted, RULES, agree=judgement == waiting.judgement)
                self.decisions[waiting.id], self.alert = ruling.decision, ruling.after
            return
        (ruling,) = decided([self.alert], wanted, RULES)
        number = len(self.decisions) + 1
        self.decisions[number] = replace(ruling.decision, id=number)
        self.alert = replace(ruling.after, decision=number)


def sight(entries: frozenset[int], born: int, alias: bool, model: str) -> Sight:
    """What a run sees: the entries that match, the listed birth year, an alias that is no evidence, the model."""
    dates = (PartialDate(date(1950 + born, 1, 1), date(1950 + born, 12, 31)),)
    names = (Name("Zorana Vexley"), *([Name("Nobody", "alias")] if alias else []))
    listed = Entity("e", "Person", names, dates)
    found = Explanation(-5000, (Evidence("name.word", "exact", "Zorana", "Zorana", 9000),))
    matches = tuple(
        Match(
            ListedRef("watch", "", "", f"E-{number}", "watch:E", "Zorana Vexley", "Person", listed), 0.9, 4000,
            "review", 2.0, found,
        )
        for number in sorted(entries)
    )  # fmt: skip
    subject = Entity("s", "Person", (Name("Zorana Vexley"),))
    return Sight(WHO, "watch:E", matches, rest(subject, matches, model, "p") if matches else NO_REST, "a list changed")


SIGHTS = st.builds(
    sight, st.frozensets(st.integers(1, 2)), st.integers(0, 1), st.booleans(), st.sampled_from(["m", "m", "m", "n"])
)
STEPS = st.lists(
    st.one_of(SIGHTS, st.tuples(st.sampled_from(JUDGEMENTS), st.sampled_from(["ana", "ben"])), st.integers(1, 30)),
    max_size=14,
)


@settings(max_examples=400, deadline=None)
@given(STEPS)
def test_no_alert_is_lost_and_nothing_is_cleared_without_a_decision(
    steps: list[Sight | tuple[Judgement, str] | int],
) -> None:
    desk = Desk()
    for step in steps:
        before = desk.alert
        if isinstance(step, int):
            desk.day += step
        elif isinstance(step, tuple):
            desk.decide(*step)
        else:
            change = desk.sees(step)
            _seen(desk, step, before, change)
        _sound(desk)


def _seen(desk: Desk, step: Sight, before: Alert | None, change: AlertChange | None) -> None:
    alert = desk.alert
    if not step.matches:
        assert alert is None or (alert.state == "closed" and not alert.entries)
        return
    assert alert
    assert alert.state != "closed"
    assert {entry.id for entry in alert.entries} == {match.entry.entry_id for match in step.matches}
    assert alert.rest == step.rest  # it says what is known now
    decided_before = before is not None and before.state not in ("open", "closed")
    holds = alert.decision != 0
    if decided_before and before:
        lapsed = before.state in ("cleared", "confirmed") and before.due is not None and before.due < desk.moment.today
        assert holds == (before.rest.digest == step.rest.digest and not lapsed)
    if before != alert:
        assert change
        assert change.before == before


def _sound(desk: Desk) -> None:
    alert, decision = desk.alert, desk.decision()
    if alert is None:
        return
    in_force = [one for one in desk.decisions.values() if one.state in ("in force", "proposed")]
    if alert.state in ("cleared", "confirmed", "waiting"):
        assert decision
        assert decision.state == "in force"
        assert decision.rest.digest == alert.rest.digest
        assert IN_FORCE.get(decision.judgement, "waiting") == alert.state
        assert decision.judgement != "true_match" or decision.second not in ("", decision.by)
        assert alert.state != "waiting" or alert.due
    elif alert.state == "proposed":
        assert decision
        assert decision.state == "proposed"
    else:
        assert alert.decision == 0
        assert alert.due is None if alert.state == "closed" else alert.due
        superseded = {one.id for one in in_force}
        assert alert.decision not in superseded
