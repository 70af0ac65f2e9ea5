"""The index over a set of entities: who could be the subject."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.births import BirthWeights
from namesake.candidates.building import partition_of
from namesake.candidates.drafting import Draft
from namesake.candidates.keys import Keys, holders, id_keys, place_keys
from namesake.candidates.partition import CLASSES, Partition
from namesake.candidates.probe import Probe
from namesake.kernels.bench import Rules
from namesake.kernels.items import Weights
from namesake.kernels.rarity import Rarities
from namesake.values.entities import Entity
from namesake.values.schemas import kind_of
from namesake.values.tokens import NameClass, Prepared, Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity worth scoring: its number, the pairs of names (subject's, its own) that could decide, and what the
    best of them scores without any facts, in 1/1024 bit.

    None stands for all pairs: where an identifier is the same, names that would not do by themselves count too.
    """

    entity: int
    pairs: tuple[tuple[int, int], ...] | None
    bits: int = 0


@dataclass(frozen=True, slots=True)
class IndexData:
    """What an index consists of. `ids` (uint64, sorted) are hashes of identifiers and `id_entities` (int32) who has
    them; `places` and `place_entities` the same of what addresses are found by."""

    partitions: Mapping[NameClass, Partition]
    ids: NDArray[np.uint64]
    id_entities: NDArray[np.int32]
    places: NDArray[np.uint64]
    place_entities: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Measures:
    """What the index needs of a model: rarities and weights by class of names, rules of spelling, births, and the
    most that an address can add (1/1024 bit)."""

    rarities: Mapping[NameClass, Rarities]
    weights: Mapping[NameClass, Weights]
    rules: Rules
    births: BirthWeights
    addresses: int


class _Drafts:
    """What is taken down of entities of both classes."""

    def __init__(self, rarities: Mapping[NameClass, Rarities]) -> None:
        self._drafts = {kind: Draft(rarities[kind]) for kind in CLASSES}
        self._ids, self._places = Keys(), Keys()

    def add(self, number: int, entity: Prepared) -> None:
        for kind in classes(entity.entity):
            self._drafts[kind].add(number, entity)
        self._note(number, entity.entity)

    def read(self, number: int, entity: Entity, reading: Reading) -> None:
        if classes(entity) != ("person",):
            return self.add(number, reading.prepare(entity))
        self._drafts["person"].read(number, entity, reading)
        return self._note(number, entity)

    def _note(self, number: int, entity: Entity) -> None:
        if entity.identifiers:
            self._ids.add(number, id_keys(entity))
        if entity.addresses:
            self._places.add(number, place_keys(entity))

    def built(self) -> IndexData:
        partitions = {kind: partition_of(self._drafts.pop(kind), slips=kind != "person") for kind in CLASSES}
        return IndexData(partitions, *self._ids.arrays(), *self._places.arrays())


def build_index(entities: Iterable[Prepared], rarities: Mapping[NameClass, Rarities]) -> IndexData:
    """Index entities by their position. An entity that may be anything is in both partitions.

    The entities are gone through once and not kept, so that they may be made one by one.
    """
    drafts = _Drafts(rarities)
    for number, entity in enumerate(entities):
        drafts.add(number, entity)
    return drafts.built()


def index_of(entities: Iterable[Entity], reading: Reading, rarities: Mapping[NameClass, Rarities]) -> IndexData:
    """The same index of entities whose names are not taken apart yet: most need not be, which takes half the time."""
    drafts = _Drafts(rarities)
    for number, entity in enumerate(entities):
        drafts.read(number, entity, reading)
    return drafts.built()


def classes(entity: Entity) -> tuple[NameClass, ...]:
    """The partitions that an entity is in, as a subject and as an entry."""
    kind = kind_of(entity.schema)
    return ("person",) if kind == "person" else CLASSES if kind == "any" else ("other",)


class Index:
    """Finds candidates. Holds no state but a memory of what words reach, which changes no answer."""

    def __init__(self, data: IndexData, measures: Measures) -> None:
        self._data = data
        self._most_of_address = measures.addresses
        self._probes = {kind: Probe(data.partitions[kind], kind, measures) for kind in CLASSES}

    def candidates(self, subject: Prepared, threshold: int) -> Iterator[Candidate]:
        """Every entity that could reach the threshold (1/1024 bit), by rising number."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        best: dict[int, int] = {}
        data = self._data
        near = holders(data.places, data.place_entities, place_keys(subject.entity))
        for kind in classes(subject.entity):
            for own, number, position, bits in self._names(subject, kind, threshold, near):
                found[number].append((own, position))
                best[number] = max(bits, best.get(number, bits))
        same = holders(data.ids, data.id_entities, id_keys(subject.entity))
        for number in sorted(same.union(found)):
            pairs = None if number in same else tuple(sorted(set(found[number])))
            yield Candidate(number, pairs, best.get(number, 0))

    def _names(
        self, subject: Prepared, kind: NameClass, threshold: int, near: Collection[int]
    ) -> Iterator[tuple[int, int, int, int]]:
        """(own name, entity, its name, bits) of all pairs that may reach the threshold. To those that are `near` an
        address may add what it can."""
        partition, probe = self._data.partitions[kind], self._probes[kind]
        found = list(probe.pairs(subject, threshold))
        if near and self._most_of_address > 0:
            found += probe.among(subject, partition.names_of(near), threshold - self._most_of_address)
        for own, names in found:
            for name, bits in names:
                yield own, int(partition.entity[name]), int(partition.position[name]), bits
