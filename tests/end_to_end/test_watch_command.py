"""`namesake watch` as a user types it, and as a system starts and ends it."""

import gc
import json
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from namesake import bootstrap
from namesake.cli import watch as command
from namesake.lists import registry
from namesake.lists.source import Download, ListSource
from namesake.settings import Settings
from namesake.values.limits import NetworkLimits

PEOPLE = ("P1,Talvek Imran Quoren", "P2,Orla Wexmoor")
LISTED = ("W-1,Orrin Veltani,never",)
TALVEK = "W-2,Talvek Quoren,20.05.2026"
MAPPING = """[list]
id = "own"
title = "Own findings"
owner = "Vetting office"
source = "Report 17"
legal_basis = "Vetting Act"
day_first = true
[columns]
id = "Ref"
name = "Full name"
expires = "Valid until"
"""
NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


class Office:
    """The command on a home of its own, files to give to it, and a clock."""

    def __init__(self, run: Any, folder: Path) -> None:  # noqa: ANN401 - the fixture's class is in a conftest
        self.run, self.folder, self.now = run, folder, NOON

    def publish(self, *rows: str) -> None:
        (self.folder / "own.csv").write_text("\n".join(("Ref,Full name,Valid until", *rows)), "utf-8")
        (self.folder / "own.toml").write_text(MAPPING, "utf-8")
        self.run("lists", "add", "table", self.folder / "own.csv", self.folder / "own.toml")

    def enrol(self, *rows: str) -> None:
        (self.folder / "people.csv").write_text("\n".join(("Key,Full name", *rows)), "utf-8")
        self.run("enrol", self.folder / "people.csv", "-p", "visas", "--key", "Key")

    def rounds(self, *words: object, code: int = 0) -> list[dict[str, Any]]:
        said = self.run("watch", "--format", "json", *words, code=code).stdout
        return [json.loads(line) for line in said.splitlines()]


