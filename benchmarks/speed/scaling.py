"""Cost against the size of the list, and against the size of a batch: lines of the table, a CSV file and two plots."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT
from benchmarks.speed import sized
from benchmarks.speed.lines import Line, seconds
from benchmarks.speed.plots import plot

CURVES = Path(__file__).parent / "curves.csv"
PLOTS = ROOT / "docs/explanation"
COLUMNS = ("curve", "size", "value", "clock", "processor", "unit")

Row = tuple[str, int, str, float, float, str]


def measure(sizes: Sequence[int], options: Sequence[str], batches_at: int) -> tuple[list[Line], list[Row]]:
    """Every size in a process of its own, the smallest first; batches are screened against one of the sizes."""
    lines: list[Line] = []
    rows: list[Row] = []
    for size in sorted(sizes):
        found = sized.run(size, *options, *(["--batches"] if size == batches_at else []))
        lines += _lines(found)
        rows += _rows(found)
    return lines, rows


def _lines(found: dict[str, Any]) -> list[Line]:
    of = f"{found['names']:,} names"
    clock, processor = (found["streamed"] / seconds_ for seconds_ in found["stream"])
    return [
        _ms(f"lookup among {of}, median", found["median"], "every word unseen"),
        _ms(f"lookup among {of}, 99th of 100", found["p99"], "every word unseen"),
        Line(f"stream against {of}", clock, processor, "/s", f"{found['streamed']:,} distinct names, one process"),
        seconds(f"changed entries probed in {of}", [tuple(found["inverse"])], f"{found['probed']:,} names"),
        seconds(f"index over {of}, from records", [tuple(found["indexing"])]),
        seconds(f"index over {of}: reading alone", [tuple(found["reading"])], "records read as entities, again"),
        Line(f"index over {of}: bytes a name", found["bytes"], None, "B"),
        Line(f"index over {of}: of these, joins", found["joined"], None, "B", "neighbouring words written as one"),
        Line(f"index over {of}: peak memory", found["peak"], None, "MiB", "building and look-ups, one process"),
    ]


def _ms(what: str, took: Sequence[float], note: str) -> Line:
    return Line(what, 1000 * took[0], 1000 * took[1], "ms", note)


def _sum(found: dict[str, Any], *steps: str) -> tuple[float, float]:
    return sum(found[step][0] for step in steps), sum(found[step][1] for step in steps)


def _rows(found: dict[str, Any]) -> list[Row]:
    size = found["names"]
    built = found["indexing"]
    per_name = [1000 * each / found["streamed"] for each in found["stream"]]
    rows: list[Row] = [
        ("list", size, "lookup median", *(1000 * each for each in found["median"]), "ms"),
        ("list", size, "lookup p99", *(1000 * each for each in found["p99"]), "ms"),
        ("list", size, "stream", *per_name, "ms a name"),
        ("list", size, "index", *(1e6 * each / size for each in built), "us a name"),
    ]
    rows += [("batch", n, "batch", 1000 * c / n, 1000 * p / n, "ms a name") for n, c, p in found.get("batches", ())]
    return rows


def keep(rows: Sequence[Row], table: Path = CURVES, plots: Path = PLOTS) -> None:
    """Write the values and the plots of them, by processor time."""
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*row[:3], f"{row[3]:.4g}", f"{row[4]:.4g}", row[5]) for row in rows)
    curves = {name: _curve(rows, "list", name) for name in ("lookup median", "lookup p99", "stream")}
    svg = plot("Milliseconds a name, by the size of the list", ("names on the list", "ms"), curves)
    (plots / "cost-by-list-size.svg").write_text(svg, "utf-8")
    if batch := _curve(rows, "batch", "batch"):
        svg = plot("Milliseconds a name, by the size of the batch", ("names in the batch", "ms"), {"batch": batch})
        (plots / "cost-by-batch-size.svg").write_text(svg, "utf-8")


def _curve(rows: Sequence[Row], curve: str, value: str) -> list[tuple[float, float]]:
    return [(row[1], row[4]) for row in rows if row[0] == curve and row[2] == value]
