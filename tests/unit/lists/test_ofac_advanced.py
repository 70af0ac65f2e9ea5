"""OFAC Advanced XML, on invented parties in the publisher's shapes."""

import hashlib
import io
import json
from datetime import date

import pytest

from namesake.errors import EmptyPartError, MalformedError, PartUnknownError
from namesake.lists.formats import ofac_advanced
from namesake.values.entities import ListEntry
from namesake.values.facts import Address, CountryFact, Link, Listing, PartialDate
from namesake.values.names import NamePart
from namesake.values.versions import Part, Publication

TABLES = {
    "AliasType": {"1400": "A.K.A.", "1401": "F.K.A.", "1403": "Name"},
    "DetailReference": {"1": "Male", "2": "Tanker"},
    "FeatureType": {
        "1": "Vessel Call Sign", "2": "VESSEL TYPE", "8": "Birthdate", "9": "Place of Birth",
        "10": "Nationality Country", "25": "Location", "26": "Title", "224": "Gender",
        "345": "Digital Currency Address - ETH",
    },
    "IDRegDocType": {"1571": "Passport"},
    "LegalBasis": {"1": "Order 1"},
    "List": {"1550": "SDN List", "9": "Consolidated List"},
    "LocPartType": {"1451": "ADDRESS1", "1454": "CITY"},
    "NamePartType": {"1520": "Last Name", "1521": "First Name", "1525": "Entity Name"},
    "PartyType": {"1": "Individual", "2": "Entity", "4": "Transport"},
    "RelationQuality": {"1": "Unknown", "1541": "Low"},
    "RelationType": {"15003": "Owned or Controlled By"},
    "Reliability": {"1": "Unknown", "1561": "False"},
    "SanctionsType": {"1": "Program", "1705": "Block"},
    "Script": {"160": "Arabic", "215": "Latin", "220": "Cyrillic", "502": "Chinese Traditional"},
    "Validity": {"1": "Valid", "2": "Fraudulent"},
}  # fmt: skip
PARTS = {"L": "1520", "F": "1521", "E": "1525"}


def references() -> str:
    plain = "".join(
        f"<{name}Values>{''.join(f'<{name} ID={key!r}>{word}</{name}>' for key, word in rows.items())}</{name}Values>"
        for name, rows in TABLES.items()
    )
    return (
        f"<ReferenceValueSets>{plain}<CountryValues><Country ID='50' ISO2='NO'>Norway</Country></CountryValues>"
        "<PartySubTypeValues><PartySubType ID='1' PartyTypeID='4'>Vessel</PartySubType>"
        "<PartySubType ID='3' PartyTypeID='2'>Unknown</PartySubType>"
        "<PartySubType ID='4' PartyTypeID='1'>Unknown</PartySubType></PartySubTypeValues></ReferenceValueSets>"
    )


