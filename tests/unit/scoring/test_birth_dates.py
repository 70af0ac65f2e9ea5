"""Birth dates: the level of every kind of pair, what it is worth, and how many people would agree by chance."""

import random
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.fields import dates
from namesake.scoring.comparisons import birth_dates
from namesake.scoring.finding import Finding
from namesake.scoring.model import shipped
from namesake.values.facts import PartialDate

Dates = tuple[PartialDate, ...]
ORDER = list(birth_dates.LEVELS)


def born(text: str) -> PartialDate:
    found = dates.parse(text)
    assert found is not None, text
    return found


BIRTHS = [
    pytest.param("1980-05-06", "1980-05-06", "exact", id="exact"),
    pytest.param("1980-02-29", "1980-02-29", "exact", id="exact-leap-day"),
    pytest.param("c. 1980-05-06", "1980-05-06", "exact", id="exact-though-circa"),
    pytest.param("1980-01-01", "1980-01-01", "same first of January", id="placeholder-on-both-sides"),
    pytest.param("1980-05-06", "1980-06-05", "day and month exchanged", id="exchanged"),
    pytest.param("1980-12-01", "1980-01-12", "day and month exchanged", id="exchanged-2"),
    pytest.param("1980-01-02", "1980-02-01", "day and month exchanged", id="exchanged-rather-than-two-digits"),
    pytest.param("1980-05", "1980-05-06", "month", id="month-and-day"),
    pytest.param("1980-05", "1980-05", "month", id="month-and-month"),
    pytest.param("1980-05-05/1980-05-07", "1980-05-06", "month", id="three-days"),
    pytest.param("1980", "1980-05-06", "year", id="year-and-day"),
    pytest.param("1980", "1980-01-01", "year", id="year-and-its-first-day"),
    pytest.param("1980", "1980-05", "year", id="year-and-month"),
    pytest.param("1980", "1980", "year", id="year-and-year"),
    pytest.param("1971", "1350 SH", "year", id="years-of-two-calendars"),
    pytest.param("1980-05-06", "1980-05-07", "next day", id="next-day"),
    pytest.param("1979-12-31", "1980-01-01", "next day", id="next-day-next-year"),
    pytest.param("1980-02-29", "1980-03-01", "next day", id="next-day-next-month"),
    pytest.param("1980-05-06", "1980-05-16", "one digit differs", id="slip-in-the-day"),
    pytest.param("1980-05-06", "1980-08-06", "one digit differs", id="slip-in-the-month"),
    pytest.param("1968-05-06", "1986-05-06", "digits of the year exchanged", id="digits-exchanged"),
    pytest.param("1898-05-06", "1889-05-06", "digits of the year exchanged", id="digits-exchanged-1800s"),
    pytest.param("1975-1985", "1980-05-06", "within range", id="range-and-day"),
    pytest.param("1975-1985", "1985", "within range", id="range-and-its-last-year"),
    pytest.param("1976-1985", "1980-1989", "within range", id="overlapping-ranges"),
    pytest.param("1980-05-06", "1970-05-06", "month and day agree", id="slip-in-the-decade"),
    pytest.param("1908-05-06", "1988-05-06", "month and day agree", id="slip-far-away"),
    pytest.param("1979-05-06", "1980-05-06", "month and day agree", id="one-year-off"),
    pytest.param("1908-02-29", "1988-02-29", "month and day agree", id="slip-between-leap-years"),
    pytest.param("c. 1980", "1980-05-06", "approximate", id="circa-same-year"),
    pytest.param("c. 1980", "1982-05-06", "approximate", id="circa-two-years-off"),
    pytest.param("c. 1980", "c. 1978", "approximate", id="circa-both"),
    pytest.param("c. 1980-05-06", "1981-11-23", "approximate", id="circa-day"),
    pytest.param("c. 1980-01-01", "1980-11-23", "approximate", id="circa-first-of-january"),
    pytest.param("1980-01-01", "1980-11-23", "year, first of January", id="placeholder"),
    pytest.param("1980-01-01", "1980-01-23", "year, first of January", id="placeholder-same-month"),
    pytest.param("1974-1985", "1980-05-06", "within a wide range", id="wide-range"),
    pytest.param("c. 1950-1990", "1980-05-06", "within a wide range", id="wide-range-circa"),
    pytest.param("c. 1950-1990", "1991", "within a wide range", id="wide-range-circa-a-year-off"),
    pytest.param("1980", "1981-05-06", "neighbouring year", id="year-and-next"),
    pytest.param("1980", "1979", "neighbouring year", id="year-and-last"),
    pytest.param("1999-12-31", "2000-01-15", "neighbouring year", id="days-around-new-year"),
    pytest.param("1980-05-16", "1980-06-07", "neighbouring year", id="days-within-a-month"),
    pytest.param("1980-05", "1980-09", "neighbouring year", id="months-of-one-year"),
    pytest.param("1980-05-06", "1950-11-23", "differs", id="far-apart"),
    pytest.param("1980-05-06", "1981-09-27", "differs", id="days-of-neighbouring-years"),
    pytest.param("1980-01-01", "1981-05-06", "differs", id="placeholder-of-another-year"),
    pytest.param("1968-05-06", "1995-05-06", "differs", id="the-day-alone-agrees"),
    pytest.param("1968-05-06", "1986-05-07", "differs", id="two-slips"),
    pytest.param("1980", "1982", "differs", id="two-years-apart"),
    pytest.param("1968", "1986", "differs", id="years-alone-have-no-slips"),
    pytest.param("c. 1980", "1983", "differs", id="circa-three-years-off"),
    pytest.param("1975-1985", "1990", "differs", id="outside-the-range"),
]


