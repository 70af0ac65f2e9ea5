"""FollowTheMoney entities, one JSON object a line: entities.ftm.json and targets.nested.json."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from namesake.errors import EmptyPartError, MalformedError, OversizeError, PartUnknownError, Where
from namesake.lists.sources.opensanctions_entities import Entities
from namesake.lists.sources.opensanctions_records import SOURCE_ID, dated, latest, scope, strings
from namesake.values.entities import ListEntry, Note
from namesake.values.versions import Part, Publication

_LONGEST = 32 * 1024 * 1024  # bytes of one line; a nested target has at most a few
_MOST_BROKEN = 0.1  # share of lines; more is no accident of one record
_EXAMPLES = 20

Record = dict[str, Any]


@dataclass(slots=True)
class _Reading:
    """What is known of a file while it is read line by line."""

    part: Part
    entities: Entities = field(default_factory=Entities)
    entries: list[ListEntry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    keys: Counter[str] = field(default_factory=Counter)
    datasets: set[str] = field(default_factory=set)
    stamp: str = ""
    broken: int = 0


def matches(part: Part) -> bool:
    """Whether the first line begins a JSON object with the key of an entity."""
    with part.open() as stream:
        head = stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    return part.size == 0 or (head.startswith(b"{") and b'"' in head)


def read(part: Part) -> Publication:
    """The entities of a file, those of every schema; edges are links of the entities that they join, too.

    Raises `EmptyPartError`, `PartUnknownError` where no line is an entity, `OversizeError` for a line of more
    than 32 MiB, and `MalformedError` where the last line is cut or more than a tenth of the lines are broken.
    Single broken lines are notes.
    """
    reading, count = _Reading(part), 0
    for number, line in _lines(part):
        count += 1
        if not _kept(reading, number, line):
            _broken(reading, number, line)
    if not count:
        raise EmptyPartError("the file has no entities", where=Where(part.name))
    if not reading.entries:
        raise PartUnknownError("no line is a FollowTheMoney entity", where=Where(part.name))
    if reading.broken > count * _MOST_BROKEN:
        raise MalformedError(f"{reading.broken} of {count} lines are no entities", where=Where(part.name))
    return _publication(reading)


def _broken(reading: _Reading, number: int, line: bytes) -> None:
    where = Where(reading.part.name, number)
    if reading.entries and not line.endswith(b"\n"):
        raise MalformedError("the file is cut: its last line is no whole entity", where=where)
    reading.broken += 1
    if reading.broken <= _EXAMPLES:
        text = f"not an entity: {line[:80].decode('utf-8', 'replace')!r}"
        reading.notes.append(Note("entity-unreadable", text, where))


def _lines(part: Part) -> Iterator[tuple[int, bytes]]:
    with part.open() as stream:
        number = 0
        while line := stream.readline(_LONGEST + 1):
            number += 1
            if len(line) > _LONGEST:
                raise OversizeError(f"a line of more than {_LONGEST:,} bytes", where=Where(part.name, number))
            line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if line.strip():
                yield number, line


def _record(line: bytes) -> Record | None:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    whole = isinstance(found, dict) and all(isinstance(found.get(key), str) for key in ("id", "schema"))
    return found if whole and found["id"].strip() and isinstance(found.get("properties"), dict) else None


def _kept(reading: _Reading, number: int, line: bytes) -> bool:
    record = _record(line)
    if record is None:
        return False
    key = record["id"].strip()
    reading.keys[key] += 1
    suffix = f"#{reading.keys[key]}" if reading.keys[key] > 1 else ""
    if suffix:
        text = f"the id {key} occurs again; kept as {key}{suffix}"
        reading.notes.append(Note("id-repeated", text, Where(reading.part.name, number)))
    try:
        reading.entries.append(reading.entities.entry(record, key + suffix))
    except RecursionError:  # entities inside entities to an absurd depth
        return False
    reading.datasets.update(name for name in strings(record, "datasets") if len(name) <= 200)
    reading.stamp = latest([reading.stamp, str(record.get("last_seen", ""))])
    return True


def _publication(reading: _Reading) -> Publication:
    part, entities = reading.part, reading.entities
    nested = entities.nested or "nested" in part.name.casefold()
    unread = [Note("value-unreadable", text, Where(part.name)) for text in entities.unread()]
    more = reading.broken - _EXAMPLES
    if more > 0:
        unread.append(Note("entity-unreadable", f"{more} more lines are no entities", Where(part.name)))
    return Publication(
        source=SOURCE_ID,
        form="opensanctions-nested" if nested else "opensanctions-ftm",
        entries=tuple(entities.joined(reading.entries)),
        kinds=((part.name, "main"),),
        dated=dated(reading.stamp),
        stamp=reading.stamp,
        scope=scope(reading.datasets),
        notes=(*reading.notes, *unread),
    )
