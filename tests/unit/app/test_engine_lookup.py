"""A look-up as a person types it."""

import pytest

from namesake.app.lookup import Query, subject_of
from namesake.errors import QueryError

HEX = "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"
BITCOIN = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"


@pytest.mark.parametrize(
    ("query", "name", "year", "schema"),
    [
        pytest.param(Query("Talvek Quoren"), "Talvek Quoren", None, "LegalEntity", id="name-alone"),
        pytest.param(Query("Talvek Quoren 1985"), "Talvek Quoren", 1985, "Person", id="year-at-the-end"),
        pytest.param(Query("Talvek Quoren (1985)"), "Talvek Quoren", 1985, "Person", id="year-in-brackets"),
        pytest.param(Query("Talvek Quoren, 1985"), "Talvek Quoren", 1985, "Person", id="year-after-a-comma"),
        pytest.param(Query("Talvek Quoren 1885"), "Talvek Quoren", 1885, "Person", id="oldest-century"),
        pytest.param(Query("Talvek Quoren 1785"), "Talvek Quoren 1785", None, "LegalEntity", id="no-year-of-birth"),
        pytest.param(Query("Talvek1985"), "Talvek1985", None, "LegalEntity", id="year-within-a-word"),
        pytest.param(Query("Borogove 1985", schema="Vessel"), "Borogove 1985", None, "Vessel", id="ship-with-a-number"),
        pytest.param(Query("Talvek 1985", birth_date="1990"), "Talvek 1985", 1990, "Person", id="date-given-besides"),
        pytest.param(Query("Talvek", birth_date="1985-12-15"), "Talvek", 1985, "Person", id="date"),
        pytest.param(Query("Talvek", gender="male"), "Talvek", None, "Person", id="gender-says-person"),
    ],
)
def test_name_and_year(query: Query, name: str, year: int | None, schema: str) -> None:
    subject = subject_of(query)
    assert subject.entity.names[0].text == name
    assert [born.first.year for born in subject.entity.birth_dates] == ([year] if year else [])
    assert subject.entity.schema == schema
    read_from_name = year is not None and not query.birth_date
    assert [note.code for note in subject.notes] == (["name-with-year"] if read_from_name else [])


@pytest.mark.parametrize(
    ("query", "values"),
    [
        pytest.param(Query(HEX), [HEX], id="ethereum-as-the-name"),
        pytest.param(Query(BITCOIN), [BITCOIN], id="bitcoin-as-the-name"),
        pytest.param(Query("Talvek", identifiers=(BITCOIN,)), [BITCOIN], id="wallet-besides"),
        pytest.param(Query("Talvek", identifiers=("AB 123456",)), ["AB 123456"], id="passport"),
        pytest.param(Query("Talvek"), [], id="none"),
        pytest.param(Query("0xde0B"), [], id="too-short-for-a-wallet"),
    ],
)
def test_identifiers(query: Query, values: list[str]) -> None:
    assert [item.value for item in subject_of(query).entity.identifiers] == values


def test_everything_else() -> None:
    query = Query("Talvek", nationality=("France", "gb"), gender="F", aliases=("Mimsy", "Tove"))
    entity = subject_of(query).entity
    assert [fact.code for fact in entity.countries] == ["fr", "gb"]
    assert entity.genders == ("female",)
    assert [name.text for name in entity.names] == ["Talvek", "Mimsy", "Tove"]


@pytest.mark.parametrize(
    ("text", "days", "codes"),
    [
        pytest.param("05.06.1971", ["1971-06-05"], [], id="dots"),
        pytest.param("15/06/1971", ["1971-06-15"], [], id="one-order"),
        pytest.param("05/06/1971", ["1971-05-06", "1971-06-05"], ["date-ambiguous"], id="either-order"),
        pytest.param("5 June 1971", ["1971-06-05"], [], id="month-in-words"),
        pytest.param("5.6.21", ["1921-06-05", "2021-06-05"], ["date-century"], id="either-century"),
    ],
)
def test_birth_dates_are_read_as_in_files(text: str, days: list[str], codes: list[str]) -> None:
    subject = subject_of(Query("Talvek Quoren", birth_date=text))
    assert sorted(str(born.first) for born in subject.entity.birth_dates) == days
    assert [note.code for note in subject.notes] == codes


@pytest.mark.parametrize(
    ("given", "schema"), [("person", "Person"), ("COMPANY", "Company"), ("legalentity", "LegalEntity")]
)
def test_schemas_in_any_case(given: str, schema: str) -> None:
    assert subject_of(Query("Talvek Quoren", schema=given)).entity.schema == schema


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param(Query("Talvek", birth_date="last spring"), "the birth date 'last spring'", id="birth-date"),
        pytest.param(Query("Talvek", birth_date="1985-13-45"), "the birth date", id="impossible-date"),
        pytest.param(Query("Talvek", nationality=("fr", "Snarkland")), "no country is called", id="country"),
        pytest.param(Query("Talvek", gender="?"), "the gender '?'", id="gender"),
        pytest.param(Query("Talvek", identifiers=("N/A",)), "the identifier 'N/A'", id="placeholder"),
        pytest.param(Query("Talvek", identifiers=("12",)), "the identifier '12'", id="short-identifier"),
        pytest.param(Query("Talvek", schema="Persn"), "no schema is called 'Persn'", id="schema"),
        pytest.param(Query(""), "name", id="empty"),
        pytest.param(Query("..."), "name", id="no-letter"),
        pytest.param(Query("x" * 2_000), "2,000 characters", id="too-long"),
    ],
)
def test_refused(query: Query, said: str) -> None:
    with pytest.raises(QueryError, match="query-invalid") as raised:
        subject_of(query)
    assert said in str(raised.value)
    assert raised.value.next_step


def test_a_schema_that_is_not_known_is_answered_with_those_that_are() -> None:
    with pytest.raises(QueryError) as raised:
        subject_of(Query("Talvek", schema="Persn"))
    assert "Person, Organization" in raised.value.next_step
