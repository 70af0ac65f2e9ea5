"""The index of the subjects of a population, brought up to date by what changed."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec
import numpy as np

from namesake.ports.populations import Populations
from namesake.ports.runs import Runs
from namesake.revetting.segments import segment
from namesake.revetting.subject_index import (
    NOBODY,
    Current,
    KeptIndex,
    SegmentData,
    SubjectIndex,
    mark_of,
    missing,
    outdated,
    subject_index,
)
from namesake.scoring.model import Model
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.revets import RunBegun


class Segments(Protocol):
    """Keeps indexes of subjects. It only spares work: an index may be forgotten at any time."""

    def read(self, population: str, model: str) -> KeptIndex | None:
        """The index of a population that was made with a model (by hash), or None."""
        ...

    def keep(self, population: str, model: str, index: KeptIndex) -> None:
        """Keep an index in place of the one before."""
        ...


class _Stamp(msgspec.Struct, frozen=True):
    """In which run an index was brought up to date. A store that was restored has another run of that number."""

    run: int
    began: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Indexing:
    """Keeps the index of the subjects up to date."""

    populations: Populations
    runs: Runs
    segments: Segments
    tell: Callable[[str], None]

    def index(self, run: int, begun: RunBegun, model: Model) -> SubjectIndex:
        """The index of the subjects in the state of the population that a run covers."""
        kept = self.segments.read(begun.population, model.hash)
        current, touched = self._current(kept, begun)
        segments = list(kept.segments) if kept else []
        if outdated(segments, current):
            segments = []
        if lacking := missing(segments, current):
            self.tell("indexing the subjects")
            segments.append(self._segment(lacking, current, begun, model))
        if touched or lacking:
            stamp = msgspec.json.encode(_Stamp(run, begun.began.isoformat(), begun.sequence)).decode()
            self.segments.keep(begun.population, model.hash, KeptIndex(stamp, tuple(segments), current))
        return subject_index(segments, measures(model), current)

    def _current(self, kept: KeptIndex | None, begun: RunBegun) -> tuple[Current, bool]:
        """Who is screened and what they are, and whether that is not what was kept."""
        since = self._sequence(kept, begun) if kept else None
        if kept is None or since is None:
            return self._everybody(begun), True
        touched = [subject.number for subject in self.populations.changed_since(begun.population, since)]
        return kept.current.changed(self._marks(touched, begun)), bool(touched)

    def _sequence(self, kept: KeptIndex, begun: RunBegun) -> int | None:
        """The state of this population that an index was right in; None where it may be that of another."""
        try:
            stamp = msgspec.json.decode(kept.stamp, type=_Stamp)
        except msgspec.MsgspecError:
            return None
        run = self.runs.run(stamp.run)
        same = run and (run.population, run.begun.began.isoformat()) == (begun.population, stamp.began)
        return stamp.sequence if same and stamp.sequence <= begun.sequence else None

    def _marks(self, numbers: Sequence[int], begun: RunBegun) -> dict[int, int]:
        found = dict.fromkeys(numbers, 0)
        for subject in self.populations.subjects(begun.population, numbers, at=begun.sequence):
            found[subject.number] = mark_of(subject.hash)
        return found

    def _everybody(self, begun: RunBegun) -> Current:
        numbers, marks = array("q"), array("Q")
        for subject in self.populations.subjects(begun.population, at=begun.sequence):
            numbers.append(subject.number)
            marks.append(mark_of(subject.hash))
        if not numbers:
            return NOBODY
        found = np.zeros(max(numbers) + 1, np.uint64)
        found[np.array(numbers)] = np.array(marks, np.uint64)
        return Current(found)

    def _segment(self, lacking: list[int], current: Current, begun: RunBegun, model: Model) -> SegmentData:
        numbers = lacking if len(lacking) < current.size else None  # all of them are read without being named

        def lacked() -> Iterator[tuple[int, int, Entity]]:
            for subject in self.populations.subjects(begun.population, numbers, at=begun.sequence):
                yield subject.number, mark_of(subject.hash), subject.subject.entity

        return segment(lacked(), model.rarities)
