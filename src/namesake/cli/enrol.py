"""`namesake enrol`: the people and organisations of a file come under recurrent screening."""

from collections.abc import Sequence
from pathlib import Path

import click

from namesake.bootstrap import SystemClock, open_populations, read_settings
from namesake.cli.exit_codes import DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.rendering import counted, print_json, say, visible, waiting
from namesake.cli.screen import delimiter_option, encoding_option, map_option, sheet_option
from namesake.values.entities import Note, Skipped
from namesake.values.populations import Enrolment

SHOWN = 10
"""Skipped rows that are named in the terminal; JSON names all of them."""

population_option = click.option("--population", "-p", required=True, metavar="NAME", help="Which population.")


@click.command()
@click.argument("file", metavar="INPUT", type=click.Path(path_type=Path))
@population_option
@click.option("--key", required=True, metavar="COLUMN", help="The column that says whom a row is about, for good.")
@click.option("--complete", is_flag=True, help="The file is the whole population: withdraw who is not in it.")
@click.option(
    "--accept", default="", metavar="REASON",
    help="Withdraw even most of the population, with --complete; the reason is recorded for good.",
)  # fmt: skip
@map_option
@click.option("--schema", type=click.Choice(["Person", "Organization", "Company", "Vessel"]), help="What every row is.")
@sheet_option
@encoding_option
@delimiter_option
@click.option("--allow-skipped", is_flag=True, help="Do not end with exit code 2 because rows were skipped.")
@format_option
@home_option
def enrol(  # noqa: PLR0913 - one parameter an option is how click works
    file: Path, population: str, key: str, complete: bool, accept: str, overrides: dict[str, str],
    schema: str | None, sheet: str | None, encoding: str | None, delimiter: str | None, allow_skipped: bool, style: str,
) -> None:  # fmt: skip
    """Put the people and organisations of a file under recurrent screening, as one population.

    The file is read as `screen` reads it. Enrolling again updates: who is new is added, whose content differs gets a
    new version, and nothing else changes. It happens whole or not at all.
    """
    from namesake.app import files
    from namesake.app.populations import KEY
    from namesake.cli.progress import counting
    from namesake.feeds.tables import open_table

    if key in overrides:
        raise click.UsageError(f"--key and --map both say what {key!r} is.")
    enrolments = open_populations(read_settings(home_of(click.get_current_context())))
    with waiting(f"reading {file.name}"):
        table = open_table(file, sheet=sheet, delimiter=delimiter, encoding=encoding)
        asked = files.Asked({**overrides, key: KEY}, schema or "")
        planned = files.plan(visible(str(file)), table, asked, SystemClock())
    if style == "table":
        for line in planned.said:
            click.echo(visible(line), err=True)
    with counting("enrolling", 2 * table.total if table.total else None) as progress:
        done = enrolments.enrol(population, planned, complete=complete, accept=accept, tell=progress)
    if style == "json":
        print_json(document(done))
    else:
        say_skipped(done.skipped)
        _say_notes(done.notes)
        say(sentence(done))
    skipped = done.skipped and not allow_skipped
    if skipped:
        rows = f"{counted(len(done.skipped), 'row')} {'was' if len(done.skipped) == 1 else 'were'} skipped"
        click.echo(f"exit code {FAILED}: {rows}; --allow-skipped says that this is expected", err=True)
    click.get_current_context().exit(FAILED if skipped else DONE)


def sentence(done: Enrolment) -> str:
    """What an enrolment came to, in one sentence."""
    parts = [f"{done.added:,} added", f"{done.changed:,} changed", f"{done.unchanged:,} unchanged"]
    parts += [f"{done.returned:,} returned"] if done.returned else []
    parts += [f"{done.withdrawn:,} withdrawn"] if done.withdrawn else []
    skipped = f"; {counted(len(done.skipped), 'row')} skipped" if done.skipped else ""
    return f"{done.population}: {counted(done.subjects, 'subject')} enrolled ({', '.join(parts)}){skipped}."


def say_skipped(skipped: Sequence[Skipped]) -> None:
    """Name the rows that were skipped on stderr, the first of them one by one."""
    for item in skipped[:SHOWN]:
        place = f"{item.where}: " if str(item.where) else ""
        click.echo(visible(f"skipped: {place}{item.reason} [{item.code}]"), err=True)
    if more := len(skipped[SHOWN:]):
        click.echo(f"skipped: {more:,} more; --format json names all of them", err=True)


def _say_notes(notes: Sequence[Note]) -> None:
    """Say which references of redress attach no proof, the first of them one by one."""
    for item in notes[:SHOWN]:
        click.echo(visible(f"attention: {item.where}: {item.text} [{item.code}]"), err=True)
    if more := len(notes[SHOWN:]):
        click.echo(f"attention: {more:,} more references; --format json names all of them", err=True)


def document(done: Enrolment, form: str = "namesake.enrol/1") -> dict[str, object]:
    """What an enrolment or a withdrawal came to, for programs."""
    return {
        "format": form,
        "population": done.population,
        "state": done.sequence,
        "subjects": done.subjects,
        "added": done.added,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "returned": done.returned,
        "withdrawn": done.withdrawn,
        "skipped": [
            {"row": item.where.row, "key": item.key, "code": item.code, "reason": item.reason} for item in done.skipped
        ],
        "notes": [{"row": item.where.row, "code": item.code, "text": item.text} for item in done.notes],
    }
