"""What became of matches, and why."""

from dataclasses import replace
from datetime import date

import pytest

from namesake.revetting.changes import Affected, Counting, Reasons, changes, standing
from namesake.revetting.contents import EntryDelta, Expired, found_of, match_in
from namesake.revetting.differences import Differences, SubjectDelta
from namesake.values.entities import Entity
from namesake.values.matches import Evidence, Explanation, ListedRef, Match
from namesake.values.names import Name
from namesake.values.revets import EntryRef, EvidenceChange, Found, Plan

NAME, BORN = Evidence("name.word", "same", "Talvek", "TALVEK", 9_000), Evidence("birth_date", "day", "1", "1", 2_000)
ENTRY = EntryRef("eu_fsf", "", "7")


def match(*evidence: Evidence, entry: str = "7", programmes: tuple[str, ...] = (), version: str = "v1") -> Match:
    explanation = Explanation(-5_000, evidence)
    entity = Entity(entry, "Person", (Name("TALVEK"),))
    listed = ListedRef("eu_fsf", "", version, entry, f"eu_fsf:{entry}", "TALVEK", "Person", entity, programmes)
    return Match(listed, 0.9, explanation.bits, "review", 0.5, explanation)


def found(number: int, *evidence: Evidence, entry: str = "7", programmes: tuple[str, ...] = ()) -> Found:
    return found_of(number, match(*evidence, entry=entry, programmes=programmes))


def reasons(differences: Differences | None = None) -> Reasons:
    return Reasons(differences or Differences(entries=EntryDelta(changed=(ENTRY,))))


def test_a_match_says_nothing_of_the_version_of_its_list() -> None:
    one, other = (found_of(1, match(NAME, version=version)) for version in ("v1", "v2"))
    assert one == other
    assert match_in(one) == match(NAME, version="")


def test_every_kind_of_change() -> None:
    stood = [found(1, NAME), found(2, NAME), found(3, NAME), found(4, NAME)]
    now = [found(1, NAME), found(2, NAME, BORN), found(4, NAME, programmes=("X",)), found(5, NAME)]
    changed = list(changes(stood, now, reasons()))
    assert [(change.number, change.kind) for change in changed] == [
        (1, "unchanged"), (2, "changed"), (3, "gone"), (4, "unchanged"), (5, "new"),
    ]  # fmt: skip
    assert changed[1].evidence == (EvidenceChange("birth_date", None, 2_000),)
    assert changed[3].after == now[2]
    assert standing(stood, changed) == sorted(now, key=lambda one: one.number)


@pytest.mark.parametrize(
    ("after", "evidence"),
    [
        pytest.param((NAME, replace(BORN, bits=1_500)), (EvidenceChange("birth_date", 2_000, 1_500),), id="bits"),
        pytest.param((NAME, replace(BORN, entry_value="2")), (EvidenceChange("birth_date", 2_000, 2_000),), id="value"),
        pytest.param((NAME,), (EvidenceChange("birth_date", 2_000, None),), id="gone"),
        pytest.param((NAME, NAME, BORN), (EvidenceChange("name.word", 9_000, 18_000),), id="another-word"),
    ],
)
def test_which_evidence_changed(after: tuple[Evidence, ...], evidence: tuple[EvidenceChange, ...]) -> None:
    (change,) = changes([found(1, NAME, BORN)], [found(1, *after)], reasons())
    assert (change.kind, change.evidence, change.why) == ("changed", evidence, "the entry changed")


SEVEN, EIGHT = ENTRY, EntryRef("eu_fsf", "", "8")


@pytest.mark.parametrize(
    ("differences", "why"),
    [
        pytest.param(Differences(entries=EntryDelta(removed=(SEVEN,))), "delisted", id="delisted"),
        pytest.param(
            Differences(entries=EntryDelta(removed=(SEVEN,), expired=(Expired(SEVEN, date(2026, 5, 20)),))),
            "the entry expired on 2026-05-20",
            id="expired",
        ),
        pytest.param(
            Differences(policy=True, entries=EntryDelta(removed=(SEVEN,)), dropped=("eu_fsf",)),
            "the list is not screened against any more",
            id="dropped",
        ),
        pytest.param(Differences(subjects=SubjectDelta(withdrawn=(1,))), "the subject was withdrawn", id="withdrawn"),
        pytest.param(
            Differences(entries=EntryDelta(changed=(SEVEN,)), subjects=SubjectDelta(changed=(1,))),
            "the entry changed; the subject changed",
            id="both",
        ),
        pytest.param(
            Differences(entries=EntryDelta(changed=(EIGHT,)), subjects=SubjectDelta(changed=(2,)), model=True),
            "the scoring model is another",
            id="model",
        ),
        pytest.param(Differences(first=True), "screened for the first time", id="first"),
        pytest.param(Differences(), "everybody was screened again", id="look-back"),
    ],
)
def test_why_a_match_is_gone(differences: Differences, why: str) -> None:
    (change,) = changes([found(1, NAME)], [], Reasons(differences))
    assert (change.kind, change.why) == ("gone", why)


def test_matches_subjects_and_identities_are_counted_apart() -> None:
    counting = Counting()
    counting.untouched(found(1, NAME))
    stood = [found(1, NAME, entry="8"), found(3, NAME)]
    for change in changes(stood, [found(1, NAME, BORN, entry="8"), found(2, NAME, entry="8")], reasons()):
        counting.change(change)
    counts = counting.counts()
    assert (counts.matches, counts.subjects, counts.identities) == (3, 2, 2)
    assert (counts.new, counts.changed, counts.gone, counts.unchanged) == (1, 1, 1, 1)


def test_what_must_be_looked_at_again() -> None:
    plan = Plan(False, "", subjects=(1,), entries=(SEVEN,), withdrawn=(2,), removed=(EIGHT,))
    affected = Affected(plan)
    assert found(1, NAME, entry="9") in affected
    assert found(2, NAME, entry="9") in affected
    assert found(3, NAME, entry="7") in affected
    assert found(3, NAME, entry="8") in affected
    assert found(3, NAME, entry="9") not in affected
    assert found(3, NAME, entry="9") in Affected(Plan(True, ""))
