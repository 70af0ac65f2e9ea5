"""The engine as a harness sees it: `score` for pairs of records, `make_engine` for retrieval.

Records are dictionaries of lists with FollowTheMoney property names.
"""

from collections.abc import Mapping, Sequence

from namesake.candidates.index import Index, build_index
from namesake.fields.properties import facts_of
from namesake.names.prepare import prepare
from namesake.scoring.model import Model, shipped
from namesake.scoring.scorer import Scored, Scorer
from namesake.screening.screening import Screening, reference
from namesake.screening.weights import measures
from namesake.values.entities import Entity, Subject
from namesake.values.matches import Match, score_of
from namesake.values.policies import Policy
from namesake.values.tokens import Prepared

Properties = Mapping[str, Sequence[str]]

LOWEST = 0.05
"""Retrieval returns what scores at least this: thresholds are the harness's business."""

_SCORER = Scorer(shipped())


def score(left: Properties, right: Properties, schema: str) -> float:
    """The probability that two records are the same party."""
    scored = explained(left, right, schema)
    return score_of(scored.explanation.bits) if scored else 0.0


def explained(left: Properties, right: Properties, schema: str) -> Scored | None:
    """The same with its explanation; None where the two cannot be the same kind of thing."""
    return _SCORER.score(prepared(left, schema), prepared(right, schema))


def prepared(record: Properties, schema: str, key: str = "") -> Prepared:
    """A record as the engine compares it."""
    facts = facts_of({name: list(values) for name, values in record.items() if name not in ("id", "schema")}, schema)
    entity = Entity(
        key, schema, facts.names, facts.birth_dates, facts.birth_places, facts.genders, facts.countries,
        facts.identifiers, facts.addresses,
    )  # fmt: skip
    return prepare(entity)


class Engine:
    """Retrieval over a set of records."""

    default_threshold = 0.5

    def __init__(self, entities: Sequence[Mapping[str, object]], model: Model | None = None) -> None:
        records = [prepared(_properties(record), str(record["schema"]), str(record["id"])) for record in entities]
        model = model or shipped()
        index = Index(build_index(records, model.rarities), measures(model))
        listed = [reference(record.entity) for record in records]
        self._screening = Screening(index, listed, Scorer(model), Policy(review_from=LOWEST))

    def search(self, props: Properties, schema: str, limit: int = 20) -> list[tuple[str, float]]:
        """The best entries with their scores."""
        return [(match.entry.entry_id, match.score) for match in self.matches(props, schema)[:limit]]

    def matches(self, props: Properties, schema: str) -> tuple[Match, ...]:
        """All matches from LOWEST upwards, the best first, each with its explanation."""
        return self._screening.screen(Subject("", prepared(props, schema).entity)).matches


def make_engine(entities: Sequence[Mapping[str, object]]) -> Engine:
    """An engine over records that have "id" and "schema" beside their properties."""
    return Engine(entities)


def _properties(record: Mapping[str, object]) -> dict[str, list[str]]:
    return {name: list(values) for name, values in record.items() if isinstance(values, list | tuple)}
