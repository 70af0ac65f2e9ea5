"""python -m benchmarks.quality: the accuracy harness of a folder, with our engine, as small tables."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.quality import harness, pair_figures, retrieval_figures, text
from benchmarks.quality.adapter import Engine
from namesake.scoring.model import shipped

HERE = Path(__file__).parent
FOLDER = "NAMESAKE_BENCH"
RUNS = (("ofac", False), ("ofac", True), ("un", False), ("un", True))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, and write them beside this module (or into another folder)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--bench", type=Path, default=os.environ.get(FOLDER), help=f"the harness (else {FOLDER})")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for results.md and results.json")
    parser.add_argument("--pairs-only", action="store_true", help="leave retrieval out (quick)")
    asked = parser.parse_args(arguments)
    lacking = harness.missing(asked.bench) if asked.bench else [FOLDER]
    if lacking:
        print(f"the benchmark is not complete: {', '.join(lacking)}. Name its folder in {FOLDER}.", file=sys.stderr)
        return 2
    found = measured(asked.bench.resolve(), () if asked.pairs_only else RUNS)
    print(page := text.document(found))
    (asked.out / "results.md").write_text(page, "utf-8")
    (asked.out / "results.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 0


def measured(bench: Path, runs: Sequence[tuple[str, bool]]) -> dict[str, Any]:
    """All figures, and what they were measured with."""
    threshold = Engine.default_threshold
    pairs = harness.pairs(bench, threshold)
    targets = harness.targets(bench)
    retrieved = [harness.retrieval(bench, index, extra=extra) for index, extra in runs]
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "software": f"namesake {version('namesake-screening')}",
        "model": shipped().hash,
        "machine": machine.described(),
        "pairs": pair_figures.figures(harness.cases(bench, pairs.scores), pairs.sets, threshold),
        "retrieval": [retrieval_figures.figures(found, targets) for found in retrieved],
    }


if __name__ == "__main__":
    raise SystemExit(main())
