"""`namesake audit`, `replay` and `subjects forget` as a user types them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

LIST = "Ref,Full name,Valid until\nW-001,Talvek Imran QUOREN,never\n"
MAPPING = """[list]
id = "watch"
title = "Watch list"
owner = "Vetting office"
source = "Report 17"
legal_basis = "Vetting Act"
dated = 2026-04-15
day_first = true
[columns]
id = "Ref"
name = "Full name"
expires = "Valid until"
"""
PEOPLE = "Key,Full name\nP1,Talvek Imran Quoren\nP2,Orla Wexmoor\n"


class Office:
    """The command on a home with a list, two people and a run."""

    def __init__(self, command: Any, folder: Path) -> None:  # noqa: ANN401 - the fixture's class is in a conftest
        self.command, self.folder = command, folder
        self.store = command.home / "namesake.db"
        for name, text in (("watch.csv", LIST), ("watch.toml", MAPPING), ("people.csv", PEOPLE)):
            (folder / name).write_text(text, "utf-8")
        command("lists", "add", "table", folder / "watch.csv", folder / "watch.toml")
        command("enrol", folder / "people.csv", "--population", "staff", "--key", "Key")
        command("revet", code=1)

    def verified(self, code: int, *more: object) -> dict[str, Any]:
        found: dict[str, Any] = self.command.found("audit", "verify", *more, code=code)
        return found

    def change(self, *statements: str) -> None:
        with closing(sqlite3.connect(self.store)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()


@pytest.fixture
def office(empty: Any, tmp_path: Path) -> Office:  # noqa: ANN401 - the fixture's class is in a conftest
    return Office(empty, tmp_path)


def test_what_happens_is_recorded_and_stands(office: Office) -> None:
    found = office.verified(0)
    assert found["stands"]
    assert found["checkpoints"] == 1
    exported = office.command("audit", "export").stdout.splitlines()
    kinds = [json.loads(line)["kind"] for line in exported]
    assert kinds[:4] == ["list accepted", "enrolment", "run", "match"]
    assert kinds[-1] == "export"
    assert "Talvek" not in "".join(exported)
    assert not any("detail" in json.loads(line) for line in exported)
    result = office.command("audit", "verify")
    assert "The record stands: " in result.stdout


def test_one_byte(office: Office) -> None:
    office.change("UPDATE namesake_record SET facts = replace(facts, '\"added\":2', '\"added\":3')")
    found = office.verified(2)
    assert not found["stands"]
    assert [fault["event"] for fault in found["faults"]] == [2]
    result = office.command("audit", "verify", code=2)
    assert "THE RECORD DOES NOT STAND: 1 fault in" in result.stdout
    assert "was altered" in result.stdout


def test_an_older_copy_of_the_store(office: Office) -> None:
    with closing(sqlite3.connect(office.store)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = office.store.read_bytes()
    office.command("subjects", "withdraw", "P2", "--population", "staff")
    office.command("revet")
    for file in office.store.parent.glob("namesake.db-*"):
        file.unlink()
    office.store.write_bytes(before)
    found = office.verified(2)
    assert "cut off or rolled back" in found["faults"][0]["what"]


def test_checkpoints_elsewhere_and_signed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    key, away = office.folder / "key.pem", office.folder / "away"
    public = office.command("audit", "key", key).stdout.strip()
    monkeypatch.setenv("NAMESAKE_CHECKPOINTS", str(away))
    monkeypatch.setenv("NAMESAKE_CHECKPOINT_KEY", str(key))
    document = office.command.found("audit", "checkpoint")
    assert document["checkpoint"]["key"] == public
    assert len(document["places"]) == 2
    assert office.verified(0)["checkpoints"] == 3
    assert office.verified(0, "--key", public)["checkpoints"] == 2
    other = office.verified(1, "--key", "0" * 64)
    assert other["stands"]
    assert "no checkpoint that counts" in other["doubts"][0]
    (file,) = away.iterdir()
    moved = office.folder / "mailed"
    moved.write_text(file.read_text().replace('"number":', '"number":9'))
    faults = office.verified(2, "--against", moved)["faults"]
    assert any("signature is not right" in fault["what"] for fault in faults)
    office.command.refused("record-checkpoint", "audit", "verify", "--against", office.folder / "nowhere")
    office.command.refused("record-key", "audit", "key", key)
    office.command("audit", "verify", "--key", "short", code=2)


def test_a_place_that_cannot_be_written_is_said_and_the_run_counts(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office.folder / "file").write_text("")
    monkeypatch.setenv("NAMESAKE_CHECKPOINTS", str(office.folder / "file"))
    document = office.command.found("revet", code=1)
    assert "the end of the record could not be noted" in document["runs"][0]["unsettled"]
    result = office.command("revet", code=1)
    assert "attention: the end of the record could not be noted" in result.stderr
    office.command.refused("record-checkpoint", "audit", "checkpoint")


def test_before_anything_happened(empty: Any) -> None:  # noqa: ANN401 - the fixture's class is in a conftest
    command = empty
    assert command.found("audit", "checkpoint", code=1)["checkpoint"] is None
    assert command.found("audit", "verify")["events"] == 0
    assert "Nothing is recorded yet" in command("audit", "checkpoint", code=1).stdout


def test_lists_are_recorded_where_the_store_comes_back(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    (office.folder / "watch.toml").write_text(MAPPING.replace("2026-04-15", "2026-04-16"), "utf-8")
    monkeypatch.setenv("NAMESAKE_STORE", f"sqlite:///{office.folder}/watch.csv/none.db")
    result = office.command("lists", "add", "table", office.folder / "watch.csv", office.folder / "watch.toml")
    assert "is not in the record yet" in result.stderr
    monkeypatch.delenv("NAMESAKE_STORE")
    office.verified(0)
    lines = office.command("audit", "export").stdout.splitlines()
    about = [json.loads(line)["about"][1] for line in lines if json.loads(line)["kind"] == "list accepted"]
    assert about == ["version 2026-04-15", "version 2026-04-16"]


def test_an_export_with_details_into_a_file(office: Office) -> None:
    out = office.folder / "record.jsonl"
    result = office.command("audit", "export", out, "--details")
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert f"{len(lines)} events, with all details" in result.stdout
    assert all(("detail" in line) == bool(line["sealed"]) for line in lines)
    assert lines[3]["detail"]["subject"] == 1


def test_a_replay_finds_the_same_until_something_is_otherwise(office: Office) -> None:
    found = office.command.found("replay", 1)
    assert (found["same"], found["matches"], found["recorded"]) == (True, 1, found["repeated"])
    assert "the same 1 match, to the byte" in office.command("replay", 1).stdout
    office.change("UPDATE namesake_match_changes SET change = replace(change, 'Talvek', 'Talvik')")
    found = office.command.found("replay", 1, code=2)
    assert [one["number"] for one in found["different"]] == [1]
    assert "NOT THE SAME: 1 difference" in office.command("replay", 1, code=2).stdout
    office.change("DELETE FROM namesake_match_changes")
    assert len(office.command.found("replay", 1, code=2)["not_recorded"]) == 1
    office.command.refused("record-run-unknown", "replay", 7)


def test_a_replay_says_what_is_missing(office: Office) -> None:
    office.change(
        'UPDATE namesake_runs SET record = replace(replace(replace(record, \'"model_hash":"\', \'"model_hash":"x\'),'
        " '\"version\":\"2026-04-15', '\"version\":\"2026-04-14'), 'namesake 0', 'namesake 9')"
    )
    found = office.command.found("replay", 1, code=2)
    assert any("version 2026-04-14 of table@watch" in what for what in found["missing"]), found["missing"]
    assert any("its model x" in what for what in found["missing"])
    assert "the run was made by namesake 9" in found["notes"][0]
    assert "Run 1 cannot be repeated." in office.command("replay", 1, code=2).stdout


def test_a_person_is_forgotten(office: Office) -> None:
    forget = ("subjects", "forget", "P1", "--population", "staff", "--reason", "she asked")
    office.command.refused("record-subject-screened", *forget)
    office.command("subjects", "withdraw", "P1", "--population", "staff")
    office.command.refused("record-subject-screened", *forget)
    office.command("revet")
    office.command("subjects", "hold", "P1", "--population", "staff", "--reason", "a court asks")
    assert [one["key"] for one in office.command.found("subjects", "holds")["holds"]] == ["P1"]
    office.command.refused("record-subject-held", *forget, "--early")
    office.command("subjects", "release", "P1", "--population", "staff", "--reason", "it is over")
    (done,) = office.command.found(*forget)["erased"]
    assert (done["number"], done["versions"], done["changes"]) == (1, 1, 2)
    assert office.verified(0)["destroyed"] == done["details"]
    found = office.command.found("replay", 1, code=1)
    assert found["same"]
    assert found["erased"] == [{"subject": 1, "event": done["event"]}]
    assert "destroyed since, as recorded" in office.command("replay", 1, code=1).stdout
    for file in office.command.home.rglob("*"):
        assert not file.is_file() or file.suffix == ".gz" or b"Talvek Imran Quoren" not in file.read_bytes()
    office.command("revet")
    office.command("subjects", "forget", "P2", "--population", "staff", code=2)


def test_what_is_due(office: Office) -> None:
    policy = office.folder / "policy.toml"
    policy.write_text("[retention]\nwithdrawn_years = 0\n")
    assert office.command.found("audit", "retention", "--policy", policy)["due"] == []
    assert "sets no period" in office.command("audit", "retention").stdout
    office.command("subjects", "withdraw", "P2", "--population", "staff")
    found = office.command.found("audit", "retention", "--policy", policy, code=1)
    assert [(one["key"], one["against"]) for one in found["due"]] == [("P2", "")]
    done = office.command.found("audit", "retention", "--policy", policy, "--carry-out")
    assert [one["number"] for one in done["erased"]] == [2]
    assert office.command.found("audit", "retention", "--policy", policy)["due"] == []
    office.verified(0)
