"""`namesake screen`, as a user types it: every format in, every format out, and what its exit code means."""

import csv
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

COLUMNS = ("Full name", "DOB", "Country")
PEOPLE = (
    ("Talvek Imran Quoren", "1971-06-05", "Moldova"),
    ("Куорен Талвек", "", ""),
    ("Veltani Maritime Trading LLC", "", ""),
    ("Harmless Person", "1990-01-01", "France"),
    ("Somebody Else", "1985-11-30", ""),
)
ENTRIES = ["W-001", "W-001", "W-003", None, None]
NAMES = [name for name, _, _ in PEOPLE]

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from
Read = Callable[[Path], list[str | None]]


def text(delimiter: str, encoding: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=delimiter).writerows([COLUMNS, *PEOPLE])

    return write


def jsonl(path: Path) -> None:
    lines = [json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) for row in PEOPLE]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def ftm(path: Path) -> None:
    lines = []
    for number, (name, born, country) in enumerate(PEOPLE):
        given = {"name": [name], "birthDate": [born], "nationality": [country]}
        entity = {
            "id": f"c-{number}",
            "schema": "Company" if "LLC" in name else "Person",
            "properties": {key: values for key, values in given.items() if values != [""]},
        }
        lines.append(json.dumps(entity, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["This sheet holds no people"])
    sheet = book.create_sheet("Clients")
    for row in (COLUMNS, *PEOPLE):
        sheet.append(row)
    book.save(path)


def parquet(path: Path) -> None:
    pq.write_table(pa.table({name: [row[at] for row in PEOPLE] for at, name in enumerate(COLUMNS)}), path)


INPUTS: list[tuple[str, Callable[[Path], None], tuple[str, ...]]] = [
    ("comma.csv", text(",", "utf-8"), ()),
    ("semicolon.csv", text(";", "utf-16"), ()),
    ("tab.tsv", text("\t", "cp1251"), ()),
    ("pipe.txt", text("|", "utf-8-sig"), ()),
    ("koi.csv", text(",", "koi8-r"), ("--encoding", "koi8-r")),
    ("people.jsonl", jsonl, ()),
    ("people.ftm.json", ftm, ()),
    ("people.xlsx", xlsx, ("--sheet", "Clients")),
    ("people.parquet", parquet, ()),
]
inputs = pytest.mark.parametrize(("name", "write", "options"), INPUTS, ids=[name for name, _, _ in INPUTS])


def from_delimited(path: Path) -> list[str | None]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t" if path.suffix == ".tsv" else ","))
    return [row["namesake_entry_id"] or None for row in rows]


def from_xlsx(path: Path) -> list[str | None]:
    book = openpyxl.load_workbook(path, read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    at = rows[0].index("namesake_entry_id")
    book.close()
    return [str(row[at]) if row[at] else None for row in rows[1:]]


def from_jsonl(path: Path) -> list[str | None]:
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    results = [record for record in records if "matches" in record]
    return [item["matches"][0]["entry"]["id"] if item["matches"] else None for item in results]


def from_parquet(path: Path) -> list[str | None]:
    found: list[str | None] = pq.read_table(path)["namesake_entry_id"].to_pylist()
    return found


OUTPUTS: dict[str, Read] = {
    ".csv": from_delimited,
    ".tsv": from_delimited,
    ".xlsx": from_xlsx,
    ".jsonl": from_jsonl,
    ".parquet": from_parquet,
}


@inputs
def test_every_format_in_and_every_format_out(
    namesake: Namesake, tmp_path: Path, name: str, write: Callable[[Path], None], options: tuple[str, ...]
) -> None:
    write(tmp_path / name)
    outs = [tmp_path / f"out{ending}" for ending in (*OUTPUTS, ".html")]
    result = namesake("screen", tmp_path / name, *options, *[w for out in outs for w in ("--out", out)], code=1)
    for ending, read in OUTPUTS.items():
        assert read(tmp_path / f"out{ending}") == ENTRIES, ending
    report = (tmp_path / "out.html").read_text("utf-8")
    assert "Talvek Imran QUOREN" in report
    assert [line for line in result.stdout.splitlines() if line.startswith("written: ")] == [
        f"written: {out}" for out in outs
    ]


def test_the_columns_of_the_input_come_back(namesake: Namesake, people: Path, tmp_path: Path) -> None:
    namesake("screen", people, "--out", tmp_path / "out.csv", code=1)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [tuple(row[name] for name in COLUMNS) for row in rows] == list(PEOPLE)
    assert [row["namesake_row"] for row in rows] == ["2", "3", "4", "5", "6"]
    assert [row["namesake_status"] for row in rows][3:] == ["clear", "clear"]


def test_what_is_said_and_where(namesake: Namesake, people: Path) -> None:
    done = type(namesake)(namesake.home, {"COLUMNS": "160"}).program("screen", people)
    assert done.returncode == 1
    assert "DOB -> birthDate" in done.stderr
    assert "screening" not in done.stderr, "progress is for terminals"
    assert "\x1b" not in done.stdout + done.stderr
    assert "\r" not in done.stderr
    last = done.stdout.strip().splitlines()[-1]
    assert re.match(r"5 subjects screened against table@watch of 2026-04-15: .* no row skipped; .*\.$", last)
    assert "Talvek Imran QUOREN" in done.stdout, "without --out the matches are shown"


def test_json_and_nothing_else(namesake: Namesake, people: Path, tmp_path: Path) -> None:
    done = namesake.program("screen", people, "--format", "json", "--out", tmp_path / "out.csv")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert done.stderr == ""
    assert told["summary"]["rows"] == 5
    assert told["summary"]["matches"] == 3
    assert [item["list"] for item in told["context"]["lists"]] == ["table@watch"]


def one(tmp_path: Path, *lines: str, name: str = "one.csv") -> Path:
    (tmp_path / name).write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path / name


@pytest.mark.parametrize(
    ("lines", "options", "code"),
    [
        pytest.param(("Name", "Harmless Person"), (), 0, id="nothing to review"),
        pytest.param(("Name", "Orrin Veltani"), (), 1, id="matches"),
        pytest.param(("Name,DOB", "Harmless Person,1990", ",1990"), (), 2, id="a row skipped"),
        pytest.param(("Name,DOB", "Orrin Veltani,1980", ",1990"), (), 2, id="skipped outweighs matches"),
        pytest.param(("Name,DOB", "Harmless Person,1990", ",1990"), ("--allow-skipped",), 0, id="skips allowed"),
        pytest.param(("Name,DOB", "Orrin Veltani,1980", ",1990"), ("--allow-skipped",), 1, id="allowed, matches"),
        pytest.param(("Name", "Harmless Person"), ("--lists", "un_sc_sanctions"), 2, id="a list is missing"),
        pytest.param(("Name", "Harmless Person"), ("--lists", "table,us_ofac_sdn"), 2, id="one of two is missing"),
        pytest.param(("Name", "Harmless Person"), ("--lists", "table"), 0, id="a list by its source"),
        pytest.param(("Name", "Harmless Person"), ("--lists", "table@watch"), 0, id="a list by its scope"),
        pytest.param(("Name", "Harmless Person"), ("--lists", "table@other"), 2, id="no such scope"),
        pytest.param(("Name", "Harmless Person"), ("--workers", "0"), 2, id="no workers"),
        pytest.param(("Name", "Harmless Person"), ("--map", "Name"), 2, id="half a mapping"),
        pytest.param(("Name", "Harmless Person"), ("--map", "Nome=name"), 2, id="no such column"),
        pytest.param(("Name", "Harmless Person"), ("--map", "Name=shoeSize"), 2, id="no such property"),
        pytest.param(("Sum,Colour", "1,red"), (), 2, id="no column names anybody"),
        pytest.param(("Name", "Harmless Person"), ("--encoding", "klingon"), 2, id="no such encoding"),
        pytest.param(("Name",), (), 2, id="no rows"),
    ],
)
def test_exit_codes(
    namesake: Namesake, tmp_path: Path, lines: tuple[str, ...], options: tuple[str, ...], code: int
) -> None:
    namesake("screen", one(tmp_path, *lines), *options, code=code)


def test_no_list_at_all(empty: Namesake, people: Path) -> None:
    result = empty("screen", people, code=2)
    assert "[screening-list-not-available]" in result.stderr
    assert result.stdout == ""


def test_an_unmappable_file_stops_with_its_columns(namesake: Namesake, tmp_path: Path) -> None:
    result = namesake("screen", one(tmp_path, "Sum,Colour", "1,red"), code=2)
    assert "[input-columns-unmapped]" in result.stderr
    assert '"Sum", "Colour"' in result.stderr


def test_map_says_what_a_column_is(namesake: Namesake, tmp_path: Path) -> None:
    path = one(tmp_path, "a,b", "Orrin Veltani,1980")
    result = namesake("screen", path, "--map", "a=name", "--map", "b=birthDate", code=1)
    assert "a -> name (as you said)" in result.stderr
    assert "b -> birthDate (as you said)" in result.stderr


def test_schema_says_what_every_row_is(namesake: Namesake, tmp_path: Path) -> None:
    path = one(tmp_path, "Name", "Ocean Velt")
    namesake("screen", path, "--schema", "Vessel", code=1)
    namesake("screen", path, "--schema", "Person", code=0)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param('max_age_days = 1\nlists = ["table"]', 2, id="staler than allowed"),
        pytest.param("max_age_days = 100000", 1, id="fresh enough"),
        pytest.param("[max_age_days]\n'table@watch' = 1", 2, id="staler than this list may be"),
        pytest.param("[max_age_days]\nus_ofac_sdn = 1", 1, id="a limit for another list"),
        pytest.param('lists = ["un_sc_sanctions"]', 2, id="the policy's list is missing"),
        pytest.param("review_from = 0.9999999", 0, id="a threshold above everything, with strong_from"),
        pytest.param("nationality_risk = 1", 2, id="profiling"),
        pytest.param("review_from = 2", 2, id="not a score"),
        pytest.param("review_from = [", 2, id="not TOML"),
        pytest.param("colour = 1", 2, id="not a setting"),
    ],
)
def test_policies(namesake: Namesake, people: Path, tmp_path: Path, written: str, code: int) -> None:
    if written == "review_from = 0.9999999":
        written += "\nstrong_from = 0.9999999"
    (tmp_path / "policy.toml").write_text(written, "utf-8")
    result = namesake("screen", people, "--policy", tmp_path / "policy.toml", code=code)
    if "staler" in result.stdout or "max_age" in written:
        assert re.search(r"\d+ days old", result.stdout), "staleness is always said"


