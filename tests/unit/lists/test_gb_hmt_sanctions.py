"""The consolidated list of HM Treasury. All people and organisations here are invented."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from datetime import date

import pytest

from namesake.errors import (
    EmptyPartError,
    ListError,
    MalformedError,
    OversizeError,
    PartMissingError,
    PartUnknownError,
)
from namesake.lists.sources import gb_hmt_sanctions_rows
from namesake.lists.sources.gb_hmt_sanctions import SOURCE
from namesake.lists.sources.gb_hmt_sanctions_text import documents, numbered, other_information
from namesake.values.entities import ListEntry
from namesake.values.names import NamePart
from namesake.values.versions import Part, Publication

HEADER = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,"
    "Passport Details,NI Number,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,"
    "Post/Zip Code,Country,Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID"
)
HEADER_2022 = (  # as published in 2022; the rows below it are our own
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,"
    "Passport Details,National Identification Number,National Identification Details,Position,Address 1,"
    "Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,"
    "Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID"
)
OLD, NEW = HEADER.split(","), HEADER_2022.split(",")
PERSON = {
    "Name 6": " QUOREN",
    "Name 1": "Talvek",
    "Name 2": "Imran",
    "Group Type": "Individual",
    "Alias Type": "Prime Alias",
    "Regime": "Testland",
    "Listed On": "01/04/2016",
    "Group ID": "90001",
}


def part(raw: bytes, name: str = "ConList.csv") -> Part:
    return Part(name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


def text(*rows: Mapping[str, str], columns: list[str] = OLD, stamp: str = "13/04/2018", end: str = "\n") -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    writer.writerow(["Last Updated", stamp])
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return out.getvalue()


def read(*rows: Mapping[str, str], columns: list[str] = OLD) -> Publication:
    return SOURCE.read([part(text(*rows, columns=columns).encode("utf-8"))])


def only(*rows: Mapping[str, str], columns: list[str] = OLD) -> ListEntry:
    (entry,) = read(*rows, columns=columns).entries
    return entry


def codes(publication: Publication) -> list[str]:
    return [note.code for note in publication.notes]


def test_a_person_in_the_old_layout() -> None:
    publication = read(PERSON)
    (entry,) = publication.entries
    assert (publication.source, publication.form) == ("gb_hmt_sanctions", "conlist-2014")
    assert (publication.dated, publication.stamp) == (date(2018, 4, 13), "13/04/2018")
    assert publication.notes == ()
    assert publication.kinds == (("ConList.csv", "main"),)
    assert (entry.id, entry.identity, entry.schema) == ("90001", "gb_hmt_sanctions:90001", "Person")
    assert entry.names[0].text == "Talvek Imran QUOREN"
    assert entry.names[0].parts == (
        NamePart("given", "Talvek"),
        NamePart("middle", "Imran"),
        NamePart("family", "QUOREN"),
    )
    assert entry.listings[0].programme == "Testland"
    assert entry.listings[0].listed_on is not None
    assert entry.listings[0].listed_on.first == date(2016, 4, 1)


def test_rows_of_a_group_are_one_entry_wherever_they_stand() -> None:
    other = PERSON | {"Name 6": "VELTANI", "Group ID": "90002"}
    alias = PERSON | {"Name 1": "Talvik", "Alias Type": "AKA", "DOB": "00/00/1981"}
    publication = read(PERSON | {"DOB": "00/00/1980"}, other, alias)
    assert [entry.id for entry in publication.entries] == ["90001", "90002"]
    first = publication.entries[0]
    assert [(name.text, name.kind) for name in first.names] == [
        ("Talvek Imran QUOREN", "primary"),
        ("Talvik Imran QUOREN", "alias"),
    ]
    assert [(born.first.year, born.exact) for born in first.birth_dates] == [(1980, False), (1981, False)]
    assert [row["Name 6"] for row in json.loads(first.original)["rows"]] == [" QUOREN", " QUOREN"]


def test_the_primary_name_comes_first_though_its_row_comes_last() -> None:
    entry = only(PERSON | {"Alias Type": "AKA", "Name 1": "Talvik"}, PERSON)
    assert [name.kind for name in entry.names] == ["primary", "alias"]


@pytest.mark.parametrize(
    ("published", "kind", "noted"),
    [
        pytest.param("Prime Alias", "primary", False, id="old-primary"),
        pytest.param("Primary name", "primary", False, id="new-primary"),
        pytest.param("Primary name variation", "alias", False, id="variation"),
        pytest.param("AKA", "alias", False, id="aka"),
        pytest.param("FKA", "former", False, id="fka"),
        pytest.param("Nom de guerre", "alias", True, id="unknown"),
    ],
)
def test_alias_types(published: str, kind: str, noted: bool) -> None:
    publication = read(PERSON | {"Alias Type": published})
    assert publication.entries[0].names[0].kind == kind
    assert ("alias-type-unknown" in codes(publication)) is noted


@pytest.mark.parametrize(
    ("types", "schema", "noted"),
    [
        pytest.param(["Individual"], "Person", False, id="person"),
        pytest.param(["Entity"], "Organization", False, id="organisation"),
        pytest.param(["Ship"], "Vessel", False, id="ship"),
        pytest.param(["Entity", "Entity"], "Organization", False, id="same-twice"),
        pytest.param(["Individual", "Entity"], "LegalEntity", True, id="two-types"),
        pytest.param(["Planet"], "LegalEntity", True, id="unknown"),
        pytest.param([""], "LegalEntity", True, id="none"),
    ],
)
def test_group_types(types: list[str], schema: str, noted: bool) -> None:
    publication = read(*(PERSON | {"Group Type": kind} for kind in types))
    assert publication.entries[0].schema == schema
    assert ("type-unknown" in codes(publication)) is noted


def test_an_organisation_has_no_typed_parts() -> None:
    entry = only({"Name 6": "VELTANI TRADING", "Group Type": "Entity", "Alias Type": "Prime Alias", "Group ID": "7"})
    assert (entry.names[0].text, entry.names[0].parts) == ("VELTANI TRADING", ())


@pytest.mark.parametrize(
    ("cell", "lead", "values"),
    [
        pytest.param("1) Saudi Arabia 2) Qatar", "", ("Saudi Arabia", "Qatar"), id="bare"),
        pytest.param("(1) German (2) Moroccan", "", ("German", "Moroccan"), id="brackets"),
        pytest.param("(a) X. (b) Y", "", ("X.", "Y"), id="letters"),
        pytest.param("A) X (b) Y", "", ("X", "Y"), id="mixed-case"),
        pytest.param("(1)-(2) Indonesia", "", ("Indonesia", "Indonesia"), id="range"),
        pytest.param("(1) Tunis (2)-(4) -", "", ("Tunis", "", "", ""), id="empty-range"),
        pytest.param("(1) Algiers (2) -", "", ("Algiers", ""), id="dash"),
        pytest.param("numbers (1) K1 (2) K2", "numbers", ("K1", "K2"), id="lead"),
        pytest.param("344 (Yemeni) (b) 973", "", ("344 (Yemeni)", "973"), id="first-unmarked"),
        pytest.param("(1) Bologhine", "", ("Bologhine",), id="one-marked"),
        pytest.param("Head of branch (279)", "", ("Head of branch (279)",), id="three-digits"),
        pytest.param("Team (a) of the north", "", ("Team (a) of the north",), id="lone-letter"),
        pytest.param("(3) X (4) Y", "", ("(3) X (4) Y",), id="not-from-one"),
        pytest.param("(1)-(99999) X", "", ("(99999) X",), id="absurd-range"),
        pytest.param("(1)-(99) X (1)-(99) Y", "", ("X (1)-(99) Y",) * 99, id="bounded"),
        pytest.param("", "", ("",), id="empty"),
    ],
)
def test_several_values_in_one_cell(cell: str, lead: str, values: tuple[str, ...]) -> None:
    assert numbered(cell) == (lead, values)


def test_places_of_birth_go_by_their_numbers() -> None:
    entry = only(PERSON | {"Town of Birth": "(1) Algiers (2) -", "Country of Birth": "(1) Algeria (2) France"})
    assert [(place.text, place.country) for place in entry.birth_places] == [
        ("Algiers, Algeria", "dz"),
        ("France", "fr"),
    ]
    entry = only(PERSON | {"Town of Birth": "(1) Tunis (2) Sfax", "Country of Birth": "Tunisia"})
    assert [place.text for place in entry.birth_places] == ["Tunis, Tunisia", "Sfax, Tunisia"]


def test_nationalities_are_split_and_citizenship_is_another_fact() -> None:
    entry = only(PERSON | {"Nationality": "(1) German (2) Moroccan"})
    assert [(fact.role, fact.code, fact.text) for fact in entry.countries] == [
        ("nationality", "de", "German"),
        ("nationality", "ma", "Moroccan"),
    ]
    entry = only(PERSON | {"Nationality": "Iranian citizenship"})
    assert [(fact.role, fact.code) for fact in entry.countries] == [("citizenship", "ir")]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        pytest.param("Passport No: 592667 (Qatari passport issued on 3 May 2007).", [("592667", "qa")], id="prose"),
        pytest.param("A 11263265", [("A 11263265", "")], id="blank-inside"),
        pytest.param("Mali Passport no.A1037434. Issued: 10/8/2001", [("A1037434", "ml")], id="country-before"),
        pytest.param(
            "Jordanian passport numbers (1) K048787 (2) 486298",
            [("K048787", "jo"), ("486298", "jo")],
            id="lead",
        ),
        pytest.param("(1) 6487 (Egypt). Issued 1986. (2) (Egypt). Issued 1993.", [("6487", "eg")], id="no-number"),
        pytest.param("Reference 62. Passport no. 9632078. issued 17/08/2006.", [("9632078", "")], id="other-number"),
        pytest.param("103-0037-6235 (as mentioned in the passport)", [("103-0037-6235", "")], id="no-country"),
        pytest.param("Testland Passport.", [], id="none"),
        pytest.param("", [], id="empty"),
    ],
)
def test_passports(cell: str, found: list[tuple[str, str]]) -> None:
    read = documents(cell, "Passport")
    assert [(document.value, document.country) for document in read] == found
    assert {document.scheme for document in read} <= {"passport"}


def test_documents_stay_whole_among_the_remarks() -> None:
    entry = only(PERSON | {"Passport Details": "D1903 (Diplomatic), lent to a friend"})
    assert entry.identifiers[0].value == "D1903"
    assert "Passport Details: D1903 (Diplomatic), lent to a friend" in entry.remarks


@pytest.mark.parametrize(
    ("remark", "references"),
    [
        pytest.param("UN Ref QDi.999. Emir.", ("un_sc_sanctions:QDi.999",), id="permanent"),
        pytest.param("UN REF.QDI.999.", ("un_sc_sanctions:QDi.999",), id="capitals"),
        pytest.param("UN Reference: KPi.998", ("un_sc_sanctions:KPi.998",), id="word"),
        pytest.param("UN Ref QDe.998. Emir.", (), id="of-an-entity-in-a-persons-record"),
        pytest.param("UN Ref QI.A.1.01. Also", (), id="old-form-cannot-be-mapped"),
        pytest.param("Associated with a group (QDe.137)", (), id="of-another"),
        pytest.param("UN Ref QDi.998. Brother of UN Ref QDi.999.", (), id="ambiguous"),
        pytest.param("(UK Sanctions List Ref):TST0001 (Gender):Male", ("gb_fcdo_sanctions:TST0001",), id="fcdo"),
    ],
)
def test_references_to_other_lists(remark: str, references: tuple[str, ...]) -> None:
    entry = only(PERSON | {"Other Information": remark})
    assert entry.references == references
    assert remark in entry.remarks


def test_a_reference_that_two_groups_claim_is_neithers() -> None:
    claim = PERSON | {"Other Information": "UN Ref QDi.999"}
    publication = read(claim, claim | {"Group ID": "90002", "Name 1": "Ansel"})
    assert [entry.references for entry in publication.entries] == [(), ()]
    assert codes(publication) == ["reference-shared"] * 2
    assert all("UN Ref QDi.999" in entry.remarks for entry in publication.entries)


def test_low_quality_aliases_are_weak() -> None:
    remark = "EU and UN. Low quality A.K.A. (a) Orrin (b) Vesk (c) Abu M. Tal.  Associated with a group"
    entry = only(PERSON | {"Other Information": remark})
    assert [(name.text, name.kind) for name in entry.names if name.weak] == [
        ("Orrin", "alias"),
        ("Vesk", "alias"),
        ("Abu M. Tal", "alias"),
    ]
    assert not entry.names[0].weak


@pytest.mark.parametrize(
    ("remark", "imo", "gender"),
    [
        pytest.param("IMO: 9074729. Added to the list", ["9074729"], (), id="imo"),
        pytest.param("(IMO number: 9074729)", ["9074729"], (), id="brackets"),
        pytest.param("IMO nos 9074729. Owner of IMO 9193185", [], (), id="several-belong-to-others"),
        pytest.param("Sex: female, b) H", [], ("female",), id="gender"),
        pytest.param("(Gender):Male", [], ("male",), id="gender-2022"),
    ],
)
def test_facts_in_other_information(remark: str, imo: list[str], gender: tuple[str, ...]) -> None:
    info = other_information(remark, "Person")
    assert [found.value for found in info.identifiers] == imo
    assert info.genders == gender
    assert all(found.scheme == "imo" and found.valid for found in info.identifiers)


def test_an_unreadable_birth_date_is_noted_and_kept() -> None:
    publication = read(PERSON | {"DOB": "29/02/1969"})
    assert codes(publication) == ["date-unread"]
    assert publication.notes[0].where.row == 3
    assert publication.entries[0].birth_dates == ()
    assert "DOB: 29/02/1969" in publication.entries[0].remarks


def test_a_cell_that_the_publisher_cut_marks_the_entry() -> None:
    assert only(PERSON | {"NI Number": "x" * 255}).marks == ("NI Number cut by the publisher at 255 characters",)
    assert only(PERSON | {"NI Number": "x" * 254}).marks == ()


SAMPLE_2022 = (  # a sample of our own in the layout of 2022: no such file was at hand
    {
        "Name 6": "QUOREN",
        "Name 1": "Talvek",
        "Name Non-Latin Script": "Талвек КУОРЕН",
        "Non-Latin Script Type": "Cyrillic",
        "Non-Latin Script Language": "Russian",
        "DOB": "05/06/1971",
        "Passport Number": "(1) 512345678 (2) AB123456",
        "Passport Details": "(1) Russia (2) Cyprus",
        "National Identification Number": "770123456789",
        "National Identification Details": "Russian",
        "Other Information": "(UK Sanctions List Ref):TST0001. (Gender):Male",
        "Group Type": "Individual",
        "Alias Type": "Primary name",
        "Regime": "Testland",
        "Listed On": "01/04/2022",
        "UK Sanctions List Date Designated": "31/03/2022",
        "Group ID": "90001",
    },
    {
        "Name 6": "QUO",
        "Group Type": "Individual",
        "Alias Type": "AKA",
        "Alias Quality": "Low",
        "Regime": "Testland",
        "Listed On": "01/04/2022",
        "Group ID": "90001",
    },
    {"Name 6": "OCEAN VELT", "Group Type": "Ship", "Alias Type": "Primary name", "Group ID": "90002"},
)


def test_the_layout_of_2022() -> None:
    publication = read(*SAMPLE_2022, columns=NEW)
    assert publication.form == "conlist-2022"
    assert publication.notes == ()
    person, ship = publication.entries
    assert [(name.text, name.kind, name.weak, name.script, name.language) for name in person.names] == [
        ("Talvek QUOREN", "primary", False, "", ""),
        ("Талвек КУОРЕН", "alias", False, "Cyrl", "ru"),
        ("QUO", "alias", True, "", ""),
    ]
    assert [(found.value, found.country) for found in person.identifiers] == [
        ("512345678", "ru"),
        ("AB123456", "cy"),
        ("770123456789", "ru"),
    ]
    assert person.references == ("gb_fcdo_sanctions:TST0001",)
    assert person.genders == ("male",)
    assert person.listings[0].listed_on is not None
    assert person.listings[0].listed_on.first == date(2022, 4, 1)
    assert (ship.schema, ship.names[0].text) == ("Vessel", "OCEAN VELT")


@pytest.mark.parametrize(
    ("encoding", "end"),
    [
        pytest.param("cp1252", "\r\n", id="windows-crlf"),
        pytest.param("cp1252", "\n", id="windows-lf"),
        pytest.param("utf-8", "\n", id="utf-8"),
        pytest.param("utf-8-sig", "\r\n", id="utf-8-with-mark"),
    ],
)
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    raw = text(PERSON | {"Name 1": "T’alvék"}, end=end).encode(encoding)
    (entry,) = SOURCE.read([part(raw)]).entries
    assert entry.names[0].text == "T’alvék Imran QUOREN"


def test_a_formula_is_text() -> None:
    entry = only(PERSON | {"Name 6": '=HYPERLINK("http://example.invalid")'})
    assert '=HYPERLINK("http://example.invalid")' in entry.names[0].text


def test_control_characters_do_not_reach_a_name_but_the_original() -> None:
    entry = only(PERSON | {"Name 6": "QUO\x07REN", "Name 2": ""})
    assert entry.names[0].text == "Talvek QUO REN"
    assert json.loads(entry.original)["rows"][0]["Name 6"] == "QUO\x07REN"


def test_rows_of_another_width_are_noted_and_used_where_they_can_be() -> None:
    wide = text(PERSON).rstrip("\n") + ",left over\n"
    publication = SOURCE.read([part(wide.encode())])
    assert codes(publication) == ["row-ragged"]
    assert json.loads(publication.entries[0].original)["rows"][0]["column 30"] == "left over"
    short = text(PERSON) + "QUOREN,Talvek\n"
    publication = SOURCE.read([part(short.encode())])
    assert codes(publication) == ["row-ragged", "id-missing"]
    assert [note.where.row for note in publication.notes] == [4, 4]
    assert len(publication.entries) == 1


def test_blank_rows_and_trailing_blank_cells_are_nothing() -> None:
    raw = text(PERSON).rstrip("\n") + ",,,\n,,,\n\n"
    publication = SOURCE.read([part(raw.encode())])
    assert (len(publication.entries), publication.notes) == (1, ())


@pytest.mark.parametrize("group", ["", "x", "12.5", "=1+1", "9" * 13], ids=str)
def test_a_group_id_that_is_no_number(group: str) -> None:
    publication = read(PERSON | {"Group ID": group})
    assert (publication.entries, codes(publication)) == ((), ["id-missing"])


def test_a_group_without_a_name_is_kept_and_noted() -> None:
    publication = read(PERSON | {"Name 6": "", "Name 1": " ", "Name 2": ""})
    assert publication.entries[0].names == ()
    assert codes(publication) == ["name-missing"]


def test_a_list_without_a_date_is_noted() -> None:
    publication = SOURCE.read([part(text(PERSON, stamp="soon").encode())])
    assert (publication.dated, publication.stamp, codes(publication)) == (None, "soon", ["date-unread"])


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        pytest.param(b"", EmptyPartError, id="empty"),
        pytest.param(b"Last Updated,13/04/2018\n", MalformedError, id="no-header"),
        pytest.param(b"Last Updated,13/04/2018\n1,2,3\n", MalformedError, id="rows-without-header"),
        pytest.param(b"a,b,c\n1,2,3\n", PartUnknownError, id="another-table"),
        pytest.param(b"<html><body>Not found</body></html>", PartUnknownError, id="error-page"),
        pytest.param(b"Name 6,Group ID\nX,1\n", MalformedError, id="columns-missing"),
        pytest.param(f"{HEADER},DOB\n".encode(), MalformedError, id="column-twice"),
        pytest.param(text(PERSON).encode("utf-16"), MalformedError, id="utf-16"),
        pytest.param(text(PERSON).encode() + b"\0", MalformedError, id="nul"),
        pytest.param(text(PERSON).encode() + b"\x81\n", MalformedError, id="no-encoding"),
        pytest.param(text(PERSON).encode() + b'"cut off', MalformedError, id="quotation-cut-off"),
        pytest.param(text(PERSON).encode() + b'"a"b,c\n', MalformedError, id="quotation-broken"),
        pytest.param(text(PERSON).encode() + b"x" * 200_000 + b"\n", MalformedError, id="huge-cell"),
        pytest.param(text(PERSON).encode() + b"," * 5000 + b"\n", OversizeError, id="many-columns"),
    ],
)
def test_a_damaged_file_is_refused_with_a_code(raw: bytes, error: type[ListError]) -> None:
    with pytest.raises(error) as raised:
        SOURCE.read([part(raw)])
    assert raised.value.where.file == "ConList.csv"
    assert raised.value.next_step


def test_a_file_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gb_hmt_sanctions_rows, "MAX_BYTES", 100)
    with pytest.raises(OversizeError):
        read(PERSON)
    monkeypatch.setattr(gb_hmt_sanctions_rows, "MAX_BYTES", 100_000)
    monkeypatch.setattr(gb_hmt_sanctions_rows, "MAX_ROWS", 3)
    with pytest.raises(OversizeError):
        read(PERSON, PERSON)


def test_the_list_is_a_single_file() -> None:
    with pytest.raises(PartMissingError):
        SOURCE.read([])
    with pytest.raises(PartUnknownError, match="second"):
        SOURCE.read([part(text(PERSON).encode()), part(b"x", "other.csv")])


def test_the_same_file_gives_the_same_publication() -> None:
    assert read(*SAMPLE_2022, columns=NEW) == read(*SAMPLE_2022, columns=NEW)


def test_facts() -> None:
    assert SOURCE.facts.id == "gb_hmt_sanctions"
    assert SOURCE.facts.expectations.min_entries == 1000
    assert all(download.url.startswith("https://") for download in SOURCE.facts.downloads)
