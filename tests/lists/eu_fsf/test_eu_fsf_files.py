"""The European Union list on the publisher's own files."""

import gzip
import hashlib
import io
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from namesake.lists.canonical import canonical, elements
from namesake.lists.expectations import examine
from namesake.lists.sources.eu_fsf import SOURCE
from namesake.text.scripts import script_of
from namesake.values.versions import Part, Publication

pytestmark = pytest.mark.lists

FOLDER = "eu/fsf-xml-1.1"
FILES = {"2021-03-02": (2269, 2248), "2024-05-13": (4811, 4808)}
Folder = Callable[[str], Publication]
E_NS = "{http://eu.europa.ec/fpi/fsd/export}"


@pytest.fixture(scope="module")
def file(lists_folder: Path) -> Callable[[str], bytes]:
    def find(version: str) -> bytes:
        (path,) = (lists_folder / FOLDER / version).glob("*.xml.gz")
        return gzip.decompress(path.read_bytes())

    return find


@pytest.fixture(scope="module")
def publication(file: Callable[[str], bytes]) -> Folder:
    def read(version: str) -> Publication:
        data = file(version)
        return SOURCE.read([Part("f.xml", hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))])

    return cache(read)


@pytest.mark.parametrize("version", FILES)
def test_every_file_is_read_whole_and_accepted(publication: Folder, version: str) -> None:
    found = publication(version)
    identities = {entry.identity for entry in found.entries}
    assert (len(found.entries), len(identities)) == FILES[version]
    assert len({entry.id for entry in found.entries}) == len(found.entries)
    assert found.dated == date.fromisoformat(version)
    failed = [c for c in examine(found, SOURCE.facts.expectations, None) if not c.passed]
    assert failed == []


def test_what_changed_between_the_two_files(publication: Folder) -> None:
    before, after = (
        {entry.id: canonical(elements(entry.original)) for entry in publication(version).entries} for version in FILES
    )
    changed = sum(before[key] != after[key] for key in before.keys() & after.keys())
    assert (len(after.keys() - before.keys()), len(before.keys() - after.keys()), changed) == (2741, 199, 748)


@pytest.mark.parametrize("version", FILES)
def test_no_fact_is_lost(publication: Folder, file: Callable[[str], bytes], version: str) -> None:
    root = etree.fromstring(file(version))
    for record, entry in zip(root.iterchildren(tag=etree.Element), publication(version).entries, strict=True):
        stated = _values(record)
        assert Counter(stated["nameAlias@wholeName"]) <= Counter(name.text for name in entry.names), entry.id
        days = set(stated["birthdate@birthdate"])
        assert days <= {item.text for item in entry.birth_dates}, entry.id
        assert set(stated["identification@number"]) == {item.value for item in entry.identifiers}, entry.id
        assert {*stated["nameAlias@function"], *stated["nameAlias@title"]} == set(entry.titles), entry.id
        assert len(set(stated["nameAlias@gender"])) == len(entry.genders), entry.id
        codes = {code.lower() for code in stated["citizenship@countryIso2Code"] if code != "00"}
        assert codes == {fact.code for fact in entry.countries}, entry.id
        addresses = " | ".join(address.text for address in entry.addresses)
        assert all(text in addresses for text in stated["address@street"]), entry.id
        places = " | ".join(place.text for place in entry.birth_places)
        assert all(text in places for text in stated["birthdate@city"]), entry.id
        remarks = " | ".join(entry.remarks)
        texts = (" ".join((item.text or "").split()) for item in record.iter(f"{E_NS}remark"))
        assert all(text in remarks for text in texts), entry.id
        assert all(text in remarks for text in stated["contactInfo@value"]), entry.id
        assert [item.programme for item in entry.listings] == stated["regulation@programme"]


def _values(record: etree._Element) -> defaultdict[str, list[str]]:
    """The filled attributes of all elements of a record, in one line each."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item in record.iter():
        for key, value in item.attrib.items():
            if text := " ".join(str(value).split()):
                found[f"{etree.QName(item).localname}@{key!s}"].append(text)
    return found


def test_the_newer_file_counted(publication: Folder, file: Callable[[str], bytes]) -> None:
    root = etree.fromstring(file("2024-05-13"))
    found = publication("2024-05-13")
    names = [name for entry in found.entries for name in entry.names]
    aliases = list(root.iter(f"{E_NS}nameAlias"))
    low = re.compile(r"low? quality a", re.IGNORECASE)
    weak = [a for a in aliases if any(low.search(r.text or "") for r in a.iterfind(f"{E_NS}remark"))]
    assert (len(aliases), len(weak)) == (25257, 181)
    scripted = [name for name in names if name.script]  # spellings that remarks give
    assert len(names) - len(scripted) == len(aliases)
    assert sum(name.weak for name in names if not name.script) == len(weak)
    assert Counter(entry.schema for entry in found.entries) == {"Person": 3755, "Organization": 1054, "Vessel": 2}
    other = [a for a in aliases if script_of(a.get("wholeName") or "") != "Latn"]
    assert sum(script_of(name.text) != "Latn" for name in names if not name.script) == len(other)
    assert sum(name.kind == "primary" for name in names) == len(found.entries)
    assert not any(note.code == "birth-date-unread" for note in found.notes)
    assert sum(entry.references != () for entry in found.entries) == 77


def test_the_islamic_and_the_iranian_calendar(publication: Folder) -> None:
    found = publication("2024-05-13")
    dates = [d for entry in found.entries for d in entry.birth_dates]
    assert all(1900 <= d.first.year <= 2010 for d in dates)
    assert sorted(d.first for d in dates if "Hijri" in d.text) == [
        date(1960, 3, 21),
        date(1961, 3, 21),
        date(1964, 3, 21),
        date(1973, 3, 21),
    ]


def test_the_unclear_united_nations_references_are_said(publication: Folder) -> None:
    found = publication("2024-05-13")
    assert Counter(note.code for note in found.notes) == {"reference-unclear": 5}
