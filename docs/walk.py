"""Runs the examples of pages as a reader would: `python docs/walk.py PAGE...`.

Every page gets a folder and a home of its own. A `console` block holds commands after "$ " and the output that they
give; a `python` block is a script, and an `output` block after it what it prints; a block with `file=NAME` is that
file. Other blocks are not run. In output "..." stands for anything in a line, and a line of "..." for any lines.

With `--write` a block whose output has changed is written anew (wild cards in it are lost: look at the difference).
Exit code 1: an example does not give what the page shows.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
GIVEN = ("examples", "src/namesake/data/demo")  # what a reader has in the checkout
FENCE = re.compile(r"^```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is walked through."""

    folder: Path
    home: Path

    def run(self, command: list[str]) -> tuple[str, int]:
        """What a command prints, errors among it, and its exit code."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environ = {"PATH": path, "NAMESAKE_HOME": str(self.home), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
        done = subprocess.run(  # noqa: S603 - the commands are those of our own pages
            command, cwd=self.folder, env=environ, timeout=SECONDS, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines()), done.returncode


def walked(text: str, place: Place) -> Iterator[tuple[re.Match[str], str]]:
    """Every block that shows output, with what it should look like."""
    printed, code = "", 0
    for block in FENCE.finditer(text):
        kind, content = block["kind"], block["text"]
        if block["file"]:
            place.folder.joinpath(block["file"]).write_text(content, "utf-8")
        elif kind == "console":
            printed, code = _console(content, place, code)
            yield block, printed
        elif kind == "python":
            printed, code = place.run([sys.executable, "-c", content])
            if code:
                yield block, printed
        elif kind == "output":
            yield block, printed


def _console(content: str, place: Place, code: int) -> tuple[str, int]:
    """The block as it should be: each command with what it really printed. The last exit code is at hand as $?."""
    shown = []
    for line in content.splitlines():
        if line.startswith("$ "):
            printed, code = place.run(["/bin/sh", "-c", f"(exit {code}); {line[2:]}"])
            shown.append(f"{line}\n{printed}")
    return "".join(shown), code


def agrees(shown: str, real: str) -> bool:
    """Whether an output is what the page shows."""
    lines = (r"(?:.*\n)*?" if line == "..." else f"{_pattern(line)}\n" for line in shown.splitlines())
    return re.fullmatch("".join(lines), real) is not None


def _pattern(line: str) -> str:
    return r".*".join(map(re.escape, line.rstrip().split("...")))


def walk(page: Path, write: bool) -> bool:
    """Walk through a page; whether all of it is as shown."""
    text = page.read_text("utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        place = Place(Path(scratch) / "work", Path(scratch) / "home")
        for name in GIVEN:
            shutil.copytree(ROOT / name, place.folder / name)
        wrong = [(block, real) for block, real in walked(text, place) if not agrees(block["text"], real)]
    for block, real in reversed(wrong):
        sys.stdout.write(f"{page}: shown\n{block['text']}--- but it is\n{real}\n")
        text = text[: block.start("text")] + real + text[block.end("text") :]
    if wrong and write:
        page.write_text(text, "utf-8")
    return not wrong


if __name__ == "__main__":
    pages = [Path(name) for name in sys.argv[1:] if name != "--write"]
    right = [walk(page, "--write" in sys.argv) for page in pages]
    sys.exit(0 if all(right) else 1)
