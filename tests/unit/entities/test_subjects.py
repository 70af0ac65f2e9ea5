from datetime import date

import pytest

from namesake.entities import codes
from namesake.entities.columns import recognise
from namesake.entities.subjects import SubjectOptions, subject_of
from namesake.values.entities import Skipped, Subject
from namesake.values.names import Name
from namesake.values.rows import Cell, Row

TODAY = SubjectOptions(file="people.csv", today=date(2024, 6, 1))


def read(options: SubjectOptions = TODAY, /, **cells: Cell) -> list[Subject | Skipped]:
    """The subjects of one row; underscores stand for blanks in the columns' names."""
    mapping = recognise([name.replace("_", " ") for name in cells])
    return subject_of(Row(7, tuple(cells.values())), mapping, options)


def one(options: SubjectOptions = TODAY, /, **cells: Cell) -> Subject:
    (subject,) = read(options, **cells)
    assert isinstance(subject, Subject)
    return subject


def said(subject: Subject | Skipped) -> set[str]:
    assert isinstance(subject, Subject)
    return {note.code for note in subject.notes}


def names(subject: Subject | Skipped) -> list[str]:
    assert isinstance(subject, Subject)
    return [name.text for name in subject.entity.names]


def days(subject: Subject) -> list[str]:
    return [str(found.first) for found in subject.entity.birth_dates]


