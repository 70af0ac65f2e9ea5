"""Alerts from the command line: listed, decided, looked at by a second person, and what becomes of them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from namesake.bootstrap import SystemClock
from namesake.cli import cli

PEOPLE = """Ref,Full name,Born
V-001,Zorana Vexley,1971
V-002,Orrin Veltani,
V-003,Talvek Imran Quoren,
V-004,Marta Ilyanova,1990-01-23
"""
MAPPING = """
[list]
id = "own"
title = "Own findings"
owner = "Vetting office"
source = "Report"
legal_basis = "Vetting Act, section 4"
dated = 2026-04-{day}
[columns]
id = "Ref"
name = "Full name"
birthDate = "Born"
alias = "Alias"
programme = "Programme"
"""
LISTED = """Ref,Full name,Born,Alias,Programme
W-001,Zorana Vexley,1971-03-02,,Border
W-002,Orrin Veltani,1980,,Border
W-003,Talvek Quoren,1965-06,,Border
"""

Command = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A command in a home of its own; `by` is whom a trusted front names."""
    monkeypatch.setenv("NAMESAKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NAMESAKE_TRUSTED_FRONT", "1")
    monkeypatch.setenv("COLUMNS", "400")

    def command(*words: str, code: int | None = 0) -> Result:
        found = CliRunner().invoke(cli, list(words))
        assert code is None or found.exit_code == code, found.output
        return found

    return command


class Office:
    """A population with three alerts, and the list that they are from."""

    def __init__(self, run: Command, folder: Path) -> None:
        self.run, self.folder, self.day = run, folder, 10
        (folder / "people.csv").write_text(PEOPLE, "utf-8")
        self.publish(LISTED)
        self.enrol()
        run("revet", code=1)

    def publish(self, text: str) -> None:
        self.day += 1
        (self.folder / "watch.csv").write_text(text, "utf-8")
        (self.folder / "watch.toml").write_text(MAPPING.format(day=self.day), "utf-8")
        self.run("lists", "add", "table", str(self.folder / "watch.csv"), str(self.folder / "watch.toml"))

    def enrol(self, text: str = PEOPLE) -> None:
        (self.folder / "people.csv").write_text(text, "utf-8")
        self.run("enrol", str(self.folder / "people.csv"), "-p", "visas", "--key", "Ref")

    def decide(self, *numbers: int, as_: str = "false_match", by: str = "ana", code: int = 0, more: str = "") -> Result:
        words = ("decide", *map(str, numbers), "--as", as_, "--reason", "another birth place", "--by", by)
        return self.run(*words, *more.split(), code=code)

    def states(self) -> dict[str, str]:
        every = [
            word
            for state in ("open", "waiting", "proposed", "confirmed", "cleared", "closed")
            for word in ("--state", state)
        ]
        found = self.run("cases", *every, "--format", "json", code=None)
        return {alert["key"]: alert["state"] for alert in json.loads(found.stdout)["alerts"]}

    def show(self, target: str) -> dict[str, Any]:
        (alert,) = json.loads(self.run("case", "show", target, "--format", "json").stdout)["alerts"]
        found: dict[str, Any] = alert
        return found


@pytest.fixture
def office(run: Command, tmp_path: Path) -> Office:
    return Office(run, tmp_path)


def test_a_first_run_opens_an_alert_for_each_match(office: Office) -> None:
    found = office.run("cases", code=1)
    assert "3 alerts in 3 cases: 3 open; 0 overdue." in found.stdout
    assert office.states() == {"V-001": "open", "V-002": "open", "V-003": "open"}


def test_the_five_steps_are_filled_in(office: Office) -> None:
    text = office.run("case", "show", "V-001").stdout
    for said in (
        "1. Which list",
        "Programmes: Border.",
        "3. How much of the listed name",
        "1971-03-02",
        "5. How much agrees",
    ):
        assert said in text
    assert [step["number"] for step in office.show("1")["steps"][0]] == [1, 2, 3, 4, 5]


def test_a_decision_holds_until_something_material_changes(office: Office) -> None:
    office.decide(1)
    office.publish(LISTED.replace("1971-03-02,,Border", "1971-03-02,,Border East").replace("Orrin", "Orrin  "))
    quiet = office.run("revet")
    assert "1 unchanged materially" in quiet.stdout
    assert office.states()["V-001"] == "cleared"
    assert "programmes no longer Border, now Border East" in office.run("case", "show", "1").stdout
    office.publish(LISTED.replace("1971-03-02", "1971-03-03"))
    loud = office.run("revet", code=1)
    assert "1 re-opened" in loud.stdout
    shown = office.show("1")
    assert shown["alert"]["state"] == "open"
    assert shown["decisions"][0]["reason"] == "another birth place"
    assert [field["field"] for field in shown["changed_since"]["fields"]] == ["table@own W-001: birth dates"]
    assert "birth dates" in shown["alert"]["why"]


