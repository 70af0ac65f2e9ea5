"""What the commands of `namesake evaluate` show in a terminal."""

from collections.abc import Sequence

import click

from namesake.cli.rendering import print_table, say
from namesake.evaluation import narrate
from namesake.evaluation.comparing import Changed, Comparison
from namesake.evaluation.figures import Figures
from namesake.evaluation.rates import Rate
from namesake.evaluation.thresholds import Point
from namesake.review.numbers import score_text

_KINDS = ("exact", "minor", "major")
_MISSED = ("As listed#", "95%#", "Minor#", "95%#", "Major#", "95%#")


def show_figures(figures: Figures) -> None:
    """Detection by class and by list, false alerts by culture, and whether they are even."""
    if figures.by_class:
        order = sorted(figures.by_class, key=lambda name: _KINDS.index(figures.severities[name]))
        rows = [(name, figures.severities[name], *_detected(figures.by_class[name])) for name in order]
        print_table("Detection by class", ("Class", "Kind", "Found#", "Of#", "Share#", "95%#"), rows)
        lists = [(name, *(_share(rates.get(kind)) for kind in _KINDS)) for name, rates in figures.by_list.items()]
        print_table("Detection by list", ("List", "As listed#", "Minor#", "Major#"), lists)
        say(narrate.promise(figures))
        _show_misses(figures)
    if cultures := narrate.cultures(figures.names_only or figures.dated):
        people = [(narrate.culture(name), *_alerts(figures, name)) for name in cultures]
        columns = ("Culture", "Names only#", "95%#", "With birth dates#", "95%#")
        print_table("False alerts per 1,000 innocents", columns, people)
        for sentence in (narrate.fairness(figures), *_by_list(figures), narrate.gap(figures)):
            say(sentence)
    if said := narrate.left_out(figures):
        say(said)


def _show_misses(figures: Figures) -> None:
    """Misses by culture of spelling and by script, each with its interval."""
    for title, groups, shown in (
        ("Misses per 1,000 by culture of spelling", figures.by_culture, narrate.by_spelling),
        ("Misses per 1,000 by script", figures.by_script, narrate.script),
    ):
        rows = [
            (shown(name), *(cell for kind in _KINDS for cell in _missed(groups[name].get(kind))))
            for name in narrate.by_misses(groups)
        ]
        print_table(title, (title.split()[-1].title(), *_MISSED), rows)
    say(narrate.misses(figures))


def _by_list(figures: Figures) -> Sequence[str]:
    """Fairness list by list, where there are several."""
    names = list(figures.fairness_by_list) if figures.fairness.measured else []
    return [f"{name}: {narrate.fairness_of_list(figures, name)}." for name in names if len(names) > 1]


def show_points(points: Sequence[Point]) -> None:
    """The curve as a table."""
    rows = [
        (
            f"{point.threshold:.0%}",
            *(cell for rate in (point.detection, point.minor) for cell in _found(rate)),
            *(cell for rate in (point.names_only, point.dated) for cell in _per_thousand(rate)),
        )
        for point in points
    ]
    columns = ("From#", "Found#", "95%#", "Minor#", "95%#", "Alerts, names#", "95%#", "Alerts, dated#", "95%#")
    print_table("Detection, and false alerts per 1,000, by threshold", columns, rows)


def show_comparison(found: Comparison, examples: int) -> None:
    """How many pairs changed in each class of cases, and some of them."""
    rows = [
        (kind, *(f"{tallies[change].pairs:,} ({tallies[change].expected:,})" for change in ("new", "gone")))
        for kind, tallies in found.by_class().items()
    ]
    if rows:
        columns = ("Class", "Newly matched (expected)#", "No longer (expected)#")
        print_table("Pairs that only one of the two matches", columns, rows)
    for title, changed in (("Newly matched", found.of("new")), ("No longer matched", found.of("gone"))):
        if changed and examples:
            shown = ("Class", "Name", "Entry", "Listed as", "Score#", "Expected")
            print_table(title, shown, [_example(item) for item in _spread(changed, examples)])
            if len(changed) > examples:
                click.echo(f"{examples} of {len(changed):,} are shown; --changes FILE writes all of them.")


def _spread(changed: Sequence[Changed], most: int) -> Sequence[Changed]:
    """Some of the changes: the first of every class in turn."""
    groups: dict[str, list[Changed]] = {}
    for item in changed:
        groups.setdefault(item.case.kind, []).append(item)
    turns = [(at, order, item) for order, group in enumerate(groups.values()) for at, item in enumerate(group[:most])]
    return [item for _, _, item in sorted(turns, key=lambda turn: turn[:2])[:most]]


def _example(item: Changed) -> tuple[str, ...]:
    expected = "yes" if item.expected else "no"
    return (item.case.kind, item.case.name, item.hit.entry, item.hit.caption, score_text(item.hit.score), expected)


def _detected(rate: Rate) -> tuple[str, ...]:
    return f"{rate.count:,}", f"{rate.total:,}", narrate.percent(rate.value), narrate.interval(rate)


def _share(rate: Rate | None) -> str:
    return f"{narrate.percent(rate.value)} of {rate.total:,}" if rate else "–"


def _found(rate: Rate) -> tuple[str, str]:
    return (narrate.percent(rate.value), narrate.interval(rate)) if rate.total else ("–", "")


def _per_thousand(rate: Rate | None) -> tuple[str, str]:
    if rate is None or not rate.total:
        return "–", ""
    return narrate.per_thousand(rate.value), narrate.interval_per_thousand(rate)


def _missed(rate: Rate | None) -> tuple[str, str]:
    return _per_thousand(rate.missed if rate else None)


def _alerts(figures: Figures, name: str) -> tuple[str, ...]:
    return (*_per_thousand(figures.names_only.get(name)), *_per_thousand(figures.dated.get(name)))
