"""What holds of rows whatever stands in them."""

import string

from hypothesis import example, given
from hypothesis import strategies as st

from namesake.entities.cells import visible
from namesake.entities.codes import NOTES, SKIPS
from namesake.entities.columns import recognise
from namesake.entities.listed import distinct_names
from namesake.entities.order import date_order
from namesake.entities.parties import parties_in
from namesake.entities.subjects import subject_of
from namesake.values.entities import Skipped
from namesake.values.names import Name
from namesake.values.rows import Row, flat

COLUMNS = ["Name", "First name", "DOB", "Nationality", "Passport", "Gender", "Type", "Alias", "Company", "Remark"]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
CELLS = st.one_of(ANY_TEXT, st.sampled_from(["", "-", "N/A", "Adam Example; Eve Sample", "A & B", "01/02/03"]))
ROWS = st.lists(st.one_of(CELLS, st.lists(ANY_TEXT, max_size=3).map(tuple)), min_size=10, max_size=10)
MAPPING = recognise(COLUMNS)


@given(ROWS, st.one_of(st.none(), st.integers(1, 9)))
@example(["", ("Arvid", "Mimsy"), "", "", "", "", "O", "", "", ""], None)
def test_a_row_is_never_lost(cells: list[str | tuple[str, ...]], width: int | None) -> None:
    row = Row(5, tuple(cells), width)
    found = subject_of(row, MAPPING)
    assert found
    assert len({item.key for item in found}) == len(found)
    for item in found:
        assert [value for _, value in item.columns] == [flat(cell) for cell in cells]
        if isinstance(item, Skipped):
            assert item.code in SKIPS
            assert item.where.row == 5
        else:
            assert item.entity.names or item.entity.identifiers
            assert {note.code for note in item.notes} <= NOTES.keys()


@given(ANY_TEXT)
def test_visible_text_is_stable_and_can_be_encoded(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert once.encode().decode() == once


@given(st.text(string.ascii_letters + " ;/&.,\n0", max_size=60), st.sampled_from(["person", "organisation", "any"]))
def test_no_letter_of_a_cell_is_lost_in_splitting(text: str, kind: str) -> None:
    """Only separators go; words such as "and" may be separators."""
    parties = parties_in(text, kind)
    pieces = parties.names[:-1] if parties.whole else parties.names
    kept = "".join("".join(piece.split()) for piece in pieces)
    letters = [c for c in text if c.isalnum()]
    dropped = len(letters) - sum(c.isalnum() for c in kept)
    assert 0 <= dropped <= 4 * (len(pieces) - 1)


@given(st.lists(st.builds(Name, ANY_TEXT, st.sampled_from(["primary", "alias", "former"]), st.booleans())))
def test_distinct_names_are_a_fixed_point(names: list[Name]) -> None:
    once = distinct_names(names)
    assert distinct_names(once) == once
    assert {"".join(name.text.casefold().split()) for name in names} - {""} == {
        "".join(name.text.casefold().split()) for name in once
    }


@given(st.lists(ANY_TEXT))
def test_the_order_of_dates_does_not_depend_on_the_order_of_rows(texts: list[str]) -> None:
    assert date_order(texts) == date_order(list(reversed(texts)))
