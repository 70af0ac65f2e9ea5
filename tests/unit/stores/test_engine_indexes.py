"""Indexes in a home: built once, kept until something changes, refused when damaged."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import msgspec
import numpy as np
import pytest

from namesake.candidates.index import Index, IndexData, build_index
from namesake.errors import HomeError, IndexDamagedError
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.screening.screening import reference
from namesake.screening.weights import measures
from namesake.stores.arrays import Array, Place, read_arrays, write_arrays
from namesake.stores.home import Home
from namesake.stores.indexes import CONTENTS, ENTRIES, NUMBERS, Build, Contents, HomeIndexes, Keep
from namesake.values.entities import Entity
from namesake.values.facts import Identifier
from namesake.values.matches import ListedRef
from namesake.values.names import Name

ENTITIES = (
    Entity("1", "Person", (Name("Talvek Quoren"), Name("Тальвек"))),
    Entity("2", "Company", (Name("Borogove 3"),)),
)
LISTED = tuple(reference(item, "un", "v1") for item in ENTITIES)


def made(keep: Keep, listed: Sequence[ListedRef] = LISTED) -> IndexData:
    for item in listed:
        keep(item)
    return build_index((prepare(item.entity) for item in listed), shipped().rarities)


class Counting:
    """Builds, and counts how often."""

    def __init__(self, build: Build = made) -> None:
        self.times = 0
        self._build = build

    def __call__(self, keep: Keep) -> IndexData:
        self.times += 1
        return self._build(keep)


@pytest.fixture
def indexes(tmp_path: Path) -> HomeIndexes:
    return HomeIndexes(Home(tmp_path / "home"))


def test_what_is_read_is_what_was_built(indexes: HomeIndexes) -> None:
    data = made(lambda _: None)
    opened = indexes.open(["un 1 hash"], made)
    assert tuple(opened.listed[number] for number in range(len(opened.listed))) == LISTED
    assert np.array_equal(opened.data.ids, data.ids)
    for kind, partition in data.partitions.items():
        for name in partition.__dataclass_fields__:
            kept = getattr(opened.data.partitions[kind], name)
            assert kept.dtype == getattr(partition, name).dtype, name
            assert np.array_equal(kept, getattr(partition, name)), name
    found = Index(opened.data, measures(shipped())).candidates(prepare(ENTITIES[0]), 0)
    assert [candidate.entity for candidate in found] == [0]


def test_built_once(indexes: HomeIndexes) -> None:
    build = Counting()
    for _ in range(3):
        indexes.open(["un 1 hash"], build)
    assert build.times == 1


@pytest.mark.parametrize(
    "versions",
    [
        pytest.param(["un 1 other"], id="another-hash"),
        pytest.param(["un 2 hash"], id="another-version"),
        pytest.param(["un 1 hash", "eu 1 hash"], id="another-list"),
        pytest.param([], id="no-list"),
    ],
)
def test_built_anew_when_a_version_changes(indexes: HomeIndexes, versions: list[str]) -> None:
    build = Counting()
    indexes.open(["un 1 hash"], build)
    indexes.open(versions, build)
    assert build.times == 2


def test_built_anew_when_our_code_changes(indexes: HomeIndexes, monkeypatch: pytest.MonkeyPatch) -> None:
    build = Counting()
    indexes.open(["un 1 hash"], build)
    monkeypatch.setattr("namesake.stores.indexes.code", lambda: b"another release")
    indexes.open(["un 1 hash"], build)
    assert build.times == 2


def test_nothing_is_kept_of_a_build_that_failed(indexes: HomeIndexes) -> None:
    def failing(keep: Keep) -> IndexData:
        keep(LISTED[0])
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        indexes.open(["un 1 hash"], failing)
    build = Counting()
    indexes.open(["un 1 hash"], build)
    assert build.times == 1


@pytest.mark.parametrize("name", [CONTENTS, NUMBERS, ENTRIES])
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(Path.unlink, id="missing"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-1]), id="cut-off"),
        pytest.param(lambda path: path.write_bytes(b"not an index" * 20), id="overwritten"),
    ],
)
def test_damaged(indexes: HomeIndexes, name: str, damage: Callable[[Path], object]) -> None:
    indexes.open(["un 1 hash"], made)
    (path,) = (indexes.home.folder / "indexes").glob(f"*/{name}")
    damage(path)
    with pytest.raises(IndexDamagedError, match="screening-index-damaged") as raised:
        indexes.open(["un 1 hash"], made)
    assert Path(raised.value.where.file) == path.parent


@pytest.mark.parametrize("name", ["person_letters", "person_offsets", "person_runs", "entry_offsets", "ids"])
def test_a_flipped_bit(indexes: HomeIndexes, name: str) -> None:
    listed = (replace(LISTED[0], entity=replace(ENTITIES[0], identifiers=(Identifier("passport", "TQ4471"),))),)
    indexes.open(["un 1 hash"], partial(made, listed=listed))
    (path,) = (indexes.home.folder / "indexes").glob(f"*/{NUMBERS}")
    contents = msgspec.json.decode(path.with_name(CONTENTS).read_bytes().partition(b"\n")[2], type=Contents)
    flip(path, contents.arrays[name].start)
    with pytest.raises(IndexDamagedError, match=f"{name} is not as it was written"):
        indexes.open(["un 1 hash"], made)


def test_a_flipped_bit_of_the_contents(indexes: HomeIndexes) -> None:
    indexes.open(["un 1 hash"], made)
    (path,) = (indexes.home.folder / "indexes").glob(f"*/{CONTENTS}")
    flip(path, len(path.read_bytes()) // 2)
    with pytest.raises(IndexDamagedError, match=f"{CONTENTS} is not as it was written"):
        indexes.open(["un 1 hash"], made)


def test_an_entry_with_a_flipped_bit_is_refused_when_it_is_asked_for(indexes: HomeIndexes) -> None:
    indexes.open(["un 1 hash"], made)
    (path,) = (indexes.home.folder / "indexes").glob(f"*/{ENTRIES}")
    flip(path, 0)
    listed = indexes.open(["un 1 hash"], made).listed
    with pytest.raises(IndexDamagedError, match=f"entry 0 of {ENTRIES} is not as it was written"):
        listed[0]
    assert listed[1] == LISTED[1]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param(Place(0, 9, "|O", 0), "is cut off", id="objects"),
        pytest.param(Place(0, 1, "<f8", 0), "is cut off", id="fractions"),
        pytest.param(Place(0, 1, "<x9", 0), "has no known type", id="no-type"),
        pytest.param(Place(8, 2, "<i4", 0), "is cut off", id="beyond-the-end"),
        pytest.param(Place(-4, 1, "<i4", 0), "is cut off", id="before-the-beginning"),
        pytest.param(Place(0, -1, "<i4", 0), "is cut off", id="less-than-none"),
        pytest.param(Place(0, 2, "<i4", 1), "is not as it was written", id="another-checksum"),
    ],
)
def test_arrays_that_cannot_be_where_they_are_said_to_be(tmp_path: Path, place: Place, said: str) -> None:
    path = tmp_path / NUMBERS
    path.write_bytes(bytes(12))
    with pytest.raises(IndexDamagedError, match=f"letters {said}"):
        read_arrays(path, {"letters": place})


def test_arrays_are_mapped_as_they_were(tmp_path: Path) -> None:
    arrays: dict[str, Array] = {
        "a": np.arange(3, dtype=np.int32),
        "none": np.zeros(0, np.uint64),
        "b": np.array([1 << 63], np.uint64),
    }
    found = read_arrays(tmp_path / NUMBERS, write_arrays(tmp_path / NUMBERS, arrays))
    for name, array in arrays.items():
        assert (found[name].dtype, found[name].tolist()) == (array.dtype, array.tolist())
        assert not found[name].flags.writeable


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0x40
    path.write_bytes(content)


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(HomeError):
        HomeIndexes(Home(tmp_path / "home")).open(["un 1 hash"], made)


@pytest.mark.parametrize(
    ("today", "count"),
    [pytest.param(date(2026, 5, 20), 2, id="in-force"), pytest.param(date(2026, 5, 21), 1, id="one-has-expired")],
)
def test_counts(indexes: HomeIndexes, today: date, count: int) -> None:
    listed = (replace(LISTED[0], expires=date(2026, 5, 20)), LISTED[1])
    assert indexes.open(["x"], partial(made, listed=listed)).counts(today) == {"un": count}


def test_an_index_of_nothing(indexes: HomeIndexes) -> None:
    opened = indexes.open([], partial(made, listed=()))
    assert len(opened.listed) == 0
    assert opened.counts(date(2026, 1, 1)) == {}
    assert list(Index(opened.data, measures(shipped())).candidates(prepare(ENTITIES[0]), 0)) == []
