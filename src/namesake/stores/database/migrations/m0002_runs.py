"""Step 2: runs, the matches that stand, and what every run changed in them."""

from sqlalchemy import BigInteger, Column, Connection, Double, Index, Integer, MetaData, String, Table, Text

_metadata = MetaData()
_text = Text().with_variant(String(collation="C"), "postgresql")
_number = BigInteger().with_variant(Integer(), "sqlite")

_runs = Table(
    "namesake_runs",
    _metadata,
    Column("id", _number, primary_key=True),
    Column("population", _number, nullable=False),
    Column("state", _text, nullable=False),
    Column("begun", _text, nullable=False),
    Column("record", _text),
    Index("namesake_runs_by_population", "population", "state", "id"),
)

_matches = Table(
    "namesake_matches",
    _metadata,
    Column("population", _number, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("source", _text, primary_key=True),
    Column("scope", _text, primary_key=True),
    Column("entry", _text, primary_key=True),
    Column("identity", _text, nullable=False),
    Column("bits", BigInteger, nullable=False),
    Column("score", Double, nullable=False),
    Column("band", _text, nullable=False),
    Column("match", _text, nullable=False),
    Column("run", _number, nullable=False),
    Index("namesake_matches_by_entry", "population", "source", "scope", "entry"),
)

_changes = Table(
    "namesake_match_changes",
    _metadata,
    Column("run", _number, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("population", _number, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("change", _text, nullable=False),
    Index("namesake_match_changes_by_subject", "population", "number"),
)


def apply(connection: Connection) -> None:
    """Make the tables."""
    for table in _metadata.sorted_tables:
        table.create(connection)
