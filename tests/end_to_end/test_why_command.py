"""The story of a subject and all that is kept of it, from the command line."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from namesake.cli import cli

PEOPLE = """Ref,Full name,Born
V-001,Zorana Vexley,1971
V-002,Orrin [bold]Veltani\u202e,
V-004,Marta Ilyanova,1990-01-23
"""
MAPPING = """[list]
id = "own"
title = "Own findings"
owner = "Vetting office"
source = "Report"
legal_basis = "Vetting Act, section 4"
dated = 2026-04-{day:02}
[columns]
id = "Ref"
name = "Full name"
birthDate = "Born"
"""
LISTED = """Ref,Full name,Born
W-001,Zorana Vexley,1971-03-02
W-002,Orrin Veltani,1980
"""

Command = Callable[..., Result]


class Office:
    """A population, a list of its own, and people who decide."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.day = 0

    def run(self, *words: str, code: int | None = 0) -> Result:
        found = CliRunner().invoke(cli, list(words))
        assert code is None or found.exit_code == code, found.output
        return found

    def publish(self, text: str) -> None:
        self.day += 1
        (self.folder / "own.csv").write_text(text, "utf-8")
        (self.folder / "own.toml").write_text(MAPPING.format(day=self.day), "utf-8")
        self.run("lists", "add", "table", str(self.folder / "own.csv"), str(self.folder / "own.toml"))
        self.run("revet", code=None)

    def enrol(self, text: str, population: str = "visas") -> None:
        (self.folder / "people.csv").write_text(text, "utf-8")
        self.run("enrol", str(self.folder / "people.csv"), "-p", population, "--key", "Ref")

    def why(self, key: str, *more: str) -> list[dict[str, Any]]:
        stories: list[dict[str, Any]] = json.loads(self.run("why", key, *more, "--format", "json").stdout)["stories"]
        return stories


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("NAMESAKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NAMESAKE_TRUSTED_FRONT", "1")
    monkeypatch.setenv("COLUMNS", "200")
    made = Office(tmp_path)
    made.enrol(PEOPLE)
    made.publish(LISTED)
    return made


def kinds(story: dict[str, Any]) -> list[str]:
    return [one["chapter"] for one in story["chapters"]]


def test_the_whole_story(office: Office) -> None:
    office.run("decide", "1", "--as", "inconclusive", "--reason", "asked for the birth day", "--by", "ana")
    office.run("case", "comment", "1", "letter sent", "--by", "ana")
    office.run("revet", code=None)
    office.run("revet", code=None)
    office.run("decide", "1", "--as", "false_match", "--reason", "passport seen", "--by", "ben")
    office.publish(LISTED.replace("1971-03-02", "1971-03-12"))
    (story,) = office.why("V-001")
    assert kinds(story) == [
        "knew", "screened", "matched", "became", "decided", "noted", "screened", "decided", "screened", "matched",
        "became",
    ]  # fmt: skip
    events = [one["event"] for one in story["chapters"]]
    assert events == sorted(events)
    assert all(events)
    assert [run["run"]["id"] for run in story["chapters"][6]["runs"]] == [2, 3]
    assert story["alerts"][0]["state"] == "open"
    shown = office.run("why", "V-001").stdout
    for said in (
        "because “passport seen”", "2 runs until", "birth dates no longer 1971-03-02, now 1971-03-12",
        "last decision: ben decided false_match; it holds no longer", "table@own 2026-04-02", "covered by 4 runs",
    ):  # fmt: skip
        assert said in shown
    hashes = {item["what"]: item["hash"] for item in story["data"]}
    assert len(hashes["table@own 2026-04-01"]) == len(hashes["the model"]) == 64
    accepted = {item["what"]: item["event"] for item in story["data"]}["table@own 2026-04-02"]
    assert 0 < accepted < story["chapters"][8]["event"]


def test_who_was_never_found(office: Office) -> None:
    (story,) = office.why("V-004")
    assert kinds(story) == ["knew", "screened"]
    assert story["said"][0] == "V-004: 1 version; covered by 1 run; no match was ever found."


def test_as_it_stood(office: Office) -> None:
    office.run("decide", "1", "--as", "false_match", "--reason", "passport seen", "--by", "ben")
    whole = office.why("V-001")[0]
    for one in whole["chapters"]:
        (then,) = office.why("V-001", "--at", one["at"])
        assert kinds(then) == kinds(whole)[: len(then["chapters"])]
        assert len(then["chapters"]) + then["later"] == len(whole["chapters"])
    assert len(office.why("V-001", "--at", f"{datetime.now(UTC):%Y-%m-%d}")[0]["chapters"]) == len(whole["chapters"])
    gone = office.run("why", "V-001", "--at", "2026-01-01", code=2)
    assert "[population-subject-unknown] no population had a subject 'V-001' on 2026-01-01 23:59 UTC" in gone.stderr


