"""Canaries are heard, and a silent list, script or index is told."""

from collections.abc import Iterable, Sequence

import pytest

from namesake.candidates.index import Index, build_index
from namesake.kernels.scripts import CLASSES
from namesake.names.prepare import prepare
from namesake.revetting.canaries import (
    canaries,
    entries,
    heard_among_subjects,
    heard_in_lists,
    is_canary,
    subjects,
)
from namesake.revetting.segments import segment
from namesake.revetting.subject_index import NOBODY, SegmentData, SubjectIndex, subject_index
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import reference
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.matches import ListedRef
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.revets import Canary, EntryRef

MODEL = shipped()
SCORER = Scorer(MODEL)
LISTS = ("eu_fsf", "un_sc_sanctions")
POLICIES = [Policy(), Policy(review_from=0.0001), Policy(review_from=0.9999, strong_from=0.99999)]
OTHERS = [reference(Entity(str(n), "Person", (Name(f"Borogove {n} Zubrelin"),)), "eu_fsf") for n in range(3)]


def all_entries() -> list[ListedRef]:
    return [*OTHERS, *(entry for name in LISTS for entry in entries(name))]


def in_lists(listed: Sequence[ListedRef], policy: Policy) -> set[tuple[int, EntryRef]]:
    index = Index(build_index((prepare(entry.entity) for entry in listed), MODEL.rarities), measures(MODEL))
    return heard_in_lists(index, listed, SCORER, policy)


def people(count: int) -> SegmentData:
    made = [(number, 1, Entity("", "Person", (Name(f"Zubrelin Quoxtalvek {number}"),))) for number in range(count)]
    return segment(made, MODEL.rarities)


def indexed(*segments: SegmentData) -> SubjectIndex:
    return subject_index(segments, measures(MODEL), NOBODY.changed({1: 1}))


def silent(found: Iterable[Canary]) -> list[tuple[str, str]]:
    return [(canary.list, canary.script) for canary in found if canary.state == "silent"]


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: str(policy.review_from))
def test_every_canary_is_heard(policy: Policy) -> None:
    found = canaries(LISTS, in_lists(all_entries(), policy), among(indexed(people(3), people(0)), policy))
    assert [(canary.list, canary.script) for canary in found] == [
        (name, script) for name in LISTS for script in CLASSES
    ]
    assert silent(found) == []


def among(index: SubjectIndex, policy: Policy) -> set[tuple[int, EntryRef]]:
    return heard_among_subjects(index, LISTS, SCORER, policy)


def test_a_silent_list_is_told() -> None:
    listed = [entry for entry in all_entries() if entry.scope != "eu_fsf"]
    assert silent(canaries(LISTS, in_lists(listed, Policy()))) == [("eu_fsf", script) for script in CLASSES]


@pytest.mark.parametrize("script", CLASSES)
def test_a_silent_script_is_told(script: str) -> None:
    listed = [entry for entry in all_entries() if not entry.entry_id.startswith(script)]
    assert silent(canaries(LISTS, in_lists(listed, Policy()))) == [(name, script) for name in LISTS]


def test_every_segment_of_the_subjects_must_be_heard() -> None:
    whole = people(2)
    deaf = SegmentData(build_index([], MODEL.rarities), whole.numbers[:0], whole.marks[:0])
    assert len(silent(canaries(LISTS, among(indexed(whole, deaf), Policy())))) == len(LISTS) * len(CLASSES)
    assert len(silent(canaries(LISTS, among(indexed(), Policy())))) == len(LISTS) * len(CLASSES)


def test_invented_subjects_are_nobody_for_others_entries() -> None:
    index = indexed(people(2))
    found = [number for entry in all_entries() for number, _ in index.candidates(prepare(entry.entity), -10_000)]
    assert set(found) == {1}
    assert all(number < 0 for number, _ in subjects())
    assert [is_canary(entry) for entry in all_entries()] == [False] * 3 + [True] * 16
