"""Overseeing: what is read while a run ends meanwhile, and how far back runs are read."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest

from namesake.app.status import Kept, Status
from namesake.standing.populations import SHOWN
from namesake.values.policies import Policy
from namesake.values.populations import Population
from namesake.values.revets import RunBegun, RunRecord, RunState
from namesake.values.standings import CaseTally, Tally, Touched

NOW = datetime(2026, 5, 20, tzinfo=UTC)


def run(number: int, state: RunState = "complete") -> RunRecord:
    return RunRecord(number, RunBegun("visas", "list update", NOW, "m", "p", number), state, NOW, matches=number)


class Clock:
    def now(self) -> datetime:
        return NOW


class Store:
    """A store in which further runs end while it is read: one for each number of `ending`."""

    def __init__(self, runs: list[RunRecord], ending: Iterable[int] = ()) -> None:
        self.runs, self.ending = runs, iter(ending)
        self.asked: list[int] = []

    def population(self, name: str) -> Population:
        return Population(name, 1, 10, 0, NOW)

    def last_complete(self, _name: str) -> RunRecord | None:
        return next((record for record in reversed(self.runs) if record.state == "complete"), None)

    def history(self, _name: str, most: int) -> Sequence[RunRecord]:
        self.asked.append(most)
        return self.runs[::-1][:most]

    def everybody(self, _name: str) -> None:
        return None

    def unfinished(self, _name: str) -> list[Any]:
        return []

    def cases(self, _name: str, _today: date) -> CaseTally:
        return CaseTally()

    def touched(self, _name: str, sequence: int) -> Touched:
        return Touched(sequence)

    def tally(self, _name: str) -> Tally:
        found = Tally(len(self.runs))
        self.runs += [run(number) for number in (next(self.ending, None),) if number]
        return found


def status(store: Store) -> Status:
    return Status(cast(Any, None), Kept(*cast(Any, (store, store, store))), cast(Any, Clock()))


def test_what_is_read_goes_together_although_runs_end_meanwhile() -> None:
    found = status(Store([run(1)], [2, 3]))._steady("visas", Policy())
    assert found.complete is not None
    assert (found.complete.id, found.touched, found.tally) == (3, Touched(3), Tally(3))
    assert [record.id for record in found.runs] == [3, 2, 1]


def test_a_population_that_is_re_vetted_without_end_is_told_all_the_same() -> None:
    found = status(Store([run(1)], range(2, 1000)))._steady("visas", Policy())
    assert found.complete is not None


@pytest.mark.parametrize(
    ("states", "read"),
    [
        pytest.param(["complete"] * 30, SHOWN, id="the-last-few"),
        pytest.param(["complete", *["failed"] * 11], 12, id="back-to-the-last-complete-one"),
        pytest.param(["failed"] * 30, 30, id="all-of-them-failed"),
        pytest.param([], 0, id="none"),
    ],
)
def test_runs_are_read_back_to_the_last_complete_one(states: list[RunState], read: int) -> None:
    store = Store([run(number, state) for number, state in enumerate(states, 1)])
    found = status(store)._runs("visas", store.last_complete("visas"))
    assert len(found) == read
