import csv
import errno
import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from namesake.errors import OutputError, Where
from namesake.reports import writer_for
from namesake.reports.rows import FOUND_COLUMNS
from namesake.reports.writers import FORMATS
from namesake.reports.xlsx import MAX_CHARACTERS
from namesake.values.entities import Note, Skipped
from namesake.values.matches import Outcome, Result
from namesake.values.runs import RunContext, Summary

Write = Callable[..., Path]


@pytest.fixture
def write(
    tmp_path: Path,
    outcomes: tuple[Outcome, ...],
    context: RunContext,
    columns: tuple[str, ...],
    summary: Summary,
) -> Write:
    def do(name: str, results: tuple[Outcome, ...] = outcomes, header: tuple[str, ...] = columns) -> Path:
        path = tmp_path / name
        with writer_for(path, context, header) as writer:
            for outcome in results:
                writer.write(outcome)
            writer.close(summary)
        return path

    return do


def rows_of(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True), strict=True))


def test_a_table_has_a_row_for_each_match_and_for_each_other_row(write: Write) -> None:
    rows = rows_of(write("out.csv"))
    assert [row["namesake_status"] for row in rows] == ["strong", "review", "review", "clear", "skipped"]
    assert [row["Client no"] for row in rows] == ["C-002", "C-003", "C-004", "C-005", "C-006"]
    assert [row["namesake_row"] for row in rows] == ["2", "3", "4", "5", "6"]


def test_a_row_tells_the_match(write: Write) -> None:
    row = rows_of(write("out.csv"))[0]
    assert row["namesake_band"] == "strong"
    assert float(row["namesake_score"]) == pytest.approx(0.99, abs=0.01)
    assert row["namesake_list"] == "example_north"
    assert row["namesake_list_date"] == "2026-05-30"
    assert row["namesake_entry_id"] == "EX-4711"
    assert row["namesake_matched_name"] == "TILLANOVER, Orzubek Davronovich"
    assert row["namesake_main_evidence"].startswith("“Тилланов” can be “TILLANOVER”")
    assert row["namesake_expected_per_million"] == "0.21"
    assert "subject-schema-inferred" in row["namesake_notes"]
    assert row["namesake_marks"].startswith("remarks cut")


def test_input_columns_come_first_and_unchanged(write: Write, columns: tuple[str, ...]) -> None:
    path = write("out.csv")
    header = path.read_bytes().decode("utf-8-sig").splitlines()[0].split(",")
    assert tuple(header) == (*columns, *FOUND_COLUMNS)
    assert rows_of(path)[0]["Full name"] == "Урзубек Тилланов"


def test_formulas_are_neutralised_in_csv(write: Write, hostile: Result) -> None:
    rows = rows_of(write("out.csv", (hostile,)))
    assert rows[0]["Full name"].startswith("'=cmd|'")
    assert rows[0]["Remark"] == "⟨U+D800⟩␀\u200b"


def test_a_skipped_row_says_why(write: Write) -> None:
    row = rows_of(write("out.csv"))[-1]
    assert row["namesake_notes"] == "the row has no name (subject-name-missing)"
    assert row["Remark"] == "'=1+1"
    assert row["namesake_score"] == ""


def test_tabs_separate_a_tsv(write: Write) -> None:
    header = write("out.tsv").read_bytes().decode("utf-8-sig").splitlines()[0]
    assert header.split("\t")[:2] == ["Client no", "Full name"]


def test_repeated_and_colliding_columns_get_names_of_their_own(write: Write) -> None:
    header = ("Name", "Name", "Name (2)", "namesake_status")
    cells = tuple(zip(header, "abcd", strict=True))
    skipped = Skipped("code", "reason", columns=cells)
    row = rows_of(write("out.csv", (skipped,), header))[0]
    assert [row["Name"], row["Name (2)"], row["Name (2) (2)"]] == ["a", "b", "c"]
    assert row["namesake_status (input)"] == "d"
    assert row["namesake_status"] == "skipped"


