"""The command `namesake`. A command's module is imported only when the command is used."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from namesake.errors import NamesakeError, StoppedError

COMMANDS = {
    "audit": ("namesake.cli.audit", "Verify and export the record of all that happened, and note where it ends."),
    "backup": ("namesake.cli.backup", "Write everything that is kept into one file, verified."),
    "case": ("namesake.cli.case", "Look into an alert, say who sees to it, and note things on it."),
    "cases": ("namesake.cli.cases", "List the alerts that want something done, the overdue first."),
    "decide": ("namesake.cli.decide", "Decide alerts, with a reason."),
    "demo": ("namesake.cli.demo", "Screen a thousand invented subjects against a sample list."),
    "enrol": ("namesake.cli.enrol", "Put the people and organisations of a file under recurrent screening."),
    "evaluate": ("namesake.cli.evaluate", "Measure what your set-up finds, and whom it disturbs."),
    "lists": ("namesake.cli.lists", "Add, update and look into the lists to screen against."),
    "lookup": ("namesake.cli.lookup", "Look one name up in the lists, explained."),
    "measures": ("namesake.cli.measures", "Measure what became of alerts, with what every figure counts."),
    "model": ("namesake.cli.model", "Adapt the model to your own population, and bring a model into force."),
    "policy": ("namesake.cli.policy", "Look into the policy in force, or check one that you are writing."),
    "redress": ("namesake.cli.redress", "Give a reference to who was wrongly matched, and look what it proves."),
    "replay": ("namesake.cli.replay", "Repeat an old run, and say whether it finds the same to the byte."),
    "restore": ("namesake.cli.backup", "Bring a backup back into an empty home and an empty database."),
    "revet": ("namesake.cli.revet", "Bring the matches of enrolled populations up to date."),
    "screen": ("namesake.cli.screen", "Screen a file of people and organisations against the lists."),
    "second": ("namesake.cli.decide", "Agree to a proposed decision as the second person, or refuse it."),
    "status": ("namesake.cli.status", "Show what is fresh, what is complete, and what runs out."),
    "subjects": (
        "namesake.cli.subjects",
        "Look into populations, withdraw subjects, and forget them.",
    ),
    "watch": ("namesake.cli.watch", "Read the lists and re-vet everybody enrolled, again and again."),
    "why": ("namesake.cli.why", "Tell the story of a subject: known, screened, found, decided, by whom, on what."),
}
"""Each command, in the module that has it under its own name, with its line in the overview."""


class Front(click.Group):
    """A group that knows its commands by name only, and ends in a coded message where one fails."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(COMMANDS[cmd_name][0]), cmd_name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview without importing a single command."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the command line, which may end in printing the overview."""
        with _unread():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an expected failure becomes its code, its place and the next step."""
        try:
            with _unread():
                return super().invoke(ctx)
        except NamesakeError as error:
            from namesake.cli.rendering import print_error

            print_error(error)
            ctx.exit(2)
        except KeyboardInterrupt:
            # click would end with 1, which says that there are matches to review.
            from namesake.cli.rendering import print_error

            print_error(StoppedError())
            ctx.exit(2)


@contextmanager
def _unread() -> Iterator[None]:
    """End quietly where nobody reads on (`| head`); click would end with 1, which says that there are matches."""
    try:
        yield
    except BrokenPipeError:
        from namesake.cli.exit_codes import CLOSED

        _let_go()
        raise SystemExit(CLOSED) from None


def _let_go() -> None:
    """Send nowhere what is still waiting to be written, so that the end of the program does not trip over it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(nowhere, stream.fileno())


@click.group(cls=Front, name="namesake", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", type=click.Path(path_type=Path), help="Folder of lists and indexes (else NAMESAKE_HOME).")
@click.version_option(package_name="namesake-screening")
@click.pass_context
def cli(ctx: click.Context, home: Path | None) -> None:
    """Tell a listed person from their namesake, today and every day after."""
    ctx.obj = home


def main() -> None:
    """Run the command line."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start threads for algebra that nobody does here
    gc.set_threshold(50_000, 20, 20)  # what the modules and tables hold lives on: no need to look through it so often
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that lacks a letter shows its code instead of ending the program.
            stream.reconfigure(errors="backslashreplace")
    # Being ended is an interruption like any other: what is half-written is taken away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    cli(prog_name="namesake")
