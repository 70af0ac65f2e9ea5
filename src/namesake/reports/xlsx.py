"""Excel workbooks: text stays text, and a second sheet says what the results rest on."""

from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from namesake.errors import OutputError, Where
from namesake.reports.neutral import spreadsheet, storable
from namesake.reports.rows import Cell, Table
from namesake.reports.writers import Writer
from namesake.review import narrate
from namesake.values.matches import Outcome
from namesake.values.runs import Summary

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_CHARACTERS = 32_767
"""Limits of the format, from Excel's specifications."""


class XlsxWriter(Writer):
    """Writes the rows to "Results" (continued on further sheets where Excel has no more) and "Run"."""

    failures: ClassVar[tuple[type[Exception], ...]] = (etree.LxmlError,)

    def begin(self) -> None:
        """Start the first sheet."""
        self._table = Table(self.columns, self.context)
        if len(self._table.header) > MAX_COLUMNS:
            hint = "Write CSV or Parquet instead."
            what = f"a workbook has {MAX_COLUMNS:,} columns, and {len(self._table.header):,} are needed"
            raise OutputError(what, where=Where(str(self._file.target)), hint=hint)
        self._book = Workbook(write_only=True)
        self._sheet = self._new_sheet()

    def add(self, outcome: Outcome) -> None:
        """Add the rows of one outcome."""
        for row in self._table.rows(outcome):
            if self._used >= MAX_ROWS:
                self._sheet = self._new_sheet()
            self._append(self._sheet, row)
            self._used += 1

    def finish(self, summary: Summary) -> None:
        """Add the sheet about the run and write the workbook."""
        about = self._book.create_sheet("Run")
        for row in self._about(summary):
            self._append(about, row)
        self._book.save(self._file.stream)

    def abandon(self) -> None:
        """Close the sheets' own temporary files."""
        for sheet in getattr(self, "_book", ()):
            if not sheet.closed:
                # On a full disk closing fails like writing did; there is nothing left to save.
                with suppress(OSError, etree.LxmlError):
                    sheet.close()

    def _new_sheet(self) -> WriteOnlyWorksheet:
        number = len(self._book.worksheets) + 1
        sheet: WriteOnlyWorksheet = self._book.create_sheet("Results" if number == 1 else f"Results {number}")
        sheet.freeze_panes = "A2"
        self._append(sheet, self._table.header, bold=True)
        self._used = 1
        return sheet

    def _append(self, sheet: WriteOnlyWorksheet, row: Iterable[Cell], bold: bool = False) -> None:
        sheet.append([_cell(sheet, value, bold) for value in row])

    def _about(self, summary: Summary) -> Iterable[tuple[Cell, ...]]:
        context = self.context
        yield ("summary", narrate.summary(summary, context))
        yield ("started", context.started.isoformat())
        yield ("software", context.software)
        yield ("model", context.model, context.model_hash)
        yield ("policy", context.policy, context.policy_hash)
        yield ("reference population", context.population)
        for item in context.lists:
            yield ("list", narrate.consulted(item), item.hash, narrate.age(item), narrate.left_out(item))
        for missing in context.not_consulted:
            yield ("not consulted", missing.reference, missing.reason)


def _cell(sheet: WriteOnlyWorksheet, value: Cell, bold: bool) -> object:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, _fitted(spreadsheet(storable(value))))
    cell.data_type = "s"  # whatever it looks like: "#N/A" is a name that somebody wrote
    if bold:
        cell.font = Font(bold=True)
    return cell


def _fitted(text: str) -> str:
    """The text as far as a cell can hold it, saying so where it is cut."""
    if len(text) <= MAX_CHARACTERS:
        return text
    mark = f"… [cut: {len(text):,} characters]"
    return text[: MAX_CHARACTERS - len(mark)] + mark
