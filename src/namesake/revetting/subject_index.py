"""The index of the subjects: whom a new or changed entry could be.

It consists of segments. A segment is an index over subjects as they were at one time, and is never changed: when some
subjects change, they are indexed in a segment of their own, and what older segments say of them counts no more.
So the cost of bringing the index up to date grows with the change and not with the population.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.index import Candidate, Index, IndexData, Measures
from namesake.values.tokens import Prepared

MOST_OUTDATED = 0.2
"""A segment is worth making anew, together with the rest, when so much of the whole index is out of date."""
MOST_SEGMENTS = 8
"""Every segment is looked into for every entry, so that there should be few."""

Pairs = tuple[tuple[int, int], ...]


def mark_of(digest: str) -> int:
    """The hash of a subject's content, in hexadecimal, as a number of 64 bits that is not 0."""
    return int(digest[:16], 16) | 1


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # arrays are neither compared nor written out
class SegmentData:
    """An index and whom it holds: the number of each subject and the mark of its content, by its place in the index."""

    index: IndexData
    numbers: NDArray[np.int64]
    marks: NDArray[np.uint64]


class Current:
    """What the subjects are who are screened now: the mark of the content of each, by number; 0 for nobody.

    Marks and not versions, because a store that was restored from a copy gives the same version to other content.
    """

    def __init__(self, marks: NDArray[np.uint64]) -> None:
        self.marks = marks

    @property
    def size(self) -> int:
        """How many subjects are screened."""
        return int(np.count_nonzero(self.marks))

    def numbers(self) -> list[int]:
        """Of whom, by number."""
        return [int(number) for number in np.flatnonzero(self.marks)]

    def changed(self, marks: Mapping[int, int]) -> "Current":
        """The same with some subjects' marks replaced; 0 for who is not screened any more."""
        size = max(len(self.marks), max(marks, default=-1) + 1)
        found = np.zeros(size, np.uint64)
        found[: len(self.marks)] = self.marks
        for number, mark in marks.items():
            found[number] = mark
        return Current(found)

    def holds(self, segment: SegmentData) -> NDArray[np.bool_]:
        """Which subjects of a segment are screened now with just that content. Numbers below zero are nobody's."""
        numbers = segment.numbers
        known = (numbers >= 0) & (numbers < len(self.marks))
        found = np.zeros(len(numbers), np.bool_)
        found[known] = self.marks[numbers[known]] == segment.marks[known]
        return found


NOBODY = Current(np.zeros(0, np.uint64))
"""A population without subjects."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KeptIndex:
    """An index of subjects as it is kept: its segments, who is screened, and `stamp`, which says in what state of which
    population it was right."""

    stamp: str
    segments: tuple[SegmentData, ...]
    current: Current


class _Part(NamedTuple):
    """A segment, ready for use, and which of its places count."""

    probed: Index
    numbers: NDArray[np.int64]
    counts: NDArray[np.bool_]


class SubjectIndex:
    """Finds subjects among all segments."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = parts

    def candidates(self, entry: Prepared, threshold: int) -> Iterator[tuple[int, Pairs | None]]:
        """The subjects that an entry could be, each once, with the pairs of names (the subject's first) that could
        decide; None for all pairs."""
        for probed, numbers, counts in self._parts:
            for candidate in probed.candidates(entry, threshold):
                if counts[candidate.entity]:
                    yield int(numbers[candidate.entity]), _turned(candidate)

    def canaries(self) -> Iterator["SubjectIndex"]:
        """Each segment as an index of its invented subjects alone."""
        for probed, numbers, _ in self._parts:
            yield SubjectIndex([_Part(probed, numbers, numbers < 0)])


def subject_index(segments: Sequence[SegmentData], measures: Measures, current: Current) -> SubjectIndex:
    """The index of the subjects who are screened now."""
    return SubjectIndex(
        [_Part(Index(segment.index, measures), segment.numbers, current.holds(segment)) for segment in segments]
    )


def missing(segments: Sequence[SegmentData], current: Current) -> list[int]:
    """The numbers of the subjects that no segment holds as they are now."""
    wanted: NDArray[np.bool_] = current.marks > 0
    for segment in segments:
        wanted[segment.numbers[current.holds(segment)]] = False
    return [int(number) for number in np.flatnonzero(wanted)]


def outdated(segments: Sequence[SegmentData], current: Current) -> bool:
    """Whether so much is out of date, or in so many pieces, that one new segment should replace all."""
    size = sum(int((segment.numbers >= 0).sum()) for segment in segments)
    good = sum(int(current.holds(segment).sum()) for segment in segments)
    return len(segments) >= MOST_SEGMENTS or size - good > MOST_OUTDATED * size


def _turned(candidate: Candidate) -> Pairs | None:
    """Pairs of names as the scorer takes them: by the subject's name, then the entry's."""
    if candidate.pairs is None:
        return None
    return tuple(sorted((position, own) for own, position in candidate.pairs))
