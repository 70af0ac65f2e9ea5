"""Every comparison of facts but birth dates, level by level."""

import pytest

from namesake.scoring.comparisons import addresses, countries, genders, identifiers
from namesake.values.facts import Address, CountryFact, CountryRole, Gender, Identifier
from namesake.values.tokens import NameClass

Facts = tuple[tuple[CountryRole, str], ...]


@pytest.mark.parametrize(
    ("left", "right", "kind", "level"),
    [
        pytest.param((("nationality", "gb"),), (("nationality", "gb"),), "person", "agrees", id="same"),
        pytest.param((("nationality", "gb"),), (("citizenship", "gb"),), "person", "agrees", id="citizenship"),
        pytest.param(
            (("nationality", "gb"), ("nationality", "fr")),
            (("nationality", "fr"),),
            "person",
            "agrees",
            id="one-of-two",
        ),
        pytest.param((("nationality", "gb"),), (("nationality", "fr"),), "person", "differs", id="other"),
        pytest.param((("nationality", "gb"),), (("country", "fr"),), "person", "unknown", id="a-persons-residence"),
        pytest.param((("birth", "gb"),), (("nationality", "fr"),), "person", "unknown", id="birth-country"),
        pytest.param((("nationality", ""),), (("nationality", "fr"),), "person", "unknown", id="unreadable"),
        pytest.param((), (("nationality", "fr"),), "person", "unknown", id="none"),
        pytest.param((("nationality", "su"),), (("nationality", "uz"),), "person", "agrees", id="former-state"),
        pytest.param((("nationality", "cs"),), (("nationality", "sk"),), "person", "agrees", id="former-state-2"),
        pytest.param((("nationality", "su"),), (("nationality", "fr"),), "person", "differs", id="no-part-of-it"),
        pytest.param((("nationality", "ru"),), (("nationality", "uz"),), "person", "differs", id="two-successors"),
        pytest.param((("jurisdiction", "gb"),), (("country", "gb"),), "other", "agrees", id="company"),
        pytest.param((("flag", "pa"),), (("flag", "lr"),), "other", "differs", id="flags"),
    ],
)
def test_countries(left: Facts, right: Facts, kind: NameClass, level: str) -> None:
    one, other = (tuple(CountryFact(role, code) for role, code in facts) for facts in (left, right))
    for sides in ((one, other), (other, one)):
        (found,) = countries.compare(*sides, kind)
        assert found.level == level
        assert found.amounts == ((("country_differs", 1),) if level == "differs" else ())


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param(("male",), ("male",), "agrees", id="same"),
        pytest.param(("male",), ("female",), "differs", id="other"),
        pytest.param(("male", "female"), ("female",), "agrees", id="one-of-two"),
        pytest.param(("other",), ("female",), "agrees", id="other-fits-all"),
        pytest.param((), ("female",), "unknown", id="none"),
        pytest.param((), ("other",), "unknown", id="none-and-other"),
    ],
)
def test_genders(left: tuple[Gender, ...], right: tuple[Gender, ...], level: str) -> None:
    for sides in ((left, right), (right, left)):
        (found,) = genders.compare(*sides)
        assert found.level == level
        assert found.amounts == ((("gender_differs", 1),) if level == "differs" else ())


