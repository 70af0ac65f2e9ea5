"""What the loops leave behind, read out."""

import pytest

from namesake.kernels.bank import Bank
from namesake.kernels.evidence import compare
from namesake.kernels.items import LINK, Items, Weights
from namesake.kernels.links import FIELDS, LEFT, LEFT_WORDS, RIGHT, RIGHT_WORDS, Bench
from namesake.kernels.rarity import shipped_rarities
from namesake.kernels.tables import rules
from namesake.kernels.telling import told, unused
from namesake.names.tokens import parse
from namesake.values.names import Name


@pytest.mark.parametrize(
    ("one", "other", "linked", "left", "right"),
    [
        pytest.param("Talvek Quoren", "Talvek Quoren", [(0, 1, 0, 1), (1, 1, 1, 1)], [], [], id="same"),
        pytest.param("Talvek Quoren", "Talvek Mimsy", [(0, 1, 0, 1)], [1], [1], id="one-word"),
        pytest.param("Talvek Quoren Abel", "Quoren Talvek", [(0, 1, 1, 1), (1, 1, 0, 1)], [2], [], id="turned"),
        pytest.param("Talvek Quoren", "Talvekquoren", [(0, 2, 0, 1)], [], [], id="joined"),
        pytest.param("Talvek", "Mimsy", [], [0], [0], id="nothing"),
    ],
)
def test_what_was_compared_last(
    one: str, other: str, linked: list[tuple[int, int, int, int]], left: list[int], right: list[int]
) -> None:
    parts = [parse(Name(text), "person") for text in (one, other)]
    bank, bench, items = Bank(shipped_rarities()["person"]), Bench(), Items()
    first = bank.place(parts)
    weights = Weights({"word": 1024, "rarity": 1024, "contradiction": -1024}, person=True)
    total = compare(bank.held, first, bank.held, first + 1, weights, rules(0), bench, items)
    said = told(items, bench)
    assert sum(bits for _, _, bits, _ in said) == total
    links = [fields for kind, _, _, fields in said if kind == LINK]
    assert all(len(fields) == FIELDS for fields in links)
    assert all(fields == () for kind, _, _, fields in said if kind != LINK)
    where = sorted((link[LEFT], link[LEFT_WORDS], link[RIGHT], link[RIGHT_WORDS]) for link in links)
    assert where == linked
    assert unused(bench, True, len(parts[0].compared)) == left
    assert unused(bench, False, len(parts[1].compared)) == right


def test_what_was_told_outlives_the_next_comparison() -> None:
    bank, bench, items = Bank(shipped_rarities()["person"]), Bench(), Items()
    parts = [parse(Name(text), "person") for text in ("Talvek Quoren", "Talvek Quoren", "Mimsy")]
    first = bank.place(parts)
    weights = Weights({"word": 1024}, person=True)
    compare(bank.held, first, bank.held, first + 1, weights, rules(0), bench, items)
    said = told(items, bench)
    again = list(said)
    compare(bank.held, first, bank.held, first + 2, weights, rules(0), bench, items)
    assert said == again
