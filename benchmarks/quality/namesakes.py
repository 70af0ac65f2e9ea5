"""Expected namesakes against the innocents: is "one person in 41,000 would match at least this well" true?

For every true match of a query with the entry it is about, the prediction stands in the match. Observed is the share of
all innocents who reach at least as many bits with that same entry. Queries are not chosen by what innocents do, so the
comparison is fair also where nobody matches. Names only.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.adapter import Engine
from benchmarks.quality.intervals import Measured, bootstrap, numbered
from benchmarks.quality.weighted import Weights

MILLION = 1e6
LIMITS = (1.0, 10.0, 100.0, 1000.0)
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """True matches: whom each is about, what it predicts per million, and the bits that it reached. `rows` and
    `columns` are the pairs of a match and an innocent who reaches as many bits with the same entry."""

    about: Sequence[str]
    predicted: NDArray[np.float64]
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]


def figures(engine: Engine, queries: Sequence[Json], innocents: Sequence[Json]) -> Json:
    """By culture of the innocents, and by the size of the prediction."""
    found = sample(engine, queries, innocents)
    culture = np.array([item["culture"] for item in innocents])
    return {
        "matches": len(found.about),
        "innocents": len(innocents),
        "all": _compared(found, np.ones(len(found.about), bool), np.ones(len(innocents), bool)),
        "cultures": [
            {"culture": str(name), **_compared(found, np.ones(len(found.about), bool), culture == name)}
            for name in np.unique(culture)
        ],
        "sizes": list(_by_size(found, len(innocents))),
    }


def sample(engine: Engine, queries: Sequence[Json], innocents: Sequence[Json]) -> Sample:
    """The matches of queries with their targets at the default threshold, and the innocents that do as well."""
    listed: dict[str, list[tuple[int, int]]] = {}
    for number, item in enumerate(innocents):
        for match in engine.matches({"name": [item["name"]]}, item["schema"]):
            if match.score >= engine.default_threshold:
                listed.setdefault(match.entry.entry_id, []).append((-match.bits, number))
    about: list[str] = []
    predicted: list[float] = []
    rows: list[int] = []
    columns: list[int] = []
    for item in queries:
        found = engine.matches({"name": [item["name"]]}, item["schema"])
        best = next((match for match in found if match.entry.entry_id in item["targets"]), None)
        if best and best.score >= engine.default_threshold:
            others = sorted(listed.get(best.entry.entry_id, ()))
            reached = others[: bisect_left(others, (-best.bits + 1, -1))]
            rows.extend([len(about)] * len(reached))
            columns.extend(number for _, number in reached)
            about.append(best.entry.entry_id)
            predicted.append(best.namesakes_per_million)
    return Sample(about, np.array(predicted), np.array(rows, np.int64), np.array(columns, np.int64))


def _by_size(found: Sample, innocents: int) -> Iterator[Json]:
    which = np.searchsorted(LIMITS, found.predicted, side="right")
    for number in range(len(LIMITS) + 1):
        below = LIMITS[number] if number < len(LIMITS) else None
        at_least = LIMITS[number - 1] if number else 0.0
        if (which == number).any():
            yield {"from": at_least, "below": below, **_compared(found, which == number, np.ones(innocents, bool))}


def _compared(found: Sample, matches: NDArray[np.bool_], innocents: NDArray[np.bool_]) -> Json:
    """Means over matches, per million, and their ratio with an interval over entries and innocents."""
    kept = matches[found.rows] & innocents[found.columns] if len(found.rows) else np.zeros(0, bool)
    rows, columns = found.rows[kept], found.columns[kept]

    def observed(ours: Weights, theirs: Weights) -> float:
        pairs = float(np.sum(ours[rows] * theirs[columns]))
        return MILLION * pairs / max(float(np.sum(ours[matches]) * np.sum(theirs[innocents])), 1e-12)

    def expected(ours: Weights) -> float:
        return float(np.sum((ours * found.predicted)[matches]) / max(float(np.sum(ours[matches])), 1e-12))

    def ratio(ours: Weights, theirs: Weights) -> float:
        return observed(ours, theirs) / max(expected(ours), 1e-12)

    samples = [numbered(found.about), np.arange(len(innocents))]
    share: Measured = bootstrap(samples, observed)
    return {
        "matches": int(matches.sum()), "innocents": int(innocents.sum()), "pairs": len(rows),
        "predicted": expected(np.ones(len(found.about))),
        "observed": asdict(share), "ratio": asdict(bootstrap(samples, ratio)),
    }  # fmt: skip
