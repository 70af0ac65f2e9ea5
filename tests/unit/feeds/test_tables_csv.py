import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from namesake.entities import codes
from namesake.errors import EmptyInputError, InputOversizeError, UnmappedColumnsError, UnreadableError
from namesake.feeds.tables import Limits, Table, open_table
from namesake.values.entities import Skipped
from namesake.values.rows import Row

PEOPLE = [
    ("Иван Проверкин", "Россия"),
    ("Пётр Образцов", "Россия"),
    ("Мария Тестова-Примерова", "Украина"),
    ("Жанна Щукина", "Беларусь"),
    ("Юрий Эталонов", "Россия"),
]
GERMANS = [
    ("Jürgen Mustermüller", "Österreich"),
    ("Grete Übungsbäcker", "Österreich"),
    ("Sören Prüfstraße", "Süddeutschland"),
]
ARABS = [("محمد المثال", "سوريا"), ("فاطمة التجربة", "العراق"), ("يوسف الاختبار", "الأردن"), ("خديجة العينة", "المغرب")]


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def rows_of(table: Table) -> list[Row]:
    return [row for row in table.rows() if isinstance(row, Row)]


def skips_of(table: Table) -> list[tuple[int | None, str]]:
    return [(row.where.row, row.code) for row in table.rows() if isinstance(row, Skipped)]


