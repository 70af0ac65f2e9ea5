"""The waterfall's geometry, the histogram and the spool."""

import pytest

from namesake.reports.histogram import Histogram
from namesake.reports.spool import Spool
from namesake.reports.waterfall import bits_of, waterfall
from namesake.values.matches import BIT, Evidence, Explanation, score_of


def _evidence(bits: int) -> Evidence:
    return Evidence("name.word", "close", "a", "b", bits)


def test_each_bar_begins_where_the_one_before_ends() -> None:
    drawn = waterfall(Explanation(-13_000, (_evidence(9_000), _evidence(-500), _evidence(8_000))), 0.5, 0.95)
    prior, *findings, total = drawn.steps
    assert prior.start == drawn.even
    for before, after in zip([prior, *findings], findings, strict=False):
        assert before.end == after.start
    assert total.start == drawn.even
    assert total.end == findings[-1].end
    assert total.bits == sum(step.bits for step in (prior, *findings))
    assert [step.kind for step in drawn.steps] == ["prior", "for", "against", "for", "total"]


@pytest.mark.parametrize(
    "bits", [pytest.param((), id="none"), pytest.param((0,), id="zero"), pytest.param((-90_000, 200_000), id="huge")]
)
def test_bars_stay_on_the_scale(bits: tuple[int, ...]) -> None:
    drawn = waterfall(Explanation(0, tuple(map(_evidence, bits))), 0.5, 1.0)
    places = [place for step in drawn.steps for place in (step.start, step.end)]
    assert all(0 <= place <= 1 for place in (*places, drawn.even, drawn.review, drawn.strong))


@pytest.mark.parametrize("score", [0.01, 0.5, 0.95, 0.999])
def test_bits_of_a_score_are_the_inverse_of_its_score(score: float) -> None:
    assert score_of(round(bits_of(score))) == pytest.approx(score, rel=1e-3)


def test_even_odds_are_no_bits() -> None:
    assert bits_of(0.5) == 0
    assert bits_of(2 / 3) == pytest.approx(BIT)


@pytest.mark.parametrize(
    ("score", "low"),
    [
        pytest.param(0.5, 50, id="at-an-edge"),
        pytest.param(0.549999, 50, id="below-an-edge"),
        pytest.param(0.55, 55, id="on-the-next-edge"),
        pytest.param(0.95, 95, id="strong"),
        pytest.param(1.0, 95, id="one"),
        pytest.param(0.0, 0, id="zero"),
    ],
)
def test_scores_fall_into_their_column(score: float, low: int) -> None:
    histogram = Histogram(0.5, 0.95)
    histogram.add(score)
    assert [(column.low, column.count) for column in histogram.bins() if column.count] == [(low, 1)]
    assert histogram.total == 1


def test_columns_run_from_where_review_begins() -> None:
    columns = Histogram(0.5, 0.95).bins()
    assert [column.low for column in columns] == list(range(50, 100, 5))
    assert [column.band for column in columns] == ["review"] * 9 + ["strong"]


def test_texts_come_out_by_falling_key_and_in_order_of_arrival() -> None:
    with Spool() as spool:
        for key, text in ((1, "a"), (3, "б"), (1, ""), (2, "\ud800"), (3, "c")):
            spool.add(key, text)
        assert len(spool) == 5
        assert list(spool.ranked()) == ["б", "c", "\\ud800", "a", ""]


def test_an_empty_spool() -> None:
    with Spool() as spool:
        assert list(spool.ranked()) == []
