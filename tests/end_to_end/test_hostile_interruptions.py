"""Killed, interrupted, out of disk: nothing half-written replaces something good; what was begun can be taken up."""

import os
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from


def waited(condition: Callable[[], bool], process: "subprocess.Popen[str]", seconds: float = 30) -> bool:
    """Wait until something is so, or the process has ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


def interrupted(namesake: Namesake, crowd: Path, out: Path, how: int, workers: int) -> "tuple[int, str]":
    """Begin to screen, and end it as soon as the journal has something."""
    runs = namesake.home / "runs"
    process = namesake.start("screen", crowd, "--out", out, "--workers", workers)
    assert waited(lambda: any(path.stat().st_size > 1000 for path in runs.glob("*.jsonl")), process)
    (os.killpg if how == signal.SIGINT else os.kill)(process.pid, how)
    _, said = process.communicate(timeout=30)  # it returns when the worker processes have let go as well
    assert "Traceback" not in said
    return process.returncode, said


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["int", "term", "kill"])
def test_an_interrupted_run_is_taken_up(
    namesake: Namesake, crowd: Path, tmp_path: Path, how: signal.Signals, workers: int
) -> None:
    whole, out = tmp_path / "whole.csv", tmp_path / "out.csv"
    out.write_text("good", "utf-8")
    code, said = interrupted(namesake, crowd, out, how, workers)
    if how == signal.SIGKILL:
        assert code == -signal.SIGKILL
    else:
        assert code == 2, "1 would say that there are matches to review"
        assert "error [stopped]" in said
        assert list(tmp_path.glob(".namesake-*")) == []
    assert out.read_text("utf-8") == "good"
    (journal,) = (namesake.home / "runs").glob("*.jsonl")
    assert journal.read_bytes().count(b"\n") > 1, "something was done"
    resumed = namesake("screen", crowd, "--out", out, "--resume", "--workers", 1, code=1)
    assert re.search(r"^[\d,]+ subjects taken over from the interrupted run$", resumed.stderr, re.MULTILINE)
    namesake("screen", crowd, "--out", whole, "--workers", 1, code=1)
    assert out.read_bytes() == whole.read_bytes()
    assert list((namesake.home / "runs").glob("*.jsonl")) == []


@pytest.fixture
def stopped(namesake: Namesake, crowd: Path, tmp_path: Path) -> Path:
    """The journal of a run that was killed."""
    interrupted(namesake, crowd, tmp_path / "out.csv", signal.SIGKILL, 1)
    journal: Path
    (journal,) = (namesake.home / "runs").glob("*.jsonl")
    return journal


@pytest.mark.parametrize("damage", ["half a line", "a line that is none", "no first line", "empty"])
def test_a_damaged_journal(namesake: Namesake, crowd: Path, tmp_path: Path, stopped: Path, damage: str) -> None:
    content = stopped.read_bytes()
    first, rest = content.split(b"\n", 1)
    stopped.write_bytes(
        {
            "half a line": content[:-5],
            "a line that is none": first + b"\n" + rest[:2000].rpartition(b"\n")[0] + b"\n\xff\xfe{]\n" + rest,
            "no first line": rest,
            "empty": b"",
        }[damage]
    )
    result = namesake("screen", crowd, "--out", tmp_path / "out.csv", "--resume", code=(1, 2))
    if damage in ("no first line", "empty"):
        assert "error [screening-resume]" in result.stderr
        return
    namesake("screen", crowd, "--out", tmp_path / "whole.csv", code=1)
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_a_run_on_other_ground_is_not_taken_up(namesake: Namesake, crowd: Path, tmp_path: Path, stopped: Path) -> None:
    (tmp_path / "policy.toml").write_text("review_from = 0.6", "utf-8")
    words = ("screen", crowd, "--out", tmp_path / "out.csv", "--resume")
    assert "error [screening-resume]" in namesake(*words, "--policy", tmp_path / "policy.toml", code=2).stderr
    assert "error [screening-resume]" in namesake(*words, "--map", "DOB=-", code=2).stderr
    assert stopped.exists()


def test_resume_without_anything_to_resume(namesake: Namesake, people: Path, tmp_path: Path) -> None:
    namesake("screen", people, "--resume", "--out", tmp_path / "out.csv", code=1)


def test_a_worker_that_dies_is_no_result(namesake: Namesake, crowd: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("good", "utf-8")
    with crowd.open("a", encoding="utf-8") as stream:
        stream.writelines(f"More{n} Person,1971,\n" for n in range(100_000))
    process = namesake.start("screen", crowd, "--out", out, "--workers", 2)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.kill()
        process.communicate()
        pytest.skip("this system does not show the children of a process")

    def workers() -> list[int]:
        found = [int(number) for number in children.read_text().split()]
        return [number for number in found if b"spawn_main" in Path(f"/proc/{number}/cmdline").read_bytes()]

    assert waited(lambda: bool(workers()), process)
    os.kill(workers()[0], signal.SIGKILL)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2, said
    assert "error [screening-worker-lost]" in said
    assert "Traceback" not in said
    assert out.read_text("utf-8") == "good"


# ---- adding a list


def big(folder: Path, watch_list: Callable[..., tuple[Path, Path]]) -> tuple[Path, Path]:
    """A list that takes a second or two to add."""
    header = "Ref,Full name,Kind,Other names,Born,Nationality,Passport,IMO,Wallet,Valid until\n"
    rows = "".join(
        f"W-{n},Nemo{n} EXAMPLE{n * 7919 % 10_007},person,,19{n % 90 + 10},,,,,never\n" for n in range(3_000)
    )
    table, mapping = watch_list(folder, header + rows)
    mapping.write_text(mapping.read_text("utf-8").replace("2026-04-15", "2026-04-20"), "utf-8")
    return table, mapping


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["int", "kill"])
@pytest.mark.parametrize("moment", ["reading", "writing"])
def test_adding_a_list_is_all_or_nothing(
    namesake: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]], how: signal.Signals, moment: str
) -> None:
    files = big(tmp_path, watch_list)
    staging = namesake.home / "staging"
    process = namesake.start("lists", "add", "table", *files)
    if moment == "writing":
        waited(lambda: staging.exists() and any(staging.rglob("entries.jsonl.gz")), process)
    else:
        time.sleep(0.5)
    process.send_signal(how)
    process.communicate(timeout=30)
    kept = [version["entries"] for version in namesake.found("lists", "show", "table@watch")["versions"]]
    assert kept in ([5], [5, 3_000], [3_000, 5])
    namesake("lookup", "Talvek Quoren", code=1 if kept == [5] else (0, 1))
    namesake("lists", "add", "table", *files, "--accept", "many more")
    namesake("lookup", "Nemo77 Example9343", code=1)
    assert list(staging.glob("*")) == []


# ---- a disk that is full, or a file that may not grow


def limited(size: int) -> Callable[[], None]:
    """No file may grow over a size: what a full disk looks like to a program."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".jsonl", ".html", ".parquet"])
