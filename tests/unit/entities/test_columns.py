from collections import defaultdict

import pytest

from namesake.entities import codes
from namesake.entities.columns import recognise
from namesake.entities.words import PROPERTIES, table
from namesake.errors import UnmappedColumnsError
from namesake.fields.folding import fold


def properties(*columns: str, **overrides: str) -> dict[str, str]:
    return {item.column: item.property for item in recognise(columns, overrides).mapped}


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("Full name", "name"),
        ("full_name", "name"),
        ("fullName", "name"),
        ("FULL-NAME", "name"),
        ("Customer Name", "anyName"),
        ("Vor- und Nachname", "name"),
        ("Nom et prénom", "name"),
        ("Nombre y apellidos", "name"),
        ("Cognome e nome", "name"),
        ("Nome completo", "name"),
        ("Volledige naam", "name"),
        ("Imię i nazwisko", "name"),
        ("ФИО", "name"),
        ("Ф.И.О.", "name"),
        ("ПІБ", "name"),
        ("Adı Soyadı", "name"),
        ("الاسم الكامل", "name"),
        ("نام و نام خانوادگی", "name"),
        ("姓名", "name"),
        ("Given names", "firstName"),
        ("Prénom", "firstName"),
        ("Nachname", "lastName"),
        ("SURNAME", "lastName"),
        ("Фамилия", "lastName"),
        ("Отчество", "fatherName"),
        ("По батькові", "fatherName"),
        ("DOB", "birthDate"),
        ("D.O.B.", "birthDate"),
        ("Date of birth (DD/MM/YYYY)", "birthDate"),
        ("applicant_date_of_birth", "birthDate"),
        ("Geburtsdatum", "birthDate"),
        ("Date de naissance", "birthDate"),
        ("Fecha de nacimiento", "birthDate"),
        ("Data di nascita", "birthDate"),
        ("Data de nascimento", "birthDate"),
        ("Geboortedatum", "birthDate"),
        ("Data urodzenia", "birthDate"),
        ("Дата рождения", "birthDate"),
        ("Doğum Tarihi", "birthDate"),
        ("تاريخ الميلاد", "birthDate"),
        ("تاریخ تولد", "birthDate"),
        ("出生日期", "birthDate"),
        ("birthDate", "birthDate"),
        ("Geburtsjahr", "birthYear"),
        ("Nationality", "nationality"),
        ("Nationality 2", "nationality"),
        ("Гражданство", "citizenship"),
        ("الجنسية", "nationality"),
        ("Land", "country"),
        ("Geschlecht", "gender"),
        ("Пол", "gender"),
        ("Passport No.", "passportNumber"),
        ("ИНН", "innCode"),
        ("IMO", "imoNumber"),
        ("LEI", "leiCode"),
        ("Wallet address", "publicKey"),
        ("Alias_3", "alias"),
        ("AKA", "alias"),
        ("Kundennummer", "key"),
        ("Id", "key"),
        ("No", "key"),
        ("Nr.", "key"),
        ("№", "key"),
        ("#", "key"),
        ("Client #", "key"),
        ("Name #2", "name"),
        ("weakAlias", "weakAlias"),
        ("Party type", "schema"),
    ],
)
def test_common_names_of_columns(column: str, name: str) -> None:
    found = properties(column, "Surname and name")
    assert found.get(column) == name.replace("anyName", "name")


@pytest.mark.parametrize("column", ["Remarks", "Emergency contact", "Mother's maiden colour", "Amount", "", "column 3"])
def test_columns_that_mean_nothing_to_us(column: str) -> None:
    assert column not in properties("Full name", column)


def test_no_word_stands_for_two_properties() -> None:
    meanings = defaultdict(set)
    for name, languages in table("columns")["columns"].items():
        for word in (word for words in languages.values() for word in words):
            meanings[fold(word)].add(name)
    assert {word: names for word, names in meanings.items() if len(names) > 1} == {}
    assert set(table("columns")["columns"]) <= {*PROPERTIES, "anyName"}


