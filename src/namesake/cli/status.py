"""`namesake status`: what is fresh, what is complete, what runs out."""

from pathlib import Path

import click

from namesake.bootstrap import open_status, read_settings
from namesake.cli.exit_codes import ATTENTION, DONE, FAILED
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.policy_in_use import in_use
from namesake.cli.rendering import print_json, waiting
from namesake.cli.screen import policy_option

CODES = {"act": FAILED, "look": ATTENTION, "well": DONE}


@click.command()
@policy_option
@click.option("--html", "page", type=click.Path(path_type=Path), help="Where to write a page to read or print.")
@format_option
@home_option
def status(policy_file: Path | None, page: Path | None, style: str) -> None:
    """Show how things stand: what somebody must act upon, the age of every list, how completely each population is
    screened, the matches that stand, the clocks, and the last runs.

    Nothing is changed, nobody is screened and no publisher is asked.
    """
    from namesake.cli import status_tables
    from namesake.reports.status_document import status_document

    using = in_use(policy_file)
    with waiting("reading what is kept"):
        opened = open_status(read_settings(home_of(click.get_current_context())))
        found = opened.standing(using.policy, str(using.file or ""))
    if page:
        from namesake.reports.sheets import write_text
        from namesake.reports.status_page import status_page

        write_text(page, status_page(found))
    if style == "json":
        print_json(status_document(found))
    else:
        status_tables.print_standing(found, page)
    click.get_current_context().exit(CODES[found.urgency])
