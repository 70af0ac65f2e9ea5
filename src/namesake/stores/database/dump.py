"""Every row of every table as lines of JSON, and back: the same on either kind of database, byte for byte."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from sqlalchemy import Connection, MetaData, Table, func, select, text

from namesake.errors import BackupError, Where
from namesake.stores.database.engine import Database
from namesake.stores.database.migrations import LAYOUT, layout_of, migrate

_BATCH = 500
_PREFIX = "namesake_"
_LAYOUT = "namesake_layout"

Value = int | float | str | None


class Head(msgspec.Struct, frozen=True):
    """What begins a table: its name and its columns; a line for each row follows, its values in that order."""

    table: str
    columns: tuple[str, ...]


_encoder = msgspec.json.Encoder()
_lines: msgspec.json.Decoder[Head | list[Value]] = msgspec.json.Decoder(Head | list[Value])


def dump(database: Database, write: Callable[[bytes], object]) -> tuple[int, Mapping[str, int]]:
    """Write out one state of a database; gives its layout, and how many rows each table has."""
    with database.reading() as connection:
        counts = _dump(connection, write)
        return layout_of(connection, database.where), counts


def load(database: Database, lines: Iterable[bytes], layout: int, sha256: str) -> None:
    """Fill a database that is empty from a dump of that `layout` and that SHA-256, in one transaction, and bring it to
    the present layout.

    Raises `BackupError` where the database is not empty, or does not come to hold exactly what was dumped.
    """
    if not 0 < layout <= LAYOUT:
        raise BackupError(f"the backup has layout {layout}, this software reads layouts up to {LAYOUT}")
    with database.writing() as connection:
        layout_of(connection, database.where)
        for table in reversed(check_empty(connection, database.where)):
            table.drop(connection)
    migrate(database, layout)
    with database.writing() as connection:
        tables = check_empty(connection, database.where)
        _load(connection, {table.name: table for table in tables if table.name != _LAYOUT}, lines)
        found = hashlib.sha256()
        _dump(connection, found.update)
        if found.hexdigest() != sha256:
            raise BackupError("what was restored is not what was backed up", where=database.where)
    migrate(database)


def check_empty(connection: Connection, where: Where) -> list[Table]:
    """Our tables, none of which has a row; those that refer to others come after them. Raises `BackupError`."""
    tables = _tables(connection)
    for table in tables:
        if table.name != _LAYOUT and connection.execute(select(table).limit(1)).first() is not None:
            raise BackupError("the database is not empty", where=where)
    return tables


def counts(connection: Connection) -> Mapping[str, int]:
    """How many rows each of our tables has."""
    tables = [table for table in _tables(connection) if table.name != _LAYOUT]
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def _tables(connection: Connection) -> list[Table]:
    metadata = MetaData()
    metadata.reflect(connection, only=lambda name, _: name.startswith(_PREFIX))
    return metadata.sorted_tables


def _dump(connection: Connection, write: Callable[[bytes], object]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for table in _tables(connection):
        if table.name == _LAYOUT:
            continue
        columns = sorted(table.columns, key=lambda column: column.name)
        write(_encoder.encode(Head(str(table.name), tuple(str(column.name) for column in columns))) + b"\n")
        rows = select(*columns).order_by(*table.primary_key.columns)
        counts[str(table.name)] = 0
        with connection.execute(rows, execution_options={"yield_per": _BATCH}) as found:
            for row in found:
                write(_encoder.encode(tuple(row)) + b"\n")
                counts[str(table.name)] += 1
    return counts


def _load(connection: Connection, tables: Mapping[str, Table], lines: Iterable[bytes]) -> None:
    table: Table | None = None
    columns: tuple[str, ...] = ()
    rows: list[dict[str, Value]] = []
    for line in _decoded(lines):
        if isinstance(line, Head) or len(rows) == _BATCH:
            _insert(connection, table, rows)
            rows = []
        if isinstance(line, Head):
            table, columns = _named(tables, line), line.columns
        else:
            rows.append(dict(zip(columns, line, strict=True)))
    _insert(connection, table, rows)
    for made in tables.values():
        _count_on(connection, made)


def _decoded(lines: Iterable[bytes]) -> Iterator[Head | list[Value]]:
    try:
        for line in lines:
            yield _lines.decode(line)
    except msgspec.MsgspecError as error:
        raise BackupError(f"a line is damaged: {error}") from error


def _named(tables: Mapping[str, Table], head: Head) -> Table:
    table = tables.get(head.table)
    if table is None or set(head.columns) != {column.name for column in table.columns}:
        raise BackupError(f"the backup has a table {head.table[:60]!r} that this layout has not")
    return table


def _insert(connection: Connection, table: Table | None, rows: list[dict[str, Value]]) -> None:
    if rows and table is None:
        raise BackupError("the backup has a row that belongs to no table")
    if rows and table is not None:
        connection.execute(table.insert(), rows)


def _count_on(connection: Connection, table: Table) -> None:
    """Have a server give new rows numbers after those that were restored; SQLite does so by itself."""
    if connection.dialect.name != "postgresql" or [column.name for column in table.primary_key] != ["id"]:
        return
    last = connection.scalar(select(func.max(table.c.id)))
    if last is not None:
        call = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)")
        connection.execute(call, {"name": table.name, "last": last})
