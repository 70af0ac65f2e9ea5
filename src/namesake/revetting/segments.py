"""Making a segment of the index of the subjects."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import numpy as np

from namesake.candidates.index import index_of
from namesake.kernels.rarity import Rarities
from namesake.names.prepare import READING
from namesake.revetting import canaries
from namesake.revetting.subject_index import SegmentData
from namesake.values.entities import Entity
from namesake.values.tokens import NameClass


def segment(subjects: Iterable[tuple[int, int, Entity]], rarities: Mapping[NameClass, Rarities]) -> SegmentData:
    """A segment of subjects, given as number, mark of the content and entity, which are gone through once and not
    kept. After them come the invented ones."""
    numbers, marks = array("q"), array("Q")
    invented = ((number, 1, subject.entity) for number, subject in canaries.subjects())

    def entities() -> Iterator[Entity]:
        for number, mark, entity in chain(subjects, invented):
            numbers.append(number)
            marks.append(mark)
            yield entity

    index = index_of(entities(), READING, rarities)
    return SegmentData(index, np.array(numbers, np.int64), np.array(marks, np.uint64))
