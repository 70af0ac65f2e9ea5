"""Files that a user or a download supplies become parts: plain, gzip or zip, recognised by their content.

Nothing is ever written to a path that an archive names. An archive inside an archive is not opened.
"""

import gzip
import os
import stat
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from namesake.errors import MalformedError, PartUnknownError, UnreadableError, Where
from namesake.feeds import archives
from namesake.feeds.measures import Budget, Measured, measure
from namesake.feeds.part_names import safe_name
from namesake.values.limits import UnpackLimits
from namesake.values.versions import Part

GZIP = b"\x1f\x8b"
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")


def open_parts(paths: Sequence[Path], limits: UnpackLimits) -> list[Part]:
    """The parts in some files, every one read through once, so that its hash and size are known.

    Raises `UnreadableError` (missing, not a regular file, not permitted), `MalformedError` (a damaged or cut
    off archive), `OversizeError` (unpacks to more than the limits) or `PartUnknownError` (two of one name).
    """
    budget = Budget(limits)
    parts = [part for path in paths for part in _parts(path, budget)]
    names: set[str] = set()
    for part in parts:
        if part.name in names:
            raise PartUnknownError(
                "two files of this name were given",
                where=Where(part.name),
                hint="Give each file of the publication once; another edition is another version.",
            )
        names.add(part.name)
    return parts


def _parts(path: Path, budget: Budget) -> list[Part]:
    where = Where(safe_name(path.name))
    try:
        with _regular(path) as stream:
            magic = stream.read(4)
        packed = path.stat().st_size
        if magic.startswith(ZIPS) and not archives.is_document(path, budget, where):
            return archives.parts(path, budget, where)
        if magic.startswith(GZIP):
            return [_gzipped(path, packed, budget)]
        return [_plain(path, where, budget)]
    except OSError as error:
        raise UnreadableError(error.strerror or "cannot be read", where=Where(str(path))) from error


def _plain(path: Path, where: Where, budget: Budget) -> Part:
    opener = partial(_regular, path)
    found = measure(opener, budget, None, where)
    return _part(where.file, found, opener)


def _gzipped(path: Path, packed: int, budget: Budget) -> Part:
    name = safe_name(path.name[:-3] if path.name.lower().endswith(".gz") else path.name)
    opener = partial(_gunzip, path)
    where = Where(safe_name(path.name))
    try:
        found = measure(opener, budget, packed, where)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise MalformedError(f"the gzip file is damaged or cut off: {error}", where=where) from error
    return _part(name, found, opener)


def _part(name: str, found: Measured, opener: Callable[[], BinaryIO]) -> Part:
    return Part(name, found.sha256, found.size, opener)


def _gunzip(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(path, "rb"))


def _regular(path: Path) -> BinaryIO:
    """Open a regular file and nothing else; without waiting, as a FIFO would make us wait for ever."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            kind = "a folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "not a regular file"
            raise UnreadableError(f"this is {kind}", where=Where(str(path)))
        return os.fdopen(number, "rb")
    except BaseException:
        os.close(number)
        raise
