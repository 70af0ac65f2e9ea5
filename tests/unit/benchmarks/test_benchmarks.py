"""The benchmarks run in their small form, and are honest: what is not accounted for is no measurement."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
ROWS = 200

_PAIRS = """
import argparse, importlib, json, sys
parser = argparse.ArgumentParser()
for name in ("--scorer", "--threshold", "--out", "--scores"):
    parser.add_argument(name)
asked = parser.parse_args()
sys.path.insert(0, ".")
module, name = asked.scorer.split(":")
score = getattr(importlib.import_module(module), name)
rows = [json.loads(line) for line in open(__file__.replace("pairs_bench.py", "cases/invented.dev.jsonl"))]
scores = [score(row["left"], row["right"], row["schema"]) for row in rows]
with open(asked.scores + ".ours.jsonl", "w") as out:
    out.writelines(json.dumps({"id": row["id"], "score": s}) + "\\n" for row, s in zip(rows, scores))
found = {"n": len(rows), "pos": 2, "default": {"p": 1.0, "r": 1.0, "f1": 1.0}, "ap": 1.0}
json.dump({asked.scorer: {"sets": {"invented.dev": found}}}, open(asked.out, "w"))
"""

_NAMES = [
    ("Zebulon Quartermaine", "Quartermaine, Zebulon", True),
    ("Ottoline Fairweather-Bligh", "Otoline Fairweather Bligh", True),
    ("Zebulon Quartermaine", "Marguerite Ashdown", False),
    ("Ottoline Fairweather-Bligh", "Kenneth Oakes", False),
]


def _run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False)


@pytest.fixture(scope="module")
def speed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("speed") / "speed.json"
    done = _run("benchmarks.speed", "--sample", "--quick", "--out", str(out))
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def test_every_measurement_is_there_and_every_row_accounted_for(speed: dict[str, Any]) -> None:
    lines = {line["what"]: line for line in speed["results"]}
    assert f"{ROWS} rows, every one accounted for" in lines["screen, one process"]["note"]
    for what in ("start-up: namesake --help", "warm lookup, median", "screen, as it comes"):
        assert lines[what]["clock"] > 0
    assert "kernel: interpreted / compiled" in lines
    assert any(what.startswith("screen / ") for what in lines)  # a ratio, or why there is none
    for what in ("pairs from raw records", "stream against 200 names", "command to first answer"):
        assert lines[what]["clock"] > 0
    assert lines["namesake / peers"]["note"].startswith("not measured")


def test_results_say_what_they_were_measured_on_and_no_path_or_name_of_the_machine(speed: dict[str, Any]) -> None:
    assert speed["lists"].startswith("table@starter of ")
    assert len(speed["model"]) == 64
    assert speed["rows"] == ROWS
    assert not any(word in json.dumps(speed) for word in (str(ROOT), str(Path.home()) + "/", sys.prefix))


@pytest.mark.parametrize(
    ("summary", "ids"),
    [
        pytest.param(
            {"rows": 3, "clear": 3, "review": 0, "strong": 0, "skipped": 0}, "1 2", id="missing in the results"
        ),
        pytest.param(
            {"rows": 2, "clear": 2, "review": 0, "strong": 0, "skipped": 0}, "1 2 3", id="missing in the summary"
        ),
        pytest.param({"rows": 3, "clear": 2, "review": 0, "strong": 0, "skipped": 0}, "1 2 3", id="in no band"),
    ],
)
def test_a_lost_row_ends_the_measurement(summary: dict[str, int], ids: str, tmp_path: Path) -> None:
    results = tmp_path / "results.csv"
    with results.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["Customer no"], *([number] for number in ids.split())])
    code = (
        "import sys, json; from pathlib import Path; from benchmarks.speed.screening import check;"
        "check(json.loads(sys.argv[1]), Path(sys.argv[2]), 3)"
    )
    command = [sys.executable, "-c", code, json.dumps(summary), str(results)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert "BenchmarkFailedError: 3 rows, but" in done.stderr


def test_quality_in_its_small_form(tmp_path: Path) -> None:
    bench = tmp_path / "bench"
    (bench / "cases").mkdir(parents=True)
    (bench / "retrieval").mkdir()
    (bench / "pairs_bench.py").write_text(_PAIRS, "utf-8")
    (bench / "retrieval_bench.py").write_text("", "utf-8")
    (bench / "retrieval/queries.jsonl").write_text("", "utf-8")
    pairs = [
        {"id": str(n), "group": left, "schema": "Person", "left": {"name": [left]}, "right": {"name": [right]},
         "label": label, "category": "invented"}
        for n, (left, right, label) in enumerate(_NAMES)
    ]  # fmt: skip
    (bench / "cases/invented.dev.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs), "utf-8")
    done = _run("benchmarks.quality", "--bench", str(bench), "--out", str(tmp_path), "--pairs-only")
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "results.json").read_text("utf-8"))["pairs"]
    assert found["sets"]["invented.dev"]["ap"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert "invented.dev" in (tmp_path / "results.md").read_text("utf-8")


def test_quality_without_a_harness_says_what_is_missing(tmp_path: Path) -> None:
    done = _run("benchmarks.quality", "--bench", str(tmp_path))
    assert done.returncode == 2
    assert "pairs_bench.py" in done.stderr
