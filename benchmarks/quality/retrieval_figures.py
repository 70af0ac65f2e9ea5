"""Figures of retrieval: how many queries find their target at a given share of innocents alerted."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from benchmarks.processes import BenchmarkFailedError
from benchmarks.quality import culture_figures
from benchmarks.quality.harness import Retrieval
from benchmarks.quality.intervals import Measured, bootstrap, numbered
from benchmarks.quality.slices import SMALLEST, detected
from benchmarks.quality.weighted import Values, Weights, detection, threshold_at

SHARES = (0.005, 0.01)
AGREE = 1e-9
_SYNTHETIC = "yente"
"""Innocents of this source are too easy; the harness leaves them out of its thresholds as well."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Queries:
    scores: Values
    about: Sequence[str]


def figures(found: Retrieval, asked: Mapping[str, Json], cultures: Mapping[str, str]) -> Json:
    """Detection by kind of query at each share; detection and alerts at the default threshold by category and culture.

    `asked` are the queries by id; `cultures` says which name culture a nationality has.
    """
    queries = [_asked(item, asked[item["id"]]) for item in found.details if "kind" in item]
    tops = np.sort([item["top"][1] for item in found.details if _innocent(item)])[::-1].astype(float)
    _check(found, queries, tops)
    default = found.result["points"]["default"]
    threshold = default["threshold"]
    return {
        "index": found.index,
        "extra": found.extra,
        "entities": found.result["entities"],
        "innocents": len(tops),
        "default_threshold": threshold,
        "alerts_per_1000": default["alerts_per_1000"]["ALL real+common"]["alerted"],
        "kinds": {kind: _of_kind(items, tops, threshold) for kind, items in _kinds(queries).items()},
        "categories": _categories(queries, threshold),
        "alerts": culture_figures.alerts(found.details, threshold),
        "detection": culture_figures.detection(
            [item for item in queries if item["schema"] == "Person"], cultures, threshold
        ),
    }


def _asked(item: Json, query: Json) -> Json:
    nationalities = query.get("extra", {}).get("nationality", [])
    return {**item, "target": query["targets"][0], "schema": query["schema"], "nationalities": nationalities}


def _kinds(queries: Sequence[Json]) -> dict[str, list[Json]]:
    kinds = sorted({item["kind"] for item in queries})
    return {"ALL": list(queries)} | {kind: [item for item in queries if item["kind"] == kind] for kind in kinds}


def _categories(queries: Sequence[Json], threshold: float) -> list[Json]:
    found: dict[tuple[str, str], list[Json]] = {}
    for item in queries:
        found.setdefault((item["kind"], item["category"]), []).append(item)
    return [
        {"kind": kind, "category": category, "queries": len(items),
         "detection": detected([item["target"] for item in items], [item["score"] for item in items], threshold)}
        for (kind, category), items in sorted(found.items())
        if len(items) >= SMALLEST
    ]  # fmt: skip


def _check(found: Retrieval, queries: Sequence[Json], tops: Values) -> None:
    """Our measure and the harness's must be one. Raises `BenchmarkFailedError`."""
    scores = np.array([item["score"] for item in queries])
    for share in SHARES:
        ours = detection(scores, np.ones(len(scores)), threshold_at(tops, np.ones(len(tops)), share))
        theirs = found.result["points"][f"fpr{share}"]["detection"]["ALL"]["rate"]
        if abs(ours - theirs) > AGREE:
            raise BenchmarkFailedError(f"detection at {share:.1%} is {ours}, but {theirs} in the harness")


def _of_kind(items: Sequence[Json], tops: Values, threshold: float) -> Json:
    queries = _Queries(np.array([item["score"] for item in items]), [item["target"] for item in items])
    reached = int(np.sum(queries.scores >= threshold))
    return {
        "queries": len(items),
        "at_default": reached / len(items),
        **{f"at_{share:.1%}": asdict(_at(queries, tops, share)) for share in SHARES},
    }


def _at(queries: _Queries, tops: Values, share: float) -> Measured:
    def measure(ours: Weights, innocent: Weights) -> float:
        return detection(queries.scores, ours, threshold_at(tops, innocent, share))

    return bootstrap([numbered(queries.about), np.arange(len(tops))], measure)


def _innocent(item: Json) -> bool:
    return "top" in item and not str(item["source"]).startswith(_SYNTHETIC)
