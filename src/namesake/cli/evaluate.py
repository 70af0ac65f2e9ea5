"""`namesake evaluate`: test decks from the user's own lists, and what a set-up makes of them."""

from dataclasses import replace
from pathlib import Path

import click

from namesake.app.evaluation import engine_of
from namesake.app.evaluation_decks import Wanted, make, own_people
from namesake.bootstrap import SystemClock, open_models, open_screening, read_policy, read_settings
from namesake.cli import evaluate_tables
from namesake.cli.evaluate_work import Tried, at_least, check_apart, read_deck, try_out
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import home_of, home_option
from namesake.cli.policy_in_use import in_use, policy_of
from namesake.cli.rendering import counted, say, visible, waiting
from namesake.cli.screen import policy_option, say_overdue
from namesake.errors import OutputError, Where
from namesake.evaluation import narrate
from namesake.evaluation.cases import COLUMNS
from namesake.evaluation.comparing import compare as compare_runs
from namesake.evaluation.deck import SAMPLE
from namesake.evaluation.figures import figures
from namesake.evaluation.innocents import EACH, Person
from namesake.evaluation.minimums import shortfalls
from namesake.evaluation.seen import Seen
from namesake.evaluation.thresholds import FLOOR, curve, near_the_line
from namesake.reports import evaluation_document, evaluation_page, evaluation_sheets
from namesake.reports.document import to_json
from namesake.reports.sheets import write_sheet, write_text
from namesake.screening import policy as policies
from namesake.settings import Settings
from namesake.values.entities import Skipped
from namesake.values.policies import Policy

FOR_REVIEW = 25
"""Pairs above and as many below the line, where the user names no other number."""

_File = click.Path(path_type=Path)


def _lists(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for text in given for name in text.replace(",", " ").split())


