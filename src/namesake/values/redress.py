"""Redress: what is given to a person who was wrongly matched, so that it is believed the second time."""

from dataclasses import dataclass
from datetime import datetime

from namesake.values.cases import Decision, FieldChange
from namesake.values.events import SubjectRef


@dataclass(frozen=True, slots=True)
class Redress:
    """That a reference was given to the subject of an alert, on account of a decision: by whom and when. A reference
    belongs to one alert for good; where that is decided anew the same one can be given again, for the new decision."""

    reference: str
    alert: int
    decision: int
    given: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What a reference says to an alert: that its subject was found not to be the listed identity.

    `redress` is when it was last given, `decision` what was decided then, as it is now (its `rest` is empty where that
    was destroyed), `of` whose alert that was, by the key ("" where that was destroyed). `fields` is what is materially
    otherwise in this alert.
    """

    reference: str
    redress: Redress
    decision: Decision
    of: SubjectRef
    key: str = ""
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Astray:
    """A reference that the subject of an alert carries and that proves nothing here, and why, in words."""

    reference: str
    why: str
