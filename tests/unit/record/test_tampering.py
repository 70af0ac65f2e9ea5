"""Whatever is done to a single event, to its detail or to what it records is found, and the event is named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from namesake.record.chain import canonical, digest_of, linked
from namesake.record.checkpoints import Seen
from namesake.record.drafts import content_hash
from namesake.record.verifying import verified
from namesake.values.events import Checkpoint, Detail, Event, EventDraft, Fault, SubjectRef

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
SHE = SubjectRef("visas", 7)
RUN = '{"id":1}'
CHANGE = '{"kind":"new"}'


@dataclass
class Kept:
    """A record in memory, and what is kept of what it records."""

    events: list[Event | Fault] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    end: tuple[int, str] | None = None
    runs: dict[int, str] = field(default_factory=dict)
    changed: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    alerted: dict[int, str] = field(default_factory=dict)
    decided: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    history: dict[int, list[str]] = field(default_factory=dict)

    @property
    def contents(self) -> "Kept":
        return self

    def run(self, run: int) -> str | None:
        return self.runs.get(run)

    def changes(self, run: int) -> Iterable[tuple[int, str]]:
        return self.changed.get(run, [])

    def ended(self) -> Iterable[int]:
        return self.runs

    def alerts(self) -> Iterable[tuple[int, str]]:
        return self.alerted.items()

    def decisions(self) -> Iterable[tuple[int, str, str, str]]:
        return [(number, *one) for number, one in self.decided.items()]

    def happenings(self, alerts: Sequence[int]) -> Iterable[tuple[int, int, str]]:
        return [(alert, n, one) for alert in alerts for n, one in enumerate(self.history.get(alert, ()), 1)]

    def happened(self) -> Iterable[tuple[int, int]]:
        return [(alert, len(some)) for alert, some in self.history.items()]

    def comments(self, alerts: Sequence[int]) -> Iterable[tuple[int, int, str]]:
        del alerts
        return ()

    def commented(self) -> Iterable[tuple[int, int]]:
        return ()

    def redresses(self) -> Iterable[tuple[int, int, str]]:
        return ()

    def add(self, *drafts: EventDraft) -> None:
        for draft in drafts:
            at = T0 + timedelta(minutes=len(self.events))
            event, detail = linked(draft, at, self.end or (0, ""), f"{len(self.events):064x}")
            self.events.append(event)
            self.details += [detail] if detail else []
            self.end = event.number, event.hash

    def event(self, number: int) -> Event:
        found = self.events[number - 1]
        assert isinstance(found, Event)
        return found


def match(position: int) -> EventDraft:
    detail = canonical({"sha256": content_hash(f"{CHANGE}{position}")})
    return EventDraft("match", "", ("run 1", "subject visas 7"), canonical({"position": position}), detail, SHE)


@pytest.fixture
def kept() -> Kept:
    found = Kept(runs={1: RUN}, changed={1: [(n, f"{CHANGE}{n}") for n in (1, 2, 3)]})
    found.add(
        EventDraft("list accepted", about=("list un", "version 2026-04-15")),
        EventDraft("run", "jo", ("run 1",), "{}", canonical({"sha256": content_hash(RUN)})),
        *(match(position) for position in (1, 2, 3)),
        EventDraft("decision", "jo", ("alert 1", "decision 1"), '{"as":"false_match"}', "another birth date", SHE),
        EventDraft("export", "jo"),
    )
    return found


def faults(kept: Kept, *seen: Seen) -> Sequence[Fault]:
    return verified(kept, seen).faults


def numbers(kept: Kept, *seen: Seen) -> set[int]:
    return {fault.number for fault in faults(kept, *seen)}


def seen(kept: Kept, number: int) -> Seen:
    return Seen("beside", Checkpoint(number, kept.event(number).hash, T0))


def test_a_record_that_nobody_touched(kept: Kept) -> None:
    done = verified(kept, [seen(kept, 3), seen(kept, 7)])
    assert done.faults == ()
    assert (done.events, done.details, done.destroyed, done.checkpoints) == (7, 5, 0, 2)
    assert done.last == kept.event(7)
    assert verified(Kept(), []).faults == ()


MUTATIONS: dict[str, Callable[[Event], Event]] = {
    "number": lambda event: replace(event, number=event.number + 100),
    "at": lambda event: replace(event, at=event.at + timedelta(microseconds=1)),
    "kind": lambda event: replace(event, kind="comment"),
    "by": lambda event: replace(event, by=event.by + "x"),
    "about": lambda event: replace(event, about=(*event.about, "x")),
    "about-parted": lambda event: replace(event, about=tuple(" ".join(event.about).split(" "))),
    "facts": lambda event: replace(event, facts=event.facts + " "),
    "sealed": lambda event: replace(event, sealed=event.sealed[:-1] + "x"),
    "before": lambda event: replace(event, before="0" * 64),
    "hash": lambda event: replace(event, hash="0" * 64),
}


@pytest.mark.parametrize("number", range(1, 8))
@pytest.mark.parametrize("name", [name for name in MUTATIONS if name != "number"])
def test_every_field_of_every_event(kept: Kept, name: str, number: int) -> None:
    changed = MUTATIONS[name](kept.event(number))
    assert changed != kept.event(number)
    kept.events[number - 1] = changed
    assert number in numbers(kept)


@pytest.mark.parametrize("number", range(1, 8))
@pytest.mark.parametrize("name", [name for name in MUTATIONS if name != "hash"])
def test_every_field_of_every_event_with_its_hash_made_to_fit(kept: Kept, name: str, number: int) -> None:
    changed = MUTATIONS[name](kept.event(number))
    kept.events[number - 1] = replace(changed, hash=digest_of(changed))
    kept.events.sort(key=lambda event: event.number)
    assert numbers(kept) & {number, number + 1}


@pytest.mark.parametrize("number", range(1, 8))
def test_a_removed_event(kept: Kept, number: int) -> None:
    del kept.events[number - 1]
    assert any(fault.number in (number, 7) and ("removed" in fault.what or "cut off" in fault.what)
               for fault in faults(kept))  # fmt: skip


@pytest.mark.parametrize("number", range(1, 7))
def test_a_removed_event_whose_followers_move_up(kept: Kept, number: int) -> None:
    after = [replace(kept.event(later), number=later - 1) for later in range(number + 1, 8)]
    kept.events[number - 1 :] = [replace(event, hash=digest_of(event)) for event in after]
    assert number in numbers(kept)


@pytest.mark.parametrize("number", range(1, 8))
def test_an_inserted_event(kept: Kept, number: int) -> None:
    made = replace(kept.event(number), by="mallory")
    later = [replace(kept.event(n), number=n + 1) for n in range(number, 8)]
    kept.events[number - 1 :] = [replace(made, hash=digest_of(made)), *later]
    assert numbers(kept) & {number, number + 1}


def test_an_event_that_is_there_twice(kept: Kept) -> None:
    kept.events.insert(3, kept.event(3))
    assert any("out of order" in fault.what for fault in faults(kept))


@pytest.mark.parametrize("number", range(1, 7))
def test_two_events_that_change_places(kept: Kept, number: int) -> None:
    one, other = kept.event(number), kept.event(number + 1)
    kept.events[number - 1 : number + 1] = [replace(other, number=number), replace(one, number=number + 1)]
    assert {number, number + 1} <= numbers(kept)


@pytest.mark.parametrize("left", range(7))
def test_a_tail_that_is_cut_off(kept: Kept, left: int) -> None:
    point = seen(kept, 7)
    del kept.events[left:]
    kept.details = [detail for detail in kept.details if detail.number <= left]
    (fault,) = [fault for fault in faults(kept) if "cut off from the end" in fault.what]
    assert fault.number == 7
    kept.end = (left, kept.event(left).hash) if left else None
    kept.runs, kept.changed = ({1: RUN}, kept.changed) if left >= 2 else ({}, {})
    kept.changed = {1: kept.changed[1][: max(0, left - 2)]} if kept.changed else {}
    assert faults(kept) == ()  # nothing in it tells: what was seen before does
    assert [(one.number, "cut off or rolled back" in one.what) for one in faults(kept, point)] == [(7, True)]


def test_a_record_that_was_rolled_back_and_went_on(kept: Kept) -> None:
    point = seen(kept, 7)
    del kept.events[5:], kept.details[-1:]
    kept.end = 5, kept.event(5).hash
    kept.add(*(EventDraft("export", "jo") for _ in range(4)))
    assert faults(kept) == ()
    (fault,) = faults(kept, point)
    assert fault.number == 7
    assert "rewritten" in fault.what


def test_a_record_that_was_written_anew(kept: Kept) -> None:
    point = seen(kept, 7)
    other = Kept(runs=kept.runs, changed=kept.changed)
    other.add(EventDraft("list refused"))
    for number in range(2, 8):
        event = kept.event(number)
        detail = next((one.content for one in kept.details if one.number == number), "")
        other.add(EventDraft(event.kind, event.by, event.about, event.facts, detail))
    assert faults(other) == ()
    assert numbers(other, point) == {7}


def test_the_note_of_the_end(kept: Kept) -> None:
    kept.end = None
    assert numbers(kept) == {7}
    kept.end = 7, "0" * 64
    assert numbers(kept) == {7}
    kept.end = 6, kept.event(6).hash
    assert "inserted" in faults(kept)[0].what


def test_what_cannot_be_read(kept: Kept) -> None:
    kept.events[3] = Fault(4, "cannot be read: ValueError")
    assert 4 in numbers(kept)
    assert 5 not in numbers(kept)


DETAILS: dict[str, Callable[[Detail], Detail]] = {
    "salt": lambda detail: replace(detail, salt="0" * 63 + "f"),
    "content": lambda detail: replace(detail, content=detail.content + " "),
    "subject": lambda detail: replace(detail, of=SubjectRef("visas", 8)),
    "population": lambda detail: replace(detail, of=SubjectRef("crews", 7)),
    "nobody": lambda detail: replace(detail, of=None if detail.of else SHE),
}


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("name", DETAILS)
def test_every_part_of_every_detail(kept: Kept, name: str, place: int) -> None:
    kept.details[place] = DETAILS[name](kept.details[place])
    assert numbers(kept) == {kept.details[place].number}


@pytest.mark.parametrize("place", range(5))
def test_a_detail_that_is_gone_without_an_erasure(kept: Kept, place: int) -> None:
    number = kept.details.pop(place).number
    assert numbers(kept) == {number}


@pytest.mark.parametrize("number", [1, 7, 8, 99])
def test_a_detail_that_was_never_recorded(kept: Kept, number: int) -> None:
    kept.details = sorted([*kept.details, Detail(number, "0" * 64, "x")], key=lambda detail: detail.number)
    assert numbers(kept) == {number}


def test_what_an_erasure_destroyed_is_no_fault_and_what_it_left_is(kept: Kept) -> None:
    kept.add(EventDraft("erasure", "jo", ("subject visas 7",), '{"events":[[3,6]]}'))
    assert numbers(kept) == {3, 4, 5, 6}
    assert all("whose erasure is recorded" in fault.what for fault in faults(kept))
    kept.details = [detail for detail in kept.details if detail.of is None]
    kept.changed = {}
    done = verified(kept, [])
    assert done.faults == ()
    assert done.destroyed == 4


def test_some_matches_of_a_run_were_destroyed(kept: Kept) -> None:
    kept.add(EventDraft("erasure", "jo", (), '{"events":[[3,4]]}'))
    kept.details = [detail for detail in kept.details if detail.number not in (3, 4)]
    kept.changed = {1: [(3, f"{CHANGE}3")]}
    assert faults(kept) == ()


@pytest.mark.parametrize(
    ("run", "changes", "expected"),
    [
        pytest.param('{"id":2}', [1, 2, 3], {2}, id="the record of the run"),
        pytest.param(None, [1, 2, 3], {2}, id="the run is gone"),
        pytest.param(RUN, [1, 3], {4}, id="a change is gone"),
        pytest.param(RUN, [], {3, 4, 5}, id="all changes are gone"),
        pytest.param(RUN, [0, 1, 2, 3], {2}, id="a change before the first"),
        pytest.param(RUN, [1, 2, 3, 4], {2}, id="a change after the last"),
    ],
)
def test_what_is_kept_of_a_run(kept: Kept, run: str | None, changes: list[int], expected: set[int]) -> None:
    kept.runs = {1: run} if run else {}
    kept.changed = {1: [(n, f"{CHANGE}{n}") for n in changes]}
    assert numbers(kept) == expected


def test_a_change_that_was_altered_where_it_is_kept(kept: Kept) -> None:
    kept.changed[1][1] = (2, '{"kind":"gone"}2')
    (fault,) = faults(kept)
    assert (fault.number, "altered" in fault.what) == (4, True)


def test_a_run_that_was_never_recorded(kept: Kept) -> None:
    kept.runs[2] = "{}"
    (fault,) = faults(kept)
    assert (fault.number, fault.what) == (0, "run 2 is kept, but was never recorded")


@pytest.mark.parametrize("facts", ["{}", "[]", '{"events":[["a",2]]}', '{"events":[[1,99999999999]]}', '{"events":7}'])
def test_an_erasure_that_says_nonsense_covers_nothing_that_comes_later(kept: Kept, facts: str) -> None:
    kept.add(EventDraft("erasure", "jo", (), facts), EventDraft("comment", detail="x"))
    kept.details = kept.details[:-1]
    assert 9 in numbers(kept)
