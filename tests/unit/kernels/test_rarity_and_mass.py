"""How rare a word is, and how rare one of another script, whose Latin spelling nobody knows."""

import math

import numpy as np
import pytest

from namesake.kernels.mass import POWERS, rarity_of, share
from namesake.kernels.rarity import Rarities, shipped_rarities
from namesake.kernels.scripts import LATIN, script_class
from namesake.kernels.spelling import Rows, distance, encode, in_context
from namesake.kernels.tables import contexts_of, costs_between
from namesake.values.tokens import NameClass, Role, Token

BIT = 1024
KNOWN = {"karim": 8 * BIT, "karam": 11 * BIT, "akram": 10 * BIT, "talvek": 16 * BIT}


def word(text: str, role: Role = "name", script: str = "Latn") -> Token:
    return Token(text, role, text, script)


def few() -> Rarities:
    items = sorted(KNOWN.items())
    return Rarities(np.array([text for text, _ in items], "S"), np.array([bits for _, bits in items], np.int16))


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
    rarities = shipped_rarities()[kind]
    assert rarities.of(word(rarer)) > rarities.of(word(commoner))


@pytest.mark.parametrize("role", ["particle", "initial", "number", "generic", "legal"])
def test_what_names_nobody_is_not_rare(role: Role) -> None:
    assert few().of(word("talvek", role)) == 0


def test_a_known_word_is_as_rare_as_it_is_counted() -> None:
    assert few().of(word("karim")) == 8 * BIT
    assert few().of(word("borogove")) == 17 * BIT


def test_a_word_is_as_common_as_its_attested_spellings_together() -> None:
    def rarity(*forms: str) -> int:
        return few().of(Token("hulk", "name", "홁", "Hang", alike=tuple("form:" + form for form in forms)))

    assert 8 * BIT - 256 < rarity("karim") <= 8 * BIT
    assert rarity("karim", "akram") < rarity("karim") < rarity("akram") < rarity("talvek") < rarity()
    assert rarity("nobodyatall") == rarity()


def test_a_word_of_another_script_is_as_common_as_all_that_may_be_written_so() -> None:
    """The sum over the Latin words within reach, each by its share and the likelihood of that spelling, letters
    judged with their neighbours."""
    arabic = script_class("Arab")
    costs = costs_between(arabic, LATIN)
    code = encode("krm")
    expected = 2.0 ** -min(20.0, (2253 * 3 + 5 * BIT) / BIT)
    reached = 0
    for text, bits in KNOWN.items():
        other = encode(text)
        limit = min(costs.base + costs.per_letter * min(len(code), len(other)), costs.most)
        cost = distance(code, 0, len(code), other, 0, len(other), costs, limit, Rows())
        if cost <= limit:
            reached += 1
            beside = contexts_of(arabic)
            cost = in_context(other, 0, len(other), code, 0, len(code), costs_between(LATIN, arabic), beside, Rows())
            expected += 2.0 ** (-(bits + cost) / BIT)
    assert reached > 1, "several names are written so"
    assert few().of(word("krm", script="Arab")) == pytest.approx(-math.log2(expected) * BIT, abs=2)


def test_what_several_names_may_be_written_as_is_worth_less_than_any_of_them() -> None:
    rarities = shipped_rarities()["person"]
    assert rarities.of(word("brgv", script="Arab")) < rarities.of(word("borogove"))
    assert few().of(word("krym", script="Arab")) <= few().of(word("karim")) + 3 * BIT


def test_what_was_asked_before_changes_no_answer() -> None:
    rarities = few()
    first = rarities.of(word("krm", script="Arab"))
    rarities.of(word("tlfk", script="Arab"))
    assert rarities.of(word("krm", script="Arab")) == first == few().of(word("krm", script="Arab"))


@pytest.mark.parametrize("bits", [0, 1, 512, 1023, 1024, 5000, 17 * BIT, 30 * BIT])
def test_share_and_rarity_are_each_others_inverse(bits: int) -> None:
    assert rarity_of(share(bits)) == pytest.approx(bits, abs=1)


def test_powers_fall() -> None:
    assert list(POWERS) == sorted(POWERS, reverse=True)
    assert POWERS[0] == 1 << 46
