"""Versions and entries as bytes, and back."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from namesake.errors import HomeError, MalformedError, Where
from namesake.values.entities import ListEntry
from namesake.values.versions import ListVersion

LAYOUT = 1
"""The layout of the home that this software writes and reads."""

LEVEL = 4
"""Compression level: close to the best size at a third of its time."""

HINT = "Delete the folder named above and add the version again; the publisher's files are under blobs/."


class Record(msgspec.Struct, frozen=True):
    """A version as it stands in version.json; `arrival` counts from 1 over the whole home."""

    layout: int
    arrival: int
    version: ListVersion


_entries = msgspec.json.Decoder(ListEntry)
_records = msgspec.json.Decoder(Record)


def write_record(path: Path, record: Record) -> None:
    """Write version.json, indented for people."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")


def read_record(path: Path) -> Record:
    """Read version.json. Raises `HomeError` where it is damaged or of a later layout."""
    try:
        content = path.read_bytes()
        layout = msgspec.json.decode(content)["layout"]
        if layout == LAYOUT:
            return _records.decode(content)
    except (msgspec.MsgspecError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise HomeError(f"a record is damaged: {error}", where=Where(str(path)), hint=HINT) from error
    raise HomeError(
        f"a record has layout {layout}, this software reads layout {LAYOUT}",
        where=Where(str(path)),
        hint="Use the release of Namesake that wrote it, or a later one.",
    )


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
    try:
        with gzip.open(path, "rb") as lines:
            for line in lines:
                if holding in line:
                    yield _entries.decode(line)
    except (msgspec.MsgspecError, gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise HomeError(f"kept entries are damaged: {error}", where=Where(str(path)), hint=HINT) from error
