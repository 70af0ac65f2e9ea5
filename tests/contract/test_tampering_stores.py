"""Whatever is done to the record in a database, by whoever can write to it, is found on both kinds of store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from namesake.app.record import Elsewhere, Record
from namesake.stores.checkpoints import CheckpointFiles
from namesake.stores.database.cases import DatabaseCases
from namesake.stores.database.engine import Database
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.stores.signing import check
from namesake.values.cases import Alert, AlertChange, Comment, Decision, Rest, Ruling
from namesake.values.entities import Entity, Subject
from namesake.values.events import EventDraft, SubjectRef
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
BEGUN = RunBegun("visas", "list update", T0, "m" * 64, "p" * 64, 1)


class Stopped:
    """A clock that stands still."""

    def now(self) -> datetime:
        return T0


@pytest.fixture
def record(database: Database, tmp_path: Path) -> Record:
    """An enrolment, a run with two matches, and a comment: five events, the last four with details."""
    entity = Entity("a", "Person", (Name("Talvek Quoren"),))
    DatabasePopulations(database).enrol("visas", [Offered("a", Subject("a", entity))], T0)
    found = [Found(1, EntryRef("un", "", name), name, 5000, 0.7, "review", "{}") for name in ("E-1", "E-2")]
    run = RunRecord(DatabaseRuns(database).begin(BEGUN), BEGUN, "complete", T0)
    DatabaseMatches(database).apply(run, [Change("new", 1, item.entry, None, item) for item in found])
    made = Record(
        DatabaseEvents(database),
        Elsewhere(list, list),
        CheckpointFiles([tmp_path / "checkpoints"]),
        Stopped(),
        "jo",
        check,
    )
    made.events.append([EventDraft("comment", "jo", ("record",), detail="a word")], T0)
    made.checkpoint()
    return made


def tampered(database: Database, *statements: str) -> None:
    with database.writing() as connection:
        for statement in statements:
            connection.execute(text(statement))


def numbers(record: Record) -> set[int]:
    return {fault.number for fault in record.verify().faults}


def test_untouched(record: Record) -> None:
    audit = record.verify()
    assert audit.faults == ()
    assert audit.doubts == ()
    found = [event.kind for event in record.events.events()]
    assert found[:4] == ["enrolment", "run", "match", "match"]
    assert audit.verified.checkpoints == 1


COLUMNS = {
    "number": "number = 77",
    "at": "at = '2026-04-15T12:00:00.000001+00:00'",
    "at-respelt": "at = '2026-04-15T12:00:00Z'",
    "kind": "kind = 'redress'",
    "actor": "actor = actor || 'x'",
    "about": "about = '[]'",
    "about-respelt": "about = ' ' || about",
    "facts": "facts = facts || ' '",
    "sealed": "sealed = 'x' || sealed",
    "prior": "prior = 'x' || prior",
    "hash": "hash = 'x' || hash",
}


@pytest.mark.parametrize("change", COLUMNS.values(), ids=COLUMNS.keys())
def test_every_column_of_every_event(database: Database, record: Record, change: str) -> None:
    last = record.events.last()
    assert last
    for number in range(1, last.number + 1):
        with database.reading() as connection:
            before = dict(_row(connection, number))
        tampered(database, f"UPDATE namesake_record SET {change} WHERE number = {number}")
        assert number in numbers(record) or (number == last.number and 77 in numbers(record))
        where = 77 if change == "number = 77" else number
        tampered(database, f"DELETE FROM namesake_record WHERE number = {where}")
        with database.writing() as writing:
            names = ", ".join(f":{name}" for name in before)
            writing.execute(text(f"INSERT INTO namesake_record ({', '.join(before)}) VALUES ({names})"), before)
    assert numbers(record) == set()


def _row(connection: Connection, number: int) -> dict[str, object]:
    found = connection.execute(text(f"SELECT * FROM namesake_record WHERE number = {number}")).one()
    return dict(found._mapping)


def test_every_event_removed(database: Database, record: Record) -> None:
    last = record.events.last()
    assert last
    for number in range(last.number, 0, -1):
        tampered(database, f"DELETE FROM namesake_record WHERE number = {number}")
        assert any(fault.number <= last.number for fault in record.verify().faults)
        assert number in numbers(record) or number < last.number


SWAP = (
    "UPDATE namesake_record SET number = -1 WHERE number = 3",
    "UPDATE namesake_record SET number = 3 WHERE number = 4",
    "UPDATE namesake_record SET number = 4 WHERE number = -1",
)
INSERTED = (
    "INSERT INTO namesake_record SELECT 99, at, kind, actor, about, facts, sealed, hash, hash"
    " FROM namesake_record WHERE number = 1"
)
ANOTHER_RUN = (
    "INSERT INTO namesake_runs (id, population, state, begun, record)"
    " SELECT 7, population, state, begun, record FROM namesake_runs"
)
A_MATCH = "UPDATE namesake_match_changes SET change = replace(change, '5000', '5001') WHERE position = 2"
ELSE = {
    "swapped": (SWAP, {3, 4}),
    "inserted at the end": ((INSERTED,), {99}),
    "the note of the end": (("UPDATE namesake_record_end SET hash = 'x'",), {5}),
    "the note of the end is gone": (("DELETE FROM namesake_record_end",), {5}),
    "salt": (("UPDATE namesake_record_details SET salt = salt || '0' WHERE number = 3",), {3}),
    "content": (("UPDATE namesake_record_details SET content = content || ' ' WHERE number = 2",), {2}),
    "whose detail it is": (("UPDATE namesake_record_details SET subject = 9 WHERE number = 4",), {4}),
    "a detail destroyed": (("DELETE FROM namesake_record_details WHERE number = 5",), {5}),
    "a detail inserted": (("INSERT INTO namesake_record_details VALUES (1, 'a', 'b', '', 0)",), {1}),
    "the record of the run": (("UPDATE namesake_runs SET record = replace(record, 'matches', 'catches')",), {2}),
    "a match": ((A_MATCH,), {4}),
    "a match gone": (("DELETE FROM namesake_match_changes WHERE position = 1",), {3}),
    "a run inserted": ((ANOTHER_RUN,), {0}),
}  # fmt: skip


@pytest.mark.parametrize(("statements", "expected"), ELSE.values(), ids=ELSE.keys())
def test_what_else(database: Database, record: Record, statements: tuple[str, ...], expected: set[int]) -> None:
    tampered(database, *statements)
    assert expected <= numbers(record)


def test_cut_off_with_the_note_of_the_end_made_to_fit(database: Database, record: Record) -> None:
    tampered(
        database,
        "DELETE FROM namesake_record WHERE number = 5",
        "DELETE FROM namesake_record_details WHERE number = 5",
        "UPDATE namesake_record_end SET number = 4, hash = (SELECT hash FROM namesake_record WHERE number = 4)",
    )
    (fault,) = record.verify().faults
    assert (fault.number, "cut off or rolled back" in fault.what) == (5, True)
    record.events.append([EventDraft("comment", "mallory")], T0)
    (fault,) = record.verify().faults
    assert (fault.number, "rewritten" in fault.what) == (5, True)


def test_without_a_checkpoint_it_is_said(record: Record, tmp_path: Path) -> None:
    (tmp_path / "checkpoints").unlink()
    audit = record.verify()
    assert audit.faults == ()
    assert audit.doubts == ("there is no checkpoint at all: nothing would tell that the end was cut off",)


def test_an_audit_goes_on_where_nothing_can_be_appended(database: Database, record: Record) -> None:
    tampered(database, "DELETE FROM namesake_record_end")
    audit = record.verify()
    assert [fault.number for fault in audit.faults] == [5]


@pytest.mark.parametrize("append", [False, True])
def test_what_is_verified_is_one_state(
    database: Database, record: Record, append: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody goes on recording while the record is verified."""
    from namesake.stores.database import snapshots

    original: Callable[..., object] = vars(snapshots)["checked_of"]

    def meanwhile(row: object) -> object:
        monkeypatch.setattr(snapshots, "checked_of", original)
        if append:
            record.events.append([EventDraft("comment", "jo", detail="more")], T0)
        return original(row)

    monkeypatch.setattr(snapshots, "checked_of", meanwhile)
    assert record.verify().faults == ()
    del database


