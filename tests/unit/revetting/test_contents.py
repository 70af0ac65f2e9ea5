"""What entries are compared by, and what became of subjects."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from namesake.revetting.contents import EntryDelta, Expired, compared, digests, entry_ref
from namesake.revetting.differences import SubjectDelta, subject_delta
from namesake.screening.screening import reference
from namesake.values.entities import Entity, Subject
from namesake.values.names import Name
from namesake.values.populations import EnrolledSubject

DAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, tzinfo=UTC)
KEPT, AMENDED, DELISTED, LAPSING, LISTED = (
    reference(Entity(number, "Person", (Name(f"Talvek {number}"),)), "eu_fsf", "v1") for number in "12345"
)


def person(number: int, content: str = "a", *, withdrawn: bool = False) -> EnrolledSubject:
    subject = Subject(str(number), Entity("", "Person", (Name("Talvek"),)))
    return EnrolledSubject("all", str(number), number, 1, content, subject, NOW, NOW if withdrawn else None)


def test_entries_are_the_same_whatever_the_version_of_the_list() -> None:
    lapsing = replace(LAPSING, expires=DAY)
    before = [KEPT, AMENDED, DELISTED, lapsing]
    now = [replace(KEPT, version="v2"), replace(AMENDED, programmes=("X",)), replace(lapsing, version="v2"), LISTED]
    found = compared(digests(before, DAY), now, DAY + timedelta(days=1))
    assert found.delta == EntryDelta(
        added=(entry_ref(LISTED),),
        changed=(entry_ref(AMENDED),),
        removed=(entry_ref(DELISTED), entry_ref(LAPSING)),
        expired=(Expired(entry_ref(LAPSING), DAY),),
    )
    assert found.entries == (LISTED, now[1])
    assert found.in_force == 3
    assert compared(digests(before, DAY), now, DAY).delta.removed == (entry_ref(DELISTED),)


def test_an_entry_holds_again_when_the_clock_was_set_back() -> None:
    lapsing = replace(LAPSING, expires=DAY)
    found = compared(digests([lapsing], DAY + timedelta(days=1)), [lapsing], DAY)
    assert (found.delta.added, found.entries) == ((entry_ref(LAPSING),), (lapsing,))


def test_what_became_of_subjects() -> None:
    before = {one.number: one for one in (person(1), person(2), person(3), person(4))}
    touched = [person(5), person(1, "b"), person(2, withdrawn=True), person(3), person(6, withdrawn=True)]
    assert subject_delta(before, touched) == SubjectDelta(new=(5,), changed=(1,), withdrawn=(2,))
