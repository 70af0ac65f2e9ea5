"""The report in a real browser, where one is installed; its content is tested without one elsewhere."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from namesake.reports import writer_for
from namesake.values.entities import Entity, Subject
from namesake.values.matches import Evidence, Explanation, ListedRef, Match, Result, score_of
from namesake.values.names import Name
from namesake.values.runs import RunContext, Summary

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom",
)  # fmt: skip
PROBE = """<script>
document.title = [document.documentElement.scrollWidth <= innerWidth, document.querySelector(".tools").hidden,
  (function () { var find = document.getElementById("find"); find.value = "varzani";
    find.dispatchEvent(new Event("input")); return document.getElementById("shown").textContent; })()].join("|");
</script>"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    context = RunContext(
        datetime(2026, 6, 2, tzinfo=UTC), "namesake", "m", "h" * 64, "p", "h" * 64, "world", 0.5, 0.95, ()
    )
    path = tmp_path / "report.html"
    with writer_for(path, context) as writer:
        for name in ("Orzubek Tillanover", "سهراب ورزنی", "Sohrab Varzani " + "x" * 300):
            writer.write(_result(name))
        writer.close(Summary(3, 0, 3, 0, 0, 3, 1))
    return path


def _result(name: str) -> Result:
    entity = Entity("1", "Person", (Name(name),))
    evidence = (Evidence("name.word", "exact", name, name, 2_000, 3.0),)
    entry = ListedRef("example", "", "1", "1", "example:1", name, "Person", entity)
    match = Match(entry, score_of(1_000), 1_000, "review", 3.0, Explanation(-1_000, evidence))
    return Result(Subject("1", entity, 1), (match,))


@pytest.mark.skipif(not BROWSER, reason="no Chromium is installed; tests/unit/reports/test_html.py needs none")
@pytest.mark.parametrize("width", [500, 1200])
def test_the_page_fits_and_its_script_runs(report: Path, width: int, tmp_path: Path) -> None:
    page = report.read_text("utf-8")
    # The page forbids other scripts than its own: the probe goes in beside a policy that lets it run.
    page = re.sub(r"script-src '[^']*'", "script-src 'unsafe-inline'", page)
    page = page.replace("</body>", f"{PROBE}</body>")
    report.write_text(page, "utf-8")
    command = [BROWSER, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},900"]
    done = subprocess.run([*command, report.as_uri()], capture_output=True, timeout=120, check=True)
    title = re.search(r"<title>(.*?)</title>", done.stdout.decode("utf-8"))
    assert title is not None
    assert title[1] == "true|false|1 of 3 shown"


@pytest.mark.skipif(not BROWSER, reason="no Chromium is installed; tests/unit/reports/test_html.py needs none")
def test_its_own_script_passes_its_own_policy(report: Path, tmp_path: Path) -> None:
    command = [BROWSER, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", report.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    assert '<form class="tools">' in done.stdout.decode("utf-8")
