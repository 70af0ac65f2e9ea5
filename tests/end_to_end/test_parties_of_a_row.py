"""Nobody whom a row names is lost behind somebody else, as a user sees it."""

import json
from pathlib import Path
from typing import Any

import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Client,Full name\nA GmbH,Talvek Imran Quoren\n", {"2#1": None, "2#2": "W-001"}, id="client"),
        pytest.param(
            "Name,Company\nHarmless Person,Veltani Maritime Trading\n", {"2#1": None, "2#2": "W-003"}, id="firm"
        ),
        pytest.param("Type,Client,Name\nfirm,A GmbH,Talvek Imran Quoren\n", {"2#1": None, "2#2": "W-001"}, id="kind"),
        pytest.param(
            "Company,First name,Last name,DOB\nBorogove,Talvek Imran,Quoren,1971-06-05\n",
            {"2#1": "W-001", "2#2": None},
            id="contact",
        ),
        pytest.param(
            "Name,Full name,DOB\nHarmless Person,Talvek Imran Quoren,1990-01-01\n",
            {"2#1": None, "2#2": "W-001"},
            id="birth-date-of-another",
        ),
        pytest.param("Client,Name\nC-0001,Talvek Imran Quoren\n", {"C-0001": "W-001"}, id="key"),
        pytest.param("Client,Name\nQUOREN Talvek Imran,Talvek Imran Quoren\n", {"2": "W-001"}, id="twice-the-same"),
    ],
)
def test_every_party_is_screened(namesake: Namesake, tmp_path: Path, text: str, found: dict[str, str | None]) -> None:
    (tmp_path / "in.csv").write_text(text, "utf-8")
    namesake("screen", tmp_path / "in.csv", "--out", tmp_path / "out.jsonl", code=1)
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    results = {item["subject"]["key"]: item["matches"] for item in records if "matches" in item}
    assert {key: matches[0]["entry"]["id"] if matches else None for key, matches in results.items()} == found


def test_numbers_of_clients_are_no_names(namesake: Namesake, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("Client,Name\n1,\n2,Harmless Person\n", "utf-8")
    namesake("screen", tmp_path / "in.csv", "--out", tmp_path / "out.csv", code=2)
    assert "row-no-name" in (tmp_path / "out.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("text", ["05.06.1971", "05/06/1971", "5 June 1971"])
def test_birth_dates_are_looked_up_as_files_have_them(namesake: Namesake, text: str) -> None:
    told = namesake.found("lookup", "Talvek Quoren", "--birth-date", text, code=1)
    assert told["matches"][0]["entry"]["id"] == "W-001"


def test_a_schema_that_is_not_known(namesake: Namesake) -> None:
    result = namesake("lookup", "Talvek Quoren", "--schema", "Persn", code=2)
    assert "[query-invalid]" in result.stderr
    assert "Person, Organization" in result.stderr
