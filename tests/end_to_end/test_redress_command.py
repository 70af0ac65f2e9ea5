"""References of redress, from the letter to the next alert."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from namesake.cli import cli

PEOPLE = "Ref,Full name,Born\nV-001,Zorana Vexley,1971\nV-002,Orrin Veltani,\n"
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
LISTED = "Ref,Full name,Born\nW-001,Zorana Vexley,1971-03-02\nW-002,Orrin Veltani,1980\n"


class Office:
    """Two populations and a list; the people of the second come with references."""

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

    def enrol(self, text: str, population: str) -> Result:
        (self.folder / "people.csv").write_text(text, "utf-8")
        return self.run("enrol", str(self.folder / "people.csv"), "-p", population, "--key", "Ref")

    def give(self, number: int) -> str:
        self.run("decide", str(number), "--as", "false_match", "--reason", "another birth place", "--by", "ana")
        told = self.run("redress", "give", str(number), "--by", "ana").stdout
        found = re.search("Your reference: (.*)", told)
        assert found
        return found[1]

    def show(self, target: str, population: str = "visas") -> dict[str, Any]:
        text = self.run("case", "show", target, "-p", population, "--format", "json").stdout
        found: dict[str, Any] = json.loads(text)["alerts"][0]
        return found


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("NAMESAKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NAMESAKE_TRUSTED_FRONT", "1")
    monkeypatch.setenv("COLUMNS", "250")
    made = Office(tmp_path)
    made.enrol(PEOPLE, "visas")
    made.publish(LISTED)
    return made


def test_the_same_person_matches_again(office: Office) -> None:
    reference = office.give(1)
    assert office.show("V-001")["proofs"][0]["said"].startswith("the same")
    office.publish(LISTED.replace("1971-03-02", "1971-03-03"))
    found = office.show("V-001")
    assert found["alert"]["state"] == "open"  # a proof clears nothing
    (proof,) = found["proofs"]
    assert (proof["reference"], proof["decision"]["state"]) == (reference, "ended")
    assert proof["said"].startswith("not the same: 1 material difference")
    shown = office.run("case", "show", "V-001").stdout
    assert "another birth place" in shown
    assert "A proof clears nothing by itself" in shown
    listed = office.run("cases", code=1).stdout
    assert reference in listed


def test_after_a_delisting_and_a_listing_the_proof_is_there_again(office: Office) -> None:
    reference = office.give(1)
    office.publish(LISTED.splitlines()[0] + "\n" + LISTED.splitlines()[2] + "\n")
    assert office.show("V-001")["alert"]["state"] == "closed"
    office.publish(LISTED)
    found = office.show("V-001")
    assert found["alert"]["state"] == "open"
    assert found["alert"]["proofs"] == [reference]
    assert found["proofs"][0]["decision"]["reason"] == "another birth place"


def test_somebody_in_another_population_carries_it(office: Office) -> None:
    reference = office.give(1)
    head, row = "Ref,Full name,Born,Redress", "C-7,Zorana Vexley,1971"
    office.enrol(f"{head}\n{row},{reference.lower()}\n", "crews")
    office.run("revet", code=None)
    found = office.show("C-7", "crews")
    assert found["alert"]["state"] == "open"
    (proof,) = found["proofs"]
    assert (proof["to"], proof["said"][:8]) == ({"population": "visas", "number": 1}, "the same")
    trail = json.loads(office.run("redress", "show", reference, "--format", "json").stdout)
    assert [(one["key"], one["state"]) for one in trail["alerts"]] == [("V-001", "cleared"), ("C-7", "open")]
    assert "attached to 2 alerts" in office.run("redress", "show", reference.replace("-", "")).stdout


def test_a_reference_that_comes_later_is_attached_by_the_next_run(office: Office) -> None:
    reference = office.give(1)
    office.enrol("Ref,Full name,Born\nC-7,Zorana Vexley,1971\n", "crews")
    office.run("revet", code=None)
    assert office.show("C-7", "crews")["proofs"] == []
    office.enrol(f"Ref,Full name,Born,Redress\nC-7,Zorana Vexley,1971,{reference}\n", "crews")
    assert office.show("C-7", "crews")["alert"]["proofs"] == []
    assert office.show("C-7", "crews")["proofs"][0]["reference"] == reference  # whoever looks now sees it now
    assert "1 proof attached" in office.run("revet", "-p", "crews").stdout
    found = office.show("C-7", "crews")
    assert found["alert"]["proofs"] == [reference]
    assert found["history"][-1]["kind"] == "proof attached"
    assert "proof attached" not in office.run("revet", "-p", "crews").stdout


def test_references_that_prove_nothing_are_said(office: Office) -> None:
    reference = office.give(1)
    slip = reference[:-1] + ("0" if reference[-1] != "0" else "1")
    rows = [f"C-1,Orrin Veltani,,{reference}", f"C-2,Orrin Veltani,,{slip}", "C-3,Orrin Veltani,,00000-00000"]
    said = office.enrol("\n".join(["Ref,Full name,Born,Redress", *rows, ""]), "crews").stderr
    assert f"row 3: {slip!r} is no reference of redress [redress-unreadable]" in said
    assert "row 4: nobody was given the reference 00000-00000 here [redress-unknown]" in said
    office.run("revet", code=None)
    assert office.show("C-1", "crews")["references_astray"][0]["why"].startswith("it is about another listed party")
    assert office.show("C-3", "crews")["references_astray"][0]["why"].startswith("nobody was given it")
    assert "is no reference of redress" in office.run("subjects", "show", "C-2", "-p", "crews").stdout
    assert [office.show(f"C-{number}", "crews")["proofs"] for number in (1, 2, 3)] == [[], [], []]


def test_it_is_recorded_told_and_exported(office: Office) -> None:
    reference = office.give(1)
    told = json.loads(office.run("why", "V-001", "--format", "json").stdout)["stories"][0]["chapters"]
    assert f"ana gave the subject a reference of redress (alert 1, decision 1); “{reference}”" in [
        one["told"] for one in told
    ]
    exported = json.loads(office.run("subjects", "export", "V-001", "-p", "visas", "--out", "-").stdout)
    assert {"reference": reference} in [one["detail"] for one in exported["record"]]
    assert reference not in office.run("audit", "export").stdout  # it points at a person
    office.run("audit", "verify")


def test_who_is_forgotten_takes_it_along(office: Office) -> None:
    reference = office.give(1)
    office.enrol(f"Ref,Full name,Born,Redress\nC-7,Zorana Vexley,1971,{reference}\n", "crews")
    office.run("revet", code=None)
    office.run("subjects", "withdraw", "V-001", "-p", "visas")
    office.run("revet", code=None)
    office.run("subjects", "forget", "V-001", "-p", "visas", "--reason", "asked for it", "--early")
    found = office.show("C-7", "crews")
    assert found["proofs"] == []
    assert found["references_astray"][0]["why"] == "nobody was given it here, or what it rested on was destroyed"
    assert "[case-redress-unknown]" in office.run("redress", "show", reference, code=2).stderr
    office.run("audit", "verify")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("redress", "give", "1"), "case-redress-refused"),
        (("redress", "give", "9"), "case-alert-unknown"),
        (("redress", "show", "hello"), "case-redress-reference"),
        (("redress", "show", "\x1b[31m"), "case-redress-reference"),
        (("redress", "show", "00000-00000"), "case-redress-unknown"),
    ],
)
def test_refused(office: Office, words: tuple[str, ...], code: str) -> None:
    found = office.run(*words, code=2)
    assert f"[{code}]" in found.stderr
    assert "\x1b" not in found.stderr


def test_a_proposal_is_no_decision_yet(office: Office, tmp_path: Path) -> None:
    (tmp_path / "home" / "policy.toml").write_text('[decisions]\nsecond = ["false_match"]\n')
    office.run("decide", "1", "--as", "false_match", "--reason", "another birth place", "--by", "ana", code=1)
    assert "[case-redress-refused]" in office.run("redress", "give", "1", code=2).stderr


def test_giving_again_gives_the_same(office: Office) -> None:
    reference = office.give(1)
    again = office.run("redress", "give", "1", "--by", "ben")
    assert reference in again.stdout
    assert "It was given before" in again.stderr
    found = json.loads(office.run("redress", "give", "1", "--format", "json").stdout)
    assert (found["reference"], found["new"], found["by"]) == (reference, False, "ana")
