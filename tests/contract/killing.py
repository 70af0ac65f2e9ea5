"""A program that enrols and re-vets in children, kills them at random points, and looks at what is left each time.

    killing.py URL HOME enrol|revet SEED TIMES

Half of the children are killed at a statement of theirs, half at a moment. What is left must be what was there before,
or all of what the child did. A model in plain Python says what that is, down to numbers, versions and states.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, event, text

from namesake.stores.database import spool
from namesake.stores.database.engine import Database, located
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.migrations import migrate
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.entities import Entity, Subject
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

NAME = "visas"
T0 = datetime(2026, 4, 15, tzinfo=UTC)
SIZE = 240
BATCH = 20


@dataclass(frozen=True)
class Kept:
    """What the model knows of a subject."""

    number: int
    version: int
    name: str
    sequence: int
    withdrawn: bool


State = dict[str, Kept]


def next_edition(rng: random.Random, state: State) -> dict[str, str]:
    """The next complete file: some subjects leave it, some are changed, some are new, some return."""
    known = {key: kept.name for key, kept in state.items() if rng.random() > 0.1}
    for key in rng.sample(sorted(known), len(known) // 8):
        known[key] += "x"
    new = max(SIZE - len(known), 10)
    return {**known, **{f"k{len(state) + number}": f"Name {number}" for number in range(new)}}


def after(state: State, edition: dict[str, str]) -> State:
    """The state that enrolling an edition whole leads to."""
    sequence = max((kept.sequence for kept in state.values()), default=0) + 1
    found = dict(state)
    for key, name in edition.items():
        kept = state.get(key)
        if kept is None:
            found[key] = Kept(len(found) + 1, 1, name, sequence, False)
        elif kept.withdrawn or kept.name != name:
            found[key] = replace(
                kept, version=kept.version + (kept.name != name), name=name, sequence=sequence, withdrawn=False
            )
    for key, kept in state.items():
        if key not in edition and not kept.withdrawn:
            found[key] = replace(kept, sequence=sequence, withdrawn=True)
    return found


def read(database: Database) -> State:
    """The state that is kept; every subject has exactly the versions that it should, and a history that fits."""
    store = DatabasePopulations(database)
    if not store.known():
        return {}
    found = {
        item.key: Kept(
            item.number, item.version, item.subject.entity.caption, item.sequence, item.withdrawn is not None
        )
        for item in store.subjects(NAME, withdrawn=True)
    }
    with database.reading() as connection:
        versions = "SELECT number, COUNT(*), MIN(version), MAX(version) FROM namesake_subject_versions GROUP BY number"
        for number, count, first, last in connection.execute(text(versions)):
            (kept,) = (kept for kept in found.values() if kept.number == number)
            assert (first, count, last) == (1, kept.version, kept.version)
        last_states = "SELECT number, MAX(sequence) FROM namesake_subject_changes GROUP BY number"
        states = {row[0]: row[1] for row in connection.execute(text(last_states))}
    assert states == {kept.number: kept.sequence for kept in found.values()}
    assert store.population(NAME).sequence == max(kept.sequence for kept in found.values())
    return found


def enrol(database: Database, edition: dict[str, str]) -> None:
    rows = (Offered(key, Subject(key, Entity(key, "Person", (Name(name),)))) for key, name in edition.items())
    DatabasePopulations(database).enrol(NAME, rows, T0, complete=True)


def count_statements(at: int = -1) -> list[int]:
    """Count statements and commits from now on; the one with the number `at` is the end."""
    seen = [0]

    def hear(*_: object) -> None:
        seen[0] += 1
        if seen[0] == at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", hear)
    event.listen(Engine, "after_cursor_execute", hear)
    event.listen(Engine, "commit", hear)
    return seen


def child(work: Callable[[], None], statement: int, delay: float) -> bool:
    """Do work in a child that is killed at a statement, or after a while; whether it was done before that."""
    process = os.fork()
    if process == 0:
        code = 1
        try:
            if statement:
                count_statements(statement)
            work()
            code = 0
        finally:
            os._exit(code)
    if not statement:
        time.sleep(delay)
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return os.WIFEXITED(status)


def settle(database: Database) -> None:
    """Wait until a server has noticed that a child is gone: what it was told to commit may still be on its way."""
    if database.is_file:
        return
    others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    for _ in range(2000):
        with database.connected() as connection:
            if connection.scalar(text(others + " AND backend_type = 'client backend'")) == 0:
                return
        time.sleep(0.005)
    raise AssertionError("a child's connection stays open")


def measured(work: Callable[[], None]) -> tuple[int, float]:
    """How many statements work takes, and how long, in a child that is let live."""
    reading, writing = os.pipe()
    began = time.monotonic()
    if os.fork() == 0:
        seen = count_statements()
        work()
        os.write(writing, str(seen[0]).encode())
        os._exit(0)
    os.wait()
    return int(os.read(reading, 20)), time.monotonic() - began


def kill_enrolments(database: Database, rng: random.Random, times: int) -> dict[str, int]:
    first = next_edition(rng, {})
    enrol(database, first)
    state = after({}, first)
    edition = next_edition(rng, state)
    statements, seconds = measured(partial(enrol, database, edition))
    state = after(state, edition)
    assert read(database) == state
    counts = {"before": 0, "after": 0, "done": 0}
    for number in range(times):
        edition = next_edition(rng, state)
        whole = after(state, edition)
        at = rng.randint(1, statements * 4 // 3) if number % 2 else 0
        done = child(partial(enrol, database, edition), at, rng.uniform(0, 1.4 * seconds))
        settle(database)
        found = read(database)
        assert found in ([whole] if done else [state, whole]), f"neither before nor after, at {at}"
        counts["done" if done else "after" if found == whole else "before"] += 1
        state = found
    enrol(database, edition)  # the same file again comes to what it says
    assert {key: kept.name for key, kept in read(database).items() if not kept.withdrawn} == edition
    return counts


Standing = dict[tuple[int, str], int]


def next_changes(rng: random.Random, standing: Standing) -> Iterator[Change]:
    """What a re-vetting changes: about a hundred matches new, changed and gone."""
    for number in range(120):
        key = (rng.randint(1, 50), f"E-{number}")
        before, ref = standing.get(key), EntryRef("watch", "", key[1])
        old = made(key, before) if before is not None else None
        if old is None:
            yield Change("new", key[0], ref, None, made(key, rng.randint(1, 9999)))
        elif rng.random() < 0.5:
            yield Change("gone", key[0], ref, old, None)
        else:
            yield Change("changed", key[0], ref, old, made(key, (before or 0) + 1))


def made(key: tuple[int, str], bits: int) -> Found:
    return Found(key[0], EntryRef("watch", "", key[1]), key[1], bits, 0.5, "review", f'{{"bits":{bits}}}')


def standing_after(standing: Standing, changes: list[Change]) -> Standing:
    found = dict(standing)
    for change in changes:
        key = (change.number, change.entry.id)
        found.pop(key, None)
        if change.after:
            found[key] = change.after.bits
    return found


def revet(database: Database, changes: list[Change]) -> None:
    runs = DatabaseRuns(database)
    with runs.alone(NAME, T0):
        begun = RunBegun(NAME, "list update", T0, "m", "p")
        number = runs.begin(begun)
        DatabaseMatches(database).apply(RunRecord(number, begun, "complete", T0), changes)


def kill_runs(database: Database, rng: random.Random, times: int) -> dict[str, int]:
    enrol(database, {"a": "A"})
    first = list(next_changes(rng, {}))
    revet(database, first)
    standing = standing_after({}, first)
    changes = list(next_changes(rng, standing))
    statements, seconds = measured(partial(revet, database, changes))
    standing = standing_after(standing, changes)
    counts, complete = {"before": 0, "after": 0, "done": 0}, 2
    runs, matches = DatabaseRuns(database), DatabaseMatches(database)
    for number in range(times):
        changes = list(next_changes(rng, standing))
        at = rng.randint(1, statements * 4 // 3) if number % 2 else 0
        done = child(partial(revet, database, changes), at, rng.uniform(0, 1.4 * seconds))
        settle(database)
        with runs.alone(NAME, T0 + timedelta(hours=number)) as left:
            assert all((item.state, item.error) == ("failed", "run-killed") for item in left)
            assert len(left) <= 1
        history = runs.history(NAME)
        ended = sum(item.state == "complete" for item in history)
        found = {(item.number, item.entry.id): item.bits for item in matches.of(NAME)}
        kept = ended == complete + 1
        assert ended == complete + kept
        assert kept or not done
        assert not (kept and left), "a run is complete and left behind"
        assert found == (standing_after(standing, changes) if kept else standing), f"half of a run, at {at}"
        assert not kept or list(matches.changes(history[0].id)) == changes
        complete, standing = ended, found
        counts["done" if done else "after" if kept else "before"] += 1
    return counts


def main() -> None:
    url, home, work, seed, times = sys.argv[1:]
    spool.BATCH = BATCH  # more statements, so more points at which to be killed
    database = Database(located(url, Path(home)), patience=20)
    migrate(database)
    kill = kill_enrolments if work == "enrol" else kill_runs
    sys.stdout.write(repr(kill(database, random.Random(int(seed)), int(times))))


if __name__ == "__main__":
    main()
