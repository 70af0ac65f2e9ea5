"""The hot loop, compiled against interpreted, on the same words.

    python -m benchmarks.speed.kernel [--interpreted]

Words are those of the shipped name frequencies. Each form runs in a process of its own and prints its seconds and a
hash of what it found; the hashes must be equal.
"""

import argparse
import hashlib
import json
import time
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.processes import PYTHON, ROOT, BenchmarkFailedError, finish
from benchmarks.speed.interpreted import compiled, interpret
from benchmarks.speed.lines import Line, ratio

VOCABULARY_EVERY = 10
QUERIES_EVERY = 700
_WORDS = ROOT / "src/namesake/data/person_words.npy"


def measure(repeats: int) -> list[Line]:
    """Interpreted as a multiple of compiled. Raises `BenchmarkFailedError` where they find different words."""
    if "spelling" not in compiled():
        return [Line("kernel: interpreted / compiled", None, None, "x", "no compiled kernel is installed here")]
    fast = [_run() for _ in range(repeats)]
    slow = [_run("--interpreted") for _ in range(repeats)]
    if len({found["hash"] for found in (*fast, *slow)}) != 1:
        raise BenchmarkFailedError("the compiled and the interpreted kernel disagree")
    note = f"{fast[0]['queries']} words within reach of {fast[0]['words']:,}; the same {fast[0]['found']:,} found"
    return [ratio("kernel: interpreted / compiled", _times(slow), _times(fast), note)]


def _run(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(finish([PYTHON, "-m", "benchmarks.speed.kernel", *arguments]).output)
    return found


def _times(runs: Sequence[dict[str, Any]]) -> list[tuple[float, float]]:
    return [(found["clock"], found["processor"]) for found in runs]


def _shared(words: Sequence[bytes]) -> Iterator[int]:
    before = b""
    for word in words:
        length = min(len(before), len(word))
        yield next((i for i in range(length) if before[i] != word[i]), length)
        before = word


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--interpreted", action="store_true")
    if parser.parse_args().interpreted:
        interpret()
    import numpy as np

    from namesake.kernels.spelling import Vocabulary, encode, walk
    from namesake.kernels.tables import letter_costs

    known = [word.decode() for word in np.load(_WORDS).tolist()]
    queries = [encode(word) for word in known[::QUERIES_EVERY]]
    words = sorted(encode(word) for word in known[::VOCABULARY_EVERY])
    offsets = array("i", [0, *np.cumsum([len(word) for word in words]).tolist()])
    vocabulary = Vocabulary(array("B", b"".join(words)), offsets, array("B", _shared(words)))
    costs, digest, found = letter_costs(), hashlib.sha256(), 0
    clock, processor = time.perf_counter(), time.process_time()
    for query in queries:
        positions, steps = walk(query, vocabulary, 0, len(words), costs)
        digest.update(repr((positions, steps)).encode())
        found += len(positions)
    took = {"clock": time.perf_counter() - clock, "processor": time.process_time() - processor}
    counts = {"queries": len(queries), "words": len(words), "found": found}
    print(json.dumps({**took, **counts, "hash": digest.hexdigest()}))


if __name__ == "__main__":
    main()
