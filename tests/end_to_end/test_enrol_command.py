"""`namesake enrol` and `namesake subjects`, as a user types them, on a file database and on a server."""

import json
from pathlib import Path
from typing import Any

import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from

HEADER = "Ref,Full name,DOB,Country"
ROWS = ("A-1,Talvek Imran Quoren,1971-06-05,Moldova", "A-2,Harmless Person,1990-01-01,France", "A-3,Orrin Pexley,,")


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, namesake: Namesake) -> Namesake:
    """The command, with either store."""
    if request.param == "postgresql":
        namesake.environment["NAMESAKE_STORE"] = request.getfixturevalue("postgres_url")
    return namesake


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "people.csv"
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return path


def enrolled(desk: Namesake, path: Path, *options: str, code: int = 0) -> dict[str, Any]:
    call = ("enrol", path, "-p", "visas", "--key", "Ref", *options, "--format", "json")
    found: dict[str, Any] = json.loads(desk(*call, code=code).stdout)
    return found


def counts(found: dict[str, Any]) -> tuple[int, ...]:
    return tuple(found[name] for name in ("added", "changed", "unchanged", "returned", "withdrawn"))


def test_enrolling_again_updates(desk: Namesake, tmp_path: Path) -> None:
    assert counts(enrolled(desk, table(tmp_path, *ROWS))) == (3, 0, 0, 0, 0)
    assert counts(enrolled(desk, table(tmp_path, *reversed(ROWS)))) == (0, 0, 3, 0, 0)
    married = ROWS[1].replace("Harmless Person", "Harmless Married")
    assert counts(enrolled(desk, table(tmp_path, ROWS[0], married), "--complete")) == (0, 1, 1, 0, 1)
    assert counts(enrolled(desk, table(tmp_path, ROWS[2]))) == (0, 0, 0, 1, 0)
    shown = desk.found("subjects", "show", "A-2", "-p", "visas")
    assert [item["entity"]["names"][0]["text"] for item in shown["versions"]] == ["Harmless Person", "Harmless Married"]
    assert [item["kind"] for item in shown["history"]] == ["added", "changed"]


def test_what_a_person_reads(desk: Namesake, tmp_path: Path) -> None:
    said = desk("enrol", table(tmp_path, *ROWS), "-p", "visas", "--key", "Ref")
    assert said.stdout == "visas: 3 subjects enrolled (3 added, 0 changed, 0 unchanged).\n"
    assert "Ref -> key (as you said)" in said.stderr
    done = desk("subjects", "withdraw", "A-1", "A-3", "-p", "visas", "--reason", "left \u202e the country")
    assert done.stdout == "visas: 2 subjects withdrawn.\n"
    again = desk("subjects", "withdraw", "A-1", "-p", "visas")
    assert again.stdout == "visas: 0 subjects withdrawn; 1 subject had been withdrawn before.\n"
    shown = desk("subjects", "show", "A-1", "-p", "visas").stdout
    for text in ("Talvek Imran Quoren", "1971-06-05", "left <U+202E> the", "A-1: 1 version, withdrawn on 20"):
        assert text in shown
    assert "│ visas      │        1 │         2 │" in desk("subjects", "list").stdout


SKIPPED = [
    pytest.param(",Nobody Known,,", "row-key-missing", "", id="no key"),
    pytest.param("n/a,Nobody Known,,", "row-key-missing", "", id="a placeholder as key"),
    pytest.param("A-1,Another One,,", "row-key-doubled", "A-1", id="a key twice"),
    pytest.param("A-1\u200b,Another One,,", "row-key-doubled", "A-1", id="a key twice, with a hidden character"),
    pytest.param(f"{'k' * 201},Somebody Long,,", "row-key-too-long", "k" * 200, id="a key too long"),
    pytest.param("A-9,,,", "row-no-name", "A-9", id="no name"),
    pytest.param('A-9,"Open', "row-quote-open", "", id="a broken row"),
]


@pytest.mark.parametrize(("row", "code", "key"), SKIPPED)
def test_every_row_is_enrolled_or_reported(namesake: Namesake, tmp_path: Path, row: str, code: str, key: str) -> None:
    path = table(tmp_path, *ROWS, row)
    found = enrolled(namesake, path, code=2)
    assert counts(found) == (3, 0, 0, 0, 0)
    (skipped,) = found["skipped"]
    assert (skipped["code"], skipped["key"], skipped["row"]) == (code, key, 5)
    assert enrolled(namesake, path, "--allow-skipped")["skipped"] == [skipped]
    said = namesake("enrol", path, "-p", "visas", "--key", "Ref", code=2)
    assert f"[{code}]" in said.stderr
    assert said.stdout.endswith("; 1 row skipped.\n")


def test_a_row_that_is_skipped_withdraws_nobody(desk: Namesake, tmp_path: Path) -> None:
    enrolled(desk, table(tmp_path, *ROWS))
    found = enrolled(desk, table(tmp_path, ROWS[0], "A-2,,1990-01-01,France"), "--complete", code=2)
    assert counts(found) == (0, 0, 1, 0, 1)
    assert desk.found("subjects", "show", "A-2", "-p", "visas")["withdrawn"] is None
    assert desk.found("subjects", "show", "A-3", "-p", "visas")["withdrawn"] is not None


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((ROWS[0], ",No Key,,"), id="a row without a key"),
        pytest.param(("A-1,,,", "A-2,,,"), id="no row that could be enrolled"),
        pytest.param((ROWS[0], 'A-2,"Open'), id="a broken row"),
    ],
)
def test_a_file_that_cannot_stand_for_all(desk: Namesake, tmp_path: Path, rows: tuple[str, ...]) -> None:
    enrolled(desk, table(tmp_path, *ROWS))
    path = table(tmp_path, *rows)
    desk.refused("population-file-incomplete", "enrol", path, "-p", "visas", "--key", "Ref", "--complete")
    (population,) = desk.found("subjects", "list")["populations"]
    assert (population["sequence"], population["subjects"], population["withdrawn"]) == (1, 3, 0)


