"""The catalogue of findings against what the comparisons really report, each level at least once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import namesake.scoring
from namesake.names.prepare import prepare
from namesake.review.wording import BY_CODE
from namesake.scoring.catalogue import CATALOGUE, FEATURES
from namesake.scoring.finding import Finding
from namesake.scoring.model import Model, shipped
from namesake.scoring.scorer import Scorer
from namesake.screener import as_entity
from namesake.values.entities import Entity
from namesake.values.facts import Identifier
from namesake.values.names import Name
from namesake.values.tokens import NameClass

Properties = dict[str, str]

SEEN: list[Finding] = []


@dataclass(frozen=True)
class Listening(Model):
    """The shipped model; every finding that it weighs is heard."""

    def bits(self, finding: Finding, kind: NameClass) -> int:
        SEEN.append(finding)
        return Model.bits(self, finding, kind)


UNWEIGHED: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {
    ("name.whole", "exact"): (("whole", 1),),
    ("name.whole", "turned"): (),
    ("name.weak_alias", "corroborates only"): (("weak", 1),),
    ("name.unknown", "no name to compare"): (),
}
"""Findings that depend on the sum of the others, so that the model alone does not weigh them."""


def findings(left: Entity, right: Entity) -> list[Finding]:
    model = shipped()
    listening = Listening(model.name, model.population, model.hash, model.names, model.facts)
    SEEN.clear()
    scored = Scorer(listening).score(prepare(left), prepare(right))
    assert scored is not None
    unweighed = [
        Finding(item.code, item.level, "", "", UNWEIGHED[item.code, item.level])
        for item in scored.explanation.evidence
        if (item.code, item.level) in UNWEIGHED
    ]
    return [*SEEN, *unweighed]


def person(name: str, **rest: str) -> Entity:
    return as_entity({"name": name, "schema": "Person", **rest})


def firm(name: str, **rest: str) -> Entity:
    return as_entity({"name": name, "schema": "Company", **rest})


def born(left: str, right: str) -> tuple[Entity, Entity]:
    return person("Talvek Quoren", birthDate=left), person("Talvek Quoren", birthDate=right)


def with_id(scheme: str, value: str, country: str = "") -> Entity:
    return Entity("", "Vessel", (Name("Ocean Velt"),), identifiers=(Identifier(scheme, value, country),))


NAMES = [
    ("name.word", "exact", person("Talvek Quoren"), person("Talvek Quoren")),
    ("name.word", "close", person("Talvek Quoren"), person("Talvik Quoren")),
    ("name.word", "distant", person("Talvek Quorenzad"), person("Talvek Kuorinzade")),
    ("name.word", "close-other-script", person("Talvek Quoren"), person("Талвик Куорен")),
    ("name.word", "distant-other-script", person("Talvek Quorenzadeh"), person("Талвик Куоринзат")),
    ("name.word", "joined", person("Abdul Karimvel Quoren"), person("Abdulkarimvel Quoren")),
    ("name.initial", "agrees", person("T. Quoren"), person("Talvek Quoren")),
    ("name.initial", "differs", person("B. Quoren"), person("Talvek Quoren")),
    ("name.no_word", "no word agrees", person("Talvek Quoren"), person("Orrin Bessling")),
    ("name.contradiction", "words differ", person("Talvek Quoren"), person("Talvek Bessling")),
    ("name.extra", "on one side only", person("Talvek Imran Quoren"), person("Talvek Quoren")),
    ("name.single", "one word agrees", person("Talvek Quoren"), person("Talvek")),
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
    ("name.whole", "exact", person("Talvek Quoren"), person("Talvek Quoren")),
    ("name.whole", "turned", person("Talvek Quoren"), person("Quoren Talvek")),
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
]

ROWS = [pytest.param(*row, id=f"{row[0]}/{row[1]}") for row in [*NAMES, *FACTS]]


@pytest.mark.parametrize(("code", "level", "left", "right"), ROWS)
def test_a_level_is_reported_and_rests_on_the_features_that_the_catalogue_names(
    code: str, level: str, left: Entity, right: Entity
) -> None:
    found = findings(left, right)
    assert (code, level) in {(item.code, item.level) for item in found}
    for item in found:
        assert {name for name, amount in item.amounts if amount} <= set(CATALOGUE[item.code][item.level].features), item
    named = {name for item in found if (item.code, item.level) == (code, level) for name, _ in item.amounts}
    assert set(CATALOGUE[code][level].features) <= named


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
    named = {code for path in room.rglob("*.py") for code in _codes_in(ast.parse(path.read_text("utf-8")))}
    assert named
    assert named <= set(CATALOGUE)


def test_the_sentences_speak_of_nothing_else() -> None:
    assert {key.partition("/")[0] for key in BY_CODE} <= set(CATALOGUE)
    known = {f"{code}/{level}" for code, levels in CATALOGUE.items() for level in levels}
    assert set(BY_CODE) <= known


def test_every_weight_of_the_model_is_explained_and_used() -> None:
    model = shipped()
    weights = {*model.names["person"], *model.names["other"], *model.facts}
    used = {name for levels in CATALOGUE.values() for level in levels.values() for name in level.features}
    assert weights == used | {"prior"}
    assert set(FEATURES) == {name for name in weights if not name.startswith("birth_date.")}
