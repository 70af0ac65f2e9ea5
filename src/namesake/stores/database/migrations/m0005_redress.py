"""Step 5: references of redress, and who carries which."""

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, String, Table, Text

_metadata = MetaData()
_text = Text().with_variant(String(collation="C"), "postgresql")
_number = BigInteger().with_variant(Integer(), "sqlite")

_redress = Table(
    "namesake_redress",
    _metadata,
    Column("reference", _text, primary_key=True),
    Column("decision", _number, primary_key=True),
    Column("alert", _number, nullable=False),
    Column("given", _text, nullable=False),
    Column("actor", _text, nullable=False),
    Index("namesake_redress_by_alert", "alert"),
)


def apply(connection: Connection) -> None:
    """Make the table, and a column for the references that a subject carries."""
    _redress.create(connection)
    kind = 'VARCHAR COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    connection.exec_driver_sql(f"ALTER TABLE namesake_subjects ADD COLUMN redress {kind} NOT NULL DEFAULT ''")
    connection.exec_driver_sql(
        "CREATE INDEX namesake_subjects_with_redress ON namesake_subjects (population, number) WHERE redress <> ''"
    )