def test_an_entry_that_has_expired_is_not_matched(
    empty: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]]
) -> None:
    header = "Ref,Full name,Kind,Other names,Born,Nationality,Passport,IMO,Wallet,Valid until\n"
    files = watch_list(tmp_path, header + "W-9,Orrin VELTANI,person,,1980,,,,,2020-01-01\n")
    empty("lists", "add", "table", *files)
    result = empty("screen", one(tmp_path, "Name", "Orrin Veltani"), code=(0, 2))
    assert date.today() > date(2020, 1, 1)  # noqa: DTZ011 - any clock will do
    assert "W-9" not in result.stdout


def test_one_worker_or_two(namesake: Namesake, crowd: Path, tmp_path: Path) -> None:
    for workers in ("1", "2"):
        namesake("screen", crowd, "--workers", workers, "--out", tmp_path / f"{workers}.csv", code=1)
    first, second = ((tmp_path / f"{workers}.csv").read_bytes() for workers in "12")
    assert first == second
    assert first.count(b"W-001") >= 25


def test_the_index_is_built_once(namesake: Namesake, people: Path) -> None:
    def files() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in (namesake.home / "indexes").rglob("*") if path.is_file()}

    before = files()
    assert before
    namesake("screen", people, code=1)
    assert files() == before


def test_a_new_version_makes_a_new_index(
    namesake: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]]
) -> None:
    namesake("screen", one(tmp_path, "Name", "Brenmar Ostlund"), code=0)
    table, mapping = watch_list(tmp_path)
    row = "W-006,Brenmar OSTLUND,person,,1977,,,,,never\n"
    table.write_text(table.read_text("utf-8") + row, "utf-8")
    mapping.write_text(mapping.read_text("utf-8").replace("2026-04-15", "2026-04-16"), "utf-8")
    namesake("lists", "add", "table", table, mapping)
    namesake("screen", one(tmp_path, "Name", "Brenmar Ostlund"), code=1)


