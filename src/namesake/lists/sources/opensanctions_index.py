"""index.json of an OpenSanctions data set: its name, date and count, and checksums of its files."""

import hashlib
from dataclasses import replace
from pathlib import PurePosixPath

import msgspec

from namesake.errors import MalformedError, Where
from namesake.lists.sources.opensanctions_records import dated, slugged
from namesake.values.entities import Note
from namesake.values.versions import Part, Publication

_LARGEST = 8 * 1024 * 1024
_CHUNK = 1024 * 1024


class _Resource(msgspec.Struct, frozen=True):
    name: str
    checksum: str = ""


class _Index(msgspec.Struct, frozen=True):
    """The members of an index that we use; all others are ignored."""

    name: str
    resources: list[_Resource]
    entity_count: int | None = None
    target_count: int | None = None
    last_export: str = ""


def matches(part: Part) -> bool:
    """Whether a part is an index; entities have no resources."""
    return _index(part) is not None


def applied(publication: Publication, index: Part, data: Part) -> Publication:
    """The publication with what its index says. Raises `MalformedError` if a checksum says otherwise."""
    found = _index(index)
    if found is None:
        return publication
    checked = _checked(found, index, data)
    counted = found.entity_count if publication.form == "opensanctions-ftm" else found.target_count
    return replace(
        publication,
        kinds=(*publication.kinds, (index.name, "index")),
        scope=slugged(found.name),
        dated=dated(found.last_export) or publication.dated,
        stamp=found.last_export if dated(found.last_export) else publication.stamp,
        declared_count=counted,
        notes=(*publication.notes, *([] if checked else [_unchecked(data)])),
    )


def _index(part: Part) -> _Index | None:
    if not 0 < part.size <= _LARGEST:
        return None
    with part.open() as stream:
        if not stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return None
    try:
        with part.open() as stream:
            return msgspec.json.decode(stream.read(), type=_Index)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _checked(index: _Index, where: Part, data: Part) -> bool:
    name = PurePosixPath(data.name.replace("\\", "/")).name.removesuffix(".gz")
    declared = next((item.checksum for item in index.resources if item.name == name), "")
    if declared and _sha1(data) != declared.lower():
        what = f"the file is not the one that {where.name} describes: the checksums differ"
        raise MalformedError(what, where=Where(data.name))
    return bool(declared)


def _sha1(part: Part) -> str:
    digest = hashlib.sha1(usedforsecurity=False)  # the publisher's choice, against accidents only
    with part.open() as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _unchecked(data: Part) -> Note:
    return Note("checksum-missing", "the index has no checksum for this file", Where(data.name))
