"""Words that are met together: which group a word has, and how much likelier the words that agree are together."""

from array import array
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.kernels.bank import Bank
from namesake.kernels.bench import Bench
from namesake.kernels.groups import GROUP, Groups
from namesake.kernels.known import key_of
from namesake.kernels.links import align
from namesake.kernels.together import charged, lifted
from namesake.names.tokens import parse
from namesake.scoring.model import shipped
from namesake.values.matches import BIT
from namesake.values.names import Name

MADE = {"talvek": 1, "quoren": 1, "mimsy": 2, "borogov": 3}
LIFTS = ((4, 1, 0), (1, 5, 0), (0, 0, 2))
"""Bits by groups."""


def groups(words: dict[str, int]) -> Groups:
    keys = array("Q", sorted(key_of(word) & ~GROUP | group for word, group in words.items()))
    return Groups(memoryview(keys), array("i", [bits * BIT for row in LIFTS for bits in row]), len(LIFTS))


def together(left: str, right: str, known: Groups) -> float:
    """In bits."""
    bank, bench = Bank(shipped().rarities["person"]), Bench()
    names = bank.names([parse(Name(text), "person") for text in (left, right)])
    align(names, 0, names, 1, shipped().rules, bench)
    return lifted(names, 0, names, 1, bench, known) / BIT


@pytest.mark.parametrize(
    ("left", "right", "bits"),
    [
        pytest.param("Talvek Quoren", "Talvek Quoren", 4, id="one-group"),
        pytest.param("Quoren Talvek", "Talvek Quoren", 4, id="any-order"),
        pytest.param("Talvek Mimsy", "Talvek Mimsy", 1, id="two-groups"),
        pytest.param("Talvek Borogov", "Talvek Borogov", 0, id="groups-that-have-nothing-to-do-with-one-another"),
        pytest.param("Talvek Jubjub", "Talvek Jubjub", 0, id="a-word-that-nobody-counted"),
        pytest.param("Talvek", "Talvek", 0, id="one-word"),
        pytest.param("Talvek Quoren Mimsy", "Talvek Quoren Mimsy", 4, id="three-words-the-mean-of-pairs-for-two"),
        pytest.param("Talvek Quoren Gimble", "Talvek Quoren Bandersnatch", 4, id="only-words-that-agree"),
        pytest.param("Talvek Q.", "Talvek Quoren", 4, id="an-initial-counts-like-the-word-that-it-stands-for"),
        pytest.param("T. Q.", "Talvek Q.", 0, id="initials-on-both-sides"),
        pytest.param("Talvek Quorren", "Talvek Quoren", 4, id="by-the-spelling-of-the-one-name"),
        pytest.param("Talvek Quoren", "Talvek Quorren", 4, id="or-of-the-other"),
        pytest.param("Тальвек Куорен", "Talvek Quoren", 4, id="of-two-scripts-the-latin-one"),
    ],
)
def test_words_that_agree_are_likelier_together(left: str, right: str, bits: float) -> None:
    assert together(left, right, groups(MADE)) == pytest.approx(bits, abs=0.01)


@pytest.mark.parametrize(
    ("lift", "rarities", "charge"),
    [
        pytest.param(2, (8, 8), 2, id="all-of-it"),
        pytest.param(6, (8, 8), 3, id="three-eighths-of-all-but-the-rarest"),
        pytest.param(2, (16, 16), 1.5, id="in-proportion-less-where-the-words-are-rare"),
        pytest.param(0, (8, 8), 0, id="none"),
        pytest.param(8, (8, 0), 0, id="nothing-but-the-rarest"),
    ],
)
def test_a_lift_is_charged_up_to_what_further_words_are_worth(
    lift: float, rarities: tuple[int, ...], charge: float
) -> None:
    assert charged(round(lift * BIT), sum(rarities) * BIT, max(rarities) * BIT) == charge * BIT


@given(st.dictionaries(st.text("abcdefghij", min_size=1, max_size=6), st.integers(1, len(LIFTS)), max_size=40))
def test_every_word_is_found_in_its_group_and_no_other_word_in_any(words: dict[str, int]) -> None:
    known = groups(words)
    assert {word: known.of(key_of(word)) for word in words} == words
    assert known.of(key_of("jubjub")) == 0


@pytest.mark.parametrize("words", [("talvek", "quoren", "mimsy"), ("talvek", "mimsy", "borogov")])
def test_the_order_of_words_is_irrelevant(words: tuple[str, ...]) -> None:
    assert len({together(" ".join(one), " ".join(words), groups(MADE)) for one in permutations(words)}) == 1


def test_the_table_of_the_package_knows_names_that_go_together() -> None:
    shipped_groups = shipped().rules.groups
    names = ("Ali Hassan", "Kim Min", "Ivan Petrov", "Nguyen Thi")
    assert all(together(name, name, shipped_groups) > 1 for name in names)
    assert together("Ali Ivan", "Ali Ivan", shipped_groups) < together("Ali Hassan", "Ali Hassan", shipped_groups)
