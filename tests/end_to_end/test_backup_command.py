"""`namesake backup` and `namesake restore`: between all kinds of stores, whole or not at all."""

import gzip
import io
import json
import random
import shutil
import signal
import subprocess
import tarfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from

PEOPLE = "Ref,Full name,DOB\n" + "".join(f"A-{n},Talvek Quoren,1971-06-0{1 + n % 9}\n" for n in range(600))
KINDS = ["sqlite", "postgresql"]


@pytest.fixture
def full(namesake: Namesake, tmp_path: Path) -> Namesake:
    """A home with a list, a model of its own, and a population in its third state."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, "utf-8")
    namesake("model", "adapt", path, "--name", "own")
    namesake("enrol", path, "-p", "visas", "--key", "Ref")
    path.write_text(PEOPLE.replace("A-7,Talvek", "A-7,Imran"), "utf-8")
    namesake("enrol", path, "-p", "visas", "--key", "Ref")
    namesake("subjects", "withdraw", "A-8", "-p", "visas", "--reason", "left")
    return namesake


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def archive(request: pytest.FixtureRequest, shelf: Path, tmp_path: Path) -> Path:
    """A copy of a backup that is made once."""
    if not (shelf / "one.nsb").exists():
        backup(request.getfixturevalue("full"), shelf / "one.nsb")
    return Path(shutil.copy(shelf / "one.nsb", tmp_path / "copy.nsb"))


def elsewhere(desk: Namesake, folder: Path, store: str = "") -> Namesake:
    return replace(desk, home=folder, environment={"NAMESAKE_STORE": store} if store else {})


def backup(desk: Namesake, path: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(desk("backup", path, "--format", "json").stdout)
    return made


def rows(path: Path) -> list[str]:
    """Every row of the database in a backup, to the byte; in the place of events of backups after the first, and of
    the note of where the record ends, which every backup moves, stands as much at the end."""
    with tarfile.open(path) as opened:
        file = opened.extractfile("database.jsonl.gz")
        assert file is not None
        lines = gzip.decompress(file.read()).decode().splitlines()
    found, table, backups = [], "", 0
    for line in lines:
        read = json.loads(line)
        table = read["table"] if isinstance(read, dict) else table
        backups += table == "namesake_record" and "backup" in str(read)
        again = table == "namesake_record" and "backup" in str(read) and backups > 1
        if table != "namesake_record_end" and not again:
            found.append(line)
    return [*found, *["the event of another backup"] * (backups - 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_comes_back(full: Namesake, tmp_path: Path, request: pytest.FixtureRequest, kind: str) -> None:
    made = backup(full, tmp_path / "one.nsb")
    assert made["rows"]["namesake_subjects"] == 600
    assert made["rows"]["namesake_subject_versions"] == 601
    assert (tmp_path / "one.nsb").stat().st_mode & 0o077 == 0
    url = request.getfixturevalue("postgres_url") if kind == "postgresql" else ""
    other = elsewhere(full, tmp_path / "other", url)
    said = other("restore", tmp_path / "one.nsb").stdout
    assert said.endswith(
        "1 population, 600 subjects, 0 runs, 10 files of lists and models; every hash is as it should be.\n"
    )
    for look in (("subjects", "show", "A-7", "-p", "visas"), ("subjects", "list"), ("model", "list")):
        assert other.found(*look) == full.found(*look)
    assert other("lookup", "Talvek Imran Quoren", code=1).stdout == full("lookup", "Talvek Imran Quoren", code=1).stdout
    again = backup(other, tmp_path / "two.nsb")
    assert again["rows"] == {**made["rows"], "namesake_record": made["rows"]["namesake_record"] + 1}
    assert rows(tmp_path / "two.nsb") == [*rows(tmp_path / "one.nsb"), "the event of another backup"]
    for desk, name, more in ((full, "one", 0), (other, "two", 1)):
        desk("audit", "export", tmp_path / f"{name}.jsonl")
        *_, event, _ = map(json.loads, (tmp_path / f"{name}.jsonl").read_text().splitlines())
        assert (event["kind"], event["about"], bool(event["by"])) == ("export", ["backup"], True)
        counts = json.loads(event["facts"])["rows"]
        assert (counts["namesake_subjects"], counts["namesake_record"]) == (
            600,
            made["rows"]["namesake_record"] - 1 + more,
        )
    assert again["members"][1:] == made["members"][1:]
    # What is enrolled next gets the next number, on a server as well.
    path = tmp_path / "new.csv"
    path.write_text("Ref,Full name\nB-1,Somebody New\n", "utf-8")
    for population in ("visas", "crews"):
        other("enrol", path, "-p", population, "--key", "Ref")
    assert other.found("subjects", "show", "B-1", "-p", "visas")["number"] == 601


def test_what_is_there_is_never_replaced(full: Namesake, tmp_path: Path) -> None:
    path = tmp_path / "one.nsb"
    path.write_text("something else")
    full.refused("store-backup", "backup", path)
    assert path.read_text() == "something else"
    full.refused("store-backup", "backup", tmp_path / "nowhere" / "one.nsb")
    assert sorted(item.name for item in tmp_path.iterdir() if "nsb" in item.name) == ["one.nsb"]


def test_a_home_in_use_is_never_replaced(full: Namesake, tmp_path: Path) -> None:
    backup(full, tmp_path / "one.nsb")
    full.refused("store-backup", "restore", tmp_path / "one.nsb")
    other = elsewhere(full, tmp_path / "other")
    (tmp_path / "other/lists/mine").mkdir(parents=True)
    (tmp_path / "other/lists/mine/version.json").write_text("{}")
    other.refused("store-backup", "restore", tmp_path / "one.nsb")
    assert (tmp_path / "other/lists/mine/version.json").read_text() == "{}"
    assert other.found("subjects", "list")["populations"] == []


def rewritten(path: Path, change: Callable[[str, bytes], list[tuple[str, bytes]]]) -> None:
    """Write an archive again, each member as `change` would have it."""
    with tarfile.open(path) as archive:
        members = [(info.name, archive.extractfile(info)) for info in archive]
        kept = [(name, file.read()) for name, file in members if file]
    with tarfile.open(path, "w") as archive:
        for name, content in (new for old in kept for new in change(*old)):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    path.write_bytes(content)


def linked(path: Path) -> None:
    with tarfile.open(path, "a") as archive:
        info = tarfile.TarInfo("home/lists/link")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)


DAMAGES: list[Any] = [
    pytest.param(cut, id="cut off"),
    pytest.param(flip, id="a bit flipped"),
    pytest.param(linked, id="a link"),
    pytest.param(lambda path: path.write_bytes(b""), id="empty"),
    pytest.param(lambda path: path.write_bytes(b"no archive at all" * 100), id="no archive"),
    pytest.param(
        lambda path: rewritten(path, lambda n, c: [(n, c)] * (1 + n.startswith("database"))), id="a part twice"
    ),
    pytest.param(lambda path: rewritten(path, lambda n, c: [] if "blobs" in n else [(n, c)]), id="parts missing"),
    pytest.param(lambda path: rewritten(path, lambda n, c: [] if "manif" in n else [(n, c)]), id="no manifest"),
    pytest.param(
        lambda path: rewritten(path, lambda n, c: [(n, c.replace(b"backup/1", b"backup/9"))]), id="a later format"
    ),
    *(
        pytest.param(lambda path, name=name: rewritten(path, lambda n, c: [(n, c), (name, b"x")]), id=name)
        for name in (
            "../evil",
            "/etc/evil",
            "home/lists/../../evil",
            "home/staging/x",
            "home/lists",
            "home/lists/C:x/y",
        )
    ),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_changes_nothing(
    namesake: Namesake, archive: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(archive)
    elsewhere(namesake, tmp_path / "other").refused("store-backup", "restore", archive)
    assert [item for item in (tmp_path / "other").rglob("*") if item.is_file() and item.name != "lock"] == []
    assert not list(tmp_path.rglob("evil"))


def test_a_link_in_the_home_is_not_left_out_in_silence(full: Namesake, tmp_path: Path) -> None:
    (full.home / "models/link").symlink_to(tmp_path)
    assert "link" in full.refused("store-backup", "backup", tmp_path / "one.nsb").stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_restore_that_is_killed_can_be_repeated(
    namesake: Namesake, archive: Path, tmp_path: Path, request: pytest.FixtureRequest, kind: str
) -> None:
    with tarfile.open(archive) as opened:
        file = opened.extractfile("manifest.json")
        assert file is not None
        made = json.load(file)
    url = request.getfixturevalue("postgres_url") if kind == "postgresql" else ""
    other = elsewhere(namesake, tmp_path / "other", url)
    rng = random.Random(4)
    for _ in range(6):
        process: subprocess.Popen[str] = other.start("restore", archive)
        time.sleep(rng.uniform(0.5, 1.2))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    time.sleep(0.5)  # a server may still be told of the last one's end
    other("restore", archive, code=[0, 2])  # 2: one of them was done
    again = backup(other, tmp_path / "two.nsb")
    assert again["members"][1:] == made["members"][1:]
    assert rows(tmp_path / "two.nsb") == [*rows(archive), "the event of another backup"]
