"""`namesake lists`: add, update, status, show, diff."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from namesake.app.drafts import Asked
from namesake.app.lists import Lists
from namesake.app.offers import Offer
from namesake.bootstrap import open_lists, open_record, open_revetting, read_settings
from namesake.cli import lists_entry, lists_json, lists_tables
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import print_error, print_json, visible, waiting
from namesake.cli.revet import Runs, carry_out
from namesake.cli.screen import policy_option
from namesake.errors import NamesakeError
from namesake.lists import registry


def _reason(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    if value is not None and not value.strip():
        raise click.BadParameter("say why: the reason is recorded.")
    return " ".join((value or "").split())


accept_option = click.option(
    "--accept",
    "because",
    metavar="REASON",
    callback=_reason,
    help="Accept a version that fails its expectations or is held back; recorded.",
)


revet_option = click.option(
    "--revet", is_flag=True, help="Then bring the matches of all enrolled populations up to date, as `revet` does."
)


@click.group()
@home_option
def lists() -> None:
    """Add, update and look into the lists to screen against."""


@lists.command()
@click.argument("source")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--dated",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Date of the publication (YYYY-MM-DD), where its files do not say.",
)
@accept_option
@click.option(
    "--mapping", type=click.Path(path_type=Path), help="TOML file that maps the columns of an in-house table."
)
@revet_option
@policy_option
@format_option
@home_option
def add(  # noqa: PLR0913 - one parameter an option is how click works
    source: str,
    files: tuple[Path, ...],
    dated: datetime | None,
    because: str,
    mapping: Path | None,
    revet: bool,
    policy_file: Path | None,
    style: str,
) -> None:
    """Add a version of SOURCE from the publisher's own FILES: plain, .gz or .zip, all of its parts at once."""
    again = _revetting(revet, policy_file)
    paths = [*files, mapping] if mapping else list(files)
    asked = Asked(dated.date() if dated else None, because)
    with waiting(f"reading {source}"):
        offer = _opened().offer(source, paths, asked)
    _record()
    if style == "table":
        lists_tables.print_offer(offer)
    if offer.error:
        print_error(offer.error)
    runs = again(style)
    if style == "json":
        print_json({**lists_json.offer(offer), **runs.document})
    click.get_current_context().exit(max(ATTENTION if offer.error else DONE, runs.code))


@lists.command()
@click.argument("sources", nargs=-1)
@accept_option
@revet_option
@policy_option
@format_option
@home_option
def update(sources: tuple[str, ...], because: str, revet: bool, policy_file: Path | None, style: str) -> None:
    """Fetch SOURCES from their publishers; without any, all that have an address."""
    again = _revetting(revet, policy_file)
    if because and len(sources) != 1:
        raise click.UsageError("--accept is a word about one list: name one source with it.")
    opened = _opened()
    done: list[tuple[str, Offer | NamesakeError]] = []
    for source in sources or opened.updatable():
        with waiting(f"fetching {source}") as tell:
            try:
                done.append((source, opened.update(source, tell, because)))
            except NamesakeError as error:
                done.append((source, error))
        _report(*done[-1], style)
    _record()
    if style == "table":
        lists_tables.print_updates(done)
    runs = again(style)
    if style == "json":
        print_json({**lists_json.updates(done), **runs.document})
    click.get_current_context().exit(max(_worst(done), runs.code))


def _revetting(wanted: bool, policy_file: Path | None) -> Callable[[str], Runs]:
    """What is to be done once the lists are there: re-vet everybody enrolled, or nothing. A policy that cannot be read
    is said before."""
    if policy_file and not wanted:
        raise click.UsageError("--policy says how to re-vet: give it with --revet.")
    if not wanted:
        return lambda _style: Runs()
    policy, settings = policy_of(policy_file), read_settings(home_of(click.get_current_context()))
    return lambda style: carry_out(open_revetting(settings), policy, style)


def _record() -> None:
    """Record what became of the versions. Where the store is away they are kept all the same, and are recorded before
    the next run or audit."""
    try:
        open_record(read_settings(home_of(click.get_current_context()))).catch_up()
    except NamesakeError as error:
        click.echo("attention: what became of it is not in the record yet; it will be at the next run:", err=True)
        print_error(error)


def _report(source: str, outcome: Offer | NamesakeError, style: str) -> None:
    if isinstance(outcome, Offer) and style == "table":
        lists_tables.print_offer(outcome)
    error = outcome.error if isinstance(outcome, Offer) else outcome
    if error:
        _print_error_of(source, error)


def _print_error_of(source: str, error: NamesakeError) -> None:
    click.echo(f"{source}:", err=True)
    print_error(error)


def _worst(done: list[tuple[str, Offer | NamesakeError]]) -> int:
    outcomes = [outcome for _, outcome in done]
    if any(isinstance(outcome, NamesakeError) for outcome in outcomes):
        return FAILED
    return ATTENTION if any(isinstance(o, Offer) and o.error for o in outcomes) else DONE


@lists.command()
@format_option
@home_option
def status(style: str) -> None:
    """Show every known list: its version in force, age, entries, and what was last turned away."""
    found = _opened().status()
    for said in registry.clashes():
        click.echo(f"note: {visible(said)}", err=True)
    if style == "json":
        print_json(lists_json.statuses(found))
    else:
        lists_tables.print_statuses(found)


@lists.command()
@click.argument("source")
@click.argument("entry", default="")
@click.option("--version", "version_id", default="", metavar="VERSION", help="A version other than in force.")
@format_option
@home_option
def show(source: str, entry: str, version_id: str, style: str) -> None:
    """Show all versions of SOURCE (or of SOURCE@SCOPE), one of them, or one ENTRY with its original."""
    opened = _opened()
    if entry:
        version = opened.version(source, version_id)
        found = opened.entry(source, entry, version_id)
        if style == "json":
            print_json(lists_json.entry(version, found))
        else:
            lists_entry.print_entry(version, found)
        return
    _show_versions(opened, source, version_id, style)


def _show_versions(opened: Lists, source: str, version_id: str, style: str) -> None:
    versions = [opened.version(source, version_id)] if version_id else opened.versions(source)
    facts = opened.facts(source)
    if style == "json":
        print_json(lists_json.source(facts, versions))
    else:
        lists_tables.print_source(facts, versions, whole=bool(version_id))


@lists.command()
@click.argument("source")
@click.argument("old", metavar="[FROM]", default="")
@click.argument("new", metavar="[TO]", default="")
@format_option
@home_option
def diff(source: str, old: str, new: str, style: str) -> None:
    """Compare two versions of SOURCE by content: by default the one in force with the one before it."""
    with waiting("comparing"):
        found = _opened().diff(source, old, new)
    if style == "json":
        print_json(lists_json.diff(found))
    else:
        lists_tables.print_diff(found)


def _opened() -> Lists:
    return open_lists(read_settings(home_of(click.get_current_context())))
