"""References of redress in a file: read in any column that is called so, and said where they are none."""

import pytest

from namesake.entities.codes import COLUMNS_REDRESS, REDRESS_UNREADABLE
from namesake.entities.columns import recognise
from namesake.entities.subjects import subject_of
from namesake.errors import Where
from namesake.fields.redress import written
from namesake.values.entities import Subject
from namesake.values.rows import Row

ONE, TWO = written("7K3M9QXC2"), written("000000001")


def subjects(cell: str, column: str = "Redress", name: str = "Zorana Vexley") -> list[Subject]:
    mapping = recognise(["Name", column])
    found = subject_of(Row(3, (name, cell)), mapping)
    assert all(isinstance(one, Subject) for one in found)
    return [one for one in found if isinstance(one, Subject)]


@pytest.mark.parametrize(
    "column", ["redress", "Redress reference", "REDRESS_CODE", "redressReference", "Client redress"]
)
def test_columns_that_hold_them(column: str) -> None:
    assert subjects(ONE, column)[0].references == (ONE,)
    assert COLUMNS_REDRESS in [note.code for note in recognise(["Name", column]).notes]


@pytest.mark.parametrize(
    ("cell", "references", "unread"),
    [
        ("", (), []),
        ("n/a", (), []),
        (ONE.lower().replace("-", " "), (ONE,), []),
        (f"{ONE}; {TWO}", (ONE, TWO), []),
        (f"{ONE},{ONE.lower()}", (ONE,), []),
        (ONE[:-1] + ("A" if ONE[-1] != "A" else "B"), (), [1]),
        (f"{ONE} | see file 7", (ONE,), [1]),
        ("\u202e" + ONE, (ONE,), []),
        ("9" * 5000, (), [1]),
    ],
)  # fmt: skip
def test_what_a_cell_holds(cell: str, references: tuple[str, ...], unread: list[int]) -> None:
    (subject,) = subjects(cell)
    assert subject.references == references
    notes = [note for note in subject.notes if note.code == REDRESS_UNREADABLE]
    assert [1 for _ in notes] == unread
    assert all(note.where == Where("", 3) and len(note.text) < 100 for note in notes)


def test_it_is_compared_with_nothing() -> None:
    (with_it,), (without,) = subjects(ONE), subjects("")
    assert with_it.entity == without.entity


def test_every_party_of_a_row_carries_it() -> None:
    found = subjects(ONE, name="Zorana Vexley; Orrin Veltani")
    assert [one.references for one in found] == [(ONE,), (ONE,)]
