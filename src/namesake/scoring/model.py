"""The declared model: what each feature is worth, pinned by a hash over all that it rests on."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from namesake.errors import PolicyError
from namesake.kernels.bench import Rules
from namesake.kernels.items import FEATURES, Weights
from namesake.kernels.rarity import Rarities, shipped_rarities
from namesake.kernels.tables import rules
from namesake.scoring.finding import Finding
from namesake.values.matches import BIT
from namesake.values.tokens import NameClass

_RESTS_ON = (
    "model.toml", "spelling.toml", "spelling_costs.npy", "spelling_contexts.npy", "person_words.npy",
    "person_rarity.npy", "person_groups.npy", "person_lifts.npy", "organisation_words.npy", "organisation_rarity.npy",
    "generic_words.csv", "legal_forms.csv", "honorifics.csv", "particles.csv", "nicknames.csv", "attested.csv",
    "numbers.csv", "place_words.csv", "word_keys.csv", "country_forms.csv", "ordinary_words.txt",
)  # fmt: skip

NEVER_FOR = frozenset({"country_agrees", "gender_agrees", "nationality", "religion", "ethnicity", "culture"})
"""Features that a model must not have: belonging somewhere is never evidence of being listed."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in 1/1024 bit, per class of names and for facts that are the same for all; how rare words are; and by
    which rules words are compared."""

    name: str
    population: str
    hash: str
    names: Mapping[NameClass, Mapping[str, int]]
    facts: Mapping[str, int]
    rarities: Mapping[NameClass, Rarities]
    weights: Mapping[NameClass, Weights]
    rules: Rules

    def prior(self, kind: NameClass) -> int:
        """Where every pair starts, in 1/1024 bit."""
        return self.names[kind]["prior"]

    def bits(self, finding: Finding, kind: NameClass) -> int:
        """What a finding on facts is worth, in 1/1024 bit; a feature without a weight is worth nothing."""
        weights = self.names[kind]
        return sum(weights.get(feature, self.facts.get(feature, 0)) * amount for feature, amount in finding.amounts)


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return read(_text(), shipped_hash())


@cache
def shipped_hash() -> str:
    """The hash of the model that comes with the package, without the work of reading it."""
    return digest_of({})


def digest_of(own: Mapping[str, bytes]) -> str:
    """The hash over all that a model rests on: files of the package, and those that a model has of its `own`."""
    folder = files("namesake.data")
    digest = hashlib.sha256()
    for name in _RESTS_ON:
        content = own[name] if name in own else folder.joinpath(name).read_bytes()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def text_for(name: str, population: str) -> str:
    """The TOML of a model that weighs as that of the package does, under another name and for another population."""
    values = {"name": name, "population": population}
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    rest = re.sub(r"^(name|population) = .*\n", "", _text(), count=2, flags=re.MULTILINE)
    return "\n".join([*lines, rest])


def _text() -> str:
    return files("namesake.data").joinpath("model.toml").read_text("utf-8")


def read(text: str, digest: str, rarities: Mapping[NameClass, Rarities] | None = None) -> Model:
    """A model from its TOML, with the rarities of the package where no other are given.

    Raises `PolicyError` where it would weigh what must never be weighed.
    """
    raw = tomllib.loads(text)
    names: dict[NameClass, dict[str, int]] = {
        "person": _weights(raw["person"]),
        "other": _weights(raw["other"]),
    }
    facts = _weights(raw["facts"])
    if unknown := sorted({*names["person"], *names["other"]} - set(FEATURES)):
        raise PolicyError(f"the model weighs {unknown[0]!r}, which no comparison measures")
    for feature in {*names["person"], *names["other"], *facts}:
        if feature in NEVER_FOR or (feature in ("country_differs", "gender_differs") and facts[feature] > 0):
            raise PolicyError(f"a model must not weigh {feature!r}: it says nothing about who somebody is")
    weights = {kind: Weights(names[kind], person=kind == "person") for kind in names}
    return Model(
        raw["name"],
        raw["population"],
        digest,
        names,
        facts,
        rarities or shipped_rarities(),
        weights,
        rules(round(raw["anchor"] * BIT)),
    )


def _weights(table: Mapping[str, float]) -> dict[str, int]:
    return {feature: round(weight * BIT) for feature, weight in table.items()}
