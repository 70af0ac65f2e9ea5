"""The page of a standing in a real browser, where one is installed; its content is tested without one elsewhere."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from namesake.reports.sheets import write_text
from namesake.reports.status_page import status_page
from namesake.values.standings import Alarm, Clock, PopulationStanding, RunStanding, SourceStanding, Standing, Tally

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PROBE = '<script>document.title = document.documentElement.scrollWidth <= innerWidth ? "fits" : "too wide";</script>'
NOW = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
LONG = "list-" + "x" * 200


@pytest.fixture
def page(tmp_path: Path) -> Path:
    found = Standing(
        NOW, "namesake", "model", "ab" * 32, "office", "cd" * 32, f"/srv/{LONG}/policy.toml",
        alarms=(Alarm("act", "list-overdue", LONG, f"{LONG} is too old.", f"namesake lists update {LONG}"),),
        clocks=(Clock("list", LONG, (LONG,), NOW.date(), 99, 7, NOW, overdue=True),),
        sources=(SourceStanding(LONG, "2026-05-20", NOW.date(), NOW, 1_000_000, 3, populations=(LONG,)),),
        populations=(PopulationStanding(LONG, 1000, 12, 990, 41, NOW, (LONG,), tally=Tally(1, 1, 1, 1)),),
        runs=(RunStanding(1, LONG, "complete", "list update", NOW, 1, 1, 1, 1, 1, 1, 1, 0, 7, everything=True),),
    )  # fmt: skip
    write_text(tmp_path / "status.html", status_page(found))
    return tmp_path / "status.html"


@pytest.mark.skipif(not BROWSER, reason="no Chromium is installed; tests/unit/reports/test_status_page.py needs none")
@pytest.mark.parametrize("width", [500, 1200])
def test_the_page_fits(page: Path, width: int, tmp_path: Path) -> None:
    # The page allows no script: the probe goes in beside a policy that lets it run.
    text = page.read_text("utf-8").replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
    page.write_text(text.replace("</body>", f"{PROBE}</body>"), "utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [BROWSER, *FLAGS, "--dump-dom", profile, f"--window-size={width},900", page.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    title = re.search(r"<title>(.*?)</title>", done.stdout.decode("utf-8"))
    assert title
    assert title[1] == "fits"


@pytest.mark.skipif(not BROWSER, reason="no Chromium is installed")
def test_the_page_prints(page: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "status.pdf"
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [BROWSER, *FLAGS, profile, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())
    assert sizes
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}  # A4 in points
