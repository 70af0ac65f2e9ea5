"""In-house lists from tables. All people and organisations here are invented."""

import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

from namesake.errors import (
    EmptyPartError,
    ForbiddenMarkupError,
    ListError,
    ListExtraMissingError,
    MalformedError,
    MappingError,
    OversizeError,
    PartMissingError,
    PartUnknownError,
)
from namesake.lists.sources import table_files, table_mapping, table_parquet, table_rows, table_workbook
from namesake.lists.sources.table import SOURCE
from namesake.values.entities import ListEntry
from namesake.values.versions import Part, Publication

MAPPING = """
[list]
id = "inhouse_watch"
title = "In-house watch list"
owner = "Security office"
source = "Decision of the security office"
legal_basis = "Act on Vetting, section 4"
schema = "Person"
dated = 2026-03-01

[columns]
id = "Ref"
name = "Full name"
alias = ["AKA1", "AKA2"]
weakAlias = "Nickname"
birthDate = "DOB"
nationality = "Nat"
passportNumber = "Passport"
source = "Evidence"
legalBasis = "Basis"
expires = "Valid until"

[separators]
nationality = ";"
"""
HEADER = "Ref,Full name,AKA1,AKA2,Nickname,DOB,Nat,Passport,Evidence,Basis,Valid until,Note to self"
COLUMNS = tuple(HEADER.split(","))
FIRST = (
    *("A-1", "Talvek QUOREN", "Talvik Quoren", "", "Tal", "1971-06-05", "Russia; Cyprus", "512345678"),
    *("Letter of 3 May", "Section 9", "2027-12-31", "ask Ansel"),
)
SECOND = ("A-2", "Orrin VELTANI", "", "", "", "1980", "", "", "", "", "", "")

Cells = Sequence[object]


def part(raw: bytes, name: str) -> Part:
    return Part(name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


def csv(*rows: Cells, columns: Cells = COLUMNS, delimiter: str = ",") -> str:
    quoted = ([f'"{cell}"' if delimiter in str(cell) else str(cell) for cell in row] for row in (columns, *rows))
    return "".join(delimiter.join(row) + "\n" for row in quoted)


def xlsx(*rows: Cells, columns: Cells = COLUMNS, titles: Sequence[str] = ("Watch",)) -> bytes:
    book = openpyxl.Workbook()
    for title in titles:
        sheet = book.create_sheet(title)
        for row in (columns, *rows):
            sheet.append(list(row))
    del book["Sheet"]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(*rows: Cells, columns: Sequence[str] = COLUMNS) -> bytes:
    arrays = [pyarrow.array(list(column)) for column in zip(*rows, strict=True)]
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(arrays, names=list(columns)), out)
    return out.getvalue()


def read(raw: bytes | str, mapping: str = MAPPING, name: str = "watch.csv") -> Publication:
    table = raw.encode() if isinstance(raw, str) else raw
    return SOURCE.read([part(table, name), part(mapping.encode(), "watch.toml")])


def only(row: Cells, mapping: str = MAPPING, columns: Cells = COLUMNS) -> ListEntry:
    (entry,) = read(csv(row, columns=columns), mapping).entries
    return entry


def codes(publication: Publication) -> list[str]:
    return [note.code for note in publication.notes]


def changed(row: Sequence[str], **cells: str) -> list[str]:
    names = {"ref": 0, "name": 1, "born": 5, "nat": 6, "evidence": 8, "basis": 9, "until": 10}
    found = list(row)
    for key, value in cells.items():
        found[names[key]] = value
    return found


def test_the_publication() -> None:
    publication = read(csv(FIRST, SECOND))
    assert (publication.source, publication.form, publication.scope) == ("table", "table", "inhouse_watch")
    assert publication.kinds == (("watch.csv", "main"), ("watch.toml", "mapping"))
    assert publication.dated == date(2026, 3, 1)
    assert publication.notes == ()
    assert [entry.id for entry in publication.entries] == ["A-1", "A-2"]


