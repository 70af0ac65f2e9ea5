"""How long data must be kept, what forbids destroying them, and what destroying them came to."""

from dataclasses import dataclass
from datetime import datetime

from namesake.values.events import SubjectRef


@dataclass(frozen=True, slots=True)
class Retention:
    """What a policy says of keeping data; no part of its meaning for results.

    What decisions were about is kept for `decisions_years` after the last of them. A subject that was withdrawn is due
    to be destroyed `withdrawn_years` later; None says that nobody is due without being asked for.
    """

    decisions_years: int = 10
    withdrawn_years: int | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A legal hold on a subject: since when, by whom, and why. While it stands nothing of it is destroyed."""

    subject: SubjectRef
    key: str
    since: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What matters for destroying a subject's data: when it was withdrawn (None: it is screened), how many matches of
    it stand, the hold on it, and when it was decided on last."""

    subject: SubjectRef
    key: str
    withdrawn: datetime | None
    matches: int
    hold: Hold | None
    decided: datetime | None


@dataclass(frozen=True, slots=True)
class Erased:
    """What was destroyed of a subject: `versions` and `changes` of matches, `details` of events, and what was written
    on `alerts`; `event` is the event that records it."""

    subject: SubjectRef
    versions: int
    changes: int
    details: int
    alerts: int
    event: int