@pytest.mark.parametrize(
    ("columns", "mapped"),
    [
        pytest.param(("Name", "Geburtsdatum"), {"Name": "name"}, id="alone"),
        pytest.param(("Name", "Vorname"), {"Name": "lastName", "Vorname": "firstName"}, id="German"),
        pytest.param(("Nom", "Prénom"), {"Nom": "lastName", "Prénom": "firstName"}, id="French"),
        pytest.param(("Nombre", "Apellidos"), {"Nombre": "firstName", "Apellidos": "lastName"}, id="Spanish"),
        pytest.param(("Имя", "Фамилия"), {"Имя": "firstName", "Фамилия": "lastName"}, id="Russian"),
        pytest.param(("نام", "نام خانوادگی"), {"نام": "firstName", "نام خانوادگی": "lastName"}, id="Persian"),
        pytest.param(("Name", "First name", "Last name"), {"Name": "name"}, id="with both parts"),
        pytest.param(("Company", "Country"), {"Company": "name"}, id="a company alone"),
        pytest.param(("Company", "Name"), {"Company": "companyName", "Name": "name"}, id="a company beside a name"),
    ],
)
def test_what_a_column_means_depends_on_its_neighbours(columns: tuple[str, ...], mapped: dict[str, str]) -> None:
    assert properties(*columns).items() >= mapped.items()


@pytest.mark.parametrize(
    ("column", "role"),
    [("Client", True), ("KUNDE", True), ("customer_2", True), ("العميل", True), ("Full name", False), ("Party", False)],
)
def test_columns_that_say_no_more_than_who_the_row_is_about(column: str, role: bool) -> None:
    assert [item.role for item in recognise([column, "Name"]).mapped if item.column == column] in ([role], [])
    assert not any(item.role for item in recognise([column], {column: "name"}).mapped)


def test_overrides_come_first() -> None:
    mapping = recognise(["Name", "Client", "Born", "x"], {"client": "name", "Born": "Date of birth", "x": "taxNumber"})
    assert {item.column: item.property for item in mapping.mapped} == {
        "Client": "name",
        "Born": "birthDate",
        "x": "taxNumber",
    }
    assert mapping.describe() == (
        "Client -> name (as you said)",
        "Born -> birthDate (as you said)",
        "x -> taxNumber (as you said)",
        "not used: Name",
        '"Name" is not used: another column was named for it',
    )


def test_a_column_can_be_left_out() -> None:
    assert recognise(["Name", "Title"], {"Title": "-"}).unmapped == ("Title",)


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"Klient": "name"}, 'no column \'Klient\'; the columns are: "Name", "Land"'),
        ({"Land": "colour"}, "no property 'colour'"),
        ({"Name": "-"}, "no column could be recognised as a name"),
    ],
)
def test_overrides_that_make_no_sense(overrides: dict[str, str], said: str) -> None:
    with pytest.raises(UnmappedColumnsError, match=said):
        recognise(["Name", "Land"], overrides)


def test_a_table_that_names_nobody_lists_its_columns_and_the_closest() -> None:
    with pytest.raises(UnmappedColumnsError) as caught:
        recognise(["Nmae", "Amount", "Geburtsdatm"])
    assert 'The columns are: "Nmae", "Amount", "Geburtsdatm"' in caught.value.what
    assert '"Nmae" may be name' in caught.value.what
    assert '"Geburtsdatm" may be birthDate' in caught.value.what
    assert "--map" in caught.value.next_step


@pytest.mark.parametrize(
    ("columns", "code", "said"),
    [
        (
            ["Full name", "Customer"],
            codes.COLUMNS_AMBIGUOUS,
            "all look like name; each is compared, and screened as a party of its own",
        ),
        (["Name", "DOB", "Born"], codes.COLUMNS_AMBIGUOUS, '"DOB", "Born" all look like birthDate'),
        (["Name", "Company"], codes.COLUMNS_SEVERAL_PARTIES, "--map 'Company=-'"),
    ],
)
def test_what_is_not_plain_is_said(columns: list[str], code: str, said: str) -> None:
    (note,) = recognise(columns).notes
    assert note.code == code
    assert said in note.text
