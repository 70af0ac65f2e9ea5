"""What every store must do to destroy a subject's data: nothing of it is left, and everything else stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from namesake.app.erasing import Asked, Erasing
from namesake.errors import (
    RunBusyError,
    SubjectHeldError,
    SubjectRetainedError,
    SubjectScreenedError,
    SubjectUnknownError,
)
from namesake.record.drafts import subject_name
from namesake.record.verifying import verified
from namesake.stores.database.cases import DatabaseCases
from namesake.stores.database.dump import dump
from namesake.stores.database.engine import Database
from namesake.stores.database.erasing import DatabaseErasures
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.cases import Alert, AlertChange, Comment, Decision, LegacyDecision, Rest, Ruling
from namesake.values.entities import Entity, Subject
from namesake.values.events import EventDraft, SubjectRef
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.populations import Offered
from namesake.values.retention import Retention
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
SHE = SubjectRef("visas", 1)
BEGUN = RunBegun("visas", "list update", T0, "m" * 64, "p" * 64, 1)
WHY = Asked("she asked", "jo")
RULES = Retention()


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.at = T0

    def now(self) -> datetime:
        return self.at


class Indexes:
    """Remembers what was forgotten."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    def forget(self, population: str) -> None:
        self.forgotten.append(population)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def erasing(database: Database, clock: Clock) -> Erasing:
    """Two people with a match each, one of whom left; her match is gone."""
    people = [("a", "Talvek Quoren"), ("b", "Orla Wexmoor")]
    populations = DatabasePopulations(database)
    populations.enrol("visas", [_offered(key, name) for key, name in people], T0)
    populations.enrol("visas", [_offered("a", "Talvek Quoren-Imran")], T0)
    _run(database, [Change("new", n, _found(n).entry, None, _found(n)) for n in (1, 2)])
    _alert(database, 1)
    _alert(database, 2)
    draft = EventDraft("comment", "jo", (subject_name(SHE),), detail="about Talvek", of=SHE)
    DatabaseEvents(database).append([draft], T0)
    populations.withdraw("visas", ["a"], T0, "Talvek left")
    _run(database, [Change("gone", 1, _found(1).entry, _found(1), None, "withdrawn")])
    return Erasing(DatabaseErasures(database), populations, DatabaseRuns(database), Indexes(), clock)


def _offered(key: str, name: str) -> Offered:
    return Offered(key, Subject(key, Entity(key, "Person", (Name(name),))))


def _found(number: int) -> Found:
    return Found(number, EntryRef("un", "", "E-1"), "un:E-1", 5000, 0.7, "review", f'{{"name":"Talvek {number}"}}')


def _run(database: Database, changes: list[Change]) -> None:
    record = RunRecord(DatabaseRuns(database).begin(BEGUN), BEGUN, "complete", T0)
    DatabaseMatches(database).apply(record, changes)


def _alert(database: Database, subject: int) -> None:
    """An alert with a decision, a comment and a legacy decision, all of which name her, and so do their events."""
    cases, name = DatabaseCases(database), f"Talvek {subject}"
    of, rest = SubjectRef("visas", subject), Rest("d" * 64, name)
    new = Alert(0, of, "un:E-1", "open", (), 1, 0.5, "review", rest, T0, T0, 1, why=name, woken=T0)
    (opened,) = cases.change(lambda: [AlertChange("opened", None, new)], "", T0)
    (alert,) = cases.alerts("visas", [subject])
    assert opened.before is None
    decision = Decision(0, alert.id, "false_match", name, "jo", T0, "in force", rest)
    cases.decide([Ruling(alert, replace(alert, state="cleared", why=name), decision)], "jo", T0)
    cases.note(Comment(alert.id, "jo", T0, name))
    cases.bring([LegacyDecision("visas", subject, "E-1", "false", name, "old", "then", "old system", "jo", T0)])


def dumped(database: Database) -> str:
    lines: list[bytes] = []
    dump(database, lines.append)
    return b"".join(lines).decode()


def test_nothing_of_her_is_left_and_all_of_him_is(database: Database, erasing: Erasing, clock: Clock) -> None:
    assert "Talvek Quoren" in dumped(database)
    his = dumped(database).count("Talvek 2")
    clock.at = T0 + 3653 * DAY
    (done,) = erasing.forget("visas", ["a"], WHY, RULES)
    assert (done.subject, done.versions, done.changes, done.alerts) == (SHE, 2, 2, 1)
    left = dumped(database)
    for name in ("Talvek Quoren", "Talvek 1", "about Talvek", "Talvek left"):
        assert name not in left, name
    assert left.count("Talvek 2") == his
    events = DatabaseEvents(database)
    assert list(events.details(SHE)) == []
    assert [subject.key for subject in erasing.populations.subjects("visas", withdrawn=True)] == ["b"]
    assert list(DatabaseMatches(database).after("visas", 1)) == [_found(2)]
    last = events.last()
    assert last
    assert (last.kind, last.by, last.about, last.number) == ("erasure", "jo", (subject_name(SHE),), done.event)
    assert isinstance(erasing.indexes, Indexes)
    assert erasing.indexes.forgotten == ["visas"]


