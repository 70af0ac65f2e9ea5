"""The Islamic and the Persian calendar: stated, or to be told from the year alone."""

from datetime import date, timedelta

import pytest

from namesake.entities.given import read
from namesake.fields import dates
from namesake.values.facts import PartialDate

STATED = {
    "1 Muharram 1390": "1970-03-09",
    "Muharram 1, 1390": "1970-03-09",
    "1-Muharram-1390": "1970-03-09",
    "1st of Muharram, 1390 AH": "1970-03-09",
    "1390/1/1 AH": "1970-03-09",
    "1390-01-01 (Hijri calendar)": "1970-03-09",
    "12/7/1405 AH": "1985-04-02",
    "12.7.1405 H": "1985-04-02",
    "12/7/1405هـ": "1985-04-02",
    "١٢/٧/١٤٠٥ هـ": "1985-04-02",
    "AH 1390": "1970-03-09/1971-02-25",
    "1390 A.H.": "1970-03-09/1971-02-25",
    "1390 hijri": "1970-03-09/1971-02-25",
    "circa 1390 AH": "~1970-03-09/1971-02-25",
    "00/00/1390 AH": "1970-03-09/1971-02-25",
    "Rabi' al-Awwal 1390": "1970-05-07/1970-06-05",
    "Rabi II 1400": "1980-02-17/1980-03-17",
    "Rabīʿ al-thānī 1400": "1980-02-17/1980-03-17",
    "Shaʿbān 1395": "1975-08-08/1975-09-05",
    "5 Ramadan 1405": "1985-05-24",
    "5 رمضان 1405": "1985-05-24",
    "15 ربيع الأول 1390": "1970-05-21",
    "29 Dhu al-Hijjah 1405": "1985-09-14",
    "1300/1/1 AH": "1882-11-09/1882-11-13",
    "1 Farvardin 1350": "1971-03-21",
    "۱ فروردین ۱۳۵۰": "1971-03-21",
    "Farvardin 1350": "1971-03-21/1971-04-20",
    "1350/06/01 SH": "1971-08-23",
    "1350/06/01 A.P.": "1971-08-23",
    "1350 (Iranian Hijri calendar)": "1971-03-21/1972-03-20",
    "1350 Hijri Shamsi": "1971-03-21/1972-03-20",
    "۱۳۵۰ ه\u200d.ش": "1971-03-21/1972-03-20",
    "7 Saur 1357": "1978-04-27",
    "7 ثور 1357": "1978-04-27",
}


@pytest.mark.parametrize(("text", "expected"), STATED.items(), ids=STATED)
def test_a_stated_calendar_is_used_and_kept_in_the_text(text: str, expected: str) -> None:
    found = dates.parse(text)
    assert found is not None
    assert (dates.iso(found), found.text) == (expected, text)
    assert dates.readings(text) == (found,)


@pytest.mark.parametrize(
    "text",
    [
        "30 Muharram 1390 AH 5", "1390 AH 5 6 7", "1 Foo 1390", "1 Muharram", "30/13/1390 AH", "2025 AH", "1390 AH BC",
        "31 Mehr 1350", "1 Farvardin 1350 AH", "1 Muharram 1990", "Muharram Safar 1390", "1/1390/5 AH", "AH",
        "1390 <AH>",
    ],
)  # fmt: skip
def test_what_no_hijri_calendar_has(text: str) -> None:
    assert dates.parse(text) is None
    assert dates.readings(text) == ()


@pytest.mark.parametrize(
    ("text", "day_first", "same_as"),
    [
        pytest.param("3/4/1405 AH", None, "1405/4/3 AH", id="where-nothing-is-said-the-day-is-first"),
        pytest.param("3/4/1405 AH", True, "1405/4/3 AH", id="day-first"),
        pytest.param("3/4/1405 AH", False, "1405/3/4 AH", id="month-first"),
        pytest.param("3/14/1405 AH", True, "1405/3/14 AH", id="only-one-order-is-possible"),
        pytest.param("1405/14/3 AH", None, "1405/3/14 AH", id="year-first"),
    ],
)
def test_the_callers_order_of_a_stated_calendar(text: str, day_first: bool | None, same_as: str) -> None:
    (found,) = dates.readings(text, day_first=day_first)
    (same,) = dates.readings(same_as)
    assert dates.iso(found) == dates.iso(same)


