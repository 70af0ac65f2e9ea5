"""`namesake lookup`, as a user types it."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from

WALLET = "0xabcdef0123456789abcdef0123456789abcdef01"


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        pytest.param(("Talvek Imran Quoren",), "W-001", id="as listed"),
        pytest.param(("QUOREN, Talvek",), "W-001", id="surname first"),
        pytest.param(("Талвек Куорен",), "W-001", id="another alphabet"),
        pytest.param(("Talvik Kuoren", "--birth-date", "1971-06-05"), "W-001", id="another spelling"),
        pytest.param(("Talvek Quoren 1971",), "W-001", id="a year at the end"),
        pytest.param(("Talvek Quoren", "--birth-date", "1930-01-01", "--nationality", "jp"), None, id="another person"),
        pytest.param(("Talvek Quoren", "--nationality", "Moldova"), "W-001", id="nationality"),
        pytest.param(("Orrin Veltani", "--schema", "Person", "--gender", "male"), "W-002", id="gender"),
        pytest.param(("Veltani Maritime Trading",), "W-003", id="without its legal form"),
        pytest.param(("Veltani Maritime Trading LLC", "--schema", "Person"), None, id="no person"),
        pytest.param(("Nobody Atall", "--alias", "Talvek Imran Quoren"), "W-001", id="alias"),
        pytest.param(("Nobody Atall", "--identifier", "AB 1234567"), "W-001", id="passport"),
        pytest.param(("Nobody Atall", "--identifier", "IMO9074729"), "W-004", id="IMO number"),
        pytest.param((WALLET,), "W-005", id="a wallet for a name"),
        pytest.param((WALLET.upper().replace("X", "x", 1),), "W-005", id="a wallet in capitals"),
        pytest.param(("Harmless Person",), None, id="nobody"),
    ],
)
def test_who_is_found(namesake: Namesake, words: tuple[str, ...], entry: str | None) -> None:
    told = namesake.found("lookup", *words, code=1 if entry else 0)
    assert [match["entry"]["id"] for match in told["matches"]][:1] == ([entry] if entry else [])
    for match in told["matches"]:
        parts = match["explanation"]
        assert sum((Fraction(item["bits"]) for item in parts["evidence"]), Fraction(parts["prior"])) == match["bits"]


@pytest.mark.parametrize(
    ("words", "coded"),
    [
        pytest.param(("",), "query-invalid", id="nothing"),
        pytest.param(("  \u200b ",), "query-invalid", id="nothing to see"),
        pytest.param(("\ud800",), "query-invalid", id="half a character"),
        pytest.param(("x" * 5000,), "query-invalid", id="far too long"),
        pytest.param(("Nemo", "--birth-date", "31/02/1980"), "query-invalid", id="no such day"),
        pytest.param(("Nemo", "--birth-date", "yesterday"), "query-invalid", id="no date"),
        pytest.param(("Nemo", "--nationality", "Atlantis"), "query-invalid", id="no country"),
        pytest.param(("Nemo", "--gender", "unsure"), "query-invalid", id="no gender"),
        pytest.param(("Nemo", "--identifier", "1"), "query-invalid", id="no identifier"),
        pytest.param(("Nemo", "--lists", "un_sc_sanctions"), "screening-list-not-available", id="no such list"),
        pytest.param(("Nemo", "--policy", "nowhere.toml"), "policy-invalid", id="no policy"),
    ],
)
def test_what_is_refused(namesake: Namesake, words: tuple[str, ...], coded: str) -> None:
    result = namesake("lookup", *words, code=2)
    assert f"error [{coded}] " in result.stderr
    assert "  next:  " in result.stderr
    assert result.stdout == ""


def test_no_list_at_all(empty: Namesake) -> None:
    assert "[screening-list-not-available]" in empty("lookup", "Nemo", code=2).stderr


def test_staleness_is_said_and_may_be_too_great(namesake: Namesake, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text("max_age_days = 1", "utf-8")
    result = namesake("lookup", "Harmless Person", "--policy", tmp_path / "policy.toml", code=2)
    assert "days old" in result.stdout
    assert "days old" in namesake("lookup", "Harmless Person", code=0).stdout


def test_as_a_program(namesake: Namesake) -> None:
    done = namesake.program("lookup", "Талвек Куорен", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["matches"][0]["entry"]["id"] == "W-001"
    done = namesake.program("lookup", "Talvek Quoren")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert done.stderr == ""
    assert "table@watch 2026-04-15, 5 entries" in done.stdout


def test_a_terminal_without_the_letters(namesake: Namesake) -> None:
    """An old terminal shows codes for what it lacks, and does not end the program."""
    done = type(namesake)(namesake.home, {"PYTHONIOENCODING": "ascii"}).program("lookup", "Талвек Куорен")
    assert done.returncode == 1
    assert "W-001" in done.stdout


def test_why_the_control_did_not_complete(namesake: Namesake, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text("max_age_days = 1", "utf-8")
    wide = type(namesake)(namesake.home, {"COLUMNS": "200"})
    result = wide("lookup", "Harmless Person", "--policy", tmp_path / "policy.toml", code=2)
    said = "older than the 1 day that the policy allows: the control did not complete"
    assert said in result.stdout
    assert result.stderr.startswith("exit code 2: table@watch is ")
    assert said in result.stderr


def test_a_source_that_nobody_knows(namesake: Namesake) -> None:
    namesake.refused("list-source-unknown", "lookup", "Nemo", "--lists", "foo")


@pytest.mark.parametrize(
    "words", [("lookup", "Talvek Quoren"), ("lookup", "Talvek Quoren", "--format", "json"), ("--help",)]
)
def test_nobody_reads_on(namesake: Namesake, words: tuple[str, ...]) -> None:
    """As in `namesake ... | head`: neither a traceback nor 1, which would say that there are matches."""
    with namesake.start(*words) as started:
        started.stdout.close()
        assert started.stderr.read() == ""
    assert started.returncode == 141


def test_as_wide_as_the_environment_says(namesake: Namesake) -> None:
    wide = type(namesake)(namesake.home, {"COLUMNS": "60"}).program("lookup", "Talvek Quoren").stdout
    usual = type(namesake)(namesake.home, {"COLUMNS": ""}).program("lookup", "Talvek Quoren").stdout
    assert max(map(len, wide.splitlines())) <= 60
    assert 60 < max(map(len, usual.splitlines())) <= 100
