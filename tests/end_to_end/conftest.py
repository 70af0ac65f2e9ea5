"""A home with a small invented list, and the command as a user types it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from namesake.cli import cli

WATCH = """Ref,Full name,Kind,Other names,Born,Nationality,Passport,IMO,Wallet,Valid until
W-001,Talvek Imran QUOREN,person,Talvik Quoren; Талвек Куорен,05.06.1971,Moldova,AB1234567,,,31.12.2099
W-002,Orrin VELTANI,person,,1980,,,,,never
W-003,Veltani Maritime Trading LLC,company,Veltani Shipping,,,,,,31.12.2099
W-004,Ocean Velt,ship,,,,,9074729,,31.12.2099
W-005,Zorvan PEXLEY,person,,1966-03-09,France,,,0xabcdef0123456789abcdef0123456789abcdef01,never
"""
MAPPING = """[list]
id = "watch"
title = "Watch list"
owner = "Vetting office"
source = "Report 17 of the vetting office"
legal_basis = "Vetting Act, section 4"
dated = 2026-04-15
day_first = true
[columns]
id = "Ref"
name = "Full name"
schema = "Kind"
alias = "Other names"
birthDate = "Born"
nationality = "Nationality"
passportNumber = "Passport"
imoNumber = "IMO"
publicKey = "Wallet"
expires = "Valid until"
[separators]
alias = ";"
"""
COLUMNS = ("Full name", "DOB", "Country")
PEOPLE = (
    ("Talvek Imran Quoren", "1971-06-05", "Moldova"),
    ("Куорен Талвек", "", ""),
    ("Veltani Maritime Trading LLC", "", ""),
    ("Harmless Person", "1990-01-01", "France"),
    ("Somebody Else", "1985-11-30", ""),
)
LISTED = (True, True, True, False, False)
"""Which of the people above are on the list."""


@dataclass(frozen=True)
class Command:
    """`namesake` on one home. In this process, or as a program of its own where signals and limits matter."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: object, code: int | Sequence[int] = 0) -> Result:
        words = ["--home", str(self.home), *map(str, arguments)]
        result = CliRunner().invoke(cli, words, env=self.environment)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        wanted = [code] if isinstance(code, int) else code
        assert result.exit_code in wanted, f"{result.stdout[-2000:]}\n{result.stderr[-2000:]}"
        assert "Traceback" not in result.stdout + result.stderr
        return result

    def refused(self, coded: str, *arguments: object, code: int = 2) -> Result:
        """Run what must end in a coded error that says what, where and what next."""
        result = self(*arguments, code=code)
        assert f"error [{coded}] " in result.stderr
        assert "  next:  " in result.stderr
        assert result.stdout == "" or code == 1
        return result

    def words(self, *arguments: object) -> list[str]:
        """The command line of the program."""
        start = "from namesake.cli import main; main()"
        return [sys.executable, "-c", start, "--home", str(self.home), *map(str, arguments)]

    def program(
        self, *arguments: object, timeout: float = 60, preexec_fn: Callable[[], None] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Run the program; a minute is enough for everything here."""
        done = subprocess.run(
            self.words(*arguments),
            check=False,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **self.environment},
            timeout=timeout,
            preexec_fn=preexec_fn,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def start(self, *arguments: object) -> "subprocess.Popen[str]":
        """Start the program, in a group of its own so that an interruption reaches its processes as Ctrl-C does."""
        environment = {**os.environ, **self.environment}
        return subprocess.Popen(
            self.words(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
            env=environment, start_new_session=True,
        )  # fmt: skip

    def found(self, *arguments: object, code: int | Sequence[int] = (0, 1)) -> dict[str, Any]:
        """The JSON that a command prints."""
        told: dict[str, Any] = json.loads(self(*arguments, "--format", "json", code=code).stdout)
        return told


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the list in force and its index built; to be copied, not used."""
    folder = tmp_path_factory.mktemp("made")
    write_list(folder)
    command = Command(folder / "home")
    command("lists", "add", "table", folder / "watch.csv", folder / "watch.toml")
    command("lookup", "Nobody Atall")
    return folder / "home"


def write_list(folder: Path, table: str = WATCH, mapping: str = MAPPING) -> tuple[Path, Path]:
    """The invented list as two files."""
    (folder / "watch.csv").write_text(table, "utf-8")
    (folder / "watch.toml").write_text(mapping, "utf-8")
    return folder / "watch.csv", folder / "watch.toml"


@pytest.fixture
def namesake(made_home: Path, tmp_path: Path) -> Command:
    """The command on a home of its own that has the list."""
    shutil.copytree(made_home, tmp_path / "home")
    return Command(tmp_path / "home")


@pytest.fixture
def empty(tmp_path: Path) -> Command:
    """The command on a home without anything."""
    return Command(tmp_path / "empty-home")


@pytest.fixture
def watch_list() -> Callable[..., tuple[Path, Path]]:
    """Writes the invented list to a folder."""
    return write_list


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Five people, three of whom are on the list."""
    path = tmp_path / "people.csv"
    path.write_text("".join(",".join(row) + "\n" for row in (COLUMNS, *PEOPLE)), "utf-8")
    return path


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """Enough people for several batches and for an interruption in between."""
    path = tmp_path / "crowd.csv"
    rows = [("Talvek Quoren" if n % 40 == 0 else f"Harmless{n} Person", "1971", "") for n in range(1000)]
    path.write_text("".join(",".join(row) + "\n" for row in (COLUMNS, *rows)), "utf-8")
    return path
