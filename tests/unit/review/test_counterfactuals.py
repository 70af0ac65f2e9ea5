"""What is said of other facts is true: the fact is given to the subject, and the pair is scored again."""

import random
import re
import runpy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from namesake.fields import dates
from namesake.names.prepare import prepare
from namesake.review.counterfactuals import Counterfactual, counterfactuals, under
from namesake.scoring.birth_levels import SLIPS, level_of
from namesake.scoring.comparisons.identifiers import ONE_FOR_LIFE
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screener import as_entity
from namesake.screening.screening import EVERYTHING, match_of, reference
from namesake.values.entities import Entity, Subject
from namesake.values.facts import CountryFact, Gender, Identifier, PartialDate
from namesake.values.matches import Match, score_of
from namesake.values.policies import Policy
from namesake.values.runs import RunContext

LAWS = Path(__file__).parents[2] / "laws"
World: Any = runpy.run_path(str(LAWS / "engine_worlds.py"))["World"]
SCORER = Scorer(shipped())
POLICY = Policy()


def matched(subject: Entity, entry: Entity, policy: Policy = POLICY) -> Match:
    scored = SCORER.score(prepare(subject), prepare(entry))
    assert scored is not None
    found = match_of(reference(entry), scored, policy, EVERYTHING)
    assert found is not None
    return found


def would(subject: Entity, entry: Entity, policy: Policy = POLICY) -> dict[tuple[str, str], Counterfactual]:
    match = matched(subject, entry, policy)
    found = counterfactuals(Subject("s", subject), match, shipped(), policy)
    return {(item.kind, item.fact): item for item in found}


def person(name: str = "Talvek Quoren", **rest: str) -> Entity:
    return as_entity({"name": name, "schema": "Person", **rest})


def vessel(number: str) -> Entity:
    return as_entity({"name": "Ocean Velt", "schema": "Vessel", "imoNumber": number})


def just_above(subject: Entity, entry: Entity, spare: float) -> Policy:
    """A policy with its threshold so many bits below a match, and another one so many above for a strong one."""
    bits = matched(subject, entry).bits
    return Policy(review_from=score_of(bits - round(spare * 1024)), strong_from=score_of(bits + round(spare * 1024)))


SENTENCES = [
    pytest.param(
        person(birthDate="1986-03-04"), person(birthDate="1986-03-04"), 2.0,
        "A birth date other than “1986-03-04” would put it below the threshold, unless it is a listed date with a slip "
        "(a digit, digits exchanged, the next day).",
        id="a-day-that-only-a-slip-keeps",
    ),
    pytest.param(
        person(birthDate="1986-03-04"), person(birthDate="1986-03-04"), 0.5,
        "A birth date other than “1986-03-04” would put it below the threshold.",
        id="a-day-that-nothing-keeps",
    ),
    pytest.param(
        person(birthDate="1986-03-04"), person(birthDate="circa 1986"), 1.0,
        "A birth year other than 1984 to 1988 would put it below the threshold.",
        id="an-approximate-year",
    ),
    pytest.param(
        person(birthDate="1986-03-04"), person(birthDate="1985-1987"), 1.0,
        "A birth year other than 1985 to 1987 would put it below the threshold.",
        id="a-range",
    ),
    pytest.param(
        person(), person(birthDate="1986"), 2.0,
        "A birth year other than 1985 to 1987 would put it below the threshold.",
        id="no-birth-date-yet-and-neighbouring-years-keep-it",
    ),
    pytest.param(
        person(birthDate="1350"), person(birthDate="1350 SH"), 1.0,
        "A birth year other than 1971 to 1972 would put it below the threshold.",
        id="a-persian-year-is-in-two-of-ours",
    ),
    pytest.param(
        person(nationality="fr"), person(nationality="fr", citizenship="be"), 2.0,
        "A nationality other than Belgium or France would put it below the threshold.",
        id="nationality",
    ),
    pytest.param(
        person(nationality="lv"), person(nationality="lv"), 2.0,
        "A nationality other than Latvia (or a state that it became or came from) would put it below the threshold.",
        id="nationality-of-a-state-that-was-part-of-another",
    ),
    pytest.param(
        person(), person(gender="male"), 3.0,
        "It would be below the threshold if the subject were female.",
        id="gender",
    ),
    pytest.param(
        vessel("IMO 9074729"), vessel("IMO 9074729"), 33.0,
        "Another IMO number than “IMO 9074729” would put it below the threshold.",
        id="imo-number",
    ),
    pytest.param(
        person(passportNumber="X1234567"), person(passportNumber="X1234567"), 5.0,
        "Without the identifier that agrees it would be below the threshold.",
        id="passport-that-agrees",
    ),
    pytest.param(
        person(), person(birthDate="15 Dec 1985"), 4.0,
        "The same birth date, “15 Dec 1985”, would make it a strong match.",
        id="the-same-day",
    ),
    pytest.param(
        person(birthDate="1971"), person(birthDate="1985"), 5.0,
        "The same birth year, “1985”, would make it a strong match.",
        id="the-same-year-instead-of-another",
    ),
    pytest.param(
        person(), person(passportNumber="X1234567"), 9.0,
        "The same identifier, passport “X1234567”, would make it a strong match.",
        id="the-same-passport",
    ),
    pytest.param(
        person(), replace(person(), identifiers=(Identifier("passport", "X123456"), Identifier("tax", "5557799"))), 9.0,
        "Any one of the 2 identifiers on the list, such as passport “X123456”, would make it a strong match.",
        id="one-of-several",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "entry", "spare", "said"), SENTENCES)