def test_a_column_that_was_not_announced_is_told_in_the_notes(write: Write) -> None:
    skipped = Skipped("code", "reason", columns=(("Late", "x"), ("Full name", "y")))
    row = rows_of(write("out.csv", (skipped,)))[0]
    assert row["Full name"] == "y"
    assert "further column Late: x" in row["namesake_notes"]


def test_a_workbook_holds_text_as_text_and_numbers_as_numbers(write: Write, hostile: Result) -> None:
    book = load_workbook(write("out.xlsx", (hostile,)))
    assert book.sheetnames == ["Results", "Run"]
    header, row = book["Results"].iter_rows()
    found = dict(zip([cell.value for cell in header], row, strict=True))
    assert str(found["Full name"].value).startswith("'=cmd|'")
    assert found["Full name"].data_type == "s"
    assert found["Remark"].value == "⟨U+D800⟩␀\u200b"
    assert found["namesake_score"].data_type == "n"


def test_a_workbook_says_what_it_rests_on(write: Write) -> None:
    about = [[cell.value for cell in row] for row in load_workbook(write("out.xlsx"))["Run"].iter_rows()]
    assert str(about[0][1]).startswith("4 subjects screened")
    assert any(row[0] == "not consulted" and row[1] == "example_west" for row in about)


@pytest.mark.parametrize("text", ["#N/A", "=1", "TRUE", "12", "2024-01-01"])
def test_a_workbook_guesses_no_types(write: Write, text: str) -> None:
    skipped = Skipped("code", "reason", columns=(("Remark", text),))
    cell = load_workbook(write("out.xlsx", (skipped,)))["Results"].cell(2, 4)
    assert cell.data_type == "s"
    assert str(cell.value).lstrip("'") == text


def test_a_cell_that_is_too_long_for_a_workbook_says_that_it_is_cut(write: Write) -> None:
    skipped = Skipped("code", "reason", columns=(("Remark", "x" * 40_000),))
    value = str(load_workbook(write("out.xlsx", (skipped,)))["Results"].cell(2, 4).value)
    assert len(value) == MAX_CHARACTERS
    assert value.endswith("… [cut: 40,000 characters]")