def test_a_changed_subject_opens_it_again(office: Office) -> None:
    office.decide(1)
    office.enrol(PEOPLE.replace("Zorana Vexley,1971", "Zorana Vexley,1972"))
    office.run("revet", code=1)
    assert office.show("1")["alert"]["state"] == "open"
    assert "the subject changed" in office.show("1")["alert"]["why"]


def test_who_is_delisted_or_withdrawn_has_a_closed_alert(office: Office) -> None:
    office.decide(1)
    office.publish("\n".join(line for line in LISTED.splitlines() if "W-001" not in line))
    office.run("subjects", "withdraw", "V-002", "-p", "visas")
    office.run("revet")
    assert office.states() == {"V-001": "closed", "V-002": "closed", "V-003": "open"}
    assert office.show("1")["decisions"][0]["state"] == "ended"
    assert "delisted" in office.show("1")["alert"]["why"]
    found = office.run("decide", "1", "--as", "false_match", "--reason", "why", code=2)
    assert "case-decision-refused" in found.stderr
    office.publish(LISTED)
    office.run("revet", code=1)
    assert office.show("1")["alert"]["state"] == "open"  # it matches again, and nobody's old decision comes back
    assert office.show("1")["alert"]["times"] == 2


def test_a_decision_holds_until_its_own_date(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "home" / "policy.toml").write_text("[decisions.days]\nfalse_match = 20\n")
    office.decide(1)
    for days, state in ((20, "cleared"), (21, "open")):
        with monkeypatch.context() as patched:
            patched.setattr(SystemClock, "now", lambda _, days=days: datetime.now(UTC) + timedelta(days=days))
            assert office.states()["V-001"] == state
    assert [one["kind"] for one in office.show("1")["history"]] == ["opened", "decided", "expired"]
    assert office.show("1")["decisions"][0]["ended"].startswith("the decision (false_match) held until")


def test_a_run_opens_what_has_expired(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "home" / "policy.toml").write_text("[decisions.days]\nfalse_match = 20\n")
    office.decide(1)
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(UTC) + timedelta(days=21))
    assert "1 expired" in office.run("revet", code=1).stdout


def test_another_model_opens_everything_again(office: Office, tmp_path: Path) -> None:
    office.decide(1)
    office.run("model", "adapt", str(tmp_path / "people.csv"), "--name", "own", code=None)
    office.run("model", "promote", "own", "--reason", "a test", "--by", "ana")
    office.run("revet", code=1)
    assert office.show("1")["alert"]["state"] == "open"
    assert "model" in [field["field"] for field in office.show("1")["changed_since"]["fields"]]


def test_another_policy_opens_everything_again_but_not_other_rules_of_deciding(office: Office, tmp_path: Path) -> None:
    office.decide(1)
    policy = tmp_path / "home" / "policy.toml"
    policy.write_text('[decisions]\nsecond = ["true_match"]\n')
    office.run("revet")
    assert office.show("1")["alert"]["state"] == "cleared"
    policy.write_text("review_from = 0.6\n")
    office.run("revet", code=1)
    assert [field["field"] for field in office.show("1")["changed_since"]["fields"]] == ["policy"]


def test_two_people(office: Office, tmp_path: Path) -> None:
    (tmp_path / "home" / "policy.toml").write_text('[decisions]\nsecond = ["false_match"]\nopen_days = 3\n')
    made = office.decide(1, code=1)
    assert "namesake second 1" in made.stdout
    assert "case-decider" in office.run("second", "1", "--agree", "--reason", "yes", "--by", " ANA", code=2).stderr
    assert office.states()["V-001"] == "proposed"
    office.run("second", "1", "--refuse", "--reason", "no", "--by", "ben")
    assert office.states()["V-001"] == "open"
    office.decide(1, code=1)
    office.run("second", "2", "--agree", "--reason", "yes", "--by", "ben")
    assert office.states()["V-001"] == "cleared"
    assert [one["state"] for one in office.show("1")["decisions"]] == ["refused", "in force"]


def test_a_sample_of_decisions_made_together_gets_a_second_look(office: Office) -> None:
    made = office.decide(1, 2, 3, code=1)
    assert "3 decisions: 2 in force, 1 proposed." in made.stdout
    assert sorted(office.states().values()) == ["cleared", "cleared", "proposed"]
    (drawn,) = [key for key, state in office.states().items() if state == "proposed"]
    office.run("second", drawn[-1], "--refuse", "--reason", "born elsewhere", "--by", "ben")
    assert set(office.states().values()) == {"open"}


