"""`namesake subjects forget`, `hold`, `release` and `holds`: destroying what is kept, and what forbids it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from namesake.bootstrap import decider, open_erasing, read_settings
from namesake.cli.enrol import population_option
from namesake.cli.exit_codes import ATTENTION, DONE
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import counted, print_json, print_table, say, visible, waiting
from namesake.cli.screen import policy_option
from namesake.values.policies import Policy

if TYPE_CHECKING:
    from namesake.app.erasing import Due, Erasing
    from namesake.values.retention import Erased

SHOWN = 50
"""Subjects shown in the terminal; JSON names all of them."""


def _reason(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    reason = " ".join(value.split())
    if not reason or len(reason) > 1000:
        raise click.BadParameter("say why, in at most 1,000 characters: the reason is recorded for good.")
    return reason


keys_argument = click.argument("keys", metavar="KEY...", nargs=-1, required=True)
reason_option = click.option(
    "--reason", required=True, callback=_reason, help="Why: recorded for good. Name no person in it."
)
by_option = click.option("--by", default="", metavar="NAME", help="Who wants it, where a trusted front says so.")


@click.command()
@keys_argument
@population_option
@reason_option
@click.option("--early", is_flag=True, help="Before the retention periods have ended; never against a legal hold.")
@by_option
@policy_option
@format_option
@home_option
def forget(  # noqa: PLR0913 - one parameter an option is how click works
    keys: tuple[str, ...], population: str, reason: str, early: bool, by: str, policy_file: Path | None, style: str
) -> None:
    """Destroy all that is kept of withdrawn subjects: every version, match, decision's grounds, and recorded detail.

    The record still verifies, and says that it was done. It cannot be undone, and does not reach into backups,
    exports and reports that were made before.
    """
    from namesake.app.erasing import Asked

    policy = policy_of(policy_file)
    erasing, who = _opened(by)
    with waiting(f"forgetting {counted(len(keys), 'subject')}"):
        done = erasing.forget(population, keys, Asked(reason, who, early), policy.retention)
    unsettled = erasing.settle()
    if style == "json":
        print_json({"format": "namesake.subjects.forget/1", "erased": _documents(done), "unsettled": unsettled})
    else:
        for one in done:
            say(_told(one))
    _doubt(unsettled)
    click.get_current_context().exit(ATTENTION if unsettled else DONE)


@click.command()
@keys_argument
@population_option
@reason_option
@by_option
@home_option
def hold(keys: tuple[str, ...], population: str, reason: str, by: str) -> None:
    """Put a legal hold on subjects: nothing of them is destroyed while it stands, whoever wishes it."""
    from namesake.app.erasing import Asked

    erasing, who = _opened(by)
    new = erasing.hold(population, keys, Asked(reason, who))
    _doubt(erasing.settle())
    say(f"{population}: a legal hold is on {counted(len(set(keys)), 'subject')}; {new:,} of them had none.")


@click.command()
@keys_argument
@population_option
@reason_option
@by_option
@home_option
def release(keys: tuple[str, ...], population: str, reason: str, by: str) -> None:
    """Lift the legal hold on subjects."""
    from namesake.app.erasing import Asked

    erasing, who = _opened(by)
    lifted = erasing.release(population, keys, Asked(reason, who))
    _doubt(erasing.settle())
    say(f"{population}: the legal hold on {counted(lifted, 'subject')} is lifted.")


@click.command()
@format_option
@home_option
def holds(style: str) -> None:
    """Every legal hold: on whom, since when, by whom, and why."""
    erasing, _ = _opened("")
    found = erasing.holds()
    if style == "json":
        documents = [
            {"population": one.subject.population, "key": one.key, "since": one.since.isoformat(), "by": one.by,
             "reason": one.reason} for one in found
        ]  # fmt: skip
        print_json({"format": "namesake.subjects.holds/1", "holds": documents})
    elif found:
        rows = [(one.subject.population, one.key, f"{one.since:%Y-%m-%d}", one.by, one.reason) for one in found]
        print_table("", ("Population", "Key", "Since", "By", "Why"), rows)
    else:
        say("There is no legal hold.")


def carried_out(policy: Policy, names: Sequence[str], style: str, *, carry_out: bool) -> int:
    """Show who is due by the retention periods and, where wanted, destroy what is kept of them; gives the exit code."""
    erasing, who = _opened("")
    found = erasing.due(policy, names)
    done: Sequence[Erased] = ()
    unsettled = ""
    if carry_out and found:
        with waiting("destroying what is due"):
            done = erasing.carry_out(found, who, policy.retention)
        unsettled = erasing.settle()
    if style == "json":
        documents = [_due(one) for one in found]
        print_json({"format": "namesake.retention/1", "due": documents, "erased": _documents(done)})
    else:
        _show_due(found, policy)
        for one in done[:SHOWN]:
            say(_told(one))
        if carry_out:
            say(f"Destroyed: {counted(len(done), 'subject')}. Kept: {counted(len(found) - len(done), 'subject')}.")
    _doubt(unsettled)
    left = len([one for one in found if one.against is None]) - len(done)
    return ATTENTION if left or unsettled else DONE


def _opened(by: str) -> "tuple[Erasing, str]":
    settings = read_settings(home_of(click.get_current_context()))
    return open_erasing(settings), decider(settings, by)


def _doubt(unsettled: str) -> None:
    if unsettled:
        click.echo(visible(f"attention: {unsettled}"), err=True)


def _told(done: "Erased") -> str:
    what = f"{counted(done.versions, 'version')}, {counted(done.changes, 'change')} of matches"
    also = f"{counted(done.details, 'recorded detail')}, and what {counted(done.alerts, 'alert')} said"
    of = f"Subject {done.subject.number} of {done.subject.population}"
    return f"{of}: {what}, {also}: destroyed, recorded as event {done.event:,}."


def _documents(done: "Sequence[Erased]") -> list[dict[str, Any]]:
    return [
        {"population": one.subject.population, "number": one.subject.number, "versions": one.versions,
         "changes": one.changes, "details": one.details, "alerts": one.alerts, "event": one.event} for one in done
    ]  # fmt: skip


def _due(one: "Due") -> dict[str, Any]:
    of = one.standing.subject
    against = one.against.what if one.against else ""
    return {"population": of.population, "key": one.standing.key, "since": one.since.isoformat(), "against": against}


def _show_due(found: "Sequence[Due]", policy: Policy) -> None:
    rules = policy.retention
    if rules.withdrawn_years is None:
        say("The policy sets no period after which withdrawn subjects are due: retention.withdrawn_years.")
    else:
        after = f"withdrawn {counted(rules.withdrawn_years, 'year')} ago"
        say(f"Due: {after}, and not decided on for {counted(rules.decisions_years, 'year')}.")
    rows = [
        (one.standing.subject.population, one.standing.key, f"{one.since}", one.against.what if one.against else "")
        for one in found[:SHOWN]
    ]
    if rows:
        print_table("", ("Population", "Key", "Due since", "But"), rows)
    if len(found) > SHOWN:
        say(f"{counted(len(found) - SHOWN, 'more subject')}: --format json names all of them.")
    say(f"{counted(len(found), 'subject is', 'subjects are')} due.")
