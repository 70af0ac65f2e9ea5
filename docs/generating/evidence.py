"""The page on evidence: codes, levels and the weights of the shipped model."""

from collections.abc import Iterator, Mapping

from generating.markdown import code, sections, table
from namesake.scoring.catalogue import CATALOGUE, FEATURES, Level
from namesake.scoring.model import Model, shipped
from namesake.values.matches import BIT

_INTRODUCTION = """# Evidence

A match starts at the prior of the model; every finding adds or takes away bits; the sum is the score. The
[explanation](../explanation/how-a-match-is-scored.md) says why. This page lists every finding (code and level), and
what it is worth in the model `{name}`. Bits are integers in 1/1024 bit in the JSON; here they are shown in bits.

Weights with a count ("for every ...") are multiplied by it, so that a finding such as `name.word` has no fixed worth:
it depends on how rare the word is and how far the spellings lie apart. Findings without a weight are worth nothing and
are reported all the same: absence is visible."""

_WEIGHTS = """## Weights

Names of persons and names of everything else have weights of their own."""

_RULES = """## Rules that no model may break

- Agreement of nationality, citizenship, country or gender is worth nothing; a model that gives it a weight, or
  weighs religion, ethnicity or name culture, is refused with [`policy-invalid`](errors.md).
- A difference of country or gender can only lower a score.
- Two whole names that are the same lift the names to even odds at least, unless one of them is a weak alias.
- The prior and all bits add up to the bits of the match exactly; nothing else feeds the score."""


def page() -> str:
    """Codes, levels, weights and rules."""
    model = shipped()
    pieces = [_INTRODUCTION.format(name=model.name)]
    for name, levels in CATALOGUE.items():
        pieces += [f"## `{name}`", table(("level", "meaning", "bits"), _levels(levels, model))]
    weights = table(("weight", "counts", "persons", "all others"), _weights(model))
    return sections([*pieces, _WEIGHTS, weights, "## Facts, the same for everybody", _facts(model), _RULES])


def _levels(levels: Mapping[str, Level], model: Model) -> Iterator[tuple[str, str, str]]:
    for name, level in levels.items():
        yield code(name), level.meaning, _worth(level, model)


def _worth(level: Level, model: Model) -> str:
    if not level.features:
        return "0"
    alone = level.features[0]
    if alone in model.facts:
        return _bits(model.facts[alone])
    return ", ".join(map(code, level.features))


def _weights(model: Model) -> Iterator[tuple[str, ...]]:
    person, other = model.names["person"], model.names["other"]
    for name, counts in FEATURES.items():
        if name in person or name in other:
            yield code(name), counts, _given(person, name), _given(other, name)


def _facts(model: Model) -> str:
    rows = ((code(name), FEATURES.get(name, "Once."), _bits(bits)) for name, bits in model.facts.items())
    return table(("weight", "counts", "bits"), rows)


def _given(weights: Mapping[str, int], name: str) -> str:
    return _bits(weights[name]) if name in weights else ""


def _bits(bits: int) -> str:
    return f"{bits / BIT:+.2f}" if bits else "0"
