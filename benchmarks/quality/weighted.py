"""The measures, over pairs that count more or less: what a bootstrap needs. Equal to the harness's at weight one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.intervals import Groups, numbered

Weights = NDArray[np.float64]
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Scored pairs from the highest score to the lowest; `blocks` are where another score begins, and `groups` the
    entity that each pair is about, by number."""

    scores: Values
    labels: Values
    groups: Groups
    blocks: NDArray[np.int64]


def labelled(scores: list[float], labels: list[bool], groups: list[str]) -> Labelled:
    """Pairs in order."""
    order = np.argsort(-np.array(scores), kind="stable")
    found = np.array(scores)[order]
    blocks = np.flatnonzero(np.diff(found, prepend=np.inf))
    return Labelled(found, np.array(labels, float)[order], numbered(groups)[order], blocks)


def f1(pairs: Labelled, weights: Weights, threshold: float) -> float:
    """Harmonic mean of precision and recall at a threshold."""
    over = pairs.scores >= threshold
    agreed = float(np.sum(weights * over * pairs.labels))
    return 2 * agreed / max(float(np.sum(weights * over) + np.sum(weights * pairs.labels)), 1e-12)


def average_precision(pairs: Labelled, weights: Weights) -> float:
    """Average precision; pairs of one score share its precision."""
    positive = np.add.reduceat(weights * pairs.labels, pairs.blocks)
    everything = np.cumsum(np.add.reduceat(weights, pairs.blocks))
    precision = np.cumsum(positive) / np.maximum(everything, 1e-12)
    return float(np.sum(positive * precision) / max(float(np.sum(positive)), 1e-12))


def calibration_error(pairs: Labelled, weights: Weights, bins: int = 10) -> float:
    """Expected calibration error in bins of equal width."""
    which = np.minimum((pairs.scores * bins).astype(int), bins - 1)
    gaps = np.bincount(which, weights * (pairs.scores - pairs.labels), bins)
    return float(np.sum(np.abs(gaps)) / max(float(np.sum(weights)), 1e-12))


def threshold_at(tops: Values, weights: Weights, share: float) -> float:
    """The smallest threshold above which at most a share of the innocents lie; `tops` fall."""
    reached = np.cumsum(weights) > share * np.sum(weights)
    return float(tops[np.argmax(reached)]) if reached.any() else 0.0


def detection(scores: Values, weights: Weights, threshold: float) -> float:
    """The share of queries that score above a threshold."""
    return float(np.sum(weights * (scores > threshold)) / max(float(np.sum(weights)), 1e-12))