def alert(number: int) -> AlertChange:
    of, rest = SubjectRef("visas", number), Rest("d" * 64, '{"born":["1970"]}')
    entries = (EntryRef("un", "", f"E-{number}"),)
    return AlertChange(
        "opened", None,
        Alert(0, of, f"un:E-{number}", "open", entries, 5000, 0.7, "review", rest, T0, T0, 1, why="new", woken=T0),
    )  # fmt: skip


@pytest.fixture
def decided(database: Database, record: Record) -> dict[str, int]:
    """Two alerts of hers, decided twice and once, with a comment and a file; the numbers of the events by name."""
    cases = DatabaseCases(database)
    found = {}

    def now(name: str) -> None:
        last = record.events.last()
        found[name] = last.number if last else 0

    cases.change(lambda: [alert(1), alert(2)], "", T0)
    now("opened")
    one, two = cases.alerts("visas")
    for reason in ("another birth date", "and another nationality"):
        (one, two) = cases.alerts("visas")
        given = Decision(0, one.id, "false_match", reason, "jo", T0, "in force", one.rest, until=T0.date())
        cases.decide([Ruling(one, replace(one, state="cleared", why=reason), given)], "jo", T0)
        now(reason)
    proposed = Decision(0, two.id, "true_match", "the same passport", "jo", T0, "proposed", two.rest)
    (made,) = cases.decide([Ruling(two, replace(two, state="proposed"), proposed)], "jo", T0)
    two = cases.some([two.id])[0]
    agreed = replace(made, state="in force", second="ana", second_at=T0, second_reason="seen it")
    cases.decide([Ruling(two, replace(two, state="confirmed"), agreed)], "ana", T0)
    now("agreed")
    cases.note(Comment(one.id, "jo\x1b", T0, "rang her bank", "", ""))
    now("comment")
    cases.note(Comment(one.id, "jo", T0, "", "f" * 64, "passport.pdf"))
    now("file")
    cases.change(lambda: [AlertChange("assigned", one, replace(cases.some([one.id])[0], assigned="ana"))], "jo", T0)
    now("assigned")
    return found


