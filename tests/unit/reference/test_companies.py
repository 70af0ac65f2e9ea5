"""Companies that are kept apart are counted in no frequency, and are the innocents."""

import csv
import io
import tarfile
from importlib import import_module
from pathlib import Path

import pytest

companies = import_module("reference.companies")
frequencies = import_module("reference.frequencies")
WORDS = ("Veltani", "Quoren", "Mimsy", "Borogove", "Talvek", "Gimble", "Silverfalcon", "Quartermaine")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with invented companies, two of each pair of words."""
    text = io.StringIO()
    writer = csv.DictWriter(text, ("country", "name", "full_name", "symbol"))
    writer.writeheader()
    for first in WORDS:
        for last in WORDS:
            writer.writerow({"country": "nowhere", "name": first, "full_name": f"{first}  {last} Corp", "symbol": "X"})
    writer.writerow({"country": "nowhere", "name": "Veltani", "full_name": "Veltani Class A", "symbol": "X"})
    path = tmp_path / "package.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        data = text.getvalue().encode()
        member = tarfile.TarInfo(companies.STOCKS)
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return path


def test_every_company_is_counted_or_kept_apart(package: Path) -> None:
    counted = {name for name, _ in companies.counted(package)}
    apart = set(companies.innocents(package))
    assert counted
    assert apart
    assert not counted & apart
    assert counted | apart == set(companies.companies(package))


def test_names_are_written_once_and_those_of_classes_of_shares_left_out(package: Path) -> None:
    found = companies.companies(package)
    assert "Veltani Quoren Corp" in found
    assert "Veltani Class A" not in found


def test_the_innocents_of_the_fit_are_kept_apart() -> None:
    with companies.INNOCENTS.open(encoding="utf-8", newline="") as stream:
        names = [row["name"] for row in csv.DictReader(stream)]
    assert len(names) == len(set(names)) == companies.MOST
    assert all(map(companies.kept_apart, names))


def test_a_word_that_a_single_company_has_gets_no_frequency() -> None:
    found = frequencies.shared([("Veltani Mimsy", 1.0), ("Veltani Gimble", 1.0), ("Quoren Tove", 1.0)])
    assert set(found) == {"veltani"}
