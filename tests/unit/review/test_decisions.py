"""Who may decide what, for how long, and what becomes of the alert."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from namesake.errors import CaseError, DeciderError, DecisionReasonError, DecisionRefusedError, DecisionUntilError
from namesake.review.decisions import Wanted, decided, reopened, sample_size, seconded
from namesake.values.cases import Alert, AlertState, Decision, DecisionRules, Judgement, Rest
from namesake.values.events import SubjectRef
from namesake.values.revets import EntryRef

NOW = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
ALERT = Alert(
    7,
    SubjectRef("visas", 3),
    "watch:E-1",
    "open",
    (EntryRef("watch", "", "E-1"),),
    5000,
    0.9,
    "review",
    Rest("d" * 64, "{}"),
    NOW - timedelta(days=9),
    NOW - timedelta(days=9),
    1,
)
RULES = DecisionRules()
STRICT = DecisionRules(
    may=(("false_match", ("Ana", "ben")),),
    second=("true_match",),
    days=(("false_match", 365), ("inconclusive", 14)),
    owners=(("inconclusive", "desk"),),
    sample=0.2,
    open_days=5,
)


def wanted(judgement: Judgement = "false_match", by: str = "ana", **other: object) -> Wanted:
    return replace(Wanted(judgement, "another birth year", by, NOW), **other)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    ("judgement", "rules", "state", "due", "assigned"),
    [
        ("true_match", RULES, "confirmed", None, ""),
        ("false_match", RULES, "cleared", None, ""),
        ("inconclusive", RULES, "waiting", date(2026, 6, 19), ""),
        ("information_requested", RULES, "waiting", date(2026, 6, 19), ""),
        ("false_match", STRICT, "cleared", date(2027, 5, 20), ""),
        ("inconclusive", STRICT, "waiting", date(2026, 6, 3), "desk"),
        ("true_match", STRICT, "proposed", date(2026, 5, 25), ""),
    ],
)
def test_decided(
    judgement: Judgement, rules: DecisionRules, state: AlertState, due: date | None, assigned: str
) -> None:
    (ruling,) = decided([ALERT], wanted(judgement), rules)
    after, decision = ruling.after, ruling.decision
    assert (after.state, after.due, after.assigned, after.since) == (state, due, assigned, NOW)
    assert decision.state == ("proposed" if state == "proposed" else "in force")
    assert (decision.rest, decision.reason, decision.by, decision.alert) == (ALERT.rest, "another birth year", "ana", 7)


@pytest.mark.parametrize(
    ("alert", "asked", "error"),
    [
        pytest.param(ALERT, wanted(reason=" \n"), DecisionReasonError, id="no reason"),
        pytest.param(ALERT, wanted(reason="..."), DecisionReasonError, id="a reason without a word"),
        pytest.param(ALERT, wanted(reason="x" * 4001), DecisionReasonError, id="a reason without an end"),
        pytest.param(ALERT, wanted(by="eve"), DeciderError, id="somebody whom the policy does not name"),
        pytest.param(ALERT, wanted(by=""), DeciderError, id="nobody"),
        pytest.param(ALERT, wanted(until=date(2026, 5, 19)), DecisionUntilError, id="a day that has passed"),
        pytest.param(
            ALERT, wanted(until=date(2027, 5, 21)), DecisionUntilError, id="a day later than the policy allows"
        ),
        pytest.param(ALERT, wanted("information_requested"), DecisionUntilError, id="waiting without a clock"),
        pytest.param(replace(ALERT, state="closed"), wanted(), DecisionRefusedError, id="a closed alert"),
        pytest.param(
            replace(ALERT, state="proposed", decision=4),
            wanted(),
            DecisionRefusedError,
            id="an alert that waits for a second person",
        ),
    ],
)
def test_not_decided(alert: Alert, asked: Wanted, error: type[CaseError]) -> None:
    with pytest.raises(error):
        decided([alert], asked, STRICT)


@pytest.mark.parametrize("until", [date(2026, 5, 20), date(2027, 5, 20)])
def test_a_day_that_the_policy_allows(until: date) -> None:
    (ruling,) = decided([ALERT], wanted(until=until), STRICT)
    assert ruling.decision.until == ruling.after.due == until


@pytest.mark.parametrize(("by", "may"), [("ana", True), ("ANA ", True), ("ben", True), ("anabel", False)])
def test_who_may(by: str, may: bool) -> None:
    if may:
        assert decided([ALERT], wanted(by=by), STRICT)
    else:
        with pytest.raises(DeciderError):
            decided([ALERT], wanted(by=by), STRICT)


@pytest.mark.parametrize("state", ["waiting", "confirmed", "cleared"])
def test_what_was_decided_can_be_decided_otherwise(state: AlertState) -> None:
    (ruling,) = decided([replace(ALERT, state=state, decision=4)], wanted("true_match"), RULES)
    assert (ruling.after.state, ruling.before.decision) == ("confirmed", 4)


def proposed() -> tuple[Alert, Decision]:
    (ruling,) = decided([ALERT], wanted("true_match"), STRICT)
    return replace(ruling.after, decision=4), replace(ruling.decision, id=4)


def test_a_second_person_agrees() -> None:
    ruling = seconded(*proposed(), wanted(by="ben", reason="seen the passport"), STRICT, agree=True)
    assert (ruling.after.state, ruling.decision.state, ruling.after.decision) == ("confirmed", "in force", 4)
    assert (ruling.decision.second, ruling.decision.second_reason) == ("ben", "seen the passport")


def test_a_second_person_refuses() -> None:
    ruling = seconded(*proposed(), wanted(by="ben", reason="another father"), STRICT, agree=False)
    assert (ruling.after.state, ruling.decision.state, ruling.after.decision) == ("open", "refused", 0)
    assert (ruling.after.due, ruling.after.woken) == (date(2026, 5, 25), NOW)


@pytest.mark.parametrize("agree", [True, False])
@pytest.mark.parametrize("by", ["ana", " Ana", "ANA"])
def test_the_second_person_is_never_the_first(by: str, agree: bool) -> None:
    with pytest.raises(DeciderError):
        seconded(*proposed(), wanted(by=by), STRICT, agree=agree)


def test_only_what_waits_for_a_second_person_is_seconded() -> None:
    alert, decision = proposed()
    with pytest.raises(DecisionRefusedError):
        seconded(alert, replace(decision, state="in force"), wanted(by="ben"), STRICT, agree=True)
    with pytest.raises(DecisionRefusedError):
        seconded(replace(alert, decision=5), decision, wanted(by="ben"), STRICT, agree=True)


def test_the_second_person_may_decide_so_too() -> None:
    (ruling,) = decided([ALERT], wanted(), replace(STRICT, second=("false_match",)))
    alert, decision = replace(ruling.after, decision=4), replace(ruling.decision, id=4)
    with pytest.raises(DeciderError):
        seconded(alert, decision, wanted(by="eve"), STRICT, agree=True)


@pytest.mark.parametrize(
    ("count", "sample", "size"), [(1, 0.2, 0), (2, 0.0, 1), (2, 0.2, 1), (10, 0.2, 2), (11, 0.2, 3), (9, 1.0, 9)]
)
def test_the_sample_of_decisions_made_together(count: int, sample: float, size: int) -> None:
    assert sample_size(count, DecisionRules(sample=sample)) == size


def test_who_is_drawn_waits_for_a_second_person() -> None:
    others = [replace(ALERT, id=number) for number in (7, 8, 9)]
    rulings = decided(others, wanted(), RULES, {8})
    assert [(one.after.state, one.decision.sampled) for one in rulings] == [
        ("cleared", False), ("proposed", True), ("cleared", False),
    ]  # fmt: skip


def test_a_decision_that_ends_leaves_an_open_alert() -> None:
    (ruling,) = decided([ALERT], wanted(), RULES)
    ended = reopened(replace(ruling.after, decision=4), replace(ruling.decision, id=4), wanted(), STRICT, "refused")
    assert (ended.after.state, ended.after.decision, ended.decision.state) == ("open", 0, "ended")
