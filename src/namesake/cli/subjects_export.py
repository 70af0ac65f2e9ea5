"""`namesake subjects export`: a person's data and history, in a file."""

from pathlib import Path

import click

from namesake.bootstrap import decider, open_exporting, open_record, read_settings
from namesake.cli.cases import by_option
from namesake.cli.enrol import population_option
from namesake.cli.options import home_of, home_option
from namesake.cli.rendering import counted, pretty_json, say, visible


@click.command()
@click.argument("key")
@population_option
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE",
    help="Where to write the JSON; - is standard output.",
)  # fmt: skip
@by_option
@home_option
def export(key: str, population: str, out: Path, by: str) -> None:
    """Write all that is kept of a subject into FILE as JSON: versions, matches, alerts, decisions, comments and events,
    with every detail. That it was exported is recorded.

    It names those who decided, and holds what they wrote: look through it before it goes out.
    """
    settings = read_settings(home_of(click.get_current_context()))
    found = open_exporting(settings).export(population, key, decider(settings, by))
    if said := open_record(settings).settle():  # else that it was exported could be cut off the record unnoticed
        click.echo(visible(f"attention: {said}"), err=True)
    text = f"{pretty_json(found)}\n"
    if str(out) == "-":
        click.echo(text, nl=False)
        return
    from namesake.reports.sheets import write_text

    write_text(out, [text])
    counts = (
        counted(len(found["versions"]), "version"),
        counted(len(found["changes"]), "change") + " of matches",
        counted(len(found["alerts"]), "alert"),
        counted(len(found["record"]), "event"),
    )
    say(f"{out} holds all that is kept of {key} in {population}: {', '.join(counts)}; recorded as event "
        f"{found['exported']['event']:,}.")  # fmt: skip
