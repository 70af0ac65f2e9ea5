"""`namesake backup` and `namesake restore`: everything that is kept in one file, verified both ways."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from namesake.bootstrap import SystemClock, open_backups, open_database, open_record, read_settings
from namesake.cli.exit_codes import ATTENTION
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.rendering import counted, print_json, say, visible, waiting

if TYPE_CHECKING:
    from namesake.stores.backup_archive import Manifest


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@home_option
def backup(file: Path, style: str) -> None:
    """Write populations, runs, lists and models of your own into FILE, which must not exist.

    It is read again and compared before it gets its name. It holds personal data, and is readable by you alone.
    That it was made is recorded first, as an export: it is the last event in it.
    """
    settings = read_settings(home_of(click.get_current_context()))
    open_database(settings)
    with waiting(f"writing {file.name}"):
        made = open_backups(settings).make(file, SystemClock().now())
    _tell(made, f"{file} holds", style)
    if unsettled := open_record(settings).settle():
        click.echo(visible(f"attention: {unsettled}"), err=True)
        click.get_current_context().exit(ATTENTION)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@home_option
def restore(file: Path, style: str) -> None:
    """Bring back what FILE, a backup, holds: into a home without lists and a database without populations.

    Every hash is compared before anything is changed, and what the database holds once more before it counts.
    """
    settings = read_settings(home_of(click.get_current_context()))
    with waiting(f"restoring {file.name}"):
        found = open_backups(settings).restore(file)
    _tell(found, f"restored from the backup of {found.made:%Y-%m-%d %H:%M} UTC:", style)


def _tell(manifest: "Manifest", what: str, style: str) -> None:
    if style == "json":
        print_json(msgspec.to_builtins(manifest))
        return
    rows = manifest.rows
    parts = [
        counted(rows.get("namesake_populations", 0), "population"),
        counted(rows.get("namesake_subjects", 0), "subject"),
        counted(rows.get("namesake_runs", 0), "run"),
        counted(len(manifest.members) - 1, "file") + " of lists and models",
    ]
    say(f"{what} {', '.join(parts)}; every hash is as it should be.")
