"""The how-to on in-house lists and its example say what the code does."""

import hashlib
import io
import re
from pathlib import Path

import pytest

from namesake.lists.sources import table_mapping
from namesake.lists.sources.table import SOURCE
from namesake.values.versions import Part, Publication

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "in-house-list"
PAGE = (ROOT / "docs" / "how-to" / "add-an-in-house-list.md").read_text("utf-8")
SOURCES = ROOT / "src" / "namesake" / "lists" / "sources"


def part(path: Path) -> Part:
    raw = path.read_bytes()
    return Part(path.name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


def example() -> Publication:
    return SOURCE.read([part(EXAMPLE / "watch.csv"), part(EXAMPLE / "watch.toml")])


def test_the_example_is_read_without_a_note() -> None:
    publication = example()
    assert publication.notes == ()
    assert [(entry.id, entry.schema) for entry in publication.entries] == [
        ("W-001", "Person"),
        ("W-002", "Person"),
        ("W-003", "Company"),
        ("W-004", "Vessel"),
    ]
    assert [bool(entry.expires) for entry in publication.entries] == [True, False, True, True]


@pytest.mark.parametrize(("name", "language"), [("watch.csv", "csv"), ("watch.toml", "toml")])
def test_the_page_shows_the_example(name: str, language: str) -> None:
    (shown,) = re.findall(rf"```{language} file={re.escape(name)}\n(.*?)```", PAGE, re.DOTALL)
    assert shown == (EXAMPLE / name).read_text("utf-8")


def test_the_page_shows_what_the_command_says() -> None:
    publication = example()
    said = f"table@{publication.scope} {publication.dated} ({len(publication.entries)} entries, 2 parts)"
    assert said in PAGE


def test_every_setting_is_on_the_page_and_no_other() -> None:
    (table,) = re.findall(r"`\[list\]`:\n\n(.*?)\n\n", PAGE, re.DOTALL)
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == set(table_mapping.SETTINGS)


def test_every_property_on_the_page_can_be_mapped() -> None:
    start, end = PAGE.index("`[columns]` names"), PAGE.index("`[separators]` says")
    named = set(re.findall(r"`(\w+)`", PAGE[start:end]))
    assert named <= {*table_mapping.SINGLE, *table_mapping.FACTS}
    assert {*table_mapping.SINGLE, *table_mapping.NAMES} <= named


def test_every_note_is_on_the_page() -> None:
    code = "".join(path.read_text("utf-8") for path in SOURCES.glob("table*.py"))
    assert set(re.findall(r'Note\(\s*"([a-z-]+)"', code)) <= set(re.findall(r"^\| `([a-z-]+)`", PAGE, re.MULTILINE))
