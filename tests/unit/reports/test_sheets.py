"""Plain tables: whole or not at all, and nothing in them acts."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from namesake.errors import OutputError
from namesake.reports.sheets import write_sheet, write_text


def test_a_table_is_written_for_any_program(tmp_path: Path) -> None:
    path = tmp_path / "deck.csv"
    assert write_sheet(path, ("a", "b"), [("Талвек", "x,y"), ("", "=1+1")]) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbfa,b\r\n")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream)) == [["a", "b"], ["Талвек", "x,y"], ["", "'=1+1"]]


def rows_that_end() -> Iterator[tuple[str, ...]]:
    yield ("one",)
    raise ValueError("no more")


def test_what_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "deck.csv"
    path.write_text("old", "utf-8")
    with pytest.raises(ValueError, match="no more"):
        write_sheet(path, ("a",), rows_that_end())
    assert [file.read_text("utf-8") for file in tmp_path.iterdir()] == ["old"]


def test_a_text_is_written_as_it_can_be_stored(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", ["Тал", "век\ud800"])
    assert (tmp_path / "a.txt").read_text("utf-8") == "Талвек⟨U+D800⟩"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_text(tmp_path, ["x"])
