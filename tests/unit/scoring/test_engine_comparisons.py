"""Every comparison of facts, level by level."""

import pytest

from namesake.fields import dates
from namesake.scoring.comparisons import birth_dates, countries, genders, identifiers
from namesake.values.facts import CountryFact, CountryRole, Gender, Identifier, PartialDate
from namesake.values.tokens import NameClass


def born(text: str) -> PartialDate:
    found = dates.parse(text)
    assert found is not None, text
    return found


BIRTHS = [
    pytest.param("1980-05-06", "1980-05-06", "exact", id="exact"),
    pytest.param("1980-02-29", "1980-02-29", "exact", id="exact-leap-day"),
    pytest.param("c. 1980-05-06", "1980-05-06", "exact", id="exact-though-circa"),
    pytest.param("1980-05-06", "1980-06-05", "day and month exchanged", id="exchanged"),
    pytest.param("1980-12-01", "1980-01-12", "day and month exchanged", id="exchanged-2"),
    pytest.param("1980-05-06", "1980-05-16", "one digit differs", id="slip-in-the-day"),
    pytest.param("1980-05-06", "1970-05-06", "one digit differs", id="slip-in-the-decade"),
    pytest.param("1908-05-06", "1988-05-06", "one digit differs", id="slip-far-away"),
    pytest.param("1980-05", "1980-05-06", "month", id="month-and-day"),
    pytest.param("1980-05", "1980-05", "month", id="month-and-month"),
    pytest.param("1980", "1980-05-06", "year", id="year-and-day"),
    pytest.param("1980", "1980-05", "year", id="year-and-month"),
    pytest.param("1980", "1980", "year", id="year-and-year"),
    pytest.param("1975-1985", "1980-05-06", "within range", id="range-and-day"),
    pytest.param("1975-1985", "1985", "within range", id="range-and-its-last-year"),
    pytest.param("1975-1985", "1980-1990", "within range", id="overlapping-ranges"),
    pytest.param("c. 1980", "1980-05-06", "approximate", id="circa-same-year"),
    pytest.param("c. 1980", "1982-05-06", "approximate", id="circa-two-years-off"),
    pytest.param("c. 1980", "c. 1978", "approximate", id="circa-both"),
    pytest.param("1980", "1981-05-06", "neighbouring year", id="year-and-next"),
    pytest.param("1980", "1979", "neighbouring year", id="year-and-last"),
    pytest.param("1999-12-31", "2000-01-15", "neighbouring year", id="days-around-new-year"),
    pytest.param("1980-05-16", "1980-06-07", "neighbouring year", id="days-within-a-month"),
    pytest.param("1980-05-06", "1950-11-23", "differs", id="far-apart"),
    pytest.param("1980-05-06", "1981-09-27", "differs", id="days-of-neighbouring-years"),
    pytest.param("1980", "1982", "differs", id="two-years-apart"),
    pytest.param("1980-05", "1980-09", "neighbouring year", id="months-of-one-year"),
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


Facts = tuple[tuple[CountryRole, str], ...]


@pytest.mark.parametrize(
    ("left", "right", "kind", "level"),
    [
        pytest.param((("nationality", "gb"),), (("nationality", "gb"),), "person", "agrees", id="same"),
        pytest.param((("nationality", "gb"),), (("citizenship", "gb"),), "person", "agrees", id="citizenship"),
        pytest.param(
            (("nationality", "gb"), ("nationality", "fr")),
            (("nationality", "fr"),),
            "person",
            "agrees",
            id="one-of-two",
        ),
        pytest.param((("nationality", "gb"),), (("nationality", "fr"),), "person", "differs", id="other"),
        pytest.param((("nationality", "gb"),), (("country", "fr"),), "person", "unknown", id="a-persons-residence"),
        pytest.param((("birth", "gb"),), (("nationality", "fr"),), "person", "unknown", id="birth-country"),
        pytest.param((("nationality", ""),), (("nationality", "fr"),), "person", "unknown", id="unreadable"),
        pytest.param((), (("nationality", "fr"),), "person", "unknown", id="none"),
        pytest.param((("jurisdiction", "gb"),), (("country", "gb"),), "other", "agrees", id="company"),
        pytest.param((("flag", "pa"),), (("flag", "lr"),), "other", "differs", id="flags"),
    ],
)
def test_countries(left: Facts, right: Facts, kind: NameClass, level: str) -> None:
    one, other = (tuple(CountryFact(role, code) for role, code in facts) for facts in (left, right))
    for sides in ((one, other), (other, one)):
        (found,) = countries.compare(*sides, kind)
        assert found.level == level
        assert found.amounts == ((("country_differs", 1),) if level == "differs" else ())


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param(("male",), ("male",), "agrees", id="same"),
        pytest.param(("male",), ("female",), "differs", id="other"),
        pytest.param(("male", "female"), ("female",), "agrees", id="one-of-two"),
        pytest.param(("other",), ("female",), "agrees", id="other-fits-all"),
        pytest.param((), ("female",), "unknown", id="none"),
        pytest.param((), ("other",), "unknown", id="none-and-other"),
    ],
)
def test_genders(left: tuple[Gender, ...], right: tuple[Gender, ...], level: str) -> None:
    for sides in ((left, right), (right, left)):
        (found,) = genders.compare(*sides)
        assert found.level == level
        assert found.amounts == ((("gender_differs", 1),) if level == "differs" else ())


