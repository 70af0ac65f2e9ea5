"""Fits the weights of names on labelled pairs and on innocents mined with the engine itself.

    NAMESAKE_BENCH=FOLDER python -m benchmarks.quality.fit          # writes [person] and [other] of the model
    NAMESAKE_BENCH=FOLDER python -m benchmarks.quality.fit --check  # fits on half of the entities, writes nothing

Reads the development cases of a benchmark folder (`cases/*.dev.jsonl`, `retrieval/`), of sources that may be fitted
on (`rows.py`). Two rounds: the first one mines with the weights that the fit starts from, the second one with those
of the first, so that the same data give the same model, whatever the last one was. Logistic regression with bounds:
agreement never lowers a score, conflict never raises one. Then the labelled pairs alone say what an even chance is:
one factor for all weights of a class, and the prior at which even odds part the sets best (`scaling.py`). Rows that no
spelling can reach, where too little agrees closely, are left out of the fit and stay in every evaluation.
"""

import argparse
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.quality import rows as data
from benchmarks.quality.bounds import BOUNDS, HELD, OTHERS, PULL, START
from benchmarks.quality.halves import measured
from benchmarks.quality.rows import Row
from benchmarks.quality.scaling import FITTED, SMALLEST_SET, Floats, Weights, scaled
from namesake.kernels.items import FEATURES
from namesake.scoring.model import Model, read
from namesake.values.tokens import NameClass

MODEL = Path(__file__).parents[2] / "src/namesake/data/model.toml"
KINDS: tuple[NameClass, ...] = ("person", "other")
SET_WEIGHT = 1500.0
"""A labelled set counts as so many rows, whatever its size; one with fewer pairs of a class than `SMALLEST_SET` for
less: else one of eighty pairs counts as much as eighteen rows."""
WEIGHTS = {"innocent": 1.3, "own script": 0.1, "organisation": 0.03, "company": 0.5}
"""What a row of innocents counts; listed organisations that resemble one another are often sisters. Of the weights of
companies a half and one were tried: see decision 0021."""
ROUNDS = 2


def fit(rows: Sequence[Row], start: Mapping[str, float]) -> Weights:
    """The weights of one class, in bits, before they are put on the scale of probabilities."""
    allowed = _allowed(rows)
    x = np.array([row.amounts for row in rows])
    fixed = np.array([row.fixed for row in rows])
    sizes = Counter(row.source for row in rows)
    each = {source: SET_WEIGHT / max(size, SMALLEST_SET) for source, size in sizes.items()}
    weight = np.array([WEIGHTS.get(row.source, each[row.source] if row.labelled else 1.0) for row in rows])
    y = np.array([1.0 if row.label else -1.0 for row in rows])
    begin = np.array([np.clip(start[name], *allowed[name]) for name in FITTED])

    def loss(beta: Floats) -> tuple[float, Floats]:
        margin = y * (x @ beta + fixed) * np.log(2.0)
        p = 1.0 / (1.0 + np.exp(np.clip(margin, -50, 50)))
        pull = PULL * (beta - begin)
        value = (weight * np.logaddexp(0.0, -margin)).sum() + 0.5 * (pull @ (beta - begin))
        return float(value), -(x.T @ (weight * p * y)) * np.log(2.0) + pull

    bounds = [allowed[name] for name in FITTED]
    found = minimize(
        loss, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 5000, "maxfun": 20000}
    )
    print(f"{len(rows):,} rows, {int((y > 0).sum()):,} the same; loss {loss(begin)[0]:,.0f} -> {found.fun:,.0f}")
    return dict(zip(FITTED, map(float, found.x), strict=True))


def _allowed(rows: Sequence[Row]) -> dict[str, tuple[float, float]]:
    return BOUNDS if rows[0].kind == "person" else {**BOUNDS, **OTHERS}


def written(text: str, kind: str, weights: Mapping[str, float]) -> str:
    """The model's text with the fitted weights of one class in place of the old ones; others stay as they are."""
    head, _, rest = text.partition(f"[{kind}]\n")
    section, blank, tail = rest.partition("\n\n")
    kept = dict(re.findall(r"(?m)^(\w+) = (.*)$", section))
    values = {**kept, **{name: str(value) for name, value in weights.items()}}
    lines = "\n".join(f"{name} = {values[name]}" for name in FEATURES if float(values.get(name, 0)) != 0)
    return f"{head}[{kind}]\n{lines}{blank}{tail}"


def fitted(folder: Path, halves: Sequence[int]) -> str:
    """The model's text, fitted on the entities of these halves."""
    text = MODEL.read_text("utf-8")
    starts: dict[NameClass, Mapping[str, float]] = dict.fromkeys(KINDS, START)
    for kind in KINDS:  # so that the model does not depend on the one before it
        text = written(text, kind, START)
    for turn in range(ROUNDS):
        rows = [row for row in data.rows(folder, _model(text)) if row.half in halves]
        for kind in KINDS:
            mine = [row for row in rows if row.kind == kind]
            weights = fit(mine, starts[kind])
            starts[kind] = weights
            last = turn == ROUNDS - 1
            held = HELD[kind] if last else {}
            text = written(text, kind, {**(scaled(mine, weights) if last else weights), **held})
    return text


def _model(text: str) -> Model:
    return read(text, "")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write, or fit on a half and measure the other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.fit", description=__doc__)
    parser.add_argument("--check", action="store_true", help="fit on one half of the entities, measure the other")
    asked = parser.parse_args(arguments)
    folder = Path(os.environ["NAMESAKE_BENCH"])
    if asked.check:
        text = fitted(folder, (0,))
        print(measured(folder, _model(text), 1))
    else:
        MODEL.write_text(fitted(folder, (0, 1)), "utf-8")


if __name__ == "__main__":
    main()
