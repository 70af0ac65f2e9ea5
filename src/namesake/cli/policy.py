"""`namesake policy`: what the policy in force says, and whether it names what is there."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import open_lists, open_populations, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import PolicyInUse, in_use
from namesake.cli.rendering import counted, print_json, print_table, say
from namesake.review.decisions import STATES
from namesake.screening.policy import EVERY_OTHER, digest, of_population, write
from namesake.values.cases import DecisionRules
from namesake.values.policies import Policy

if TYPE_CHECKING:
    from namesake.screening.policy_doubts import Known

_file = click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))


@click.group()
@home_option
def policy() -> None:
    """Look into the policy in force, or into one that you are writing."""


@policy.command()
@_file
@format_option
@home_option
def show(file: Path | None, style: str) -> None:
    """Show what a policy says of every population, with its hashes: that of FILE, else the one in force."""
    found = in_use(file)
    if style == "json":
        print_json(_document(found))
        return
    for title, holds in _tables(found.policy):
        print_table(title, ("Setting", "Value"), list(_facts(holds)))
    if rules := list(_rules(found.policy.decisions)):
        print_table("Decisions", ("Decision", "Rule"), rules)
    for name, text in (("Reason", found.policy.reason), ("Decided", found.policy.decided)):
        if text:
            say(f"{name}: {text}")
    say(f"In force is {found.said}." if file is None else f"This is {found.said}.")


@policy.command()
@_file
@format_option
@home_option
def check(file: Path | None, style: str) -> None:
    """Check that a policy is understood and names only lists and populations that are there: that of FILE, else the
    one in force."""
    from namesake.screening.policy_doubts import doubts

    found = in_use(file)
    doubtful = doubts(found.policy, _known())
    if style == "json":
        print_json({**_document(found), "doubts": list(doubtful)})
    else:
        for sentence in doubtful:
            say(f"doubt: {sentence}")
        verdict = counted(len(doubtful), "doubt") if doubtful else "no doubt"
        say(f"{found.said[:1].upper()}{found.said[1:]}: understood, {verdict}.")
    click.get_current_context().exit(ATTENTION if doubtful else DONE)


def _known() -> "Known":
    from namesake.app.policies import known

    settings = read_settings(home_of(click.get_current_context()))
    lists = open_lists(settings)
    populations = [population.name for population in open_populations(settings).known()]
    return known(lists.store, lists.sources.ids(), populations)


def _tables(found: Policy) -> Iterator[tuple[str, Policy]]:
    """What holds for all, and for each population that the policy names, each under its title."""
    yield ("Populations that are not named below" if found.populations else "All populations"), found
    for rules in found.populations:
        yield rules.name, of_population(found, rules.name)


def _facts(holds: Policy) -> Iterator[tuple[str, str]]:
    yield "lists", ", ".join(holds.lists) or "all that have a version in force"
    yield "review from", f"{holds.review_from:g}"
    yield "strong from", f"{holds.strong_from:g}"
    for name, days in sorted(holds.max_age_days, key=lambda item: item[0] == EVERY_OTHER):
        yield f"oldest {'other list' if name == EVERY_OTHER else name}", counted(days, "day")
    if not holds.max_age_days:
        yield "oldest list", "no limit"
    yield "everybody again", f"every {counted(holds.every_days, 'day')}" if holds.every_days else "no clock"
    yield "hash", digest(holds)


def _rules(rules: DecisionRules) -> Iterator[tuple[str, str]]:
    """What is said of deciding alerts, where it is not what holds without a policy."""
    if rules == DecisionRules():
        return
    may, days, owners = dict(rules.may), dict(rules.days), dict(rules.owners)
    for judgement in STATES:
        said = [f"may be made by {', '.join(may[judgement])}"] if judgement in may else []
        said += ["needs a second person"] if judgement in rules.second else []
        said += [f"holds for {counted(days[judgement], 'day')} at most"] if judgement in days else []
        said += [f"is seen to by {owners[judgement]}"] if judgement in owners else []
        yield judgement, "; ".join(said) or "anybody, until something material changes"
    yield "made together", f"{rules.sample:.0%} of them, at least one, get a second look"
    if rules.open_days is not None:
        yield "not made yet", f"overdue after {counted(rules.open_days, 'day')}"


def _document(found: PolicyInUse) -> dict[str, Any]:
    populations: Sequence[str | None] = [None, *(rules.name for rules in found.policy.populations)]
    return {
        "format": "namesake.policy/1",
        "file": str(found.file) if found.file else None,
        "name": found.policy.name,
        "hash": digest(found.policy),
        "text": write(found.policy),
        "decisions": msgspec.to_builtins(found.policy.decisions),
        "holds": [_holds(found.policy, name) for name in populations],
    }


def _holds(found: Policy, name: str | None) -> dict[str, Any]:
    """What holds for a population, or for all that the policy does not name."""
    holds = found if name is None else of_population(found, name)
    said = msgspec.to_builtins(holds)
    kept = ("review_from", "strong_from", "lists", "every_days")
    ages = dict(holds.max_age_days)
    return {"population": name, "hash": digest(holds), **{key: said[key] for key in kept}, "max_age_days": ages}
