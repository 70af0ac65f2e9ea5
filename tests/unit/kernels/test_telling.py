"""What the loops leave behind, read out as evidence."""

import pytest

from namesake.kernels.bank import Bank
from namesake.kernels.bench import Bench
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights
from namesake.kernels.rarity import shipped_rarities
from namesake.kernels.tables import rules
from namesake.kernels.telling import share_of, told
from namesake.names.tokens import parse
from namesake.values.matches import Evidence
from namesake.values.names import Name

WEIGHTS = Weights({"word": 1024, "rarity": 1024, "contradiction": -1024, "extra_words": -512}, person=True)


def said(one: str, other: str) -> tuple[int, list[Evidence], float]:
    left, right = (parse(Name(text), "person") for text in (one, other))
    bank, bench, items = Bank(shipped_rarities()["person"]), Bench(), Items()
    first = bank.place([left, right])
    total = compare(bank.held, first, bank.held, first + 1, WEIGHTS, rules(0), bench, items)
    found: list[Evidence] = []
    return total, found, told(left, right, bench, items, found)


@pytest.mark.parametrize(
    ("one", "other", "linked", "left_over"),
    [
        pytest.param("Talvek Quoren", "Talvek Quoren", [("Talvek", "Talvek"), ("Quoren", "Quoren")], None, id="same"),
        pytest.param("Talvek Quoren", "Talvek Mimsy", [("Talvek", "Talvek")], ("Quoren", "Mimsy"), id="one-word"),
        pytest.param(
            "Talvek Quoren Abel",
            "Quoren Talvek",
            [("Talvek", "Talvek"), ("Quoren", "Quoren")],
            ("Abel", ""),
            id="turned",
        ),
        pytest.param("Talvek Quoren", "Talvekquoren", [("Talvek Quoren", "Talvekquoren")], None, id="joined"),
        pytest.param("Dr Talvek", "Mimsy bin", [], ("Talvek", "Mimsy"), id="nothing"),
        pytest.param("x " * 20, "x " * 20, [("x", "x")] * 16, None, id="the-first-sixteen"),
    ],
)
def test_what_was_compared_last(
    one: str, other: str, linked: list[tuple[str, str]], left_over: tuple[str, str] | None
) -> None:
    total, found, _ = said(one, other)
    assert sum(item.bits for item in found) == total
    words = [item for item in found if item.code in ("name.word", "name.initial")]
    assert [(item.subject_value, item.entry_value) for item in words] == linked
    rest = [item for item in found if item.code in ("name.contradiction", "name.extra")]
    assert [(item.subject_value, item.entry_value) for item in rest] == ([left_over] if left_over else [])


def test_the_share_is_that_of_the_words_that_agree() -> None:
    _, found, share = said("Talvek Quoren", "Talvek Quoren")
    assert share == share_of([item.per_million / 1e6 for item in found if item.per_million is not None])
    assert said("Talvek", "Mimsy")[2] == 1.0


def test_a_further_word_is_likelier_than_its_share_of_everybody() -> None:
    assert share_of([]) == 1.0
    assert share_of([0.25]) == 0.25
    assert share_of([0.5, 0.25]) == 0.25
    assert share_of([2**-10, 2**-20]) == 2**-27