@pytest.mark.parametrize(
    ("column", "value", "entry"),
    [
        pytest.param("Passport", "AB 123-4567", "W-001", id="passport"),
        pytest.param("IMO number", "IMO 9074729", "W-004", id="IMO number"),
        pytest.param("Wallet", "0xabcdef0123456789abcdef0123456789abcdef01", "W-005", id="wallet"),
    ],
)
def test_a_row_without_a_name_is_screened_by_its_identifier(
    namesake: Namesake, tmp_path: Path, column: str, value: str, entry: str
) -> None:
    path = one(tmp_path, f"Name,{column}", f",{value}", "Harmless Person,")
    namesake("screen", path, "--out", tmp_path / "out.csv", code=1)
    assert from_delimited(tmp_path / "out.csv") == [entry, None]


def test_a_wallet_in_the_place_of_a_name(namesake: Namesake, tmp_path: Path) -> None:
    path = one(tmp_path, "Name", "0xabcdef0123456789abcdef0123456789abcdef01", "Harmless Person")
    namesake("screen", path, "--out", tmp_path / "out.csv", code=1)
    assert from_delimited(tmp_path / "out.csv") == ["W-005", None]


@pytest.mark.parametrize("how", ["same", "relative", "link", "hard link"])
def test_the_input_is_never_replaced(namesake: Namesake, people: Path, tmp_path: Path, how: str) -> None:
    before = people.read_bytes()
    out = people
    if how == "relative":
        out = people.parent / ".." / people.parent.name / people.name
    elif how == "link":
        (out := tmp_path / "link.csv").symlink_to(people)
    elif how == "hard link":
        (out := tmp_path / "hard.csv").hardlink_to(people)
    result = namesake("screen", people, "--out", out, code=2)
    assert "[output-failed]" in result.stderr
    assert people.read_bytes() == before


