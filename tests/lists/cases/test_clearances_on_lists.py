"""Clearances over two real editions of the Security Council's list: boilerplate wakes nobody, facts wake everybody.

Everybody is made from the files: subjects called like listed parties, whose alerts are all decided in the first one.
What became of an entry in the second is told from what was published, field by field, and not from our own digests.
"""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from namesake.bootstrap import open_store
from namesake.cli import cli
from namesake.settings import Settings
from namesake.values.entities import ListEntry

pytestmark = pytest.mark.lists

BEFORE, AFTER = (f"un/consolidated-xml/{day}/consolidated.xml.gz" for day in ("2020-12-01", "2022-09-15"))
FACTS = ("schema", "birth_dates", "birth_places", "genders", "countries", "identifiers", "addresses")
SAME = 40


@dataclass(frozen=True)
class Office:
    """A home, and its commands as a user types them."""

    home: Path

    def run(self, *words: object, codes: Sequence[int] = (0,)) -> dict[str, Any]:
        call = ["--home", str(self.home), *map(str, words), "--format", "json"]
        result = CliRunner(env={"NAMESAKE_TRUSTED_FRONT": "1"}).invoke(cli, call)
        assert result.exit_code in codes, result.output
        told: dict[str, Any] = json.loads(result.stdout)
        return told

    def entries(self) -> dict[str, ListEntry]:
        store = open_store(Settings(home=self.home))
        (version,) = store.in_force()
        return {entry.id: entry for entry in store.entries(version)}

    def clear(self) -> None:
        """Decide every alert, with a second person where one was drawn."""
        numbers = [alert["id"] for alert in self.run("cases", codes=(0, 1))["alerts"]]
        why = ("--reason", "another person", "--by")
        made = self.run("decide", *numbers, "--as", "false_match", *why, "ana", codes=(1,))["decisions"]
        for decision in made:
            if decision["state"] == "proposed":
                self.run("second", decision["id"], "--agree", *why, "ben")

    def alerts(self) -> list[dict[str, Any]]:
        every = [word for state in ("open", "cleared", "closed") for word in ("--state", state)]
        found: list[dict[str, Any]] = self.run("cases", *every, codes=(0, 1))["alerts"]
        return found


def facts(entry: ListEntry) -> dict[str, frozenset[str]]:
    """What a publication says that tells one party from another, without order and verbatim texts of dates."""
    found = {}
    for name in FACTS:
        value = getattr(entry, name)
        items = value if isinstance(value, tuple) else (value,)
        found[name] = frozenset(
            f"{item.first} {item.last} {item.circa}" if name == "birth_dates" else str(item) for item in items
        )
    return found


def names(entry: ListEntry) -> frozenset[tuple[str, bool]]:
    return frozenset((" ".join(name.text.split()), name.weak) for name in entry.names)


def test_boilerplate_survives_and_facts_open_again(lists_folder: Path, tmp_path: Path) -> None:
    later, office = Office(tmp_path / "later"), Office(tmp_path / "home")
    later.run("lists", "add", "un_sc_sanctions", lists_folder / AFTER)
    office.run("lists", "add", "un_sc_sanctions", lists_folder / BEFORE)
    old, new = office.entries(), later.entries()
    both = sorted(old.keys() & new.keys())
    other = {key for key in both if facts(old[key]) != facts(new[key])}
    named = {key for key in both if key not in other and names(old[key]) != names(new[key])}
    quiet = {key for key in both if old[key] != new[key]} - other - named
    gone = old.keys() - new.keys()
    same = [key for key in both if old[key] == new[key]][:SAME]
    assert (len(other), len(named), len(quiet), len(gone), len(same)) == (37, 13, 165, 71, SAME)
    everybody = sorted({*other, *named, *quiet, *gone, *same})
    with (tmp_path / "people.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = [(key, old[key].names[0].text, old[key].schema) for key in everybody]
        csv.writer(stream).writerows([("No", "Name", "Kind"), *rows])
    mapping = ("--map", "Name=name", "--map", "Kind=schema")
    office.run("enrol", tmp_path / "people.csv", "--population", "people", "--key", "No", *mapping)
    office.run("revet", codes=(1,))
    office.clear()
    assert {alert["state"] for alert in office.alerts()} == {"cleared"}

    office.run("lists", "add", "un_sc_sanctions", lists_folder / AFTER)
    office.run("revet", codes=(0, 1))
    found = {(alert["key"], alert["entries"][0]["id"]): alert for alert in office.alerts() if alert["entries"]}
    own = {key: alert for (key, entry), alert in found.items() if key == entry}
    assert {key for key in same if own[key]["state"] == "cleared"} == set(same)
    assert {key for key in quiet if own[key]["state"] == "cleared"} == quiet
    assert {key for key in other if own[key]["state"] == "open"} == other
    assert not gone & own.keys()
    for key in sorted(other)[:5]:
        (shown,) = office.run("case", "show", own[key]["id"])["alerts"]
        changed = [field for field in shown["changed_since"]["fields"] if field["side"] == "entry"]
        assert changed
        assert shown["decisions"][-1]["state"] == "ended"
    for key in sorted(named):  # a name more or less wakes somebody where it is other evidence, and only there
        alert = own[key]
        (shown,) = office.run("case", "show", alert["id"])["alerts"]
        fields = {field["side"] for field in shown["changed_since"]["fields"]}
        assert fields == ({"result"} if alert["state"] == "open" else set())
    assert sum(own[key]["state"] == "open" for key in named) == 1