def test_one_key_in_two_populations_has_two_stories(office: Office) -> None:
    office.enrol(PEOPLE, "crews")
    assert [story["population"] for story in office.why("V-001")] == ["crews", "visas"]
    assert [story["population"] for story in office.why("V-001", "-p", "crews")] == ["crews"]
    assert "was not screened yet" in office.why("V-001", "-p", "crews")[0]["said"][0]


def test_who_was_forgotten_has_no_story_and_the_others_keep_theirs(office: Office) -> None:
    office.run("subjects", "withdraw", "V-001", "-p", "visas")
    office.run("revet", code=None)
    office.run("subjects", "hold", "V-002", "-p", "visas", "--reason", "a lawsuit", "--by", "eve")
    office.run("subjects", "forget", "V-001", "-p", "visas", "--reason", "asked for it", "--early")
    assert "[population-subject-unknown]" in office.run("why", "V-001", code=2).stderr
    (story,) = office.why("V-002")
    assert story["chapters"][-1]["told"] == "eve put a legal hold on it; “a lawsuit”"
    office.run("audit", "verify")


def test_names_are_shown_and_never_obeyed(office: Office) -> None:
    shown = office.run("why", "V-002").stdout
    assert "[bold]Veltani" in shown
    assert "\u202e" not in shown
    assert "\u202e" not in office.run("why", "V-002", "--format", "json").stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("why", "V-009"), "population-subject-unknown"),
        (("why", "V-001", "-p", "nobody"), "population-unknown"),
        (("why", "V-\x1b[31m"), "population-subject-unknown"),
        (("subjects", "export", "V-009", "-p", "visas", "--out", "x.json"), "population-subject-unknown"),
        (("subjects", "export", "V-001", "-p", "nobody", "--out", "x.json"), "population-unknown"),
        (("subjects", "export", "V-001", "-p", "visas", "--out", "/nowhere/at/all/x.json"), "output-failed"),
    ],
)
def test_refused(office: Office, words: tuple[str, ...], code: str) -> None:
    found = office.run(*words, code=2)
    assert f"[{code}]" in found.stderr
    assert "\x1b" not in found.stderr


def test_a_date_that_is_none(office: Office) -> None:
    assert "Invalid value for '--at'" in office.run("why", "V-001", "--at", "yesterday", code=2).stderr


def test_all_that_is_kept_is_exported_and_that_it_was(office: Office, tmp_path: Path) -> None:
    office.run("decide", "2", "--as", "inconclusive", "--reason", "asked for a passport", "--by", "ana")
    office.run("case", "comment", "2", "letter sent", "--by", "ana")
    office.enrol(PEOPLE.replace("Veltani\u202e,", "Veltani,1961"))
    office.run("revet", code=None)
    file = tmp_path / "v2.json"
    said = office.run("subjects", "export", "V-002", "-p", "visas", "--out", str(file), "--by", "eve").stdout
    assert "holds all that is kept of V-002 in visas: 2 versions" in said
    text = file.read_text("utf-8")
    assert "\u202e" not in text
    found = json.loads(text)
    assert [one["entity"]["names"][0]["text"] for one in found["versions"]] == ["Orrin [bold]Veltani"] * 2
    assert found["columns"][1] == ["Full name", "Orrin [bold]Veltani"]
    (alert,) = found["alerts"]
    assert alert["decisions"][0]["reason"] == "asked for a passport"
    assert alert["decisions"][0]["rest"]["content"]["subject"]["names"]
    assert alert["noted"][0]["text"] == "letter sent"
    assert [one["kind"] for one in found["record"]] == [
        "match",
        "alert",
        "decision",
        "comment",
        "match",
        "alert",
        "export",
    ]
    assert all(one["detail"] for one in found["record"][:-1])
    assert found["record"][-1]["number"] == found["exported"]["event"]
    assert found["runs"][0]["lists"][0]["list"] == "table@own"
    assert "Vexley" not in text  # nothing of anybody else
    noted = (tmp_path / "home" / "namesake.db.checkpoints").read_text("utf-8").splitlines()[-1]
    assert json.loads(noted)["number"] == found["exported"]["event"]  # that it was exported cannot be cut off
    assert office.why("V-002")[0]["chapters"][-1]["told"] == "eve exported all that is kept of it"
    office.run("audit", "verify")


def test_an_export_can_be_printed(office: Office) -> None:
    shown = office.run("subjects", "export", "V-004", "-p", "visas", "--out", "-")
    found = json.loads(shown.stdout)
    assert (found["key"], found["alerts"], found["matches"]) == ("V-004", [], [])
