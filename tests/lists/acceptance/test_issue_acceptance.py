"""Look-ups on the real lists: every wallet by its address, and listed people as others spell them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from namesake import Screener, bootstrap
from namesake.app.drafts import Asked
from namesake.cli import cli
from namesake.settings import Settings
from namesake.values.matches import Result

pytestmark = pytest.mark.lists


def home_with(folder: Path, home: Path, *parts: str, because: str = "") -> Path:
    done = bootstrap.open_lists(Settings(home=home)).offer(
        "us_ofac_sdn", [folder / part for part in parts], Asked(because=because)
    )
    assert done.outcome == "in-force", done.error
    return home


@pytest.fixture(scope="module")
def excerpt(lists_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the excerpt of June 2026, main file, aliases and addresses."""
    parts = [f"ofac/sdn-csv/2026-06_excerpt/{part}.csv" for part in ("sdn", "alt", "add")]
    return home_with(lists_folder, tmp_path_factory.mktemp("excerpt"), *parts, because="an excerpt, for tests")


@pytest.fixture(scope="module")
def whole(lists_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the whole list of 7 May 2024 as XML."""
    return home_with(lists_folder, tmp_path_factory.mktemp("whole"), "ofac/sdn-xml/2024-05-07/sdn.xml.gz")


@pytest.fixture(scope="module")
def delimited(lists_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the main file of 3 May 2024 alone."""
    return home_with(lists_folder, tmp_path_factory.mktemp("delimited"), "ofac/sdn-csv/2024-05-03/sdn.csv.gz")


def addresses(folder: Path) -> dict[str, set[str]]:
    """Every address of the ground truth, with the currencies under which it stands there."""
    found: dict[str, set[str]] = {}
    for path in sorted((folder / "ofac/crypto-addresses-ground-truth/2024-05-08").glob("*.json")):
        for address in json.loads(path.read_text("utf-8")):
            found.setdefault(address, set()).add(path.stem.rpartition("_")[2])
    return found


def looked_up(home: Path, *words: str) -> tuple[int, dict[str, Any]]:
    result = CliRunner().invoke(cli, ["--home", str(home), "lookup", *words, "--format", "json"])
    told: dict[str, Any] = json.loads(result.stdout)
    return result.exit_code, told


def adds_up(result: Result) -> bool:
    return all(match.bits == match.explanation.bits for match in result.matches)


def test_every_wallet_is_found_by_its_address(lists_folder: Path, whole: Path) -> None:
    """All 600, and one with a letter more or less is another address; some on the command line as well."""
    wanted = addresses(lists_folder)
    assert sum(map(len, wanted.values())) == 600
    screener = Screener.open(whole)
    missing, inexact = [], []
    for address in wanted:
        result = screener.screen({"publicKey": address})
        evidence = [item for match in result.matches for item in match.explanation.evidence]
        if not result.matches:
            missing.append(address)
        elif address not in [item.entry_value for item in evidence] or not adds_up(result):
            inexact.append(address)
    assert missing == []
    assert inexact == []
    for address in list(wanted)[::40]:
        assert screener.screen({"publicKey": address[:-1]}).matches == ()
        assert screener.screen({"publicKey": address + "1"}).matches == ()
    for address in list(wanted)[::120]:
        for words in ((address,), ("Nobody Atall", "--identifier", address)):
            code, told = looked_up(whole, *words)
            assert (code, len(told["matches"]) >= 1) == (1, True), words


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        pytest.param(("Адам Хамирзаев",), "KHAMIRZAEV", id="Cyrillic"),
        pytest.param(("Adam Hamirzayev 1985",), "KHAMIRZAEV", id="another spelling with a year"),
        pytest.param(
            ("Adam Khamirzaev", "--birth-date", "1985-12-15", "--nationality", "ru"), "KHAMIRZAEV", id="whole"
        ),
        pytest.param(("Guzun Andrei",), "GUZUN", id="surname first"),
        pytest.param(("Olimxon Ismoilov", "--birth-date", "1996"), "ISMAILOV", id="Uzbek spelling"),
        pytest.param(("Исмаилов Олимхон Махмуджон угли",), "ISMAILOV", id="Cyrillic with the father's name"),
    ],
)
def test_listed_people_as_others_spell_them(excerpt: Path, words: tuple[str, ...], caption: str) -> None:
    code, told = looked_up(excerpt, *words)
    assert code == 1
    best = told["matches"][0]
    assert caption in " ".join(name["text"] for name in best["entry"]["names"]).upper()
    parts = best["explanation"]
    assert parts["prior"] + sum(item["bits"] for item in parts["evidence"]) == best["bits"]
    assert {"birth_date", "gender", "country", "identifier"} <= {item["code"] for item in parts["evidence"]}
    text = CliRunner().invoke(cli, ["--home", str(excerpt), "lookup", *words])
    assert caption in text.stdout.upper()
    assert "Together" in text.stdout


@pytest.mark.parametrize("words", [("Adam Khan", "--birth-date", "1971"), ("Adam Khan 1971",)], ids=["option", "year"])
def test_a_namesake_is_not_found(excerpt: Path, words: tuple[str, ...]) -> None:
    code, told = looked_up(excerpt, *words)
    assert (code, told["matches"]) == (0, [])


def test_a_listed_man_on_the_main_file_alone(delimited: Path) -> None:
    code, told = looked_up(delimited, "Usama ben Ladin")
    assert code == 1
    assert told["matches"][0]["entry"]["id"] == "6365"
