"""Whole pairs by rank: of two pairs the first must score higher; and where a pair must end up."""

import pytest

from namesake.screener import compare
from namesake.values.matches import Match
from namesake.values.schemas import comparable

Party = dict[str, str]


def person(name: str, **facts: str) -> Party:
    return {"name": name, "schema": "Person", **facts}


def firm(name: str, **facts: str) -> Party:
    return {"name": name, "schema": "Company", **facts}


def ship(name: str, **facts: str) -> Party:
    return {"name": name, "schema": "Vessel", **facts}


def weak(name: str, **facts: str) -> Party:
    return {"name": "Bandersnatch Mimsy", "weakAlias": name, "schema": "Person", **facts}


def matched(left: Party, right: Party) -> Match:
    found = compare(left, right)
    assert found is not None
    return found


Pair = tuple[Party, Party]
TALVEK = person("Talvek Quoren")
TRADING = firm("Borogove Trading LLC")
DATE = "1980-05-06"


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            (person("Юсуф Тестов"), person("Yusuf Testov")),
            (person("Юсуф Тестов"), person("Yusuf Quoren")),
            id="cyrillic",
        ),
        pytest.param(
            (person("يوسف المالكي"), person("Yusuf al-Maliki")),
            (person("يوسف المالكي"), person("Omar al-Maliki")),
            id="arabic",
        ),
        pytest.param(
            (person("נתן קוורן"), person("Natan Kvoren")), (person("נתן קוורן"), person("Moshe Kvoren")), id="hebrew"
        ),
        pytest.param(
            (person("გიორგი ქვორენი"), person("Giorgi Kvoreni")),
            (person("გიორგი ქვორენი"), person("Luka Kvoreni")),
            id="georgian",
        ),
        pytest.param((person("王文海"), person("Wang Wenhai")), (person("王文海"), person("Zhou Wenhai")), id="han"),
        pytest.param(
            (person("김철수"), person("Kim Cheol-su")), (person("김철수"), person("Kim Dong-hyun")), id="hangul"
        ),
        pytest.param(
            (person("Yusuf bin Omar"), person("Youssef ibn Omar")),
            (person("Yusuf bin Omar"), person("Omar bin Yusuf")),
            id="father-and-son",
        ),
        pytest.param((TALVEK, TALVEK), (TALVEK, person("Talvec Quoren")), id="equal-before-misspelt"),
        pytest.param(
            (TALVEK, person("Talvec Quoren")), (TALVEK, person("Talvek Mimsy")), id="misspelt-before-namesake"
        ),
        pytest.param((TALVEK, TALVEK), (TALVEK, person("Quoren Talvek")), id="order"),
        pytest.param((TALVEK, person("Quoren Talvek")), (TALVEK, person("Mimsy Talvek")), id="turned-before-namesake"),
        pytest.param((person("Quoren, Talvek"), TALVEK), (person("Quoren Talvek"), TALVEK), id="comma-says-the-order"),
        pytest.param((TALVEK, person("T. Quoren")), (TALVEK, person("B. Quoren")), id="initial"),
        pytest.param((TALVEK, TALVEK), (TALVEK, person("T. Quoren")), id="word-before-initial"),
        pytest.param(
            (TALVEK, person("Talvek Borogove Quoren")), (TALVEK, person("Talvek Borogove Mimsy")), id="middle-name"
        ),
        pytest.param((TALVEK, TALVEK), (person("John Smith"), person("John Smith")), id="rare-before-common"),
        pytest.param(
            (person("Abdul Rahman Quoren"), person("Abdulrahman Quoren")),
            (person("Abdul Rahman Quoren"), person("Abdulkarim Quoren")),
            id="written-together",
        ),
        pytest.param((TALVEK, TALVEK), (TALVEK, person("Talvek")), id="one-word-alone"),
        pytest.param((TALVEK, person("Talvеk Quoren")), (TALVEK, person("Talvak Quorin")), id="homoglyph"),
        pytest.param((TALVEK, person("Dr Talvek Quoren")), (TALVEK, person("Talvek Dora Quoren")), id="title-is-free"),
        pytest.param((TALVEK, TALVEK), (TALVEK, weak("Talvek Quoren")), id="weak-alias"),
        pytest.param((firm("Victory 3"), firm("Victory III")), (firm("Victory 3"), firm("Victory")), id="roman-number"),
        pytest.param((firm("Victory 3"), firm("Victory")), (firm("Victory 3"), firm("Victory 5")), id="number-missing"),
        pytest.param((TRADING, TRADING), (TRADING, firm("Borogove Trading PJSC")), id="legal-form"),
        pytest.param((TRADING, firm("Borogove LLC")), (TRADING, firm("Borogove Bank LLC")), id="generic-word"),
        pytest.param((TRADING, firm("Borogove Bank LLC")), (TRADING, firm("Mimsy Trading LLC")), id="distinctive-word"),
        pytest.param(
            (firm("Банк Бороговия"), firm("Borogovia Bank")),
            (firm("Банк Бороговия"), firm("Borogovia Shipping")),
            id="translated",
        ),
        pytest.param(
            (ship("Star", imoNumber="9074729"), ship("Moon", imoNumber="9074729")),
            (ship("Star", imoNumber="9074729"), ship("Star", imoNumber="9074731")),
            id="renamed-ship-before-namesake",
        ),
    ],
)
def test_ranks(better: Pair, worse: Pair) -> None:
    assert matched(*better).bits > matched(*worse).bits


REVIEW = "review", "strong"


