"""What every store of alerts and decisions must do."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from namesake.errors import AlertChangedError, AlertUnknownError
from namesake.review.alerts import Moment, expired
from namesake.review.decisions import Wanted, decided, reopened, seconded
from namesake.stores.database.cases import DatabaseCases
from namesake.stores.database.engine import Database
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.cases import (
    Alert,
    AlertChange,
    Comment,
    DecisionRules,
    FieldChange,
    Judgement,
    LegacyDecision,
    Rest,
)
from namesake.values.entities import Entity, Subject
from namesake.values.events import SubjectRef
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
BEGUN = RunBegun("visas", "list update", T0, "m" * 64, "p" * 64, 1)
RULES = DecisionRules(second=("true_match",), days=(("false_match", 30), *DecisionRules().days))


@pytest.fixture
def cases(database: Database) -> DatabaseCases:
    offered = [Offered(key, Subject(key, Entity(key, "Person", (Name(key),)))) for key in ("a", "b")]
    for name in ("visas", "crews"):
        DatabasePopulations(database).enrol(name, offered, T0)
    return DatabaseCases(database)


def alert(number: int = 1, identity: str = "watch:E-1", **other: object) -> Alert:
    made = Alert(
        0, SubjectRef("visas", number), identity, "open", (EntryRef("watch", "eu", identity[6:]),), 5001, 0.123456789,
        "review", Rest("d" * 64, '{"ü":"\u202e"}'), T0, T0, 1, woken=T0, proofs=("R-1",), why="the entry is new",
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]  # any field


def opened(*alerts: Alert) -> list[AlertChange]:
    return [AlertChange("opened", None, one, (), None, one.bits) for one in alerts]


def run(cases: DatabaseCases, changes: Sequence[AlertChange], matches: Sequence[Change] = ()) -> int:
    """A run that changes alerts."""
    number = DatabaseRuns(cases.database).begin(BEGUN)
    DatabaseMatches(cases.database).apply(RunRecord(number, BEGUN, "complete", T0), matches, changes)
    return number


def wanted(judgement: Judgement = "false_match", by: str = "ana") -> Wanted:
    return Wanted(judgement, "another birth year", by, T0 + timedelta(hours=1))


def decide(cases: DatabaseCases, numbers: Sequence[int], asked: Wanted, looks: Sequence[int] = ()) -> list[int]:
    rulings = decided(cases.some(numbers), asked, RULES, looks)
    return [made.id for made in cases.decide(rulings, asked.by, asked.at)]


def kinds(cases: DatabaseCases) -> list[str]:
    return [event.kind for event in DatabaseEvents(cases.database).events() if event.kind not in ("enrolment", "run")]


def test_alerts_come_back_whole_and_in_order(cases: DatabaseCases) -> None:
    second = alert(2, run=1, due=date(2026, 5, 1), assigned="desk")
    run(cases, opened(second, alert(1, "watch:E-2"), alert(1)))
    found = list(cases.alerts("visas"))
    assert found == [alert(1, "watch:E-2", id=2), alert(1, id=3), replace(second, id=1)]
    assert cases.alert(3) == alert(1, id=3)
    assert cases.alert(4) is None
    assert list(cases.alerts("visas", [2, 7])) == [replace(second, id=1)]
    assert list(cases.alerts("visas", states=["closed"])) == []
    assert list(cases.alerts("crews")) == list(cases.alerts("nobody")) == []


def test_what_happened_is_kept_with_the_difference_and_recorded(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    (before,) = cases.alerts("visas")
    field = FieldChange("entry", "watch E-1: birth dates", ("1971",), ("1972",), material=True)
    after = replace(before, bits=6000, rest=Rest("e" * 64, "{}"), run=2, why="the entry changed")
    run(cases, [AlertChange("updated", before, after, (field,), 5001, 6000)])
    assert cases.alert(1) == after
    first, second = cases.happenings(1)
    assert (first.kind, first.run, first.before, first.after, first.bits_after) == ("opened", 1, "", "open", 5001)
    assert (second.kind, second.run, second.by, second.fields) == ("updated", 2, "", (field,))
    assert (second.bits_before, second.bits_after, second.why) == (5001, 6000, "the entry changed")
    assert kinds(cases).count("alert") == 2


def test_a_decision_is_kept_with_what_it_rests_on(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    decide(cases, [1], wanted())
    (made,) = cases.decisions(1)
    now = cases.alert(1)
    assert now
    assert (now.state, now.decision, now.due) == ("cleared", made.id, date(2026, 5, 15))
    assert (made.rest, made.state, made.until, made.by, made.bulk) == (now.rest, "in force", now.due, "ana", 0)
    assert [(one.kind, one.by, one.run) for one in cases.happenings(1)] == [("opened", "", 1), ("decided", "ana", 0)]
    assert "decision" in kinds(cases)


def test_who_looked_at_something_else_decides_nothing(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    stale = decided(cases.some([1]), wanted("inconclusive"), RULES)
    decide(cases, [1], wanted())
    before = cases.alert(1), cases.decisions(1), kinds(cases)
    with pytest.raises(AlertChangedError):
        cases.decide(stale, "ben", T0)
    assert (cases.alert(1), cases.decisions(1), kinds(cases)) == before


def test_one_of_many_that_is_another_now_keeps_all_from_being_decided(cases: DatabaseCases) -> None:
    run(cases, opened(alert(), alert(2)))
    stale = decided(cases.some([1, 2]), wanted(), RULES)
    decide(cases, [2], wanted())
    with pytest.raises(AlertChangedError):
        cases.decide(stale, "ana", T0)
    assert cases.decisions(1) == []


def test_a_second_person_agrees_and_a_new_decision_supersedes(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    decide(cases, [1], wanted("true_match"))
    (now,), (made,) = cases.some([1]), cases.decisions(1)
    assert (now.state, made.state) == ("proposed", "proposed")
    cases.decide([seconded(now, made, wanted("true_match", "ben"), RULES, agree=True)], "ben", T0)
    decide(cases, [1], wanted(by="eve"))
    first, second = cases.decisions(1)
    assert (first.state, first.second, first.ended) == ("ended", "ben", "superseded by decision 2")
    assert (second.state, cases.some([1])[0].decision) == ("in force", 2)


def test_what_was_decided_together_is_known_and_can_be_opened_again(cases: DatabaseCases) -> None:
    run(cases, opened(alert(), alert(2), alert(2, "watch:E-2")))
    decide(cases, [1, 2, 3], wanted(), looks=[2])
    together = cases.together(1)
    assert [(one.bulk, one.state, one.sampled) for one in together] == [
        (1, "in force", False), (1, "proposed", True), (1, "in force", False),
    ]  # fmt: skip
    who = wanted(by="ben")
    rulings = [seconded(cases.some([2])[0], together[1], who, RULES, agree=False)]
    rulings += [reopened(cases.some([n])[0], together[n - 1], who, RULES, "the sample was refused") for n in (1, 3)]
    cases.decide(rulings, "ben", T0)
    assert {one.state for one in cases.alerts("visas")} == {"open"}
    assert [one.state for one in cases.together(1)] == ["ended", "refused", "ended"]
    assert cases.together(0) == []


def test_a_run_ends_the_decision_of_an_alert_that_it_opens_again(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    decide(cases, [1], wanted())
    (before,) = cases.some([1])
    after = replace(before, state="open", decision=0, rest=Rest("e" * 64, "{}"), why="the subject changed", times=2)
    run(cases, [AlertChange("re-opened", before, after)])
    (made,) = cases.decisions(1)
    assert (made.state, made.ended) == ("ended", "the subject changed")
    assert cases.given([1, 9]) == {1: made}


def test_what_has_no_alert_or_holds_no_longer_is_wanted(cases: DatabaseCases) -> None:
    ref = EntryRef("watch", "eu", "E-1")
    stands = Found(1, ref, "watch:E-1", 5001, 0.5, "review", "{}")
    bare = replace(stands, number=2)
    run(cases, opened(alert()), [Change("new", one.number, ref, None, one) for one in (stands, bare)])
    assert cases.wanting("visas", T0.date()) == [2]
    decide(cases, [1], wanted())
    assert cases.wanting("visas", date(2026, 5, 15)) == [2]
    assert cases.wanting("visas", date(2026, 5, 16)) == [1, 2]
    assert cases.wanting("crews", date(2027, 5, 16)) == []


def test_expiry_is_written_outside_of_a_run(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    decide(cases, [1], wanted())
    later = T0 + timedelta(days=40)

    def lapsed() -> list[AlertChange]:
        found = cases.some([1])
        given = cases.given([one.decision for one in found])
        made = [expired(one, given.get(one.decision), Moment(later, later.date())) for one in found]
        return [one for one in made if one]

    assert [one.kind for one in cases.change(lapsed, "", later)] == ["expired"]
    assert [one.kind for one in cases.change(lapsed, "", later)] == []
    assert (cases.some([1])[0].state, cases.decisions(1)[0].state) == ("open", "ended")
    assert [one.kind for one in cases.happenings(1)] == ["opened", "decided", "expired"]


def test_comments_and_attachments(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    notes = [Comment(1, "ana", T0, "asked the bank"), Comment(1, "ben", T0, "", "a" * 64, "passport.pdf")]
    for one in notes:
        cases.note(one)
    assert cases.comments(1) == notes
    assert kinds(cases)[-2:] == ["comment", "attachment"]
    with pytest.raises(AlertUnknownError):
        cases.note(Comment(2, "ana", T0, "nobody"))


def test_decisions_of_other_systems_are_kept_once(cases: DatabaseCases) -> None:
    one = LegacyDecision("visas", 2, "watch:E-1", "cleared", "another man", "op 7", "2024", "Old", "ana", T0)
    assert cases.bring([one, replace(one, reason="and again"), one]) == 2
    assert cases.bring([replace(one, imported=T0 + timedelta(days=1), importer="ben")]) == 0
    assert cases.legacy("visas", 2) == [one, replace(one, reason="and again")]
    assert cases.legacy("visas", 1) == []
    assert kinds(cases).count("legacy decision") == 2


def test_one_of_two_who_decide_at_once_is_told(cases: DatabaseCases) -> None:
    run(cases, opened(alert()))
    told: list[str] = []
    gate = threading.Barrier(2)

    def work(by: str) -> None:
        rulings = decided(cases.some([1]), wanted(by=by), RULES)
        gate.wait()
        try:
            cases.decide(rulings, by, T0)
            told.append("decided")
        except AlertChangedError:
            told.append("refused")

    threads = [threading.Thread(target=work, args=(by,)) for by in ("ana", "ben")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["decided", "refused"]
    assert len(cases.decisions(1)) == 1


def test_many_alerts_are_written_in_batches(cases: DatabaseCases) -> None:
    run(cases, opened(*(alert(1, f"watch:E-{number}") for number in range(1203))))
    found = list(cases.alerts("visas"))
    assert [one.id for one in found] == list(range(1, 1204))
    decide(cases, [one.id for one in found], wanted())
    assert {one.state for one in cases.alerts("visas")} == {"cleared"}
    assert len(cases.together(1)) == 1203
