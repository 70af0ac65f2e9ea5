"""Re-vetting a population: what a run does, records and refuses, on a real store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from namesake.app.opening import Opening
from namesake.app.revetting import Revetting
from namesake.app.revetting_run import Asked, Office, Revetted, Stores, Watch
from namesake.errors import CanarySilentError, ListIncompleteError, PopulationUnknownError
from namesake.lists.source import SourceFacts
from namesake.revetting import canaries
from namesake.scoring.model import shipped
from namesake.stores.database.cases import DatabaseCases
from namesake.stores.database.engine import Database, located
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.migrations import migrate
from namesake.stores.database.overviews import DatabaseOverviews
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.stores.home import Home
from namesake.stores.indexes import HomeIndexes
from namesake.stores.lists import HomeListStore
from namesake.stores.segments import HomeSegments
from namesake.values.entities import Entity, ListEntry, Subject
from namesake.values.facts import Listing
from namesake.values.matches import ListedRef
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.populations import Offered, PopulationRules
from namesake.values.revets import Plan, RunBegun
from namesake.values.versions import ListVersion

START = datetime(2026, 5, 20, 12, tzinfo=UTC)


@dataclass
class Clock:
    at: datetime = START

    def now(self) -> datetime:
        return self.at


class World:
    """A home with lists, a population called "all", and the use cases."""

    def __init__(self, folder: Path) -> None:
        self.home, self.clock = Home(folder / "home"), Clock()
        database = Database(located(f"sqlite:///{folder / 'store.db'}", folder))
        migrate(database)
        self.lists = HomeListStore(self.home)
        self.stores = Stores(
            DatabasePopulations(database), DatabaseMatches(database), DatabaseRuns(database), HomeSegments(self.home),
            DatabaseCases(database), DatabaseOverviews(database),
        )  # fmt: skip
        self.opening = Opening(
            self.lists, HomeIndexes(self.home), self.clock, facts, lambda: ("table", "un", "eu"), shipped, "test"
        )
        self.revetting = Revetting(Office(self.opening, self.stores, self.clock))
        self.editions = 0

    def publish(self, *entries: ListEntry, source: str = "un", scope: str = "") -> None:
        """Another edition of a list, a day later than the last."""
        self.editions += 1
        dated = date(2026, 1, 1) + timedelta(days=self.editions)
        version = ListVersion(
            source, scope, dated.isoformat(), f"hash-{self.editions}", "tiny", dated, "publication", self.clock.now(),
            (), len(entries), "in-force",
        )  # fmt: skip
        self.lists.keep(version, (), [replace(item, source=source) for item in entries])

    def enrol(self, *names: str, first: int = 1, complete: bool = False) -> None:
        people = [person(f"K{number}", name) for number, name in enumerate(names, first)]
        self.stores.populations.enrol("all", people, self.clock.now(), complete=complete)

    def revet(self, policy: Policy | None = None, asked: Asked | None = None) -> Revetted:
        done = self.revetting.revet("all", policy or Policy(), asked or Asked(verify=True))
        assert done.verification is None or done.verification.same
        return done

    def told(self, done: Revetted) -> list[tuple[str, int, str, str]]:
        return [(item.kind, item.number, item.entry.id, item.why) for item in done.changes]


def facts(source: str) -> SourceFacts:
    return SourceFacts(source, source, "", "", "", 1000)


def person(key: str, name: str) -> Offered:
    return Offered(key, Subject(key, Entity(key, "Person", (Name(name),))))


def entry(key: str, name: str) -> ListEntry:
    return ListEntry("un", key, f"un:{key}", "Person", (Name(name),), "{}")


TALVEK, MIMSY, TOVE = entry("1", "Talvek Quoren"), entry("2", "Mimsy Borogove"), entry("3", "Slithy Bandersnatch")
OTHERS = [f"Brillig Frumious {word}" for word in ("Gimble", "Raths", "Outgrabe", "Vorpal", "Tulgey", "Callooh")]


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.publish(TALVEK, MIMSY)
    made.enrol("Talvek Quoren", "Harmless Wabe", "Slithy Bandersnatch", *OTHERS)
    return made


def test_the_first_run_screens_everybody(world: World) -> None:
    plans: list[Plan] = []
    done = world.revetting.revet("all", Policy(), watch=Watch(planned=plans.append))
    assert plans == [done.plan]
    record = done.record
    assert (record.state, record.begun.trigger, record.subjects) == ("complete", "onboarding", 9)
    assert record.plan == "9 subjects are screened against every entry: no run of this population is complete yet."
    assert world.told(done) == [("new", 1, "1", "screened for the first time")]
    assert (record.matches, record.distinct_subjects, record.distinct_identities, record.new) == (1, 1, 1, 1)
    assert record.candidates >= 1
    assert [(item.reference, item.version) for item in record.lists] == [("un", "2026-01-02")]
    assert [(item.reference, item.reason) for item in record.not_consulted] == [("eu", "no version has been added")]
    assert {canary.state for canary in record.canaries} == {"found"}
    assert world.stores.runs.last_complete("all") == record
    assert [found.entry.id for found in world.stores.matches.of("all")] == ["1"]


def test_nothing_changed(world: World) -> None:
    world.revet()
    done = world.revet()
    assert done.changes == ()
    assert done.record.plan == "Nothing has changed since the last complete run: every match stands as it was."
    assert (done.record.unchanged, done.record.matches, done.record.candidates) == (1, 1, 0)


def test_a_list_gains_changes_and_loses_entries(world: World) -> None:
    world.revet()
    world.publish(replace(TALVEK, names=(Name("Talvek Imran Quoren"),)), TOVE)
    done = world.revet()
    assert (done.plan.everything, done.record.begun.trigger, done.record.entries) == (False, "list update", 2)
    assert world.told(done) == [("changed", 1, "1", "the entry changed"), ("new", 3, "3", "the entry is new")]
    assert done.changes[0].evidence
    world.publish(TOVE)
    done = world.revet()
    assert world.told(done) == [("gone", 1, "1", "delisted")]
    assert (done.record.matches, done.record.gone, done.record.unchanged) == (1, 1, 1)


def test_a_change_that_is_no_evidence_leaves_the_match_unchanged(world: World) -> None:
    world.revet()
    world.publish(replace(TALVEK, listings=(Listing(programme="NEW"),)), MIMSY)
    done = world.revet()
    assert [(item.kind, item.before != item.after) for item in done.changes] == [("unchanged", True)]
    assert '"NEW"' in next(iter(world.stores.matches.of("all"))).match


def test_subjects_come_change_and_go(world: World) -> None:
    world.revet()
    world.enrol("Harmless Wabe", "Mimsy Borogove")
    world.enrol("Talvek Quorenn", first=20)
    done = world.revet()
    assert done.record.begun.trigger == "subject update"
    assert world.told(done) == [
        ("gone", 1, "1", "the subject changed"),
        ("new", 2, "2", "the subject changed"),
        ("new", 10, "1", "the subject is new"),
    ]
    world.stores.populations.withdraw("all", ["K2"], world.clock.now())
    done = world.revet()
    assert world.told(done) == [("gone", 2, "2", "the subject was withdrawn")]
    assert done.record.subjects == 9


def test_both_sides_change_at_once(world: World) -> None:
    world.revet()
    world.enrol("Slithy Bandersnatch")
    world.publish(replace(TALVEK, names=(Name("Slithy Bandersnatch"),)), MIMSY)
    done = world.revet()
    assert not done.plan.everything
    assert world.told(done) == [
        ("changed", 1, "1", "the entry changed; the subject changed"),
        ("new", 3, "1", "the entry changed"),
    ]


def test_entries_expire_by_the_calendar(world: World) -> None:
    world.publish(replace(TALVEK, expires=START.date()), source="table", scope="own")
    assert world.revet().record.matches == 2
    world.clock.at += timedelta(days=1)
    done = world.revet()
    assert (done.record.begun.trigger, done.plan.everything) == ("own finding", False)
    assert world.told(done) == [("gone", 1, "1", "the finding expired on 2026-05-20")]
    world.clock.at -= timedelta(days=1)  # the clock is set back
    assert world.told(world.revet()) == [("new", 1, "1", "the entry is new")]


def test_a_day_that_ends_while_the_lists_are_indexed(world: World) -> None:
    """All of a run is of one day: an entry is not searched on the day before while its end is counted."""
    world.revet()
    world.publish(replace(TALVEK, expires=START.date()), source="table", scope="own")

    def tell(doing: str) -> None:
        if doing.startswith("indexing table"):
            world.clock.at = START + timedelta(days=1)

    done = world.revetting.revet("all", Policy(), Asked("look-back", verify=True), Watch(tell))
    assert world.clock.at > START
    assert done.record.matches == 2
    assert world.told(world.revet()) == [("gone", 1, "1", "the finding expired on 2026-05-20")]


def test_another_policy_means_everybody(world: World) -> None:
    world.publish(TALVEK, source="eu")
    assert world.revet().record.matches == 2
    done = world.revet(Policy(lists=("un",)))
    assert (done.plan.everything, done.record.begun.trigger) == (True, "model or policy change")
    assert world.told(done) == [
        ("gone", 1, "1", "the list is not screened against any more"),
        ("unchanged", 1, "1", ""),
    ]


def test_a_look_back_screens_everybody(world: World) -> None:
    world.revet()
    done = world.revet(asked=Asked("look-back"))
    assert (done.plan.everything, done.record.begun.trigger, done.record.unchanged) == (True, "look-back", 1)


def test_what_of_a_policy_no_match_depends_on_screens_nobody_again(world: World) -> None:
    world.revet(Policy())
    done = world.revet(Policy(name="renamed", max_age_days=(("*", 400),), reason="a limit of age"))
    assert (done.plan.everything, done.record.unchanged, done.record.new) == (False, done.record.matches, 0)
    assert done.record.begun.policy_hash != world.revet(Policy()).record.begun.policy_hash


@pytest.mark.parametrize(
    ("days", "trigger"),
    [
        pytest.param(29, "list update", id="not-yet"),
        pytest.param(30, "periodic", id="due"),
        pytest.param(-5, "list update", id="the-clock-was-set-back"),
    ],
)
def test_the_clock_of_the_policy_screens_everybody_when_it_is_due(world: World, days: int, trigger: str) -> None:
    policy = Policy(populations=(PopulationRules("all", every_days=30), PopulationRules("others", every_days=1)))
    world.revet(policy)
    world.clock.at += timedelta(days=15)
    assert not world.revet(policy).plan.everything
    world.clock.at += timedelta(days=days - 15)
    done = world.revet(policy)
    assert (done.record.begun.trigger, done.plan.everything) == (trigger, trigger == "periodic")


def test_a_population_has_its_own_policy(world: World) -> None:
    world.publish(MIMSY, source="eu")
    policy = Policy(populations=(PopulationRules("all", lists=("eu",)),))
    done = world.revet(policy)
    assert [item.reference for item in done.record.lists] == ["eu"]
    assert done.record.matches == 0


def test_a_former_version_that_is_lost_means_everybody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.revet()
    world.publish(TALVEK, TOVE)
    kept = HomeListStore.versions

    def newest(store: HomeListStore, *, notes: bool = True) -> Sequence[ListVersion]:
        return kept(store, notes=notes)[-1:]

    monkeypatch.setattr(HomeListStore, "versions", newest)
    done = world.revet()
    assert "the former version of un is not kept any more" in done.record.plan
    assert [(item.kind, item.number) for item in done.changes] == [("unchanged", 1), ("new", 3)]


def test_an_index_of_subjects_that_is_gone_is_made_again(world: World) -> None:
    world.revet()
    for path in sorted(world.home.folder.glob("indexes/subjects-*/*/*")):
        path.rename(path.with_name(path.name + "-moved"))
    world.publish(TALVEK, MIMSY, TOVE)
    assert world.told(world.revet()) == [("new", 3, "3", "the entry is new")]


def silence(_reference: str) -> Iterator[ListedRef]:
    return iter(())


def test_a_silent_canary_fails_the_run_and_changes_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.revet()
    world.publish(TOVE)
    monkeypatch.setattr(canaries, "entries", silence)
    with pytest.raises(CanarySilentError, match="un \\(Latn\\), un \\(Cyrl\\)"):
        world.revet()
    failed = world.stores.runs.history("all")[0]
    assert (failed.state, failed.error) == ("failed", "run-canary-silent")
    assert [found.entry.id for found in world.stores.matches.of("all")] == ["1"]


def test_lists_are_indexed_when_somebody_is_screened_against_them(world: World) -> None:
    world.revet(asked=Asked())
    (index,) = kept = indexes(world)
    world.publish(TALVEK, TOVE)
    world.revet(asked=Asked())
    assert indexes(world) == kept
    world.enrol("Talvek Quorenn", first=20)
    world.revet(asked=Asked())
    assert len(indexes(world)) == len(kept) + 1
    assert index in indexes(world)


def indexes(world: World) -> set[str]:
    found = world.home.folder.joinpath("indexes").iterdir()
    return {path.name for path in found if not path.name.startswith("subjects-")}


def test_entries_in_force_are_counted_whether_lists_are_indexed_or_not(world: World) -> None:
    lapsing = replace(TOVE, expires=START.date())
    world.publish(TALVEK, lapsing, replace(MIMSY, names=()), source="table", scope="own")
    counted = []
    for days, verify in ((0, False), (1, False), (1, True), (0, False), (0, True)):
        world.clock.at = START + timedelta(days=days)
        counted.append([item.left_out for item in world.revet(asked=Asked(verify=verify)).record.lists])
    assert counted == [[1, 0], [2, 0], [2, 0], [1, 0], [1, 0]]


def test_an_index_without_a_part_of_the_list_fails_the_run(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = HomeListStore.entries

    def all_but_one(store: HomeListStore, version: ListVersion) -> Iterator[ListEntry]:
        return iter(list(whole(store, version))[1:])

    monkeypatch.setattr(HomeListStore, "entries", all_but_one)
    world.opening.ground(Policy()).indexed()
    monkeypatch.undo()
    with pytest.raises(ListIncompleteError, match="entries of un 2026-01-02: 1 in the index, 2 in the list"):
        world.revet()
    assert list(world.stores.matches.of("all")) == []


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        pytest.param(KeyboardInterrupt(), "stopped", "interrupted before it was done", id="interrupted"),
        pytest.param(MemoryError("none left"), "unexpected", "MemoryError: none left", id="unexpected"),
    ],
)
def test_a_run_that_fails_is_recorded(
    world: World, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: str, said: str
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(DatabaseMatches, "apply", failing)
    with pytest.raises(type(error)):
        world.revet()
    monkeypatch.undo()
    (failed,) = world.stores.runs.history("all")
    assert (failed.state, failed.error, failed.said) == ("failed", code, said)
    assert world.revet().record.matches == 1


def test_a_run_that_was_killed_is_told_by_the_next(world: World) -> None:
    begun = RunBegun("all", "list update", START, "m", "p")
    world.stores.runs.begin(begun)
    assert [run.error for run in world.revet().left_behind] == ["run-killed"]


def test_far_fewer_matches_are_flagged(world: World) -> None:
    names = [f"{word} Quoren" for word in ("Talvek", "Talvik", "Tolvek", "Talvekk") for _ in range(5)]
    world.enrol(*names, first=100)
    assert world.revet().record.flags == ()
    world.publish(MIMSY)
    (flag,) = world.revet().record.flags
    assert flag.startswith("far fewer matches than before: 0, where ")


def test_a_list_that_is_too_old_is_said(world: World) -> None:
    done = world.revet(Policy(max_age_days=(("un", 30),)))
    assert done.record.flags == ("un is older than its limit: 138 days, and the policy allows 30",)
    assert "un" in [item.reference for item in done.record.not_consulted]


def test_who_is_not_known_is_refused(world: World) -> None:
    with pytest.raises(PopulationUnknownError):
        world.revetting.revet("others", Policy())
    assert world.revetting.populations() == ("all",)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda world: world.publish(TALVEK, MIMSY, TOVE), id="list"),
        pytest.param(lambda world: world.enrol("Mimsy Borogove", first=50), id="subjects"),
    ],
)
def test_a_failed_run_is_made_up_for(
    world: World, monkeypatch: pytest.MonkeyPatch, change: Callable[[World], None]
) -> None:
    world.revet()
    change(world)
    monkeypatch.setattr(canaries, "heard_among_subjects", lambda *_: set())
    with pytest.raises(CanarySilentError):
        world.revet()
    monkeypatch.undo()
    assert [item.kind for item in world.revet().changes] == ["new"]
