"""The layout of the database: forward from every earlier one, with what it held, to exactly what `tables` says."""

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from namesake.errors import SettingsError, StoreLayoutError, StoreUnusableError
from namesake.stores.database.engine import Database, located
from namesake.stores.database.migrations import LAYOUT, layout_of, migrate
from namesake.stores.database.populations import DatabasePopulations
from namesake.stores.database.tables import metadata

CONTENT = '{"id":"a","schema":"Person","names":[{"text":"Talvek Quoren"}]}'
HELD = {
    1: (
        "INSERT INTO namesake_populations VALUES (1, 'visas', 1, 1, '2026-04-15T12:00:00+00:00')",
        "INSERT INTO namesake_subjects VALUES (1, 1, 'a', 'a', 1, 'h', 1, NULL, '{\"columns\":[],\"notes\":[]}')",
        f"INSERT INTO namesake_subject_versions VALUES (1, 1, 1, 1, 'h', '2026-04-15T12:00:00+00:00', '{CONTENT}')",
        "INSERT INTO namesake_subject_changes VALUES (1, 1, 1, 'added', 1, '2026-04-15T12:00:00+00:00', '')",
    ),
    2: ("INSERT INTO namesake_runs VALUES (1, 1, 'begun', '{}', NULL)",),
    3: ("INSERT INTO namesake_holds VALUES (1, 1, '2026-04-15T12:00:00+00:00', 'jo', 'a court asks')",),
    4: ("INSERT INTO namesake_comments VALUES (1, 1, 'jo', '2026-04-15T12:00:00+00:00', 'asked the bank', '', '')",),
    5: ("INSERT INTO namesake_redress VALUES ('7K3M9-QXC2T', 1, 1, '2026-04-15T12:00:00+00:00', 'jo')",),
}
"""What a database of each layout holds besides what those before it did."""


@pytest.fixture
def empty(store_url: str, tmp_path: Path) -> Database:
    return Database(located(store_url, tmp_path), patience=5)


@pytest.mark.parametrize("start", range(LAYOUT + 1))
def test_forward_from_every_earlier_layout(empty: Database, start: int) -> None:
    for step in range(1, start + 1):
        migrate(empty, step)
        with empty.writing() as connection:
            for statement in HELD[step]:
                connection.execute(text(statement))
    migrate(empty)
    with empty.reading() as connection:
        assert layout_of(connection, empty.where) == LAYOUT
        found = inspect(connection)
        made = {name: {item["name"] for item in found.get_columns(name)} for name in found.get_table_names()}
        keys = {name: found.get_pk_constraint(name)["constrained_columns"] for name in metadata.tables}
    made.pop("namesake_layout")
    assert made == {name: {column.name for column in table.columns} for name, table in metadata.tables.items()}
    assert keys == {name: [column.name for column in table.primary_key] for name, table in metadata.tables.items()}
    if start:
        (subject,) = DatabasePopulations(empty).subjects("visas")
        assert subject.subject.entity.caption == "Talvek Quoren"


def test_a_later_layout_is_refused(empty: Database) -> None:
    migrate(empty)
    with empty.writing() as connection:
        connection.execute(text(f"INSERT INTO namesake_layout VALUES ({LAYOUT + 1})"))
    with pytest.raises(StoreLayoutError, match=f"layout {LAYOUT + 1}"):
        migrate(empty)


def test_a_step_that_fails_leaves_the_layout_before(empty: Database) -> None:
    migrate(empty, 1)
    with empty.writing() as connection:
        connection.execute(text("CREATE TABLE namesake_match_changes (x TEXT)"))  # in the way of step 2
    with pytest.raises(StoreUnusableError):
        migrate(empty)
    with empty.reading() as connection:
        assert layout_of(connection, empty.where) == 1
        assert "namesake_runs" not in inspect(connection).get_table_names()


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x TEXT)")
    connection.close()
    with pytest.raises(StoreLayoutError, match="another program"):
        migrate(Database(located(f"sqlite:///{path}", tmp_path)))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database at all, but long enough to look like something" * 10)
    with pytest.raises(StoreUnusableError, match="not a database"):
        migrate(Database(located(f"sqlite:///{path}", tmp_path)))


@pytest.mark.parametrize(
    "setting",
    ["nonsense", "sqlite://", "sqlite:///:memory:", "mysql://u:secret@h/d", "oracle://h", "postgresql:/x"],
)
def test_settings_that_name_no_database(setting: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        located(setting, tmp_path)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", "sqlite:///{home}/namesake.db"),
        ("sqlite:////srv/n.db", "sqlite:////srv/n.db"),
        ("postgres://u@h:5433/d", "postgresql+psycopg://u@h:5433/d"),
        ("postgresql://u@h/d?sslmode=require", "postgresql+psycopg://u@h/d?sslmode=require"),
    ],
)
def test_settings_that_name_one(setting: str, expected: str, tmp_path: Path) -> None:
    assert str(located(setting, tmp_path)) == expected.format(home=tmp_path)


def test_a_server_that_is_away_is_said_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://user:secret@/x?host={tmp_path}"
    with pytest.raises(StoreUnusableError) as caught:
        migrate(Database(located(url, tmp_path)))
    assert "secret" not in str(caught.value)
    assert "***" in str(caught.value)


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.db"
    migrate(Database(located(f"sqlite:///{path}", tmp_path)))
    assert path.stat().st_mode & 0o077 == 0
    path.chmod(0o660)  # shared on purpose
    migrate(Database(located(f"sqlite:///{path}", tmp_path)))
    assert path.stat().st_mode & 0o777 == 0o660
