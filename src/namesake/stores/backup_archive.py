"""The archive that a backup is: its members, its manifest, and how both are compared."""

import hashlib
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

import msgspec

from namesake.errors import BackupError, Where

FORMAT = "namesake.backup/1"
ROWS = "database.jsonl.gz"
MANIFEST = "manifest.json"
FOLDERS = ("lists", "blobs", "models")
"""What of the home is kept in a backup: these folders ..."""
FILES = ("policy.toml",)
"""... and these files."""

ROOM = "Check the folder, its permissions and the free space, and run again."
"""What to do where the system refuses to read or write."""

_MOST_MANIFEST = 1 << 28
_BLOCK = 1 << 20


class Member(msgspec.Struct, frozen=True):
    """A file in a backup: its name in the archive, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds. `rows` counts the rows of each table; `rows_sha256` is over them all, unpacked."""

    format: str
    software: str
    made: datetime
    layout: int
    rows: dict[str, int]
    rows_sha256: str
    members: tuple[Member, ...]


def add(archive: tarfile.TarFile, path: Path, name: str) -> Member:
    """Add a file to an archive; how it is named there, its size and its hash."""
    archive.add(path, name, recursive=False)
    with path.open("rb") as file:
        return Member(name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def verified(path: Path, into: Path | None) -> Manifest:
    """Read a backup whole and compare it with its manifest; `into` is where its files go, if anywhere."""
    found: list[Member] = []
    manifest: Manifest | None = None
    where = Where(str(path))
    with _opened(path, where) as archive:
        for info in archive:
            content = archive.extractfile(info) if info.isreg() else None
            if content is None:
                raise BackupError(f"{info.name[:100]!r} is no plain file", where=where)
            if info.name == MANIFEST:
                manifest = _read_manifest(content, where)
            else:
                found.append(_copied(content, info.name, into, where))
    if manifest is None:
        raise BackupError("it has no manifest; it was cut off", where=where)
    if tuple(found) != manifest.members:
        raise BackupError("its content is not what its manifest says", where=where)
    return manifest


@contextmanager
def _opened(path: Path, where: Where) -> Iterator[tarfile.TarFile]:
    try:
        with path.open("rb") as file, tarfile.open(fileobj=file, mode="r:") as archive:
            yield archive
    except OSError as error:
        raise BackupError(error.strerror or str(error), where=where, hint=ROOM) from error


def _read_manifest(content: IO[bytes], where: Where) -> Manifest:
    try:
        manifest = msgspec.json.decode(content.read(_MOST_MANIFEST), type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BackupError(f"its manifest is damaged: {error}", where=where) from error
    if manifest.format != FORMAT:
        raise BackupError(f"its format is {manifest.format[:60]!r}, this software reads {FORMAT}", where=where)
    return manifest


def _copied(content: IO[bytes], name: str, into: Path | None, where: Where) -> Member:
    """Read a member, and write it to its place under `into`, from which no name may lead away."""
    parts = PurePosixPath(name).parts
    plain = name == "/".join(parts) and not {"..", ".", ""} & set(parts) and "\\" not in name and ":" not in name
    of_home = len(parts) > 1 and parts[0] == "home" and parts[1] in (FOLDERS if len(parts) > 2 else FILES)
    if not (name == ROWS or (plain and of_home)):
        raise BackupError(f"{name[:100]!r} has no place in a backup", where=where)
    digest, size = hashlib.sha256(), 0
    with _made(into.joinpath(*parts), where) if into else Path(os.devnull).open("wb") as target:
        while block := content.read(_BLOCK):
            digest.update(block)
            size += len(block)
            target.write(block)
    return Member(name, size, digest.hexdigest())


def _made(path: Path, where: Where) -> IO[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return path.open("xb")
    except FileExistsError as error:
        raise BackupError(f"{path.name[:100]!r} is in it twice", where=where) from error
