"""A candidate becomes evidence: the one scoring path."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from namesake.scoring.alignment import Alignment, Pair, align
from namesake.scoring.comparisons import birth_dates, countries, genders, identifiers, wholes, words
from namesake.scoring.finding import Finding
from namesake.scoring.model import Model
from namesake.values.matches import BIT, Evidence, Explanation
from namesake.values.schemas import comparable
from namesake.values.tokens import NameClass, NameParts, Prepared

CLUSTERED = 8.0
"""Names of one culture occur together: after the first word, a further one is about so many times likelier
than its share of the whole population says."""

WEAK_BELOW = BIT
"""By how much names stay below even odds where one of them is weak."""

NamePair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """The explanation of a pair and the expected namesakes per million of the reference population."""

    explanation: Explanation
    namesakes_per_million: float


@dataclass(frozen=True, slots=True)
class _Names:
    evidence: tuple[Evidence, ...]
    bits: int
    share: float


class Scorer:
    """Scores pairs with one model. A pair's result depends on the pair and the model alone."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def score(self, left: Prepared, right: Prepared, pairs: Iterable[NamePair] | None = None) -> Scored | None:
        """The evidence of a subject (left) and an entry (right); None where they cannot be the same kind of thing.

        `pairs` limits the name pairs to look at, by position; it must hold the best one.
        """
        if not comparable(left.entity.schema, right.entity.schema):
            return None
        kind = class_of(left, right)
        names = self._best_names(left, right, kind, pairs)
        facts = tuple(self._weighed(finding, kind) for finding in _facts(left, right, kind))
        explanation = Explanation(self.model.prior(kind), (*names.evidence, *facts))
        return Scored(explanation, _namesakes(names.share, facts))

    def _best_names(self, left: Prepared, right: Prepared, kind: NameClass, pairs: Iterable[NamePair] | None) -> _Names:
        """The pair of names with the most bits; the first of several."""
        if pairs is None:
            pairs = [(i, j) for i in range(len(left.names)) for j in range(len(right.names))]
        compared = [self._names(left.names[i], right.names[j], kind) for i, j in pairs]
        nothing = Evidence("name.unknown", "no name to compare", left.entity.caption, right.entity.caption, 0)
        return max(compared, key=lambda found: found.bits, default=_Names((nothing,), 0, 1.0))

    def _names(self, left: NameParts, right: NameParts, kind: NameClass) -> _Names:
        found = align(left, right, kind)
        evidence = [self._weighed(f, kind) for f in name_findings(left, right, found, kind)]
        weak = left.name.weak or right.name.weak
        if same := wholes.sameness(left, right):  # also lifts names of initials or numbers alone
            evidence.append(self._whole((left, right), same, kind, sum(item.bits for item in evidence)))
        if weak:
            evidence.append(self._weak(left, right, kind, sum(item.bits for item in evidence)))
        return _Names(tuple(evidence), sum(item.bits for item in evidence), _share(found.pairs))

    def _whole(self, names: tuple[NameParts, NameParts], same: str, kind: NameClass, bits: int) -> Evidence:
        """An exact full name is always worth a look: it lifts a pair to even odds at least."""
        least = self.model.names[kind]["whole"] if same == "exact" else 0
        lift = max(least, -(self.model.prior(kind) + bits))
        return Evidence("name.whole", same, names[0].name.text, names[1].name.text, lift)

    def _weak(self, left: NameParts, right: NameParts, kind: NameClass, bits: int) -> Evidence:
        """A weak alias corroborates and never decides: however rare, names alone stay below even odds."""
        charge = min(self.model.names[kind]["weak"], -WEAK_BELOW - self.model.prior(kind) - bits)
        return Evidence("name.weak_alias", "corroborates only", left.name.text, right.name.text, charge)

    def _weighed(self, finding: Finding, kind: NameClass) -> Evidence:
        bits = self.model.bits(finding, kind)
        values = (finding.subject_value, finding.entry_value)
        return Evidence(finding.code, finding.level, *values, bits, finding.per_million)


def class_of(left: Prepared, right: Prepared) -> NameClass:
    """Which weights a pair is scored with."""
    return "person" if "Person" in (left.entity.schema, right.entity.schema) else "other"


def name_findings(left: NameParts, right: NameParts, found: Alignment, kind: NameClass) -> Iterator[Finding]:
    """All that a pair of names shows, before it is weighed."""
    yield from words.compare(left, right, found, kind)
    yield from wholes.compare(left, right, found)


def _facts(left: Prepared, right: Prepared, kind: NameClass) -> Iterator[Finding]:
    one, other = left.entity, right.entity
    if kind == "person":
        yield from birth_dates.compare(one.birth_dates, other.birth_dates)
        yield from genders.compare(one.genders, other.genders)
    yield from countries.compare(one.countries, other.countries, kind)
    yield from identifiers.compare(one.identifiers, other.identifiers)


def _share(pairs: tuple[Pair, ...]) -> float:
    """The share of the reference population whose name would agree at least as well in these words."""
    shares = sorted(words.chance(pair) for pair in pairs)
    if not shares:
        return 1.0
    product = shares[0]
    for share in shares[1:]:
        product *= min(1.0, share * CLUSTERED)
    return product


def _namesakes(share: float, facts: tuple[Evidence, ...]) -> float:
    """Per million; only facts that few share narrow it down, and never nationality."""
    for item in facts:
        if item.per_million is not None and item.bits > 0:
            share *= item.per_million / 1e6
        elif item.code == "gender" and item.level == "agrees":
            share /= 2
    return 1e6 * share
