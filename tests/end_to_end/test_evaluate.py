"""`namesake evaluate`, as a user types it. The quick form that CI runs: a deck of the bundled list, fixed minimums."""

import csv
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from namesake.evaluation.cultures import GROUPS

DEMO = files("namesake.data") / "demo"
HEADER = "case_id,class,severity,script,culture,name,schema,birth_date,expect,original"
WRONG = f"""{HEADER}
a,given,major,,,Nobody Atall,Person,,table@watch:W-001,Talvek Imran QUOREN
b,given,major,,,Talvek Imran Quoren,Person,,table@watch:W-001,Talvek Imran QUOREN
c,given,major,,,Orrin Veltani,Person,,table@gone:X-9,Orrin VELTANI
d,innocent,,,velt,Harmless Person,Person,,,
e,innocent-dated,,,velt,Talvek Imran Quoren,Person,1971-06-05,,
"""

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from


@pytest.fixture(scope="module")
def demo_deck(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A home with the bundled list, and a deck made from it."""
    from click.testing import CliRunner

    from namesake.cli import cli

    folder = tmp_path_factory.mktemp("demo")
    home = ["--home", str(folder / "home")]
    parts = [str(DEMO / name) for name in ("starter-list.csv", "starter-list.toml")]
    for words in (["lists", "add", "table", *parts], ["evaluate", "deck", str(folder / "deck.csv"), "--each", "20"]):
        done = CliRunner().invoke(cli, [*home, *words])
        assert done.exit_code == 0, done.output
    return folder / "home", folder / "deck.csv"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A deck that no engine can pass whole: one name is nobody's, and one entry is on no list."""
    path = tmp_path / "wrong.csv"
    path.write_text(WRONG, "utf-8")
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(("severity", "least"), [("exact", 1.0), ("minor", 0.995)])
def test_the_bundled_list_is_found(
    demo_deck: tuple[Path, Path], namesake: Namesake, tmp_path: Path, severity: str, least: float
) -> None:
    home, deck = demo_deck
    words = ("--minimum", f"{severity}={least}", "--misses", tmp_path / "misses.csv", "--workers", 1)
    done = type(namesake)(home)("evaluate", "run", deck, *words, code=(0, 1))
    missed = [(row["class"], row["name"], row["original"]) for row in read(tmp_path / "misses.csv")
              if row["severity"] == severity]  # fmt: skip
    assert done.exit_code == 0, "\n".join(map(str, [done.stderr, *missed]))


def test_a_deck_is_the_same_every_time(namesake: Namesake, tmp_path: Path) -> None:
    decks = [tmp_path / f"{number}.csv" for number in range(3)]
    for deck, seed in zip(decks, (1, 1, 2), strict=True):
        namesake("evaluate", "deck", deck, "--seed", seed, "--each", 3)
    first, again, other = (deck.read_bytes() for deck in decks)
    assert first == again
    assert first != other


def test_a_deck_is_a_plain_table(namesake: Namesake, tmp_path: Path) -> None:
    done = namesake("evaluate", "deck", tmp_path / "deck.csv", "--list", "table@watch", "--sample", 1, "--each", 2)
    rows = read(tmp_path / "deck.csv")
    assert list(rows[0]) == HEADER.split(",")
    exact = [(row["name"], row["expect"]) for row in rows if row["class"] == "exact"]
    assert ("Талвек Куорен", "table@watch:W-001") in exact
    assert len(exact) == 8
    innocents = [row for row in rows if row["severity"] == "innocent"]
    assert {bool(row["birth_date"]) for row in innocents} == {True, False}
    assert not any(row["expect"] for row in innocents)
    assert f"{len(rows)} cases from table@watch" in done.stdout


def test_a_deck_tells_how_a_listed_persons_name_is_spelt(demo_deck: tuple[Path, Path]) -> None:
    told = {row["culture"] for row in read(demo_deck[1]) if row["class"] == "exact"}
    assert {"", "west_and_south_asian"} <= told <= set(GROUPS) | {""}
    innocents = {row["culture"] for row in read(demo_deck[1]) if row["severity"] == "innocent"}
    assert not innocents & set(GROUPS)


def test_innocents_of_the_users_own(namesake: Namesake, people: Path, tmp_path: Path) -> None:
    namesake("evaluate", "deck", tmp_path / "deck.csv", "--innocents", people, "--each", 0, "--sample", 0)
    own = [row for row in read(tmp_path / "deck.csv") if row["culture"] == "own"]
    assert {row["name"] for row in own} >= {"Harmless Person", "Somebody Else"}
    assert {row["birth_date"] for row in own if row["name"] == "Harmless Person"} == {"", "1990-01-01"}


def test_a_run_counts_and_says_what_it_left_out(namesake: Namesake, wrong: Path, tmp_path: Path) -> None:
    page, figures, misses = (tmp_path / name for name in ("a.html", "a.json", "m.csv"))
    done = namesake("evaluate", "run", wrong, "--out", page, "--json", figures, "--misses", misses)
    told = json.loads(figures.read_text("utf-8"))
    assert told["detection"]["by_severity"]["major"]["count"] == 1
    assert told["detection"]["by_list"] == {"table@watch": {"major": told["detection"]["by_severity"]["major"]}}
    assert told["deck"]["not_listed"] == 1
    assert told["false_alerts"]["names_only"]["velt"]["count"] == 0
    assert told["false_alerts"]["with_birth_date"]["velt"]["count"] == 1
    assert told["fairness"]["median"] == 1.0
    assert told["fairness"]["by_list"]["table@watch"]["measured"] is True
    assert told["missed"]["by_culture_of_spelling"]["not stated"]["major"]["count"] == 1
    assert "Promised" not in done.stdout  # neither names as listed nor minor variations are in this deck
    assert "Misses per 1,000 by culture of spelling" in done.stdout
    assert [row["case_id"] for row in read(misses)] == ["a"]
    assert "Nobody Atall" in page.read_text("utf-8")
    assert done.stdout.strip().splitlines()[-1].startswith("Found: 50.0% of 2 major variations.")


@pytest.mark.parametrize(
    ("minimum", "code"),
    [("major=0.5", 0), ("given=0.5", 0), ("major=0.51", 1), ("exact=0", 1)],
    ids=["reached", "of-a-class", "not-reached", "nothing-measured"],
)
def test_minimums_end_a_script(namesake: Namesake, wrong: Path, minimum: str, code: int) -> None:
    done = namesake("evaluate", "run", wrong, "--minimum", minimum, code=code)
    assert ("exit code 1: " in done.stderr) is bool(code)


def test_the_answer_is_the_same_with_several_processes(namesake: Namesake, tmp_path: Path) -> None:
    deck = tmp_path / "deck.csv"
    namesake("evaluate", "deck", deck, "--each", 12)
    told = []
    for workers in (1, 2):
        namesake("evaluate", "run", deck, "--json", tmp_path / f"{workers}.json", "--workers", workers)
        told.append(json.loads((tmp_path / f"{workers}.json").read_text("utf-8")) | {"context": ""})
    assert told[0] == told[1]


def test_the_curve_and_the_pairs_near_the_line(namesake: Namesake, tmp_path: Path) -> None:
    deck, near = tmp_path / "deck.csv", tmp_path / "near.csv"
    namesake("evaluate", "deck", deck, "--each", 5)
    words = ("--json", tmp_path / "c.json", "--out", tmp_path / "c.html", "--near", near, "--sample", 4)
    done = namesake("evaluate", "threshold", deck, *words)
    points = json.loads((tmp_path / "c.json").read_text("utf-8"))["points"]
    found = [point["detection"]["count"] for point in points]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[-1]
    rows = read(near)
    assert {row["side"] for row in rows} <= {"above", "below"}
    assert 0 < len(rows) <= 8
    assert {row["same_party"] for row in rows} == {""}
    assert "<polyline" in (tmp_path / "c.html").read_text("utf-8")
    assert done.stdout.strip().splitlines()[-1].startswith("From 50% on: ")


def test_the_chosen_threshold_is_recorded_with_its_reason(namesake: Namesake, wrong: Path, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    words = ("--write-policy", policy, "--threshold", 0.6, "--reason", 'Half of the "near" pairs\nwere namesakes')
    namesake("evaluate", "threshold", wrong, *words)
    text = policy.read_text("utf-8")
    assert "review_from = 0.6" in text
    assert 'reason = "Half of the \\"near\\" pairs were namesakes"' in text
    assert "decided = 20" in text
    found = namesake.found("lookup", "Talvek Imran Quoren", "--policy", policy)
    assert found["context"]["policy"]["review_from"] == 0.6
    namesake.refused("output-failed", "evaluate", "threshold", wrong, *words)
    namesake("evaluate", "threshold", wrong, *words[:-1], "Again", "--policy", policy)
    assert 'reason = "Again"' in policy.read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [("--threshold", "0.6"), ("--reason", "why not"), ("--threshold", "0.6", "--reason", "  ")],
    ids=["no-reason", "no-threshold", "blank-reason"],
)
def test_no_threshold_without_a_reason(namesake: Namesake, wrong: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = namesake("evaluate", "threshold", wrong, "--write-policy", tmp_path / "p.toml", *words, code=2)
    assert "the reason is recorded" in done.stderr
    assert not (tmp_path / "p.toml").exists()


def test_two_policies_on_one_deck(namesake: Namesake, tmp_path: Path) -> None:
    deck, strict, told = tmp_path / "deck.csv", tmp_path / "strict.toml", tmp_path / "c.json"
    namesake("evaluate", "deck", deck, "--each", 5)
    strict.write_text("review_from = 0.97\nstrong_from = 0.98\n", "utf-8")
    done = namesake("evaluate", "compare", "shipped", strict, deck, "--json", told, "--changes", tmp_path / "c.csv")
    found = json.loads(told.read_text("utf-8"))
    assert found["newly_matched"] == []
    assert len(found["no_longer_matched"]) == len(read(tmp_path / "c.csv")) > 0
    assert all(item["score"] < 0.97 for item in found["no_longer_matched"])
    assert (
        done.stdout.strip().splitlines()[-2 if "written" in done.stdout.splitlines()[-1] else -1].startswith("0 pairs")
    )
    back = namesake("evaluate", "compare", strict, "shipped", deck, "--json", told)
    assert len(json.loads(told.read_text("utf-8"))["newly_matched"]) == len(found["no_longer_matched"])
    assert "Newly matched" in back.stdout
    same = namesake("evaluate", "compare", "shipped", "shipped", deck)
    assert "0 pairs would newly match (0 of them expected), 0 pairs no longer" in same.stdout


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        pytest.param("case_id,expect\n1,table@watch:W-001\n", "input-deck", id="no-names"),
        pytest.param("name,severity\nTalvek,grave\n", "input-deck", id="unknown-severity"),
        pytest.param("name,severity\nTalvek,minor\n", "input-deck", id="expects-nothing"),
        pytest.param("case_id,name\n1,Talvek\n1,Orrin\n", "input-deck", id="an-id-twice"),
        pytest.param("", "input-empty", id="empty"),
    ],
)
def test_what_is_no_deck_is_refused(namesake: Namesake, tmp_path: Path, text: str, coded: str) -> None:
    (tmp_path / "deck.csv").write_text(text, "utf-8")
    namesake.refused(coded, "evaluate", "run", tmp_path / "deck.csv")