@pytest.mark.parametrize(
    ("encoding", "people", "found"),
    [
        pytest.param("utf-8", PEOPLE, "utf-8 (valid throughout)", id="utf-8"),
        pytest.param("utf-8-sig", PEOPLE, "utf-8-sig (byte order mark)", id="utf-8 with mark"),
        pytest.param("utf-16", PEOPLE, "utf-16 (byte order mark)", id="utf-16 with mark"),
        pytest.param("utf-16-le", PEOPLE, "utf-16-le", id="utf-16 without mark"),
        pytest.param("utf-16-be", GERMANS, "utf-16-be", id="utf-16 big end first, without mark"),
        pytest.param("utf-32", PEOPLE, "utf-32 (byte order mark)", id="utf-32"),
        pytest.param("cp1251", PEOPLE, "cp1251 (a guess", id="Windows Cyrillic"),
        pytest.param("cp1252", GERMANS, "cp1252 (a guess", id="Windows Western"),
        pytest.param("cp1256", ARABS, "cp1256 (a guess", id="Windows Arabic"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, people: list[tuple[str, str]], found: str) -> None:
    lines = ["Full name,Country", *(",".join(person) for person in people * 8)]
    table = open_table(written(tmp_path / "people.csv", "\r\n".join(lines), encoding))
    assert found in table.details[0]
    assert [row.cells for row in rows_of(table)] == people * 8


def test_utf8_is_not_misread_where_the_beginning_is_ascii(tmp_path: Path) -> None:
    text = "Name,City\n" + "Adam Example,Sampletown\n" * 90_000 + "Žofie Příkladná,Plzeň\n"
    table = open_table(written(tmp_path / "people.csv", text))
    assert rows_of(table)[-1].cells == ("Žofie Příkladná", "Plzeň")
    assert table.total == 90_001


def test_single_damaged_bytes_leave_utf8_what_it_is(tmp_path: Path) -> None:
    good = "Name;City\n" + "Жанна Примерова;Минск\n" * 50
    (tmp_path / "people.csv").write_bytes(good.encode() + b"Adam \xff Sample;Minsk\n")
    table = open_table(tmp_path / "people.csv")
    *_, last = rows_of(table)
    assert "except 1 damaged places" in table.details[0]
    assert last.cells == ("Adam \ufffd Sample", "Minsk")
    assert [note.code for note in last.notes] == [codes.CELL_DAMAGED]


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", "Name,Land\nJosé Ejemplo,ES\n", "cp1252")
    assert rows_of(open_table(path, encoding="latin-1"))[0].cells == ("José Ejemplo", "ES")
    with pytest.raises(UnreadableError, match="no encoding 'klingon'"):
        open_table(path, encoding="klingon")
    with pytest.raises(UnreadableError, match="no encoding 'base64'"):
        open_table(path, encoding="base64")


@pytest.mark.parametrize(
    ("delimiter", "word"),
    [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar"), ("^", "caret")],
)
def test_delimiters(tmp_path: Path, delimiter: str, word: str) -> None:
    with (tmp_path / "people.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerows([("Name", "Remark"), ("Example, Adam", 'says "a; b | c"'), ("Sample\tEve", "^")])
    table = open_table(tmp_path / "people.csv")
    assert f"delimiter: {word}" in table.details
    assert [row.cells for row in rows_of(table)] == [("Example, Adam", 'says "a; b | c"'), ("Sample\tEve", "^")]


def test_one_column_keeps_its_commas(tmp_path: Path) -> None:
    table = open_table(written(tmp_path / "people.txt", "Name\nExample, Adam\nSample, Eve\n"))
    assert "delimiter: none (one column)" in table.details
    assert [row.cells for row in rows_of(table)] == [("Example, Adam",), ("Sample, Eve",)]


def test_delimiter_declared_by_a_spreadsheet_program(tmp_path: Path) -> None:
    table = open_table(written(tmp_path / "people.csv", "sep=;\nName;Remark\nAdam Example;a,b\n"))
    assert [(row.number, row.cells) for row in rows_of(table)] == [(3, ("Adam Example", "a,b"))]


def test_a_delimiter_that_cannot_be_one(tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", "Name;Remark\nAdam Example;x\n")
    assert rows_of(open_table(path, delimiter=";"))[0].cells == ("Adam Example", "x")
    with pytest.raises(UnreadableError, match="cannot be a delimiter"):
        open_table(path, delimiter=";;")


def test_rows_are_numbered_by_the_line_on_which_they_begin(tmp_path: Path) -> None:
    text = 'Name,Address\nAdam Example,"1 Sample Street\nSampletown"\n\nEve Sample,x\n'
    table = open_table(written(tmp_path / "people.csv", text))
    assert [(row.number, row.cells[0]) for row in rows_of(table)] == [(2, "Adam Example"), (5, "Eve Sample")]
    assert skips_of(table) == [(4, codes.ROW_EMPTY)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old macintosh"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    text = end.join(["Name,Land", "Adam Example,DE", "Eve Sample,FR"])
    assert [row.number for row in rows_of(open_table(written(tmp_path / "people.csv", text)))] == [2, 3]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        pytest.param("Name,Name,Name", ("Name", "Name (2)", "Name (3)"), id="twice and thrice"),
        pytest.param("Name,,Land", ("Name", "column 2", "Land"), id="without a name"),
        pytest.param("Name,Name (2),Name", ("Name", "Name (2)", "Name (3)"), id="name of ours taken"),
        pytest.param("  Full \t name ,Land,,", ("Full name", "Land"), id="blanks, empty at the end"),
    ],
)
def test_column_names_are_distinct(tmp_path: Path, header: str, columns: tuple[str, ...]) -> None:
    path = written(tmp_path / "people.csv", f"{header}\nAdam Example,a\n")
    assert open_table(path, delimiter=",").columns == columns


@pytest.mark.parametrize(
    "first",
    ["1,Adam Example,1980-05-17", "Adam Example,17.05.1980,DE", "123456,Adam Example,x", "Adam,adam@example.org,x"],
)
def test_a_missing_header_shows_the_first_row(tmp_path: Path, first: str) -> None:
    path = written(tmp_path / "people.csv", f"{first}\n2,Eve Sample,1981-01-01\n")
    with pytest.raises(UnmappedColumnsError, match=r"it reads: .*Adam") as caught:
        open_table(path)
    assert caught.value.where.row == 1


def test_a_title_above_the_header_is_passed_over_and_said(tmp_path: Path) -> None:
    table = open_table(written(tmp_path / "people.csv", "Customers of May;;\n\nName;Land\nAdam Example;DE\n"))
    assert table.columns == ("Name", "Land")
    assert [row.number for row in rows_of(table)] == [4]
    assert any("below 1 rows of title" in detail for detail in table.details)


def test_ragged_rows(tmp_path: Path) -> None:
    text = "Name,Born,Land\nAdam Example,1980\nDoe, Eve Sample,1981,FR\nMax Muster,1982,DE,,\nEva Muster,1983,DE\n"
    table = open_table(written(tmp_path / "people.csv", text))
    assert [(row.number, row.cells, row.given) for row in rows_of(table)] == [
        (2, ("Adam Example", "1980", ""), 2),
        (4, ("Max Muster", "1982", "DE"), None),
        (5, ("Eva Muster", "1983", "DE"), None),
    ]
    assert skips_of(table) == [(3, codes.ROW_RAGGED)]


@pytest.mark.parametrize(
    ("text", "names", "skipped"),
    [
        pytest.param(
            'Name,Land\n"Adam,DE\nEve Sample,FR\nMax Muster,AT\n',
            ["Eve Sample", "Max Muster"],
            [(2, codes.ROW_QUOTE_OPEN)],
            id="to the end of the file",
        ),
        pytest.param(
            'Name,Land\n"Adam,DE\nEve Sample,"FR"\nMax Muster,AT\n',
            ["Eve Sample", "Max Muster"],
            [(2, codes.ROW_QUOTE_OPEN)],
            id="to the next quotation mark",
        ),
        pytest.param(
            'Name,Land\n"Adam,DE\n' + "Eve Sample,FR\n" * 300,
            ["Eve Sample"] * 300,
            [(2, codes.ROW_QUOTE_OPEN)],
            id="over more lines than a row may span",
        ),
    ],
)
def test_an_open_quotation_mark_costs_its_own_row_only(
    tmp_path: Path, text: str, names: list[str], skipped: list[tuple[int, str]]
) -> None:
    table = open_table(written(tmp_path / "people.csv", text))
    assert [row.cells[0] for row in rows_of(table)] == names
    assert skips_of(table) == skipped


def test_too_many_open_quotation_marks_end_it(tmp_path: Path) -> None:
    text = "Name,Land\n" + 'a"b,"x\n' * 30
    with pytest.raises(UnreadableError, match="nothing closes"):
        open_table(written(tmp_path / "people.csv", text), limits=Limits(record_lines=3, broken_quotes=5))


@pytest.mark.parametrize("quote", ["", '"'], ids=["bare", "quoted"])
def test_huge_cells_are_skipped_and_the_rest_is_read(tmp_path: Path, quote: str) -> None:
    huge = quote + "x" * 10_000_000 + quote
    path = written(tmp_path / "people.csv", f"Name,Land\nAdam Example,{huge}\nEve Sample,FR\n")
    table = open_table(path)
    assert [row.cells for row in rows_of(table)] == [("Eve Sample", "FR")]
    assert skips_of(table) == [(2, codes.ROW_TOO_LARGE)]


@pytest.mark.parametrize("size", [100_001, 200_000])
def test_cells_above_the_limit(tmp_path: Path, size: int) -> None:
    path = written(tmp_path / "people.csv", f"Name,Land\nAdam Example,{'x' * size}\nEve Sample,{'x' * 100_000}\n")
    table = open_table(path)
    assert [row.number for row in rows_of(table)] == [3]
    assert skips_of(table) == [(2, codes.ROW_TOO_LARGE)]


def test_too_many_columns(tmp_path: Path) -> None:
    header = ",".join(f"c{at}" for at in range(5_000))
    with pytest.raises(InputOversizeError, match="5,000 columns; the limit is 2,000"):
        open_table(written(tmp_path / "people.csv", f"{header}\n{header}\n"))


def test_control_characters_are_removed_and_noted(tmp_path: Path) -> None:
    text = "Name,Land\nAd\x00am\x1b[31m Example,D\x07E\nEve Sample,FR\n"
    first, second = rows_of(open_table(written(tmp_path / "people.csv", text)))
    assert first.cells == ("Adam[31m Example", "DE")
    assert [(note.code, note.where.row, note.where.column) for note in first.notes] == [
        (codes.CELL_CONTROL, 2, "Name"),
        (codes.CELL_CONTROL, 2, "Land"),
    ]
    assert second.notes == ()


@pytest.mark.parametrize("text", ["", "\n\n\n", "Name,Land\n", "Name,Land\n\n  \n"])
def test_files_without_rows(tmp_path: Path, text: str) -> None:
    with pytest.raises(EmptyInputError):
        open_table(written(tmp_path / "people.csv", text))


def test_rows_can_be_read_again_and_stream(tmp_path: Path) -> None:
    table = open_table(written(tmp_path / "people.csv", "Name,Land\n" + "Adam Example,DE\n" * 1000))
    rows: Iterator[Row | Skipped] = table.rows()
    assert next(rows) == next(table.rows())
    assert len(list(table.rows())) == table.total == 1000
