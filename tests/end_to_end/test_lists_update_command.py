"""`namesake lists update` against a server on this machine."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from namesake import bootstrap
from namesake.cli import cli
from namesake.cli import lists as commands
from namesake.lists import registry
from namesake.lists.source import Download, ListSource
from namesake.settings import Settings
from namesake.values.limits import NetworkLimits

COUNT = 400


def content(count: int = COUNT) -> bytes:
    nulls = ",".join(["-0- "] * 7)
    rows = (
        f'{n},"EXAMPLE, Nemo {n}","individual","NS-PLC",{nulls},"DOB 01 Jan 1980."\r\n' for n in range(1, count + 1)
    )
    return "".join(rows).encode("ascii") + b"\x1a"


@pytest.fixture
def run(tmp_path: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command that knows two sources, both at the server; "broken" is never there."""
    genuine = registry.source("us_ofac_cons")

    def find(source_id: str) -> ListSource:
        address = Download("cons_prim.csv", httpserver.url_for(f"/{source_id}"))
        return replace(genuine, facts=replace(genuine.facts, id=source_id, downloads=(address,)))

    limits = NetworkLimits(attempts=1, plain_hosts=("localhost", "127.0.0.1"))
    monkeypatch.setattr(registry, "source_ids", lambda: ("broken", "us_ofac_cons"))
    monkeypatch.setattr(registry, "source", find)
    monkeypatch.setattr(commands, "read_settings", lambda home: Settings(home, network=limits))

    def run(*arguments: str, code: int) -> Result:
        result = CliRunner().invoke(cli, ["--home", str(tmp_path / "home"), "lists", *arguments])
        assert result.exit_code == code, result.output
        return result

    return run


def test_one_failure_does_not_stop_the_others(run: Callable[..., Result], httpserver: HTTPServer) -> None:
    httpserver.expect_request("/broken").respond_with_data(b"", status=500)
    httpserver.expect_request("/us_ofac_cons").respond_with_data(content())
    result = run("update", code=2)
    assert result.stderr.startswith("broken:\nerror [list-download] the server answered 500")
    assert result.stdout.strip().splitlines()[-1] == "2 lists asked for: 1 failed, 1 in-force."
    assert "400 entries" in result.stdout


def test_nothing_new(run: Callable[..., Result], httpserver: HTTPServer) -> None:
    def answer(request: Request) -> Response:
        if request.headers.get("If-None-Match") == '"1"':
            return Response(status=304)
        return Response(content(), headers={"ETag": '"1"'})

    httpserver.expect_request("/us_ofac_cons").respond_with_handler(answer)
    run("update", "us_ofac_cons", code=0)
    found = json.loads(run("update", "us_ofac_cons", "--format", "json", code=0).stdout)
    assert [each["outcome"] for each in found["lists"]] == ["unchanged"]
    assert [reply.status_code for _, reply in httpserver.log] == [200, 304]


def test_an_error_page_leaves_the_last_good_version(run: Callable[..., Result], httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request("/us_ofac_cons").respond_with_data(content())
    httpserver.expect_ordered_request("/us_ofac_cons").respond_with_data(b"<html><body>Sorry</body></html>")
    run("update", "us_ofac_cons", code=0)
    result = run("update", "us_ofac_cons", code=1)
    assert "error [list-" in result.stderr
    shown = json.loads(run("show", "us_ofac_cons", "--format", "json", code=0).stdout)
    assert [(each["state"], each["entries"]) for each in shown["versions"]] == [("in-force", 400), ("refused", 0)]


def test_a_list_cut_short_is_refused(run: Callable[..., Result], httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request("/us_ofac_cons").respond_with_data(content())
    httpserver.expect_ordered_request("/us_ofac_cons").respond_with_data(content(COUNT - 90))
    run("update", "us_ofac_cons", code=0)
    assert "90 of 400 listed" in run("update", "us_ofac_cons", code=1).stderr


def test_without_the_test_settings_plain_http_is_refused(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "read_settings", bootstrap.read_settings)
    assert "not encrypted" in run("update", "us_ofac_cons", code=2).stderr
