"""`namesake revet`: who among the enrolled is concerned by what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import open_revetting, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import counted, print_error, print_json, print_table, say, visible, waiting
from namesake.cli.screen import policy_option
from namesake.errors import NamesakeError
from namesake.values.cases import AlertEventKind
from namesake.values.policies import Policy
from namesake.values.revets import Change, Found

if TYPE_CHECKING:
    from namesake.app.revetting import Revetting
    from namesake.app.revetting_run import Asked, Revetted

WAKING: tuple[AlertEventKind, ...] = ("opened", "updated", "re-opened", "expired")
"""What becomes of alerts that somebody should look at."""

SHOWN = 50
"""Changes shown in the terminal; JSON names all of them."""


@click.command()
@click.option("--population", "-p", "names", multiple=True, metavar="NAME", help="Which population; else all of them.")
@policy_option
@click.option("--look-back", is_flag=True, help="Screen everybody against everything again, whatever changed.")
@click.option("--verify", is_flag=True, help="Then screen everybody anew, and hold every match against it to the byte.")
@format_option
@home_option
def revet(names: tuple[str, ...], policy_file: Path | None, look_back: bool, verify: bool, style: str) -> None:
    """Bring the matches of enrolled populations up to date, and say what changed.

    Only what can have another result is screened: new and changed entries, new and changed subjects; everybody where
    the model or the policy is another. It happens whole or not at all.
    """
    from namesake.app.revetting_run import Asked

    policy = policy_of(policy_file)
    revetting = open_revetting(read_settings(home_of(click.get_current_context())))
    runs = carry_out(revetting, policy, style, names, Asked("look-back" if look_back else None, verify))
    if style == "json":
        print_json({"format": "namesake.revet/1", "runs": runs.documents})
    click.get_current_context().exit(runs.code)


@dataclass(frozen=True, slots=True)
class Runs:
    """What re-vetting came to: the exit code, and each run for programs; None where nothing was re-vetted."""

    code: int = DONE
    documents: Sequence[dict[str, Any]] | None = None

    @property
    def document(self) -> dict[str, Any]:
        """What the document of a command that also re-vetted says of it."""
        return {} if self.documents is None else {"revet": self.documents}


def carry_out(
    revetting: "Revetting", policy: Policy, style: str, names: Sequence[str] = (), asked: "Asked | None" = None
) -> Runs:
    """Re-vet populations (all without names) one after the other; a table of each is shown at once. One that fails
    keeps no other from being re-vetted."""
    documents, codes = [], [DONE]
    populations = names or revetting.populations()
    for name in populations:
        try:
            done = _revetted(revetting, name, policy, asked)
        except NamesakeError as error:
            click.echo(f"{visible(name)}:", err=True)
            print_error(error)
            documents.append({"population": name, "error": error.code, "said": error.what})
            codes.append(FAILED)
            continue
        documents.append(_document(revetting, done))
        codes.append(_code(done))
        if style == "table":
            _show(revetting, done)
    if not populations and style == "table":
        say("There is no population yet; `namesake enrol` makes one.")
    return Runs(max(codes), documents)


def _revetted(revetting: "Revetting", name: str, policy: Policy, asked: "Asked | None") -> "Revetted":
    from namesake.app.revetting_run import Watch

    with waiting(f"re-vetting {name}") as tell:
        watch = Watch(
            tell, lambda count: tell(f"re-vetting {name}: {count:,} looked up"), lambda plan: tell(plan.reason)
        )
        return revetting.revet(name, policy, asked, watch)


def _code(done: "Revetted") -> int:
    """See `exit_codes`: what shows that the control is not complete outweighs what it found."""
    if any(item.overdue for item in done.record.lists) or (done.verification and not done.verification.same):
        return FAILED
    wake = any(done.alerts.get(kind) for kind in WAKING)
    record = done.record
    return ATTENTION if record.new or record.changed or record.flags or wake or done.unsettled else DONE


def _show(revetting: "Revetting", done: "Revetted") -> None:
    from namesake.review import runs

    record = done.record
    for left in done.left_behind:
        say(f"Run {left.id} of {left.begun.began:%Y-%m-%d %H:%M} UTC had been ended before it was done.")
    say(record.plan)
    told = [change for change in done.changes if change.kind != "unchanged"]
    if told:
        rows = _rows(revetting, record.population, told[:SHOWN])
        print_table("", ("Change", "Subject", "Name", "List entry", "Listed", "Score#", "Why"), rows)
    if len(told) > SHOWN:
        say(f"{counted(len(told) - SHOWN, 'more change')}: --format json names all of them.")
    print_table("Sources", ("Source", "Version", "Age, or why not"), runs.ledger(record))
    for flag in (*record.flags, *filter(None, [done.unsettled])):
        click.echo(visible(f"attention: {flag}"), err=True)
    say(runs.heard(record))
    if done.verification:
        say(_verification(done))
    if alerts := runs.alerts(done.alerts):
        say(alerts)
    say(runs.summary(record))


def _verification(done: "Revetted") -> str:
    check = done.verification
    assert check
    if check.same:
        what = counted(check.matches, "match", "matches")
        return f"Verified: screening everybody against everything gives the same {what}, to the byte."
    missing, surplus, different = len(check.missing), len(check.surplus), len(check.different)
    return f"NOT THE SAME as screening everybody: {missing:,} missing, {surplus:,} surplus, {different:,} different."


def _rows(revetting: "Revetting", population: str, changes: list[Change]) -> list[tuple[str, ...]]:
    from namesake.review import runs

    people = revetting.subjects(population, [change.number for change in changes])
    return [
        (
            change.kind,
            people[change.number].key,
            people[change.number].subject.entity.caption,
            f"{change.entry.reference} {change.entry.id}",
            _caption(change),
            runs.scores(change),
            runs.reason(change),
        )
        for change in changes
    ]


def _caption(change: Change) -> str:
    from namesake.revetting.contents import match_in

    found = change.after or change.before
    return match_in(found).entry.caption if found else ""


def _document(revetting: "Revetting", done: "Revetted") -> dict[str, Any]:
    people = revetting.subjects(done.record.population, [change.number for change in done.changes])
    check = done.verification
    return {
        "population": done.record.population,
        "run": msgspec.to_builtins(done.record),
        "left_behind": [run.id for run in done.left_behind],
        "unsettled": done.unsettled,
        "changes": [
            {
                **msgspec.to_builtins(change),
                "key": people[change.number].key,
                "before": _state(change.before),
                "after": _state(change.after),
            }
            for change in done.changes
        ],
        "alerts": dict(done.alerts),
        "verified": None if check is None else {**msgspec.to_builtins(check), "same": check.same},
    }


def _state(found: Found | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {**msgspec.to_builtins(found), "match": msgspec.json.decode(found.match)}
