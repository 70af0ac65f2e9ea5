"""`namesake redress`: references for people who were wrongly matched, so that they are believed the second time."""

from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import decider, open_redress, read_settings
from namesake.cli.cases import by_option, document, who
from namesake.cli.decide import settle
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.redress_proofs import decision_document, proof_document
from namesake.cli.rendering import counted, print_json, print_table, say

if TYPE_CHECKING:
    from namesake.app.cases import Line
    from namesake.app.redress import Redressing, Trail


@click.group()
@home_option
def redress() -> None:
    """Give references to people who were wrongly matched, and look what one proves."""


@redress.command()
@click.argument("number", metavar="ALERT", type=int)
@by_option
@format_option
@home_option
def give(number: int, by: str, style: str) -> None:
    """Give the subject of ALERT a reference, once it is decided that the match is false; prints what to tell them.

    A later alert on the same listed party arrives with the proof attached: of the same subject, and of whoever is
    enrolled from a file that has the reference in a column called "redress".
    """
    from namesake.review.redress import letter

    settings = read_settings(home_of(click.get_current_context()))
    redressing = open_redress(settings)
    given = redressing.give(number, decider(settings, by))
    settle(redressing.desk)
    told = letter(given.redress, given.decision.at.date())
    if style == "json":
        found = {**msgspec.to_builtins(given.redress), "new": given.new, "letter": told}
        print_json({"format": "namesake.redress.give/1", **found})
        return
    for line in told:
        say(line)
    before = "" if given.new else f" It was given before, on {given.redress.given:%Y-%m-%d} by {given.redress.by}."
    click.echo(f"Alert {number}, decision {given.decision.id}: tell the person the lines above.{before}", err=True)


@redress.command()
@click.argument("reference")
@format_option
@home_option
def show(reference: str, style: str) -> None:
    """What REFERENCE proves: to whom it was given, on account of which decision, and which alerts it is attached to."""
    redressing = open_redress(read_settings(home_of(click.get_current_context())))
    found = redressing.trail(reference)
    if style == "json":
        print_json(_document(redressing, found))
        return
    _show(redressing, found)


def _show(redressing: "Redressing", found: "Trail") -> None:
    from namesake.review import cases as words
    from namesake.review.redress import NOT_BY_ITSELF

    key, name = who(found.line)
    population = found.line.alert.subject.population
    rows = []
    for given in found.given:
        decision = found.decisions[given.decision]
        said = f"{words.decision(decision)} ({words.state(decision)})"
        rows.append((words.moment(given.given), given.by, str(decision.id), said))
    title = f"{found.reference}: {key} {name} in {population} was found not to be {found.line.listed}"
    print_table(title, ("Given", "By", "Decision#", "On account of"), rows)
    print_table("Alerts", _COLUMNS, [_row(redressing, found, line) for line in (found.line, *found.others)])
    say(f"{found.reference} is attached to {counted(1 + len(found.others), 'alert')}. {NOT_BY_ITSELF}")


_COLUMNS = ("Alert#", "Population", "Subject", "Name", "State", "Facts against the former decision")


def _row(redressing: "Redressing", found: "Trail", line: "Line") -> tuple[str, ...]:
    from namesake.review.redress import compared

    proofs, _ = redressing.proofs(line)
    facts = next((compared(one, line.alert) for one in proofs if one.reference == found.reference), "")
    return (str(line.alert.id), line.alert.subject.population, *who(line), line.alert.state, facts)


def _document(redressing: "Redressing", found: "Trail") -> dict[str, Any]:
    given = [
        {**msgspec.to_builtins(one), "decision": decision_document(found.decisions[one.decision])}
        for one in found.given
    ]
    alerts = []
    for line in (found.line, *found.others):
        proofs, _ = redressing.proofs(line)
        mine = [proof_document(one, line.alert) for one in proofs if one.reference == found.reference]
        alerts.append({**document(line), "proof": mine[0] if mine else None})
    return {"format": "namesake.redress.show/1", "reference": found.reference, "given": given, "alerts": alerts}
