"""The full evaluation as Markdown. It names nobody who is listed: a miss is no example."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from benchmarks.tables import markdown
from namesake.app.evaluation_decks import Wanted
from namesake.evaluation import narrate
from namesake.evaluation.figures import Figures
from namesake.evaluation.minimums import STANDARD, shortfalls
from namesake.evaluation.rates import Rate
from namesake.values.runs import RunContext

KINDS = ("exact", "minor", "major")

_WRITTEN = """Written by `python -m benchmarks.quality.full`; never edited by hand. Names only, the default policy, the
model of the package. Every listed name and strong alias is tried as listed, and by class samples of each list; the
classes are declared in `docs/explanation/variation-classes.md`. Intervals are Wilson's, 95 %. Some weights were fitted
on OFAC's aliases (see the model card): OFAC's figures are no held-out result."""

_CULTURES = """Groups of name cultures that a listed name of a person is spelt like, by its words or its script: no fact
about anybody, and most names tell none. Missed per 1,000."""

_ALERTS = """Innocents are invented, their birth dates drawn at random. With birth dates no culture may have more false
alerts than the larger of 10 per 1,000 and three times the median culture's; on names only the gap is stated."""


class Tried(Protocol):
    """What came of one home."""

    @property
    def figures(self) -> Figures:
        """Its figures."""
        ...

    @property
    def context(self) -> RunContext:
        """What it rests on."""
        ...


def page(whole: Tried, others: Sequence[Tried], wanted: Wanted, when: datetime) -> str:
    """The whole page."""
    found = whole.figures
    context = whole.context
    parts = [
        "# `namesake evaluate` on OFAC, UN and EU, as last measured",
        _WRITTEN,
        (
            f"- date {when.date()}, {context.software}, model `{context.model_hash}`\n"
            f"- lists: {_lists(context)}\n"
            f"- seed {wanted.seed}; each variation changes at most {wanted.sample:,} names of each list; "
            f"{wanted.each:,} innocents of each culture"
        ),
        "## Minimums",
        _minimums(whole, others),
        "## Detection by class",
        _classes(found),
        "## Detection by list",
        _nested(found.by_list, "list"),
        *(("## Other lists and formats at hand, as listed", _others(others)) if others else ()),
        "## Detection by script",
        _nested({narrate.script(name): rates for name, rates in found.by_script.items()}, "script"),
        "## Misses by culture of spelling",
        _CULTURES,
        _misses(found),
        narrate.misses(found),
        *(_alerts(found) if found.names_only else ()),
    ]
    return "\n\n".join(parts) + "\n"


def met(whole: Tried, others: Sequence[Tried]) -> bool:
    """Whether every minimum is met, on the main lists and on the others."""
    return not any(shortfalls(tried.figures.by_severity, _asked(tried)) for tried in (whole, *others))


def _asked(tried: Tried) -> dict[str, float]:
    """The minimums of what was tried: other lists are tried as listed only."""
    return {name: least for name, least in STANDARD.items() if name in tried.figures.by_severity or name == "exact"}


def _lists(context: RunContext) -> str:
    return ", ".join(f"{item.reference} {item.version} ({item.entries:,} entries)" for item in context.lists)


def _minimums(whole: Tried, others: Sequence[Tried]) -> str:
    rows = []
    for tried in (whole, *others):
        names = ", ".join(item.reference for item in tried.context.lists)
        for kind, least in _asked(tried).items():
            rate = tried.figures.by_severity.get(kind, Rate(0, 0))
            reached = "met" if rate.total and rate.value >= least else "**not met**"
            rows.append((names, kind, f"{least:.1%}", *_found(rate), reached))
    return markdown(("lists", "names", "asked", "found", "share", ""), rows, right=(2, 3, 4))


def _classes(found: Figures) -> str:
    order = sorted(found.by_class, key=lambda name: KINDS.index(found.severities[name]))
    rows = [
        (name, found.severities[name], *_found(rate), narrate.interval(rate))
        for name in order
        for rate in (found.by_class[name],)
    ]
    return markdown(("class", "kind", "found", "share", "95 %"), rows, right=(2, 3, 4))


def _nested(groups: Mapping[str, Mapping[str, Rate]], what: str) -> str:
    rows = [(name, *(_share(rates.get(kind)) for kind in KINDS)) for name, rates in sorted(groups.items())]
    return markdown((what, "as listed", "minor", "major"), rows, right=(1, 2, 3))


def _others(others: Sequence[Tried]) -> str:
    rows = [
        (item.reference, item.version, f"{item.entries:,}", *_found(tried.figures.by_severity["exact"]))
        for tried in others
        for item in tried.context.lists
        if "exact" in tried.figures.by_severity
    ]
    return markdown(("list", "version", "entries", "found", "share"), rows, right=(2, 3, 4))


def _misses(found: Figures) -> str:
    groups = found.by_culture
    rows = [
        (narrate.by_spelling(name), *(_per_thousand(rate and rate.missed) for rate in map(groups[name].get, KINDS)))
        for name in narrate.by_misses(groups)
    ]
    return markdown(("spelt like", "as listed", "minor", "major"), rows, right=(1, 2, 3))


def _alerts(found: Figures) -> list[str]:
    rows = [
        (narrate.culture(name), *(_per_thousand(rates.get(name)) for rates in (found.names_only, found.dated)))
        for name in narrate.cultures(found.dated)
    ]
    fair = [(name, narrate.fairness_of_list(found, name)) for name in found.fairness_by_list]
    return [
        "## False alerts per 1,000 innocents",
        _ALERTS,
        markdown(("culture", "names only", "with birth dates"), rows, right=(1, 2)),
        f"{narrate.fairness(found)} {narrate.gap(found)}",
        markdown(("list by itself", "fairness with birth dates"), fair),
    ]


def _found(rate: Rate) -> tuple[str, str]:
    return f"{rate.count:,} of {rate.total:,}", narrate.percent(rate.value)


def _share(rate: Rate | None) -> str:
    return f"{narrate.percent(rate.value)} of {rate.total:,} ({narrate.interval(rate)})" if rate else "–"


def _per_thousand(rate: Rate | None) -> str:
    if not rate or not rate.total:
        return "–"
    return f"{narrate.per_thousand(rate.value)} ({narrate.interval_per_thousand(rate)})"