@pytest.mark.parametrize(("left", "right", "level"), BIRTHS)
def test_birth_date_level(left: str, right: str, level: str) -> None:
    assert birth_dates.level_of(born(left), born(right)) == level
    assert birth_dates.level_of(born(right), born(left)) == level


def test_every_level_of_a_birth_date_is_in_the_table() -> None:
    assert {str(row.values[2]) for row in BIRTHS} == set(birth_dates.LEVELS)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param(("1980-05-06", "1950"), ("1980-05-06",), "exact", id="one-of-two-is-exact"),
        pytest.param(("1950-11-23", "1980"), ("1970", "1980-05-06"), "year", id="best-of-four"),
        pytest.param(("1950-11-23", "1951-11-25"), ("1970", "1980-05-06"), "differs", id="all-differ"),
        pytest.param((), ("1980-05-06",), "unknown", id="subject-without"),
        pytest.param(("1980-05-06",), (), "unknown", id="entry-without"),
        pytest.param((), (), "unknown", id="none"),
    ],
)
def test_best_of_several_birth_dates(left: tuple[str, ...], right: tuple[str, ...], level: str) -> None:
    (found,) = birth_dates.compare(tuple(map(born, left)), tuple(map(born, right)))
    assert found.level == level
    assert bool(found.amounts) is (level != "unknown")
    (turned,) = birth_dates.compare(tuple(map(born, reversed(right))), tuple(map(born, reversed(left))))
    assert turned.level == level


def test_the_finding_shows_the_dates_that_agree_as_published() -> None:
    (found,) = birth_dates.compare((born("1950"), born("circa 1980")), (born("1981"),))
    assert (found.subject_value, found.entry_value) == ("circa 1980", "1981")


def bits(finding: Finding) -> int:
    return shipped().bits(finding, "person")


def compared(left: Dates, right: Dates) -> Finding:
    (found,) = birth_dates.compare(left, right)
    return found


# The laws


@st.composite
def some_dates(draw: st.DrawFn) -> Dates:
    """Dates of all shapes from a few years, so that they meet in every way."""
    return tuple(draw(st.lists(_one_date(), min_size=1, max_size=3)))


