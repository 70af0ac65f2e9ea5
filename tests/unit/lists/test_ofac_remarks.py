"""The grammar of OFAC's remarks, on invented entries."""

from datetime import date
from time import perf_counter

import pytest

from namesake.lists.formats.ofac_remarks import items
from namesake.lists.formats.ofac_remarks_facts import Facts, kind_of, name, place
from namesake.lists.formats.ofac_remarks_labels import Numbered, numbered


def read(text: str, *, person: bool = True) -> Facts:
    facts = Facts(person=person)
    facts.read(items(text))
    return facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", (), id="none"),
        pytest.param("DOB 1960; alt. DOB 1961.", ("DOB 1960", "alt. DOB 1961"), id="plain"),
        pytest.param(
            "See Section 11 of Order 1.; Tax ID No. 12.",
            ("See Section 11 of Order 1.", "Tax ID No. 12"),
            id="a full stop before the semicolon belongs to the item",
        ),
        pytest.param("a.k.a. 'ABU-'NAJM'; DOB 1960.", ("a.k.a. 'ABU-'NAJM'", "DOB 1960"), id="a quote inside"),
        pytest.param("a.k.a. 'SUN'S FRIENDS'.", ("a.k.a. 'SUN'S FRIENDS'",), id="a quote inside the last one"),
        pytest.param("a.k.a. 'ONE; TWO'; DOB 1960.", ("a.k.a. 'ONE; TWO'", "DOB 1960"), id="a semicolon inside quotes"),
        pytest.param(
            "a.k.a. 'ONE; Linked To: TWO; a.k.a. 'THREE'.",
            ("a.k.a. 'ONE", "Linked To: TWO", "a.k.a. 'THREE'"),
            id="a quote that never closes",
        ),
        pytest.param(
            "Linked To: ORDER OF THE SUN (OOS)-NORTH; DOB 1960.",
            ("Linked To: ORDER OF THE SUN (OOS)-NORTH", "DOB 1960"),
            id="brackets inside",
        ),
        pytest.param(
            "all offices; (Linked To: SUN (NORTH) CO.; Linked To: MOON)",
            ("all offices", "Linked To: SUN (NORTH) CO.", "Linked To: MOON"),
            id="links in brackets",
        ),
        pytest.param(
            "(From a passport of another: DOB 1960; Passport X1); DOB 1970",
            ("(From a passport of another: DOB 1960; Passport X1)", "DOB 1970"),
            id="other brackets stay whole",
        ),
        pytest.param("(never closed; DOB 1970.", ("(never closed", "DOB 1970"), id="a bracket that never closes"),
        pytest.param("Linked To: SUN S.A.", ("Linked To: SUN S.A.",), id="the stop of an abbreviation"),
        pytest.param("Linked To: SUN LLC.", ("Linked To: SUN LLC",), id="the stop of the remarks"),
        pytest.param("Tax ID No. AB 12 Y.", ("Tax ID No. AB 12 Y",), id="the stop after a number"),
        pytest.param(
            'a.k.a. "SUN "ONE" CO"; a.k.a. "MOON".', ('a.k.a. "SUN "ONE" CO"', 'a.k.a. "MOON"'), id="double quotes"
        ),
        pytest.param("DOB 1960;\n POB Lima", ("DOB 1960", "POB Lima"), id="a line break"),
        pytest.param("DOB 1960;", ("DOB 1960",), id="a semicolon at the end"),
        pytest.param("; ; DOB 1960", ("DOB 1960",), id="empty items"),
    ],
)
def test_items(text: str, expected: tuple[str, ...]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("a.k.a. '", id="quotes"),
        pytest.param("a.k.a. 'x; ", id="aliases that never close"),
        pytest.param("(x; ", id="brackets that never close"),
        pytest.param("; ", id="separators"),
        pytest.param(" issued 1", id="details"),
        pytest.param("Passport 1 (", id="numbers"),
        pytest.param(", x", id="commas"),
    ],
)
def test_long_hostile_remarks_are_read_in_a_moment(piece: str) -> None:
    text = "POB x" + piece * (200_000 // len(piece))
    started = perf_counter()
    read("Passport 1" + text + "; " + text)
    assert perf_counter() - started < 5


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param("Passport AB12", Numbered("Passport", "AB12"), id="plain"),
        pytest.param("Passport AB 12 (Iran)", Numbered("Passport", "AB 12", "Iran"), id="country"),
        pytest.param("Passport PS7 (Korea, North)", Numbered("Passport", "PS7", "Korea, North"), id="with a comma"),
        pytest.param(
            "Passport A1 (Iraq) issued 1 Jan 2017 expires 19 Jan 2027",
            Numbered("Passport", "A1", "Iraq", "issued 1 Jan 2017 expires 19 Jan 2027"),
            id="dates",
        ),
        pytest.param("Passport A1 expires 2027", Numbered("Passport", "A1", "", "expires 2027"), id="a date alone"),
        pytest.param(
            "Folio Mercantil No. 42969 (Jalisco) (Mexico)",
            Numbered("Folio Mercantil No.", "42969 (Jalisco)", "Mexico"),
            id="two brackets",
        ),
        pytest.param(
            "Folio Mercantil No. 42969 (Jalisco)", Numbered("Folio Mercantil No.", "42969 (Jalisco)"), id="no country"
        ),
        pytest.param("US FEIN CH-217-0-431-423-3", Numbered("US FEIN", "CH-217-0-431-423-3"), id="-0- inside"),
        pytest.param(
            "Vessel Registration Identification IMO 9074729",
            Numbered("Vessel Registration Identification", "IMO 9074729"),
            id="IMO",
        ),
        pytest.param(
            "Digital Currency Address - XBT 1abc", Numbered("Digital Currency Address - XBT", "1abc"), id="wallet"
        ),
        pytest.param(
            "Digital Currency Address - NEWCOIN xyz",
            Numbered("Digital Currency Address - NEWCOIN", "xyz"),
            id="a currency of the future",
        ),
        pytest.param("SWIFT/BIC ABCDEFGH", Numbered("SWIFT/BIC", "ABCDEFGH"), id="letters only"),
        pytest.param(
            "Martian Residence Number 17-B (Chile)",
            Numbered("Martian Residence Number", "17-B", "Chile"),
            id="a label of the future",
        ),
        pytest.param("Passport and National ID were issued in the capital", None, id="prose"),
        pytest.param("Commander of Brigade Number", None, id="no number"),
        pytest.param("Former Member of Parliament", None, id="no label"),
    ],
)
def test_numbered(item: str, expected: Numbered | None) -> None:
    assert numbered(item) == expected


