"""python -m benchmarks.speed: every measurement in one run, as a table and as JSON."""

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.processes import PYTHON, finish
from benchmarks.speed import home, kernel, looking, screening, startup
from benchmarks.speed.lines import Line, table

_MODEL = "from namesake.scoring.model import shipped; print(shipped().hash)"
KEPT = Path(__file__).parent / "results.md"
PARTS = ("startup", "kernel", "lookup", "screen")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured, and on what."""

    lists: Path | None
    rows: int
    repeats: int
    every: int
    only: Sequence[str]
    deck: Sequence[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write the results where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument(
        "--lists-folder", type=Path, help="publishers' files (else NAMESAKE_TEST_LISTS, else the sample)"
    )
    parser.add_argument("--sample", action="store_true", help="the bundled sample list, whatever else is there")
    parser.add_argument("--rows", type=int, default=10_000, help="customers to screen (default %(default)s)")
    parser.add_argument("--repeats", type=int, default=3, help="runs of which the median counts (default %(default)s)")
    parser.add_argument("--scan-every", type=int, default=20, help="the slow scan takes every N-th row, times N")
    parser.add_argument("--only", action="append", choices=PARTS, help="some measurements only")
    parser.add_argument("--innocents", type=Path, help='JSON Lines with "name" and "schema", instead of invented names')
    parser.add_argument("--untyped", action="store_true", help="leave out the column that says person or company")
    parser.add_argument("--out", type=Path, help="write the results as JSON")
    parser.add_argument("--keep", action="store_true", help="keep the table as the last results (speed/results.md)")
    given = parser.parse_args(arguments)
    deck = [*(["--innocents", str(given.innocents.resolve())] if given.innocents else [])]
    deck += ["--untyped"] if given.untyped else []
    lists = None if given.sample else _folder(given.lists_folder)
    asked = Asked(lists, given.rows, given.repeats, given.scan_every, given.only or PARTS, deck)
    found = run(asked)
    print(text := _markdown(found))
    if given.out:
        given.out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    if given.keep:
        KEPT.write_text(text, "utf-8")
    return 0


def run(asked: Asked) -> dict[str, Any]:
    """The results, and what they were measured on."""
    with tempfile.TemporaryDirectory(prefix="namesake-speed-") as name:
        folder = Path(name)
        (folder / "deck").mkdir()
        said = home.fill(folder / "home", asked.lists)
        make = ["-m", "benchmarks.speed.deck", str(folder / "home"), str(folder / "deck"), str(asked.rows), *asked.deck]
        names = json.loads(finish([PYTHON, *make]).output)["names"]
        lines = list(_lines(asked, folder))
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "model": finish([PYTHON, "-c", _MODEL]).output.strip(),
        "machine": machine.described(),
        "lists": f"{said}: {names:,} names",
        "rows": asked.rows,
        "repeats": asked.repeats,
        "load": round(os.getloadavg()[0], 1),
        "results": [asdict(line) for line in lines],
    }


def _lines(asked: Asked, folder: Path) -> Iterator[Line]:
    kept, deck = folder / "home", folder / "deck"
    if "startup" in asked.only:
        yield from startup.measure(max(11, asked.repeats))
    if "kernel" in asked.only:
        yield from kernel.measure(asked.repeats)
    if "lookup" in asked.only:
        yield from looking.measure(kept, deck, asked.repeats)
    if "screen" in asked.only:
        shutil.rmtree(kept / "indexes", ignore_errors=True)
        task = screening.Task(kept, deck, asked.rows, asked.repeats, asked.every)
        screening.screened(task, "1")  # builds the index, which is measured by itself
        yield from screening.measure(task)


def _markdown(found: dict[str, Any]) -> str:
    pinned = [
        "# Speed, as last measured",
        "",
        "Written by `python -m benchmarks.speed --keep`; how to read it: [benchmarks](../README.md).",
        "",
        f"- date {found['date']}, model `{found['model'][:16]}`",
        f"- machine: {found['machine']}; load {found['load']} while measuring",
        f"- lists: {found['lists']}",
        f"- {found['rows']:,} customers; medians of {found['repeats']} runs",
    ]
    lines = [Line(**line) for line in found["results"]]
    return "\n".join([*pinned, "", table(lines), ""])


def _folder(given: Path | None) -> Path | None:
    named = given or os.environ.get("NAMESAKE_TEST_LISTS")
    return Path(named).resolve() if named else None


if __name__ == "__main__":
    raise SystemExit(main())
