"""Plain tables as CSV: decks, misses, samples for review, changes."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from namesake.reports.files import Replacement, told
from namesake.reports.neutral import csv_cell, storable


def write_sheet(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table as UTF-8 CSV with a byte order mark, whole or not at all; how many rows it has.

    Every cell is neutralised: what a spreadsheet would execute gets an apostrophe in front. Raises `OutputError`.
    """
    file, count = Replacement(path), 0
    try:
        with told(path):
            text = io.TextIOWrapper(file.stream, encoding="utf-8-sig", newline="", write_through=True)
            writer = csv.writer(text, lineterminator="\r\n")
            writer.writerow(header)
            for row in rows:
                writer.writerow([csv_cell(storable(cell)) for cell in row])
                count += 1
            text.detach()
        file.commit()
    finally:
        file.discard()
    return count


def write_text(path: Path, pieces: Iterable[str]) -> None:
    """Write a text as UTF-8, whole or not at all. Raises `OutputError`."""
    file = Replacement(path)
    try:
        with told(path):
            for piece in pieces:
                file.stream.write(storable(piece).encode("utf-8"))
        file.commit()
    finally:
        file.discard()
