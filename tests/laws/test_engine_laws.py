"""What must hold for whatever is screened against whatever."""

import random
import runpy
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.app.opening import own
from namesake.candidates.index import Index, build_index
from namesake.names.prepare import prepare
from namesake.runners.local import Inline
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scored, Scorer
from namesake.screening.screening import Screening, match_of, reference
from namesake.screening.weights import measures
from namesake.text.unicode import plain
from namesake.values.entities import Entity, Skipped, Subject
from namesake.values.facts import Address, PartialDate
from namesake.values.matches import ListedRef, Match, Result, score_of
from namesake.values.names import Name
from namesake.values.policies import Policy

WORLDS: dict[str, Any] = runpy.run_path(str(Path(__file__).with_name("engine_worlds.py")))
World = WORLDS["World"]
SCORER = Scorer(shipped())
FEW = settings(max_examples=60, deadline=None)
SEEDS = st.integers(0, 1 << 30)
NOW = datetime(2026, 1, 2, tzinfo=UTC)
THRESHOLDS = (1e-6, 0.001, 0.03, 0.5, 0.8, 0.99)


def pair(seed: int) -> tuple[Entity, Entity]:
    """Two entities, one much like the other."""
    world = World(random.Random(seed))
    entry = world.entity(1)
    return world.variant(entry, 2), entry


def scored(left: Entity, right: Entity) -> Scored | None:
    return SCORER.score(prepare(left), prepare(right))


def bits(left: Entity, right: Entity) -> int | None:
    found = scored(left, right)
    return found.explanation.bits if found else None


def policy(threshold: float) -> Policy:
    return Policy(review_from=threshold, strong_from=max(threshold, 0.95))


def exhaustive(subject: Entity, refs: list[ListedRef], thresholds: tuple[float, ...]) -> list[list[Match]]:
    """Every entry compared with all its names, by threshold: what an index must equal."""
    prepared = prepare(subject)
    pairs = [(ref, found) for ref in refs if (found := SCORER.score(prepared, prepare(ref.entity)))]
    pairs.sort(key=lambda item: (-item[1].explanation.bits, item[0].entry_id))
    return [
        [match for ref, found in pairs if (match := match_of(ref, found, policy(threshold)))]
        for threshold in thresholds
    ]


def indexed(entries: list[Entity], thresholds: tuple[float, ...]) -> Callable[[Entity], list[list[Match]]]:
    """What an index finds, by threshold."""
    refs = [reference(entity, "own") for entity in entries]
    index = Index(build_index([prepare(entity) for entity in entries], shipped().rarities), measures(shipped()))
    screenings = [Screening(index, refs, SCORER, policy(threshold)) for threshold in thresholds]
    return lambda subject: [list(item.screen(Subject(subject.id, subject)).matches) for item in screenings]


@pytest.mark.parametrize("made", ["World", "JoiningWorld"])
@settings(max_examples=200, deadline=None)
@given(SEEDS)
def test_where_too_little_ties_two_names_closely_nothing_else_on_them_makes_up_for_it(made: str, seed: int) -> None:
    world = WORLDS[made](random.Random(seed))
    found = scored(world.entity(1), world.entity(2))
    said = [item for item in found.explanation.evidence if item.code.startswith("name.")] if found else []
    codes = {item.code for item in said}
    if "name.no_word" in codes and "name.whole" not in codes:
        kinds = [weights.no_word for weights in shipped().weights.values()]
        assert sum(item.bits for item in said) <= max(kinds)


@pytest.mark.parametrize("made", ["World", "JoiningWorld"])
@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 10))
def test_the_index_finds_what_comparing_everything_finds(made: str, seed: int, size: int) -> None:
    world = WORLDS[made](random.Random(seed))
    entries = [world.entity(number) for number in range(size)]
    refs = [reference(entity, "own") for entity in entries]
    found = indexed(entries, THRESHOLDS)
    for number in range(4):
        subject = world.variant(entries[number % size], 100 + number)
        assert found(subject) == exhaustive(subject, refs, THRESHOLDS)


