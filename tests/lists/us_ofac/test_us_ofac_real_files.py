"""The two OFAC sources on the publisher's real files."""

import gzip
import hashlib
import io
import json
import time
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from namesake.errors import EmptyPartError, ListError, PartMissingError
from namesake.lists.registry import source
from namesake.values.entities import ListEntry
from namesake.values.versions import Part, Publication

pytestmark = pytest.mark.lists

REFUSALS: Mapping[str, type[ListError]] = {
    "refused: main part missing": PartMissingError,
    "refused: empty": EmptyPartError,
}
WHOLE_IN_CSV = 287
ALL_WALLETS = 600


def unpacked(path: Path) -> Part:
    name, raw = path.name, path.read_bytes()
    if path.suffix == ".gz":
        name, raw = path.stem, gzip.decompress(raw)
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            (name,) = archive.namelist()
            raw = archive.read(name)
    return Part(name, hashlib.sha256(raw).hexdigest(), len(raw), partial(io.BytesIO, raw))


def publication(source_id: str, *paths: Path) -> Publication:
    return source(source_id).read([unpacked(path) for path in paths])


def wallets(entries: tuple[ListEntry, ...]) -> set[tuple[str, str]]:
    found = [one for entry in entries for one in entry.identifiers if one.scheme.startswith("wallet:")]
    return {(one.scheme, one.value) for one in found}


def published_wallets(lists_folder: Path) -> set[tuple[str, str]]:
    files = (lists_folder / "ofac" / "crypto-addresses-ground-truth").rglob("*.json")
    return {(f"wallet:{f.stem.split('_')[-1]}", value) for f in files for value in json.loads(f.read_text())}


def acceptance(lists_folder: Path) -> list[dict[str, Any]]:
    rows = json.loads((lists_folder / "acceptance.json").read_text("utf-8"))
    return [row for row in rows if row["source"].startswith("us_ofac")]


