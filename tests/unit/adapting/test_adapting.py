"""Words are counted and mixed: tables of small populations, and the law that nothing changes without weight."""

import numpy as np
import pytest

from namesake.adapting.counting import Counting, words_of
from namesake.adapting.mixing import (
    UNIT,
    UNKNOWN,
    Frequencies,
    changes,
    frequencies,
    mixed,
    stored,
    weight_of,
)
from namesake.adapting.reference import FILES, reference
from namesake.values.entities import Entity
from namesake.values.names import Name
from namesake.values.tokens import NameClass

REFERENCE = frequencies({"talvek": 4 * UNIT, "quoren": 12 * UNIT, "zorvan": 18000})


def bits(given: Frequencies) -> dict[str, int]:
    return dict(zip((word.decode() for word in given.words.tolist()), given.bits.tolist(), strict=True))


@pytest.mark.parametrize(
    ("names", "schema", "kind", "words"),
    [
        pytest.param(["Talvek Quoren"], "Person", "person", {"talvek", "quoren"}, id="a person"),
        pytest.param(
            ["Talvek Quoren", "Talvek Veltani"], "Person", "person", {"talvek", "quoren", "veltani"}, id="alias"
        ),
        pytest.param(["Talvek bin T. Quoren"], "Person", "person", {"talvek", "quoren"}, id="no particles, initials"),
        pytest.param(["Dr. Talvek Quoren"], "Person", "person", {"talvek", "quoren"}, id="no titles"),
        pytest.param(["Талвек Куорен"], "Person", "person", set(), id="another script"),
        pytest.param(["Талвек Куорен", "Talvek"], "Person", "person", {"talvek"}, id="two scripts"),
        pytest.param(["Q" * 17], "Person", "person", set(), id="too long for a word"),
        pytest.param(["Veltani Trading LLC"], "Company", "other", {"veltani"}, id="no general words and legal forms"),
        pytest.param([], "Person", "person", set(), id="nameless"),
    ],
)
def test_words_of_a_subject(names: list[str], schema: str, kind: NameClass, words: set[str]) -> None:
    assert words_of(Entity("s", schema, tuple(Name(text) for text in names))) == (kind, frozenset(words))


def test_a_subject_counts_once() -> None:
    counting = Counting()
    for words in ({"talvek", "quoren"}, {"talvek"}, set[str]()):
        counting.add(frozenset(words))
    assert (counting.subjects, counting.others) == (2, 1)
    assert counting.held == {"talvek": 2, "quoren": 1}


@pytest.mark.parametrize(
    ("asked", "subjects", "weight"),
    [
        pytest.param(0.5, 0, 0, id="nobody"),
        pytest.param(0.5, 10, 0.5 * 10 / 1010, id="few move little"),
        pytest.param(0.5, 1000, 0.25, id="half"),
        pytest.param(1.0, 999_000, 0.999, id="many"),
        pytest.param(0.0, 999_000, 0, id="no weight"),
    ],
)
def test_what_a_population_weighs(asked: float, subjects: int, weight: float) -> None:
    assert weight_of(asked, subjects) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("held", "subjects", "asked"),
    [
        pytest.param({}, 0, 0.5, id="nobody"),
        pytest.param({"talvek": 500, "newcomer": 500}, 1000, 0.0, id="no weight"),
    ],
)
@pytest.mark.parametrize("kind", FILES)
def test_without_weight_nothing_changes(held: dict[str, int], subjects: int, asked: float, kind: str) -> None:
    before = reference("person" if kind == "person" else "organisation")
    after = mixed(before, held, subjects, asked)
    assert np.array_equal(before.words, after.words)
    assert np.array_equal(before.bits, after.bits)


@pytest.mark.parametrize(
    ("word", "held", "expected"),
    [
        pytest.param("quoren", 250, round(-UNIT * np.log2(0.75 * 2**-12 + 0.25 * 0.25)), id="much commoner"),
        pytest.param("talvek", 0, round(-UNIT * np.log2(0.75 * 2**-4)), id="rarer where nobody has it"),
        pytest.param("zorvan", 0, 18000, id="never rarer than the unknown by being mixed"),
        pytest.param("newcomer", 100, round(-UNIT * np.log2(0.75 * 2**-17 + 0.25 * 0.1)), id="new"),
        pytest.param("newcomer", 3, round(-UNIT * np.log2(0.75 * 2**-17 + 0.25 * 0.003)), id="held by three"),
        pytest.param("newcomer", 2, None, id="held by two: left out"),
    ],
)
def test_mixed_frequencies(word: str, held: int, expected: int | None) -> None:
    found = bits(mixed(REFERENCE, {word: held} if held else {}, 1000, 0.5))
    assert found.get(word) == expected


def test_a_known_word_held_by_two_looks_as_if_nobody_held_it() -> None:
    with_two, without = (bits(mixed(REFERENCE, held, 1000, 0.5)) for held in ({"quoren": 2}, {}))
    assert with_two == without


@pytest.mark.parametrize("held", [3, 30, 300])
def test_more_subjects_make_a_word_commoner(held: int) -> None:
    fewer, more = (bits(mixed(REFERENCE, {"quoren": count}, 1000, 0.5))["quoren"] for count in (held, held * 2))
    assert more < fewer


def test_words_are_in_order_and_short_enough_to_be_kept() -> None:
    found = mixed(REFERENCE, {"aaa": 9, "zzz": 9, "mmm": 9}, 1000, 0.5)
    assert found.words.tolist() == sorted(found.words.tolist())
    assert len(found.words) == 6
    assert found.bits.dtype == np.int16


def test_what_is_kept_is_held_by_three() -> None:
    assert stored({"one": 1, "two": 2, "three": 3}) == {"three": 3}


def test_changes_are_of_words_that_many_hold() -> None:
    held = {"quoren": 20, "talvek": 19, "newcomer": 40}
    after = mixed(REFERENCE, held, 1000, 0.5)
    found = changes(REFERENCE, after, held)
    assert [change.word for change in found] == ["newcomer", "quoren"]
    assert found[0].before == UNKNOWN
    assert all(change.bits < 0 for change in found)
