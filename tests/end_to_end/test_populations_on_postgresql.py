"""Enrol, re-vet and look into subjects on a server: what a team does that sets NAMESAKE_STORE."""

from pathlib import Path
from typing import Any

import pytest

LISTED = "Ref,Full name,Valid until\nW-001,Orrin VELTANI,never\n"
LATER = f"{LISTED}W-002,Talvek Imran QUOREN,31.12.2099\n"
MAPPING = """[list]
id = "own"
title = "Own findings"
owner = "Vetting office"
source = "Report 17"
legal_basis = "Vetting Act"
day_first = true
[columns]
id = "Ref"
name = "Full name"
expires = "Valid until"
"""
PEOPLE = "Key,Full name\nP1,Talvek Imran Quoren\nP2,Orla Wexmoor\nP3,Harmless Person\n"


class Team:
    """Two desks with homes of their own and one store."""

    def __init__(self, command: Any, folder: Path, url: str) -> None:  # noqa: ANN401 - the class is in a conftest
        self.folder = folder
        self.one, self.other = (type(command)(folder / name, {"NAMESAKE_STORE": url}) for name in ("one", "other"))

    def publish(self, table: str) -> None:
        (self.folder / "own.csv").write_text(table, "utf-8")
        (self.folder / "own.toml").write_text(MAPPING, "utf-8")
        for desk in (self.one, self.other):
            desk("lists", "add", "table", self.folder / "own.csv", self.folder / "own.toml")

    def enrol(self, people: str, *words: str) -> str:
        (self.folder / "people.csv").write_text(people, "utf-8")
        done = self.one("enrol", self.folder / "people.csv", "-p", "staff", "--key", "Key", *words)
        return str(done.stdout)


@pytest.fixture
def team(empty: Any, tmp_path: Path, postgres_url: str) -> Team:  # noqa: ANN401 - as above
    made = Team(empty, tmp_path, postgres_url)
    made.publish(LISTED)
    assert made.enrol(PEOPLE) == "staff: 3 subjects enrolled (3 added, 0 changed, 0 unchanged).\n"
    return made


def changes(desk: Any, *words: str, code: int = 0) -> list[tuple[str, str, str, str]]:  # noqa: ANN401 - as above
    (run,) = desk.found("revet", "--verify", *words, code=code)["runs"]
    assert run["verified"]["same"]
    return [(each["kind"], each["key"], each["entry"]["id"], each["why"]) for each in run["changes"]]


def test_what_one_desk_does_the_other_sees(team: Team) -> None:
    assert changes(team.one) == []
    team.publish(LATER)
    assert changes(team.other, code=1) == [("new", "P1", "W-002", "the entry is new")]
    assert changes(team.one) == []
    assert team.enrol(PEOPLE.replace("Orla Wexmoor", "Orrin Veltani")).count("1 changed") == 1
    assert changes(team.other, code=1) == [("new", "P2", "W-001", "the subject changed")]
    team.other("subjects", "withdraw", "P1", "-p", "staff", "--reason", "left the service")
    assert changes(team.one) == [("gone", "P1", "W-002", "the subject was withdrawn")]
    (population,) = team.other.found("subjects", "list")["populations"]
    assert (population["name"], population["subjects"], population["withdrawn"]) == ("staff", 2, 1)
    shown = team.one("subjects", "show", "P2", "-p", "staff").stdout
    assert "Orrin Veltani" in shown
    assert "P2: 2 versions, under recurrent screening." in shown
    assert "left the service" in team.one("subjects", "show", "P1", "-p", "staff").stdout
    assert not (team.folder / "one" / "namesake.db").exists()


def test_a_look_back_on_a_server_finds_nothing_else(team: Team) -> None:
    team.publish(LATER)
    assert changes(team.one, code=1) == [("new", "P1", "W-002", "screened for the first time")]
    assert changes(team.other, "--look-back") == [("unchanged", "P1", "W-002", "")]


def test_a_server_that_is_not_there_is_said(team: Team, tmp_path: Path) -> None:
    away = type(team.one)(tmp_path / "one", {"NAMESAKE_STORE": "postgresql://nobody:secret@127.0.0.1:1/none"})
    for words in (("revet",), ("subjects", "list"), ("enrol", tmp_path / "people.csv", "-p", "a", "--key", "Key")):
        done = away.refused("store-unusable", *words)
        assert "secret" not in done.stderr


def test_what_one_desk_decides_the_other_can_answer_for(team: Team) -> None:
    team.publish(LATER)
    changes(team.one, code=1)
    decided = team.one("decide", "1", "--as", "false_match", "--reason", "another birth place, by passport")
    assert "1 decision: 1 in force." in decided.stdout
    (line,) = team.other.found("cases", "--state", "cleared")["alerts"]
    assert (line["id"], line["state"]) == (1, "cleared")
    told = team.other("why", "P1", "-p", "staff").stdout
    assert "decided false_match" in told
    assert "same" in team.one("replay", "1").stdout
    assert "there is no checkpoint at all" in team.other("audit", "verify", code=1).stderr
    given = team.one("redress", "give", "1").stdout
    assert "Your reference: " in given
    team.one("subjects", "withdraw", "P1", "-p", "staff", "--reason", "left the service")
    changes(team.one)
    team.other("subjects", "forget", "P1", "-p", "staff", "--reason", "asked for it", "--early")
    assert "The record stands" in team.one("audit", "verify").stdout
