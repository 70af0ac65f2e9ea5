"""Expected namesakes against the innocents: is "one person in 41,000 would match at least this well" true?

Two questions. For true matches of queries: the prediction stands in the match; observed is the share of all innocents
who reach at least as many bits with the same entry. Such queries are not chosen by what innocents do; strong matches
have next to no namesakes among so few. For false alerts: the same, where the innocent who is alerted does not count
among the others. Entries that alert anybody have more namesakes than others: this question is the harder one.
Names only.
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
TINY = 1e-12
NONE_SEEN = 3.69
"""Upper end of the 95 % interval of a count of which none was seen (Poisson)."""

LIMITS = (1.0, 10.0, 100.0, 1000.0)
Json = dict[str, Any]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Matches: whom each is about, and what it predicts per million. `rows` and `columns` are the pairs of a match and
    an innocent who reaches as many bits with the same entry."""

    about: Sequence[str]
    predicted: NDArray[np.float64]
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]


Hits = dict[str, list[tuple[int, int, float]]]
"""Of every entry the innocents that match it: bits below zero, which innocent, namesakes predicted per million."""


def figures(engine: Engine, queries: Sequence[Json], innocents: Sequence[Json]) -> Json:
    """True matches and false alerts by the size of the prediction; alerts also by culture of the one alerted."""
    hits = _hits(engine, innocents)
    matches = _true(engine, queries, hits)
    alerts, alerted = _false(hits)
    cultures = np.array([item["culture"] for item in innocents])[alerted]
    names = sorted(set(cultures.tolist()))
    count = len(innocents)
    return {
        "innocents": count,
        "matches": _compared(matches, np.ones(len(matches.about), bool), count),
        "matches_by_size": list(_by_size(matches, count)),
        "alerts": _compared(alerts, np.ones(len(alerts.about), bool), count - 1),
        "alerts_by_size": list(_by_size(alerts, count - 1)),
        "alerts_by_culture": [
            {"culture": name, **_compared(alerts, cultures == name, count - 1)} for name in names
        ],
    }  # fmt: skip


def _hits(engine: Engine, innocents: Sequence[Json]) -> Hits:
    found: Hits = {}
    for number, item in enumerate(innocents):
        for match in engine.matches({"name": [item["name"]]}, item["schema"]):
            if match.score >= engine.default_threshold:
                hit = (-match.bits, number, match.namesakes_per_million)
                found.setdefault(match.entry.entry_id, []).append(hit)
    return {entry: sorted(hits) for entry, hits in found.items()}


def _reached(hits: Sequence[tuple[int, int, float]], bits: int) -> list[int]:
    """The innocents with at least so many bits."""
    return [number for _, number, _ in hits[: bisect_left(hits, (-bits + 1, -1, 0.0))]]


def _true(engine: Engine, queries: Sequence[Json], hits: Hits) -> Sample:
    """Queries with the entries they are about, at the default threshold."""
    found: list[tuple[str, float, list[int]]] = []
    for item in queries:
        matches = engine.matches({"name": [item["name"]]}, item["schema"])
        best = next((match for match in matches if match.entry.entry_id in item["targets"]), None)
        if best and best.score >= engine.default_threshold:
            entry = best.entry.entry_id
            found.append((entry, best.namesakes_per_million, _reached(hits.get(entry, ()), best.bits)))
    return _sample(found)


def _false(hits: Hits) -> tuple[Sample, NDArray[np.int64]]:
    """Alerts on innocents, each with the others that match as well; and who was alerted."""
    alerts = [(entry, *hit) for entry, own in hits.items() for hit in own]
    found = [
        (entry, predicted, [other for other in _reached(hits[entry], -bits) if other != number])
        for entry, bits, number, predicted in alerts
    ]
    return _sample(found), np.array([number for _, _, number, _ in alerts], np.int64)


def _sample(found: Sequence[tuple[str, float, list[int]]]) -> Sample:
    rows = [row for row, (_, _, others) in enumerate(found) for _ in others]
    columns = [number for _, _, others in found for number in others]
    predicted = np.array([share for _, share, _ in found], np.float64)
    return Sample([entry for entry, _, _ in found], predicted, np.array(rows, np.int64), np.array(columns, np.int64))


def _by_size(found: Sample, innocents: int) -> Iterator[Json]:
    which = np.searchsorted(LIMITS, found.predicted, side="right")
    for number in range(len(LIMITS) + 1):
        below = LIMITS[number] if number < len(LIMITS) else None
        at_least = LIMITS[number - 1] if number else 0.0
        if (which == number).any():
            yield {"from": at_least, "below": below, **_compared(found, which == number, innocents)}


def _compared(found: Sample, chosen: NDArray[np.bool_], innocents: int) -> Json:
    """Means over matches, per million, and their ratio with an interval over entries and innocents."""
    kept = chosen[found.rows]
    rows, columns = found.rows[kept], found.columns[kept]
    count = int(chosen.sum())
    predicted = float(found.predicted[chosen].mean()) if count else 0.0
    if not len(rows):
        most = MILLION * NONE_SEEN / max(count * innocents, 1)
        observed, ratio = Measured(0.0, 0.0, most), Measured(0.0, 0.0, most / max(predicted, TINY))
    else:
        observed, ratio = _resampled(found, chosen, (rows, columns), innocents)
    return {
        "matches": count, "pairs": len(rows), "predicted": predicted,
        "observed": asdict(observed), "ratio": asdict(ratio),
    }  # fmt: skip


def _resampled(
    found: Sample, chosen: NDArray[np.bool_], pairs: tuple[Numbers, Numbers], innocents: int
) -> tuple[Measured, Measured]:
    """The share observed, and what it is of the one predicted."""
    rows, columns = pairs

    def observed(ours: Weights, theirs: Weights) -> float:
        seen = float(np.sum(ours[rows] * theirs[columns]))
        return MILLION * seen / max(float(np.sum(ours[chosen])) * float(np.mean(theirs)) * innocents, TINY)

    def ratio(ours: Weights, theirs: Weights) -> float:
        expected = float(np.sum((ours * found.predicted)[chosen]) / max(float(np.sum(ours[chosen])), TINY))
        return observed(ours, theirs) / max(expected, TINY)

    samples = [numbered(found.about), np.arange(innocents + 1)]
    return bootstrap(samples, observed), bootstrap(samples, ratio)
