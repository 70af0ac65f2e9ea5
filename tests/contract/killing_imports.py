"""A program that adds editions of a list in children, kills them at random points, and looks at what is left each time.

    killing_imports.py HOME SEED TIMES

Half of the children are killed when they touch the file system for the n-th time, half at a moment. In force must be
the edition before, whole, or the new one, whole; and adding it again comes to the new one.
"""

import contextlib
import io
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from namesake.bootstrap import open_store
from namesake.cli import cli
from namesake.settings import Settings

FIRST = date(2026, 1, 1)
ROWS = 40
MAPPING = """[list]
id = "watch"
title = "Watch list"
owner = "Vetting office"
source = "Report 17"
legal_basis = "Vetting Act, section 4"
dated = {day}
[columns]
id = "Ref"
name = "Name"
"""


def write(folder: Path, edition: int) -> list[str]:
    """An edition as two files; gives the names in it."""
    names = [f"Talvek Quoren {'abcdefgh'[edition % 8]}{chr(97 + number % 26)}{number}" for number in range(ROWS)]
    rows = "".join(f"W-{number},{name}\n" for number, name in enumerate(names))
    (folder / "watch.csv").write_text(f"Ref,Name\n{rows}", "utf-8")
    (folder / "watch.toml").write_text(MAPPING.format(day=FIRST + timedelta(days=edition)), "utf-8")
    return names


def add(home: Path, folder: Path) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        call = ["--home", str(home), "lists", "add", "table", str(folder / "watch.csv"), str(folder / "watch.toml")]
        cli.main(call, standalone_mode=False)


def in_force(home: Path) -> list[str]:
    """The names in force; every version that is kept can be read, and so can every file that it was read from."""
    store = open_store(Settings(home))
    found: list[str] = []
    for version in store.versions():
        entries = list(store.entries(version))
        assert len(entries) == version.entries
        assert all((home / "blobs" / f"{part.sha256}.gz").exists() for part in version.parts)
        if version.state == "in-force":
            assert not found, "two versions are in force"
            found = [entry.names[0].text for entry in entries]
    return found


def count_touches(at: int = -1) -> list[int]:
    """Count from now on how often the file system is touched; the time with the number `at` is the end."""
    seen = [0]

    def hear(happened: str, _: tuple[object, ...]) -> None:
        if happened == "open" or happened.startswith(("os.", "shutil.", "tempfile.")):
            seen[0] += 1
            if seen[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)
    return seen


def child(work: Callable[[], None], touch: int, delay: float) -> bool:
    """Do work in a child that is killed at a touch, or after a while; whether it was done before that."""
    process = os.fork()
    if process == 0:
        code = 1
        try:
            if touch:
                count_touches(touch)
            work()
            code = 0
        finally:
            os._exit(code)
    if not touch:
        time.sleep(delay)
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return os.WIFEXITED(status)


def measured(work: Callable[[], None]) -> tuple[int, float]:
    """How often work touches the file system, and how long it takes, in a child that is let live."""
    reading, writing = os.pipe()
    began = time.monotonic()
    if os.fork() == 0:
        seen = count_touches()
        work()
        os.write(writing, str(seen[0]).encode())
        os._exit(0)
    os.wait()
    return int(os.read(reading, 20)), time.monotonic() - began


def main() -> None:
    home, rng, times = Path(sys.argv[1]) / "home", random.Random(int(sys.argv[2])), int(sys.argv[3])
    folder = Path(sys.argv[1])
    before = write(folder, 0)
    add(home, folder)  # here as well, so that the children find all modules loaded
    assert in_force(home) == before
    before = write(folder, 1)
    touches, seconds = measured(partial(add, home, folder))
    assert in_force(home) == before
    counts = {"before": 0, "after": 0, "done": 0}
    for number in range(times):
        edition = write(folder, number + 2)
        at = rng.randint(1, touches * 4 // 3) if number % 2 else 0
        done = child(partial(add, home, folder), at, rng.uniform(0, 1.4 * seconds))
        found = in_force(home)
        assert found in ([edition] if done else [before, edition]), f"neither before nor after, at {at}"
        counts["done" if done else "after" if found == edition else "before"] += 1
        if number % 5 == 0:
            add(home, folder)
            found = in_force(home)
            assert found == edition, "what was interrupted cannot be repeated"
        before = found
    sys.stdout.write(repr(counts))


if __name__ == "__main__":
    main()
