"""Scripts whose romanisation spells a sound with several letters, by their sounds."""

import pytest

from namesake.kernels.scripts import sounds, spelt
from namesake.values.tokens import Token


@pytest.mark.parametrize(
    ("script", "word", "letters"),
    [
        pytest.param("Hang", "크루스", "kxrusx", id="hangul-vowel-of-two-letters"),
        pytest.param("Hang", "서울", "svul", id="hangul-eo"),
        pytest.param("Hang", "박", "bak", id="hangul-final-consonant"),
        pytest.param("Hang", "강", "gaz", id="hangul-ng"),
        pytest.param("Hang", "이", "i", id="hangul-vowel-alone"),
        pytest.param("Hang", "펠로", "pelro", id="hangul-two-consonants"),
        pytest.param("Kana", "シュルツ", "xuruqu", id="kana-sh-and-ts"),
        pytest.param("Kana", "ウィリアム", "wiriamu", id="kana-w"),
        pytest.param("Kana", "クヮ", "kwa", id="kana-kw"),
        pytest.param("Kana", "フィッツ", "fiqu", id="kana-f-and-a-doubled-consonant"),
        pytest.param("Kana", "ティム", "timu", id="kana-small-vowel"),
        pytest.param("Kana", "ジャック", "jaku", id="kana-j"),
        pytest.param("Kana", "キョウ", "kyou", id="kana-y"),
        pytest.param("Kana", "ューー", "", id="kana-small-letter-first"),
        pytest.param("Kana", "たかはし", "takahaxi", id="hiragana"),
    ],
)
def test_a_letter_for_each_sound(script: str, word: str, letters: str) -> None:
    assert sounds(script, word, "") == letters


@pytest.mark.parametrize(
    ("token", "letters"),
    [
        pytest.param(Token("zhang", "name", "章", "Hani"), "jav", id="pinyin"),
        pytest.param(Token("abdul", "name", "عبد", "Arab"), "abdul", id="arabic-name"),
        pytest.param(Token("zhang", "name", "Zhang", "Latn"), "zhang", id="latin-as-it-is"),
        pytest.param(Token("sa", "number", "사", "Hang"), "sa", id="hangul-number-as-it-is"),
    ],
)
def test_what_a_token_is_compared_by(token: Token, letters: str) -> None:
    assert spelt(token) == letters
