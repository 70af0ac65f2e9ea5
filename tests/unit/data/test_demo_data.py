"""The starter list and the customers of the demonstration are what their README says."""

import csv
import hashlib
import io
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from namesake.candidates.index import Index, build_index
from namesake.entities.columns import recognise
from namesake.entities.listed import entity_of
from namesake.entities.order import order_of
from namesake.entities.subjects import SubjectOptions, subject_of
from namesake.feeds.tables import open_table
from namesake.lists.sources.table import SOURCE
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import Screening, reference
from namesake.screening.weights import measures
from namesake.values.entities import Skipped, Subject
from namesake.values.policies import Policy
from namesake.values.rows import Row
from namesake.values.versions import Part, Publication

ROOT = Path(__file__).parents[3]
DEMO = ROOT / "src/namesake/data/demo"
EXPECTED = Path(__file__).parent / "demo-subjects.expected.csv"
NAMES = ROOT / "reference/demo_names.toml"
PUBLISHERS = {"OFAC", "UN Security Council", "European Union", "United Kingdom"}
TODAY = date(2026, 11, 21)


def part(path: Path) -> Part:
    raw = path.read_bytes()
    return Part(path.name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


@cache
def starter() -> Publication:
    return SOURCE.read([part(DEMO / "starter-list.csv"), part(DEMO / "starter-list.toml")])


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def expected(kind: str) -> list[dict[str, str]]:
    return [row for row in table(EXPECTED) if row["kind"] == kind]


@cache
def screened() -> tuple[Subject | Skipped, ...]:
    read = open_table(DEMO / "subjects.csv")
    mapping = recognise(read.columns)
    options = SubjectOptions("subjects.csv", order_of(read.rows(), mapping).day_first, TODAY)
    return tuple(
        item for row in read.rows() for item in (subject_of(row, mapping, options) if isinstance(row, Row) else [row])
    )


@cache
def found() -> dict[str, set[str]]:
    """The entries that each customer number matches, by the model and policy that are shipped."""
    entities = [entity_of(entry) for entry in starter().entries]
    model = shipped()
    index = Index(build_index([prepare(entity) for entity in entities], model.rarities), measures(model))
    screening = Screening(index, [reference(entity) for entity in entities], Scorer(model), Policy())
    matches: dict[str, set[str]] = {}
    for item in screened():
        if isinstance(item, Subject):
            own = matches.setdefault(item.key.partition("#")[0], set())
            own |= {match.entry.entry_id for match in screening.screen(item).matches}
    return matches


def words(name: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"\w+", name.casefold())))


def test_the_starter_list_is_read_without_a_note() -> None:
    assert starter().notes == ()
    assert (starter().scope, len(starter().entries)) == ("starter", 56)
    assert "not for production" in (DEMO / "starter-list.toml").read_text("utf-8")


def test_every_entry_says_who_listed_it_why_and_when() -> None:
    for row, entry in zip(table(DEMO / "starter-list.csv"), starter().entries, strict=True):
        assert row["Publisher"] in PUBLISHERS
        assert row["Reference"] in row["Source"]
        (listing,) = entry.listings
        assert listing.programme, entry.id
        assert listing.legal_basis, entry.id
        assert listing.listed_on is not None, entry.id
        assert listing.listed_on.exact, entry.id


def test_the_readme_counts_the_entries_of_each_publisher() -> None:
    counted = Counter(row["Publisher"] for row in table(DEMO / "starter-list.csv"))
    stated = re.findall(r"^\| ([^|]+?) \| (\d+) \|", (DEMO / "README.md").read_text("utf-8"), re.MULTILINE)
    shown = {next(name for name in PUBLISHERS if name.split()[-1] in title): int(count) for title, count in stated}
    assert shown == counted


@pytest.mark.parametrize(
    ("entry_id", "schema", "name"),
    [
        pytest.param("US-49567", "Person", "Adam Khamirzaev", id="khamirzaev"),
        pytest.param("US-48256", "Person", "Olimkhon Makhmudjon Ugli Ismailov", id="ismailov"),
        pytest.param("US-27304", "Vessel", "Adrian Darya 1", id="vessel"),
        pytest.param("UN-KPe.048", "Organization", "Korean National Insurance Company (KNIC)", id="organisation"),
    ],
)
def test_entries_that_the_demonstration_is_about(entry_id: str, schema: str, name: str) -> None:
    entry = next(entry for entry in starter().entries if entry.id == entry_id)
    assert (entry.schema, entry.names[0].text) == (schema, name)


