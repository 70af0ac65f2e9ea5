import pytest

from namesake.entities import codes
from namesake.entities.columns import recognise
from namesake.entities.order import DateOrder, date_order, order_of
from namesake.values.entities import Skipped
from namesake.values.rows import Row


@pytest.mark.parametrize(
    ("texts", "column", "day_first"),
    [
        pytest.param(["03/04/1985", "15/12/1985"], "", True, id="one row proves day first"),
        pytest.param(["03/04/1985", "12/15/1985"], "", False, id="one row proves month first"),
        pytest.param(["03/04/1985", "01/02/1990"], "", None, id="open"),
        pytest.param(["15/12/1985", "12/15/1985"], "", None, id="contradiction"),
        pytest.param(["15/12/85 00:00", "03-04-85"], "", True, id="two digits, time"),
        pytest.param(["1985-12-15", "1985", "", "x", "32/13/1985", "00/15/1985"], "", None, id="nothing to go by"),
        pytest.param(["٢٥/٠٤/١٩٨٥"], "", True, id="Arabic digits"),
        pytest.param(["03/04/1985"], "DOB (DD/MM/YYYY)", True, id="stated"),
        pytest.param(["03/04/1985"], "birth date mm-dd-yyyy", False, id="stated, month first"),
        pytest.param(["03/04/1985"], "Geburtsdatum TT.MM.JJJJ", True, id="stated in German"),
        pytest.param(["15/12/1985"], "DOB (MM/DD/YYYY)", True, id="rows come before what is stated"),
    ],
)
def test_order_of_day_and_month(texts: list[str], column: str, day_first: bool | None) -> None:
    assert date_order(texts, column).day_first is day_first


@pytest.mark.parametrize(
    ("texts", "column"), [(["15/12/1985", "12/15/1985"], ""), (["15/12/1985"], "DOB (MM/DD/YYYY)")]
)
def test_contradictions_are_said(texts: list[str], column: str) -> None:
    assert [note.code for note in date_order(texts, column).notes] == [codes.DATE_ORDER_MIXED]


def test_what_was_counted() -> None:
    order = date_order(["15/12/1985", "03/04/1985", "04/04/1985", "1985"])
    assert (order.day_first_rows, order.month_first_rows, order.open_rows, order.notes) == (1, 0, 1, ())


def test_the_order_of_a_table() -> None:
    mapping = recognise(["Name", "DOB (d/m/y)", "Seen"])
    rows: list[Row | Skipped] = [
        Row(2, ("A", "12/15/1985", "15/12/2020")),
        Skipped("x", "x"),
        Row(3, ("B", "03/04/1985", "")),
    ]
    assert order_of(rows, mapping) == DateOrder(0, 1, 1, stated=True)
    assert order_of(rows, recognise(["Name", "a", "b"])) == DateOrder()