@pytest.mark.parametrize("seed", range(4))
def test_the_index_finds_what_comparing_everything_finds_in_a_larger_list(seed: int) -> None:
    world = World(random.Random(seed))
    entries = [world.entity(number) for number in range(80)]
    refs = [reference(entity, "own") for entity in entries]
    found = indexed(entries, (0.5,))
    hits = 0
    for number, entry in enumerate(entries[:30]):
        subject = world.variant(entry, 1000 + number)
        expected = exhaustive(subject, refs, (0.5,))
        hits += len(expected[0])
        assert found(subject) == expected
    assert hits > 20


@pytest.mark.parametrize(
    ("subject", "entry"),
    [
        pytest.param("K2234 Borogove Holding", "K2234 Borogove", id="several-digits-in-a-word"),
        pytest.param("Zed K1234567", "Zed K1234567 Mimsy", id="many-digits-in-a-word"),
        pytest.param("a2b a9b", "a9b a2b", id="words-that-differ-in-a-digit-only"),
        pytest.param("petroleum moskva", "petroleum moskva gulf", id="words-rarer-among-people"),
        pytest.param("Mohamed mhmd", "محمد mhmd", id="one-word-in-two-scripts"),
        pytest.param("محمد mhmd", "Mohamed mhmd", id="one-word-in-two-scripts-the-other-way"),
        pytest.param("James Quoren", "제임스 Quoren", id="attested-spelling"),
        pytest.param("제임스 Quoren", "James Quoren", id="attested-spelling-the-other-way"),
        pytest.param("제임스 Quoren", "Джеймс Quoren", id="attested-in-the-same-latin-letters"),
        pytest.param("제이슨 스크럭스", "Jason Scruggs", id="attested-and-far-apart"),
        pytest.param("Jason Scruggs", "ジェイソン スクラッグス", id="attested-and-far-apart-in-kana"),
        pytest.param("艾森柏格·紹塔 Quoren", "Eisenberg Shota Quoren", id="far-apart-in-han"),
        pytest.param("Whale Quoren", "웨얼리 Quoren", id="far-apart-in-hangul"),
        pytest.param("x" * 36 + " Talvek", "x" * 32 + "aaaaaaaa Talvek", id="longer-than-is-read"),
        pytest.param("A B C D E F G H I J Talvek", "A B C D E F G H I J Quoren", id="ten-initials"),
        pytest.param("J P Morgan", "JPMorgan", id="initials-joined"),
        pytest.param("Talvek Haji", "Haji Talvek", id="title-on-the-list"),
        pytest.param("Haji Talvek", "Talvek Haji", id="title-of-the-subject"),
        pytest.param("Haji Talvek Mimsy", "Talvek Mimsy Quoren Haji", id="title-and-a-word-left-over"),
        pytest.param("Sheikh Talvek Akhund", "Akhund Talvek Sheikh", id="titles-on-both-sides"),
        pytest.param("Glory", "Glory Quoren", id="ordinary-word"),
        pytest.param("VQBT", "Veltani Quoren Borogove Tove", id="acronym-of-an-entry"),
        pytest.param("Veltani Quoren Borogove Tove", "VQBT", id="acronym-on-the-list"),
        pytest.param("Star Star", "Star", id="word-twice"),
        pytest.param("Star", "Star Star", id="word-twice-on-the-list"),
        pytest.param("3 5", "5 3", id="numbers-only"),
    ],
)
@pytest.mark.parametrize("schemas", [("LegalEntity", "LegalEntity"), ("Person", "LegalEntity"), ("Company", "Company")])
def test_the_index_misses_nothing_at_the_edges(subject: str, entry: str, schemas: tuple[str, str]) -> None:
    left, right = Entity("s", schemas[0], (Name(subject),)), Entity("e", schemas[1], (Name(entry),))
    total = bits(left, right)
    assert total is not None
    just = score_of(total)
    assert [match.bits for match in indexed([right], (just,))(left)[0]] == [total]


