"""What is said of files that are no tables, and the readers of JSON Lines, FollowTheMoney and Parquet."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from namesake.entities import codes
from namesake.errors import (
    EmptyInputError,
    FormatUnknownError,
    InputError,
    InputOversizeError,
    MissingExtraError,
    UnmappedColumnsError,
    UnreadableError,
)
from namesake.feeds.tables import Limits, open_table
from namesake.values.entities import Skipped
from namesake.values.rows import Row


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="No such file"):
        open_table(tmp_path / "nothing.csv")


def test_a_path_with_a_zero_byte() -> None:
    with pytest.raises(UnreadableError):
        open_table(Path("people\x00.csv"))


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="directory"):
        open_table(tmp_path)


def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(UnreadableError, match="not a regular file"):
        open_table(tmp_path / "pipe.csv")


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name\nAdam Example\n")
    path.chmod(0)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    if os.geteuid() == 0:  # nothing is forbidden to the super-user
        monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(UnreadableError, match="Permission denied"):
        open_table(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("people.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or encrypted", id="xls"),
        pytest.param("people.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "old or encrypted", id="encrypted xlsx"),
        pytest.param("people.csv.gz", b"\x1f\x8b\x08" + bytes(20), "gzip", id="gzip"),
        pytest.param("people.pdf", b"%PDF-1.7 ...", "PDF", id="pdf"),
        pytest.param("people.xls", b"\n <html><table></table></html>", "HTML", id="html called xls"),
        pytest.param("people.json", b'[{"name": "Adam Example"}]', "JSON array", id="json array"),
        pytest.param("people.bin", bytes(range(256)) * 40 + bytes(9000), "neither text", id="binary"),
    ],
)
def test_formats_that_are_not_read(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatUnknownError, match=said) as caught:
        open_table(tmp_path / name)
    assert caught.value.next_step


@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_endings_that_lie(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"people.{ending}").write_text("Name,Land\nAdam Example,DE\n")
    with pytest.raises(UnreadableError, match="not what its ending"):
        open_table(tmp_path / f"people.{ending}")


def lines(path: Path, *items: object) -> Path:
    path.write_text("".join(f"{item if isinstance(item, str) else json.dumps(item)}\n" for item in items))
    return path


def test_json_lines(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "people.jsonl",
        {"name": "Adam Example", "id": 12345678901234567890, "height": 1.80, "vip": True, "x": None},
        {"name": ["Eve Sample", "Eva Sample"], "more": {"a": [1]}},
    )
    table = open_table(path)
    assert (table.form, table.total) == ("jsonl", 2)
    assert table.columns == ("name", "id", "height", "vip", "x", "more")
    assert [row.cells for row in table.rows() if isinstance(row, Row)] == [
        ("Adam Example", "12345678901234567890", "1.8", "true", "", ""),
        (("Eve Sample", "Eva Sample"), "", "", "", "", '{"a": ["1"]}'),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param('{"name": "Adam', codes.ROW_BROKEN, id="cut off"),
        pytest.param("[1, 2]", codes.ROW_BROKEN, id="no object"),
        pytest.param("[" * 100_000, codes.ROW_BROKEN, id="deeply nested"),
        pytest.param('{"name": "Adam Example", "name": "Eve Sample"}', codes.ROW_BROKEN, id="key twice"),
        pytest.param("", codes.ROW_EMPTY, id="empty"),
        pytest.param('{"name": ""}', codes.ROW_EMPTY, id="no value"),
        pytest.param(f'{{"name": "{"x" * 100_001}"}}', codes.ROW_TOO_LARGE, id="huge value"),
        pytest.param("x" * 4_000_001, codes.ROW_TOO_LARGE, id="huge line"),
    ],
)
def test_broken_json_lines_are_skipped_with_their_row(tmp_path: Path, line: str, code: str) -> None:
    path = lines(tmp_path / "people.jsonl", {"name": "Adam Example"}, line, {"name": "Eve Sample"})
    first, broken, last = open_table(path).rows()
    assert isinstance(broken, Skipped)
    assert (broken.code, broken.where.row) == (code, 2)
    assert isinstance(first, Row)
    assert isinstance(last, Row)
    assert (first.number, last.number) == (1, 3)


def test_lone_surrogates_are_replaced_and_noted(tmp_path: Path) -> None:
    (row,) = open_table(lines(tmp_path / "people.jsonl", '{"name": "Adam \\ud800 Example"}')).rows()
    assert isinstance(row, Row)
    assert row.cells == ("Adam \ufffd Example",)
    assert [note.code for note in row.notes] == [codes.CELL_DAMAGED]


def test_followthemoney(tmp_path: Path) -> None:
    entity = {"id": "x-1", "schema": "Person", "caption": "A", "properties": {"name": ["Adam Example", "A. Example"]}}
    other = {"id": "x-2", "schema": "Company", "properties": {"name": ["Sample Ltd"], "leiCode": ["X"]}}
    table = open_table(lines(tmp_path / "people.ftm.json", entity, "{broken", other))
    assert (table.form, table.columns) == ("ftm", ("id", "schema", "caption", "name", "leiCode"))
    first, broken, second = table.rows()
    assert isinstance(first, Row)
    assert first.cells == ("x-1", "Person", "A", ("Adam Example", "A. Example"), "")
    assert isinstance(broken, Skipped)
    assert isinstance(second, Row)
    assert second.cells == ("x-2", "Company", "", ("Sample Ltd",), ("X",))


def test_json_that_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UnmappedColumnsError, match="no line is a JSON object"):
        open_table(lines(tmp_path / "people.jsonl", "1", "2"))
    with pytest.raises(InputOversizeError, match="more than 2,000 keys"):
        open_table(lines(tmp_path / "people.json", {f"k{at}": "x" for at in range(5_000)}))


def parquet(path: Path) -> Path:
    table = pa.table(
        {
            "name": ["Adam Example", None, "Eve Sample"],
            "born": pa.array([None, None, 4000], pa.date32()),
            "aliases": [["A. Example", "Adam E."], None, []],
            "number": [1.0, None, 2.5],
        }
    )
    pq.write_table(table, path)
    return path


def test_parquet(tmp_path: Path) -> None:
    table = open_table(parquet(tmp_path / "people.parquet"))
    assert (table.form, table.columns, table.total) == ("parquet", ("name", "born", "aliases", "number"), 3)
    first, empty, last = table.rows()
    assert isinstance(first, Row)
    assert first.cells == ("Adam Example", "", ("A. Example", "Adam E."), "1")
    assert isinstance(empty, Skipped)
    assert (empty.code, empty.where.row) == (codes.ROW_EMPTY, 2)
    assert isinstance(last, Row)
    assert last.cells == ("Eve Sample", "1980-12-14", (), "2.5")


def test_parquet_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = parquet(tmp_path / "people.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError) as caught:
        open_table(path)
    assert "namesake-screening[parquet]" in caught.value.next_step


def test_parquet_limits(tmp_path: Path) -> None:
    path = parquet(tmp_path / "people.parquet")
    with pytest.raises(InputOversizeError, match="row group"):
        open_table(path, limits=Limits(unpacked=10))
    with pytest.raises(InputOversizeError, match="columns"):
        open_table(path, limits=Limits(columns=3))
    pq.write_table(pa.table({"name": pa.array([], pa.string())}), path)
    with pytest.raises(EmptyInputError):
        open_table(path)


@pytest.mark.parametrize("keep", [5, 40, 200, -1, -20])
def test_truncated_parquet(tmp_path: Path, keep: int) -> None:
    path = parquet(tmp_path / "people.parquet")
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(InputError):
        list(open_table(path).rows())


def test_flipped_bits_in_parquet_end_in_rows_or_a_coded_error(tmp_path: Path) -> None:
    path = parquet(tmp_path / "people.parquet")
    good = path.read_bytes()
    for at in range(4, len(good), 37):
        path.write_bytes(good[:at] + bytes([good[at] ^ 0x41]) + good[at + 1 :])
        with suppress(InputError):  # anything else is the failure that this test is about
            assert list(open_table(path).rows())


@pytest.mark.parametrize("flip", [1, 2])
def test_no_row_of_a_damaged_parquet_is_left_out_in_silence(tmp_path: Path, flip: int) -> None:
    """A column whose pages end early gives no rows at all, and pyarrow says nothing."""
    path = parquet(tmp_path / "people.parquet")
    good = path.read_bytes()
    for at in range(4, 200):
        path.write_bytes(good[:at] + bytes([good[at] ^ flip]) + good[at + 1 :])
        with suppress(InputError):
            table = open_table(path)
            assert len(list(table.rows())) == table.total, f"byte {at}"
