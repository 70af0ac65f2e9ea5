"""Every pair with what our own explanation says of it: the harness sees only a score."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.processes import BenchmarkFailedError
from benchmarks.quality.adapter import Properties, explained
from namesake.text.scripts import script_of
from namesake.values.matches import score_of

OUT_OF_REACH = "name.no_word"
"""The finding that no word of the two names agrees closely enough for anything else to count."""

AGREE = 1e-9
Json = dict[str, Any]


def with_explanations(cases: Mapping[str, Sequence[Json]]) -> dict[str, list[Json]]:
    """The scored pairs, each with `reachable` and `scripts`. Raises `BenchmarkFailedError` where our score is not the
    one that the harness saw."""
    return {name: [_with(item) for item in items] for name, items in cases.items()}


def _with(item: Json) -> Json:
    scored = explained(item["left"], item["right"], item["schema"])
    score = score_of(scored.explanation.bits) if scored else 0.0
    if abs(score - item.get("score", score)) > AGREE:
        raise BenchmarkFailedError(f"pair {item['id']} scores {score}, but {item['score']} in the harness")
    codes = {found.code for found in scored.explanation.evidence} if scored else {OUT_OF_REACH}
    reachable = not (item["label"] and OUT_OF_REACH in codes)
    return {**item, "score": score, "reachable": reachable, "scripts": script_pair(item["left"], item["right"])}


def script_pair(left: Properties, right: Properties) -> str:
    """The scripts of the first names of both sides (ISO 15924), in alphabetical order: "Arab-Latn"."""
    return "-".join(sorted(script_of(" ".join(side.get("name", ())[:1])) for side in (left, right)))