def test_what_is_inconclusive_has_a_clock_and_comes_first(office: Office) -> None:
    office.decide(2, as_="inconclusive", more="--until 2030-01-01", code=2)  # later than 30 days
    office.decide(2, as_="inconclusive")
    found = json.loads(office.run("cases", "--format", "json", code=1).stdout)["alerts"]
    assert [alert["key"] for alert in found] == ["V-002", "V-001", "V-003"]
    assert found[0]["due"]


def test_only_who_is_logged_in_decides_where_no_front_is_trusted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NAMESAKE_TRUSTED_FRONT")
    monkeypatch.setenv("LOGNAME", "somebody-else")
    monkeypatch.setenv("USER", "somebody-else")
    refused = office.decide(1, code=2)
    assert "case-decider" in refused.stderr
    office.run("decide", "1", "--as", "false_match", "--reason", "another person")
    assert office.show("1")["decisions"][0]["by"] not in ("", "somebody-else")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("decide", "9", "--as", "false_match", "--reason", "x1"), "case-alert-unknown"),
        (("decide", "1", "9", "--as", "false_match", "--reason", "x1"), "case-alert-unknown"),
        (("decide", "1", "--as", "false_match", "--reason", " "), "case-reason"),
        (("decide", "1", "--as", "false_match", "--reason", "x1", "--until", "2020-01-01"), "case-until"),
        (("decide", "1", "--as", "false_match", "--reason", "x1", "--by", "a\u202eb"), "case-decider"),
        (("second", "1", "--agree", "--reason", "x1"), "case-decision-unknown"),
        (("case", "show", "9"), "case-alert-unknown"),
        (("case", "show", "V-004"), "case-alert-unknown"),
        (("case", "show", "V-009", "-p", "visas"), "population-subject-unknown"),
        (("case", "comment", "9", "text"), "case-alert-unknown"),
        (("case", "assign", "9", "--to", "ben"), "case-alert-unknown"),
        (("case", "attach", "1", "nowhere.pdf"), "input-unreadable"),
        (("cases", "-p", "nobody"), "population-unknown"),
    ],
)
def test_refused(office: Office, words: tuple[str, ...], code: str) -> None:
    found = office.run(*words, code=2)
    assert f"[{code}]" in found.stderr
    assert set(office.states().values()) == {"open"}


def test_assigned_noted_and_attached(office: Office, tmp_path: Path) -> None:
    (tmp_path / "passport.pdf").write_bytes(b"a scan")
    office.run("case", "assign", "1", "2", "--to", "ben", "--by", "ana")
    office.run("case", "comment", "1", "called the applicant", "--by", "ana")
    office.run("case", "attach", "1", str(tmp_path / "passport.pdf"), "--by", "ben")
    shown = office.show("1")
    assert shown["alert"]["assigned"] == "ben"
    assert [(one["by"], one["text"] or one["name"]) for one in shown["noted"]] == [
        ("ana", "called the applicant"), ("ben", "passport.pdf"),
    ]  # fmt: skip
    assert "2 alerts in 2 cases" in office.run("cases", "--assigned", "ben", code=1).stdout


def test_decisions_of_another_system_are_shown_and_never_applied(office: Office, tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.write_text("Subject,Entry,Decision,Reason,By,At\nV-001,W-001,cleared,another man,op 7,2024-01-09\n", "utf-8")
    words = ("cases", "import", str(old), "-p", "visas", "--system", "Old", "--by", "ana")
    assert "1 decision of Old imported, unverified" in office.run(*words).stdout
    assert "1 decision had been imported before" in office.run(*words).stdout
    assert office.states()["V-001"] == "open"
    assert "unverified: shown, never applied" in office.run("case", "show", "1").stdout
    assert office.show("1")["other_systems"][0]["judgement"] == "cleared"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Subject,Entry\nV-001,W-001\n", "no column 'decision'"),
        ("Subject,Entry,Decision\nV-009,W-001,cleared\n", "no subject 'V-009'"),
        ("Subject,Entry,Decision\nV-001,W-001,\n", "nothing stands in the column 'decision'"),
        ("Subject,Entry,Decision\nV-001,W-001," + "x" * 4001 + "\n", "4,001 characters"),
    ],
)
def test_a_file_of_another_system_that_is_refused(office: Office, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "old.csv").write_text(text, "utf-8")
    found = office.run("cases", "import", str(tmp_path / "old.csv"), "-p", "visas", "--system", "Old", code=2)
    assert said in found.stderr
    assert office.show("1")["other_systems"] == []
