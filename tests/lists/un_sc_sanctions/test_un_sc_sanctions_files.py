"""The United Nations list on the publisher's own files."""

import gzip
import hashlib
import io
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from namesake.errors import MalformedError
from namesake.lists.canonical import Canonical, canonical, elements
from namesake.lists.expectations import examine
from namesake.lists.sources.un_sc_sanctions import SOURCE
from namesake.values.versions import Part, Publication

pytestmark = pytest.mark.lists

FOLDER = "un/consolidated-xml"
FILES = {
    "2017-06-20": 1024,
    "2017-07-03": 1021,
    "2018-06-07": 1098,
    "2018-06-21": 1100,
    "2018-10-29": 1093,
    "2020-11-23": 1018,
    "2020-12-01": 1006,
    "2021-03-12": 1004,
    "2022-09-15": 952,
    "2024-05-15": 875,
    "2024-09-21": 875,
    "2024-11-30": 879,
    "2025-04-19": 877,
    "2025-08-02": 879,
    "2025-11-15": 1000,
    "2025-11-20": 1000,
    "2026-02-27": 1003,
}
DELTAS = [
    ("2017-06-20", "2017-07-03", (0, 3, 1)),
    ("2017-07-03", "2018-06-07", (84, 7, 30)),
    ("2018-06-07", "2018-06-21", (2, 0, 0)),
    ("2018-06-21", "2018-10-29", (9, 16, 20)),
    ("2018-10-29", "2020-11-23", (28, 103, 596)),
    ("2020-11-23", "2020-12-01", (0, 12, 0)),
    ("2020-12-01", "2021-03-12", (4, 6, 93)),
    ("2021-03-12", "2022-09-15", (13, 65, 121)),
    ("2022-09-15", "2024-05-15", (21, 98, 665)),
    ("2024-05-15", "2024-09-21", (3, 3, 1)),
    ("2024-09-21", "2024-11-30", (4, 0, 0)),
    ("2024-11-30", "2025-04-19", (0, 2, 158)),
    ("2025-04-19", "2025-08-02", (3, 1, 8)),
    ("2025-08-02", "2025-11-15", (123, 2, 10)),
    ("2025-11-15", "2025-11-20", (0, 0, 0)),
    ("2025-11-20", "2026-02-27", (4, 1, 2)),
]
Xml = etree._Element
Folder = Callable[[str], Publication]