def test_a_whole_row() -> None:
    subject = one(
        Id="C-17",
        Full_name="Adam Example",
        DOB="15.12.1985",
        Nationality="Russian",
        Country="DE",
        Gender="m",
        Place_of_birth="Sampletown",
        Address="1 Sample Street",
        Alias="A. Example; Adamo Esempio",
        Nickname="Ex",
        IMO="IMO 9074729",
        Remark="likes tea",
    )
    entity = subject.entity
    assert (subject.key, subject.row, entity.id, entity.schema) == ("C-17", 7, "C-17", "Person")
    assert entity.names == (
        Name("Adam Example"),
        Name("A. Example", "alias"),
        Name("Adamo Esempio", "alias"),
        Name("Ex", "alias", weak=True),
    )
    assert days(subject) == ["1985-12-15"]
    assert {(fact.role, fact.code) for fact in entity.countries} == {("nationality", "ru"), ("country", "de")}
    assert entity.genders == ("male",)
    assert entity.birth_places[0].text == "Sampletown"
    assert entity.addresses[0].text == "1 Sample Street"
    assert [(found.scheme, found.valid) for found in entity.identifiers] == [("imo", True)]
    assert subject.columns[-1] == ("Remark", "likes tea")
    assert said(subject) == {codes.SCHEMA_INFERRED, codes.VALUE_SEVERAL}
    assert {note.where.row for note in subject.notes} == {7}


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        pytest.param({"Name": ""}, codes.ROW_NO_NAME, id="nothing"),
        pytest.param({"Name": "N/A"}, codes.ROW_NO_NAME, id="N/A"),
        pytest.param({"Name": "unknown"}, codes.ROW_NO_NAME, id="unknown"),
        pytest.param({"Name": " - "}, codes.ROW_NO_NAME, id="dash"),
        pytest.param({"Name": "xxx"}, codes.ROW_NO_NAME, id="crosses"),
        pytest.param({"Name": "NULL"}, codes.ROW_NO_NAME, id="null"),
        pytest.param({"Name": "NaN"}, codes.ROW_NO_NAME, id="nan"),
        pytest.param({"Name": "test"}, codes.ROW_NO_NAME, id="test"),
        pytest.param({"Name": "Нет данных"}, codes.ROW_NO_NAME, id="Russian"),
        pytest.param({"Name": "\u200b\u202e"}, codes.ROW_NO_NAME, id="invisible"),
        pytest.param({"Name": "12345"}, codes.ROW_NAME_UNREADABLE, id="digits"),
        pytest.param({"Name": "+*1*+"}, codes.ROW_NAME_UNREADABLE, id="punctuation"),
        pytest.param({"Name": "A" * 1001}, codes.ROW_NAME_TOO_LONG, id="too long"),
        pytest.param({"Name": "Sample Street 1", "Schema": "Address"}, codes.ROW_NOT_A_PARTY, id="no party"),
    ],
)
def test_rows_that_cannot_be_screened(cells: dict[str, Cell], code: str) -> None:
    (skipped,) = read(**cells, DOB="1985")
    assert isinstance(skipped, Skipped)
    assert (skipped.code, skipped.where.row, skipped.key) == (code, 7, "7")
    assert skipped.columns[0] == ("Name", cells["Name"])
    assert skipped.reason


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"First_name": "Adam", "Last_name": "Example"}, ["Adam Example"], id="two parts"),
        pytest.param({"Name": "Example", "Vorname": "Adam"}, ["Adam Example"], id="German"),
        pytest.param({"Name": "Adam Example", "Vorname": "Adam"}, ["Adam Example"], id="whole name among last names"),
        pytest.param({"Name": "Muster GmbH", "Vorname": ""}, ["Muster GmbH"], id="company among last names"),
        pytest.param(
            {"Фамилия": "Образцов", "Имя": "Пётр", "Отчество": "Иванович"}, ["Пётр Иванович Образцов"], id="Russian"
        ),
        pytest.param(
            {"Name": "Образцов Пётр", "First_name": "Petr", "Last_name": "Obraztsov"},
            ["Образцов Пётр", "Petr Obraztsov"],
            id="parts in another alphabet",
        ),
        pytest.param({"Name": "Eve A. Ex", "First_name": "Eve", "Last_name": "Ex"}, ["Eve A. Ex"], id="part"),
        pytest.param({"First_name": "", "Last_name": "Sample"}, ["Sample"], id="last name only"),
        pytest.param({"First_name": "Jennifer", "Last_name": "Null"}, ["Jennifer Null"], id="a person called Null"),
        pytest.param({"First_name": "Jennifer", "Last_name": "NULL"}, ["Jennifer"], id="a null"),
        pytest.param({"Name": ("Adam Example", "A. Example")}, ["Adam Example", "A. Example"], id="a list of names"),
        pytest.param({"Name": "", "Company": "Sample Ltd"}, ["Sample Ltd"], id="company instead"),
        pytest.param({"Name": "Adam Example a.k.a. Adam Sample"}, ["Adam Example", "Adam Sample"], id="aka"),
        pytest.param({"Name": "Eve Sample (née Muster)"}, ["Eve Sample", "Muster"], id="maiden name"),
        pytest.param({"Name": " Adam\t Example\n"}, ["Adam Example"], id="blanks"),
        pytest.param({"Name": "Example, Adam"}, ["Example, Adam"], id="comma form is left to the names"),
    ],
)
def test_names(cells: dict[str, Cell], expected: list[str]) -> None:
    assert names(one(**cells)) == expected


