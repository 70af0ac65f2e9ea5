"""What every store of the record must do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from sqlalchemy import text

from namesake.errors import StoreUnusableError
from namesake.record.chain import digest_of, seal_of
from namesake.stores.database.engine import Database
from namesake.stores.database.events import DatabaseEvents, append
from namesake.values.events import EventDraft, Fault, SubjectRef

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
MATCH = EventDraft("match", about=("run 1", "subject visas 7"), detail='{"bits":1}', of=SubjectRef("visas", 7))
RUN = EventDraft("run", by="jo", about=("run 1",), facts='{"new":1}')


@pytest.fixture
def events(database: Database) -> DatabaseEvents:
    return DatabaseEvents(database)


def test_an_empty_record(events: DatabaseEvents) -> None:
    assert list(events.events()) == []
    assert list(events.kept()) == []
    assert list(events.details()) == []
    assert events.last() is None
    assert events.end() is None
    assert events.append([], T0) == []


def test_each_event_is_bound_to_the_one_before(events: DatabaseEvents) -> None:
    first = events.append([RUN, MATCH], T0)
    (third,) = events.append([MATCH], T0 + timedelta(hours=1))
    found = list(events.events())
    assert found == list(events.kept()) == [*first, third]
    assert [event.number for event in found] == [1, 2, 3]
    assert [event.before for event in found] == ["", found[0].hash, found[1].hash]
    assert all(event.hash == digest_of(event) for event in found)
    assert events.last() == third
    assert events.end() == (3, third.hash)
    assert list(events.events(1)) == found[1:]
    assert list(events.events(kinds=("run",))) == found[:1]
    assert (found[0].by, found[0].about, found[0].facts, found[0].at) == ("jo", ("run 1",), '{"new":1}', T0)


def test_details_lie_apart_and_each_has_its_own_salt(events: DatabaseEvents) -> None:
    events.append([RUN, MATCH, MATCH, EventDraft("comment", detail="nobody's")], T0)
    found = list(events.events())
    details = list(events.details())
    assert [detail.number for detail in details] == [2, 3, 4]
    assert [detail.of for detail in details] == [SubjectRef("visas", 7), SubjectRef("visas", 7), None]
    assert [found[detail.number - 1].sealed for detail in details] == [seal_of(detail) for detail in details]
    assert found[1].sealed != found[2].sealed
    assert found[0].sealed == ""
    assert {len(detail.salt) for detail in details} == {64}
    assert list(events.details(SubjectRef("visas", 7))) == details[:2]
    assert list(events.details(SubjectRef("visas", 8))) == []
    assert list(events.details(numbers=[4])) == details[2:]


def test_an_event_is_written_with_what_it_records_or_not_at_all(database: Database, events: DatabaseEvents) -> None:
    def failing() -> None:
        with database.writing() as connection:
            append(connection, [RUN, MATCH], T0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    assert events.last() is None
    assert events.end() is None
    with database.writing() as connection:
        assert append(connection, [RUN], T0) == (1, 1)
        assert append(connection, [], T0) == (2, 1)
        assert append(connection, [MATCH, MATCH], T0) == (2, 3)
    assert [event.number for event in events.events()] == [1, 2, 3]


def test_writers_queue(events: DatabaseEvents) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: events.append([RUN, MATCH], T0), range(12)))
    found = list(events.events())
    assert [event.number for event in found] == list(range(1, 25))
    assert [event.kind for event in found] == ["run", "match"] * 12
    assert all(after.before == before.hash for before, after in pairwise(found))


def test_more_than_a_batch(events: DatabaseEvents) -> None:
    events.append((MATCH for _ in range(1203)), T0)
    assert [event.number for event in events.events()] == list(range(1, 1204))
    assert sum(1 for _ in events.details()) == 1203


def test_what_is_missing_is_appended_once(events: DatabaseEvents) -> None:
    versions = [EventDraft("list accepted", about=(f"list un {number}",)) for number in range(3)]
    held = EventDraft("list held back", about=("list un 1",))
    assert len(events.append_missing(versions[:2], T0)) == 2
    assert [event.about for event in events.append_missing([*versions, held], T0)] == [("list un 2",), ("list un 1",)]
    assert events.append_missing([*versions, held], T0) == []


def test_times_and_texts_come_back_as_they_were_meant(events: DatabaseEvents) -> None:
    elsewhere = datetime(2026, 4, 15, 14, 0, 0, 7, tzinfo=timezone(timedelta(hours=2)))
    draft = EventDraft("comment", by="a\x00b\x1b[2J\ud800" + "x" * 300, about=("\u202edeen",), detail="\x00\udfff é\n")
    (event,) = events.append([draft], elsewhere)
    assert event.at == elsewhere
    assert event.by == ("a\ufffdb\ufffd[2J\ufffd" + "x" * 300)[:200]
    assert event.about == ("\ufffddeen",)
    assert [detail.content for detail in events.details()] == ["\ufffd\ufffd é\n"]
    assert list(events.kept()) == [event]


@pytest.mark.parametrize(
    "change",
    ["at = '2026-04-15T12:00:00+00:00'", "at = 'yesterday'", "about = '[\"run 1\" ]'", "about = '{}'", "about = '[1'"],
)
def test_what_is_written_otherwise_is_a_fault(database: Database, events: DatabaseEvents, change: str) -> None:
    events.append([RUN, RUN], T0)
    with database.writing() as connection:
        connection.execute(text(f"UPDATE namesake_record SET {change} WHERE number = 1"))
    first, second = events.kept()
    assert isinstance(first, Fault)
    assert first.number == 1
    assert not isinstance(second, Fault)
    with pytest.raises(StoreUnusableError, match=r"event 1 .*audit verify"):
        list(events.events())


def test_without_its_end_nothing_is_appended(database: Database, events: DatabaseEvents) -> None:
    events.append([RUN], T0)
    with database.writing() as connection:
        connection.execute(text("DELETE FROM namesake_record_end"))
    assert events.end() is None
    with pytest.raises(StoreUnusableError, match="the end of the record"):
        events.append([RUN], T0)
