"""Re-vetting by what changed gives what screening everybody against everything gives, whatever changes."""

import hashlib
import random
import runpy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.candidates.index import Index, build_index
from namesake.names.prepare import prepare
from namesake.revetting.changes import Affected, Reasons, changes, standing
from namesake.revetting.contents import compared, digests, entry_ref, in_force
from namesake.revetting.differences import Differences, subject_delta
from namesake.revetting.planning import plan
from namesake.revetting.segments import segment
from namesake.revetting.subject_index import (
    NOBODY,
    SegmentData,
    SubjectIndex,
    mark_of,
    missing,
    outdated,
    subject_index,
)
from namesake.revetting.work import Vetting, by_number
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import reference
from namesake.screening.weights import measures
from namesake.values.entities import Entity, Subject
from namesake.values.matches import ListedRef
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import EntryRef, Found, Plan

World: Any = runpy.run_path(str(Path(__file__).with_name("engine_worlds.py")))["World"]
MODEL = shipped()
MEASURES = measures(MODEL)
SCORER = Scorer(MODEL)
NOW = datetime(2026, 1, 2, tzinfo=UTC)


@dataclass
class Land:
    """Lists and a population at one moment."""

    day: date = date(2026, 1, 2)
    entries: dict[EntryRef, ListedRef] = field(default_factory=dict)
    people: dict[int, EnrolledSubject] = field(default_factory=dict)

    def listed(self) -> dict[EntryRef, ListedRef]:
        return {ref: entry for ref, entry in self.entries.items() if in_force(entry, self.day)}

    def subjects(self) -> dict[int, Subject]:
        return {number: one.subject for number, one in self.people.items() if one.withdrawn is None}

    def marks(self) -> dict[int, int]:
        return {number: mark_of(one.hash) for number, one in self.people.items() if one.withdrawn is None}


class Changing:
    """Makes a land, and other lands out of it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.world = World(self.chance)
        self.made = 0

    def entry(self, like: ListedRef | None = None) -> ListedRef:
        self.made += 1
        entity = self.world.variant(like.entity, self.made) if like else self.world.entity(self.made)
        source = like.source if like else self.chance.choice(("one", "two"))
        entity = replace(entity, id=like.entry_id if like else entity.id)
        expires = date(2026, 1, 2) + timedelta(days=self.chance.randrange(6)) if self.chance.random() < 0.2 else None
        return replace(reference(entity, source), expires=expires)

    def person(self, number: int, land: Land, version: int = 1) -> EnrolledSubject:
        self.made += 1
        models = [entry.entity for entry in land.entries.values()]
        entity = self.world.variant(self.chance.choice(models), self.made) if models else self.world.entity(self.made)
        return EnrolledSubject("all", str(number), number, version, hashed(entity), Subject(str(number), entity), NOW)

    def begin(self, entries: int, people: int) -> Land:
        land = Land()
        for _ in range(entries):
            self.add(land)
        for _ in range(people):
            self.enrol(land)
        return land

    def add(self, land: Land) -> None:
        entry = self.entry()
        land.entries[entry_ref(entry)] = entry

    def amend(self, land: Land) -> None:
        if land.entries:
            former = self.chance.choice(list(land.entries.values()))
            land.entries[entry_ref(former)] = self.chance.choice(
                (self.entry(former), replace(former, programmes=(*former.programmes, f"P{self.made}")))
            )

    def delist(self, land: Land) -> None:
        if land.entries:
            del land.entries[self.chance.choice(list(land.entries))]

    def publish(self, land: Land) -> None:
        """Another version of the lists, which says nothing else."""
        land.entries = {ref: replace(entry, version=f"v{self.made}") for ref, entry in land.entries.items()}

    def enrol(self, land: Land) -> None:
        number = len(land.people) + 1
        land.people[number] = self.person(number, land)

    def correct(self, land: Land) -> None:
        if land.people:
            former = self.chance.choice(list(land.people.values()))
            land.people[former.number] = self.person(former.number, land, former.version + 1)

    def withdraw(self, land: Land) -> None:
        if land.people:
            former = self.chance.choice(list(land.people.values()))
            land.people[former.number] = replace(former, withdrawn=None if former.withdrawn else NOW)

    def wait(self, land: Land) -> None:
        """Days pass, or the clock is set back."""
        land.day += timedelta(days=self.chance.choice((1, 1, 2, -1)))

    def after(self, land: Land) -> Land:
        later = Land(land.day, dict(land.entries), dict(land.people))
        steps = (self.add, self.amend, self.amend, self.delist, self.publish, self.enrol, self.correct,
                 self.withdraw, self.wait)  # fmt: skip
        for _ in range(self.chance.choice((0, 1, 1, 2, 3, 6))):
            self.chance.choice(steps)(later)
        return later


class Office:
    """Keeps matches up to date by what changed."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.stood: list[Found] = []
        self.segments: list[SegmentData] = []
        self.plans: list[Plan] = []

    def everything(self, land: Land) -> list[Found]:
        """What screening everybody against everything finds, from nothing."""
        listed = list(land.listed().values())
        index = Index(build_index((prepare(entry.entity) for entry in listed), MODEL.rarities), MEASURES)
        vetting = Vetting(SCORER, self.policy)
        return sorted(vetting.subjects(land.subjects().items(), index, listed), key=lambda one: (one.number, one.entry))

    def revet(self, before: Land | None, land: Land) -> None:
        differences = differ(before, land)
        planned = plan(differences, len(land.subjects()))
        self.plans.append(planned)
        stood = [one for one in self.stood if one in Affected(planned)]
        found = self.everything(land) if planned.everything else self.least(planned, land)
        changed = list(changes(stood, found, Reasons(differences)))
        assert all(change.why for change in changed if change.kind != "unchanged")
        self.stood = standing(self.stood, changed)

    def least(self, planned: Plan, land: Land) -> list[Found]:
        vetting, people, listed = Vetting(SCORER, self.policy), land.subjects(), list(land.listed().values())
        index = Index(build_index((prepare(entry.entity) for entry in listed), MODEL.rarities), MEASURES)
        own = vetting.subjects(((number, people[number]) for number in planned.subjects), index, listed)
        entries = [land.entries[ref] for ref in planned.entries]
        theirs = vetting.entries(entries, self.index(land), by_number(people), frozenset(planned.subjects))
        return [*own, *theirs]

    def index(self, land: Land) -> SubjectIndex:
        """The index of the subjects, brought up to date by one more segment, or made anew when it is worth it."""
        current = NOBODY.changed(land.marks())
        if outdated(self.segments, current):
            self.segments = []
        people, marks = land.subjects(), land.marks()
        if lacking := missing(self.segments, current):
            subjects = ((number, marks[number], people[number].entity) for number in lacking)
            self.segments.append(segment(subjects, MODEL.rarities))
        return subject_index(self.segments, MEASURES, current)


