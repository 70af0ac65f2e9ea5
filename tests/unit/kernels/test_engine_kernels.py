"""Spelling costs by rank, rarity, and joined words."""

import pytest

from namesake.kernels.links import gain, join, joinable, joined_rarity
from namesake.kernels.rarity import rarity
from namesake.kernels.speller import cost
from namesake.kernels.spelling import LONGEST, encode
from namesake.values.tokens import NameClass, Role, Token

OUT_OF_REACH = 1 << 30


def away(left: str, right: str, abjad: bool = False) -> int:
    found = cost(left, right, not abjad)
    return OUT_OF_REACH if found is None else found


@pytest.mark.parametrize(
    ("word", "nearer", "farther"),
    [
        pytest.param("mohammed", "muhamad", "mahmoud", id="spellings-before-another-name"),
        pytest.param("yusuf", "youssef", "yunus", id="digraph-before-another-name"),
        pytest.param("hussein", "husayn", "hassan", id="vowels-before-another-name"),
        pytest.param("borogove", "borrogove", "bodogove", id="doubled-letter"),
        pytest.param("borogove", "boorogove", "boarogove", id="doubled-vowel"),
        pytest.param("talvek", "tavlek", "tarsek", id="neighbours-exchanged-before-two-letters"),
        pytest.param("talvek", "talvec", "talvep", id="c-for-k-before-p-for-k"),
        pytest.param("talvek", "talwek", "talrek", id="w-for-v"),
        pytest.param("talvek", "talvik", "talvtk", id="vowel-for-vowel"),
        pytest.param("smith", "smyth", "smath", id="y-for-i"),
        pytest.param("smith", "smit", "smih", id="th-for-t"),
        pytest.param("philip", "filip", "silip", id="ph-for-f"),
        pytest.param("dzhamal", "jamal", "kamal", id="dzh-for-j"),
        pytest.param("akhmed", "ahmed", "armed", id="kh-for-h"),
        pytest.param("shakir", "sakir", "makir", id="sh-for-s"),
        pytest.param("ivan", "iwan", "vani", id="substitution-before-rearrangement"),
        pytest.param("quoren", "quoren", "quorin", id="equal-first"),
        pytest.param("talvek", "talvek", "talvekk", id="equal-before-doubled"),
    ],
)
def test_nearer(word: str, nearer: str, farther: str) -> None:
    assert away(word, nearer) < away(word, farther)


@pytest.mark.parametrize(
    ("consonants", "nearer", "farther"),
    [
        pytest.param("mhmd", "mohammed", "ahmed", id="mohammed"),
        pytest.param("amr", "omar", "emmanuel", id="omar"),
        pytest.param("ywsf", "yusuf", "younes", id="yusuf"),
        pytest.param("krym", "karim", "akram", id="karim"),
        pytest.param("ntn", "natan", "antonin", id="natan"),
    ],
)
def test_nearer_without_vowels(consonants: str, nearer: str, farther: str) -> None:
    assert away(consonants, nearer, abjad=True) < away(consonants, farther, abjad=True)


def test_missing_vowels_are_cheaper_where_the_script_leaves_them_out() -> None:
    assert away("mhmd", "mohamed", abjad=True) < away("mhmd", "mohamed")


@pytest.mark.parametrize(
    ("left", "right", "left_vowels", "right_vowels"),
    [
        pytest.param("mohammed", "muhamad", True, True, id="latin"),
        pytest.param("szczepkowski", "schepkovsky", True, True, id="digraphs"),
        pytest.param("talvek", "tavlek", True, True, id="exchange"),
        pytest.param("mhmd", "mohammed", False, True, id="abjad-and-latin"),
        pytest.param("mhmd", "mhmwd", False, False, id="abjad-and-abjad"),
    ],
)
def test_both_directions_cost_the_same(left: str, right: str, left_vowels: bool, right_vowels: bool) -> None:
    forth = cost(left, right, left_vowels, right_vowels)
    assert forth is not None
    assert forth == cost(right, left, right_vowels, left_vowels)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("smith", "jones", id="other-name"),
        pytest.param("abc", "abd", id="short-words-must-be-close"),
        pytest.param("talvek", "", id="nothing"),
        pytest.param("a", "talvekquoren", id="much-longer"),
    ],
)
def test_out_of_reach(left: str, right: str) -> None:
    assert cost(left, right) is None
    assert cost(right, left) is None


def test_joined_words_must_be_closer() -> None:
    assert cost("talvekquoren", "tarlvekquoren") is not None
    assert cost("talvekquoren", "tarlvekquoren", joined=True) is None


def test_very_long_words_are_compared_as_far_as_they_are_read() -> None:
    assert len(encode("a" * 100)) == LONGEST
    assert cost("a" * 100, "a" * 90) == 0


def word(text: str, role: Role = "name", script: str = "Latn", article: bool = False) -> Token:
    return Token(text, role, text, script, article)


@pytest.mark.parametrize(
    ("rarer", "commoner", "kind"),
    [
        pytest.param("borogove", "smith", "person", id="unknown-before-known"),
        pytest.param("quoren", "mohammed", "person", id="unknown-before-commonest"),
        pytest.param("zbigniew", "john", "person", id="rare-before-common"),
        pytest.param("borogove", "international", "other", id="company-word"),
        pytest.param("borogove", "bx", "person", id="short-unknown-words-are-bounded"),
    ],
)
def test_rarer(rarer: str, commoner: str, kind: NameClass) -> None:
    assert rarity(word(rarer), kind) > rarity(word(commoner), kind)


def test_words_without_vowels_are_worth_less_than_whole_ones() -> None:
    assert rarity(word("brgv", script="Arab"), "person") < rarity(word("brgv"), "person")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        pytest.param((word("abd"), word("karim")), "abdkarim", id="two"),
        pytest.param((word("abu"), word("abbas", article=True)), "abualabbas", id="article-is-heard-again"),
        pytest.param((word("abdul"), word("rahman", article=True)), "abdulrahman", id="abdul-has-it-already"),
        pytest.param((word("a" * 20), word("b" * 20)), "a" * 20 + "b" * 12, id="bounded"),
    ],
)
def test_join(parts: tuple[Token, ...], text: str) -> None:
    assert join(parts).text == text


@pytest.mark.parametrize(
    ("parts", "may"),
    [
        pytest.param((word("li"), word("na")), True, id="four-letters"),
        pytest.param((word("li"), word("n", "initial")), False, id="three-letters"),
        pytest.param((word("j", "initial"), word("morgan")), True, id="initial"),
        pytest.param((word("star"), word("3", "number")), False, id="number"),
        pytest.param((word("star"), word("BANK", "generic")), False, id="generic"),
    ],
)
def test_joinable(parts: tuple[Token, ...], may: bool) -> None:
    assert joinable(parts) is may


def test_gain_is_rarity_less_half_the_cost() -> None:
    assert gain(10_240, 2_048) == 9_216
    assert joined_rarity(20_000, 10_000) == 15_000
    assert joined_rarity(12_000, 10_000) == 12_000
