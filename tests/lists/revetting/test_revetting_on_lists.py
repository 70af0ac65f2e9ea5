"""Release after release of real lists: re-vetting by what changed gives what screening everybody again gives.

Subjects are made from names that some release holds, most of them only a later one, and from pools of innocent names;
some come, change and go between the releases. Every match is compared as canonical JSON.
"""

import csv
import gc
import hashlib
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from namesake.app import drafts
from namesake.app.opening import is_party, listed_ref
from namesake.bootstrap import SystemClock
from namesake.candidates.index import Index, build_index
from namesake.feeds.files import open_parts
from namesake.lists import markup, registry
from namesake.lists.formats import ofac_delimited, ofac_delimited_entries
from namesake.lists.formats.ofac_delimited_tables import Row
from namesake.lists.sources import un_sc_sanctions
from namesake.names.prepare import prepare
from namesake.revetting.changes import Affected, Reasons, changes, standing
from namesake.revetting.contents import compared, digests, entry_ref
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
from namesake.screening.weights import measures
from namesake.values.entities import Entity, ListEntry, Subject
from namesake.values.limits import UnpackLimits
from namesake.values.matches import ListedRef
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import Change, EntryRef, Found, Plan
from namesake.values.tokens import Prepared

pytestmark = pytest.mark.lists

MODEL = shipped()
MEASURES = measures(MODEL)
SCORER = Scorer(MODEL)
NOW = datetime(2026, 1, 2, tzinfo=UTC)
DAY = date(2026, 1, 2)
SINGLE = """
2021-04-25 2021-07-07 2021-08-18 2021-08-20 2022-02-23 2022-02-24 2022-08-01 2022-08-02 2022-08-08 2023-10-12
2023-10-18a 2023-10-18b 2023-12-28 2024-02-20 2024-02-23 2024-04-26 2024-05-01 2024-05-02 2024-05-03 2024-06_composed
"""
WHOLE = [
    ("2021-04-25", ("sdn.csv.gz", "alt.csv", "add.csv")),
    ("2021-07-07", ("sdn.csv.gz", "alt.csv", "add.csv")),
]
UN = """
2017-06-20 2017-07-03 2018-06-07 2018-06-21 2018-10-29 2020-11-23 2020-12-01 2021-03-12 2022-09-15 2024-05-15
2024-09-21 2024-11-30 2025-04-19 2025-08-02/LegacyByPRN 2025-11-15/LegacyByPRN 2025-11-20 2026-02-27
"""

Files = tuple[str, ...]
SEQUENCES: dict[str, tuple[str, list[Files]]] = {
    "sdn.csv, 2021 to 2024": ("us_ofac_sdn", [(f"ofac/sdn-csv/{day}/sdn.csv.gz",) for day in SINGLE.split()]),
    "sdn.csv with aliases and addresses": (
        "us_ofac_sdn",
        [tuple(f"ofac/sdn-csv/{day}/{name}" for name in names) for day, names in WHOLE],
    ),
    "UN, 2017 to 2026": (
        "un_sc_sanctions",
        [
            (f"un/consolidated-xml/{day}/consolidated{kind}.xml.gz",)
            for day, _, kind in (name.partition("/") for name in UN.split())
        ],
    ),
}