@pytest.mark.parametrize(
    ("cells", "schema", "code"),
    [
        pytest.param({"Name": "Adam Example", "Type": "individual"}, "Person", "", id="column"),
        pytest.param({"Name": "Adam Example", "Type": "юрлицо"}, "Organization", "", id="column, Russian"),
        pytest.param({"Name": "Sample Star", "Type": "Vessel"}, "Vessel", "", id="vessel"),
        pytest.param({"Name": "Sample Star", "Schema": "PublicBody"}, "PublicBody", "", id="FollowTheMoney"),
        pytest.param({"Name": "Adam Example", "Type": "gold"}, "LegalEntity", codes.SCHEMA_UNREADABLE, id="unreadable"),
        pytest.param({"Name": "Adam Example", "DOB": "1985"}, "Person", codes.SCHEMA_INFERRED, id="birth date"),
        pytest.param({"Name": "Adam Example", "Gender": "m"}, "Person", codes.SCHEMA_INFERRED, id="gender"),
        pytest.param({"First_name": "Adam", "Last_name": "X."}, "Person", codes.SCHEMA_INFERRED, id="first name"),
        pytest.param({"Name": "Sample Ltd."}, "Organization", codes.SCHEMA_INFERRED, id="legal form"),
        pytest.param({"Company": "Sample Star"}, "Organization", codes.SCHEMA_INFERRED, id="column of companies"),
        pytest.param({"Name": "Adam Example"}, "LegalEntity", codes.SCHEMA_OPEN, id="nothing says"),
        pytest.param({"Name": "Sample Ltd", "DOB": "1985"}, "LegalEntity", codes.SCHEMA_OPEN, id="signs of both"),
    ],
)
def test_person_or_organisation(cells: dict[str, Cell], schema: str, code: str) -> None:
    subject = one(**cells)
    assert subject.entity.schema == schema
    assert code in said(subject) or not code
    assert bool(code) == bool(said(subject))


def test_the_user_may_say_what_all_rows_are() -> None:
    subject = one(SubjectOptions(schema="Person"), Name="Sample Ltd", Type="company")
    assert (subject.entity.schema, subject.notes) == ("Person", ())


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        pytest.param("1985-12-15", ["1985-12-15"], "", id="iso"),
        pytest.param("1985-12-15 00:00:00", ["1985-12-15"], "", id="with time"),
        pytest.param("15/12/1985", ["1985-12-15"], "", id="day first"),
        pytest.param("12/15/1985", ["1985-12-15"], "", id="month first"),
        pytest.param("03/04/1985", ["1985-04-03", "1985-03-04"], codes.DATE_AMBIGUOUS, id="either"),
        pytest.param("03.04.1985", ["1985-04-03"], "", id="dots"),
        pytest.param("15/12/10", ["1910-12-15", "2010-12-15"], codes.DATE_CENTURY, id="either century"),
        pytest.param("15/12/85", ["1985-12-15"], "", id="one century lies ahead"),
        pytest.param("15.12.2031", [], codes.DATE_FUTURE, id="future"),
        pytest.param("1720-05-05", [], codes.DATE_FUTURE, id="too long ago"),
        pytest.param("31396", ["1985-12-15"], codes.DATE_SERIAL, id="day number"),
        pytest.param("soon", [], codes.DATE_UNREADABLE, id="unreadable"),
        pytest.param("01/01/1900", [], codes.VALUE_PLACEHOLDER, id="placeholder"),
        pytest.param("1900-01-01 00:00:00", [], codes.VALUE_PLACEHOLDER, id="placeholder with time"),
        pytest.param("00.00.0000", [], codes.VALUE_PLACEHOLDER, id="zeros"),
        pytest.param("9999-12-31", [], codes.VALUE_PLACEHOLDER, id="end of time"),
        pytest.param("unbekannt", [], codes.VALUE_PLACEHOLDER, id="unknown"),
        pytest.param("1985", ["1985-01-01"], "", id="year"),
    ],
)
def test_birth_dates(text: str, expected: list[str], code: str) -> None:
    subject = one(Name="Adam Example", DOB=text, Gender="m")
    assert sorted(days(subject)) == sorted(expected)
    assert said(subject) == {codes.SCHEMA_INFERRED, *([code] if code else [])}


@pytest.mark.parametrize(("day_first", "expected"), [(True, ["1985-04-03"]), (False, ["1985-03-04"])])
def test_the_order_of_the_file_decides(day_first: bool, expected: list[str]) -> None:
    subject = one(SubjectOptions(day_first=day_first), Name="Adam Example", DOB="03/04/1985")
    assert days(subject) == expected
    assert codes.DATE_AMBIGUOUS not in said(subject)