@st.composite
def _one_date(draw: st.DrawFn) -> PartialDate:
    year = draw(st.sampled_from([1968, 1969, 1970, 1980, 1986]))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    circa = draw(st.sampled_from([False, False, True]))
    shapes = (
        dates.from_parts(year, month, day, circa=circa),
        dates.from_parts(year, 1, 1, circa=circa),
        dates.from_parts(year, 5, 6, circa=circa),
        dates.from_parts(year, month, circa=circa),
        dates.from_parts(year, circa=circa),
        dates.year_range(year, year + draw(st.integers(1, 20)), circa=circa),
    )
    return draw(st.sampled_from(shapes))


def test_a_better_level_is_never_worth_less() -> None:
    worth = [shipped().facts[f"birth_date.{level}"] for level in birth_dates.LEVELS]
    assert worth == sorted(worth, reverse=True)
    assert len(worth) == len(set(birth_dates.LEVELS))


@pytest.mark.parametrize("level", birth_dates.LEVELS)
def test_agreement_is_worth_something_and_a_conflict_costs(level: str) -> None:
    worth = shipped().facts[f"birth_date.{level}"]
    assert (worth < 0) is (level in ("neighbouring year", "differs"))


@settings(max_examples=200, deadline=None)
@given(some_dates(), some_dates())
def test_both_directions_agree(left: Dates, right: Dates) -> None:
    one, other = compared(left, right), compared(right, left)
    assert (one.level, one.amounts) == (other.level, other.amounts)
    assert one.per_million == pytest.approx(other.per_million)


@settings(max_examples=200, deadline=None)
@given(some_dates(), some_dates(), st.randoms(use_true_random=False))
def test_the_order_of_dates_makes_no_difference(left: Dates, right: Dates, chance: random.Random) -> None:
    shuffled = (tuple(chance.sample(left, len(left))), tuple(chance.sample(right, len(right))))
    assert compared(*shuffled) == compared(left, right)


@settings(max_examples=200, deadline=None)
@given(some_dates(), some_dates(), _one_date())
def test_a_further_date_never_lowers(left: Dates, right: Dates, more: PartialDate) -> None:
    alone = compared(left, right)
    for sides in (((*left, more), right), (left, (*right, more))):
        found = compared(*sides)
        assert bits(found) >= bits(alone)
        assert ORDER.index(found.level) <= ORDER.index(alone.level)


@settings(max_examples=200, deadline=None)
@given(some_dates(), some_dates())
def test_the_same_dates_are_never_worth_less_than_others(left: Dates, right: Dates) -> None:
    assert bits(compared(left, left)) >= bits(compared(left, right))


@given(some_dates())
def test_absence_is_worth_nothing(some: Dates) -> None:
    for sides in ((some, ()), ((), some)):
        found = compared(*sides)
        assert (found.level, bits(found), found.per_million) == ("unknown", 0, None)


# How many agree by chance

FIRST = date(1945, 1, 1)
EVERYBODY = [FIRST + timedelta(n) for n in range(birth_dates.SPAN)]
"""One person a day over the span of births."""

ENTRIES = [FIRST + timedelta(n) for n in range(1_777, birth_dates.SPAN, 1_997)]
"""Listed days all over the calendar."""


@cache
def whole(day: date) -> PartialDate:
    return PartialDate(day, day)


@cache
def shares_of_days() -> dict[str, float]:
    """The share of everybody that is at each level or a better one, for an average listed day."""
    counts = dict.fromkeys(birth_dates.LEVELS, 0)
    for entry in ENTRIES:
        for day in EVERYBODY:
            counts[birth_dates.level_of(whole(day), whole(entry))] += 1
    total, found = 0, {}
    for level, count in counts.items():
        total += count
        found[level] = total / len(ENTRIES) / len(EVERYBODY)
    return found


