"""When the next round comes, and which sources rest."""

from itertools import pairwise

import pytest

from namesake.app.pacing import LONGEST_REST, Pacing, Resting

HALF_AN_HOUR = 1_800


def test_rounds_begin_at_a_regular_pace_however_long_they_take() -> None:
    pacing = Pacing(HALF_AN_HOUR)
    assert pacing.begin(1_000.0)
    assert pacing.pause(1_300.0, again=False) == 1_500
    assert pacing.begin(2_799.999)
    assert pacing.pause(9_999.0, again=False) == 0  # it took longer than the pace allows
    assert pacing.begin(9_999.0)


def test_a_round_that_failed_is_made_again_soon_and_then_less_soon() -> None:
    pacing, now, regular, pauses = Pacing(HALF_AN_HOUR), 0.0, [], []
    for _ in range(9):
        regular.append(pacing.begin(now))
        pauses.append(pacing.pause(now, again=True))
        now += pauses[-1]
    assert pauses == [60, 120, 240, 480, 900, 1_800, 1_800, 1_800, 1_800]
    assert regular == [True, False, False, False, False, True, True, True, True]
    assert pacing.begin(now)
    assert pacing.pause(now, again=False) == HALF_AN_HOUR
    assert pacing.pause(now, again=True) == 60


@pytest.mark.parametrize(
    ("every", "asked"),
    [
        pytest.param(HALF_AN_HOUR, [0, 1, 3, 7, 15, 28, 41], id="half-an-hour"),
        pytest.param(86_400, [0, 1, 2, 3, 4, 5, 6], id="a-day"),
    ],
)
def test_a_source_that_goes_on_failing_rests_longer_and_longer(every: int, asked: list[int]) -> None:
    resting, found = Resting(every), []
    for number in range(42):
        if not resting.rests("a"):
            found.append(number)
            resting.failed("a")
        assert not resting.rests("b")
    assert found[: len(asked)] == asked
    assert all((after - before - 1) * every <= LONGEST_REST for before, after in pairwise(found))


def test_a_source_that_is_back_is_asked_at_every_round() -> None:
    resting = Resting(HALF_AN_HOUR)
    for _ in range(5):
        resting.failed("a")
    while resting.rests("a"):
        pass
    resting.reached("a")
    resting.failed("a")
    assert not resting.rests("a")
