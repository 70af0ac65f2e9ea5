"""The engine as a harness sees it: `score` for pairs of records, `make_engine` for retrieval.

Records are dictionaries of lists with FollowTheMoney property names.
"""

from collections.abc import Mapping, Sequence

from namesake.fields.properties import facts_of
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.values.entities import Entity
from namesake.values.matches import score_of
from namesake.values.tokens import Prepared

Properties = Mapping[str, Sequence[str]]

_SCORER = Scorer(shipped())


def score(left: Properties, right: Properties, schema: str) -> float:
    """The probability that two records are the same party."""
    scored = _SCORER.score(prepared(left, schema), prepared(right, schema))
    return score_of(scored.explanation.bits) if scored else 0.0


def prepared(record: Properties, schema: str, key: str = "") -> Prepared:
    """A record as the engine compares it."""
    facts = facts_of(
        {name: list(values) for name, values in record.items() if name not in ("id", "schema")}, schema
    )
    entity = Entity(
        key, schema, facts.names, facts.birth_dates, facts.birth_places, facts.genders, facts.countries,
        facts.identifiers, facts.addresses,
    )  # fmt: skip
    return prepare(entity)
