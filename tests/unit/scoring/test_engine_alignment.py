"""Which words stand for which: `left>right:tie` in the left name's order, then what is left over on both sides."""

import pytest

from namesake.names.tokens import parse
from namesake.scoring.alignment import align
from namesake.values.names import Name
from namesake.values.tokens import NameClass


def shown(left: str, right: str, kind: NameClass) -> str:
    found = align(parse(Name(left), kind), parse(Name(right), kind), kind)
    pairs = [
        f"{'+'.join(found.left[i].text for i in p.left)}>{'+'.join(found.right[j].text for j in p.right)}:{p.tie}"
        for p in found.pairs
    ]
    over = [found.left[i].text for i in found.left_over], [found.right[j].text for j in found.right_over]
    return " ".join([*pairs, "|", *over[0], "|", *over[1]])


@pytest.mark.parametrize(
    ("left", "right", "kind", "expected"),
    [
        pytest.param("Talvek Quoren", "Quoren Talvek", "person",
                     "talvek>talvek:exact quoren>quoren:exact | |", id="any-order"),
        pytest.param("Talvek Quoren", "Talvec Mimsy", "person",
                     "talvek>talvec:spelling | quoren | mimsy", id="spelling-and-leftovers"),
        pytest.param("Юсуф Тестов", "Yusuf Testoff", "person",
                     "yusuf>yusuf:exact testov>testoff:script | |", id="script"),
        pytest.param("T. Quoren", "Talvek Quoren", "person",
                     "t>talvek:initial quoren>quoren:exact | |", id="initial"),
        pytest.param("B. Quoren", "Talvek Quoren", "person", "quoren>quoren:exact | b | talvek", id="wrong-initial"),
        pytest.param("Abdul Karim Quoren", "Abdulkarim Quoren", "person",
                     "abdul+karim>abdulkarim:joined quoren>quoren:exact | |", id="joined-left"),
        pytest.param("Abdulkarim Quoren", "Abdul Karim Quoren", "person",
                     "abdulkarim>abdul+karim:joined quoren>quoren:exact | |", id="joined-right"),
        pytest.param("Wang Wenhai", "王文海", "person",
                     "wang>wang:exact wenhai>wen+hai:joined | |", id="joined-syllables"),
        pytest.param("Talvek Talvek", "Talvek Quoren", "person",
                     "talvek>talvek:exact | talvek | quoren", id="no-word-twice"),
        pytest.param("J P Morgan", "JPMorgan", "other",
                     "j+p+morgan>jpmorgan:joined | |", id="three-as-one"),
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
    found = align(parse(Name(sentence), "person"), parse(Name(sentence), "person"), "person")
    assert len(found.left) == len(found.pairs) == 16
