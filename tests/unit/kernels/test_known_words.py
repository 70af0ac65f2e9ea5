"""How rare a known word is, looked up by its hash."""

import pytest

from namesake.kernels.known import RAREST, Known, key_of

BIT = 1024


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("", 0xCBF29CE484222325, id="nothing"),
        pytest.param("a", 0xAF63DC4C8601EC8C, id="a"),
        pytest.param("foobar", 0x85944171F73967E8, id="foobar"),
    ],
)
def test_the_hash_is_the_published_one(text: str, key: int) -> None:
    """The examples are those of FNV-1a with 64 bits."""
    assert key_of(text) == key


def test_any_text_has_a_hash() -> None:
    assert len({key_of(text) for text in ("", "\0", "\ud800", "кирилл", "x" * 100_000)}) == 5


def test_a_word_is_as_rare_as_it_was_counted_however_full_the_table_is() -> None:
    counted = {f"word{number}": number for number in range(0, 1 << 14, 7)}
    known = Known(list(counted), list(counted.values()))
    assert {text: known.rarity(key_of(text), len(text)) for text in counted} == counted
    assert known.rarity(key_of("borogove"), 8) == RAREST


def test_a_short_word_is_bounded() -> None:
    known = Known(["bx", "smith"], [17 * BIT, 9 * BIT])
    assert known.rarity(key_of("bx"), 2) == known.rarity(key_of("qz"), 2) < RAREST
    assert known.rarity(key_of("smith"), 5) == 9 * BIT


def test_no_word_need_be_known() -> None:
    assert Known([], []).rarity(key_of("borogove"), 8) == RAREST
