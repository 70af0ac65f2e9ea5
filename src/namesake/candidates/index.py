"""The index over a set of entities: who could be the subject."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.births import born_of
from namesake.candidates.bound import Reach, Subject, possible_names
from namesake.candidates.building import build
from namesake.candidates.partition import CLASSES, Partition
from namesake.candidates.reach import Reached, Weights, reach
from namesake.fields.ids import comparable
from namesake.values.schemas import kind_of
from namesake.values.tokens import NameClass, Prepared, Token

MEMORY = 1 << 14
"""How many words of subjects are remembered with what they reach: real files repeat words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity worth scoring: its number, and the pairs of names (subject's, its own) that could decide.

    None stands for all pairs: where an identifier is the same, names that would not do by themselves count too.
    """

    entity: int
    pairs: tuple[tuple[int, int], ...] | None


@dataclass(frozen=True, slots=True)
class IndexData:
    """What an index consists of. `ids` (uint64, sorted) are hashes of identifiers and `id_entities` (int32)
    who has them."""

    partitions: Mapping[NameClass, Partition]
    ids: NDArray[np.uint64]
    id_entities: NDArray[np.int32]


def build_index(entities: Sequence[Prepared]) -> IndexData:
    """Index entities by their position. An entity that may be anything is in both partitions."""
    numbered = list(enumerate(entities))
    partitions = {kind: build((item for item in numbered if kind in classes(item[1])), kind) for kind in CLASSES}
    found = [(_id_key(key), number) for number, entity in numbered for key in _id_keys(entity)]
    found.sort()
    return IndexData(
        partitions,
        np.array([key for key, _ in found], np.uint64),
        np.array([number for _, number in found], np.int32),
    )


def classes(entity: Prepared) -> tuple[NameClass, ...]:
    """The partitions that an entity is in, as a subject and as an entry."""
    kind = kind_of(entity.entity.schema)
    return ("person",) if kind == "person" else CLASSES if kind == "any" else ("other",)


class Index:
    """Finds candidates. Holds no state but a memory of what words reach, which changes no answer."""

    def __init__(self, data: IndexData, weights: Mapping[NameClass, Weights]) -> None:
        self._data = data
        self._weights = weights
        self._reach = {kind: _remembering(data.partitions[kind], weights[kind]) for kind in CLASSES}

    def candidates(self, subject: Prepared, threshold: int) -> Iterator[Candidate]:
        """Every entity that could reach the threshold (1/1024 bit), by rising number."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for kind in classes(subject):
            for own, number, position in self._names(subject, kind, threshold):
                found[number].append((own, position))
        same = set(self._same_identifier(subject))
        for number in sorted(same.union(found)):
            yield Candidate(number, None if number in same else tuple(sorted(set(found[number]))))

    def _names(self, subject: Prepared, kind: NameClass, threshold: int) -> Iterator[tuple[int, int, int]]:
        partition = self._data.partitions[kind]
        using = (self._reach[kind], self._weights[kind])
        born = born_of(subject.entity)
        for own, parts in enumerate(subject.names):
            names = possible_names(partition, Subject(parts, born, threshold), kind, using)
            for number, position in zip(
                partition.entity[names].tolist(), partition.position[names].tolist(), strict=True
            ):
                yield own, number, position

    def _same_identifier(self, subject: Prepared) -> Iterable[int]:
        for key in _id_keys(subject):
            hashed = np.uint64(_id_key(key))
            first = int(np.searchsorted(self._data.ids, hashed, "left"))
            last = int(np.searchsorted(self._data.ids, hashed, "right"))
            yield from self._data.id_entities[first:last].tolist()


def _remembering(partition: Partition, weights: Weights) -> Reach:
    @lru_cache(maxsize=MEMORY)
    def remembered(text: str, script: str, worth: int, joined: bool) -> Reached:
        return reach(partition, Token(text, "name", text, script), worth, joined, weights)

    def of(token: Token, worth: int, joined: bool) -> Reached:
        return remembered(token.text, token.script, worth, joined)

    return of


def _id_keys(entity: Prepared) -> set[str]:
    return {key for item in entity.entity.identifiers if (key := comparable(item))}


def _id_key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")
