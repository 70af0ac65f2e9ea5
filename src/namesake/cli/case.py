"""`namesake case`: one alert, or all alerts of a subject, and what is noted on them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import SystemClock, decider, open_desk, open_redress, read_settings
from namesake.cli.cases import by_option, document, who
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.redress_proofs import print_proofs, proof_document
from namesake.cli.rendering import counted, print_json, print_table, say, visible

if TYPE_CHECKING:
    from namesake.app.cases import Desk, File
    from namesake.app.redress import Redressing
    from namesake.values.cases import Alert
    from namesake.values.matches import Match

EXPLAINED = 3
"""Matches of an alert that are assessed in the terminal; JSON has all of them."""


@click.group()
@home_option
def case() -> None:
    """Look into an alert, say who sees to it, and note things on it."""


@case.command()
@click.argument("target", metavar="ALERT|SUBJECT")
@click.option("--population", "-p", default="", metavar="NAME", help="SUBJECT is a key of this population.")
@format_option
@home_option
def show(target: str, population: str, style: str) -> None:
    """Show an alert, by its number, or all alerts of a subject, by its key: the five steps of an assessment filled in
    from the evidence, every decision, and what has changed since the last one, field by field and in bits."""
    from namesake.review import cases as words

    redressing = open_redress(read_settings(home_of(click.get_current_context())))
    desk = redressing.desk
    files = [desk.file(alert.id) for alert in _found(desk, target, population)]
    today = SystemClock().now().date()
    if style == "json":
        alerts = [{**_document(file), **_proofs(redressing, file)} for file in files]
        print_json({"format": "namesake.case/1", "alerts": alerts, "proves": words.PROVES})
        return
    for file in files:
        _show(file, today)
        print_proofs(file.line.alert, *redressing.proofs(file.line))
    say(words.summary([file.line.alert for file in files], today))


@case.command()
@click.argument("numbers", metavar="ALERT...", nargs=-1, required=True, type=int)
@click.option("--to", default="", metavar="NAME", help="Who sees to it; nobody without.")
@by_option
@home_option
def assign(numbers: tuple[int, ...], to: str, by: str) -> None:
    """Say who sees to alerts."""
    settings = read_settings(home_of(click.get_current_context()))
    changed = open_desk(settings).assign(numbers, to.strip(), decider(settings, by))
    say(f"{counted(len(changed), 'alert')} assigned to {to.strip() or 'nobody'}.")


@case.command()
@click.argument("number", metavar="ALERT", type=int)
@click.argument("text", metavar="TEXT")
@by_option
@home_option
def comment(number: int, text: str, by: str) -> None:
    """Note something on an alert. It is recorded for good."""
    settings = read_settings(home_of(click.get_current_context()))
    made = open_desk(settings).comment(number, text, decider(settings, by))
    say(f"Alert {number}: noted by {made.by}.")


@case.command()
@click.argument("number", metavar="ALERT", type=int)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--text", default="", help="What it is.")
@by_option
@home_option
def attach(number: int, file: Path, text: str, by: str) -> None:
    """Attach a file to an alert by its SHA-256. The file itself stays where it is: keep it."""
    from namesake.feeds.tables.file import check, sha256

    check(file)
    settings = read_settings(home_of(click.get_current_context()))
    made = open_desk(settings).attach(number, sha256(file), file.name, decider(settings, by), text)
    say(f"Alert {number}: {visible(made.name)} attached by {made.by}, SHA-256 {made.attachment}.")


def _found(desk: "Desk", target: str, population: str) -> "Sequence[Alert]":
    if population:
        return desk.case(population, target)
    if target.isascii() and target.isdecimal() and len(target) < 18:
        return desk.alerts([int(target)])
    return desk.cases_of(target)


def _show(file: "File", today: date) -> None:
    from namesake.review import cases as words

    line = file.line
    key, name = who(line)
    title = f"Alert {line.alert.id}: {key} {name} ~ {line.listed}"
    print_table(
        title, ("Fact", "Value"), [("Population", line.alert.subject.population), *words.facts(line.alert, today)]
    )
    for match in file.matches[:EXPLAINED]:
        _assess(file, match)
    if len(file.matches) > EXPLAINED:
        say(f"{counted(len(file.matches) - EXPLAINED, 'more entry', 'more entries')} of the same identity.")
    _decided(file)
    columns = ("When", "What", "Why")
    print_table("History", columns, [words.happening(item) for item in file.happenings])
    if file.comments:
        print_table("Noted", ("When", "Who", "What"), [words.comment(item) for item in file.comments])
    if file.legacy:
        rows = [words.legacy(item) for item in file.legacy]
        print_table("Other systems", ("System", "Decision", "Reason"), rows)
        say("Decisions of other systems on this subject are unverified: shown, never applied.")


def _proofs(redressing: "Redressing", file: "File") -> dict[str, Any]:
    proofs, astray = redressing.proofs(file.line)
    found = [proof_document(one, file.line.alert) for one in proofs]
    return {"proofs": found, "references_astray": msgspec.to_builtins(astray)}


def _assess(file: "File", match: "Match") -> None:
    from namesake.review.assessment import steps

    subject = file.line.subject
    if subject is None:
        return
    rows = [
        (f"{step.number}. {step.question}" if first else "", answer)
        for step in steps(subject.subject.entity, match)
        for first, answer in zip((True, *(False for _ in step.answers)), step.answers, strict=False)
    ]
    print_table(f"Assessment against {match.entry.reference} {match.entry.entry_id}", ("Step", "Evidence"), rows)


def _decided(file: "File") -> None:
    from namesake.review import cases as words

    if not file.decisions:
        return
    rows = [(str(item.id), words.decision(item), words.state(item)) for item in file.decisions]
    print_table("Decisions", ("Decision#", "Who, when, what and why", "State"), rows)
    fields, said = words.since(file.decisions[-1], file.line.alert, file.happenings)
    if fields:
        print_table("Changed since", ("Field", "Then", "Now", ""), [words.difference(item) for item in fields])
    say(said)


def _document(file: "File") -> dict[str, Any]:
    from namesake.review import cases as words
    from namesake.review.assessment import steps

    subject = file.line.subject
    fields, said = words.since(file.decisions[-1], file.line.alert, file.happenings) if file.decisions else ([], "")
    return {
        "alert": document(file.line),
        "rests_on": msgspec.json.decode(file.line.alert.rest.content or "null"),
        "matches": msgspec.to_builtins(file.matches),
        "steps": [msgspec.to_builtins(steps(subject.subject.entity, match)) for match in file.matches]
        if subject
        else [],
        "decisions": msgspec.to_builtins(file.decisions),
        "changed_since": {"said": said, "fields": msgspec.to_builtins(fields)},
        "history": msgspec.to_builtins(file.happenings),
        "noted": msgspec.to_builtins(file.comments),
        "other_systems": msgspec.to_builtins(file.legacy),
    }
