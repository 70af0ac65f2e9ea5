"""What every real file at hand must lead to: the rows of `acceptance.json`, each on an empty home."""

import json
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from namesake import bootstrap
from namesake.app.drafts import Asked
from namesake.app.lists import Lists
from namesake.app.offers import Offer
from namesake.errors import (
    EmptyPartError,
    MalformedError,
    NamesakeError,
    PartMissingError,
    VersionHeldBackError,
    VersionRefusedError,
)
from namesake.settings import Settings

pytestmark = pytest.mark.lists

Row = dict[str, Any]

REFUSALS: dict[str, type[NamesakeError]] = {
    "refused: main part missing": PartMissingError,
    "refused: not well-formed": MalformedError,
    "refused: empty": EmptyPartError,
}
GENUINE = "ofac/consolidated-xml/2025-06-30/consolidated.xml"


def rows() -> list[Row]:
    """The table, or a single empty row that is skipped (or fails) for want of the folder."""
    path = Path(os.environ.get("NAMESAKE_TEST_LISTS", "")) / "acceptance.json"
    found: list[Row] = json.loads(path.read_text("utf-8")) if path.is_file() else [{}]
    return found


ROWS = rows()


def of(*verdicts: str) -> pytest.MarkDecorator:
    """The rows of some verdicts, each under its own id."""
    chosen = [row for row in ROWS if row.get("verdict", verdicts[0]) in verdicts]
    ids = [f"{row.get('source', 'no')} {row.get('version', 'folder')}" for row in chosen]
    return pytest.mark.parametrize("row", chosen, ids=ids)


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    return bootstrap.open_lists(Settings(home=tmp_path / "home"))


def offer(lists: Lists, folder: Path, row: Row, because: str = "") -> Offer:
    return lists.offer(
        row["source"],
        [folder / part for part in row["parts"]],
        Asked(dated=date_of(row["version"]), because=because),
    )


def date_of(version: str) -> date | None:
    """The date that a version's name begins with, as the user would give it; the first of a bare month."""
    found = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", version)
    return date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None


def in_force(lists: Lists) -> list[str]:
    return [version.reference for version in lists.store.in_force()]


def test_every_verdict_is_tried(lists_folder: Path) -> None:
    assert (lists_folder / "acceptance.json").is_file()
    tried = {"accepted", "accepted with a reason", "accepted only as a filtered export", *REFUSALS}
    assert {row["verdict"] for row in ROWS} == tried | {"held back after the genuine 2025-06-30"}


@of("accepted")
def test_accepted(lists: Lists, lists_folder: Path, row: Row) -> None:
    done = offer(lists, lists_folder, row)
    assert done.error is None
    assert (done.outcome, done.version.entries) == ("in-force", row["entries"])
    assert (done.version.accepted_because, done.version.filtered) == ("", False)
    assert sum(1 for _ in lists.store.entries(done.version)) == row["entries"]
    assert offer(lists, lists_folder, row).outcome == "unchanged"


@of("accepted with a reason")
def test_accepted_with_a_reason(lists: Lists, lists_folder: Path, row: Row) -> None:
    refused = offer(lists, lists_folder, row)
    assert isinstance(refused.error, VersionRefusedError)
    assert in_force(lists) == []
    done = offer(lists, lists_folder, row, "an excerpt, for tests")
    assert (done.outcome, done.version.entries) == ("in-force", row["entries"])
    assert done.version.accepted_because == "an excerpt, for tests"


@of("accepted only as a filtered export")
def test_accepted_only_as_a_filtered_export(lists: Lists, lists_folder: Path, row: Row) -> None:
    done = offer(lists, lists_folder, row)
    assert (done.outcome, done.version.entries, done.version.filtered) == ("in-force", row["entries"], True)
    assert done.version.scope
    assert in_force(lists) == [f"{row['source']}@{done.version.scope}"]


