"""What is planned, and what is said of it."""

from datetime import date

import pytest

from namesake.revetting.contents import EntryDelta, Expired
from namesake.revetting.differences import Differences, SubjectDelta
from namesake.revetting.planning import plan, trigger_of
from namesake.values.revets import EntryRef, Trigger

ONE, TWO, THREE = (EntryRef("un_sc_sanctions", "", number) for number in ("1", "2", "3"))
OWN = EntryRef("table", "watch", "7")
LIST = Differences(entries=EntryDelta(added=(TWO,), changed=(ONE,), removed=(THREE,)))
PEOPLE = Differences(subjects=SubjectDelta(new=(9,), changed=(4, 5), withdrawn=(2,)))


@pytest.mark.parametrize(
    ("differences", "asked", "said"),
    [
        pytest.param(Differences(first=True), None, "no run of this population is complete yet", id="first"),
        pytest.param(Differences(model=True), None, "the scoring model is another", id="model"),
        pytest.param(Differences(policy=True), None, "the policy is another", id="policy"),
        pytest.param(Differences(software=True), None, "this is another release of Namesake", id="release"),
        pytest.param(
            Differences(lost=("eu_fsf",)), None, "the former version of eu_fsf is not kept any more", id="lost"
        ),
        pytest.param(LIST, "periodic", "the periodic screening of everybody is due", id="periodic"),
        pytest.param(LIST, "look-back", "a look-back was asked for", id="look-back"),
        pytest.param(
            Differences(model=True, policy=True), None, "the scoring model is another; the policy is another", id="two"
        ),
    ],
)
def test_everybody_is_screened_again(differences: Differences, asked: Trigger | None, said: str) -> None:
    planned = plan(differences, 1_200, asked)
    assert planned.everything
    assert planned.reason == f"1,200 subjects are screened against every entry: {said}."


def test_more_changes_than_subjects_mean_everybody_once() -> None:
    many = tuple(EntryRef("eu_fsf", "", str(number)) for number in range(10))
    planned = plan(Differences(entries=EntryDelta(added=many), subjects=SubjectDelta(new=(1,))), 10)
    assert planned.everything
    assert planned.reason == (
        "10 subjects are screened against every entry: 10 entries and 1 subject changed, and looking up each of them "
        "would be more work."
    )
    assert not plan(Differences(entries=EntryDelta(added=many)), 10).everything


def test_only_what_changed_is_looked_up() -> None:
    planned = plan(LIST, 100)
    assert not planned.everything
    assert (planned.entries, planned.removed, planned.subjects) == ((ONE, TWO), (THREE,), ())
    assert planned.reason == (
        "1 new entry is looked up among the subjects; 1 changed entry is looked up among the subjects; 1 removed entry "
        "is taken out with all matches; no other pair of subject and entry can have another result."
    )


def test_subjects_that_changed_are_screened() -> None:
    planned = plan(PEOPLE, 100)
    assert (planned.subjects, planned.withdrawn, planned.entries) == ((4, 5, 9), (2,), ())
    assert planned.reason == (
        "1 new subject is screened against all lists; 2 changed subjects are screened against all lists; 1 withdrawn "
        "subject is taken out with all matches; no other pair of subject and entry can have another result."
    )


def test_nothing_changed() -> None:
    planned = plan(Differences(), 100)
    assert not planned.everything
    assert planned.reason == "Nothing has changed since the last complete run: every match stands as it was."


@pytest.mark.parametrize(
    ("differences", "asked", "trigger"),
    [
        pytest.param(Differences(first=True, model=True), None, "onboarding", id="first"),
        pytest.param(Differences(model=True, entries=LIST.entries), None, "model or policy change", id="model"),
        pytest.param(LIST, None, "list update", id="list"),
        pytest.param(Differences(entries=EntryDelta(added=(OWN,))), None, "own finding", id="own"),
        pytest.param(
            Differences(entries=EntryDelta(removed=(OWN,), expired=(Expired(OWN, date(2026, 5, 20)),))),
            None,
            "own finding",
            id="lapsed",
        ),
        pytest.param(Differences(entries=EntryDelta(added=(OWN, ONE))), None, "list update", id="own-and-list"),
        pytest.param(PEOPLE, None, "subject update", id="subjects"),
        pytest.param(Differences(subjects=SubjectDelta(new=(1,))), None, "onboarding", id="new-subjects"),
        pytest.param(Differences(subjects=SubjectDelta(withdrawn=(1,))), None, "subject update", id="withdrawn"),
        pytest.param(Differences(), None, "list update", id="nothing"),
        pytest.param(LIST, "look-back", "look-back", id="asked"),
    ],
)
def test_trigger(differences: Differences, asked: Trigger | None, trigger: Trigger) -> None:
    assert trigger_of(differences, asked) == trigger
