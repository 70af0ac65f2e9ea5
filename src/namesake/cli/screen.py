"""`namesake screen`: a file of people and organisations against the lists."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from namesake.bootstrap import SystemClock, open_journals, open_runner, open_screening, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import policy_of
from namesake.cli.rendering import counted, print_json, visible, waiting
from namesake.errors import OutputError, Where
from namesake.kernels import INTERPRETED, compiled
from namesake.values.policies import Policy
from namesake.values.runs import RunContext, Summary

if TYPE_CHECKING:
    from namesake.reports.writers import Writer

SHOWN = 20
"""Matches shown in the terminal where no output file is named."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be screened, where the results go, and how many matches are explained in the terminal."""

    path: Path
    out: tuple[Path, ...] = ()
    lists: tuple[str, ...] = ()
    policy: Policy = field(default_factory=Policy)
    overrides: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    schema: str = ""
    resume: bool = False
    workers: int | None = None
    explained: int = 0


def _overrides(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.rpartition("=") for text in given]
    if any(not (column and found) for column, _, found in pairs):
        raise click.BadParameter("write COLUMN=PROPERTY, for example --map 'Client=name'.")
    return {column: found for column, _, found in pairs}


def _lists(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for text in given for name in text.replace(",", " ").split())


lists_option = click.option(
    "--lists", "-l", multiple=True, callback=_lists, metavar="SOURCE[,SOURCE...]",
    help="Lists to screen against (source, or source@scope); else those of the policy, else all in force.",
)  # fmt: skip
map_option = click.option(
    "--map", "overrides", multiple=True, callback=_overrides, metavar="COLUMN=PROPERTY",
    help="Say what a column is ('Client=name', 'Born=birthDate'); '-' leaves it out. Repeat for several.",
)  # fmt: skip
sheet_option = click.option("--sheet", help="Sheet of a workbook; else the first with data.")
encoding_option = click.option("--encoding", help="Encoding of a text file; else detected.")
delimiter_option = click.option("--delimiter", help="Delimiter of a text file; else detected.")
policy_option = click.option(
    "--policy", "policy_file", type=click.Path(path_type=Path),
    help="TOML file of thresholds, lists and limits; else policy.toml in the home, if any.",
)  # fmt: skip


@click.command()
@click.argument("file", metavar="INPUT", type=click.Path(path_type=Path))
@click.option(
    "--out", "-o", multiple=True, type=click.Path(path_type=Path),
    help="Where to write the results, by extension: .csv .xlsx .jsonl .parquet .html. Repeat for several.",
)  # fmt: skip
@lists_option
@policy_option
@map_option
@click.option("--schema", type=click.Choice(["Person", "Organization", "Company", "Vessel"]), help="What every row is.")
@sheet_option
@encoding_option
@delimiter_option
@click.option("--allow-skipped", is_flag=True, help="Do not end with exit code 2 because rows were skipped.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes to screen in; else one for each processor.")
@click.option("--resume", is_flag=True, help="Take an interrupted run of the same file up again.")
@format_option
@home_option
def screen(  # noqa: PLR0913 - one parameter an option is how click works
    file: Path, out: tuple[Path, ...], lists: tuple[str, ...], policy_file: Path | None, overrides: dict[str, str],
    schema: str | None, sheet: str | None, encoding: str | None, delimiter: str | None, allow_skipped: bool,
    workers: int | None, resume: bool, style: str,
) -> None:  # fmt: skip
    """Screen a file of people and organisations: CSV, XLSX, Parquet, JSON Lines or FollowTheMoney.

    Prints how the columns were understood, then one sentence on what was found.
    """
    policy = policy_of(policy_file)
    request = Request(file, out, lists, policy, overrides, sheet, encoding, delimiter, schema or "", resume, workers)
    summary, context = carry_out(request, home_of(click.get_current_context()), quiet=style == "json")
    if style == "json":
        from namesake.reports.document import run_document

        print_json(run_document(context, summary))
    say_overdue(context)
    if summary.skipped and not allow_skipped:
        rows = f"{counted(summary.skipped, 'row')} {'was' if summary.skipped == 1 else 'were'} skipped"
        click.echo(f"exit code {FAILED}: {rows}; --allow-skipped says that this is expected", err=True)
    click.get_current_context().exit(exit_code(summary, context, allow_skipped))


