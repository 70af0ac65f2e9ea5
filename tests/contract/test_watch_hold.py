"""Only one watches over a home and a store: held as long as the process lives, and by nobody afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from namesake.errors import StoreUnusableError, WatchBusyError
from namesake.stores.database.engine import Database, located
from namesake.stores.database.runs import DatabaseRuns
from namesake.stores.home import Home
from namesake.stores.watches import WatchHold


@pytest.fixture
def holds(database: Database, tmp_path: Path) -> Iterator[list[WatchHold]]:
    """Three that would watch over one store: two of one home, one of another."""
    homes = [tmp_path / "home", tmp_path / "home", tmp_path / "other"]
    made = [
        WatchHold(Home(home), Database(database.url), f"process {number} on Größe") for number, home in enumerate(homes)
    ]
    yield made
    for hold in made:
        hold.release()


def test_one_of_them_holds_both(holds: list[WatchHold]) -> None:
    first, second, third = holds
    first.hold()
    first.hold()
    with pytest.raises(WatchBusyError, match="process 0 on Größe watches over it already") as refused:
        second.hold()
    assert str(refused.value.where).endswith("home")
    with pytest.raises(WatchBusyError, match=r"process 0 on Gr.* watches over it already"):
        third.hold()
    first.release()
    third.hold()
    with pytest.raises(WatchBusyError, match="process 2"):
        second.hold()


def test_a_home_is_held_before_its_store_is_there(tmp_path: Path) -> None:
    away = Database(located("postgresql://nobody@127.0.0.1:1/nothing", tmp_path))
    first, second = (WatchHold(Home(tmp_path / "home"), away, f"process {number}") for number in (1, 2))
    with pytest.raises(StoreUnusableError):
        first.hold()
    with pytest.raises(WatchBusyError, match="process 1"):
        second.hold()
    first.release()


def test_a_population_called_watch_is_not_in_the_way(holds: list[WatchHold], database: Database) -> None:
    holds[0].hold()
    with DatabaseRuns(database)._held("watch"):
        holds[0].hold()


def cut_off(url: str) -> None:
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    with Database(located(url, Path())).connected() as connection:
        connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))


def test_a_server_that_forgot_us_is_asked_anew(postgres_url: str, tmp_path: Path) -> None:
    url = located(postgres_url, tmp_path)
    first, other = (WatchHold(Home(tmp_path / str(name)), Database(url), f"process {name}") for name in (1, 2))
    first.hold()
    cut_off(postgres_url)
    first.hold()
    with pytest.raises(WatchBusyError, match="process 1"):
        other.hold()
    cut_off(postgres_url)
    other.hold()
    with pytest.raises(WatchBusyError, match="process 2"):
        first.hold()
    first.release()
    other.hold()
    other.release()
