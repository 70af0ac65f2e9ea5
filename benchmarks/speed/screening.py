"""Screening a file: the product's whole process against a rapidfuzz scan of the same names."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import PYTHON, BenchmarkFailedError, Finished, finish, namesake, rapidfuzz_installed
from benchmarks.speed.deck import CUSTOMERS, UNTYPED
from benchmarks.speed.lines import Line, ratio, seconds, uncompared

_SCANS = {
    "extract": "rapidfuzz process.extract, token_sort_ratio, row by row",
    "cdist": "rapidfuzz cdist, token_sort_ratio, cut-off 85",
    "sorted": "rapidfuzz cdist, ratio of words sorted beforehand, cut-off 85",
}
_CLEAR_OR_MATCHES = (0, 1)


@dataclass(frozen=True, slots=True)
class Task:
    """What is screened: a home, the folder of the deck, its rows, and how often everything is measured."""

    home: Path
    folder: Path
    rows: int
    repeats: int
    every: int


def measure(task: Task) -> list[Line]:
    """The ratios to three scans, the seconds behind them, and the product's peak memory."""
    one, all_, untyped, scans = [], [], [], []
    for _ in range(task.repeats):
        one.append(screened(task, "1"))
        all_.append(screened(task, None))
        untyped.append(screened(task, "1", UNTYPED))
        scans += [scan(task)] if rapidfuzz_installed() else []
    return [
        *_compared(task, one, all_, scans),
        seconds("screen, one process", _times(one), f"{task.rows:,} rows, every one accounted for"),
        seconds("screen, one process, types not said", _times(untyped), "each row looked up as a person and as a firm"),
        seconds("screen, as it comes", _times(all_), f"{task.rows:,} rows, every one accounted for"),
        Line("screen: peak memory, one process", max(done.peak for done in one), None, "MiB"),
        Line("screen: peak memory, as it comes", max(done.peak for done in all_), None, "MiB", "its largest process"),
    ]


def screened(task: Task, workers: str | None, customers: str = CUSTOMERS) -> Finished:
    """One whole `namesake screen`. Raises `BenchmarkFailedError` where a row is not accounted for."""
    out = task.folder / "results.csv"
    asked = ["screen", str(task.folder / customers), "--out", str(out), "--format", "json", "--allow-skipped"]
    some = ["--workers", workers] if workers else []
    done = finish([namesake(), "--home", str(task.home), *asked, *some], _CLEAR_OR_MATCHES)
    if not done.output.startswith("{"):  # a crash ends with 1 as well, which means matches to review
        raise BenchmarkFailedError(f"namesake screen printed no summary: {done.errors}")
    check(json.loads(done.output)["summary"], out, task.rows)
    return done


def check(summary: dict[str, int], out: Path, rows: int) -> None:
    """Every row is in the summary and in the results, or the measurement is worth nothing."""
    with out.open(encoding="utf-8-sig", newline="") as stream:
        there = {row["Customer no"] for row in csv.DictReader(stream)}
    counted = summary["clear"] + summary["review"] + summary["strong"] + summary["skipped"]
    if not rows == summary["rows"] == counted == len(there):
        raise BenchmarkFailedError(f"{rows} rows, but {counted} in the summary and {len(there)} in the results")


def scan(task: Task) -> dict[str, tuple[float, float]]:
    """The seconds of all three scans, one process."""
    done = finish([PYTHON, "-m", "benchmarks.speed.scanning", str(task.folder), "--every", str(task.every)])
    return {name: (clock, processor) for name, (clock, processor) in json.loads(done.output).items()}


def _compared(
    task: Task, one: list[Finished], all_: list[Finished], scans: list[dict[str, tuple[float, float]]]
) -> Iterator[Line]:
    if not scans:
        yield uncompared("screen / scan")
        return
    for name, said in _SCANS.items():
        base = [found[name] for found in scans]
        yield ratio(f"screen / {name}, one process", _times(one), base, said)
        yield ratio(f"screen / {name}, as it comes", _times(all_), base, "all processors against one")
        yield seconds(f"scan: {name}", base, _counted(task, name))


def _times(done: list[Finished]) -> list[tuple[float, float]]:
    return [(each.clock, each.processor) for each in done]


def _counted(task: Task, name: str) -> str:
    sampled = name == "extract" and task.every > 1
    return f"one processor; every {task.every}th row, times {task.every}" if sampled else "one processor"
