"""Policies: what is read, and what is refused."""

from dataclasses import replace

import pytest

from namesake.errors import PolicyError
from namesake.kernels.items import FEATURES
from namesake.scoring.model import Model, shipped
from namesake.scoring.model import read as read_model
from namesake.screening.policy import digest, of_population, read, write
from namesake.screening.weights import measures
from namesake.values.policies import Policy
from namesake.values.populations import PopulationRules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", Policy(), id="empty-is-the-default"),
        pytest.param('name = "desk"', Policy(name="desk"), id="name"),
        pytest.param("review_from = 0.3\nstrong_from = 0.9", Policy(review_from=0.3, strong_from=0.9), id="thresholds"),
        pytest.param("strong_from = 0.5", Policy(strong_from=0.5), id="thresholds-may-be-equal"),
        pytest.param('lists = ["a", "b@c"]', Policy(lists=("a", "b@c")), id="lists"),
        pytest.param('reason = "too many"', Policy(reason="too many"), id="reason"),
        pytest.param("decided = 2026-04-15", Policy(decided="2026-04-15"), id="day"),
        pytest.param('decided = "2026-04-15"', Policy(decided="2026-04-15"), id="day-as-text"),
        pytest.param("max_age_days = 7", Policy(max_age_days=(("*", 7),)), id="age-of-all"),
        pytest.param("max_age_days = 0", Policy(max_age_days=(("*", 0),)), id="age-of-today"),
        pytest.param("[max_age_days]\nb = 2\na = 1", Policy(max_age_days=(("a", 1), ("b", 2))), id="ages-by-list"),
        pytest.param("every_days = 30", Policy(every_days=30), id="clock"),
        pytest.param(
            '[populations.visas]\nlists = ["a"]\nreview_from = 0.3\nmax_age_days = 2\nevery_days = 7\n'
            "[populations.crews]",
            Policy(
                populations=(
                    PopulationRules("visas", ("a",), 0.3, None, (("*", 2),), 7),
                    PopulationRules("crews"),
                )
            ),
            id="populations",
        ),
        pytest.param(
            "[populations.country-office]", Policy(populations=(PopulationRules("country-office"),)), id="any-name"
        ),
    ],
)
def test_read(text: str, expected: Policy) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("= 1", "not valid TOML", id="no-toml"),
        pytest.param("lists = " + "[" * 100_000, "not valid TOML", id="nested-without-end"),
        pytest.param("a." * 2_000 + "a = 1", "not valid TOML", id="named-without-end"),
        pytest.param("reviw_from = 0.4", "unknown setting 'reviw_from'", id="unknown"),
        pytest.param("[weights]\nword = 2", "unknown setting 'weights'", id="weights"),
        pytest.param("review_from = 0", "review_from must be a number between 0 and 1", id="zero"),
        pytest.param("review_from = 1", "between 0 and 1", id="one"),
        pytest.param("review_from = 1.5", "between 0 and 1", id="above-one"),
        pytest.param("review_from = -0.5", "between 0 and 1", id="negative"),
        pytest.param("review_from = nan", "between 0 and 1", id="not-a-number"),
        pytest.param("strong_from = inf", "between 0 and 1", id="infinite"),
        pytest.param("review_from = true", "between 0 and 1", id="boolean"),
        pytest.param('review_from = "0.5"', "between 0 and 1", id="number-as-text"),
        pytest.param("review_from = 0.9\nstrong_from = 0.8", "strong_from must not be below", id="order"),
        pytest.param("review_from = 0.96", "strong_from must not be below", id="review-above-the-default-strong"),
        pytest.param('lists = "a"', "lists must be a list", id="lists-as-text"),
        pytest.param("lists = [1]", "lists must be text", id="lists-of-numbers"),
        pytest.param("name = 5", "name must be text", id="name-as-number"),
        pytest.param("reason = 5", "reason must be text", id="reason-as-number"),
        pytest.param("decided = 5", "decided must be text", id="day-as-number"),
        pytest.param('decided = "yesterday"', "decided must be a day", id="no-day"),
        pytest.param("decided = 2026-04-15T10:00:00", "decided must be text", id="moment"),
        pytest.param("max_age_days = -1", "max_age_days of '*'", id="negative-age"),
        pytest.param("max_age_days = 1.5", "max_age_days must be", id="age-with-a-fraction"),
        pytest.param("max_age_days = true", "max_age_days must be", id="age-as-boolean"),
        pytest.param('[max_age_days]\na = "7"', "max_age_days of 'a'", id="age-as-text"),
        pytest.param("every_days = 0", "every_days must be a whole number of days", id="clock-at-zero"),
        pytest.param("every_days = true", "every_days must be", id="clock-as-boolean"),
        pytest.param("every_days = 99999", "from 1 to 36,500", id="clock-without-end"),
        pytest.param("populations = 5", "populations must be a table", id="populations-as-number"),
        pytest.param("[populations]\nvisas = 5", "'visas' must be a table", id="population-as-number"),
        pytest.param("[populations.visas]\nname = 'x'", "unknown setting 'name'", id="unknown-of-a-population"),
        pytest.param("[populations.visas]\nreview_from = 2", "between 0 and 1", id="score-of-a-population"),
        pytest.param("[populations.visas]\nreview_from = 0.99", "strong_from must not", id="order-of-a-population"),
    ],
)
def test_refused(text: str, said: str) -> None:
    with pytest.raises(PolicyError, match="policy-invalid") as raised:
        read(text, "policy.toml")
    assert said in str(raised.value)
    assert raised.value.where.file == "policy.toml"
    assert raised.value.next_step


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('high_risk_nationalities = ["xx"]', id="nationality"),
        pytest.param('citizenship = "xx"', id="citizenship"),
        pytest.param('countries = ["xx"]', id="countries"),
        pytest.param("[risk]\ncountry = 2", id="country-below-a-table"),
        pytest.param("[risk.person]\nReligion = 1", id="religion-deeper"),
        pytest.param("ethnicity = 0", id="ethnicity-even-at-zero"),
        pytest.param("gender_weight = 1", id="gender"),
        pytest.param("sex = 1", id="sex"),
        pytest.param("name_culture = 1", id="culture"),
        pytest.param("race = 1", id="race"),
        pytest.param("national_origin = 1", id="origin"),
        pytest.param("[risk]\nBirthplace = 1", id="birth-place"),
        pytest.param("faith = 1", id="faith"),
        pytest.param("caste = 1", id="caste"),
        pytest.param("tribe = 1", id="tribe"),
        pytest.param("[populations.visas]\nnationality = 1", id="nationality-of-a-population"),
    ],
)
def test_never_risk(text: str) -> None:
    with pytest.raises(PolicyError, match="never risk"):
        read(text)


