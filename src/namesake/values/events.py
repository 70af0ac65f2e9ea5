"""The record: what happened, each event bound to the one before it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

EventKind = Literal[
    "list accepted", "list held back", "list refused", "enrolment", "withdrawal", "policy change", "model change",
    "run", "match", "alert", "decision", "assignment", "comment", "attachment", "redress", "legacy decision",
    "export", "erasure", "legal hold", "checkpoint",
]  # fmt: skip
"""Kinds of events. A match's says what became of it in a run (new, changed, gone), an alert's what became of it."""


@dataclass(frozen=True, slots=True)
class SubjectRef:
    """A subject by the number that it has for good in its population (see `EnrolledSubject`): no personal data."""

    population: str
    number: int


@dataclass(frozen=True, slots=True)
class EventDraft:
    """Something that happened and is about to be recorded.

    `by` is who did it, as the operating system, the database or a trusted front names them; "" is the software
    itself. `about` names what it concerns, such as "run 12", "alert 7", "decision 3". `facts` is canonical JSON
    without personal data. `detail` is canonical JSON that may hold personal data, of the subject `of` where it is
    one's: it is kept apart from the chain and can be destroyed; the chain holds its salted hash only.
    """

    kind: EventKind
    by: str = ""
    about: tuple[str, ...] = ()
    facts: str = "{}"
    detail: str = ""
    of: SubjectRef | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A recorded event. `number` counts from 1 without gaps. `sealed` is the SHA-256 over the salt and the detail, in
    hex, or "" where there is none. `before` is the hash of the event before it ("" for the first), `hash` the SHA-256
    over all other fields (see `record.chain`)."""

    number: int
    at: datetime
    kind: EventKind
    by: str
    about: tuple[str, ...]
    facts: str
    sealed: str
    before: str
    hash: str


@dataclass(frozen=True, slots=True)
class Detail:
    """What an event's seal is over: `salt` (hex, 32 random bytes) and `content`. It lives apart from the chain."""

    number: int
    salt: str
    content: str
    of: SubjectRef | None = None


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The end of the chain at a time, kept where whoever can write to the store cannot: `number` and `hash` of the
    last event, and a signature (hex) by the key `key` (the public one, hex) where there is one."""

    number: int
    hash: str
    at: datetime
    signature: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about the record that is not as it was written: which event, and what is wrong with it."""

    number: int
    what: str
