"""`namesake demo`: the main job on bundled data, in a home of its own that is removed afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import click

from namesake.bootstrap import open_lists, read_settings
from namesake.cli.exit_codes import DONE
from namesake.cli.screen import Request, carry_out

STARTER = "table@starter"


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("demo-report.html"),
    show_default=True,
    help="Where to write the report.",
)
def demo(out: Path) -> None:
    """Screen a thousand invented subjects against a bundled sample list, and write a report.

    The list holds facts of about fifty public designations. It is a sample, not for production.
    """
    click.echo("1. Loading the sample list of public designations (a sample, not for production).")
    with _home() as (home, subjects):
        click.echo(
            "2. Screening 1,000 invented people and companies, some of them spelt as passports and newspapers do."
        )
        carry_out(Request(subjects, (out,), (STARTER,), explained=1), home, quiet=False)
    click.echo(
        f"Open {out} in a browser: every match with its evidence, and every row that was skipped with its reason."
    )
    click.get_current_context().exit(DONE)


@contextmanager
def _home() -> Iterator[tuple[Path, Path]]:
    """A fresh home with the sample list in it, and the file of subjects."""
    with (
        tempfile.TemporaryDirectory(prefix="namesake-demo-") as folder,
        as_file(files("namesake.data") / "demo") as data,
    ):
        home = Path(folder)
        lists = open_lists(read_settings(home))
        lists.add("table", [data / "starter-list.csv", data / "starter-list.toml"])
        yield home, data / "subjects.csv"
