"""Killed at any point of forgetting, a store has all of a person or nothing, and a record that verifies."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).with_name("killing_erasures.py")


def killed(*words: object) -> dict[str, int]:
    call = [sys.executable, str(KILLING), *map(str, words)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=1800)
    assert done.returncode == 0, done.stdout + done.stderr
    counts: dict[str, int] = ast.literal_eval(done.stdout)
    return counts


def test_forgetting_killed_dozens_of_times(store_url: str, tmp_path: Path) -> None:
    counts = killed(store_url, tmp_path, 20260415, 32)
    assert sum(counts.values()) == 32
    # The test can only fail where some were killed in the middle, and not all.
    assert counts.get("before", 0) >= 6
    assert counts.get("after", 0) + counts.get("done", 0) >= 3


@pytest.mark.full
@pytest.mark.parametrize("seed", range(3))
def test_forgetting_killed_hundreds_of_times(store_url: str, tmp_path: Path, seed: int) -> None:
    assert sum(killed(store_url, tmp_path, seed, 150).values()) == 150
