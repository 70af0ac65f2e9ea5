"""Journals: an interrupted run is taken up again, and never with other lists."""

from pathlib import Path

import pytest

from namesake.errors import ResumeError
from namesake.screener import Screener
from namesake.stores.home import Home
from namesake.stores.journals import HomeJournals, Journal
from namesake.values.entities import Skipped
from namesake.values.matches import Outcome

SHA = "a" * 64


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    screener = Screener.of([{"name": "Talvek Quoren", "schema": "Person", "birthDate": "1980"}])
    results: list[Outcome] = [screener.screen({"name": name, "id": name}) for name in ("Talvek Quoren", "Nobody Else")]
    return [*results, Skipped("row-no-name", "the row names nobody", key="3", columns=(("Name", "=1+1"),))]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return HomeJournals(Home(tmp_path / "home")).of(SHA)


def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "runs" / f"{SHA[:32]}.jsonl"


def written(journal: Journal, outcomes: list[Outcome]) -> None:
    with journal:
        journal.start("pins")
        journal.write(outcomes[:1])
        journal.write([])
        journal.write(outcomes[1:])


def test_resumed_to_the_bit(journal: Journal, outcomes: list[Outcome]) -> None:
    written(journal, outcomes)
    with journal:
        assert list(journal.resume("pins")) == outcomes


def test_goes_on_where_it_stopped(journal: Journal, outcomes: list[Outcome]) -> None:
    written(journal, outcomes[:1])
    with journal:
        assert list(journal.resume("pins")) == outcomes[:1]
        journal.write(outcomes[1:])
    with journal:
        assert list(journal.resume("pins")) == outcomes


@pytest.mark.parametrize("cut", [1, 2, 40])
def test_a_torn_last_line_is_screened_anew(journal: Journal, outcomes: list[Outcome], tmp_path: Path, cut: int) -> None:
    written(journal, outcomes)
    whole = path(tmp_path).read_bytes()
    path(tmp_path).write_bytes(whole[:-cut])
    with journal:
        assert list(journal.resume("pins")) == outcomes[:2]
        journal.write(outcomes[2:])
    assert path(tmp_path).read_bytes() == whole


def test_a_damaged_line_and_all_after_it_are_screened_anew(
    journal: Journal, outcomes: list[Outcome], tmp_path: Path
) -> None:
    written(journal, outcomes)
    lines = path(tmp_path).read_bytes().splitlines(keepends=True)
    path(tmp_path).write_bytes(b"".join([*lines[:2], b'{"result": \xff}\n', *lines[3:]]))
    with journal:
        assert list(journal.resume("pins")) == outcomes[:1]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b'{"pins":"other"}\n', id="other-lists"),
        pytest.param(b'{"pins":"pins"}', id="cut-off"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00\xff\n", id="garbage"),
        pytest.param(b"[]\n", id="another-shape"),
    ],
)
def test_resumed_with_something_else(journal: Journal, tmp_path: Path, head: bytes) -> None:
    path(tmp_path).parent.mkdir(parents=True)
    path(tmp_path).write_bytes(head)
    with journal, pytest.raises(ResumeError, match="screening-resume"):
        list(journal.resume("pins"))
    assert path(tmp_path).read_bytes() == head


def test_resume_without_a_journal_begins(journal: Journal, outcomes: list[Outcome], tmp_path: Path) -> None:
    with journal:
        assert list(journal.resume("pins")) == []
        journal.write(outcomes)
    with journal:
        assert list(journal.resume("pins")) == outcomes
    journal.discard()
    assert not path(tmp_path).exists()
    journal.discard()


def test_start_forgets_what_was_there(journal: Journal, outcomes: list[Outcome]) -> None:
    written(journal, outcomes)
    written(journal, outcomes[:1])
    with journal:
        assert list(journal.resume("pins")) == outcomes[:1]
