"""`namesake lists`, as a user types it, with the legacy OFAC layout and invented people."""

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from namesake.cli import cli

COUNT = 400


def row(number: int, name: str, remarks: str = "DOB 01 Jan 1980.") -> str:
    nulls = ",".join(["-0- "] * 7)
    return f'{number},"{name}","individual","NS-PLC",{nulls},"{remarks}"\r\n'


def prim(count: int = COUNT, **changed: str) -> bytes:
    rows = [changed.get(f"_{n}", row(n, f"EXAMPLE, Nemo {n}")) for n in range(1, count + 1)]
    return "".join(rows).encode("ascii") + b"\x1a"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "cons_prim.csv").write_bytes(prim())
    (tmp_path / "later.csv.gz").write_bytes(
        gzip.compress(prim(COUNT + 2, _7=row(7, "EXAMPLE, Nemo 7", "DOB 02 Feb 1980.")))
    )
    (tmp_path / "short.csv").write_bytes(prim(3))
    (tmp_path / "empty.csv").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as archive:
        archive.writestr("cons_prim.csv", prim())
        archive.writestr("cons_alt.csv", b'5,1,"aka","EXAMPLE, Nobody",-0- \r\n\x1a')
    return tmp_path


@pytest.fixture
def run(tmp_path: Path, files: Path) -> "Runner":
    return Runner(tmp_path / "home", files)


class Runner:
    """Runs commands on a home of its own."""

    def __init__(self, home: Path, files: Path) -> None:
        self.home = home
        self.files = files

    def __call__(self, *arguments: str, code: int = 0) -> Result:
        result = CliRunner(env={"COLUMNS": "160"}).invoke(cli, ["--home", str(self.home), "lists", *arguments])
        assert result.exit_code == code, result.output
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def add(self, file: str, dated: str, *more: str, code: int = 0) -> Result:
        return self("add", "us_ofac_cons", str(self.files / file), "--dated", dated, *more, code=code)

    def json(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self(*arguments, "--format", "json", code=code).stdout)
        return found


def last(result: Result) -> str:
    return result.stdout.strip().splitlines()[-1]


def test_add_and_add_again(run: Runner) -> None:
    assert last(run.add("cons_prim.csv", "2024-06-01")) == (
        "us_ofac_cons 2024-06-01 (400 entries, 1 part) is in force."
    )
    assert last(run.add("cons_prim.csv", "2024-06-01")).endswith("was kept before: nothing changed.")


def test_refused_then_accepted_with_a_reason(run: Runner) -> None:
    refused = run.add("short.csv", "2024-06-01", code=1)
    assert "[list-version-refused]" in refused.stderr
    assert "3 entries; at least" in refused.stderr
    assert "next:  The last good version stays in force." in refused.stderr
    accepted = run.add("short.csv", "2024-06-01", "--accept", "a sample\x1b[31m")
    assert last(accepted).endswith('is in force. Accepted because: "a sample<U+001B>[31m".')


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        pytest.param("empty.csv", 1, "[list-part-empty]", id="empty"),
        pytest.param("missing.csv", 2, "[input-unreadable]", id="missing"),
        pytest.param(".", 2, "[input-unreadable]", id="a folder"),
    ],
)
def test_what_cannot_be_added(run: Runner, file: str, code: int, said: str) -> None:
    assert said in run.add(file, "2024-06-01", code=code).stderr


def test_usage(run: Runner) -> None:
    run("add", "us_ofac_cons", code=2)
    run.add("short.csv", "yesterday", code=2)
    assert "say why" in run.add("short.csv", "2024-06-01", "--accept", " ", code=2).stderr
    assert "[list-source-unknown]" in run("add", "nothing", str(run.files / "short.csv"), code=2).stderr
    run("update", "--accept", "all of them", code=2)
    assert run("update", "table", code=2).stderr.startswith("table:\nerror [list-download]")


def test_status_names_every_source(run: Runner) -> None:
    run.add("cons_prim.csv", "2024-06-01")
    run.add("short.csv", "2024-06-02", code=1)
    result = run("status")
    assert "2024-06-02.refused: 3 entries" in result.stdout.replace("\n", " ")
    assert last(result).startswith("1 list in force, 1 of them stale;")
    found = {each["reference"]: each for each in run.json("status")["lists"]}
    assert found["us_ofac_cons"]["version"]["entries"] == COUNT
    assert found["us_ofac_cons"]["refusal"]["state"] == "refused"
    assert found["un_sc_sanctions"]["version"] is None


def test_a_scope_that_is_not_kept(run: Runner) -> None:
    result = run("show", "us_ofac_cons@nope", code=2)
    assert result.stderr.startswith("error [list-version-unknown] no version of us_ofac_cons@nope is kept\n")
    assert result.stdout == ""


def test_show(run: Runner) -> None:
    run.add("both.zip", "2024-06-01")
    assert last(run("show", "us_ofac_cons")) == "1 version kept, 1 in force."
    assert "cons_alt.csv" in run("show", "us_ofac_cons", "--version", "2024-06-01").stdout
    shown = run("show", "us_ofac_cons", "5").stdout
    assert "EXAMPLE, Nemo 5" in shown
    assert "EXAMPLE, Nobody" in shown
    assert "1980-01-01" in shown
    found = run.json("show", "us_ofac_cons", "5")
    assert found["entry"]["original"]["main"]["SDN_Name"] == "EXAMPLE, Nemo 5"
    assert [name["text"] for name in found["entry"]["names"]] == ["EXAMPLE, Nemo 5", "EXAMPLE, Nobody"]
    assert "[list-entry-unknown]" in run("show", "us_ofac_cons", "5000", code=2).stderr
    assert "[list-version-unknown]" in run("show", "us_ofac_cons", "--version", "1", code=2).stderr
    assert run.json("show", "un_sc_sanctions")["versions"] == []


def test_diff(run: Runner) -> None:
    run.add("cons_prim.csv", "2024-06-01")
    assert "[list-version-unknown]" in run("diff", "us_ofac_cons", code=2).stderr
    run.add("later.csv.gz", "2024-06-02")
    result = run("diff", "us_ofac_cons")
    assert last(result) == "us_ofac_cons from 2024-06-01 to 2024-06-02: 2 added, 0 removed, 1 changed."
    found = run.json("diff", "us_ofac_cons", "2024-06-01", "2024-06-02")
    assert found["counts"] == {"old": 400, "new": 402, "added": 2, "removed": 0, "changed": 1}
    assert found["changed"] == [
        {
            "entry": {"id": "7", "name": "EXAMPLE, Nemo 7"},
            "fields": [{"field": "main.Remarks", "removed": ["DOB 01 Jan 1980."], "added": ["DOB 02 Feb 1980."]}],
        }
    ]


def test_the_home_after_the_command_and_from_the_environment(run: Runner) -> None:
    run.add("cons_prim.csv", "2024-06-01")
    for arguments, environment in (
        (["lists", "show", "us_ofac_cons", "--home", str(run.home)], {}),
        (["lists", "--home", str(run.home), "show", "us_ofac_cons"], {}),
        (["lists", "show", "us_ofac_cons"], {"NAMESAKE_HOME": str(run.home)}),
    ):
        result = CliRunner().invoke(cli, arguments, env=environment)
        assert "1 version kept, 1 in force." in result.stdout


def test_a_home_that_cannot_be_one(run: Runner) -> None:
    run.home.write_bytes(b"")
    assert "[home-unusable]" in run.add("cons_prim.csv", "2024-06-01", code=2).stderr
