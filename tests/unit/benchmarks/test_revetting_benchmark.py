"""The benchmark of re-vetting: editions that differ by as many entries as they say, and every step measured."""

import csv
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def rows(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {row[0]: row for row in csv.reader(stream)}


def test_each_edition_keeps_what_the_one_before_changed(tmp_path: Path) -> None:
    from benchmarks.speed import enrolled

    first, second, third = (
        rows(enrolled.edition(tmp_path, number, 300, touched)[0]) for number, touched in enumerate((0, 40, 50), 1)
    )
    assert len(first) == len(second) == len(third) == 301
    for before, after, new, amended in ((first, second, 20, 20), (second, third, 5, 5)):
        same = before.keys() & after.keys()
        assert len(after.keys() - before.keys()) == new
        assert sum(before[key] != after[key] for key in same) == amended


def test_people_are_the_same_at_every_run_and_may_be_renamed(tmp_path: Path) -> None:
    from benchmarks.speed import enrolled

    few = rows(enrolled.people(tmp_path / "a.csv", range(50)))
    others = rows(enrolled.people(tmp_path / "b.csv", range(0, 50, 10), renamed=True))
    assert rows(enrolled.people(tmp_path / "c.csv", range(50))) == few
    for key in others.keys() - {"Id"}:
        assert others[key][1] != few[key][1]
        assert others[key][2:] == few[key][2:]


def test_every_step_is_measured() -> None:
    options = ["--sizes", "200", "--entries", "200", "--changed", "10", "--repeats", "1"]
    command = [sys.executable, "-m", "benchmarks.speed.revetting", *options]
    environ = {name: value for name, value in os.environ.items() if name != "NAMESAKE_TEST_LISTS"}
    done = subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    for what in (
        "first run over 200 subjects",
        "re-vet / screen again, 200 subjects",
        "index of subjects: up to date / anew",
        "re-vet, 2 of 200 subjects changed",
        "peak memory of re-vet, 200 subjects",
    ):
        assert f"| {what} |" in done.stdout
