"""Figures of the pair sets: by set, and over all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

import numpy as np

from benchmarks.quality import reliability, slices
from benchmarks.quality.intervals import bootstrap
from benchmarks.quality.weighted import Labelled, Weights, average_precision, calibration_error, f1, labelled

LEFT_OUT = "nicknames_en"
"""Measures only whether a dictionary of nicknames is used; not in the means."""

Json = dict[str, Any]


def figures(cases: Mapping[str, Sequence[Json]], sets: Mapping[str, Json], threshold: float) -> Json:
    """F1 at the threshold and average precision by set with their intervals, the means, and the slices.

    A pair is within reach unless it is a true one of which our own explanation says that no word agrees
    (`name.no_word`): a nom de guerre or a translation, about which a score from names can say nothing.
    """
    samples = {name: ordered(items) for name, items in cases.items()}
    counted = {name: sample for name, sample in samples.items() if not name.startswith(LEFT_OUT)}
    everything = [item for name, items in cases.items() if name in counted for item in items]
    within_reach = [item for item in everything if item["reachable"]]
    return {
        "threshold": threshold,
        "sets": {name: _of_set(sample, sets[name], threshold) for name, sample in samples.items()},
        "mean_f1": _mean(list(counted.values()), partial(f1, threshold=threshold)),
        "mean_ap": _mean(list(counted.values()), average_precision),
        "calibration_error": _calibration(everything),
        "calibration_error_within_reach": _calibration(within_reach),
        "ties_at_the_top": _ties([item["score"] for item in everything]),
        "pairs": len(everything),
        "out_of_reach": len(everything) - len(within_reach),
        "reliability": reliability.table(everything),
        "reliability_within_reach": reliability.table(within_reach),
        "scripts": slices.by_scripts({name: cases[name] for name in counted}, threshold),
        "categories": slices.by_category(cases, threshold),
    }


def _of_set(sample: Labelled, found: Json, threshold: float) -> Json:
    at = found["default"]
    return {
        "pairs": found["n"],
        "positive": found["pos"],
        "precision": at["p"],
        "recall": at["r"],
        "f1": asdict(bootstrap([sample.groups], lambda weights: f1(sample, weights, threshold))),
        "ap": asdict(bootstrap([sample.groups], lambda weights: average_precision(sample, weights))),
        "harness_f1": at["f1"],
        "harness_ap": found["ap"],
    }


def _mean(samples: Sequence[Labelled], measure: Callable[[Labelled, Weights], float]) -> Json:
    def over(*weights: Weights) -> float:
        return float(np.mean([measure(sample, own) for sample, own in zip(samples, weights, strict=True)]))

    return asdict(bootstrap([sample.groups for sample in samples], over))


def _calibration(items: Sequence[Json]) -> Json:
    sample = ordered(items)
    return asdict(bootstrap([sample.groups], lambda weights: calibration_error(sample, weights)))


def _ties(scores: Sequence[float]) -> float:
    """The share of pairs that have the highest score of all; 0 where it is one pair alone."""
    count = scores.count(max(scores))
    return 0.0 if count == 1 else count / len(scores)


def ordered(items: Sequence[Json]) -> Labelled:
    """Scored pairs as the measures take them."""
    return labelled(
        [item["score"] for item in items], [item["label"] for item in items], [item["group"] for item in items]
    )
