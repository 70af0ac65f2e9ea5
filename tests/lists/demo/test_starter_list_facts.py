"""Every fact of the starter list stands in the publishers' own files."""

import csv
import gzip
import hashlib
import io
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from namesake.fields import countries, dates
from namesake.lists import registry
from namesake.values.entities import ListEntry
from namesake.values.versions import Part

pytestmark = pytest.mark.lists

STARTER = Path(__file__).parents[3] / "src/namesake/data/demo/starter-list.csv"
with STARTER.open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))

SDN = ("ofac/sdn-xml/2024-05-07/sdn.xml.gz",)
IRGC = ("ofac/enhanced-xml/2024-08-28_program-IRGC/IRGC_sanctions.xml.gz",)
JUNE = tuple(f"ofac/sdn-csv/2026-06_excerpt/{name}.csv" for name in ("sdn", "alt", "add"))
SOURCES: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "OFAC": [("us_ofac_sdn", SDN), ("us_ofac_sdn", IRGC), ("us_ofac_sdn", JUNE)],
    "UN Security Council": [("un_sc_sanctions", ("un/consolidated-xml/2026-02-27/consolidated.xml.gz",))],
    "European Union": [("eu_fsf", ("eu/fsf-xml-1.1/2024-05-13/20240513-FULL-1_1.xml.gz",))],
    "United Kingdom": [("gb_fcdo_sanctions", ("uk/uksl-xml/2026-09-02_excerpt/UK-Sanctions-List_excerpt.xml",))],
}
ANNOUNCED = {
    "US-49567": date(2024, 6, 14),
    "US-48256": date(2024, 6, 14),
    "US-48255": date(2024, 6, 14),
    "US-48253": date(2024, 6, 14),
    "US-6861": date(2001, 6, 1),
    "US-7226": date(2002, 5, 31),
    "US-20157": date(2016, 7, 6),
    "US-13072": date(2012, 2, 23),
    "US-13071": date(2012, 2, 23),
    "US-27307": date(2019, 9, 13),
    "US-36025": date(2022, 4, 5),
    "US-36216": date(2022, 4, 5),
    "US-27304": date(2019, 8, 30),
    "EU-5708.81": date(2020, 7, 30),
    "EU-5709.80": date(2020, 7, 30),
}
"""Where the file states no date of listing: that of the public announcement, or of the regulation."""


def part(path: Path) -> Part:
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return Part(path.name.removesuffix(".gz"), hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


@cache
def entries(folder: Path, source: str, paths: tuple[str, ...]) -> dict[str, list[ListEntry]]:
    """The entries that the starter list draws on, by their identity."""
    wanted = {f"{source}:{row['Reference']}" for row in ROWS}
    found: dict[str, list[ListEntry]] = {}
    for entry in registry.source(source).read([part(folder / path) for path in paths]).entries:
        if entry.identity in wanted:
            found.setdefault(entry.identity, []).append(entry)
    return found


def published(folder: Path, row: dict[str, str]) -> list[ListEntry]:
    """What the publisher's files say of a row: each file, and each programme of the EU's, has an entry of its own."""
    found = [
        entry
        for source, paths in SOURCES[row["Publisher"]]
        for entry in entries(folder, source, paths).get(f"{source}:{row['Reference']}", ())
    ]
    assert found, f"{row['Ref']} is not in the publisher's files"
    return found


def values(row: dict[str, str], *columns: str) -> list[str]:
    return [value.strip() for column in columns for value in row[column].split(";") if value.strip()]


def words(name: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"\w+", re.sub("['’‘\"“”.]", "", name).casefold())))


def number(text: str) -> str:
    return re.sub(r"\W|^IMO", "", text).casefold()


every_row = pytest.mark.parametrize("row", [pytest.param(row, id=row["Ref"]) for row in ROWS])


@every_row
def test_names_are_published(lists_folder: Path, row: dict[str, str]) -> None:
    found = published(lists_folder, row)
    names = {words(name.text) for entry in found for name in entry.names}
    stated = values(row, "Name", "Other names", "Former names", "Weak names")
    assert [name for name in stated if words(name) not in names] == []
    main = {words(name.text) for entry in found for name in entry.names if name.kind == "primary"}
    assert words(row["Name"]) in main


@every_row
def test_names_are_as_weak_or_former_as_published(lists_folder: Path, row: dict[str, str]) -> None:
    names = [name for entry in published(lists_folder, row) for name in entry.names]
    weak = {words(name.text) for name in names if name.weak}
    former = {words(name.text) for name in names if name.kind == "former"}
    firm = {words(name.text) for name in names if not name.weak and name.kind != "former"}
    assert [name for name in values(row, "Name", "Other names") if words(name) not in firm] == []
    assert [name for name in values(row, "Weak names") if words(name) not in weak] == []
    assert [name for name in values(row, "Former names") if words(name) not in former] == []


@every_row
def test_births_are_published(lists_folder: Path, row: dict[str, str]) -> None:
    found = published(lists_folder, row)
    born = {(day.first, day.last) for entry in found for day in entry.birth_dates}
    stated = [day for text in values(row, "Born") for day in dates.readings(text)]
    assert len(stated) == len(values(row, "Born"))
    assert [day for day in stated if (day.first, day.last) not in born] == []
    places = {words(place.text) for entry in found for place in entry.birth_places}
    assert [place for place in values(row, "Place of birth") if words(place) not in places] == []


@every_row
def test_what_else_tells_people_apart_is_published(lists_folder: Path, row: dict[str, str]) -> None:
    found = published(lists_folder, row)
    assert set(values(row, "Gender")) <= {gender for entry in found for gender in entry.genders}
    codes = {(country.role, country.code) for entry in found for country in entry.countries}
    assert {("nationality", countries.code(text)) for text in values(row, "Nationality")} <= codes
    assert {("flag", countries.code(text)) for text in values(row, "Flag")} <= codes
    assert {entry.schema for entry in found} == {_SCHEMAS[row["Kind"]]}


_SCHEMAS = {"person": "Person", "organisation": "Organization", "vessel": "Vessel"}
_SCHEMES = {"Passport": "passport", "Identity number": "national_id", "Registration": "registration", "IMO": "imo"}


@every_row
def test_numbers_are_published(lists_folder: Path, row: dict[str, str]) -> None:
    known = {(i.scheme, number(i.value)) for entry in published(lists_folder, row) for i in entry.identifiers}
    schemes = {**_SCHEMES, "Wallet": f"wallet:{row['Currency']}"}
    stated = {(scheme, number(value)) for column, scheme in schemes.items() for value in values(row, column)}
    assert stated - known == set()


@every_row
def test_programme_and_date_are_published(lists_folder: Path, row: dict[str, str]) -> None:
    listings = [listing for entry in published(lists_folder, row) for listing in entry.listings]
    assert any(row["Programme"] in listing.programme for listing in listings)
    listed = {listing.listed_on.first for listing in listings if listing.listed_on}
    assert date.fromisoformat(row["Listed on"]) in (listed or {ANNOUNCED[row["Ref"]]})
    assert bool(listed) != (row["Ref"] in ANNOUNCED)