@pytest.fixture(autouse=True)
def _nothing_is_done_twice(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What stands in twenty releases is read once (that it is read well is tested elsewhere), and the collector does
    not go through ten thousands of entries again and again."""
    delimited, un = ofac_delimited_entries.read_entry, un_sc_sanctions._entry
    known: dict[tuple[object, ...], ListEntry] = {}

    def once(key: tuple[object, ...], read: Callable[[], ListEntry]) -> ListEntry:
        found = known.get(key)
        if found is None:
            found = known[key] = read()
        return found

    def read_row(source: str, row: Row, sides: Mapping[str, Sequence[Row]], *, spilled: bool = False) -> ListEntry:
        key = (source, row.cells, row.damage, *((side, *rows) for side, rows in sides.items()), spilled)
        return once(key, lambda: delimited(source, row, sides, spilled=spilled))

    def read_element(record: markup.Element, entry: str, key: str, said: list[tuple[str, str]]) -> ListEntry:
        return once((entry, key, etree.tostring(record)), lambda: un(record, entry, key, said))

    monkeypatch.setattr(ofac_delimited, "read_entry", read_row)
    monkeypatch.setattr(un_sc_sanctions, "_entry", read_element)
    gc.disable()
    yield
    gc.enable()


@lru_cache(maxsize=3)  # the first and the last are read to take names from, and then again in their turn
def release(folder: Path, source: str, names: Files) -> list[ListedRef]:
    """The entries of a release that can be screened against."""
    parts = open_parts([folder / name for name in names], UnpackLimits())
    publication = registry.source(source).read(parts)
    version = drafts.draft(publication, parts, drafts.Asked(), SystemClock())
    return [listed_ref(version, entry) for entry in publication.entries if is_party(entry)]


@dataclass
class Office:
    """A population and its matches, kept up to date release by release."""

    chance: random.Random
    models: list[Entity]
    people: dict[int, EnrolledSubject] = field(default_factory=dict)
    stood: list[Found] = field(default_factory=list)
    segments: list[SegmentData] = field(default_factory=list)
    policy: Policy = Policy()  # noqa: RUF009 - frozen

    def enrol(self, count: int) -> None:
        for _ in range(count):
            number = len(self.people) + 1
            self.people[number] = self.person(number, 1)

    def person(self, number: int, version: int) -> EnrolledSubject:
        entity = self.disturbed(self.chance.choice(self.models)) if number % 3 else self.innocent()
        return EnrolledSubject("all", str(number), number, version, hashed(entity), Subject(str(number), entity), NOW)

    def disturbed(self, entity: Entity) -> Entity:
        """Somebody named as an entry is, or nearly so, with some of its facts."""
        words = self.chance.choice(entity.names).text.replace(",", " ").split()
        if self.chance.random() < 0.5:
            words[-1] = words[-1][:-1] or words[-1]
        if self.chance.random() < 0.3:
            self.chance.shuffle(words)
        born = entity.birth_dates if self.chance.random() < 0.5 else ()
        schema = self.chance.choice((entity.schema, entity.schema, "LegalEntity"))
        return Entity("", schema, (Name(" ".join(words)),), born, countries=entity.countries[:1])

    def innocent(self) -> Entity:
        return Entity("", "Person", (Name(f"{self.chance.choice(GIVEN)} {self.chance.choice(FAMILY)}"),))

    def meanwhile(self) -> None:
        """Some come, some change, some go and some come back."""
        self.enrol(3)
        for number in self.chance.sample(sorted(self.people), 5):
            one = self.people[number]
            changed = self.person(number, one.version + 1)
            self.people[number] = self.chance.choice((changed, replace(one, withdrawn=None if one.withdrawn else NOW)))

    def screened(self) -> dict[int, EnrolledSubject]:
        return {number: one for number, one in self.people.items() if one.withdrawn is None}

    def index(self) -> SubjectIndex:
        marks = {number: mark_of(one.hash) for number, one in self.screened().items()}
        current = NOBODY.changed(marks)
        if outdated(self.segments, current):
            self.segments.clear()
        if lacking := missing(self.segments, current):
            people = ((number, marks[number], self.people[number].subject.entity) for number in lacking)
            self.segments.append(segment(people, MODEL.rarities))
        return subject_index(self.segments, MEASURES, current)

    def revet(self, differences: Differences, listed: dict[EntryRef, ListedRef], index: Index) -> list[Change]:
        screened = self.screened()
        planned = plan(differences, len(screened))
        found = self.everything(listed, index) if planned.everything else self.least(planned, listed, index)
        changed = list(changes([one for one in self.stood if one in Affected(planned)], found, Reasons(differences)))
        self.stood = standing(self.stood, changed)
        return changed

    def everything(self, listed: dict[EntryRef, ListedRef], index: Index) -> list[Found]:
        people = ((number, one.subject) for number, one in self.screened().items())
        return list(Vetting(SCORER, self.policy).subjects(people, index, list(listed.values())))

    def least(self, planned: Plan, listed: dict[EntryRef, ListedRef], index: Index) -> list[Found]:
        vetting = Vetting(SCORER, self.policy)
        people = {number: one.subject for number, one in self.screened().items()}
        own = vetting.subjects(((number, people[number]) for number in planned.subjects), index, list(listed.values()))
        entries = (listed[ref] for ref in planned.entries)
        return [*own, *vetting.entries(entries, self.index(), by_number(people), frozenset(planned.subjects))]


def hashed(entity: Entity) -> str:
    return hashlib.sha256(repr(entity).encode()).hexdigest()


def words_of(part: tuple[str, ...]) -> list[str]:
    with files("namesake.data").joinpath("innocent_names.csv").open(encoding="utf-8") as stream:
        return [row["name"] for row in csv.DictReader(stream) if row["part"] in part]


GIVEN, FAMILY = words_of(("man", "woman")), words_of(("family",))


def releases(folder: Path, name: str) -> Iterator[dict[EntryRef, ListedRef]]:
    source, rows = SEQUENCES[name]
    for names in rows:
        yield {entry_ref(entry): entry for entry in release(folder, source, names)}


def office_for(folder: Path, name: str) -> Office:
    source, rows = SEQUENCES[name]
    chance = random.Random(name)
    first, last = (release(folder, source, rows[place]) for place in (0, -1))
    old, new = ({entry.entry_id for entry in entries} for entries in (first, last))
    later = [entry for entry in last if entry.entry_id not in old and entry.entity.names]
    gone = [entry for entry in first if entry.entry_id not in new and entry.entity.names]
    kept = [entry for entry in first if entry.entry_id in new and entry.entity.names]
    chosen = [chance.sample(some, min(most, len(some))) for some, most in ((later, 120), (gone, 20), (kept, 40))]
    office = Office(chance, [entry.entity for some in chosen for entry in some])
    office.enrol(240)
    return office


@pytest.mark.parametrize("name", SEQUENCES)
def test_after_every_release_it_is_as_if_everybody_had_been_screened_again(lists_folder: Path, name: str) -> None:
    office = office_for(lists_folder, name)
    before: dict[EntryRef, bytes] = {}
    people: dict[int, EnrolledSubject] = {}
    kinds: list[str] = []
    taken_apart: dict[bytes, Prepared] = {}
    for place, listed in enumerate(releases(lists_folder, name)):
        now = digests(listed.values(), DAY)
        touched = [one for number, one in office.people.items() if people.get(number) != one]
        former = {number: one for number, one in people.items() if one.withdrawn is None}
        differences = Differences(
            first=not place,
            entries=compared(before, listed.values(), DAY).delta,
            subjects=subject_delta(former, touched),
        )
        for ref, digest in now.items():
            if digest not in taken_apart:
                taken_apart[digest] = prepare(listed[ref].entity)
        index = Index(build_index((taken_apart[now[ref]] for ref in listed), MODEL.rarities), MEASURES)
        changed = office.revet(differences, listed, index)
        kinds += [change.kind for change in changed] if place else []
        assert_same(office.stood, office.everything(listed, index))
        before, people = now, dict(office.people)
        office.meanwhile()
    assert len(office.stood) > 20
    assert min(kinds.count("new"), kinds.count("gone")) > 0


def assert_same(kept: Sequence[Found], anew: Sequence[Found]) -> None:
    expected = sorted(anew, key=lambda one: (one.number, one.entry))
    assert [(one.number, one.entry) for one in kept] == [(one.number, one.entry) for one in expected]
    assert [one.match.encode() for one in kept] == [one.match.encode() for one in expected]
    assert list(kept) == expected
