"""A program that destroys what is kept of subjects in children, kills them at random points, and looks at what is left.

    killing_erasures.py URL HOME SEED TIMES

Half of the children are killed at a statement of theirs, half at a moment. Each forgets one or two people, of whom
everything names them: what was enrolled, matches, an alert, a decision, a comment, and why they left. Afterwards all of
it is there to the byte or none of it, person by person; what is kept of everybody else is as it was; the record
verifies.
"""

import random
import runpy
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from namesake.app.erasing import Asked, Erasing
from namesake.record.verifying import verified
from namesake.stores.database.cases import DatabaseCases
from namesake.stores.database.dump import dump
from namesake.stores.database.engine import Database, located
from namesake.stores.database.erasing import DatabaseErasures
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.migrations import migrate
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.cases import Alert, AlertChange, Comment, Decision, Rest, Ruling
from namesake.values.entities import Entity, Subject
from namesake.values.events import SubjectRef
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.retention import Retention
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

Killing: Any = runpy.run_path(str(Path(__file__).with_name("killing.py")))
NAME = "visas"
T0 = datetime(2026, 4, 15, tzinfo=UTC)
REST = Rest("d" * 64, "{}")


class Clock:
    def now(self) -> datetime:
        return T0


class Indexes:
    def forget(self, population: str) -> None:
        del population


@dataclass(frozen=True)
class State:
    """How often each person is named in what is kept of everybody, and how many erasures are recorded."""

    named: tuple[int, ...]
    erasures: int
    events: int


def person(number: int) -> str:
    """The name of somebody, which is part of nobody else's."""
    return f"Talvek-{number:04}-Quoren"


def found(number: int) -> Found:
    return Found(number, EntryRef("un", "", "E-1"), "un:E-1", 5000, 0.7, "review", f'{{"name":"{person(number)}"}}')


def opened(number: int) -> AlertChange:
    of = SubjectRef(NAME, number)
    made = Alert(0, of, "un:E-1", "open", (), 5000, 0.7, "review", REST, T0, T0, 1, why=person(number), woken=T0)
    return AlertChange("opened", None, made)


def run(database: Database, changes: Sequence[Change], alerts: Sequence[AlertChange] = ()) -> None:
    begun = RunBegun(NAME, "list update", T0, "m" * 64, "p" * 64, 1)
    DatabaseMatches(database).apply(
        RunRecord(DatabaseRuns(database).begin(begun), begun, "complete", T0), changes, alerts
    )


def prepare(database: Database, size: int) -> None:
    """People who were screened, matched and cleared, and left."""
    numbers, cases = range(1, size + 1), DatabaseCases(database)
    populations = DatabasePopulations(database)
    people = [Offered(str(n), Subject(str(n), Entity(str(n), "Person", (Name(person(n)),)))) for n in numbers]
    populations.enrol(NAME, people, T0)
    run(database, [Change("new", n, found(n).entry, None, found(n)) for n in numbers], [opened(n) for n in numbers])
    alerts = list(cases.alerts(NAME))
    rulings = [
        Ruling(
            alert, replace(alert, state="cleared"),
            Decision(0, alert.id, "false_match", person(alert.subject.number), "ana", T0, "in force", REST),
        )
        for alert in alerts
    ]  # fmt: skip
    cases.decide(rulings, "ana", T0)
    for alert in alerts:
        cases.note(Comment(alert.id, "ana", T0, f"rang {person(alert.subject.number)}"))
    for number in numbers:
        populations.withdraw(NAME, [str(number)], T0, f"{person(number)} left")
    run(database, [Change("gone", n, found(n).entry, found(n), None, "withdrawn") for n in numbers])


def read(database: Database, size: int) -> State:
    """What is kept; the record stands, and says of exactly those that they were forgotten of whom nothing is left."""
    lines: list[bytes] = []
    dump(database, lines.append)
    kept = b"".join(lines).decode()
    named = tuple(kept.count(person(number)) for number in range(1, size + 1))
    with DatabaseEvents(database).snapshot() as snapshot:
        audit = verified(snapshot, [])
    assert audit.faults == ()
    said = [event.about for event in DatabaseEvents(database).events() if event.kind == "erasure"]
    gone = [(f"subject {NAME} {number}",) for number, count in enumerate(named, 1) if not count]
    assert sorted(said) == sorted(gone), "an erasure was done and not recorded, or recorded and not done"
    assert (audit.destroyed > 0) == bool(said)
    return State(named, len(said), audit.events)


def work(database: Database, keys: Sequence[str]) -> None:
    erasing = Erasing(
        DatabaseErasures(database), DatabasePopulations(database), DatabaseRuns(database), Indexes(), Clock()
    )
    erasing.forget(NAME, keys, Asked("asked for it", "jo", early=True), Retention())


def kill(database: Database, rng: random.Random, times: int) -> dict[str, int]:
    size = 2 * times + 2
    prepare(database, size)
    statements, seconds = Killing["measured"](partial(work, database, ["1", "2"]))
    state = read(database, size)
    assert state.erasures == 2
    counts: Counter[str] = Counter()
    for number in range(times):
        left = [n for n, count in enumerate(state.named, 1) if count]
        chosen = rng.sample(left, rng.choice((1, 2)))
        at = rng.randint(1, statements * len(chosen) * 5 // 8) if number % 2 else 0
        delay = rng.uniform(0, 0.7 * seconds * len(chosen))
        done = Killing["child"](partial(work, database, [str(n) for n in chosen]), at, delay)
        Killing["settle"](database)
        now = read(database, size)
        for one, (before, after) in enumerate(zip(state.named, now.named, strict=True), 1):
            assert after == before or (one in chosen and after == 0), f"half of {one} is left, killed at {at}"
        more = now.erasures - state.erasures
        assert more == len(chosen) or not done
        assert now.events == state.events + more
        counts["done" if done else "after" if more else "before"] += 1
        state = now
    return dict(counts)


def main() -> None:
    url, home, seed, times = sys.argv[1:]
    database = Database(located(url, Path(home)), patience=20)
    migrate(database)
    sys.stdout.write(repr(kill(database, random.Random(int(seed)), int(times))))


if __name__ == "__main__":
    main()
