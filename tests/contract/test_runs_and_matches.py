"""What every store of runs and matches must do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from namesake.errors import PopulationUnknownError, RunBusyError, RunEndedError
from namesake.stores.database.engine import Database
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.entities import Entity, Skipped, Subject
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Canary, Change, EntryRef, EvidenceChange, Found, RunBegun, RunRecord
from namesake.values.runs import Consulted, NotConsulted

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BEGUN = RunBegun("visas", "list update", T0, "m" * 64, "p" * 64, 1)


@pytest.fixture
def runs(database: Database) -> DatabaseRuns:
    offered = [Offered(key, Subject(key, Entity(key, "Person", (Name(key),)))) for key in ("a", "b")]
    populations = DatabasePopulations(database)
    populations.enrol("visas", offered, T0)
    populations.enrol("crews", offered, T0)
    return DatabaseRuns(database)


@pytest.fixture
def matches(database: Database, runs: DatabaseRuns) -> DatabaseMatches:
    del runs
    return DatabaseMatches(database)


def ended(number: int, begun: RunBegun = BEGUN) -> RunRecord:
    return RunRecord(number, begun, "complete", T0 + HOUR)


def found(number: int, entry: str, bits: int = 5000, *, source: str = "watch", scope: str = "") -> Found:
    ref = EntryRef(source, scope, entry)
    return Found(number, ref, f"{source}:{entry}", bits, 0.1 + bits / 3e4, "review", f'{{"bits":{bits},"ü":"\u202e"}}')


def new(item: Found) -> Change:
    return Change("new", item.number, item.entry, None, item, "the entry is new")


def gone(item: Found) -> Change:
    return Change("gone", item.number, item.entry, item, None, "delisted")


def test_a_record_comes_back_whole(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    number = runs.begin(BEGUN)
    record = replace(
        ended(number),
        plan="2 entries changed",
        lists=(Consulted("un", "", "2026-04-15", "h" * 64, date(2026, 4, 15), 1000, 3, stale=True, allowed_days=7),),
        not_consulted=(NotConsulted("eu_fsf", "held back"),),
        subjects=2,
        matches=1,
        skipped=(Skipped("row-no-name", "nobody", key="k"),),
        canaries=(Canary("un", "Arab", "found"),),
        flags=("far fewer matches than before",),
    )
    matches.apply(record, [])
    assert runs.run(number) == record
    assert runs.last_complete("visas") == record
    assert list(runs.history("visas")) == [record]


def test_changes_become_what_stands(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    one, two, three = found(1, "E-1"), found(1, "E-2"), found(2, "E-1", scope="x")
    first = runs.begin(BEGUN)
    matches.apply(ended(first), [new(three), new(two), new(one)])
    assert list(matches.of("visas")) == [one, two, three]
    better = found(1, "E-2", 9000)
    changed = Change("changed", 1, two.entry, two, better, "an alias was added", (EvidenceChange("name", 1000, 5000),))
    kept = replace(three, match='{"version":"later"}')
    second = runs.begin(BEGUN)
    same = Change("unchanged", 2, three.entry, three, kept)
    matches.apply(ended(second), [gone(one), changed, same])
    assert list(matches.of("visas")) == [better, kept]
    assert list(matches.changes(second)) == [gone(one), changed]
    assert list(matches.changes(first)) == [new(three), new(two), new(one)]
    assert list(matches.of("visas", [2, 7])) == [kept]
    assert list(matches.of("crews")) == list(matches.of("nobody")) == []


def test_numbers_come_back_bit_for_bit(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    item = replace(found(1, "E"), score=0.1 + 0.2, bits=-(2**40))
    matches.apply(ended(runs.begin(BEGUN)), [new(item)])
    assert next(matches.of("visas")) == item


def test_matches_with_entries(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    many = [found(1 + n % 2, f"E-{n:04}", source="watch" if n % 3 else "un") for n in range(1200)]
    matches.apply(ended(runs.begin(BEGUN)), map(new, many))
    wanted = [item.entry for item in many[::2]]
    got = list(matches.with_entries("visas", [*wanted, EntryRef("watch", "", "none")]))
    assert got == sorted(many[::2], key=lambda item: (item.number, item.entry))
    assert list(matches.with_entries("crews", wanted)) == []


def test_a_run_ends_once(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    number = runs.begin(BEGUN)
    runs.fail(replace(ended(number), state="failed", error="screening-worker-lost", said="lost"))
    for record in (ended(number), ended(number + 100)):
        with pytest.raises(RunEndedError):
            matches.apply(record, [new(found(1, "E"))])
        with pytest.raises(RunEndedError):
            runs.fail(record)
    assert list(matches.of("visas")) == []
    assert [item.state for item in runs.history()] == ["failed"]
    assert runs.last_complete("visas") is None


def test_a_run_that_fails_while_it_is_kept_changes_nothing(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    number = runs.begin(BEGUN)

    def failing() -> Iterator[Change]:
        for count in range(1200):
            yield new(found(1, f"E-{count}"))
        raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError, match="interrupted"):
        matches.apply(ended(number), failing())
    assert list(matches.of("visas")) == []
    assert list(matches.changes(number)) == []
    assert runs.run(number) is None  # it has begun, and may still end
    matches.apply(ended(number), [new(found(1, "E"))])


def test_only_one_may_revet_a_population(runs: DatabaseRuns) -> None:
    with runs.alone("visas", T0) as left:
        assert list(left) == []
        with pytest.raises(RunBusyError, match="visas"), runs.alone("visas", T0):
            pass
        with runs.alone("crews", T0):
            pass
    with runs.alone("visas", T0):
        pass


def test_a_run_that_was_left_behind_has_failed(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    number, other = runs.begin(BEGUN), runs.begin(replace(BEGUN, population="crews"))
    assert list(runs.history()) == []
    with runs.alone("visas", T0 + HOUR) as left:
        (record,) = left
    assert (record.id, record.state, record.error, record.ended) == (number, "failed", "run-killed", T0 + HOUR)
    assert record.begun == BEGUN
    assert list(runs.history()) == [record]
    with pytest.raises(RunEndedError):
        matches.apply(ended(number), [])
    matches.apply(ended(other, replace(BEGUN, population="crews")), [])  # the other population is not concerned


def test_history_from_the_latest(runs: DatabaseRuns, matches: DatabaseMatches) -> None:
    numbers = []
    for hours in (5, 3, 1):  # the clock runs backwards
        begun = replace(BEGUN, began=T0 + hours * HOUR)
        numbers.append(runs.begin(begun))
        matches.apply(ended(numbers[-1], begun), [])
    assert [item.id for item in runs.history("visas")] == numbers[::-1]
    assert [item.id for item in runs.history("", 2)] == numbers[:0:-1]
    assert list(runs.history("crews")) == []
    last = runs.last_complete("visas")
    assert last is not None
    assert last.id == numbers[-1]


def test_a_run_needs_a_population(runs: DatabaseRuns) -> None:
    with pytest.raises(PopulationUnknownError):
        runs.begin(replace(BEGUN, population="nobody"))
