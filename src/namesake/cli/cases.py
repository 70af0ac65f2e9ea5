"""`namesake cases`: what there is to decide, the overdue first; and decisions of other systems."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
import msgspec

from namesake.bootstrap import SystemClock, decider, open_desk, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import counted, print_json, print_table, say, visible
from namesake.cli.screen import policy_option
from namesake.values.cases import AlertState

if TYPE_CHECKING:
    from namesake.app.cases import Desk, Line

SHOWN = 50
"""Alerts shown in the terminal; JSON names all of them."""

_OFTEN_EMPTY = frozenset({"Score#", "Assigned", "Clock", "Redress"})
"""Columns that are left out where nothing stands in them."""

STATES: tuple[AlertState, ...] = get_args(AlertState)

by_option = click.option(
    "--by", default="", metavar="NAME", help="Who, where NAMESAKE_TRUSTED_FRONT=1 (else who is logged in)."
)


@click.group(invoke_without_command=True)
@click.option("--population", "-p", "names", multiple=True, metavar="NAME", help="Which population; else all of them.")
@click.option(
    "--state", "states", multiple=True, type=click.Choice(STATES),
    help="Which states; else those in which something is to be done.",
)  # fmt: skip
@click.option("--assigned", default="", metavar="NAME", help="Only those that this person sees to.")
@click.option("--overdue", is_flag=True, help="Only those whose clock has run out.")
@policy_option
@format_option
@home_option
@click.pass_context
def cases(  # noqa: PLR0913 - one parameter an option is how click works
    ctx: click.Context, names: tuple[str, ...], states: tuple[AlertState, ...], assigned: str, overdue: bool,
    policy_file: Path | None, style: str,
) -> None:  # fmt: skip
    """List the alerts that want something done, the overdue first; the alerts of a subject are its case.

    Alerts whose decision holds no longer by its own date are opened again first.
    """
    if ctx.invoked_subcommand:
        return
    from namesake.app.cases import UNSETTLED, Wish
    from namesake.app.cases import overdue as late
    from namesake.review import cases as words

    desk = open_desk(read_settings(home_of(ctx)))
    woken = desk.wake(policy_of(policy_file).decisions)
    found = desk.listed(Wish(names, states or UNSETTLED, assigned, overdue))
    today = SystemClock().now().date()
    if style == "json":
        lines = map(document, desk.lines(found))
        print_json(
            {"format": "namesake.cases/1", "opened_again": [one.after.id for one in woken], "alerts": list(lines)}
        )
    else:
        _show(desk.lines(found[:SHOWN]))
        if len(found) > SHOWN:
            say(f"{counted(len(found) - SHOWN, 'more alert')}: --format json names all of them.")
        if woken:
            say(f"{counted(len(woken), 'alert')} opened again: the decision held no longer.")
        say(words.summary(found, today))
    act = any(late(alert, today) for alert in found)
    wants = any(alert.state in ("open", "proposed") for alert in found)
    ctx.exit(FAILED if act else ATTENTION if wants else DONE)


@cases.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--population", "-p", required=True, metavar="NAME", help="Which population the keys are of.")
@click.option("--system", required=True, metavar="NAME", help="Which system the decisions are from.")
@by_option
@format_option
@home_option
def bring(file: Path, population: str, system: str, by: str, style: str) -> None:
    """Import decisions of another system, as unverified: they are shown with the alerts of their subjects, and never
    applied.

    FILE is a table with the columns subject (the key), entry, decision and reason, and by and at where they are known.
    It is imported whole or not at all.
    """
    from namesake.app.legacy import Import, brought
    from namesake.feeds.tables import open_table

    settings = read_settings(home_of(click.get_current_context()))
    desk, asked = open_desk(settings), Import(population, system, decider(settings, by), SystemClock().now())
    offered = brought(desk.stocks.populations, visible(str(file)), open_table(file), asked)
    new = desk.bring(offered)
    if style == "json":
        known = len(offered) - new
        print_json({"format": "namesake.cases.import/1", "imported": new, "known": known, "population": population})
        return
    before = f"; {counted(len(offered) - new, 'decision')} had been imported before" if new < len(offered) else ""
    say(f"{population}: {counted(new, 'decision')} of {system} imported, unverified: shown, never applied{before}.")


def document(line: "Line") -> dict[str, Any]:
    """An alert for programs."""
    alert = msgspec.to_builtins(line.alert)
    alert["rest"] = line.alert.rest.digest
    subject = line.subject
    key, name = (subject.key, subject.subject.entity.caption) if subject else (None, None)
    return {**alert, "lists": list(line.alert.lists), "key": key, "name": name, "listed": line.listed}


def who(line: "Line") -> tuple[str, str]:
    """The key and the name of the subject of an alert."""
    subject = line.subject
    return (
        (subject.key, subject.subject.entity.caption) if subject else (f"number {line.alert.subject.number}", "erased")
    )


def desk_of(ctx: click.Context) -> "Desk":
    """The desk of the home that is in use."""
    return open_desk(read_settings(home_of(ctx)))


def _show(lines: "list[Line]") -> None:
    from namesake.review import cases as words
    from namesake.review.numbers import score_text

    today = SystemClock().now().date()
    rows = []
    for line in lines:
        alert = line.alert
        score = score_text(alert.score) if alert.entries else ""
        listed = f"{line.listed} ({', '.join(alert.lists)})"
        clock = words.due(alert, today)
        proofs = ", ".join(alert.proofs)
        rows.append((str(alert.id), *who(line), listed, score, alert.state, alert.assigned, clock, proofs, alert.why))
    columns = ("Alert#", "Subject", "Name", "Listed", "Score#", "State", "Assigned", "Clock", "Redress", "Why")
    kept = [place for place, name in enumerate(columns) if name not in _OFTEN_EMPTY or any(row[place] for row in rows)]
    if rows:
        print_table("", [columns[place] for place in kept], [[row[place] for place in kept] for row in rows])
