"""List versions in a home that is damaged, of another release, or full."""

import gzip
import hashlib
import io
import json
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from namesake.errors import HomeError
from namesake.stores.home import Home
from namesake.stores.lists import HomeListStore
from namesake.stores.memory import HomeDownloadMemory
from namesake.values.downloads import Remembered
from namesake.values.entities import ListEntry
from namesake.values.names import Name
from namesake.values.versions import ListVersion, Part, PartRef

CONTENT = b"content"
SHA = hashlib.sha256(CONTENT).hexdigest()
PART = Part("list.csv", SHA, len(CONTENT), lambda: io.BytesIO(CONTENT))
REF = PartRef("main", PART.name, PART.sha256, PART.size)
ENTRY = ListEntry("tiny", "1", "tiny:1", "Person", (Name("Nemo"),), "{}")


def version(key: str) -> ListVersion:
    dated = date.fromisoformat(key)
    now = datetime(2024, 6, 1, tzinfo=UTC)
    return ListVersion("tiny", "", key, "h", "tiny", dated, "given", now, (REF,), 1, "in-force")


@pytest.fixture
def store(tmp_path: Path) -> HomeListStore:
    made = HomeListStore(Home(tmp_path))
    made.keep(version("2024-06-01"), [PART], [ENTRY])
    return made


def path_of(store: HomeListStore, name: str) -> Path:
    return store.home.lists / "tiny" / "_" / "2024-06-01" / name


def test_the_home_is_plain_files(store: HomeListStore) -> None:
    blob = store.home.blobs / f"{SHA}.gz"
    assert gzip.decompress(blob.read_bytes()) == CONTENT
    record = json.loads(path_of(store, "version.json").read_text())
    assert (record["layout"], record["arrival"]) == (1, 1)
    assert record["version"]["id"] == "2024-06-01"
    (line,) = gzip.decompress(path_of(store, "entries.jsonl.gz").read_bytes()).splitlines()
    assert json.loads(line)["identity"] == "tiny:1"


def cut_off(content: bytes) -> bytes:
    return content[: len(content) // 2]


def emptied(_content: bytes) -> bytes:
    return b""


def rubbish(_content: bytes) -> bytes:
    return b"\xff\xfe rubbish"


def a_list(_content: bytes) -> bytes:
    return b"[]"


@pytest.mark.parametrize("notes", [True, False], ids=["with-notes", "without"])
@pytest.mark.parametrize("damage", [cut_off, emptied, rubbish, a_list])
def test_a_damaged_record(store: HomeListStore, damage: Callable[[bytes], bytes], notes: bool) -> None:
    path = path_of(store, "version.json")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(HomeError) as caught:
        store.versions(notes=notes)
    assert caught.value.where.file == str(path)


def test_a_record_of_a_later_release(store: HomeListStore) -> None:
    path = path_of(store, "version.json")
    path.write_text(path.read_text().replace('"layout": 1', '"layout": 2'))
    with pytest.raises(HomeError, match="layout 2"):
        store.versions()


@pytest.mark.parametrize("damage", [cut_off, rubbish, lambda _content: gzip.compress(b"{}\n")])
def test_damaged_entries(store: HomeListStore, damage: Callable[[bytes], bytes]) -> None:
    path = path_of(store, "entries.jsonl.gz")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(HomeError) as caught:
        list(store.entries(version("2024-06-01")))
    assert caught.value.where.file == str(path)


def test_missing_entries(store: HomeListStore) -> None:
    path_of(store, "entries.jsonl.gz").unlink()
    with pytest.raises(HomeError):
        store.entry(version("2024-06-01"), "1")


def test_a_full_disk_leaves_the_versions_that_are_kept(store: HomeListStore, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.versions()

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HomeError, match="full"):
        store.keep(version("2024-06-02"), [PART], [ENTRY])
    assert store.versions() == before
    monkeypatch.undo()
    store.keep(version("2024-06-02"), [PART], [ENTRY])
    assert [each.id for each in store.in_force()] == ["2024-06-02"]


def test_the_memory_remembers_and_gives_parts_back(store: HomeListStore) -> None:
    memory = HomeDownloadMemory(store.home)
    assert memory.recall("https://example.com/a") is None
    said = Remembered("https://example.com/a", '"1"', "Monday", (REF,))
    memory.remember(said)
    assert memory.recall("https://example.com/a") == said
    part = memory.part(REF)
    assert part is not None
    with part.open() as stream:
        assert stream.read() == CONTENT
    assert memory.part(PartRef("main", "x", "00" * 32, 1)) is None


def test_a_damaged_memory_is_a_forgotten_one(store: HomeListStore) -> None:
    memory = HomeDownloadMemory(store.home)
    memory.remember(Remembered("https://example.com/a"))
    (path,) = store.home.downloads.iterdir()
    path.write_bytes(b"\xff")
    assert memory.recall("https://example.com/a") is None
