"""What came of a case."""

from dataclasses import dataclass

from namesake.evaluation.cases import Case


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a case matched, as `source@scope:id`, the name that is shown of it, and the score."""

    entry: str
    caption: str
    score: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A case and its matches from the strongest; `skipped` says why it could not be screened."""

    case: Case
    hits: tuple[Hit, ...] = ()
    skipped: str = ""

    def found_from(self) -> float | None:
        """The highest score of an entry that is expected, None where none was matched."""
        return max((hit.score for hit in self.hits if hit.entry in self.case.expect), default=None)

    def alerts_from(self) -> float | None:
        """The highest score of any entry, None where nothing was matched."""
        return max((hit.score for hit in self.hits), default=None)

    def found(self, threshold: float) -> bool:
        """Whether an expected entry scores at least that."""
        score = self.found_from()
        return score is not None and score >= threshold

    def alerts(self, threshold: float) -> bool:
        """Whether any entry scores at least that."""
        score = self.alerts_from()
        return score is not None and score >= threshold
