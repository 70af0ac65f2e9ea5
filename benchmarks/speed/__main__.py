"""python -m benchmarks.speed: every measurement in one run, as a table and as JSON."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.processes import PYTHON, finish
from benchmarks.speed import arriving, home, kernel, looking, pairing, peers, scaling, screening, startup
from benchmarks.speed.asking import COMMAND_NAMES, Asked, asked, parser
from benchmarks.speed.lines import Line, table

_MODEL = "from namesake.scoring.model import shipped; print(shipped().hash)"
_BATCHES_AT = 25_000
KEPT = Path(__file__).parent / "results.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write the results where asked."""
    given = parser(__doc__ or "").parse_args(arguments)
    found, rows = run(asked(given))
    print(text := _markdown(found))
    if given.out:
        given.out.write_text(_json(found), "utf-8")
    if given.keep:
        KEPT.write_text(text, "utf-8")
        KEPT.with_suffix(".json").write_text(_json(found), "utf-8")
        if rows:
            scaling.keep(rows)
    return 0


def run(wanted: Asked) -> tuple[dict[str, Any], list[scaling.Row]]:
    """The results, what they were measured on, and the points of the curves."""
    rows: list[scaling.Row] = []
    with tempfile.TemporaryDirectory(prefix="namesake-speed-") as name:
        folder = Path(name)
        said = _deck(wanted, folder)
        loads = [os.getloadavg()[0]]
        lines = list(_lines(wanted, folder, rows))
        loads.append(os.getloadavg()[0])
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "model": finish([PYTHON, "-c", _MODEL]).output.strip(),
        "machine": machine.described(),
        "lists": said,
        "rows": wanted.rows,
        "repeats": wanted.repeats,
        "load": [round(load, 1) for load in loads],
        "results": [asdict(line) for line in lines],
    }, rows


def _deck(wanted: Asked, folder: Path) -> str:
    """Fill a home and make customers where a part needs them; says against which lists."""
    if not {"lookup", "screen"} & set(wanted.only):
        return f"none: invented people only{', and customers of a file' if wanted.innocents else ''}"
    (folder / "deck").mkdir()
    said = home.fill(folder / "home", wanted.lists)
    make = ["-m", "benchmarks.speed.deck", str(folder / "home"), str(folder / "deck"), str(wanted.rows), *wanted.deck]
    names = json.loads(finish([PYTHON, *make]).output)["names"]
    return f"{said}: {names:,} names"


def _lines(wanted: Asked, folder: Path, rows: list[scaling.Row]) -> Iterator[Line]:
    if "startup" in wanted.only:
        yield from startup.measure(max(11, wanted.repeats))
    if "kernel" in wanted.only:
        yield from kernel.measure(wanted.repeats)
    if "pairs" in wanted.only:
        yield from pairing.measure(wanted.repeats, 200 if wanted.few else pairing.PAIRS)
    if "sizes" in wanted.only:
        batches_at = max((size for size in wanted.sizes if size <= _BATCHES_AT), default=0)
        lines, found = scaling.measure(wanted.sizes, wanted.sized, 0 if wanted.few else batches_at)
        rows += found
        yield from lines
    if "command" in wanted.only:
        yield from arriving.measure(folder / "own", 200 if wanted.few else COMMAND_NAMES, max(3, wanted.repeats))
    yield from _published(wanted, folder)
    if "peers" in wanted.only:
        yield from _peers(wanted, folder)


def _published(wanted: Asked, folder: Path) -> Iterator[Line]:
    """What is measured on published lists."""
    kept, deck = folder / "home", folder / "deck"
    if "lookup" in wanted.only:
        yield from looking.measure(kept, deck, wanted.repeats)
    if "screen" in wanted.only:
        shutil.rmtree(kept / "indexes", ignore_errors=True)
        task = screening.Task(kept, deck, wanted.rows, wanted.repeats, wanted.every)
        screening.screened(task, "1")  # builds the index, which is measured by itself
        yield from screening.measure(task)


def _peers(wanted: Asked, folder: Path) -> Iterator[Line]:
    if wanted.peers is None:
        yield Line("namesake / peers", None, None, "x", "not measured: no --peer-python was given")
        return
    sizes = (300, 20) if wanted.few else (peers.LISTED, peers.ASKED)
    yield from peers.measure(wanted.peers, folder, wanted.repeats, sizes)


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, indent=1) + "\n"


def _markdown(found: dict[str, Any]) -> str:
    before, after = found["load"]
    pinned = [
        "# Speed, as last measured",
        "",
        "Written by `python -m benchmarks.speed --keep`; how to read it: [benchmarks](../README.md).",
        "",
        f"- date {found['date']}, model `{found['model'][:16]}`",
        f"- machine: {found['machine']}; load {before} when it began and {after} when it ended",
        f"- lists: {found['lists']}",
        f"- {found['rows']:,} customers; medians of {found['repeats']} runs",
    ]
    lines = [Line(**line) for line in found["results"]]
    return "\n".join([*pinned, "", table(lines), ""])


if __name__ == "__main__":
    raise SystemExit(main())
