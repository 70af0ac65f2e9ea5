"""Reference data, each file with its source and licence in README.md beside it."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a CSV file of this package, without its header."""
    reader = csv.reader(files(__name__).joinpath(name).read_text("utf-8").splitlines())
    next(reader)
    yield from reader


def lines(name: str) -> list[str]:
    """The lines of a text file of this package."""
    return files(__name__).joinpath(name).read_text("utf-8").splitlines()
