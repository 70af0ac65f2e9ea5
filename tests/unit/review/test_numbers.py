import pytest

from namesake.review.numbers import bits_text, chance, counted, in_a_million, listed, score_text


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
        pytest.param(0.02, "about 1 person in 50 million", id="tens-of-millions"),
        pytest.param(0.009, "fewer than 1 in 100 million", id="rarest"),
        pytest.param(0.0, "fewer than 1 in 100 million", id="never"),
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
        (3.2, "about 3 people in a million"),
        (1.2, "about 1 person in a million"),
        (1_234, "about 1,200 people in a million"),
        (0.5, "about 1 person in 2 million"),
    ],
)
def test_how_many_in_a_million(per_million: float, text: str) -> None:
    assert in_a_million(per_million, "person", "people") == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_of_words(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_numbers_with_their_noun() -> None:
    assert [counted(1, "match", "matches"), counted(2_300, "row")] == ["1 match", "2,300 rows"]
