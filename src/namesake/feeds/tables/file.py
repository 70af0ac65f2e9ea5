"""A file on disk as a reader of tables may touch it: a regular one, opened safely, hashed whole."""

import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from namesake.errors import EmptyInputError, UnreadableError, Where

BLOCK = 1 << 20


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes. Raises `UnreadableError` for whatever the system has against it."""
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), where=Where(str(path))) from error


def check(path: Path) -> None:
    """Refuse what is no regular file with content: reading from a pipe or a device might never end."""
    where = Where(str(path))
    try:
        found = path.stat()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableError(getattr(error, "strerror", "") or str(error), where=where) from error
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableError("this is a directory", where=where, hint="Name one file in it.")
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError("this is not a regular file", where=where, hint="Save the data to a file first.")
    if found.st_size == 0:
        raise EmptyInputError("the file is empty", where=where)


def sha256(path: Path) -> str:
    """The SHA-256 of the whole file, in hexadecimal."""
    digest = hashlib.sha256()
    with opened(path) as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def head(path: Path, size: int = 1 << 16) -> bytes:
    """The first bytes."""
    with opened(path) as stream:
        return stream.read(size)


def blocks(path: Path) -> Iterator[bytes]:
    """The whole file in blocks."""
    with opened(path) as stream:
        while block := stream.read(BLOCK):
            yield block
