"""Screening here and in several processes: the same answers in the same order."""

import os
import random
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from multiprocessing.context import SpawnProcess
from pathlib import Path

import msgspec
import pytest

from namesake import bootstrap
from namesake.app.opening import own
from namesake.errors import NamesakeError, WorkerLostError
from namesake.runners.local import Batch, Inline, Processes
from namesake.scoring.model import shipped
from namesake.screening.screening import Screening
from namesake.settings import Settings
from namesake.stores.home import Home
from namesake.stores.lists import HomeListStore
from namesake.values.entities import Entity, ListEntry, Skipped, Subject
from namesake.values.facts import PartialDate
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.versions import ListVersion

SOURCE = "un_sc_sanctions"
GIVEN = ("Talvek", "Мимси", "Borogove", "يوسف", "Ada")
FAMILY = ("Quoren", "Тестов", "al-Maliki", "Bandersnatch")
BORN = PartialDate(datetime(1980, 5, 6, tzinfo=UTC).date(), datetime(1980, 5, 6, tzinfo=UTC).date())


def people(count: int, seed: int) -> list[Entity]:
    chance = random.Random(seed)
    return [
        Entity(f"e{i}", "Person", (Name(f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"),), (BORN,) * (i % 2))
        for i in range(count)
    ]


def opened(count: int = 12) -> Screening:
    return own(people(count, 1), Policy(), shipped(), datetime(2026, 1, 2, tzinfo=UTC), "test").screening


def batches(size: int) -> Iterator[Batch]:
    items: list[Subject | Skipped] = [Subject(item.id, item) for item in people(14, 2)]
    items.insert(5, Skipped("row-no-name", "nobody"))
    return (items[i : i + size] for i in range(0, len(items), size))


def kept(home: Home) -> None:
    """A list of the same people, kept in a home as other processes will find it."""
    entries = [
        ListEntry(SOURCE, item.id, f"{SOURCE}:{item.id}", item.schema, item.names, "{}", item.birth_dates)
        for item in people(12, 1)
    ]
    made = datetime(2026, 1, 2, tzinfo=UTC)
    version = ListVersion(
        SOURCE, "", "2026-01-02", "hash", "xml", made.date(), "given", made, (), len(entries), "in-force"
    )
    HomeListStore(home).keep(version, (), entries)


def test_processes_answer_as_one_process_does(tmp_path: Path) -> None:
    settings, policy = Settings(home=tmp_path / "home"), Policy()
    kept(Home(settings.home))
    ready = bootstrap.open_screening(settings).open(policy)
    here = [outcome for batch in Inline(ready.screening).run(batches(15)) for outcome in batch]
    runner = bootstrap.open_runner(settings, policy, ready, 2)
    assert isinstance(runner, Processes)
    there = list(runner.run(batches(4)))
    assert [len(batch) for batch in there] == [4, 4, 4, 3]
    assert [outcome for batch in there for outcome in batch] == here
    assert sum(len(item.matches) for item in here if not isinstance(item, Skipped)) > 0


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    settings, policy = Settings(home=tmp_path / "home"), Policy(review_from=0.001)
    kept(Home(settings.home))
    ready = bootstrap.open_screening(settings).open(policy)
    written = set()
    for workers, size in ((1, 15), (1, 2), (2, 3), (3, 2)):
        runner = bootstrap.open_runner(settings, policy, ready, workers)
        assert isinstance(runner, Inline if workers == 1 else Processes)
        outcomes = [outcome for batch in runner.run(batches(size)) for outcome in batch]
        written.add(b"\n".join(map(msgspec.json.encode, outcomes)))
    (lines,) = written
    assert lines.count(b"\n") == 14, "fifteen outcomes, in order"
    assert lines.count(b'"entry_id"') > 14


def test_a_process_that_dies_is_reported() -> None:
    broken = Processes(opened(), partial(os._exit, 3), 1)
    with pytest.raises(WorkerLostError, match="screening-worker-lost"):
        list(broken.run(batches(4)))


def never() -> Screening:
    raise AssertionError("a process was started")


def test_a_small_input_starts_no_process() -> None:
    screening = opened()
    assert list(Processes(screening, never, 2).run(batches(15))) == list(Inline(screening).run(batches(15)))


def test_nothing_to_screen() -> None:
    assert list(Processes(opened(), never, 2).run(iter([]))) == []
    assert list(Inline(opened()).run(iter([]))) == []


def test_an_error_of_the_input_passes_through() -> None:
    def broken() -> Iterator[Batch]:
        yield next(batches(2))
        raise NamesakeError("cut off")

    run = Inline(opened()).run(broken())
    assert len(next(run)) == 2
    with pytest.raises(NamesakeError, match="cut off"):
        next(run)


def test_a_process_that_dies_while_another_one_starts_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[SpawnProcess] = []
    begin = SpawnProcess.start

    def start(self: SpawnProcess) -> None:
        begin(self)
        if started:  # the pool does not know the second one until this is over
            os.kill(started[0].pid or 0, signal.SIGKILL)
            time.sleep(0.5)
        started.append(self)

    monkeypatch.setattr(SpawnProcess, "start", start)
    with pytest.raises(WorkerLostError):
        list(Processes(opened(), opened, 2).run(batches(2)))
    assert len(started) == 2
    for process in started:  # not `is_alive`: it is wrong for a moment while the pool, too, asks for the process's end
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid or 0, 0)


@pytest.mark.parametrize("error", [BrokenPipeError("it does not read"), OSError("handle is closed")])
def test_a_process_that_dies_before_it_knows_its_work_is_noticed(
    error: OSError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(_: SpawnProcess) -> None:
        raise error

    monkeypatch.setattr(SpawnProcess, "start", start)
    with pytest.raises(WorkerLostError):
        list(Processes(opened(), opened, 2).run(batches(2)))
