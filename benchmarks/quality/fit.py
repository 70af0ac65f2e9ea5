"""Fits the weights of names on labelled pairs and on innocents mined with the engine itself.

    NAMESAKE_BENCH=FOLDER python -m benchmarks.quality.fit

Reads the development cases of a benchmark folder (`cases/*.dev.jsonl`, `retrieval/`), of sources that may be fitted
on, and writes [person] of the model (or the classes that are named: `person`, `other`). Run it twice: the second
time it mines with the weights of the first. Logistic regression with bounds: agreement never lowers a score,
conflict never raises one. What the data cannot show (weak aliases, the same whole name, birth dates) stays as
it is declared. Rows that no spelling can reach, where no word agrees, are left out of the fit and stay in every
evaluation.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.quality.adapter import Engine, prepared
from namesake.scoring.alignment import align
from namesake.scoring.comparisons import wholes
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer, class_of, name_findings
from namesake.values.matches import BIT
from namesake.values.tokens import NameClass, Prepared

MODEL = Path(__file__).parents[2] / "src/namesake/data/model.toml"
SOURCES = ("ofac_alias", "ssb_ofac", "nk_name_bench", "nk_entity_checks", "xlit_tokens", "xlit_fullnames",
           "us_congress", "company_name_matcher")  # fmt: skip
"""Sets whose licence lets a shipped parameter rest on them. `febrl4` is about other fields than names."""

SET_WEIGHT = 1500.0
"""Every set counts as so many rows, whatever its size."""
INNOCENT_WEIGHT = 1.0
KINDS: tuple[NameClass, ...] = ("person", "other")
PULL = 5.0
"""How strongly weights are held to the declared ones, in rows per squared bit."""
BITS = {"rarity", "cost", "cost_per_letter", "cost_across_scripts", "contradicted", "extra"}
FIXED = {"weak", "no_word", "whole"}
BOUNDS: dict[str, tuple[float, float]] = {
    "prior": (-8, -2.2), "word": (0.5, 4), "rarity": (0.04, 1), "cost": (-2, -0.2), "cost_per_letter": (-3, -0.3),
    "cost_across_scripts": (0, 0.09), "joined": (-3, 0), "initial": (0, 1.2), "initial_differs": (-4, -0.5),
    "contradiction": (-6, -2), "contradictions": (-3, -0.5), "contradicted": (-0.3, 0), "last": (-3, 0),
    "extra": (-0.4, -0.03), "extra_words": (-1.5, -0.1), "single": (-4, -0.3), "turned": (-2, -0.1),
    "mixed": (-3, -0.3), "reversed": (-6, -2.5), "number": (0, 1.5), "number_differs": (-8, -3),
    "number_missing": (-4, -0.8), "generic": (0, 0.6), "generic_differs": (-4, -0.8), "generic_missing": (-2, -0.2),
    "legal": (0, 0.4), "legal_differs": (-3, -0.5), "legal_missing": (-1, 0),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One pair of records as features."""

    kind: NameClass
    amounts: Mapping[str, float]
    label: bool
    weight: float


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def row(left: Prepared, right: Prepared, label: bool, weight: float) -> Row | None:
    """The features of the best pair of names; None where no word agrees."""
    scorer = Scorer(shipped())
    kind = class_of(left, right)
    best: tuple[int, dict[str, float]] | None = None
    for one in left.names:
        for other in right.names:
            found = align(one, other, kind)
            findings = list(name_findings(one, other, found, kind))
            amounts: dict[str, float] = {"prior": 1.0}
            for finding in findings:
                for feature, amount in finding.amounts:
                    scaled = amount / BIT if feature in BITS else amount
                    amounts[feature] = amounts.get(feature, 0.0) + scaled
            amounts["whole"] = float(wholes.sameness(one, other) == "exact")
            bits = sum(scorer.model.bits(finding, kind) for finding in findings)
            if best is None or bits > best[0]:
                best = bits, amounts
    if best is None or "no_word" in best[1]:
        return None
    return Row(kind, best[1], label, weight)


