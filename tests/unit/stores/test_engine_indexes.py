"""Indexes in a home: built once, kept until something changes, refused when damaged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from namesake.candidates.index import Index, IndexData, build_index
from namesake.errors import HomeError, IndexDamagedError
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.screening.screening import reference
from namesake.screening.weights import measures
from namesake.stores.home import Home
from namesake.stores.indexes import HomeIndexes
from namesake.values.entities import Entity
from namesake.values.matches import ListedRef
from namesake.values.names import Name

ENTITIES = (
    Entity("1", "Person", (Name("Talvek Quoren"), Name("Тальвек"))),
    Entity("2", "Company", (Name("Borogove 3"),)),
)
Built = tuple[IndexData, list[ListedRef]]


def made() -> Built:
    return build_index([prepare(item) for item in ENTITIES], shipped().rarities), [
        reference(item, "un", "v1") for item in ENTITIES
    ]


class Counting:
    """Builds, and counts how often."""

    def __init__(self, build: Callable[[], Built] = made) -> None:
        self.times = 0
        self._build = build

    def __call__(self) -> Built:
        self.times += 1
        return self._build()


@pytest.fixture
def indexes(tmp_path: Path) -> HomeIndexes:
    return HomeIndexes(Home(tmp_path / "home"))


def test_what_is_read_is_what_was_built(indexes: HomeIndexes) -> None:
    data, listed = made()
    opened = indexes.open(["un 1 hash"], made)
    assert [opened.listed[number] for number in range(len(opened.listed))] == listed
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
    monkeypatch.setattr("namesake.stores.indexes._code", lambda: b"another release")
    indexes.open(["un 1 hash"], build)
    assert build.times == 2


def test_nothing_is_kept_of_a_build_that_failed(indexes: HomeIndexes) -> None:
    def failing() -> Built:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        indexes.open(["un 1 hash"], failing)
    build = Counting()
    indexes.open(["un 1 hash"], build)
    assert build.times == 1


@pytest.mark.parametrize("name", ["person_letters", "other_offsets", "ids", "entries", "expires"])
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(Path.unlink, id="missing"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-1]), id="cut-off"),
        pytest.param(lambda path: path.write_bytes(b"not an array" * 20), id="overwritten"),
    ],
)
def test_damaged(indexes: HomeIndexes, name: str, damage: Callable[[Path], object]) -> None:
    indexes.open(["un 1 hash"], made)
    (path,) = (indexes.home.folder / "indexes").glob(f"*/{name}.npy")
    if damage is not Path.unlink and path.stat().st_size <= 128:  # an empty array cannot be cut by a byte
        path.write_bytes(b"")
    else:
        damage(path)
    with pytest.raises(IndexDamagedError, match="screening-index-damaged") as raised:
        indexes.open(["un 1 hash"], made)
    assert name in str(raised.value)
    assert Path(raised.value.where.file) == path.parent


@pytest.mark.parametrize("name", ["person_letters", "person_offsets", "person_runs", "entry_offsets", "entries"])
def test_a_flipped_bit(indexes: HomeIndexes, name: str) -> None:
    indexes.open(["un 1 hash"], made)
    (path,) = (indexes.home.folder / "indexes").glob(f"*/{name}.npy")
    content = bytearray(path.read_bytes())
    content[-1] ^= 0x40
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError, match=f"{name} is not as it was written"):
        indexes.open(["un 1 hash"], made)


def test_objects_are_never_unpickled(indexes: HomeIndexes) -> None:
    indexes.open(["un 1 hash"], made)
    (path,) = (indexes.home.folder / "indexes").glob("*/ids.npy")
    np.save(path, np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(IndexDamagedError):
        indexes.open(["un 1 hash"], made)


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(HomeError):
        HomeIndexes(Home(tmp_path / "home")).open(["un 1 hash"], made)


@pytest.mark.parametrize(
    ("today", "count"),
    [pytest.param(date(2026, 5, 20), 2, id="in-force"), pytest.param(date(2026, 5, 21), 1, id="one-has-expired")],
)
def test_counts(indexes: HomeIndexes, today: date, count: int) -> None:
    data, listed = made()
    listed[0] = replace(listed[0], expires=date(2026, 5, 20))
    assert indexes.open(["x"], lambda: (data, listed)).counts(today) == {"un": count}


def test_an_index_of_nothing(indexes: HomeIndexes) -> None:
    opened = indexes.open([], lambda: (build_index([], shipped().rarities), []))
    assert len(opened.listed) == 0
    assert opened.counts(date(2026, 1, 1)) == {}
    assert list(Index(opened.data, measures(shipped())).candidates(prepare(ENTITIES[0]), 0)) == []