@pytest.mark.parametrize(
    ("level", "left", "right", "tolerance"),
    [
        pytest.param("exact", "1980-05-26", "1980-05-26", 0.01, id="exact"),
        pytest.param("day and month exchanged", "1980-05-06", "1980-06-05", 0.5, id="exchanged"),  # not all days can
        pytest.param("next day", "1980-05-26", "1980-05-27", 0.05, id="next-day"),
        pytest.param("one digit differs", "1980-05-26", "1980-05-16", 0.1, id="one-digit"),
        pytest.param("digits of the year exchanged", "1968-05-26", "1986-05-26", 0.1, id="digits-exchanged"),
        pytest.param("month and day agree", "1980-05-26", "1981-05-26", 0.1, id="month-and-day"),
    ],
)
def test_the_share_that_agrees_by_chance_in_days(level: str, left: str, right: str, tolerance: float) -> None:
    found = compared((born(left),), (born(right),))
    assert found.level == level
    assert found.per_million == pytest.approx(1e6 * shares_of_days()[level], rel=tolerance)


@pytest.mark.parametrize(
    ("left", "right", "people"),
    [
        pytest.param("1980-05-06", "1980-05", "day", id="a-listed-month"),
        pytest.param("1980-05", "1980-05-06", "month", id="a-listed-day-and-months"),
        pytest.param("1980-05", "1980-05", "month", id="months"),
        pytest.param("1980-05-06", "1980", "day", id="a-listed-year"),
        pytest.param("1980", "1980-05-06", "year", id="a-listed-day-and-years"),
        pytest.param("1980", "1980", "year", id="years"),
        pytest.param("1980-05-06", "1975-1984", "day", id="a-listed-range"),
        pytest.param("1980", "1975-1984", "year", id="a-listed-range-and-years"),
        pytest.param("1980-05-06", "circa 1980", "day", id="an-approximate-year"),
        pytest.param("1980", "circa 1980", "year", id="an-approximate-year-and-years"),
        pytest.param("1980-05-06", "circa 1981-11-23", "day", id="an-approximate-day"),
        pytest.param("1980-05-06", "1965-1989", "day", id="a-wide-range"),
        pytest.param("circa 1980", "1980", "circa", id="approximate-years"),
    ],
)
def test_the_share_that_agrees_by_chance_in_less_precise_dates(left: str, right: str, people: str) -> None:
    entry = born(right)
    found = compared((born(left),), (entry,))
    best = ORDER.index(found.level)
    agree = sum(ORDER.index(birth_dates.level_of(_as(people, day), entry)) <= best for day in EVERYBODY)
    assert found.per_million == pytest.approx(1e6 * agree / len(EVERYBODY), rel=0.03)


@cache
def _as(precision: str, day: date) -> PartialDate:
    """A birth date as precise as people give it."""
    parts = {"day": 3, "month": 2}.get(precision, 1)
    return dates.from_parts(*(day.year, day.month, day.day)[:parts], circa=precision == "circa")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param("1980-01-01", "1980-01-01", "same first of January", id="on-both-sides"),
        pytest.param("1980-08-16", "1980-01-01", "year, first of January", id="on-the-list"),
    ],
)
def test_the_share_that_agrees_with_a_first_of_january_by_chance(left: str, right: str, level: str) -> None:
    """Where three people of a hundred are said to be born on a 1 January, most of them for want of the day."""
    found = compared((born(left),), (born(right),))
    assert found.level == level
    of_the_year = sum(day.year == 1980 for day in EVERYBODY)
    agree = birth_dates.FIRSTS_OF_JANUARY * of_the_year if level == "same first of January" else of_the_year
    assert found.per_million == pytest.approx(1e6 * agree / len(EVERYBODY), rel=0.12)


@pytest.mark.parametrize("level", ["neighbouring year", "differs"])
def test_a_conflict_has_no_share(level: str) -> None:
    other = {"neighbouring year": "1981", "differs": "1985"}[level]
    found = compared((born("1980"),), (born(other),))
    assert (found.level, found.per_million) == (level, None)


def test_every_further_date_is_another_chance() -> None:
    one = compared((born("1980"),), (born("1980"),)).per_million
    two = compared((born("1980"),), (born("1980"), born("1970"))).per_million
    four = compared((born("1980"), born("1960")), (born("1980"), born("1970"))).per_million
    assert one
    assert two == pytest.approx(2 * one, rel=0.01)
    assert four == pytest.approx(4 * one, rel=0.01)
    assert compared((born("1900-1990"),), (born("1900-1990"),)).per_million == 1e6
