"""What two names say: kind and level of every item, and that the items add up."""

import pytest

from namesake.kernels import items as kinds
from namesake.kernels.bank import Bank
from namesake.kernels.bench import Bench
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights
from namesake.names.tokens import parse
from namesake.scoring.model import shipped
from namesake.values.names import Name
from namesake.values.tokens import NameClass

KINDS = {getattr(kinds, name): name for name in (
    "LINK", "NO_WORD", "CONTRADICTION", "EXTRA", "INITIAL_DIFFERS", "SINGLE", "WORST", "TURNED", "MIXED", "REVERSED",
    "NUMBER", "GENERIC", "LEGAL", "PLACE", "WHOLE", "TURNED_WHOLE", "WEAK_ALIAS", "SCRIPT", "CUT_NAME", "SAME_LETTERS",
    "TITLE", "ORDINARY", "SCANT",
)}  # fmt: skip
STATES = {kinds.EQUAL: "", kinds.DIFFERS: "!", kinds.MISSING: "?"}


def items(left: Name, right: Name, kind: NameClass) -> Items:
    model, found = shipped(), Items()
    names = Bank(model.rarities[kind]).names([parse(left, kind), parse(right, kind)])
    compare(names, 0, names, 1, model.weights[kind], model.rules, Bench(), found)
    return found


def shown(left: str, right: str, kind: NameClass) -> str:
    found = items(Name(left.lstrip("*"), weak=left[:1] == "*"), Name(right), kind)
    said = []
    for k in range(found.count):
        name = KINDS[found.kinds[k]]
        aside = name in ("NUMBER", "GENERIC", "LEGAL", "PLACE")
        said.append(name.lower() + (STATES[found.levels[k]] if aside else ""))
    return " ".join(said)


@pytest.mark.parametrize(
    ("left", "right", "kind", "expected"),
    [
        ("Talvek Quoren", "Talvek Quoren", "person", "link link whole"),
        ("Talvek Quoren", "Quoren Talvek", "person", "link link turned turned_whole"),
        ("Talvek Imran Quoren", "Imran Talvek Quoren", "person", "link link link mixed"),
        ("Talvek bin Quoren", "Quoren bin Talvek", "person", "link link reversed"),
        ("Talvek Quoren", "Talvek Mimsy", "person", "link single contradiction"),
        ("Talvek Quoren", "Talvek Imran Quoren", "person", "link link extra"),
        ("Talvek Quoren", "Gyre Gimble", "person", "contradiction no_word"),
        ("T Quoren", "Talvek Quoren", "person", "link link single"),
        ("B Quoren", "Talvek Quoren", "person", "link single extra initial_differs"),
        ("Talvek M Quoren", "Talvek Mimsy", "person", "link single contradiction"),
        ("Talvek Mimsy", "Talvek M Quoren", "person", "link single contradiction"),
        ("Talvek M Quoren", "Talvek Mimsy Quoren", "person", "link link link"),
        ("Talvek M Quoren Tove", "Talvek Mimsy Quoren", "person", "link link link extra"),
        ("Talvek M", "Talvek Mimsy", "person", "link link single"),
        ("Abdul Talvek Mimsy", "Abdul Talvek", "person", "link link single extra"),
        ("Umm Talvek Mimsy", "Umm Talvek", "person", "link link single extra"),
        ("Talvek ud-Din Mimsy", "Talvek al-Din", "person", "link link single extra"),
        ("Mimsy Abdultalvek", "Abdul Talvek", "person", "link single extra"),
        ("Mimsy Quorentalvek", "Quoren Talvek", "person", "link extra"),
        ("Abdul Quoren", "Abdul Quoren", "person", "link link single whole"),
        ("B Quoren", "T Quoren", "person", "link single initial_differs"),
        ("*Talvek", "Talvek", "person", "link whole weak_alias"),
        ("Victory 3", "Victory 3", "other", "link single number whole"),
        ("Victory 3", "Victory 5", "other", "link single number!"),
        ("Victory 3", "Victory", "other", "link single number?"),
        ("Veltani Trading LLC", "Veltani Bank JSC", "other", "link single generic! legal!"),
        ("Veltani Trading LLC", "Veltani Trading", "other", "link single generic legal? whole"),
        ("Veltani Trading LLC", "株式会社 Veltani Trading", "other", "link single generic whole"),
        ("Veltani Chile", "Veltani Peru", "other", "link single contradiction place!"),
        ("Veltani Chile", "Veltani", "other", "link single extra place?"),
        ("VQBT", "Veltani Quoren Borogove Tove", "other", "link"),
        (
            "Veltani Quoren Mimsy Shipp",
            "Veltani Quoren Mimsy Shipping",
            "other",
            "link link link extra generic? cut_name",
        ),
        ("Veltani Quoren Tove Shipping", "Veltani Quoren Tove S", "other", "link link link extra generic? cut_name"),
        ("Veltani Quoren Mimsy", "Veltani Quoren Mimsy Shipping", "other", "link link link generic?"),
        ("Veltani Quoren 4", "Veltani Quoren 44", "other", "link link number!"),
        ("Veltani Quo", "Veltani Quoren", "other", "link link"),
        ("Veltani Quoren 4", "Veltani Quoren4", "other", "link link number? same_letters"),
        ("Veltani Quoren 4", "Veltani Quoren5", "other", "link link number?"),
        ("Veltani Quoren S A S", "Veltani Quoren Sa S", "other", "link link extra legal! same_letters"),
        ("Talvek Haji", "Haji Talvek", "person", "title link single"),
        ("Haji Talvek", "Talvek Haji", "person", "title link single"),
        ("Haji Talvek Mimsy", "Talvek Mimsy Haji", "person", "title link link"),
        ("Haji Talvek Mimsy", "Talvek Mimsy Quoren Haji", "person", "title link link extra"),
        ("Haji Talvek Mimsy", "Talvek Mimsy", "person", "link link whole"),
        ("Haji Veltani", "Veltani Haji", "other", "link link"),
        ("Glory Veltani", "Glory", "other", "link single extra ordinary"),
        ("Glory", "Glory Veltani", "other", "link single extra ordinary"),
        ("Lantern Glory", "Lantern Glory Veltani", "other", "link link extra ordinary"),
        ("Glory Veltani", "Glory Mimsy", "other", "link single contradiction"),
        ("Glory Veltani", "Glory Veltani Mimsy", "other", "link link extra"),
        ("Glory Trading", "Glory", "other", "link single generic?"),
        ("Glory Veltani", "Glory", "person", "link single extra"),
        ("Imran Talvek Quoren Bes", "Imran Talvek Quoren Bessling", "person", "link link link link cut_name"),
        ("Limited Liability Company Velt", "Limited Liability Company Veltani", "other", "link single legal no_word"),
        ("Imran Talvek Quor", "Imran Talvek Quoren", "person", "link link link"),
        ("", "", "person", "no_word"),
    ],
)
def test_items(left: str, right: str, kind: NameClass, expected: str) -> None:
    assert shown(left, right, kind) == expected


