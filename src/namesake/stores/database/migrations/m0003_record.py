"""Step 3: the record, its end, the details that may be destroyed, and the holds that forbid it."""

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, String, Table, Text

_metadata = MetaData()
_text = Text().with_variant(String(collation="C"), "postgresql")
_number = BigInteger().with_variant(Integer(), "sqlite")

_record = Table(
    "namesake_record",
    _metadata,
    Column("number", _number, primary_key=True, autoincrement=False),
    Column("at", _text, nullable=False),
    Column("kind", _text, nullable=False),
    Column("actor", _text, nullable=False),
    Column("about", _text, nullable=False),
    Column("facts", _text, nullable=False),
    Column("sealed", _text, nullable=False),
    Column("prior", _text, nullable=False),
    Column("hash", _text, nullable=False),
    Index("namesake_record_by_kind", "kind", "number"),
)

_record_end = Table(
    "namesake_record_end",
    _metadata,
    Column("single", _number, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Column("hash", _text, nullable=False),
)

_details = Table(
    "namesake_record_details",
    _metadata,
    Column("number", _number, primary_key=True, autoincrement=False),
    Column("salt", _text, nullable=False),
    Column("content", _text, nullable=False),
    Column("population", _text, nullable=False),
    Column("subject", BigInteger, nullable=False),
    Index("namesake_record_details_by_subject", "population", "subject"),
)

_holds = Table(
    "namesake_holds",
    _metadata,
    Column("population", _number, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("since", _text, nullable=False),
    Column("actor", _text, nullable=False),
    Column("reason", _text, nullable=False),
)


def apply(connection: Connection) -> None:
    """Make the tables."""
    for table in _metadata.sorted_tables:
        table.create(connection)
