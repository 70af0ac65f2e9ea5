"""The publishers' files, kept by the hash of their content."""

import gzip
import hashlib
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from namesake.errors import MalformedError, Where
from namesake.stores.home import Home, settle
from namesake.stores.records import LEVEL
from namesake.values.limits import MIB
from namesake.values.versions import Part, PartRef


def keep_part(home: Home, staging: Path, part: Part) -> None:
    """Keep a part's content, once. Raises `MalformedError` if it is no longer what its hash says."""
    place = _place(home, part.sha256)
    if place.exists():
        return
    staged = staging / place.name
    digest = hashlib.sha256()
    with (
        part.open() as content,
        staged.open("wb") as raw,
        gzip.GzipFile("", "wb", LEVEL, raw, mtime=0) as out,
    ):
        while chunk := content.read(MIB):
            digest.update(chunk)
            out.write(chunk)
    if digest.hexdigest() != part.sha256:
        raise MalformedError("the file changed while it was being read", where=Where(part.name))
    settle(staged, place)


def kept_part(home: Home, ref: PartRef) -> Part | None:
    """A part as it was kept, or None."""
    place = _place(home, ref.sha256)
    return Part(ref.name, ref.sha256, ref.size, partial(_open, place)) if place.is_file() else None


def _place(home: Home, sha256: str) -> Path:
    return home.blobs / f"{sha256}.gz"


def _open(place: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(place, "rb"))