def test_an_entry() -> None:
    entry = only(FIRST)
    assert (entry.source, entry.identity, entry.schema) == ("table", "table:inhouse_watch:A-1", "Person")
    assert [(name.text, name.kind, name.weak) for name in entry.names] == [
        ("Talvek QUOREN", "primary", False),
        ("Talvik Quoren", "alias", False),
        ("Tal", "alias", True),
    ]
    assert [born.first for born in entry.birth_dates] == [date(1971, 6, 5)]
    assert [(fact.role, fact.code) for fact in entry.countries] == [("nationality", "ru"), ("nationality", "cy")]
    assert [(found.scheme, found.value) for found in entry.identifiers] == [("passport", "512345678")]
    assert entry.expires == date(2027, 12, 31)
    assert entry.remarks == ("Source: Letter of 3 May",)
    (listing,) = entry.listings
    assert (listing.programme, listing.legal_basis) == ("In-house watch list", "Section 9")
    assert listing.authority == "Security office"
    assert json.loads(entry.original)["row"]["Note to self"] == "ask Ansel"


def test_what_a_row_does_not_state_the_list_states() -> None:
    entry = only(SECOND)
    assert entry.listings[0].legal_basis == "Act on Vetting, section 4"
    assert entry.remarks == ("Source: Decision of the security office",)
    assert entry.expires is None


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param(csv(FIRST, SECOND).encode("utf-8-sig"), "watch.csv", id="csv-with-mark"),
        pytest.param(csv(FIRST, SECOND).encode("utf-16"), "watch.csv", id="csv-utf-16"),
        pytest.param(csv(FIRST, SECOND, delimiter=";").encode(), "watch.csv", id="semicolons"),
        pytest.param(csv(FIRST, SECOND, delimiter="\t").encode(), "watch.tsv", id="tabs"),
        pytest.param(csv(FIRST, SECOND, delimiter="|").encode(), "watch.txt", id="bars"),
        pytest.param(csv(FIRST, SECOND).replace("\n", "\r\n").encode(), "watch.csv", id="crlf"),
        pytest.param(b"\n,,\n" + csv(FIRST, SECOND).encode(), "watch.csv", id="blank-lines-first"),
        pytest.param(xlsx(FIRST, SECOND), "watch.xlsx", id="workbook"),
        pytest.param(parquet(FIRST, SECOND), "watch.parquet", id="parquet"),
        pytest.param(xlsx(FIRST, SECOND), "watch.csv", id="workbook-misnamed"),
    ],
)
def test_every_format_gives_the_same_entries(raw: bytes, name: str) -> None:
    publication = read(raw, name=name)
    assert publication.entries == read(csv(FIRST, SECOND)).entries
    assert publication.notes == ()


def test_the_encoding_that_the_mapping_names() -> None:
    raw = csv(changed(FIRST, name="Тальвек Куорен")).encode("windows-1251")
    mapping = MAPPING.replace("dated =", 'encoding = "windows-1251"\ndated =')
    assert read(raw, mapping).entries[0].names[0].text == "Тальвек Куорен"
    with pytest.raises(MappingError, match="not utf-8") as raised:
        read(raw)
    assert "encoding =" in raised.value.next_step


def test_typed_cells_of_workbooks_and_parquet() -> None:
    row = [*FIRST]
    typed: list[object] = [1001.0, *row[1:5], datetime(1971, 6, 5), *row[6:10], datetime(2027, 12, 31), True]  # noqa: DTZ001 - a spreadsheet's dates have no zone
    (entry,) = read(xlsx(typed), name="watch.xlsx").entries
    assert (entry.id, entry.expires) == ("1001", date(2027, 12, 31))
    assert entry.birth_dates[0].first == date(1971, 6, 5)
    assert json.loads(entry.original)["row"]["Note to self"] == "true"
    columns = ["Ref", "Full name", "AKA1", "AKA2", "Nickname", "DOB", "Nat", "Passport"]
    columns += ["Evidence", "Basis", "Valid until"]
    values: list[object] = [7, "Talvek QUOREN", ["A", "B"], None, None, date(1971, 6, 5), "", "", "", "", None]
    (entry,) = read(parquet(values, columns=columns), name="watch.parquet").entries
    assert (entry.id, entry.expires) == ("7", None)
    assert [name.text for name in entry.names] == ["Talvek QUOREN", "A; B"]


