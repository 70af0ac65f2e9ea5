"""The walk, the distance of two words and the plainest recursion agree to the bit, for every pair of scripts."""

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.kernels.scripts import CLASSES
from namesake.kernels.spelling import FAR, Costs, Found, Rows, Sought, distance, encode, in_context, seek_out, walk
from namesake.kernels.spelling import apart as sought_distance
from namesake.kernels.tables import costs_between
from namesake.kernels.vocabulary import vocabulary_of

WORD = st.text("abcdehkmnosuvyz7", max_size=14)
SCRIPT = st.integers(0, len(CLASSES) - 1)
UNLIMITED = FAR - 1


@settings(max_examples=200, deadline=None)
@given(WORD, st.lists(WORD.filter(bool), min_size=1, max_size=12), SCRIPT, SCRIPT, st.booleans())
def test_the_walk_finds_exactly_the_words_within_reach(
    query: str, listed: list[str], left: int, right: int, joined: bool
) -> None:
    codes, costs = encode(query), costs_between(left, right, joined)
    words = sorted({encode(word) for word in listed})
    found = Found(len(words))
    walk(codes, vocabulary_of(words), 0, len(words), costs, found)
    walked = dict(zip(found.words[: found.count], found.costs[: found.count], strict=True))
    measured = {place: apart(codes, word, costs) for place, word in enumerate(words)}
    near = {place for place, word in enumerate(words) if abs(len(word) - len(codes)) <= costs.lengths}
    within = {place for place in near if measured[place] <= reach(codes, words[place], costs)}
    assert walked == {place: measured[place] for place in within}


@settings(max_examples=100, deadline=None)
@given(WORD, st.lists(WORD.filter(bool), min_size=2, max_size=12), st.data())
def test_a_walk_over_a_part_finds_what_the_whole_one_finds_there(
    query: str, listed: list[str], data: st.DataObject
) -> None:
    words = sorted({encode(word) for word in listed})
    start = data.draw(st.integers(0, len(words)))
    stop = data.draw(st.integers(start, len(words)))
    whole, part = Found(len(words)), Found(len(words))
    walk(encode(query), vocabulary_of(words), 0, len(words), costs_between(0, 0), whole)
    walk(encode(query), vocabulary_of(words), start, stop, costs_between(0, 0), part)
    within = [place for place in whole.words[: whole.count] if start <= place < stop]
    assert list(part.words[: part.count]) == within


@settings(max_examples=150, deadline=None)
@given(WORD, WORD, SCRIPT, SCRIPT)
def test_distance_is_that_of_the_plainest_recursion(one: str, other: str, left: int, right: int) -> None:
    costs = costs_between(left, right)
    assert apart(encode(one), encode(other), costs) == min(plain(encode(one), encode(other), costs), FAR)


@settings(max_examples=150, deadline=None)
@given(WORD, WORD, st.integers(1, len(CLASSES) - 1))
def test_letters_whose_neighbours_say_nothing_cost_what_they_cost_alone(one: str, other: str, script: int) -> None:
    costs, latin, heard = costs_between(0, script), encode(one), encode(other)
    found = in_context(latin, 0, len(latin), heard, 0, len(heard), costs, without_context(script), Rows())
    assert found == plain(latin, heard, costs)


@settings(max_examples=150, deadline=None)
@given(WORD, WORD, SCRIPT, SCRIPT, st.integers(0, 30_000))
def test_a_limit_only_cuts_off(one: str, other: str, left: int, right: int, limit: int) -> None:
    costs = costs_between(left, right)
    exact = apart(encode(one), encode(other), costs)
    assert apart(encode(one), encode(other), costs, limit) == (exact if exact <= limit else FAR)


@settings(max_examples=150, deadline=None)
@given(WORD, WORD, SCRIPT, SCRIPT)
def test_distance_is_the_same_from_both_sides(one: str, other: str, left: int, right: int) -> None:
    forth = apart(encode(one), encode(other), costs_between(left, right))
    assert forth == apart(encode(other), encode(one), costs_between(right, left))


@settings(max_examples=300, deadline=None)
@given(WORD, st.lists(WORD, min_size=1, max_size=4), SCRIPT, SCRIPT, st.integers(0, 30_000))
def test_a_word_that_is_sought_lies_as_far_from_others(
    word: str, others: list[str], left: int, right: int, limit: int
) -> None:
    costs, codes = costs_between(left, right), encode(word)
    sought, rows = Sought(), Rows()
    seek_out(codes, 0, len(codes), costs, sought)
    for other in map(encode, others):
        found = sought_distance(sought, codes, 0, len(codes), other, 0, len(other), costs, limit, rows)
        assert found == apart(codes, other, costs, limit)


def apart(left: bytes, right: bytes, costs: Costs, limit: int = UNLIMITED) -> int:
    return distance(left, 0, len(left), right, 0, len(right), costs, limit, Rows())


def reach(left: bytes, right: bytes, costs: Costs) -> int:
    return min(costs.base + costs.per_letter * min(len(left), len(right)), costs.most)


@cache
def without_context(script: int) -> memoryview:
    """What letters cost between others where those change nothing, in 1/16 bit."""
    costs, codes = costs_between(0, script), [b"", *(bytes([code]) for code in range(1, 27))]
    letters = np.array([[apart(one, other, costs) // 64 for other in codes] for one in codes], np.uint8)
    both = [[apart(one, first + other, costs) // 64 for first in codes for other in codes] for one in codes]
    pairs = np.minimum(both, 255).astype(np.uint8)
    ones = np.broadcast_to(letters[None, :, None], (27,) * 4).ravel()
    return np.concatenate([ones, np.broadcast_to(pairs[:, None], (27, 27, 729)).ravel()]).data


def plain(left: bytes, right: bytes, costs: Costs) -> int:
    """The cost of one pair without any pruning, from what single steps cost."""

    @cache
    def step(one: bytes, other: bytes) -> int:
        return apart(one, other, costs)

    @cache
    def best(j: int, i: int) -> int:
        if j == i == 0:
            return 0
        steps = ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2))
        ways = [best(j - n, i - m) + step(left[j - n : j], right[i - m : i]) for n, m in steps if n <= j and m <= i]
        if i > 1 and j > 1 and left[j - 1] == right[i - 2] and left[j - 2] == right[i - 1]:
            ways.append(best(j - 2, i - 2) + costs.swap)
        return min(ways)

    return best(len(left), len(right))
