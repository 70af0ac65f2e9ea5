"""The index of the subjects: whom a new or changed entry could be.

It consists of segments. A segment is an index over subjects in certain versions and is never changed: when some
subjects change, they are indexed in a segment of their own, and what older segments say of them counts no more.
So the cost of bringing the index up to date grows with the change and not with the population.
"""

from collections.abc import Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class SegmentData:
    """An index and whom it holds: the number and version of each subject, by its place in the index."""

    index: IndexData
    numbers: NDArray[np.int64]
    versions: NDArray[np.int32]


class Current:
    """The version that each subject is in now, by number; 0 for those that are not screened."""

    def __init__(self, numbers: Sequence[int], versions: Sequence[int]) -> None:
        held = np.asarray(numbers, np.int64)
        self._versions = np.zeros(int(held.max()) + 1 if len(held) else 0, np.int32)
        self._versions[held] = versions

    @property
    def versions(self) -> NDArray[np.int32]:
        """By number; 0 where there is nobody."""
        return self._versions

    def holds(self, numbers: NDArray[np.int64], versions: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Which of some subjects are screened now in just that version. Numbers below zero are nobody's."""
        known = (numbers >= 0) & (numbers < len(self._versions))
        found = np.zeros(len(numbers), np.bool_)
        found[known] = self._versions[numbers[known]] == versions[known]
        return found


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
        [
            _Part(Index(segment.index, measures), segment.numbers, current.holds(segment.numbers, segment.versions))
            for segment in segments
        ]
    )


def missing(segments: Sequence[SegmentData], current: Current) -> list[int]:
    """The numbers of the subjects that no segment holds as they are now."""
    wanted: NDArray[np.bool_] = current.versions > 0
    for segment in segments:
        wanted[segment.numbers[current.holds(segment.numbers, segment.versions)]] = False
    return [int(number) for number in np.flatnonzero(wanted)]


def outdated(segments: Sequence[SegmentData], current: Current) -> bool:
    """Whether so much is out of date, or in so many pieces, that one new segment should replace all."""
    size = sum(int((segment.numbers >= 0).sum()) for segment in segments)
    good = sum(int(current.holds(segment.numbers, segment.versions).sum()) for segment in segments)
    return len(segments) >= MOST_SEGMENTS or size - good > MOST_OUTDATED * size


def _turned(candidate: Candidate) -> Pairs | None:
    """Pairs of names as the scorer takes them: by the subject's name, then the entry's."""
    if candidate.pairs is None:
        return None
    return tuple(sorted((position, own) for own, position in candidate.pairs))
