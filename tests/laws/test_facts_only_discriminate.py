"""Country, gender and place tell two parties apart and never bring them together."""

import random
import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.errors import PolicyError
from namesake.names.prepare import prepare
from namesake.scoring.model import NEVER_FOR, read, shipped
from namesake.scoring.scorer import Scored, Scorer
from namesake.values.entities import Entity
from namesake.values.facts import CountryFact, CountryRole, Gender, Place

World: Any = runpy.run_path(str(Path(__file__).with_name("engine_worlds.py")))["World"]
SCORER = Scorer(shipped())
CODES = ("", "ru", "su", "uz", "fr", "sy", "zz")
ROLES: tuple[CountryRole, ...] = ("nationality", "citizenship", "country", "birth", "flag", "jurisdiction")
KNOWN: tuple[Gender, ...] = ("male", "female", "other")
FACTS = st.lists(st.builds(CountryFact, st.sampled_from(ROLES), st.sampled_from(CODES)), max_size=3)
GENDERS = st.lists(st.sampled_from(KNOWN), max_size=2, unique=True)
PLACES = st.lists(st.builds(Place, st.sampled_from(("", "Lyon", "Osh")), st.sampled_from(CODES)), max_size=2)
Pair: TypeAlias = tuple[Entity, Entity]
FEW = settings(max_examples=100, deadline=None)


@st.composite
def bare_pairs(draw: st.DrawFn) -> tuple[Entity, Entity]:
    """Two of a kind, one much like the other, of whom neither country nor gender nor place is known.

    What may be anything is left out: a gender tells that it is a person, whose names are read as such.
    """
    world = World(random.Random(draw(st.integers(0, 1 << 30))))
    entry = world.entity(1)
    schema = "Person" if entry.schema == "LegalEntity" else entry.schema
    return _bare(world.variant(entry, 2), schema), _bare(entry, schema)


def _bare(entity: Entity, schema: str) -> Entity:
    return replace(entity, schema=schema, countries=(), genders=(), birth_places=())


def scored(left: Entity, right: Entity) -> Scored:
    found = SCORER.score(prepare(left), prepare(right))
    assert found is not None
    return found


def bits(left: Entity, right: Entity) -> int:
    return scored(left, right).explanation.bits


@FEW
@given(bare_pairs(), FACTS, FACTS)
def test_no_country_raises_a_score(pair: Pair, left: list[CountryFact], right: list[CountryFact]) -> None:
    known = replace(pair[0], countries=tuple(left)), replace(pair[1], countries=tuple(right))
    assert bits(*known) <= bits(*pair)
    assert scored(*known).namesakes_per_million == scored(*pair).namesakes_per_million


@FEW
@given(bare_pairs(), GENDERS, GENDERS)
def test_no_gender_raises_a_score(pair: Pair, left: list[Gender], right: list[Gender]) -> None:
    known = replace(pair[0], genders=tuple(left)), replace(pair[1], genders=tuple(right))
    assert bits(*known) <= bits(*pair)


@FEW
@given(bare_pairs(), PLACES, PLACES)
def test_a_birth_place_changes_no_score(pair: Pair, left: list[Place], right: list[Place]) -> None:
    known = replace(pair[0], birth_places=tuple(left)), replace(pair[1], birth_places=tuple(right))
    assert bits(*known) == bits(*pair)
    assert scored(*known).namesakes_per_million == scored(*pair).namesakes_per_million


@FEW
@given(bare_pairs(), FACTS, GENDERS, PLACES)
def test_agreement_in_all_of_them_is_worth_nothing(
    pair: Pair, facts: list[CountryFact], genders: list[Gender], places: list[Place]
) -> None:
    left, right = (
        replace(side, countries=tuple(facts), genders=tuple(genders), birth_places=tuple(places)) for side in pair
    )
    assert bits(left, right) == bits(*pair)


@pytest.mark.parametrize("feature", sorted(NEVER_FOR))
@pytest.mark.parametrize("weight", [1.0, 0.0, -1.0])
def test_a_model_that_weighs_belonging_is_refused(feature: str, weight: float) -> None:
    with pytest.raises(PolicyError):
        read(f'name = ""\npopulation = ""\n[person]\n[other]\n[facts]\n{feature} = {weight}\n', "")


@pytest.mark.parametrize("feature", ["country_differs", "gender_differs"])
def test_a_model_in_which_a_difference_raises_is_refused(feature: str) -> None:
    with pytest.raises(PolicyError):
        read(f'name = ""\npopulation = ""\n[person]\n[other]\n[facts]\n{feature} = 0.5\n', "")
