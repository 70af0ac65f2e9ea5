"""The real files of the United Kingdom: counts, differences and what FORMATS says of them."""

import gzip
import hashlib
import io
import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from namesake.lists.source import ListSource
from namesake.lists.sources.gb_fcdo_sanctions import SOURCE as FCDO
from namesake.lists.sources.gb_hmt_sanctions import SOURCE as HMT
from namesake.values.versions import Part, Publication

pytestmark = pytest.mark.lists

CONLIST = "uk/ofsi-conlist-csv/{}/sanctionsconlist.csv.gz"
UKSL = "uk/uksl-xml/2026-09-02_excerpt/UK-Sanctions-List_excerpt.xml"


def read(source: ListSource, path: Path) -> Publication:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    name = path.name.removesuffix(".gz")
    return source.read([Part(name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))])


@cache
def conlist(folder: Path, day: str) -> Publication:
    return read(HMT, folder / CONLIST.format(day))


@pytest.mark.parametrize(
    ("day", "entries", "persons", "notes"),
    [
        pytest.param("2014-04-02", 2297, 1337, {"date-unread": 2}, id="2014"),  # the 29th of February 1969
        pytest.param("2016-03-23", 1924, 1269, {}, id="2016"),
        pytest.param("2018-04-13", 2106, 1426, {"reference-shared": 7}, id="2018"),
    ],
)
def test_conlist_counts(lists_folder: Path, day: str, entries: int, persons: int, notes: dict[str, int]) -> None:
    publication = conlist(lists_folder, day)
    assert len(publication.entries) == entries
    assert sum(entry.schema == "Person" for entry in publication.entries) == persons
    assert publication.dated == date.fromisoformat(day)
    assert publication.form == "conlist-2014"
    assert all(entry.names and entry.names[0].kind == "primary" for entry in publication.entries)
    assert len({entry.id for entry in publication.entries}) == entries
    assert Counter(note.code for note in publication.notes) == notes


@pytest.mark.parametrize("day", ["2014-04-02", "2016-03-23", "2018-04-13"])
def test_conlist_meets_its_expectations(lists_folder: Path, day: str) -> None:
    publication = conlist(lists_folder, day)
    persons = [entry for entry in publication.entries if entry.schema == "Person"]
    born = sum(bool(entry.birth_dates) for entry in persons) / len(persons)
    assert born >= HMT.facts.expectations.fill["Person.birth_dates"]
    assert len(publication.entries) >= HMT.facts.expectations.min_entries


def by_group(publication: Publication) -> dict[str, frozenset[str]]:
    """All rows of a group together, as a set."""
    return {
        entry.id: frozenset(json.dumps(row, sort_keys=True) for row in json.loads(entry.original)["rows"])
        for entry in publication.entries
    }


@pytest.mark.parametrize(
    ("old", "new", "added", "removed", "changed"),
    [
        pytest.param("2014-04-02", "2016-03-23", 358, 731, 496, id="2014-2016"),
        pytest.param("2016-03-23", "2018-04-13", 302, 120, 577, id="2016-2018"),
    ],
)
def test_conlist_differences(lists_folder: Path, old: str, new: str, added: int, removed: int, changed: int) -> None:
    before, after = by_group(conlist(lists_folder, old)), by_group(conlist(lists_folder, new))
    assert len(after.keys() - before.keys()) == added
    assert len(before.keys() - after.keys()) == removed
    assert sum(before[group] != after[group] for group in before.keys() & after.keys()) == changed


def test_conlist_quirks(lists_folder: Path) -> None:
    entries = {entry.id: entry for entry in conlist(lists_folder, "2018-04-13").entries}
    split = entries["13349"]
    assert (split.schema, split.references) == ("Person", ())  # its "UN Ref QDe.004" is an entity's
    assert [fact.code for fact in split.countries] == ["sa", "qa"]
    assert {(born.first.year, born.last.year) for born in split.birth_dates} == {(1980, 1980), (1981, 1981)}
    assert all(name.text == name.text.strip() for name in split.names)
    assert split.addresses[0].country == "af"
    weak = [name.text for entry in entries.values() for name in entry.names if name.weak]
    assert weak == ["Muslim", "Lava", "John", "George", "Arthur", "Sedoy"]
    vessel = entries["13556"]
    assert [(found.scheme, found.value, found.valid) for found in vessel.identifiers] == [("imo", "8937675", True)]
    assert len([entry for entry in entries.values() if entry.marks]) == 1


def test_conlist_references_to_the_united_nations(lists_folder: Path) -> None:
    """From 2016 on the remarks give permanent references; no two entries share one."""
    counts = {}
    for day in ("2014-04-02", "2016-03-23", "2018-04-13"):
        found = [reference for entry in conlist(lists_folder, day).entries for reference in entry.references]
        counts[day] = len(found)
        assert len(set(found)) == len(found)
    assert counts == {"2014-04-02": 0, "2016-03-23": 14, "2018-04-13": 252}


def test_uksl_excerpt(lists_folder: Path) -> None:
    publication = read(FCDO, lists_folder / UKSL)
    company, person = publication.entries
    assert (publication.dated, publication.notes) == (date(2026, 9, 2), ())
    assert (company.id, company.schema, person.id, person.schema) == (
        "AFG0001",
        "Organization",
        "AFG0006",
        "Person",
    )
    assert company.references == ("gb_hmt_sanctions:12703", "un_sc_sanctions:TAe.010")
    assert [name.kind for name in company.names] == ["primary", "alias", "alias"]
    assert [(born.first.year, born.exact) for born in person.birth_dates] == [(1945, False), (1946, False)]
    assert {"Sanction imposed: Asset freeze", "Sanction imposed: Travel Ban"} <= set(person.remarks)