def test_two_outputs_in_one_place(namesake: Namesake, people: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert "named twice" in namesake("screen", people, "--out", out, "--out", out, code=2).stderr
    assert not out.exists()


@pytest.mark.parametrize("name", ["out.pdf", "out", "missing/out.csv", "."])
def test_outputs_that_cannot_be(namesake: Namesake, people: Path, tmp_path: Path, name: str) -> None:
    good = tmp_path / "good.csv"
    good.write_text("good", "utf-8")
    result = namesake("screen", people, "--out", good, "--out", tmp_path / name, code=2)
    assert "[output-failed]" in result.stderr
    assert good.read_text("utf-8") == "good", "one output that fails leaves all of them as they were"
    assert list(tmp_path.glob(".namesake-*")) == []


def test_skipped_rows_are_the_reason_of_exit_code_2(namesake: Namesake, tmp_path: Path) -> None:
    path = one(tmp_path, "Name,DOB", "Harmless Person,1990", ",1990")
    said = "exit code 2: 1 row was skipped; --allow-skipped says that this is expected\n"
    assert namesake("screen", path, code=2).stderr.endswith(said)
    assert "exit code" not in namesake("screen", path, "--allow-skipped", code=0).stderr


def test_an_overdue_list_is_the_reason_of_exit_code_2(namesake: Namesake, people: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text("max_age_days = 1", "utf-8")
    out = tmp_path / "out.html"
    result = namesake("screen", people, "--policy", tmp_path / "policy.toml", "--out", out, code=2)
    assert "the control did not complete" in result.stderr
    assert "(older than the policy allows)" in result.stdout.splitlines()[-1]
    assert "older than the 1 day that the policy allows" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "coded"),
    [
        pytest.param(("--out", "out.pdf"), "output-failed", id="no such format"),
        pytest.param(("--lists", "foo"), "list-source-unknown", id="no such source"),
        pytest.param(("--lists", "un_sc_sanctions"), "screening-list-not-available", id="list not in force"),
    ],
)
def test_what_cannot_work_is_said_before_the_input_is_read(
    namesake: Namesake, tmp_path: Path, options: tuple[str, ...], coded: str
) -> None:
    namesake.refused(coded, "screen", tmp_path / "not-there.csv", *options)


def test_columns_that_name_nobody_are_those_of_the_file(namesake: Namesake, tmp_path: Path) -> None:
    path = one(tmp_path, "Sum,Colour", "1,red")
    assert f"where: {path}\n" in namesake.refused("input-columns-unmapped", "screen", path).stderr


def test_nothing_to_resume(namesake: Namesake, people: Path) -> None:
    assert "nothing to resume: starting anew\n" in namesake("screen", people, "--resume", code=1).stderr
    assert "resume" not in namesake("screen", people, code=1).stderr
