"""What a story is made of. `event` is the number of the event that recorded it, 0 where none did; `at` is when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from namesake.values.cases import Comment, Decision, FieldChange, Happening, LegacyDecision
from namesake.values.events import EventKind
from namesake.values.populations import SubjectChangeKind
from namesake.values.revets import Change, RunRecord


@dataclass(frozen=True, slots=True)
class Knew:
    """What was known of the subject came to be so: a version by its hash, and what is otherwise than in the last."""

    at: datetime
    event: int
    what: SubjectChangeKind
    version: int
    hash: str
    reason: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A run of a state of the population in which the subject was screened: in which version of the subject, by whom,
    and why the subject was skipped where it was ("" where not). A run that failed screened nobody."""

    event: int
    by: str
    run: RunRecord
    version: int
    skipped: str = ""

    @property
    def at(self) -> datetime:
        """When the run began."""
        return self.run.begun.began


@dataclass(frozen=True, slots=True)
class Screened:
    """Runs one after the other between which nothing happened to the subject."""

    runs: tuple[Covered, ...]

    @property
    def at(self) -> datetime:
        """When the first of them began."""
        return self.runs[0].at

    @property
    def event(self) -> int:
        """The event of the first of them."""
        return self.runs[0].event


@dataclass(frozen=True, slots=True)
class Matched:
    """What a run changed in a match of the subject."""

    at: datetime
    event: int
    run: int
    change: Change


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an alert, other than by a decision."""

    at: datetime
    event: int
    alert: int
    identity: str
    happening: Happening


@dataclass(frozen=True, slots=True)
class Decided:
    """A step of a decision: what it came to be ("proposed", "in force", "refused", "ended") by whose hand, and the
    state in which the alert is since, and why."""

    at: datetime
    event: int
    alert: int
    identity: str
    decision: Decision
    step: str
    by: str
    state: str
    why: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that was noted on an alert."""

    at: datetime
    event: int
    alert: int
    comment: Comment


@dataclass(frozen=True, slots=True)
class Imported:
    """A decision of another system that was imported, unverified."""

    at: datetime
    event: int
    decision: LegacyDecision


@dataclass(frozen=True, slots=True)
class Recorded:
    """Another event about the subject: a legal hold, an export, a redress. `said` is what its detail says."""

    at: datetime
    event: int
    kind: EventKind
    by: str
    about: Sequence[str]
    facts: str
    said: str = ""


Chapter: TypeAlias = Knew | Screened | Matched | Became | Decided | Noted | Imported | Recorded
