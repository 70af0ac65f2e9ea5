"""What every store that counts must do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from namesake.stores.database.engine import Database
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.overviews import DatabaseOverviews
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.cases import Alert, AlertChange, AlertState, Rest
from namesake.values.entities import Entity, Subject
from namesake.values.events import SubjectRef
from namesake.values.matches import Band
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord
from namesake.values.standings import CaseTally, Tally, Touched, Unfinished

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
BEGUN = RunBegun("visas", "list update", T0, "m" * 64, "p" * 64, 1)


def offered(*names: str) -> list[Offered]:
    return [Offered(key, Subject(key, Entity(key, "Person", (Name(name),)))) for key, _, name in map(split, names)]


def split(text: str) -> tuple[str, str, str]:
    return text.partition("=")


@pytest.fixture
def populations(database: Database) -> DatabasePopulations:
    kept = DatabasePopulations(database)
    kept.enrol("visas", offered("a=Ada", "b=Bea", "c=Cyd"), T0)
    kept.enrol("crews", offered("a=Ada"), T0)
    return kept


@pytest.fixture
def overviews(database: Database, populations: DatabasePopulations) -> DatabaseOverviews:
    del populations
    return DatabaseOverviews(database)


def test_touched_since_a_state(populations: DatabasePopulations, overviews: DatabaseOverviews) -> None:
    assert overviews.touched("visas", 0) == Touched(3)
    assert overviews.touched("visas", 1) == Touched()
    populations.enrol("visas", offered("a=Ada", "b=Beatrix", "d=Dan"), T0)
    populations.withdraw("visas", ["c"], T0)
    populations.withdraw("visas", ["d"], T0)
    assert overviews.touched("visas", 1) == Touched(1, 2)
    assert overviews.touched("visas", 3) == Touched(0, 1)
    assert overviews.touched("crews", 1) == Touched()
    assert overviews.touched("nobody", 0) == Touched()


def found(number: int, entry: str, identity: str, band: Band = "review") -> Change:
    item = Found(number, EntryRef("un", "", entry), identity, 5000, 0.7, band, "{}")
    return Change("new", number, item.entry, None, item)


def test_matches_are_counted_apart_from_subjects_and_identities(
    database: Database, overviews: DatabaseOverviews
) -> None:
    assert overviews.tally("visas") == Tally()
    run = DatabaseRuns(database).begin(BEGUN)
    changes = [found(1, "E1", "un:1", "strong"), found(1, "E2", "un:1"), found(2, "E1", "un:1"), found(2, "E3", "un:3")]
    DatabaseMatches(database).apply(RunRecord(run, BEGUN, "complete", T0), changes)
    assert overviews.tally("visas") == Tally(matches=4, strong=1, subjects=2, identities=2)
    assert overviews.tally("crews") == overviews.tally("nobody") == Tally()


def test_unfinished_runs(database: Database, overviews: DatabaseOverviews) -> None:
    runs = DatabaseRuns(database)
    first = runs.begin(BEGUN)
    later = replace(BEGUN, began=T0 + timedelta(hours=1))
    second = runs.begin(later)
    assert list(overviews.unfinished("visas")) == [Unfinished(second, later), Unfinished(first, BEGUN)]
    runs.fail(RunRecord(second, later, "failed", T0))
    assert list(overviews.unfinished("visas")) == [Unfinished(first, BEGUN)]
    assert list(overviews.unfinished("crews")) == []


def test_the_last_run_that_screened_everybody(database: Database, overviews: DatabaseOverviews) -> None:
    assert overviews.everybody("visas") is None
    runs, matches = DatabaseRuns(database), DatabaseMatches(database)
    ended = []
    for everything in (True, True, False):
        record = RunRecord(runs.begin(BEGUN), BEGUN, "complete", T0, everything=everything)
        matches.apply(record, [])
        ended.append(record)
    failed = RunRecord(runs.begin(BEGUN), BEGUN, "failed", T0, everything=True)
    runs.fail(failed)
    assert overviews.everybody("visas") == ended[1]
    assert overviews.everybody("crews") is None


def test_alerts_are_counted_by_state_and_clock(database: Database, overviews: DatabaseOverviews) -> None:
    day = T0.date()
    later = T0 + timedelta(hours=2)
    who = SubjectRef("visas", 1)
    blank = Alert(0, who, "", "open", (), 0, 0.0, "clear", Rest("", ""), T0, T0, 1, woken=later)
    states: list[tuple[AlertState, int | None]] = [
        ("open", None), ("open", -1), ("proposed", 0), ("waiting", -1), ("waiting", 1), ("confirmed", -3),
        ("cleared", None), ("cleared", 0), ("closed", None),
    ]  # fmt: skip
    alerts = [
        replace(blank, identity=str(place), state=state, due=None if days is None else day + timedelta(days=days))
        for place, (state, days) in enumerate(states)
    ]
    alerts[2] = replace(alerts[2], woken=T0)
    number = DatabaseRuns(database).begin(BEGUN)
    changes = [AlertChange("opened", None, alert) for alert in alerts]
    DatabaseMatches(database).apply(RunRecord(number, BEGUN, "complete", T0), [], changes)
    assert overviews.cases("visas", day) == CaseTally(2, 1, 2, 1, 2, 1, overdue=2, lapsed=1, oldest=T0)
    assert overviews.cases("crews", day) == overviews.cases("nobody", day) == CaseTally()
