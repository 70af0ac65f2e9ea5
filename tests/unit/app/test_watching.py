"""Round after round: what fails is told and tried again, and keeps nothing else from being done."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from namesake.app.lists import Tell
from namesake.app.offers import Offer
from namesake.app.revetting_run import Asked, Revetted, Watch
from namesake.app.watching import Duty, Means, Timing, Watching
from namesake.errors import (
    DownloadError,
    HomeError,
    NamesakeError,
    PolicyError,
    RunBusyError,
    SettingsError,
    StoreLayoutError,
    StoreUnusableError,
    VersionRefusedError,
    WatchBusyError,
)
from namesake.values.entities import Entity, Subject
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import Change, EntryRef, Found, Plan, RunBegun, RunRecord
from namesake.values.rounds import Concerned, Round
from namesake.values.runs import Consulted
from namesake.values.versions import ListVersion, VersionState

START = datetime(2026, 4, 15, 10, tzinfo=UTC)
MINUTE = 60
HALF_AN_HOUR = 30 * MINUTE
REF = EntryRef("table", "own", "W-1")
OFF = DownloadError("the server does not answer")
AWAY = StoreUnusableError("connection refused")

Trouble = dict[str, list[BaseException | None]]
"""What each piece of work comes to, time after time: an error, or None where it is done."""


@dataclass
class World:
    """Sources, a store and a clock that do as they are told; waiting takes no time."""

    trouble: Trouble = field(default_factory=dict)
    states: dict[str, VersionState] = field(default_factory=dict)
    names: tuple[str, ...] = ("visas", "crews")
    new: int = 0
    changed: int = 0
    gone: int = 0
    flags: tuple[str, ...] = ()
    lists: tuple[Consulted, ...] = ()
    unsettled: str = ""
    did: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    at: float = 0.0

    def do(self, what: str) -> None:
        self.did.append(what)
        waiting = self.trouble.get(what, [])
        if waiting and (error := waiting.pop(0)):
            raise error

    def now(self) -> datetime:
        return START + timedelta(seconds=self.at)

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.at += seconds

    def updatable(self) -> tuple[str, ...]:
        return ("un", "eu")

    def update(self, source_id: str, tell: Tell) -> Offer:
        self.do(source_id)
        tell(f"reading {source_id}")
        state = self.states.get(source_id, "in-force")
        version = ListVersion(
            source_id, "", "2026-04-15", "hash", "xml", date(2026, 4, 15), "publication", START, (), 9, state
        )
        if state in ("refused", "held-back"):
            return Offer(state, version, VersionRefusedError("too small"))
        return Offer("in-force" if source_id in self.states else "unchanged", version)

    def populations(self) -> tuple[str, ...]:
        self.do("store")
        return self.names

    def revet(self, name: str, policy: Policy, asked: Asked | None = None, watch: Watch | None = None) -> Revetted:
        del asked, watch
        self.do(name)
        assert policy.name == "mine"
        begun = RunBegun(name, "list update", START, "m", "p")
        record = RunRecord(
            7, begun, "complete", START, flags=self.flags, lists=self.lists,
            new=self.new, changed=self.changed, gone=self.gone,
        )  # fmt: skip
        found = Found(3, REF, "table:W-1", 9_000, 0.9, "review", "{}")
        changes = (
            Change("new", 3, REF, None, found, "the entry is new"),
            Change("unchanged", 4, REF, found, found),
        )
        return Revetted(record, Plan(False, ""), changes, unsettled=self.unsettled)

    def subjects(self, name: str, numbers: Iterable[int]) -> dict[int, EnrolledSubject]:
        self.do("names")
        subject = Subject("", Entity("", "Person", (Name("Talvek"),)))
        return {number: EnrolledSubject(name, f"K{number}", number, 1, "", subject, START) for number in numbers}

    def policy(self) -> Policy:
        self.do("policy")
        return Policy("mine")

    def means(self) -> Means:
        timing = Timing(self, lambda: self.at, self.wait)
        return Means(self, lambda: self.do("hold"), lambda: self, self.policy, timing)

    def rounds(self, most: int, duty: Duty | None = None) -> list[Round]:
        return list(Watching(self.means(), duty or Duty(HALF_AN_HOUR)).rounds(most))


def codes(done: Round) -> list[str]:
    """What failed in a round, in its order."""
    errors = [*(told.error for told in done.sources), *(told.error for told in done.populations), done.error]
    return [error.code for error in errors if error]


def test_what_is_done_in_each_round() -> None:
    world = World()
    first, second = world.rounds(2)
    once = ["hold", "un", "eu", "policy", "store", "visas", "names", "crews", "names"]
    assert world.did == [*once, *once]
    assert world.waited == [HALF_AN_HOUR]
    assert (first.number, first.began, first.pause) == (1, START, HALF_AN_HOUR)
    assert (second.number, second.began, second.pause) == (2, START + timedelta(minutes=30), None)
    assert [told.population for told in first.populations] == ["visas", "crews"]
    assert first.uneventful


def test_some_sources_and_populations_only() -> None:
    world = World()
    (done,) = world.rounds(1, Duty(HALF_AN_HOUR, ("eu",), ("crews",)))
    assert world.did == ["hold", "eu", "policy", "crews", "names"]
    assert done.asked


def test_offline_no_publisher_is_asked() -> None:
    world = World()
    (done,) = world.rounds(1, Duty(HALF_AN_HOUR, offline=True))
    assert not {"un", "eu"} & set(world.did)
    assert (done.asked, done.sources, len(done.populations)) == (False, (), 2)


def test_who_is_concerned_is_named() -> None:
    (done,) = World(names=("visas",)).rounds(1)
    assert done.populations[0].concerned == (Concerned("new", "K3", REF, 0.9, "review", "the entry is new"),)
    (done,) = World({"names": [AWAY]}, names=("visas",)).rounds(1)
    assert done.populations[0].concerned[0].key == "subject 3"
    assert done.populations[0].error is None


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        pytest.param({"un": [OFF]}, "list-download", id="a-source"),
        pytest.param({"un": [HomeError("the disk is full")]}, "home-unusable", id="the-home"),
        pytest.param({"un": [ValueError("oops")]}, "unexpected", id="a-fault-of-ours"),
        pytest.param({"visas": [RunBusyError("another")]}, "run-busy", id="a-run"),
        pytest.param({"visas": [MemoryError()]}, "unexpected", id="no-memory"),
    ],
)
def test_one_failure_keeps_nothing_else_from_being_done(trouble: Trouble, code: str) -> None:
    world = World(trouble)
    first, second = world.rounds(2)
    assert {"un", "eu", "visas", "crews"} <= set(world.did)
    assert codes(first) == [code]
    assert first.failed
    assert codes(second) == []


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        pytest.param({"hold": [AWAY, AWAY]}, "store-unusable", id="the-store-is-away"),
        pytest.param({"store": [AWAY, AWAY]}, "store-unusable", id="it-goes-away-later"),
        pytest.param({"policy": [PolicyError("no"), PolicyError("no")]}, "policy-invalid", id="an-edited-policy"),
        pytest.param({"visas": [AWAY, AWAY], "crews": [AWAY, AWAY]}, "store-unusable", id="every-run-fails"),
    ],
)
def test_a_store_that_is_away_is_asked_again_soon_and_the_publishers_are_not(trouble: Trouble, code: str) -> None:
    world = World(trouble)
    rounds = world.rounds(4)
    assert [sorted(set(codes(done))) for done in rounds] == [[code], [code], [], []]
    assert [done.asked for done in rounds] == [True, False, False, True]
    assert world.waited == [MINUTE, 2 * MINUTE, HALF_AN_HOUR - 3 * MINUTE]
    assert world.did.count("un") == 2


def test_a_source_that_goes_on_failing_rests() -> None:
    world = World({"un": [OFF] * 9})
    rounds = world.rounds(5)
    outcomes = [done.sources[0].outcome for done in rounds]
    assert outcomes == ["failed", "failed", "resting", "failed", "resting"]
    assert [done.sources[1].outcome for done in rounds] == ["unchanged"] * 5
    assert all(done.failed for done in rounds)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(WatchBusyError("another"), id="another-watches"),
        pytest.param(StoreLayoutError("later"), id="a-later-release-wrote-the-store"),
        pytest.param(SettingsError("what?"), id="no-such-store"),
    ],
)
@pytest.mark.parametrize("where", ["hold", "store"])
def test_what_no_waiting_mends_ends_it(error: NamesakeError, where: str) -> None:
    with pytest.raises(type(error)):
        World({where: [None, error]}).rounds(3)


@pytest.mark.parametrize("where", ["hold", "un", "policy", "store", "visas", "names"])
def test_it_ends_at_once_where_it_is_asked_to(where: str) -> None:
    world = World({where: [KeyboardInterrupt()]})
    with pytest.raises(KeyboardInterrupt):
        world.rounds(3)
    assert world.did[-1] == where


def test_populations_that_come_later_are_re_vetted() -> None:
    world = World(names=())
    watching = Watching(world.means(), Duty(HALF_AN_HOUR)).rounds()
    assert next(watching).populations == ()
    world.names = ("visas",)
    assert [told.population for told in next(watching).populations] == ["visas"]


OLD = Consulted("un", "", "1", "h", date(2026, 1, 1), 9, 104, overdue=True, allowed_days=30)


@pytest.mark.parametrize(
    ("world", "said"),
    [
        pytest.param(World(), (False, False, True), id="nothing"),
        pytest.param(World(states={"un": "in-force"}), (False, False, False), id="a-new-version"),
        pytest.param(World(states={"un": "refused"}), (False, True, False), id="a-version-refused"),
        pytest.param(World(new=1), (False, True, False), id="a-new-match"),
        pytest.param(World(changed=1), (False, True, False), id="a-changed-match"),
        pytest.param(World(gone=1), (False, False, False), id="a-match-gone"),
        pytest.param(World(flags=("far fewer",)), (False, True, False), id="a-flag"),
        pytest.param(World(unsettled="the disk is full"), (False, True, False), id="no-checkpoint"),
        pytest.param(World(lists=(OLD,)), (True, False, False), id="a-list-too-old"),
    ],
)
def test_what_a_round_comes_to(world: World, said: tuple[bool, bool, bool]) -> None:
    (done,) = world.rounds(1)
    assert (done.failed, done.attention, done.uneventful) == said