def part(content: str) -> Part:
    data = content.encode()
    return Part("sdn_advanced.xml", hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


def documented(*parts: tuple[str, str], script: str = "215") -> str:
    """A name whose part groups are called after the kinds of the parts."""
    each = "".join(
        f"<DocumentedNamePart><NamePartValue NamePartGroupID='{kind}' ScriptID='{script}'>{text}</NamePartValue>"
        "</DocumentedNamePart>"
        for kind, text in parts
    )
    return f"<DocumentedName>{each}</DocumentedName>"


def alias(*names: str, kind: str = "1403", primary: str = "true", weak: str = "false") -> str:
    return f"<Alias AliasTypeID='{kind}' Primary='{primary}' LowQuality='{weak}'>{''.join(names)}</Alias>"


RUNE = documented(("L", "Vesterholm"), ("F", "Rune"))


def party(*aliases: str, features: str = "", key: str = "7", sub_type: str = "4") -> str:
    groups = "".join(
        f"<MasterNamePartGroup><NamePartGroup ID='{kind}' NamePartTypeID='{code}'/></MasterNamePartGroup>"
        for kind, code in PARTS.items()
    )
    return (
        f"<DistinctParty FixedRef='{key}'><Profile ID='{key}' PartySubTypeID='{sub_type}'>"
        f"<Identity ID='i{key}' Primary='true'>{''.join(aliases) or alias(RUNE)}"
        f"<NamePartGroups>{groups}</NamePartGroups></Identity>{features}</Profile></DistinctParty>"
    )


def feature(kind: str, body: str, reliability: str = "1") -> str:
    version = f"<FeatureVersion ReliabilityID='{reliability}'>{body}</FeatureVersion>"
    return f"<Feature FeatureTypeID='{kind}'>{version}</Feature>"


def detail(text: str = "", key: str = "") -> str:
    return f"<VersionDetail DetailReferenceID='{key}'>{text}</VersionDetail>"


def corner(text: str) -> str:
    year, month, day = text.split("-")
    return f"<Year>{year}</Year><Month>{month}</Month><Day>{day}</Day>"


def period(first: str, last: str, approximate: str = "false") -> str:
    start, end = (f"<From>{corner(day)}</From><To>{corner(day)}</To>" for day in (first, last))
    flags = f"Approximate='{approximate}' YearFixed='false'"
    return f"<DatePeriod><Start {flags}>{start}</Start><End {flags}>{end}</End></DatePeriod>"


def document(*parties: str, **sections: str) -> str:
    names = ("Locations", "IDRegDocuments", "ProfileRelationships", "SanctionsEntries")
    given = {name: f"<{name}>{sections.get(name, '')}</{name}>" for name in names}
    issued = "<DateOfIssue CalendarTypeID='1'><Year>2024</Year><Month>2</Month><Day>23</Day></DateOfIssue>"
    return (
        f'<Sanctions xmlns="http://www.un.org/sanctions/1.0">{issued}{references()}{given["Locations"]}'
        f"{given['IDRegDocuments']}<DistinctParties>{''.join(parties)}</DistinctParties>"
        f"{given['ProfileRelationships']}{given['SanctionsEntries']}</Sanctions>"
    )


def read(*parties: str, source: str = "us_ofac_sdn", **sections: str) -> Publication:
    return ofac_advanced.read(source, part(document(*parties, **sections)))


def only(*aliases: str, features: str = "", sub_type: str = "4", **sections: str) -> ListEntry:
    (found,) = read(party(*aliases, features=features, sub_type=sub_type), **sections).entries
    return found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(document(), True, id="this-format"),
        pytest.param("<sdnList xmlns='http://www.un.org/sanctions/1.0'/>", False, id="another"),
        pytest.param("", False, id="empty"),
    ],
)
def test_a_part_is_known_by_its_head(content: str, expected: bool) -> None:
    assert ofac_advanced.matches(part(content)) is expected