@pytest.mark.parametrize(
    ("year", "month", "day", "first", "last"),
    [
        ("1985", "12", "5", "1985-12-05", "1985-12-05"),
        ("1985", "2", "", "1985-02-01", "1985-02-28"),
        ("1985", "", "5", "1985-01-01", "1985-12-31"),
        ("1985", "December", "15", "1985-12-15", "1985-12-15"),
    ],
)
def test_birth_dates_in_three_columns(year: str, month: str, day: str, first: str, last: str) -> None:
    subject = one(Name="Adam Example", Birth_year=year, Birth_month=month, Day_of_birth=day)
    (found,) = subject.entity.birth_dates
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"Name": "Adam Example; Eve Sample"}, ["Adam Example", "Eve Sample"], id="semicolon"),
        pytest.param({"Name": "Adam Example\nEve Sample"}, ["Adam Example", "Eve Sample"], id="line break"),
        pytest.param({"Name": "Adam Example / Eve Sample"}, ["Adam Example", "Eve Sample"], id="slash"),
        pytest.param({"Name": "Example, Adam; Sample, Eve"}, ["Example, Adam", "Sample, Eve"], id="comma forms"),
        pytest.param({"Name": "Sample Ltd; Muster GmbH"}, ["Sample Ltd", "Muster GmbH"], id="companies"),
        pytest.param({"Name": "Sample Ltd; Adam Example"}, ["Sample Ltd", "Adam Example"], id="one of each"),
        pytest.param(
            {"Name": "Adam Example & Eve Sample", "Type": "person"}, ["Adam Example", "Eve Sample"], id="and, persons"
        ),
        pytest.param(
            {"Name": "Adam Example and Eve Sample"},
            ["Adam Example", "Eve Sample", "Adam Example and Eve Sample"],
            id="and, open: the whole as well",
        ),
        pytest.param({"Name": "Пётр Образцов и Жанна Примерова", "Type": "фл"}, ["Пётр Образцов", "Жанна Примерова"]),
    ],
)
def test_several_parties_in_a_cell(cells: dict[str, Cell], expected: list[str]) -> None:
    subjects = read(Id="K", **cells)
    assert [names(subject) for subject in subjects] == [[name] for name in expected]
    assert [subject.key for subject in subjects] == [f"K#{number}" for number in range(1, len(expected) + 1)]
    assert all(codes.NAMES_SPLIT in said(subject) for subject in subjects)


@pytest.mark.parametrize(
    ("cells", "noted"),
    [
        pytest.param({"Name": "Example & Sons"}, False, id="and sons"),
        pytest.param({"Name": "Example & Sample"}, True, id="two single words"),
        pytest.param({"Name": "Example & Sample Ltd"}, False, id="a firm of two"),
        pytest.param({"Name": "Adam Example & Eve Sample Ltd"}, False, id="a firm of two full names"),
        pytest.param({"Name": "Adam Example & Eve Sample", "Type": "company"}, False, id="a firm by its column"),
        pytest.param({"Name": "Alpha; Beta", "Type": "company"}, True, id="organisations without a form"),
        pytest.param({"Name": "Example; Adam"}, True, id="last and first name"),
        pytest.param({"Name": "Adam Example; Jr."}, True, id="a suffix"),
        pytest.param({"Name": "Adam Example / Sample"}, True, id="two last names"),
        pytest.param({"Name": "A; B"}, True, id="letters"),
        pytest.param({"Name": "Adam and Eve Example", "Type": "person"}, True, id="a couple"),
        pytest.param({"Name": "Adam Example; 0123 456"}, True, id="a telephone number"),
        pytest.param({"Name": "Foundation for Peace and Sample Rights"}, False, id="and within a name"),
        pytest.param({"Name": "María Ejemplo y Muestra"}, False, id="Spanish y"),
        pytest.param({"Name": "Adam Example/Sample"}, False, id="slash without blanks"),
    ],
)
def test_what_cannot_be_split_safely_stays_whole(cells: dict[str, Cell], noted: bool) -> None:
    subject = one(**cells)
    assert names(subject) == [cells["Name"]]
    assert (codes.NAMES_NOT_SPLIT in said(subject)) == noted


