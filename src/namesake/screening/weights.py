"""What the candidate stage must know of the model, so that its bound is one."""

from collections.abc import Mapping

from namesake.candidates.reach import Weights
from namesake.errors import PolicyError
from namesake.scoring.comparisons.birth_dates import LEVELS, SLIPS
from namesake.scoring.model import Model
from namesake.scoring.scorer import WEAK_BELOW
from namesake.values.tokens import NameClass

_NEVER_ABOVE_ZERO = (
    "cost", "cost_per_letter", "contradiction", "contradictions", "contradicted", "last", "extra", "extra_words",
    "single", "no_word", "initial_differs", "turned", "mixed", "reversed", "number_differs", "number_missing",
    "generic_differs", "generic_missing", "legal_differs", "legal_missing", "weak",
)  # fmt: skip


def bounds(model: Model) -> dict[NameClass, Weights]:
    """The weights of the bound. Raises `PolicyError` for a model in which a conflict would raise a score."""
    return {kind: _of(weights, model.facts) for kind, weights in model.names.items()}


def _of(weights: Mapping[str, int], facts: Mapping[str, int]) -> Weights:
    for feature in _NEVER_ABOVE_ZERO:
        if weights.get(feature, 0) > 0:
            raise PolicyError(f"the model lets {feature!r} raise a score")
    return Weights(
        prior=weights["prior"],
        word=weights["word"],
        rarity=weights["rarity"],
        cost=weights["cost"] + max(0, weights.get("cost_across_scripts", 0)),
        cost_per_letter=weights["cost_per_letter"],
        joined=weights.get("joined", 0),
        initial=max(0, weights.get("initial", 0)),
        aside=max(0, weights.get("number", 0), weights.get("generic", 0), weights.get("legal", 0)),
        contradiction=weights["contradiction"],
        contradictions=weights["contradictions"],
        extra=weights["extra"],
        extra_words=weights["extra_words"],
        single=weights["single"],
        no_word=weights["no_word"],
        weak=weights["weak"],
        weak_below=WEAK_BELOW,
        birth_agrees=max(facts[f"birth_date.{level}"] for level in LEVELS),
        birth_slips=max(facts[f"birth_date.{level}"] for level in SLIPS),
        birth_near=facts["birth_date.neighbouring year"],
        birth_differs=facts["birth_date.differs"],
    )
