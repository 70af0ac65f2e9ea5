"""Tables of slices: by script, category, culture, and how scores and expected namesakes come true."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.tables import markdown

Json = dict[str, Any]
SAMPLED = {True: "yes", False: "no"}


def interval(found: Mapping[str, float] | None, digits: int = 3) -> str:
    """A value with its interval."""
    if found is None:
        return ""
    return f"{found['value']:.{digits}f} ({found['low']:.{digits}f}-{found['high']:.{digits}f})"


def in_sample(name: str, fitted_on: Sequence[str]) -> bool:
    """Whether the weights were fitted on a set."""
    return name.partition(".")[0] in fitted_on


def scripts(rows: Sequence[Json]) -> str:
    """By pair of scripts."""
    return _pairs(("scripts",), [((row["slice"],), row) for row in rows])


def categories(rows: Sequence[Json], fitted_on: Sequence[str]) -> str:
    """By set and category."""
    return _pairs(
        ("set", "in-sample", "category"),
        [((row["set"], SAMPLED[in_sample(row["set"], fitted_on)], row["slice"]), row) for row in rows],
    )


def queries(runs: Sequence[Json]) -> str:
    """Retrieval by category, at the default threshold, names only beside names with facts."""
    keys = [(run["index"], row["kind"], row["category"]) for run in runs for row in run["categories"]]
    cells = {
        (run["index"], row["kind"], row["category"], run["extra"]): row for run in runs for row in run["categories"]
    }
    rows = []
    for key in dict.fromkeys(keys):
        plain, facts = cells.get((*key, False)), cells.get((*key, True))
        found = plain or facts or {}
        shown = [interval(row["detection"]) if row else "" for row in (plain, facts)]
        rows.append((*key, f"{found['queries']:,}", *shown))
    return markdown(("index", "kind", "category", "queries", "names only", "with facts"), rows, right=(3, 4, 5))


def reliability(within_reach: Sequence[Json], everything: Sequence[Json]) -> str:
    """Ten bins of scores: what was said and what was so."""
    rows = []
    for ours, every in zip(within_reach, everything, strict=True):
        score = "" if ours["mean_score"] is None else f"{ours['mean_score']:.3f}"
        label = f"{ours['from']:.1f}-{ours['to']:.1f}"
        rows.append((label, f"{ours['pairs']:,}", score, _same(ours), f"{every['pairs']:,}", _same(every)))
    header = ("score", "within reach", "mean score", "the same", "all pairs", "the same")
    return markdown(header, rows, right=(1, 2, 3, 4, 5))


def alerts(runs: Sequence[Json], kind: str) -> str:
    """False alerts per 1,000 innocents by culture at the default threshold, one column a run."""
    found = {(row["culture"], column): row for column, run in enumerate(runs) for row in run["alerts"]
             if row["innocents"] == kind}  # fmt: skip
    cultures = list(dict.fromkeys(culture for culture, _ in found))
    rows = [(culture, *_alerted([found.get((culture, column)) for column in range(len(runs))])) for culture in cultures]
    header = ("culture", "innocents", *(run_name(run) for run in runs))
    return markdown(header, rows, right=tuple(range(1, len(header))))


def detection(runs: Sequence[Json]) -> str:
    """Listed people found at the default threshold, by the culture of their nationality."""
    found = {(row["culture"], column): row for column, run in enumerate(runs) for row in run["detection"]}
    rows = []
    for culture in sorted({culture for culture, _ in found}):
        cells = [found.get((culture, column)) for column in range(len(runs))]
        rows.append((culture, *(f"{interval(row['detection'])} of {row['queries']:,}" if row else "" for row in cells)))
    header = ("culture", *(run_name(run) for run in runs))
    return markdown(header, rows, right=tuple(range(1, len(header))))


def run_name(run: Json) -> str:
    """How a run is called in a table."""
    return f"{run['index']}{', facts' if run['extra'] else ''}"


def expected(found: Json) -> list[str]:
    """The two questions of `namesakes`, each with its tables."""
    every = {"culture": "all"}
    return [
        f"True matches, beside all {found['innocents']:,} innocents:",
        namesakes([*found["matches_by_size"], {**every, **found["matches"]}], "stated per million"),
        "False alerts, beside all other innocents:",
        namesakes([*found["alerts_by_size"], {**every, **found["alerts"]}], "stated per million"),
        "False alerts by the culture of the innocent who is alerted:",
        namesakes([*found["alerts_by_culture"], {**every, **found["alerts"]}], "culture"),
    ]


def namesakes(rows: Sequence[Json], first: str) -> str:
    """Predicted and observed namesakes per million."""
    cells = [
        (
            row.get("culture") or _size(row),
            f"{row['matches']:,}",
            f"{row['pairs']:,}",
            f"{row['predicted']:,.1f}",
            interval(row["observed"], 1),
            interval(row["ratio"], 2),
        )
        for row in rows
    ]
    header = (first, "matches", "coincidences", "predicted", "observed", "observed / predicted")
    return markdown(header, cells, right=(1, 2, 3, 4, 5))


def examples(rows: Sequence[Json]) -> str:
    """Invented pairs, what is meant and what comes out."""
    cells = [
        (row["failure"], row["left"], row["right"], "same" if row["same"] else "different", f"{row['score']:.2f}",
         "" if (row["score"] >= 0.5) is row["same"] else "wrong")
        for row in rows
    ]  # fmt: skip
    return markdown(("class", "one name", "the other", "meant", "score", ""), cells, right=(4,))


def fairness(found: Json) -> str:
    """The rule on false alerts with birth dates, and the gap on names alone, in sentences."""
    above = ", ".join(found["above"]) or "none"
    without = ", ".join(found["above_names_only"]) or "none"
    kept = "kept" if found["measured"] and not found["above"] else "NOT kept"
    return (
        f"{kept}: with birth dates the median culture has {1000 * found['median']:.1f} false alerts per 1,000, the "
        f"limit is {1000 * found['limit']:.1f}, above it: {above}. On names alone, which is stated and not judged: "
        f"median {1000 * found['median_names_only']:.1f}, like limit {1000 * found['limit_names_only']:.1f}, "
        f"above it: {without}."
    )


def _pairs(header: Sequence[str], rows: Sequence[tuple[tuple[str, ...], Json]]) -> str:
    cells = [
        (*names, *(_cell(row, *keys) for keys in (("same", "detection"), ("different", "false"))))
        for names, row in rows
    ]
    width = len(header)
    return markdown((*header, "true pairs found", "false ones found"), cells, right=(width, width + 1))


def _cell(row: Json, count: str, rate: str) -> str:
    return f"{interval(row[rate])} of {row[count]:,}" if rate in row else ""


def _same(row: Json) -> str:
    return interval(row["same"]) if row["pairs"] else ""


def _alerted(cells: Sequence[Json | None]) -> tuple[str, ...]:
    number = next((f"{row['of']:,}" for row in cells if row), "")
    return (number, *(interval(row["per_1000"], 1) if row else "" for row in cells))


def _size(row: Json) -> str:
    below = f"{row['below']:,.0f}" if row.get("below") else ""
    return f"{row['from']:,.0f} to {below}" if below else f"{row['from']:,.0f} and more"
