"""A program that decides alerts in children, kills them at random points, and looks at what is left each time.

    killing_decisions.py URL HOME SEED TIMES

Half of the children are killed at a statement of theirs, half at a moment. Each decides some alerts together, or is the
second person of a decision. What is left must be what was there before, or all of it: alerts, decisions, what happened,
and the events of the record, of which the chain holds.
"""

import random
import runpy
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from namesake.app.cases import Desk, Request, Stocks
from namesake.record.chain import digest_of
from namesake.stores.database.cases import DatabaseCases
from namesake.stores.database.engine import Database, located
from namesake.stores.database.events import DatabaseEvents
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.migrations import migrate
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.cases import Alert, AlertChange, Decision, DecisionRules, Judgement, Rest
from namesake.values.entities import Entity, Subject
from namesake.values.events import SubjectRef
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import EntryRef, RunBegun, RunRecord

Killing: Any = runpy.run_path(str(Path(__file__).with_name("killing.py")))
NAME = "visas"
T0 = datetime(2026, 4, 15, tzinfo=UTC)
SIZE = 40
RULES = DecisionRules(second=("true_match",))


@dataclass
class Clock:
    at: datetime = T0

    def now(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@dataclass(frozen=True)
class State:
    """Everything that is kept of alerts, and how many events of each kind there are."""

    alerts: tuple[Alert, ...]
    decisions: tuple[Decision, ...]
    happened: int
    events: int


def opened() -> list[AlertChange]:
    return [
        AlertChange(
            "opened", None,
            Alert(
                0, SubjectRef(NAME, number), "watch:E-1", "open", (EntryRef("watch", "", "E-1"),), 5000, 0.9, "review",
                Rest("d" * 64, "{}"), T0, T0, 1, woken=T0,
            ),
        )
        for number in range(1, SIZE + 1)
    ]  # fmt: skip


def prepare(database: Database) -> None:
    people = [Offered(str(n), Subject(str(n), Entity(str(n), "Person", (Name(str(n)),)))) for n in range(1, SIZE + 1)]
    DatabasePopulations(database).enrol(NAME, people, T0)
    begun = RunBegun(NAME, "onboarding", T0, "m", "p")
    record = RunRecord(DatabaseRuns(database).begin(begun), begun, "complete", T0)
    DatabaseMatches(database).apply(record, [], opened())


def read(database: Database) -> State:
    """What is kept; the chain holds, and decisions, alerts and events say the same."""
    cases = DatabaseCases(database)
    alerts = tuple(cases.alerts(NAME))
    decisions = tuple(one for alert in alerts for one in cases.decisions(alert.id))
    ids = sorted(one.id for one in decisions)
    assert ids == list(range(1, len(ids) + 1)), "a decision is lost or doubled"
    standing = {one.id: one for one in decisions if one.state in ("in force", "proposed")}
    for alert in alerts:
        assert alert.decision == 0 or standing.pop(alert.decision).alert == alert.id
    assert not standing, "a decision stands that no alert knows"
    events, before = 0, ""
    for event in DatabaseEvents(database).events():
        assert (event.before, event.hash) == (before, digest_of(event))
        before, events = event.hash, events + (event.kind == "decision")
    happened = sum(len([one for one in cases.happenings(alert.id) if one.kind == "decided"]) for alert in alerts)
    assert happened == events, "the record and the history of alerts tell different stories"
    return State(alerts, decisions, happened, events)


def work(database: Database, at: datetime, numbers: Sequence[int], seconded: int) -> None:
    stocks = Stocks(DatabaseCases(database), DatabaseMatches(database), DatabasePopulations(database))
    desk = Desk(stocks, Clock(at), lambda ids, count: ids[:count])
    if seconded:
        desk.second(seconded, "seen the passport", "ben", RULES, agree=True)
        return
    judgement: Judgement = "true_match" if len(numbers) == 1 else "false_match"
    desk.decide(numbers, Request(judgement, "another birth year", "ana"), RULES)


def task(rng: random.Random, state: State) -> tuple[Sequence[int], int]:
    """Some alerts to decide together, or a decision to be the second person of."""
    proposed = [one.id for one in state.decisions if one.state == "proposed"]
    free = [alert.id for alert in state.alerts if alert.state not in ("closed", "proposed")]
    if proposed and (rng.random() < 0.5 or len(free) < 8):
        return (), rng.choice(proposed)
    return sorted(rng.sample(free, rng.choice((1, 2, 8)))), 0


def kill(database: Database, rng: random.Random, times: int) -> dict[str, int]:
    prepare(database)
    state = read(database)
    statements, seconds = Killing["measured"](partial(work, database, T0, [1, 2, 3, 4, 5, 6, 7, 8], 0))
    state = read(database)
    assert len(state.decisions) == 8
    counts: Counter[str] = Counter()
    for number in range(times):
        numbers, seconded = task(rng, state)
        at = rng.randint(1, statements * 5 // 4) if number % 2 else 0
        moment = T0 + timedelta(hours=number)
        done = Killing["child"](partial(work, database, moment, numbers, seconded), at, rng.uniform(0, 1.4 * seconds))
        Killing["settle"](database)
        found = read(database)
        more = len(found.decisions) - len(state.decisions), found.events - state.events
        whole = (0, 1) if seconded else (len(numbers), len(numbers))
        assert more in ([whole] if done else [(0, 0), whole]), f"half of a decision, at {at}: {more}"
        assert more == whole or found == state, "something else is another"
        touched = {one.id for one, old in zip(found.alerts, state.alerts, strict=True) if one != old}
        assert more != whole or seconded or touched == set(numbers)
        counts["done" if done else "after" if more == whole else "before"] += 1
        state = found
    return dict(counts)


def main() -> None:
    url, home, seed, times = sys.argv[1:]
    database = Database(located(url, Path(home)), patience=20)
    migrate(database)
    sys.stdout.write(repr(kill(database, random.Random(int(seed)), int(times))))


if __name__ == "__main__":
    main()
