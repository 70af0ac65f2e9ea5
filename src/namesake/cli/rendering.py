"""How things are shown in a terminal. What lists and files hold is shown, never obeyed."""

import json
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from namesake.errors import NamesakeError

if TYPE_CHECKING:
    from rich.console import Console

JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiners: Persian, Urdu and Indian names are spelt with them."""

PIPE_WIDTH = 100
"""Columns of what goes to a file or another program, unless COLUMNS in the environment says otherwise."""

LEAST_WIDTH = 20


def visible(text: str) -> str:
    """A text with everything that would steer a terminal or turn its lines round written as its code."""
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if char in JOINERS or not (category[0] == "C" or category in ("Zl", "Zp")) or category == "Co":
        return char
    return " " if char in "\n\t" else f"<U+{ord(char):04X}>"


def print_error(error: NamesakeError) -> None:
    """Print code, what, where and next step on stderr."""
    click.echo(f"error [{error.code}] {visible(error.what)}", err=True)
    if place := str(error.where):
        click.echo(f"  where: {visible(place)}", err=True)
    if error.next_step:
        click.echo(f"  next:  {visible(error.next_step)}", err=True)


def print_json(value: object) -> None:
    """Print a JSON value; what would steer a terminal is written with JSON's own escapes."""
    click.echo(pretty_json(value))


def pretty_json(value: object) -> str:
    """A JSON value over many lines; what would steer a terminal is written with JSON's own escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(char if char == "\n" else _escaped(char) for char in text)


def one_line_json(value: object) -> str:
    """A JSON value on one line; what would steer a terminal is written with JSON's own escapes."""
    return "".join(map(_escaped, json.dumps(value, ensure_ascii=False)))


def _escaped(char: str) -> str:
    return char if _visible(char) == char else json.dumps(char)[1:-1]


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; no cell is cut. Columns whose name ends in `#` are numbers, set to the right."""
    from rich.table import Table
    from rich.text import Text

    console = output()
    if title:  # not the table's own, which is broken at its width
        console.print(Text(title, style="bold"))
    table = Table()
    for name in columns:
        right = name.endswith("#")
        table.add_column(name.rstrip("# "), justify="right" if right else "left", overflow="fold")
    # What a row is about stays in one piece where there is room: the other columns give way.
    table.columns[0].no_wrap = all(len(visible(row[0])) <= console.width // 5 for row in rows)
    for row in rows:
        # Text, not str: rich would take brackets in a name for its own markup.
        table.add_row(*(Text(visible(cell)) for cell in row))
    console.print(table)


def output() -> "Console":
    """The console that writes to standard output, as wide as the terminal, or as a pipe should be."""
    from rich.console import Console

    class Output(Console):
        """Leaves it to the front what to do when nobody reads any more; rich would end the program with 1."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Output(file=sys.stdout, highlight=False, emoji=False, width=None if _watched(sys.stdout) else _pipe_width())


def _pipe_width() -> int:
    return max(shutil.get_terminal_size((PIPE_WIDTH, 0)).columns, LEAST_WIDTH)


def counted(count: int, word: str, plural: str = "") -> str:
    """A number with its noun: "1 entry", "2,000 entries"."""
    return f"{count:,} {word if count == 1 else plural or word + 's'}"


def say(sentence: str) -> None:
    """Print a sentence."""
    click.echo(visible(sentence))


@contextmanager
def waiting(message: str) -> Iterator[Callable[[str], None]]:
    """Show that work goes on, only where a person watches; gives a function that changes the message."""
    if not _watched(sys.stderr):
        yield lambda _message: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(file=sys.stderr).status(Text(message)) as status:
        yield lambda text: status.update(Text(visible(text)))


def _watched(stream: TextIO) -> bool:
    return stream.isatty()
