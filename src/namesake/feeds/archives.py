"""Zip archives: every file in one is a part."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from namesake.errors import EmptyPartError, MalformedError, OversizeError, Where
from namesake.feeds.measures import Budget, Measured, measure
from namesake.feeds.part_names import safe_name
from namesake.values.versions import Part

READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""bzip2 and LZMA are not read: they unpack without bound in one step, and no publisher uses them."""

DOCUMENT_MEMBERS = 1000
"""Files inside a workbook: a few for every sheet."""

DIRECTORY_PER_MEMBER = 1024
"""Bytes of the central directory that one member may take; real ones take under 200."""


def parts(path: Path, budget: Budget, where: Where) -> list[Part]:
    """The files in an archive, by their base names. Raises `MalformedError`, `OversizeError`."""
    with _archive(path, budget, where) as archive:
        members = [item for item in archive.infolist() if not item.is_dir() and not _resource_fork(item)]
        found = [_part(path, item, budget) for item in members]
        budget.compare(sum(part.size for part in found), path.stat().st_size, where)
    if not found:
        raise EmptyPartError("the archive holds no file", where=where)
    return found


def is_document(path: Path, budget: Budget, where: Where) -> bool:
    """Whether this is a workbook (Office Open XML, OpenDocument), which is a zip archive and yet one part.

    Its content is measured, so that no bomb reaches the reader of workbooks.
    """
    with _archive(path, budget, where) as archive:
        names = set(archive.namelist())
        if not names & {"[Content_Types].xml", "mimetype"}:
            return False
        inside = Budget(replace(budget.limits, members=DOCUMENT_MEMBERS))
        for item in archive.infolist():
            _measured(path, item, inside)
        budget.compare(inside.size, path.stat().st_size, where)
        return True


@contextmanager
def _archive(path: Path, budget: Budget, where: Where) -> Iterator[zipfile.ZipFile]:
    _check_directory(path, budget, where)
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError, struct.error) as error:
        raise MalformedError(f"the zip archive is damaged or cut off: {error}", where=where) from error


def _check_directory(path: Path, budget: Budget, where: Where) -> None:
    """Refuse an archive whose table of contents alone would fill the memory, before it is read."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - 65_557))
        tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) - end < 22:
        raise MalformedError("the zip archive is cut off: its table of contents is missing", where=where)
    (directory,) = struct.unpack_from("<I", tail, end + 12)
    if directory > DIRECTORY_PER_MEMBER * budget.limits.members:
        raise OversizeError(f"holds more than {budget.limits.members} files", where=where)


def _part(path: Path, item: zipfile.ZipInfo, budget: Budget) -> Part:
    found = _measured(path, item, budget)
    return Part(safe_name(item.filename), found.sha256, found.size, partial(_open, path, item))


def _measured(path: Path, item: zipfile.ZipInfo, budget: Budget) -> Measured:
    where = Where(f"{safe_name(path.name)}/{safe_name(item.filename)}")
    budget.admit(where)
    if item.flag_bits & 0x1:
        raise MalformedError("the file in the archive is encrypted", where=where)
    if item.compress_type not in READABLE:
        raise MalformedError("the file in the archive is compressed in an unusual way", where=where)
    return measure(partial(_open, path, item), budget, path.stat().st_size, where)


def _open(path: Path, item: zipfile.ZipInfo) -> BinaryIO:
    # The archive closes with its last open member, so the caller has one thing to close.
    with zipfile.ZipFile(path) as archive:
        return cast(BinaryIO, archive.open(item))


def _resource_fork(item: zipfile.ZipInfo) -> bool:
    """Macintosh keeps its own bookkeeping in archives; it is no part of any publication."""
    name = item.filename
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] == ".DS_Store"
