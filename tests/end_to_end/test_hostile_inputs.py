"""Files of subjects made to do harm: each ends in a coded error or in skipped rows with their reason."""

import csv
import gzip
import io
import json
import os
import signal
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from
MIB = 1 << 20
HIDDEN = set("\x00\x07\x1b\u200b\u200d\u202e\u2060\u2066\ufeff")


def rows_of(path: Path) -> list[dict[str, str]]:
    before = csv.field_size_limit(10 * MIB)  # the whole process has one limit, which others test
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    finally:
        csv.field_size_limit(before)


# ---- names that hide or imitate


@pytest.mark.parametrize(
    ("name", "noted"),
    [
        pytest.param("Tаlvek Imrаn Quоren", "name-mixed-script", id="Cyrillic look-alikes"),
        pytest.param("Τalvek Imran Quοren", "name-mixed-script", id="Greek look-alikes"),
        pytest.param("T4lvek Imr4n Qu0ren", "", id="digits for letters"),
        pytest.param("Tal\u200bvek Im\u2060ran Qu\ufeffoREN", "cell-hidden-removed", id="zero-width"),
        pytest.param("Tal\u200dvek Im\u200cran Quoren", "cell-hidden-removed", id="joiners"),
        pytest.param("\u202eTalvek Imran Quoren\u202c", "cell-hidden-removed", id="right-to-left override"),
        pytest.param("\u2066Talvek\u2069 Imran Quoren", "cell-hidden-removed", id="isolates"),
        pytest.param("Ｔａｌｖｅｋ Ｉｍｒａｎ Ｑｕｏｒｅｎ", "", id="full-width"),
        pytest.param("𝐓𝐚𝐥𝐯𝐞𝐤 𝐈𝐦𝐫𝐚𝐧 𝐐𝐮𝐨𝐫𝐞𝐧", "", id="mathematical"),
        pytest.param("Ta\u0301lvek Imra\u0308n Quoren", "", id="combining marks"),
        pytest.param("Talvek\u00a0Imran\u3000Quoren", "", id="blanks of other kinds"),
        pytest.param("Talvek\x07 Imran\x1b[31m Quoren", "cell-control-removed", id="controls"),
    ],
)
def test_names_match_what_they_imitate(namesake: Namesake, tmp_path: Path, name: str, noted: str) -> None:
    (tmp_path / "in.csv").write_text(f"Name\n{name}\n", "utf-8")
    outs = [tmp_path / f"out{ending}" for ending in (".csv", ".html", ".jsonl", ".xlsx")]
    namesake("screen", tmp_path / "in.csv", *[word for out in outs for word in ("-o", out)], code=1)
    (row,) = rows_of(tmp_path / "out.csv")
    assert row["namesake_entry_id"] == "W-001"
    assert noted in row["namesake_notes"]
    assert not set((tmp_path / "out.html").read_text("utf-8")) & HIDDEN
    shown = namesake("screen", tmp_path / "in.csv", code=1).stdout
    asked = namesake("lookup", name, code=1).stdout
    assert "W-001" in shown
    assert "W-001" in asked
    assert not set(shown + asked) & HIDDEN, "nothing steers the terminal"
    if noted and noted != "cell-control-removed":
        assert noted in asked


