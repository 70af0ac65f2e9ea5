"""python -m benchmarks.quality.adaptation: what a model adapted to the own population changes, as a small table.

Half of the innocents, chosen by a hash of their id, are the operator's own population; the other half are screened
with the model of the package and with adapted ones, and so are the queries about listed people. Names only.
"""

import argparse
import hashlib
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.quality import harness
from benchmarks.quality.adapter import Engine, prepared
from benchmarks.quality.intervals import Groups, bootstrap, numbered
from benchmarks.quality.weighted import threshold_at
from benchmarks.tables import markdown
from namesake.adapting.counting import Counting, words_of
from namesake.adapting.mixing import mixed, stored, weight_of
from namesake.adapting.reference import reference
from namesake.evaluation.rates import Rate
from namesake.kernels.rarity import Rarities
from namesake.scoring.model import Model, shipped
from namesake.scoring.scorer import Scorer
from namesake.values.matches import score_of

HERE = Path(__file__).parent
FOLDER = "NAMESAKE_BENCH"
WEIGHTS = (0.1, 0.25, 0.5, 0.75)
SHARE = 0.01
"""Innocents alerted where detections are compared: a model that alerts less must not hide that it finds less."""

NEAR = ("Arabic", "Pakistani", "Persian-Dari-Tajik", "Turkic-CentralAsian", "Caucasus")
"""The cultures of an operator whose customers' names are those that are on the lists."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Population:
    """Innocents: those that the model is adapted to, and those that are screened."""

    name: str
    own: Sequence[Json]
    screened: Sequence[Json]


@dataclass(frozen=True, slots=True)
class Seen:
    """The best score of every innocent, that of each query's target, and those of listed names with their entries."""

    innocents: Sequence[float]
    queries: Sequence[float]
    listed: Sequence[float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, and write them beside this module (or into another folder)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.adaptation", description=__doc__)
    parser.add_argument("--bench", type=Path, default=os.environ.get(FOLDER), help=f"the benchmark (else {FOLDER})")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for adaptation.md")
    asked = parser.parse_args(arguments)
    if not asked.bench or not (asked.bench / "retrieval").is_dir():
        print(f"there is no benchmark. Name its folder in {FOLDER}.", file=sys.stderr)
        return 2
    print(page := document(asked.bench / "retrieval"))
    (asked.out / "adaptation.md").write_text(page, "utf-8")
    return 0


def document(folder: Path) -> str:
    """All tables, as a page."""
    innocents = [item for item in harness.lines(folder / "negatives.jsonl") if not item["exact_collision"]]
    queries = [item for item in harness.lines(folder / "queries.jsonl") if item["index"] == "ofac"]
    entries = harness.lines(folder / "index_ofac.jsonl")
    pieces = [_head(len(queries))]
    for population in populations(innocents):
        models = {"package": shipped()}
        models |= {f"weight {weight:g}": adapted(population.own, weight) for weight in WEIGHTS}
        found = {name: _seen(model, entries, population.screened, queries) for name, model in models.items()}
        pieces += [
            f"## {population.name}: {len(population.own):,} own, {len(population.screened):,} others screened",
            _overall(found, population, queries),
            _by_culture(found, population),
        ]
    return "\n\n".join(pieces) + "\n"


def populations(innocents: Sequence[Json]) -> list[Population]:
    """All cultures alike, and the cultures whose names are most often on the lists."""
    near = [item for item in innocents if item["culture"] in NEAR]
    return [_halved("All cultures alike", innocents), _halved("Five cultures that are often listed", near)]


def adapted(own: Sequence[Json], weight: float) -> Model:
    """The model of the package, adapted as `namesake model adapt` does."""
    counting = Counting()
    for item in own:
        counting.add(words_of(prepared({"name": [item["name"]]}, item["schema"]).entity)[1])
    new = mixed(reference("person"), stored(counting.held), counting.subjects, weight)
    rarities = {**shipped().rarities, "person": Rarities(new.words, new.bits)}
    return replace(shipped(), rarities=rarities, hash="", name="adapted")


def _halved(name: str, innocents: Sequence[Json]) -> Population:
    halves: tuple[list[Json], list[Json]] = ([], [])
    for item in innocents:
        halves[hashlib.sha256(item["id"].encode()).digest()[0] & 1].append(item)
    return Population(name, *halves)


def _seen(model: Model, entries: Sequence[Json], innocents: Sequence[Json], queries: Sequence[Json]) -> Seen:
    engine = Engine(entries, model)
    best = [max((score for _, score in _search(engine, item)), default=0.0) for item in innocents]
    found = [max((s for key, s in _search(engine, q) if key in set(q["targets"])), default=0.0) for q in queries]
    return Seen(best, found, list(_exact(entries, Scorer(model))))


def _exact(entries: Sequence[Json], scorer: Scorer) -> Iterator[float]:
    """The score of every listed name and strong alias with its own entry."""
    for entry in entries:
        names = [*entry.get("name", ()), *entry.get("alias", ())]
        own = prepared({"name": names}, entry["schema"])
        for name in names:
            scored = scorer.score(prepared({"name": [name]}, entry["schema"]), own)
            yield score_of(scored.explanation.bits) if scored else 0.0


def _search(engine: Engine, item: Json) -> list[tuple[str, float]]:
    return engine.search({"name": [item["name"]]}, item["schema"])


def _head(queries: int) -> str:
    made = f"`python -m benchmarks.quality.adaptation`, {datetime.now(UTC).date()}, model {shipped().hash[:12]}."
    said = (
        " Half of the innocents, by a hash of their id, are the own population; the others are screened against the "
        f"list of OFAC, as are {queries:,} queries about entries on it, names only. 95 % intervals (innocents: Wilson; "
        "queries: bootstrap over entries, the same draws for every model). Listed names: names and strong aliases that "
        "do not reach the threshold with their own entry."
    )
    return f"# What adapting the model to the own population changes\n\n{made}{said}"


def _overall(found: Mapping[str, Seen], population: Population, queries: Sequence[Json]) -> str:
    groups, before = numbered([item["targets"][0] for item in queries]), found["package"]
    header = (
        "model", "weight in force", "false alerts per 1,000", "found at default", "change", "found at 1 % alerted",
        "change", "listed names missed",
    )  # fmt: skip
    rows = []
    for name, seen in found.items():
        default, equal = (_found(seen, groups, line) for line in (Engine.default_threshold, _line(seen)))
        rows.append(
            (name, _weight(name, len(population.own)), _alerted(seen.innocents), default,
             _change(before, seen, groups, equal_alerts=False), equal, _change(before, seen, groups, equal_alerts=True),
             f"{_missed(seen):,} of {len(seen.listed):,}")
        )  # fmt: skip
    return markdown(header, rows, right=range(1, len(header)))


def _weight(name: str, subjects: int) -> str:
    asked = float(name.rpartition(" ")[2]) if " " in name else 0.0
    return f"{weight_of(asked, subjects):.2f}"


def _missed(seen: Seen) -> int:
    return sum(score < Engine.default_threshold for score in seen.listed)


def _alerted(scores: Sequence[float]) -> str:
    rate = Rate(sum(score >= Engine.default_threshold for score in scores), len(scores))
    return f"{1000 * rate.value:.1f} ({1000 * rate.low:.1f}-{1000 * rate.high:.1f})"


def _line(seen: Seen) -> float:
    """The threshold above which SHARE of the innocents are alerted."""
    tops = np.sort(np.array(seen.innocents))[::-1]
    return float(np.nextafter(threshold_at(tops, np.ones(len(tops)), SHARE), 1.0))


def _found(seen: Seen, groups: Groups, line: float) -> str:
    reached = np.array(seen.queries) >= line
    return str(bootstrap([groups], lambda weights: float(weights[reached].sum() / weights.sum())))


def _change(before: Seen, after: Seen, groups: Groups, *, equal_alerts: bool) -> str:
    """How much more is found, with the interval of the difference."""
    lines = [_line(seen) if equal_alerts else Engine.default_threshold for seen in (before, after)]
    old, new = (np.array(seen.queries) >= line for seen, line in zip((before, after), lines, strict=True))
    gained = new.astype(float) - old.astype(float)
    found = bootstrap([groups], lambda weights: float((weights * gained).sum() / weights.sum()))
    return f"{found.value:+.3f} ({found.low:+.3f} to {found.high:+.3f})"


def _by_culture(found: Mapping[str, Seen], population: Population) -> str:
    places: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(population.screened):
        places[item["culture"]].append(at)
    rows = [
        (name, str(len(at)), *(_alerted([seen.innocents[i] for i in at]) for seen in found.values()))
        for name, at in sorted(places.items())
    ]
    header = ("false alerts per 1,000, culture", "innocents", *found)
    return markdown(header, rows, right=range(1, len(header)))


if __name__ == "__main__":
    raise SystemExit(main())
