"""Numbered steps from one layout of the database to the next; each is applied once, in its own order, for good.

A step is never changed after it was released: it says what the layout was then, whatever `tables` says now.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Column, Connection, Integer, MetaData, Table, inspect, select, text

from namesake.errors import StoreLayoutError, Where
from namesake.stores.database.engine import APPLICATION, Database
from namesake.stores.database.migrations import (
    m0001_populations,
    m0002_runs,
    m0003_record,
    m0004_cases,
    m0005_redress,
)

STEPS: Sequence[Callable[[Connection], None]] = (
    m0001_populations.apply,
    m0002_runs.apply,
    m0003_record.apply,
    m0004_cases.apply,
    m0005_redress.apply,
)
"""The steps in order; the layout of a database is how many of them it has had."""

LAYOUT = len(STEPS)
"""The layout that this software writes and reads."""

_TURN = 0x4E4D534B
"""The number of the advisory lock under which a PostgreSQL database is migrated."""

_layout = Table("namesake_layout", MetaData(), Column("step", Integer, primary_key=True, autoincrement=False))


def migrate(database: Database, upto: int = LAYOUT) -> None:
    """Bring a database to this software's layout, in one transaction, or leave it as it is.

    Raises `StoreLayoutError` for a database of a later release, or a file that another program wrote.
    """
    with database.reading() as connection:
        if layout_of(connection, database.where) >= upto:
            return
    with database.writing() as connection:
        if not database.is_file:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_TURN})"))
        done = layout_of(connection, database.where)  # another process may have done it meanwhile
        _layout.create(connection, checkfirst=True)
        for number, step in enumerate(STEPS[done:upto], done + 1):
            step(connection)
            connection.execute(_layout.insert().values(step=number))
        if database.is_file:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def layout_of(connection: Connection, where: Where) -> int:
    """How many steps a database has had. Raises `StoreLayoutError` where they are more than are known here."""
    tables = inspect(connection).get_table_names()
    if "namesake_layout" not in tables:
        if connection.dialect.name == "sqlite" and tables:
            raise StoreLayoutError("the file is a database of another program", where=where)
        return 0
    done = max(connection.scalars(select(_layout.c.step)), default=0)
    if done > LAYOUT:
        what = f"the database has layout {done}, this software reads layouts up to {LAYOUT}"
        raise StoreLayoutError(what, where=where)
    return done
