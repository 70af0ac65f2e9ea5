"""What `namesake status` prints for people: the most urgent first, and one sentence at the end."""

from collections.abc import Iterator
from pathlib import Path

import click

from namesake.cli.rendering import counted, print_table, say, visible
from namesake.standing import words
from namesake.standing.alarms import moment
from namesake.values.standings import Alarm, Clock, PopulationStanding, RunStanding, SourceStanding, Standing

RUNS_SHOWN = 10
"""Runs shown in the terminal; the page and JSON have the last of every population."""

_COMPLETENESS = ("Population", "Enrolled#", "Screened#", "Withdrawn#", "Last complete run", "Waiting")
_MATCHES = ("Population", "Matches#", "Strong#", "Subjects#", "Listed identities#")
_ALERTS = ("Population", "To decide#", "Second person#", "Waiting#", "Overdue#", "Confirmed#", "Cleared#", "Closed#")
_RUNS = ("Run#", "Population", "Began", "Took#", "Why", "Matches#", "Outcome")


def print_standing(found: Standing, page: Path | None) -> None:
    """Print how things stand; what there is nothing of is left out."""
    policy = f"“{found.policy}” of {found.policy_file}" if found.policy_file else "the default policy"
    say(f"Status of {moment(found.at)}, under {policy}")
    _table("To do", ("", "About", "What"), map(_alarm, found.alarms))
    _table("Lists", ("List", "Version", "Age#", "Limit#", "Entries#", "State"), map(_source, found.sources))
    if found.not_added:
        say(f"No version has been added of {', '.join(found.not_added)}.")
    people = found.populations
    _table("Completeness", _COMPLETENESS, map(_population, people))
    _table("Matches that stand", _MATCHES, (_tally(one) for one in people if one.run is not None))
    _table("Alerts", _ALERTS, (_cases(one) for one in people if one.cases.total))
    rows = iter(words.not_consulted(found))
    _table("Not consulted by the last complete run", ("Population", "List", "Why"), rows)
    _table("Clocks", ("What", "Renewed", "Age#", "Limit#", "Left"), map(_clock, found.clocks))
    _table("Last runs", _RUNS, map(_run, found.runs[:RUNS_SHOWN]))
    if len(found.runs) > RUNS_SHOWN:
        say(f"{counted(len(found.runs) - RUNS_SHOWN, 'more run')}: --html or --format json names them.")
    if page:
        click.echo(f"written: {visible(str(page))}")
    say(words.sentence(found))


def _table(title: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    if found := list(rows):
        print_table(title, columns, found)


def _alarm(alarm: Alarm) -> tuple[str, ...]:
    return alarm.urgency, alarm.about, f"{alarm.said} → {alarm.step}" if alarm.step else alarm.said


def _source(source: SourceStanding) -> tuple[str, ...]:
    age = "" if source.age_days is None else f"{source.age_days:,} d"
    limit = "none" if source.limit_days is None else f"{source.limit_days:,} d"
    return source.reference, source.version or "-", age, limit, f"{source.entries:,}", words.state(source)


def _population(one: PopulationStanding) -> tuple[str, ...]:
    counts = (f"{one.subjects:,}", f"{one.screened:,}", f"{one.withdrawn:,}")
    last = f"{one.run}, {moment(one.at)}" if one.run is not None else "never"
    return one.name, *counts, last, words.waiting(one)


def _tally(one: PopulationStanding) -> tuple[str, ...]:
    tally = one.tally
    return one.name, *(f"{count:,}" for count in (tally.matches, tally.strong, tally.subjects, tally.identities))


def _cases(one: PopulationStanding) -> tuple[str, ...]:
    found = one.cases
    unsettled = (found.open, found.proposed, found.waiting, found.overdue)
    return one.name, *(f"{count:,}" for count in (*unsettled, found.confirmed, found.cleared, found.closed))


def _clock(clock: Clock) -> tuple[str, ...]:
    age = "" if clock.age_days is None else f"{clock.age_days:,} d"
    return words.what(clock), str(clock.since or "never"), age, f"{clock.limit_days:,} d", words.left(clock)


def _run(run: RunStanding) -> tuple[str, ...]:
    matches = f"{run.matches:,}" if run.state == "complete" else "-"
    began, took = f"{run.began:%Y-%m-%d %H:%M}", words.duration(run.seconds)
    return str(run.id), run.population, began, took, run.trigger, matches, words.outcome(run)
