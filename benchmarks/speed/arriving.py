"""From typing a command to its answer: `namesake lookup` against a list of one's own, everything on a warm disk."""

import csv
from pathlib import Path

from benchmarks.processes import Finished, finish, namesake
from benchmarks.speed.crowd import Crowd
from benchmarks.speed.lines import Line, seconds

_MAPPING = """
[list]
id = "crowd"
title = "Invented people"
owner = "The benchmark"
source = "Invented for a measurement"
legal_basis = "none is needed"
schema = "Person"
dated = 2026-01-01

[columns]
id = "Id"
name = "Name"
"""


def measure(folder: Path, count: int, repeats: int) -> list[Line]:
    """The whole process of a lookup, against a list of so many people; the index is there, but for the first time."""
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "home"
    _add(folder, home, count)
    built = _lookup(home)
    done = [_lookup(home) for _ in range(repeats)]
    times = [(each.clock, each.processor) for each in done]
    note = f"{count:,} names, the whole process"
    return [
        seconds("command to first answer", times, note),
        seconds("the same, index built", [(built.clock, built.processor)], note),
        Line("command to first answer: peak memory", max(each.peak for each in done), None, "MiB", note),
    ]


def _add(folder: Path, home: Path, count: int) -> None:
    with (folder / "crowd.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Id", "Name"])
        writer.writerows(enumerate(Crowd().names(count), 1))
    (folder / "crowd.toml").write_text(_MAPPING, "utf-8")
    finish([namesake(), "--home", str(home), "lists", "add", "table", *map(str, sorted(folder.glob("crowd.*")))])


def _lookup(home: Path) -> Finished:
    return finish([namesake(), "--home", str(home), "lookup", "Zebulon Quartermaine", "--format", "json"], (0, 1))
