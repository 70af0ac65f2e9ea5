"""The documentation is as the code is: generated pages are up to date, links lead somewhere, nothing is left out."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import namesake.data
from namesake.cli import cli
from namesake.cli.exit_codes import MEANINGS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "examples/README.md")]
PAGES += sorted(ROOT.joinpath("docs").rglob("*.md"))
DATA = Path(namesake.data.__path__[0])
PAGES += [DATA / "README.md"]
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_the_generated_pages_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "docs/generate.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def commands(command: click.Command, path: str) -> Iterator[str]:
    """The full names of all commands that do something themselves."""
    if not isinstance(command, click.Group):
        yield path
        return
    if command.invoke_without_command and path:
        yield path
    context = click.Context(command)
    for name in command.list_commands(context):
        child = command.get_command(context, name)
        assert child is not None
        yield from commands(child, f"{path} {name}".strip())


def test_every_command_has_its_exit_codes() -> None:
    assert set(commands(cli, "")) == set(MEANINGS)


def test_every_variable_of_the_environment_is_documented() -> None:
    code = "".join(path.read_text("utf-8") for path in ROOT.joinpath("src").rglob("*.py"))
    named = set(re.findall(r'"(NAMESAKE_[A-Z_]+)"', code))
    page = ROOT.joinpath("docs/reference/settings.md").read_text("utf-8")
    assert named
    assert {name for name in named if f"`{name}`" not in page} == set()


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are made from the text."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        if link.startswith(("https://", "http://")):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or anchor in anchors(target), f"{page.name}: {link}"


@pytest.mark.parametrize("folder", ["tutorial", "how-to", "explanation", "reference", "decisions"])
def test_every_page_is_in_the_index(folder: str) -> None:
    index = ROOT.joinpath("docs/README.md").read_text("utf-8")
    names = [path.name for path in ROOT.joinpath("docs", folder).glob("*.md")]
    assert names
    assert [name for name in names if f"({folder}/{name})" not in index] == []


def test_every_data_file_has_its_source_and_licence() -> None:
    page = DATA.joinpath("README.md").read_text("utf-8")
    files = {path.name for path in DATA.iterdir() if path.is_file()} - {"README.md", "__init__.py"}
    assert files
    assert {name for name in files if f"`{name}`" not in page} == set()


def test_the_readme_stays_short() -> None:
    assert len(ROOT.joinpath("README.md").read_text("utf-8").splitlines()) < 100
