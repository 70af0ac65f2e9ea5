"""English pronunciations as Korean and Japanese write them."""

from importlib import import_module

import pytest

pronounced = import_module("reference.pronounced")


@pytest.mark.parametrize(
    ("word", "sounds", "hangul", "kana"),
    [
        pytest.param("james", "JH EY1 M Z", "제임스", "jemuzu", id="z-at-the-end"),
        pytest.param("jason", "JH EY1 S AH0 N", "제이슨", "jeison", id="son"),
        pytest.param("woods", "W UH1 D Z", "우즈", "uzu", id="dz-is-one-sound"),
        pytest.param("watts", "W AA1 T S", "와츠", "waqu", id="ts-is-one-sound"),
        pytest.param("quayle", "K W EY1 L", "퀘일", "kuweiru", id="a-glide-heard-with-k"),
        pytest.param("dwight", "D W AY1 T", "드와이트", "dowaito", id="a-glide-by-itself"),
        pytest.param("clark", "K L AA1 R K", "클라크", "kuraku", id="l-after-a-consonant-and-r-at-the-end"),
        pytest.param("pierce", "P IH1 R S", "피어스", "piasu", id="r-heard-as-a-vowel"),
        pytest.param("scott", "S K AA1 T", "스콧", "sukoto", id="a-stop-after-a-short-vowel"),
        pytest.param("blake", "B L EY1 K", "블레이크", "bureiku", id="a-stop-after-a-long-vowel"),
        pytest.param("brian", "B R AY1 AH0 N", "브라이언", "buraian", id="two-vowels"),
        pytest.param("harris", "HH EH1 R IH0 S", "해리스", "herisu", id="by-its-letter"),
        pytest.param("elizabeth", "IH0 L IH1 Z AH0 B AH0 TH", "엘리자베스", "erizabesu", id="all-by-their-letters"),
        pytest.param("stephen", "S T IY1 V AH0 N", "스티븐", "sutiben", id="hardly-a-vowel"),
        pytest.param("whitney", "W IH1 T N IY0", "휘트니", "hoitoni", id="wh"),
        pytest.param("murray", "M ER1 IY0", "머리", "mari", id="r-between-vowels"),
        pytest.param("campbell", "K AE1 M B AH0 L", "캠벨", "kanberu", id="m-before-b"),
        pytest.param("marsh", "M AA1 R SH", "마시", "maxu", id="sh-at-the-end"),
    ],
)
def test_a_name_as_it_is_heard(word: str, sounds: str, hangul: str, kana: str) -> None:
    found = pronounced.phones(sounds, word)
    assert hangul in set(pronounced.hangul(found))
    assert kana in set(pronounced.kana(found))


def test_there_are_never_many_spellings() -> None:
    found = pronounced.phones("AH0 L AH0 B AH0 M AH0 N AH0 Z", "olebimunez")
    assert 1 < len(set(pronounced.hangul(found))) <= 2 * pronounced.MOST
    assert 1 < len(set(pronounced.kana(found))) <= pronounced.MOST
