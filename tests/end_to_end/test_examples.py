"""Every script in `examples/` does what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


class Place:
    """A scratch folder with a home that holds the invented in-house list."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self._environ = {"PATH": path, "NAMESAKE_HOME": str(folder / "home"), "PYTHONUTF8": "1"}
        added = self._started("namesake", "lists", "add", "table", *map(str, EXAMPLES.glob("in-house-list/watch.*")))
        assert added.returncode == 0, added.stderr

    def run(self, script: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one of the examples."""
        return self._started(sys.executable, str(EXAMPLES / script), *words)

    def _started(self, *command: str) -> subprocess.CompletedProcess[str]:
        environ = self._environ
        return subprocess.run(command, env=environ, cwd=self.folder, text=True, capture_output=True, check=False)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_records_of_a_program(place: Place) -> None:
    done = place.run("screen_a_list_of_dicts.py")
    assert done.returncode == 0, done.stderr
    against, first, *rest = done.stdout.splitlines()
    assert against == "against table@border-watch of 2026-04-15, 4 entries"
    assert first == "C-1: strong, Talvek Imran QUOREN (table:border-watch:W-001)"
    assert rest[0] == "C-2: clear"
    assert rest[1].endswith("Veltani Maritime Trading LLC (table:border-watch:W-003)")
    assert rest[2].startswith("C-4: NOT SCREENED, ")
    assert len(rest) == 3


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        pytest.param(["Sablo Vintaskerre,1990-02-02"], 0, [], id="nobody"),
        pytest.param(["Talvik Quoren,1971-06-05"], 1, ["row 2: strong W-001, mostly "], id="somebody"),
        pytest.param(["N/A,1971-06-05"], 2, ["row 2: skipped, "], id="skipped"),
    ],
)
def test_a_file(place: Place, rows: list[str], code: int, said: list[str]) -> None:
    place.folder.joinpath("customers.csv").write_text("\n".join(["Full name,DOB", *rows]), "utf-8")
    done = place.run("screen_a_file.py", "customers.csv")
    assert done.returncode == code, done.stderr
    shown = [line for line in done.stdout.splitlines() if line.startswith("row ")]
    assert len(shown) == len(said)
    assert all(line.startswith(start) for line, start in zip(shown, said, strict=True))


def test_a_file_that_is_not_there(place: Place) -> None:
    done = place.run("screen_a_file.py", "missing.csv")
    assert done.returncode == 2
    assert "[input-unreadable]" in done.stderr


def test_entities_of_your_own(place: Place) -> None:
    done = place.run("entities_of_your_own.py")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("A-1 [('K-1', '")
    assert lines[1].startswith("A-2 [('K-3', '")
    assert lines[2] == "A-3 is not known"
    assert lines[3].startswith("K-1 and A-1: +")


def test_every_example_is_named_and_tested() -> None:
    scripts = {path.name for path in EXAMPLES.glob("*.py")}
    page, here = EXAMPLES.joinpath("README.md").read_text("utf-8"), Path(__file__).read_text("utf-8")
    assert scripts
    assert all(name in page and f'"{name}"' in here for name in scripts)
