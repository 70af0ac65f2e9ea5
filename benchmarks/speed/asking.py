"""What is to be measured, and on what: the options of `python -m benchmarks.speed`."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PARTS = ("startup", "kernel", "pairs", "sizes", "command", "lookup", "screen", "peers")
SIZES = (1_000, 10_000, 25_000, 100_000)
COMMAND_NAMES = 100_000
_QUICK = {"rows": 200, "repeats": 1, "every": 20, "sizes": (100, 200), "few": True}
_SAMPLE_OF_FEW = ("--queries", "20", "--stream", "20", "--changed", "5")


@dataclass(frozen=True, slots=True)
class Asked:
    """`few` makes everything small, for a test; `innocents` names people who are on no list, for streams and files."""

    lists: Path | None
    rows: int
    repeats: int
    every: int
    only: Sequence[str]
    sizes: tuple[int, ...]
    innocents: Path | None = None
    peers: Path | None = None
    few: bool = False

    @property
    def deck(self) -> list[str]:
        """Options for making the customers."""
        return ["--innocents", str(self.innocents)] if self.innocents else []

    @property
    def sized(self) -> list[str]:
        """Options for one size of list."""
        return [*self.deck, *(_SAMPLE_OF_FEW if self.few else ())]


def parser(said: str) -> argparse.ArgumentParser:
    """The options."""
    found = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=said)
    add = found.add_argument
    add("--lists-folder", type=Path, help="publishers' files (else NAMESAKE_TEST_LISTS, else the sample)")
    add("--sample", action="store_true", help="the bundled sample list, whatever else is there")
    add("--rows", type=int, default=10_000, help="customers to screen (default %(default)s)")
    add("--repeats", type=int, default=3, help="runs of which the median counts (default %(default)s)")
    add("--scan-every", type=int, default=20, help="the slow scan takes every N-th row, times N")
    add("--sizes", type=_sizes, default=SIZES, help="sizes of invented lists, such as 1000,25000,100000,1000000")
    add("--only", action="append", choices=PARTS, help="some measurements only")
    add("--innocents", type=Path, help='JSON Lines with "name" and "schema", instead of invented names')
    add("--peer-python", type=Path, help="a Python that has nomenklatura, duckdb and rapidfuzz installed")
    add("--quick", action="store_true", help="small sizes, one run each: whether it works, not how fast it is")
    add("--out", type=Path, help="write the results as JSON")
    add("--keep", action="store_true", help="keep the results (speed/results.md, results.json, curves.csv, plots)")
    return found


def asked(given: argparse.Namespace) -> Asked:
    """What the options mean."""
    sizes = {"rows": given.rows, "repeats": given.repeats, "every": given.scan_every, "sizes": given.sizes}
    return Asked(
        lists=None if given.sample else folder_of(given.lists_folder),
        only=given.only or PARTS,
        innocents=given.innocents and given.innocents.resolve(),
        peers=given.peer_python and given.peer_python.absolute(),  # not resolved: the link is what makes it a venv
        **(_QUICK if given.quick else sizes),
    )


def _sizes(text: str) -> tuple[int, ...]:
    found = tuple(int(item) for item in text.split(","))
    if not found or min(found) < 1:
        raise argparse.ArgumentTypeError("sizes are numbers above zero, such as 1000,25000")
    return found


def folder_of(given: Path | None) -> Path | None:
    """The folder of publishers' files: the one given, else the one of the environment."""
    named = given or os.environ.get("NAMESAKE_TEST_LISTS")
    return Path(named).resolve() if named else None
