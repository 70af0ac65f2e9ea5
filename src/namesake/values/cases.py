"""Alerts, cases and decisions: what people make of matches."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from namesake.values.events import SubjectRef
from namesake.values.matches import Band
from namesake.values.revets import EntryRef

Judgement = Literal["true_match", "false_match", "inconclusive", "information_requested"]
AlertState = Literal["open", "waiting", "proposed", "confirmed", "cleared", "closed"]
"""`open` wants a decision; `waiting` has an inconclusive one or waits for information, with a clock; `proposed` wants a
second person; `confirmed` is decided to be the listed party, `cleared` not to be; `closed` has no match any more."""

AlertEventKind = Literal[
    "opened", "updated", "unchanged materially", "re-opened", "closed", "decided", "expired", "assigned",
    "proof attached",
]  # fmt: skip
DecisionState = Literal["proposed", "in force", "refused", "ended"]


@dataclass(frozen=True, slots=True)
class Rest:
    """What a decision rests on: `digest` is the SHA-256 over `content`, the canonical JSON of the material fields of
    both sides, the explanation, the model's hash and the policy's (see `review.material`)."""

    digest: str
    content: str


@dataclass(frozen=True, slots=True)
class Alert:
    """One subject and one listed identity, however often they match.

    `entries` are the list entries of the identity that match now (none when closed), `bits` (1/1024), `score` and
    `band` those of the strongest. `rest` is what the alert rests on now. `opened` is when it first was, `woken` when it
    last came to want a decision, `since` when it came to be in its state, `run` the run that changed it last, `times`
    how often it was opened. `why` says in words why it is in this state. `assigned` is who sees to it, `due` the last
    day on which it may be as it is. `decision` is the id of the decision in force or proposed, 0 without one. `proofs`
    are the references of redress that its subject carries for this identity.
    """

    id: int
    subject: SubjectRef
    identity: str
    state: AlertState
    entries: tuple[EntryRef, ...]
    bits: int
    score: float
    band: Band
    rest: Rest
    opened: datetime
    since: datetime
    run: int
    times: int = 1
    why: str = ""
    assigned: str = ""
    due: date | None = None
    decision: int = 0
    proofs: tuple[str, ...] = ()
    woken: datetime | None = None

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that it matches, or the source of its identity where it matches none any more."""
        found = tuple(sorted({entry.reference for entry in self.entries}))
        return found or (self.identity.partition(":")[0],)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of one side ("subject" or "entry") or of the result that is another now; material or not."""

    side: Literal["subject", "entry", "result"]
    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    material: bool


@dataclass(frozen=True, slots=True)
class AlertChange:
    """What became of an alert: before (None where it is opened) and after, and the difference, field by field.
    `after.id` is 0 where it is new: the store numbers it."""

    kind: AlertEventKind
    before: Alert | None
    after: Alert
    fields: tuple[FieldChange, ...] = ()
    bits_before: int | None = None
    bits_after: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided of an alert, why, and on what. `until` is the last day on which it holds. `second` is the
    other person who agreed or refused, with a reason, where the policy wants one; `sampled` says that it was drawn
    from a bulk decision for a second look, and `bulk` is the id of the first of the decisions made together (0 where
    it was made alone). `ended` says why it holds no longer."""

    id: int
    alert: int
    judgement: Judgement
    reason: str
    by: str
    at: datetime
    state: DecisionState
    rest: Rest
    until: date | None = None
    second: str = ""
    second_at: datetime | None = None
    second_reason: str = ""
    sampled: bool = False
    ended: str = ""
    bulk: int = 0


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody did to an alert: how it was before and is after, and the decision as it is now.

    A decision with the id 0 is new; one with an id was there and is another now (agreed to, refused, ended).
    """

    before: Alert
    after: Alert
    decision: Decision


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to an alert: what, when, in which run (0: in none) and by whom ("": by the software),
    from which state to which, why, and the difference."""

    alert: int
    position: int
    kind: str
    at: datetime
    run: int
    by: str
    before: str
    after: str
    why: str
    fields: tuple["FieldChange", ...] = ()
    bits_before: int | None = None
    bits_after: int | None = None


@dataclass(frozen=True, slots=True)
class LegacyDecision:
    """A decision from another system: shown and never applied. Everything is as that system wrote it, and unverified:
    `entry` says what it was about, `judgement` what was decided, by whom (`by`) and when (`at`). `number` is the
    subject's, and `imported` when and `importer` by whom it was brought here from `system`."""

    population: str
    number: int
    entry: str
    judgement: str
    reason: str
    by: str
    at: str
    system: str
    importer: str
    imported: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody noted on an alert. `attachment` is the SHA-256 of a file that is kept elsewhere, `name` what it is
    called there."""

    alert: int
    by: str
    at: datetime
    text: str
    attachment: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRules:
    """What a policy says of decisions; part of the policy's text, but not of its meaning for results.

    `may` names who may make a judgement (none named: anybody). `second` are the judgements that need a second person.
    `days` are the clocks: how long a decision of that kind holds, or may wait at most. `owners` see to what waits.
    `sample` is the share of a bulk decision that gets a second look, at least one. `open_days` is how long an alert
    may want a decision, or a decision a second person; None sets no clock. What waits always has a clock.
    """

    may: tuple[tuple[Judgement, tuple[str, ...]], ...] = ()
    second: tuple[Judgement, ...] = ()
    days: tuple[tuple[Judgement, int], ...] = (("inconclusive", 30), ("information_requested", 30))
    owners: tuple[tuple[Judgement, str], ...] = ()
    sample: float = 0.1
    open_days: int | None = None
