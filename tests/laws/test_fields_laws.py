"""Properties that hold for every text, number and date."""

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from namesake.fields import countries, dates, genders, ids
from namesake.fields.folding import fold
from namesake.values.facts import PartialDate

YEARS = st.dates(min_value=date(1481, 1, 1), max_value=date(2999, 12, 31))  # before, years may be of another calendar
PIECES = [
    "31",
    "08",
    "1960",
    "85",
    "Aug",
    "März",
    "апреля",
    "circa",
    "to",
    "between",
    "and",
    "/",
    "-",
    ".",
    " ",
    "٣",
    "00",
    "mm",
]
DATE_LIKE = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
ANY_TEXT: SearchStrategy[str] = st.one_of(
    st.text(), st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Nd", "No", "Lo"])), DATE_LIKE
)
PARSERS: list[Callable[[str], PartialDate | None]] = [dates.parse, dates.day_month_year, dates.month_day_year]
COUNTRY_FORMS = [form for row in countries.forms() for form in row["forms"].split("|")]
LABELS = [
    "Passport",
    "Tax ID No.",
    "Vessel Registration Identification",
    "LEI",
    "IBAN",
    "Digital Currency Address - XBT",
]


@given(ANY_TEXT)
def test_a_date_is_understood_or_not_but_never_fails(text: str) -> None:
    for parse in PARSERS:
        found = parse(text)
        assert found is None or (found.first <= found.last and found.text == text)


@given(ANY_TEXT, st.sampled_from([None, True, False]))
def test_readings_are_distinct_and_in_order(text: str, day_first: bool | None) -> None:
    found = dates.readings(text, day_first=day_first)
    assert all(reading.first <= reading.last and reading.text == text for reading in found)
    assert len(set(found)) == len(found)


@given(YEARS)
def test_iso_leads_back_to_a_day(day: date) -> None:
    value = dates.from_parts(day.year, day.month, day.day)
    assert dates.iso(value) == day.isoformat()
    assert dates.parse(dates.iso(value)) == PartialDate(day, day, text=day.isoformat())


@given(YEARS, YEARS, st.booleans())
def test_iso_leads_back_to_any_range(one: date, other: date, circa: bool) -> None:
    value = PartialDate(min(one, other), max(one, other), circa)
    found = dates.parse(dates.iso(value))
    assert found is not None
    assert (found.first, found.last, found.circa) == (value.first, value.last, circa)


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2400, 12, 31)))  # other years are of other calendars
def test_both_orders_of_a_day_are_read(day: date) -> None:
    for text in (f"{day:%d/%m/}{day.year}", f"{day:%m/%d/}{day.year}"):
        assert PartialDate(day, day, text=text) in dates.readings(text)


@given(st.integers(1178, 1501), st.integers(1, 12))
def test_persian_months_follow_one_another(year: int, month: int) -> None:
    this = dates.solar_hijri(year, month)
    following = dates.solar_hijri(year + month // 12, month % 12 + 1)
    assert this is not None
    assert following is None or (following.first - this.last).days == 1


@given(st.one_of(ANY_TEXT, st.sampled_from(COUNTRY_FORMS)))
def test_a_country_code_is_its_own_code(text: str) -> None:
    code = countries.code(text)
    assert countries.code(code) == code
    assert bool(code) == bool(countries.name(code))


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_a_gender_never_fails(text: str) -> None:
    assert genders.parse(text) in ("male", "female", "other", None)


@given(st.one_of(ANY_TEXT, st.sampled_from(LABELS)), ANY_TEXT, ANY_TEXT)
def test_an_identifier_never_fails(label: str, value: str, country: str) -> None:
    found = ids.identifier(label, value, country)
    assert found.value == value.strip()
    assert found.scheme in ids.SCHEMES or found.scheme.startswith("wallet:")
    assert ids.scheme_of(label) is not None
    assert len(ids.comparable(found)) <= 4 * len(value) + 4


@given(
    st.sampled_from(["passport", "tax", "other"]),
    st.text(alphabet="AbC123", min_size=4, max_size=12),
    st.sampled_from(" -./"),
)
def test_spelling_makes_no_difference_to_a_number(scheme: str, value: str, separator: str) -> None:
    spelt = ids.identifier(scheme, separator.join(value).lower())
    assert ids.comparable(spelt) == ids.comparable(ids.identifier(scheme, value.upper()))


@given(st.sampled_from(ids.SCHEMES), ANY_TEXT)
def test_every_scheme_has_a_check_that_never_fails(scheme: str, value: str) -> None:
    label = f"Digital Currency Address - {scheme.partition(':')[2]}" if ":" in scheme else scheme
    assert ids.identifier(label, value).valid in (True, False, None)
