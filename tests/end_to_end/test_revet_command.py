"""`namesake revet` as a user types it: enrolled and clear, then listed, then gone."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PEOPLE = [("P1", "Talvek Imran Quoren"), ("P2", "Orla Wexmoor"), ("P3", "Harmless Person"), ("P4", "Somebody Else")]
LIST = [("W-001", "Talvek Imran QUOREN"), ("W-002", "Orrin VELTANI")]
MAPPING = """[list]
id = "watch"
title = "Watch list"
owner = "Vetting office"
source = "Report 17"
legal_basis = "Vetting Act"
dated = {day}
[columns]
id = "Ref"
name = "Full name"
"""


class Office:
    """The command on an empty home, and files to give to it."""

    def __init__(self, command: Any, folder: Path) -> None:  # noqa: ANN401 - the fixture's class is in a conftest
        self.command, self.folder = command, folder

    def publish(self, day: str, *rows: tuple[str, str], accept: bool = False) -> None:
        write(self.folder / "watch.csv", ("Ref", "Full name"), rows)
        (self.folder / "watch.toml").write_text(MAPPING.format(day=day), "utf-8")
        because = ("--accept", "as decided") if accept else ()
        self.command("lists", "add", "table", self.folder / "watch.csv", self.folder / "watch.toml", *because)

    def enrol(self, *rows: tuple[str, str], code: int = 0) -> None:
        write(self.folder / "people.csv", ("Key", "Full name"), rows)
        self.command("enrol", self.folder / "people.csv", "--population", "staff", "--key", "Key", code=code)

    def changes(self, *arguments: str, code: int = 0) -> list[tuple[str, str, str]]:
        (run,) = self.command.found("revet", *arguments, code=code)["runs"]
        return [(change["kind"], change["key"], change["entry"]["id"]) for change in run["changes"]]


def write(path: Path, columns: tuple[str, str], rows: tuple[tuple[str, str], ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([columns, *rows])


@pytest.fixture
def office(empty: Any, tmp_path: Path) -> Office:  # noqa: ANN401 - the fixture's class is in a conftest
    made = Office(type(empty)(empty.home, {"COLUMNS": "200"}), tmp_path)
    made.publish("2026-04-15", LIST[1])
    made.enrol(*PEOPLE)
    return made


def test_clear_today_listed_tomorrow_and_delisted(office: Office) -> None:
    assert office.changes() == []
    office.publish("2026-04-16", *LIST)
    assert office.changes("--verify", code=1) == [("new", "P1", "W-001")]
    assert office.changes("--verify") == []
    office.publish("2026-04-17", LIST[1], accept=True)
    assert office.changes("--verify") == [("gone", "P1", "W-001")]


def test_what_is_said(office: Office) -> None:
    office.command("revet")
    office.publish("2026-04-16", *LIST, ("W-003", "Gone Elsewhere"))
    said = " ".join(office.command("revet", "--verify", code=1).stdout.split())
    assert "2 new entries are looked up among the subjects; no other pair of subject and entry can have" in said
    assert "│ new │ P1 │ Talvek Imran Quoren │ table@watch W-001 │ Talvek Imran QUOREN │" in said
    assert "the entry is new" in said
    assert "eu_fsf │ not consulted │ no version has been added" in said
    assert "All canaries were found: 7 scripts in 1 list." in said
    assert "gives the same 1 match, to the byte." in said
    assert "staff (own finding): 4 subjects re-vetted against table@watch of 2026-04-16" in said
    assert "1 new, 0 changed, 0 gone, 0 unchanged; 1 match stands, of 1 subject with 1 listed identity;" in said


def test_a_corrected_name_and_a_withdrawal(office: Office) -> None:
    office.changes()
    office.enrol(("P2", "Orrin Veltani"))
    assert office.changes(code=1) == [("new", "P2", "W-002")]
    office.command("subjects", "withdraw", "P2", "--population", "staff")
    assert office.changes() == [("gone", "P2", "W-002")]


def test_a_look_back_finds_nothing_else(office: Office) -> None:
    office.publish("2026-04-16", *LIST)
    office.changes(code=1)
    assert office.changes("--look-back") == [("unchanged", "P1", "W-001")]


def test_no_population(empty: Any) -> None:  # noqa: ANN401 - the fixture's class is in a conftest
    assert "There is no population yet" in empty("revet").stdout
    assert empty.found("revet") == {"format": "namesake.revet/1", "runs": []}


def no_such(office: Office) -> None:
    office.command.refused("population-unknown", "revet", "--population", "others")


def no_list(office: Office) -> None:
    policy = office.folder / "policy.toml"
    policy.write_text('lists = ["un_sc_sanctions"]\n', "utf-8")
    office.command.refused("screening-list-not-available", "revet", "--policy", policy)


@pytest.mark.parametrize("refused", [no_such, no_list])
def test_what_cannot_be_re_vetted_is_said(office: Office, refused: Callable[[Office], None]) -> None:
    refused(office)
    assert office.changes() == []


def test_a_list_that_is_too_old_is_no_control(office: Office) -> None:
    policy = office.folder / "policy.toml"
    policy.write_text("[max_age_days]\n'*' = 0\n", "utf-8")
    done = office.command("revet", "--policy", policy, code=2)
    assert "older than its limit" in done.stdout
    assert "attention: table@watch is older than its limit" in done.stderr


def test_a_list_is_added_and_everybody_re_vetted_in_one_go(office: Office) -> None:
    office.changes()
    write(office.folder / "watch.csv", ("Ref", "Full name"), tuple(LIST))
    (office.folder / "watch.toml").write_text(MAPPING.format(day="2026-04-16"), "utf-8")
    files = (office.folder / "watch.csv", office.folder / "watch.toml")
    done = office.command.found("lists", "add", "table", *files, "--revet", code=1)
    assert done["outcome"] == "in-force"
    assert [(change["kind"], change["key"]) for change in done["revet"][0]["changes"]] == [("new", "P1")]
    said = office.command("lists", "add", "table", *files, "--revet").stdout
    assert "Nothing has changed since the last complete run" in said
    usage = office.command("lists", "add", "table", *files, "--policy", "x.toml", code=2).stderr
    assert "give it with --revet" in usage