def test_birth_dates_of_split_parties_are_not_guessed() -> None:
    both = read(Name="Adam Example; Eve Sample", DOB="1985-12-15", Nationality="DE")
    for subject in both:
        assert isinstance(subject, Subject)
        assert subject.entity.birth_dates == ()
        assert subject.entity.countries[0].code == "de"
        assert codes.FACTS_NOT_SHARED in said(subject)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        pytest.param({"Name": "Adam\u200bExample"}, codes.CELL_HIDDEN, id="zero width"),
        pytest.param({"Name": "\u202eelpmaxE madA"}, codes.CELL_HIDDEN, id="right to left"),
        pytest.param({"Name": "Adam\ud800 Example"}, codes.CELL_DAMAGED, id="lone surrogate"),
        pytest.param({"Name": "Аdаm Example"}, codes.NAME_MIXED_SCRIPT, id="imitated letters"),
        pytest.param({"Name": "Adam Example", "Land": "Nowhereland"}, codes.COUNTRY_UNREADABLE, id="country"),
        pytest.param({"Name": "Adam Example", "Gender": "blue"}, codes.VALUE_UNREADABLE, id="gender"),
        pytest.param({"Name": "Sample Star", "IMO": "9074728"}, codes.ID_INVALID, id="check digit"),
    ],
)
def test_notes(cells: dict[str, Cell], code: str) -> None:
    subject = one(**cells)
    assert code in said(subject)
    assert all(name.text.isprintable() for name in subject.entity.names)


def test_several_birth_dates_in_a_cell() -> None:
    subject = one(Name="Adam Example", DOB="1985-12-15; 1986")
    assert days(subject) == ["1985-12-15", "1986-01-01"]
    assert codes.VALUE_SEVERAL in said(subject)


def test_parties_with_a_birth_date_each() -> None:
    first, second = read(Name="Adam Example; Eve Sample", DOB="1985-12-15; 1986-01-02")
    assert isinstance(first, Subject)
    assert isinstance(second, Subject)
    assert (days(first), days(second)) == (["1985-12-15"], ["1986-01-02"])
    assert codes.FACTS_NOT_SHARED not in said(first)


def test_joiners_are_spelling_in_persian() -> None:
    subject = one(Name="علی\u200cرضا نمونه")
    assert names(subject) == ["علی\u200cرضا نمونه"]
    assert codes.CELL_HIDDEN not in said(subject)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("RU; SY", ["ru", "sy"]), ("DE/FR", ["de", "fr"]), ("Korea, North", ["kp"]), ("DE, Nowhere", [])],
)
def test_several_nationalities(text: str, expected: list[str]) -> None:
    assert [fact.code for fact in one(Name="Adam Example", Nationality=text).entity.countries] == expected


@pytest.mark.parametrize(
    ("given", "skipped"),
    [(1, True), (2, False), (None, False)],
    ids=["a column in use is missing", "only others are missing", "whole"],
)
def test_short_rows(given: int | None, skipped: bool) -> None:
    mapping = recognise(["Name", "DOB", "Remark"])
    (found,) = subject_of(Row(3, ("Adam Example", "1985", ""), given), mapping)
    if skipped:
        assert isinstance(found, Skipped)
        assert found.code == codes.ROW_RAGGED
    else:
        assert (codes.ROW_SHORT in said(found)) == (given is not None)


def test_every_code_has_a_meaning() -> None:
    constants = {value for name, value in vars(codes).items() if name.isupper() and isinstance(value, str)}
    assert constants == {*codes.SKIPS, *codes.NOTES}
    assert not codes.SKIPS.keys() & codes.NOTES.keys()
