"""The quick form: a sample of the pairs against fixed minimums, in seconds. It keeps nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality import harness, pair_figures
from benchmarks.quality.adapter import Engine
from benchmarks.quality.explained import with_explanations
from benchmarks.quality.weighted import average_precision, calibration_error, f1

ENTITIES = 60
"""So many entities of each set, with all their pairs, chosen by hash."""

LEAST = {"mean F1": 0.82, "mean AP": 0.90, "calibration": 0.94}
"""What is asked for; calibration is 1 less the expected error over pairs within reach. Below what the sample has by
what a change of a few pairs can do; the bars of the full measurement: `docs/explanation/what-stands-between.md`."""

Json = dict[str, Any]


def main(bench: Path) -> int:
    """Print the figures; 1 where one is below its minimum."""
    found = figures(sampled(bench))
    for name, value in found.items():
        print(f"{name:12} {value:.3f}  (at least {LEAST[name]:.3f})")
    return 1 if any(value < LEAST[name] for name, value in found.items()) else 0


def sampled(bench: Path) -> dict[str, list[Json]]:
    """The pairs of some entities of every set."""
    found = {}
    for path in sorted((bench / "cases").glob("*.dev.jsonl")):
        items = [item for item in harness.lines(path) if not item.get("undecidable")]
        chosen = sorted({item["group"] for item in items}, key=_hash)[:ENTITIES]
        found[path.name.removesuffix(".jsonl")] = [item for item in items if item["group"] in set(chosen)]
    return {name: items for name, items in found.items() if items and not name.startswith(pair_figures.LEFT_OUT)}


def figures(cases: Mapping[str, Sequence[Json]]) -> dict[str, float]:
    """The means over sets, and calibration over all pairs."""
    scored = with_explanations(cases)
    ordered = [pair_figures.ordered(items) for items in scored.values()]
    reached = pair_figures.ordered([item for items in scored.values() for item in items if item["reachable"]])
    threshold = Engine.default_threshold
    return {
        "mean F1": sum(f1(own, own.labels * 0 + 1, threshold) for own in ordered) / len(ordered),
        "mean AP": sum(average_precision(own, own.labels * 0 + 1) for own in ordered) / len(ordered),
        "calibration": 1 - calibration_error(reached, reached.labels * 0 + 1),
    }


def _hash(group: str) -> bytes:
    return hashlib.sha256(group.encode()).digest()