@pytest.mark.parametrize(
    ("before", "left", "refused"),
    [
        pytest.param(40, 20, False, id="half"),
        pytest.param(40, 19, True, id="more than half"),
        pytest.param(20, 1, False, id="few"),
        pytest.param(21, 1, True, id="not so few"),
    ],
)
def test_a_file_that_lacks_most_of_the_population(
    desk: Namesake, tmp_path: Path, before: int, left: int, refused: bool
) -> None:
    rows = [f"K-{number},Talvek Quoren,," for number in range(before)]
    enrolled(desk, table(tmp_path, *rows))
    path = table(tmp_path, *rows[:left])
    call = ("enrol", path, "-p", "visas", "--key", "Ref", "--complete")
    if refused:
        assert f"{before - left} of {before} subjects" in desk.refused("population-many-absent", *call).stderr
        assert desk.found("subjects", "list")["populations"][0]["subjects"] == before
        desk(*call, "--accept", "the office has closed")
        history = desk.found("subjects", "show", f"K-{before - 1}", "-p", "visas")["history"]
        assert (history[-1]["kind"], history[-1]["reason"]) == ("withdrawn", "the office has closed")
    else:
        desk(*call)
    assert desk.found("subjects", "list")["populations"][0]["subjects"] == left


def test_a_row_of_several_parties(desk: Namesake, tmp_path: Path) -> None:
    assert counts(enrolled(desk, table(tmp_path, "C-1,Anna Bell; Carl Dunn,,", ROWS[0]))) == (3, 0, 0, 0, 0)
    assert desk.found("subjects", "show", "C-1#2", "-p", "visas")["versions"][0]["entity"]["id"] == "C-1#2"
    assert counts(enrolled(desk, table(tmp_path, "C-1,Anna Bell,,"))) == (1, 0, 0, 0, 2)


@pytest.mark.parametrize("order", [1, -1])
def test_a_party_never_takes_the_key_of_another_row(namesake: Namesake, tmp_path: Path, order: int) -> None:
    rows = ["C-1,Anna Bell; Carl Dunn,,", "C-1#2,Somebody Else,,"][::order]
    found = enrolled(namesake, table(tmp_path, *rows), code=2)
    assert [item["code"] for item in found["skipped"]] == ["row-key-doubled"]
    assert found["added"] == (2 if order == 1 else 1)


def test_the_key_is_the_users_column_and_no_other(namesake: Namesake, tmp_path: Path) -> None:
    path = table(tmp_path, "C0042,77,Talvek Quoren", header="Client,Ref,Full name")
    enrolled(namesake, path)
    assert namesake.found("subjects", "show", "77", "-p", "visas")["versions"][0]["version"] == 1


REFUSED = [
    pytest.param(["-p", "Visas", "--key", "Ref"], "population-name", id="a name that is none"),
    pytest.param(["-p", "visas", "--key", "Nowhere"], "input-columns-unmapped", id="a column that is not there"),
    pytest.param(["-p", "visas", "--key", "Full name"], "input-columns-unmapped", id="the only name as key"),
]


@pytest.mark.parametrize(("options", "code"), REFUSED)
def test_what_is_refused(namesake: Namesake, tmp_path: Path, options: list[str], code: str) -> None:
    namesake.refused(code, "enrol", table(tmp_path, *ROWS), *options)
    assert namesake.found("subjects", "list")["populations"] == []


def test_a_command_line_that_contradicts_itself(namesake: Namesake, tmp_path: Path) -> None:
    call = ("enrol", table(tmp_path, *ROWS), "-p", "visas", "--key", "Ref", "--map", "Ref=name")
    assert "--key and --map both say what 'Ref' is" in namesake(*call, code=2).stderr


def test_unknown_populations_and_subjects(desk: Namesake, tmp_path: Path) -> None:
    assert "no population yet" in desk("subjects", "list").stdout
    desk.refused("population-unknown", "subjects", "show", "A-1", "-p", "visas")
    enrolled(desk, table(tmp_path, *ROWS))
    desk.refused("population-subject-unknown", "subjects", "show", "A-9", "-p", "visas")
    desk.refused("population-subject-unknown", "subjects", "withdraw", "A-1", "A-9", "-p", "visas")
    assert desk.found("subjects", "list")["populations"][0]["withdrawn"] == 0


@pytest.mark.parametrize(
    ("setting", "code"),
    [("mysql://u:secret@h/d", "settings-invalid"), ("postgresql://u:secret@127.0.0.1:1/d", "store-unusable")],
)
def test_a_store_that_is_not_there(namesake: Namesake, setting: str, code: str) -> None:
    namesake.environment["NAMESAKE_STORE"] = setting
    assert "secret" not in namesake.refused(code, "subjects", "list").stderr
