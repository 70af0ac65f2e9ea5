"""What the candidate stage must know of the model, so that its bound is one."""

from namesake.candidates.births import BirthWeights
from namesake.candidates.index import Measures
from namesake.errors import PolicyError
from namesake.kernels.items import FEATURES
from namesake.scoring.birth_levels import LEVELS, SLIPS
from namesake.scoring.model import Model

_ANY_SIGN = frozenset({"prior", "across", "syllabic", "attested", "alike", "stem", "acronym", "whole"})
_NEVER_BELOW_ZERO = frozenset(
    {"word", "rarity", "across_rarity", "syllabic_rarity", "initial", "number", "generic", "legal"}
)


ADDRESSES = (("address", "address_mostly"), ("address_other", "address_mostly_other"))
"""The weights of an address that is the same and of one that mostly is, for persons and for all else."""


def measures(model: Model) -> Measures:
    """What the index needs. Raises `PolicyError` for a model in which a conflict would raise a score or an agreement
    lower it."""
    for weights in model.names.values():
        for feature, weight in weights.items():
            if weight > 0 and feature not in _ANY_SIGN | _NEVER_BELOW_ZERO:
                raise PolicyError(f"the model lets {feature!r} raise a score")
            if weight < 0 and feature in _NEVER_BELOW_ZERO:
                raise PolicyError(f"the model lets {feature!r} lower a score")
    for same, mostly in ADDRESSES:
        if not model.facts.get(same, 0) >= model.facts.get(mostly, 0) >= 0:
            raise PolicyError(f"the model lets {same!r} lower a score")
    assert set(FEATURES) >= _ANY_SIGN | _NEVER_BELOW_ZERO
    addresses = max(model.facts.get(same, 0) for same, _ in ADDRESSES)
    births = BirthWeights(
        agrees=max(model.facts[f"birth_date.{level}"] for level in LEVELS),
        slips=max(model.facts[f"birth_date.{level}"] for level in SLIPS),
        near=model.facts["birth_date.neighbouring year"],
        differs=model.facts["birth_date.differs"],
    )
    return Measures(model.rarities, model.weights, model.rules, births, addresses)
