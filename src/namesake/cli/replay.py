"""`namesake replay`: an old run once more."""

from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import open_replaying, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.rendering import counted, print_json, print_table, say, waiting
from namesake.values.revets import Found

if TYPE_CHECKING:
    from namesake.app.replaying import Replayed

SHOWN = 50
"""Differences shown in the terminal; JSON names all of them."""


@click.command()
@click.argument("run", type=click.IntRange(1, 2**62))
@format_option
@home_option
def replay(run: int, style: str) -> None:
    """Repeat RUN, by its number, from the subjects, list versions, policy and model that it rested on.

    What is found is held against what the run recorded, byte for byte. Where something is missing or differs, it is
    said what and, where that is known, why. Nothing is changed.
    """
    with waiting(f"replaying run {run}") as tell:
        found = open_replaying(read_settings(home_of(click.get_current_context()))).replay(run, tell)
    if style == "json":
        print_json(_document(found))
    else:
        _show(found)
    click.get_current_context().exit(_code(found))


def _code(found: "Replayed") -> int:
    if not found.same:
        return FAILED
    return ATTENTION if found.run.subjects != found.subjects else DONE


def _show(found: "Replayed") -> None:
    run = found.run
    if run.lists:
        print_table("", ("Rested on", "What"), _rested(found))
    for note in found.notes:
        say(f"Otherwise than then: {note}.")
    for what in found.missing:
        say(f"Missing: {what}.")
    gone = run.subjects - found.subjects
    if found.verification and gone > 0 and found.erased:
        events = ", ".join(str(event) for event in sorted({event for _, event in found.erased}))
        say(f"The data of {counted(gone, 'subject')} were destroyed since, as recorded (event {events}).")
    if found.verification is None:
        say(f"Run {run.id} cannot be repeated.")
        return
    _differences(found)
    if found.same:
        matches = counted(found.verification.matches, "match", "matches")
        say(f"Run {run.id} of {run.begun.began:%Y-%m-%d %H:%M} UTC again: the same {matches}, to the byte.")
        say(f"sha256 {found.recorded}")


def _rested(found: "Replayed") -> list[tuple[str, str]]:
    run = found.run
    lists = [(f"list {item.reference}", f"{item.version} {item.hash[:12]}") for item in run.lists]
    there = f"{found.subjects:,} of {run.subjects:,}" if found.verification else f"{run.subjects:,}"
    subjects = f"{there}, in state {run.begun.sequence}"
    basis = [("model", run.begun.model_hash[:12]), ("policy", run.begun.policy_hash[:12])]
    return [(f"subjects of {run.population}", subjects), *lists, *basis]


def _differences(found: "Replayed") -> None:
    check = found.verification
    assert check
    kinds = (("not recorded", check.missing), ("not found again", check.surplus), ("otherwise", check.different))
    rows = [(what, str(one.number), f"{one.entry.reference} {one.entry.id}") for what, some in kinds for one in some]
    if rows:
        print_table("Not the same", ("What", "Subject#", "List entry"), rows[:SHOWN])
        if len(rows) > SHOWN:
            say(f"{counted(len(rows) - SHOWN, 'more difference')}: --format json names all of them.")
    if not found.same:
        say(f"Run {found.run.id} again: NOT THE SAME: {counted(len(rows), 'difference')}.")
        say(f"recorded sha256 {found.recorded}, found sha256 {found.repeated}")


def _document(found: "Replayed") -> dict[str, Any]:
    check = found.verification
    return {
        "format": "namesake.replay/1",
        "run": found.run.id,
        "population": found.run.population,
        "same": found.same,
        "missing": list(found.missing),
        "notes": list(found.notes),
        "erased": [{"subject": number, "event": event} for number, event in found.erased],
        "subjects": {"then": found.run.subjects, "now": found.subjects},
        "matches": check.matches if check else None,
        "recorded": found.recorded,
        "repeated": found.repeated,
        "not_recorded": _named(check.missing if check else ()),
        "not_found": _named(check.surplus if check else ()),
        "different": _named(check.different if check else ()),
    }


def _named(found: tuple[Found, ...]) -> list[dict[str, Any]]:
    return [{**msgspec.to_builtins(one), "match": msgspec.json.decode(one.match)} for one in found]
