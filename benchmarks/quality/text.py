"""The figures as Markdown."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.quality.intervals import Measured
from benchmarks.tables import markdown

Json = dict[str, Any]

_WRITTEN = """Written by `python -m benchmarks.quality`; never edited by hand. Values in brackets are 95 % intervals
(bootstrap over entities). The data are the development part, and the weights of persons were fitted on it
(`benchmarks/quality/fit.py`: all sets but febrl4, un_alias and nicknames_en, the OFAC queries and the innocents):
those figures are in-sample. None of them is a held-out result."""

_DETECTION = """Detection is the share of queries whose target scores above the threshold at which that share of
innocents is alerted. Facts: birth date and nationality are given where they are known; innocents have assigned ones."""


def document(found: Json) -> str:
    """The whole page: what was measured with what, and the tables."""
    pairs = found["pairs"]
    parts = [
        "# Quality, as last measured",
        _WRITTEN,
        f"- date {found['date']}, {found['software']}, model `{found['model']}`\n- machine: {found['machine']}",
        f"## Pairs, F1 at {pairs['threshold']}",
        _sets(pairs["sets"]),
        _overall(pairs),
        "## Retrieval",
        _DETECTION,
        _retrieval(found["retrieval"]),
        "## Innocents alerted per 1,000 at the default threshold, by name culture",
        _cultures(found["retrieval"]),
    ]
    return "\n\n".join(parts) + "\n"


def _sets(sets: Mapping[str, Json]) -> str:
    rows = [
        (
            name,
            f"{item['pairs']:,}",
            f"{item['precision']:.3f}",
            f"{item['recall']:.3f}",
            str(Measured(**item["f1"])),
            str(Measured(**item["ap"])),
        )
        for name, item in sets.items()
    ]
    return markdown(("set", "pairs", "precision", "recall", "F1", "AP"), rows, right=(1, 2, 3, 4, 5))


def _overall(pairs: Json) -> str:
    rows = [
        ("mean F1 without nicknames_en", str(Measured(**pairs["mean_f1"]))),
        ("mean AP without nicknames_en", str(Measured(**pairs["mean_ap"]))),
        ("expected calibration error, all pairs of those sets", str(Measured(**pairs["calibration_error"]))),
        ("the same without true aliases that share no word", str(Measured(**pairs["calibration_error_within_reach"]))),
        ("pairs that tie at the top score", f"{pairs['ties_at_the_top']:.2%}"),
    ]
    return markdown(("over all sets", "value"), rows, right=(1,))


def _retrieval(runs: Sequence[Json]) -> str:
    rows = [
        (
            f"{run['index']}{', facts' if run['extra'] else ''}",
            kind,
            f"{item['queries']:,}",
            str(Measured(**item["at_0.5%"])),
            str(Measured(**item["at_1.0%"])),
            f"{item['at_default']:.3f}",
            f"{run['alerts_per_1000']:.1f}" if kind == "ALL" else "",
        )
        for run in runs
        for kind, item in run["kinds"].items()
    ]
    header = ("index", "queries", "number", "at 0.5 %", "at 1 %", "at the default", "alerts per 1,000")
    return markdown(header, rows, right=(2, 3, 4, 5, 6))


def _cultures(runs: Sequence[Json]) -> str:
    header = ("culture", *(f"{run['index']}{', facts' if run['extra'] else ''}" for run in runs))
    cultures = sorted({culture for run in runs for culture in run["alerts_by_culture"]})
    rows = [(name, *(f"{run['alerts_by_culture'].get(name, 0):.1f}" for run in runs)) for name in cultures]
    return markdown(header, rows, right=tuple(range(1, len(header))))
