"""The hashes of what is kept of alerts and decisions, over the same columns when written and when verified.

A column that a later release adds is not among them: then the list of columns gets another format.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from namesake.record.chain import clean, when
from namesake.record.kept import digest

_ALERT = (
    "id", "population", "number", "identity", "state", "entries", "bits", "score", "band", "digest", "rest", "opened",
    "since", "woken", "run", "times", "why", "assigned", "due", "decision", "proofs",
)  # fmt: skip
_HAPPENING = ("alert", "position", "kind", "at", "run", "actor", "content")
_DECISION = (
    "id", "alert", "judgement", "reason", "actor", "at", "digest", "rest", "until", "second", "second_at",
    "second_reason", "sampled", "bulk",
)  # fmt: skip
"""All but its state and how it ended: those become others by events that are not its own."""

Row = Mapping[str, Any]


def alert_hash(row: Row) -> str:
    """The hash of an alert."""
    return digest("alert", [float(row[name]) if name == "score" else row[name] for name in _ALERT])


def happening_hash(row: Row) -> str:
    """The hash of something that happened to an alert."""
    return digest("happening", [row[name] for name in _HAPPENING])


def decision_hash(row: Row) -> str:
    """The hash of a decision, save its state."""
    return digest("decision", [row[name] for name in _DECISION])


def comment_hash(row: Row) -> str:
    """The hash of a comment, as `record.holding_cases` makes it of the event."""
    return digest("comment", [clean(row["actor"]), _moment(row["at"]), row["content"], row["attachment"], row["name"]])


def redress_hash(row: Row) -> str:
    """The hash of a reference that was given, as `record.holding_cases` makes it of the event."""
    return digest(
        "redress", [row["reference"], row["alert"], row["decision"], _moment(row["given"]), clean(row["actor"])]
    )


def _moment(text: str) -> str:
    try:
        return when(datetime.fromisoformat(text))
    except ValueError:
        return str(text)
