"""Sorted words as tables of letters, and as vocabularies that can be walked."""

import itertools
from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.kernels import vocabulary as room
from namesake.kernels.spelling import LONGEST, encode
from namesake.kernels.vocabulary import Rows, groups_of, rows_of, starts_of, written

WORDS = st.lists(st.binary(max_size=LONGEST).map(lambda word: bytes(code % 4 for code in word)))
"""Few letters, so that many words begin alike; zeros are letters too, of signs that are none."""


def rows(words: list[bytes]) -> Rows:
    lengths = np.array([len(word) for word in words], np.uint8)
    return rows_of(np.frombuffer(b"".join(words) or b"\0", np.uint8)[: lengths.sum()], lengths)


def words_of(found: Rows) -> list[bytes]:
    return [bytes(codes[:length]) for codes, length in zip(found.codes, found.lengths.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("words", "starts", "shared", "groups"),
    [
        pytest.param(["omar"], (0,), [0], [0, 1], id="one"),
        pytest.param(["oma", "omar", "omarov"], (0,), [0, 3, 4], [0, 3], id="one-group"),
        pytest.param(["oma", "omb", "orb"], (0,), [0, 2, 1], [0, 1, 2, 3], id="less-than-three-letters-in-common"),
        pytest.param(["omar", "omar"], (0, 1, 2), [0, 0], [0, 1, 2], id="a-section-shares-nothing"),
        pytest.param(["a" * 32, "a" * 32], (0,), [0, 32], [0, 2], id="the-longest"),
        pytest.param([], (0,), [], [0], id="none"),
    ],
)
def test_sorted_words_become_a_vocabulary(
    words: list[str], starts: tuple[int, ...], shared: list[int], groups: list[int]
) -> None:
    codes = [encode(text) for text in words]
    found = written(rows(codes), np.arange(len(codes)), starts)
    assert found.shared.tolist() == shared
    assert groups_of(found.shared).tolist() == groups
    assert found.offsets.tolist() == [sum(map(len, codes[:k])) for k in range(len(codes) + 1)]
    assert found.letters.tobytes() == (b"".join(codes) or b"\0")


@given(WORDS)
def test_a_table_is_its_words(words: list[bytes]) -> None:
    found = rows(words)
    assert words_of(found) == words
    backward = np.arange(len(words))[::-1]
    assert written(found, backward).letters.tobytes() == (b"".join(reversed(words)) or b"\0")
    assert words_of(found.turn()) == [word[::-1] for word in words]


@given(WORDS)
def test_words_are_ordered_by_class_and_letters(words: list[bytes]) -> None:
    words = [word.replace(b"\0", b"\1") for word in words]
    classes = [len(word) % 3 for word in words]
    order = rows(words).order(np.array(classes, np.uint8)).tolist()
    assert sorted(order) == list(range(len(words)))
    ordered = [(classes[place], words[place]) for place in order]
    assert ordered == sorted(ordered)


@given(WORDS)
def test_neighbours_share_their_beginnings(words: list[bytes]) -> None:
    def shared(one: bytes, other: bytes) -> int:
        return next((i for i in range(min(len(one), len(other))) if one[i] != other[i]), min(len(one), len(other)))

    expected = [0, *(shared(*pair) for pair in itertools.pairwise(words))][: len(words)]
    assert written(rows(words), np.arange(len(words))).shared.tolist() == expected


def test_many_words_are_handled_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    words = sorted(encode(f"w{number}") for number in range(50))
    whole = written(rows(words), np.arange(50), [0, 20])
    monkeypatch.setattr(room, "_AT_ONCE", 7)
    some = written(rows(words), np.arange(50), [0, 20])
    assert words_of(rows(words)) == words
    assert some.shared.tolist() == whole.shared.tolist()
    assert some.letters.tolist() == whole.letters.tolist()


def test_runs_begin_where_the_one_before_ends() -> None:
    assert starts_of(np.array(array("B", [200, 200, 0, 1]))).tolist() == [0, 200, 400, 400, 401]