@pytest.mark.parametrize("schema", ["Person", "LegalEntity", "Organization", "Company", "Vessel"])
@pytest.mark.parametrize("acronym", ["VQBT", "Veqbot"])
def test_of_an_entry_that_is_found_by_one_name_all_others_are_compared(schema: str, acronym: str) -> None:
    words = {"VQBT": "Veltani Quoren Borogove Tove", "Veqbot": "Veltani Elmen Quoren Borogove Ostrand Tove"}
    subject = Entity("s", schema, (Name(acronym),))
    refs = [reference(Entity("e", "Organization", (Name(words[acronym]), Name(acronym))), "own")]
    assert indexed([ref.entity for ref in refs], (0.5,))(subject) == exhaustive(subject, refs, (0.5,))


@pytest.mark.parametrize("schemas", [("Person", "Person"), ("LegalEntity", "Person"), ("Company", "Company")])
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("12 Borogove Street, Wabe 4711", "Wabe 4711, 12 Borogove St., France", id="same"),
        pytest.param("12 Borogove Street, Wabe 4711", "17 Borogove Street, Wabe 4711", id="much-the-same"),
    ],
)
@pytest.mark.parametrize("name", ["Talvek Quoren", "Talvek Bessling", "Ali Hassan"])
def test_whom_the_address_brings_above_a_threshold_is_found(
    schemas: tuple[str, str], ours: str, theirs: str, name: str
) -> None:
    left = Entity("s", schemas[0], (Name("Talvek Quoren"), Name("Hassan")), addresses=(Address(ours),))
    right = Entity("e", schemas[1], (Name(name),), addresses=(Address(theirs),))
    without, total = bits(replace(left, addresses=()), right), bits(left, right)
    assert without is not None
    assert total is not None
    assert total > without
    just = score_of(total)
    assert [match.bits for match in indexed([right], (just,))(left)[0]] == [total]
    assert indexed([right], (just,))(replace(left, addresses=()))[0] == []


@settings(max_examples=100, deadline=None)
@given(SEEDS, st.sampled_from(sorted(WORLDS["WRITTEN"])), st.integers(0, 4))
def test_a_word_of_another_script_is_found_however_far_apart(seed: int, script: str, slips: int) -> None:
    """Spellings that no look-up reaches are compared where other words agree: the bound must leave room for them."""
    chance = random.Random(seed)
    words = [WORLDS["written"](chance, script, slips), WORLDS["written"](chance, script, 0)]
    latin, other = (" ".join(side) for side in zip(*words, strict=True))
    for subject, entry in ((latin, other), (other, latin)):
        left, right = (Entity(text, "Person", (Name(f"{text} Quoren"),)) for text in (subject, entry))
        total = bits(left, right)
        assert total is not None
        assert [match.bits for match in indexed([right], (score_of(total),))(left)[0]] == [total]


@FEW
@given(SEEDS)
def test_both_directions_score_the_same(seed: int) -> None:
    left, right = pair(seed)
    assert bits(left, right) == bits(right, left)


@FEW
@given(SEEDS)
def test_bits_add_up_and_absent_evidence_is_worth_nothing(seed: int) -> None:
    found = scored(*pair(seed))
    if found is None:
        return
    explanation = found.explanation
    assert explanation.bits == explanation.prior + sum(item.bits for item in explanation.evidence)
    assert all(item.bits == 0 for item in explanation.evidence if item.level == "unknown")
    assert 0 <= found.namesakes_per_million <= 1e6


@given(st.integers(-(1 << 40), 1 << 40), st.integers(0, 1 << 40))
def test_score_is_a_probability_and_grows_with_the_bits(total: int, more: int) -> None:
    assert 0.0 <= score_of(total) <= score_of(total + more) <= 1.0


