"""The scan that one would write instead: rapidfuzz over all listed names, a process of its own.

    python -m benchmarks.speed.scanning FOLDER [--every N]

Prints the seconds (clock, processor) for all rows. Reading files and importing are not counted.
"""

import argparse
import csv
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from benchmarks.speed.deck import CUSTOMERS, LISTED

CUTOFF = 85
_AT_ONCE = 100

Scan = Callable[[Sequence[str], Sequence[str]], None]


def extract(rows: Sequence[str], listed: Sequence[str]) -> None:
    """The usual loop: the best five of every row."""
    for row in rows:
        process.extract(row, listed, scorer=fuzz.token_sort_ratio, processor=None, limit=5)


def all_pairs(rows: Sequence[str], listed: Sequence[str]) -> None:
    """The same scorer over all pairs in C++, on one processor, and only scores above the cut-off."""
    for at in range(0, len(rows), _AT_ONCE):
        process.cdist(
            rows[at : at + _AT_ONCE], listed, scorer=fuzz.token_sort_ratio, score_cutoff=CUTOFF, processor=None
        )


def all_pairs_sorted(rows: Sequence[str], listed: Sequence[str]) -> None:
    """The strictest: words are sorted once beforehand, which `token_sort_ratio` does again for every pair."""
    ours, theirs = [_sorted(row) for row in rows], [_sorted(name) for name in listed]
    for at in range(0, len(ours), _AT_ONCE):
        process.cdist(ours[at : at + _AT_ONCE], theirs, scorer=fuzz.ratio, score_cutoff=CUTOFF, processor=None)


def _sorted(name: str) -> str:
    return " ".join(sorted(name.split()))


def timed(scan: Scan, rows: Sequence[str], listed: Sequence[str]) -> tuple[float, float]:
    """Seconds of a scan, by clock and by processor."""
    clock, processor = time.perf_counter(), time.process_time()
    scan(rows, listed)
    return time.perf_counter() - clock, time.process_time() - processor


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="scan every N-th row only in the slow form, times N")
    asked = parser.parse_args()
    with (asked.folder / CUSTOMERS).open(encoding="utf-8", newline="") as stream:
        given = [row["Full name"] for row in csv.DictReader(stream)]
    names = json.loads((asked.folder / LISTED).read_text("utf-8"))
    clock, processor = time.perf_counter(), time.process_time()
    rows = [utils.default_process(name) for name in given]
    listed = [utils.default_process(name) for name in names]
    folding = (time.perf_counter() - clock, time.process_time() - processor)
    some = rows[:: asked.every]
    loop = [seconds * len(rows) / len(some) for seconds in timed(extract, some, listed)]
    found = {"extract": loop, "cdist": timed(all_pairs, rows, listed), "sorted": timed(all_pairs_sorted, rows, listed)}
    print(json.dumps({name: [a + b for a, b in zip(folding, took, strict=True)] for name, took in found.items()}))


if __name__ == "__main__":
    main()
