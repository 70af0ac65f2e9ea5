"""`namesake decide` and `namesake second`: what people make of alerts."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
import msgspec

from namesake.bootstrap import decider, open_desk, read_settings
from namesake.cli.cases import by_option
from namesake.cli.exit_codes import ATTENTION, DONE
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import counted, print_json, say, visible
from namesake.cli.screen import policy_option
from namesake.values.cases import Decision, Judgement

if TYPE_CHECKING:
    from namesake.app.cases import Desk

JUDGEMENTS: tuple[Judgement, ...] = get_args(Judgement)

_reason = click.option("--reason", required=True, metavar="TEXT", help="Why, in your own words: recorded for good.")


@click.command()
@click.argument("numbers", metavar="ALERT...", nargs=-1, required=True, type=int)
@click.option("--as", "judgement", required=True, type=click.Choice(JUDGEMENTS), help="What they are decided to be.")
@_reason
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day on which it holds.")
@by_option
@policy_option
@format_option
@home_option
def decide(  # noqa: PLR0913 - one parameter an option is how click works
    numbers: tuple[int, ...], judgement: Judgement, reason: str, until: datetime | None, by: str,
    policy_file: Path | None, style: str,
) -> None:  # fmt: skip
    """Decide alerts: all of them, or none.

    The decision holds for exactly what is known now of both sides, and for the model and the policy; when anything
    material changes the alert is opened again. Of several alerts decided together a sample gets a second look.
    """
    from namesake.app.cases import Request

    policy = policy_of(policy_file)
    settings = read_settings(home_of(click.get_current_context()))
    request = Request(judgement, reason, decider(settings, by), until.date() if until else None)
    desk = open_desk(settings)
    made = desk.decide(tuple(dict.fromkeys(numbers)), request, policy.decisions)
    settle(desk)
    _tell(made, style, "namesake.decide/1")


@click.command()
@click.argument("number", metavar="DECISION", type=int)
@click.option("--agree/--refuse", "agree", default=None, required=True, help="Whether you come to the same decision.")
@_reason
@by_option
@policy_option
@format_option
@home_option
def second(number: int, agree: bool, reason: str, by: str, policy_file: Path | None, style: str) -> None:
    """Agree to a proposed decision as the second person, or refuse it. The second person is never the first.

    Where a sample of alerts decided together is refused, all of them are opened again.
    """
    policy = policy_of(policy_file)
    settings = read_settings(home_of(click.get_current_context()))
    desk = open_desk(settings)
    made = desk.second(number, reason, decider(settings, by), policy.decisions, agree=agree)
    settle(desk)
    _tell(made, style, "namesake.second/1")


def settle(desk: "Desk") -> None:
    """Note where the record ends, now that something was decided; what goes wrong with that undoes no decision."""
    if said := desk.settle():
        click.echo(visible(f"attention: {said}"), err=True)


def _tell(made: Sequence[Decision], style: str, form: str) -> None:
    """Say what was written; exit code 1 where something waits for somebody else."""
    if style == "json":
        decisions = [{**msgspec.to_builtins(one), "rest": one.rest.digest} for one in made]
        print_json({"format": form, "decisions": decisions})
    else:
        for one in made if len(made) <= 20 else [one for one in made if one.state == "proposed"]:
            say(_line(one))
        say(_sum(made))
    waits = any(one.state == "proposed" for one in made)
    click.get_current_context().exit(ATTENTION if waits else DONE)


def _line(one: Decision) -> str:
    until = f" until {one.until}" if one.until else ""
    said = f"Decision {one.id}: alert {one.alert} is {one.judgement}{until}, by {one.by}"
    if one.state == "proposed":
        why = ", drawn for a second look" if one.sampled else ""
        return f"{said}: proposed{why}; somebody else must say: namesake second {one.id} --agree|--refuse --reason TEXT"
    if one.second:
        return (
            f"{said}; {one.second} {'agreed: in force' if one.state == 'in force' else 'refused: the alert is open'}."
        )
    return f"{said}: {one.state}{': ' + one.ended if one.ended else ''}."


def _sum(made: Sequence[Decision]) -> str:
    count = {state: sum(one.state == state for one in made) for state in ("in force", "proposed", "refused", "ended")}
    said = ", ".join(f"{number:,} {state}" for state, number in count.items() if number)
    return f"{counted(len(made), 'decision')}: {said}."
