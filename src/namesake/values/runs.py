"""What a run rested on and what it came to."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Consulted:
    """A list version that a run used. `age_days` counts from its date to the run; `stale` is older than
    the limit of the policy or, without one, than the publisher's cadence allows; `overdue` is older than the
    policy allows, which is `allowed_days` where it sets a limit. `left_out` entries name no party, or have expired."""

    source: str
    scope: str
    version: str
    hash: str
    dated: date
    entries: int
    age_days: int
    stale: bool = False
    filtered: bool = False
    overdue: bool = False
    left_out: int = 0
    allowed_days: int | None = None

    @property
    def reference(self) -> str:
        """The list as a user names it: source, and @scope where there is one."""
        return f"{self.source}@{self.scope}" if self.scope else self.source


@dataclass(frozen=True, slots=True)
class NotConsulted:
    """A list that a run did not use, and why."""

    reference: str
    reason: str


@dataclass(frozen=True, slots=True)
class RunContext:
    """Everything that pins a result, by hash."""

    started: datetime
    software: str
    model: str
    model_hash: str
    policy: str
    policy_hash: str
    population: str
    review_from: float
    strong_from: float
    lists: tuple[Consulted, ...]
    not_consulted: tuple[NotConsulted, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A run counted honestly: subjects by their strongest band, matches, and distinct listed identities."""

    subjects: int = 0
    clear: int = 0
    review: int = 0
    strong: int = 0
    skipped: int = 0
    matches: int = 0
    identities: int = 0
    seconds: float = 0.0
