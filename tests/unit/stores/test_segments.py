"""Indexes of subjects are kept whole, or count as not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from namesake.names.prepare import prepare
from namesake.revetting.segments import segment
from namesake.revetting.subject_index import NOBODY, KeptIndex, SegmentData, subject_index
from namesake.scoring.model import shipped
from namesake.screening.weights import measures
from namesake.stores.home import Home
from namesake.stores.segments import HomeSegments
from namesake.values.entities import Entity
from namesake.values.names import Name

MODEL = shipped()


def people(*held: tuple[int, str]) -> SegmentData:
    return segment(((number, 7, Entity("", "Person", (Name(name),))) for number, name in held), MODEL.rarities)


def index() -> KeptIndex:
    segments = (people((1, "Talvek Quoren"), (2, "Borogove Mimsy")), people((5, "Talvek Quoren")))
    return KeptIndex("state 3", segments, NOBODY.changed({1: 7, 2: 7, 5: 7}))


def found(kept: KeptIndex | None) -> list[int]:
    assert kept
    entry = prepare(Entity("e", "Person", (Name("Talvek Quoren"),)))
    among = subject_index(kept.segments, measures(MODEL), kept.current)
    return [number for number, _ in among.candidates(entry, 0)]


def test_an_index_is_read_as_it_was_kept(tmp_path: Path) -> None:
    segments = HomeSegments(Home(tmp_path))
    assert segments.read("all", "m") is None
    segments.keep("all", "m", index())
    kept = segments.read("all", "m")
    assert found(kept) == found(index()) == [1, 5]
    assert kept
    assert (kept.stamp, kept.current.numbers()) == ("state 3", [1, 2, 5])
    assert segments.read("all", "other model") is None
    assert segments.read("others", "m") is None


def test_what_does_not_count_any_more_is_deleted(tmp_path: Path) -> None:
    segments = HomeSegments(Home(tmp_path))
    segments.keep("all", "m", index())
    (folder,) = (tmp_path / "indexes").glob("subjects-*/*")
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    whole = index()
    segments.keep("all", "m", KeptIndex("state 4", (whole.segments[0],), whole.current))
    after = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert len(before) - len(after) == 1
    assert found(segments.read("all", "m")) == [1]
    assert [name for name in after if before[name] != after[name]] == ["current"]


def test_one_made_with_another_model_takes_its_place(tmp_path: Path) -> None:
    segments = HomeSegments(Home(tmp_path))
    segments.keep("all", "m", index())
    segments.keep("others", "m", index())
    segments.keep("all", "n", index())
    assert segments.read("all", "m") is None
    assert found(segments.read("all", "n")) == found(segments.read("others", "m")) == [1, 5]
    assert len(list(tmp_path.glob("indexes/*/*"))) == 2


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[next(at for at in range(middle, len(content)) if content[at])] ^= 1  # zeros may only fill up
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["current", "places.json", "arrays.bin"])
@pytest.mark.parametrize("damage", [cut, flipped, Path.unlink])
def test_what_is_damaged_counts_as_not_there(tmp_path: Path, name: str, damage: Callable[[Path], None]) -> None:
    segments = HomeSegments(Home(tmp_path))
    segments.keep("all", "m", index())
    damage(next(tmp_path.rglob(name)))
    assert segments.read("all", "m") is None
    segments.keep("all", "m", index())
    assert found(segments.read("all", "m")) == [1, 5]