@pytest.mark.parametrize(
    ("text", "first", "last", "circa"),
    [
        pytest.param("DOB 31 Aug 1960", date(1960, 8, 31), date(1960, 8, 31), False, id="day"),
        pytest.param("alt. DOB 1960", date(1960, 1, 1), date(1960, 12, 31), False, id="year"),
        pytest.param("DOB circa 1951", date(1951, 1, 1), date(1951, 12, 31), True, id="circa year"),
        pytest.param("DOB Aug 1960", date(1960, 8, 1), date(1960, 8, 31), False, id="month"),
        pytest.param("DOB 1958 to 1960", date(1958, 1, 1), date(1960, 12, 31), False, id="years"),
        pytest.param("DOB 01 Jan 1958 to 03 Feb 1959", date(1958, 1, 1), date(1959, 2, 3), False, id="days"),
        pytest.param("DOB Jan 1958 to Feb 1959", date(1958, 1, 1), date(1959, 2, 28), False, id="months"),
        pytest.param("DOB circa 02 Mar 1951", date(1951, 3, 2), date(1951, 3, 2), True, id="circa day"),
        pytest.param("DOB circa 1979-1982", date(1979, 1, 1), date(1982, 12, 31), True, id="circa years"),
    ],
)
def test_birth_dates(text: str, first: date, last: date, circa: bool) -> None:
    facts = read(text + ".")
    assert [(found.first, found.last, found.circa) for found in facts.birth_dates] == [(first, last, circa)]
    assert facts.remarks == []