def test_the_date_of_issue_is_the_date() -> None:
    found = read(party())
    assert (found.dated, found.stamp, found.form) == (date(2024, 2, 23), "2024-02-23", "advanced-xml")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param("", EmptyPartError, id="empty"),
        pytest.param("<Sanctions/>", MalformedError, id="no-parties"),
        pytest.param(document(party())[:-40], MalformedError, id="cut"),
    ],
)
def test_a_damaged_file_is_refused(content: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        ofac_advanced.read("us_ofac_sdn", part(content))


@pytest.mark.parametrize(
    ("sub_type", "schema"),
    [
        pytest.param("4", "Person", id="unknown-below-individual"),
        pytest.param("3", "Organization", id="unknown-below-entity"),
        pytest.param("1", "Vessel", id="vessel-below-transport"),
        pytest.param("77", "LegalEntity", id="dangling"),
    ],
)
def test_the_schema_takes_a_hop(sub_type: str, schema: str) -> None:
    assert only(sub_type=sub_type).schema == schema


@pytest.mark.parametrize(
    ("names", "script", "text"),
    [
        pytest.param((("L", "Vesterholm"), ("F", "Rune")), "215", "Vesterholm, Rune", id="latin"),
        pytest.param((("L", "Вестерхольм"), ("F", "Руне")), "220", "Вестерхольм, Руне", id="cyrillic"),
        pytest.param((("L", "فسترهولم"), ("F", "رونه")), "160", "رونه فسترهولم", id="arabic-given-first"),
        pytest.param((("L", "韋"), ("F", "如恩")), "502", "韋如恩", id="chinese-without-blank"),
        pytest.param((("E", "TEST BANK"),), "215", "TEST BANK", id="entity"),
        pytest.param((("L", "Vesterholm"),), "215", "Vesterholm", id="one-part"),
    ],
)
def test_a_name_is_written_from_its_parts(names: tuple[tuple[str, str], ...], script: str, text: str) -> None:
    assert [name.text for name in only(alias(documented(*names, script=script))).names] == [text]


def test_native_scripts_follow_the_latin_name_of_the_same_kind() -> None:
    native = documented(("L", "Вестерхольм"), ("F", "Руне"), script="220")
    first, second = only(alias(native, RUNE)).names
    assert (first.script, first.kind) == ("Latn", "primary")
    assert first.parts == (NamePart("family", "Vesterholm"), NamePart("given", "Rune"))
    assert (second.script, second.kind) == ("Cyrl", "primary")


def test_aliases_have_kind_and_quality() -> None:
    found = only(
        alias(RUNE),
        alias(documented(("F", "Old")), kind="1401", primary="false"),
        alias(documented(("F", "Weak")), kind="1400", primary="false", weak="true"),
    )
    assert [(name.kind, name.weak) for name in found.names] == [
        ("primary", False),
        ("former", False),
        ("alias", True),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(("1976-8-30", "1976-8-30"), ("1976-08-30", "1976-08-30", False, "1976-08-30"), id="day"),
        pytest.param(("1957-1-1", "1957-12-31"), ("1957-01-01", "1957-12-31", False, "1957"), id="year"),
        pytest.param(("1957-1-1", "1957-12-31"), ("1957-01-01", "1957-12-31", True, "circa 1957"), id="circa"),
        pytest.param(("1951-1-1", "1953-12-31"), ("1951-01-01", "1953-12-31", False, "1951/1953"), id="range"),
    ],
)
def test_four_cornered_dates(given: tuple[str, str], expected: tuple[str, str, bool, str]) -> None:
    first, last, circa, text = expected
    found = only(features=feature("8", period(*given, str(circa).lower())))
    assert found.birth_dates == (PartialDate(date.fromisoformat(first), date.fromisoformat(last), circa, text),)


@pytest.mark.parametrize("given", [period("1976-2-31", "1976-2-31"), period("1980-1-1", "1979-1-1")])
def test_an_impossible_date_is_a_remark(given: str) -> None:
    found = only(features=feature("8", given))
    assert found.birth_dates == ()
    assert found.remarks[0].startswith("Birthdate: 19")


def test_features_resolve_their_references() -> None:
    location = (
        "<Location ID='55'><LocationCountry CountryID='50'/><LocationPart LocPartTypeID='1454'>"
        "<LocationPartValue><Value>Oslo</Value></LocationPartValue></LocationPart>"
        "<FeatureVersionReference FeatureVersionID='1'/></Location>"
    )
    found = only(
        features=feature("224", detail(key="1"))
        + feature("10", "<VersionLocation LocationID='55'/>")
        + feature("25", "<VersionLocation LocationID='55'/>")
        + feature("26", detail("Captain"))
        + feature("345", detail("0x" + "a" * 40))
        + feature("1", detail("ABCD9"))
        + feature("2", detail(key="2")),
        Locations=location,
    )
    assert found.genders == ("male",)
    assert found.countries == (CountryFact("nationality", "no", "Norway"),)
    assert found.addresses == (Address("Oslo, Norway", "Oslo", country="no"),)
    assert found.titles == ("Captain",)
    assert [one.scheme for one in found.identifiers] == ["wallet:ETH", "call_sign"]
    assert found.remarks == ("VESSEL TYPE: Tanker",)
    original = json.loads(found.original)
    assert set(original) == {"DistinctParty", "Locations"}
    assert "FeatureVersionReference" not in original["Locations"][0]


def test_a_feature_that_the_publisher_calls_false_is_no_fact() -> None:
    found = only(features=feature("224", detail(key="1"), reliability="1561"))
    assert (found.genders, found.remarks) == ((), ("Gender: Male (reliability: False)",))


