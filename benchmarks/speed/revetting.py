"""python -m benchmarks.speed.revetting: what a new edition of a list costs, against screening everybody again.

Sizes are measured one after the other, each in a home of its own, and every step in a process of its own: "the run"
is what `namesake watch` repeats, the whole process besides starts Python and opens the database.
"""

import argparse
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import machine
from benchmarks.processes import PYTHON, finish
from benchmarks.speed import enrolled, revetting_published
from benchmarks.speed.asking import folder_of
from benchmarks.speed.lines import Line, table
from benchmarks.speed.revetting_sized import COMPARED, SIZES, Asked, measure

KEPT = Path(__file__).parent / "revetting.md"
_MODEL = "from namesake.scoring.model import shipped; print(shipped().hash)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep where asked."""
    given = _parser().parse_args(arguments)
    asked = Asked(given.sizes, given.entries, given.changed, given.repeats)
    loads = [os.getloadavg()[0]]
    lines = list(_printed(_lines(asked, folder_of(given.lists_folder))))
    loads.append(os.getloadavg()[0])
    if given.keep:
        KEPT.write_text(_markdown(asked, lines, loads), "utf-8")
    return 0


def _lines(asked: Asked, lists: Path | None) -> Iterator[Line]:
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="namesake-revetting-") as name:
            yield from measure(asked, size, Path(name))
    if lists:
        with tempfile.TemporaryDirectory(prefix="namesake-revetting-") as name:
            yield from revetting_published.measure(asked, lists, min(COMPARED, max(asked.sizes)), Path(name))


def _printed(lines: Iterable[Line]) -> Iterator[Line]:
    """Every line, printed as soon as it is there: the largest size takes a while."""
    for line in lines:
        print(table([line]).splitlines()[-1], flush=True)
        yield line


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.revetting", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="subjects, such as 10000,100000,1000000")
    parser.add_argument("--entries", type=int, default=enrolled.ENTRIES, help="of the list (default %(default)s)")
    parser.add_argument("--changed", type=int, default=enrolled.CHANGED, help="entries that change (%(default)s)")
    parser.add_argument("--repeats", type=int, default=3, help="runs of which the median counts (%(default)s)")
    parser.add_argument("--lists-folder", type=Path, help="publishers' files, to measure on them as well")
    parser.add_argument("--keep", action="store_true", help="keep the results (speed/revetting.md)")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(item) for item in text.split(","))


def _markdown(asked: Asked, lines: Sequence[Line], loads: Sequence[float]) -> str:
    pinned = [
        "# Re-vetting: speed, as last measured",
        "",
        "Written by `python -m benchmarks.speed.revetting --keep`; how to read it: [benchmarks](../README.md).",
        "",
        f"- date {datetime.now(UTC).date()}, model `{finish([PYTHON, '-c', _MODEL]).output.strip()[:16]}`",
        f"- machine: {machine.described()}; load {loads[0]:.1f} when it began and {loads[1]:.1f} when it ended",
        f"- {asked.changed:,} changes to a list of {asked.entries:,} invented entries; medians of {asked.repeats} runs",
    ]
    return "\n".join([*pinned, "", table(lines), ""])


if __name__ == "__main__":
    raise SystemExit(main())
