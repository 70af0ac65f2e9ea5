"""`namesake model`: adapted to a file, compared, brought into force, and back."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A population where every third is a Quoren, and one row that names nobody."""
    rows = [f"{given} {'Pexley' if n % 3 else 'Quoren'}," for n in range(150) for given in ("Imran", "Talvek")]
    path = tmp_path / "own people.csv"
    path.write_text("Full name,Note\n" + "\n".join([*rows, ",nobody", "Rarus Onlyone,"]) + "\n", "utf-8")
    return path


@pytest.fixture
def adapted(namesake: Namesake, people: Path) -> Namesake:
    """A home that has a model adapted to the people, not in force."""
    namesake("model", "adapt", people, "--name", "own")
    return namesake


def model_of(namesake: Namesake) -> dict[str, str]:
    found: dict[str, str] = namesake.found("lookup", "Talvek Quoren")["context"]["model"]
    return found


def score(namesake: Namesake, name: str = "Talvek Quoren") -> float:
    matches = namesake.found("lookup", name)["matches"]
    return float(matches[0]["score"]) if matches else 0.0


def in_force(namesake: Namesake) -> str:
    found: str = namesake.found("model", "list")["in_force"]
    return found


def test_every_row_is_counted_or_said_to_be_left_out(namesake: Namesake, people: Path) -> None:
    done = namesake("model", "adapt", people, "--name", "own")
    assert "row 302: " in done.stderr
    assert "[row-no-name]" in done.stderr
    assert "made from 301 persons (4 words held by 3 or more, weight 0.058); 1 row left out" in done.stdout
    assert "not in force" in done.stdout
    for word in ("quoren", "pexley", "imran", "talvek"):
        assert word in done.stdout


def test_a_word_that_few_hold_is_not_in_the_model(adapted: Namesake) -> None:
    for path in (adapted.home / "models").rglob("*"):
        if path.is_file():
            assert b"onlyone" not in path.read_bytes().lower(), path.name
            assert b"rarus" not in path.read_bytes().lower(), path.name
            assert b"/" not in path.read_bytes() or path.suffix != ".json", "no path of the file is kept"


def test_a_model_is_in_force_only_when_it_is_promoted(adapted: Namesake) -> None:
    before, worth = model_of(adapted), score(adapted)
    assert (in_force(adapted), before["name"]) == ("shipped", "additive-1")
    adapted("model", "promote", "own", "--reason", "Half the false alerts on our deck", "--by", "Policy board")
    after = model_of(adapted)
    assert in_force(adapted) == "own"
    assert (after["name"], after["hash"] != before["hash"]) == ("additive-1+own", True)
    assert score(adapted) < worth, "the name is common in this population"
    adapted("model", "promote", "shipped", "--reason", "The board withdrew it")
    assert (in_force(adapted), model_of(adapted), score(adapted)) == ("shipped", before, worth)


def test_promotions_are_recorded(adapted: Namesake) -> None:
    adapted("model", "promote", "own", "--reason", "Half the false alerts", "--by", "Policy board")
    adapted("model", "promote", "shipped", "--reason", "Withdrawn")
    lines = (adapted.home / "models/promotions.jsonl").read_text("utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first["old"], first["model"], first["reason"], first["by"]) == (
        "shipped", "own", "Half the false alerts", "Policy board"
    )  # fmt: skip
    assert (first["hash"], second["old_hash"]) == (second["old_hash"], first["hash"])
    assert second["by"], "the user of the system"
    assert "Half the false alerts (Policy board)" in adapted("model", "show", "own").stdout
    assert adapted.found("model", "show", "own")["promotions"] == [first]


def test_workers_and_files_have_the_model_in_force(adapted: Namesake, people: Path, tmp_path: Path) -> None:
    adapted("model", "promote", "own", "--reason", "Fewer false alerts")
    results = []
    for workers in (1, 2):
        out = tmp_path / f"{workers}.jsonl"
        words = ("screen", people, "--out", out, "--workers", workers, "--allow-skipped", "--format", "json")
        told = json.loads(adapted(*words, code=(0, 1)).stdout)
        assert told["context"]["model"]["name"] == "additive-1+own"
        results.append([json.loads(line) for line in out.read_text("utf-8").splitlines()])
    assert [item.get("matches") for item in results[0]] == [item.get("matches") for item in results[1]]