def test_what_one_other_fact_would_change(subject: Entity, entry: Entity, spare: float, said: str) -> None:
    found = would(subject, entry, just_above(subject, entry, spare))
    assert said in [item.sentence for item in found.values()]


@pytest.mark.parametrize(
    ("subject", "entry", "spare", "absent"),
    [
        pytest.param(person(), person(birthDate="1985"), 9.0, "birth_date", id="no-date-is-enough"),
        pytest.param(person(birthDate="1985"), person(), 0.1, "birth_date", id="the-list-has-no-date"),
        pytest.param(person(), person(nationality="uz"), 3.0, "country", id="no-country-is-enough"),
        pytest.param(person(), person(), 0.1, "country", id="the-list-has-no-country"),
        pytest.param(
            person(nationality="fr"), person(nationality="uz"), 0.1, "country", id="a-country-that-differs-already"
        ),
        pytest.param(person(gender="female"), person(gender="male"), 0.1, "gender", id="a-gender-that-differs-already"),
        pytest.param(
            person(), replace(person(), genders=("male", "female")), 0.1, "gender", id="both-genders-are-listed"
        ),
        pytest.param(person(), replace(person(), genders=("other",)), 0.1, "gender", id="other-fits-all"),
        pytest.param(person(), person(passportNumber="N/A"), 0.1, "identifier", id="no-identifier-to-compare"),
        pytest.param(
            person(birthDate="1985"), person(birthDate="9998"), 0.1, "nothing", id="a-date-at-the-end-of-time"
        ),
    ],
)
def test_what_would_change_nothing_is_not_said(subject: Entity, entry: Entity, spare: float, absent: str) -> None:
    assert absent not in {fact for _, fact in would(subject, entry, just_above(subject, entry, spare))}


def test_country_and_gender_never_confirm() -> None:
    subject, entry = person(nationality="fr", gender="female"), person(nationality="uz", gender="male")
    policy = just_above(subject, entry, 2.0)
    assert score_of(matched(person(), entry).bits) >= policy.strong_from
    assert would(subject, entry, policy) == {}


def test_a_match_below_the_threshold_is_not_cleared_and_a_strong_one_not_confirmed() -> None:
    subject, entry = person(), person(birthDate="1985-12-15", nationality="uz")
    bits = matched(subject, entry).bits
    below = Policy(review_from=score_of(bits + 1024), strong_from=score_of(bits + 2048))
    strong = Policy(review_from=score_of(bits - 2048), strong_from=score_of(bits - 1024))
    assert {kind for kind, _ in would(subject, entry, below)} == {"would confirm"}
    assert {kind for kind, _ in would(subject, entry, strong)} == {"would clear"}


def test_another_models_match_is_left_alone() -> None:
    subject, entry = person(birthDate="1985"), person(birthDate="1985-12-15")
    policy = just_above(subject, entry, 2.0)
    match, model = matched(subject, entry), shipped()
    other = replace(model, hash="", facts={**model.facts, "birth_date.year": 1})
    assert counterfactuals(Subject("s", subject), match, model, policy)
    assert counterfactuals(Subject("s", subject), match, other, policy) == ()


def test_a_run_has_the_thresholds() -> None:
    subject, entry = person(), person(birthDate="1985-12-15")
    policy = just_above(subject, entry, 2.0)
    run = RunContext(
        datetime(2026, 6, 2, tzinfo=UTC), "s", "m", "h", "p", "h", "all", policy.review_from, policy.strong_from, ()
    )
    match = matched(subject, entry)
    assert under(Subject("s", subject), match, run) == counterfactuals(Subject("s", subject), match, shipped(), policy)


# The law: whatever is said holds when the pair is scored again, for the example and for everything like it.


