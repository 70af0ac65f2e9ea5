"""A database that is opened by its URL: one transaction for each piece of work, and errors in our own words.

SQLite runs with a write-ahead log, so that readers never wait; a writer takes the lock when it begins, not at its
first change, so that two writers queue instead of one failing. Every commit is synced to the disk.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from namesake.errors import (
    SettingsError,
    StoreBusyError,
    StoreExtraMissingError,
    StoreUnusableError,
    Where,
)

PATIENCE = 60.0
"""Seconds to wait for another writer."""

CONNECT_SECONDS = 10
"""Seconds to wait for a server to answer."""

APPLICATION = 0x4E4D534B
"""What marks a SQLite file as ours (its "application id"): NMSK."""

KINDS = ("sqlite", "postgresql")

_WRITES = "namesake_writes"
_BUSY = ("database is locked", "lock timeout", "deadlock detected")
_FULL = ("disk is full", "disk full", "No space left", "could not extend file", "File too large")


class Database:
    """A database by its URL; nothing is opened before it is used, and each piece of work has its own connection."""

    def __init__(self, url: URL, patience: float = PATIENCE) -> None:
        self.url = url
        self._patience = patience
        self._engine: Engine | None = None

    @property
    def where(self) -> Where:
        """Which database, for messages: never with its password."""
        return Where(self.url.database or "" if self.is_file else self.url.render_as_string(hide_password=True))

    @property
    def is_file(self) -> bool:
        """Whether it is one file (SQLite), not a server."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent state of the database, whoever writes meanwhile. Raises `StoreError`."""
        with self._translated(), self._engine_now().connect() as connection:
            if not self.is_file:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is done in it, or nothing. Raises `StoreError`."""
        with (
            self._translated(),
            self._engine_now().execution_options(**{_WRITES: True}).connect() as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection without a transaction, for what belongs to the connection itself. Raises `StoreError`."""
        with self._translated(), self._engine_now().execution_options(isolation_level="AUTOCOMMIT").connect() as made:
            yield made

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._refused(str(error.orig)) from error
        except OSError as error:
            raise self._refused(error.strerror or str(error)) from error

    def _refused(self, said: str) -> StoreBusyError | StoreUnusableError:
        brief = " ".join(said.split())[:300]
        if any(text in said for text in _BUSY):
            return StoreBusyError("another process goes on writing to it", where=self.where)
        if any(text in said for text in _FULL):
            hint = "Make room and run again; what was kept before is unchanged."
            return StoreUnusableError(f"the disk is full ({brief})", where=self.where, hint=hint)
        return StoreUnusableError(brief, where=self.where)

    def _engine_now(self) -> Engine:
        if self._engine is None:
            self._engine = self._sqlite() if self.is_file else self._postgresql()
        return self._engine

    def _sqlite(self) -> Engine:
        path = Path(self.url.database or "")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)  # it holds personal data; what is there keeps its own permissions
        engine = create_engine(self.url, poolclass=NullPool, connect_args={"timeout": self._patience})

        @event.listens_for(engine, "connect")
        def _(connection: SQLiteConnection, _record: object) -> None:
            _settle(connection)

        @event.listens_for(engine, "begin")
        def _(connection: Connection) -> None:
            writes = connection.get_execution_options().get(_WRITES)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine

    def _postgresql(self) -> Engine:
        arguments = {
            "connect_timeout": CONNECT_SECONDS,
            "options": f"-c lock_timeout={int(self._patience * 1000)} -c timezone=UTC",
            "application_name": "namesake",
        }
        try:
            return create_engine(self.url, poolclass=NullPool, connect_args=arguments)
        except ImportError as error:
            raise StoreExtraMissingError("PostgreSQL needs psycopg", where=self.where) from error


def _settle(connection: SQLiteConnection) -> None:
    """Prepare a connection; transactions begin where we say so, not where the driver thinks fit."""
    connection.isolation_level = None
    for statement in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {statement}")


def located(text: str, home: Path) -> URL:
    """The database that a setting names: a URL, or the file in the home where it is empty. Raises `SettingsError`."""
    if not text:
        return URL.create("sqlite", database=str((home / "namesake.db").absolute()))
    try:
        url = make_url(text.replace("postgres://", "postgresql://", 1) if text.startswith("postgres://") else text)
        kind = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise _unknown() from error
    if kind not in KINDS or (kind == "sqlite" and url.database in (None, "", ":memory:")):
        raise _unknown()
    return url.set(drivername="postgresql+psycopg") if kind == "postgresql" else url


def _unknown() -> SettingsError:
    what = "it names no database that is understood"  # it may hold a password and is not repeated
    hint = "Write postgresql://USER@HOST/DATABASE, or sqlite:////PATH/TO/FILE; or unset it."
    return SettingsError(what, where=Where("NAMESAKE_STORE"), hint=hint)
