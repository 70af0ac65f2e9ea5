"""The package of the how-to on list sources, put together as the page says and used through its entry point."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/add-a-list-source.md").read_text("utf-8")
FILES = dict(re.findall(r"^```\w+ file=(\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages that holds the page's, with the metadata that an installer would write."""
    package, metadata = tmp_path / "site/port_banned_source", tmp_path / "site/port_banned_source-1.0.dist-info"
    package.mkdir(parents=True)
    metadata.mkdir()
    package.joinpath("__init__.py").touch()
    for name in ("port_banned.py", "port_banned.toml"):
        package.joinpath(name).write_text(FILES[name], "utf-8")
    (point,) = re.findall(r'^(port_banned) = "(\S+)"$', FILES["pyproject.toml"], re.MULTILINE)
    metadata.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: port-banned-source\nVersion: 1.0\n")
    metadata.joinpath("entry_points.txt").write_text(f"[namesake.sources]\n{point[0]} = {point[1]}\n")
    tmp_path.joinpath("banned.xml").write_text(FILES["banned.xml"], "utf-8")
    return tmp_path / "site"


def run(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(site), "NAMESAKE_HOME": str(site.parent / "home"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", "from namesake.cli import main; main()", *words]
    return subprocess.run(command, env=environ, cwd=site.parent, text=True, capture_output=True, check=False)


def test_the_source_is_found_read_and_screened_against(site: Path) -> None:
    assert "port_banned" in run(site, "lists", "status").stdout
    added = run(site, "lists", "add", "port_banned", "banned.xml")
    assert added.stdout == "port_banned 2026-05-04 (2 entries, 1 part) is in force.\n"
    found = run(site, "lookup", "Talvik Quoren", "--lists", "port_banned")
    assert found.returncode == 1, found.stderr
    assert "Entry port_banned:P-7, version 2026-05-04" in found.stdout


def test_a_reader_that_cannot_be_loaded_stops_nothing_else(site: Path) -> None:
    site.joinpath("port_banned_source/port_banned.py").write_text("import no_such_package\n", "utf-8")
    status = run(site, "lists", "status")
    assert status.returncode == 0
    assert status.stderr.startswith("error [list-source-broken] the reader of 'port_banned' cannot be loaded: ")
    assert status.stdout.splitlines()[-1].endswith("the reader of 1 list cannot be loaded.")
    told = json.loads(run(site, "lists", "status", "--format", "json").stdout)["lists"]
    errors = {each["reference"]: each["error"] and each["error"]["code"] for each in told}
    assert {name: code for name, code in errors.items() if code} == {"port_banned": "list-source-broken"}
    assert "error [list-source-broken]" in run(site, "lists", "update", "port_banned").stderr
    starter = ROOT / "src/namesake/data/demo"
    run(site, "lists", "add", "table", str(starter / "starter-list.csv"), str(starter / "starter-list.toml"))
    looked = run(site, "lookup", "Harmless Person")
    assert looked.returncode == 0, looked.stderr
    assert "not consulted, its reader cannot be loaded: port_banned" in looked.stdout


def test_an_id_of_ours_stays_ours(site: Path) -> None:
    metadata = site / "port_banned_source-1.0.dist-info/entry_points.txt"
    metadata.write_text(metadata.read_text("utf-8").replace("port_banned =", "eu_fsf ="), "utf-8")
    status = run(site, "lists", "status")
    assert status.stderr == "note: eu_fsf: our own source is used, not that of an installed package\n"
    assert status.stdout.count("eu_fsf") == 1


def test_what_is_no_publication_of_it_is_refused(site: Path) -> None:
    site.parent.joinpath("banned.xml").write_text("<other/>", "utf-8")
    added = run(site, "lists", "add", "port_banned", "banned.xml")
    assert added.returncode == 1
    assert "[list-part-unknown] not the list of banned parties" in added.stderr


def test_the_reader_passes_the_project_s_own_checks(site: Path) -> None:
    reader = site / "port_banned_source/port_banned.py"
    tools = (["ruff", "check", "--config", str(ROOT / "pyproject.toml"), str(reader)],)
    for tool in tools:
        done = subprocess.run([sys.executable, "-m", *tool], text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
