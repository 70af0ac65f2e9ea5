"""Looking into a workbook before the library that reads it does: real sizes, not declared ones."""

import zipfile
import zlib
from pathlib import Path

from namesake.errors import FormatUnknownError, InputOversizeError, UnreadableError, Where
from namesake.feeds.tables.shape import Limits

_BLOCK = 1 << 20
_MEMBERS = 5_000
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def check_workbook(path: Path, limits: Limits) -> None:
    """Unpack every member once, in blocks, and throw it away.

    Raises `InputOversizeError` when the archive or a member that is held in memory is larger than the
    limit, whatever its directory declares; `UnreadableError` for a damaged or encrypted archive; and
    `FormatUnknownError` for an archive that is no workbook.
    """
    where = Where(str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, where, limits)
    except _DAMAGE as error:
        raise UnreadableError(f"the workbook is damaged or incomplete: {error}", where=where) from error


def _check(archive: zipfile.ZipFile, where: Where, limits: Limits) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise FormatUnknownError("this is an archive but not an XLSX workbook", where=where, hint=_hint(names))
    if len(members) > _MEMBERS:
        raise InputOversizeError(f"the workbook has {len(members):,} parts", where=where)
    left = limits.unpacked
    for member in members:
        streamed = member.filename.startswith("xl/worksheets/")
        most = left if streamed else min(left, limits.member)
        left -= _size(archive, member, most, where)


def _hint(names: set[str]) -> str:
    if "mimetype" in names:
        return "OpenDocument is not read. Save the table as XLSX or CSV."
    return "Unpack the archive and name the file in it."


def _size(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, where: Where) -> int:
    size = 0
    with archive.open(member) as stream:
        while block := stream.read(_BLOCK):
            size += len(block)
            if size > most:
                what = f"{member.filename[:80]} unpacks to more than {most:,} bytes"
                raise InputOversizeError(what, where=where)
    return size
