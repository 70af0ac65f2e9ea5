"""Step 4: alerts, what happened to each, the decisions on them, what was noted, and decisions of other systems."""

from sqlalchemy import BigInteger, Column, Connection, Double, Index, Integer, MetaData, String, Table, Text

_metadata = MetaData()
_text = Text().with_variant(String(collation="C"), "postgresql")
_number = BigInteger().with_variant(Integer(), "sqlite")

_alerts = Table(
    "namesake_alerts",
    _metadata,
    Column("id", _number, primary_key=True, autoincrement=False),
    Column("population", _number, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("identity", _text, nullable=False),
    Column("state", _text, nullable=False),
    Column("entries", _text, nullable=False),
    Column("bits", BigInteger, nullable=False),
    Column("score", Double, nullable=False),
    Column("band", _text, nullable=False),
    Column("digest", _text, nullable=False),
    Column("rest", _text, nullable=False),
    Column("opened", _text, nullable=False),
    Column("since", _text, nullable=False),
    Column("woken", _text),
    Column("run", _number, nullable=False),
    Column("times", BigInteger, nullable=False),
    Column("why", _text, nullable=False),
    Column("assigned", _text, nullable=False),
    Column("due", _text),
    Column("decision", _number, nullable=False),
    Column("proofs", _text, nullable=False),
    Index("namesake_alerts_by_subject", "population", "number", "identity", unique=True),
    Index("namesake_alerts_by_state", "population", "state", "due"),
)

_happenings = Table(
    "namesake_alert_happenings",
    _metadata,
    Column("alert", _number, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("kind", _text, nullable=False),
    Column("at", _text, nullable=False),
    Column("run", _number, nullable=False),
    Column("actor", _text, nullable=False),
    Column("content", _text, nullable=False),
)

_decisions = Table(
    "namesake_decisions",
    _metadata,
    Column("id", _number, primary_key=True, autoincrement=False),
    Column("alert", _number, nullable=False),
    Column("judgement", _text, nullable=False),
    Column("reason", _text, nullable=False),
    Column("actor", _text, nullable=False),
    Column("at", _text, nullable=False),
    Column("state", _text, nullable=False),
    Column("digest", _text, nullable=False),
    Column("rest", _text, nullable=False),
    Column("until", _text),
    Column("second", _text, nullable=False),
    Column("second_at", _text),
    Column("second_reason", _text, nullable=False),
    Column("sampled", BigInteger, nullable=False),
    Column("ended", _text, nullable=False),
    Column("bulk", _number, nullable=False),
    Index("namesake_decisions_by_alert", "alert", "id"),
    Index("namesake_decisions_by_bulk", "bulk"),
)

_comments = Table(
    "namesake_comments",
    _metadata,
    Column("alert", _number, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("actor", _text, nullable=False),
    Column("at", _text, nullable=False),
    Column("content", _text, nullable=False),
    Column("attachment", _text, nullable=False),
    Column("name", _text, nullable=False),
)

_legacy = Table(
    "namesake_legacy_decisions",
    _metadata,
    Column("population", _number, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("content", _text, nullable=False),
    Column("imported", _text, nullable=False),
)


def apply(connection: Connection) -> None:
    """Make the tables."""
    for table in _metadata.sorted_tables:
        table.create(connection)