def _minimums(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> dict[str, float]:
    found = {}
    for text in given:
        name, _, value = text.partition("=")
        try:
            found[name.strip()] = float(value)
        except ValueError:
            found[name.strip()] = -1.0
        if not name.strip() or not 0 <= found[name.strip()] <= 1:
            raise click.BadParameter("write NAME=SHARE, for example --minimum exact=1.0 --minimum minor=0.995.")
    return found


workers_option = click.option(
    "--workers", type=click.IntRange(1, 256), help="Processes to screen in; else one for each processor."
)
json_option = click.option("--json", "json_file", type=_File, help="Where to write the figures as JSON.")


@click.group()
@home_option
def evaluate() -> None:
    """Measure what a set-up finds and whom it disturbs, on a deck made from your own lists."""


@evaluate.command()
@click.argument("out", type=_File)
@click.option(
    "--list", "--lists", "-l", "lists", multiple=True, callback=_lists, metavar="SOURCE[,SOURCE...]",
    help="Lists whose names to take (source, or source@scope); else all in force.",
)  # fmt: skip
@click.option(
    "--sample",
    type=click.IntRange(0),
    default=SAMPLE,
    show_default=True,
    help="Names of each list that each class of variation changes; names as listed are always all taken.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another number makes another deck.")
@click.option("--innocents", "own", type=_File, help="File of your own people who are not listed, as for `screen`.")
@click.option(
    "--each", type=click.IntRange(0), default=EACH, show_default=True, help="Invented innocents of each name culture."
)
@home_option
def deck(out: Path, lists: tuple[str, ...], sample: int, seed: int, own: Path | None, each: int) -> None:
    """Make a test deck: every listed name, variations by class, and innocents, as plain CSV in OUT."""
    check_apart([out], own or Path())
    opening = open_screening(_settings())
    versions = opening.consulted(Policy(), lists)
    people = _own(own) if own else []
    with waiting("making the deck"):
        cases = make(opening, versions, Wanted(seed, sample, each), people)
        count = write_sheet(out, COLUMNS, (case.cells() for case in cases))
    names = ", ".join(f"{version.reference} {version.id}" for version in versions)
    say(f"{counted(count, 'case')} from {names} written to {out} (seed {seed}).")


def _own(path: Path) -> list[Person]:
    """The people of a customer's file; the rows that cannot be read are said."""
    from namesake.app import files
    from namesake.feeds.tables import open_table

    skipped: list[Skipped] = []
    planned = files.plan(visible(str(path)), open_table(path), files.Asked(), SystemClock())
    found = list(own_people(planned, skipped.append))
    for line in planned.said:
        click.echo(visible(line), err=True)
    if skipped:
        click.echo(visible(f"{counted(len(skipped), 'row')} left out, such as: {skipped[0].reason}"), err=True)
    return found


@evaluate.command()
@click.argument("deck_file", metavar="DECK", type=_File)
@policy_option
@click.option("--out", "-o", type=_File, help="Where to write the report (HTML).")
@json_option
@click.option("--misses", type=_File, help="Where to write every name that was not found (CSV).")
@click.option(
    "--minimum",
    "minimums",
    multiple=True,
    callback=_minimums,
    metavar="NAME=SHARE",
    help="The least share to be found: of exact, minor, major or a class. Repeat for several.",
)
@workers_option
@home_option
def run(  # noqa: PLR0913 - one parameter an option is how click works
    deck_file: Path, policy_file: Path | None, out: Path | None, json_file: Path | None, misses: Path | None,
    minimums: dict[str, float], workers: int | None,
) -> None:  # fmt: skip
    """Screen DECK as `screen` would, and count: detection by class, list and script, false alerts by culture."""
    check_apart([out, json_file, misses], deck_file)
    settings, policy = _settings(), policy_of(policy_file)
    given = read_deck(deck_file)
    tried = try_out(settings, policy, given, workers)
    found = figures(tried.seen, policy.review_from, tried.lists, tried.not_listed)
    evaluate_tables.show_figures(found)
    if out:
        write_text(out, evaluation_page.evaluation_page(found, tried.context, given.sha256))
    if json_file:
        write_text(json_file, [to_json(evaluation_document.evaluation_document(found, tried.context, given.sha256))])
    if misses:
        write_sheet(misses, evaluation_sheets.MISSES, map(evaluation_sheets.miss, found.misses))
    _say_written(out, json_file, misses)
    say(narrate.summary(found))
    short = shortfalls(found.named(), minimums)
    for item in short:
        click.echo(visible(f"exit code {ATTENTION}: {narrate.shortfall(item)}"), err=True)
    overdue = say_overdue(tried.context)
    click.get_current_context().exit(FAILED if overdue else ATTENTION if short else DONE)


@evaluate.command()
@click.argument("deck_file", metavar="DECK", type=_File)
@policy_option
@click.option("--out", "-o", type=_File, help="Where to write the curve (HTML).")
@json_option
@click.option("--near", type=_File, help="Where to write pairs just above and below the line for review (CSV).")
@click.option(
    "--sample",
    type=click.IntRange(1),
    default=FOR_REVIEW,
    show_default=True,
    help="Pairs above the line, and as many below it.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another number draws other pairs.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    help="The line; else review_from of the policy.",
)
@click.option("--write-policy", "target", type=_File, help="Where to write the policy with this threshold (TOML).")
@click.option("--reason", default="", help="Why this threshold: recorded in the policy with today's date.")
@workers_option
@home_option
def threshold(  # noqa: PLR0913 - one parameter an option is how click works
    deck_file: Path, policy_file: Path | None, out: Path | None, json_file: Path | None, near: Path | None,
    sample: int, seed: int, threshold: float | None, target: Path | None, reason: str, workers: int | None,
) -> None:  # fmt: skip
    """Show what every threshold would mean on DECK, draw pairs near the line, and record the one you choose."""
    check_apart([out, json_file, near, target], deck_file)
    policy = policy_of(policy_file)
    chosen = _chosen(policy, threshold, reason) if target else policy
    line = policy.review_from if threshold is None else threshold
    if target:
        _check_target(target, in_use(policy_file).file, threshold, reason)
    given = read_deck(deck_file)
    tried = try_out(_settings(), at_least(policy, min(FLOOR, line)), given, workers)
    points = curve(tried.seen)
    at = curve(tried.seen, (line,))[0]
    evaluate_tables.show_points(points)
    if out:
        shown = sorted({*points, at}, key=lambda point: point.threshold)
        write_text(out, evaluation_page.threshold_page(shown, at, tried.context, given.sha256))
    if json_file:
        write_text(json_file, [to_json(evaluation_document.threshold_document(points, tried.context, given.sha256))])
    if near:
        pairs = near_the_line(tried.seen, line, sample, seed)
        write_sheet(near, evaluation_sheets.NEAR, map(evaluation_sheets.near, pairs))
    if target:
        write_text(target, [policies.write(chosen)])
    _say_written(out, json_file, near, target)
    say(narrate.point(at))


def _settings() -> Settings:
    return read_settings(home_of(click.get_current_context()))


def _chosen(policy: Policy, threshold: float | None, reason: str) -> Policy:
    """The policy with a threshold that was decided today. Raises `PolicyError` where both lines would cross."""
    decided = SystemClock().now().date().isoformat()
    line = policy.review_from if threshold is None else threshold
    return policies.read(
        policies.write(replace(policy, review_from=line, reason=" ".join(reason.split()), decided=decided))
    )


def _check_target(target: Path, policy_file: Path | None, threshold: float | None, reason: str) -> None:
    if threshold is None or not reason.strip():
        raise click.UsageError("--write-policy needs --threshold and --reason: the reason is recorded.")
    if target.exists() and not (policy_file and policy_file.exists() and target.samefile(policy_file)):
        hint = "Name it with --policy as well, or write to another file."
        raise OutputError("there is a policy already that was not read", where=Where(str(target)), hint=hint)


@evaluate.command()
@click.argument("old")
@click.argument("new")
@click.argument("deck_file", metavar="DECK", type=_File)
@json_option
@policy_option
@click.option("--changes", type=_File, help="Where to write every pair that changed (CSV).")
@click.option("--examples", type=click.IntRange(0), default=10, show_default=True, help="Changes of each kind to show.")
@workers_option
@home_option
def compare(  # noqa: PLR0913 - one parameter an option is how click works
    old: str, new: str, deck_file: Path, json_file: Path | None, policy_file: Path | None, changes: Path | None,
    examples: int, workers: int | None,
) -> None:  # fmt: skip
    """Compare two set-ups on DECK: OLD and NEW are models ("shipped" is that of the package), screened with --policy
    or the default policy, or they are policy files, screened with the model in force."""
    check_apart([json_file, changes], deck_file)
    settings, policy = _settings(), policy_of(policy_file)
    models = {record.name for record in open_models(settings).store.kept()}
    engines = [engine_of(choice, read_policy, models, policy) for choice in (old, new)]
    given = read_deck(deck_file)
    before, after = (try_out(settings, engine.policy, given, workers, engine.model) for engine in engines)
    found = compare_runs(*_shared(before, after))
    evaluate_tables.show_comparison(found, examples)
    if json_file:
        names = (engines[0].name, engines[1].name)
        document = evaluation_document.comparison_document(found, names, (before.context, after.context))
        write_text(json_file, [to_json(document)])
    if changes:
        write_sheet(changes, evaluation_sheets.CHANGES, map(evaluation_sheets.change, found.changed))
    _say_written(json_file, changes)
    say(narrate.comparison(found))


def _shared(before: Tried, after: Tried) -> tuple[list[Seen], list[Seen]]:
    """The cases that both set-ups were tried on: their policies may name different lists."""
    both = {item.case.id for item in before.seen} & {item.case.id for item in after.seen}
    old, new = ([item for item in tried.seen if item.case.id in both] for tried in (before, after))
    return old, new


def _say_written(*paths: Path | None) -> None:
    for path in paths:
        if path:
            say(f"written: {path}")
