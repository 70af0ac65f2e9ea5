"""A list of invented people held in memory, and what is screened against it. Nothing is read from a disk."""

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from benchmarks.speed.timing import Took, took
from namesake.candidates.index import Index, IndexData, build_index
from namesake.entities.given import read
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import Screening, reference
from namesake.screening.weights import measures
from namesake.values.entities import Entity, Subject
from namesake.values.matches import ListedRef
from namesake.values.policies import Policy
from namesake.values.tokens import Prepared

Record = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """A list with its index, and how long it took to build: from records to entities, to names, and to the index."""

    index: IndexData
    screening: Screening
    reading: Took
    preparing: Took
    indexing: Took

    @property
    def bytes_of_index(self) -> int:
        """The size of its arrays."""
        parts = self.index.partitions.values()
        arrays = sum(getattr(part, item.name).nbytes for part in parts for item in fields(part))
        return int(arrays + self.index.ids.nbytes + self.index.id_entities.nbytes)


class _Entries:
    """The listed people by number, made when they are asked for, as a stored index reads them."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    def __getitem__(self, number: int) -> ListedRef:
        return reference(person(self._records[number], str(number)), "crowd")


def person(record: Record, number: str = "") -> Entity:
    """A record as an entity."""
    return read(record, "Person", number)[0]


def hold(records: Sequence[Record]) -> Held:
    """Index some records. What was only needed for building is given back, and Python's collector told to leave the
    rest alone: a process that maps a stored index has no million objects to go through either."""
    model = shipped()
    entities: list[Entity] = []
    prepared: list[Prepared] = []
    built: list[IndexData] = []
    reading = took(lambda: entities.extend(person(record, str(number)) for number, record in enumerate(records)))
    preparing = took(lambda: prepared.extend(map(prepare, entities)))
    indexing = took(lambda: built.append(build_index(prepared, model.rarities)))
    entities.clear()
    prepared.clear()
    gc.collect()
    gc.freeze()
    screening = Screening(Index(built[0], measures(model)), _Entries(records), Scorer(model), Policy())
    return Held(built[0], screening, reading, preparing, indexing)


def found(screening: Screening, records: Iterable[Record]) -> int:
    """Screen records one after the other, explanations included; how many matches they have."""
    return sum(len(screening.screen(Subject("", person(record))).matches) for record in records)
