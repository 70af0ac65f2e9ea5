"""`namesake subjects`: what is kept of populations and of each subject, and withdrawing subjects."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import open_populations, read_settings
from namesake.cli.enrol import document, population_option
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.rendering import counted, print_json, print_table, say
from namesake.cli.subjects_erasing import forget, hold, holds, release
from namesake.cli.subjects_export import export
from namesake.values.populations import EnrolledSubject, SubjectChange

if TYPE_CHECKING:
    from namesake.app.populations import Biography, Enrolments


@click.group()
@home_option
def subjects() -> None:
    """Look into populations, withdraw, export and forget subjects."""


@subjects.command("list")
@format_option
@home_option
def show_all(style: str) -> None:
    """Every population: how many subjects it has, how many were withdrawn, and when it began."""
    found = _enrolments().known()
    if style == "json":
        print_json({"format": "namesake.subjects.list/1", "populations": msgspec.to_builtins(found)})
    elif found:
        rows = [(item.name, f"{item.subjects:,}", f"{item.withdrawn:,}", _moment(item.began)) for item in found]
        print_table("", ("Population", "Subjects#", "Withdrawn#", "Since"), rows)
    else:
        say("There is no population yet; `namesake enrol` makes one.")


@subjects.command()
@click.argument("key")
@population_option
@format_option
@home_option
def show(key: str, population: str, style: str) -> None:
    """One subject: what is known of it now, every version that it had, and all that happened to it."""
    found = _enrolments().shown(population, key)
    if style == "json":
        print_json(_document(found))
        return
    now = found.latest
    print_table(f"{key} in {population}", ("Fact", "Value"), list(_facts(now)))
    columns = ("When", "What", "Version#", "Why, or what is different")
    print_table("History", columns, [_line(found, item) for item in found.changes])
    state = f"withdrawn on {_moment(now.withdrawn)}" if now.withdrawn else "under recurrent screening"
    say(f"{key}: {counted(len(found.versions), 'version')}, {state}.")


@subjects.command()
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
@population_option
@click.option("--reason", default="", help="Why: recorded for good.")
@format_option
@home_option
def withdraw(keys: tuple[str, ...], population: str, reason: str, style: str) -> None:
    """Withdraw subjects from recurrent screening: all of them or, where one is unknown, none.

    What is kept of them stays; enrolling them again brings them back.
    """
    done = _enrolments().withdraw(population, keys, reason)
    if style == "json":
        print_json(document(done, "namesake.subjects.withdraw/1"))
        return
    before = f"; {counted(done.unchanged, 'subject')} had been withdrawn before" if done.unchanged else ""
    say(f"{population}: {counted(done.withdrawn, 'subject')} withdrawn{before}.")


for command in (export, forget, hold, release, holds):
    subjects.add_command(command)


def _enrolments() -> "Enrolments":
    return open_populations(read_settings(home_of(click.get_current_context())))


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _facts(version: EnrolledSubject) -> Iterator[tuple[str, str]]:
    from namesake.cli.lists_entry import shared_facts

    yield from shared_facts(version.subject.entity)
    yield from ((f"column {name}", text) for name, text in version.subject.columns if text)
    yield from (("note", note.text) for note in version.subject.notes)


def _line(found: "Biography", change: SubjectChange) -> tuple[str, ...]:
    why = "; ".join(filter(None, (change.reason, *_different(found, change))))
    return _moment(change.at), change.kind, str(change.version), why


def _different(found: "Biography", change: SubjectChange) -> Iterator[str]:
    """What a change of content came to, fact by fact."""
    from namesake.cli.lists_entry import shared_facts

    of = {version.version: version for version in found.versions}
    now, before = of[change.version], of.get(change.version - 1)
    if before is None or now.sequence != change.sequence:
        return
    old, new = list(shared_facts(before.subject.entity)), list(shared_facts(now.subject.entity))
    yield from (f"no longer {name} {value}" for name, value in old if (name, value) not in new)
    yield from (f"now {name} {value}" for name, value in new if (name, value) not in old)


def _document(found: "Biography") -> dict[str, Any]:
    now = found.latest
    return {
        "format": "namesake.subjects.show/1",
        "population": now.population,
        "key": now.key,
        "number": now.number,
        "withdrawn": now.withdrawn.isoformat() if now.withdrawn else None,
        "columns": [list(pair) for pair in now.subject.columns],
        "notes": [{"code": note.code, "text": note.text} for note in now.subject.notes],
        "versions": [
            {
                "version": item.version,
                "state": item.sequence,
                "enrolled": item.enrolled.isoformat(),
                "hash": item.hash,
                "entity": msgspec.to_builtins(item.subject.entity),
            }
            for item in found.versions
        ],
        "history": msgspec.to_builtins(found.changes),
    }
