"""The same customers against the same list: others as they would be used, and Namesake, in one run.

    python -m benchmarks.speed.peers NAMES.json

As a process of its own it is Namesake's side; `measure` runs all of them in turn.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.processes import PYTHON, ROOT, BenchmarkFailedError, finish
from benchmarks.speed.crowd import CUSTOMERS, Crowd, unseen
from benchmarks.speed.lines import Line, ratio, seconds
from benchmarks.speed.timing import took

LISTED = 25_000
ASKED = 500
PEERS = {
    "rapidfuzz": "rapidfuzz cdist, ratio of sorted words, cut-off 85",
    "duckdb": "DuckDB join on jaro_winkler_similarity of sorted words",
    "duckdb-blocked": "the same where a whole word is shared (misses the others)",
    "nomenklatura": "nomenklatura logic-v2 with its own blocker",
}
_WORK = ROOT / "benchmarks/speed/peer_work.py"


def measure(python: Path, folder: Path, repeats: int, sizes: tuple[int, int] = (LISTED, ASKED)) -> Iterator[Line]:
    """Namesake as a multiple of each peer that is installed for that Python; one processor each."""
    listed, asked = sizes
    names = folder / "names.json"
    names.write_text(json.dumps(_names(listed, asked)), "utf-8")
    ours = [_run(PYTHON, "-m", "benchmarks.speed.peers", str(names)) for _ in range(repeats)]
    note = f"{asked:,} customers among {listed:,} names"
    for peer, said in PEERS.items():
        try:
            theirs = [_run(str(python), str(_WORK), peer, str(names)) for _ in range(repeats)]
        except BenchmarkFailedError as error:
            reason = str(error).strip().splitlines()[-1][:80]
            yield Line(f"namesake / {peer}", None, None, "x", f"not measured: {reason}")
            continue
        yield ratio(f"namesake / {peer}", _times(ours, "asked"), _times(theirs, "asked"), said)
        yield seconds(f"{peer}: customers", _times(theirs, "asked"), f"{note}; {theirs[0]['pairs']:,} pairs")
        yield seconds(f"{peer}: making ready", _times(theirs, "ready"))
    yield seconds("namesake: customers", _times(ours, "asked"), f"{note}; {ours[0]['pairs']:,} pairs")
    yield seconds("namesake: making ready", _times(ours, "ready"), "entities, names and index")


def _names(listed: int, asked: int) -> dict[str, list[str]]:
    """One customer in ten is a listed person with every word misspelt."""
    crowd = Crowd(CUSTOMERS)
    spelt = list(unseen(Crowd().names(asked)))
    customers = [name if number % 10 == 0 else crowd.name(number) for number, name in enumerate(spelt)]
    return {"listed": list(Crowd().names(listed)), "asked": customers}


def _run(*command: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(finish(command).output)
    return found


def _times(runs: list[dict[str, Any]], what: str) -> list[tuple[float, float]]:
    return [(each[what][0], each[what][1]) for each in runs]


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", type=Path)
    names = json.loads(parser.parse_args().names.read_text("utf-8"))
    from benchmarks.speed.held import Held, found, hold

    held: list[Held] = []
    ready = took(lambda: held.append(hold([{"name": [name]} for name in names["listed"]])))
    pairs: list[int] = []
    asked = took(lambda: pairs.append(found(held[0].screening, [{"name": [name]} for name in names["asked"]])))
    print(json.dumps({"ready": ready, "asked": asked, "pairs": pairs[0]}))


if __name__ == "__main__":
    main()