ADDRESS = "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"
IDS: dict[str, Identifier] = {
    "passport": Identifier("passport", "AB 123456", "gb"),
    "passport-written-otherwise": Identifier("passport", "ab-123456", "gb"),
    "passport-elsewhere": Identifier("passport", "AB123456", "fr"),
    "passport-nowhere": Identifier("passport", "AB123456"),
    "passport-other-number": Identifier("passport", "AB123457", "gb"),
    "tax": Identifier("tax", "AB123456"),
    "unknown-kind": Identifier("other", "AB123456"),
    "placeholder": Identifier("passport", "N/A"),
    "short": Identifier("passport", "123"),
    "imo": Identifier("imo", "IMO 9074729"),
    "imo-bare": Identifier("imo", "9074729"),
    "imo-other": Identifier("imo", "9074731"),
    "lei": Identifier("lei", "529900T8BM49AURSDO55"),
    "lei-other": Identifier("lei", "529900T8BM49AURSDO56"),
    "eth": Identifier("wallet:ETH", ADDRESS),
    "usdt": Identifier("wallet:USDT", ADDRESS.lower().replace("0X", "0x")),
}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param("passport", "passport-written-otherwise", "equal", id="same-kind"),
        pytest.param("passport", "passport-nowhere", "equal", id="country-unknown"),
        pytest.param("passport", "passport-elsewhere", "same number, other kind", id="other-country"),
        pytest.param("passport", "tax", "same number, other kind", id="other-kind"),
        pytest.param("passport", "unknown-kind", "equal", id="kind-unknown"),
        pytest.param("passport", "passport-other-number", "unknown", id="a-person-may-have-two-passports"),
        pytest.param("placeholder", "placeholder", "unknown", id="placeholders"),
        pytest.param("short", "short", "unknown", id="too-short"),
        pytest.param("imo", "imo-bare", "equal", id="imo"),
        pytest.param("imo", "imo-other", "differs", id="imo-conflict"),
        pytest.param("lei", "lei-other", "differs", id="lei-conflict"),
        pytest.param("imo", "lei", "unknown", id="different-kinds"),
        pytest.param("eth", "usdt", "equal", id="wallet-across-currencies"),
        pytest.param("placeholder tax", "passport tax", "equal", id="best-of-several"),
        pytest.param("imo imo-other", "imo-other", "equal", id="equal-before-conflict"),
        pytest.param("passport", "tax passport", "equal", id="same-kind-after-other-kind"),
        pytest.param("passport", "passport tax", "equal", id="same-kind-before-other-kind"),
        pytest.param("", "passport", "unknown", id="none"),
    ],
)
def test_identifiers(left: str, right: str, level: str) -> None:
    one, other = (tuple(IDS[name] for name in names.split()) for names in (left, right))
    for sides in ((one, other), (other, one)):
        (found,) = identifiers.compare(*sides)
        assert found.level == level


HOUSE = "12 Borogove Street, Wabe 4711"


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param([HOUSE], [HOUSE], "same", id="same"),
        pytest.param([HOUSE], ["Wabe 4711, Borogove st. 12, France"], "same", id="otherwise-ordered"),
        pytest.param([HOUSE], ["12 BOROGOVE STR., FLOOR 3, WABE 4711, REGION MOME"], "same", id="more-on-one-side"),
        pytest.param([HOUSE], ["12 Borogove Sreet, Wabe 4711"], "same", id="slip-in-a-general-word"),
        pytest.param([HOUSE], ["12 Borogvoe Street, Wabe 4711"], "much the same", id="slip"),
        pytest.param([HOUSE], ["14 Borogove Street, Wabe 4711"], "much the same", id="next-door"),
        pytest.param([HOUSE], ["12 Borogove Street, Wabe"], "much the same", id="three-in-common"),
        pytest.param([HOUSE], ["8 Tove Lane, Wabe 4711"], "differs", id="another-street"),
        pytest.param([HOUSE], ["8 Tove Lane, Brillig 22"], "differs", id="another-town"),
        pytest.param([HOUSE], ["8 Tove Lane, Brillig 22", HOUSE], "same", id="one-of-two"),
        pytest.param(["Wabe, France"], ["Wabe, France"], "differs", id="a-town-is-no-address"),
        pytest.param(["Mome Wabe Brillig Tove"], ["Mome Wabe Brillig Tove"], "differs", id="no-number"),
        pytest.param(["P.O. Box 12, Wabe"], ["P.O. Box 12, Wabe"], "differs", id="too-little"),
        pytest.param(["ул. Бороговская, д. 12, Вабе"], ["Вабе, Бороговская улица, 12"], "much the same", id="cyrillic"),
        pytest.param(["Вабский район 12"], ["Вабский район 12"], "differs", id="too-little-beside-a-general-word"),
        pytest.param(["١٢ Borogove Street, Wabe 4711"], [HOUSE], "same", id="other-digits"),
        pytest.param(["012 Borogove Street, Wabe 4711"], [HOUSE], "same", id="leading-zero"),
        pytest.param([], [HOUSE], "unknown", id="none"),
        pytest.param([], [], "unknown", id="neither"),
        pytest.param([""], [HOUSE], "differs", id="empty"),
    ],
)
@pytest.mark.parametrize("kind", ["person", "other"])
def test_addresses(left: list[str], right: list[str], level: str, kind: NameClass) -> None:
    one, other = (tuple(map(Address, texts)) for texts in (left, right))
    features = {"same": "address", "much the same": "address_mostly"}
    for sides in ((one, other), (other, one)):
        (found,) = addresses.compare(*sides, kind)
        assert found.level == level
        assert [name for name, _ in found.amounts] == [
            f"{features[level]}{'' if kind == 'person' else '_other'}" for _ in [0] if level in features
        ]
