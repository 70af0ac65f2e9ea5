"""A backup: one file with all that cannot be fetched or made again, every part of it named with its hash.

A tar archive of database.jsonl.gz (every row of every table), home/... (the kept lists, the publishers' files, the
models of the operator's own, the policy), and at its end manifest.json. What is missing there can be made again:
indexes, journals of unfinished runs, what publishers said of their files. A backup of one kind of database restores
into the other.
"""

import gzip
import hashlib
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from namesake.errors import BackupError, Where
from namesake.record.chain import canonical
from namesake.stores.backup_archive import FILES, FOLDERS, FORMAT, MANIFEST, ROOM, ROWS, Manifest, add, verified
from namesake.stores.database.dump import check_empty, counts, dump, load
from namesake.stores.database.engine import Database
from namesake.stores.database.events import append
from namesake.stores.home import Home, settle
from namesake.values.events import EventDraft

_LEVEL = 4
_LINK = "Put the file itself in its place, and run again."


@dataclass(frozen=True, slots=True)
class Backups:
    """Makes and restores backups of a home and of the database of populations, which is brought up to date before."""

    home: Home
    database: Database
    software: str
    by: str = ""

    def make(self, path: Path, at: datetime) -> Manifest:
        """Write a backup, read it again, and only then give it its name. Raises `BackupError`, `StoreError` and
        `HomeError`; a file that is there is never replaced.

        That it is made, by whom and how much of everything there is, is recorded first: it is the last event in it.
        """
        if os.path.lexists(path):
            raise BackupError("there is a file of this name already", where=Where(str(path)))
        with self.home.writing() as staging, _refusing(path), _becoming(path) as partial:
            self._record(at)
            with tarfile.open(partial, "w", format=tarfile.PAX_FORMAT) as archive:
                manifest = self._write(archive, staging, at)
            if verified(partial, None) != manifest:
                raise BackupError(
                    "what was written is not what is read; the disk may be damaged", where=Where(str(path))
                )
            return manifest

    def _record(self, at: datetime) -> None:
        with self.database.writing() as connection:
            facts = canonical({"backup": True, "rows": counts(connection)})
            append(connection, [EventDraft("export", self.by, ("backup",), facts)], at)

    def restore(self, path: Path) -> Manifest:
        """Bring a backup back into a home and a database that are empty, or where the same was begun before.

        Everything is read and its hashes are compared before anything is changed; what the database then holds is
        compared once more before it counts. Raises `BackupError`, `StoreError` and `HomeError`.
        """
        with self.home.writing() as staging, _refusing(path):
            manifest = verified(path, staging)
            with self.database.reading() as connection:
                check_empty(connection, self.database.where)
            for folder in FOLDERS:
                _settle(staging / "home" / folder, self.home.folder / folder)
            for name in FILES:
                _settle_file(staging / "home" / name, self.home.folder / name)
            with gzip.open(staging / ROWS) as lines:
                load(self.database, lines, manifest.layout, manifest.rows_sha256)
            return manifest

    def _write(self, archive: tarfile.TarFile, staging: Path, at: datetime) -> Manifest:
        rows, unpacked = staging / ROWS, hashlib.sha256()
        with rows.open("wb") as raw, gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as packed:

            def write(line: bytes) -> None:
                unpacked.update(line)
                packed.write(line)

            layout, counts = dump(self.database, write)
        members = [add(archive, rows, ROWS)]
        members += [add(archive, file, name) for file, name in _files(self.home.folder)]
        manifest = Manifest(FORMAT, self.software, at, layout, dict(counts), unpacked.hexdigest(), tuple(members))
        (staging / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1))
        archive.add(staging / MANIFEST, MANIFEST)
        return manifest


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn what a damaged archive comes to into `BackupError`."""
    try:
        yield
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BackupError(f"the backup is damaged: {error}", where=Where(str(path))) from error


@contextmanager
def _becoming(path: Path) -> Iterator[Path]:
    """A file beside `path`, for its owner alone, that gets its name when all of it is written and on the disk."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield partial
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        try:
            os.link(partial, path)  # unlike a rename, it never replaces what came to be there meanwhile
        except FileExistsError as error:
            raise BackupError("there is a file of this name already", where=Where(str(path))) from error
    except OSError as error:
        raise BackupError(error.strerror or str(error), where=Where(str(path)), hint=ROOM) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for name in FOLDERS:
        for path in sorted((folder / name).rglob("*")):
            if path.is_symlink():
                raise BackupError("this is a link; a backup holds plain files only", where=Where(str(path)), hint=_LINK)
            if path.is_file():
                yield path, f"home/{path.relative_to(folder).as_posix()}"
    for name in FILES:
        if (path := folder / name).is_file():  # a link is followed: it is the operator's own file
            yield path.resolve(), f"home/{name}"


def _settle(staged: Path, place: Path) -> None:
    """Move a folder to its place in one step; where there is one already, it must hold the same files."""
    if not staged.exists():
        staged.mkdir(parents=True)
    if place.exists() and any(place.rglob("*")):
        if _hashes(staged) != _hashes(place):
            what = "the folder holds something else than the backup"
            raise BackupError(what, where=Where(str(place)), hint="Restore into a new home: --home FOLDER.")
        return
    shutil.rmtree(place, ignore_errors=True)
    for file in staged.rglob("*"):
        if file.is_file():
            settle(file, file)
    settle(staged, place)


def _settle_file(staged: Path, place: Path) -> None:
    """Move a file to its place, where there is none or the very same."""
    if not staged.exists():
        return
    if os.path.lexists(place):
        if not place.is_file() or place.read_bytes() != staged.read_bytes():
            what = "the file is not that of the backup"
            raise BackupError(what, where=Where(str(place)), hint="Restore into a new home: --home FOLDER.")
        return
    settle(staged, place)


def _hashes(folder: Path) -> Mapping[str, str]:
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