def test_facts_of_a_person() -> None:
    facts = read(
        "DOB 31 Aug 1960; alt. DOB 1953; POB Xanadu, Korea, North; nationality Iran; "
        "alt. nationality Turkey; citizen Iran; Gender Male; Passport A1234567 (Iran) expires 19 Jan 2027; "
        "alt. Passport B7654321 (Turkey); "
        "a.k.a. 'ABU NAJM'; alt. a.k.a. 'NAJM, Father'; f.k.a. 'STARRY'; d.b.a. 'STAR SHOP'; Website www.example.org; "
        "Linked To: ORDER OF THE SUN; Secondary sanctions risk: section 1(b); arrested 2001."
    )
    assert [found.text for found in facts.birth_dates] == ["31 Aug 1960", "1953"]
    assert [(found.text, found.country) for found in facts.birth_places] == [("Xanadu, Korea, North", "kp")]
    assert [(found.role, found.code) for found in facts.countries] == [
        ("nationality", "ir"), ("nationality", "tr"), ("citizenship", "ir"),
    ]  # fmt: skip
    assert facts.genders == ["male"]
    assert [(found.scheme, found.value, found.country) for found in facts.identifiers] == [
        ("passport", "A1234567", "ir"), ("passport", "B7654321", "tr"),
    ]  # fmt: skip
    assert [(found.text, found.kind, found.weak) for found in facts.names] == [
        ("ABU NAJM", "alias", True),
        ("NAJM, Father", "alias", True),
        ("STARRY", "former", True),
        ("STAR SHOP", "alias", True),
    ]
    assert [part.text for part in facts.names[1].parts] == ["NAJM", "Father"]
    assert [(link.kind, link.target_name) for link in facts.links] == [("linked_to", "ORDER OF THE SUN")]
    assert facts.remarks == [
        "Passport A1234567 (Iran) expires 19 Jan 2027",  # the expiry is no part of the identifier
        "Website www.example.org",
        "Secondary sanctions risk: section 1(b)",
        "arrested 2001",
    ]


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("nationality possibly Freedonian", id="a country that is none"),
        pytest.param("DOB unknown", id="a date that is none"),
        pytest.param("Gender Unspecified Words", id="a gender that is none"),
        pytest.param("a.k.a. unquoted", id="an alias without quotes"),
        pytest.param("Email Address nobody@example.org", id="no identifier"),
        pytest.param("Organization Established Date 1994", id="no label"),
    ],
)
def test_what_is_not_read_stays_a_remark(item: str) -> None:
    facts = read(item)
    assert facts == Facts(person=True, remarks=[item])


@pytest.mark.parametrize(
    ("published", "kind"),
    [
        ("aka", "alias"),
        ("a.k.a.", "alias"),
        ("fka", "former"),
        ("F.K.A.", "former"),
        ("nka", "alias"),
        ("?", "alias"),
    ],
)
def test_alias_kinds(published: str, kind: str) -> None:
    assert kind_of(published) == kind


def test_name_parts_are_those_of_persons_only() -> None:
    assert [(p.kind, p.text) for p in name("O, Anselm bin Yusuf", "primary", person=True).parts] == [
        ("family", "O"), ("given", "Anselm bin Yusuf"),
    ]  # fmt: skip
    assert name("SUN CO., LTD.", "primary").parts == ()
    assert name("THE MOOR", "alias", person=True).parts == ()


@pytest.mark.parametrize(
    ("text", "code"), [("Augusta, GA", ""), ("Xanadu, near Lima, Peru", "pe"), ("Peru", "pe"), ("Xanadu", "")]
)
def test_places(text: str, code: str) -> None:
    assert place(text).country == code
