"""Every date, country and identifier type that the publishers' real files contain is understood."""

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from namesake.fields import countries, dates, ids

pytestmark = pytest.mark.lists

# Texts in the country fields of the files that name no country, or several; a caller splits "(1) ... (2) ...".
NO_COUNTRY = re.compile(
    r"(?:-0-|unknown|00|undetermined|congolese|channel islands|africa|sudan/.*|region: .*|possibly .*"
    r"|.*\(?\b[a-g1-9]\).*|in \w+ as .*|united states of america\. .*|cabo verde\..*|now republic of moldova"
    r"|.*\b(?:also believed|as of|by birth|withdrawn|not registered|national and|nationalities|until|origin)\b.*"
    r"|.*\d{4,}.*|.*, syria|isfahan, .*|.*\bssr.*|\(complex\)|\(head office\)|\(kish branch\)|damascus .*|lipetsk"
    r"|inside .*|after .*|apt\..*|branch office .*|hrodna .*|tartous|central district.*|pakistan-administered .*)?",
    re.IGNORECASE,
)


def texts(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        data = path.read_bytes()
        yield (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")


def elements(folder: Path, pattern: str, *names: str) -> set[str]:
    form = re.compile(rf"<(?:{'|'.join(names)})>([^<]*)<")
    return {unescape(found) for text in texts(folder, pattern) for found in form.findall(text)}


def attributes(folder: Path, pattern: str, name: str) -> set[str]:
    form = re.compile(rf'\b{name}="([^"]*)"')
    return {unescape(found) for text in texts(folder, pattern) for found in form.findall(text)}


def columns(folder: Path, *names: str) -> set[str]:
    found = set()
    for path in sorted((folder / "uk/ofsi-conlist-csv").glob("*/*.gz")):
        text = gzip.decompress(path.read_bytes()).decode("cp1252", "replace").split("\n", 1)[1]
        for row in csv.DictReader(io.StringIO(text)):
            found |= {(row.get(name) or "").strip() for name in names}
    return found


def test_every_published_date(lists_folder: Path) -> None:
    published = elements(lists_folder, "ofac/*/*/*.xml*", "dateOfBirth")
    published |= attributes(lists_folder, "eu/fsf-xml-1.1/*/*", "birthdate")
    assert len(published) > 4000
    assert [text for text in published if dates.parse(text) is None] == []


def test_every_british_date_but_the_one_that_never_was(lists_folder: Path) -> None:
    published = columns(lists_folder, "DOB", "Listed On") - {""}
    assert len(published) > 1000
    assert [text for text in published if dates.day_month_year(text) is None] == ["29/02/1969"]


def test_every_country(lists_folder: Path) -> None:
    published = elements(lists_folder, "ofac/*/*/*.xml*", "country", "idCountry")
    published |= elements(lists_folder, "un/consolidated-xml/*/*", "COUNTRY", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE")
    published |= attributes(lists_folder, "eu/fsf-xml-1.1/*/*", "countryDescription")
    published |= attributes(lists_folder, "eu/fsf-xml-1.1/*/*", "countryIso2Code")
    published |= columns(lists_folder, "Country", "Nationality", "Country of Birth")
    assert len(published) > 500
    unknown = {text.strip() for text in published if not countries.code(text)}
    left = sorted(text for text in unknown if not NO_COUNTRY.fullmatch(text))
    assert left == []


def test_every_type_of_identifier(lists_folder: Path) -> None:
    published = elements(lists_folder, "ofac/*/*/*.xml*", "idType")
    published |= elements(lists_folder, "un/consolidated-xml/*/*", "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2")
    published |= attributes(lists_folder, "eu/fsf-xml-1.1/*/*", "identificationTypeCode")
    assert len(published) > 150
    other = {" ".join(text.split()) for text in published if ids.scheme_of(text) == "other"}
    assert other == {
        "", "other", "Other ID", "number:", "BPA", "05258253", "Student ID", "Trademark number", "Tarjeta Profesional",
        "RSIN",
    }  # fmt: skip


def test_every_wallet_that_was_checked_by_others(lists_folder: Path) -> None:
    folder = lists_folder / "ofac/crypto-addresses-ground-truth/2024-05-08"
    found = [
        ids.identifier(f"Digital Currency Address - {path.stem.rpartition('_')[2]}", address)
        for path in folder.glob("*.json")
        for address in json.loads(path.read_text("utf-8"))
    ]
    assert len(found) == 600
    assert all(ids.comparable(wallet) for wallet in found)
    # Two were published under the wrong currency: a Tron address as bitcoin, a transaction as Monero.
    assert sorted(wallet.scheme for wallet in found if not wallet.valid) == ["wallet:XBT", "wallet:XMR"]