@FEW
@given(SEEDS, st.randoms(use_true_random=False))
def test_order_of_values_is_irrelevant(seed: int, chance: random.Random) -> None:
    left, right = pair(seed)

    def shuffled(entity: Entity) -> Entity:
        return replace(
            entity,
            names=tuple(chance.sample(entity.names, len(entity.names))),
            birth_dates=tuple(chance.sample(entity.birth_dates, len(entity.birth_dates))),
            genders=tuple(chance.sample(entity.genders, len(entity.genders))),
            countries=tuple(chance.sample(entity.countries, len(entity.countries))),
            identifiers=tuple(chance.sample(entity.identifiers, len(entity.identifiers))),
            addresses=tuple(chance.sample(entity.addresses, len(entity.addresses))),
        )

    assert bits(shuffled(left), shuffled(right)) == bits(left, right)


@FEW
@given(SEEDS, st.integers(0, 7))
def test_an_agreeing_birth_date_never_lowers_and_a_differing_one_never_raises(seed: int, day: int) -> None:
    left, right = (replace(entity, schema="Person", birth_dates=()) for entity in pair(seed))
    same = PartialDate(date(1980, 5, 6 + day), date(1980, 5, 6 + day))
    other = PartialDate(date(1951, 11, 23), date(1951, 11, 23))
    without = bits(left, right)
    agreeing = bits(replace(left, birth_dates=(same,)), replace(right, birth_dates=(same,)))
    differing = bits(replace(left, birth_dates=(same,)), replace(right, birth_dates=(other,)))
    assert without is not None
    assert agreeing is not None
    assert differing is not None
    assert differing < without < agreeing


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(0, 6))
def test_a_pair_stands_alone(seed: int, others: int) -> None:
    """Whatever else is on the list, and whoever else is screened, the match is the same."""
    world = World(random.Random(seed))
    entry = world.entity(0)
    subject = world.variant(entry, 1)
    crowd = [world.entity(number) for number in range(10, 10 + others)]
    (alone,) = indexed([entry], (0.03,))(subject)
    found = indexed([*crowd[:3], entry, *crowd[3:]], (0.03,))
    for neighbour in crowd:
        found(neighbour)
    assert [match for match in found(subject)[0] if match.entry.entry_id == entry.id] == alone


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(1, 9))
def test_batches_change_nothing(seed: int, size: int) -> None:
    world = World(random.Random(seed))
    entries = [world.entity(number) for number in range(5)]
    items: list[Subject | Skipped] = [Subject(str(i), world.variant(entries[i % 5], i)) for i in range(9)]
    items.insert(4, Skipped("row-no-name", "nobody"))
    runner = Inline(own(entries, Policy(), shipped(), NOW, "test").screening)
    whole = [outcome for batch in runner.run(iter([items])) for outcome in batch]
    cut = [outcome for batch in runner.run(items[i : i + size] for i in range(0, 10, size)) for outcome in batch]
    assert cut == whole
    assert whole[4] is items[4]


@FEW
@given(SEEDS)
def test_results_survive_json_to_the_bit(seed: int) -> None:
    world = World(random.Random(seed))
    entries = [world.entity(number) for number in range(4)]
    result = own(entries, policy(0.001), shipped(), NOW, "test").screening.screen(
        Subject("s", world.variant(entries[0], 9), 3, (("Name", "=1+1\u202e"),))
    )
    assert msgspec.json.decode(msgspec.json.encode(result), type=Result) == result


@given(st.text(max_size=40))
def test_plain_text_is_plain(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert once == once.strip()


@FEW
@given(st.text(max_size=60), st.sampled_from(["Person", "Company", "LegalEntity"]))
def test_any_text_can_be_compared(text: str, schema: str) -> None:
    entity = Entity("1", schema, (Name(text),))
    other = Entity("2", schema, (Name("Talvek Quoren"),))
    assert bits(entity, other) == bits(other, entity)
