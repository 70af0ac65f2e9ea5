import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from namesake.entities import codes
from namesake.errors import (
    EmptyInputError,
    FormatUnknownError,
    InputError,
    InputOversizeError,
    UnmappedColumnsError,
    UnreadableError,
)
from namesake.feeds.tables import Limits, open_table
from namesake.values.entities import Skipped
from namesake.values.rows import Row

PEOPLE: list[list[object]] = [["Name", "Born", "Number"], ["Adam Example", date(1985, 12, 15), 7]]


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_values_keep_their_meaning(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Born", "Seen", "At", "Number", "Share", "VIP"],
        [
            "Adam Example",
            date(1985, 12, 15),
            datetime.fromisoformat("2024-01-02 03:04:05"),
            time(6, 7),
            123456789012,
            0.5,
            True,
        ],
        ["Eve Sample", "15/12/1985", None, None, "007", 3.0, False],
    ]
    table = open_table(workbook(tmp_path / "people.xlsx", People=rows))
    assert table.form == "xlsx"
    assert table.details[0] == 'sheet: "People"'
    assert [(row.number, row.cells) for row in table.rows() if isinstance(row, Row)] == [
        (2, ("Adam Example", "1985-12-15", "2024-01-02 03:04:05", "06:07:00", "123456789012", "0.5", "true")),
        (3, ("Eve Sample", "15/12/1985", "", "", "007", "3", "false")),
    ]


def test_the_first_sheet_with_a_table_is_read_and_said(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", Empty=[], Header=[["Name"]], People=PEOPLE, Later=PEOPLE)
    table = open_table(path)
    assert table.details[:2] == (
        'sheet: "People"',
        'sheets not read: "Empty", "Header", "Later"; --sheet chooses another',
    )
    assert open_table(path, sheet="Later").details[0] == 'sheet: "Later"'
    with pytest.raises(UnreadableError, match='no sheet "Nowhere"') as caught:
        open_table(path, sheet="Nowhere")
    assert '"People"' in caught.value.next_step
    with pytest.raises(EmptyInputError):
        open_table(path, sheet="Empty")


def test_rows_are_numbered_as_in_the_sheet(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Customers"], [], *PEOPLE, [], ["Eve Sample", None, 8, None, "beside the table"]]
    first, empty, last = open_table(workbook(tmp_path / "people.xlsx", S=rows)).rows()
    assert isinstance(first, Row)
    assert first.number == 4
    assert isinstance(empty, Skipped)
    assert (empty.code, empty.where.row) == (codes.ROW_EMPTY, 5)
    assert isinstance(last, Row)
    assert (last.number, [note.code for note in last.notes]) == (6, [codes.ROW_BESIDE])


def test_a_missing_header(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", S=[["Adam Example", date(1985, 12, 15)], ["Eve Sample", None]])
    with pytest.raises(UnmappedColumnsError, match=r"Adam Example \| 1985-12-15"):
        open_table(path)


def test_a_sheet_that_declares_a_wrong_range_is_read_whole(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", S=PEOPLE)
    replaced(path, "xl/worksheets/sheet1.xml", b'ref="A1:C2"', b'ref="A1"')
    assert [row.cells[0] for row in open_table(path).rows() if isinstance(row, Row)] == ["Adam Example"]


def replaced(path: Path, member: str, old: bytes, new: bytes) -> None:
    """The workbook with something replaced in one of its parts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[member]
    parts[member] = parts[member].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_too_many_columns(tmp_path: Path) -> None:
    header: list[object] = [f"c{at}" for at in range(5_000)]
    with pytest.raises(InputOversizeError, match="columns"):
        open_table(workbook(tmp_path / "people.xlsx", S=[header, header]))


def test_a_member_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", S=PEOPLE)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings2.xml", b" " * 40_000_000)
    assert path.stat().st_size < 100_000
    with pytest.raises(InputOversizeError, match="unpacks to more than"):
        open_table(path, limits=Limits(member=1 << 20))
    with pytest.raises(InputOversizeError, match="unpacks to more than"):
        open_table(path, limits=Limits(unpacked=30_000_000))


def test_a_directory_that_lies_about_sizes(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", S=PEOPLE)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb", b" " * 40_000_000)
    content = path.read_bytes()
    size = (40_000_000).to_bytes(4, "little")
    assert size in content
    path.write_bytes(content.replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(InputError):
        list(open_table(path, limits=Limits(member=1 << 20)).rows())


def test_entities_do_not_expand(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", S=PEOPLE)
    bomb = b'<!DOCTYPE x [<!ENTITY a "Adam Example"><!ENTITY b "&a;&a;&a;">]><worksheet'
    replaced(path, "xl/worksheets/sheet1.xml", b"<worksheet", bomb)
    with pytest.raises(UnreadableError, match="damaged"):
        list(open_table(path).rows())


def test_archives_that_are_no_workbook(tmp_path: Path) -> None:
    for name, member in [("people.ods", "mimetype"), ("people.zip", "people.csv")]:
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(member, "Name\nAdam Example\n")
        with pytest.raises(FormatUnknownError, match="not an XLSX"):
            open_table(tmp_path / name)


@pytest.mark.parametrize("keep", [10, 1000, 3000, -10])
def test_truncated(tmp_path: Path, keep: int) -> None:
    path = workbook(tmp_path / "people.xlsx", S=PEOPLE)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(UnreadableError, match="damaged"):
        open_table(path)


def test_flipped_bits_end_in_rows_or_a_coded_error(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", S=PEOPLE)
    good = path.read_bytes()
    for at in range(4, len(good), 173):
        path.write_bytes(good[:at] + bytes([good[at] ^ 0x15]) + good[at + 1 :])
        with suppress(InputError):  # anything else is the failure that this test is about
            assert list(open_table(path).rows())


def test_damage_inside_the_parts(tmp_path: Path) -> None:
    """Each part is well packed, so that only the library can find what is wrong."""
    for member in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]:
        path = workbook(tmp_path / "people.xlsx", S=PEOPLE)
        with zipfile.ZipFile(path) as archive:
            content = archive.read(member)
        replaced(path, member, content, content[: len(content) // 2])
        with pytest.raises(InputError):
            list(open_table(path).rows())


def test_a_sheet_that_claims_endless_rows_ends(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", S=[*PEOPLE, ["Eve Sample", None, 8]])
    replaced(path, "xl/worksheets/sheet1.xml", b'<row r="3"', b'<row r="30000"')
    rows = list(open_table(path).rows())
    assert len(rows) == 29_999
    assert isinstance(rows[-1], Row)
    assert (rows[-1].number, rows[-1].cells[0]) == (30_000, "Eve Sample")