@pytest.mark.parametrize(
    ("words", "coded"),
    [
        pytest.param(("deck", "OUT", "--list", "nowhere"), "list-source-unknown", id="unknown-list"),
        pytest.param(("compare", "shipped", "model.bin", "DECK"), "policy-invalid", id="no-policy"),
        pytest.param(("compare", "missing.toml", "shipped", "DECK"), "policy-invalid", id="missing-policy"),
        pytest.param(("run", "DECK", "--out", "DECK"), "output-failed", id="over-the-deck"),
        pytest.param(("run", "DECK", "--out", "OUT", "--json", "OUT"), "output-failed", id="one-file-twice"),
    ],
)
def test_mistakes_are_said(namesake: Namesake, wrong: Path, tmp_path: Path, words: tuple[str, ...], coded: str) -> None:
    named = {"DECK": wrong, "OUT": tmp_path / "out.csv"}
    before = wrong.read_bytes()
    namesake.refused(coded, "evaluate", *(named.get(word, word) for word in words))
    assert wrong.read_bytes() == before
    assert not (tmp_path / "out.csv").exists()


def test_a_home_without_lists_says_so(empty: Namesake, tmp_path: Path) -> None:
    empty.refused("screening-list-not-available", "evaluate", "deck", tmp_path / "deck.csv")


def test_hostile_names_go_through_a_deck(
    namesake: Namesake, watch_list: Callable[..., tuple[Path, Path]], tmp_path: Path
) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    table = "Ref,Full name,Kind,Other names,Born,Nationality,Passport,IMO,Wallet,Valid until\n"
    names = ("=HYPERLINK Quoren", "@Talvek <script>alert(1)</script>", "Zor\u202evan Pexley")
    table += "".join(f'H-{n},"{name}",person,,,,,,,\n' for n, name in enumerate(names))
    files = watch_list(folder, table=table)
    namesake("lists", "add", "table", *files, "--accept", "a test of hostile names", code=(0, 1))
    deck, page = tmp_path / "deck.csv", tmp_path / "a.html"
    namesake("evaluate", "deck", deck, "--each", 2)
    assert all(row["name"][:1] not in "=@" for row in read(deck) if row["name"])
    namesake("evaluate", "run", deck, "--out", page, "--minimum", "exact=1.0", code=(0, 1))
    assert "<script" not in page.read_text("utf-8")
