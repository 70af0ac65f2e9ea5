"""An old run over a real edition, once more after the list moved on: the same bytes, or what is missing."""

import csv
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from namesake.bootstrap import open_store
from namesake.cli import cli
from namesake.settings import Settings

pytestmark = pytest.mark.lists

SOURCE = "us_ofac_cons"
EDITIONS = [f"ofac/consolidated-xml/{day}/consolidated.xml" for day in ("2024-05-06", "2025-06-30")]


class Office:
    """A home with everybody named as in the older edition, screened against it and then against the newer one."""

    def __init__(self, home: Path, lists: Path, people: Path) -> None:
        self.home = home
        self.run("lists", "add", SOURCE, lists / EDITIONS[0])
        store = open_store(Settings(home=home))
        entries = list(store.entries(store.in_force()[0]))
        with people.open("w", encoding="utf-8", newline="") as stream:
            rows = [(entry.id, entry.names[0].text, entry.schema) for entry in entries]
            csv.writer(stream).writerows([("No", "Name", "Kind"), *rows])
        mapping = ("--map", "Name=name", "--map", "Kind=schema")
        self.run("enrol", people, "--population", "people", "--key", "No", *mapping)
        self.first = self.run("revet", codes=(1,))
        self.run("lists", "add", SOURCE, lists / EDITIONS[1])
        self.run("revet", codes=(0, 1))

    def run(self, *words: object, codes: Sequence[int] = (0,)) -> dict[str, Any]:
        result = CliRunner().invoke(cli, ["--home", str(self.home), *map(str, words), "--format", "json"])
        assert result.exit_code in codes, result.output
        told: dict[str, Any] = json.loads(result.stdout)
        return told


def test_replays_after_the_list_moved_on(lists_folder: Path, tmp_path: Path) -> None:
    office = Office(tmp_path / "home", lists_folder, tmp_path / "people.csv")
    first, second = (office.run("replay", run) for run in (1, 2))
    assert first["same"]
    assert first["recorded"] == first["repeated"] != second["recorded"] == second["repeated"]
    assert first["matches"] >= first["subjects"]["then"] > 400
    shutil.rmtree(tmp_path / "home" / "indexes")  # whatever was made of the versions is made again
    assert office.run("replay", 1)["repeated"] == first["recorded"]

    shutil.rmtree(tmp_path / "home" / "indexes")
    (version,) = (tmp_path / "home" / "lists" / SOURCE).glob("*/2024-05-06")
    (version / "entries.jsonl.gz").rename(tmp_path / "entries")
    told = office.run("replay", 1, codes=(2,))
    assert not told["same"]
    assert [what.partition(" (")[0] for what in told["missing"]] == [f"version 2024-05-06 of {SOURCE}"]
    assert "cannot be read" in told["missing"][0]
    shutil.rmtree(version)
    told = office.run("replay", 1, codes=(2,))
    assert [what.endswith("is not kept here") for what in told["missing"]] == [True]
    assert office.run("replay", 2)["same"]
