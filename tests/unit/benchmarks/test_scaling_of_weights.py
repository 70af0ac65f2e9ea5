"""Putting fitted weights on the scale of probabilities: even odds where they part the labelled sets best."""

import numpy as np
import pytest
from benchmarks.quality.bounds import BOUNDS
from benchmarks.quality.rows import Row
from benchmarks.quality.scaling import FITTED, likely, parting, scaled

from namesake.values.tokens import NameClass


def rows(labels: str, source: str = "pairs") -> list[Row]:
    """Labelled rows, + for the same and - for different people."""
    return [Row(source, "person", 0, label == "+", True, np.zeros(1), 0.0) for label in labels]


@pytest.mark.parametrize(
    ("labels", "bits", "least", "most"),
    [
        pytest.param("--++", [-6.0, -5.0, 5.0, 6.0], -2.0, 2.0, id="parted already"),
        pytest.param("----++++", [-3, -2.5, 0.5, 0.5, 1.5, 2, 3, 3], -1.5, -0.5, id="too much above even odds"),
        pytest.param("----++++", [-4, -4, -3, -2.5, -1.5, -1, 2, 3], 1.0, 2.0, id="too much below even odds"),
    ],
)
def test_even_odds_part_what_is_labelled(labels: str, bits: list[float], least: float, most: float) -> None:
    assert least <= parting(np.array(bits, float), rows(labels)) <= most


def test_small_sets_count_for_less() -> None:
    large, small = rows("-+" * 100, "large"), rows("-+", "small")
    bits = np.array([-1.0, 3.0] * 100 + [-5.0, -1.0])
    assert parting(bits, large + small) == pytest.approx(parting(bits[:200], large), abs=0.25)
    assert parting(bits[200:], small) > 1.5


def test_scores_that_claim_too_much_are_drawn_together() -> None:
    labels, bits = rows("-+++" * 50 + "+---" * 50), np.array([8.0] * 200 + [-8.0] * 200)
    factor, prior = likely(bits, labels, 0.0)
    assert factor == pytest.approx(np.log2(3) / 8, abs=0.15)
    assert prior == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize("kind", ["person", "other"])
def test_even_odds_of_organisations_stay_where_the_fit_saw_innocents(kind: NameClass) -> None:
    weights = {**dict.fromkeys(BOUNDS, 0.0), "prior": -2.0, "word": 1.0}
    place = FITTED.index("word")
    words = np.array([1.0] * 40 + [5.0] * 40)
    found = [
        Row(
            "pairs", kind, 0, bits > 0, True, np.array([bits if at == place else 0.0 for at in range(len(FITTED))]), 0.0
        )
        for bits in words - 0.5 * (words < 3)
    ]
    scale = scaled(found, weights)
    moved = scale["prior"] - scale["word"] * weights["prior"]
    assert (abs(moved) < 0.01) is (kind == "other")
