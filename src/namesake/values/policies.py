"""The operator's declared choices."""

from dataclasses import dataclass, field

from namesake.values.cases import DecisionRules
from namesake.values.populations import PopulationRules
from namesake.values.retention import Retention


@dataclass(frozen=True, slots=True)
class Policy:
    """What to screen against and from which score a person should look.

    `lists` names sources (with @scope where wanted); empty means every list in force. `max_age_days` gives
    the oldest version that counts as a completed control, by list reference ("*" for all others); a list
    without one is never too old to screen, only said to be stale. `reason` says why the thresholds are what they
    are, and `decided` when that was settled (ISO 8601, or empty): a record for people, which changes no result.
    `every_days` is the clock of the periodic re-vetting of populations, None sets none; `populations` says what is
    otherwise for some of them (see `screening.policy.of_population`). `decisions` says who may decide on alerts, which
    decisions need two people, and how long they hold: it changes no result either. `retention` says how long data
    are kept, and changes none either.
    """

    name: str = "default"
    review_from: float = 0.5
    strong_from: float = 0.95
    lists: tuple[str, ...] = ()
    max_age_days: tuple[tuple[str, int], ...] = ()
    reason: str = ""
    decided: str = ""
    every_days: int | None = None
    populations: tuple[PopulationRules, ...] = ()
    decisions: DecisionRules = field(default_factory=DecisionRules)
    retention: Retention = field(default_factory=Retention)
