"""How words of other scripts are known to be written in Latin letters."""

from importlib.resources import files

import pytest

from namesake.names.attested import key, spellings
from namesake.names.tokens import parse
from namesake.values.names import Name

LINES = files("namesake.data").joinpath("attested.csv").read_bytes().splitlines()


@pytest.mark.parametrize(
    ("script", "word", "letters", "latin"),
    [
        pytest.param("Hang", "제임스", "jeimseu", "james", id="hangul"),
        pytest.param("Hang", "이", "i", "lee", id="korean-family-name-by-hand"),
        pytest.param("Kana", "ジェームズ", "jiemuzu", "james", id="kana"),
        pytest.param("Kana", "ジェムズ", "jiemuzu", "james", id="kana-without-the-mark-of-length"),
        pytest.param("Kana", "ヘリス", "herisu", "harris", id="kana-by-the-rules-of-pronunciation"),
        pytest.param("Hang", "해리스", "haeriseu", "harris", id="hangul-by-the-rules-of-pronunciation"),
        pytest.param("Hani", "詹姆斯", "zhanmusi", "james", id="han"),
        pytest.param("Arab", "محمد", "mhmd", "muhammad", id="arabic"),
        pytest.param("Cyrl", "Дмитрий", "dmitriy", "dmitry", id="cyrillic"),
    ],
)
def test_attested(script: str, word: str, letters: str, latin: str) -> None:
    assert latin in spellings(script, word, letters)


@pytest.mark.parametrize(
    ("script", "word", "letters"),
    [
        pytest.param("Hang", "홁", "hulk", id="unknown"),
        pytest.param("Hang", "", "", id="empty"),
        pytest.param("Hang", "제임스,james", "", id="a-whole-line"),
        pytest.param("Hang", "\n", "", id="line-end"),
        pytest.param("Arab", "x", "mhm", id="the-beginning-of-a-key"),
        pytest.param("Zzzz", "\U0010ffff", "\U0010ffff", id="after-the-last"),
    ],
)
def test_not_attested(script: str, word: str, letters: str) -> None:
    assert spellings(script, word, letters) == ()


def test_every_line_is_found_and_none_is_out_of_order() -> None:
    assert sorted(LINES) == LINES
    for line in [*LINES[:3], *LINES[:: len(LINES) // 997], *LINES[-3:]]:
        word, latin = line.decode().split(",")
        script, _, letters = word.rpartition(":")
        found = spellings(script, "", letters) if script else spellings("Hani", word, "")
        assert found == tuple(latin.split()), word


def test_only_words_of_other_scripts_are_looked_up_and_only_those_of_persons() -> None:
    def classes(text: str, kind: str) -> list[str]:
        tokens = parse(Name(text), kind).tokens  # type: ignore[arg-type]
        return [name for token in tokens for name in token.alike if name.startswith("form:")]

    assert classes("제임스 Quoren", "person") == ["form:james"]
    assert classes("James Quoren", "person") == classes("제임스 Quoren", "other") == []


def test_kana_are_found_by_their_sounds() -> None:
    assert key("Kana", "ジェームズ", "") == key("Kana", "じぇむず", "") == "Kana:jemuzu"
    assert key("Kana", "ー", "x") == "Kana:x"