def content(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def part(data: bytes) -> Part:
    return Part("consolidated.xml", hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


@pytest.fixture(scope="module")
def file(lists_folder: Path) -> Callable[[str], bytes]:
    def find(version: str) -> bytes:
        (path,) = (lists_folder / FOLDER / version).glob("*.xml.gz")
        return content(path)

    return find


@pytest.fixture(scope="module")
def publication(file: Callable[[str], bytes]) -> Folder:
    return cache(lambda version: SOURCE.read([part(file(version))]))


def filled(root: Xml, *paths: str) -> list[str]:
    """The texts with content at the paths, counted without the code under test."""
    texts = (" ".join((item.text or "").split()) for path in paths for item in root.iterfind(path))
    return [text for text in texts if text not in ("", "na", "null")]


@pytest.mark.parametrize(("version", "entries"), FILES.items())
def test_every_file_is_read_whole_and_accepted(publication: Folder, version: str, entries: int) -> None:
    found = publication(version)
    assert len(found.entries) == entries
    assert found.dated == date.fromisoformat(version)
    failed = [c for c in examine(found, SOURCE.facts.expectations, None) if not c.passed]
    assert failed == []


@pytest.mark.parametrize(("old", "new", "expected"), DELTAS)
def test_what_changed_between_two_files(
    publication: Folder, old: str, new: str, expected: tuple[int, int, int]
) -> None:
    before, after = (contents(publication(version)) for version in (old, new))
    changed = sum(before[key] != after[key] for key in before.keys() & after.keys())
    assert (len(after.keys() - before.keys()), len(before.keys() - after.keys()), changed) == expected


def contents(found: Publication) -> dict[str, Canonical]:
    return {entry.id: canonical(elements(entry.original)) for entry in found.entries}


@pytest.mark.parametrize("version", ["2017-06-20", "2021-03-12", "2024-05-15", "2026-02-27"])
def test_no_fact_is_lost(publication: Folder, file: Callable[[str], bytes], version: str) -> None:
    root = etree.fromstring(file(version))
    entries = {entry.id: entry for entry in publication(version).entries}
    for record in root.iterfind("*/*"):
        entry = entries[" ".join(record.findtext("REFERENCE_NUMBER", "").split())]
        names = " | ".join(name.text for name in entry.names)
        remarks = " ".join(" ".join(entry.remarks).split())
        for field in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "NAME_ORIGINAL_SCRIPT"):
            assert all(
                text.partition(" ;")[0].removesuffix(" (Tigrinya)") in names for text in filled(record, field)
            ), entry.id
        for alias in filled(record, "INDIVIDUAL_ALIAS/ALIAS_NAME", "ENTITY_ALIAS/ALIAS_NAME"):
            assert any(name.text in alias for name in entry.names), (entry.id, alias)
        days = filled(record, "INDIVIDUAL_DATE_OF_BIRTH/DATE", "INDIVIDUAL_ALIAS/DATE_OF_BIRTH")
        years = filled(record, "INDIVIDUAL_DATE_OF_BIRTH/YEAR", "INDIVIDUAL_DATE_OF_BIRTH/FROM_YEAR")
        births = {item.text for item in entry.birth_dates}
        assert set(days) <= births, entry.id
        assert all(any(year in text for text in births) for year in years), entry.id
        numbers = set(filled(record, "INDIVIDUAL_DOCUMENT/NUMBER"))
        assert numbers <= {item.value for item in entry.identifiers}, entry.id
        nationalities = set(filled(record, "NATIONALITY/VALUE"))
        assert nationalities == {fact.text for fact in entry.countries}, entry.id
        titles = set(filled(record, "TITLE/VALUE", "DESIGNATION/VALUE"))
        assert titles == set(entry.titles), entry.id
        places = " | ".join(place.text for place in entry.birth_places)
        cities = filled(record, "INDIVIDUAL_PLACE_OF_BIRTH/CITY", "INDIVIDUAL_ALIAS/CITY_OF_BIRTH")
        assert all(city in places for city in cities), entry.id
        addresses = " | ".join(address.text for address in entry.addresses)
        streets = filled(record, "INDIVIDUAL_ADDRESS/STREET", "ENTITY_ADDRESS/STREET")
        assert all(street in addresses for street in streets), entry.id
        said = " ".join((remarks, names, places, *births))
        notes = filled(record, "COMMENTS1", "*/NOTE")
        assert all(text in said for text in notes if text != "Approximately"), entry.id
        assert "Approximately" not in notes or any(item.circa for item in entry.birth_dates), entry.id


def test_the_newest_file_counted(publication: Folder, file: Callable[[str], bytes]) -> None:
    root = etree.fromstring(file("2026-02-27"))
    found = publication("2026-02-27")
    persons = [entry for entry in found.entries if entry.schema == "Person"]
    assert (len(persons), len(found.entries) - len(persons)) == (730, 273)
    low = [
        (text, " ".join(record.findtext("REFERENCE_NUMBER", "").split()))
        for record in root.iterfind("INDIVIDUALS/INDIVIDUAL")
        for text in filled(record, "INDIVIDUAL_ALIAS[QUALITY='Low']/ALIAS_NAME")
    ]
    assert len(low) == 615
    weak = {entry.id: [name.text for name in entry.names if name.weak] for entry in found.entries}
    assert all(any(name in text for name in weak[key]) for text, key in low)
    assert sum(map(len, weak.values())) >= len(set(low))
    assert {key for key, names in weak.items() if names} == {key for _, key in low}
    former = filled(root, "ENTITIES/ENTITY/ENTITY_ALIAS[QUALITY='f.k.a.']/ALIAS_NAME")
    assert sum(name.kind == "former" for entry in found.entries for name in entry.names) == len(former) == 19
    scripted = [name for entry in found.entries for name in entry.names if name.script]
    assert len(scripted) >= len(filled(root, "*/*/NAME_ORIGINAL_SCRIPT")) == 378
    assert {name.script for name in scripted} == {"Arab", "Cyrl", "Hani"}
    assert [n.code for n in found.notes].count("birth-date-unread") == 1
    circa = filled(root, "*/*/INDIVIDUAL_DATE_OF_BIRTH[TYPE_OF_DATE='APPROXIMATELY']/YEAR")
    assert sum(item.circa for entry in persons for item in entry.birth_dates) >= len(set(circa))


def test_stray_blanks_are_no_part_of_a_key(publication: Folder) -> None:
    keys = [entry.id for entry in publication("2017-06-20").entries]
    assert "KPi.034" in keys
    assert all(key == key.strip() for key in keys)


def test_a_file_that_an_editor_has_re_saved_is_refused(lists_folder: Path) -> None:
    path = lists_folder / "_hostile/un_consolidated_lowbyte_corruption_2025-08-16/consolidated.xml.gz"
    with pytest.raises(MalformedError):
        SOURCE.read([part(content(path))])
