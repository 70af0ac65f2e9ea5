"""Alerts against detection for every threshold, and pairs near the line for a person to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from namesake.evaluation.cases import INNOCENT_DATED, Case
from namesake.evaluation.draw import rank
from namesake.evaluation.rates import Rate
from namesake.evaluation.seen import Hit, Seen

FLOOR = 0.05
"""The lowest threshold of the curve: pairs below it are not looked for."""

STEPS = (*(number / 100 for number in range(5, 100, 5)), 0.98, 0.99)
"""The thresholds of the curve."""

NEAR = 0.2
"""How far from the line, as a difference of scores, pairs are drawn for review."""


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold would mean: detection of all listed names, of minor variations, and false alerts."""

    threshold: float
    detection: Rate
    minor: Rate
    names_only: Rate
    dated: Rate


@dataclass(frozen=True, slots=True)
class Near:
    """A pair near the line. `listed` says whether the deck expects it."""

    side: Literal["above", "below"]
    case: Case
    hit: Hit
    listed: bool


def curve(seen: Sequence[Seen], steps: Sequence[float] = STEPS) -> tuple[Point, ...]:
    """One point a threshold; `seen` must come from a run whose threshold is not above the lowest of them."""
    listed = [(item.found_from(), item.case.severity) for item in seen if not item.case.innocent]
    people = [(item.alerts_from(), item.case) for item in seen if item.case.innocent]
    every = [score for score, _ in listed]
    minor = [score for score, severity in listed if severity == "minor"]
    dated = [score for score, case in people if case.kind == INNOCENT_DATED]
    names = [score for score, case in people if case.kind != INNOCENT_DATED]
    return tuple(Point(step, *(_from(scores, step) for scores in (every, minor, names, dated))) for step in steps)


def near_the_line(seen: Sequence[Seen], threshold: float, sample: int, seed: int) -> tuple[Near, ...]:
    """At most `sample` pairs just above and as many just below the threshold, drawn fairly, strongest first."""
    found = [near for item in seen for near in _near(item, threshold)]
    chosen = []
    for side in ("above", "below"):
        mine = [near for near in found if near.side == side]
        mine.sort(key=lambda near: rank(seed, near.case.id, near.hit.entry))
        chosen += sorted(mine[:sample], key=lambda near: (-near.hit.score, near.case.id))
    return tuple(chosen)


def _near(item: Seen, threshold: float) -> Iterator[Near]:
    for hit in item.hits:
        if threshold - NEAR <= hit.score < threshold + NEAR:
            side: Literal["above", "below"] = "above" if hit.score >= threshold else "below"
            yield Near(side, item.case, hit, hit.entry in item.case.expect)


def _from(scores: Sequence[float | None], least: float) -> Rate:
    return Rate(sum(score is not None and score >= least for score in scores), len(scores))
