"""The page of a standing: complete, self-contained, printable, and safe whatever lists and runs hold."""

import re
from datetime import UTC, date, datetime

import pytest

from namesake.reports.status_document import status_document
from namesake.reports.status_page import completed, status_page, used
from namesake.values.revets import RunBegun
from namesake.values.runs import NotConsulted
from namesake.values.standings import (
    Alarm,
    Clock,
    Failing,
    PopulationStanding,
    RunStanding,
    SourceStanding,
    Standing,
    Tally,
    TurnedAway,
    Unfinished,
)

NOW = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>\"'&{{ 7 * 7 }}\u202e=cmd"
EMPTY = Standing(NOW, "namesake 1", "model", "ab" * 32, "default", "cd" * 32, "")


def clock(age: int | None, limit: int, kind: str = "list") -> Clock:
    return Clock(kind, HOSTILE, (HOSTILE,), NOW.date(), age, limit, NOW, overdue=age is None or age > limit)


FULL = Standing(
    NOW, HOSTILE, HOSTILE, "ab" * 32, HOSTILE, "cd" * 32, HOSTILE,
    alarms=(Alarm("act", "run-failed", HOSTILE, HOSTILE, HOSTILE), Alarm("look", "x", "y", "z.")),
    clocks=(clock(None, 7, "everybody"), clock(99, 7), clock(3, 7), clock(0, 0)),
    sources=(
        SourceStanding(
            HOSTILE, HOSTILE, NOW.date(), NOW, 1200, 3, 7, 14, (HOSTILE,), overdue=True, stale=True, filtered=True,
            turned_away=TurnedAway(HOSTILE, date(2026, 5, 19), NOW, "held-back"), unreachable=NOW, broken=True,
        ),
        SourceStanding("nothing"),
    ),
    populations=(
        PopulationStanding(
            "visas", 1000, 12, 990, 41, NOW, (HOSTILE,), (("un", "1"),), (NotConsulted(HOSTILE, HOSTILE),), HOSTILE,
            (HOSTILE,), Failing(2, NOW, HOSTILE, HOSTILE), Unfinished(3, RunBegun("visas", "periodic", NOW, "m", "p")),
            312, Tally(312, 44, 280, 190), "ef" * 32,
        ),
        PopulationStanding("crews", 0, 0),
    ),
    runs=(
        RunStanding(41, "visas", "complete", "list update", NOW, 137, 1000, 12, 312, 3, 0, 1, 0, 42, everything=False),
        RunStanding(40, "visas", "failed", "periodic", NOW, 1, 0, 0, 0, 0, 0, 0, 0, 0, everything=True, error=HOSTILE),
    ),
    not_added=(HOSTILE,),
)  # fmt: skip


def page(found: Standing) -> str:
    return "".join(status_page(found))


def test_hostile_text_is_only_text() -> None:
    shown = page(FULL)
    assert "<script" not in shown
    assert "{{ 7 * 7 }}" in shown  # as it is, not evaluated
    assert "\u202e" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize("found", [FULL, EMPTY], ids=["full", "empty"])
def test_a_page_needs_nothing_from_outside(found: Standing) -> None:
    shown = page(found)
    assert not re.search(r"""(?:src|href)\s*=|@import|url\(|https?://""", shown)
    assert "default-src 'none'" in shown
    assert "ab" * 32 in shown
    assert "cd" * 32 in shown


def test_everything_is_on_the_page() -> None:
    shown = re.sub(r"<[^>]+>", " ", page(FULL))
    for text in ("1,200", "of 4 that the policy sets", "312", "280", "190", "3 new, 1 gone", "2 min", "137", "ef" * 32):
        assert (text in shown) == (text != "137"), text
    assert "Seen by" in shown
    assert "8:30 UTC" in shown


def test_where_there_is_nothing_it_is_said() -> None:
    shown = page(EMPTY)
    assert "Nobody is under recurrent screening" in shown
    assert "The policy sets no clock" in shown
    assert "No version of any list was ever added" in shown
    assert "Last runs" not in shown


@pytest.mark.parametrize(
    ("found", "share"),
    [
        pytest.param(clock(3, 6), 0.5, id="half"),
        pytest.param(clock(9, 6), 1.5, id="beyond"),
        pytest.param(clock(None, 6), 2.0, id="never"),
        pytest.param(clock(0, 0), 0.0, id="of-today"),
        pytest.param(clock(1, 0), 2.0, id="must-be-of-today"),
    ],
)
def test_the_share_used(found: Clock, share: float) -> None:
    assert used(found) == share


def test_the_share_screened() -> None:
    assert completed(PopulationStanding("a", 0, 0)) == 0.0
    assert completed(PopulationStanding("a", 8, 0, 2)) == 25.0


def test_the_document() -> None:
    found = status_document(FULL)
    assert (found["format"], found["urgency"]) == ("namesake.status/1", "act")
    assert found["at"] == "2026-05-20T08:30:00Z"
    assert {"alarms", "clocks", "sources", "populations", "runs", "not_added", "policy_hash"} <= set(found)
