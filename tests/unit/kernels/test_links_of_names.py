"""Which words stand for which, and by what tie: `left>right:tie` in the left name's order, then what is left over."""

import pytest

from namesake.kernels import bench as ties
from namesake.kernels.bank import Bank
from namesake.kernels.bench import FIELDS, Bench
from namesake.kernels.links import align
from namesake.names.tokens import parse
from namesake.scoring.model import shipped
from namesake.values.names import Name
from namesake.values.tokens import NameClass

TIES = {
    ties.EXACT: "exact", ties.SPELT: "spelt", ties.ACROSS: "across", ties.JOINED: "joined", ties.ALIKE: "alike",
    ties.LETTER: "letter", ties.SKELETON: "skeleton", ties.CUT: "cut", ties.SYLLABIC: "syllabic",
    ties.STEM: "stem",
}  # fmt: skip


def shown(left: str, right: str, kind: NameClass) -> str:
    one, other = (parse(Name(text), kind) for text in (left, right))
    bank, bench = Bank(shipped().rarities[kind]), Bench()
    names = bank.names([one, other])
    align(names, 0, names, 1, shipped().rules, bench)
    a, b = ([token.text for token in parts.compared[: ties.MOST]] for parts in (one, other))
    found = []
    for at in bench.chosen[: bench.count]:
        tie, i, n, j, m, *_ = bench.links[at : at + FIELDS]
        found.append(f"{'+'.join(a[i : i + n])}>{'+'.join(b[j : j + m])}:{TIES[tie]}")
    over = ([word for word, used in zip(words, marks, strict=False) if not used] for words, marks in
            ((a, bench.left_used), (b, bench.right_used)))  # fmt: skip
    return " ".join([*found, *("| " + " ".join(words) for words in over)]).replace("  ", " ").strip()


