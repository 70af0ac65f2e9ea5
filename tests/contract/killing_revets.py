"""A program that kills `namesake revet` and `namesake watch` at random points, and looks at what is left each time.

    killing_revets.py URL HOME revet|watch|program|stopped SEED TIMES

Before each, the list and the people change. Two thirds of the children are killed when they touch the database or the
file system for the n-th time, half of these near the end; a third at a moment. A "program" is a Python of its own,
killed at a moment. What is "stopped" is a watch that gets SIGTERM instead, and must end by itself and as asked. What
must match is known by plain Python: each invented name is like no other.
"""

import contextlib
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, event, text

from namesake.app import watching
from namesake.cli import cli, watch
from namesake.stores.database.engine import Database, located
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.migrations import migrate
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns

NAME = "staff"
IDENTITIES = 24
PEOPLE = 30
BORN = 1950
SYLLABLES = ("bra", "cho", "dwe", "fi", "gly", "hu", "ko", "lme", "nja", "pru", "sti", "tvo", "vra", "zu")
MAPPING = """[list]
id = "watch"
title = "Watch list"
owner = "Vetting office"
source = "Report 17"
legal_basis = "Vetting Act"
[columns]
id = "Ref"
name = "Name"
birthDate = "Born"
"""
LOADED = (watch, watching)
"""So that the children are not killed while they load these, every time."""

WATCH = ("watch", "--offline", "--rounds", "2", "--every", "1m")
WORDS = {"revet": ("revet",), "program": ("revet",), "watch": WATCH, "stopped": WATCH}

Pairs = set[tuple[str, str]]
Standing = dict[tuple[int, str], int]


@dataclass
class World:
    """A home, a store, and what is in them by our own account."""

    url: str
    home: Path
    rng: random.Random
    names: list[str]
    people: dict[str, int] = field(default_factory=dict)
    listed: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.database = Database(located(self.url, self.home), patience=20)

    def call(self, *words: object, stopped: bool = False) -> tuple[int, str]:
        """A command in this process: its exit code and what it prints. It is no failure that it was stopped."""
        with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(io.StringIO()) as errors:
            code = cli.main(["--home", str(self.home), *map(str, words)], standalone_mode=False) or 0
        assert code in (0, 1) or (stopped and errors.getvalue().startswith("error [stopped]")), errors.getvalue()
        return code, said.getvalue()

    def change(self) -> None:
        """Another edition of the list and another state of the people; at times only one of them changes."""
        which = self.rng.choice(("both", "list", "people"))
        if which != "people" or not self.listed:
            self.publish()
        if which != "list" or not self.people:
            self.enrol()

    def publish(self) -> None:
        keep = {identity: born for identity, born in self.listed.items() if self.rng.random() < 0.85}
        for identity in self.rng.sample(range(IDENTITIES), 4):
            keep[identity] = self.rng.choice(("", str(BORN + identity)))
        self.listed = keep
        rows = "".join(f"W-{identity},{self.names[identity]},{born}\n" for identity, born in sorted(keep.items()))
        (self.home / "watch.csv").write_text(f"Ref,Name,Born\n{rows}", "utf-8")
        (self.home / "watch.toml").write_text(MAPPING, "utf-8")
        self.call("lists", "add", "table", self.home / "watch.csv", self.home / "watch.toml", "--accept", "as meant")

    def enrol(self) -> None:
        keep = {key: identity for key, identity in self.people.items() if self.rng.random() < 0.9}
        for key in self.rng.sample(range(PEOPLE), 4):
            keep[f"K-{key}"] = self.rng.randrange(IDENTITIES)
        self.people = keep
        rows = "".join(f"{key},{self.names[identity]},{BORN + identity}\n" for key, identity in keep.items())
        (self.home / "people.csv").write_text(f"Key,Full name,Year of birth\n{rows}", "utf-8")
        self.call("enrol", self.home / "people.csv", "-p", NAME, "--key", "Key", "--complete", "--accept", "as meant")

    def due(self) -> Pairs:
        """The matches that there must be."""
        return {(key, f"W-{identity}") for key, identity in self.people.items() if identity in self.listed}

    def standing(self) -> Standing:
        """The matches that are kept, with their bits."""
        return {(one.number, one.entry.id): one.bits for one in DatabaseMatches(self.database).of(NAME)}

    def pairs(self, standing: Standing) -> Pairs:
        store = DatabasePopulations(self.database)
        keys = {one.number: one.key for one in store.subjects(NAME, withdrawn=True)}
        return {(keys[number], entry) for number, entry in standing}

    def replayed(self, standing: Standing, after: int) -> tuple[Standing, int]:
        """A standing with all that the complete runs after one have recorded, and how many these are."""
        found, runs = dict(standing), DatabaseRuns(self.database).history(NAME)
        complete = [run for run in reversed(runs) if run.state == "complete" and run.id > after]
        for run in complete:
            for change in DatabaseMatches(self.database).changes(run.id):
                key = (change.number, change.entry.id)
                assert (key in found) == (change.before is not None), f"{change.kind} of what was not so"
                found.pop(key, None)
                if change.after:
                    found[key] = change.after.bits
        return found, len(complete)

    def begun(self) -> int:
        """Runs that have neither ended nor been found to be killed."""
        with self.database.reading() as connection:
            found: int = connection.scalars(text("SELECT COUNT(*) FROM namesake_runs WHERE state = 'begun'")).one()
            return found

    def settle(self) -> None:
        """Wait until a server has noticed that a child is gone: what it was told to commit may still be on its way."""
        if self.database.is_file:
            return
        others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        for _ in range(2000):
            with self.database.connected() as connection:
                if connection.scalar(text(others + " AND backend_type = 'client backend'")) == 0:
                    return
            time.sleep(0.005)
        raise AssertionError("a child's connection stays open")


