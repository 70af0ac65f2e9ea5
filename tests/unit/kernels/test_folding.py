"""Which words have letters that romanisations differ in: those that one spelling for such letters changes."""

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.kernels.folding import one_spelling

FOLDS = (("kh", "h"), ("x", "h"), ("q", "k"), ("gh", "g"), ("dzh", "j"), ("ou", "u"), ("w", "v"))


@settings(max_examples=500, deadline=None)
@given(st.text("ahkgdzxqwoutn", max_size=8))
def test_a_word_has_one_spelling_where_folding_changes_nothing(text: str) -> None:
    folded = text
    for spelling, letter in FOLDS:
        folded = folded.replace(spelling, letter)
    assert one_spelling(text) is ("".join(letter for letter, _ in groupby(folded)) == text)
