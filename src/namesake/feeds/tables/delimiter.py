"""Which character separates the cells of a text table."""

import csv
from collections import Counter
from collections.abc import Sequence

from namesake.entities.words import property_of

DELIMITERS = ",;\t|^"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", "^": "caret"}
ONE_COLUMN = "\x1f"
"""Separates nothing: for a file with a single column, whose cells may hold commas."""


def delimiter_of(sample: Sequence[str]) -> str:
    """The delimiter that gives the most rows the width of the header; `ONE_COLUMN` where none cuts it.

    `sample` are the first lines that are not empty. The header decides which come into question: in a single
    column called "Name" the comma of "Doe, John" separates nothing. A first line that is no column's name
    may be a title.
    """
    if not sample:
        return ONE_COLUMN
    best = max(DELIMITERS, key=lambda delimiter: _merit(sample, delimiter))
    return best if _merit(sample, best) > (0.0, 0) else ONE_COLUMN


def _merit(sample: Sequence[str], delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(cells) for cells in csv.reader(sample, delimiter=delimiter) if any(cells)]
    except csv.Error:
        return 0.0, 0
    title = not property_of(sample[0])
    header = next((width for width in widths[: 4 if title else 1] if width > 1), 1)
    if header == 1:
        return 0.0, 0
    return Counter(widths)[header] / len(widths), header


def name_of(delimiter: str) -> str:
    """A delimiter in a word."""
    return "none (one column)" if delimiter == ONE_COLUMN else NAMES.get(delimiter, repr(delimiter))
