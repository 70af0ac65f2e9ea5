"""The index of the subjects is brought up to date by segments."""

import numpy as np
import pytest

from namesake.candidates.index import build_index
from namesake.names.prepare import prepare
from namesake.revetting.segments import segment
from namesake.revetting.subject_index import (
    MOST_SEGMENTS,
    NOBODY,
    Current,
    SegmentData,
    mark_of,
    missing,
    outdated,
    subject_index,
)
from namesake.scoring.model import shipped
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.names import Name

MODEL = shipped()
OLD, NEW = mark_of("0f" * 32), mark_of("f0" * 32)


def people(*held: tuple[int, int, str]) -> SegmentData:
    made = ((number, mark, Entity("", "Person", (Name(name),))) for number, mark, name in held)
    return segment(made, MODEL.rarities)


def whom(name: str, current: Current, *segments: SegmentData) -> list[int]:
    index = subject_index(segments, measures(MODEL), current)
    return sorted(number for number, _ in index.candidates(prepare(Entity("e", "Person", (Name(name),))), 0))


FIRST = people((1, OLD, "Talvek Quoren"), (2, OLD, "Talvek Quoren"), (4, OLD, "Borogove Mimsy"))


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        pytest.param({1: OLD, 2: OLD, 4: OLD}, [1, 2], id="as-indexed"),
        pytest.param({1: OLD, 4: OLD}, [1], id="withdrawn"),
        pytest.param({1: OLD, 2: NEW, 4: OLD}, [1], id="changed"),
        pytest.param({}, [], id="nobody"),
        pytest.param({9: OLD}, [], id="others"),
    ],
)
def test_only_who_is_screened_as_indexed_is_found(marks: dict[int, int], found: list[int]) -> None:
    assert whom("Talvek Quoren", NOBODY.changed(marks), FIRST) == found


def test_another_segment_holds_who_changed() -> None:
    current = NOBODY.changed({1: OLD, 2: NEW, 4: OLD, 7: OLD})
    assert missing([FIRST], current) == [2, 7]
    second = people((2, NEW, "Borogove Mimsy"), (7, OLD, "Talvek Quoren"))
    assert missing([FIRST, second], current) == []
    assert whom("Talvek Quoren", current, FIRST, second) == [1, 7]
    assert whom("Borogove Mimsy", current, FIRST, second) == [2, 4]


def test_marks_are_replaced_one_by_one() -> None:
    current = NOBODY.changed({1: OLD, 3: NEW}).changed({3: 0, 6: OLD})
    assert (current.numbers(), current.size) == ([1, 6], 2)
    assert current.changed({}).marks.tolist() == current.marks.tolist()


def test_when_a_new_segment_is_worth_it() -> None:
    many = SegmentData(build_index([], MODEL.rarities), np.arange(1, 101), np.full(100, OLD, np.uint64))
    whole = dict.fromkeys(range(1, 101), OLD)
    assert not outdated([many], NOBODY.changed({**whole, 1: NEW, 2: 0}))
    assert outdated([many], NOBODY.changed({**whole, **dict.fromkeys(range(1, 22), NEW)}))
    assert outdated([many] * MOST_SEGMENTS, NOBODY.changed(whole))
    assert not outdated([], NOBODY)
