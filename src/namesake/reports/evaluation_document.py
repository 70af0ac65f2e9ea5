"""Evaluations as JSON documents: `namesake/evaluation/1`, `namesake/threshold/1`, `namesake/comparison/1`.

A culture of spelling is a group of name cultures that a listed name is spelt like, no fact about a person. Rates are
objects of `count`, `total`, `rate` (0 to 1) and the 95 % interval `low` to `high`.
"""

from collections.abc import Mapping, Sequence

from namesake.evaluation.comparing import Changed, Comparison
from namesake.evaluation.fairness import Fairness
from namesake.evaluation.figures import Figures
from namesake.evaluation.rates import Rate
from namesake.evaluation.thresholds import Point
from namesake.reports.document import Document, Json, context_document
from namesake.values.runs import RunContext


def evaluation_document(figures: Figures, context: RunContext, deck: str) -> Document:
    """A run of a deck. `deck` is the SHA-256 of its file."""
    return {
        "schema": "namesake/evaluation/1",
        "deck": {"sha256": deck, "skipped": figures.skipped, "not_listed": figures.not_listed},
        "threshold": figures.threshold,
        "detection": {
            "by_severity": _rates(figures.by_severity),
            "by_class": {
                name: {"severity": figures.severities[name], **_rate(rate)} for name, rate in figures.by_class.items()
            },
            "by_list": _nested(figures.by_list),
            "by_script": _nested(figures.by_script),
            "by_culture_of_spelling": _nested(figures.by_culture),
        },
        "missed": {
            "by_script": _missed(figures.by_script),
            "by_culture_of_spelling": _missed(figures.by_culture),
        },
        "false_alerts": {
            "names_only": _rates(figures.names_only), "with_birth_date": _rates(figures.dated),
            "names_only_by_script": _rates(figures.script_names_only),
            "with_birth_date_by_script": _rates(figures.script_dated),
            "names_only_by_list": _nested(figures.list_names_only),
            "with_birth_date_by_list": _nested(figures.list_dated),
        },
        "fairness": {
            **_fairness(figures.fairness),
            "by_list": {name: _fairness(found) for name, found in figures.fairness_by_list.items()},
        },
        "misses": [
            {"case": item.case.id, "name": item.case.name, "expect": list(item.case.expect), "skipped": item.skipped}
            for item in figures.misses
        ],
        "context": context_document(context),
    }  # fmt: skip


def threshold_document(points: Sequence[Point], context: RunContext, deck: str) -> Document:
    """The curve of a deck."""
    return {
        "schema": "namesake/threshold/1",
        "deck": {"sha256": deck},
        "points": [
            {
                "threshold": point.threshold, "detection": _rate(point.detection), "minor": _rate(point.minor),
                "false_alerts": {"names_only": _rate(point.names_only), "with_birth_date": _rate(point.dated)},
            }
            for point in points
        ],
        "context": context_document(context),
    }  # fmt: skip


def comparison_document(found: Comparison, names: tuple[str, str], contexts: tuple[RunContext, RunContext]) -> Document:
    """Two set-ups on one deck, with every change."""
    return {
        "schema": "namesake/comparison/1",
        "old": {"name": names[0], "context": context_document(contexts[0])},
        "new": {"name": names[1], "context": context_document(contexts[1])},
        "cases": found.cases,
        "same": found.same,
        "newly_matched": [_changed(item) for item in found.of("new")],
        "no_longer_matched": [_changed(item) for item in found.of("gone")],
    }


def _changed(item: Changed) -> Document:
    return {
        "case": item.case.id, "class": item.case.kind, "severity": item.case.severity, "culture": item.case.culture,
        "name": item.case.name, "entry": item.hit.entry, "listed_name": item.hit.caption, "score": item.hit.score,
        "expected": item.expected,
    }  # fmt: skip


def _fairness(found: Fairness) -> Document:
    return {
        "measured": found.measured, "kept": found.kept, "median": found.median, "limit": found.limit,
        "above": list(found.above), "names_only_median": found.median_names_only,
        "names_only_above": list(found.above_names_only),
    }  # fmt: skip


def _nested(groups: Mapping[str, Mapping[str, Rate]]) -> Json:
    return {name: _rates(rates) for name, rates in groups.items()}


def _missed(groups: Mapping[str, Mapping[str, Rate]]) -> Json:
    return {name: {kind: _rate(rate.missed) for kind, rate in rates.items()} for name, rates in groups.items()}


def _rates(rates: Mapping[str, Rate]) -> Json:
    return {name: _rate(rate) for name, rate in rates.items()}


def _rate(rate: Rate) -> Document:
    return {"count": rate.count, "total": rate.total, "rate": rate.value, "low": rate.low, "high": rate.high}
