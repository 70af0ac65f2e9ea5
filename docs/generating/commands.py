"""The page on commands, from click."""

from collections.abc import Iterator

import click

from generating.markdown import code, sections, table
from namesake.cli import cli
from namesake.cli.exit_codes import MEANINGS

INTRODUCTION = """# Commands

Every command prints what a person reads, or one JSON value with `--format json` where that is offered. Results go to
standard output; how the input was understood, progress and errors go to standard error. The
[exit codes](exit-codes.md) say how a command ended, the [errors](errors.md) why."""


def page() -> str:
    """All commands with their arguments and options."""
    return sections([INTRODUCTION, *_command(cli, "namesake", _root())])


def _root() -> click.Context:
    return cli.make_context("namesake", [], resilient_parsing=True)


def _command(command: click.Command, path: str, context: click.Context) -> Iterator[str]:
    yield f"## {path}"
    yield _usage(command, path, context)
    yield " ".join((command.help or "").split())
    if arguments := [item for item in command.params if isinstance(item, click.Argument)]:
        yield table(("argument", "given"), ((_metavar(item, context), _given(item)) for item in arguments))
    if options := [item for item in command.get_params(context) if isinstance(item, click.Option)]:
        yield table(("option", "meaning"), ((_spelt(item, context), _meaning(item, path)) for item in options))
    if found := MEANINGS.get(path.removeprefix("namesake ")):
        yield "Exit codes: " + "; ".join(f"`{number}` {text}" for number, text in found.items()) + "."
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from _command(child, f"{path} {name}", click.Context(child, info_name=name, parent=context))


def _usage(command: click.Command, path: str, context: click.Context) -> str:
    pieces = " ".join(command.collect_usage_pieces(context))
    return f"```text\n{path} {pieces}\n```"


def _metavar(item: click.Parameter, context: click.Context) -> str:
    return code(item.make_metavar(context))


def _given(item: click.Argument) -> str:
    several = "one or several" if item.nargs == -1 and item.required else "any number" if item.nargs == -1 else "one"
    return several if item.required or item.nargs == -1 else "may be left out"


def _spelt(item: click.Option, context: click.Context) -> str:
    names = ", ".join([*item.opts, *item.secondary_opts])
    takes = "" if item.is_flag or item.count else f" {item.make_metavar(context)}"
    return code(names + takes)


def _meaning(item: click.Option, path: str) -> str:
    if not item.help:
        raise ValueError(f"{path}: the option {item.name} has no help text")
    shown = f" Default: `{item.default}`." if item.show_default else ""
    more = " May be repeated." if item.multiple and "epeat" not in item.help else ""
    return item.help + shown + more
