"""How things stand: how fresh the sources are, how complete the screening of each population is, which clocks run out.

A `Standing` is what a supervisor sees. Whatever else is to be overseen later gives further clocks and alarms, and a
section of its own.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from namesake.values.revets import RunBegun, RunState, Trigger
from namesake.values.runs import NotConsulted

Urgency = Literal["act", "look", "well"]
"""Whether somebody must act because a control is not complete, should look, or may rest; the most urgent first."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What became of the subjects of a population after one of its states: how many of those screened now were added,
    changed or came back, and how many were withdrawn."""

    screened: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """The matches that stand, counted honestly: matches, those of them that are strong, the distinct subjects that
    have any, and the distinct listed identities that these are with."""

    matches: int = 0
    strong: int = 0
    subjects: int = 0
    identities: int = 0


@dataclass(frozen=True, slots=True)
class CaseTally:
    """The alerts of a population by their state (see `AlertState`).

    `overdue` are those of the unsettled whose clock has run out, `lapsed` those that are confirmed or cleared by a
    decision that holds no longer by its own date; `oldest` is since when the one waits that has longest wanted a
    decision.
    """

    open: int = 0
    proposed: int = 0
    waiting: int = 0
    confirmed: int = 0
    cleared: int = 0
    closed: int = 0
    overdue: int = 0
    lapsed: int = 0
    oldest: datetime | None = None

    @property
    def total(self) -> int:
        """All alerts that there ever were."""
        return self.open + self.proposed + self.waiting + self.confirmed + self.cleared + self.closed


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that has begun and not ended: it is at work, or its process was ended."""

    id: int
    begun: RunBegun


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that somebody must act upon ("act") or should look at ("look"). `code` names its kind for programs,
    `about` the list or the population, `said` says it in a sentence, and `step` is what to do, where that is known."""

    urgency: Urgency
    code: str
    about: str
    said: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """Something that must be renewed in time: a list ("list"), or the screening of everybody ("everybody").

    `about` names the list or the population, and `populations` whom it concerns. It was renewed on the day `since`
    (None: never), `age_days` ago; the policy allows `limit_days`, so that it is `overdue` from the moment `due` on.
    """

    kind: str
    about: str
    populations: tuple[str, ...]
    since: date | None
    age_days: int | None
    limit_days: int
    due: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """The last version that arrived after the one in force and did not come into force: "refused" or "held-back"."""

    version: str
    dated: date
    arrived: datetime
    how: str


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """How a list stands; without a `version` none is in force.

    `age_days` counts from its date. `limit_days` is the least that the policy allows for any of the `populations`
    that are screened against it, None where it sets no limit; the publisher renews it every `cadence_days` at the
    latest. `overdue` is older than the policy allows, `stale` older than the publisher's cadence (or than the limit).
    `unreachable` is since when its publisher could not be reached; `broken` says that its reader cannot be loaded.
    """

    reference: str
    version: str = ""
    dated: date | None = None
    added: datetime | None = None
    entries: int = 0
    age_days: int | None = None
    limit_days: int | None = None
    cadence_days: int | None = None
    populations: tuple[str, ...] = ()
    overdue: bool = False
    stale: bool = False
    filtered: bool = False
    turned_away: TurnedAway | None = None
    unreachable: datetime | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Failing:
    """The runs that failed since the last complete one: how many in a row, since when, and what the last one said."""

    runs: int
    since: datetime
    error: str
    said: str


@dataclass(frozen=True, slots=True)
class PopulationStanding:
    """How complete the screening of a population is.

    Of the `subjects` enrolled, so many were `screened`, as they are now, by the last complete run (by its number
    `run`, which began at `at`; None: there was none). `waiting` says what is to be screened again or anew at the next
    run, and why, a phrase each. `against` are the lists of that run with their versions, and `not_consulted` those
    that it did not consult. `lacking` says why nothing can be screened at all, `policy_hash` is that of the policy that
    holds now. `recorded` is the number of matches that the run recorded, `tally` what is kept,
    and `cases` the alerts.
    """

    name: str
    subjects: int
    withdrawn: int
    screened: int = 0
    run: int | None = None
    at: datetime | None = None
    waiting: tuple[str, ...] = ()
    against: tuple[tuple[str, str], ...] = ()
    not_consulted: tuple[NotConsulted, ...] = ()
    lacking: str = ""
    flags: tuple[str, ...] = ()
    failing: Failing | None = None
    unfinished: Unfinished | None = None
    recorded: int = 0
    tally: Tally = field(default_factory=Tally)
    policy_hash: str = ""
    cases: CaseTally = field(default_factory=CaseTally)


@dataclass(frozen=True, slots=True)
class RunStanding:
    """A run that ended, in short. `seconds` is how long it took; see `RunRecord` for what is counted."""

    id: int
    population: str
    state: RunState
    trigger: Trigger
    began: datetime
    seconds: float
    subjects: int
    entries: int
    matches: int
    new: int
    changed: int
    gone: int
    flags: int
    canaries: int
    everything: bool
    error: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that is overseen, at a moment: alarms and clocks from the most urgent, then the sections.

    `policy` is the name of the policy that is in force, `policy_file` where it stands ('' for the default one).
    `not_added` are the sources of which no version has been added.
    """

    at: datetime
    software: str
    model: str
    model_hash: str
    policy: str
    policy_hash: str
    policy_file: str
    alarms: tuple[Alarm, ...] = ()
    clocks: tuple[Clock, ...] = ()
    sources: tuple[SourceStanding, ...] = ()
    populations: tuple[PopulationStanding, ...] = ()
    runs: tuple[RunStanding, ...] = ()
    not_added: tuple[str, ...] = ()

    @property
    def urgency(self) -> Urgency:
        """That of the most urgent alarm."""
        found = {alarm.urgency for alarm in self.alarms}
        return "act" if "act" in found else "look" if "look" in found else "well"
