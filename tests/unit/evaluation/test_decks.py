"""Decks: what they hold, that they are the same every time, and that they can be read again."""

import re
from collections import Counter
from pathlib import Path

import pytest

from namesake.data import rows
from namesake.evaluation.cases import COLUMNS, Case, case_of
from namesake.evaluation.classes import CLASSES
from namesake.evaluation.deck import ListedName, deck, names_of
from namesake.evaluation.guard import as_meant
from namesake.evaluation.innocents import NamePool, Person, cases, invented, read_pools
from namesake.reports.neutral import csv_cell
from namesake.values.entities import Entity
from namesake.values.names import Name

ROOT = Path(__file__).parents[3]
NAMES = [
    ListedName("table@watch", f"W-{number}", "Person", Name(text))
    for number, text in enumerate(("Talvek Imran Quoren", "Orrin Veltani", "Zorvan Abdul Pexley", "Quilla Marrow"))
]


def test_every_name_stands_as_it_is_listed() -> None:
    exact = [case for case in deck(NAMES, seed=1, sample=2) if case.kind == "exact"]
    assert [(case.name, case.expect) for case in exact] == [(name.name.text, (name.entry,)) for name in NAMES]
    assert {case.severity for case in exact} == {"exact"}


def test_variations_are_a_sample_of_each_list() -> None:
    other = [ListedName("eu", name.entry_id, "Person", name.name) for name in NAMES]
    found = Counter((case.kind, case.expect[0].partition(":")[0]) for case in deck([*NAMES, *other], 1, 2))
    assert found["exact", "eu"] == found["exact", "table@watch"] == 4
    assert found["comma", "eu"] == found["comma", "table@watch"] == 2
    assert max(count for (kind, _), count in found.items() if kind != "exact") == 2


def test_a_deck_is_the_same_every_time_and_another_with_another_seed() -> None:
    first = list(deck(NAMES, 1))
    assert first == list(deck(NAMES, 1))
    assert first != list(deck(NAMES, 2))
    assert len({case.id for case in first}) == len(first)


def test_a_variation_rests_on_its_name_alone() -> None:
    alone = {(case.kind, case.name) for case in deck(NAMES[:1], 7)}
    among = {(case.kind, case.name) for case in deck(NAMES, 7) if case.expect == (NAMES[0].entry,)}
    assert alone == among


def test_no_variation_is_the_name_itself() -> None:
    assert [case for case in deck(NAMES, 3) if case.kind != "exact" and case.name == case.original] == []


def test_weak_aliases_and_names_without_letters_need_not_be_found() -> None:
    names = (Name("Talvek Quoren"), Name("Talvik", "alias"), Name("The Fox", "alias", weak=True), Name("9074729"))
    found = [name.name.text for name in names_of("watch", Entity("W-1", "Person", names))]
    assert found == ["Talvek Quoren", "Talvik"]


def test_an_entry_that_is_no_party_is_asked_for_by_its_name_alone() -> None:
    entries = (
        Entity("W-1", "Position", (Name("Keeper of the Quoren Bridge"),)),
        Entity("W-2", "Vessel", (Name("Quo"),)),
    )
    assert [name.schema for entity in entries for name in names_of("watch", entity)] == ["", "Vessel"]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(Case("a-1", "exact", "exact", "Talvek", "Person", "Latn", expect=("table@w:1",)), id="listed"),
        pytest.param(Case("a-2", "x", "minor", "T", expect=("a:1", "b@c:2/3")), id="several"),
        pytest.param(Case("a-3", "own", "innocent", "Q", "Person", "Latn", "anglo", "1980-02-03"), id="innocent"),
    ],
)  # fmt: skip
def test_a_case_comes_back_from_its_cells(case: Case) -> None:
    assert case_of(dict(zip(COLUMNS, case.cells(), strict=True)), 9) == case


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        pytest.param({"name": "x", "severity": "grave"}, "none of exact, minor", id="unknown-severity"),
        pytest.param({"name": "x", "severity": "minor"}, "expects no entry", id="expects-nothing"),
        pytest.param({"name": "x", "severity": "innocent", "expect": "a:1"}, "expects no entry", id="innocent-expects"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(cells: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        case_of(cells, 1)


def test_a_deck_of_somebody_elses_needs_little() -> None:
    listed, innocent = case_of({"name": "x", "expect": "a:1"}, 2), case_of({"name": "y"}, 3)
    assert (listed.id, listed.kind, listed.severity) == ("2", "given", "major")
    assert (innocent.severity, innocent.innocent) == ("innocent", True)


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0", "@name", "-Talvek", "+49 30", "Talvek; =x", "Talvek, -x", "O'Velt", "'Abd al-Karim",
        "＝x", "\u200b=x", "a|\t@b", "", "Talvek", "−x",
    ],
)  # fmt: skip
def test_a_neutralised_cell_is_read_as_it_was_meant(text: str) -> None:
    assert as_meant(csv_cell(text)) == text


