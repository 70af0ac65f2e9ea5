"""Without a compiler the product works the same, and says that it is slower."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from namesake.cli import cli
from namesake.kernels import INTERPRETED


@pytest.mark.parametrize("compiled", [True, False])
def test_said(compiled: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("namesake.cli.screen.compiled", lambda: compiled)
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(cli, ["demo", "--out", "report.html"])
    assert found.exit_code == 0, found.output
    assert (INTERPRETED in found.stderr) is not compiled


@pytest.mark.parametrize(
    ("compiled", "style", "said"),
    [
        pytest.param(True, "table", False, id="compiled"),
        pytest.param(False, "table", True, id="interpreted"),
        pytest.param(False, "json", False, id="json"),
    ],
)
def test_said_by_lookup(
    compiled: bool, style: str, said: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("namesake.cli.lookup.compiled", lambda: compiled)
    found = CliRunner().invoke(cli, ["lookup", "Talvek Quoren", "--home", str(tmp_path), "--format", style])
    assert "screening-list-not-available" in found.stderr, "the home is empty"
    assert (INTERPRETED in found.stderr) is said
