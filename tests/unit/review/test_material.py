"""What is material in a match, and what is not: a row each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from namesake.review.material import differences, immaterial, rest, subject_names
from namesake.values.cases import Rest
from namesake.values.entities import Entity
from namesake.values.facts import Address, CountryFact, Identifier, PartialDate, Place
from namesake.values.matches import Evidence, Explanation, ListedRef, Match
from namesake.values.names import Name

BORN = PartialDate(date(1971, 3, 2), date(1971, 3, 2), text="2 Mar 1971")
YEAR = PartialDate(date(1971, 1, 1), date(1971, 12, 31), text="1971")
ZAIN = Entity("s", "Person", (Name("Zorana Vexley"), Name("Zora Vexley", "alias")), (BORN,), (Place("Orvale", "gb"),))
LISTED = Entity(
    "e",
    "Person",
    (Name("Zorana Vexley"), Name("Z. Wexley", "alias")),
    (BORN, YEAR),
    (Place("Orvale"),),
    ("female",),
    (CountryFact("nationality", "gb", "UK"), CountryFact("citizenship", "fr", "France")),
    (Identifier("passport", "A1", "gb"), Identifier("other", "77")),
    (Address("1 High Street, Orvale"),),
)
FOUND = (
    Evidence("name.word", "exact", "Zorana", "Zorana", 9000),
    Evidence("birth_date", "exact", "2 Mar 1971", "2 Mar 1971", 7000, 12.0),
)
ENTRY = ListedRef("watch", "", "", "E-1", "watch:E-1", "Zorana Vexley", "Person", LISTED, ("P1", "P2"), ("cut",))
MATCH = Match(ENTRY, 0.97, 11000, "strong", 3.5, Explanation(-5000, FOUND))

Change = Callable[[Match], Match]


def on(subject: Entity = ZAIN, match: Match = MATCH, model: str = "m", policy: str = "p") -> Rest:
    return rest(subject, [match], model, policy)


def entity(**other: object) -> Change:
    """Another value of a field of the listed entity."""
    return lambda match: replace(match, entry=replace(match.entry, entity=replace(match.entry.entity, **other)))  # type: ignore[arg-type]  # any field


def listed(**other: object) -> Change:
    """Another value of a field of the entry besides its entity."""
    return lambda match: replace(match, entry=replace(match.entry, **other))  # type: ignore[arg-type]  # any field


def found(*items: Evidence, prior: int = -5000) -> Change:
    """Other findings."""
    return lambda match: replace(match, explanation=Explanation(prior, items))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            entity(names=(*LISTED.names, Name("Nobody At-All", "alias"))), id="an alias that changes no evidence"
        ),
        pytest.param(entity(names=LISTED.names[::-1]), id="names in another order"),
        pytest.param(entity(names=LISTED.names[:1]), id="an alias less that changes no evidence"),
        pytest.param(entity(birth_dates=(YEAR, BORN, YEAR)), id="birth dates in another order, one repeated"),
        pytest.param(entity(birth_dates=(replace(BORN, text="1971-03-02"), YEAR)), id="a birth date written otherwise"),
        pytest.param(entity(countries=LISTED.countries[::-1]), id="countries in another order"),
        pytest.param(
            entity(countries=(CountryFact("nationality", "gb", "United Kingdom"), LISTED.countries[1])),
            id="a country written otherwise",
        ),
        pytest.param(entity(identifiers=LISTED.identifiers[::-1]), id="identifiers in another order"),
        pytest.param(
            entity(identifiers=(replace(LISTED.identifiers[0], label="Passport no."), LISTED.identifiers[1])),
            id="another label of an identifier",
        ),
        pytest.param(entity(addresses=(Address("1 High  Street,\nOrvale", city="Orvale"),)), id="space in an address"),
        pytest.param(entity(id="other"), id="our own id of the entity"),
        pytest.param(listed(programmes=("P2", "P3")), id="programmes"),
        pytest.param(listed(marks=()), id="marks"),
        pytest.param(listed(caption="VEXLEY, Zorana"), id="the caption"),
        pytest.param(listed(expires=date(2031, 1, 1)), id="the day on which a finding of one's own expires"),
        pytest.param(listed(version="2026-01-02"), id="the list version"),
        pytest.param(found(*FOUND[::-1]), id="findings in another order"),
        pytest.param(lambda match: replace(match, namesakes_per_million=3.6), id="expected namesakes"),
        pytest.param(
            found(FOUND[0], replace(FOUND[1], subject_value="02.03.1971")),
            id="a birth date as it was compared, written otherwise",
        ),
    ],
)
def test_immaterial(change: Change) -> None:
    assert on(match=change(MATCH)) == on()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param(entity(birth_dates=(BORN,)), "watch E-1: birth dates", id="a birth date less"),
        pytest.param(
            entity(birth_dates=(replace(BORN, circa=True), YEAR)),
            "watch E-1: birth dates",
            id="a birth date that is approximate now",
        ),
        pytest.param(
            entity(birth_places=(Place("Orvale", "gb"),)), "watch E-1: birth places", id="the country of a birth place"
        ),
        pytest.param(entity(genders=()), "watch E-1: genders", id="a gender less"),
        pytest.param(entity(countries=LISTED.countries[:1]), "watch E-1: countries", id="a country less"),
        pytest.param(
            entity(identifiers=(*LISTED.identifiers, Identifier("tax", "9"))),
            "watch E-1: identifiers",
            id="an identifier more",
        ),
        pytest.param(entity(addresses=()), "watch E-1: addresses", id="an address less"),
        pytest.param(entity(schema="Company"), "watch E-1: kind", id="another kind of party"),
        pytest.param(lambda match: replace(match, band="review"), "watch E-1: band", id="another band"),
        pytest.param(found(*FOUND, prior=-5001), "watch E-1: prior", id="the prior by 1/1024 bit"),
        pytest.param(found(FOUND[0]), "watch E-1: birth_date", id="a finding less"),
        pytest.param(
            found(FOUND[0], replace(FOUND[1], bits=6999)), "watch E-1: birth_date", id="a finding by 1/1024 bit"
        ),
        pytest.param(
            found(replace(FOUND[0], entry_value="Zorrana"), FOUND[1]),
            "watch E-1: name.word",
            id="another name that agrees as well",
        ),
    ],
)
def test_material_in_an_entry(change: Change, field: str) -> None:
    now = on(match=change(MATCH))
    assert now.digest != on().digest
    assert [item.field for item in differences(on(), now)] == [field]
    assert all(item.material for item in differences(on(), now))


@pytest.mark.parametrize(
    ("subject", "field"),
    [
        pytest.param(replace(ZAIN, names=ZAIN.names[:1]), "names", id="a name less"),
        pytest.param(
            replace(ZAIN, names=(ZAIN.names[0], replace(ZAIN.names[1], weak=True))),
            "names",
            id="a name that is weak now",
        ),
        pytest.param(replace(ZAIN, birth_dates=()), "birth dates", id="a birth date less"),
        pytest.param(replace(ZAIN, genders=("female",)), "genders", id="a gender"),
        pytest.param(
            replace(ZAIN, countries=(CountryFact("nationality", "", "Nowhere"),)),
            "countries",
            id="a country that is not read",
        ),
        pytest.param(replace(ZAIN, addresses=(Address("2 Low Road"),)), "addresses", id="an address"),
        pytest.param(replace(ZAIN, schema="Thing"), "kind", id="another kind of party"),
    ],
)
def test_material_in_a_subject(subject: Entity, field: str) -> None:
    (change,) = differences(on(), on(subject))
    assert (change.side, change.field, change.material) == ("subject", field, True)


def test_a_subject_in_another_order_is_the_same() -> None:
    assert on(replace(ZAIN, names=ZAIN.names[::-1], id="other")) == on()


def test_the_model_and_the_policy_are_material() -> None:
    assert [item.field for item in differences(on(), on(model="n", policy="q"))] == ["model", "policy"]


def test_another_entry_of_the_same_identity_is_material() -> None:
    second = replace(MATCH, entry=replace(ENTRY, entry_id="E-2"))
    both = rest(ZAIN, [MATCH, second], "m", "p")
    assert both == rest(ZAIN, [second, MATCH], "m", "p")
    assert {item.field.partition(":")[0] for item in differences(on(), both)} == {"watch E-2"}


def test_what_is_not_material_is_shown() -> None:
    after = replace(ENTRY, programmes=("P2", "P1", "P3"), caption="Z. Vexley", version="v2")
    shown = immaterial(ENTRY, after)
    assert [(item.field, item.after, item.material) for item in shown] == [
        ("watch E-1: caption", ("Z. Vexley",), False),
        ("watch E-1: programmes", ("P1", "P2", "P3"), False),
    ]


def test_names_can_be_read_back_and_nothing_is_read_of_what_was_erased() -> None:
    assert subject_names(on()) == ("Zora Vexley", "Zorana Vexley")
    assert subject_names(Rest("", "")) == ()
