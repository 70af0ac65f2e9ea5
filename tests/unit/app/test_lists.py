"""Adding, updating and looking into lists, with a small source of invented people."""

import hashlib
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from namesake.app.drafts import Asked
from namesake.app.lists import Lists, Sources, Tell
from namesake.app.offers import Desk as Offers
from namesake.app.offers import Offer
from namesake.errors import (
    DownloadError,
    EmptyPartError,
    EntryUnknownError,
    HomeError,
    ListExtraMissingError,
    MalformedError,
    MappingError,
    NamesakeError,
    PartMissingError,
    SourceBrokenError,
    UnknownSourceError,
    VersionHeldBackError,
    VersionRefusedError,
    VersionUnknownError,
)
from namesake.lists.source import Download, Expectations, ListSource, SourceFacts
from namesake.stores.home import Home
from namesake.stores.lists import HomeListStore
from namesake.stores.memory import HomeDownloadMemory
from namesake.stores.reach import HomeReach
from namesake.values.downloads import Fetched, Remembered
from namesake.values.entities import ListEntry
from namesake.values.names import Name
from namesake.values.versions import ListVersion, Part, Publication

DAY = date(2024, 6, 1)


def read_tiny(parts: Sequence[Part]) -> Publication:
    """A publication of `{"dated", "count", "scope", "filtered", "form", "names": {key: name}}`."""
    with parts[0].open() as stream:
        content = stream.read()
    if not content:
        raise EmptyPartError("the file is empty")
    if content == b"mapping":
        raise MappingError("no such column")
    if content == b"extra":
        raise ListExtraMissingError("no such library")
    said = json.loads(content)  # what is no JSON fails here, as the bug of a reader would
    return Publication(
        source="tiny",
        form=said.get("form", "tiny"),
        entries=tuple(
            ListEntry("tiny", key, f"tiny:{key}", "Person", (Name(name),), json.dumps({"name": name}))
            for key, name in said["names"].items()
        ),
        kinds=tuple((part.name, "main" if n == 0 else "side") for n, part in enumerate(parts)),
        dated=date.fromisoformat(said["dated"]) if "dated" in said else None,
        declared_count=said.get("count"),
        scope=said.get("scope", ""),
        filtered=said.get("filtered", False),
    )


def people(count: int, **changed: str) -> dict[str, str]:
    return {str(n): f"Nemo {n}" for n in range(count)} | {key.strip("_"): v for key, v in changed.items()}


def content(names: dict[str, str], **said: object) -> bytes:
    return json.dumps({"names": names, **said}).encode()