def invented(rng: random.Random) -> list[str]:
    """Names of two words each, of which no two are alike."""
    words = ["".join(rng.sample(SYLLABLES, 4)) for _ in range(2 * IDENTITIES)]
    return [f"{one.title()} {other.title()}" for one, other in zip(words[::2], words[1::2], strict=True)]


def count_points(at: int = -1, how: int = signal.SIGKILL) -> list[int]:
    """Count from now on how often the database or the file system is touched; the time with the number `at` is the
    end."""
    seen = [0]

    def point(*_: object) -> None:
        seen[0] += 1
        if seen[0] == at:
            os.kill(os.getpid(), how)

    def hear(happened: str, _: tuple[object, ...]) -> None:
        if happened == "open" or happened.startswith(("os.", "shutil.", "tempfile.")):
            point()

    event.listen(Engine, "before_cursor_execute", point)
    event.listen(Engine, "after_cursor_execute", point)
    event.listen(Engine, "commit", point)
    sys.addaudithook(hear)
    return seen


def work(world: World, what: str) -> None:
    """The whole command, as a user types it; a pause between two rounds takes no time."""
    time.sleep = lambda _: None
    world.call(*WORDS[what], stopped=what == "stopped")


def forked(world: World, what: str, point: int, delay: float) -> bool:
    """The command in a child that is killed at a point, or after a while; whether it was done before that."""
    process, how = os.fork(), signal.SIGTERM if what == "stopped" else signal.SIGKILL
    if process == 0:
        code = 1
        try:
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            if point:
                count_points(point, how)
            with contextlib.suppress(KeyboardInterrupt):  # where the command had not yet begun, or was done
                work(world, what)
            code = 0
        finally:
            os._exit(code)
    if not point:
        time.sleep(delay)
        os.kill(process, how)
    _, status = os.waitpid(process, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return os.WIFEXITED(status) and how == signal.SIGKILL


def program(world: World, delay: float) -> bool:
    """The command as a program of its own that is killed after a while; whether it was done before that."""
    start = [sys.executable, "-c", "from namesake.cli import main; main()", "--home", str(world.home), "revet"]
    done = subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        done.wait(delay)
    done.kill()
    code = done.wait()
    assert code in (0, 1, -signal.SIGKILL), f"the program failed by itself: {code}"
    return code != -signal.SIGKILL


def measured(world: World, what: str) -> tuple[int, float]:
    """How many points a command has, and how long it takes, in a child that is let live."""
    reading, writing = os.pipe()
    began = time.monotonic()
    if os.fork() == 0:
        seen = count_points()
        work(world, what)
        os.write(writing, str(seen[0]).encode())
        os._exit(0)
    os.wait()
    return int(os.read(reading, 20)), time.monotonic() - began


def checked(world: World, before: Standing, last: int, killed: bool) -> tuple[Standing, str]:
    """Look at what a child left, re-vet, and look again; what stands then, and how far the child had come."""
    world.settle()
    left, begun = world.standing(), world.begun()
    replayed, complete = world.replayed(before, last)
    assert left == replayed, "what stands is not what the complete runs say"
    assert complete in (0, 1, 2)
    assert begun <= killed, "a run that was not killed has no end"
    assert left == before or world.pairs(left) == world.due(), "half of a run is applied"
    failed = len(DatabaseRuns(world.database).history(NAME)) - len(complete_runs(world))
    (again,) = json.loads(world.call("revet", "--verify", "--format", "json")[1])["runs"]
    assert again["verified"]["same"], again["verified"]
    assert len(again["left_behind"]) == begun
    after, more = world.replayed(left, max([last, *complete_runs(world)[1:]]))
    assert after == world.standing()
    assert more == 1
    assert world.pairs(after) == world.due(), "not the matches that there must be"
    assert world.begun() == 0
    runs = DatabaseRuns(world.database).history(NAME)
    ended = [run for run in runs if run.state == "failed"]
    assert len(ended) == failed + begun
    assert {run.error for run in ended} <= {"run-killed", "stopped"}
    return after, "done" if not killed else "after" if complete else "begun" if begun else "before"


def complete_runs(world: World) -> list[int]:
    """The ids of the complete runs, from the latest to the first."""
    return [run.id for run in DatabaseRuns(world.database).history(NAME) if run.state == "complete"]


def kill(world: World, what: str, times: int) -> dict[str, int]:
    """Kill so many times; how far the children had come."""
    world.publish()
    world.enrol()
    (first,) = json.loads(world.call("revet", "--verify", "--format", "json")[1])["runs"]
    assert first["verified"]["same"]
    standing = world.standing()
    assert world.pairs(standing) == world.due(), "the invented names are not unlike"
    world.change()
    points, seconds = measured(world, what)
    standing, _ = checked(world, standing, complete_runs(world)[-1], killed=False)
    counts = {"before": 0, "begun": 0, "after": 0, "done": 0}
    for number in range(times):
        world.change()
        last = complete_runs(world)[0]
        killing = at(world.rng, number, points, seconds)
        if what == "program":
            done = program(world, world.rng.uniform(0.4, 1.8) * seconds)
        else:
            done = forked(world, what, *killing)
        standing, state = checked(world, standing, last, killed=not done)
        counts[state] += 1
    return counts


def at(rng: random.Random, number: int, points: int, seconds: float) -> tuple[int, float]:
    """The point or the moment at which a child is killed."""
    if number % 3 == 0:
        return 0, rng.uniform(0, 1.2 * seconds)
    return (rng.randint(1, points) if number % 3 == 1 else rng.randint(points * 2 // 3, points * 6 // 5)), 0.0


def main() -> None:
    url, home, what, seed, times = sys.argv[1:]
    os.environ["NAMESAKE_STORE"] = url
    rng = random.Random(int(seed))
    world = World(url, Path(home), rng, invented(rng))
    migrate(world.database)
    sys.stdout.write(repr(kill(world, what, int(times))))


if __name__ == "__main__":
    main()