EITHER = {
    "1350": ("1971-03-21/1972-03-20", "1931-05-19/1932-05-06"),
    "1390": ("2011-03-21/2012-03-19", "1970-03-09/1971-02-25"),
    "1340": ("1961-03-21/1962-03-20", "1921-09-01/1922-08-24"),
    "1250": ("1871-03-21/1872-03-19", "1834-05-07/1835-04-29"),
    "1480": ("2101-03-21/2102-03-20", "2057-07-03/2058-06-21"),
    "1350/06/01": ("1971-08-23", "1931-10-13"),
    "1350-06": ("1971-08-23/1971-09-22", "1931-10-13/1931-11-10"),
    "31/02/1350": ("1971-05-21",),
}


@pytest.mark.parametrize(("text", "expected"), EITHER.items(), ids=EITHER)
def test_without_a_stated_calendar_both_are_read_and_none_is_chosen(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(dates.iso(found) for found in dates.readings(text)) == expected
    assert dates.parse(text) is None
    assert dates.day_month_year(text) is None


@pytest.mark.parametrize(("text", "first"), [("1249", date(1249, 1, 1)), ("1481", date(1481, 1, 1))])
def test_other_years_are_as_they_stand(text: str, first: date) -> None:
    assert [found.first for found in dates.readings(text)] == [first]


def test_a_gregorian_month_makes_it_no_hijri_date() -> None:
    assert dates.readings("3 April 1350") == (PartialDate(date(1350, 4, 3), date(1350, 4, 3), text="3 April 1350"),)


@pytest.mark.parametrize(("text", "count", "notes"), [("1350", 2, ["date-ambiguous"]), ("1350 SH", 1, [])])
def test_both_readings_of_a_subject_are_compared_and_noted(text: str, count: int, notes: list[str]) -> None:
    entity, said = read({"name": "Talvek Quoren", "birthDate": text}, "Person")
    assert len(entity.birth_dates) == count
    assert [note.code for note in said] == notes


@pytest.mark.parametrize(
    ("year", "nowruz"),
    [
        (1300, "1921-03-21"), (1342, "1963-03-21"), (1357, "1978-03-21"), (1364, "1985-03-21"), (1375, "1996-03-20"),
        (1379, "2000-03-20"), (1399, "2020-03-20"), (1400, "2021-03-21"), (1403, "2024-03-20"), (1404, "2025-03-21"),
    ],
)  # fmt: skip
def test_first_day_of_the_persian_year(year: int, nowruz: str) -> None:
    found = dates.solar_hijri(year, 1, 1)
    assert found is not None
    assert dates.iso(found) == nowruz


def test_persian_months_and_years_are_whole() -> None:
    month, year = dates.solar_hijri(1399, 12, text="اسفند ۱۳۹۹"), dates.solar_hijri(1399)
    assert month is not None
    assert year is not None
    assert (month.first, month.last) == (date(2021, 2, 19), date(2021, 3, 20))
    assert (year.first, year.last) == (date(2020, 3, 20), date(2021, 3, 20))
    assert month.text == "اسفند ۱۳۹۹"


@pytest.mark.parametrize("parts", [(1400, 12, 30), (1400, 13, 1), (1100, 1, 1), (1400, 7, 31), (1400, 1, 0)])
def test_no_such_persian_date(parts: tuple[int, int, int]) -> None:
    assert dates.solar_hijri(*parts) is None


def test_islamic() -> None:
    day, month = dates.islamic(1405, 7, 12, text="12/7/1405"), dates.islamic(1405, 7)
    assert day is not None
    assert month is not None
    assert (dates.iso(day), day.text) == ("1985-04-02", "12/7/1405")
    assert month.first < day.first < month.last
    assert (month.last - month.first).days in (28, 29)


@pytest.mark.parametrize(
    "parts",
    [
        (1249, 1, 1),
        (1600, 1, 1),
        (1341, 2, 30),
        (1300, 13, 1),
        (1340, 12, 30),
        (1405, 13, 1),
        (1405, 1, 31),
        (1405, 0, 1),
    ],
)
def test_no_such_islamic_date(parts: tuple[int, int, int]) -> None:
    assert dates.islamic(*parts) is None


@pytest.mark.parametrize("year", [1342, 1343, 1498])
def test_islamic_years_follow_one_another(year: int) -> None:
    this, following = dates.islamic(year), dates.islamic(year + 1)
    assert this is not None
    assert 353 <= (this.last - this.first).days <= 359
    assert following is None or abs(following.first - this.last) <= timedelta(days=5)


def test_an_islamic_date_before_the_calculated_calendar_is_wide() -> None:
    found = dates.islamic(1300, 1, 1)  # 12 November 1882 by the civil reckoning
    assert found is not None
    assert found.first <= date(1882, 11, 12) <= found.last
    assert (found.last - found.first).days == 4
