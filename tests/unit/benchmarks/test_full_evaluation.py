"""The full evaluation: which editions it takes, and that its page says whether the minimums are met."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from benchmarks.quality import full_text
from benchmarks.quality.full_lists import MAIN, OTHERS, Edition, files_of

from namesake.app.evaluation_decks import Wanted
from namesake.evaluation.cases import Case, Severity
from namesake.evaluation.figures import Figures, figures
from namesake.evaluation.seen import Hit, Seen
from namesake.values.runs import Consulted, RunContext

CONTEXT = RunContext(
    datetime(2026, 4, 15, tzinfo=UTC), "namesake 1", "model", "ab" * 32, "default", "cd" * 32, "people", 0.5, 0.95,
    (Consulted("table", "watch", "2026-04-15", "ef" * 32, date(2026, 4, 15), 4, 0),),
)  # fmt: skip
WHEN, WANTED = datetime(2026, 4, 16, tzinfo=UTC), Wanted(1, 5, 3)


@dataclass(frozen=True)
class Tried:
    """What came of a home."""

    figures: Figures
    context: RunContext = CONTEXT


def tried(*severities: tuple[Severity, bool]) -> Tried:
    seen = []
    for number, (severity, found) in enumerate(severities):
        kind = "exact" if severity == "exact" else severity
        case = Case(str(number), kind, severity, "Talvek Quoren", script="Latn", expect=("table@watch:1",))
        seen.append(Seen(case, (Hit("table@watch:1", "Talvek", 0.9),) if found else ()))
    people = [
        Seen(Case(f"i{kind}", kind, "innocent", "Orrin", culture="velt")) for kind in ("innocent", "innocent-dated")
    ]
    return Tried(figures([*seen, *people], 0.5, ["table@watch"]))


@pytest.mark.parametrize(
    ("whole", "other", "reached"),
    [
        pytest.param(tried(("exact", True), ("minor", True)), tried(("exact", True)), True, id="all found"),
        pytest.param(tried(("exact", False), ("minor", True)), tried(("exact", True)), False, id="a listed name"),
        pytest.param(tried(("exact", True), ("minor", False)), tried(("exact", True)), False, id="a minor variation"),
        pytest.param(tried(("exact", True), ("minor", True)), tried(("exact", False)), False, id="on another list"),
        pytest.param(tried(("minor", True)), tried(("exact", True)), False, id="nothing tried as listed"),
        pytest.param(tried(("exact", True), ("major", False)), tried(("exact", True)), True, id="a major variation"),
    ],
)
def test_minimums_hold_for_every_home(whole: Tried, other: Tried, reached: bool) -> None:
    assert full_text.met(whole, [other]) is reached
    assert ("**not met**" in full_text.page(whole, [other], WANTED, WHEN)) is not reached


def test_the_page_says_what_it_rests_on_and_names_nobody_who_was_missed() -> None:
    page = full_text.page(tried(("exact", False), ("minor", True)), [], WANTED, WHEN)
    assert "ab" * 32 in page
    assert "table@watch 2026-04-15" in page
    assert "Velt" in page
    assert not any(name in page for name in ("Talvek", "Quoren", "Orrin"))


def test_the_latest_whole_edition_is_taken(tmp_path: Path) -> None:
    for name in ("2021-01-01/a.csv", "2021-01-01/b.csv.gz", "2022-02-02/a.csv", "2022-02-02/b.csv", "2023-03-03/a.csv"):
        path = tmp_path / "x" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    edition = Edition("table", ("x/*/a.csv*", "x/*/b.csv*"))
    assert [path.parent.name for path in files_of(tmp_path, edition)] == ["2022-02-02", "2022-02-02"]
    assert files_of(tmp_path, Edition("table", ("y/*/a.csv",))) == []


@pytest.mark.lists
@pytest.mark.parametrize("edition", [*MAIN, *OTHERS], ids=lambda edition: f"{edition.source} {edition.parts[0]}")
def test_the_folder_of_lists_has_every_edition(lists_folder: Path, edition: Edition) -> None:
    assert len(files_of(lists_folder, edition)) == len(edition.parts)
