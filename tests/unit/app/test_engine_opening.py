"""Opening a screening: which lists, of which age, what is not consulted and why, and which entries are left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from namesake.app.choosing import chosen, limit_of
from namesake.app.opening import Opening, is_party
from namesake.errors import ListNotAvailableError, NamesakeError, SourceBrokenError, UnknownSourceError
from namesake.lists.source import Expectations, SourceFacts
from namesake.scoring.model import shipped
from namesake.stores.home import Home
from namesake.stores.indexes import HomeIndexes
from namesake.stores.lists import HomeListStore
from namesake.values.entities import NOT_A_PARTY, Entity, ListEntry, Subject
from namesake.values.facts import Identifier
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.versions import ListVersion, VersionState

TODAY = date(2026, 5, 20)


def version(
    source: str, scope: str = "", state: VersionState = "in-force", filtered: bool = False, age: int = 0
) -> ListVersion:
    dated = TODAY - timedelta(days=age)
    return ListVersion(
        source, scope, dated.isoformat(), f"hash-{source}-{scope}-{age}", "tiny", dated, "publication",
        datetime(2026, 5, 20, tzinfo=UTC), (), 2, state, filtered,
    )  # fmt: skip


IN_FORCE = (
    version("un"),
    version("ofac", "sdn"),
    version("ofac", "cons"),
    version("ofac", "export", filtered=True),
    version("eu", "export", filtered=True),
)


@pytest.mark.parametrize(
    ("wanted", "references"),
    [
        pytest.param((), ["eu@export", "ofac@cons", "ofac@export", "ofac@sdn", "un"], id="all-in-force"),
        pytest.param(("un",), ["un"], id="by-source"),
        pytest.param(("ofac",), ["ofac@cons", "ofac@sdn"], id="all-data-sets-but-no-filtered-export"),
        pytest.param(("ofac@sdn",), ["ofac@sdn"], id="by-scope"),
        pytest.param(("ofac@export",), ["ofac@export"], id="filtered-by-its-scope"),
        pytest.param(("un", "ofac@sdn", "un"), ["ofac@sdn", "un"], id="several-in-order-and-once"),
    ],
)
def test_chosen(wanted: Sequence[str], references: list[str]) -> None:
    assert [item.reference for item in chosen(IN_FORCE, wanted)] == references


@pytest.mark.parametrize(
    ("in_force", "wanted", "said"),
    [
        pytest.param(IN_FORCE, ("uk",), "uk has no version in force", id="missing"),
        pytest.param(IN_FORCE, ("un", "uk"), "uk has no version in force", id="one-of-two-missing"),
        pytest.param(IN_FORCE, ("eu",), "only a part of it is: eu@export", id="only-filtered"),
        pytest.param(IN_FORCE, ("un@x",), "un@x has no version in force", id="scope-missing"),
        pytest.param((), (), "no list has a version in force", id="none-at-all"),
    ],
)
def test_not_available(in_force: Sequence[ListVersion], wanted: Sequence[str], said: str) -> None:
    with pytest.raises(ListNotAvailableError, match="screening-list-not-available") as raised:
        chosen(in_force, wanted)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("ages", "limit"),
    [
        pytest.param((), None, id="none"),
        pytest.param((("*", 9),), 9, id="all"),
        pytest.param((("*", 9), ("ofac", 5)), 5, id="source-before-all"),
        pytest.param((("*", 9), ("ofac", 5), ("ofac@sdn", 1)), 1, id="scope-before-source"),
        pytest.param((("un", 5),), None, id="another-list"),
    ],
)
def test_limit(ages: tuple[tuple[str, int], ...], limit: int | None) -> None:
    assert limit_of(Policy(max_age_days=ages), version("ofac", "sdn")) == limit


def entry(key: str, name: str = "", **changed: object) -> ListEntry:
    names = (Name(name),) if name else ()
    made = ListEntry("un", key, f"un:{key}", "Person", names, "{}")
    return replace(made, **changed)  # type: ignore[arg-type]  # the fields of a dataclass by name


@pytest.mark.parametrize(
    ("given", "party"),
    [
        pytest.param(entry("1", "Talvek"), True, id="named"),
        pytest.param(entry("1"), False, id="nameless"),
        pytest.param(entry("1", identifiers=(Identifier("wallet:XBT", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),)), True,
                     id="wallet"),
        pytest.param(entry("1", identifiers=(Identifier("passport", "N/A"),)), False, id="placeholder-alone"),
        pytest.param(entry("1", "Talvek", marks=(NOT_A_PARTY,)), False, id="a-link"),
    ],
)  # fmt: skip
def test_party(given: ListEntry, party: bool) -> None:
    assert is_party(given) is party


class Clock:
    def now(self) -> datetime:
        return datetime(2026, 5, 20, 12, tzinfo=UTC)


def facts(source: str) -> SourceFacts:
    return SourceFacts(source, source, "", "", "", 3, (), Expectations())


ENTRIES = (
    entry("1", "Talvek Quoren"),
    entry("2", "Mimsy Borogove", expires=TODAY),
    entry("3", "Bandersnatch Tove", expires=TODAY - timedelta(days=1)),
    entry("4", "link", marks=(NOT_A_PARTY,)),
)


def opening(folder: Path, *versions: ListVersion) -> Opening:
    home = Home(folder / "home")
    store = HomeListStore(home)
    for item in versions:
        made = [replace(one, source=item.source) for one in ENTRIES]
        store.keep(replace(item, entries=len(made)), (), made)
    return Opening(store, HomeIndexes(home), Clock(), facts, lambda: ("table", "un", "uk"), shipped, "test")


def found(opened: Opening, name: str, policy: Policy | None = None) -> list[str]:
    subject = Subject("s", Entity("s", "Person", (Name(name),)))
    return [match.entry.entry_id for match in opened.open(policy or Policy()).screening.screen(subject).matches]


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        pytest.param("Talvek Quoren", ["1"], id="in-force"),
        pytest.param("Mimsy Borogove", ["2"], id="last-day"),
        pytest.param("Bandersnatch Tove", [], id="expired"),
        pytest.param("link", [], id="no-party"),
        pytest.param("Gyre Gimble", [], id="nobody"),
    ],
)
def test_who_is_screened_against(tmp_path: Path, name: str, entries: list[str]) -> None:
    assert found(opening(tmp_path, version("un")), name) == entries


def test_a_match_names_list_and_version(tmp_path: Path) -> None:
    ready = opening(tmp_path, version("ofac", "sdn", age=2)).open(Policy())
    (match,) = ready.screening.screen(Subject("s", Entity("s", "Person", (Name("Talvek Quoren"),)))).matches
    assert (match.entry.reference, match.entry.version, match.entry.identity) == ("ofac@sdn", "2026-05-18", "un:1")


def test_expired_entries_and_no_parties_are_counted(tmp_path: Path) -> None:
    (consulted,) = opening(tmp_path, version("un")).open(Policy()).context.lists
    assert (consulted.entries, consulted.left_out) == (4, 2)


@pytest.mark.parametrize(
    ("age", "allowed", "stale", "overdue"),
    [
        pytest.param(0, None, False, False, id="today"),
        pytest.param(3, None, False, False, id="as-old-as-the-cadence"),
        pytest.param(4, None, True, False, id="older-than-the-cadence"),
        pytest.param(4, 4, False, False, id="policy-allows-it"),
        pytest.param(5, 4, True, True, id="older-than-the-policy-allows"),
        pytest.param(1, 0, True, True, id="only-todays"),
    ],
)
def test_staleness(tmp_path: Path, age: int, allowed: int | None, stale: bool, overdue: bool) -> None:
    policy = Policy(max_age_days=() if allowed is None else (("un", allowed),))
    (consulted,) = opening(tmp_path, version("un", age=age)).open(policy).context.lists
    assert (consulted.age_days, consulted.stale, consulted.overdue) == (age, stale, overdue)


def test_what_is_not_consulted_and_why(tmp_path: Path) -> None:
    refused = replace(version("eu", state="refused"), id="2026-05-20.refused")
    context = opening(tmp_path, version("un"), version("ofac", "sdn"), refused).open(Policy(), ["un"]).context
    assert [(item.reference, item.reason) for item in context.not_consulted] == [
        ("eu", "its only version was refused"),
        ("ofac@sdn", "not asked for"),
        ("uk", "no version has been added"),
    ]
    assert [item.reference for item in context.lists] == ["un"]


def test_lists_of_the_policy_and_of_the_call(tmp_path: Path) -> None:
    opened = opening(tmp_path, version("un"), version("ofac", "sdn"))
    policy = Policy(lists=("ofac",))
    assert [item.reference for item in opened.open(policy).context.lists] == ["ofac@sdn"]
    assert [item.reference for item in opened.open(policy, ["un"]).context.lists] == ["un"]
    assert [item.reference for item in opened.open(Policy()).context.lists] == ["ofac@sdn", "un"]


def test_opened_again_rests_on_the_very_same_versions(tmp_path: Path) -> None:
    opened = opening(tmp_path, version("un", age=2))
    first = opened.open(Policy())
    opened.store.keep(replace(version("un"), entries=1), (), [entry("9", "Gyre Gimble")])
    assert opened.open(Policy()).context.lists != first.context.lists
    assert opened.again(Policy(), first.context).context == first.context


def test_the_context_pins_everything(tmp_path: Path) -> None:
    context = opening(tmp_path, version("un")).open(Policy(name="desk", review_from=0.4)).context
    assert (context.model_hash, context.policy, context.review_from) == (shipped().hash, "desk", 0.4)
    assert context.lists[0].hash == version("un").hash
    assert (context.software, context.started) == ("test", Clock().now())


def test_the_limit_of_the_policy_stands_with_the_list(tmp_path: Path) -> None:
    opened = opening(tmp_path, version("un", age=9))
    assert opened.open(Policy(max_age_days=(("un", 4),))).context.lists[0].allowed_days == 4
    assert opened.open(Policy()).context.lists[0].allowed_days is None


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        pytest.param("nope", UnknownSourceError, id="no such source"),
        pytest.param("nope@x", UnknownSourceError, id="no such source, with a scope"),
        pytest.param("uk", ListNotAvailableError, id="known, none in force"),
        pytest.param("un@x", ListNotAvailableError, id="no such scope"),
    ],
)
def test_lists_that_are_not_there(tmp_path: Path, wanted: str, error: type[NamesakeError]) -> None:
    opened = opening(tmp_path, version("un"))
    for raising in (opened.consulted, opened.open):
        with pytest.raises(error, match=wanted.partition("@")[0]):
            raising(Policy(), (wanted,))


def test_a_broken_reader_stops_no_screening(tmp_path: Path) -> None:
    def broken(source: str) -> SourceFacts:
        if source in {"un", "uk"}:
            raise SourceBrokenError(f"{source} is broken")
        return facts(source)

    opened = replace(opening(tmp_path, version("un", age=99)), facts=broken)
    assert found(opened, "Talvek Quoren") == ["1"]
    context = opened.open(Policy()).context
    assert [(item.reference, item.stale) for item in context.lists] == [("un", False)]
    assert [(item.reference, item.reason) for item in context.not_consulted] == [("uk", "its reader cannot be loaded")]
