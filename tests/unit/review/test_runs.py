"""Runs in words."""

from datetime import UTC, date, datetime

import pytest

from namesake.review.runs import heard, ledger, reason, scores, summary
from namesake.values.revets import Canary, Change, EntryRef, EvidenceChange, Found, RunBegun, RunRecord
from namesake.values.runs import Consulted, NotConsulted

NOW = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
ENTRY = EntryRef("un", "", "1")
BEFORE, AFTER = (Found(1, ENTRY, "un:1", bits, score, "review", "{}") for bits, score in ((2048, 0.8), (4096, 0.94)))
RUN = RunRecord(
    7, RunBegun("visas", "list update", NOW, "m", "p"), "complete", NOW,
    lists=(Consulted("un", "", "2026-05-19", "h", date(2026, 5, 19), 9, 1, stale=True),),
    not_consulted=(NotConsulted("eu_fsf", "no version has been added"),),
    subjects=1200, matches=3, distinct_subjects=1, distinct_identities=2, new=1, gone=2, unchanged=2,
    canaries=tuple(Canary("un", script, "found") for script in ("Latn", "Cyrl")),
)  # fmt: skip


def test_a_run_is_counted_honestly() -> None:
    assert summary(RUN) == (
        "visas (list update): 1,200 subjects re-vetted against un of 2026-05-19 (stale): 1 new, 0 changed, 2 gone, "
        "2 unchanged; 3 matches stand, of 1 subject with 2 listed identities; 1 source not consulted."
    )


def test_the_ledger_names_what_was_used_and_what_was_not() -> None:
    assert ledger(RUN) == [
        ("un", "2026-05-19", "1 day old, stale"),
        ("eu_fsf", "not consulted", "no version has been added"),
    ]


def test_canaries() -> None:
    assert heard(RUN) == "All canaries were found: 2 scripts in 1 list."


@pytest.mark.parametrize(
    ("change", "score", "why"),
    [
        pytest.param(Change("new", 1, ENTRY, None, AFTER, "the entry is new"), "94.0%", "the entry is new", id="new"),
        pytest.param(Change("gone", 1, ENTRY, BEFORE, None, "delisted"), "80.0%", "delisted", id="gone"),
        pytest.param(
            Change(
                "changed", 1, ENTRY, BEFORE, AFTER, "the entry changed",
                (EvidenceChange("birth_date", None, 2048), EvidenceChange("gender", 512, 512)),
            ),
            "80.0% → 94.0%",
            "the entry changed: birth_date none → +2.0; gender +0.5, other values",
            id="changed",
        ),
    ],
)  # fmt: skip
def test_a_change(change: Change, score: str, why: str) -> None:
    assert (scores(change), reason(change)) == (score, why)
