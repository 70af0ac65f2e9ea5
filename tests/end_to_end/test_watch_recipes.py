"""The service, the container and the crontab of `examples/watch` start a command that there is, and not as root."""

import re
import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import click

from namesake.cli import cli

ROOT = Path(__file__).parents[2]
RECIPES = ROOT / "examples" / "watch"
SERVICE = RECIPES / "namesake-watch.service"
INSTALLED = "/opt/namesake/bin/namesake"
PAGE = ROOT / "docs" / "how-to" / "watch-every-day.md"


def understood(words: list[str]) -> click.Command:
    """The command that a command line means; it fails where an option is not understood."""
    command = cli.get_command(click.Context(cli), words[0])
    assert command is not None, words
    command.make_context(words[0], words[1:])
    return command


def service() -> ConfigParser:
    found = ConfigParser(interpolation=None, strict=True)
    found.optionxform = str  # type: ignore[assignment]  # how the documentation of configparser has it
    found.read_string(SERVICE.read_text("utf-8"))
    return found


def test_the_service_starts_a_watch_that_goes_on() -> None:
    program, *words = shlex.split(service()["Service"]["ExecStart"])
    assert program == INSTALLED
    assert understood(words).name == "watch"
    assert "--rounds" not in words


def test_the_service_is_restarted_and_may_do_little() -> None:
    settings = service()["Service"]
    assert settings["User"] not in ("", "root", "0")
    assert settings["Restart"] == "always"
    home = re.search(r"NAMESAKE_HOME=(\S+)", settings["Environment"])
    assert home
    assert home[1] == f"/var/lib/{settings['StateDirectory']}"
    assert (settings["NoNewPrivileges"], settings["ProtectSystem"]) == ("yes", "strict")


def test_systemd_understands_the_service(tmp_path: Path) -> None:
    assert service().sections() == ["Unit", "Service", "Install"]
    analyze = shutil.which("systemd-analyze")
    if analyze is None:  # the other tests read the file by themselves
        return
    place = tmp_path / SERVICE.name
    place.write_text(SERVICE.read_text("utf-8").replace(INSTALLED, sys.executable), "utf-8")
    done = subprocess.run(
        [analyze, "verify", "--man=no", str(place)], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, with what follows each."""
    text = re.sub(r"\\\n\s*", "", (RECIPES / "Dockerfile").read_text("utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


def test_the_container_has_what_is_copied_into_it() -> None:
    copied = [word for name, rest in instructions() if name == "COPY" for word in rest.split()[:-1]]
    assert {"src", "setup.py", "pyproject.toml"} <= set(copied)
    assert [word for word in copied if not (ROOT / word).exists()] == []


def test_the_container_watches_as_nobody_in_particular() -> None:
    last = dict(instructions())
    assert last["FROM"] == "python:3.11-slim"
    assert last["USER"] == "namesake"
    assert f"NAMESAKE_HOME={last['VOLUME']} " in f"{last['ENV']} "
    assert last["ENTRYPOINT"] == '["namesake"]'
    words = re.findall(r'"([^"]+)"', last["CMD"])
    assert understood(words).name == "watch"


def test_cron_does_a_round_at_a_time() -> None:
    (line,) = [line for line in (RECIPES / "namesake-watch.cron").read_text("utf-8").splitlines() if "*" in line]
    user, program, *words = line.split()[5:]
    assert (user, program) == ("namesake", INSTALLED)
    assert words[:3] == ["watch", "--rounds", "1"]
    understood(words)
    assert line in PAGE.read_text("utf-8")
