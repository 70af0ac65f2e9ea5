"""Words written into the arrays that the loops read."""

import pytest

from namesake.kernels.bank import PAGE, Bank, joined_codes, mark_of, word_of
from namesake.kernels.known import key_of
from namesake.kernels.names import AS_PERSON, DESCENT, GENERIC, INITIAL, LEGAL, NAME, NUMBER, WEAK
from namesake.kernels.rarity import shipped_rarities
from namesake.kernels.spelling import encode
from namesake.names.tokens import parse
from namesake.values.names import Name
from namesake.values.tokens import Role, Token

RARITIES = shipped_rarities()["person"]


def word(text: str, role: Role = "name", script: str = "Latn", article: bool = False) -> Token:
    return Token(text, role, text, script, article)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        pytest.param((word("li"), word("na")), "lina", id="four-letters"),
        pytest.param((word("li"), word("n", "initial")), "", id="three-letters"),
        pytest.param((word("j", "initial"), word("morgan")), "jmorgan", id="initial"),
        pytest.param((word("star"), word("3", "number")), "", id="number"),
        pytest.param((word("star"), word("BANK", "generic")), "", id="generic"),
        pytest.param((word("abu"), word("abbas", article=True)), "abualabbas", id="article-is-heard-again"),
        pytest.param((word("abdul"), word("rahman", article=True)), "abdulrahman", id="abdul-has-it-already"),
        pytest.param((word("a" * 20), word("b" * 20)), "a" * 20 + "b" * 12, id="bounded"),
    ],
)
def test_neighbours_written_as_one(parts: tuple[Token, ...], text: str) -> None:
    words = [word_of(part, RARITIES) for part in parts]
    assert joined_codes(words, [part.article for part in parts]) == encode(text)


def test_roles_and_classes_of_a_word() -> None:
    roles: tuple[tuple[Role, int], ...] = (
        ("name", NAME), ("initial", INITIAL), ("number", NUMBER), ("generic", GENERIC), ("legal", LEGAL),
    )  # fmt: skip
    assert [word_of(word("talvek", role), RARITIES).role for role, _ in roles] == [number for _, number in roles]
    found = word_of(Token("chile", "name", "Chile", alike=("place:cl", "stem:chil", "nick:chilo")), RARITIES)
    assert {key & 3 for key in found.alike} == {0, 1, 2}, "places and stems are told apart by the lowest bits"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("martin", "mrtn", True, id="without-vowels"),
        pytest.param("martin", "mortan", True, id="other-vowels"),
        pytest.param("martin", "marvin", False, id="other-consonants"),
    ],
)
def test_skeletons(one: str, other: str, same: bool) -> None:
    left, right = (word_of(word(text), RARITIES).skeleton for text in (one, other))
    assert (left | 1 == right | 1) is same


def test_only_vowelless_words_have_an_odd_skeleton() -> None:
    assert word_of(word("mrtn"), RARITIES).skeleton & 1
    assert not word_of(word("martin"), RARITIES).skeleton & 1
    assert not word_of(word("zhu"), RARITIES).skeleton & 1, "too few consonants"
    assert word_of(word("aeio"), RARITIES).skeleton == 0
    assert word_of(word("mrtn", script="Arab"), RARITIES).skeleton == 0


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        pytest.param(Name("Talvek Quoren"), 0, id="none"),
        pytest.param(Name("Talvek bin Quoren"), DESCENT, id="somebodys-child"),
        pytest.param(Name("Talvek", weak=True), WEAK, id="weak"),
        pytest.param(Name("Talvek bint Quoren", weak=True), DESCENT | WEAK, id="both"),
    ],
)
def test_marks(name: Name, marks: int) -> None:
    assert mark_of(parse(name, "person")) == marks | AS_PERSON
    assert not mark_of(parse(name, "other")) & AS_PERSON


def test_a_bank_knows_its_words_again_and_says_when_it_is_full() -> None:
    bank = Bank(RARITIES, 3)
    assert bank.room_for(3)
    numbers = [bank.number(word(text)) for text in ("talvek", "quoren", "talvek")]
    assert numbers == [0, 1, 0]
    assert bank.room_for(1)
    assert not bank.room_for(2)
    assert bank.word(1).key == key_of("quoren")


def test_names_are_placed_one_after_the_other() -> None:
    bank = Bank(RARITIES, 64)
    names = [parse(Name(text), "person") for text in ("Talvek Quoren", "Talvek", "Quoren bin Talvek Mimsy")]
    assert bank.place(names) == 0
    assert bank.place(names[:1]) == 3
    assert {bank.number(token) for parts in names for token in parts.compared} == {0, 1, 2}
    assert bank.room_for(61)
    assert not bank.room_for(62)


def test_a_full_page_makes_way_for_another_and_keeps_the_words() -> None:
    bank = Bank(RARITIES, 64)
    names = [parse(Name("Talvek Quoren"), "person")] * 2
    firsts = [bank.place(names) for _ in range(PAGE)]
    assert firsts[: PAGE // 2] == list(range(0, PAGE, 2))
    assert firsts[PAGE // 2] == 0, "a page was begun anew"
    assert max(firsts) == PAGE - 2
    assert bank.room_for(62)


def test_more_names_than_a_page_holds_are_placed_together() -> None:
    bank = Bank(RARITIES, 64)
    names = [parse(Name("Talvek Quoren"), "person")] * (2 * PAGE)
    assert bank.place(names) == 0
    assert bank.place(names[:1]) in (0, 2 * PAGE)
