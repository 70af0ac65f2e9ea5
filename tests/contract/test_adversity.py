"""Two at once, a full disk, a lost connection: what was confirmed is kept, what was not did not happen."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from namesake.errors import RunEndedError, StoreBusyError, StoreUnusableError
from namesake.stores.database.engine import Database, located
from namesake.stores.database.matches import DatabaseMatches
from namesake.stores.database.migrations import migrate
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.runs import DatabaseRuns
from namesake.values.entities import Entity, Subject
from namesake.values.names import Name
from namesake.values.populations import Offered
from namesake.values.revets import Change, EntryRef, Found, RunBegun, RunRecord

T0 = datetime(2026, 4, 15, tzinfo=UTC)
KIB = 1024


def named(*keys: str) -> Iterator[Offered]:
    for key in keys:
        yield Offered(key, Subject(key, Entity(key, "Person", (Name(f"Name {key}"),))))


def keys(database: Database) -> list[str]:
    return [item.key for item in DatabasePopulations(database).subjects("visas")]


def test_two_writers_at_once(database: Database) -> None:
    """Each enrols the subjects of its own, then withdraws some, over and over: all of it is there in the end."""

    def write(who: str) -> None:
        store = DatabasePopulations(Database(database.url, patience=60))
        for turn in range(8):
            store.enrol("visas", named(*(f"{who}{turn}-{n}" for n in range(40))), T0)
            store.withdraw("visas", [f"{who}{turn}-0", f"{who}{turn}-1"], T0)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, "abc"))
    found = list(DatabasePopulations(database).subjects("visas", withdrawn=True))
    assert sorted(item.key for item in found) == sorted(
        f"{w}{t}-{n}" for w in "abc" for t in range(8) for n in range(40)
    )
    assert [item.number for item in found] == list(range(1, 961))
    assert sum(item.withdrawn is not None for item in found) == 48
    assert DatabasePopulations(database).population("visas").sequence == 48


PROGRAM = """
import sys
from namesake.cli import main
main()
"""


def test_two_programs_enrol_the_same_file_at_once(store_url: str, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Ref,Name\n" + "".join(f"K-{n},Talvek Quoren\n" for n in range(400)))
    call = [sys.executable, "-c", PROGRAM, "--home", str(tmp_path / "home"), "enrol", str(path), "-p", "visas"]
    environment = {**os.environ, "NAMESAKE_STORE": store_url}
    start = partial(subprocess.Popen, [*call, "--key", "Ref"], env=environment, stdout=subprocess.PIPE, text=True)
    both = [start(), start(), start()]
    said = sorted(program.communicate(timeout=120)[0] for program in both)
    assert [program.returncode for program in both] == [0, 0, 0]
    again = "visas: 400 subjects enrolled (0 added, 0 changed, 400 unchanged).\n"
    assert said == [again, again, "visas: 400 subjects enrolled (400 added, 0 changed, 0 unchanged).\n"]


def test_a_writer_that_goes_on_and_on(database: Database) -> None:
    DatabasePopulations(database).enrol("visas", named("a"), T0)
    hasty = DatabasePopulations(Database(database.url, patience=0.3))
    with database.writing() as connection:
        connection.execute(text("UPDATE namesake_populations SET numbered = numbered"))
        assert [item.key for item in hasty.subjects("visas")] == ["a"]  # readers never wait
        with pytest.raises(StoreBusyError):
            hasty.enrol("visas", named("b"), T0)
    assert hasty.enrol("visas", named("b"), T0).added == 1


def cut_off(database: Database) -> None:
    """End every other connection to a server's database, as a restart or a broken network would."""
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    with Database(database.url).connected() as connection:
        connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))


@pytest.fixture
def server(postgres_url: str, tmp_path: Path) -> Database:
    made = Database(located(postgres_url, tmp_path), patience=10)
    migrate(made)
    return made


def test_a_connection_lost_while_enrolling(server: Database) -> None:
    store = DatabasePopulations(server)
    store.enrol("visas", named("a"), T0)
    many = [f"k{number}" for number in range(1200)]
    lost: list[int] = []

    def tell(done: int) -> None:
        if done > 600 and not lost:
            lost.append(done)
            cut_off(server)

    with pytest.raises(StoreUnusableError):
        store.enrol("visas", named(*many), T0, tell=tell)
    assert keys(server) == ["a"]
    assert store.enrol("visas", named(*many), T0).added == 1200


