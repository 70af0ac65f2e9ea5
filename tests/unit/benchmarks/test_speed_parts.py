"""What the speed benchmark is made of: the same people at every run, plots that hold every point, honest options."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


def _python(code: str, *arguments: str) -> Any:  # noqa: ANN401 - JSON is whatever was printed
    """What a piece of code prints as JSON; `benchmarks` is not importable from here."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_crowd_is_the_same_at_every_run_and_at_every_size() -> None:
    code = (
        "import json; from benchmarks.speed.crowd import CUSTOMERS, Crowd, unseen; few = list(Crowd().names(300));"
        "print(json.dumps([few, list(Crowd().names(200)), list(Crowd(CUSTOMERS).names(300)),"
        "list(unseen(iter(few)))]))"
    )
    first, again = _python(code), _python(code)
    few, fewer, others, spelt = first
    assert first == again
    assert few[:200] == fewer
    assert len(set(few)) > 290
    assert len(set(few) & set(others)) < 10
    assert sum(a == b for a, b in zip(few, spelt, strict=True)) < 3  # two letters that are the same change nothing


def test_changed_entries_have_as_many_names_as_they_say() -> None:
    code = "import json; from benchmarks.speed.sized import changed; print(json.dumps(changed(500)))"
    entries = _python(code)
    assert len(entries) == 500
    assert sum(len(names) for entry in entries for names in entry.values()) == 1100


def test_innocents_of_a_file_come_first_and_once_and_are_people(tmp_path: Path) -> None:
    rows = [
        {"name": "Zebulon Quartermaine", "schema": "Person"},
        {"name": "Fairweather Ltd", "schema": "Company"},
        {"name": "Zebulon Quartermaine", "schema": "Person"},
        {"name": "Ottoline Bligh"},
    ]
    path = tmp_path / "innocents.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code = (
        "import json, sys; from itertools import islice; from pathlib import Path;"
        "from benchmarks.speed.sized import innocents; print(json.dumps(list(islice(innocents(Path(sys.argv[1])), 4))))"
    )
    found = _python(code, str(path))
    assert found[:2] == ["Zebulon Quartermaine", "Ottoline Bligh"]
    assert len(set(found)) == 4


def test_points_are_kept_as_a_table_and_as_plots(tmp_path: Path) -> None:
    code = (
        "import json, sys; from pathlib import Path; from benchmarks.speed.scaling import keep; f = Path(sys.argv[1]);"
        "keep([(c, n, v, n / 50, n / 100, 'ms') for n in (10, 1000) for c, v in (('list', 'lookup median'),"
        "('list', 'lookup p99'), ('list', 'stream'), ('batch', 'batch'))], f / 'curves.csv', f); print('{}')"
    )
    _python(code, str(tmp_path))
    with (tmp_path / "curves.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["size"] for row in rows if row["curve"] == "batch"] == ["10", "1000"]
    by_list = (tmp_path / "cost-by-list-size.svg").read_text("utf-8")
    assert by_list.count("<circle") == 6
    assert (tmp_path / "cost-by-batch-size.svg").read_text("utf-8").count("<circle") == 2


def test_points_of_a_plot_lie_where_they_should() -> None:
    code = (
        "import json; from benchmarks.speed.plots import plot;"
        "print(json.dumps(plot('a < b', ('x', 'y'), {'one': [(1, 1), (10, 10), (100, 100)]})))"
    )
    svg: str = _python(code)
    assert "a &lt; b" in svg
    points = next(part for part in svg.split('"') if part.count(",") == 3 and part.count(" ") == 2)
    (x1, y1), (x2, y2), (x3, y3) = (tuple(map(float, point.split(","))) for point in points.split())
    assert x2 - x1 == pytest.approx(x3 - x2)
    assert y1 - y2 == pytest.approx(y2 - y3)
    assert y3 < y1


@pytest.mark.parametrize("sizes", ["", "0", "10,x"], ids=["none", "zero", "no number"])
def test_sizes_that_are_none_are_refused(sizes: str) -> None:
    command = [sys.executable, "-m", "benchmarks.speed", "--sizes", sizes]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 2
    assert "--sizes" in done.stderr


def test_the_interpreted_kernels_are_interpreted_and_find_the_same() -> None:
    done = [
        subprocess.run(
            [sys.executable, "-m", "benchmarks.speed.kernel", *given],
            cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=True,
        )
        for given in ([], ["--interpreted"])
    ]  # fmt: skip
    one, other = (json.loads(each.stdout) for each in done)
    assert not other["compiled"]
    assert one["hash"] == other["hash"]
    assert one["found"] > 0


def test_a_peer_that_is_not_installed_is_said_and_stops_nothing(tmp_path: Path) -> None:
    code = (
        "import json, sys; from pathlib import Path; from benchmarks.speed import peers;"
        "lines = list(peers.measure(Path(sys.executable), Path(sys.argv[1]), 1, (50, 5)));"
        "print(json.dumps([[line.what, line.clock, line.note] for line in lines]))"
    )
    lines = {what: (clock, note) for what, clock, note in _python(code, str(tmp_path))}
    clock, note = lines["namesake / nomenklatura"]
    assert clock is None
    assert "not measured" in note
    assert lines["namesake: customers"][0] > 0
