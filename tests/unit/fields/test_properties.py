"""FollowTheMoney properties as facts, and back, on invented values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

import pytest

from namesake.fields.properties import Facts, facts_of, place, properties_of
from namesake.values.entities import Entity
from namesake.values.facts import Address, CountryFact, Identifier, PartialDate, Place
from namesake.values.names import Name, NamePart

DAY = date(1985, 3, 7)
GIVEN, FAMILY = NamePart("given", "Arvid"), NamePart("family", "Lindqvarn")


def named(**properties: list[str]) -> list[tuple[str, str, bool]]:
    return [(name.text, name.kind, name.weak) for name in facts_of(properties, "Person").names]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        pytest.param({"name": ["A B", "C D"]}, [("A B", "primary", False), ("C D", "primary", False)], id="names"),
        pytest.param({"alias": ["A B"]}, [("A B", "alias", False)], id="alias"),
        pytest.param({"weakAlias": ["Abu X"]}, [("Abu X", "alias", True)], id="weak"),
        pytest.param({"previousName": ["A C"]}, [("A C", "former", False)], id="former"),
        pytest.param({"alias": ["A"], "name": ["A"]}, [("A", "primary", False)], id="given-twice-keeps-stronger"),
        pytest.param({"weakAlias": ["A"], "alias": ["A"]}, [("A", "alias", False)], id="strong-beats-weak"),
        pytest.param({"name": [" A  ", ""]}, [("A", "primary", False)], id="blanks"),
    ],
)
def test_names_keep_their_kind(properties: dict[str, list[str]], expected: list[tuple[str, str, bool]]) -> None:
    assert named(**properties) == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        pytest.param(
            {"firstName": ["Arvid"], "fatherName": ["Olsson"], "lastName": ["Lindqvarn"]},
            ["Arvid Olsson Lindqvarn"],
            id="in-order",
        ),
        pytest.param(
            {"firstName": ["Arvid", "Arwid"], "lastName": ["Lindqvarn"]},
            ["Arvid Lindqvarn", "Arwid Lindqvarn"],
            id="last-value-repeats",
        ),
        pytest.param({"firstName": ["Arvid"], "name": ["X Y"]}, ["X Y"], id="not-beside-a-name"),
        pytest.param({"motherName": ["Ingra"]}, [], id="mother-is-another-person"),
    ],
)
def test_a_name_is_put_together_only_where_there_is_none(properties: dict[str, list[str]], expected: list[str]) -> None:
    assert [name.text for name in facts_of(properties, "Person").names] == expected


@pytest.mark.parametrize("schema", ["Organization", "Vessel"])
def test_the_parts_name_whatever_has_no_other_name(schema: str) -> None:
    assert [name.text for name in facts_of({"firstName": ["Arvid", "Mimsy"]}, schema).names] == ["Arvid", "Mimsy"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Arvid Lindqvarn", (GIVEN, FAMILY), id="whole"),
        pytest.param("LINDQVARN, Arvid", (FAMILY, GIVEN), id="order-of-the-name"),
        pytest.param("Arvid Test Lindqvarn", (), id="a-word-left-over"),
        pytest.param("Arvid Arvid Lindqvarn", (), id="each-part-once"),
    ],
)
def test_parts_are_attached_where_they_spell_the_whole_name(text: str, expected: tuple[NamePart, ...]) -> None:
    given = {"name": [text], "firstName": ["Arvid"], "lastName": ["Lindqvarn"]}
    assert facts_of(given, "Person").names == (Name(text, parts=expected),)


def test_every_kind_of_fact_is_read() -> None:
    found = facts_of(
        {
            "name": ["Arvid Lindqvarn"],
            "birthDate": ["1985-03-07", "1986"],
            "birthPlace": ["Visby, Sweden"],
            "gender": ["male"],
            "nationality": ["se"],
            "citizenship": ["no"],
            "country": ["fi"],
            "jurisdiction": ["dk"],
            "flag": ["is"],
            "birthCountry": ["se"],
            "passportNumber": ["X1234567"],
            "address": ["1 Test Street"],
            "position": ["Harbour master"],
            "notes": ["a note"],
        },
        "Person",
    )
    assert found == Facts(
        names=(Name("Arvid Lindqvarn"),),
        birth_dates=(
            PartialDate(DAY, DAY, text="1985-03-07"),
            PartialDate(date(1986, 1, 1), date(1986, 12, 31), text="1986"),
        ),
        birth_places=(Place("Visby, Sweden", "se"),),
        genders=("male",),
        countries=(
            CountryFact("nationality", "se", "se"),
            CountryFact("citizenship", "no", "no"),
            CountryFact("country", "fi", "fi"),
            CountryFact("jurisdiction", "dk", "dk"),
            CountryFact("flag", "is", "is"),
            CountryFact("birth", "se", "se"),
        ),
        identifiers=(Identifier("passport", "X1234567", label="passportNumber"),),
        addresses=(Address("1 Test Street"),),
        titles=("Harbour master",),
        remarks=("a note",),
    )


@pytest.mark.parametrize(
    ("schema", "properties", "expected"),
    [
        pytest.param("Vessel", {"imoNumber": ["IMO9074729"]}, ("imo", True), id="imo"),
        pytest.param("Company", {"leiCode": ["5493001KJTIIGC8Y1R12"]}, ("lei", True), id="lei"),
        pytest.param("Company", {"innCode": ["7707083893"]}, ("inn", True), id="inn"),
        pytest.param("Company", {"innCode": ["7707083894"]}, ("inn", False), id="inn-wrong-check-digit"),
        pytest.param("Airplane", {"registrationNumber": ["EP-XXX"]}, ("aircraft_tail", None), id="tail"),
        pytest.param("Company", {"registrationNumber": ["123-X"]}, ("registration", None), id="registration"),
    ],
)
def test_identifiers_have_a_scheme_and_a_check(
    schema: str, properties: dict[str, list[str]], expected: tuple[str, bool | None]
) -> None:
    (found,) = facts_of(properties, schema).identifiers
    assert (found.scheme, found.valid) == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        pytest.param({"publicKey": ["k1", "k2"], "currency": ["ETH"]}, ["wallet:ETH", "wallet:ETH"], id="one-for-all"),
        pytest.param({"publicKey": ["k1", "k2"], "currency": ["ETH", "TRX"]}, ["wallet:ETH", "wallet:TRX"], id="pairs"),
        pytest.param({"publicKey": ["k1"], "currency": ["BTC"]}, ["wallet:XBT"], id="as-ofac-writes-it"),
        pytest.param({"publicKey": ["k1"]}, ["wallet"], id="currency-unknown"),
        pytest.param({"publicKey": ["a", "b", "c"], "currency": ["ETH", "TRX"]}, ["wallet"] * 3, id="not-paired"),
    ],
)
def test_wallets_have_their_currency(properties: dict[str, list[str]], expected: list[str]) -> None:
    assert [found.scheme for found in facts_of(properties, "CryptoWallet").identifiers] == expected


@pytest.mark.parametrize(
    ("properties", "column"),
    [
        pytest.param({"birthDate": ["soon"]}, "birthDate", id="no-date"),
        pytest.param({"gender": ["unclear!"]}, "gender", id="no-gender"),
        pytest.param({"birthPlace": ["Q123"]}, "birthPlace", id="wikidata-id-is-no-place"),
        pytest.param({"name": [17]}, "name", id="no-text"),
        pytest.param({"name": ["x" * 20_000]}, "name", id="too-long"),
    ],
)
def test_what_cannot_be_read_is_a_note(properties: Mapping[str, object], column: str) -> None:
    found = facts_of(cast("Mapping[str, Sequence[str]]", properties), "Person")
    assert [(note.code, note.where.column) for note in found.notes] == [("value-unreadable", column)]
    assert found == Facts(notes=found.notes)


@pytest.mark.parametrize("odd", [None, 3, {"a": 1}, "Arvid", [None], [[]], []], ids=repr)
def test_odd_shapes_never_raise(odd: object) -> None:
    found = facts_of(cast("Mapping[str, Sequence[str]]", {"name": odd, "birthDate": odd}), "Person")
    assert [name.text for name in found.names] == (["Arvid"] if odd == "Arvid" else [])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Visby, Sweden", "se", id="last-part"),
        pytest.param("Sweden", "se", id="whole"),
        pytest.param("Test City, CA", "", id="a-state-is-no-country"),
        pytest.param("Visby", "", id="none"),
    ],
)
def test_a_place_has_the_country_that_it_names(text: str, country: str) -> None:
    assert place(text) == Place(text, country)


def test_properties_of_is_the_way_back() -> None:
    given = {
        "name": ["Arvid Lindqvarn"],
        "alias": ["Arwid L."],
        "weakAlias": ["Captain"],
        "previousName": ["Arvid Olm"],
        "birthDate": ["1985-03-07", "1986", "1987-04", "1990/1992"],
        "birthPlace": ["Visby"],
        "gender": ["male"],
        "nationality": ["se"],
        "birthCountry": ["no"],
        "address": ["1 Test Street"],
        "passportNumber": ["X1234567"],
        "imoNumber": ["IMO9074729"],
        "publicKey": ["k1", "k2"],
        "currency": ["ETH", "ETH"],
    }
    facts = facts_of(given, "Person")
    entity = Entity(
        "1", "Person", facts.names, facts.birth_dates, facts.birth_places, facts.genders, facts.countries,
        facts.identifiers, facts.addresses,
    )  # fmt: skip
    assert properties_of(entity) == given


def test_identifiers_of_other_origin_go_back_by_their_scheme() -> None:
    numbers = (Identifier("tax", "1", label="Tax ID No."), Identifier("other", "2", label="Folio"))
    found = properties_of(Entity("1", "Company", (), identifiers=numbers))
    assert found == {"taxNumber": ["1"], "idNumber": ["2"]}