def failures(lists_folder: Path, rows: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    """The rows that did not come to the count or the refusal of the acceptance table."""
    return [
        (row["source"], row["version"], expected, found)
        for row in rows
        if (found := outcome(lists_folder, row)) != (expected := row["entries"] or REFUSALS[row["verdict"]])
    ]


def outcome(lists_folder: Path, row: dict[str, Any]) -> object:
    try:
        return len(publication(row["source"], *(lists_folder / path for path in row["parts"])).entries)
    except ListError as error:
        return type(error)


def main_table_alone(row: dict[str, Any]) -> bool:
    return len(row["parts"]) == 1 and "/sdn-csv/" in row["parts"][0]


def test_the_rows_of_the_acceptance_table(lists_folder: Path) -> None:
    rows = [row for row in acceptance(lists_folder) if not main_table_alone(row)]
    assert len(rows) > 20
    assert failures(lists_folder, rows) == []


@pytest.mark.full
def test_the_rows_of_the_acceptance_table_with_the_main_table_alone(lists_folder: Path) -> None:
    rows = [row for row in acceptance(lists_folder) if main_table_alone(row)]
    assert len(rows) > 15
    assert failures(lists_folder, rows) == []


@pytest.mark.parametrize(
    ("version", "scope", "filtered"),
    [("2024-05-24_program-YEMEN", "YEMEN", True), ("2024-08-28_program-IRGC", "IRGC", True)],
)
def test_a_filtered_export_is_never_the_whole_list(
    lists_folder: Path, version: str, scope: str, filtered: bool
) -> None:
    (path,) = (lists_folder / "ofac" / "enhanced-xml" / version).iterdir()
    found = publication("us_ofac_sdn", path)
    assert found.filtered is filtered
    assert scope in found.scope


def test_all_wallets_are_in_the_xml(lists_folder: Path) -> None:
    truth = published_wallets(lists_folder)
    found = wallets(publication("us_ofac_sdn", lists_folder / "ofac/sdn-xml/2024-05-07/sdn.xml.gz").entries)
    assert len(truth) == ALL_WALLETS
    assert found == truth


def test_only_whole_wallets_are_in_the_main_table_alone(lists_folder: Path) -> None:
    entries = publication("us_ofac_sdn", lists_folder / "ofac/sdn-csv/2024-05-03/sdn.csv.gz").entries
    found = wallets(entries)
    assert len(found) == WHOLE_IN_CSV
    assert found <= published_wallets(lists_folder)
    assert sum(mark == "remarks cut by the publisher at 1,000 characters" for e in entries for mark in e.marks) == 18


def test_continuations_complete_the_remarks(lists_folder: Path) -> None:
    folder = lists_folder / "ofac" / "sdn-csv" / "2021-07-07"
    alone = publication("us_ofac_sdn", folder / "sdn.csv.gz")
    whole = publication("us_ofac_sdn", folder / "sdn.csv.gz", folder / "sdn_comments.csv")
    assert sum(bool(entry.marks) for entry in alone.entries) == 5
    assert sum(bool(entry.marks) for entry in whole.entries) == 0
    assert len(wallets(whole.entries)) > len(wallets(alone.entries))
    assert wallets(alone.entries) < wallets(whole.entries)


def test_the_four_variants_say_the_same(lists_folder: Path) -> None:
    folder = lists_folder / "ofac" / "consolidated-csv" / "2018-05-27"
    found = {kind: publication("us_ofac_cons", *sorted(folder.glob(f"*.{kind}*"))) for kind in ("csv", "pip", "del")}
    assert found["pip"].entries == found["csv"].entries
    assert found["del"].entries == found["csv"].entries
    fixed = publication("us_ofac_cons", *sorted(folder.glob("*.ff*")))
    assert [with_single_quotes(entry) for entry in fixed.entries] == list(found["csv"].entries)


def with_single_quotes(entry: ListEntry) -> ListEntry:
    """The fixed-column files have the double quotes that the others turn into single ones."""
    names = tuple(replace(name, text=name.text.replace('"', "'")) for name in entry.names)
    addresses = tuple(replace(one, text=one.text.replace('"', "'")) for one in entry.addresses)
    return replace(entry, names=names, addresses=addresses, original=entry.original.replace('\\"', "'"))


def facts(entry: ListEntry) -> dict[str, object]:
    """What both forms say, without order and the final stop that the delimited form cannot tell from its own."""
    return {
        "schema": entry.schema,
        "weak": sorted((name.text.replace('"', "'"), name.kind) for name in entry.names if name.weak),
        "primary": [(n.text.replace('"', "'"), len(n.parts)) for n in entry.names if n.kind == "primary"],
        "dates": sorted((one.first, one.last, one.circa) for one in entry.birth_dates),
        "places": sorted((one.text, one.country) for one in entry.birth_places),
        "countries": sorted((one.role, one.code, one.text) for one in entry.countries),
        "genders": sorted(entry.genders),
        "identifiers": sorted((one.scheme, one.value, one.country) for one in entry.identifiers),
        "links": sorted(link.target_name.rstrip(".") for link in entry.links),
        "programmes": sorted(one.programme for one in entry.listings),
    }


def test_remarks_give_the_facts_of_the_xml(lists_folder: Path) -> None:
    """The table of 2024-05-03 and the XML of four days later say the same of 14,965 entries."""
    folder = lists_folder / "ofac"
    xml = publication("us_ofac_sdn", folder / "sdn-xml/2024-05-07/sdn.xml.gz").entries
    table = publication("us_ofac_sdn", folder / "sdn-csv/2024-05-03/sdn.csv.gz").entries
    published = {entry.id: entry for entry in xml}
    assert {entry.id for entry in xml} - {entry.id for entry in table} == {"48603"}
    different = [e.id for e in table if not e.marks and facts(e) != facts(published[e.id])]
    assert different == []


def test_the_side_tables_of_2023_have_no_orphans(lists_folder: Path) -> None:
    folder = lists_folder / "ofac" / "sdn-csv" / "2023-12-28"
    found = publication("us_ofac_sdn", *sorted(folder.glob("*.csv*")))
    assert found.notes == ()
    assert dict(found.kinds) == {"sdn.csv": "main", "alt.csv": "alt", "add.csv": "add"}


def test_the_excerpt_has_its_hard_names(lists_folder: Path) -> None:
    folder = lists_folder / "ofac" / "sdn-csv" / "2026-06_excerpt"
    found = {entry.id: entry for entry in publication("us_ofac_sdn", *sorted(folder.glob("*.csv"))).entries}
    names = {key: [(n.text, n.kind, n.weak) for n in entry.names] for key, entry in found.items()}
    assert names["49567"] == [
        ("KHAMIRZAEV, Adam", "primary", False),
        ("OLIFERCHIK, Adam Islamovych", "alias", False),
        ("GUZUN, Andrei", "alias", False),
        ("Adam Abu Darrar AL-SHISHANI", "alias", True),
    ]
    assert names["48256"] == [
        ("ISMAILOV, Olimkhon Makhmudjon Ugli", "primary", False),
        ("ISMAILOV, Olimxon", "alias", False),
        ("ISMAILOV, Olimxon Maxmudjon Ogli", "alias", False),
        ("ISMAILOV, Olimkhon", "alias", False),
    ]
    assert names["48255"][:2] == [
        ("MIRZOEV, Muhammadyusuf Alisher Ogli", "primary", False),
        ("MIRZOYEV, Maxammadyusuf Alisher Ogli", "alias", False),
    ]
    assert [part.text for part in found["48268"].names[0].parts] == ["O", "In Chun"]
    assert ("GOD'S LOYAL SUPPORTERS", "alias", True) in names["49580"]
    assert ("AL-GHARAWI, 'Ali Haydar", "alias", True) in names["49581"]
    assert [one.scheme for one in found["48182"].identifiers] == ["imo_company"]
    assert sorted(one.scheme for one in found["48183"].identifiers) == ["call_sign", "imo", "mmsi"]


def test_the_declared_count_is_the_counted_one(lists_folder: Path) -> None:
    found = publication("us_ofac_cons", lists_folder / "ofac/consolidated-xml/2025-06-30/consolidated.xml")
    assert found.declared_count == len(found.entries) == 443
    assert str(found.dated) == "2025-06-30"


@pytest.mark.parametrize(
    ("source_id", "path"),
    [
        ("us_ofac_cons", "ofac/sdn-csv/2024-05-03/sdn.csv.gz"),
        ("us_ofac_sdn", "ofac/consolidated-xml/2025-06-30/consolidated.xml"),
    ],
)
def test_the_other_list_is_refused(lists_folder: Path, source_id: str, path: str) -> None:
    with pytest.raises(ListError, match="these are the entries of"):
        publication(source_id, lists_folder / path)


def test_the_largest_file_is_read_in_seconds(lists_folder: Path) -> None:
    started = time.process_time()
    publication("us_ofac_sdn", lists_folder / "ofac/sdn-xml/2024-05-07/sdn.xml.gz")
    assert time.process_time() - started < 20