@pytest.mark.parametrize(
    ("left", "right", "missed"),
    [
        pytest.param("Talvek Imran Quoren", "Talvek Quoren", "", id="middle"),
        pytest.param("Imran Talvek Quoren", "Talvek Quoren", "first", id="first"),
        pytest.param("Talvek Quoren Imran", "Talvek Quoren", "last", id="last"),
        pytest.param("Talvek Quoren", "Talvek Quoren Imran", "last", id="last-of-the-other"),
        pytest.param("Mimsy Talvek Quoren Imran", "Talvek Quoren", "first last", id="both"),
        pytest.param("Quoren Talvek Imran", "Talvek Quoren", "last", id="turned-last"),
        pytest.param("Talvek Quoren", "Imran Quoren Talvek", "last", id="turned-first-of-the-other"),
        pytest.param("Quoren Imran Talvek", "Talvek Quoren", "last", id="turned-middle"),
        pytest.param("Talvek Quoren", "Talvek Quoren", "", id="none"),
    ],
)
def test_a_missing_end(left: str, right: str, missed: str) -> None:
    rarities = shipped().rarities["person"]
    names = Bank(rarities).names([parse(Name(text), "person") for text in (left, right)])
    weights = Weights({"extra_first": -1, "extra_last": -10}, person=True)
    total = compare(names, 0, names, 1, weights, shipped().rules, Bench(), Items())
    assert total == sum({"first": -1, "last": -10}[end] for end in missed.split())


@pytest.mark.parametrize("kind", ["person", "other"])
def test_items_add_up(kind: NameClass) -> None:
    found = items(Name("Talvek Imran Quoren 3"), Name("Qorin B Talwek 5"), kind)
    assert found.count > 3
    assert found.total == sum(found.bits[: found.count])


def test_less_than_eight_bits_of_closely_agreeing_words_are_never_near_a_threshold() -> None:
    weights = shipped().names["person"]
    assert weights["prior"] + weights["no_word"] < -9 * 1024
    assert "no_word" in shown("Li", "Li Talvek", "person")
    assert "no_word" not in shown("Talvek", "Talvik", "person")


@pytest.mark.parametrize("charge", [-1, -1024, -20480])
def test_what_too_little_ties_closely_gains_nothing_by_what_else_agrees(charge: int) -> None:
    model, found = shipped(), Items()
    cut, whole = (Name(f"Limited Liability Company {word}") for word in ("Velt", "Veltani"))
    names = Bank(model.rarities["other"]).names([parse(cut, "other"), parse(whole, "other")])
    weights = Weights({**model.names["other"], "no_word": charge, "legal": 9999}, person=False)
    compare(names, 0, names, 1, weights, model.rules, Bench(), found)
    assert sum(found.bits[k] for k in range(found.count) if found.kinds[k] != kinds.NO_WORD) > 0
    assert found.total == charge
