"""Whether a score of 0.7 is right seven times in ten: pairs in ten bins of equal width."""

from collections.abc import Sequence
from typing import Any

from namesake.evaluation.rates import Rate

BINS = 10
Json = dict[str, Any]


def table(items: Sequence[Json]) -> list[Json]:
    """Of every bin its pairs, their mean score, and the share of them that are the same party, with its interval."""
    bins: list[list[Json]] = [[] for _ in range(BINS)]
    for item in items:
        bins[min(int(item["score"] * BINS), BINS - 1)].append(item)
    return [_row(number, held) for number, held in enumerate(bins)]


def _row(number: int, held: Sequence[Json]) -> Json:
    rate = Rate(sum(bool(item["label"]) for item in held), len(held))
    score = sum(item["score"] for item in held) / len(held) if held else None
    return {
        "from": number / BINS, "to": (number + 1) / BINS, "pairs": len(held), "mean_score": score,
        "same": {"value": rate.value, "low": rate.low, "high": rate.high},
    }  # fmt: skip
