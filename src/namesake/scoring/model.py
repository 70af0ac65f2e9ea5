"""The declared model: what each feature is worth, pinned by a hash over all that it rests on."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from namesake.errors import PolicyError
from namesake.scoring.finding import Finding
from namesake.values.matches import BIT
from namesake.values.tokens import NameClass

_BITS = frozenset({"rarity", "cost", "cost_per_letter", "cost_across_scripts", "contradicted", "extra"})
_RESTS_ON = (
    "model.toml", "spelling.toml", "person_words.npy", "person_rarity.npy", "organisation_words.npy",
    "organisation_rarity.npy", "generic_words.csv", "legal_forms.csv", "honorifics.csv", "particles.csv",
)  # fmt: skip

NEVER_FOR = frozenset({"country_agrees", "gender_agrees", "nationality", "religion", "ethnicity", "culture"})
"""Features that a model must not have: belonging somewhere is never evidence of being listed."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in 1/1024 bit: per class of names, and for facts that are the same for all."""

    name: str
    population: str
    hash: str
    names: Mapping[NameClass, Mapping[str, int]]
    facts: Mapping[str, int]

    def prior(self, kind: NameClass) -> int:
        """Where every pair starts, in 1/1024 bit."""
        return self.names[kind]["prior"]

    def bits(self, finding: Finding, kind: NameClass) -> int:
        """What a finding is worth, in 1/1024 bit; a feature without a weight is worth nothing."""
        weights = self.names[kind]
        total = 0
        for feature, amount in finding.amounts:
            weight = weights.get(feature, self.facts.get(feature, 0))
            total += (weight * amount + BIT // 2) // BIT if feature in _BITS else weight * amount
        return total


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    folder = files("namesake.data")
    digest = hashlib.sha256()
    for name in _RESTS_ON:
        digest.update(hashlib.sha256(folder.joinpath(name).read_bytes()).digest())
    return read(folder.joinpath("model.toml").read_text("utf-8"), digest.hexdigest())


def read(text: str, digest: str) -> Model:
    """A model from its TOML. Raises `PolicyError` where it would weigh what must never be weighed."""
    raw = tomllib.loads(text)
    names: dict[NameClass, dict[str, int]] = {
        "person": _weights(raw["person"]),
        "other": _weights(raw["other"]),
    }
    facts = _weights(raw["facts"])
    for feature in {*names["person"], *names["other"], *facts}:
        if feature in NEVER_FOR or (feature in ("country_differs", "gender_differs") and facts[feature] > 0):
            raise PolicyError(f"a model must not weigh {feature!r}: it says nothing about who somebody is")
    return Model(raw["name"], raw["population"], digest, names, facts)


def _weights(table: Mapping[str, float]) -> dict[str, int]:
    return {feature: round(weight * BIT) for feature, weight in table.items()}