def hashed(entity: Entity) -> str:
    return hashlib.sha256(repr(entity).encode()).hexdigest()


def differ(before: Land | None, now: Land) -> Differences:
    if before is None:
        return Differences(first=True)
    entries = compared(digests(before.entries.values(), before.day), now.entries.values(), now.day).delta
    former = {number: one for number, one in before.people.items() if one.withdrawn is None}
    touched = [one for number, one in now.people.items() if before.people.get(number) != one]
    return Differences(entries=entries, subjects=subject_delta(former, touched))


def texts(found: list[Found]) -> Mapping[tuple[int, EntryRef], Found]:
    return {(one.number, one.entry): one for one in found}


def follow(seed: int, threshold: float, entries: int, people: int, steps: int) -> Office:
    changing = Changing(seed)
    office = Office(Policy(review_from=threshold, strong_from=max(threshold, 0.95)))
    before, land = None, changing.begin(entries, people)
    for _ in range(steps):
        office.revet(before, land)
        assert texts(office.stood) == texts(office.everything(land))
        assert [one.match for one in office.stood] == [one.match for one in office.everything(land)]
        before, land = land, changing.after(land)
    return office


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1 << 30), st.sampled_from((0.001, 0.03, 0.5, 0.9)))
def test_what_changed_is_all_that_must_be_done(seed: int, threshold: float) -> None:
    follow(seed, threshold, entries=8, people=12, steps=5)


def test_in_larger_worlds_less_than_everything_is_done_and_finds_as_much() -> None:
    office = follow(6, 0.5, entries=60, people=120, steps=12)
    assert len(office.stood) > 40
    assert [planned.everything for planned in office.plans] == [True, *[False] * 11]
    assert sum(len(planned.entries) for planned in office.plans[1:]) > 5
    assert sum(len(planned.subjects) for planned in office.plans[1:]) > 5
