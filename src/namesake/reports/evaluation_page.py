"""Evaluations as one page of HTML each: nothing from outside, no scripts, what decks and lists hold is only text."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from jinja2 import Environment

from namesake.evaluation import narrate
from namesake.evaluation.classes import CLASSES
from namesake.evaluation.figures import Figures, together
from namesake.evaluation.rates import Rate
from namesake.evaluation.thresholds import Point
from namesake.reports import pages, plots
from namesake.review import numbers
from namesake.review.narrate import days_old
from namesake.values.runs import RunContext

MISSES_SHOWN = 50
"""Misses on the page; a table of all of them is written on request."""


def evaluation_page(figures: Figures, context: RunContext, deck: str) -> Iterator[str]:
    """A run of a deck, piece by piece. `deck` is the SHA-256 of its file."""
    cultures = narrate.cultures(figures.names_only or figures.dated)
    rates = [*figures.names_only.values(), *figures.dated.values()]
    content = {
        **_common(context, deck),
        "figures": figures,
        "classes": _by_severity(figures.by_class, figures.severities),
        "descriptions": {kind.id: kind.description for kind in CLASSES} | {"exact": "Every name as it is listed"},
        "detection": plots.detection_scale(figures.by_class.values()),
        "alerts": plots.alert_scale(rates),
        "cultures": cultures,
        "shown": figures.misses[:MISSES_SHOWN],
    }
    yield from _environment().get_template("evaluation.html").generate(**content)


def threshold_page(points: Sequence[Point], chosen: Point | None, context: RunContext, deck: str) -> Iterator[str]:
    """The curve of a deck, piece by piece; `chosen` is the threshold in force."""
    content = {**_common(context, deck), "points": points, "chosen": chosen, "curve": plots.curve(points, chosen)}
    yield from _environment().get_template("threshold.html").generate(**content)


def _common(context: RunContext, deck: str) -> dict[str, object]:
    return {"context": context, "deck": deck, "style": pages.style("report.css", "evaluation.css")}


def _by_severity(rates: Mapping[str, Rate], severities: Mapping[str, str]) -> list[tuple[str, str, Rate]]:
    """Classes by severity, the weakest of each first: what needs a look stands on top."""
    order = {"exact": 0, "minor": 1, "major": 2}
    found = [(severities[name], name, rate) for name, rate in rates.items()]
    return sorted(found, key=lambda item: (order[item[0]], item[2].value, item[1]))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = pages.environment()
    environment.globals.update(together=together, narrate=narrate, numbers=numbers, days_old=days_old, plots=plots)
    return environment
