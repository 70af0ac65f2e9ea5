"""Settings from an environment."""

from pathlib import Path

import pytest

from namesake import bootstrap
from namesake.errors import SettingsError
from namesake.settings import from_environment
from namesake.values.limits import MIB

DEFAULT = Path("default")


def test_defaults() -> None:
    found = from_environment({"NAMESAKE_HOME": ""}, DEFAULT)
    assert found.home == DEFAULT
    assert found.unpack.total == 4096 * MIB


def test_what_the_environment_says() -> None:
    found = from_environment(
        {
            "NAMESAKE_HOME": "elsewhere",
            "NAMESAKE_MAX_UNPACKED_MIB": "7",
            "NAMESAKE_MAX_DOWNLOAD_MIB": " 5 ",
            "NAMESAKE_DOWNLOAD_SECONDS": "60",
        },
        DEFAULT,
    )
    assert found.home == Path("elsewhere")
    assert (found.unpack.total, found.network.size, found.network.total) == (7 * MIB, 5 * MIB, 60.0)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "many", "١", "9" * 20])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        from_environment({"NAMESAKE_MAX_DOWNLOAD_MIB": text}, DEFAULT)
    assert caught.value.where.file == "NAMESAKE_MAX_DOWNLOAD_MIB"


@pytest.mark.parametrize(("text", "trusted"), [("", False), ("0", False), ("1", True)])
def test_a_front_is_trusted_only_where_it_is_said(text: str, trusted: bool) -> None:
    assert from_environment({"NAMESAKE_TRUSTED_FRONT": text}, DEFAULT).trusts_front == trusted


def test_what_is_neither_yes_nor_no() -> None:
    with pytest.raises(SettingsError):
        from_environment({"NAMESAKE_TRUSTED_FRONT": "yes"}, DEFAULT)


def test_the_home_on_the_command_line_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NAMESAKE_HOME", str(tmp_path / "environment"))
    assert bootstrap.read_settings().home == tmp_path / "environment"
    assert bootstrap.read_settings(tmp_path / "named").home == tmp_path / "named"


def test_the_clock_is_in_utc() -> None:
    offset = bootstrap.SystemClock().now().utcoffset()
    assert offset is not None
    assert offset.total_seconds() == 0
