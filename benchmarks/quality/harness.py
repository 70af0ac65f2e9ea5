"""Runs the two harnesses of a folder as processes of their own, with our adapter."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.processes import PYTHON, finish

SCORER = "benchmarks.quality.adapter:score"
ENGINE = "benchmarks.quality.adapter:make_engine"
PAIRS = "pairs_bench.py"
RETRIEVAL = "retrieval_bench.py"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the pair harness found: its figures by set, and the score of every pair by its id."""

    sets: Json
    scores: dict[str, float]
    processor: float


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What the retrieval harness found on one index: its figures, and the details of queries and innocents."""

    index: str
    extra: bool
    result: Json
    details: list[Json]
    processor: float


def pairs(bench: Path, threshold: float) -> Pairs:
    """Score every pair at one threshold."""
    with tempfile.TemporaryDirectory(prefix="namesake-quality-") as name:
        out, scores = Path(name) / "pairs.json", Path(name) / "scores"
        options = ["--threshold", str(threshold), "--out", str(out), "--scores", str(scores)]
        done = finish([PYTHON, str(bench / PAIRS), "--scorer", SCORER, *options])
        (written,) = Path(name).glob("scores.*")
        scored = {item["id"]: item["score"] for item in lines(written)}
        return Pairs(json.loads(out.read_text("utf-8"))[SCORER]["sets"], scored, done.processor)


def retrieval(bench: Path, index: str, *, extra: bool) -> Retrieval:
    """Screen all queries and innocents against one index; `extra` gives birth dates and nationalities too."""
    with tempfile.TemporaryDirectory(prefix="namesake-quality-") as name:
        out = Path(name) / "retrieval.json"
        options = ["--index", index, "--time", "0", "--out", str(out), *(["--extra"] if extra else [])]
        done = finish([PYTHON, str(bench / RETRIEVAL), "--engine", ENGINE, *options])
        details = lines(out.with_suffix(".details.jsonl"))
        return Retrieval(index, extra, json.loads(out.read_text("utf-8")), details, done.processor)


def lines(path: Path) -> list[Json]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def cases(bench: Path, scores: dict[str, float]) -> dict[str, list[Json]]:
    """The scored pairs by set, each with its score."""
    found: dict[str, list[Json]] = {}
    for path in sorted((bench / "cases").glob("*.jsonl")):
        name = path.name.removesuffix(".jsonl")
        found[name] = [{**item, "score": scores[item["id"]]} for item in lines(path) if item["id"] in scores]
    return {name: items for name, items in found.items() if items}


def queries(bench: Path) -> dict[str, Json]:
    """The queries by id, as the folder has them: "targets" is whom each is about, the unit of the bootstrap."""
    return {item["id"]: item for item in lines(bench / "retrieval" / "queries.jsonl")}


def innocents(bench: Path) -> list[Json]:
    """The innocents of the development part, less those who have a listed person's very name."""
    items = lines(bench / "retrieval" / "negatives.jsonl")
    return [item for item in items if item["split"] == "dev" and not item["exact_collision"]]


def listed(bench: Path, index: str) -> list[Json]:
    """The records of an index."""
    return lines(bench / "retrieval" / f"index_{index}.jsonl")


def missing(bench: Path, *, quick: bool = False) -> Sequence[str]:
    """What a folder lacks to be one of the benchmark; the quick form needs pairs alone."""
    needed = ("cases",) if quick else (PAIRS, RETRIEVAL, "cases", "retrieval")
    return [name for name in needed if not (bench / name).exists()]
