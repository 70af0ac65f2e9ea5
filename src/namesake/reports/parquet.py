"""Parquet: the input's columns as text, ours with their types; verbatim, since nothing executes it."""

from contextlib import suppress

import pyarrow as pa
from pyarrow import parquet

from namesake.reports.document import run_document, to_json
from namesake.reports.neutral import storable
from namesake.reports.rows import Cell, Table
from namesake.reports.writers import Writer
from namesake.values.matches import Outcome
from namesake.values.runs import Summary

BATCH = 5_000
"""Rows kept before they are written as a row group."""

_TYPES = {
    "namesake_row": pa.int64(),
    "namesake_score": pa.float64(),
    "namesake_bits": pa.float64(),
    "namesake_expected_per_million": pa.float64(),
}


class ParquetWriter(Writer):
    """Writes row groups as they fill up; the run stands in the file's metadata as "namesake_run"."""

    def begin(self) -> None:
        """Fix the schema."""
        self._table = Table(self.columns, self.context)
        fields = [pa.field(storable(name), _TYPES.get(name, pa.string())) for name in self._table.header]
        self._schema = pa.schema(fields)
        self._writer = parquet.ParquetWriter(self._file.stream, self._schema)
        self._rows: list[tuple[Cell, ...]] = []

    def add(self, outcome: Outcome) -> None:
        """Keep the rows of one outcome, and write when there are enough."""
        self._rows.extend(self._table.rows(outcome))
        if len(self._rows) >= BATCH:
            self._flush()

    def finish(self, summary: Summary) -> None:
        """Write what is left and the metadata."""
        self._flush()
        self._writer.add_key_value_metadata({"namesake_run": to_json(run_document(self.context, summary))})
        self._writer.close()

    def abandon(self) -> None:
        """Close the writer, whose finaliser would otherwise write to a closed stream."""
        writer = getattr(self, "_writer", None)
        if writer is not None and writer.is_open:
            with suppress(OSError):
                writer.close()

    def _flush(self) -> None:
        columns = zip(*self._rows, strict=True) if self._rows else ([] for _ in self._schema)
        arrays = [pa.array(map(_cell, c), f.type) for c, f in zip(columns, self._schema, strict=True)]
        self._writer.write_batch(pa.record_batch(arrays, schema=self._schema))
        self._rows = []


def _cell(value: Cell) -> Cell:
    return storable(value) if isinstance(value, str) else value
