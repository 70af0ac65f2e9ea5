"""Being the only one to watch over a home and over a database, for as long as the process lives.

A lock that a process holds ends with it, however that ends: nothing is left to be cleared away after a crash. Beside a
lock file stands who holds it; a server knows that of its connections.
"""

from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from namesake.errors import StoreError, WatchBusyError, Where
from namesake.stores.database.engine import Database
from namesake.stores.home import Home, settle

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = int.from_bytes(sha256(b"namesake/watch").digest()[:7])
"""The advisory lock of a server's database; none of those of the runs has a "/" in what it is made from."""

_MOST = 200
_NAME = 63
"""Bytes of what a server calls a connection."""

_TAKE = text("SELECT pg_try_advisory_lock(:number)")
_CALL = text("SELECT set_config('application_name', :name, false)")
_HOLDER = text(
    "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND granted "
    "AND datname = current_database() AND classid = :high AND objid = :low"
)


@dataclass(slots=True)
class WatchHold:
    """Holds a home and a database against other watches. `who` is what these are told of us."""

    home: Home
    database: Database
    who: str
    _files: dict[Path, "BaseFileLock"] = field(default_factory=dict)
    _server: ExitStack = field(default_factory=ExitStack)
    _connection: Connection | None = None

    def __enter__(self) -> "WatchHold":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def hold_home(self) -> None:
        """Hold the home, if we do not yet. Raises `WatchBusyError` and `HomeError`."""
        self._hold_file(self.home.folder / "watch")

    def hold(self) -> None:
        """Hold both; a server that forgot it is asked anew. Raises `WatchBusyError`, `HomeError` and `StoreError`."""
        self.hold_home()
        if self.database.is_file:
            self._hold_file(Path(f"{self.database.url.database}.watch"))
        elif not self._held():
            self._hold_server()

    def release(self) -> None:
        """Let go of both."""
        self._let_go()
        for place, lock in self._files.items():
            with suppress(OSError):
                place.with_suffix(f"{place.suffix}.who").unlink(missing_ok=True)
            lock.release()
        self._files.clear()

    def _hold_file(self, place: Path) -> None:
        if place in self._files:
            return
        from filelock import FileLock, Timeout  # as in `Home`: it takes a while

        who = place.with_suffix(f"{place.suffix}.who")
        with Home(place.parent).translated():
            place.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(place.with_suffix(f"{place.suffix}.lock"), timeout=0)
            try:
                lock.acquire()
            except Timeout as error:
                raise _busy(_read(who), Where(str(place.parent))) from error
            self._files[place] = lock
            staged = who.with_suffix(".new")
            staged.write_text(self.who, "utf-8")
            settle(staged, who)

    def _held(self) -> bool:
        """Whether the connection that holds the lock is still there; the lock goes with it."""
        if self._connection is not None:
            with suppress(DBAPIError):
                self._connection.execute(text("SELECT 1"))
                return True
        self._let_go()
        return False

    def _hold_server(self) -> None:
        with ExitStack() as stack:
            connection = stack.enter_context(self.database.connected())
            connection.execute(_CALL, {"name": f"namesake watch, {self.who}"[:_NAME]})
            if not connection.scalar(_TAKE, {"number": LOCK}):
                high, low = LOCK >> 32, LOCK & 0xFFFFFFFF
                holder = connection.scalar(_HOLDER, {"high": high, "low": low}) or ""
                raise _busy(holder.removeprefix("namesake watch, "), self.database.where)
            self._server, self._connection = stack.pop_all(), connection

    def _let_go(self) -> None:
        self._connection = None
        with suppress(StoreError):
            self._server.close()


def _read(who: Path) -> str:
    """Who holds a lock; empty where that is not known."""
    try:
        with who.open(encoding="utf-8", errors="replace") as stream:
            return " ".join(stream.read(_MOST).split())
    except OSError:
        return ""


def _busy(who: str, where: Where) -> WatchBusyError:
    return WatchBusyError(f"{who or 'another process'} watches over it already", where=where)
