"""Whatever changes a store is in the record, with it or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from namesake.errors import RunEndedError, SubjectUnknownError
from namesake.record.drafts import content_hash
from namesake.stores.database.engine import Database
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.entities import Entity, Subject
from namesake.values.events import Event, SubjectRef
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BEGUN = RunBegun("visas", "list update", T0, "m" * 64, "p" * 64, 1)


def offered(*keys: str) -> list[Offered]:
    return [Offered(key, Subject(key, Entity(key, "Person", (Name(f"Talvek {key}"),)))) for key in keys]


@pytest.fixture
def populations(database: Database) -> DatabasePopulations:
    found = DatabasePopulations(database, "jo")
    found.enrol("visas", offered("a", "b"), T0, reason="as asked by Talvek")
    return found


def told(database: Database, since: int = 1) -> Sequence[Event]:
    return list(DatabaseEvents(database).events(since))


def facts(event: Event) -> dict[str, object]:
    found: dict[str, object] = msgspec.json.decode(event.facts)
    return found


def found(number: int, entry: str, match: str = '{"name":"Talvek"}') -> Found:
    return Found(number, EntryRef("un", "", entry), f"un:{entry}", 5000, 0.7, "review", match)


def test_an_enrolment_that_changes_something_is_an_event(database: Database, populations: DatabasePopulations) -> None:
    (event,) = told(database, 0)
    assert (event.kind, event.by, event.at, event.about) == ("enrolment", "jo", T0, ("population visas", "state 1"))
    assert facts(event)["added"] == 2
    assert "Talvek" not in event.facts
    populations.enrol("visas", offered("a", "b"), T0 + HOUR)
    assert told(database) == []
    populations.withdraw("visas", ["b"], T0 + HOUR, "Talvek b left")
    (detail,) = DatabaseEvents(database).details(SubjectRef("visas", 2))
    assert detail.content == '{"reason":"Talvek b left"}'
    populations.withdraw("visas", ["b"], T0 + HOUR)
    (event,) = told(database)
    assert (event.kind, event.by) == ("withdrawal", "jo")
    assert event.about == ("subject visas 2", "population visas", "state 2")
    with pytest.raises(SubjectUnknownError):
        populations.withdraw("visas", ["a", "nobody"], T0 + HOUR)
    assert len(told(database)) == 1


def test_a_run_its_matches_and_what_it_rests_on(database: Database, populations: DatabasePopulations) -> None:
    del populations
    runs, matches = DatabaseRuns(database, "jo"), DatabaseMatches(database, "jo")
    first = RunRecord(runs.begin(BEGUN), BEGUN, "complete", T0 + HOUR, new=2)
    one, two = found(1, "E-1"), found(2, "E-2")
    matches.apply(first, [Change("new", item.number, item.entry, None, item) for item in (one, two)])
    run, *rest = told(database)
    assert (run.kind, run.by, run.at, run.about) == ("run", "jo", T0 + HOUR, ("run 1", "population visas"))
    assert facts(run)["new"] == 2
    assert [(event.kind, event.about) for event in rest] == [
        ("match", ("run 1", "subject visas 1")),
        ("match", ("run 1", "subject visas 2")),
    ]
    assert [facts(event) for event in rest] == [{"became": "new", "position": 1}, {"became": "new", "position": 2}]
    assert "E-1" not in "".join(event.facts for event in rest)
    (detail,) = DatabaseEvents(database).details(SubjectRef("visas", 1))
    (change, _) = matches.changes(1)
    said = msgspec.json.decode(detail.content)
    assert said["entry"] == ["un", "", "E-1"]
    assert said["sha256"] == content_hash(msgspec.json.encode(change).decode())
    begun = replace(BEGUN, policy_hash="q" * 64)
    second = RunRecord(runs.begin(begun), begun, "complete", T0 + 2 * HOUR)
    matches.apply(second, [])
    change_of_policy, run = told(database, 4)
    assert change_of_policy.kind == "policy change"
    assert facts(change_of_policy) == {"before": "p" * 64, "after": "q" * 64}
    assert run.kind == "run"


def test_a_run_that_fails_is_an_event(database: Database, populations: DatabasePopulations) -> None:
    del populations
    runs = DatabaseRuns(database, "jo")
    failed = RunRecord(runs.begin(BEGUN), BEGUN, "failed", T0, error="run-canary-silent", said="Talvek was not found")
    runs.fail(failed)
    with pytest.raises(RunEndedError):
        runs.fail(failed)
    runs.begin(BEGUN)
    with runs.alone("visas", T0 + HOUR):
        pass
    with runs.alone("visas", T0 + HOUR):
        pass
    events = told(database)
    assert [(event.kind, facts(event)["error"]) for event in events] == [
        ("run", "run-canary-silent"),
        ("run", "run-killed"),
    ]
    assert "Talvek" not in "".join(event.facts for event in events)


def test_a_run_that_is_not_written_is_not_recorded(database: Database, populations: DatabasePopulations) -> None:
    del populations
    runs, matches = DatabaseRuns(database), DatabaseMatches(database)
    record = RunRecord(runs.begin(BEGUN), BEGUN, "complete", T0)

    def broken() -> list[Change]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        matches.apply(record, (change for _ in range(1) for change in broken()))
    assert told(database) == []
    matches.apply(record, [])
    with pytest.raises(RunEndedError):
        matches.apply(record, [])
    assert [event.kind for event in told(database)] == ["run"]


def test_what_stood_after_each_run_is_known_to_the_byte(database: Database, populations: DatabasePopulations) -> None:
    del populations
    runs, matches = DatabaseRuns(database), DatabaseMatches(database)
    one, two, three = found(1, "E-2"), found(1, "E-1"), found(2, "E-1")
    other = replace(one, match='{"name":"Talvek Q"}')
    steps = [
        [Change("new", item.number, item.entry, None, item) for item in (three, one, two)],
        [Change("unchanged", 1, one.entry, one, other), Change("gone", 2, three.entry, three, None)],
        [Change("unchanged", 1, two.entry, two, two), Change("gone", 1, other.entry, other, None)],
    ]
    for step in steps:
        matches.apply(RunRecord(runs.begin(BEGUN), BEGUN, "complete", T0), step)
    assert list(matches.after("visas", 1)) == [two, one, three]
    assert list(matches.after("visas", 2)) == [two, other]
    assert list(matches.after("visas", 3)) == [two] == list(matches.of("visas"))
    assert list(matches.after("visas", 0)) == list(matches.after("nobody", 3)) == []
    assert [change.kind for change in matches.changes(2)] == ["gone"]
