"""`namesake status` as a user types it: never screened, screened, overdue, failed."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from namesake.bootstrap import SystemClock, open_database, read_settings
from namesake.errors import StoreUnusableError
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.revets import RunBegun, RunRecord

TODAY = datetime.now(UTC).date()
PEOPLE = [("P1", "Talvek Imran Quoren"), ("P2", "Orla Wexmoor"), ("P3", "Harmless Person")]
LIST = [("W-001", "Talvek Imran QUOREN", "never")]
MAPPING = """[list]
id = "watch"
title = "Watch list"
owner = "Vetting office"
source = "Report 17"
legal_basis = "Vetting Act"
dated = {day}
day_first = true
[columns]
id = "Ref"
name = "Full name"
expires = "Valid until"
"""


class Office:
    """The command on a home with a list of today and a population that was never screened."""

    def __init__(self, command: Any, folder: Path) -> None:  # noqa: ANN401 - the fixture's class is in a conftest
        self.command, self.folder = command, folder
        self.publish(*LIST)
        self.enrol(*PEOPLE)

    def publish(self, *rows: tuple[str, str, str], days_ago: int = 1) -> None:
        write(self.folder / "watch.csv", ("Ref", "Full name", "Valid until"), rows)
        (self.folder / "watch.toml").write_text(MAPPING.format(day=TODAY - timedelta(days=days_ago)), "utf-8")
        self.command("lists", "add", "table", self.folder / "watch.csv", self.folder / "watch.toml")

    def enrol(self, *rows: tuple[str, str]) -> None:
        write(self.folder / "people.csv", ("Key", "Full name"), rows)
        self.command("enrol", self.folder / "people.csv", "--population", "staff", "--key", "Key")

    def policy(self, text: str) -> None:
        (self.command.home / "policy.toml").write_text(text, "utf-8")

    def status(self, code: int) -> dict[str, Any]:
        found: dict[str, Any] = self.command.found("status", code=code)
        return found

    def codes(self, code: int) -> list[str]:
        return [alarm["code"] for alarm in self.status(code)["alarms"]]

    def revet(self) -> None:
        """Re-vet, and decide all alerts, so that nothing is left to do."""
        self.command("revet", code=(0, 1))
        self.decide()

    def decide(self) -> None:
        found = self.command.found("cases", code=(0, 1))
        for alert in found["alerts"]:
            self.command("decide", alert["id"], "--as", "true_match", "--reason", "the same person")


def test_alerts_are_shown_until_they_are_decided(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.policy("[decisions]\nopen_days = 3\n")
    office.command("revet", code=1)
    found = office.status(1)
    assert [alarm["code"] for alarm in found["alarms"]] == ["alerts-open"]
    assert found["populations"][0]["cases"]["open"] == 1
    said = " ".join(office.command("status", code=1).stdout.split())
    assert "1 alert to decide, the oldest since" in said
    with monkeypatch.context() as patched:
        patched.setattr(SystemClock, "now", lambda _: datetime.now(UTC) + timedelta(days=4))
        assert office.codes(2) == ["alerts-overdue", "alerts-open"]
        assert "1 alert in 1 case: 1 open; 1 overdue." in office.command("cases", code=2).stdout
    office.decide()
    assert office.codes(0) == []


def write(path: Path, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([columns, *rows])


@pytest.fixture
def office(empty: Any, tmp_path: Path) -> Office:  # noqa: ANN401 - the fixture's class is in a conftest
    return Office(type(empty)(empty.home, {"COLUMNS": "80"}), tmp_path)


def test_never_screened_screened_and_changed(office: Office) -> None:
    assert office.codes(2) == ["population-never-screened"]
    office.revet()
    found = office.status(0)
    (one,) = found["populations"]
    assert (one["subjects"], one["screened"], one["waiting"]) == (3, 3, [])
    assert one["tally"] == {"matches": 1, "strong": one["tally"]["strong"], "subjects": 1, "identities": 1}
    office.enrol(("P2", "Orla Waxmoor"), ("P4", "Another Person"))
    office.publish(*LIST, ("W-002", "Somebody New", "never"), days_ago=0)
    found = office.status(1)
    (one,) = found["populations"]
    assert (one["subjects"], one["screened"]) == (4, 2)
    assert one["waiting"] == [
        "2 subjects enrolled or changed", f"table@watch {TODAY} in place of {TODAY - timedelta(days=1)}"
    ]  # fmt: skip
    assert [alarm["code"] for alarm in found["alarms"]] == ["changes-waiting"]
    office.revet()
    assert office.codes(0) == []


def test_what_is_said_in_a_terminal_of_80_columns(office: Office) -> None:
    office.policy('name = "office"\n[max_age_days]\n"table@watch" = 30\n[populations.staff]\nevery_days = 7\n')
    said = office.command("status", code=2).stdout
    assert all(len(line) <= 80 for line in said.splitlines() if line[:1] in "┏┃┡│└")
    text = " ".join(said.split())
    assert f"under “office” of {office.command.home / 'policy.toml'}" in text
    assert "│ act │ staff │ 3 subjects are enrolled, and no run is complete yet: nobody │" in text
    assert "│ everybody in staff │ never │ │ 7 d │ never done │" in text
    assert "│ table@watch │" in text
    assert "29 days left" in text
    assert said.splitlines()[-1] == (
        "1 list in force; 1 population, 0 of them screened completely; 1 of 2 clocks overdue; "
        "1 to act upon, 0 to look at."
    )
    office.revet()
    said = " ".join(office.command("status").stdout.split())
    assert "│ staff │ 3 │ 3 │ 0 │ 1, " in said
    assert "│ staff │ eu_fsf, gb_fcdo_sanctions," in said or "no version has been added" in said
    assert "7 days left" in said
    assert "1 new" in said


def overdue_list(office: Office) -> None:
    office.policy("max_age_days = 0\n")


def overdue_everybody(office: Office) -> None:
    office.policy("every_days = 1\n")


@pytest.mark.parametrize(("policy", "code"), [(overdue_list, "list-overdue"), (overdue_everybody, "everybody-overdue")])
def test_clocks_run_out(
    office: Office, monkeypatch: pytest.MonkeyPatch, policy: Callable[[Office], None], code: str
) -> None:
    policy(office)
    office.command("revet", code=(0, 1, 2))
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(UTC) + timedelta(days=1))
    assert code in office.codes(2)


def test_a_finding_that_has_expired_waits(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.publish(*LIST, ("W-002", "Somebody New", TODAY.strftime("%d.%m.%Y")), days_ago=0)
    office.revet()
    assert office.codes(0) == []
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(UTC) + timedelta(days=1))
    (one,) = office.status(1)["populations"]
    assert one["waiting"] == ["1 entry expired"]
    office.revet()
    assert office.codes(0) == []


def test_a_run_that_failed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreUnusableError("the disk is full")

    office.revet()
    with monkeypatch.context() as patched:
        patched.setattr(DatabaseMatches, "apply", full)
        assert "store-unusable" in office.command("revet", code=2).stderr
    found = office.status(2)
    assert [alarm["code"] for alarm in found["alarms"]] == ["run-failed"]
    assert found["populations"][0]["failing"]["error"] == "store-unusable"
    assert [run["state"] for run in found["runs"]] == ["failed", "complete"]
    office.revet()
    assert office.codes(0) == []


def test_a_run_that_has_not_ended_and_matches_that_differ(office: Office) -> None:
    office.revet()
    database = open_database(read_settings(office.command.home))
    begun = RunBegun("staff", "periodic", datetime.now(UTC), "m", "p", 1)
    runs = DatabaseRuns(database)
    number = runs.begin(begun)
    assert office.codes(1) == ["run-unfinished"]
    DatabaseMatches(database).apply(RunRecord(number, begun, "complete", begun.began, matches=5), [])
    assert "matches-differ" in office.codes(2)


def test_a_population_whose_lists_are_not_there(office: Office) -> None:
    office.revet()
    office.policy('[populations.staff]\nlists = ["un_sc_sanctions"]\n[populations.nobody]\n')
    found = office.status(2)
    assert [alarm["code"] for alarm in found["alarms"]] == [
        "population-not-screenable", "changes-waiting", "policy-doubt"
    ]  # fmt: skip
    assert "un_sc_sanctions has no version in force" in found["alarms"][0]["said"]


def test_the_page_and_json_in_one_go(office: Office) -> None:
    page = office.folder / "status.html"
    done = office.command("status", "--html", page, "--format", "json", code=2)
    assert json.loads(done.stdout)["urgency"] == "act"
    text = page.read_text("utf-8")
    assert "1 thing to act upon" in text
    assert "namesake revet -p staff" in text
    assert f"written: {page}" in office.command("status", "--html", page, code=2).stdout
    office.command.refused("output-failed", "status", "--html", office.folder)


def test_an_empty_home(empty: Any) -> None:  # noqa: ANN401 - the fixture's class is in a conftest
    done = empty("status")
    assert "0 lists in force; 0 populations; no clock is set; 0 to act upon, 0 to look at." in done.stdout
    assert "No version has been added of eu_fsf," in done.stdout
    assert empty.found("status")["populations"] == []


def test_a_policy_of_its_own(office: Office, tmp_path: Path) -> None:
    policy = tmp_path / "strict.toml"
    policy.write_text("max_age_days = 0\n", "utf-8")
    office.revet()
    found = office.command.found("status", "--policy", policy, code=2)
    assert found["policy_file"] == str(policy)
    office.command.refused("policy-invalid", "status", "--policy", tmp_path / "none.toml")
