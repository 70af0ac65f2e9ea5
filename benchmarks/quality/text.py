"""The figures as Markdown."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.quality import text_slices as slices
from benchmarks.quality.intervals import Measured
from benchmarks.tables import markdown

Json = dict[str, Any]

_WRITTEN = """Written by `python -m benchmarks.quality`; never edited by hand. Values in brackets are 95 % intervals
(bootstrap over entities; for false alerts and bins of scores Wilson's). The data are the development part. In-sample
says that the weights were fitted on that set (`benchmarks/quality/fit.py`); the OFAC queries and the innocents are
in-sample too. None of these figures is a held-out result."""

_REACH = """Within reach is every pair except a true one of which our own explanation says that no word agrees
(`name.no_word`): noms de guerre, translations."""

_NAMESAKES = """For OFAC queries and innocents (names only, at the default threshold): the expected namesakes per
million that a match states, beside the innocents who reach as many bits with the same entry. The innocents are fifteen
cultures in equal parts, harsher than the reference population; entries that alert anybody have most namesakes."""

_DETECTION = """Detection is the share of queries whose target scores above the threshold at which that share of
innocents is alerted. Facts: birth date and nationality are given where they are known; innocents have assigned ones."""


def document(found: Json) -> str:
    """The whole page: what was measured with what, and the tables."""
    pairs, fitted_on = found["pairs"], found["fitted_on"]
    parts = [
        "# Quality, as last measured",
        _WRITTEN,
        f"- date {found['date']}, {found['software']}, model `{found['model']}`\n- machine: {found['machine']}",
        f"## Pairs, F1 at {pairs['threshold']}",
        sets(pairs["sets"], fitted_on),
        overall(pairs),
        "## Pairs by script, all sets without nicknames_en",
        slices.scripts(pairs["scripts"]),
        "## Pairs by category",
        slices.categories(pairs["categories"], fitted_on),
        "## Whether scores come true",
        _REACH,
        slices.reliability(pairs["reliability_within_reach"], pairs["reliability"]),
        *(_retrieved(found) if found["retrieval"] else ()),
        "## Kinds of failures, on invented names",
        slices.examples(found["examples"]),
    ]
    return "\n\n".join(parts) + "\n"


def _retrieved(found: Json) -> list[str]:
    runs, expected = found["retrieval"], found["namesakes"]
    return [
        "## Retrieval",
        _DETECTION,
        retrieval(runs),
        "## Retrieval by category, found at the default threshold",
        slices.queries(runs),
        "## False alerts per 1,000 at the default threshold: people of an encyclopaedia",
        slices.alerts(runs, "people"),
        "## False alerts per 1,000 at the default threshold: the commonest names of each country",
        slices.alerts(runs, "commonest"),
        "## Fairness",
        "\n".join(f"- {index}: {slices.fairness(item)}" for index, item in found["fairness"].items()),
        "## Listed people found, by the culture of their nationality",
        slices.detection(runs),
        "## Expected namesakes",
        _NAMESAKES,
        *slices.expected(expected),
    ]


def sets(found: Mapping[str, Json], fitted_on: Sequence[str]) -> str:
    """Pair sets."""
    rows = [
        (
            name,
            slices.SAMPLED[slices.in_sample(name, fitted_on)],
            f"{item['pairs']:,}",
            f"{item['precision']:.3f}",
            f"{item['recall']:.3f}",
            str(Measured(**item["f1"])),
            str(Measured(**item["ap"])),
        )
        for name, item in found.items()
    ]
    return markdown(("set", "in-sample", "pairs", "precision", "recall", "F1", "AP"), rows, right=(2, 3, 4, 5, 6))


def overall(pairs: Json) -> str:
    """Over all pair sets."""
    lost = f"{pairs['out_of_reach']:,} true pairs in which no word agrees"
    rows = [
        ("mean F1 without nicknames_en", str(Measured(**pairs["mean_f1"]))),
        ("mean AP without nicknames_en", str(Measured(**pairs["mean_ap"]))),
        ("expected calibration error, all pairs of those sets", str(Measured(**pairs["calibration_error"]))),
        (f"the same within reach (without {lost})", str(Measured(**pairs["calibration_error_within_reach"]))),
        ("pairs that tie at the top score", f"{pairs['ties_at_the_top']:.2%}"),
    ]
    return markdown(("over all sets", "value"), rows, right=(1,))


def retrieval(runs: Sequence[Json]) -> str:
    """Detection by run and kind of query."""
    rows = [
        (
            slices.run_name(run),
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