NO_DEFAULTS = "\n".join(line for line in MAPPING.splitlines() if not line.startswith(('source = "D', "legal_basis")))


@pytest.mark.parametrize(
    ("row", "mapping", "why", "column"),
    [
        pytest.param(changed(FIRST, ref=""), MAPPING, "without an id", "Ref", id="id"),
        pytest.param(changed(FIRST, evidence=" "), NO_DEFAULTS, "without a source", "Evidence", id="source"),
        pytest.param(changed(FIRST, basis=""), NO_DEFAULTS, "without a legal basis", "Basis", id="basis"),
        pytest.param(
            changed(FIRST, until="soon"), MAPPING, "with an expiry that cannot be read", "Valid until", id="expiry"
        ),
        pytest.param(
            changed(FIRST, until="03/04/2027"),
            MAPPING,
            "with an expiry that cannot be read",
            "Valid until",
            id="ambiguous-expiry",
        ),
    ],
)
def test_a_row_that_cannot_stand_is_reported_and_counted(row: list[str], mapping: str, why: str, column: str) -> None:
    good = changed(FIRST, ref="B-1")
    publication = read(csv(row, good), mapping)
    assert [entry.id for entry in publication.entries] == ["B-1"]
    assert codes(publication) == ["row-left-out", "rows-left-out"]
    assert (publication.notes[0].where.row, publication.notes[0].where.column) == (2, column)
    assert publication.notes[1].text == f"1 of 2 rows are not listed: 1 {why}"


@pytest.mark.parametrize(
    ("text", "expires"),
    [
        pytest.param("2027-12-31", date(2027, 12, 31), id="iso"),
        pytest.param("31.12.2027", date(2027, 12, 31), id="dots"),
        pytest.param("31.12.27", date(2027, 12, 31), id="two-digits-are-of-this-century"),
        pytest.param("2027", date(2027, 12, 31), id="year"),
        pytest.param("2027-02", date(2027, 2, 28), id="month"),
        pytest.param("31 December 2027", date(2027, 12, 31), id="words"),
        pytest.param("", None, id="empty"),
        pytest.param("never", None, id="never"),
        pytest.param("9999-12-31", None, id="end-of-time"),
    ],
)
def test_expiry(text: str, expires: date | None) -> None:
    assert only(changed(FIRST, until=text)).expires == expires


def test_day_first_settles_what_a_date_means() -> None:
    row = changed(FIRST, born="03/04/1971", until="05/06/2027")
    for flag, born, until in (
        ("true", date(1971, 4, 3), date(2027, 6, 5)),
        ("false", date(1971, 3, 4), date(2027, 5, 6)),
    ):
        entry = only(row, MAPPING.replace("dated =", f"day_first = {flag}\ndated ="))
        assert ([found.first for found in entry.birth_dates], entry.expires) == ([born], until)


def test_a_birth_date_of_two_meanings_keeps_both_and_says_so() -> None:
    publication = read(csv(changed(FIRST, born="03/04/1971")))
    assert [found.first for found in publication.entries[0].birth_dates] == [date(1971, 4, 3), date(1971, 3, 4)]
    assert codes(publication) == ["date-ambiguous"]
    assert publication.notes[0].where.column == "DOB"


def test_an_unreadable_birth_date_is_noted_and_kept() -> None:
    publication = read(csv(changed(FIRST, born="in spring")))
    assert codes(publication) == ["date-unread"]
    assert publication.entries[0].birth_dates == ()
    assert "Date of birth: in spring" in publication.entries[0].remarks


def test_a_repeated_id_is_noted_and_both_rows_are_kept() -> None:
    publication = read(csv(FIRST, changed(SECOND, ref="A-1")))
    assert [entry.id for entry in publication.entries] == ["A-1", "A-1#2"]
    assert {entry.identity for entry in publication.entries} == {"table:inhouse_watch:A-1"}
    assert codes(publication) == ["id-repeated"]


