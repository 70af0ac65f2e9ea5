"""OFAC's Enhanced and Advanced XML on the publisher's own files, through the two OFAC sources."""

import gzip
import hashlib
import io
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from namesake.errors import PartUnknownError
from namesake.lists import registry
from namesake.values.versions import Part, Publication

pytestmark = pytest.mark.lists

YEMEN = "ofac/enhanced-xml/2024-05-24_program-YEMEN/yemen_sanctions.xml"
IRGC = "ofac/enhanced-xml/2024-08-28_program-IRGC/IRGC_sanctions.xml.gz"
CONS = "ofac/enhanced-xml/2025-01-10/CONS_ENHANCED.ZIP"
ADVANCED = "ofac/sdn-advanced-xml/2024-02-23_excerpt/sdn_advanced_excerpt.xml"


@cache
def part(path: Path) -> Part:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".ZIP":
        with zipfile.ZipFile(path) as archive:
            data = archive.read(archive.namelist()[0])
    return Part(path.name, hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


@cache
def publication(source: str, path: Path) -> Publication:
    return registry.source(source).read([part(path)])


@pytest.mark.parametrize(
    ("source", "file", "count", "dated", "scope"),
    [
        pytest.param("us_ofac_sdn", YEMEN, 10, date(2024, 5, 24), "program=YEMEN", id="yemen"),
        pytest.param("us_ofac_sdn", IRGC, 293, date(2024, 8, 28), "program=IRGC", id="irgc"),
        pytest.param("us_ofac_cons", CONS, 443, date(2025, 1, 10), "", id="consolidated"),
        pytest.param("us_ofac_sdn", ADVANCED, 37, date(2024, 2, 23), "", id="advanced"),
    ],
)
def test_every_party_is_an_entry(
    lists_folder: Path, source: str, file: str, count: int, dated: date, scope: str
) -> None:
    found = publication(source, lists_folder / file)
    assert len({entry.id for entry in found.entries}) == len(found.entries) == count
    assert (found.dated, found.scope, found.filtered) == (dated, scope, bool(scope))
    assert all(entry.names and entry.names[0].kind == "primary" for entry in found.entries)


@pytest.mark.parametrize(
    ("source", "file"),
    [("us_ofac_cons", YEMEN), ("us_ofac_cons", IRGC), ("us_ofac_sdn", CONS), ("us_ofac_cons", ADVANCED)],
)
def test_the_other_list_is_refused(lists_folder: Path, source: str, file: str) -> None:
    with pytest.raises(PartUnknownError):
        publication(source, lists_folder / file)


@pytest.mark.parametrize(
    ("source", "file", "expected"),
    [
        pytest.param("us_ofac_sdn", YEMEN, {"Latn": 53, "Arab": 3}, id="yemen"),
        pytest.param("us_ofac_sdn", IRGC, {"Latn": 834, "Arab": 92, "Cyrl": 3, "Hant": 1}, id="irgc"),
        pytest.param("us_ofac_cons", CONS, {"Latn": 1579, "Cyrl": 39, "Hans": 5, "Hant": 1}, id="consolidated"),
        pytest.param("us_ofac_sdn", ADVANCED, {"Latn": 92, "Cyrl": 24}, id="advanced"),
    ],
)
def test_names_in_every_script_are_kept(lists_folder: Path, source: str, file: str, expected: dict[str, int]) -> None:
    found = publication(source, lists_folder / file)
    assert Counter(name.script for entry in found.entries for name in entry.names) == expected


def test_enhanced_facts_are_counted_as_published(lists_folder: Path) -> None:
    entries = publication("us_ofac_sdn", lists_folder / IRGC).entries
    facts = Counter(
        {
            "birth_dates": sum(len(entry.birth_dates) for entry in entries),
            "genders": sum(len(entry.genders) for entry in entries),
            "countries": sum(len(entry.countries) for entry in entries),
            "birth_places": sum(len(entry.birth_places) for entry in entries),
            "links": sum(len(entry.links) for entry in entries),
            "wallets": sum(one.scheme == "wallet:XBT" for entry in entries for one in entry.identifiers),
            "weak": sum(name.weak for entry in entries for name in entry.names),
        }
    )
    assert facts == {
        "birth_dates": 183, "genders": 138, "countries": 128, "birth_places": 90, "links": 229,
        "wallets": 7, "weak": 46,
    }  # fmt: skip


def test_every_wallet_and_programme_of_an_enhanced_export_is_valid(lists_folder: Path) -> None:
    entries = publication("us_ofac_sdn", lists_folder / IRGC).entries
    assert all(one.valid for entry in entries for one in entry.identifiers if one.scheme.startswith("wallet"))
    assert all("IRGC" in {listing.programme for listing in entry.listings} for entry in entries)
    assert all(listing.listed_on for entry in entries for listing in entry.listings)


def test_dangling_ids_of_the_excerpt_are_reported(lists_folder: Path) -> None:
    notes = publication("us_ofac_sdn", lists_folder / ADVANCED).notes
    assert [(note.code, note.text.split(" ", 1)[0]) for note in notes] == [
        ("reference-dangling", count) for count in ("57", "12", "3", "3", "147")
    ]


def test_advanced_features_are_resolved(lists_folder: Path) -> None:
    entries = publication("us_ofac_sdn", lists_folder / ADVANCED).entries
    assert Counter(entry.schema for entry in entries) == {"Person": 21, "Organization": 11, "Vessel": 5}
    assert sum(len(entry.birth_dates) for entry in entries) == 22
    assert sum(len(entry.genders) for entry in entries) == 21
    assert sum(len(entry.birth_places) for entry in entries) == 17
    assert [one.code for entry in entries for one in entry.countries if one.role == "flag"] == ["ru"] * 5
