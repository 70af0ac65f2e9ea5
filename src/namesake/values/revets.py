"""Re-vetting: what is planned, what is found, what changed, and the record of a run."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from namesake.values.entities import Skipped
from namesake.values.matches import Band
from namesake.values.runs import Consulted, NotConsulted

Trigger = Literal[
    "onboarding", "list update", "own finding", "subject update", "model or policy change", "periodic", "look-back"
]
RunState = Literal["complete", "failed"]
ChangeKind = Literal["new", "changed", "gone", "unchanged"]
CanaryState = Literal["found", "silent"]


@dataclass(frozen=True, slots=True, order=True)
class EntryRef:
    """An entry of a list, in whatever version: `id` is the publisher's own key."""

    source: str
    scope: str
    id: str

    @property
    def reference(self) -> str:
        """The list as a user names it: source, and @scope where there is one."""
        return f"{self.source}@{self.scope}" if self.scope else self.source


@dataclass(frozen=True, slots=True)
class Plan:
    """The least work that gives the same answer as screening everybody against everything again.

    `everything` says that no less would do, and `reason` why, or why less does. `subjects` (numbers: new, changed,
    returned) probe the index of the lists; `entries` (new, changed) probe the index of the subjects. All matches
    of `withdrawn` subjects and with `removed` entries are gone.
    """

    everything: bool
    reason: str
    subjects: tuple[int, ...] = ()
    entries: tuple[EntryRef, ...] = ()
    withdrawn: tuple[int, ...] = ()
    removed: tuple[EntryRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One current match of a subject. `bits` in 1/1024; `match` is the canonical JSON of the whole `Match`, so that
    two of them are the same bit for bit where the texts are; its list version is left empty (the run's ledger names
    it), so that an entry that is the same in two versions gives the same text."""

    number: int
    entry: EntryRef
    identity: str
    bits: int
    score: float
    band: Band
    match: str


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """A kind of finding that changed between two states of a match; bits in 1/1024, None where there was or is none.
    Where the bits are the same, it is the values that are not."""

    code: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a match: before and after, and why, in words. A new match has no `before`, one that is gone no
    `after`; `evidence` are the findings that differ."""

    kind: ChangeKind
    number: int
    entry: EntryRef
    before: Found | None = None
    after: Found | None = None
    why: str = ""
    evidence: tuple[EvidenceChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Canary:
    """An invented subject that must match: for which list, in which script (ISO 15924), and whether it did."""

    list: str
    script: str
    state: CanaryState


@dataclass(frozen=True, slots=True)
class RunBegun:
    """A run that has begun and is neither complete nor failed yet. `sequence` is the state of the population that
    it covers (see `Population`); `software` is our own release, which results rest on as well."""

    population: str
    trigger: Trigger
    began: datetime
    model_hash: str
    policy_hash: str
    sequence: int = 0
    software: str = ""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run that ended: `complete`, or `failed` with the `error`'s code and what it said; there is no third state.

    `lists` and `not_consulted` are the ledger of sources. `subjects` were covered and `entries` probed; `matches`
    are those that stand after the run, of so many `distinct_subjects` with so many `distinct_identities`. `new`,
    `changed`, `gone` and `unchanged` count matches against the run before. `flags` say what a supervisor should
    look at, such as far fewer matches than the history has. `everything` says that all subjects were screened against
    all entries, which is what the clock of the periodic re-vetting counts from. `policy` is the text of what held for
    the population (TOML, as `screening.policy.write` writes it), so that the run can be replayed; empty in runs of
    releases that did not keep it.
    """

    id: int
    begun: RunBegun
    state: RunState
    ended: datetime
    plan: str = ""
    lists: tuple[Consulted, ...] = ()
    not_consulted: tuple[NotConsulted, ...] = ()
    subjects: int = 0
    entries: int = 0
    candidates: int = 0
    matches: int = 0
    distinct_subjects: int = 0
    distinct_identities: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    canaries: tuple[Canary, ...] = ()
    flags: tuple[str, ...] = ()
    error: str = ""
    said: str = ""
    everything: bool = False
    policy: str = ""

    @property
    def population(self) -> str:
        """The population that was re-vetted."""
        return self.begun.population
