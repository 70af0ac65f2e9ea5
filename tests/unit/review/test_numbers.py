import pytest

from namesake.review.numbers import bits_text, chance, counted, expected, listed, score_text, share_of


@pytest.mark.parametrize(
    ("bits", "text"),
    [
        pytest.param(2_150, "+2.1", id="for"),
        pytest.param(-614, "−0.6", id="against"),
        pytest.param(0, "0", id="nothing"),
        pytest.param(40, "0", id="nearly-nothing"),
        pytest.param(-51, "0", id="nearly-nothing-against"),
        pytest.param(-13_312, "−13.0", id="prior"),
    ],
)
def test_bits(bits: int, text: str) -> None:
    assert bits_text(bits) == text


@pytest.mark.parametrize(
    ("score", "text"),
    [
        (0.0, "0.0%"),
        (0.4999, "49.9%"),
        (0.5, "50.0%"),
        (0.9499, "94.9%"),
        (0.95, "95.0%"),
        (0.99999, "99.9%"),
        (1.0, "99.9%"),
    ],
)
def test_a_score_never_looks_higher_than_it_is(score: float, text: str) -> None:
    assert score_text(score) == text


@pytest.mark.parametrize(
    ("per_million", "text"),
    [
        pytest.param(24.4, "about 1 person in 41,000", id="thousands"),
        pytest.param(3.2, "about 1 person in 310,000", id="two-digits"),
        pytest.param(0.24, "about 1 person in 4.2 million", id="millions"),
        pytest.param(0.1, "about 1 person in 10 million", id="rarest-that-is-claimed"),
        pytest.param(0.1002, "about 1 person in 10 million", id="ten-millions-rounded"),
        pytest.param(0.0999, "fewer than 1 in 10 million", id="rarer"),
        pytest.param(0.0, "fewer than 1 in 10 million", id="never"),
        pytest.param(1.004, "about 1 person in 1 million", id="rounded-to-a-million"),
        pytest.param(10.05, "about 1 person in 100,000", id="rounded-to-a-power"),
        pytest.param(333_333, "about 1 person in 3", id="third"),
        pytest.param(80_000, "about 1 person in 12", id="common"),
        pytest.param(500_000, "about 1 person in 2", id="half"),
        pytest.param(600_000, "more than half of all", id="most"),
        pytest.param(1.0, "about 1 person in 1 million", id="one-in-a-million"),
    ],
)
def test_chance(per_million: float, text: str) -> None:
    assert chance(per_million) == text


@pytest.mark.parametrize(
    ("per_million", "text"),
    [
        pytest.param(24.4, "about 1 person in 41,000 of the town", id="thousands"),
        pytest.param(0.5, "about 1 person in 2 million of the town", id="millions"),
        pytest.param(0.0, "fewer than 1 person in 10 million of the town", id="never"),
        pytest.param(900_000, "more than half of all people of the town", id="most"),
    ],
)
def test_the_share_of_a_whole(per_million: float, text: str) -> None:
    assert share_of(per_million, "person", "people", "the town") == text


@pytest.mark.parametrize(
    ("per_million", "shown"),
    [
        pytest.param(0.2149, 0.21, id="two-digits"),
        pytest.param(1234.5, 1200, id="large"),
        pytest.param(0.0, 0.1, id="less-than-can-be-claimed"),
    ],
)
def test_expected_namesakes_as_a_number(per_million: float, shown: float) -> None:
    assert expected(per_million) == shown


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_of_words(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_numbers_with_their_noun() -> None:
    assert [counted(1, "match", "matches"), counted(2_300, "row")] == ["1 match", "2,300 rows"]
