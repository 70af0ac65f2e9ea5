"""`namesake watch`: the sources are read and everybody enrolled is re-vetted, again and again."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import open_watch_hold, open_watching, read_policy, read_settings
from namesake.cli import lists_json
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import one_line_json, print_error, say, visible, waiting
from namesake.cli.screen import policy_option
from namesake.errors import NamesakeError, PeriodError
from namesake.fields import durations
from namesake.values.rounds import PopulationTold, Round, SourceTold

if TYPE_CHECKING:
    from namesake.app.watching import Duty, Watching

SHORTEST, LONGEST = 60, 31 * durations.UNITS["d"]
"""Seconds from one round to the next."""


def _every(_ctx: click.Context, _param: click.Parameter, value: str) -> int:
    seconds = durations.parse(value)
    if seconds is None:
        raise PeriodError(f"{value[:40]!r} is not understood as a time between two rounds")
    if not SHORTEST <= seconds <= LONGEST:
        raise PeriodError(f"{value[:40]} is too {'short' if seconds < SHORTEST else 'long'} between two rounds")
    return seconds


@click.command()
@click.argument("sources", nargs=-1)
@click.option(
    "--every", default="30m", show_default=True, metavar="TIME", callback=_every,
    help="From the beginning of one round to that of the next, such as 30m, 2h or 1d.",
)  # fmt: skip
@click.option("--rounds", type=click.IntRange(1), metavar="N", help="End after so many rounds; else never.")
@click.option("--population", "-p", "names", multiple=True, metavar="NAME", help="Which population; else all of them.")
@click.option("--offline", is_flag=True, help="Ask no publisher: re-vet against the lists that are added by hand.")
@click.option("--quiet", is_flag=True, help="Print only the rounds in which something happened.")
@click.option(
    "--format", "style", type=click.Choice(["line", "json"]), default="line", show_default=True,
    help="A line of text for each round, or a line of JSON.",
)  # fmt: skip
@policy_option
@home_option
def watch(  # noqa: PLR0913 - one parameter an option is how click works
    sources: tuple[str, ...], every: int, rounds: int | None, names: tuple[str, ...], offline: bool, quiet: bool,
    style: str, policy_file: Path | None,
) -> None:  # fmt: skip
    """Read the SOURCES (without any, all that have an address) and re-vet all populations, again and again.

    What fails is said and tried again in the next round. One process does this for a home and for a database: a
    second one is refused. SIGTERM or Ctrl-C ends it at any time; a run that is under way then is recorded as failed,
    and nothing of it is applied.
    """
    from namesake.app.watching import Duty

    if offline and sources:
        raise click.UsageError("--offline asks no publisher: name no sources with it.")
    try:
        code = _held(Duty(every, sources, names, offline), policy_file, Shown(style, quiet), rounds)
    except KeyboardInterrupt:
        click.echo("stopped as asked; nothing was left half-done.", err=True)
        code = DONE
    click.get_current_context().exit(code)


@dataclass(frozen=True, slots=True)
class Shown:
    """How rounds are shown, and whether only those in which something happened."""

    style: str
    quiet: bool


def _held(duty: "Duty", policy_file: Path | None, shown: Shown, most: int | None) -> int:
    """Watch, while nobody else may."""
    settings = read_settings(home_of(click.get_current_context()))
    policy_of(policy_file)  # one that is refused is said now, and not in the first round
    policy = partial(read_policy, policy_file, settings.home)
    telling = Telling()
    with open_watch_hold(settings) as hold:
        hold.hold_home()
        return _watched(open_watching(settings, hold, duty, policy, telling.tell), telling, shown, most)


class Telling:
    """What a person who waits is told of the round that is under way; it is gone before anything is printed."""

    def __init__(self) -> None:
        self._now: Callable[[str], None] = lambda _: None

    def tell(self, doing: str) -> None:
        """Hear what is being done."""
        self._now(doing)

    def following(self, rounds: Iterator[Round], waiting_for: str) -> Round | None:
        """The next round; None after the last."""
        with waiting(waiting_for) as self._now:
            return next(rounds, None)


def _watched(watching: "Watching", telling: Telling, shown: Shown, most: int | None) -> int:
    """Print round after round; the worst exit code of them."""
    worst, rounds = DONE, watching.rounds(most)
    done = telling.following(rounds, "beginning")
    while done:
        code = FAILED if done.failed else ATTENTION if done.attention else DONE
        worst = max(worst, code)
        if not (shown.quiet and done.uneventful):
            _print(done, code, shown.style)
        gc.collect()  # the indexes of a round are large, and open files: they must not wait for the collector's mood
        done = telling.following(rounds, "waiting for the next round")
    return worst


def _print(done: Round, code: int, style: str) -> None:
    from namesake.review import rounds

    for source in done.sources:
        _print_failure(source.source, source.error)
    for told in done.populations:
        _print_failure(told.population, told.error)
        for flag in (*(told.record.flags if told.record else ()), *filter(None, [told.unsettled])):
            click.echo(visible(f"attention: {told.population}: {flag}"), err=True)
    _print_failure("", done.error)
    if style == "json":
        click.echo(one_line_json(_document(done, code)))
    else:
        say(rounds.line(done))


def _print_failure(what: str, error: NamesakeError | None) -> None:
    if error:
        if what:
            click.echo(f"{visible(what)}:", err=True)
        print_error(error)


def _document(done: Round, code: int) -> dict[str, Any]:
    following = None if done.pause is None else done.ended + timedelta(seconds=done.pause)
    return {
        "format": "namesake.watch/1",
        "round": done.number,
        "began": done.began.isoformat(),
        "ended": done.ended.isoformat(),
        "next": following and following.isoformat(),
        "code": code,
        "sources": [_source(told) for told in done.sources] if done.asked else None,
        "populations": [_population(told) for told in done.populations],
        "error": _error(done.error),
    }


def _source(told: SourceTold) -> dict[str, Any]:
    return {
        "source": told.source,
        "outcome": told.outcome,
        "list": told.reference or None,
        "version": told.version or None,
        "error": _error(told.error),
    }


def _population(told: PopulationTold) -> dict[str, Any]:
    run = told.record
    return {
        "population": told.population,
        "run": run and {
            "id": run.id, "trigger": run.begun.trigger, "plan": run.plan, "subjects": run.subjects,
            "matches": run.matches, "new": run.new, "changed": run.changed, "gone": run.gone,
            "unchanged": run.unchanged, "flags": list(run.flags),
            "overdue": [item.reference for item in run.lists if item.overdue],
            "not_consulted": len(run.not_consulted),
        },
        "changes": [{**msgspec.to_builtins(each), "list": each.entry.reference} for each in told.concerned],
        "left_behind": list(told.left_behind),
        "unsettled": told.unsettled,
        "error": _error(told.error),
    }  # fmt: skip


def _error(error: NamesakeError | None) -> dict[str, str] | None:
    return lists_json.error(error) if error else None
