"""What every `ListStore` must do; a new store joins by a line in `STORES`."""

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from namesake.errors import HomeError, MalformedError
from namesake.ports import ListStore
from namesake.stores.home import Home
from namesake.stores.lists import HomeListStore
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import (
    Address,
    CountryFact,
    Identifier,
    Link,
    Listing,
    PartialDate,
    Place,
)
from namesake.values.names import Name, NamePart
from namesake.values.versions import Check, ListVersion, Part, PartRef, VersionState

CONTENT = b"the publisher's file"
SHA = hashlib.sha256(CONTENT).hexdigest()
PART = Part("list.csv", SHA, len(CONTENT), lambda: io.BytesIO(CONTENT))

STORES: list[Callable[[Path], ListStore]] = [lambda folder: HomeListStore(Home(folder))]


@pytest.fixture(params=STORES, ids=["home"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ListStore:
    made: ListStore = request.param(tmp_path)
    return made


def entry(key: str, name: str = "Nemo Example") -> ListEntry:
    return ListEntry("tiny", key, f"tiny:{key}", "Person", (Name(name),), '{"name":["x"]}')


FULL = ListEntry(
    source="tiny",
    id='7 "quoted" \\ ümlaut\n\x00',
    identity="tiny:7",
    schema="Person",
    names=(Name("Немо", "alias", True, "Cyrl", "ru", (NamePart("given", "Немо"),)),),
    original='{"main":{"a":"b"}}',
    birth_dates=(PartialDate(date(1980, 1, 1), date(1980, 12, 31), True, "circa 1980"),),
    birth_places=(Place("Nowhere", "xx"),),
    genders=("female",),
    countries=(CountryFact("nationality", "xx", "Exland"),),
    identifiers=(Identifier("imo", "9074729", "", True, "IMO"), Identifier("other", "x")),
    addresses=(Address("1 Street, Town", "Town"),),
    listings=(Listing("PROG", "law", PartialDate(date(2020, 2, 2), date(2020, 2, 2)), "authority"),),
    links=(Link("linked to", "8", "Other", "text"),),
    titles=("Captain",),
    remarks=("a remark",),
    references=("other:1",),
    marks=("cut",),
    expires=date(2030, 1, 1),
)


def version(key: str, dated: date, state: VersionState = "in-force", scope: str = "") -> ListVersion:
    return ListVersion(
        source="tiny",
        scope=scope,
        id=key,
        hash=f"hash of {key}",
        form="tiny",
        dated=dated,
        dated_basis="given",
        added_at=datetime(2024, 6, 1, 12, tzinfo=UTC),
        parts=(PartRef("main", PART.name, PART.sha256, PART.size),),
        entries=1,
        state=state,
        stamp="1 June",
        checks=(Check("min-entries", True, "1 entry"),),
        notes=(Note("note", "text"),),
        accepted_because="a reason",
    )


def keep(store: ListStore, *versions: ListVersion) -> None:
    for each in versions:
        store.keep(each, [PART], [entry("1")])


def states(versions: Sequence[ListVersion]) -> dict[str, str]:
    return {f"{each.reference} {each.id}": each.state for each in versions}


def test_an_empty_store_has_nothing(store: ListStore) -> None:
    assert list(store.versions()) == []
    assert list(store.in_force()) == []


def test_a_version_comes_back_as_it_was(store: ListStore) -> None:
    before = version("2024-06-01", date(2024, 6, 1))
    store.keep(before, [PART], [entry("1"), FULL, entry("2")])
    (after,) = store.versions()
    assert after == before
    assert list(store.entries(after)) == [entry("1"), FULL, entry("2")]


def test_notes_are_left_out_where_they_are_not_wanted(store: ListStore) -> None:
    before = version("2024-06-01", date(2024, 6, 1))
    store.keep(before, [PART], [entry("1")])
    assert before.notes
    assert list(store.versions(notes=False)) == [replace(before, notes=())]


def test_versions_come_in_the_order_of_arrival(store: ListStore) -> None:
    keep(store, version("2024-06-02", date(2024, 6, 2)), version("2024-06-01", date(2024, 6, 1)))
    assert [each.id for each in store.versions()] == ["2024-06-02", "2024-06-01"]


def test_the_latest_by_date_and_edition_is_in_force(store: ListStore) -> None:
    keep(
        store,
        version("2024-06-01", date(2024, 6, 1)),
        *(version(f"2024-06-01.{n}", date(2024, 6, 1)) for n in (2, 10, 9)),
        version("2024-05-01", date(2024, 5, 1)),
        version("2024-07-01.refused", date(2024, 7, 1), "refused"),
        version("2024-07-01.held-back", date(2024, 7, 1), "held-back"),
    )
    assert states(store.versions()) == {
        "tiny 2024-06-01": "superseded",
        "tiny 2024-06-01.2": "superseded",
        "tiny 2024-06-01.10": "in-force",
        "tiny 2024-06-01.9": "superseded",
        "tiny 2024-05-01": "superseded",
        "tiny 2024-07-01.refused": "refused",
        "tiny 2024-07-01.held-back": "held-back",
    }
    assert [each.id for each in store.in_force()] == ["2024-06-01.10"]


def test_scopes_are_lists_of_their_own(store: ListStore) -> None:
    day = date(2024, 6, 1)
    scopes = ["", "_", "a/b", "..", "ÄÖ", "%", "A/../b"]
    keep(store, *(version("2024-06-01", day, scope=scope) for scope in scopes))
    assert [each.scope for each in store.in_force()] == scopes


@pytest.mark.parametrize("source", ["../evil", "/evil", "a\\b", ".", "con:"])
def test_a_source_of_any_name_stays_inside(tmp_path: Path, source: str) -> None:
    home = tmp_path / "home"
    before = replace(version("../../x", date(2024, 6, 1)), source=source)
    HomeListStore(Home(home)).keep(before, [PART], [entry("1")])
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    assert HomeListStore(Home(home)).versions() == [before]


def test_an_entry_is_found_by_its_key(store: ListStore) -> None:
    before = version("2024-06-01", date(2024, 6, 1))
    store.keep(before, [PART], [entry("1"), entry("11", '"id":"1"'), FULL])
    assert store.entry(before, "11") == entry("11", '"id":"1"')
    assert store.entry(before, FULL.id) == FULL
    assert store.entry(before, "2") is None
    assert store.entry(before, "\udcff") is None


def test_an_id_is_taken_once(store: ListStore) -> None:
    before = version("2024-06-01", date(2024, 6, 1))
    keep(store, before)
    with pytest.raises(HomeError, match="there already"):
        store.keep(replace(before, entries=99), [PART], [])
    assert list(store.versions()) == [before]


def test_a_file_that_changed_meanwhile_is_not_kept(store: ListStore) -> None:
    changed = replace(PART, open=lambda: io.BytesIO(b"other"))
    with pytest.raises(MalformedError, match="changed"):
        store.keep(version("2024-06-01", date(2024, 6, 1)), [changed], [entry("1")])
    assert list(store.versions()) == []


def test_half_a_character_is_refused_and_nothing_kept(store: ListStore) -> None:
    bad = entry("1", "half \ud800")
    with pytest.raises(MalformedError, match="entry '1'"):
        store.keep(version("2024-06-01", date(2024, 6, 1)), [PART], [bad])
    assert list(store.versions()) == []


def test_what_two_versions_do_not_say_alike(store: ListStore) -> None:
    lapsing = replace(entry("3"), expires=date(2030, 1, 1), remarks=('"expires":"never"',))
    same, gone, came = entry("1"), entry("4"), replace(entry("5"), remarks=('"expires":"soon"',))
    before, now = (replace(version(name, date(2024, 1, day)), entries=4) for day, name in enumerate("ab", 1))
    store.keep(before, [PART], [gone, same, entry("2"), lapsing])
    store.keep(now, [PART], [same, lapsing, entry("2", "Another Name"), came])
    former, present = map(list, store.differing(before, now))
    assert former == [gone, entry("2"), lapsing]
    assert present == [lapsing, entry("2", "Another Name"), came]
    assert [list(found) for found in store.differing(now, now)] == [[lapsing], [lapsing]]


def test_entries_that_are_cut_off_are_not_compared(store: ListStore) -> None:
    before, now = version("a", date(2024, 1, 1)), replace(version("b", date(2024, 1, 2)), entries=2)
    keep(store, before, now)
    with pytest.raises(HomeError, match="1 of 2 entries are kept"):
        store.differing(before, now)
