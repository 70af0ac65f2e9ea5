"""The tables as they are now, for statements; the steps in `migrations` make them, and a test compares the two.

Times are ISO 8601 in UTC; contents are JSON as text, so that they come back byte for byte. A subject's row says how
it is now; its versions and changes are only ever added to. `sequence` is the state of the population that a row came
with.
"""

from typing import Any, TypeAlias

from sqlalchemy import BigInteger, Column, Double, MetaData, Row, Table, Text

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of whatever columns."""

metadata = MetaData()

populations = Table(
    "namesake_populations",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("name", Text),
    Column("sequence", BigInteger),
    Column("numbered", BigInteger),  # the last number that a subject was given
    Column("began", Text),
)

subjects = Table(
    "namesake_subjects",
    metadata,
    Column("population", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("key", Text),
    Column("row_key", Text),
    Column("version", BigInteger),
    Column("hash", Text),
    Column("sequence", BigInteger),
    Column("withdrawn", Text),
    Column("carried", Text),  # the file's own columns and what was noted when it was read
    Column("redress", Text),  # references, a blank between two; "" for almost everybody
)

versions = Table(
    "namesake_subject_versions",
    metadata,
    Column("population", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("sequence", BigInteger),
    Column("hash", Text),
    Column("enrolled", Text),
    Column("content", Text),  # the entity
)

subject_changes = Table(
    "namesake_subject_changes",
    metadata,
    Column("population", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("sequence", BigInteger, primary_key=True),
    Column("kind", Text),
    Column("version", BigInteger),
    Column("at", Text),
    Column("reason", Text),
)

runs = Table(
    "namesake_runs",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("population", BigInteger),
    Column("state", Text),  # begun, complete or failed
    Column("begun", Text),
    Column("record", Text),
)

matches = Table(
    "namesake_matches",
    metadata,
    Column("population", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("entry", Text, primary_key=True),
    Column("identity", Text),
    Column("bits", BigInteger),
    Column("score", Double),
    Column("band", Text),
    Column("match", Text),
    Column("run", BigInteger),  # that wrote it last
)

match_changes = Table(
    "namesake_match_changes",
    metadata,
    Column("run", BigInteger, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("population", BigInteger),
    Column("number", BigInteger),
    Column("change", Text),
)

record = Table(
    "namesake_record",
    metadata,
    Column("number", BigInteger, primary_key=True),
    Column("at", Text),
    Column("kind", Text),
    Column("actor", Text),
    Column("about", Text),  # names as a JSON array
    Column("facts", Text),
    Column("sealed", Text),
    Column("prior", Text),
    Column("hash", Text),
)

record_end = Table(
    "namesake_record_end",
    metadata,
    Column("single", BigInteger, primary_key=True),  # 1: there is one row, which whoever appends locks
    Column("number", BigInteger),
    Column("hash", Text),
)

record_details = Table(
    "namesake_record_details",
    metadata,
    Column("number", BigInteger, primary_key=True),
    Column("salt", Text),
    Column("content", Text),
    Column("population", Text),  # by name; "" and 0 where it is nobody's
    Column("subject", BigInteger),
)

holds = Table(
    "namesake_holds",
    metadata,
    Column("population", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("since", Text),
    Column("actor", Text),
    Column("reason", Text),
)

alerts = Table(
    "namesake_alerts",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("population", BigInteger),
    Column("number", BigInteger),
    Column("identity", Text),
    Column("state", Text),
    Column("entries", Text),  # those that match now, as JSON
    Column("bits", BigInteger),
    Column("score", Double),
    Column("band", Text),
    Column("digest", Text),
    Column("rest", Text),  # what the digest is over
    Column("opened", Text),
    Column("since", Text),
    Column("woken", Text),
    Column("run", BigInteger),  # that changed it last
    Column("times", BigInteger),
    Column("why", Text),
    Column("assigned", Text),
    Column("due", Text),
    Column("decision", BigInteger),  # in force or proposed; 0 for none
    Column("proofs", Text),
)

happenings = Table(
    "namesake_alert_happenings",
    metadata,
    Column("alert", BigInteger, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("kind", Text),
    Column("at", Text),
    Column("run", BigInteger),
    Column("actor", Text),
    Column("content", Text),
)

decisions = Table(
    "namesake_decisions",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("alert", BigInteger),
    Column("judgement", Text),
    Column("reason", Text),
    Column("actor", Text),
    Column("at", Text),
    Column("state", Text),
    Column("digest", Text),
    Column("rest", Text),
    Column("until", Text),
    Column("second", Text),
    Column("second_at", Text),
    Column("second_reason", Text),
    Column("sampled", BigInteger),
    Column("ended", Text),
    Column("bulk", BigInteger),
)

comments = Table(
    "namesake_comments",
    metadata,
    Column("alert", BigInteger, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("actor", Text),
    Column("at", Text),
    Column("content", Text),
    Column("attachment", Text),  # the SHA-256 of a file that is kept elsewhere
    Column("name", Text),
)

legacy_decisions = Table(
    "namesake_legacy_decisions",
    metadata,
    Column("population", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("content", Text),
    Column("imported", Text),
)

redress = Table(
    "namesake_redress",
    metadata,
    Column("reference", Text, primary_key=True),
    Column("decision", BigInteger, primary_key=True),
    Column("alert", BigInteger),
    Column("given", Text),
    Column("actor", Text),
)
