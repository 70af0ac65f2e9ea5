"""python -m benchmarks.quality: the accuracy harness of a folder, with our engine, as small tables."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.quality import (
    culture_figures,
    examples,
    explained,
    harness,
    namesakes,
    pair_figures,
    quick,
    retrieval_figures,
    rows,
    small,
    text,
)
from benchmarks.quality.adapter import Engine
from namesake.scoring.model import shipped

HERE = Path(__file__).parent
FOLDER = "NAMESAKE_BENCH"
Json = dict[str, Any]
RUNS = (("ofac", False), ("ofac", True), ("un", False), ("un", True))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, and write them beside this module (or into another folder)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--bench", type=Path, default=os.environ.get(FOLDER), help=f"the harness (else {FOLDER})")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for results.md and results.json")
    parser.add_argument("--pairs-only", action="store_true", help="leave retrieval out")
    parser.add_argument("--quick", action="store_true", help="a sample of the pairs against fixed minimums; no files")
    asked = parser.parse_args(arguments)
    lacking = harness.missing(asked.bench, quick=asked.quick) if asked.bench else [FOLDER]
    if lacking:
        print(f"the benchmark is not complete: {', '.join(lacking)}. Name its folder in {FOLDER}.", file=sys.stderr)
        return 2
    if asked.quick:
        return quick.main(asked.bench)
    found = measured(asked.bench.resolve(), () if asked.pairs_only else RUNS)
    print(page := text.document(found))
    (asked.out / "results.md").write_text(page, "utf-8")
    (asked.out / "results.json").write_text(small.written(found), "utf-8")
    return 0


def measured(bench: Path, runs: Sequence[tuple[str, bool]]) -> Json:
    """All figures, and what they were measured with."""
    threshold = Engine.default_threshold
    pairs = harness.pairs(bench, threshold)
    cases = explained.with_explanations(harness.cases(bench, pairs.scores))
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "software": f"namesake {version('namesake-screening')}",
        "model": shipped().hash,
        "machine": machine.described(),
        "fitted_on": list(rows.SOURCES),
        "pairs": pair_figures.figures(cases, pairs.sets, threshold),
        "examples": examples.scored(),
        **(_retrieved(bench, runs) if runs else {"retrieval": []}),
    }


def _retrieved(bench: Path, runs: Sequence[tuple[str, bool]]) -> Json:
    asked, innocents = harness.queries(bench), harness.innocents(bench)
    cultures = culture_figures.cultures(innocents)
    found = [
        retrieval_figures.figures(harness.retrieval(bench, index, extra=extra), asked, cultures)
        for index, extra in runs
    ]
    alerts = {(run["index"], run["extra"]): run["alerts"] for run in found}
    ofac = [item for item in asked.values() if item["index"] == "ofac" and item["schema"] == "Person"]
    return {
        "retrieval": found,
        "fairness": {
            index: culture_figures.judged(alerts[index, False], dated)
            for (index, extra), dated in alerts.items()
            if extra and (index, False) in alerts
        },
        "namesakes": namesakes.figures(Engine(harness.listed(bench, "ofac")), ofac, innocents),
    }


if __name__ == "__main__":
    raise SystemExit(main())