def test_lone_surrogates(namesake: Namesake, tmp_path: Path) -> None:
    lines = [
        r'{"name": "Talvek \ud800Imran Quoren"}',
        r'{"name": "\ud800"}',
        r'{"name": "Orrin Veltani", "\udfff": "\ud800"}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    outs = [tmp_path / f"out{ending}" for ending in (".csv", ".html", ".jsonl", ".xlsx", ".parquet")]
    namesake("screen", tmp_path / "in.jsonl", *[word for out in outs for word in ("-o", out)], code=2)
    rows = rows_of(tmp_path / "out.csv")
    assert [row["namesake_status"] for row in rows] == ["strong", "skipped", "strong"]
    for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines():
        json.loads(line)


# ---- what a spreadsheet would execute


FORMULAS = ["=1+1", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", '=HYPERLINK("http://x")', " =1"]


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx"])
def test_formulas_come_out_neutralised(namesake: Namesake, tmp_path: Path, ending: str) -> None:
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Name", "=cmd|'/c calc'!A1"])
        writer.writerows([[f"Orrin Veltani{n}", formula] for n, formula in enumerate(FORMULAS)])
        writer.writerows([[formula + " Veltani", "x"] for formula in FORMULAS])
    out = tmp_path / f"out{ending}"
    namesake("screen", tmp_path / "in.csv", "--allow-skipped", "--out", out, code=(0, 1))
    if ending == ".xlsx":
        book = openpyxl.load_workbook(out)
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
        texts = [str(cell.value) for cell in cells if cell.value is not None and cell.data_type == "s"]
    else:
        with out.open(encoding="utf-8-sig", newline="") as stream:
            texts = [cell for row in csv.reader(stream, delimiter="\t" if ending == ".tsv" else ",") for cell in row]
    dangerous = [text for text in texts if text.lstrip()[:1] in tuple("=+@＝") or text[:1] in ("\t", "\r")]
    assert dangerous == []
    assert [
        text for text in texts if text.startswith("-") and not text[1:].replace(".", "").replace("e-", "").isdigit()
    ] == []


# ---- sizes


def test_five_thousand_columns(namesake: Namesake, tmp_path: Path) -> None:
    columns = ["Name", *[f"c{n}" for n in range(5000)]]
    (tmp_path / "in.csv").write_text(",".join(columns) + "\n" + "Orrin Veltani" + ",x" * 5000 + "\n", "utf-8")
    result = namesake("screen", tmp_path / "in.csv", "--out", tmp_path / "out.csv", code=(1, 2))
    if result.exit_code == 2:
        assert "[input-" in result.stderr
        return
    (row,) = rows_of(tmp_path / "out.csv")
    assert row["c4999"] == "x"
    assert row["namesake_entry_id"] == "W-002"


@pytest.mark.parametrize(
    ("lines", "statuses"),
    [
        pytest.param(["Name,Note", "Orrin Veltani," + "x" * (2 * MIB), "Orrin Veltani,"], None, id="a huge note"),
        pytest.param(["Name", "x" * (2 * MIB), "Orrin Veltani"], None, id="a huge name"),
        pytest.param(["Name", "x " * 600, "Orrin Veltani"], ["skipped", "strong"], id="a name over the limit"),
        pytest.param(["Name", '"never closed', "Orrin Veltani"], ["skipped", "strong"], id="an open quote"),
        pytest.param(["Name,Born", "Orrin Veltani,1980", "a,b,c,d,e"], ["strong", "skipped"], id="too many cells"),
        pytest.param(["Name,Born", "Orrin Veltani,1980", ","], ["strong", "skipped"], id="no content"),
        pytest.param(["Name,Born", "Orrin Veltani,1980", "N/A,1980"], ["strong", "skipped"], id="a placeholder"),
        pytest.param(["Name", "Orrin \0 Veltani", "Orrin Veltani", "Orrin Veltani"], ["strong"] * 3, id="a NUL"),
    ],
)
def test_rows_are_skipped_with_their_reason(
    namesake: Namesake, tmp_path: Path, lines: list[str], statuses: list[str] | None
) -> None:
    (tmp_path / "in.csv").write_text("\n".join(lines) + "\n", "utf-8")
    result = namesake("screen", tmp_path / "in.csv", "--out", tmp_path / "out.csv", code=(0, 1, 2))
    if "error [input-" in result.stderr:
        assert statuses is None
        return
    rows = rows_of(tmp_path / "out.csv")
    assert rows[-1]["namesake_status"] == "strong" or "strong" in [row["namesake_status"] for row in rows]
    if statuses:
        assert [row["namesake_status"] for row in rows] == statuses
    assert all(row["namesake_notes"] for row in rows if row["namesake_status"] == "skipped")
    assert result.exit_code == (2 if "skipped" in [row["namesake_status"] for row in rows] else 1)


# ---- files that are not what they should be


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        with archive.open("xl/workbook.xml", "w") as out:
            for _ in range(260):
                out.write(bytes(MIB))


def laughing(path: Path) -> None:
    """A workbook whose sheet declares entities that multiply."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Name"])
    book.active.append(["Orrin Veltani"])
    book.save(path)
    declared = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else 'ha'}'>" for n in range(10))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"].decode()
    sheet = f"<!DOCTYPE x [{declared}]>" + sheet[sheet.index("<worksheet") :].replace("Orrin", "&a9;")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else content)


def written(content: bytes) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(content), None)[1]


WRONG: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "empty": ("in.csv", written(b""), "input-empty"),
    "blank": ("in.csv", written(b"\n\n\n"), "input-empty"),
    "a header and no more": ("in.csv", written(b"Name\n"), "input-empty"),
    "a folder": ("in.csv", lambda path: path.mkdir(), "input-unreadable"),
    "a pipe": ("in.csv", lambda path: os.mkfifo(path), "input-unreadable"),
    "a device": ("in.csv", lambda path: path.symlink_to("/dev/zero"), "input-unreadable"),
    "missing": ("in.csv", lambda _path: None, "input-unreadable"),
    "a link to itself": ("in.csv", lambda path: path.symlink_to(path), "input-unreadable"),
    "binary": ("in.csv", written(bytes(range(256)) * 40), "input-"),
    "zeros": ("in.csv", written(bytes(10_000)), "input-"),
    "a workbook bomb": ("in.xlsx", bomb, "input-oversize"),
    "a workbook with entities": ("in.xlsx", laughing, "input-unreadable"),
    "an archive": ("in.xlsx", lambda path: zipfile.ZipFile(path, "w").writestr("a.txt", "x"), "input-"),
    "a workbook cut off": ("in.xlsx", written(b"PK\x03\x04 and no more"), "input-unreadable"),
    "gzip": ("in.csv", written(gzip.compress(b"Name\nOrrin Veltani\n")), "input-format-unknown"),
    "XML": ("in.csv", written(b"<?xml version='1.0'?><x/>"), "input-format-unknown"),
    "an old workbook": ("in.xls", written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "input-format-unknown"),
    "a Parquet file cut off": ("in.parquet", written(b"PAR1" + bytes(100)), "input-unreadable"),
    "a JSON array": ("in.json", written(b'[{"name": "Orrin Veltani"}]'), "input-format-unknown"),
    "deep JSON": ("in.jsonl", written(b'{"name": ' + b"[" * 100_000 + b"\n"), ""),
}


@pytest.mark.parametrize(("name", "make", "coded"), WRONG.values(), ids=WRONG)
def test_files_that_are_refused(
    namesake: Namesake, tmp_path: Path, name: str, make: Callable[[Path], None], coded: str
) -> None:
    make(tmp_path / name)
    out = tmp_path / "out.csv"
    out.write_text("good", "utf-8")
    result = namesake("screen", tmp_path / name, "--out", out, code=2)
    if not coded and "error [" not in result.stderr:
        assert "skipped" in out.read_text("utf-8")
        return
    assert f"error [{coded}" in result.stderr
    assert "  where: " in result.stderr
    assert "  next:  " in result.stderr
    assert result.stdout == ""
    assert out.read_text("utf-8") == "good"
    assert list(tmp_path.glob(".namesake-*")) == []


@pytest.fixture
def impatient() -> Iterator[None]:
    """A test that hangs fails instead."""

    def give_up(_number: int, _frame: object) -> None:
        raise TimeoutError("waited for a pipe or a device")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("impatient")
def test_pipes_are_never_waited_for(namesake: Namesake, people: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    os.mkfifo(tmp_path / "out.csv")
    for words, coded in (
        (("screen", pipe), "input-unreadable"),
        (("screen", people, "--policy", pipe), "policy-invalid"),
        (("screen", people, "--policy", "/dev/zero"), "policy-invalid"),
        (("screen", people, "--out", tmp_path / "out.csv"), "output-failed"),
        (("lookup", "Nobody", "--policy", pipe), "policy-invalid"),
        (("lists", "add", "un_sc_sanctions", pipe), "input-unreadable"),
        (("lists", "add", "table", people, "--mapping", pipe), "input-unreadable"),
    ):
        assert f"error [{coded}]" in namesake(*words, code=2).stderr, words


def test_no_permission(namesake: Namesake, people: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, as an administrator may read everything."""
    refused = str(people)

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def opened(path: object, *rest: object, **named: object) -> object:
            if str(path) == refused:
                raise PermissionError(13, "Permission denied", refused)
            return real(path, *rest, **named)

        return opened

    monkeypatch.setattr(io, "open", guarded(io.open))
    monkeypatch.setattr(os, "open", guarded(os.open))
    for words in (("screen", people), ("lists", "add", "un_sc_sanctions", people)):
        result = namesake(*words, code=2)
        assert "error [input-unreadable] Permission denied" in result.stderr
        assert refused in result.stderr


@pytest.mark.parametrize("name", ["caf\udce9.csv", "a b;c.csv", "[bold]x.csv", "\u202ex.csv", "x\n.csv", "-x.csv"])
def test_file_names(namesake: Namesake, people: Path, tmp_path: Path, name: str) -> None:
    try:
        (tmp_path / name).write_bytes(people.read_bytes() + b",1990-01-01,\n")
    except OSError:
        pytest.skip("this file system does not take the name")
    outs = [tmp_path / f"out{ending}" for ending in (".csv", ".html", ".jsonl", ".xlsx", ".parquet")]
    result = namesake("screen", tmp_path / name, *[word for out in outs for word in ("-o", out)], code=2)
    assert not set(result.stdout + result.stderr) & HIDDEN
    assert len(rows_of(tmp_path / "out.csv")) == 6
