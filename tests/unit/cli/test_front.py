"""The front imports a command only when it is used."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from namesake import cli
from namesake.cli.lists import lists
from namesake.cli.lists_tables import OUTCOMES
from namesake.errors import HomeError

HEAVY = ("rich", "httpx", "lxml", "msgspec", "numpy", "openpyxl", "namesake.cli.lists")


def test_help_names_every_command_and_imports_none() -> None:
    code = (
        "import sys\nfrom namesake.cli import cli\n"
        "try: cli(['--help'])\nexcept SystemExit as end: assert end.code == 0\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "assert not loaded, loaded"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in cli.COMMANDS:
        assert f"  {name} " in done.stdout


def test_an_unknown_command_is_a_usage_error() -> None:
    result = CliRunner().invoke(cli.cli, ["nothing"])
    assert (result.exit_code, "No such command" in result.output) == (2, True)


def test_a_failure_anywhere_ends_in_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def failing() -> None:
        raise HomeError("it is broken")

    monkeypatch.setattr(cli.Front, "get_command", lambda *_: failing)
    result = CliRunner().invoke(cli.cli, ["lists"])
    assert result.exit_code == 2
    assert result.stderr.startswith("error [home-unusable] it is broken\n")


def test_every_command_of_lists_has_its_exit_codes_in_the_table() -> None:
    from namesake.cli.exit_codes import MEANINGS

    names = {f"lists {name}" for name in lists.commands}
    assert names == {name for name in MEANINGS if name.startswith("lists ")}


def test_every_outcome_has_its_words() -> None:
    assert set(OUTCOMES) == {"in-force", "superseded", "unchanged", "refused", "held-back"}
