"""Versions and entries as bytes, and back."""

import gzip
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from hashlib import blake2b
from io import BufferedReader, RawIOBase
from itertools import islice
from pathlib import Path
from typing import Any, cast

import msgspec

from namesake.errors import HomeError, MalformedError, Where
from namesake.values.entities import ListEntry
from namesake.values.versions import ListVersion

LAYOUT = 1
"""The layout of the home that this software writes and reads."""

LEVEL = 4
"""Compression level: close to the best size at a third of its time."""

_EXPIRES = b'"expires":"'
"""How the day on which an entry expires begins; within a text the quotes would be escaped."""
_AT_ONCE = 1 << 17

HINT = "Delete the folder named above and add the version again; the publisher's files are under blobs/."


class Record(msgspec.Struct, frozen=True):
    """A version as it stands in version.json; `arrival` counts from 1 over the whole home."""

    layout: int
    arrival: int
    version: ListVersion


class _Layout(msgspec.Struct):
    layout: int


_fields = [item for item in fields(ListVersion) if item.name != "notes"]
_VersionBrief = msgspec.defstruct(
    "_VersionBrief",
    [(item.name, item.type, msgspec.NODEFAULT if item.default is MISSING else item.default) for item in _fields],
)
_RecordBrief = msgspec.defstruct("_RecordBrief", [("layout", int), ("arrival", int), ("version", _VersionBrief)])

_entries = msgspec.json.Decoder(ListEntry)
_layouts = msgspec.json.Decoder(_Layout)
_records = msgspec.json.Decoder(Record)
_briefs = msgspec.json.Decoder(_RecordBrief)


def write_record(path: Path, record: Record) -> None:
    """Write version.json, indented for people."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")


def read_record(path: Path, *, notes: bool = True) -> Record:
    """Read version.json, with or without the notes. Raises `HomeError` where it is damaged or of a later layout."""
    try:
        content = path.read_bytes()
        layout = _layouts.decode(content).layout
        if layout == LAYOUT:
            return _records.decode(content) if notes else _without_notes(content)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise HomeError(f"a record is damaged: {error}", where=Where(str(path)), hint=HINT) from error
    raise HomeError(
        f"a record has layout {layout}, this software reads layout {LAYOUT}",
        where=Where(str(path)),
        hint="Use the release of Namesake that wrote it, or a later one.",
    )


def _without_notes(content: bytes) -> Record:
    """A record whose notes, of which there may be hundred thousands, are passed over and not made into objects."""
    found: Any = _briefs.decode(content)
    return Record(found.layout, found.arrival, ListVersion(**msgspec.structs.asdict(found.version)))


def write_entries(path: Path, entries: Iterable[ListEntry]) -> None:
    """Write entries.jsonl.gz; the same entries always give the same bytes.

    Raises `MalformedError` for text with half a character in it, which no file can hold.
    """
    encoder = msgspec.json.Encoder()
    with path.open("wb") as raw, gzip.GzipFile("", "wb", LEVEL, raw, mtime=0) as packed:
        for entry in entries:
            try:
                packed.write(encoder.encode(entry) + b"\n")
            except UnicodeEncodeError as error:
                raise MalformedError(f"entry {entry.id!r} holds what is no character: {error}") from error


def id_as_written(entry_id: str) -> bytes:
    """How an entry's id looks in entries.jsonl.gz, to find its line without decoding all the others."""
    return b'"id":' + msgspec.json.encode(entry_id.encode("utf-8", "replace").decode("utf-8"))


def read_entries(path: Path, holding: bytes = b"") -> Iterator[ListEntry]:
    """Read entries.jsonl.gz, or only the lines that hold a JSON text. Raises `HomeError` where damaged."""
    with _lines(path) as lines:
        for line in lines:
            if holding in line:
                yield _entries.decode(line)


def marks_of(path: Path) -> tuple[list[bytes], set[int]]:
    """A mark of each entry as it is written, in order: the same for the same bytes. And the places of those that
    expire on some day. Raises `HomeError` where damaged."""
    marks: list[bytes] = []
    expiring: set[int] = set()
    with _lines(path) as lines:
        for place, line in enumerate(lines):
            marks.append(blake2b(line, digest_size=16).digest())
            if _EXPIRES in line:
                expiring.add(place)
    return marks, expiring


def read_some(path: Path, places: Collection[int]) -> Iterator[ListEntry]:
    """Read the entries at some places. Raises `HomeError` where damaged."""
    last = max(places, default=-1)
    with _lines(path) as lines:
        for place, line in enumerate(islice(lines, last + 1)):
            if place in places:
                yield _entries.decode(line)


@contextmanager
def _lines(path: Path) -> Iterator[Iterable[bytes]]:
    try:
        with gzip.open(path, "rb") as packed, BufferedReader(cast("RawIOBase", packed), _AT_ONCE) as lines:
            yield lines
    except (msgspec.MsgspecError, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise HomeError(f"kept entries are damaged: {error}", where=Where(str(path)), hint=HINT) from error
