"""False alerts and misses by name culture, and whether innocents of every culture are spared alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.quality.slices import SMALLEST, detected
from namesake.evaluation.fairness import fairness
from namesake.evaluation.rates import Rate
from namesake.fields.countries import code

SOURCES = {"wikipedia": "people", "common": "commonest"}
"""Where innocents come from: people of an encyclopaedia, and combinations of a country's commonest names."""

Json = dict[str, Any]


def alerts(details: Iterable[Json], threshold: float) -> list[Json]:
    """By culture and kind of innocents: how many, and alerts per 1,000 with a 95 % interval (Wilson)."""
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for item in details:
        if "top" in item and (kind := _kind(item)):
            for key in (kind, "together"):
                found[item["culture"], key].append(item["top"][1] >= threshold)
    return [_alerted(*key, found[key]) for key in sorted(found)]


def judged(names_only: Sequence[Json], with_facts: Sequence[Json]) -> Json:
    """The rule on false alerts: with birth dates no culture above the larger of 10 per 1,000 and three times the
    median culture. People of an encyclopaedia and combinations of names together."""
    return asdict(fairness(_rates(names_only), _rates(with_facts)))


def cultures(innocents: Iterable[Json]) -> dict[str, str]:
    """The culture of a nationality: the one that most innocents of that nationality have."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for item in innocents:
        if nationality := code(item.get("nationality_label") or ""):
            found[nationality][item["culture"]] += 1
    return {nationality: counts.most_common(1)[0][0] for nationality, counts in found.items()}


def detection(queries: Sequence[Json], by_nationality: Mapping[str, str], threshold: float) -> list[Json]:
    """By the culture of the listed person, as the nationality has it: the share found at the threshold."""
    found: dict[str, list[Json]] = defaultdict(list)
    for item in queries:
        known = {by_nationality.get(nationality, "other") for nationality in item["nationalities"]}
        found[known.pop() if len(known) == 1 else "other"].append(item)
    return [
        {"culture": name, "queries": len(items),
         "detection": detected([item["target"] for item in items], [item["score"] for item in items], threshold)}
        for name, items in sorted(found.items())
        if len(items) >= SMALLEST
    ]  # fmt: skip


def _kind(item: Json) -> str:
    return next((kind for source, kind in SOURCES.items() if str(item["source"]).startswith(source)), "")


def _alerted(culture: str, kind: str, alerted: Sequence[bool]) -> Json:
    rate = Rate(sum(alerted), len(alerted))
    per_1000 = {"value": 1000 * rate.value, "low": 1000 * rate.low, "high": 1000 * rate.high}
    return {"culture": culture, "innocents": kind, "alerted": rate.count, "of": rate.total, "per_1000": per_1000}


def _rates(rows: Sequence[Json]) -> dict[str, Rate]:
    return {row["culture"]: Rate(row["alerted"], row["of"]) for row in rows if row["innocents"] == "together"}