def test_digest_is_of_the_meaning() -> None:
    assert digest(read("review_from = 0.5\n# note")) == digest(Policy())
    assert digest(read("review_from = 0.4")) != digest(Policy())
    assert digest(read("[max_age_days]\na = 1\nb = 2")) == digest(read("[max_age_days]\nb = 2\na = 1"))


MODEL = """
name = "m"
population = "p"
anchor = 8.0
[person]
prior = -3.2
[other]
prior = -2.6
[facts]
"""


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("country_agrees = 1.0", id="country"),
        pytest.param("gender_agrees = 0.1", id="gender"),
        pytest.param("nationality = -1.0", id="nationality"),
        pytest.param("country_differs = 1.0", id="difference-raises"),
        pytest.param("gender_differs = 1.0", id="gender-difference-raises"),
    ],
)
def test_a_model_must_not_weigh_belonging(line: str) -> None:
    with pytest.raises(PolicyError):
        read_model(MODEL + line, "hash")
    assert read_model(MODEL + "country_differs = -1.0", "hash").facts == {"country_differs": -1024}


@pytest.mark.parametrize("feature", ["contradiction", "cost", "extra", "number_differs", "weak", "no_word"])
def test_a_conflict_must_not_raise_a_score(feature: str) -> None:
    with pytest.raises(PolicyError, match=feature):
        measures(with_weight(feature, 1))


@pytest.mark.parametrize("feature", ["word", "rarity", "across_rarity", "syllabic_rarity", "initial", "number"])
def test_an_agreement_must_not_lower_a_score(feature: str) -> None:
    with pytest.raises(PolicyError, match=feature):
        measures(with_weight(feature, -1))


@pytest.mark.parametrize("feature", ["address", "address_other"])
@pytest.mark.parametrize("bits", [-1, 1])
def test_the_same_address_must_not_weigh_less_than_much_the_same(feature: str, bits: int) -> None:
    model = shipped()
    mostly = feature.replace("address", "address_mostly")
    with pytest.raises(PolicyError, match=feature):
        measures(replace(model, facts={**model.facts, feature: bits, mostly: 2}))


@pytest.mark.parametrize("feature", FEATURES)
def test_the_shipped_model_keeps_the_rules(feature: str) -> None:
    model = shipped()
    found = measures(with_weight(feature, 0))
    assert found.rules is model.rules
    assert found.births.differs == model.facts["birth_date.differs"]


def with_weight(feature: str, weight: int) -> Model:
    model = shipped()
    return replace(model, names={**model.names, "person": {**model.names["person"], feature: weight}})


@pytest.mark.parametrize(
    "policy",
    [
        pytest.param(Policy(), id="default"),
        pytest.param(
            Policy('the "desk"\n\x7f\\', 0.3, 0.9, ("a", "b@c"), (("*", 3), ("a.b", 7)), "why [x] = 1", "2026-04-15"),
            id="everything",
        ),
        pytest.param(
            Policy(
                max_age_days=(("*", 3),),
                every_days=30,
                populations=(
                    PopulationRules("visas", ("a", "b"), 0.2, 0.8, (("a.b", 1),), 7),
                    PopulationRules("a.b [c]"),
                ),
            ),
            id="populations",
        ),
    ],
)
def test_written_and_read_again(policy: Policy) -> None:
    assert read(write(policy)) == policy


def test_a_reason_is_no_part_of_the_meaning() -> None:
    assert digest(Policy(reason="because", decided="2026-04-15")) == digest(Policy())
    assert digest(Policy(review_from=0.4)) != digest(Policy())


def test_what_holds_for_a_population() -> None:
    policy = read(
        """
        lists = ["a"]
        every_days = 30
        max_age_days = {a = 5, "*" = 9}
        [populations.visas]
        lists = ["b"]
        strong_from = 0.8
        max_age_days = {a = 1}
        """
    )
    visas = of_population(policy, "visas")
    assert visas == Policy(strong_from=0.8, lists=("b",), max_age_days=(("*", 9), ("a", 1)), every_days=30)
    others = of_population(policy, "others")
    assert others == replace(policy, populations=())
    # Each population has the hash of what holds for it, and another's rules do not touch it.
    assert digest(others) == digest(policy) == digest(replace(others, every_days=1))
    assert digest(visas) != digest(others)
