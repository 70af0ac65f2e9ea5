"""The home folder: how things are written to it so that nothing half-written ever replaces something good.

lock                       held by whoever writes; readers need none
staging/                   where things are written before they are renamed to their place
blobs/<sha256>.gz          the publishers' files, unpacked and packed again, by their content
lists/<source>/<scope>/<version>/    version.json and entries.jsonl.gz; "_" is the whole list
downloads/<hash of address>.json     what publishers said of their files; unreachable.json: who could not be reached
indexes/<hash>/            contents.json, arrays.bin and entries.jsonl of an index; made again where it is missing
indexes/subjects-<hash>/<hash>/      current, and a folder for each segment of an index of subjects; made again as well
namesake.db                populations, runs and matches, unless NAMESAKE_STORE names another database
models/                    models of the operator's own, and promotions.jsonl: which came into force
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from namesake.errors import HomeError, Where

PATIENCE = 60.0
"""Seconds to wait for another writer."""


@dataclass(frozen=True, slots=True)
class Home:
    """A folder that we keep things in; it is made when something is first written."""

    folder: Path
    patience: float = PATIENCE

    @property
    def blobs(self) -> Path:
        """The folder of publishers' files."""
        return self.folder / "blobs"

    @property
    def lists(self) -> Path:
        """The folder of list versions."""
        return self.folder / "lists"

    @property
    def downloads(self) -> Path:
        """The folder of what publishers said."""
        return self.folder / "downloads"

    @contextmanager
    def writing(self) -> Iterator[Path]:
        """Be the only writer; gives a fresh folder to write to, which vanishes with whatever is left in it.

        Raises `HomeError` where the folder cannot be used, the disk is full, or another process goes on
        writing.
        """
        with self.translated():
            staging = self.folder / "staging"
            staging.mkdir(parents=True, exist_ok=True)
            with self._lock():
                _empty(staging)
                with tempfile.TemporaryDirectory(dir=staging, ignore_cleanup_errors=True) as fresh:
                    yield Path(fresh)

    @contextmanager
    def spool(self) -> Iterator[IO[bytes]]:
        """A file without a name, for what is too large to hold until it can be written; no lock is needed for it."""
        with self.translated():
            staging = self.folder / "staging"
            staging.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=staging) as file:
                yield file

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the operating system's refusals into `HomeError`."""
        try:
            yield
        except OSError as error:
            raise _home_error(error, self.folder) from error

    @contextmanager
    def _lock(self) -> Iterator[None]:
        from filelock import FileLock, Timeout  # only who writes needs it, and it takes a while

        lock = FileLock(self.folder / "lock", timeout=self.patience)
        try:
            lock.acquire()
        except Timeout as error:
            raise HomeError(
                "another process is writing to it",
                where=Where(str(self.folder)),
                hint="Wait until the other process is done, then run again.",
            ) from error
        try:
            yield
        finally:
            lock.release()


def settle(staged: Path, place: Path) -> None:
    """Make a staged file or folder durable and move it to its place in one step."""
    for path in [*staged.iterdir(), staged] if staged.is_dir() else [staged]:
        _sync(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(place)
    _sync(place.parent)


def _sync(path: Path) -> None:
    """Have the system write a file or folder out; systems that cannot sync a folder are let off."""
    with suppress(PermissionError, IsADirectoryError):
        number = os.open(path, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _empty(staging: Path) -> None:
    """Clear what an interrupted writer left; we hold the lock, so nobody is at it."""
    for left in staging.iterdir():
        shutil.rmtree(left, ignore_errors=True)


def _home_error(error: OSError, folder: Path) -> HomeError:
    place = Where(str(folder))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return HomeError(
            "the disk is full; what was kept before is unchanged",
            where=place,
            hint="Make room, or name another folder with --home, and run again.",
        )
    return HomeError(error.strerror or str(error), where=place)
