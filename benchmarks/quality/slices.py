"""Pairs and queries by script, category and whatever else: what is found, what is falsely found, with intervals."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from benchmarks.quality.intervals import bootstrap, numbered
from benchmarks.quality.weighted import Weights
from namesake.evaluation.rates import Rate

SMALLEST = 10
"""Slices of fewer pairs or queries are left out: their interval says nothing."""

Json = dict[str, Any]


def by_scripts(cases: Mapping[str, Sequence[Json]], threshold: float) -> list[Json]:
    """All sets together, by the pair of scripts."""
    return _sliced([item for items in cases.values() for item in items], lambda item: item["scripts"], threshold)


def by_category(cases: Mapping[str, Sequence[Json]], threshold: float) -> list[Json]:
    """Every set by the categories (kinds of alias, classes of perturbation) that it declares."""
    return [
        {"set": name, **row}
        for name, items in cases.items()
        for row in _sliced(items, lambda item: item["category"], threshold)
    ]


def detected(about: Sequence[str], scores: Iterable[float], threshold: float) -> Json:
    """The share that reaches the threshold, with its interval over the entities `about` which they are (Wilson's over
    entities where all or none do, of which a bootstrap would make certainty)."""
    hit = np.array([score >= threshold for score in scores], float)
    if hit.all() or not hit.any():
        entities = len(set(about))
        rate = Rate(entities if hit.all() else 0, entities)
        return {"value": rate.value, "low": rate.low, "high": rate.high}

    def share(weights: Weights) -> float:
        return float(np.sum(weights * hit) / max(float(np.sum(weights)), 1e-12))

    return asdict(bootstrap([numbered(about)], share))


def _sliced(items: Sequence[Json], key: Callable[[Json], str], threshold: float) -> list[Json]:
    slices: dict[str, list[Json]] = defaultdict(list)
    for item in items:
        slices[key(item)].append(item)
    rows = [_row(name, slices[name], threshold) for name in sorted(slices)]
    return [row for row in rows if "detection" in row or "false" in row]


def _row(name: str, items: Sequence[Json], threshold: float) -> Json:
    row: Json = {"slice": name}
    for count, rate, label in (("same", "detection", True), ("different", "false", False)):
        kept = [item for item in items if bool(item["label"]) is label]
        if len(kept) >= SMALLEST:
            row[count] = len(kept)
            row[rate] = detected([item["group"] for item in kept], [item["score"] for item in kept], threshold)
    return row
