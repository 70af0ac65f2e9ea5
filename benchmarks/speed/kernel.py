"""The hot loops, compiled against interpreted, on the same look-ups.

    python -m benchmarks.speed.kernel [--interpreted]

Invented names are looked up in a small invented list: the walk over its words, the bound, the comparison. Each form
runs in a process of its own and prints its seconds and a hash of every finding; the hashes must be equal.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from itertools import islice
from typing import Any

from benchmarks.processes import PYTHON, BenchmarkFailedError, finish
from benchmarks.speed.crowd import CUSTOMERS, Crowd, unseen
from benchmarks.speed.interpreted import compiled, interpret
from benchmarks.speed.lines import Line, ratio
from benchmarks.speed.timing import took

LISTED = 500
QUERIES = 40


def measure(repeats: int) -> list[Line]:
    """Interpreted as a multiple of compiled. Raises `BenchmarkFailedError` where they find anything else."""
    if "spelling" not in compiled():
        return [Line("kernel: interpreted / compiled", None, None, "x", "no compiled kernel is installed here")]
    fast = [_run() for _ in range(repeats)]
    slow = [_run("--interpreted") for _ in range(repeats)]
    if any(found["compiled"] for found in slow) or not all(found["compiled"] for found in fast):
        raise BenchmarkFailedError("the compiled kernel ran where the interpreted one should, or the other way round")
    if len({found["hash"] for found in (*fast, *slow)}) != 1:
        raise BenchmarkFailedError("the compiled and the interpreted kernel disagree")
    note = f"{QUERIES} names among {LISTED}; the same {fast[0]['found']:,} findings"
    return [ratio("kernel: interpreted / compiled", _times(slow), _times(fast), note)]


def _run(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(finish([PYTHON, "-m", "benchmarks.speed.kernel", *arguments]).output)
    return found


def _times(runs: Sequence[dict[str, Any]]) -> list[tuple[float, float]]:
    return [tuple(found["took"]) for found in runs]


def _queries() -> list[str]:
    some = islice(unseen(Crowd().names(LISTED)), QUERIES // 2)
    return [*some, *Crowd(CUSTOMERS).names(QUERIES - QUERIES // 2)]


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--interpreted", action="store_true")
    if parser.parse_args().interpreted:
        interpret()
    from benchmarks.speed.held import hold, person
    from namesake import kernels
    from namesake.values.entities import Subject
    from namesake.values.matches import Result

    screening = hold([{"name": [name]} for name in Crowd().names(LISTED)]).screening
    subjects = [Subject(name, person({"name": [name]})) for name in _queries()]
    results: list[Result] = []
    times = took(lambda: results.extend(map(screening.screen, subjects)))
    evidence = [(m.entry.entry_id, item) for r in results for m in r.matches for item in m.explanation.evidence]
    digest = hashlib.sha256(repr(evidence).encode()).hexdigest()
    print(json.dumps({"took": times, "found": len(evidence), "hash": digest, "compiled": kernels.compiled()}))


if __name__ == "__main__":
    main()