POOL = NamePool("velt", ("Talvek", "Orrin"), ("Quilla", "Zora"), ("Quorenov", "Marrow"), ("{g} {f}", "{f}, {g} {m}"),
                {"ov": "ova"})  # fmt: skip


def test_innocents_are_put_together_from_their_pool() -> None:
    found = list(invented([POOL], 1, 40))
    words = {word.strip(",") for person in found for word in person.name.split()}
    assert words <= {"Talvek", "Orrin", "Quilla", "Zora", "Quorenov", "Quorenova", "Marrow"}
    assert not any("Quorenova" in person.name and {"Talvek", "Orrin"} & set(person.name.split()) for person in found)
    assert any("Quorenova" in person.name for person in found)
    assert all("1940-01-01" <= person.birth_date < "2008-01-01" for person in found)


def test_innocents_are_the_same_every_time_whoever_else_is_there() -> None:
    other = NamePool("other", ("Abel",), ("Bea",), ("Cana",))
    own = [person for person in invented([other, POOL], 5, 20) if person.culture == "velt"]
    assert own == list(invented([POOL], 5, 20))
    assert own != list(invented([POOL], 6, 20))


def test_a_pool_that_runs_out_repeats_itself() -> None:
    assert len(list(invented([NamePool("one", ("Abel",), ("Abel",), ("Cana",))], 1, 3))) == 3


def test_names_without_blanks() -> None:
    pool = NamePool("han", ("芳",), ("芳",), ("吴",), ("{f} {g}",), spaced=False)
    assert [person.name for person in invented([pool], 1, 1)] == ["吴芳"]


def test_an_innocent_is_tried_with_and_without_a_birth_date() -> None:
    people = [Person("velt", "Talvek Quoren", "1980-02-03"), Person("own", "Orrin Marrow")]
    found = [(case.kind, case.birth_date, case.culture) for case in cases(people)]
    assert found == [("innocent", "", "velt"), ("innocent-dated", "1980-02-03", "velt"), ("innocent", "", "own")]


def test_the_pools_that_are_shipped() -> None:
    pools = read_pools(rows("innocent_names.csv"))
    cultures = {pool.culture for pool in pools}
    assert len(cultures) >= 20
    for pool in pools:
        assert min(len(pool.men), len(pool.women), len(pool.families)) >= 9, pool.culture
    people = list(invented(pools, 1, 300))
    for culture in cultures:
        names = {person.name for person in people if person.culture == culture}
        assert len(names) >= 285, culture


def test_classes_have_names_of_their_own() -> None:
    assert len({kind.id for kind in CLASSES}) == len(CLASSES)
    assert not {kind.id for kind in CLASSES} & {"exact", "minor", "major", "innocent", "innocent-dated"}


@pytest.mark.parametrize("severity", ["minor", "major"])
def test_the_page_fixes_which_classes_are_minor(severity: str) -> None:
    page = ROOT.joinpath("docs/explanation/variation-classes.md").read_text("utf-8")
    section = page.split(f"## {severity.capitalize()}\n")[1].split("\n## ")[0]
    told = re.findall(r"^\| `([^`]+)` \| (.+) \|$", section, re.MULTILINE)
    assert told == [(kind.id, kind.description) for kind in CLASSES if kind.severity == severity]