def test_documents_relations_and_sanctions_are_joined() -> None:
    found = read(
        party(),
        party(alias(documented(("E", "TEST HOLDING"))), key="8", sub_type="3"),
        IDRegDocuments="<IDRegDocument IDRegDocTypeID='1571' IdentityID='i7' IssuedBy-CountryID='50' ValidityID='2'>"
        "<IDRegistrationNo>X123456</IDRegistrationNo></IDRegDocument>",
        ProfileRelationships="<ProfileRelationship From-ProfileID='7' To-ProfileID='8' RelationTypeID='15003' "
        "RelationQualityID='1541' Former='true'/>",
        SanctionsEntries="<SanctionsEntry ProfileID='7' ListID='1550'><EntryEvent LegalBasisID='1'><Date>"
        "<Year>2015</Year><Month>9</Month><Day>29</Day></Date></EntryEvent><SanctionsMeasure SanctionsTypeID='1705'/>"
        "<SanctionsMeasure SanctionsTypeID='1'><Comment>SDGT</Comment></SanctionsMeasure></SanctionsEntry>",
    )
    first = found.entries[0]
    assert [(one.scheme, one.value, one.country) for one in first.identifiers] == [("passport", "X123456", "no")]
    assert first.remarks == ("Passport X123456: Fraudulent according to the publisher",)
    assert first.links == (Link("Owned or Controlled By", "8", "TEST HOLDING", "former, Low"),)
    listed = PartialDate(date(2015, 9, 29), date(2015, 9, 29), text="2015-09-29")
    assert first.listings == (Listing("SDGT", "Order 1", listed, "SDN List"),)
    assert set(json.loads(first.original)) == {
        "DistinctParty", "IDRegDocuments", "ProfileRelationships", "SanctionsEntries",
    }  # fmt: skip
    assert found.notes == ()


def test_ids_that_lead_nowhere_are_one_note_a_kind() -> None:
    found = read(
        party(features=feature("25", "<VersionLocation LocationID='1'/><VersionLocation LocationID='2'/>")),
        IDRegDocuments="<IDRegDocument IdentityID='3'/>",
        ProfileRelationships="<ProfileRelationship From-ProfileID='7' To-ProfileID='4' RelationTypeID='15003'/>",
        SanctionsEntries="".join(f"<SanctionsEntry ProfileID='{n}' ListID='1550'/>" for n in range(10, 110)),
    )
    assert [(note.code, note.text.split(" ", 1)[0]) for note in found.notes] == [
        ("reference-dangling", count) for count in ("2", "1", "1", "100")
    ]
    assert "first: 10, 11, 12" in found.notes[-1].text
    assert found.entries[0].links == (Link("Owned or Controlled By", "4"),)


def test_a_part_without_its_group_is_kept_and_noted() -> None:
    (found,) = (publication := read(party(alias(documented(("?", "Rune")))))).entries
    assert [(name.text, name.parts) for name in found.names] == [("Rune", (NamePart("whole", "Rune"),))]
    assert ["NamePartGroup" in note.text for note in publication.notes] == [True]


@pytest.mark.parametrize(
    ("source", "list_id", "refused"),
    [
        pytest.param("us_ofac_sdn", "1550", False, id="own"),
        pytest.param("us_ofac_sdn", "9", True, id="consolidated-given-as-sdn"),
        pytest.param("us_ofac_cons", "1550", True, id="sdn-given-as-consolidated"),
    ],
)
def test_the_other_list_is_refused(source: str, list_id: str, refused: bool) -> None:
    entries = f"<SanctionsEntry ProfileID='7' ListID='{list_id}'/>"
    if not refused:
        assert len(read(party(), source=source, SanctionsEntries=entries).entries) == 1
        return
    with pytest.raises(PartUnknownError, match="0 of its listed parties"):
        read(party(), source=source, SanctionsEntries=entries)


@pytest.mark.parametrize(
    ("given", "ids", "code"),
    [
        pytest.param([party(), party()], ["7", "7#2"], "id-repeated", id="repeated"),
        pytest.param([party(key="")], ["line:1"], "id-missing", id="missing"),
        pytest.param([party("<Alias/>")], ["7"], "name-missing", id="nameless"),
    ],
)
def test_odd_parties_are_kept_and_noted(given: list[str], ids: list[str], code: str) -> None:
    found = read(*given)
    assert [entry.id for entry in found.entries] == ids
    assert [note.code for note in found.notes] == [code]
