"""Parquet, in batches; needs the optional dependency pyarrow."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from namesake.errors import ListExtraMissingError, MalformedError, OversizeError, Where
from namesake.lists.sources.table_rows import MAX_COLUMNS, MAX_ROWS, Rows, cell

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData, ParquetFile

MAX_UNPACKED = 512 * 1024 * 1024
_BATCH = 512


def parquet_rows(raw: bytes, file: str) -> Rows:
    """The names of the columns as row 0, then the rows from 1. Lists in a cell are joined by "; ".

    Raises `ListExtraMissingError`, `MalformedError` and `OversizeError`, also while the rows are read.
    """
    with _opened(raw, file) as parquet:
        names = [str(name) for name in parquet.schema_arrow.names]
        _measure(parquet.metadata, len(names), file)
        yield 0, names
        number = 0
        for batch in parquet.iter_batches(batch_size=_BATCH):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield number, [_text(value) for value in values]
        if number != parquet.metadata.num_rows:  # a damaged column may end early, and pyarrow then gives what is left
            raise ValueError(f"{parquet.metadata.num_rows:,} rows are declared and {number:,} could be read")


@contextmanager
def _opened(raw: bytes, file: str) -> "Iterator[ParquetFile]":
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ListExtraMissingError("reading Parquet needs pyarrow", where=Where(file)) from error
    try:
        yield pyarrow.parquet.ParquetFile(io.BytesIO(raw))
    except (pyarrow.ArrowException, OSError, ValueError, KeyError, OverflowError) as error:
        what = f"the Parquet file is damaged: {str(error)[:200]}"
        raise MalformedError(what, where=Where(file)) from error


def _measure(metadata: "FileMetaData", columns: int, file: str) -> None:
    sizes = [int(metadata.row_group(at).total_byte_size) for at in range(metadata.num_row_groups)]
    if columns > MAX_COLUMNS or metadata.num_rows > MAX_ROWS or sum(map(abs, sizes)) > MAX_UNPACKED:
        raise OversizeError("the Parquet file unpacks to more than the limit", where=Where(file))


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(text for item in value if (text := cell(item)))
    return cell(value)