@pytest.fixture
def office(empty: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:  # noqa: ANN401 - as above
    made = Office(empty, tmp_path)
    monkeypatch.setattr(bootstrap.SystemClock, "now", lambda _: made.now)
    made.publish(*LISTED)
    made.enrol(*PEOPLE)
    return made


def pausing(monkeypatch: pytest.MonkeyPatch, *between: Callable[[], object]) -> list[float]:
    """Instead of every pause something is done; gives the pauses that were asked for. Short ones are not of a watch."""
    waiting, pauses, monotonic, sleep = list(between), [], time.monotonic, time.sleep

    def wait(seconds: float) -> None:
        if seconds < 30:
            sleep(seconds)
            return
        pauses.append(seconds)
        waiting.pop(0)()

    monkeypatch.setattr(time, "sleep", wait)
    monkeypatch.setattr(time, "monotonic", lambda: monotonic() + sum(pauses))
    return pauses


def changes(done: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    (told,) = done["populations"]
    return [(each["kind"], each["key"], each["entry"]["id"], each["why"]) for each in told["changes"]]


def test_what_happens_between_two_rounds_is_seen_in_the_next(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = office.folder / "policy.toml"
    policy.write_text("every_days = 1\n", "utf-8")

    def next_day() -> None:
        office.now += timedelta(days=1)

    def much_later() -> None:
        policy.write_text("review_from = 0.51\n[max_age_days]\n'*' = 3\n", "utf-8")
        office.now += timedelta(days=4)

    pauses = pausing(
        monkeypatch,
        lambda: office.publish(*LISTED, TALVEK),
        lambda: office.enrol("P2,Orrin Veltani", "P3,Harmless Person"),
        lambda: office.run("subjects", "withdraw", "P2", "-p", "visas"),
        next_day,
        lambda: policy.write_text("every_days =", "utf-8"),
        much_later,
    )
    rounds = office.rounds("--offline", "--rounds", 7, "--policy", policy, code=2)
    assert [changes(done) for done in rounds if done["populations"]] == [
        [],
        [("new", "P1", "W-2", "the entry is new")],
        [("new", "P2", "W-1", "the subject changed")],
        [("gone", "P2", "W-1", "the subject was withdrawn")],
        [("gone", "P1", "W-2", "the finding expired on 2026-05-20")],
        [],
    ]
    runs = [done["populations"][0]["run"] for done in rounds if done["populations"]]
    triggers = ["onboarding", "own finding", "subject update", "subject update", "periodic", "model or policy change"]
    assert [run["trigger"] for run in runs] == triggers
    assert [done["code"] for done in rounds] == [0, 1, 1, 0, 0, 2, 2]
    assert rounds[5]["error"]["code"] == "policy-invalid"
    assert runs[-1]["overdue"] == ["table@own"]
    assert all(1795 < pause <= 1800 for pause in pauses[:5])
    assert pauses[5] == 60
    assert office.run.found("revet", "--policy", policy, "--verify", code=2)["runs"][0]["verified"]["same"]


def test_round_after_round_nothing_piles_up(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a round has opened is closed with it: a watch goes on for months."""
    opened: list[int] = []
    office.publish(*LISTED, TALVEK)
    pausing(monkeypatch, *[lambda: opened.append(len(list(Path("/dev/fd").iterdir())))] * 9)
    gc.disable()  # whatever the collector would find on its own is not the merit of the watch
    try:
        office.rounds("--offline", "--rounds", 10, code=1)
    finally:
        gc.enable()
    assert len(set(opened[1:])) == 1


def test_what_is_said(office: Office) -> None:
    office.publish(*LISTED, TALVEK)
    done = office.run("watch", "--offline", "--rounds", 1, code=1)
    assert done.stdout == (
        "2026-05-20 12:00 UTC, round 1: no publisher asked; visas (onboarding): 1 new (P1 ~ table@own W-2), "
        "1 match stands.\n"
    )
    assert done.stderr == ""
    assert office.run("watch", "--offline", "--rounds", 1, "--quiet").stdout == ""
    assert office.run("watch", "--offline", "--rounds", 1).stdout.count("\n") == 1


def test_a_checkpoint_that_cannot_be_written_is_said(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.publish(*LISTED)
    (tmp_path / "full").write_text("no folder")
    monkeypatch.setenv("NAMESAKE_CHECKPOINTS", str(tmp_path / "full"))
    done = office.run("watch", "--offline", "--rounds", 1, "--quiet", code=1)
    assert "attention: visas: the end of the record could not be noted" in done.stderr
    assert "nothing changed, 0 matches stand, the end of the record not noted." in done.stdout
    (told,) = office.rounds("--offline", "--rounds", 1, code=1)
    assert "could not be noted" in told["populations"][0]["unsettled"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("--every", "59s"), "watch-period", id="too-short"),
        pytest.param(("--every", "32d"), "watch-period", id="too-long"),
        pytest.param(("--every", "often"), "watch-period", id="no-time"),
        pytest.param(("--policy", "/nowhere/policy.toml"), "policy-invalid", id="no-policy"),
    ],
)
def test_what_cannot_be_watched_is_said(office: Office, words: tuple[str, ...], code: str) -> None:
    office.run.refused(code, "watch", "--rounds", 1, "--offline", *words)


def test_offline_with_sources_is_a_contradiction(office: Office) -> None:
    assert "--offline asks no publisher" in office.run("watch", "--offline", "us_ofac_sdn", code=2).stderr


def test_a_store_that_is_no_store(office: Office, tmp_path: Path) -> None:
    (tmp_path / "other.db").write_bytes(b"no database " * 1000)
    elsewhere = type(office.run)(office.run.home, {"NAMESAKE_STORE": f"sqlite:///{tmp_path / 'other.db'}"})
    done = elsewhere("watch", "--offline", "--rounds", 1, code=2)
    assert "nobody could be re-vetted (store-unusable)" in done.stdout
    assert "error [store-unusable]" in done.stderr
    type(elsewhere)(elsewhere.home, {"NAMESAKE_STORE": "mysql://x"}).refused("settings-invalid", "watch", "--offline")


LIST = b"".join(
    f'{n},"EXAMPLE, Nemo {n}","individual","NS-PLC",{",".join(["-0- "] * 7)},"DOB 01 Jan 1980."\r\n'.encode()
    for n in range(1, 401)
)


@pytest.fixture
def publisher(office: Office, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """Two sources at a server of ours; "broken" is never there."""
    genuine = registry.source("us_ofac_cons")

    def find(source_id: str) -> ListSource:
        if source_id == "table":
            return table
        address = Download("cons_prim.csv", httpserver.url_for(f"/{source_id}"))
        return replace(genuine, facts=replace(genuine.facts, id=source_id, downloads=(address,)))

    table = registry.source("table")
    limits = NetworkLimits(attempts=1, plain_hosts=("localhost", "127.0.0.1"))
    monkeypatch.setattr(registry, "source_ids", lambda: ("broken", "us_ofac_cons", "table"))
    monkeypatch.setattr(registry, "source", find)
    monkeypatch.setattr(command, "read_settings", lambda home: Settings(home or office.run.home, network=limits))
    return httpserver


def test_sources_are_read_and_failing_ones_survived(
    office: Office, publisher: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.expect_request("/broken").respond_with_data(b"", status=500)
    publisher.expect_request("/us_ofac_cons").respond_with_data(LIST + b"\x1a")
    office.enrol("P9,Nemo 7 Example")
    pausing(monkeypatch, *[lambda: None] * 3)
    rounds = office.rounds("--rounds", 4, "-p", "visas", code=2)
    assert [[told["outcome"] for told in done["sources"]] for done in rounds] == [
        ["failed", "in-force"], ["failed", "unchanged"], ["resting", "unchanged"], ["failed", "unchanged"],
    ]  # fmt: skip
    assert rounds[0]["sources"][0]["error"]["code"] == "list-download"
    assert [bool(changes(done)) for done in rounds] == [True, False, False, False]
    assert sum(request.path == "/broken" for request, _ in publisher.log) == 3


def started(run: Any, *words: str) -> Any:  # noqa: ANN401 - the fixture's class is in a conftest
    """The program, when its first round is over."""
    program = run.start("watch", "--offline", "--every", "1h", *words)
    assert program.stdout.readline().startswith("20")
    return program


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_told_to(office: Office, how: signal.Signals) -> None:
    program = started(office.run)
    program.send_signal(how)
    said, errors = program.communicate(timeout=30)
    assert (program.returncode, said) == (0, "")
    assert errors.endswith("stopped as asked; nothing was left half-done.\n")
    assert not list(office.run.home.glob("watch.*who*"))


def test_only_one_watches_over_a_home(office: Office) -> None:
    first = started(office.run)
    try:
        done = office.run.refused("watch-busy", "watch", "--offline", "--rounds", 1)
        assert f"process {first.pid} on " in done.stderr
        assert office.run("revet").exit_code == 0  # one by hand is no watch
        first.kill()
        first.communicate(timeout=30)
        assert office.run("watch", "--offline", "--rounds", 1).exit_code == 0
    finally:
        first.kill()
        first.communicate(timeout=30)


def test_only_one_watches_over_a_store(office: Office, postgres_url: str, tmp_path: Path) -> None:
    one = type(office.run)(office.run.home, {"NAMESAKE_STORE": postgres_url})
    other = type(office.run)(tmp_path / "other-home", {"NAMESAKE_STORE": postgres_url})
    first = started(one)
    try:
        done = other.refused("watch-busy", "watch", "--offline", "--rounds", 1)
        assert f"process {first.pid} on " in done.stderr
        first.kill()
        first.communicate(timeout=30)
        for _ in range(100):  # the server notices it in its own time
            if other("watch", "--offline", "--rounds", 1, code=(0, 2)).exit_code == 0:
                break
            time.sleep(0.05)
        else:
            pytest.fail("the store is still held")
    finally:
        first.kill()
        first.communicate(timeout=30)


def test_a_server_that_goes_away_and_comes_back(
    office: Office, make_postgres: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = make_postgres()
    office.run = type(office.run)(office.run.home, {"NAMESAKE_STORE": server.url("postgres")})
    office.enrol(*PEOPLE)

    def away() -> None:
        office.publish(*LISTED, TALVEK)
        server.stop()

    pauses = pausing(monkeypatch, away, lambda: None, server.start, lambda: None)
    rounds = office.rounds("--offline", "--rounds", 5, code=2)
    assert [done["error"] and done["error"]["code"] for done in rounds] == [
        None, "store-unusable", "store-unusable", None, None,
    ]  # fmt: skip
    assert [pause <= 120 for pause in pauses] == [False, True, True, False]
    assert [changes(done) for done in rounds if not done["error"]] == [
        [],
        [("new", "P1", "W-2", "the entry is new")],
        [],
    ]
    assert server.url("postgres") not in str(rounds)
