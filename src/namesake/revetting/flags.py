"""What a supervisor should look at, although a run is complete."""

from collections.abc import Sequence
from statistics import median

from namesake.revetting.changes import Counts
from namesake.values.revets import RunRecord

LOOKED_BACK = 10
"""How many complete runs make the history that a run is held against."""
SHARE = 0.5
"""Fewer matches for a subject than this share of what is usual are far fewer ..."""
DEVIATIONS = 3.0
"""... where they also are so many times the square root below what is expected: few matches vary much by chance."""


def flags(counts: Counts, covered: int, history: Sequence[RunRecord]) -> tuple[str, ...]:
    """What is said of a run; `covered` are the subjects that it covers, `history` earlier runs, the latest first."""
    usual = _usual(history)
    expected = usual * covered
    if counts.matches >= SHARE * expected or expected - counts.matches <= DEVIATIONS * expected**0.5:
        return ()
    runs = len(_complete(history))
    said = f"far fewer matches than before: {counts.matches:,}, where {expected:,.0f} would be usual for {covered:,} "
    return (f"{said}subjects (the median of {runs} complete {'run' if runs == 1 else 'runs'})",)


def _usual(history: Sequence[RunRecord]) -> float:
    """Matches for each subject, in the median of the complete runs."""
    shares = [run.matches / run.subjects for run in _complete(history)]
    return median(shares) if shares else 0.0


def _complete(history: Sequence[RunRecord]) -> list[RunRecord]:
    return [run for run in history if run.state == "complete" and run.subjects][:LOOKED_BACK]
