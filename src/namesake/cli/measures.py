"""`namesake measures`: what became of alerts, with definitions and denominators."""

from typing import Any

import click

from namesake.bootstrap import open_desk, read_settings
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.rendering import print_json, print_table, say, waiting


@click.command()
@click.option("--population", "-p", "names", multiple=True, metavar="NAME", help="Which population; else all of them.")
@format_option
@home_option
def measures(names: tuple[str, ...], style: str) -> None:
    """Measure what became of alerts: how many there were, of whom, how they were decided and how fast; by list, by
    population and by what names are spelt like. Every figure comes with what it counts."""
    from namesake.app.measures import measure
    from namesake.review import measures as words

    desk = open_desk(read_settings(home_of(click.get_current_context())))
    with waiting("counting alerts"):
        table = measure(desk.stocks.cases, desk.names(names))
    if style == "json":
        print_json(_document(table))
        return
    figures = zip(words.DEFINITIONS.items(), words.cells(table["all", ""]), strict=True)
    rows: list[tuple[str, ...]] = [(name, cell, meaning) for (name, meaning), cell in figures]
    print_table("All alerts", ("Figure", "Count#", "What it counts"), rows)
    groups = sorted(((key, found) for key, found in table.items() if key[0] != "all"), key=lambda item: item[0])
    rows = [(f"{dimension} {name}", *words.cells(found)) for (dimension, name), found in groups]
    if rows:
        print_table("The same by group", ("", *(f"{name}#" for name in words.SHORT)), rows)
    say(f"{words.NAMES_LIKE}. An alert that matches several lists is counted in each.")
    for warning in words.warnings(table):
        say(f"* {warning}")
    say(words.adds_up(table["all", ""]))


def _document(table: Any) -> dict[str, Any]:  # noqa: ANN401 - the table of `review.measures`, which is imported late
    from namesake.review import measures as words

    return {
        "format": "namesake.measures/1",
        "definitions": dict(words.DEFINITIONS),
        "small": words.SMALL,
        "groups": [
            {
                "by": dimension,
                "name": name,
                "alerts": found.alerts,
                "subjects": len(found.subjects),
                "identities": len(found.identities),
                "states": dict(found.states),
                "decided": found.decided,
                "confirmed_share": found.confirmed_share,
                "days_to_clear": {
                    "median": found.quantile(0.5),
                    "p90": found.quantile(0.9),
                    "cleared": len(found.days),
                },
            }
            for (dimension, name), found in sorted(table.items())
        ],
        "warnings": words.warnings(table),
    }
