"""Who the columns of a row name, and which of them are only numbers."""

import pytest

from namesake.entities import codes
from namesake.entities.columns import recognise
from namesake.entities.subjects import SubjectOptions, subject_of
from namesake.values.entities import Skipped, Subject
from namesake.values.rows import Cell, Row

ANY = "LegalEntity"


def read(cells: dict[str, Cell], schema: str = "") -> list[Subject]:
    """The subjects of one row, none of which is skipped."""
    found = subject_of(Row(7, tuple(cells.values())), recognise(list(cells)), SubjectOptions(schema=schema))
    assert not any(isinstance(item, Skipped) for item in found)
    return [item for item in found if isinstance(item, Subject)]


def shown(subject: Subject) -> tuple[str, list[str], str]:
    return subject.key, [name.text for name in subject.entity.names], subject.entity.schema


def said(subject: Subject) -> set[str]:
    return {note.code for note in subject.notes}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(
            {"Client": "A GmbH", "Full name": "Talvek Quoren"},
            [(["A GmbH"], "Organization"), (["Talvek Quoren"], ANY)],
            id="an organisation and a person",
        ),
        pytest.param(
            {"Full name": "Talvek Quoren", "Company": "Borogove"},
            [(["Talvek Quoren"], ANY), (["Borogove"], "Organization")],
            id="a person and their company",
        ),
        pytest.param(
            {"Company": "Borogove", "First name": "Talvek", "Last name": "Quoren"},
            [(["Talvek Quoren"], "Person"), (["Borogove"], "Organization")],
            id="parts of a name and a company",
        ),
        pytest.param(
            {"Type": "Company", "Company": "Borogove", "First name": "Talvek", "Last name": "Quoren"},
            [(["Talvek Quoren"], "Person"), (["Borogove"], "Company")],
            id="the row's kind goes to the organisation",
        ),
        pytest.param(
            {"Type": "person", "Client": "A GmbH", "Full name": "Talvek Quoren"},
            [(["A GmbH"], "Organization"), (["Talvek Quoren"], "Person")],
            id="the row's kind goes to the person",
        ),
        pytest.param(
            {"Type": "company", "Client": "A GmbH", "Full name": "Talvek Quoren"},
            [(["A GmbH"], "Company"), (["Talvek Quoren"], ANY)],
            id="no person is made a company",
        ),
        pytest.param(
            {"Type": "person", "Client": "Borogove", "Full name": "Talvek Quoren"},
            [(["Borogove"], ANY), (["Talvek Quoren"], ANY)],
            id="whom the row's kind fits is not guessed",
        ),
        pytest.param(
            {"Client": "A GmbH", "First name": "Talvek", "Last name": "Quoren"},
            [(["A GmbH"], "Organization"), (["Talvek Quoren"], "Person")],
            id="a client and parts of a name",
        ),
        pytest.param(
            {"Customer": "Talvek Quoren", "Beneficiary": "Mimsy Tove"},
            [(["Talvek Quoren"], ANY), (["Mimsy Tove"], ANY)],
            id="two persons",
        ),
        pytest.param(
            {"Customer": "Anna Quoren", "Beneficiary": "Anna Tove"},
            [(["Anna Quoren"], ANY), (["Anna Tove"], ANY)],
            id="two persons of one first name",
        ),
        pytest.param(
            {"Customer": "Mario Quoren", "Beneficiary": "Maria Quoren"},
            [(["Mario Quoren"], ANY), (["Maria Quoren"], ANY)],
            id="husband and wife",
        ),
        pytest.param(
            {"Full name": "Talvek Quoren", "Company": "Talvek Quoren LLC"},
            [(["Talvek Quoren"], ANY), (["Talvek Quoren LLC"], "Organization")],
            id="a person and the company called after them",
        ),
        pytest.param(
            {"Client": "A GmbH", "Full name": "Talvek Quoren; Mimsy Tove"},
            [(["A GmbH"], "Organization"), (["Talvek Quoren"], ANY), (["Mimsy Tove"], ANY)],
            id="several persons in one of the cells",
        ),
        pytest.param(
            {"Company": "A GmbH", "Employer": "Borogove Ltd"},
            [(["A GmbH"], "Organization"), (["Borogove Ltd"], "Organization")],
            id="two companies",
        ),
    ],
)
def test_different_parties_are_screened_apart(cells: dict[str, Cell], expected: list[tuple[list[str], str]]) -> None:
    subjects = read({"Id": "K", **cells})
    assert [shown(item) for item in subjects] == [(f"K#{at}", *item) for at, item in enumerate(expected, 1)]
    assert all(codes.ROW_SEVERAL_PARTIES in said(item) for item in subjects)


