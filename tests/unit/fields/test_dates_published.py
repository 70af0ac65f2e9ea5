from datetime import date

import pytest

from namesake.fields import dates

PUBLISHED = {
    "31 Aug 1960": "1960-08-31",
    "31 AUG 1960": "1960-08-31",
    "31st of August, 1960": "1960-08-31",
    "Aug 1960": "1960-08",
    "Nov. 1973": "1973-11",
    "1960": "1960",
    " 1960. ": "1960",
    "circa 1960": "~1960",
    "Circa 31 Aug 1960": "~1960-08-31",
    "c. 1960": "~1960",
    "~1960": "~1960",
    "approximately 1955": "~1955",
    "Approximately Dec 1955": "~1955-12",
    "1958 to 1960": "1958/1960",
    "1958-1960": "1958/1960",
    "1958–1960": "1958/1960",
    "circa 1955-1958": "~1955/1958",
    "circa 1955 to circa 1958": "~1955/1958",
    "Aug 1958 to Mar 1960": "1958-08/1960-03",
    "31 Aug 1958 to 2 Mar 1960": "1958-08-31/1960-03-02",
    "Between 1958 and 1963": "1958/1963",
    "between Aug 1958 and 1963": "1958-08/1963-12",
    "1960-08-31": "1960-08-31",
    "1960-08": "1960-08",
    "1960-08-31T00:00:00": "1960-08-31",
    "1960-08-31 00:00:00": "1960-08-31",
    "1960-08-31Z": "1960-08-31",
    "1960-08-31+01:00": "1960-08-31",
    "1960/08/31": "1960-08-31",
    "1958-08-01/1960-03-04": "1958-08-01/1960-03-04",
    "September 12, 1985": "1985-09-12",
    "Sept 12 1985": "1985-09-12",
    "12-Sep-1985": "1985-09-12",
    "1960s": "1960/1969",
    "late 1960s": "~1960/1969",
    "29 Feb 1960": "1960-02-29",
    "٣١ Aug ١٩٦٠": "1960-08-31",
}


@pytest.mark.parametrize(("text", "expected"), PUBLISHED.items(), ids=PUBLISHED)
def test_published_form(text: str, expected: str) -> None:
    found = dates.parse(text)
    assert found is not None
    assert dates.iso(found) == expected
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "unknown", "N/A", "29 Feb 1961", "31 Foo 1960", "1960-13-01", "0000-00-00", "9999-12-31",
        "1960 to 1958",
        "deceased", "circa", "1958 or 1960", "31/08/1960", "²1960", "1" * 500, "between 1958", "\x00", "19 60",
    ],
)  # fmt: skip
def test_not_understood(text: str) -> None:
    assert dates.parse(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/08/1960", "1960-08-31"),
        ("31-08-1960", "1960-08-31"),
        ("00/00/1980", "1980"),
        ("dd/mm/1945", "1945"),
        ("00/08/1960", "1960-08"),
        ("DD/08/1960", "1960-08"),
        ("1/8/1960", "1960-08-01"),
        ("31/08/1960 00:00", "1960-08-31"),
    ],
)
def test_day_month_year(text: str, expected: str) -> None:
    found = dates.day_month_year(text)
    assert found is not None
    assert (dates.iso(found), found.text) == (expected, text)


@pytest.mark.parametrize("text", ["", "29/02/1969", "08/31/1960", "1960", "31.8", "31/08/60"])
def test_day_month_year_not_understood(text: str) -> None:
    assert dates.day_month_year(text) is None


def test_month_day_year() -> None:
    found = dates.month_day_year("05/07/2024")
    assert found is not None
    assert found.first == date(2024, 5, 7)
    assert dates.month_day_year("31/08/1960") is None


def test_from_parts_is_as_precise_as_its_parts() -> None:
    assert dates.from_parts(1960, 2).last == date(1960, 2, 29)
    assert dates.from_parts(1960).first == date(1960, 1, 1)
    assert dates.from_parts(1960, 8, 31).exact
    assert not dates.from_parts(1960, 8, 31, circa=True).exact


@pytest.mark.parametrize("parts", [(1961, 2, 29), (1960, 13), (1960, 0), (0,), (1960, 1, 0)])
def test_impossible_parts(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        dates.from_parts(*parts)


def test_year_range() -> None:
    assert dates.iso(dates.year_range(1958, 1960, circa=True)) == "~1958/1960"
    with pytest.raises(ValueError, match="reversed"):
        dates.year_range(1960, 1958)
