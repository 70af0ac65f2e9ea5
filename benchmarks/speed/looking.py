"""Opening an index and looking names up, against a rapidfuzz scan for one name.

    python -m benchmarks.speed.looking HOME FOLDER [--names N]

A process that opens the home (the index is built where there is none), screens names one by one, and prints seconds.
"""

import argparse
import csv
import json
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.processes import PYTHON, finish, rapidfuzz_installed
from benchmarks.speed.deck import CUSTOMERS, LISTED
from benchmarks.speed.lines import Line, seconds, uncompared
from benchmarks.speed.timing import Took, took

NAMES = 500
SCANNED = 20


def measure(home: Path, folder: Path, repeats: int) -> list[Line]:
    """Building, opening, the first and later lookups; the index of the home is built anew."""
    built = []
    for _ in range(repeats):
        shutil.rmtree(home / "indexes", ignore_errors=True)
        built.append(_run(home, folder, 1))
    warm = [_run(home, folder, NAMES) for _ in range(repeats)]
    return [
        seconds("first opening, index built", [each["opening"] for each in built], "reads the kept lists"),
        seconds("opening, index there", [each["opening"] for each in warm]),
        seconds("first lookup after opening", [each["first"] for each in warm]),
        _line("warm lookup, median", [each["median"] for each in warm], 1000, "ms"),
        _line("warm lookup, 99th of 100", [each["p99"] for each in warm], 1000, "ms"),
        _compared(warm),
        Line("lookup: peak memory", max(each["peak"] for each in warm), None, "MiB", "opening and scan included"),
    ]


def _line(what: str, values: list[Took], factor: float, unit: str, note: str = "") -> Line:
    clock, processor = (median(value[side] for value in values) for side in (0, 1))
    return Line(what, factor * clock, factor * processor, unit, note)


def _compared(warm: list[dict[str, Any]]) -> Line:
    what = "warm lookup / rapidfuzz extract"
    if not rapidfuzz_installed():
        return uncompared(what)
    return _line(what, [each["ratio"] for each in warm], 1, "x", "medians of one name")


def _run(home: Path, folder: Path, names: int) -> dict[str, Any]:
    done = finish([PYTHON, "-m", "benchmarks.speed.looking", str(home), str(folder), "--names", str(names)])
    found: dict[str, Any] = json.loads(done.output)
    return {**found, "peak": done.peak}


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--names", type=int, default=NAMES)
    asked = parser.parse_args()
    with (asked.folder / CUSTOMERS).open(encoding="utf-8", newline="") as stream:
        names = [row["Full name"] for row in csv.DictReader(stream)][: asked.names]
    from namesake import Screener

    opened: list[Screener] = []
    found: dict[str, object] = {"opening": took(lambda: opened.append(Screener.open(asked.home)))}
    found["first"], *warm = [took(partial(opened[0].screen, {"name": name, "schema": "Person"})) for name in names]
    if warm:
        found["median"] = _each(median, warm)
        found["p99"] = _each(lambda values: quantiles(values, n=100)[98], warm)
    if warm and rapidfuzz_installed():
        base = _scan(names[:SCANNED], json.loads((asked.folder / LISTED).read_text("utf-8")))
        found["ratio"] = [ours / theirs for ours, theirs in zip(_each(median, warm), _each(median, base), strict=True)]
    print(json.dumps(found))


def _each(of: Callable[[list[float]], float], times: Sequence[Took]) -> Took:
    return of([clock for clock, _ in times]), of([processor for _, processor in times])


def _scan(names: Sequence[str], listed: Sequence[str]) -> list[Took]:
    from rapidfuzz import fuzz, process, utils

    folded = [utils.default_process(name) for name in listed]
    best = partial(process.extract, choices=folded, scorer=fuzz.token_sort_ratio, processor=None, limit=5)
    return [took(partial(best, utils.default_process(name))) for name in names]


if __name__ == "__main__":
    main()