ADDRESS = "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"
IDS: dict[str, Identifier] = {
    "passport": Identifier("passport", "AB 123456", "gb"),
    "passport-written-otherwise": Identifier("passport", "ab-123456", "gb"),
    "passport-elsewhere": Identifier("passport", "AB123456", "fr"),
    "passport-nowhere": Identifier("passport", "AB123456"),
    "passport-other-number": Identifier("passport", "AB123457", "gb"),
    "tax": Identifier("tax", "AB123456"),
    "unknown-kind": Identifier("other", "AB123456"),
    "placeholder": Identifier("passport", "N/A"),
    "short": Identifier("passport", "123"),
    "imo": Identifier("imo", "IMO 9074729"),
    "imo-bare": Identifier("imo", "9074729"),
    "imo-other": Identifier("imo", "9074731"),
    "lei": Identifier("lei", "529900T8BM49AURSDO55"),
    "lei-other": Identifier("lei", "529900T8BM49AURSDO56"),
    "eth": Identifier("wallet:ETH", ADDRESS),
    "usdt": Identifier("wallet:USDT", ADDRESS.lower().replace("0X", "0x")),
}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param("passport", "passport-written-otherwise", "equal", id="same-kind"),
        pytest.param("passport", "passport-nowhere", "equal", id="country-unknown"),
        pytest.param("passport", "passport-elsewhere", "same number, other kind", id="other-country"),
        pytest.param("passport", "tax", "same number, other kind", id="other-kind"),
        pytest.param("passport", "unknown-kind", "equal", id="kind-unknown"),
        pytest.param("passport", "passport-other-number", "unknown", id="a-person-may-have-two-passports"),
        pytest.param("placeholder", "placeholder", "unknown", id="placeholders"),
        pytest.param("short", "short", "unknown", id="too-short"),
        pytest.param("imo", "imo-bare", "equal", id="imo"),
        pytest.param("imo", "imo-other", "differs", id="imo-conflict"),
        pytest.param("lei", "lei-other", "differs", id="lei-conflict"),
        pytest.param("imo", "lei", "unknown", id="different-kinds"),
        pytest.param("eth", "usdt", "equal", id="wallet-across-currencies"),
        pytest.param("placeholder tax", "passport tax", "equal", id="best-of-several"),
        pytest.param("imo imo-other", "imo-other", "equal", id="equal-before-conflict"),
        pytest.param("passport", "tax passport", "equal", id="same-kind-after-other-kind"),
        pytest.param("passport", "passport tax", "equal", id="same-kind-before-other-kind"),
        pytest.param("", "passport", "unknown", id="none"),
    ],
)
def test_identifiers(left: str, right: str, level: str) -> None:
    one, other = (tuple(IDS[name] for name in names.split()) for names in (left, right))
    for sides in ((one, other), (other, one)):
        (found,) = identifiers.compare(*sides)
        assert found.level == level
