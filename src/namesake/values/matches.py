"""What screening finds: evidence in bits, matches, results."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from namesake.values.entities import Entity, Note, Skipped, Subject
from namesake.values.made import Made

Band = Literal["clear", "review", "strong"]

BIT = 1024
"""Bits are counted in 1/1024, as integers, so that a sum is the same on every machine."""


def score_of(bits: int) -> float:
    """The probability that belongs to a sum of evidence, `1 / (1 + 2**-bits)`; bits in 1/1024."""
    exponent = -bits / BIT
    return 0.0 if exponent > 1000 else 1.0 / (1.0 + 2.0**exponent)


class Evidence(Made, frozen=True):
    """One finding. `bits` in 1/1024: above zero speaks for the same party, below against it.

    `code` is stable and documented, `level` says how strongly the values agree or conflict. Absence is
    evidence too, with 0 bits. The two values are verbatim. `per_million` is how many of a million people of
    the reference population would agree at least this well, where that can be said.
    """

    code: str
    level: str
    subject_value: str
    entry_value: str
    bits: int
    per_million: float | None = None


class Explanation(Made, frozen=True):
    """The prior and every finding; they add up to the score exactly."""

    prior: int
    evidence: tuple[Evidence, ...]

    @property
    def bits(self) -> int:
        """The sum, in 1/1024 bit."""
        return self.prior + sum(item.bits for item in self.evidence)


@dataclass(frozen=True, slots=True)
class ListedRef:
    """Which entry of which list version a match is with."""

    source: str
    scope: str
    version: str
    entry_id: str
    identity: str
    caption: str
    schema: str
    entity: Entity
    programmes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    expires: date | None = None

    @property
    def reference(self) -> str:
        """The list as a user names it: source, and @scope where there is one."""
        return f"{self.source}@{self.scope}" if self.scope else self.source


@dataclass(frozen=True, slots=True)
class Match:
    """A scored candidate. `namesakes_per_million` is the expected number of innocent people per million of
    the reference population who would match at least this well by chance."""

    entry: ListedRef
    score: float
    bits: int
    band: Band
    namesakes_per_million: float
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class Result:
    """All that was found on one subject: matches from the strongest to the weakest; none means clear."""

    subject: Subject
    matches: tuple[Match, ...]
    notes: tuple[Note, ...] = ()

    @property
    def band(self) -> Band:
        """The strongest band among the matches."""
        bands: list[Band] = [match.band for match in self.matches]
        return "strong" if "strong" in bands else "review" if "review" in bands else "clear"


Outcome = Result | Skipped
