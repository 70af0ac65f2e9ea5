"""Options that many commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def _remember(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.find_root().obj = value


def home_option(command: Command) -> Command:
    """`--home` after the command as well as before it; `home_of` gives it."""
    return click.option(
        "--home",
        type=click.Path(path_type=Path),
        callback=_remember,
        expose_value=False,
        help="Folder of lists and indexes (else NAMESAKE_HOME).",
    )(command)


def format_option(command: Command) -> Command:
    """`--format table|json`, as the parameter `style`."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help="A table for people or JSON for programs.",
    )(command)


def home_of(ctx: click.Context) -> Path | None:
    """The home that was named on the command line, or None."""
    found = ctx.find_root().obj
    return found if isinstance(found, Path) else None
