"""Step 1: populations, their subjects, the versions of each, and what happened to them."""

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Index, Integer, MetaData, String, Table, Text

_metadata = MetaData()
_text = Text().with_variant(String(collation="C"), "postgresql")  # the same order on every server
_number = BigInteger().with_variant(Integer(), "sqlite")

_populations = Table(
    "namesake_populations",
    _metadata,
    Column("id", _number, primary_key=True),
    Column("name", _text, nullable=False, unique=True),
    Column("sequence", BigInteger, nullable=False),
    Column("numbered", BigInteger, nullable=False),
    Column("began", _text, nullable=False),
)

_subjects = Table(
    "namesake_subjects",
    _metadata,
    Column("population", _number, ForeignKey("namesake_populations.id"), primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("key", _text, nullable=False),
    Column("row_key", _text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("hash", _text, nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("withdrawn", _text),
    Column("carried", _text, nullable=False),
    Index("namesake_subjects_by_key", "population", "key", unique=True),
    Index("namesake_subjects_by_row", "population", "row_key"),
    Index("namesake_subjects_by_sequence", "population", "sequence"),
)

_versions = Table(
    "namesake_subject_versions",
    _metadata,
    Column("population", _number, ForeignKey("namesake_populations.id"), primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("hash", _text, nullable=False),
    Column("enrolled", _text, nullable=False),
    Column("content", _text, nullable=False),
)

_changes = Table(
    "namesake_subject_changes",
    _metadata,
    Column("population", _number, ForeignKey("namesake_populations.id"), primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("sequence", BigInteger, primary_key=True),
    Column("kind", _text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("at", _text, nullable=False),
    Column("reason", _text, nullable=False),
)


def apply(connection: Connection) -> None:
    """Make the tables."""
    _metadata.create_all(connection, checkfirst=False)