@pytest.mark.parametrize(
    ("cells", "names", "schema"),
    [
        pytest.param({"Name": "Quoren, Talvek", "Client": "TALVEK QUOREN"}, 2, ANY, id="order and case"),
        pytest.param({"Name": "Talvek Quoren", "Client": "Talvek Quoren"}, 1, ANY, id="the same"),
        pytest.param({"Name": "Talvek Imran Quoren", "Client": "T. Quoren"}, 2, ANY, id="initial"),
        pytest.param({"Name": "Талвек Куорен", "Full name": "Talvek Kuoren"}, 2, ANY, id="another alphabet"),
        pytest.param({"Name": "طالفيك كوارين", "Full name": "Talvek Quoren"}, 2, ANY, id="an alphabet without vowels"),
        pytest.param({"Name": "Talvek Müller", "Full name": "Mueller, Talvek"}, 2, ANY, id="umlaut"),
        pytest.param({"Name": "Borogove", "Company": "BOROGOVE"}, 1, ANY, id="a company's name twice"),
        pytest.param({"Name": "Borogove Ltd", "Company": "Borogove Ltd."}, 2, "Organization", id="an organisation's"),
        pytest.param({"Name": "Talvek Quoren", "Company": "12345"}, 2, ANY, id="a number is no party"),
        pytest.param({"Name": "Talvek Quoren", "Client": "17"}, 1, ANY, id="a key is no party"),
    ],
)
def test_one_party_is_screened_once(cells: dict[str, Cell], names: int, schema: str) -> None:
    (subject,) = read(cells)
    assert (len(subject.entity.names), subject.entity.schema) == (names, schema)
    assert codes.ROW_SEVERAL_PARTIES not in said(subject)


def test_spellings_of_one_name_in_two_alphabets_keep_the_kind_of_the_row() -> None:
    (subject,) = read({"Name": "طالفيك كوارين", "Full name": "Talvek Quoren", "Type": "person"})
    assert (subject.entity.schema, codes.NAMES_OPEN in said(subject)) == ("Person", False)


def test_where_nobody_can_say_all_names_are_compared_with_everything() -> None:
    (subject,) = read({"Name": "田中太郎", "Full name": "Talvek Quoren", "Type": "company"})
    assert (len(subject.entity.names), subject.entity.schema) == (2, ANY)
    assert codes.NAMES_OPEN in said(subject)


def test_the_facts_of_a_person_go_to_the_only_person() -> None:
    cells: dict[str, Cell] = {"Name": "Talvek Quoren", "Company": "Borogove", "DOB": "1971-06-05", "Nationality": "FR"}
    person, company = read(cells)
    assert (person.entity.schema, len(person.entity.birth_dates), len(person.entity.countries)) == ("Person", 1, 1)
    assert (company.entity.schema, company.entity.birth_dates, company.entity.countries) == ("Organization", (), ())
    assert codes.FACTS_NOT_SHARED not in said(person) | said(company)


def test_the_facts_of_one_of_two_persons_are_used_for_neither() -> None:
    for subject in read({"Client": "Talvek Quoren", "Beneficiary": "Mimsy Tove", "DOB": "1971-06-05"}):
        assert (subject.entity.birth_dates, subject.entity.schema) == ((), ANY)
        assert codes.FACTS_NOT_SHARED in said(subject)


def test_what_the_user_says_of_all_rows_holds_but_for_companies() -> None:
    cells: dict[str, Cell] = {"Client": "A GmbH", "Full name": "Talvek Quoren", "Company": "Borogove"}
    assert [item.entity.schema for item in read(cells, "Person")] == ["Person", "Person", "Organization"]


def test_a_list_of_a_firm_and_a_person_is_compared_with_both() -> None:
    (subject,) = read({"Name": ("A GmbH", "Talvek Quoren")})
    assert subject.entity.schema == ANY


@pytest.mark.parametrize(
    ("text", "is_key"),
    [
        *[(text, True) for text in ("1", "00017", "٣٤", "1 204", "#5", "CUST-0001", "C12", "KD-2024-17", "CUST001")],
        *[(text, True) for text in ("9b2f1c3e-1234-4abc-9def-0123456789ab", "К-17")],
        *[(text, False) for text in ("7ELEVEN", "WD40", "Club57", "Area 51 Ltd", "Talvek Quoren", "Talvek-1971")],
    ],
)
def test_numbers_and_codes_of_clients_are_keys(text: str, is_key: bool) -> None:
    (subject,) = subject_of(Row(7, (text, "", "AB 123456")), recognise(["Client", "Name", "Passport"]))
    assert isinstance(subject, Subject)
    assert subject.key == (text if is_key else "7")
    assert [name.text for name in subject.entity.names] == ([] if is_key else [text])
    assert (codes.NAME_IS_KEY in said(subject)) == (is_key and any(map(str.isalpha, text)))


@pytest.mark.parametrize("text", ["1", "CUST-0001"])
@pytest.mark.parametrize("column", ["Client", "Kunde", "Customer", "Клиент"])
def test_a_number_of_a_client_without_a_name_is_nobody(column: str, text: str) -> None:
    (skipped,) = subject_of(Row(7, (text, "")), recognise([column, "Full name"]))
    assert isinstance(skipped, Skipped)
    assert (skipped.code, skipped.key) == (codes.ROW_NO_NAME, text)


def test_a_column_that_the_user_maps_holds_names() -> None:
    (found,) = subject_of(Row(7, ("CUST-0001",)), recognise(["Client"], {"Client": "name"}))
    assert isinstance(found, Subject)
    assert found.entity.caption == "CUST-0001"