def part(data: bytes, name: str = "list.json") -> Part:
    return Part(name, hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


@dataclass
class StandingClock:
    """A clock that a test sets."""

    moment: datetime = datetime(2024, 6, 10, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@dataclass
class FakeFeed:
    """A publisher who has certain files."""

    parts: tuple[Part, ...] = ()
    error: NamesakeError | None = None
    remembered: tuple[Remembered, ...] = ()
    asked: list[str] = field(default_factory=list)

    @contextmanager
    def fetch(self, downloads: Sequence[Download], tell: Tell) -> Iterator[Fetched]:
        self.asked.extend(download.url for download in downloads)
        tell("fetching")
        if self.error:
            raise self.error
        yield Fetched(self.parts, self.remembered)


FACTS = SourceFacts(
    id="tiny",
    title="A tiny list",
    publisher="Nobody",
    homepage="https://example.com",
    licence="none",
    cadence_days=7,
    downloads=(Download("list.json", "https://example.com/list.json"),),
    expectations=Expectations(min_entries=5, max_removed_share=0.2),
)
TINY = ListSource(FACTS, read_tiny)
LONELY = ListSource(replace(FACTS, id="lonely", downloads=()), read_tiny)


@dataclass
class Desk:
    """The use cases, with files by content instead of by path."""

    lists: Lists
    feed: FakeFeed
    clock: StandingClock

    def offer(self, *contents: bytes, **asked: object) -> Offer:
        return self.lists_with(contents).offer("tiny", [], Asked(**asked))  # type: ignore[arg-type]  # as given

    def lists_with(self, contents: Sequence[bytes]) -> Lists:
        names = ["list.json", "side.json", "more.json"]
        given = [part(data, name) for data, name in zip(contents, names, strict=False)]
        return replace(self.lists, open_files=lambda _paths: given)

    def update(self, *contents: bytes) -> Offer:
        self.feed.parts = tuple(part(data) for data in contents)
        return self.lists.update("tiny", lambda _text: None)

    def states(self) -> dict[str, str]:
        return {f"{v.reference} {v.id}": v.state for v in self.lists.store.versions()}


def find(source_id: str) -> ListSource:
    if source_id not in ("tiny", "lonely"):
        raise UnknownSourceError(f"no source is called {source_id}")
    return TINY if source_id == "tiny" else LONELY


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    home, feed, clock = Home(tmp_path), FakeFeed(), StandingClock()
    lists = Lists(
        store=HomeListStore(home),
        memory=HomeDownloadMemory(home),
        feed=feed,
        clock=clock,
        sources=Sources(lambda: ("tiny", "lonely"), find),
        open_files=lambda _paths: [],
        reach=HomeReach(home),
    )
    return Desk(lists, feed, clock)


JUNE = content(people(10), dated="2024-06-01")


def test_a_good_version_comes_into_force(desk: Desk) -> None:
    offer = desk.offer(JUNE)
    version = offer.version
    assert (offer.outcome, offer.error) == ("in-force", None)
    assert (version.id, version.entries, version.dated_basis) == ("2024-06-01", 10, "publication")
    assert version.added_at == desk.clock.now()
    assert all(check.passed for check in version.checks)
    assert len(list(desk.lists.store.entries(version))) == 10


def test_since_when_a_publisher_cannot_be_reached_is_remembered(desk: Desk) -> None:
    reach, first = desk.lists.reach, desk.clock.now()
    assert isinstance(reach, HomeReach)
    desk.feed.error = DownloadError("no answer")
    for _ in range(2):
        with pytest.raises(DownloadError):
            desk.update(JUNE)
        assert reach.unreachable() == {"tiny": first}
        desk.clock.moment += timedelta(hours=1)
    desk.feed.error = None
    desk.update(JUNE)
    assert reach.unreachable() == {}


def test_adding_it_twice_changes_nothing(desk: Desk) -> None:
    first = desk.offer(JUNE)
    again = desk.offer(JUNE)
    assert (again.outcome, again.version) == ("unchanged", first.version)
    assert again.error is None
    assert len(desk.states()) == 1


@pytest.mark.parametrize(
    ("said", "dated", "expected", "basis", "notes"),
    [
        pytest.param({"dated": "2024-05-05"}, None, "2024-05-05", "publication", [], id="the publication's"),
        pytest.param({}, date(2024, 5, 4), "2024-05-04", "given", [], id="the user's"),
        pytest.param({}, None, "2024-06-10", "added", [], id="today's"),
        pytest.param(
            {"dated": "2024-05-05"},
            date(2024, 5, 4),
            "2024-05-05",
            "publication",
            ["date-differs"],
            id="the publication's before the user's",
        ),
        pytest.param({"dated": "2024-05-05"}, date(2024, 5, 5), "2024-05-05", "publication", [], id="both"),
        pytest.param({"dated": "2025-01-01"}, None, "2025-01-01", "publication", ["date-ahead"], id="ahead"),
    ],
)
def test_dates(
    desk: Desk, said: dict[str, object], dated: date | None, expected: str, basis: str, notes: list[str]
) -> None:
    version = desk.offer(content(people(10), **said), dated=dated).version
    assert (version.id, version.dated_basis) == (expected, basis)
    assert [note.code for note in version.notes] == notes


def test_two_releases_of_one_day(desk: Desk) -> None:
    desk.offer(JUNE)
    second = desk.offer(content(people(11), dated="2024-06-01"))
    assert second.version.id == "2024-06-01.2"
    assert desk.states() == {"tiny 2024-06-01": "superseded", "tiny 2024-06-01.2": "in-force"}


def test_an_older_version_is_kept_and_does_not_come_into_force(desk: Desk) -> None:
    desk.offer(JUNE)
    older = desk.offer(content(people(6), dated="2023-06-01"))
    assert older.outcome == "superseded"
    assert [v.id for v in desk.lists.store.in_force()] == ["2024-06-01"]


def test_an_older_version_is_held_to_the_one_before_it(desk: Desk) -> None:
    desk.offer(content(people(10), dated="2022-06-01"))
    desk.offer(content(people(12), dated="2024-06-01"))
    offer = desk.offer(content(people(7), dated="2023-06-01"))
    assert offer.outcome == "refused"
    assert "version 2022-06-01" in str(offer.error)


@pytest.mark.parametrize(
    ("data", "failed"),
    [
        pytest.param(content(people(4), dated="2024-06-02"), "min-entries", id="too few"),
        pytest.param(content(people(7), dated="2024-06-02"), "removed-share", id="many removed"),
        pytest.param(content(people(10), dated="2024-06-02", count=12), "declared-count", id="cut off"),
    ],
)
def test_a_refused_version_leaves_the_good_one_and_is_kept(desk: Desk, data: bytes, failed: str) -> None:
    desk.offer(JUNE)
    offer = desk.offer(data)
    assert offer.outcome == "refused"
    assert isinstance(offer.error, VersionRefusedError)
    assert failed in [check.expectation for check in offer.version.checks if not check.passed]
    assert desk.states() == {"tiny 2024-06-01": "in-force", "tiny 2024-06-02.refused": "refused"}
    assert len(list(desk.lists.store.entries(offer.version))) == offer.version.entries
    again = desk.offer(data)
    assert (again.outcome, again.version) == ("refused", offer.version), "kept once, refused every time"
    assert len(desk.states()) == 2


def test_accepting_with_a_reason(desk: Desk) -> None:
    data = content(people(3), dated="2024-06-01")
    desk.offer(data)
    offer = desk.offer(data, because="it is a sample")
    assert (offer.outcome, offer.version.id) == ("in-force", "2024-06-01")
    assert offer.version.accepted_because == "it is a sample"
    assert [check.expectation for check in offer.version.checks if not check.passed] == ["min-entries"]
    assert desk.states() == {"tiny 2024-06-01.refused": "refused", "tiny 2024-06-01": "in-force"}


def test_a_reason_that_was_not_needed_is_not_recorded(desk: Desk) -> None:
    assert desk.offer(JUNE, because="to be safe").version.accepted_because == ""


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", EmptyPartError, id="empty"),
        pytest.param(b"{", MalformedError, id="malformed"),
        pytest.param(b"{}", MalformedError, id="a reader that fails"),
    ],
)
def test_no_reason_helps_what_cannot_be_read(desk: Desk, data: bytes, error: type[NamesakeError]) -> None:
    for _ in range(2):
        offer = desk.offer(data, because="because")
        assert offer.outcome == "refused"
        assert isinstance(offer.error, error)
    assert desk.states() == {"tiny 2024-06-10.refused": "refused"}
    assert offer.error is not None
    assert offer.version.checks[0].detail == str(offer.error)