@pytest.mark.parametrize(
    ("left", "right", "kind", "expected"),
    [
        pytest.param("Talvek Quoren", "Quoren Talvek", "person",
                     "talvek>talvek:exact quoren>quoren:exact | |", id="any-order"),
        pytest.param("Talvek Quoren", "Talvec Mimsy", "person",
                     "talvek>talvec:spelt | quoren | mimsy", id="spelling-and-leftovers"),
        pytest.param("Юсуф Тестов", "Yusuf Testoff", "person",
                     "yusuf>yusuf:exact testov>testoff:across | |", id="across-scripts-the-same-word-and-another"),
        pytest.param("كريم", "Karim", "person", "krym>karim:across | |", id="arabic"),
        pytest.param("김", "Kim", "person", "gim>kim:syllabic | |", id="syllabic"),
        pytest.param("제임스 Quoren", "James Quoren", "person",
                     "jeimseu>james:syllabic quoren>quoren:exact | |", id="attested-spelling"),
        pytest.param("강 형철", "Kang Hyeong-cheol", "person",
                     "gang>kang:syllabic hyeongcheol>hyeong+cheol:joined | |", id="a-sound-is-several-letters"),
        pytest.param("Robert", "Bob", "person", "robert>bob:alike | |", id="nickname"),
        pytest.param("Rahmonov", "Rahmonzoda", "person", "rahmonov>rahmonzoda:stem | |", id="stem"),
        pytest.param("Martin", "Mrtn", "person", "martin>mrtn:skeleton | |", id="consonants"),
        pytest.param("Bandersnatch", "Bander", "person", "bandersnatch>bander:cut | |", id="cut-off"),
        pytest.param("Bandersnatch", "Ba", "person", "| bandersnatch | ba", id="two-letters-are-no-beginning"),
        pytest.param("T. Quoren", "Talvek Quoren", "person",
                     "t>talvek:letter quoren>quoren:exact | |", id="initial"),
        pytest.param("B. Quoren", "Talvek Quoren", "person", "quoren>quoren:exact | b | talvek", id="wrong-initial"),
        pytest.param("Talvek Quoren", "Talvekovich Quoren", "person",
                     "talvek>talvekovich:stem quoren>quoren:exact | |", id="patronymic-of-a-bare-name"),
        pytest.param("Aleksandr Quoren", "Aleksandrovich Quoren", "person",
                     "quoren>quoren:exact | aleksandr | aleksandrovich", id="name-and-patronymic"),
        pytest.param("Oleksandr Quoren", "Oleksandrovych Quoren", "person",
                     "quoren>quoren:exact | oleksandr | oleksandrovych", id="name-and-patronymic-ukrainian"),
        pytest.param("Talvekov Quoren", "Talvekovich Quoren", "person",
                     "quoren>quoren:exact | talvekov | talvekovich", id="surname-and-patronymic"),
        pytest.param("Talvekova Quoren", "Talvekovna Quoren", "person",
                     "quoren>quoren:exact | talvekova | talvekovna", id="surname-and-patronymic-of-a-woman"),
        pytest.param("Dalvekova Quoren", "Talvekovna Quoren", "person",
                     "quoren>quoren:exact | dalvekova | talvekovna", id="surname-and-patronymic-spelt-otherwise"),
        pytest.param("Zhu Quoren", "Zhao Quoren", "person",
                     "zhu>zhao:spelt quoren>quoren:exact | |", id="two-consonants-are-no-word-without-vowels"),
        pytest.param("Aleksandrovi Quoren", "Aleksandrovich Quoren", "person",
                     "aleksandrovi>aleksandrovich:spelt quoren>quoren:exact | |", id="patronymic-cut-off"),
        pytest.param("Abdul Karim Quoren", "Abdulkarim Quoren", "person",
                     "abdul+karim>abdulkarim:joined quoren>quoren:exact | |", id="joined-left"),
        pytest.param("Abdulkarim Quoren", "Abdul Karim Quoren", "person",
                     "abdulkarim>abdul+karim:joined quoren>quoren:exact | |", id="joined-right"),
        pytest.param("Talvek Talvek", "Talvek Quoren", "person",
                     "talvek>talvek:exact | talvek | quoren", id="no-word-twice"),
        pytest.param("Talvek Talvek Quoren", "Quoren Talvek Talvec", "person",
                     "talvek>talvec:spelt talvek>talvek:exact quoren>quoren:exact | |", id="twice-on-one-side"),
        pytest.param("Юсуф Quoren", "Yusuf Iusuf", "person",
                     "yusuf>yusuf:exact | quoren | iusuf", id="the-same-word-of-two-scripts-before-another"),
        pytest.param("J P Morgan", "JPMorgan", "other", "j+p+morgan>jpmorgan:joined | |", id="three-as-one"),
        pytest.param("Borogove Bank 3", "Borogove Bank 3", "other",
                     "borogove>borogove:exact | BANK 3 | BANK 3", id="generic-words-and-numbers-are-not-aligned"),
        pytest.param("Talvek bin Omar", "Talvek", "person", "talvek>talvek:exact | omar |", id="particles-are-free"),
        pytest.param("", "Talvek", "person", "| | talvek", id="empty"),
        pytest.param("Talvek", "Mimsy", "person", "| talvek | mimsy", id="nothing"),
    ],
)  # fmt: skip
def test_alignment(left: str, right: str, kind: NameClass, expected: str) -> None:
    assert shown(left, right, kind) == expected


def test_only_the_first_words_of_a_sentence_count() -> None:
    sentence = " ".join(f"word{'abcdefghijklmnopqrstuvwxyz'[i]}" for i in range(26))
    assert shown(sentence, sentence, "person").count(":exact") == ties.MOST


def test_han_characters_that_sound_alike_are_not_the_same_word() -> None:
    assert "exact" in shown("李伟", "李伟", "person")
    assert shown("伟", "卫", "person") == "wei>wei:spelt | |"
