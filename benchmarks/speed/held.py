"""A list of invented people held in memory, and what is screened against it. Nothing is read from a disk."""

import gc
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import overload

from benchmarks.speed.timing import Took, took
from namesake.candidates.index import Index, IndexData, index_of
from namesake.candidates.partition import Partition
from namesake.entities.given import read
from namesake.names.prepare import READING
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import Screening, reference
from namesake.screening.weights import measures
from namesake.values.entities import Entity, Subject
from namesake.values.matches import ListedRef
from namesake.values.policies import Policy

Record = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """A list with its index, how long it took to build from records (`indexing`), and how long it takes once more to
    read those alone (`reading`)."""

    index: IndexData
    screening: Screening
    indexing: Took
    reading: Took

    @property
    def bytes_of_index(self) -> int:
        """The size of its arrays."""
        keys = (self.index.ids, self.index.id_entities, self.index.places, self.index.place_entities)
        return self.bytes_of_arrays() + sum(int(item.nbytes) for item in keys)

    def bytes_of_arrays(self, prefix: str = "") -> int:
        """The size of those arrays of the partitions whose names begin so."""
        parts = self.index.partitions.values()
        names = [item.name for item in fields(Partition) if item.name.startswith(prefix)]
        return sum(int(getattr(part, name).nbytes) for part in parts for name in names)


class Written(Sequence[Record]):
    """Names of people end to end, as a file holds them, each a record when it is read: a million dictionaries would be
    a third of all the memory that is measured."""

    def __init__(self, names: Iterable[str]) -> None:
        self._ends = array("Q", [0])
        self._text = b"".join(map(self._counted, names))

    def _counted(self, name: str) -> bytes:
        written = name.encode()
        self._ends.append(self._ends[-1] + len(written))
        return written

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> list[Record]: ...
    def __getitem__(self, number: int | slice) -> Record | list[Record]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        return {"name": [self._text[self._ends[number] : self._ends[number + 1]].decode()]}


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
    """Index some records, which are read one by one. Python's collector is told to leave what is there alone: a process
    that maps a stored index has no more objects to go through either."""
    model = shipped()
    built: list[IndexData] = []
    indexing = took(lambda: built.append(index_of(_entities(records), READING, model.rarities)))
    reading = took(lambda: deque(_entities(records), maxlen=0))
    gc.collect()
    gc.freeze()
    screening = Screening(Index(built[0], measures(model)), _Entries(records), Scorer(model), Policy())
    return Held(built[0], screening, indexing, reading)


def _entities(records: Sequence[Record]) -> Iterator[Entity]:
    return (person(record, str(number)) for number, record in enumerate(records))


def found(screening: Screening, records: Iterable[Record]) -> int:
    """Screen records one after the other, explanations included; how many matches they have."""
    return sum(len(screening.screen(Subject("", person(record))).matches) for record in records)
