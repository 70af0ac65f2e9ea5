"""Spelling costs are learnt: what the training pairs do often is cheap, what they never do is not."""

from importlib import import_module

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("rapidfuzz", reason="the command needs rapidfuzz: pip install -e '.[bench]'")
spelling = import_module("reference.spelling")
LETTERS, NEVER, SLIP = spelling.LETTERS, spelling.NEVER, spelling.SLIP

PAIRS = {
    (word, word.replace("k", "q")): 5.0
    for word in ("kamal", "karim", "tarik", "malik", "kabul", "kodar", "sakel", "makor", "dakin", "rokas")
}
ONE = LETTERS * LETTERS


def _costs(pairs: dict[tuple[str, str], float], *, latin: bool) -> NDArray[np.uint8]:
    found: NDArray[np.uint8] = spelling.costs(spelling.learn(pairs), latin=latin)
    return found


def _code(letter: str) -> int:
    return ord(letter) - ord("a") + 1


def _one(table: NDArray[np.uint8], left: str, right: str) -> int:
    return int(table[:ONE].reshape(LETTERS, LETTERS)[_code(left), _code(right)])


@pytest.mark.parametrize("latin", [True, False], ids=["within Latin", "across scripts"])
def test_a_step_that_was_learnt_is_cheaper_than_one_that_was_not(latin: bool) -> None:
    found = _costs({**PAIRS, **{(b, a): n for (a, b), n in PAIRS.items()}}, latin=latin)
    learnt, never = _one(found, "k", "q"), _one(found, "k", "m")
    assert learnt < never
    assert learnt <= 16 * 3


def test_within_latin_a_letter_for_itself_is_free_and_both_directions_are_one() -> None:
    found = _costs(PAIRS, latin=True)
    assert _one(found, "a", "a") == 0
    assert _one(found, "k", "q") == _one(found, "q", "k")
    assert int(found[:ONE].max()) <= 16 * SLIP


def test_two_letters_for_one_are_learnt_too() -> None:
    words = ("khalid", "akhmed", "khan", "sheikh", "khodar", "makhmud")
    found = _costs({(word, word.replace("kh", "h")): 5.0 for word in words}, latin=False)
    two_left = found[ONE : ONE + LETTERS**3].reshape(LETTERS, LETTERS, LETTERS)
    learnt, never = two_left[_code("k"), _code("h"), _code("h")], two_left[_code("m"), _code("r"), _code("z")]
    assert learnt < never
    assert two_left[0, 0, 0] == NEVER


def test_a_letter_is_learnt_with_those_beside_it() -> None:
    """K is written as q before a and as k before i; letters that were never seen so cost what they cost alone."""
    pairs = {(word, word.replace("ka", "qa")): 5.0 for word in ("kadir", "makan", "rikab", "kiran", "tokin", "bakir")}
    found = spelling.contexts(pairs, spelling.learn(pairs))[: LETTERS**4].reshape((LETTERS,) * 4)
    k, q, a, i, z = map(_code, "kqaiz")
    assert found[0, k, a, q] < found[0, k, i, q]
    assert found[0, k, i, k] < found[0, k, a, k]
    assert abs(int(found[z, k, z, q]) - int(found[z, k, z, k])) < abs(int(found[0, k, a, q]) - int(found[0, k, a, k]))
