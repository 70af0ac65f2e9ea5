"""The home folder: whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from namesake.errors import HomeError
from namesake.stores.home import Home, settle


def write(home: Home, content: bytes) -> None:
    with home.writing() as staging:
        (staging / "x").write_bytes(content)
        settle(staging / "x", home.folder / "kept" / "x")


def interrupted(home: Home) -> None:
    with home.writing() as staging:
        (staging / "x").write_bytes(b"half")
        raise KeyboardInterrupt


def kept(home: Home) -> bytes:
    return (home.folder / "kept" / "x").read_bytes()


def test_what_is_settled_is_there_and_staging_is_empty(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    write(home, b"one")
    write(home, b"two")
    assert kept(home) == b"two"
    assert list((home.folder / "staging").iterdir()) == []


def test_an_interruption_leaves_the_old(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write(home, b"good")
    with pytest.raises(KeyboardInterrupt):
        interrupted(home)
    assert kept(home) == b"good"


def test_what_a_killed_writer_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / "staging" / "left"
    left.mkdir(parents=True)
    (left / "half").write_bytes(b"half")
    write(Home(tmp_path), b"good")
    assert not left.exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    home = Home(tmp_path)
    write(home, b"good")

    def full(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HomeError, match="disk is full"):
        write(home, b"bad")
    assert kept(home) == b"good"


def block_with_a_file(path: Path) -> None:
    path.write_bytes(b"")


def block_with_a_loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("block", [block_with_a_file, block_with_a_loop])
def test_a_home_that_is_no_folder(tmp_path: Path, block: Callable[[Path], None]) -> None:
    block(tmp_path / "home")
    with pytest.raises(HomeError) as caught:
        write(Home(tmp_path / "home"), b"x")
    assert str(tmp_path / "home") in caught.value.where.file


def test_a_home_that_others_write_to(tmp_path: Path) -> None:
    home = Home(tmp_path, patience=0.05)
    with FileLock(tmp_path / "lock"), pytest.raises(HomeError, match="another process"):
        write(home, b"x")
    write(home, b"y")
    assert kept(home) == b"y"
