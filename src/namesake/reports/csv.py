"""CSV and TSV: UTF-8 with a byte order mark, which spreadsheets need to read other alphabets."""

import csv
import io
from typing import ClassVar

from namesake.reports.neutral import csv_cell, storable
from namesake.reports.rows import Cell, Table
from namesake.reports.writers import Writer
from namesake.values.matches import Outcome
from namesake.values.runs import Summary


class CsvWriter(Writer):
    """Writes one row a match and one a clear or skipped subject, comma-separated, cells neutralised."""

    delimiter: ClassVar[str] = ","

    def begin(self) -> None:
        """Write the header."""
        self._table = Table(self.columns, self.context)
        self._text = io.TextIOWrapper(self._file.stream, encoding="utf-8-sig", newline="", write_through=True)
        self._rows = csv.writer(self._text, delimiter=self.delimiter, lineterminator="\r\n")
        self._rows.writerow(_cell(name) for name in self._table.header)

    def add(self, outcome: Outcome) -> None:
        """Write the rows of one outcome."""
        self._rows.writerows([_cell(cell) for cell in row] for row in self._table.rows(outcome))

    def finish(self, summary: Summary) -> None:  # noqa: ARG002 - the counts are in the rows themselves
        """Hand the stream back."""
        self._text.detach()


class TsvWriter(CsvWriter):
    """The same, separated by tabs."""

    delimiter: ClassVar[str] = "\t"


def _cell(value: Cell) -> Cell:
    return csv_cell(storable(value)) if isinstance(value, str) else value
