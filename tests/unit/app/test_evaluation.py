"""Evaluation: which set-up is meant, what came of a deck, decks read again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from namesake.app.evaluation import BATCH, engine_of, observe
from namesake.app.evaluation_decks import read
from namesake.errors import DeckError, PolicyError, Where
from namesake.evaluation.cases import COLUMNS, Case
from namesake.values.entities import Entity, Skipped, Subject
from namesake.values.matches import Explanation, ListedRef, Match, Outcome, Result
from namesake.values.policies import Policy
from namesake.values.rows import Row

TODAY = date(2026, 4, 15)


def match(entry_id: str, score: float) -> Match:
    entry = ListedRef(
        "table", "watch", "v", entry_id, f"table:{entry_id}", "Talvek", "Person", Entity(entry_id, "Person", ())
    )
    return Match(entry, score, 0, "review", 1.0, Explanation(0, ()))


@dataclass
class Echo:
    """Matches every subject with an entry of its own name, and remembers what it was given."""

    given: list[Subject | Skipped] = field(default_factory=list)

    def run(self, batches: Iterator[list[Subject | Skipped]]) -> Iterator[list[Outcome]]:
        for batch in batches:
            assert len(batch) <= BATCH
            self.given += batch
            yield [
                item if isinstance(item, Skipped) else Result(item, (match(item.entity.caption, 0.7),))
                for item in batch
            ]


@dataclass(frozen=True)
class Rows:
    """A table that is at hand."""

    columns: tuple[str, ...]
    found: tuple[Row | Skipped, ...]
    details: tuple[str, ...] = ()
    sha256: str = ""
    total: int | None = None

    def rows(self) -> Iterator[Row | Skipped]:
        return iter(self.found)


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("name", "expect")) -> Rows:
    return Rows(columns, tuple(Row(number, row) for number, row in enumerate(rows, 2)))


def test_the_shipped_set_up() -> None:
    assert engine_of("shipped", lambda _: Policy("never")).policy == Policy()


def test_a_policy_by_its_file() -> None:
    found = engine_of("desk/strict.toml", lambda path: Policy(str(path)))
    assert (found.name, found.policy.name) == ("strict.toml", str(Path("desk/strict.toml")))


@pytest.mark.parametrize("policy", [None, Policy("desk")], ids=["default policy", "another policy"])
@pytest.mark.parametrize("name", ["shipped", "own-2026"])
def test_a_model_by_its_name(name: str, policy: Policy | None) -> None:
    found = engine_of(name, lambda _: Policy("never"), {"own-2026"}, policy)
    assert (found.name, found.model, found.policy) == (name, name, policy or Policy())


def test_a_policy_goes_with_the_model_in_force() -> None:
    assert engine_of("strict.toml", lambda _: Policy(), {"own-2026"}).model == ""


def test_what_is_neither_is_refused() -> None:
    with pytest.raises(PolicyError) as raised:
        engine_of("model-7", lambda _: Policy())
    assert "'shipped'" in raised.value.next_step


def test_every_case_gets_its_own_outcome() -> None:
    cases = [Case(str(n), "x", "minor", f"Talvek Quoren{n}", "Person", expect=("a:1",)) for n in range(2 * BATCH + 3)]
    seen = observe(cases, Echo(), TODAY)
    assert [(item.case, item.hits[0].entry) for item in seen] == [(case, f"table@watch:{case.name}") for case in cases]


def test_what_is_the_same_is_screened_once() -> None:
    runner, heard = Echo(), [0]
    cases = [Case(str(n), "x", "minor", ("Talvek", "Orrin")[n % 2], "Person", expect=(f"a:{n}",)) for n in range(6)]
    seen = observe(cases, runner, TODAY, heard.append)
    assert len(runner.given) == 2
    assert [item.case for item in seen] == cases
    assert heard[-1] == 6
    assert heard == sorted(heard)


def test_a_birth_date_makes_another_subject() -> None:
    runner = Echo()
    observe(
        [Case("1", "x", "innocent", "Talvek", "Person", birth_date=born) for born in ("", "1980-02-03")], runner, TODAY
    )
    found = [item.entity.birth_dates for item in runner.given if isinstance(item, Subject)]
    assert [bool(dates) for dates in found] == [False, True]


def test_what_cannot_be_screened_says_why() -> None:
    seen = observe([Case("1", "x", "minor", "", expect=("a:1",)), Case("2", "x", "innocent", "Orrin")], Echo(), TODAY)
    assert seen[0].skipped
    assert not seen[0].hits
    assert (seen[1].skipped, len(seen[1].hits)) == ("", 1)


def test_a_name_that_stands_for_several_parties_may_match_as_any_of_them() -> None:
    seen = observe(
        [Case("1", "x", "minor", "Talvek Quoren and Zorvan Pexley", "Person", expect=("a:1",))], Echo(), TODAY
    )
    assert len(seen[0].hits) >= 2


def test_a_deck_is_read_by_its_columns_and_without_its_guard() -> None:
    found = read("deck.csv", table(("'=Talvek", "a:1 | b@c:2"), ("Orrin", "")))
    assert [(case.name, case.expect) for case in found] == [("=Talvek", ("a:1", "b@c:2")), ("Orrin", ())]
    assert [case.id for case in found] == ["2", "3"]


def test_columns_may_stand_in_any_order() -> None:
    case = Case("a-1", "comma", "minor", "Quoren, Talvek", "Person", "Latn", expect=("a:1",), original="Talvek Quoren")
    rows = table(tuple(reversed(case.cells())), columns=tuple(column.upper() for column in reversed(COLUMNS)))
    assert read("deck.csv", rows) == [case]


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        pytest.param(table(("1", "x"), columns=("case_id", "title")), None, id="no-names"),
        pytest.param(table(("Talvek", "grave"), columns=("name", "severity")), 2, id="unknown-severity"),
        pytest.param(table(("x", "1"), ("y", "1"), columns=("name", "case_id")), 3, id="an-id-twice"),
        pytest.param(Rows(("name",), (Skipped("row-damaged", "damaged", Where("f", 7)),)), 7, id="damaged-row"),
    ],
)
def test_what_is_no_deck_is_refused(rows: Rows, row: int | None) -> None:
    with pytest.raises(DeckError) as raised:
        read("deck.csv", rows)
    assert raised.value.where == Where("deck.csv", row)
