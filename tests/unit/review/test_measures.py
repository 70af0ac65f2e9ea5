"""What became of alerts, counted: it adds up, and says what it rests on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.review.measures import DEFINITIONS, SHORT, SMALL, Figures, adds_up, cells, measured, warnings
from namesake.values.cases import Alert, AlertState, Rest
from namesake.values.events import SubjectRef
from namesake.values.revets import EntryRef

T0 = datetime(2026, 5, 20, tzinfo=UTC)
STATES: tuple[AlertState, ...] = ("open", "proposed", "waiting", "confirmed", "cleared", "closed")
BLANK = Alert(
    1, SubjectRef("visas", 1), "un:1", "open", (EntryRef("un", "", "1"),), 5000, 0.9, "review", Rest("", ""), T0, T0, 1,
    woken=T0,
)  # fmt: skip


def alert(state: AlertState, number: int = 1, days: float = 0.0, population: str = "visas") -> Alert:
    return replace(BLANK, state=state, subject=SubjectRef(population, number), since=T0 + timedelta(days=days))


def test_every_figure_is_defined() -> None:
    assert len(cells(Figures())) == len(DEFINITIONS) == len(SHORT)


def test_a_funnel() -> None:
    alerts = [
        alert("open"),
        alert("cleared", 2, 1.0),
        alert("cleared", 3, 4.0),
        alert("confirmed", 1, 2.0),
        alert("closed", 9),
    ]
    all_of_them = measured(alerts, lambda _: "")["all", ""]
    assert cells(all_of_them) == ("5", "4", "1", "1", "0", "0", "1", "2", "1", "33% of 3*", "1.0; 4.0")
    assert adds_up(all_of_them) == "1 + 0 + 0 + 1 + 2 + 1 = 5 alerts, of 4 subjects: every alert is accounted for."


def test_by_list_population_and_names() -> None:
    two = replace(alert("open"), entries=(EntryRef("un", "", "1"), EntryRef("table", "own", "2")))
    closed = replace(alert("closed", population="crews"), entries=(), identity="eu_fsf:EU.1")
    table = measured([two, closed], lambda one: "slavic" if one.entries else "")
    assert {key: found.alerts for key, found in table.items()} == {
        ("all", ""): 2, ("population", "visas"): 1, ("population", "crews"): 1, ("list", "un"): 1,
        ("list", "table@own"): 1, ("list", "eu_fsf"): 1,
        ("names like", "slavic"): 1, ("names like", "cannot be told"): 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("days", "median", "most"),
    [([], None, None), ([3.0], 3.0, 3.0), ([1.0, 2.0], 1.0, 2.0), (list(map(float, range(1, 11))), 5.0, 9.0)],
)
def test_quantiles(days: list[float], median: float | None, most: float | None) -> None:
    found = Figures(days=days[::-1])
    assert (found.quantile(0.5), found.quantile(0.9)) == (median, most)


@pytest.mark.parametrize(("decided", "warned"), [(0, 0), (1, 3), (SMALL - 1, 3), (SMALL, 0)])
def test_a_small_base_is_said(decided: int, warned: int) -> None:
    table = measured([alert("cleared", number) for number in range(decided)] + [alert("open")], lambda _: "")
    del table["names like", "cannot be told"]
    assert len(warnings(table)) == warned


@given(st.lists(st.tuples(st.sampled_from(STATES), st.integers(1, 4), st.sampled_from(["a", "b"]))))
def test_it_adds_up(drawn: list[tuple[AlertState, int, str]]) -> None:
    table = measured([alert(state, number, population=name) for state, number, name in drawn], lambda _: "x")
    total = table["all", ""]
    assert total.alerts == len(drawn) == sum(total.states.values())
    assert sum(found.alerts for key, found in table.items() if key[0] == "population") == total.alerts
    assert sum(found.alerts for key, found in table.items() if key[0] == "names like") == total.alerts
    assert len(total.subjects) <= total.alerts
