"""Every page that shows commands or Python is walked through, and shows what really happens."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WALKED = ("README.md", "docs/tutorial/*.md", "docs/how-to/*.md")
PAGES = [path.relative_to(ROOT).as_posix() for pattern in WALKED for path in sorted(ROOT.glob(pattern))]


def walk(page: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "docs/walk.py"), str(page)]
    return subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_happens(page: str) -> None:
    done = walk(ROOT / page)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nTo take over what is shown: docs/walk.py --write {page}"


def test_the_pages_are_there() -> None:
    assert "docs/tutorial/first-screening.md" in PAGES
    assert len(PAGES) >= 7


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```console\n$ echo one\ntwo\n```\n", id="other output"),
        pytest.param("```console\n$ echo one\n```\n", id="no output shown"),
        pytest.param("```console\n$ false\n$ echo $?\n0\n```\n", id="another exit code"),
        pytest.param("```python\nraise SystemExit(3)\n```\n", id="a script that fails"),
        pytest.param("```python\nprint(1)\n```\n\n```output\n2\n```\n", id="a script that prints something else"),
    ],
)
def test_a_page_that_is_wrong_is_noticed(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    assert walk(page).returncode == 1


def test_wild_cards_stand_for_anything_and_no_more(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```console\n$ printf 'a 12 b\\nc\\nd\\ne\\n'\na ... b\n...\ne\n$ (exit 4)\n$ echo $?\n4\n```\n", "utf-8"
    )
    assert walk(page).returncode == 0
