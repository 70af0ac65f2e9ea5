"""What every store of references of redress must do."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from namesake.errors import AlertChangedError, AlertUnknownError
from namesake.record.verifying import verified
from namesake.review.decisions import Wanted, decided
from namesake.stores.database.cases import DatabaseCases
from namesake.stores.database.engine import Database
from namesake.stores.database.erasing import DatabaseErasures
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.redresses import DatabaseRedresses
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.cases import Alert, AlertChange, DecisionRules, Judgement, Rest
from namesake.values.entities import Entity, Subject
from namesake.values.events import SubjectRef
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import EntryRef, RunBegun, RunRecord

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
FIRST, SECOND = "7K3M9-QXC2T", "00000-00000"


def offered(key: str, *references: str) -> Offered:
    return Offered(key, Subject(key, Entity(key, "Person", (Name(key),)), references=references))


def alert(number: int = 1, identity: str = "watch:E-1", population: str = "visas") -> Alert:
    return Alert(
        0, SubjectRef(population, number), identity, "open", (EntryRef("watch", "", identity[6:]),), 5001, 0.9,
        "strong", Rest("d" * 64, "{}"), T0, T0, 1, woken=T0,
    )  # fmt: skip


@pytest.fixture
def redresses(database: Database) -> DatabaseRedresses:
    """Two populations, whose alerts 1 to 4 are open: of the first two subjects of visas, and of the first of crews."""
    for name in ("visas", "crews"):
        DatabasePopulations(database).enrol(name, [offered("a"), offered("b")], T0)
    opened = [alert(), alert(2), alert(1, "watch:E-2"), alert(1, "watch:E-1", "crews")]
    for population in ("visas", "crews"):
        begun = RunBegun(population, "list update", T0, "m", "p", 1)
        run = DatabaseRuns(database).begin(begun)
        mine = [one for one in opened if one.subject.population == population]
        changes = [AlertChange("opened", None, one, (), None, one.bits) for one in mine]
        DatabaseMatches(database).apply(RunRecord(run, begun, "complete", T0), (), changes)
    return DatabaseRedresses(database)


def decide(redresses: DatabaseRedresses, number: int, judgement: Judgement = "false_match") -> int:
    cases = DatabaseCases(redresses.database)
    rulings = decided(cases.some([number]), Wanted(judgement, "another man", "ana", T0), DecisionRules())
    return cases.decide(rulings, "ana", T0)[0].id


def drawing(*references: str) -> Callable[[], str]:
    stream = iter(references)
    return lambda: next(stream)


def give(redresses: DatabaseRedresses, number: int, *references: str) -> tuple[str, bool]:
    made, new = redresses.give(number, decide(redresses, number), drawing(*references), "ben", T0)
    return made.reference, new


def attached(redresses: DatabaseRedresses, number: int) -> Sequence[str]:
    return DatabaseCases(redresses.database).some([number])[0].proofs


def test_a_reference_is_kept_attached_and_recorded(redresses: DatabaseRedresses) -> None:
    decision = decide(redresses, 1)
    made, new = redresses.give(1, decision, drawing(FIRST), "ben", T0)
    assert new
    assert (made.reference, made.alert, made.decision, made.by, made.given) == (FIRST, 1, decision, "ben", T0)
    assert redresses.given([FIRST, SECOND]) == {FIRST: [made]}
    assert redresses.given([]) == {}
    assert attached(redresses, 1) == (FIRST,)
    events = DatabaseEvents(redresses.database)
    told = list(events.events())[-2:]
    assert [(one.kind, one.by) for one in told] == [("redress", "ben"), ("alert", "ben")]
    assert told[0].about == ("alert 1", f"decision {decision}")
    assert all(FIRST not in one.facts for one in told)
    assert [FIRST in one.content for one in events.details(numbers=[one.number for one in told])] == [True, True]
    last = DatabaseCases(redresses.database).happenings(1)[-1]
    assert (last.kind, last.why, last.before, last.after) == (
        "proof attached",
        f"reference {FIRST}",
        "cleared",
        "cleared",
    )


def test_once_for_a_decision_and_the_same_for_the_next(redresses: DatabaseRedresses) -> None:
    decision = decide(redresses, 1)
    first = redresses.give(1, decision, drawing(FIRST), "ben", T0)
    before = len(list(DatabaseEvents(redresses.database).events()))
    assert redresses.give(1, decision, drawing(), "eve", T0) == (first[0], False)
    assert len(list(DatabaseEvents(redresses.database).events())) == before
    assert give(redresses, 1) == (FIRST, True)  # decided anew: the same reference, drawn from nothing
    assert [one.decision for one in redresses.given([FIRST])[FIRST]] == [1, 2]
    assert attached(redresses, 1) == (FIRST,)


def test_no_two_alerts_have_one_reference(redresses: DatabaseRedresses) -> None:
    assert give(redresses, 1, FIRST) == (FIRST, True)
    assert give(redresses, 2, FIRST, FIRST, SECOND) == (SECOND, True)


def test_what_is_not_cleared_by_that_decision_is_refused(redresses: DatabaseRedresses) -> None:
    decision = decide(redresses, 1)
    decide(redresses, 1, "inconclusive")
    with pytest.raises(AlertChangedError):
        redresses.give(1, decision, drawing(FIRST), "ben", T0)
    with pytest.raises(AlertUnknownError):
        redresses.give(9, decision, drawing(FIRST), "ben", T0)
    assert redresses.given([FIRST]) == {}
    assert attached(redresses, 1) == ()


def test_what_references_prove(redresses: DatabaseRedresses) -> None:
    cases, populations = DatabaseCases(redresses.database), DatabasePopulations(redresses.database)
    give(redresses, 1, FIRST)
    give(redresses, 2, SECOND)
    assert cases.proofs("visas", [1, 2, 9]) == {(1, "watch:E-1"): (FIRST,), (2, "watch:E-1"): (SECOND,)}
    assert cases.proofs("crews", [1, 2]) == cases.proofs("nobody", [1]) == {}
    populations.enrol("crews", [offered("a", FIRST, "ZZZZZ-ZZZZZ", SECOND), offered("b")], T0)
    assert cases.proofs("crews", [1, 2]) == {(1, "watch:E-1"): (SECOND, FIRST)}


def test_who_carries_a_proof_that_is_not_attached_is_wanted(redresses: DatabaseRedresses) -> None:
    cases, populations = DatabaseCases(redresses.database), DatabasePopulations(redresses.database)
    give(redresses, 1, FIRST)
    assert cases.wanting("crews", T0.date()) == []
    done = populations.enrol("crews", [offered("a", FIRST), offered("b", FIRST)], T0)
    assert (done.unchanged, done.changed) == (2, 0)
    assert cases.wanting("crews", T0.date()) == [1]  # b has no alert that it could be attached to
    (before,) = cases.alerts("crews", [1])
    after = replace(before, proofs=(FIRST,))
    cases.change(lambda: [AlertChange("proof attached", before, after, (), before.bits, before.bits)], "", T0)
    assert cases.wanting("crews", T0.date()) == []
    populations.enrol("crews", [offered("a")], T0)
    assert cases.proofs("crews", [1]) == {}
    assert attached(redresses, before.id) == (FIRST,)


def test_references_come_back_with_the_subject_in_every_version(redresses: DatabaseRedresses) -> None:
    populations = DatabasePopulations(redresses.database)
    populations.enrol("crews", [offered("a", FIRST, SECOND)], T0)
    assert [one.subject.references for one in populations.subjects("crews")] == [(FIRST, SECOND), ()]
    assert [one.subject.references for one in populations.versions("crews", "a")] == [(FIRST, SECOND)]
    assert [one.subject.references for one in populations.subjects("crews", at=1)] == [(FIRST, SECOND), ()]


def test_who_is_forgotten_takes_the_reference_along(redresses: DatabaseRedresses) -> None:
    give(redresses, 1, FIRST)
    populations = DatabasePopulations(redresses.database)
    populations.enrol("crews", [offered("a", FIRST)], T0)
    populations.withdraw("visas", ["a"], T0)
    DatabaseErasures(redresses.database).forget("visas", "a", "asked for it", "eve", T0, lambda _: None)
    assert redresses.given([FIRST]) == {}
    assert DatabaseCases(redresses.database).proofs("crews", [1]) == {}


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        pytest.param("SELECT 1", "", id="nothing"),
        pytest.param("UPDATE namesake_redress SET reference = '00000-00000'", "was altered where", id="reference"),
        pytest.param("UPDATE namesake_redress SET actor = 'eve'", "which was altered where", id="by whom"),
        pytest.param("UPDATE namesake_redress SET given = '2026-04-15T12:00:00.000001+00:00'", "altered", id="when"),
        pytest.param("UPDATE namesake_redress SET given = 'then'", "which was altered where", id="no time at all"),
        pytest.param("UPDATE namesake_redress SET alert = 2", "never recorded", id="whose"),
        pytest.param("UPDATE namesake_redress SET decision = 2", "which is not kept any more", id="why"),
        pytest.param("DELETE FROM namesake_redress", "which is not kept any more", id="removed"),
        pytest.param(
            "INSERT INTO namesake_redress SELECT '00000-00000', decision, 2, given, actor FROM namesake_redress",
            "a reference of redress for alert 2 is kept, but was never recorded", id="inserted",
        ),
    ],
)  # fmt: skip
def test_what_is_kept_is_held_against_the_record(redresses: DatabaseRedresses, statement: str, fault: str) -> None:
    give(redresses, 1, FIRST)
    with redresses.database.writing() as connection:
        connection.execute(text(statement))
    with DatabaseEvents(redresses.database).snapshot() as snapshot:
        found = [one.what for one in verified(snapshot, []).faults]
    assert any(fault in what for what in found) if fault else found == []