@pytest.mark.parametrize("name", ["Talvek Quoren", "Talvek Imran Quoren", "Куорен Талвек", "Veltani Maritime Trading"])
def test_without_weight_no_score_changes(namesake: Namesake, people: Path, name: str) -> None:
    before = namesake.found("lookup", name)["matches"]
    namesake("model", "adapt", people, "--name", "nothing", "--weight", "0")
    namesake("model", "promote", "nothing", "--reason", "To see")
    assert namesake.found("lookup", name)["matches"] == before


def test_models_are_compared_by_name(adapted: Namesake, tmp_path: Path) -> None:
    deck, told = tmp_path / "deck.csv", tmp_path / "told.json"
    deck.write_text("name,expect\nTalvek Quoren,table@watch:W-001\nHarmless Person,\n", "utf-8")
    adapted("evaluate", "compare", "shipped", "own", deck, "--json", told)
    text = told.read_text("utf-8")
    for record in adapted.found("model", "list")["models"]:
        assert record["hash"] in text
    assert model_of(adapted)["hash"] in text
    assert in_force(adapted) == "shipped", "comparing promotes nothing"


def empty(path: Path) -> None:
    path.write_text("Full name\n", "utf-8")


def nameless(path: Path) -> None:
    path.write_text("Colour,Size\nred,3\n", "utf-8")


@pytest.mark.parametrize(
    ("code", "words", "change"),
    [
        pytest.param("input-empty", ("--name", "x"), empty, id="empty"),
        pytest.param("input-columns-unmapped", ("--name", "x"), nameless, id="no names"),
        pytest.param("input-unreadable", ("--name", "x"), Path.unlink, id="no file"),
        pytest.param("model-name", ("--name", "../x"), Path.touch, id="a path for a name"),
        pytest.param("model-name", ("--name", "shipped"), Path.touch, id="the name of the package's"),
    ],
)
def test_what_cannot_be_adapted(
    namesake: Namesake, people: Path, code: str, words: tuple[str, ...], change: Callable[[Path], None]
) -> None:
    change(people)
    done = namesake("model", "adapt", people, *words, code=2)
    assert f"error [{code}] " in done.stderr
    assert namesake.found("model", "list")["models"] == []


def test_a_model_that_is_damaged_screens_nobody(adapted: Namesake) -> None:
    adapted("model", "promote", "own", "--reason", "Fewer false alerts")
    path = adapted.home / "models/own/person_rarity.npy"
    path.write_bytes(path.read_bytes()[:-2])
    adapted.refused("model-damaged", "lookup", "Talvek Quoren")
    adapted("model", "promote", "shipped", "--reason", "The model is damaged")
    assert model_of(adapted)["name"] == "additive-1"


def test_a_name_is_used_once(adapted: Namesake, people: Path) -> None:
    adapted.refused("model-name", "model", "adapt", people, "--name", "own")
    adapted.refused("model-unknown", "model", "promote", "other", "--reason", "To see")
    adapted.refused("model-promotion", "model", "promote", "own", "--reason", " ")


def test_a_run_is_not_taken_up_under_another_model(adapted: Namesake, crowd: Path, tmp_path: Path) -> None:
    words = ("screen", crowd, "--out", tmp_path / "out.csv", "--workers", "1")
    process, runs, end = adapted.start(*words), adapted.home / "runs", time.monotonic() + 30
    while not any(path.stat().st_size > 1000 for path in runs.glob("*.jsonl")) and time.monotonic() < end:
        time.sleep(0.005)
    process.kill()
    process.communicate(timeout=30)
    adapted("model", "promote", "own", "--reason", "Fewer false alerts")
    assert "error [screening-resume]" in adapted(*words, "--resume", code=2).stderr
    adapted("model", "promote", "shipped", "--reason", "Withdrawn")
    assert "taken over from the interrupted run" in adapted(*words, "--resume", code=1).stderr
