"""Two set-ups on one deck: who would newly match, who would no longer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from namesake.evaluation.cases import Case
from namesake.evaluation.seen import Hit, Seen

Change = Literal["new", "gone"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A pair that only one of the two matches. `hit` is the match of the one that has it; `expected` says whether
    the deck wants it."""

    change: Change
    case: Case
    hit: Hit
    expected: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs, and how many different cases, changed in one way among the cases of one class."""

    pairs: int
    expected: int
    cases: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, those of expected entries first, and how many cases have the same matches in both."""

    changed: tuple[Changed, ...]
    same: int
    cases: int

    def of(self, change: Change) -> tuple[Changed, ...]:
        """The pairs that changed in one way."""
        return tuple(item for item in self.changed if item.change == change)

    def by_class(self) -> Mapping[str, Mapping[Change, Tally]]:
        """Tallies by class of cases, those without a change left out."""
        kinds = dict.fromkeys(item.case.kind for item in self.changed)
        return {kind: {change: self._tally(kind, change) for change in ("new", "gone")} for kind in kinds}

    def _tally(self, kind: str, change: Change) -> Tally:
        mine = [item for item in self.of(change) if item.case.kind == kind]
        return Tally(len(mine), sum(item.expected for item in mine), len({item.case.id for item in mine}))


def compare(old: Sequence[Seen], new: Sequence[Seen]) -> Comparison:
    """Compare two runs of the same deck, case by case. Raises `ValueError` where the cases differ."""
    if [item.case for item in old] != [item.case for item in new]:
        raise ValueError("the two runs are not of the same deck")
    changed = [item for before, after in zip(old, new, strict=True) for item in _changes(before, after)]
    touched = {item.case.id for item in changed}
    changed.sort(key=lambda item: (not item.expected, -item.hit.score, item.case.id, item.hit.entry))
    return Comparison(tuple(changed), len(old) - len(touched), len(old))


def _changes(before: Seen, after: Seen) -> Iterator[Changed]:
    was, now = {hit.entry for hit in before.hits}, {hit.entry for hit in after.hits}
    for hit in after.hits:
        if hit.entry not in was:
            yield Changed("new", after.case, hit, hit.entry in after.case.expect)
    for hit in before.hits:
        if hit.entry not in now:
            yield Changed("gone", before.case, hit, hit.entry in before.case.expect)