def test_the_record_still_verifies(database: Database, erasing: Erasing) -> None:
    with DatabaseEvents(database).snapshot() as snapshot:
        before = verified(snapshot, [])
    (done,) = erasing.forget("visas", ["a"], Asked("she asked", "jo", early=True), RULES)
    with DatabaseEvents(database).snapshot() as snapshot:
        after = verified(snapshot, [])
    assert before.faults == after.faults == ()
    assert after.destroyed == done.details == 8
    assert after.events == before.events + 1


def test_her_number_is_given_to_nobody_else(erasing: Erasing) -> None:
    erasing.forget("visas", ["a"], Asked("she asked", "jo", early=True), RULES)
    erasing.populations.enrol("visas", [_offered("a", "Talvek Quoren")], T0)
    assert [subject.number for subject in erasing.populations.subjects("visas")] == [2, 3]


def hold(erasing: Erasing) -> None:
    assert erasing.hold("visas", ["a"], Asked("a court asks", "ana")) == 1


def back(erasing: Erasing) -> None:
    erasing.populations.enrol("visas", [_offered("a", "Talvek Quoren")], T0)


def standing(erasing: Erasing) -> None:
    back(erasing)
    database = erasing.store.database  # type: ignore[attr-defined]  # the store of this test
    _run(database, [Change("new", 1, _found(1).entry, None, _found(1))])
    erasing.populations.withdraw("visas", ["a"], T0)


def nothing(erasing: Erasing) -> None:
    del erasing


@pytest.mark.parametrize(
    ("before", "error", "early"),
    [
        pytest.param(hold, SubjectHeldError, True, id="held, whoever asks"),
        pytest.param(back, SubjectScreenedError, True, id="screened"),
        pytest.param(standing, SubjectScreenedError, True, id="its matches stand"),
        pytest.param(nothing, SubjectRetainedError, False, id="decided on less than ten years ago"),
    ],
)
def test_what_forbids_it(
    database: Database, erasing: Erasing, before: Callable[[Erasing], None], error: type[Exception], early: bool
) -> None:
    before(erasing)
    kept = dumped(database)
    with pytest.raises(error):
        erasing.forget("visas", ["a"], Asked("she asked", "jo", early), RULES)
    assert dumped(database) == kept


def test_an_unknown_subject_and_one_after_another(erasing: Erasing) -> None:
    with pytest.raises(SubjectUnknownError):
        erasing.forget("visas", ["a", "nobody"], Asked("she asked", "jo", early=True), RULES)
    with pytest.raises(SubjectUnknownError):
        erasing.forget("visas", ["a"], Asked("she asked", "jo", early=True), RULES)


def test_not_while_a_run_is_under_way(database: Database, erasing: Erasing) -> None:
    with DatabaseRuns(database).alone("visas", T0), pytest.raises(RunBusyError):
        erasing.forget("visas", ["a"], Asked("she asked", "jo", early=True), RULES)


def test_holds_come_and_go_and_are_recorded(database: Database, erasing: Erasing) -> None:
    assert erasing.hold("visas", ["a", "b", "a"], Asked("a court asks", "ana")) == 2
    assert erasing.hold("visas", ["a"], Asked("another court asks", "ben")) == 0
    assert [(one.key, one.by, one.reason) for one in erasing.holds()] == [
        ("a", "ana", "a court asks"),
        ("b", "ana", "a court asks"),
    ]
    assert erasing.release("visas", ["a"], Asked("it is over", "ana")) == 1
    assert erasing.release("visas", ["a"], Asked("it is over", "ana")) == 0
    assert [one.key for one in erasing.holds()] == ["b"]
    events = [event for event in DatabaseEvents(database).events() if event.kind == "legal hold"]
    assert [event.facts for event in events] == ['{"held":true}', '{"held":true}', '{"held":false}']
    with pytest.raises(SubjectUnknownError):
        erasing.hold("visas", ["nobody"], Asked("a court asks", "ana"))


def test_who_is_due(database: Database, erasing: Erasing, clock: Clock) -> None:
    policy = Policy(retention=Retention(withdrawn_years=1))
    erasing.populations.enrol("visas", [_offered("c", "Innocent Person")], T0)
    erasing.populations.withdraw("visas", ["c"], T0)
    assert erasing.due(Policy()) == erasing.due(policy) == []
    clock.at = datetime(2027, 4, 15, tzinfo=UTC)
    assert [(one.standing.key, one.since, one.against) for one in erasing.due(policy)] == [
        ("c", date(2027, 4, 15), None)
    ]
    clock.at = datetime(2036, 4, 15, tzinfo=UTC)
    hold(erasing)
    found = erasing.due(policy)
    assert [(one.standing.key, one.since, type(one.against)) for one in found] == [
        ("a", date(2036, 4, 15), SubjectHeldError),
        ("c", date(2027, 4, 15), type(None)),
    ]
    (done,) = erasing.carry_out(found, "jo", policy.retention)
    assert done.subject == SubjectRef("visas", 3)
    assert [one.standing.key for one in erasing.due(policy)] == ["a"]
    assert erasing.due(policy, ["visas"])
    del database


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)  # the files of a server are its own affair
def test_a_file_keeps_no_trace(database: Database, erasing: Erasing) -> None:
    erasing.forget("visas", ["a"], Asked("she asked", "jo", early=True), RULES)
    path = Path(database.url.database or "")
    for file in path.parent.glob(f"{path.name}*"):
        assert b"Talvek Quoren" not in file.read_bytes()
    assert b"Orla Wexmoor" in path.read_bytes()