def test_a_full_sheet_is_continued_on_the_next(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("namesake.reports.xlsx.MAX_ROWS", 3)
    book = load_workbook(write("out.xlsx"))
    assert book.sheetnames == ["Results", "Results 2", "Results 3", "Run"]
    rows = [book[name].max_row - 1 for name in book.sheetnames[:3]]
    assert rows == [2, 2, 1]


def test_too_many_columns_for_a_workbook(write: Write, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="16,384 columns"):
        write("out.xlsx", (), tuple(map(str, range(16_384))))
    assert list(tmp_path.iterdir()) == []


def test_parquet_has_types_and_is_verbatim(write: Write) -> None:
    path = write("out.parquet")
    table = parquet.read_table(path)
    assert str(table.schema.field("namesake_score").type) == "double"
    assert str(table.schema.field("Born").type) == "string"
    assert table.column("Remark").to_pylist()[4] == "=1+1"
    assert table.column("namesake_score").to_pylist()[3] is None
    run = json.loads(parquet.read_metadata(path).metadata[b"namesake_run"])
    assert run["schema"] == "namesake/run/1"


def test_parquet_is_written_in_groups(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("namesake.reports.parquet.BATCH", 2)
    path = write("out.parquet")
    assert parquet.ParquetFile(path).num_row_groups >= 2
    assert parquet.read_table(path).num_rows == 5


def test_json_lines_end_with_the_run(write: Write) -> None:
    documents = [json.loads(line) for line in write("out.jsonl").read_text("utf-8").splitlines()]
    assert [document["schema"] for document in documents] == ["namesake/result/1"] * 5 + ["namesake/run/1"]


@pytest.mark.parametrize("extension", FORMATS)
def test_nothing_to_write_is_a_whole_file_all_the_same(write: Write, extension: str, tmp_path: Path) -> None:
    path = write(f"none{extension.upper()}", ())
    assert path.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("extension", FORMATS)
def test_an_interrupted_run_leaves_the_old_file(
    extension: str, tmp_path: Path, outcomes: tuple[Outcome, ...], context: RunContext, columns: tuple[str, ...]
) -> None:
    path = tmp_path / f"out{extension}"
    path.write_text("old")

    def interrupted() -> None:
        with writer_for(path, context, columns) as writer:
            writer.write(outcomes[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Makes writing fail as on a full disk, by the operating system's own limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("extension", FORMATS)
def test_a_disk_without_space_leaves_the_old_file(
    extension: str, write: Write, tmp_path: Path, outcomes: tuple[Outcome, ...]
) -> None:
    path = tmp_path / f"out{extension}"
    path.write_text("old")
    with files_no_larger_than(1_000), pytest.raises(OutputError, match="cannot be written") as caught:
        write(path.name, outcomes * 200)
    assert caught.value.where.file == str(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_called_so(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="the disk is full"):
        write("out.csv")


def test_no_permission_to_replace(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OutputError, match="Permission denied"):
        write("out.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda path: path.mkdir(), "not a file", id="folder"),
        pytest.param(os.mkfifo, "not a file", id="pipe"),
        pytest.param(lambda path: path.symlink_to("/dev/null"), "not a file", id="device"),
    ],
)
def test_what_is_no_file_is_not_replaced(make: Callable[[Path], None], said: str, write: Write, tmp_path: Path) -> None:
    make(tmp_path / "out.csv")
    with pytest.raises(OutputError, match=said):
        write("out.csv")
    assert [item.name for item in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("name", ["missing/out.csv", "x" * 300 + ".csv", "nul\0.csv"], ids=["no-folder", "long", "nul"])
def test_a_path_that_cannot_be(name: str, write: Write) -> None:
    with pytest.raises(OutputError):
        write(name)


@pytest.mark.parametrize("name", ["out", "out.pdf", ".csv"])
def test_an_extension_that_is_not_known(name: str, context: RunContext, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="extension") as caught:
        writer_for(tmp_path / name, context)
    assert ".xlsx" in caught.value.next_step


def test_parquet_without_its_library(context: RunContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("namesake.reports.writers.find_spec", lambda _: None)
    with pytest.raises(OutputError, match="not installed") as caught:
        writer_for(tmp_path / "out.parquet", context)
    assert "namesake-screening[parquet]" in caught.value.next_step


def test_permissions_of_the_old_file_stay(write: Write, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o640)
    write("out.csv")
    assert path.stat().st_mode & 0o777 == 0o640


def test_memory_does_not_grow_with_the_rows(write: Write, outcomes: tuple[Outcome, ...]) -> None:
    """A hundred times the rows go through the same writer; the file has them all."""
    many = tuple(replace(o) for o in outcomes) * 100
    assert len(rows_of(write("out.csv", many))) == 500


def test_notes_in_a_cell_leave_out_file_and_row(write: Write, outcomes: tuple[Outcome, ...]) -> None:
    rows = rows_of(write("out.csv"))
    assert rows[0]["namesake_notes"] == "taken for a person (subject-schema-inferred)"
    first = outcomes[0]
    assert isinstance(first, Result)
    named = replace(first, notes=(Note("odd", "is odd", Where("clients.csv", 2, "Born")),))
    assert rows_of(write("other.csv", (named,)))[0]["namesake_notes"] == "column Born: is odd (odd)"


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        pytest.param(0.2149, "0.21", id="two digits"),
        pytest.param(1234.5, "1200.0", id="large"),
        pytest.param(0.000012, "0.1", id="less than can be claimed"),
    ],
)
def test_expected_namesakes_are_rounded_in_tables_only(
    write: Write, outcomes: tuple[Outcome, ...], exact: float, shown: str
) -> None:
    first = outcomes[0]
    assert isinstance(first, Result)
    result = replace(first, matches=(replace(first.matches[0], namesakes_per_million=exact),))
    assert rows_of(write("out.csv", (result,)))[0]["namesake_expected_per_million"] == shown
    record = json.loads(write("out.jsonl", (result,)).read_text("utf-8").splitlines()[0])
    assert record["matches"][0]["namesakes_per_million"] == exact
