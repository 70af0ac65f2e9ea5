"""What a standing is made of: everything that was read, as it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from namesake.values.policies import Policy
from namesake.values.populations import Population
from namesake.values.revets import RunRecord
from namesake.values.standings import CaseTally, Tally, Touched, Unfinished
from namesake.values.versions import ListVersion


@dataclass(frozen=True, slots=True)
class Used:
    """A list version that would be screened against now, and the oldest that the policy allows, in days."""

    version: ListVersion
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What is known of a population.

    `policy` is what holds for it. `used` are the lists that it would be screened against now, or `lacking` says why it
    cannot be. `runs` ended, the latest first, as far back as to the last complete one, which is `complete`;
    `everybody` is the last one that screened everybody against everything. `touched` is what became of its subjects
    after that last complete run, `expired` how many entries lost their force since, and `cases` the alerts.
    """

    population: Population
    policy: Policy
    used: tuple[Used, ...] = ()
    lacking: str = ""
    runs: tuple[RunRecord, ...] = ()
    complete: RunRecord | None = None
    everybody: RunRecord | None = None
    unfinished: Unfinished | None = None
    touched: Touched = field(default_factory=Touched)
    tally: Tally = field(default_factory=Tally)
    expired: int = 0
    cases: CaseTally = field(default_factory=CaseTally)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is known at a moment.

    `kept` are all list versions in the order of arrival. `cadences` gives, for every source that is known, in how many
    days its publisher renews it at the latest; None where its reader cannot be loaded. `unreachable` says since when a
    publisher could not be reached. `general` is what would be screened against for no population in particular.
    `doubts` is what the policy names that is not there.
    """

    now: datetime
    software: str
    model: str
    model_hash: str
    policy: Policy
    policy_file: str
    kept: tuple[ListVersion, ...]
    cadences: Mapping[str, int | None]
    unreachable: Mapping[str, datetime]
    general: tuple[Used, ...] = ()
    enrolled: tuple[Enrolled, ...] = ()
    doubts: tuple[str, ...] = ()