def carry_out(request: Request, home: Path | None, *, quiet: bool) -> tuple[Summary, RunContext]:
    """Screen a file as asked; `quiet` keeps everything but progress from the terminal."""
    from namesake.app import files
    from namesake.cli.progress import counting
    from namesake.cli.shown import Shown
    from namesake.feeds.tables import open_table
    from namesake.reports import check_format, writer_for

    _check_outputs(request)
    for path in request.out:
        check_format(path)
    settings = read_settings(home)
    clock, opening = SystemClock(), open_screening(settings)
    opening.consulted(request.policy, request.lists)  # a list that is missing is said before a long read
    with waiting(f"reading {request.path.name}"):
        table = open_table(request.path, sheet=request.sheet, delimiter=request.delimiter, encoding=request.encoding)
        asked = files.Asked(request.overrides, request.schema)
        planned = files.plan(visible(str(request.path)), table, asked, clock)
    if not quiet:
        _say(planned.said if compiled() else (*planned.said, INTERPRETED))
    with waiting("opening the lists") as tell:
        ready = opening.open(request.policy, request.lists, tell)
    shown = Shown(0 if quiet or request.out else SHOWN, 0 if quiet else request.explained, ready.context)
    writers = _writers(request.out, partial(writer_for, context=ready.context, columns=table.columns))
    runner = open_runner(settings, request.policy, ready, request.workers)
    journal = open_journals(settings).of(table.sha256)
    with counting("screening", table.total) as progress:
        sinks = files.Sinks(runner, [*writers, shown], journal, progress, _ignored if quiet else _say_resumed)
        summary = files.run(planned, ready.context, sinks, clock, resume=request.resume)
    if not quiet:
        shown.conclude(summary, request.out)
    return summary, ready.context


def _writers(paths: Sequence[Path], open_one: "Callable[[Path], Writer]") -> "list[Writer]":
    """A writer for every output, or none at all: what was begun for the others is taken away."""
    with ExitStack() as begun:
        writers = [begun.enter_context(open_one(path)) for path in paths]
        begun.pop_all()
    return writers


def _check_outputs(request: Request) -> None:
    """Refuse an output that would replace the input, or another output."""
    seen = {_same(request.path): "this is the file that is to be screened"}
    for path in request.out:
        if taken := seen.get(_same(path)):
            raise OutputError(taken, where=Where(str(path)), hint="Name another file with --out.")
        seen[_same(path)] = "this file is named twice"


def _same(path: Path) -> tuple[int, int] | Path:
    """What two names of one file have in common, links of both kinds included."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return path.absolute()
    return (found.st_dev, found.st_ino)


def _say(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(visible(line), err=True)


def _say_resumed(count: int) -> None:
    said = f"{counted(count, 'subject')} taken over from the interrupted run" if count else ""
    click.echo(said or "nothing to resume: starting anew", err=True)


def _ignored(_count: int) -> None:
    """Where nothing is to be said."""


def say_overdue(context: RunContext) -> bool:
    """Name on stderr the lists that are older than the policy allows; whether there are any."""
    from namesake.review import narrate

    late = [item for item in context.lists if item.overdue]
    for item in late:
        click.echo(f"exit code {FAILED}: {item.reference} is {narrate.age(item)}", err=True)
    return bool(late)


def exit_code(summary: Summary, context: RunContext, allow_skipped: bool) -> int:
    """See `exit_codes`: a control that did not complete outweighs what it found."""
    overdue = any(item.overdue for item in context.lists)
    if overdue or (summary.skipped and not allow_skipped):
        return FAILED
    return ATTENTION if summary.matches else DONE
