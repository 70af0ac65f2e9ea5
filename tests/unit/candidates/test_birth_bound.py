"""The bound of birth dates is never below what scoring makes of them, and bounds something."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.candidates.births import born_of
from namesake.candidates.index import build_index
from namesake.fields import dates
from namesake.kernels.births import Birth, birth_bound
from namesake.names.prepare import prepare
from namesake.scoring.comparisons import birth_dates
from namesake.scoring.model import shipped
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.facts import PartialDate
from namesake.values.names import Name

WEIGHTS = measures(shipped()).births
Dates = tuple[PartialDate, ...]


def entity(births: Dates) -> Entity:
    return Entity("e", "Person", (Name("Talvek Quoren"),), births)


def bound(left: Dates, right: Dates) -> int:
    partition = build_index([prepare(entity(right))], shipped().rarities).partitions["person"]
    return birth_bound(partition.listed(WEIGHTS).births, 0, Birth(*born_of(entity(left))))


def bits(left: Dates, right: Dates) -> int:
    (found,) = birth_dates.compare(left, right)
    return shipped().bits(found, "person")


@st.composite
def days(draw: st.DrawFn) -> tuple[date, date]:
    """Two days, often a slip apart."""
    one = draw(st.dates(date(1010, 1, 1), date(2990, 12, 31)))
    year, month, day = one.year, one.month, one.day
    digit, place = draw(st.integers(0, 9)), draw(st.sampled_from([1, 10, 100]))
    others = (
        one + timedelta(draw(st.integers(-400, 400))),
        _day(year - year // place % 10 * place + digit * place, month, day),
        _day(year + draw(st.integers(-3, 3)), month, day),
        _day(year // 100 * 100 + year % 10 * 10 + year // 10 % 10, month, day),
        _day(year, day, month),
        _day(year, 1, 1),
        _day(year, month, (day + 10) % 31 or 1),
        draw(st.dates(date(1010, 1, 1), date(2990, 12, 31))),
    )
    return one, draw(st.sampled_from(others)) or one


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@st.composite
def two_sides(draw: st.DrawFn) -> tuple[Dates, Dates]:
    pair = draw(days())
    sides = []
    for day in pair:
        shape = draw(st.sampled_from(["day", "day", "day", "month", "year", "range", "several"]))
        circa = draw(st.sampled_from([False, False, True]))
        last = {
            "month": dates.from_parts(day.year, day.month).last,
            "year": date(day.year, 12, 31),
            "range": date(day.year + draw(st.integers(1, 9)), 12, 31),
        }.get(shape, day)
        first = day.replace(day=1) if shape == "month" else date(day.year, 1, 1) if last.year != day.year else day
        found = PartialDate(first, last, circa)
        sides.append((found, PartialDate(date(1950, 3, 4), date(1950, 3, 4))) if shape == "several" else (found,))
    return sides[0], sides[1]


@settings(max_examples=400, deadline=None)
@given(two_sides())
def test_no_birth_date_is_worth_more_than_the_bound(sides: tuple[Dates, Dates]) -> None:
    assert bound(*sides) >= bits(*sides)
    assert bound(*reversed(sides)) >= bits(*sides)


@pytest.mark.parametrize(
    ("left", "right", "most"),
    [
        pytest.param("1980-05-06", "1980-05-06", "exact", id="exact"),
        pytest.param("1980-05-06", "1980-11-23", "day and month exchanged", id="one-year"),
        pytest.param("1980-05-06", "1981-05-06", "day and month exchanged", id="a-year-apart"),
        pytest.param("1968-05-06", "1986-05-06", "day and month exchanged", id="digits-exchanged"),
        pytest.param("1085-05-06", "1985-05-06", "day and month exchanged", id="nine-centuries-apart"),
        pytest.param("1980-12-20", "1981-01-10", "neighbouring year", id="around-new-year"),
        pytest.param("1980-05-06", "1981-11-23", "differs", id="days-of-neighbouring-years"),
        pytest.param("1968-05-06", "1986-11-23", "differs", id="digits-exchanged-and-another-day"),
        pytest.param("1980-05-06", "1970-05-16", "differs", id="a-digit-of-the-year-and-another-day"),
        pytest.param("1980", "1950", "day and month exchanged", id="years-that-differ-in-a-digit"),
        pytest.param("1980", "1951", "differs", id="years-far-apart"),
    ],
)
def test_the_bound_is_close(left: str, right: str, most: str) -> None:
    one, other = dates.parse(left), dates.parse(right)
    assert one
    assert other
    assert bound((one,), (other,)) == shipped().facts[f"birth_date.{most}"]


def test_a_side_without_a_birth_date_adds_nothing() -> None:
    born = (PartialDate(date(1980, 5, 6), date(1980, 5, 6)),)
    assert bound((), born) == bound(born, ()) == 0