def test_a_connection_lost_while_a_run_is_kept(server: Database) -> None:
    DatabasePopulations(server).enrol("visas", named("a"), T0)
    runs, matches = DatabaseRuns(server), DatabaseMatches(server)
    begun = RunBegun("visas", "list update", T0, "m", "p")

    def changes(lose: bool) -> Iterator[Change]:
        for number in range(1200):
            ref = EntryRef("watch", "", f"E-{number}")
            if lose and number == 900:
                cut_off(server)
            yield Change("new", 1, ref, None, Found(1, ref, ref.id, 1, 0.5, "review", "{}"))

    with runs.alone("visas", T0):
        record = RunRecord(runs.begin(begun), begun, "complete", T0)
        with pytest.raises(StoreUnusableError):
            matches.apply(record, changes(lose=True))
    assert list(matches.of("visas")) == []
    with runs.alone("visas", T0) as left:
        assert [item.error for item in left] == ["run-killed"]
        number = runs.begin(begun)
        matches.apply(RunRecord(number, begun, "complete", T0), changes(lose=False))
    assert sum(1 for _ in matches.of("visas")) == 1200


def test_a_run_that_lost_its_hold_can_end_no_more(server: Database) -> None:
    """Where the lock is gone another may have begun, and this one has been recorded as killed."""
    DatabasePopulations(server).enrol("visas", named("a"), T0)
    runs, matches = DatabaseRuns(server), DatabaseMatches(server)
    begun = RunBegun("visas", "list update", T0, "m", "p")
    with runs.alone("visas", T0):
        record = RunRecord(runs.begin(begun), begun, "complete", T0)
        cut_off(server)
        with runs.alone("visas", T0) as left:
            assert [item.id for item in left] == [record.id]
        with pytest.raises(RunEndedError):
            matches.apply(record, [])
    assert [item.state for item in runs.history("visas")] == ["failed"]


FILLING = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from namesake.errors import StoreUnusableError
from namesake.stores.database.engine import Database, located
from namesake.stores.database.populations import DatabasePopulations
from namesake.values.entities import Entity, Subject
from namesake.values.names import Name
from namesake.values.populations import Offered

url, size = sys.argv[1], int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
names = (f"k{number}" for number in range(4000))
offered = (Offered(key, Subject(key, Entity(key, "Person", (Name("N" * 300),)))) for key in names)
try:
    DatabasePopulations(Database(located(url, Path()))).enrol("visas", offered, datetime.now(UTC))
except StoreUnusableError as error:
    sys.exit(f"{error} / {error.next_step}")
"""


@pytest.mark.parametrize(
    ("size", "said"),
    [pytest.param(300 * KIB, "set aside", id="set aside"), pytest.param(3500 * KIB, "store.db", id="the database")],
)
def test_a_full_disk_under_a_file(tmp_path: Path, size: int, said: str) -> None:
    """A limit on the size of files refuses to write as a full disk does."""
    url = f"sqlite:///{tmp_path / 'store.db'}"
    database = Database(located(url, tmp_path))
    migrate(database)
    DatabasePopulations(database).enrol("visas", named("a"), T0)
    fill = [sys.executable, "-c", FILLING, url]
    done = subprocess.run([*fill, str(size)], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1, done.stderr
    assert "[store-unusable]" in done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert keys(database) == ["a"]
    assert subprocess.run([*fill, str(1 << 30)], check=False, timeout=120).returncode == 0
    assert len(keys(database)) == 4001


def test_a_full_disk_under_a_server(make_postgres: Callable[..., Any], tmp_path: Path) -> None:
    server = make_postgres(initdb=("--wal-segsize=1",))  # MiB: the log itself never reaches the bound
    database = Database(located(server.url("postgres"), tmp_path))
    migrate(database)
    store = DatabasePopulations(database)
    store.enrol("visas", named("a"), T0)
    many = [f"k{number}" for number in range(12_000)]
    server.stop()
    server.start(largest=1100 * KIB)
    with pytest.raises(StoreUnusableError, match="the disk is full"):
        store.enrol("visas", named(*many), T0)
    server.stop()
    server.start()
    assert keys(database) == ["a"]
    assert store.enrol("visas", named(*many), T0).added == 12_000
