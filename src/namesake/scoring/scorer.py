"""A candidate becomes evidence: the one scoring path."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from namesake.kernels.bank import Bank
from namesake.kernels.evidence import Items, compare
from namesake.kernels.links import Bench
from namesake.kernels.names import Names
from namesake.scoring.comparisons import birth_dates, birth_places, countries, genders, identifiers, names
from namesake.scoring.finding import Finding
from namesake.scoring.model import Model
from namesake.values.matches import Evidence, Explanation
from namesake.values.schemas import comparable
from namesake.values.tokens import NameClass, Prepared

CLUSTERED = 8.0
"""Names of one culture occur together: after the first word, a further one is about so many times likelier
than its share of the whole population says."""

BANK = 1 << 14
NamePair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """The explanation of a pair and the expected namesakes per million of the reference population."""

    explanation: Explanation
    namesakes_per_million: float


class Scorer:
    """Scores pairs with one model. A pair's result depends on the pair and the model alone.

    It remembers words that it has met, which changes no answer. Not safe for several threads at once.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self._bench, self._items = Bench(), Items()
        self._banks = {kind: Bank(model.rarities[kind], BANK) for kind in model.names}

    def score(self, left: Prepared, right: Prepared, pairs: Iterable[NamePair] | None = None) -> Scored | None:
        """The evidence of a subject (left) and an entry (right); None where they cannot be the same kind of thing.

        `pairs` limits the name pairs to look at, by position; it must hold the best one.
        """
        if not comparable(left.entity.schema, right.entity.schema):
            return None
        kind = class_of(left, right)
        found = self._best_names(left, right, kind, pairs)
        facts = tuple(self._weighed(finding, kind) for finding in _facts(left, right, kind))
        explanation = Explanation(self.model.prior(kind), (*found.evidence, *facts))
        return Scored(explanation, _namesakes(found.shares, facts))

    def _best_names(
        self, left: Prepared, right: Prepared, kind: NameClass, pairs: Iterable[NamePair] | None
    ) -> names.Compared:
        """The pair of names with the most bits; the first of several."""
        one, other = self._names(left, right, kind)
        if pairs is None:
            pairs = [(i, j) for i in range(len(left.names)) for j in range(len(right.names))]
        best: tuple[int, NamePair] | None = None
        for i, j in pairs:
            bits = self._compare(one, i, other, j, kind)
            if best is None or bits > best[0]:
                best = bits, (i, j)
        if best is None:
            return names.nothing(left.entity.caption, right.entity.caption)
        i, j = best[1]
        self._compare(one, i, other, j, kind)
        return names.compared(left.names[i], right.names[j], self._bench, self._items)

    def _compare(self, left: Names, i: int, right: Names, j: int, kind: NameClass) -> int:
        return compare(left, i, right, j, self.model.weights[kind], self.model.rules, self._bench, self._items)

    def _names(self, left: Prepared, right: Prepared, kind: NameClass) -> tuple[Names, Names]:
        """Both sides over one vocabulary; a full one makes way for another."""
        needed = sum(len(parts.tokens) for side in (left, right) for parts in side.names)
        if not self._banks[kind].room_for(needed):
            self._banks[kind] = Bank(self.model.rarities[kind], max(BANK, needed))
        bank = self._banks[kind]
        return bank.names(left.names), bank.names(right.names)

    def _weighed(self, finding: Finding, kind: NameClass) -> Evidence:
        bits = self.model.bits(finding, kind)
        values = (finding.subject_value, finding.entry_value)
        return Evidence(finding.code, finding.level, *values, bits, finding.per_million)


def class_of(left: Prepared, right: Prepared) -> NameClass:
    """Which weights a pair is scored with."""
    return "person" if "Person" in (left.entity.schema, right.entity.schema) else "other"


def _facts(left: Prepared, right: Prepared, kind: NameClass) -> Iterator[Finding]:
    one, other = left.entity, right.entity
    if kind == "person":
        yield from birth_dates.compare(one.birth_dates, other.birth_dates)
        yield from birth_places.compare(one, other)
        yield from genders.compare(one.genders, other.genders)
    yield from countries.compare(one.countries, other.countries, kind)
    yield from identifiers.compare(one.identifiers, other.identifiers)


def _share(shares: Iterable[float]) -> float:
    """The share of the reference population whose name would agree at least as well in these words."""
    ordered = sorted(shares)
    if not ordered:
        return 1.0
    product = ordered[0]
    for share in ordered[1:]:
        product *= min(1.0, share * CLUSTERED)
    return product


def _namesakes(shares: Iterable[float], facts: tuple[Evidence, ...]) -> float:
    """Per million; only facts that few share narrow it down, and never nationality."""
    share = _share(shares)
    for item in facts:
        if item.per_million is not None and item.bits > 0:
            share *= item.per_million / 1e6
        elif item.code == "gender" and item.level == "agrees":
            share /= 2
    return 1e6 * share