def test_decisions_untouched(record: Record, decided: dict[str, int]) -> None:
    audit = record.verify()
    assert (audit.faults, audit.doubts, audit.verified.unheld) == ((), (), 0)
    assert decided["assigned"] == record.verify().verified.events


DECISION = "UPDATE namesake_decisions SET {} WHERE id = {}"
HISTORY = "UPDATE namesake_alert_happenings SET {} WHERE alert = 1 AND position = {}"
ALERT = "UPDATE namesake_alerts SET {} WHERE id = {}"
COPIED = "INSERT INTO namesake_decisions SELECT 9, {} FROM namesake_decisions WHERE id = 3"
_NAMES = (
    "alert, judgement, reason, actor, at, state, digest, rest, until, second, second_at, second_reason, sampled,"
    " ended, bulk"
)
HAPPENED = (
    "INSERT INTO namesake_alert_happenings SELECT alert, 9, kind, at, run, actor, content"
    " FROM namesake_alert_happenings WHERE alert = 2 AND position = 1"
)
NOTED = "INSERT INTO namesake_comments VALUES (2, 1, 'jo', '2026-04-15T12:00:00+00:00', 'never said', '', '')"
CASES = {
    "judgement": (DECISION.format("judgement = 'true_match'", 2), "and another nationality"),
    "reason": (DECISION.format("reason = reason || '.'", 2), "and another nationality"),
    "reason-of-a-superseded-one": (DECISION.format("reason = 'because'", 1), "and another nationality"),
    "who": (DECISION.format("actor = 'ana'", 2), "and another nationality"),
    "when": (DECISION.format("at = '2026-04-14T12:00:00+00:00'", 2), "and another nationality"),
    "until": (DECISION.format("until = '2036-04-15'", 2), "and another nationality"),
    "until-never": (DECISION.format("until = NULL", 2), "and another nationality"),
    "of-which-alert": (DECISION.format("alert = 2", 2), "and another nationality"),
    "second-person": (DECISION.format("second = 'ben'", 3), "agreed"),
    "second-reason": (DECISION.format("second_reason = 'no idea'", 3), "agreed"),
    "second-when": (DECISION.format("second_at = NULL", 3), "agreed"),
    "sampled": (DECISION.format("sampled = 1", 3), "agreed"),
    "together": (DECISION.format("bulk = 1", 3), "agreed"),
    "state": (DECISION.format("state = 'refused'", 3), "agreed"),
    "state-of-a-superseded-one": (DECISION.format("state = 'in force'", 1), "and another nationality"),
    "why-it-ended": (DECISION.format("ended = 'an error'", 1), "and another nationality"),
    "rest": (DECISION.format("rest = '{}'", 3), "agreed"),
    "digest": (DECISION.format("digest = 'e'", 3), "agreed"),
    "decision-removed": ("DELETE FROM namesake_decisions WHERE id = 2", "and another nationality"),
    "decision-inserted": (COPIED.format(_NAMES), ""),
    "alert-state": (ALERT.format("state = 'cleared'", 2), "agreed"),
    "alert-bits": (ALERT.format("bits = 1", 2), "agreed"),
    "alert-score": (ALERT.format("score = 0.1", 2), "agreed"),
    "alert-entries": (ALERT.format("entries = '[]'", 2), "agreed"),
    "alert-rest": (ALERT.format("rest = '{}'", 2), "agreed"),
    "alert-due": (ALERT.format("due = '2036-04-15'", 2), "agreed"),
    "alert-assigned": (ALERT.format("assigned = 'ben'", 1), "assigned"),
    "alert-decision": (ALERT.format("decision = 1", 1), "assigned"),
    "alert-removed": ("DELETE FROM namesake_alerts WHERE id = 2", "agreed"),
    "history": (HISTORY.format("actor = 'ben'", 3), "and another nationality"),
    "history-content": (HISTORY.format("content = content || ' '", 4), "assigned"),
    "history-removed": ("DELETE FROM namesake_alert_happenings WHERE alert = 2 AND position = 1", "opened"),
    "history-inserted": (HAPPENED, ""),
    "comment": ("UPDATE namesake_comments SET content = 'rang nobody' WHERE position = 1", "comment"),
    "comment-who": ("UPDATE namesake_comments SET actor = 'ana' WHERE position = 1", "comment"),
    "comment-when": ("UPDATE namesake_comments SET at = 'yesterday' WHERE position = 1", "comment"),
    "comment-removed": ("DELETE FROM namesake_comments WHERE position = 1", "comment"),
    "comment-inserted": (NOTED, ""),
    "file": ("UPDATE namesake_comments SET attachment = '0' WHERE position = 2", "file"),
    "file-name": ("UPDATE namesake_comments SET name = 'x' WHERE position = 2", "file"),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "event"), CASES.values(), ids=CASES.keys())
def test_alerts_decisions_and_comments(
    database: Database, record: Record, decided: dict[str, int], statement: str, event: str
) -> None:
    tampered(database, statement)
    assert numbers(record) == {decided.get(event, 0)}


def test_what_an_earlier_release_recorded_is_said_not_to_be_looked_at(
    database: Database, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("namesake.stores.database.alerts.with_kept", lambda draft, _: draft)
    DatabaseCases(database).change(lambda: [alert(1), alert(2)], "", T0)
    tampered(database, ALERT.format("bits = 1", 2))
    audit = record.verify()
    assert audit.faults == ()
    assert [doubt.split(" ", 1)[0] for doubt in audit.doubts] == ["2"]
    tampered(database, "INSERT INTO namesake_alerts SELECT 9, population, 9, identity, state, entries, bits, score,"
             " band, digest, rest, opened, since, woken, run, times, why, assigned, due, decision, proofs"
             " FROM namesake_alerts WHERE id = 1")  # fmt: skip
    assert [fault.what for fault in record.verify().faults] == ["alert 9 is kept, but was never recorded"]
