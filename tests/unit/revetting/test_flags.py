"""A run with far fewer matches than its history is flagged."""

from datetime import UTC, datetime

import pytest

from namesake.revetting.changes import Counts
from namesake.revetting.flags import flags
from namesake.values.revets import RunBegun, RunRecord, RunState

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def run(matches: int, subjects: int = 1_000, state: RunState = "complete") -> RunRecord:
    begun = RunBegun("all", "list update", NOW, "m", "p")
    return RunRecord(1, begun, state, NOW, matches=matches, subjects=subjects)


USUAL = [run(100), run(104), run(97)]


@pytest.mark.parametrize(
    ("matches", "covered", "history", "flagged"),
    [
        pytest.param(98, 1_000, USUAL, False, id="as-ever"),
        pytest.param(60, 1_000, USUAL, False, id="fewer"),
        pytest.param(40, 1_000, USUAL, True, id="far-fewer"),
        pytest.param(0, 1_000, USUAL, True, id="none"),
        pytest.param(40, 400, USUAL, False, id="fewer-subjects"),
        pytest.param(0, 0, USUAL, False, id="nobody-left"),
        pytest.param(0, 1_000, [], False, id="no-history"),
        pytest.param(1, 1_000, [run(5), run(6)], False, id="few-vary-by-chance"),
        pytest.param(40, 1_000, [run(0, state="failed"), *USUAL], True, id="failed-runs-say-nothing"),
        pytest.param(40, 1_000, [*[run(50)] * 10, *[run(100)] * 20], False, id="the-last-ten-count"),
        pytest.param(900, 1_000, USUAL, False, id="more"),
    ],
)
def test_flagged(matches: int, covered: int, history: list[RunRecord], flagged: bool) -> None:
    assert bool(flags(Counts(matches=matches), covered, history)) == flagged


def test_what_is_said() -> None:
    (said,) = flags(Counts(matches=1_200), 20_000, [run(4_000, 20_000)])
    assert said == (
        "far fewer matches than before: 1,200, where 4,000 would be usual for 20,000 subjects "
        "(the median of 1 complete run)"
    )