@st.composite
def cases(draw: st.DrawFn) -> tuple[Entity, Entity, Policy]:
    """A pair that matches by a little or a lot, with everything that a list may give."""
    chance = random.Random(draw(st.integers(0, 1 << 30)))
    world = World(chance)
    entry = world.entity(1)
    entry = replace(entry, schema=draw(st.sampled_from(["Person", "Person", "LegalEntity", "Vessel"])))
    subject = world.variant(entry, 2)
    subject = replace(subject, schema=entry.schema)
    if draw(st.booleans()):
        subject = replace(subject, identifiers=entry.identifiers)
    if entry.schema == "Person" and not entry.birth_dates:
        entry = replace(entry, birth_dates=(world.born(),))
    scored = SCORER.score(prepare(subject), prepare(entry))
    assert scored is not None
    assume(-20 * 1024 < scored.explanation.bits < 45 * 1024)
    return subject, entry, just_above(subject, entry, draw(st.floats(0.1, 12)))


@settings(max_examples=300, deadline=None)
@given(cases())
def test_the_example_of_everything_said_holds(case: tuple[Entity, Entity, Policy]) -> None:
    subject, entry, policy = case
    before = matched(subject, entry, policy).bits
    for item in would(subject, entry, policy).values():
        again = matched(item.example, entry, policy)
        assert (item.before, item.after) == (before, again.bits)
        assert (again.band == "clear") is (item.kind == "would clear")
        assert (again.band == "strong") is (item.kind == "would confirm")
        assert item.sentence.endswith(".")


@settings(max_examples=300, deadline=None)
@given(cases(), st.dates(date(1925, 1, 1), date(2020, 12, 31)), st.sampled_from([1, 2, 3]), st.integers(-3, 3))
def test_every_other_birth_date_would_clear(
    case: tuple[Entity, Entity, Policy], day: date, precision: int, years: int
) -> None:
    subject, entry, policy = case
    said = would(subject, entry, policy).get(("would clear", "birth_date"))
    if said is None:
        return
    listed = entry.birth_dates[0].first.replace(day=min(entry.birth_dates[0].first.day, 28))
    given = [date(year, day.month, min(day.day, 28)) for year in (day.year, listed.year + years)]
    others = [dates.from_parts(*(other.year, other.month, other.day)[:precision]) for other in given]
    slips = [listed + timedelta(years), listed.replace(year=listed.year + 10), listed.replace(month=day.month)]
    for other in (*others, *(PartialDate(slip, slip) for slip in slips)):
        if not _excepted(other, said.sentence, entry.birth_dates):
            assert matched(replace(subject, birth_dates=(other,)), entry, policy).band == "clear", said.sentence


def _excepted(other: PartialDate, sentence: str, listed: tuple[PartialDate, ...]) -> bool:
    """Whether a sentence says that a date would keep the match."""
    plain = re.sub("“[^”]*”", "", sentence)
    spans = [(int(a), int(b or a)) for a, b in re.findall(r"(\d{4})(?: to (\d{4}))?", plain)]
    within = any(first <= year <= last for first, last in spans for year in (other.first.year, other.last.year))
    same = "“" in sentence and any(item.first <= other.last and other.first <= item.last for item in listed)
    slip = "slip" in sentence and any(level_of(other, item) in SLIPS for item in listed)
    return within or same or slip


@settings(max_examples=100, deadline=None)
@given(cases(), st.sampled_from(["fr", "md", "us", "zz", "su"]))
def test_every_other_country_and_gender_would_clear(case: tuple[Entity, Entity, Policy], code: str) -> None:
    subject, entry, policy = case
    found = would(subject, entry, policy)
    others: list[Entity] = []
    if (item := found.get(("would clear", "country"))) and not (code == "su" and "came from" in item.sentence):
        role: Any = "nationality" if entry.schema == "Person" else "country"
        others.append(replace(subject, countries=(CountryFact(role, code),)))
    if item := found.get(("would clear", "gender")):
        gender: Gender = "female" if "female" in item.sentence else "male"
        others.append(replace(subject, genders=(gender,)))
    assert all(matched(other, entry, policy).band == "clear" for other in others)


@settings(max_examples=100, deadline=None)
@given(cases(), st.integers(1_000_000, 8_999_999))
def test_every_identifier_does_as_is_said(case: tuple[Entity, Entity, Policy], number: int) -> None:
    subject, entry, policy = case
    found = would(subject, entry, policy)
    if ("would confirm", "identifier") in found:
        listed = [item for item in entry.identifiers if "N/A" not in item.value]
        assert all(matched(replace(subject, identifiers=(item,)), entry, policy).band == "strong" for item in listed)
    if (item := found.get(("would clear", "identifier"))) and item.sentence.startswith("Another IMO"):
        rest = tuple(own for own in subject.identifiers if own.scheme not in ONE_FOR_LIFE)
        other = replace(subject, identifiers=(*rest, Identifier("imo", str(number))))
        assert matched(other, entry, policy).band == "clear"
