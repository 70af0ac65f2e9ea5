"""The whole of `namesake revet` and `namesake watch`, killed at any point: the next run gives what screening everybody
gives; nothing is lost, doubled or half-applied, and the run that was killed is recorded as failed. So is one that was
stopped by SIGTERM, which a watch takes as it is meant."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).with_name("killing_revets.py")


def killed(url: str, home: Path, what: str, seed: int, times: int) -> dict[str, int]:
    home.mkdir()
    call = [sys.executable, str(KILLING), url, str(home), what, str(seed), str(times)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=1800)
    assert done.returncode == 0, done.stdout + done.stderr
    counts: dict[str, int] = ast.literal_eval(done.stdout)
    assert sum(counts.values()) == times
    return counts


@pytest.mark.parametrize(("what", "times"), [("revet", 18), ("watch", 8), ("program", 4), ("stopped", 8)])
def test_killed_dozens_of_times(store_url: str, tmp_path: Path, what: str, times: int) -> None:
    counts = killed(store_url, tmp_path / "home", what, 20260415, times)
    # The test can only fail where some were killed in the middle.
    assert counts["before"] + counts["begun"] + counts["after"] >= times // 3
    assert counts["begun"] or what != "revet"


@pytest.mark.full
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("what", ["revet", "watch", "program", "stopped"])
def test_killed_hundreds_of_times(store_url: str, tmp_path: Path, what: str, seed: int) -> None:
    killed(store_url, tmp_path / "home", what, seed, 100)
