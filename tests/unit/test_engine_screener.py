"""The Python front."""

import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from namesake import screener as front
from namesake.errors import ListNotAvailableError, PolicyError
from namesake.screener import Screener, as_entity, compare
from namesake.values.entities import Entity, Skipped, Subject
from namesake.values.matches import Result
from namesake.values.names import Name
from namesake.values.policies import Policy

LISTED = (
    {"id": "q1", "name": "Talvek Quoren", "schema": "Person", "birthDate": "1980-05-06"},
    {"id": "q2", "name": ["Borogove Trading LLC", "Borogove"], "schema": "Company"},
    {"id": "q3", "name": "Talvek Mimsy", "weakAlias": "Talvek", "schema": "Person"},
)


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener.of(LISTED)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param({"name": "Тальвек Кворен"}, ["q1"], id="other-script"),
        pytest.param({"name": "Talvek Quoren", "birthDate": "1980-05-06"}, ["q1"], id="properties"),
        pytest.param({"name": "Talvek Quoren", "birthDate": "1951-11-23", "schema": "Person"}, [], id="born-later"),
        pytest.param({"name": "Talvek Quoren", "schema": "Company"}, [], id="other-kind"),
        pytest.param({"alias": "Borogove", "name": "Gyre"}, ["q2"], id="alias"),
        pytest.param(Entity("e", "Person", (Name("Talvek Mimsy"),)), ["q3"], id="entity"),
        pytest.param(Subject("s", Entity("e", "Person", (Name("Talvek Mimsy"),))), ["q3"], id="subject"),
        pytest.param({"name": "Gyre Gimble"}, [], id="nobody"),
    ],
)
def test_screen(screener: Screener, given: Entity | Subject | dict[str, str], found: list[str]) -> None:
    result = screener.screen(given)
    assert [match.entry.entry_id for match in result.matches] == found
    assert (result.band == "clear") is (not found)


def test_matches_fall_from_the_strongest() -> None:
    result = Screener.of(LISTED, Policy(review_from=0.001)).screen({"name": "Talvek Quoren"})
    assert len(result.matches) > 1
    assert [match.bits for match in result.matches] == sorted((match.bits for match in result.matches), reverse=True)


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        pytest.param({"birthDate": "nonsense"}, "date-unreadable", "'nonsense'", id="date"),
        pytest.param({"birthDate": "05/06/1980"}, "date-ambiguous", "1980-06-05, 1980-05-06", id="either-order"),
        pytest.param({"birthdate": "1980-05-06"}, "property-unknown", "did you mean 'birthDate'?", id="misspelt"),
        pytest.param({"favouriteTea": "green"}, "property-unknown", "'favouriteTea' is not compared", id="unknown"),
        pytest.param({"gender": "blue"}, "value-unreadable", "'blue'", id="gender"),
        pytest.param({"nationality": "Snarkland"}, "country-unreadable", "'Snarkland'", id="country"),
        pytest.param({"imoNumber": "9074728"}, "identifier-invalid", "9074728", id="check-digit"),
        pytest.param({"schema": "Persn"}, "schema-unreadable", "'Persn'", id="schema"),
        pytest.param({"birthDate": 3.5}, "value-unreadable", "float", id="no-text"),
        pytest.param({"alias": "Tal\u200bvek"}, "cell-hidden-removed", "hidden", id="hidden"),
    ],
)
def test_what_is_not_compared_is_said(screener: Screener, given: dict[str, str], code: str, said: str) -> None:
    (note,) = screener.screen({"name": "Talvek Quoren", **given}).subject.notes
    assert (note.code, said in note.text) == (code, True)


def test_what_is_compared_needs_no_note(screener: Screener) -> None:
    given: dict[str, str] = {"id": "1", "schema": "person", "name": "Talvek Quoren", "birthDate": "1980", "gender": ""}
    result = screener.screen(given)
    assert (result.subject.notes, result.subject.entity.schema) == ((), "Person")


def test_numbers_days_and_nothing_are_values(screener: Screener) -> None:
    given = {"name": "Talvek Quoren", "birthDate": [date(1980, 5, 6), 1980], "alias": None}
    subject = screener.screen(given).subject  # type: ignore[arg-type]  # what callers pass all the same
    assert [str(born.first) for born in subject.entity.birth_dates] == ["1980-05-06", "1980-01-01"]
    assert subject.notes == ()


def test_screen_many_loses_nobody(screener: Screener) -> None:
    outcomes = list(screener.screen_many([{"name": "Talvek Quoren"}, {"name": "..."}, {}, {"name": "Borogove"}]))
    assert [isinstance(item, Result) for item in outcomes] == [True, False, False, True]
    assert [item.key for item in outcomes if isinstance(item, Skipped)] == ["2", "3"]
    assert all(item.code == "subject-unusable" and item.reason for item in outcomes if isinstance(item, Skipped))


def test_screen_many_is_one_at_a_time(screener: Screener) -> None:
    def endless() -> object:
        while True:
            yield {"name": "Talvek Quoren"}

    many = screener.screen_many(endless())  # type: ignore[arg-type]  # any iterable will do
    assert [next(many).__class__ for _ in range(3)] == [Result] * 3


def test_who_has_no_name_cannot_be_screened(screener: Screener) -> None:
    with pytest.raises(ValueError, match="name"):
        screener.screen({"birthDate": "1980"})


def test_context_names_the_own_list(screener: Screener) -> None:
    (consulted,) = screener.context.lists
    assert (consulted.source, consulted.entries) == ("own", 3)
    assert consulted.hash == Screener.of(LISTED).context.lists[0].hash
    assert consulted.hash != Screener.of(LISTED[:2]).context.lists[0].hash


def test_open_without_lists(tmp_path: Path) -> None:
    with pytest.raises(ListNotAvailableError):
        Screener.open(tmp_path / "home")


def test_open_with_a_bad_policy(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("review_from = 2", "utf-8")
    with pytest.raises(PolicyError):
        Screener.open(tmp_path / "home", policy=policy)


def test_compare_has_no_threshold() -> None:
    found = compare({"name": "Talvek Quoren"}, {"name": "Gyre Gimble"})
    assert found is not None
    assert found.band == "clear"
    assert found.bits == found.explanation.bits < 0


def test_as_entity() -> None:
    entity = as_entity({"id": "1", "schema": "Person", "name": ["Talvek", "Mimsy"], "birthDate": "1980"})
    assert (entity.id, entity.schema, [name.text for name in entity.names]) == ("1", "Person", ["Talvek", "Mimsy"])
    assert as_entity(entity) is entity


@pytest.fixture
def unsaid() -> Iterator[None]:
    """As in a process that has said nothing yet."""
    front._warn.cache_clear()
    yield
    front._warn.cache_clear()


@pytest.mark.usefixtures("unsaid")
@pytest.mark.parametrize("compiled", [True, False])
def test_interpreted_loops_are_said_once(compiled: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "compiled", lambda: compiled)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        Screener.of(LISTED)
        Screener.of(LISTED)
        compare(LISTED[0], LISTED[0])
    assert [(item.category, Path(item.filename).name) for item in said] == (
        [] if compiled else [(RuntimeWarning, Path(__file__).name)]
    )


def test_threads_take_turns(screener: Screener) -> None:
    names = [
        f"{first} {last}" for first in ("Talvek", "Talvec", "Borogove") for last in ("Quoren", "Mimsy", "LLC")
    ] * 24
    alone = [screener.screen({"name": name}) for name in names]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(lambda name: screener.screen({"name": name}), names))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone
