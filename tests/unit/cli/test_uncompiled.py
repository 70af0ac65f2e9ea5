"""Without a compiler the product works the same, and says that it is slower."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from namesake.cli import cli
from namesake.cli.screen import INTERPRETED


@pytest.mark.parametrize("compiled", [True, False])
def test_said(compiled: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("namesake.cli.screen.compiled", lambda: compiled)
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(cli, ["demo", "--out", "report.html"])
    assert found.exit_code == 0, found.output
    assert (INTERPRETED in found.stderr) is not compiled