@pytest.mark.parametrize(("data", "error"), [(b"mapping", MappingError), (b"extra", ListExtraMissingError)])
def test_what_is_not_the_publications_fault_is_not_kept(desk: Desk, data: bytes, error: type[NamesakeError]) -> None:
    with pytest.raises(error):
        desk.offer(data)
    assert desk.states() == {}


def test_no_file_at_all(desk: Desk) -> None:
    with pytest.raises(PartMissingError):
        desk.offer()


def test_add_raises_what_offer_reports(desk: Desk) -> None:
    with pytest.raises(VersionRefusedError, match="4 entries"):
        desk.lists_with([content(people(4))]).add("tiny", [])
    assert desk.lists_with([JUNE]).add("tiny", []).state == "in-force"


TAMPERED = content(people(10, _3="Somebody Else"), dated="2024-06-01")


def test_same_date_and_count_with_other_content_is_held_back(desk: Desk) -> None:
    desk.offer(JUNE)
    offer = desk.offer(TAMPERED)
    assert offer.outcome == "held-back"
    assert isinstance(offer.error, VersionHeldBackError)
    assert offer.error.what == "same date and count as version 2024-06-01; entries that differ: 1, such as 3"
    assert desk.states() == {"tiny 2024-06-01": "in-force", "tiny 2024-06-01.held-back": "held-back"}
    assert desk.offer(TAMPERED).outcome == "held-back"
    accepted = desk.offer(TAMPERED, because="confirmed by telephone")
    assert (accepted.outcome, accepted.version.id) == ("in-force", "2024-06-01.2")