def labelled(folder: Path) -> Iterator[Row]:
    """The labelled pairs, every set alike."""
    for source in SOURCES:
        cases = lines(folder / "cases" / f"{source}.dev.jsonl")
        for case in cases:
            sides = (prepared(case[side], case["schema"]) for side in ("left", "right"))
            if found := row(*sides, case["label"], SET_WEIGHT / len(cases)):
                yield found


def mined(folder: Path) -> Iterator[Row]:
    """Queries against their targets, and innocents against the three entries that the engine finds nearest."""
    entities = lines(folder / "retrieval/index_ofac.jsonl")
    engine = Engine(entities)
    records = {
        item["id"]: prepared(
            {name: values for name, values in item.items() if isinstance(values, list)}, item["schema"]
        )
        for item in entities
    }
    for query in lines(folder / "retrieval/queries.jsonl"):
        if query["index"] == "ofac" and query["split"] == "dev":
            subject = prepared({"name": [query["name"]]}, query["schema"])
            if found := row(subject, records[query["targets"][0]], True, 1.0):
                yield found
    for innocent in lines(folder / "retrieval/negatives.jsonl"):
        if not innocent["exact_collision"] and innocent["split"] == "dev":
            subject = prepared({"name": [innocent["name"]]}, innocent["schema"])
            for entry, _ in engine.search({"name": [innocent["name"]]}, innocent["schema"], 3):
                if found := row(subject, records[entry], False, INNOCENT_WEIGHT):
                    yield found


def fit(rows: Iterable[Row], kind: NameClass) -> dict[str, float]:
    """The weights of one class, in bits."""
    mine = [item for item in rows if item.kind == kind]
    weights = shipped().names[kind]
    names = [name for name in weights if name in BOUNDS]
    x = np.array([[item.amounts.get(name, 0.0) for name in names] for item in mine])
    fixed = np.array([sum(item.amounts.get(name, 0.0) * weights[name] / BIT for name in FIXED) for item in mine])
    y = np.array([1.0 if item.label else -1.0 for item in mine])
    w = np.array([item.weight for item in mine])
    start = np.array([np.clip(weights[name] / BIT, *BOUNDS[name]) for name in names])
    log2 = np.log(2.0)

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        margin = y * (x @ beta + fixed) * log2
        p = 1.0 / (1.0 + np.exp(np.clip(margin, -50, 50)))
        pull = PULL * (beta - start)
        value = (w * np.logaddexp(0.0, -margin)).sum() + 0.5 * (pull @ (beta - start))
        return value, -(x.T @ (w * p * y)) * log2 + pull

    bounds = [BOUNDS[name] for name in names]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 3000})
    before, after = round(loss(start)[0], 1), round(found.fun, 1)
    print(kind, len(mine), "rows,", int((y > 0).sum()), "the same; loss", before, "->", after)
    return {name: round(float(value), 3) for name, value in zip(names, found.x, strict=True)}


def write(kind: str, weights: Mapping[str, float]) -> None:
    """Put weights in their section of the model."""
    head, _, rest = MODEL.read_text("utf-8").partition(f"[{kind}]\n")
    section, blank, tail = rest.partition("\n\n")
    for name, value in weights.items():
        section = re.sub(rf"(?m)^{name} = .*$", f"{name} = {value}", section)
    MODEL.write_text(f"{head}[{kind}]\n{section}{blank}{tail}", "utf-8")


def main() -> None:
    """Fit and write."""
    folder = Path(os.environ["NAMESAKE_BENCH"])
    rows = [*labelled(folder), *mined(folder)]
    for kind in KINDS:
        if kind in (sys.argv[1:] or KINDS[:1]):
            weights = fit(rows, kind)
            print(weights)
            write(kind, weights)


if __name__ == "__main__":
    main()
