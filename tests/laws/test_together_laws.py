"""That words are met together never turns what agrees against a pair."""

from hypothesis import given
from hypothesis import strategies as st

from namesake.screener import compare
from namesake.values.matches import Match

COMMON = ("Ali", "Hassan", "Mohammed", "Ahmed", "Kim", "Min", "Jun", "Wang", "Wei", "Jose", "Maria", "Garcia", "Ivan",
          "Petrov", "John", "Smith", "Nguyen", "Thi")  # fmt: skip
TOGETHER = "name.together"


def told(name: list[str], other: list[str]) -> Match:
    """The match of a pair of persons."""
    subject, entry = ({"name": " ".join(words), "schema": "Person"} for words in (name, other))
    found = compare(subject, entry)
    assert found is not None
    return found


words = st.lists(st.sampled_from(COMMON), min_size=2, max_size=5, unique=True)


@given(words)
def test_it_only_ever_charges(name: list[str]) -> None:
    charges = [item.bits for item in told(name, name).explanation.evidence if item.code == TOGETHER]
    assert len(charges) <= 1
    assert all(bits < 0 for bits in charges)


@given(words)
def test_a_further_word_that_agrees_never_says_less_than_one_that_is_missing(name: list[str]) -> None:
    for left_out in range(len(name)):
        rest = name[:left_out] + name[left_out + 1 :]
        assert told(rest, name).bits <= told(name, name).bits


@given(words)
def test_an_initial_never_says_more_than_the_word_that_it_stands_for(name: list[str]) -> None:
    for place, word in enumerate(name):
        short = [*name[:place], f"{word[0]}.", *name[place + 1 :]]
        assert told(short, name).bits <= told(name, name).bits


@given(words)
def test_a_further_word_on_both_sides_never_says_less(name: list[str]) -> None:
    for left_out in range(len(name)):
        rest = name[:left_out] + name[left_out + 1 :]
        if len(rest) > 1:
            assert told(rest, rest).bits <= told(name, name).bits
