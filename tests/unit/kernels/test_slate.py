"""Names written for one pair say the same as those over a vocabulary that is kept."""

from itertools import product

import pytest

from namesake.kernels.bank import Bank
from namesake.kernels.bench import Bench
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items
from namesake.kernels.slate import NAMES, WORDS, Slate
from namesake.kernels.telling import told
from namesake.names.tokens import parse
from namesake.scoring.model import shipped
from namesake.values.matches import Evidence
from namesake.values.names import Name
from namesake.values.tokens import NameClass, NameParts, Token

MODEL = shipped()
PEOPLE = (
    "Talvek Quoren", "Quoren, Talvek", "Talvek bin Quoren", "Bob Quoren", "Robert Quoren", "T. Quoren", "Tlvk Quoren",
    "Abdul Rahman al-Quoren", "Abdulrahman Alquoren", "Dr. Talvek 3 Quoren", "Тальвек Кворен", "طالفك كريم",
    "عبد الرحمن", "김철수", "Kim Cheol-su", "王伟", "Wang Wei", "たなか", "Τάλβεκ", "Mar Rahmonov", "Rahmonzoda Maria",
    "a" * 300, " ".join(["Quoren"] * 40), "\ud800", "", "X",
)  # fmt: skip
FIRMS = (
    "Borogove Trading LLC", "Borogov Trading Company Limited", "Borogove Iran 3", "Borogove Iraq 5", "USA",
    "Union Star Alpha", "ООО Борогов", "Borogove", "Trading Bank", "Borogovia International Shipping Bank 3 of Iran",
)  # fmt: skip


def names(texts: tuple[str, ...], kind: NameClass) -> tuple[NameParts, ...]:
    return tuple([parse(Name(text, weak=text.startswith("Mar ")), kind) for text in texts])


def by_bank(left: NameParts, right: NameParts, kind: NameClass) -> tuple[int, list[Evidence]]:
    bank, bench, items = Bank(MODEL.rarities[kind]), Bench(), Items()
    first = bank.place([left, right])
    bits = compare(bank.held, first, bank.held, first + 1, MODEL.weights[kind], MODEL.rules, bench, items)
    return bits, said(left, right, bench, items)


def said(left: NameParts, right: NameParts, bench: Bench, items: Items) -> list[Evidence]:
    found: list[Evidence] = []
    told(left, right, bench, items, found)
    return found


@pytest.mark.parametrize(("kind", "texts"), [("person", PEOPLE), ("other", FIRMS)])
def test_two_names_say_the_same_as_over_a_vocabulary(kind: NameClass, texts: tuple[str, ...]) -> None:
    slate, bench, items = Slate(MODEL.rarities[kind]), Bench(), Items()
    for left, right in product(names(texts, kind), repeat=2):
        slate.place((left,), (right,))
        assert slate.best(None, MODEL.weights[kind], MODEL.rules, bench, items) == (0, 0)
        assert (items.total, said(left, right, bench, items)) == by_bank(left, right, kind)


def test_the_pair_with_the_most_bits_is_told_last() -> None:
    slate, bench, items = Slate(MODEL.rarities["person"]), Bench(), Items()
    left, right = names(("Mimsy Borogove", "Talvek Quoren"), "person"), names(("Toves", "Talvek Quoren", "X"), "person")
    slate.place(left, right)
    weights = MODEL.weights["person"]
    assert slate.best(None, weights, MODEL.rules, bench, items) == (1, 1)
    assert said(left[1], right[1], bench, items) == by_bank(left[1], right[1], "person")[1]
    assert slate.best([(0, 0), (1, 2)], weights, MODEL.rules, bench, items) in {(0, 0), (1, 2)}
    assert slate.best([(1, 1), (1, 1)], weights, MODEL.rules, bench, items) == (1, 1), "the first of several"
    assert slate.best([], weights, MODEL.rules, bench, items) is None


@pytest.mark.parametrize("count", [1, NAMES, 3 * NAMES, WORDS])
def test_there_is_room_for_any_number_of_names(count: int) -> None:
    slate, bench, items = Slate(MODEL.rarities["person"]), Bench(), Items()
    left = names(("Talvek Quoren",), "person")
    right = (*names(("Mimsy Borogove Tove",), "person") * count, *left)
    for _ in range(2):
        slate.place(left, right)
        assert slate.best(None, MODEL.weights["person"], MODEL.rules, bench, items) == (0, count)


def test_a_side_that_stays_is_not_changed_by_what_it_is_compared_with() -> None:
    slate, bench, items = Slate(MODEL.rarities["person"]), Bench(), Items()
    left = names(("Talvek Quoren", "Bob Rahmonov"), "person")
    totals = []
    for texts in (("Talvek Quoren",), PEOPLE, ("Talvek Quoren",), ("Mimsy",) * 2 * NAMES, ("Talvek Quoren",)):
        slate.place(left, names(texts, "person"))
        slate.best(None, MODEL.weights["person"], MODEL.rules, bench, items)
        totals.append(items.total)
    assert totals[0] == totals[2] == totals[4]


def test_a_side_without_names_has_no_best_pair() -> None:
    slate, bench, items = Slate(MODEL.rarities["person"]), Bench(), Items()
    some = names(("Talvek Quoren",), "person")
    for left, right in (((), some), (some, ()), ((), ())):
        slate.place(left, right)
        assert slate.best(None, MODEL.weights["person"], MODEL.rules, bench, items) is None


def test_more_classes_of_names_than_any_word_has_are_left_out() -> None:
    many = tuple(f"nick:{number}" for number in range(1000))
    left = (NameParts(Name("Talvek"), "person", (Token("talvek", "name", "Talvek", alike=many),)),)
    slate, bench, items = Slate(MODEL.rarities["person"]), Bench(), Items()
    slate.place(left, (NameParts(Name("Quoren"), "person", (Token("quoren", "name", "Quoren", alike=many[:1]),)),))
    assert slate.best(None, MODEL.weights["person"], MODEL.rules, bench, items) == (0, 0)
    assert said(left[0], left[0], bench, items)[0].level == "same class of names"
