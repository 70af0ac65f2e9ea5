"""What models of the operator's own were made of, and when which model came into force."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

PopulationKind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of one kind of subject.

    `subjects` have a word that counts and `others` none, mostly for being written in another script; `words` are
    those held by enough subjects to be kept; `weight` is what the counts weigh against the reference population, 0..1.
    """

    kind: PopulationKind
    subjects: int
    others: int
    words: int
    weight: float


@dataclass(frozen=True, slots=True)
class AdaptedModel:
    """A model of the operator's own and what it was made of: no path, no row and no name of the file is kept."""

    name: str
    hash: str
    base: str
    base_hash: str
    made: datetime
    file: str
    file_sha256: str
    subjects: int
    skipped: int
    weight: float
    counted: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Promotion:
    """A model came into force: which, in whose place, why, and by whom it was decided."""

    at: datetime
    old: str
    old_hash: str
    model: str
    hash: str
    reason: str
    by: str