def test_a_row_without_a_name_is_kept_and_noted() -> None:
    publication = read(csv(changed(FIRST, name="")), MAPPING.replace('alias = ["AKA1", "AKA2"]\n', ""))
    assert [name.text for name in publication.entries[0].names] == ["Tal"]
    publication = read("Ref,Full name\nA-1,\n", MINIMAL)
    assert (publication.entries[0].names, codes(publication)) == ((), ["name-missing"])


MINIMAL = """
[list]
id = "w"
title = "W"
owner = "O"
source = "S"
legal_basis = "B"
[columns]
id = "Ref"
name = "Full name"
"""


@pytest.mark.parametrize(
    ("told", "schema", "noted"),
    [
        pytest.param("Person", "Person", False, id="schema"),
        pytest.param("individual", "Person", False, id="word"),
        pytest.param("VESSEL", "Vessel", False, id="capitals"),
        pytest.param("", "LegalEntity", False, id="not-said"),
        pytest.param("planet", "LegalEntity", True, id="unknown"),
    ],
)
def test_schemas(told: str, schema: str, noted: bool) -> None:
    publication = read(f"Ref,Full name,Kind\n1,X,{told}\n", MINIMAL + 'schema = "Kind"\n')
    assert publication.entries[0].schema == schema
    assert ("type-unknown" in codes(publication)) is noted


def test_separators_split_and_only_where_they_are_asked_for() -> None:
    entry = only(changed(FIRST, nat="Russia;Cyprus ; "))
    assert [fact.text for fact in entry.countries] == ["Russia", "Cyprus"]
    entry = only(changed(FIRST, nat="Russia;Cyprus"), MAPPING.partition("[separators]")[0])
    assert [fact.text for fact in entry.countries] == ["Russia;Cyprus"]


def test_a_formula_is_text_and_control_characters_stay_out_of_names() -> None:
    entry = only(changed(FIRST, name="=cmd|'/c calc'!A0"))
    assert entry.names[0].text == "=cmd|'/c calc'!A0"
    entry = only(changed(FIRST, name="Tal\x07vek"))
    assert entry.names[0].text == "Tal vek"
    assert json.loads(entry.original)["row"]["Full name"] == "Tal\x07vek"


def test_ragged_rows() -> None:
    short, wide = "A-1,Talvek QUOREN\n", ",".join([*SECOND, "left over"]) + "\n"
    first, second = read(csv() + short + wide).entries
    assert first.names[0].text == "Talvek QUOREN"
    assert json.loads(second.original)["row"]["column 13"] == "left over"


def test_formulas_without_a_saved_value_are_noted() -> None:
    publication = read(xlsx(changed(FIRST, name='=CONCATENATE("a","b")')), name="watch.xlsx")
    assert "formula-without-value" in codes(publication)
    assert publication.notes[0].where.row == 2


def test_sheets() -> None:
    raw = xlsx(FIRST, titles=("Watch", "Other"))
    assert codes(read(raw, name="watch.xlsx")) == ["sheet-chosen"]
    chosen = MAPPING.replace("dated =", 'sheet = "Other"\ndated =')
    assert codes(read(raw, chosen, "watch.xlsx")) == []
    with pytest.raises(MappingError, match="'Watch', 'Other'"):
        read(raw, MAPPING.replace("dated =", 'sheet = "Third"\ndated ='), "watch.xlsx")