def test_outputs_on_a_full_disk(namesake: Namesake, crowd: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    out.write_text("good", "utf-8")
    small = tmp_path / "small.csv"
    small.write_text("".join(crowd.read_text("utf-8").splitlines(keepends=True)[:150]), "utf-8")
    words = ("screen", small, "--out", out, "--workers", 1)
    done = namesake.program(*words, preexec_fn=limited(4096))
    assert done.returncode == 2
    assert "error [output-failed]" in done.stderr or "error [home-unusable]" in done.stderr
    assert out.read_text("utf-8") == "good"
    assert list(tmp_path.glob(".namesake-*")) == []


def test_a_list_on_a_full_disk(
    namesake: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]]
) -> None:
    files = big(tmp_path, watch_list)
    done = namesake.program("lists", "add", "table", *files, "--accept", "many more", preexec_fn=limited(10_000))
    assert done.returncode == 2
    assert "error [home-unusable]" in done.stderr
    assert [version["entries"] for version in namesake.found("lists", "show", "table@watch")["versions"]] == [5]
    namesake("lookup", "Talvek Quoren", code=1)


def test_an_index_on_a_full_disk(namesake: Namesake) -> None:
    shutil.rmtree(namesake.home / "indexes")
    done = namesake.program("lookup", "Talvek Quoren", preexec_fn=limited(500))
    assert done.returncode == 2
    assert "error [home-unusable]" in done.stderr
    namesake("lookup", "Talvek Quoren", code=1)


# ---- a home that is damaged


@pytest.mark.parametrize("victim", ["version.json", "entries.jsonl.gz"])
@pytest.mark.parametrize("how", ["cut off", "flipped", "empty"])
def test_a_damaged_version_is_said(namesake: Namesake, victim: str, how: str) -> None:
    shutil.rmtree(namesake.home / "indexes")
    (path,) = namesake.home.rglob(victim)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x55
    path.write_bytes({"cut off": content[: len(content) // 2], "flipped": content, "empty": b""}[how])
    result = namesake("lookup", "Talvek Quoren", code=(0, 1, 2))
    assert "error [home-unusable]" in result.stderr or (how == "flipped" and victim == "version.json")


def test_a_damaged_index_is_said(namesake: Namesake) -> None:
    """Every file of an index, cut off or with a byte changed: a coded error or an answer, never a crash."""
    (folder,) = (namesake.home / "indexes").iterdir()
    for path in sorted(folder.iterdir()):
        good = path.read_bytes()
        for bad in (good[: len(good) // 2], b"", good[:-1]):
            path.write_bytes(bad)
            result = namesake("lookup", "Talvek Quoren", code=2)
            assert "error [screening-index-damaged]" in result.stderr, path.name
        path.write_bytes(good)
    namesake("lookup", "Talvek Quoren", code=1)
