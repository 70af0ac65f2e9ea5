"""What every store must give to who tells a story: events by what they are about, and a subject's matches through
all runs."""

from datetime import UTC, datetime, timedelta

import pytest

from namesake.stores.database.engine import Database
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.entities import Entity, Subject
from namesake.values.events import EventDraft
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)


def test_events_by_what_they_are_about(database: Database) -> None:
    events = DatabaseEvents(database)
    names = [("alert 1", "run 1"), ("alert 11",), ("ALERT 1",), ('a "alert 1" b',), ("x%y", "z_z"), ("xAy", "zAz")]
    events.append([EventDraft("alert", about=about) for about in names], T0)
    assert [event.number for event in events.about(["alert 1"])] == [1]
    assert [event.number for event in events.about(["alert 11", "run 1", "alert 1"])] == [1, 2]
    assert [event.number for event in events.about(["x%y", "z_z"])] == [5]
    assert events.about([]) == []
    many = [f"subject visas {number}" for number in range(200)]
    assert [event.number for event in events.about([*many, "ALERT 1"])] == [3]


@pytest.mark.parametrize(
    ("seconds", "number"),
    [(-1, 0), (0, 2), (4.999999, 2), (5, 4), (10, 4), (19.999999, 4), (20, 5), (9999, 5)],
)
def test_how_far_the_record_reached(database: Database, seconds: float, number: int) -> None:
    events = DatabaseEvents(database)
    for at, count in ((0, 2), (10, 1), (5, 1), (20, 1)):  # the clock went back once: what was recorded stays in order
        events.append([EventDraft("comment")] * count, T0 + timedelta(seconds=at))
    assert events.reached(T0 + timedelta(seconds=seconds)) == number


def test_the_matches_of_a_subject_through_all_runs(database: Database) -> None:
    populations, runs, matches = DatabasePopulations(database), DatabaseRuns(database), DatabaseMatches(database)
    for name in ("crews", "visas"):
        offered = [Offered(key, Subject(key, Entity(key, "Person", (Name(key),)))) for key in ("a", "b")]
        populations.enrol(name, offered, T0)
    entries = [EntryRef("watch", "", f"E-{number}") for number in (1, 2)]

    def found(number: int, entry: EntryRef, text: str = "{}") -> Found:
        return Found(number, entry, "watch:1", 5, 0.5, "review", text)

    def ran(*changes: Change) -> int:
        begun = RunBegun("visas", "list update", T0, "m", "p", 1)
        number = runs.begin(begun)
        matches.apply(RunRecord(number, begun, "complete", T0), changes)
        return number

    new = [Change("new", number, entry, None, found(number, entry)) for number in (1, 2) for entry in entries]
    first = ran(*new)
    rewritten = Change("unchanged", 1, entries[0], found(1, entries[0]), found(1, entries[0], "[]"))
    gone = Change("gone", 1, entries[1], found(1, entries[1]), None, "delisted")
    second = ran(rewritten, gone)
    assert list(matches.told("visas", 1)) == [
        (first, 1, new[0]), (first, 2, new[1]), (second, 1, rewritten), (second, 2, gone),
    ]  # fmt: skip
    assert [change for _, _, change in matches.told("visas", 2)] == new[2:]
    assert list(matches.told("crews", 1)) == list(matches.told("nobody", 1)) == []