def test_a_column_that_is_not_there_is_an_error_that_names_those_that_are() -> None:
    with pytest.raises(MappingError) as raised:
        read("Ref;Name;Born\n1;X;1980\n", MINIMAL)
    assert "'Full name' is not in the table; its columns are: 'Ref', 'Name', 'Born'" in raised.value.what
    assert raised.value.where.column == "Full name"
    with pytest.raises(MappingError, match="more than once"):
        read("Ref,Full name,Full name\n1,X,Y\n", MINIMAL)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param('id = "w"', "", "must say 'id'", id="no-list-id"),
        pytest.param('id = "w"', 'id = "../w"', "small letters", id="path-in-id"),
        pytest.param('title = "W"', "", "must say 'title'", id="no-title"),
        pytest.param('owner = "O"', "", "must say 'owner'", id="no-owner"),
        pytest.param('title = "W"', "title = 3", "'title' in .list. must be a text", id="title-number"),
        pytest.param('title = "W"', 'title = "W"\ncolour = "x"', "'colour' is no setting", id="setting"),
        pytest.param('title = "W"', 'title = "W"\nschema = "Planet"', "no schema", id="schema"),
        pytest.param('title = "W"', 'title = "W"\ndelimiter = ";;"', "one character", id="delimiter"),
        pytest.param('title = "W"', 'title = "W"\ndated = "soon"', "'dated'", id="dated"),
        pytest.param('title = "W"', 'title = "W"\nday_first = 1', "'day_first'", id="day-first"),
        pytest.param('title = "W"', 'title = "W"\nencoding = "klingon"', "no encoding", id="encoding"),
        pytest.param('id = "Ref"', "", "the 'id' of a row", id="no-id-column"),
        pytest.param('name = "Full name"', "", "holds the 'name'", id="no-name-column"),
        pytest.param('id = "Ref"', 'id = ["Ref", "Ref2"]', "one column only", id="two-ids"),
        pytest.param('id = "Ref"', "id = 3", "name of a column", id="number"),
        pytest.param('id = "Ref"', 'id = "Ref"\nshoeSize = "S"', "'shoeSize' is no property", id="property"),
        pytest.param("[columns]", "[colums]", "'colums' is no section", id="section"),
        pytest.param("[columns]", "[separators]\nalias = ';'\n[columns]", "not mapped", id="separator"),
        pytest.param("[columns]", "[separators]\nname = 3\n[columns]", "must be a text", id="separator-number"),
    ],
)
def test_a_mapping_that_is_wrong(old: str, new: str, message: str) -> None:
    with pytest.raises(MappingError, match=message) as raised:
        read("Ref,Full name\n1,X\n", MINIMAL.replace(old, new))
    assert raised.value.next_step


def bombed(raw: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one file inside it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return out.getvalue()


def entities(content: bytes) -> bytes:
    head, _, rest = content.partition(b"?>")
    if not rest:
        head, rest = b"<?xml version='1.0'", content
    return head + b"?><!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + rest


BOOK = xlsx(FIRST, SECOND)
FAR = b'<row r="9999999"><c r="A9999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
WIDE = b'<row r="9"><c r="XFD9" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        pytest.param(b"", EmptyPartError, id="empty"),
        pytest.param(b"\n\n", EmptyPartError, id="blank"),
        pytest.param(csv(FIRST).encode() + b"\0", MalformedError, id="nul"),
        pytest.param(csv(FIRST).encode() + b"\xff\n", MappingError, id="wrong-encoding"),
        pytest.param(csv(FIRST).encode() + b'"cut off', MalformedError, id="cut-off-quotation"),
        pytest.param(csv(FIRST).encode() + b"x" * 200_000, MalformedError, id="huge-cell"),
        pytest.param(csv(FIRST).encode() + b"x" * 110_000, OversizeError, id="large-cell"),
        pytest.param(csv(FIRST).encode() + b"," * 5000 + b"x", OversizeError, id="many-columns"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, PartUnknownError, id="old-workbook"),
        pytest.param(BOOK[: len(BOOK) // 2], MalformedError, id="workbook-cut-off"),
        pytest.param(b"PK\x03\x04 and no more", MalformedError, id="no-workbook"),
        pytest.param(bombed(BOOK, SHEET, lambda _: b"<a><b></a>"), MalformedError, id="workbook-damaged"),
        pytest.param(bombed(BOOK, SHEET, entities), ForbiddenMarkupError, id="workbook-entities"),
        pytest.param(
            bombed(BOOK, SHEET, lambda c: c.replace(b"</sheetData>", WIDE)), OversizeError, id="workbook-wide"
        ),
        pytest.param(bombed(BOOK, SHEET, lambda c: c.replace(b"</sheetData>", FAR)), OversizeError, id="workbook-deep"),
        pytest.param(parquet(FIRST)[:-9], MalformedError, id="parquet-cut-off"),
        pytest.param(b"PAR1" + b"\xff" * 200 + b"PAR1", MalformedError, id="parquet-damaged"),
    ],
)
def test_a_damaged_table_is_refused_with_a_code(raw: bytes, error: type[ListError]) -> None:
    with pytest.raises(error) as raised:
        read(raw)
    assert raised.value.where.file.startswith("watch.csv")
    assert raised.value.next_step


def test_flipped_bytes_of_a_workbook_never_crash() -> None:
    for at in range(0, len(BOOK), 97):
        raw = BOOK[:at] + bytes([BOOK[at] ^ 0xFF]) + BOOK[at + 1 :]
        with suppress(ListError):
            assert read(raw, name="watch.xlsx").source == "table"


def test_no_row_of_a_damaged_parquet_is_left_out_in_silence() -> None:
    """A column whose pages end early gives no rows at all, and pyarrow says nothing."""
    good = parquet(FIRST, SECOND)
    for at in range(4, 200):
        with suppress(ListError):
            rows = list(table_parquet.parquet_rows(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :], "watch.parquet"))
            assert len(rows) == 3, f"byte {at}"


