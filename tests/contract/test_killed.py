"""Killed at any point, a store has what it had before, or all of what was done: nothing lost, doubled, half-applied."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).with_name("killing.py")
KILLING_IMPORTS = Path(__file__).with_name("killing_imports.py")


def killed(*words: object) -> dict[str, int]:
    call = [sys.executable, *map(str, words)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=1200)
    assert done.returncode == 0, done.stdout + done.stderr
    counts: dict[str, int] = ast.literal_eval(done.stdout)
    return counts


@pytest.mark.parametrize("work", ["enrol", "revet"])
def test_killed_dozens_of_times(store_url: str, tmp_path: Path, work: str) -> None:
    counts = killed(KILLING, store_url, tmp_path, work, 20260415, 36)
    assert sum(counts.values()) == 36
    # The test can only fail where some were killed in the middle, and not all.
    assert counts["before"] >= 6
    assert counts["after"] + counts["done"] >= 2


@pytest.mark.full
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("work", ["enrol", "revet"])
def test_killed_hundreds_of_times(store_url: str, tmp_path: Path, work: str, seed: int) -> None:
    assert sum(killed(KILLING, store_url, tmp_path, work, seed, 200).values()) == 200


def test_imports_killed_dozens_of_times(tmp_path: Path) -> None:
    counts = killed(KILLING_IMPORTS, tmp_path, 20260415, 36)
    assert sum(counts.values()) == 36
    assert counts["before"] >= 6
    assert counts["after"] + counts["done"] >= 2


@pytest.mark.full
def test_imports_killed_hundreds_of_times(tmp_path: Path) -> None:
    assert sum(killed(KILLING_IMPORTS, tmp_path, 1, 300).values()) == 300
