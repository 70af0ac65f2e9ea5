"""Enrolled and clear on OFAC's list of 3 May 2024, matched on the one of June: exactly those whom it lists newly.

Everybody is made from the files themselves: customers called like the entries that only the later edition has, with
their birth dates and numbers; customers whom both list; and invented ones whom neither does.
"""

import csv
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from namesake.bootstrap import open_store
from namesake.cli import cli
from namesake.settings import Settings
from namesake.values.entities import ListEntry

pytestmark = pytest.mark.lists

MAY, JUNE = (f"ofac/sdn-csv/{day}/sdn.csv.gz" for day in ("2024-05-03", "2024-06_composed"))
ADDED, MEN = 11, 6
BOTH, NEITHER = 60, 200
HEADER = ("No", "Name", "Born", "Kind", "Passport", "IMO")
PROPERTIES = ("name", "birthDate", "schema", "passportNumber", "imoNumber")

Matches = set[tuple[str, str]]
"""Keys of customers, with the ids of the entries that they match."""


@dataclass(frozen=True)
class Office:
    """A home, and its commands as a user types them."""

    home: Path

    def run(self, *words: object, codes: Sequence[int] = (0,)) -> dict[str, Any]:
        result = CliRunner().invoke(cli, ["--home", str(self.home), *map(str, words), "--format", "json"])
        assert result.exit_code in codes, result.output
        told: dict[str, Any] = json.loads(result.stdout)
        return told

    def add(self, folder: Path, part: str, dated: str, *options: str, code: int = 0) -> dict[str, Any]:
        return self.run("lists", "add", "us_ofac_sdn", folder / part, "--dated", dated, *options, codes=(code,))

    def entries(self) -> dict[str, ListEntry]:
        store = open_store(Settings(home=self.home))
        (version,) = store.in_force()
        return {entry.id: entry for entry in store.entries(version)}


def customer(number: str, entry: ListEntry) -> tuple[str, ...]:
    """Somebody named as an entry is, but not written as it is: given names first and nothing in capitals."""
    family, _, given = entry.names[0].text.partition(", ")
    born = entry.birth_dates[0].first.isoformat() if entry.birth_dates else ""
    numbers = {item.scheme: item.value for item in entry.identifiers}
    name = f"{given} {family}".strip().title()
    return (number, name, born, entry.schema, numbers.get("passport", ""), numbers.get("imo", ""))


def innocents(count: int) -> Iterator[tuple[str, ...]]:
    with files("namesake.data").joinpath("innocent_names.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    given, family = ([row["name"] for row in rows if (row["part"] == "family") == last] for last in (False, True))
    chance = random.Random(2024)
    for number in range(count):
        name = f"{chance.choice(given)} {chance.choice(family)}"
        yield (f"neither-{number}", name, f"{chance.randint(1940, 2005)}-01-15", "Person", "", "")


def write(path: Path, rows: Sequence[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return path


def matches(run: dict[str, Any], *kinds: str) -> Matches:
    return {(change["key"], change["entry"]["id"]) for change in run["changes"] if change["kind"] in kinds}


def test_exactly_the_people_whom_the_later_edition_lists_match(lists_folder: Path, tmp_path: Path) -> None:
    later = Office(tmp_path / "later")
    later.add(lists_folder, JUNE, "2024-06-30")
    office = Office(tmp_path / "home")
    office.add(lists_folder, MAY, "2024-05-03")
    may, june = office.entries(), later.entries()
    added = sorted(june.keys() - may.keys())
    assert len(added) == ADDED
    assert not may.keys() - june.keys()
    people = [entry for entry in may.values() if entry.schema == "Person" and entry.birth_dates]
    both = random.Random(2024).sample(people, BOTH)
    rows = [customer(f"later-{number}", june[number]) for number in added]
    rows += [customer(f"both-{entry.id}", entry) for entry in both] + list(innocents(NEITHER))
    enrolled = write(tmp_path / "customers.csv", rows)
    mapping = [word for pair in zip(HEADER[1:], PROPERTIES, strict=True) for word in ("--map", "=".join(pair))]
    office.run("enrol", enrolled, "--population", "customers", "--key", "No", *mapping)

    (first,) = office.run("revet", "--verify", codes=(1,))["runs"]
    stood = matches(first, "new")
    assert {(f"both-{entry.id}", entry.id) for entry in both} <= stood
    men = {f"later-{number}" for number in added if june[number].schema == "Person"}
    assert len(men) == MEN
    assert not {key for key, _ in stood} & men  # organisations may be called much like others that are listed already

    (second,) = office.add(lists_folder, JUNE, "2024-06-30", "--revet", code=1)["revet"]
    assert matches(second, "new") == {(f"later-{number}", number) for number in added}
    assert not matches(second, "changed", "gone")
    assert second["run"]["unchanged"] == len(stood)
    assert second["run"]["entries"] == ADDED
    assert not second["run"]["everything"]

    (third,) = office.run("revet", "--verify")["runs"]
    assert third["verified"]["same"]
    assert third["run"]["matches"] == len(stood) + ADDED