@pytest.mark.parametrize(
    ("data", "dated"),
    [
        pytest.param(content(people(10), dated="2024-06-01", spaces="  "), None, id="other bytes only"),
        pytest.param(content(people(10, _3="X"), dated="2024-06-01", form="other"), None, id="another form"),
        pytest.param(content(people(10, _3="X"), dated="2024-06-01", scope="x"), None, id="another scope"),
        pytest.param(content(people(10, _3="X"), dated="2024-06-02"), None, id="another date"),
        pytest.param(content(people(10, _3="X")), date(2024, 6, 2), id="another date by hand"),
    ],
)
def test_what_is_not_held_back(desk: Desk, data: bytes, dated: date | None) -> None:
    desk.offer(JUNE)
    assert desk.offer(data, dated=dated).outcome == "in-force"


def test_a_date_of_our_own_holds_nothing_back(desk: Desk) -> None:
    desk.offer(content(people(10)))
    assert desk.offer(content(people(10, _3="Corrected"))).outcome == "in-force"


def test_a_filtered_export_never_stands_for_the_whole(desk: Desk) -> None:
    desk.offer(JUNE)
    offer = desk.offer(content(people(1), dated="2024-06-05", filtered=True))
    assert (offer.outcome, offer.version.reference) == ("in-force", "tiny@filtered")
    assert [v.reference for v in desk.lists.store.in_force()] == ["tiny", "tiny@filtered"]


def test_more_parts_are_a_new_version(desk: Desk) -> None:
    desk.offer(JUNE)
    offer = desk.offer(JUNE, b"side")
    assert (offer.outcome, offer.version.id) == ("in-force", "2024-06-01.2")
    assert [ref.kind for ref in offer.version.parts] == ["main", "side"]


def test_the_hash_is_of_content_not_of_names_or_order(desk: Desk) -> None:
    first = desk.offer(JUNE, b"side").version
    given = [part(b"side", "z.json"), part(JUNE, "a.json")]
    source = replace(TINY, read=lambda parts: read_tiny(sorted(parts, key=lambda each: each.name)))
    lists = replace(desk.lists, open_files=lambda _paths: given, sources=Sources(lambda: ("tiny",), lambda _id: source))
    again = lists.offer("tiny", [], Asked(dated=DAY))
    assert (again.outcome, again.version.hash) == ("unchanged", first.hash)


UNDATED = content(people(10))
OTHER = content(people(11))


@dataclass(frozen=True)
class Overtaken(HomeListStore):
    """A store to which another process adds something once it was asked so many times for what it keeps."""

    times: int
    meanwhile: Callable[[], object]
    asked: list[bool] = field(default_factory=list)

    def versions(self, *, notes: bool = True) -> Sequence[ListVersion]:
        found = HomeListStore.versions(self, notes=notes)
        self.asked.append(notes)
        if len(self.asked) == self.times:
            self.meanwhile()
        return found


