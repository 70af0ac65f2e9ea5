"""Subjects under recurrent screening: populations, what each subject was and is, and how a population is vetted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from namesake.values.entities import Note, Skipped, Subject

SubjectChangeKind = Literal["added", "changed", "returned", "withdrawn"]


@dataclass(frozen=True, slots=True)
class EnrolledSubject:
    """A subject of a population in one of its versions.

    `number` is the subject's own in its population, from 1, and is never given to another. `version` counts real
    changes of content from 1. `hash` is the SHA-256 over the canonical content of the entity, whatever row of
    whatever file it came from; `subject.row` is therefore 0 and its notes name no place. `enrolled` is when this
    version was enrolled; `withdrawn` when the subject was withdrawn, or None while it is screened. Times are the
    clock's and may run backwards: what came first is told by `sequence`, the state of the population (see
    `Population`) that this state of the subject came with.
    """

    population: str
    key: str
    number: int
    version: int
    hash: str
    subject: Subject
    enrolled: datetime
    withdrawn: datetime | None = None
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class SubjectChange:
    """Something that happened to a subject: what, when, in which state of the population, and why if it was said."""

    kind: SubjectChangeKind
    version: int
    sequence: int
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A subject offered for enrolment. `row_key` is the key of the row that names it: a row that names several
    parties gives several subjects, whose keys are its own with "#1", "#2" and so on."""

    row_key: str
    subject: Subject


@dataclass(frozen=True, slots=True)
class Population:
    """All subjects under recurrent screening together.

    `sequence` counts the states of the population: each enrolment or withdrawal that changed anything makes the
    next one, and all that it changed carries its number. `subjects` are screened, `withdrawn` are not.
    """

    name: str
    sequence: int
    subjects: int
    withdrawn: int
    began: datetime


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an enrolment came to; the counts are of subjects, and every subject or row of the file is in one of them.

    `returned` were withdrawn before and are screened again (whether their content changed or not); `withdrawn`
    were withdrawn by this enrolment. `sequence` is the state of the population after it. `notes` say which references
    of redress attach no proof: those that are mistyped, and those that nobody was given here.
    """

    population: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    returned: int = 0
    skipped: tuple[Skipped, ...] = ()
    sequence: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def subjects(self) -> int:
        """The subjects that the file named and that are screened now."""
        return self.added + self.changed + self.unchanged + self.returned


@dataclass(frozen=True, slots=True)
class PopulationRules:
    """What a policy says of one population; what it leaves out holds as for all.

    `lists` names sources (with @scope where wanted), empty means those of the policy. `max_age_days` gives the
    oldest version that counts as a completed control, by list reference ("*" for all others). `every_days` is the
    clock of the periodic re-vetting: everybody is screened against everything at least that often; None sets none.
    """

    name: str
    lists: tuple[str, ...] = ()
    review_from: float | None = None
    strong_from: float | None = None
    max_age_days: tuple[tuple[str, int], ...] = ()
    every_days: int | None = None
