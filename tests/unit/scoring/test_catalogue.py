"""The catalogue of findings against what the comparisons really report, each level at least once."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import namesake.scoring
from namesake.kernels.items import FEATURES as KERNEL_FEATURES
from namesake.kernels.items import Weights
from namesake.names.prepare import prepare
from namesake.review.wording import BY_CODE
from namesake.scoring.catalogue import CATALOGUE, FEATURES
from namesake.scoring.model import Model, shipped
from namesake.scoring.scorer import Scorer
from namesake.screener import as_entity
from namesake.values.entities import Entity
from namesake.values.facts import Identifier
from namesake.values.matches import Evidence
from namesake.values.names import Name

SCORER = Scorer(shipped())
OF_THE_SUM = {"name.whole", "name.weak_alias"}
"""Findings that make up for what the others lack, so that every weight moves them."""


def evidence(left: Entity, right: Entity, model: Model | None = None) -> list[Evidence]:
    """What is found, with the shipped model or another one of the same rarities."""
    SCORER.model = model or shipped()
    scored = SCORER.score(prepare(left), prepare(right))
    assert scored is not None
    return list(scored.explanation.evidence)


@cache
def models() -> Mapping[str, Model]:
    """For every feature the shipped model with half a bit more or less for it."""
    model = shipped()
    facts = {name: replace(model, facts={**model.facts, name: bits - 512}) for name, bits in model.facts.items()}
    return facts | {name: _with(model, name) for name in KERNEL_FEATURES if name != "prior"}


def _with(model: Model, feature: str) -> Model:
    names = {kind: {**weights, feature: weights.get(feature, 0) - 512} for kind, weights in model.names.items()}
    weights = {kind: Weights(names[kind], person=kind == "person") for kind in names}
    return replace(model, names=names, weights=weights)


def moved(left: Entity, right: Entity) -> Iterator[tuple[str, str, str]]:
    """(code, level, feature) for all that a change of a single weight changes."""
    plain = evidence(left, right)
    for feature, model in models().items():
        changed = evidence(left, right, model)
        if [(item.code, item.level) for item in changed] == [(item.code, item.level) for item in plain]:
            for one, other in zip(plain, changed, strict=True):
                if one.bits != other.bits:
                    yield one.code, one.level, feature


def person(name: str, **rest: str) -> Entity:
    return as_entity({"name": name, "schema": "Person", **rest})


def firm(name: str, **rest: str) -> Entity:
    return as_entity({"name": name, "schema": "Company", **rest})


def born(left: str, right: str) -> tuple[Entity, Entity]:
    return person("Talvek Quoren", birthDate=left), person("Talvek Quoren", birthDate=right)


def living(left: str, right: str) -> tuple[Entity, Entity]:
    return person("Talvek Quoren", address=left), person("Talvek Quoren", address=right)


def with_id(scheme: str, value: str, country: str = "") -> Entity:
    return Entity("", "Vessel", (Name("Ocean Velt"),), identifiers=(Identifier(scheme, value, country),))


NAMES = [
    ("name.word", "exact", person("Talvek Quoren"), person("Talvek Quoren")),
    ("name.word", "close", person("Talvek Quoren"), person("Talvik Quoren")),
    ("name.word", "distant", person("Talvek Quorenzad"), person("Talvek Kuorinzade")),
    ("name.word", "attested-other-script", person("James Quoren"), person("제임스 Quoren")),
    ("name.word", "close-other-script", person("Talvek Quoren"), person("Талвик Куорен")),
    ("name.word", "distant-other-script", person("Karim Quoren"), person("Карам Quoren")),
    ("name.word", "joined", person("Abdul Karimvel Quoren"), person("Abdulkarimvel Quoren")),
    ("name.word", "same class of names", person("Robert Quoren"), person("Bob Quoren")),
    ("name.word", "same stem", person("Talvek Rahmonov"), person("Talvek Rahmonzoda")),
    ("name.word", "same consonants", person("Talvek Quoren"), person("Tlvk Quoren")),
    ("name.word", "cut off", person("Bandersnatch Quoren"), person("Bander Quoren")),
    ("name.initial", "agrees", person("T. Quoren"), person("Talvek Quoren")),
    ("name.initial", "differs", person("B. Quoren"), person("Talvek Quoren")),
    ("name.initial", "two initials", person("B. Quoren"), person("T. Quoren")),
    ("name.acronym", "first letters", firm("VQBT"), firm("Veltani Quoren Borogove Tove")),
    ("name.no_word", "too little agrees closely", person("Talvek Quoren"), person("Orrin Bessling")),
    ("name.spelling", "least alike words", person("Talvek Quoren Mimsy"), person("Talvek Qorin Memzi")),
    ("name.spelling", "least alike words in two scripts", person("Talvek Quoren"), person("Талвик Куорен")),
    ("name.contradiction", "words differ", person("Talvek Quoren"), person("Talvek Bessling")),
    ("name.extra", "on one side only", person("Talvek Imran Quoren"), person("Talvek Quoren")),
    ("name.scant", "common words", person("Ali Hassan"), person("Ali Hassan")),
    ("name.together", "often met together", person("Ali Hassan"), person("Ali Hassan")),
    ("name.ordinary", "ordinary words", firm("Glory Veltani"), firm("Glory")),
    ("name.title", "a name elsewhere", person("Haji Talvek"), person("Talvek Haji")),
    ("name.single", "one word agrees", person("Talvek Quoren"), person("Talvek Bessling")),
    ("name.single", "a name of one word", person("Talvek Quoren"), person("Talvek")),
    (
        "name.single",
        "a person's word in an organisation's name",
        Entity("", "LegalEntity", (Name("Orrin Veltani"),)),
        firm("Veltani Shipping"),
    ),
    ("name.order", "turned", person("Talvek Quoren"), person("Quoren Talvek")),
    ("name.order", "mixed", person("Talvek Imran Quoren"), person("Imran Talvek Quoren")),
    ("name.order", "parent and child exchanged", person("Talvek bin Quoren"), person("Quoren bin Talvek")),
    ("name.number", "equal", firm("Veltani 3"), firm("Veltani 3")),
    ("name.number", "differs", firm("Veltani 3"), firm("Veltani 5")),
    ("name.number", "on one side only", firm("Veltani 3"), firm("Veltani")),
    ("name.generic", "equal", firm("Veltani Trading"), firm("Veltani Trading")),
    ("name.generic", "differs", firm("Veltani Trading"), firm("Veltani Bank")),
    ("name.generic", "on one side only", firm("Veltani Trading"), firm("Veltani")),
    ("name.legal_form", "equal", firm("Veltani LLC"), firm("Veltani LLC")),
    ("name.legal_form", "differs", firm("Veltani LLC"), firm("Veltani JSC")),
    ("name.legal_form", "on one side only", firm("Veltani LLC"), firm("Veltani")),
    ("name.place", "differs", firm("Veltani Chile"), firm("Veltani Peru")),
    ("name.place", "on one side only", firm("Veltani Chile"), firm("Veltani")),
    ("name.whole", "exact", person("Talvek Quoren"), person("Talvek Quoren")),
    ("name.whole", "turned", person("Talvek Quoren"), person("Quoren Talvek")),
    ("name.whole", "written together or apart", person("Talvek Quoren"), person("Talvekquo Ren")),
    ("name.whole", "but for one slip", firm("General Tradding Bank"), firm("General Trading Bank")),
    ("name.whole", "cut off", firm("General Trading Bank Veltani"), firm("General Trading Ban")),
    ("name.weak_alias", "corroborates only", person("Tal"), Entity("", "Person", (Name("Tal", weak=True),))),
    ("name.unknown", "no name to compare", Entity("", "Vessel", ()), firm("Ocean Velt")),
]

FACTS = [
    ("birth_date", "exact", *born("1985-12-15", "1985-12-15")),
    ("birth_date", "same first of January", *born("1985-01-01", "1985-01-01")),
    ("birth_date", "day and month exchanged", *born("1985-12-05", "1985-05-12")),
    ("birth_date", "month", *born("1985-12-15", "1985-12")),
    ("birth_date", "year", *born("1985-12-15", "1985")),
    ("birth_date", "next day", *born("1985-12-15", "1985-12-16")),
    ("birth_date", "one digit differs", *born("1985-12-15", "1985-12-18")),
    ("birth_date", "digits of the year exchanged", *born("1968-12-15", "1986-12-15")),
    ("birth_date", "within range", *born("1985-12-15", "between 1980 and 1989")),
    ("birth_date", "month and day agree", *born("1985-12-15", "1984-12-15")),
    ("birth_date", "approximate", *born("1985-12-15", "circa 1986")),
    ("birth_date", "year, first of January", *born("1985-12-15", "1985-01-01")),
    ("birth_date", "within a wide range", *born("1985-12-15", "between 1960 and 1990")),
    ("birth_date", "neighbouring year", *born("1985-12-15", "1986")),
    ("birth_date", "differs", *born("1985-12-15", "1961-03-02")),
    ("birth_date", "unknown", person("Talvek Quoren"), person("Talvek Quoren")),
    ("birth_place", "agrees", person("Talvek", birthPlace="Lyon, France"), person("Talvek", birthPlace="France")),
    ("birth_place", "differs", person("Talvek", birthPlace="Lyon, France"), person("Talvek", birthPlace="Moldova")),
    ("birth_place", "unknown", person("Talvek", birthPlace="Lyon"), person("Talvek")),
    ("country", "agrees", person("Talvek", nationality="md"), person("Talvek", nationality="md")),
    ("country", "differs", person("Talvek", nationality="md"), person("Talvek", nationality="fr")),
    ("country", "unknown", person("Talvek", nationality="md"), person("Talvek")),
    ("gender", "agrees", person("Talvek", gender="male"), person("Talvek", gender="male")),
    ("gender", "differs", person("Talvek", gender="male"), person("Talvek", gender="female")),
    ("gender", "unknown", person("Talvek", gender="male"), person("Talvek")),
    ("identifier", "equal", with_id("imo", "IMO 9074729"), with_id("imo", "9074729")),
    ("identifier", "same number, other kind", with_id("passport", "X1234567"), with_id("registration", "X1234567")),
    ("identifier", "differs", with_id("imo", "9074729"), with_id("imo", "9811000")),
    ("identifier", "unknown", with_id("imo", "9074729"), with_id("passport", "X1234567")),
    ("address", "same", *living("12 Borogove Street, Wabe 4711", "Wabe 4711, 12 Borogove St.")),
    ("address", "much the same", *living("12 Borogove Street, Wabe 4711", "14 Borogove Street, Wabe 4711")),
    ("address", "differs", *living("12 Borogove Street, Wabe 4711", "8 Tove Lane, Wabe")),
    ("address", "unknown", person("Talvek", address="12 Borogove Street"), person("Talvek")),
]

ROWS = [pytest.param(*row, id=f"{row[0]}/{row[1]}") for row in [*NAMES, *FACTS]]

MORE = [
    (firm("Veltani", address="12 Borogove Street, Wabe 4711"), firm("Veltani", address="12 Borogove St, Wabe 4711")),
    (firm("Veltani", address="12 Borogove Street, Wabe 4711"), firm("Veltani", address="14 Borogove St, Wabe 4711")),
    (person("Maria Quoren"), person("Maria Quoren")),
    (person("Maria Quoren"), person("Mariya Quoren")),
    (person("Maria Quoren"), person("Moria Quoren")),
    (person("Talvek Quoren"), person("Talvek Kwaryn")),
    (person("Anna Maria Quoren"), person("Annamariya Quoren")),
    (person("Anna Maria Quoren"), person("Anamorija Quoren")),
    (person("Talvek Quoren"), person("Талвек Иванов")),
    (person("Wei Quoren"), person("伟 Quoren")),
    (person("Zhou Quoren"), person("伟 Quoren")),
    (person("王文海"), person("Wang Wenhai")),
    (person("王文海"), person("Zhang Wenkai")),
    (person("김철수"), person("Kim Cheol-su")),
    (person("김철수"), person("Bak Cheol-seong")),
    (person("Mahmoud Quoren"), person("محمد قورن")),
    (person("Talvek Quoren"), person("Talvek Mimsy Gimble")),
    (person("Talvek Quoren"), person("محمد Talvek")),
    (person("Karim Quoren"), person("كرم Quoren")),
    (person("Henrich Quoren"), person("헨리 Quoren")),
    (person("Talvek Quoren"), person("탈벡 Quoren")),
    (person("Mohammed Quoren"), person("Мохамет Quoren")),
    (person("Zhou Quoren"), person("ジュ Quoren")),
    (person("Mariana Quoren"), person("Maria Quoren")),
    (person("Maria Quoren"), person("Mar Quoren")),
    (person("Martin Quoren"), person("Mrtn Quoren")),
    (person("Bandersnatch Quoren"), person("Бандер Quoren")),
    (Entity("", "LegalEntity", (Name("Orrin Karim"),)), firm("Karim Shipping")),
    (person("Jo Hn Quoren"), person("John Quoren")),
    (person("Jo An Quoren"), person("Joon Quoren")),
    (person("Rosa Quoren"), person("Roza Quoren")),
    (person("Ahmed Quoren"), person("Ahmedov Quoren")),
    (firm("USA"), firm("Union Star Alpha")),
    (person("Talvek Quoren"), Entity("", "Person", (Name("Orrin Bessling", weak=True),))),
]
"""Pairs that show weights which the first of a level does not."""


@pytest.mark.parametrize(("code", "level", "left", "right"), ROWS)
def test_a_level_is_reported_and_rests_on_the_features_that_the_catalogue_names(
    code: str, level: str, left: Entity, right: Entity
) -> None:
    assert (code, level) in {(item.code, item.level) for item in evidence(left, right)}
    for other, state, feature in moved(left, right):
        assert other in OF_THE_SUM or feature in CATALOGUE[other][state].features


def test_every_feature_that_the_catalogue_names_moves_its_level() -> None:
    pairs = [(left, right) for _, _, left, right in [*NAMES, *FACTS]]
    seen = {item for left, right in [*pairs, *MORE] for item in moved(left, right)}
    named = {
        (code, level, feature)
        for code, levels in CATALOGUE.items()
        for level, found in levels.items()
        for feature in found.features
    }
    assert named - seen == set()


def test_every_level_of_the_catalogue_is_shown_to_be_reported() -> None:
    assert [(row[0], row[1]) for row in [*NAMES, *FACTS]] == [
        (code, level) for code, levels in CATALOGUE.items() for level in levels
    ]


def _codes_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Finding", "Evidence"):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def test_no_comparison_names_a_code_that_is_not_in_the_catalogue() -> None:
    room = Path(namesake.scoring.__path__[0])
    paths = [*room.rglob("*.py"), room.parent / "kernels/telling.py"]
    named = {code for path in paths for code in _codes_in(ast.parse(path.read_text("utf-8")))}
    assert named
    assert named <= set(CATALOGUE)


def test_the_sentences_speak_of_nothing_else() -> None:
    assert {key.partition("/")[0] for key in BY_CODE} <= set(CATALOGUE)
    known = {f"{code}/{level}" for code, levels in CATALOGUE.items() for level in levels}
    assert set(BY_CODE) <= known


def test_every_weight_of_the_model_is_explained_and_used() -> None:
    model = shipped()
    weights = {*KERNEL_FEATURES, *model.facts}
    used = {name for levels in CATALOGUE.values() for level in levels.values() for name in level.features}
    assert weights == used | {"prior"}
    assert set(FEATURES) == {name for name in weights if not name.startswith("birth_date.")}
