"""Scoring pairs of raw records: two dictionaries become entities, names and a score, explanation included.

    python -m benchmarks.speed.pairing COUNT

Names are cold: none was met before in this process, though words repeat as they do among people.
"""

import argparse
import json
from collections.abc import Sequence
from statistics import median

from benchmarks.processes import PYTHON, finish
from benchmarks.speed.crowd import CUSTOMERS, Crowd, unseen
from benchmarks.speed.lines import Line
from benchmarks.speed.timing import took

PAIRS = 20_000

Record = dict[str, list[str]]


def measure(repeats: int, count: int = PAIRS) -> list[Line]:
    """Pairs a second, one processor; every run is a process of its own, so that its names are cold."""
    command = [PYTHON, "-m", "benchmarks.speed.pairing", str(count)]
    runs = [json.loads(finish(command).output) for _ in range(repeats)]
    clock, processor = (count / median(run[side] for run in runs) for side in (0, 1))
    return [Line("pairs from raw records", clock, processor, "/s", f"{count:,} pairs, one process")]


def records(count: int) -> list[tuple[Record, Record]]:
    """Pairs of records: every second one of two spellings, the others of two people."""
    one, other = Crowd("left"), Crowd(CUSTOMERS)
    left = list(one.names(count))
    spelt = list(unseen(iter(left)))
    right = [spelt[at] if at % 2 else other.name(at) for at in range(count)]
    return [({"name": [a]}, {"name": [b]}) for a, b in zip(left, right, strict=True)]


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    given = records(parser.parse_args().count)
    from benchmarks.speed.held import person
    from namesake.names.prepare import prepare
    from namesake.scoring.model import shipped
    from namesake.scoring.scorer import Scorer

    scorer = Scorer(shipped())
    scorer.score(prepare(person({"name": ["Zebulon"]})), prepare(person({"name": ["Ottoline"]})))  # tables are read

    def score(pairs: Sequence[tuple[Record, Record]]) -> None:
        for left, right in pairs:
            scorer.score(prepare(person(left)), prepare(person(right)))

    print(json.dumps(took(lambda: score(given))))


if __name__ == "__main__":
    main()
