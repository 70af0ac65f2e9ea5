"""OpenSanctions exports on the publisher's own files."""

import gzip
import hashlib
import io
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from namesake.lists.canonical import Canonical, canonical, elements
from namesake.lists.sources.opensanctions import SOURCE
from namesake.values.versions import Part, Publication

pytestmark = pytest.mark.lists

TABLES, EXPORTS = "opensanctions/targets-simple-csv", "opensanctions/zavod-export-wikidata"
FTM = "entities.ftm.json"
COUNTS = {
    f"{TABLES}/2022-07-25_eu_cor_members/targets.simple.csv": 639,
    f"{TABLES}/2022-08-08_eu_cor_members/targets.simple.csv": 635,
    f"{TABLES}/2025-05-23_interpol_red_notices/targets.simple.csv.gz": 6561,
    f"{TABLES}/2026-03-13_ua_war_sanctions/targets.simple.csv.gz": 5600,
    f"{EXPORTS}/2024-03-09T0254/{FTM}": 126,
    f"{EXPORTS}/2024-03-09T0928/{FTM}": 281,
    f"{EXPORTS}/2024-03-11T1105/{FTM}": 1264,
    f"{EXPORTS}/2024-03-11T1840/{FTM}": 1264,
    f"{EXPORTS}/2024-03-09T0254/targets.nested.json": 10,
    f"{EXPORTS}/2024-03-09T0928/targets.nested.json": 20,
}
OLD, NEW = (f"{TABLES}/{day}_eu_cor_members/targets.simple.csv" for day in ("2022-07-25", "2022-08-08"))
DELTAS = [
    pytest.param(OLD, NEW, (0, 4, 8), id="table"),
    pytest.param(f"{EXPORTS}/2024-03-09T0254/{FTM}", f"{EXPORTS}/2024-03-09T0928/{FTM}", (168, 13, 61), id="days"),
    pytest.param(f"{EXPORTS}/2024-03-11T1105/{FTM}", f"{EXPORTS}/2024-03-11T1840/{FTM}", (0, 0, 486), id="aliases"),
]


def part(path: Path) -> Part:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return Part(path.name, hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


@cache
def publication(path: Path) -> Publication:
    return SOURCE.read([part(path)])


def contents(path: Path) -> dict[str, dict[str, Canonical]]:
    """What counts of each entry; the order of values does not."""
    return {
        entry.id: {key: canonical(value) for key, value in elements(entry.original).items()}
        for entry in publication(path).entries
    }


@pytest.mark.parametrize(("file", "count"), COUNTS.items())
def test_every_entity_is_an_entry(lists_folder: Path, file: str, count: int) -> None:
    found = publication(lists_folder / file)
    assert len(found.entries) == len({entry.id for entry in found.entries}) == count
    assert found.scope
    assert found.dated == date.fromisoformat(file.split("/")[2][:10])
    assert {note.code for note in found.notes} <= {"value-unreadable"}


@pytest.mark.parametrize(("old", "new", "expected"), DELTAS)
def test_the_changes_between_two_exports(
    lists_folder: Path, old: str, new: str, expected: tuple[int, int, int]
) -> None:
    before, after = contents(lists_folder / old), contents(lists_folder / new)
    changed = sum(before[key] != after[key] for key in before.keys() & after.keys())
    assert (len(after.keys() - before.keys()), len(before.keys() - after.keys()), changed) == expected


@pytest.mark.parametrize("day", ["2024-03-09T0254", "2024-03-09T0928"])
@pytest.mark.parametrize(("file", "declared"), [(FTM, "entity_count"), ("targets.nested.json", "target_count")])
def test_the_index_agrees_with_its_files(lists_folder: Path, day: str, file: str, declared: str) -> None:
    folder = lists_folder / EXPORTS / day
    found = SOURCE.read([part(folder / file), part(folder / "index.json")])
    index = json.loads((folder / "index.json").read_text("utf-8"))
    assert found.declared_count == len(found.entries) == index[declared]
    assert (found.scope, found.stamp) == (index["name"], index["last_export"])
    assert "checksum-missing" not in {note.code for note in found.notes}


def test_each_edge_is_a_link_of_both_ends(lists_folder: Path) -> None:
    path = lists_folder / EXPORTS / "2024-03-11T1105" / FTM
    entries = {entry.id: entry for entry in publication(path).entries}
    joined = 0
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["schema"] == "Family":
            (one,), (other,) = record["properties"]["person"], record["properties"]["relative"]
            joined += other in {link.target_id for link in entries[one].links}
            joined += one in {link.target_id for link in entries[other].links}
    assert joined == 2 * 462


def test_birth_dates_and_identifiers_of_the_tables_are_read(lists_folder: Path) -> None:
    ships = publication(lists_folder / f"{TABLES}/2026-03-13_ua_war_sanctions/targets.simple.csv.gz")
    vessels = [entry for entry in ships.entries if entry.schema == "Vessel"]
    assert sum(any(one.scheme == "imo" for one in entry.identifiers) for entry in vessels) > 0.95 * len(vessels)
    wanted = publication(lists_folder / f"{TABLES}/2025-05-23_interpol_red_notices/targets.simple.csv.gz")
    assert sum(bool(entry.birth_dates) for entry in wanted.entries) == 6557
