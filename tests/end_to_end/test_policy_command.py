"""The policy in the home, and `namesake policy` as a user types it."""

import json
from pathlib import Path
from typing import Any

import pytest

from namesake.errors import PolicyError
from namesake.screener import Screener
from namesake.screening.policy import digest, read

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from

STRICT = 'name = "strict"\nreview_from = 0.9999\nstrong_from = 0.9999\n[populations.visas]\nreview_from = 0.3\n'


@pytest.fixture
def governed(namesake: Namesake) -> Namesake:
    """A home with a policy."""
    (namesake.home / "policy.toml").write_text(STRICT, "utf-8")
    return namesake


def policy_of(done: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    found: dict[str, Any] = done["context"]["policy"]
    return found


def test_the_policy_of_the_home_holds_where_no_other_is_named(governed: Namesake, people: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('name = "other"\n', "utf-8")
    named = policy_of(governed.found("lookup", "Orrin Veltani", "--policy", other))
    assert named["name"] == "other"
    done = governed("lookup", "Orrin Veltani", "--format", "json", code=(0, 1))
    assert policy_of(json.loads(done.stdout)) == {
        "name": "strict", "hash": digest(read(STRICT)), "review_from": 0.9999, "strong_from": 0.9999,
    }  # fmt: skip
    assert f"policy: “strict” of {governed.home / 'policy.toml'}, {digest(read(STRICT))[:12]}" in done.stderr
    assert policy_of(governed.found("screen", people))["name"] == "strict"
    assert Screener.open(governed.home).context.policy == "strict"
    assert "policy:" not in governed("lookup", "Orrin Veltani", "--policy", other, code=(0, 1)).stderr


def test_without_any_policy_the_default_one_holds(namesake: Namesake) -> None:
    assert policy_of(namesake.found("lookup", "Orrin Veltani"))["name"] == "default"
    assert "In force is the default policy" in namesake("policy", "show").stdout


def test_populations_are_re_vetted_by_it_and_runs_keep_what_held(governed: Namesake, people: Path) -> None:
    people.write_text("Ref,Full name\n1,Orrin Veltani\n", "utf-8")
    for name in ("visas", "crews"):
        governed("enrol", people, "--population", name, "--key", "Ref")
    runs = {found["population"]: found["run"] for found in governed.found("revet")["runs"]}
    held = {name: read(run["policy"]) for name, run in runs.items()}
    assert (held["visas"].review_from, held["crews"].review_from) == (0.3, 0.9999)
    assert all(digest(held[name]) == run["begun"]["policy_hash"] for name, run in runs.items())
    assert {name: run["matches"] for name, run in runs.items()} == {"visas": 1, "crews": 0}


@pytest.mark.parametrize("arguments", [("lookup", "x"), ("revet",), ("policy", "show"), ("policy", "check")])
def test_a_policy_that_cannot_be_read_is_not_passed_over(namesake: Namesake, arguments: tuple[str, ...]) -> None:
    (namesake.home / "policy.toml").write_text("[risk]\nnationality = 1\n", "utf-8")
    done = namesake.refused("policy-invalid", *arguments)
    assert "never risk" in done.stderr
    (namesake.home / "policy.toml").unlink()
    (namesake.home / "policy.toml").mkdir()
    namesake.refused("policy-invalid", *arguments)
    with pytest.raises(PolicyError):
        Screener.open(namesake.home)


def test_lists_can_be_added_whatever_the_policy_says(governed: Namesake) -> None:
    assert "policy" not in governed("lists", "status").stderr
    usage = governed("lists", "update", "--policy", governed.home / "policy.toml", code=2).stderr
    assert "give it with --revet" in usage


def test_show(governed: Namesake) -> None:
    shown = governed("policy", "show").stdout
    assert "Populations that are not named below" in shown
    assert "“strict” of" in shown
    found = governed.found("policy", "show", code=0)
    assert read(found["text"]) == read(STRICT)
    assert [(item["population"], item["review_from"]) for item in found["holds"]] == [(None, 0.9999), ("visas", 0.3)]
    assert found["holds"][0]["hash"] == found["hash"] != found["holds"][1]["hash"]
    empty = governed.home / "empty.toml"
    empty.write_text("", "utf-8")
    assert governed.found("policy", "show", empty)["name"] == "default"


def test_check(governed: Namesake, people: Path) -> None:
    said = governed("policy", "check", code=1).stdout
    assert "doubt: There is no population “visas” yet" in said
    assert governed.found("policy", "check", code=1)["doubts"] == [said.splitlines()[0].removeprefix("doubt: ")]
    people.write_text("Ref,Full name\n1,Orrin Veltani\n", "utf-8")
    governed("enrol", people, "--population", "visas", "--key", "Ref")
    assert "understood, no doubt" in governed("policy", "check").stdout


def test_a_backup_has_the_policy(governed: Namesake, tmp_path: Path) -> None:
    governed("backup", tmp_path / "all.nsb")
    fresh = type(governed)(tmp_path / "fresh")
    fresh("restore", tmp_path / "all.nsb")
    assert (fresh.home / "policy.toml").read_text("utf-8") == STRICT
    other = type(governed)(tmp_path / "other")
    other.home.mkdir()
    (other.home / "policy.toml").write_text("name = 'mine'\n", "utf-8")
    other.refused("store-backup", "restore", tmp_path / "all.nsb")
    assert (other.home / "policy.toml").read_text("utf-8") == "name = 'mine'\n"


def test_the_threshold_may_be_written_to_the_policy_of_the_home(governed: Namesake, tmp_path: Path) -> None:
    deck = tmp_path / "deck.csv"
    governed("evaluate", "deck", deck, "--sample", "0", "--each", "2")
    place = governed.home / "policy.toml"
    wanted = ("--threshold", "0.6", "--reason", "tried on the deck", "--workers", "1")
    governed("evaluate", "threshold", deck, "--write-policy", place, *wanted)
    written = read(place.read_text("utf-8"))
    assert (written.name, written.review_from, written.reason) == ("strict", 0.6, "tried on the deck")
