"""The story of a subject: every chapter at its place in the record, and none after the moment that is asked for."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from namesake.review import storytelling as words
from namesake.review.chapters import Decided, Screened
from namesake.review.stories import Gathered, Papers, Story, Until, states, story
from namesake.values.cases import Alert, Comment, Decision, FieldChange, Happening, LegacyDecision, Rest
from namesake.values.entities import Entity, Skipped, Subject
from namesake.values.events import Event, EventKind, SubjectRef
from namesake.values.facts import PartialDate
from namesake.values.matches import Evidence, Explanation, ListedRef, Match
from namesake.values.names import Name
from namesake.values.populations import EnrolledSubject, SubjectChange
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord
from namesake.values.runs import Consulted, NotConsulted

T0 = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
ENTRY = EntryRef("watch", "", "W-1")
ME = "subject visas 1"


def at(hours: int) -> datetime:
    return T0 + timedelta(hours=hours)


def subject(version: int = 1, name: str = "Zorana Vexley", born: str = "1971-03-02") -> EnrolledSubject:
    day = date.fromisoformat(born)
    entity = Entity("A-1", "Person", (Name(name),), (PartialDate(day, day),))
    return EnrolledSubject("visas", "A-1", 1, version, f"{version}" * 64, Subject("A-1", entity), at(0))


def found(bits: int = 5 * 1024) -> Found:
    entity = Entity("W-1", "Person", (Name("Zorana VEXLEY"),))
    listed = ListedRef("watch", "", "", "W-1", "watch:W-1", "Zorana VEXLEY", "Person", entity)
    sums = (Evidence("name.word", "exact", "a", "a", bits + 1024), Evidence("gender", "unknown", "", "", 0))
    match = Match(listed, 0.97, bits, "strong", 1.0, Explanation(-1024, sums))
    return Found(1, ENTRY, "watch:W-1", bits, 0.97, "strong", msgspec.json.encode(match).decode())


def run(number: int, sequence: int = 1, version: str = "v1", **other: object) -> RunRecord:
    begun = RunBegun("visas", "list update", at(number), "m" * 64, "p" * 64, sequence)
    used = Consulted("watch", "", version, version * 32, date(2026, 4, 1), 3, 0)
    made = RunRecord(
        number, begun, "complete", at(number), lists=(used,), not_consulted=(NotConsulted("un", "not asked for"),)
    )
    return replace(made, **other)  # type: ignore[arg-type]  # any field


def event(number: int, kind: EventKind, *about: str, by: str = "", **facts: object) -> Event:
    return Event(number, at(number), kind, by, about, json.dumps(facts), "", "", "")


def alert(**other: object) -> Alert:
    made = Alert(
        1, SubjectRef("visas", 1), "watch:W-1", "cleared", (ENTRY,), 5120, 0.97, "strong", Rest("d" * 64, "{}"), at(3),
        at(3), 1,
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]  # any field


def happened(position: int, kind: str, before: str, after: str, by: str = "", why: str = "") -> Happening:
    return Happening(1, position, kind, at(position + 3), 0 if by else 1, by, before, after, why)


DECISION = Decision(
    4,
    1,
    "false_match",
    "born elsewhere",
    "ana",
    at(5),
    "in force",
    Rest("d" * 64, "{}"),
    None,
    "ben",
    at(6),
    "seen too",
)
ENROLLED = event(1, "enrolment", "population visas", "state 1", sequence=1)
RAN = event(2, "run", "run 1", "population visas", by="jo")
MATCHED = event(3, "match", "run 1", ME, became="new", position=1)
OPENED = event(4, "alert", "alert 1", "run 1", became="opened")
PROPOSED = event(5, "decision", "decision 4", "alert 1", by="ana", state="proposed")
AGREED = event(6, "decision", "decision 4", "alert 1", by="ben", state="in force")
NOTED = event(7, "comment", "alert 1", by="ana")
BROUGHT = event(8, "legacy decision", ME, by="ana")
HELD = event(9, "legal hold", ME, by="eve", held=True)
RAN_AGAIN = event(10, "run", "run 2", "population visas")
LOST = event(11, "match", "run 2", ME, became="gone", position=1)
CLOSED = event(12, "alert", "alert 1", "run 2", became="closed")
NEW_STATE = event(13, "withdrawal", "population visas", "state 2", sequence=2)

PAPERS = Papers(
    alert(),
    [DECISION],
    [
        happened(1, "opened", "", "open", why="screened for the first time"),
        happened(2, "decided", "open", "proposed", "ana", "ana proposed"),
        happened(3, "decided", "proposed", "cleared", "ben", "ana decided, ben agreed"),
        happened(4, "closed", "cleared", "closed", why="delisted"),
    ],
    [Comment(1, "ana", at(7), "called")],
)
WHOLE = Gathered(
    versions=[subject()],
    changes=[SubjectChange("added", 1, 1, at(1)), SubjectChange("withdrawn", 1, 2, at(13), "left")],
    runs=[run(1), run(2)],
    found=[(1, 1, Change("new", 1, ENTRY, None, found(), "screened for the first time")),
           (2, 1, Change("gone", 1, ENTRY, found(), None, "delisted"))],
    papers=[PAPERS],
    legacy=[LegacyDecision("visas", 1, "W-1", "cleared", "old", "op 7", "2024", "Old", "ana", at(8))],
    events=[ENROLLED, RAN, MATCHED, OPENED, PROPOSED, AGREED, NOTED, BROUGHT, HELD, RAN_AGAIN, LOST, CLOSED, NEW_STATE],
    reasons={9: "a lawsuit"},
)  # fmt: skip


def told(gathered: Gathered = WHOLE, until: int | None = None) -> Story:
    made = story(gathered, Until(until, at(until)) if until is not None else None)
    assert made
    return made


def kinds(made: Story) -> list[str]:
    return [type(one).__name__ for one in made.chapters]


EVERYTHING = [
    "Knew", "Screened", "Matched", "Became", "Decided", "Decided", "Noted", "Imported", "Recorded", "Screened",
    "Matched", "Became", "Knew",
]  # fmt: skip


def test_everything_is_told_in_the_order_of_the_record() -> None:
    made = told()
    assert kinds(made) == EVERYTHING
    assert [one.event for one in made.chapters] == list(range(1, 14))
    assert made.later == 0


@pytest.mark.parametrize("until", range(1, 14))
def test_as_it_stood_at_any_event(until: int) -> None:
    made = told(until=until)
    assert kinds(made) == EVERYTHING[:until]
    assert made.later == 13 - until
    assert words.title(made).endswith(f"UTC (event {until})")


def test_before_anything_was_known_there_is_no_story() -> None:
    assert story(WHOLE, Until(0, at(0))) is None


@pytest.mark.parametrize(
    ("until", "state", "matches", "said"),
    [
        pytest.param(3, None, 1, "1 match found, of which 1 stands: watch W-1 (97.0%)", id="found"),
        pytest.param(4, ("open", "screened for the first time"), 1, "nobody decided", id="opened"),
        pytest.param(5, ("proposed", "ana proposed"), 1, "last decision: ana proposed false_match.", id="proposed"),
        pytest.param(
            6, ("cleared", "ana decided, ben agreed"), 1, "ben agreed to false_match, which ana had", id="both"
        ),
        pytest.param(12, ("closed", "delisted"), 0, "which ana had proposed; it holds no longer.", id="closed"),
    ],
)
def test_how_it_stood(until: int, state: tuple[str, str] | None, matches: int, said: str) -> None:
    made = told(until=until)
    assert states(made) == ({1: state} if state else {})
    assert len(words.standing(made)) == matches
    assert said in " ".join(words.ending(made))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (0, "added, version 1 (111111111111); names Zorana Vexley; kind Person; birth dates 1971-03-02"),
        (1, ("run 1 (list update), by jo; against watch v1 (v1v1v1v1v1v1); not consulted: un (not asked for); "
            "model mmmmmmmmmmmm, policy pppppppppppp")),
        (2, ("a new match with watch W-1 Zorana VEXLEY; 97.0%, strong match; +5.0 bits: before any evidence −1.0, "
            "name +6.0, nothing from gender; screened for the first time")),
        (3, "watch:W-1 opened: screened for the first time"),
        (4, ("decision 4 on watch:W-1: ana proposed false_match; because “born elsewhere”; resting on evidence "
            "dddddddddddd")),
        (5, ("decision 4 on watch:W-1: ben agreed to false_match, which ana had proposed; because “seen too”; "
            "resting on evidence dddddddddddd")),
        (6, "ana: called"),
        (7, "unverified, from Old cleared on W-1 (op 7 on 2024) old"),
        (8, "eve put a legal hold on it; “a lawsuit”"),
        (9, "run 2 (list update); against the same list versions; the same sources not consulted"),
        (10, "the match with watch W-1 Zorana VEXLEY is gone; delisted"),
        (12, "withdrawn, version 1 (111111111111); because “left”"),
    ],
)  # fmt: skip
def test_in_words(place: int, said: str) -> None:
    assert list(words.lines(told()))[place].told == said


def test_runs_in_which_nothing_happened_are_one_chapter_that_counts() -> None:
    failed = run(4, state="failed", error="list-source-broken", lists=())
    skipped = run(5, version="v2", skipped=(Skipped("row-empty", "no name", key="A-1"),))
    runs = [*WHOLE.runs, run(3), failed, skipped, run(6, version="v2", flags=("far fewer matches",))]
    events = [event(20 + one.id, "run", f"run {one.id}", "population visas") for one in runs[2:]]
    gathered = replace(WHOLE, runs=runs, changes=WHOLE.changes[:1], events=[*WHOLE.events, *events])
    made = told(gathered)
    last = made.chapters[-1]
    assert isinstance(last, Screened)
    assert [one.run.id for one in last.runs] == [3, 4, 5, 6]
    line = list(words.lines(made))[-1]
    assert line.events == "23 to 26"
    for said in (
        "4 runs until 2026-04-01 18:00 UTC (runs 3 to 6: 4 list update)", "run 4 failed and screened nobody",
        "run 5 skipped the subject: no name", "watch in 2 versions, v1 to v2", "flagged: far fewer matches",
    ):  # fmt: skip
        assert said in line.told
    assert "covered by 6 runs, 1 of which failed" in words.ending(made)[0]
    assert [(one.what, one.where) for one in words.data(made)][1:3] == [
        ("watch v1", "runs 1 to 3"),
        ("watch v2", "runs 5 and 6"),
    ]


def test_a_run_of_a_state_in_which_the_subject_was_not_screened_is_none_of_its_story() -> None:
    runs = [run(1, 0), run(2), run(3, 2)]
    made = told(replace(WHOLE, runs=runs, found=()))
    assert [one.run.id for chapter in made.chapters if isinstance(chapter, Screened) for one in chapter.runs] == [2]


def test_a_new_version_tells_what_is_otherwise() -> None:
    changes = [WHOLE.changes[0], SubjectChange("changed", 2, 2, at(13))]
    made = told(replace(WHOLE, versions=[subject(), subject(2, "Zorana Veltani")], changes=changes))
    assert list(words.lines(made))[-1].told == (
        "changed, version 2 (222222222222); names no longer Zorana Vexley, now Zorana Veltani"
    )
    assert made.subject.version == 2
    assert told(replace(WHOLE, versions=[subject(), subject(2)], changes=changes), 12).subject.version == 1


def test_what_is_older_than_the_record_is_told_by_its_time_and_counted() -> None:
    gathered = replace(WHOLE, events=[one for one in WHOLE.events if one.number > 3])
    made = told(gathered)
    assert kinds(made)[:3] == ["Knew", "Screened", "Matched"]
    assert words.ending(made)[-1].endswith("happened before there was a record, and no event vouches for it.")
    assert kinds(told(gathered, 4))[-1] == "Became"


def test_what_changed_in_an_alert_is_told_field_by_field() -> None:
    field = FieldChange("entry", "watch W-1: birth dates", ("1971",), ("1972",), material=True)
    again = replace(
        happened(4, "re-opened", "cleared", "open", why="the entry changed"),
        fields=(field,),
        bits_before=5120,
        bits_after=6144,
    )
    papers = replace(PAPERS, happenings=[*PAPERS.happenings[:3], again])
    made = list(words.lines(told(replace(WHOLE, papers=[papers]))))[11].told
    assert made == (
        "watch:W-1 re-opened: the entry changed; +5.0 → +6.0 bits; watch W-1: birth dates no longer 1971, now 1972"
    )


def test_what_was_destroyed_is_said() -> None:
    decision = replace(DECISION, reason="", second_reason="", rest=Rest("", ""))
    made = list(words.lines(told(replace(WHOLE, papers=[replace(PAPERS, decisions=[decision])]))))
    assert made[4].told.endswith("the reason was destroyed; what it rested on was destroyed")


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ((), "no run"),
        ((3,), "run 3"),
        ((1, 2, 3), "runs 1 to 3"),
        ((7, 1, 2), "runs 1, 2 and 7"),
        ((9, 1, 2, 3), "runs 1 to 3 and 9"),
    ],
)
def test_ranges_of_runs(runs: tuple[int, ...], said: str) -> None:
    from namesake.review.chapter_words import run_numbers

    assert run_numbers(runs) == said


def test_a_step_of_a_decision_knows_nothing_of_what_came_later() -> None:
    ended = replace(DECISION, state="ended", ended="re-opened")
    gathered = replace(WHOLE, papers=[replace(PAPERS, decisions=[ended])])
    first, second = (one.decision for one in told(gathered).chapters if isinstance(one, Decided))
    assert (first.state, first.second, first.second_reason, first.ended) == ("proposed", "", "", "")
    assert (second.state, second.second, second.ended) == ("in force", "ben", "")
