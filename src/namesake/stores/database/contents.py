"""Values as text and back: what is stored of a subject, and the hash that tells whether its content changed."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import msgspec

from namesake.errors import NOWHERE
from namesake.values.entities import Entity, Note, Subject
from namesake.values.populations import Offered

_Json: TypeAlias = Any
"""What a value is made of in JSON, which `msgspec` types no closer."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes with a subject and is no part of its content: the file's own columns, and what was noted."""

    columns: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()


class Written(msgspec.Struct, frozen=True, array_like=True):
    """A subject as it is stored: its keys, the hash of its content, the content and what is carried as JSON, and its
    references of redress as text, a blank between two."""

    key: str
    row_key: str
    hash: str
    content: str
    carried: str
    redress: str = ""


_encoder = msgspec.json.Encoder()
_sorted = msgspec.json.Encoder(order="sorted")
_entities = msgspec.json.Decoder(Entity)
_carried = msgspec.json.Decoder(Carried)


def written(offered: Offered) -> Written:
    """A subject as it is stored; half a character (a lone surrogate), which no file can hold, becomes U+FFFD."""
    subject, references = offered.subject, " ".join(offered.subject.references)
    try:
        return _written(offered.row_key, subject.entity, _carried_of(subject), references)
    except UnicodeEncodeError:
        entity = msgspec.convert(_mended(msgspec.to_builtins(subject.entity)), Entity)
        carried = msgspec.convert(_mended(msgspec.to_builtins(_carried_of(subject))), Carried)
        return _written(_mended(offered.row_key), entity, carried, references)


def _written(row_key: str, entity: Entity, carried: Carried, references: str) -> Written:
    content = _encoder.encode(entity).decode()
    return Written(entity.id, row_key, digest(entity), content, _encoder.encode(carried).decode(), references)


def digest(entity: Entity) -> str:
    """The SHA-256 of an entity's content: of what it has, so that a field that is added later changes nothing."""
    return hashlib.sha256(_sorted.encode(_bare(msgspec.to_builtins(entity)))).hexdigest()


def subject_of(content: str, carried: str, references: str = "") -> Subject:
    """A subject as it was stored. Raises `msgspec.MsgspecError` for what we never wrote."""
    entity, also = _entities.decode(content), _carried.decode(carried)
    return Subject(entity.id, entity, 0, also.columns, also.notes, tuple(references.split()))


def _carried_of(subject: Subject) -> Carried:
    notes = tuple(replace(note, where=NOWHERE) for note in subject.notes)
    return Carried(subject.columns, tuple(dict.fromkeys(notes)))


def _bare(value: _Json) -> _Json:
    """A value without its empty fields."""
    if isinstance(value, Mapping):
        return {name: _bare(item) for name, item in value.items() if item not in (None, "", [], ())}
    return [_bare(item) for item in value] if isinstance(value, list | tuple) else value


def _mended(value: _Json) -> _Json:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {name: _mended(item) for name, item in value.items()}
    return [_mended(item) for item in value] if isinstance(value, list | tuple) else value