@pytest.mark.parametrize("times", [1, 2])
def test_what_another_process_adds_meanwhile_is_not_kept_twice(desk: Desk, tmp_path: Path, times: int) -> None:
    store = Overtaken(Home(tmp_path), times, lambda: desk.offer(UNDATED))
    assert Offers(store, desk.clock).offer(TINY, [part(UNDATED)], Asked()).outcome == "unchanged"
    assert desk.states() == {"tiny 2024-06-10": "in-force"}


def test_what_another_process_adds_at_the_last_moment_is_refused(desk: Desk, tmp_path: Path) -> None:
    store = Overtaken(Home(tmp_path), 3, lambda: desk.offer(UNDATED))
    with pytest.raises(HomeError, match="is there already"):
        Offers(store, desk.clock).offer(TINY, [part(UNDATED)], Asked())
    assert desk.states() == {"tiny 2024-06-10": "in-force"}


def test_a_date_by_hand_makes_a_new_version_of_the_same_content(desk: Desk) -> None:
    desk.offer(UNDATED, dated=date(2024, 5, 1))
    assert desk.offer(UNDATED).outcome == "unchanged"
    assert desk.offer(UNDATED, dated=date(2024, 5, 1)).outcome == "unchanged"
    assert desk.offer(UNDATED, dated=date(2024, 6, 1)).version.id == "2024-06-01"


def test_an_old_file_added_by_mistake_changes_nothing(desk: Desk) -> None:
    desk.offer(UNDATED, dated=date(2024, 5, 1))
    desk.offer(OTHER, dated=date(2024, 6, 1))
    assert desk.offer(UNDATED).outcome == "unchanged"


def test_a_publisher_who_goes_back_is_followed(desk: Desk) -> None:
    desk.offer(UNDATED, dated=date(2024, 5, 1))
    desk.offer(OTHER, dated=date(2024, 6, 1))
    assert desk.update(OTHER).outcome == "unchanged"
    offer = desk.update(UNDATED)
    assert (offer.outcome, offer.version.id) == ("in-force", "2024-06-10")


def test_update_remembers_and_asks_the_publisher(desk: Desk) -> None:
    said = Remembered("https://example.com/list.json", '"1"')
    desk.feed.remembered = (said,)
    assert desk.update(JUNE).outcome == "in-force"
    assert desk.feed.asked == ["https://example.com/list.json"]
    assert desk.lists.memory.recall("https://example.com/list.json") == said


def test_an_error_page_in_place_of_a_list(desk: Desk) -> None:
    desk.update(JUNE)
    offer = desk.update(b"<html>Service unavailable</html>")
    assert isinstance(offer.error, MalformedError)
    assert [v.id for v in desk.lists.store.in_force()] == ["2024-06-01"]


def test_a_failed_download_changes_nothing(desk: Desk) -> None:
    desk.update(JUNE)
    desk.feed.error = DownloadError("the server answered 500")
    with pytest.raises(DownloadError):
        desk.update(b"")
    assert len(desk.states()) == 1


def test_a_list_without_an_address(desk: Desk) -> None:
    with pytest.raises(DownloadError, match="lonely"):
        desk.lists.update("lonely", lambda _text: None)
    assert desk.lists.updatable() == ("tiny",)


def test_status(desk: Desk) -> None:
    desk.offer(content(people(3), dated="2024-05-30"))
    desk.offer(content(people(10), dated="2024-06-01"))
    desk.offer(content(people(8), dated="2024-06-09", scope="part"))
    desk.offer(content(people(2), dated="2024-06-09"))
    found = {each.reference: each for each in desk.lists.status()}
    assert list(found) == ["tiny", "tiny@part", "lonely"]
    tiny = found["tiny"]
    assert tiny.version is not None
    assert (tiny.version.id, tiny.age_days, tiny.stale) == ("2024-06-01", 9, True)
    assert tiny.refusal is not None
    assert tiny.refusal.id == "2024-06-09.refused"
    assert (found["tiny@part"].age_days, found["tiny@part"].stale, found["tiny@part"].refusal) == (1, False, None)
    assert (found["lonely"].version, found["lonely"].age_days, found["lonely"].stale) == (None, None, False)


