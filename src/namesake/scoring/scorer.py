"""A candidate becomes evidence: the one scoring path."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import get_args

from namesake.kernels.bench import Bench
from namesake.kernels.items import Items
from namesake.kernels.slate import NamePair, Slate
from namesake.kernels.telling import told
from namesake.scoring.comparisons import addresses, birth_dates, birth_places, countries, genders, identifiers
from namesake.scoring.finding import Finding
from namesake.scoring.model import Model
from namesake.values.entities import Entity
from namesake.values.made import Made
from namesake.values.matches import Evidence, Explanation
from namesake.values.schemas import comparable
from namesake.values.tokens import NameClass, Prepared


class Scored(Made, frozen=True):
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
        self._slates = {kind: Slate(model.rarities[kind]) for kind in model.names}

    def score(self, left: Prepared, right: Prepared, pairs: Iterable[NamePair] | None = None) -> Scored | None:
        """The evidence of a subject (left) and an entry (right); None where they cannot be the same kind of thing.

        `pairs` limits the name pairs to look at, by position; it must hold the best one.
        """
        one, other = left.entity, right.entity
        if one.schema != other.schema and not comparable(one.schema, other.schema):
            return None
        kind = class_of(left, right)
        evidence: list[Evidence] = []
        share = self._names(left, right, kind, pairs, evidence)
        if _names_alone(one) and _names_alone(other):
            evidence += _UNSAID[kind]
        else:
            facts = [self._weighed(finding, kind) for finding in _facts(one, other, kind)]
            evidence += facts
            share = _narrowed(share, facts)
        return Scored(Explanation(self.model.prior(kind), tuple(evidence)), 1e6 * share)

    def _names(
        self, left: Prepared, right: Prepared, kind: NameClass, pairs: Iterable[NamePair] | None, into: list[Evidence]
    ) -> float:
        """Add the evidence of the pair of names with the most bits; the share of people whose name would agree so."""
        slate, bench, items = self._slates[kind], self._bench, self._items
        slate.place(left.names, right.names)
        best = slate.best(pairs, self.model.weights[kind], self.model.rules, bench, items)
        if best is None:
            into.append(_nothing(left.entity, right.entity))
            return 1.0
        return told(left.names[best[0]], right.names[best[1]], bench, items, into)

    def _weighed(self, finding: Finding, kind: NameClass) -> Evidence:
        left, right, amounts = finding.subject_value, finding.entry_value, finding.amounts
        if not left and not right and not amounts and finding.per_million is None:
            return _unsaid(finding.code, finding.level)
        bits = self.model.bits(finding, kind) if amounts else 0
        return Evidence(finding.code, finding.level, left, right, bits, finding.per_million)


@cache
def _unsaid(code: str, level: str) -> Evidence:
    """What most pairs have nothing on, the same for all."""
    return Evidence(code, level, "", "", 0)


def class_of(left: Prepared, right: Prepared) -> NameClass:
    """Which weights a pair is scored with."""
    return "person" if "Person" in (left.entity.schema, right.entity.schema) else "other"


def _facts(one: Entity, other: Entity, kind: NameClass) -> tuple[Finding, ...]:
    found = (
        *countries.compare(one.countries, other.countries, kind),
        *identifiers.compare(one.identifiers, other.identifiers),
        *addresses.compare(one.addresses, other.addresses, kind),
    )
    if kind != "person":
        return found
    return (
        *birth_dates.compare(one.birth_dates, other.birth_dates),
        *birth_places.compare(one, other),
        *genders.compare(one.genders, other.genders),
        *found,
    )


def _names_alone(entity: Entity) -> bool:
    """Whether nothing that is compared is known of an entity but its names."""
    return not (
        entity.birth_dates
        or entity.countries
        or entity.identifiers
        or entity.genders
        or entity.birth_places
        or entity.addresses
    )


def _nothing(one: Entity, other: Entity) -> Evidence:
    """Where one of the sides has no name that could be compared."""
    return Evidence("name.unknown", "no name to compare", one.caption, other.caption, 0)


def _narrowed(share: float, facts: Iterable[Evidence]) -> float:
    """Only facts that few share narrow it down, and never nationality."""
    for item in facts:
        if item.per_million is not None and item.bits > 0:
            share *= item.per_million / 1e6
        elif item.code == "gender" and item.level == "agrees":
            share /= 2
    return share


_NOBODY = Entity("", "", ())
_UNSAID: Mapping[NameClass, tuple[Evidence, ...]] = {
    kind: tuple([_unsaid(finding.code, finding.level) for finding in _facts(_NOBODY, _NOBODY, kind)])
    for kind in get_args(NameClass)
}
"""What is said of two sides with nothing but names."""
