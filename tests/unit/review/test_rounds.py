"""Rounds of a watch in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from namesake.errors import DownloadError, StoreUnusableError, VersionRefusedError
from namesake.review.rounds import line
from namesake.values.revets import EntryRef, RunBegun, RunRecord
from namesake.values.rounds import Concerned, PopulationTold, Round, SourceTold

AT = datetime(2026, 4, 15, 10, tzinfo=UTC)


def told(new: int = 0, changed: int = 0, gone: int = 0, *flags: str) -> PopulationTold:
    begun = RunBegun("visas", "own finding", AT, "m", "p")
    record = RunRecord(7, begun, "complete", AT, matches=14, new=new, changed=changed, gone=gone, flags=flags)
    entry = EntryRef("table", "own", "W-1")
    concerned = tuple(Concerned("new", f"V-{n}", entry, 0.9, "review", "") for n in range(1, new + 1))
    return PopulationTold("visas", record, concerned)


SOURCES = (
    SourceTold("un", "unchanged", "un", "2026-04-01"),
    SourceTold("ofac", "in-force", "ofac@sdn", "2026-04-15"),
    SourceTold("eu", "held-back", "eu", "2026-04-14", VersionRefusedError("same date")),
    SourceTold("gb", "failed", error=DownloadError("no answer")),
    SourceTold("fr", "resting"),
)
FAILED = PopulationTold("crews", error=StoreUnusableError("gone"))


@pytest.mark.parametrize(
    ("done", "said"),
    [
        pytest.param(
            Round(1, AT, AT, True, SOURCES[:1], (told(),)),
            "round 1: 1 source asked: nothing new; visas (own finding): nothing changed, 14 matches stand.",
            id="nothing",
        ),
        pytest.param(
            Round(2, AT, AT, True, SOURCES, (told(1, 2, 3, "far fewer"), FAILED), pause=1_800),
            "round 2: 4 sources asked: ofac@sdn 2026-04-15 in force, eu 2026-04-14 held back (list-version-refused), "
            "gb failed (list-download), fr left alone for a while; visas (own finding): 1 new (V-1 ~ table@own W-1), "
            "2 changed, 3 gone, 14 matches stand, 1 flag; crews failed (store-unusable). Next at 10:30.",
            id="everything",
        ),
        pytest.param(
            Round(6, AT, AT, False, (), (replace(told(), unsettled="the disk is full"),)),
            "round 6: no publisher asked; visas (own finding): nothing changed, 14 matches stand, "
            "the end of the record not noted.",
            id="no-checkpoint",
        ),
        pytest.param(
            Round(3, AT, AT, False, (), (told(5),)),
            "round 3: no publisher asked; visas (own finding): 5 new (V-1 ~ table@own W-1, V-2 ~ table@own W-1, "
            "V-3 ~ table@own W-1, 2 more), 14 matches stand.",
            id="many",
        ),
        pytest.param(
            Round(4, AT, AT + timedelta(minutes=1), False, (), (), StoreUnusableError("away"), 86_400),
            "round 4: no publisher asked; nobody could be re-vetted (store-unusable). Next at 2026-04-16 10:01.",
            id="no-store",
        ),
        pytest.param(
            Round(5, AT, AT, False, (), ()),
            "round 5: no publisher asked; there is no population to re-vet.",
            id="no-population",
        ),
        pytest.param(
            Round(6, AT, AT, False, (), (PopulationTold("visas", told().record, (), (3, 4)),)),
            "round 6: no publisher asked; visas (own finding): nothing changed, 14 matches stand (run 3, 4 had been "
            "killed).",
            id="killed-before",
        ),
    ],
)
def test_a_round_is_one_line(done: Round, said: str) -> None:
    assert line(done) == f"2026-04-15 10:00 UTC, {said}"