def test_numbers_that_can_be_checked_are_right() -> None:
    checked = {i.scheme: i.valid for entry in starter().entries for i in entry.identifiers if i.valid is not None}
    assert {"imo", "wallet:XBT", "wallet:ETH"} <= set(checked)
    assert all(checked.values())


def test_every_country_of_the_list_is_understood() -> None:
    assert [country for entry in starter().entries for country in entry.countries if not country.code] == []


def test_the_command_builds_the_customers_byte_for_byte(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reference.demo_subjects", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    for kept in (DEMO / "subjects.csv", EXPECTED):
        assert (tmp_path / kept.name).read_bytes() == kept.read_bytes(), "run `python -m reference.demo_subjects`"


def test_there_are_a_thousand_rows_of_every_kind() -> None:
    customers = [row["Customer no"] for row in table(DEMO / "subjects.csv")]
    assert customers == [row["Customer no"] for row in table(EXPECTED)]
    counted = Counter(row["kind"] for row in table(EXPECTED))
    assert (len(customers), len(set(customers))) == (1000, 1000)
    assert counted == {"innocent": 932, "match": 33, "namesake": 30, "skipped": 5}


def test_fifteen_name_cultures_have_their_share() -> None:
    counted = Counter(row["culture"] for row in expected("innocent") if row["culture"])
    assert len(counted) == 15
    assert min(counted.values()) >= 20


def test_the_pools_of_every_culture_are_deep_enough() -> None:
    given: dict[str, set[str]] = {}
    families: dict[str, set[str]] = {}
    for name, pool in tomllib.loads(NAMES.read_text("utf-8")).items():
        culture = pool.get("culture", name)
        given.setdefault(culture, set()).update(pool["men"].split(), pool["women"].split())
        families.setdefault(culture, set()).update(pool["families"].split())
    assert {culture: len(names) for culture, names in given.items() if len(names) < 40} == {}
    assert {culture: len(names) for culture, names in families.items() if len(names) < 40} == {}


def test_no_innocent_customer_is_called_like_an_entry() -> None:
    listed = {words(name.text) for entry in starter().entries for name in entry.names}
    names = {row["Customer no"]: words(row["Full name"]) for row in table(DEMO / "subjects.csv")}
    assert [names[row["Customer no"]] for row in expected("innocent") if names[row["Customer no"]] in listed] == []
    assert any(names[row["Customer no"]] in listed for row in expected("namesake"))


def test_matches_and_namesakes_are_written_for_entries_that_exist() -> None:
    entries = {entry.id for entry in starter().entries}
    written = {row["entry"] for row in expected("match") + expected("namesake")}
    assert written <= entries
    assert len(written) > 25


def test_the_rows_that_cannot_be_screened_are_the_ones_meant() -> None:
    skipped = [item for item in screened() if isinstance(item, Skipped)]
    # Two more rows have no name, but a number: they are screened by that, and a note says so.
    assert Counter(item.code for item in skipped) == {"row-empty": 1, "row-no-name": 2}
    meant = {row["Customer no"] for row in expected("skipped") if row["Customer no"]}
    numbered = {
        item.key
        for item in screened()
        if isinstance(item, Subject) and any(note.code == "row-identifier-only" for note in item.notes)
    }
    assert {item.key for item in skipped if item.code == "row-no-name"} | numbered == meant
    assert len(numbered) == 2


def seen() -> Iterator[str]:
    return (note.code for item in screened() if isinstance(item, Subject) for note in item.notes)


@pytest.mark.parametrize(
    "code",
    [
        *("names-split", "facts-not-shared", "date-ambiguous", "date-century", "date-serial"),
        *("value-placeholder", "schema-inferred", "schema-open"),
    ],
)
def test_the_customers_show_what_real_files_are_like(code: str) -> None:
    assert code in set(seen())


def test_most_true_matches_are_found() -> None:
    missed = [row for row in expected("match") if row["entry"] not in found()[row["Customer no"]]]
    assert len(missed) <= 5, missed


def test_most_namesakes_and_nearly_all_innocents_are_left_alone() -> None:
    alerts = {kind: [row for row in expected(kind) if found()[row["Customer no"]]] for kind in ("namesake", "innocent")}
    assert len(alerts["namesake"]) <= 6, alerts["namesake"]
    assert len(alerts["innocent"]) <= 3, alerts["innocent"]