@of(*REFUSALS)
def test_refused(lists: Lists, lists_folder: Path, row: Row) -> None:
    for because in ("", "no reason helps"):
        refused = offer(lists, lists_folder, row, because)
        assert isinstance(refused.error, REFUSALS[row["verdict"]])
        assert refused.outcome == "refused"
    assert in_force(lists) == []
    assert [version.state for version in lists.store.versions()] == ["refused"]


@of("held back after the genuine 2025-06-30")
def test_held_back(lists: Lists, lists_folder: Path, row: Row) -> None:
    genuine = lists.offer(row["source"], [lists_folder / GENUINE])
    held = offer(lists, lists_folder, row)
    assert (held.outcome, held.version.entries) == ("held-back", row["entries"])
    assert isinstance(held.error, VersionHeldBackError)
    assert lists.version(row["source"]) == genuine.version
    difference = lists.diff(row["source"], genuine.version.id, held.version.id)
    assert (len(difference.added), len(difference.removed), len(difference.changed)) == (0, 0, 1)
    accepted = offer(lists, lists_folder, row, "compared with the publisher's copy")
    assert accepted.outcome == "in-force"


def test_a_filtered_export_leaves_the_whole_list_alone(lists: Lists, lists_folder: Path) -> None:
    whole = lists.offer("us_ofac_sdn", [lists_folder / "ofac/sdn-xml/2021-03-10/sdn.xml.gz"])
    path = lists_folder / "ofac/enhanced-xml/2024-05-24_program-YEMEN/yemen_sanctions.xml"
    part = lists.offer("us_ofac_sdn", [path])
    assert part.outcome == "in-force"
    assert lists.version("us_ofac_sdn") == whole.version
    assert "removed-share" not in [check.expectation for check in part.version.checks]


def test_a_large_removal_is_refused(lists: Lists, lists_folder: Path) -> None:
    """43 % of the consolidated list went between 2018 and 2024: rightly a matter for a person."""
    folder = lists_folder / "ofac/consolidated-xml"
    lists.offer("us_ofac_cons", [folder / "2018-04-06/consolidated.xml.gz"])
    refused = lists.offer("us_ofac_cons", [folder / "2024-05-06/consolidated.xml"])
    assert [check.expectation for check in refused.version.checks if not check.passed] == ["removed-share"]
    assert "274 of 639" in str(refused.error)


def test_two_releases_of_one_day(lists: Lists, lists_folder: Path) -> None:
    asked = Asked(dated=date(2023, 10, 18))
    for edition, version_id in (("2023-10-18a", "2023-10-18"), ("2023-10-18b", "2023-10-18.2")):
        path = lists_folder / "ofac/sdn-csv" / edition / "sdn.csv.gz"
        assert lists.offer("us_ofac_sdn", [path], asked).version.id == version_id
    found = lists.diff("us_ofac_sdn")
    assert (len(found.added), len(found.removed), len(found.changed)) == (18, 1, 14)


def test_csv_and_xml_differ_in_who_is_listed_only(lists: Lists, lists_folder: Path) -> None:
    csv = lists_folder / "ofac/sdn-csv/2024-05-03/sdn.csv.gz"
    lists.offer("us_ofac_sdn", [csv], Asked(dated=date(2024, 5, 3)))
    xml = lists.offer("us_ofac_sdn", [lists_folder / "ofac/sdn-xml/2024-05-07/sdn.xml.gz"])
    assert xml.outcome == "in-force"
    found = lists.diff("us_ofac_sdn")
    assert found.membership_only
    assert ([ref.id for ref in found.added], found.removed, found.changed) == (["48603"], (), ())


def test_the_date_of_the_publication_wins(lists: Lists, lists_folder: Path) -> None:
    done = lists.offer("us_ofac_cons", [lists_folder / GENUINE], Asked(dated=date(2020, 1, 1)))
    assert replace(done.version, notes=()).id == "2025-06-30"
    assert "date-differs" in [note.code for note in done.version.notes]
