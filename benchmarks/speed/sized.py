"""One list of invented people of some size: building its index, looking names up, a stream of customers, a batch of
changed entries.

    python -m benchmarks.speed.sized COUNT [--queries N] [--innocents FILE] [--changed N]

A process of its own for each size, because its peak memory is a part of the answer.
"""

import argparse
import json
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.processes import PYTHON, finish
from benchmarks.speed.crowd import CUSTOMERS, Crowd, unseen
from benchmarks.speed.timing import percentile, took

QUERIES = 1000
STREAM = 2000
CHANGED = 500
BATCHES = (1, 10, 100, 1000, 10_000)


def run(count: int, *options: str) -> dict[str, Any]:
    """What `main` prints for one size, with the peak memory in MiB."""
    done = finish([PYTHON, "-m", "benchmarks.speed.sized", str(count), *options])
    found: dict[str, Any] = json.loads(done.output)
    return {**found, "peak": done.peak}


def innocents(path: Path | None) -> Iterator[str]:
    """Names of people who are on no list: those of a file of JSON Lines first, and then invented ones."""
    if path is not None:
        items = (json.loads(line) for line in path.read_text("utf-8").splitlines())
        yield from dict.fromkeys(item["name"] for item in items if item.get("schema", "Person") == "Person")
    number = 0
    crowd = Crowd(CUSTOMERS)
    while True:
        yield crowd.name(number)
        number += 1


def changed(count: int) -> list[dict[str, list[str]]]:
    """Changed entries: one in five has a second alias beside the first, so that 500 have 1,100 names."""
    crowd = Crowd("changed")
    names = iter(crowd.names(3 * count))
    return [{"name": [next(names)], "alias": [next(names) for _ in range(2 if number % 5 == 0 else 1)]}
            for number in range(count)]  # fmt: skip


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--stream", type=int, default=STREAM)
    parser.add_argument("--changed", type=int, default=CHANGED)
    parser.add_argument("--innocents", type=Path)
    parser.add_argument("--batches", action="store_true", help="also batches of growing size")
    asked = parser.parse_args()
    from benchmarks.speed.held import Written, found, hold

    held = hold(Written(Crowd().names(asked.count)))
    screen = partial(found, held.screening)
    half = asked.queries // 2
    strangers = list(islice(innocents(asked.innocents), max(asked.stream, half)))
    both = zip(unseen(Crowd().names(half)), unseen(iter(strangers[:half])), strict=False)
    lookups = [took(partial(screen, [{"name": [name]}])) for pair in both for name in pair]
    entries = changed(asked.changed)
    result: dict[str, object] = {
        "names": asked.count, "indexing": held.indexing, "reading": held.reading,
        "bytes": held.bytes_of_index / asked.count, "joined": held.bytes_of_arrays("join_") / asked.count,
        "median": percentile(lookups, 50), "p99": percentile(lookups, 99),
        "stream": took(partial(screen, [{"name": [name]} for name in strangers[: asked.stream]])),
        "streamed": len(strangers[: asked.stream]), "inverse": took(partial(screen, entries)),
        "probed": sum(len(names) for entry in entries for names in entry.values()),
    }  # fmt: skip
    if asked.batches:
        result["batches"] = [(size, *took(partial(screen, _batch(size)))) for size in BATCHES]
    print(json.dumps(result))


def _batch(size: int) -> list[dict[str, list[str]]]:
    """Customers whom no other batch has: a word that was looked up before would cost less."""
    return [{"name": [name]} for name in Crowd(f"batch {size}").names(size)]


if __name__ == "__main__":
    main()