@pytest.mark.parametrize(
    ("left", "right", "bands"),
    [
        pytest.param(TALVEK, TALVEK, REVIEW, id="exact-rare-name"),
        pytest.param(person("Wei Li"), person("Wei Li"), REVIEW, id="exact-common-name"),
        pytest.param(person("Li"), person("Li"), REVIEW, id="exact-short-name"),
        pytest.param(person("J"), person("J"), REVIEW, id="exact-initial"),
        pytest.param(firm("Bank"), firm("Bank"), REVIEW, id="exact-generic-name"),
        pytest.param(TRADING, firm("Borogove Trading"), REVIEW, id="without-legal-form"),
        pytest.param(firm("주식회사 탈벡"), firm("Talbek Inc"), REVIEW, id="legal-form-translated"),
        pytest.param(firm("Công ty TNHH Talvek"), firm("Talvek Co Ltd"), REVIEW, id="legal-form-of-many-words"),
        pytest.param(person("Abdelkarim Quoren"), person("Abd al-Karim Quoren"), REVIEW, id="servant-joined"),
        pytest.param(person("Abderrahman Quoren"), person("Abdul Rahman Quoren"), REVIEW, id="servant-heard"),
        pytest.param(person("Pak Talvek"), person("Park Talvek"), REVIEW, id="korean-family-name"),
        pytest.param(person("Hsu Talvek"), person("Xu Talvek"), REVIEW, id="wade-giles-family-name"),
        pytest.param(person("Ri Talvek"), person("Park Talvek"), ("clear",), id="two-korean-family-names"),
        pytest.param(person("Юсуф Тестов"), person("Yusuf Testov"), REVIEW, id="other-script"),
        pytest.param(TALVEK, {**TALVEK, "schema": "LegalEntity"}, REVIEW, id="kind-unknown"),
        pytest.param(person("Omar"), weak("Omar"), ("clear",), id="weak-alias-alone"),
        pytest.param(person("Omar", birthDate=DATE), weak("Omar", birthDate=DATE), REVIEW, id="weak-alias-and-date"),
        pytest.param(
            {**TALVEK, "birthDate": DATE}, {**TALVEK, "birthDate": "1950-11-23"}, ("clear",), id="birth-dates-differ"
        ),
        pytest.param({**TALVEK, "birthDate": DATE}, {**TALVEK, "birthDate": DATE}, ("strong",), id="birth-dates-equal"),
        pytest.param(firm("Victory 3"), firm("Victory 5"), ("clear",), id="victory-3-is-not-victory-5"),
        pytest.param(person("Yusuf bin Omar"), person("Omar bin Yusuf"), ("clear",), id="son-is-not-father"),
        pytest.param(TALVEK, person("Talvek Mimsy"), ("clear",), id="one-name-of-two"),
        pytest.param(TALVEK, person("Bandersnatch Mimsy"), ("clear",), id="nothing-agrees"),
        pytest.param(
            ship("Star", imoNumber="9074729"), ship("Moon", imoNumber="9074729"), ("strong",), id="same-imo-other-name"
        ),
        pytest.param(
            ship("Star", imoNumber="9074729"), ship("Star", imoNumber="9074731"), ("clear",), id="same-name-other-imo"
        ),
    ],
)
def test_band(left: Party, right: Party, bands: tuple[str, ...]) -> None:
    assert matched(left, right).band in bands


@pytest.mark.parametrize(
    ("facts", "others"),
    [
        pytest.param({"nationality": "gb"}, {"nationality": "gb"}, id="nationality"),
        pytest.param({"gender": "male"}, {"gender": "male"}, id="gender"),
        pytest.param({"nationality": "gb"}, {}, id="nationality-on-one-side"),
        pytest.param({"birthDate": DATE}, {}, id="birth-date-on-one-side"),
        pytest.param({"passportNumber": "AB123456"}, {}, id="passport-on-one-side"),
    ],
)
def test_worth_nothing(facts: Party, others: Party) -> None:
    assert matched({**TALVEK, **facts}, {**TALVEK, **others}).bits == matched(TALVEK, TALVEK).bits


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("Person", "Person", True, id="persons"),
        pytest.param("Person", "Company", False, id="person-and-company"),
        pytest.param("Person", "Vessel", False, id="person-and-ship"),
        pytest.param("Company", "Vessel", True, id="company-and-ship"),
        pytest.param("LegalEntity", "Person", True, id="open-and-person"),
        pytest.param("LegalEntity", "Vessel", True, id="open-and-ship"),
        pytest.param("Snark", "Person", True, id="unknown-and-person"),
    ],
)
def test_what_can_be_the_same(left: str, right: str, same: bool) -> None:
    assert comparable(left, right) is comparable(right, left) is same
    found = compare({"name": "Talvek Quoren", "schema": left}, {"name": "Talvek Quoren", "schema": right})
    assert (found is not None) is same


def test_namesakes_get_fewer_with_facts_that_few_share_and_not_with_nationality() -> None:
    alone = matched(person("Omar Khan"), person("Omar Khan")).namesakes_per_million
    born = matched(person("Omar Khan", birthDate=DATE), person("Omar Khan", birthDate=DATE)).namesakes_per_million
    from_there = matched(
        person("Omar Khan", nationality="gb"), person("Omar Khan", nationality="gb")
    ).namesakes_per_million
    assert 0 < born < alone == from_there <= 1e6
    assert matched(TALVEK, TALVEK).namesakes_per_million < alone


def test_explanation_is_verbatim() -> None:
    found = matched(person("Тестов, Юсуф"), person("YUSUF Testov"))
    words = [(item.subject_value, item.entry_value) for item in found.explanation.evidence if item.code == "name.word"]
    assert words == [("Юсуф", "YUSUF"), ("Тестов", "Testov")]
