"""What every store of populations must do."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from namesake.errors import NOWHERE, PopulationNameError, PopulationUnknownError, SubjectUnknownError, Where
from namesake.stores.database.engine import Database
from namesake.stores.database.populations import DatabasePopulations
from namesake.values.entities import Entity, Note, Subject
from namesake.values.facts import Address, CountryFact, Identifier, PartialDate, Place
from namesake.values.names import Name
from namesake.values.populations import EnrolledSubject, Enrolment, Offered

T0 = datetime(2026, 4, 15, 12, 0, 0, 123456, tzinfo=UTC)
DAY = timedelta(days=1)


def subject(key: str, name: str = "Talvek Quoren", **facts: object) -> Subject:
    entity = Entity(key, "Person", (Name(name),), **facts)  # type: ignore[arg-type]  # facts are fields of Entity
    return Subject(key, entity, 7, (("Name", name),), (Note("n", "a note", Where("f.csv", 7)),))


def offered(*subjects: Subject) -> list[Offered]:
    return [Offered(item.key.split("#")[0], item) for item in subjects]


def named(*keys: str) -> list[Offered]:
    return offered(*(subject(key, f"Name {key}") for key in keys))


@pytest.fixture
def store(database: Database) -> DatabasePopulations:
    return DatabasePopulations(database)


def counts(done: Enrolment) -> tuple[int, int, int, int, int]:
    return done.added, done.changed, done.unchanged, done.returned, done.withdrawn


def keys(found: Iterable[EnrolledSubject]) -> list[str]:
    return [item.key for item in found]


def test_all_of_a_subject_comes_back(store: DatabasePopulations) -> None:
    given = subject(
        "k-1",
        "Куорен \u202e\x00 'x' \U0001f600",
        birth_dates=(PartialDate(date(1971, 6, 5), date(1971, 6, 5), text="5.6.71"),),
        birth_places=(Place("Osh", "kg"),),
        genders=("female",),
        countries=(CountryFact("nationality", "kg", "Kyrgyz"),),
        identifiers=(Identifier("passport", "AB1", valid=False),),
        addresses=(Address("1 Main St", city="Osh"),),
    )
    done = store.enrol("visas", offered(given), T0)
    assert done == Enrolment("visas", added=1, sequence=1)
    (found,) = store.subjects("visas")
    # The row and the places of notes belong to the file, not to the subject.
    assert found.subject == replace(given, row=0, notes=(Note("n", "a note", NOWHERE),))
    assert (found.key, found.number, found.version, found.sequence) == ("k-1", 1, 1, 1)
    assert (found.enrolled, found.withdrawn, len(found.hash)) == (T0, None, 64)


def test_half_a_character_is_replaced(store: DatabasePopulations) -> None:
    given = subject("k")
    store.enrol("visas", offered(replace(given, columns=(("Name\udc80", "\ud800x"),))), T0)
    (found,) = store.subjects("visas")
    assert found.subject.columns == (("Name\ufffd", "\ufffdx"),)


CHANGES: list[object] = [
    pytest.param(lambda one: one, 0, id="the same"),
    pytest.param(lambda one: replace(one, row=99), 0, id="another row"),
    pytest.param(lambda one: replace(one, columns=(("Name", "Talvek Quoren"), ("Officer", "B"))), 0, id="a column"),
    pytest.param(lambda one: replace(one, notes=()), 0, id="a note"),
    pytest.param(lambda one: subject(one.key, "Talvek QUOREN"), 1, id="the name"),
    pytest.param(lambda one: subject(one.key, countries=(CountryFact("nationality", "fr"),)), 1, id="a fact more"),
]


@pytest.mark.parametrize(("change", "versions"), CHANGES)
def test_only_real_changes_count(
    store: DatabasePopulations, change: Callable[[Subject], Subject], versions: int
) -> None:
    given = subject("a")
    store.enrol("visas", offered(given, subject("b")), T0)
    done = store.enrol("visas", offered(change(given)), T0 + DAY)
    assert counts(done) == (0, versions, 1 - versions, 0, 0)
    assert done.sequence == 1 + versions
    (found,) = store.subjects("visas", [1])
    assert (found.version, found.enrolled) == (1 + versions, T0 + DAY * versions)
    assert found.subject.columns == change(given).columns  # the latest, whether it is a change or not


def test_versions_and_history(store: DatabasePopulations) -> None:
    store.enrol("visas", offered(subject("a", "One")), T0)
    store.enrol("visas", offered(subject("a", "Two")), T0 + DAY)
    store.withdraw("visas", ["a"], T0 + 2 * DAY, "left the country")
    store.enrol("visas", offered(subject("a", "Two")), T0 + 3 * DAY)
    store.withdraw("visas", ["a"], T0 + 4 * DAY)
    store.enrol("visas", offered(subject("a", "Three")), T0 + 5 * DAY)
    versions = store.versions("visas", "a")
    assert [(item.version, item.subject.entity.caption) for item in versions] == [(1, "One"), (2, "Two"), (3, "Three")]
    assert [(item.kind, item.version, item.sequence) for item in store.history("visas", "a")] == [
        ("added", 1, 1),
        ("changed", 2, 2),
        ("withdrawn", 2, 3),
        ("returned", 2, 4),
        ("withdrawn", 2, 5),
        ("returned", 3, 6),
    ]
    assert [item.reason for item in store.history("visas", "a")][2] == "left the country"


def test_any_state_can_be_read_again(store: DatabasePopulations) -> None:
    store.enrol("visas", offered(subject("a", "One"), subject("b", "B")), T0)
    store.enrol("visas", offered(subject("a", "Two"), subject("c", "C")), T0 + DAY)
    store.withdraw("visas", ["b"], T0 + 2 * DAY)
    store.enrol("visas", offered(subject("b", "B two")), T0 + 3 * DAY)

    def at(sequence: int) -> list[tuple[str, int, str]]:
        return [(s.key, s.version, s.subject.entity.caption) for s in store.subjects("visas", at=sequence)]

    assert at(0) == []
    assert at(1) == [("a", 1, "One"), ("b", 1, "B")]
    assert at(2) == [("a", 2, "Two"), ("b", 1, "B"), ("c", 1, "C")]
    assert at(3) == [("a", 2, "Two"), ("c", 1, "C")]
    assert at(4) == [("a", 2, "Two"), ("b", 2, "B two"), ("c", 1, "C")]
    assert at(4) == [(s.key, s.version, s.subject.entity.caption) for s in store.subjects("visas")]
    gone = [item for item in store.subjects("visas", at=3, withdrawn=True) if item.withdrawn]
    assert [(item.key, item.withdrawn) for item in gone] == [("b", T0 + 2 * DAY)]


def test_complete_withdraws_the_absent(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a", "b", "c", "d"), T0)
    store.withdraw("visas", ["d"], T0)
    done = store.enrol("visas", named("a", "e"), T0, complete=True, spared={"c"})
    assert counts(done) == (1, 0, 1, 0, 1)
    assert keys(store.subjects("visas")) == ["a", "c", "e"]
    store.enrol("visas", [], T0)
    assert keys(store.subjects("visas")) == ["a", "c", "e"]


def test_the_spared_are_looked_at_late(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a", "b"), T0)
    spared: set[str] = set()

    def reading() -> Iterable[Offered]:
        yield from named("a")
        spared.add("b")

    assert counts(store.enrol("visas", reading(), T0, complete=True, spared=spared)) == (0, 0, 1, 0, 0)


def test_parties_that_left_a_row_are_withdrawn(store: DatabasePopulations) -> None:
    store.enrol("visas", named("r#1", "r#2", "s", "t#1"), T0)
    done = store.enrol("visas", named("r"), T0)
    assert counts(done) == (1, 0, 0, 0, 2)
    assert keys(store.subjects("visas")) == ["s", "t#1", "r"]
    done = store.enrol("visas", named("r#1", "r#2", "r#3"), T0)
    assert counts(done) == (1, 0, 0, 2, 1)


def test_parties_of_one_row_may_stand_in_two_batches(store: DatabasePopulations) -> None:
    many = [f"x{number}" for number in range(499)]
    assert store.enrol("visas", named(*many, "r#1", "r#2", "r#3"), T0).added == 502
    assert counts(store.enrol("visas", named(*many, "r#1", "r#2", "r#3"), T0)) == (0, 0, 502, 0, 0)


def test_numbers_are_never_given_again(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a", "b"), T0)
    store.enrol("visas", named("c"), T0, complete=True)
    store.enrol("visas", named("a", "d"), T0)
    found = {item.key: item.number for item in store.subjects("visas", withdrawn=True)}
    assert found == {"a": 1, "b": 2, "c": 3, "d": 4}


def test_changed_since(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a", "b", "c", "d"), T0)
    store.enrol("visas", offered(subject("b", "New")), T0)
    store.withdraw("visas", ["c"], T0)
    assert keys(store.changed_since("visas", 0)) == ["a", "b", "c", "d"]
    assert [(s.key, s.withdrawn) for s in store.changed_since("visas", 1)] == [("b", None), ("c", T0)]
    assert keys(store.changed_since("visas", 3)) == []


def test_subjects_by_number(store: DatabasePopulations) -> None:
    store.enrol("visas", named(*(f"k{number}" for number in range(1200))), T0)
    wanted = [1200, 3, 3, 700, 5000, 1]
    assert [item.number for item in store.subjects("visas", wanted)] == [1, 3, 700, 1200]
    assert list(store.subjects("visas", [])) == []
    assert sum(1 for _ in store.subjects("visas", list(range(1, 1201)))) == 1200


def test_populations_stand_apart(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a", "b"), T0)
    store.enrol("crews", named("a"), T0 + DAY)
    store.withdraw("visas", ["b"], T0)
    found = [(item.name, item.sequence, item.subjects, item.withdrawn, item.began) for item in store.known()]
    assert found == [("crews", 1, 1, 0, T0 + DAY), ("visas", 2, 1, 1, T0)]
    assert store.population("crews").subjects == 1


def test_withdrawing_again_changes_nothing(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a", "b"), T0)
    assert counts(store.withdraw("visas", ["a", "a"], T0)) == (0, 0, 0, 0, 1)
    assert store.withdraw("visas", ["a"], T0) == Enrolment("visas", unchanged=1, sequence=2)


def test_what_is_unknown_changes_nothing(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a"), T0)
    with pytest.raises(SubjectUnknownError, match="nobody"):
        store.withdraw("visas", ["a", "nobody"], T0)
    assert keys(store.subjects("visas")) == ["a"]
    for call in (
        lambda: store.withdraw("x", ["a"], T0),
        lambda: list(store.subjects("x")),
        lambda: store.population("x"),
    ):
        with pytest.raises(PopulationUnknownError):
            call()
    for read in (store.versions, store.history):
        with pytest.raises(SubjectUnknownError):
            read("visas", "b")


@pytest.mark.parametrize("name", ["", "Visas", "1st", "a b", "a" * 41, "a\n", "é"])
def test_names_that_are_none(store: DatabasePopulations, name: str) -> None:
    with pytest.raises(PopulationNameError):
        store.enrol(name, named("a"), T0)
    assert list(store.known()) == []


def test_an_offer_that_fails_changes_nothing(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a"), T0)

    def failing() -> Iterable[Offered]:
        yield from named("b")
        raise RuntimeError("the file is cut off")

    with pytest.raises(RuntimeError, match="cut off"):
        store.enrol("visas", failing(), T0)
    with pytest.raises(ValueError, match="twice"):
        store.enrol("visas", named("c", "c"), T0)
    assert keys(store.subjects("visas")) == ["a"]


def test_what_is_not_agreed_to_changes_nothing(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a", "b"), T0)
    heard: list[Enrolment] = []

    def agree(done: Enrolment) -> None:
        heard.append(done)
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        store.enrol("visas", named("c"), T0, complete=True, agree=agree)
    assert heard == [Enrolment("visas", added=1, withdrawn=2, sequence=2)]
    assert keys(store.subjects("visas")) == ["a", "b"]
    assert store.population("visas").sequence == 1


def test_a_failure_in_the_middle_changes_nothing(store: DatabasePopulations) -> None:
    store.enrol("visas", named("a"), T0)

    def tell(done: int) -> None:
        if done > 500:
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        store.enrol("visas", named(*(f"k{number}" for number in range(900))), T0, tell=tell)
    assert keys(store.subjects("visas")) == ["a"]
    assert store.population("visas").sequence == 1


def test_a_clock_that_runs_backwards_changes_no_order(store: DatabasePopulations) -> None:
    store.enrol("visas", offered(subject("a", "One")), T0)
    store.enrol("visas", offered(subject("a", "Two")), T0 - 400 * DAY)
    store.withdraw("visas", ["a"], T0 - 800 * DAY)
    assert [item.sequence for item in store.history("visas", "a")] == [1, 2, 3]
    (found,) = store.subjects("visas", withdrawn=True)
    assert (found.version, found.withdrawn) == (2, T0 - 800 * DAY)
    assert [item.key for item in store.changed_since("visas", 2)] == ["a"]


def test_what_is_read_is_one_state(store: DatabasePopulations) -> None:
    store.enrol("visas", named(*(f"k{number}" for number in range(1500))), T0)
    reading = store.subjects("visas")
    first = next(reading)
    store.enrol("visas", offered(subject("k1499", "Changed")), T0)
    store.withdraw("visas", ["k1498"], T0)
    rest = list(reading)
    assert first.key == "k0"
    assert (len(rest), rest[-1].subject.entity.caption, rest[-1].version) == (1499, "Name k1499", 1)
