"""One subject through all stages."""

import math
from collections.abc import Iterable
from typing import Protocol

from namesake.candidates.index import Candidate
from namesake.names.prepare import prepare, prepare_some
from namesake.scoring.scorer import Scored, Scorer
from namesake.values.entities import Entity, Subject
from namesake.values.matches import BIT, Band, ListedRef, Match, Result, score_of
from namesake.values.policies import Policy
from namesake.values.tokens import Prepared

EVERYTHING = 0.0
"""The score that every pair has at least."""


class Listed(Protocol):
    """The indexed entries by number."""

    def __getitem__(self, number: int) -> ListedRef | None:
        """The entry of a number, or None where it is no longer in force."""
        ...


class Candidates(Protocol):
    """Says which entries a subject must be compared with: an index, or whatever stands in for one."""

    def candidates(self, subject: Prepared, threshold: int) -> Iterable[Candidate]:
        """Every entry that could reach the threshold (1/1024 bit), each with all pairs of names that could."""
        ...


class Screening:
    """Screens subjects against one index with one model and policy.

    A pair's result depends on that pair, the model and the policy alone: not on other subjects, other entries
    or the order in which they come.
    """

    def __init__(self, index: Candidates, listed: Listed, scorer: Scorer, policy: Policy) -> None:
        self._index = index
        self._listed = listed
        self._scorer = scorer
        self._policy = policy
        self._needed = needed(policy)

    def screen(self, subject: Subject) -> Result:
        """All matches of a subject from the strongest to the weakest, ties by list and entry id."""
        prepared = prepare(subject.entity)
        found = (self._match(prepared, candidate) for candidate in self._candidates(prepared))
        matches = sorted((match for match in found if match), key=_strongest_first)
        return Result(subject, tuple(matches))

    def _candidates(self, subject: Prepared) -> Iterable[Candidate]:
        return self._index.candidates(subject, self._needed)

    def _match(self, subject: Prepared, candidate: Candidate) -> Match | None:
        entry = self._listed[candidate.entity]
        if entry is None:
            return None
        if candidate.pairs is None:
            scored = self._scorer.score(subject, prepare(entry.entity))
            return match_of(entry, scored, self._policy) if scored else None
        own = tuple(dict.fromkeys(theirs for _, theirs in candidate.pairs))
        listed = prepare_some(entry.entity, own)
        pairs = [(ours, own.index(theirs)) for ours, theirs in candidate.pairs]
        scored = self._scorer.score(subject, listed, pairs)
        return match_of(entry, scored, self._policy) if scored else None


def needed(policy: Policy) -> int:
    """The bits (1/1024) that a candidate must be able to reach; one less than the score, for what rounding may do."""
    return math.ceil(BIT * math.log2(policy.review_from / (1 - policy.review_from)) - 1)


def match_of(entry: ListedRef, scored: Scored, policy: Policy, least: float | None = None) -> Match | None:
    """A scored pair as a match; None below a score: the policy's threshold, where no other is given."""
    bits = scored.explanation.bits
    score = score_of(bits)
    if score < (policy.review_from if least is None else least):
        return None
    band: Band = "strong" if score >= policy.strong_from else "review" if score >= policy.review_from else "clear"
    return Match(entry, score, bits, band, scored.namesakes_per_million, scored.explanation)


def reference(entity: Entity, source: str = "", version: str = "") -> ListedRef:
    """An entity that comes from no published list as something to match."""
    return ListedRef(source, "", version, entity.id, f"{source}:{entity.id}", entity.caption, entity.schema, entity)


def _strongest_first(match: Match) -> tuple[int, str, str, str]:
    return (-match.bits, match.entry.source, match.entry.scope, match.entry.entry_id)
