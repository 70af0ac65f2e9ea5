"""Puts the fitted weights of a class on the scale of probabilities, on which a pair is more likely the same from 0 on.

Two steps, on the labelled pairs alone. One factor for all weights and the likeliest prior fit all scores together
(logistic regression, every set alike). Then the prior is moved to where even odds part the sets best: what fits the far
scores is not what is right where a decision is made. Of organisations the labelled sets hold few that are different,
and none that just share a word: for them even odds stay where the fit put them, which saw innocent companies.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.quality.bounds import BOUNDS
from benchmarks.quality.rows import Row

Weights = dict[str, float]
Floats = NDArray[np.float64]
FITTED = tuple(BOUNDS)
SMALLEST_SET = 150
"""Sets with fewer pairs count for less."""
SHARPNESS = 2.0
"""In bits a bit: within about half a bit of even odds a pair counts in part, so that no single pair decides."""
STEPS = tuple(step / 8 for step in range(-16, 17))
"""What is tried around the likeliest prior, in bits."""


def scaled(rows: Sequence[Row], weights: Weights) -> Weights:
    """The same weights on the scale of probabilities: even odds where they part the labelled sets best."""
    labelled = [row for row in rows if row.labelled]
    beta = np.array([weights[name] for name in FITTED])
    bits = np.array([row.amounts @ beta - weights["prior"] for row in labelled])
    factor, likeliest = likely(bits, labelled, weights["prior"])
    if labelled[0].kind == "person":
        prior = likeliest + parting(factor * bits + likeliest, labelled)
    else:
        prior = factor * weights["prior"]
    print(f"factor {factor:.2f}, prior {weights['prior']:.2f} -> {likeliest:.2f} -> {prior:.2f}")
    return {name: round(prior if name == "prior" else weight * factor, 3) for name, weight in weights.items()}


def likely(bits: Floats, rows: Sequence[Row], prior: float) -> tuple[float, float]:
    """The factor and the prior that make the labels likeliest, every set alike."""
    sizes = Counter(row.source for row in rows)
    y = np.array([1.0 if row.label else -1.0 for row in rows])
    weight = np.array([1000.0 / max(SMALLEST_SET, sizes[row.source]) for row in rows])

    def loss(scale: Floats) -> tuple[float, Floats]:
        margin = y * (scale[0] * bits + scale[1]) * np.log(2.0)
        p = 1.0 / (1.0 + np.exp(np.clip(margin, -50, 50)))
        slope = -(weight * p * y) * np.log(2.0)
        return float((weight * np.logaddexp(0.0, -margin)).sum()), np.array([(slope * bits).sum(), slope.sum()])

    found = minimize(loss, [1.0, prior], jac=True, method="L-BFGS-B", bounds=[(0.3, 2), (-8, 8)])
    return float(found.x[0]), float(found.x[1])


def parting(bits: Floats, rows: Sequence[Row]) -> float:
    """What to add to these bits, so that even odds part the sets best: by the mean of F1 over them."""
    same = np.array([row.label for row in rows])
    sources = np.array([row.source for row in rows])
    counts = {source: min(1.0, size / SMALLEST_SET) for source, size in Counter(sources.tolist()).items()}

    def mean(step: float) -> float:
        found = 1.0 / (1.0 + np.exp2(np.clip(-SHARPNESS * (bits + step), -60, 60)))
        return sum(share * _f1(found[sources == source], same[sources == source]) for source, share in counts.items())

    return max(STEPS, key=mean)


def _f1(found: Floats, same: NDArray[np.bool_]) -> float:
    return float(2.0 * found[same].sum() / (found.sum() + same.sum()))
