"""`namesake lookup`: one name, explained."""

from pathlib import Path

import click

from namesake.bootstrap import open_screening, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import output, print_json, waiting
from namesake.cli.screen import lists_option, policy_option, say_overdue
from namesake.kernels import INTERPRETED, compiled
from namesake.values.matches import Result
from namesake.values.runs import RunContext


@click.command()
@click.argument("name")
@click.option("--birth-date", help="Date of birth, as precisely as known (1985-12-15, 1985-12, 1985).")
@click.option("--nationality", multiple=True, help="Country name or code.")
@click.option("--gender", help="male or female.")
@click.option("--identifier", multiple=True, help="Number of a passport, registration, ship (IMO) or wallet.")
@click.option("--alias", multiple=True, help="Another name of the same party.")
@click.option("--schema", default="", help="Person, Organization, Company, Vessel ...; else compared with everything.")
@lists_option
@policy_option
@format_option
@home_option
def lookup(  # noqa: PLR0913 - one parameter an option is how click works
    name: str, birth_date: str | None, nationality: tuple[str, ...], gender: str | None, identifier: tuple[str, ...],
    alias: tuple[str, ...], schema: str, lists: tuple[str, ...], policy_file: Path | None, style: str,
) -> None:  # fmt: skip
    """Look NAME up in the lists and explain every match."""
    from namesake.app.lookup import Query, subject_of

    query = Query(name, birth_date or "", nationality, gender or "", identifier, alias, schema)
    subject = subject_of(query)
    settings = read_settings(home_of(click.get_current_context()))
    if style != "json" and not compiled():
        click.echo(INTERPRETED, err=True)
    with waiting("opening the lists") as tell:
        ready = open_screening(settings).open(policy_of(policy_file), lists, tell)
    result = ready.screening.screen(subject)
    _show(result, ready.context, style)
    overdue = say_overdue(ready.context)
    click.get_current_context().exit(FAILED if overdue else ATTENTION if result.matches else DONE)


def _show(result: Result, context: RunContext, style: str) -> None:
    if style == "json":
        from namesake.reports.document import result_document

        print_json(result_document(result, context))
        return
    from namesake.reports.terminal import explain

    output().print(explain(result, context))