@pytest.mark.parametrize(
    ("module", "limit", "value", "raw"),
    [
        pytest.param(table_files, "MAX_BYTES", 50, csv(FIRST).encode(), id="bytes"),
        pytest.param(table_rows, "MAX_ROWS", 2, csv(FIRST, SECOND).encode(), id="csv-rows"),
        pytest.param(table_rows, "MAX_ROWS", 2, BOOK, id="workbook-rows"),
        pytest.param(table_workbook, "MAX_UNPACKED", 50, BOOK, id="workbook-unpacked"),
        pytest.param(table_workbook, "MAX_MEMBERS", 2, BOOK, id="workbook-members"),
        pytest.param(table_parquet, "MAX_UNPACKED", 50, parquet(FIRST), id="parquet-unpacked"),
        pytest.param(table_parquet, "MAX_ROWS", 1, parquet(FIRST, SECOND), id="parquet-rows"),
        pytest.param(table_mapping, "MAX_BYTES", 50, csv(FIRST).encode(), id="mapping"),
    ],
)
def test_limits(monkeypatch: pytest.MonkeyPatch, module: object, limit: str, value: int, raw: bytes) -> None:
    monkeypatch.setattr(module, limit, value)
    with pytest.raises(OversizeError):
        read(raw)


def test_parquet_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = parquet(FIRST)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ListExtraMissingError) as raised:
        read(raw)
    assert "pip install" in raised.value.next_step


@pytest.mark.parametrize(
    ("names", "error", "message"),
    [
        pytest.param([], PartMissingError, "table", id="nothing"),
        pytest.param(["watch.csv"], PartMissingError, "mapping", id="no-mapping"),
        pytest.param(["watch.toml"], PartMissingError, "table", id="no-table"),
        pytest.param(["a.csv", "b.csv", "watch.toml"], PartUnknownError, "second table", id="two-tables"),
        pytest.param(["a.csv", "a.toml", "B.TOML"], PartUnknownError, "second mapping", id="two-mappings"),
    ],
)
def test_parts(names: list[str], error: type[ListError], message: str) -> None:
    with pytest.raises(error, match=message):
        SOURCE.read([part(b"x", name) for name in names])


@pytest.mark.parametrize(
    "raw", [b"not = toml = at all", b"\xff\xfe", b"a = " + b"[" * 5000], ids=["syntax", "encoding", "depth"]
)
def test_a_mapping_that_is_no_toml(raw: bytes) -> None:
    with pytest.raises(MalformedError, match="no TOML") as raised:
        SOURCE.read([part(csv(FIRST).encode(), "watch.csv"), part(raw, "watch.toml")])
    assert raised.value.where.file == "watch.toml"


def test_the_same_parts_give_the_same_publication_in_any_order() -> None:
    parts = [part(csv(FIRST, SECOND).encode(), "watch.csv"), part(MAPPING.encode(), "watch.toml")]
    assert SOURCE.read(parts) == SOURCE.read(parts[::-1]) == SOURCE.read(parts)


def test_facts() -> None:
    assert SOURCE.facts.id == "table"
    assert SOURCE.facts.downloads == ()
    assert (SOURCE.facts.expectations.min_entries, SOURCE.facts.expectations.max_removed_share) == (1, 1.0)