def test_a_refusal_before_the_version_in_force_is_history(desk: Desk) -> None:
    desk.offer(content(people(3), dated="2024-05-30"))
    desk.offer(JUNE)
    assert desk.lists.status()[0].refusal is None


def test_looking_into_versions(desk: Desk) -> None:
    desk.offer(JUNE)
    desk.offer(content(people(11), dated="2024-06-02"))
    desk.offer(content(people(5), dated="2024-06-02", scope="x"))
    lists = desk.lists
    assert [v.id for v in lists.versions("tiny")] == ["2024-06-01", "2024-06-02", "2024-06-02"]
    assert [v.id for v in lists.versions("tiny@x")] == ["2024-06-02"]
    assert lists.version("tiny").id == "2024-06-02"
    assert lists.version("tiny", "2024-06-01").entries == 10
    assert lists.entry("tiny", "10").names[0].text == "Nemo 10"
    with pytest.raises(EntryUnknownError):
        lists.entry("tiny", "10", "2024-06-01")
    with pytest.raises(VersionUnknownError):
        lists.version("tiny", "2020-01-01")
    with pytest.raises(VersionUnknownError):
        lists.version("lonely")
    with pytest.raises(UnknownSourceError):
        lists.versions("nothing")


def test_a_list_that_is_kept_only_in_parts_says_so(desk: Desk) -> None:
    desk.offer(content(people(5), scope="x"))
    with pytest.raises(VersionUnknownError) as caught:
        desk.lists.version("tiny")
    assert "tiny@x" in caught.value.next_step


def test_diff(desk: Desk) -> None:
    desk.offer(JUNE)
    with pytest.raises(VersionUnknownError, match="before"):
        desk.lists.diff("tiny")
    desk.offer(content(people(12, _3="Changed"), dated="2024-06-02"))
    desk.offer(TAMPERED)
    found = desk.lists.diff("tiny")
    assert (found.old.id, found.new.id) == ("2024-06-01", "2024-06-02")
    assert [ref.id for ref in found.added] == ["10", "11"]
    assert [change.entry.id for change in found.changed] == ["3"]
    back = desk.lists.diff("tiny", "2024-06-02", "2024-06-01")
    assert [ref.id for ref in back.removed] == ["10", "11"]
    held = desk.lists.diff("tiny", "2024-06-01", "2024-06-01.held-back")
    assert [change.entry.id for change in held.changed] == ["3"]


def test_a_broken_source_stops_no_other(desk: Desk) -> None:
    desk.offer(content(people(3), dated="2024-05-30"))
    whole = desk.lists.sources.find

    def find(source_id: str) -> ListSource:
        if source_id == "lonely":
            raise SourceBrokenError("it is broken")
        return whole(source_id)

    lists = replace(desk.lists, sources=replace(desk.lists.sources, find=find))
    found = {each.reference: each for each in lists.status()}
    assert list(found) == ["tiny", "lonely"]
    assert (found["tiny"].broken, found["tiny"].facts is None) == (None, False)
    assert ("it is broken" in str(found["lonely"].broken), found["lonely"].facts) == (True, None)
    assert lists.updatable() == ("tiny", "lonely")
    assert lists.facts("lonely") is None
    with pytest.raises(SourceBrokenError):
        lists.update("lonely", lambda _text: None)


def test_a_scope_that_is_not_kept(desk: Desk) -> None:
    desk.offer(content(people(3), dated="2024-05-30", scope="part"))
    with pytest.raises(VersionUnknownError, match="tiny@nope") as raised:
        desk.lists.versions("tiny@nope")
    assert raised.value.next_step == "Kept under: tiny@part."
    assert desk.lists.versions("lonely") == []
