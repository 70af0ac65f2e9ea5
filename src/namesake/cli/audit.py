"""`namesake audit`: whether the record stands, the record for others to verify, and where it ends."""

import json
import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from namesake.bootstrap import open_record, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import counted, print_json, print_table, say, visible, waiting
from namesake.cli.screen import policy_option

if TYPE_CHECKING:
    from namesake.app.record import Audit, Record

SHOWN = 50
"""Faults shown in the terminal; JSON names all of them."""


def _public(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(value.strip().lower() for value in values)
    if not all(re.fullmatch("[0-9a-f]{64}", value) for value in found):
        raise click.BadParameter("a public key is 64 digits in hex, as `namesake audit key` prints it.")
    return found


@click.group()
@home_option
def audit() -> None:
    """Verify and export the record of all that happened, and note where it ends."""


@audit.command()
@click.option(
    "--against", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="A file of checkpoints; those beside the store and in NAMESAKE_CHECKPOINTS count anyway.",
)  # fmt: skip
@click.option(
    "--key", "keys", multiple=True, metavar="HEX", callback=_public, help="Count only checkpoints that this key signed."
)
@format_option
@home_option
def verify(against: tuple[Path, ...], keys: tuple[str, ...], style: str) -> None:
    """Hold the record against itself, against all that is kept of what it records, and against every checkpoint.

    Whatever was altered, inserted, reordered, removed, cut off or rolled back is named, event by event.
    """
    with waiting("verifying the record"):
        found = _opened().verify(against, keys)
    if style == "json":
        print_json(_document(found))
    else:
        _show(found)
    click.get_current_context().exit(FAILED if found.faults else ATTENTION if found.doubts else DONE)


@audit.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--details", is_flag=True, help="With the details, which hold personal data.")
@home_option
def export(file: Path, details: bool) -> None:
    """Write the record into FILE as lines of JSON, which a script of thirty lines can verify without this software.

    That it was exported is an event as well: the last line.
    """
    lines = _opened().export(details=details)
    if str(file) == "-":
        for line in lines:
            click.echo(line)
        return
    from namesake.reports.sheets import write_text

    counting = count(1)
    with waiting("exporting the record"):
        write_text(file, (f"{line}\n" for line, _ in zip(lines, counting, strict=False)))
    what = "with all details that were not destroyed: it holds personal data" if details else "without any details"
    say(f"{file} holds {counted(next(counting) - 1, 'event')}, {what}.")


@audit.command()
@format_option
@home_option
def checkpoint(style: str) -> None:
    """Note where the record ends, beside the store and in every folder of NAMESAKE_CHECKPOINTS; signed where
    NAMESAKE_CHECKPOINT_KEY names a key. Every run and every decision does so by itself."""
    record = _opened()
    record.catch_up()
    made = record.checkpoint()
    if style == "json":
        from namesake.record.checkpoints import written

        document = json.loads(written(made)) if made else None
        print_json({"checkpoint": document, "places": [str(place) for place in record.points.places]})
    elif made:
        say(f"event {made.number:,} {made.hash}")
        for place in record.points.places:
            say(f"noted in {place}{', signed by ' + made.key if made.key else ''}")
    else:
        say("Nothing is recorded yet.")
    click.get_current_context().exit(DONE if made else ATTENTION)


@audit.command()
@click.argument("file", type=click.Path(path_type=Path))
def key(file: Path) -> None:
    """Make a private key in FILE, readable by you alone, to sign checkpoints with; prints the public one."""
    from namesake.stores.signing import make_key

    public = make_key(file)
    say(public)
    click.echo(visible(f"{file} holds the private key: NAMESAKE_CHECKPOINT_KEY={file} signs with it."), err=True)
    click.echo("Keep the line above where the record is audited: namesake audit verify --key it.", err=True)


@audit.command()
@click.option("--population", "-p", "names", multiple=True, metavar="NAME", help="Which population; else all of them.")
@click.option("--carry-out", is_flag=True, help="Destroy what is due and not forbidden to be destroyed.")
@policy_option
@format_option
@home_option
def retention(names: tuple[str, ...], carry_out: bool, policy_file: Path | None, style: str) -> None:
    """Show the withdrawn subjects whose data are due to be destroyed, by the section [retention] of the policy.

    With --carry-out they are destroyed, save those on whom a legal hold is. It cannot be undone.
    """
    from namesake.cli.subjects_erasing import carried_out

    policy = policy_of(policy_file)
    click.get_current_context().exit(carried_out(policy, names, style, carry_out=carry_out))


def _opened() -> "Record":
    return open_record(read_settings(home_of(click.get_current_context())))


def _show(found: "Audit") -> None:
    done = found.verified
    if found.faults:
        rows = [(f"{fault.number:,}" if fault.number else "-", fault.what) for fault in found.faults[:SHOWN]]
        print_table("Not as it was written", ("Event#", "What is wrong"), rows)
    if len(found.faults) > SHOWN:
        say(f"{counted(len(found.faults) - SHOWN, 'more fault')}: --format json names all of them.")
    for doubt in found.doubts:
        click.echo(visible(f"attention: {doubt}"), err=True)
    kept = f"{counted(done.events, 'event')}, {counted(done.details, 'detail')}"
    kept += f", {done.destroyed:,} more destroyed as recorded" if done.destroyed else ""
    points = counted(done.checkpoints, "checkpoint")
    if found.faults:
        say(f"THE RECORD DOES NOT STAND: {counted(len(found.faults), 'fault')} in {kept}, held against {points}.")
    else:
        say(f"The record stands: {kept}, held against {points}.")
    if done.last:
        say(f"It ends with event {done.last.number:,} of {done.last.at:%Y-%m-%d %H:%M} UTC: {done.last.hash}")


def _document(found: "Audit") -> dict[str, Any]:
    done = found.verified
    return {
        "format": "namesake.audit/1",
        "stands": not found.faults,
        "events": done.events,
        "details": done.details,
        "destroyed": done.destroyed,
        "checkpoints": done.checkpoints,
        "places": list(found.places),
        "last": {"number": done.last.number, "hash": done.last.hash} if done.last else None,
        "faults": [{"event": fault.number, "what": fault.what} for fault in found.faults],
        "doubts": list(found.doubts),
    }
