"""Rounds of a watch: what became of the sources and of the populations in each of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from namesake.errors import NamesakeError
from namesake.values.matches import Band
from namesake.values.revets import ChangeKind, EntryRef, RunRecord

SourceOutcome = Literal["in-force", "superseded", "unchanged", "refused", "held-back", "failed", "resting"]


@dataclass(frozen=True, slots=True)
class SourceTold:
    """What became of a source: that of the version offered (by its list's `reference` and `version`), or "failed", or
    "resting": it failed several times in a row and is left alone for a while. `error` says why it is not in force."""

    source: str
    outcome: SourceOutcome
    reference: str = ""
    version: str = ""
    error: NamesakeError | None = None


@dataclass(frozen=True, slots=True)
class Concerned:
    """A match that is new, changed or gone: of which subject, by key, with which entry, and why; the score is the one
    it has now, or had before it was gone."""

    kind: ChangeKind
    key: str
    entry: EntryRef
    score: float
    band: Band
    why: str


@dataclass(frozen=True, slots=True)
class PopulationTold:
    """What became of a population: the record of its run with those concerned, or the error for which there is none.
    `left_behind` are the ids of runs whose process had ended before they did. `unsettled` says, in words, why no
    checkpoint of the record could be written after the run; mostly ""."""

    population: str
    record: RunRecord | None = None
    concerned: tuple[Concerned, ...] = ()
    left_behind: tuple[int, ...] = ()
    error: NamesakeError | None = None
    unsettled: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One round: the sources that were due, then the populations. `error` says why none of these could be re-vetted.
    The next round comes after `pause` seconds; None where this was the last. `asked` says whether publishers were
    asked at all."""

    number: int
    began: datetime
    ended: datetime
    asked: bool
    sources: tuple[SourceTold, ...]
    populations: tuple[PopulationTold, ...]
    error: NamesakeError | None = None
    pause: float | None = None

    @property
    def failed(self) -> bool:
        """Whether the control is not complete: a list or a population is not as it should be, or a list is too old."""
        overdue = any(item.overdue for told in self.populations if told.record for item in told.record.lists)
        sources = any(told.outcome in ("failed", "resting") for told in self.sources)
        return bool(self.error) or sources or overdue or any(told.error for told in self.populations)

    @property
    def attention(self) -> bool:
        """Whether a person should look: matches are new or changed, a run was flagged, a version was turned away, the
        end of the record could not be noted."""
        runs = [told.record for told in self.populations if told.record]
        turned_away = any(told.outcome in ("refused", "held-back") for told in self.sources)
        unsettled = any(told.unsettled for told in self.populations)
        return turned_away or unsettled or any(run.new or run.changed or run.flags for run in runs)

    @property
    def uneventful(self) -> bool:
        """Whether there is nothing to tell: no list and no match is otherwise than before, and nothing failed."""
        gone = any((told.record and told.record.gone) or told.left_behind for told in self.populations)
        new = any(told.outcome == "in-force" for told in self.sources)
        return not (self.failed or self.attention or gone or new)
