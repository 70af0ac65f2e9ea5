"""The geometry of a waterfall: from the prior over every finding to the total, on one scale."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from namesake.review import narrate
from namesake.values.matches import BIT, Evidence, Explanation

StepKind = Literal["prior", "for", "against", "nothing", "total"]


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: `start` and `end` are places on the scale, from 0 (left end) to 1 (right end)."""

    kind: StepKind
    text: str
    bits: int
    start: float
    end: float
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The bars from top to bottom, and where on the scale even odds (0 bits) and the bands begin."""

    steps: tuple[Step, ...]
    even: float
    review: float
    strong: float


def waterfall(explanation: Explanation, review_from: float, strong_from: float) -> Waterfall:
    """The waterfall of an explanation; the scale spans every running total and the bands."""
    marks = (bits_of(review_from), bits_of(strong_from))
    totals = list(_totals(explanation))
    low, high = min(0.0, *totals, *marks), max(0.0, *totals, *marks)
    margin = max((high - low) * 0.06, 1.0)
    low, high = low - margin, high + margin

    def place(bits: float) -> float:
        return (bits - low) / (high - low)

    steps = (
        Step("prior", "Before any comparison", explanation.prior, place(0), place(explanation.prior)),
        *_findings(explanation, [place(total) for total in totals]),
        Step("total", "Together", explanation.bits, place(0), place(explanation.bits)),
    )
    return Waterfall(steps, place(0), place(marks[0]), place(marks[1]))


def bits_of(score: float) -> float:
    """The sum of evidence that belongs to a probability, in 1/1024 bit; 0 and 1 are taken a little inside."""
    inside = min(max(score, 1e-6), 1 - 1e-6)
    return math.log2(inside / (1 - inside)) * BIT


def _totals(explanation: Explanation) -> Iterator[int]:
    total = explanation.prior
    yield total
    for item in explanation.evidence:
        total += item.bits
        yield total


def _findings(explanation: Explanation, places: list[float]) -> Iterator[Step]:
    for at, item in enumerate(explanation.evidence):
        kind: StepKind = "for" if item.bits > 0 else "against" if item.bits < 0 else "nothing"
        yield Step(kind, narrate.sentence(item), item.bits, places[at], places[at + 1], item)
