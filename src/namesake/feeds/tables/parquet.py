"""Parquet, in batches; needs the optional dependency pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from namesake.entities.codes import ROW_EMPTY, ROW_TOO_LARGE
from namesake.errors import EmptyInputError, InputOversizeError, MissingExtraError, UnreadableError, Where
from namesake.feeds.tables.cells import cell_of, is_empty, tidy, too_large
from namesake.feeds.tables.file import sha256
from namesake.feeds.tables.shape import Limits, Table
from namesake.values.entities import Skipped
from namesake.values.rows import Row

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData, ParquetFile

_BATCH = 512


def open_parquet(path: Path, limits: Limits) -> Table:
    """Recognise a Parquet file; rows are numbered from 1.

    Raises `MissingExtraError` without pyarrow, `UnreadableError` for a damaged file, `EmptyInputError` and
    `InputOversizeError`.
    """
    parquet = _library(path)
    with _opened(parquet, path) as file:
        columns = tuple(str(name) for name in file.schema_arrow.names)
        total = int(file.metadata.num_rows)
        _check(file.metadata, columns, path, limits)
    details = (f"Parquet with {total:,} rows", "rows are numbered from 1")

    def read() -> Iterator[Row | Skipped]:
        with _opened(parquet, path) as file:
            yield from _rows(file, columns, path, limits)

    return Table(path, "parquet", _distinct(columns), details, sha256(path), total, read)


def _library(path: Path) -> ModuleType:
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingExtraError("reading Parquet needs pyarrow", where=Where(str(path))) from error
    module: ModuleType = parquet
    return module


@contextmanager
def _opened(parquet: ModuleType, path: Path) -> Iterator[ParquetFile]:
    """An open Parquet file; every complaint of the library becomes an `UnreadableError`."""
    import pyarrow

    try:
        with parquet.ParquetFile(path) as file:
            yield file
    except (pyarrow.ArrowException, OSError, ValueError, KeyError, OverflowError) as error:
        what = f"the Parquet file is damaged: {str(error)[:200]}"
        raise UnreadableError(what, where=Where(str(path))) from error


def _check(metadata: FileMetaData, columns: tuple[str, ...], path: Path, limits: Limits) -> None:
    where = Where(str(path))
    if len(columns) > limits.columns:
        raise InputOversizeError(f"{len(columns):,} columns; the limit is {limits.columns:,}", where=where)
    if metadata.num_rows <= 0:
        raise EmptyInputError("the file has no rows", where=where)
    sizes = [int(metadata.row_group(at).total_byte_size) for at in range(metadata.num_row_groups)]
    if any(not 0 <= size <= limits.unpacked for size in sizes):
        raise InputOversizeError("a row group unpacks to more than the limit", where=where)


def _distinct(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name if name not in columns[:at] else f"{name} (column {at + 1})" for at, name in enumerate(columns))


def _rows(file: ParquetFile, columns: tuple[str, ...], path: Path, limits: Limits) -> Iterator[Row | Skipped]:
    number = 0
    for batch in file.iter_batches(batch_size=_BATCH):
        values = [column.to_pylist() for column in batch.columns]
        for cells in zip(*values, strict=True):
            number += 1
            yield _row(number, cells, columns, Where(str(path), number), limits.cell)
    if number != file.metadata.num_rows:  # a damaged column may end early, and pyarrow then gives what is left
        raise ValueError(f"{file.metadata.num_rows:,} rows are declared and {number:,} could be read")


def _row(number: int, values: tuple[object, ...], columns: tuple[str, ...], where: Where, limit: int) -> Row | Skipped:
    cells = tuple(cell_of(value) for value in values)
    if is_empty(cells):
        return Skipped(ROW_EMPTY, "the row has no content", where)
    if (at := too_large(cells, limit)) is not None:
        return Skipped(ROW_TOO_LARGE, f"{columns[at]} is longer than {limit:,} characters", where)
    clean, notes = tidy(cells, columns, where)
    return Row(number, clean, None, notes)
