"""Words of made-up names that are met together come into one group, and their lift is what their shares say."""

import math

import numpy as np
import pytest
from reference.groups import counted, lifts, memberships

SIDES = 2
EACH = 30
NAMES = 3000


@pytest.fixture(scope="module")
def names() -> list[list[str]]:
    """Every name has two words of the one or of the other side, by a draw that is the same every time."""
    draw = np.random.default_rng(7)
    return [
        [f"side{side}word{word}" for word in draw.choice(EACH, 2, replace=False)]
        for side in draw.integers(SIDES, size=NAMES)
    ]


def test_each_side_is_a_group_of_its_own(names: list[list[str]]) -> None:
    words, met = counted(names)
    groups = memberships(met, SIDES).argmax(1)
    found = {(word.partition("word")[0], int(group)) for word, group in zip(words, groups, strict=True)}
    assert len(found) == SIDES


def test_a_lift_is_how_much_likelier_and_never_below_none(names: list[list[str]]) -> None:
    words, met = counted(names)
    side = np.array([int(word[4]) for word in words])
    bits = lifts(met, side, SIDES)
    assert bits[0, 1] == bits[1, 0] == 0
    assert np.diag(bits) == pytest.approx([math.log2(SIDES)] * SIDES, abs=0.1)


def test_words_that_are_met_once_are_left_out() -> None:
    words, met = counted([["anvel", "borro"], ["anvel", "borro"], ["anvel", "cesk"], ["dorn"]])
    assert words == ["anvel", "borro"]
    assert met.toarray().tolist() == [[1, 1], [1, 1]]
