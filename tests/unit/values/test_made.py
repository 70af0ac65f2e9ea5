"""Values that are made by the million: frozen, and dataclasses to whoever asks."""

import copy
import pickle
from dataclasses import asdict, fields, is_dataclass, replace
from pprint import pformat

import msgspec
import pytest

from namesake.values.entities import Entity
from namesake.values.names import Name

ENTITY = Entity("E-1", "Person", (Name("Talvek Quoren"), Name("T. Quoren", "alias", weak=True)))


def test_it_is_a_dataclass_to_the_standard_library() -> None:
    assert is_dataclass(ENTITY)
    assert is_dataclass(Name)
    assert [item.name for item in fields(Name)] == ["text", "kind", "weak", "script", "language", "parts"]
    assert asdict(ENTITY)["names"][1]["text"] == "T. Quoren"
    assert replace(ENTITY, id="E-2") == Entity("E-2", "Person", ENTITY.names)
    assert pformat([ENTITY], width=1) == f"[{ENTITY!r}]"


def test_it_is_frozen_and_can_be_a_key() -> None:
    with pytest.raises(AttributeError):
        ENTITY.id = "E-2"  # type: ignore[misc]  # what must not be possible
    with pytest.raises(AttributeError):
        del ENTITY.id
    assert {ENTITY: 1}[replace(ENTITY)] == 1
    assert replace(ENTITY, schema="Company") != ENTITY


def test_it_is_copied_sent_to_other_processes_and_stored() -> None:
    assert copy.deepcopy(ENTITY) == ENTITY
    assert pickle.loads(pickle.dumps(ENTITY)) == ENTITY
    assert msgspec.json.decode(msgspec.json.encode(ENTITY), type=Entity) == ENTITY
