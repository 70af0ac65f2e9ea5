"""What a model that was fitted on one half of the entities reaches on the other: a figure that is not in-sample."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.quality.adapter import prepared
from benchmarks.quality.rows import SOURCES, Nearest, half_of, lines
from namesake.scoring.model import Model
from namesake.scoring.scorer import Scorer

NEVER = -1 << 20


def measured(folder: Path, model: Model, half: int) -> str:
    """F1 at even odds and average precision of the labelled sets, and detection, on one half of the entities."""
    return "\n".join((*_pairs(folder, model, half), *_detection(folder, model, half)))


def _pairs(folder: Path, model: Model, half: int) -> Iterator[str]:
    scorer = Scorer(model)
    figures = []
    for source in SOURCES:
        cases = [case for case in lines(folder / "cases" / f"{source}.dev.jsonl") if half_of(case["group"]) == half]
        bits, labels = [], []
        for case in cases:
            scored = scorer.score(*(prepared(case[side], case["schema"]) for side in ("left", "right")))
            bits.append(scored.explanation.bits if scored else NEVER)
            labels.append(bool(case["label"]))
        figures.append(_figures(np.array(bits), np.array(labels)))
        yield f"{source}: {len(cases)} pairs, F1 {figures[-1][0]:.3f}, AP {figures[-1][1]:.3f}"
    yield "mean of these sets: F1 {:.3f}, AP {:.3f}".format(*np.mean(figures, axis=0))


def _figures(bits: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    said = bits >= 0
    hits = int((said & labels).sum())
    f1 = 2 * hits / max(1, int(said.sum()) + int(labels.sum()))
    ordered = labels[np.argsort(-bits, kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return f1, float(precision[ordered].mean())


def _detection(folder: Path, model: Model, half: int) -> Iterator[str]:
    listed = lines(folder / "retrieval/index_ofac.jsonl")
    entries = {
        item["id"]: prepared({k: v for k, v in item.items() if isinstance(v, list)}, item["schema"]) for item in listed
    }
    scorer, nearest = Scorer(model), Nearest(list(entries.values()), model)

    def best(record: dict[str, str], others: list[str] | None = None) -> int:
        subject = prepared({"name": [record["name"]]}, record["schema"])
        against = nearest.to(subject, 1) if others is None else [entries[key] for key in others]
        found = [scored.explanation.bits for entry in against if (scored := scorer.score(subject, entry))]
        return max(found, default=NEVER)

    queries = [
        best(query, query["targets"])
        for query in lines(folder / "retrieval/queries.jsonl")
        if query["index"] == "ofac" and half_of(query["nearest"]) == half
    ]
    innocents = sorted(
        (
            best(item)
            for item in lines(folder / "retrieval/negatives.jsonl")
            if not item["exact_collision"] and half_of(item["id"]) == half
        ),
        reverse=True,
    )
    for share in (0.005, 0.01):
        limit = innocents[int(share * len(innocents))]
        found = np.mean([bits > limit for bits in queries])
        yield f"detection at {share:.1%} of innocents alerted: {found:.3f} of {len(queries)}"
