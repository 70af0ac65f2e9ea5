"""The stores that every test of this folder runs on."""

from pathlib import Path

import pytest

from namesake.stores.database.engine import Database, located
from namesake.stores.database.migrations import migrate

KINDS = ("sqlite", "postgresql")


@pytest.fixture(params=KINDS)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def database(store_url: str, tmp_path: Path) -> Database:
    """A database of each kind, ready."""
    made = Database(located(store_url, tmp_path), patience=10)
    migrate(made)
    return made
