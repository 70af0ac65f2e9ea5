"""The UK Sanctions List. All people and organisations here are invented."""

import hashlib
import io
from datetime import date

import pytest

from namesake.errors import (
    EmptyPartError,
    ForbiddenMarkupError,
    ListError,
    MalformedError,
    OversizeError,
    PartMissingError,
    PartUnknownError,
)
from namesake.lists.sources import gb_fcdo_sanctions
from namesake.lists.sources.gb_fcdo_sanctions import SOURCE
from namesake.values.entities import ListEntry
from namesake.values.facts import Link
from namesake.values.names import NamePart
from namesake.values.versions import Part, Publication

PERSON = """
<Designation>
  <LastUpdated>04/08/2026</LastUpdated><DateDesignated>29/06/2012</DateDesignated>
  <UniqueID>TST0001</UniqueID><OFSIGroupID>90001</OFSIGroupID><UNReferenceNumber>QDi.999</UNReferenceNumber>
  <Names>
    <Name><Name6>Quorin</Name6><NameType>ALias</NameType>
      <AliasStrength>Low quality a.k.a</AliasStrength></Name>
    <Name><Name1>TALVEK</Name1><Name2>IMRAN</Name2><Name6>QUOREN</Name6>
      <NameType>Primary name</NameType></Name>
    <Name><Name1>TALVIK</Name1><Name6>QUOREN</Name6><NameType>Primary Name Variation</NameType></Name>
    <Name><NameType>Alias</NameType></Name>
  </Names>
  <NonLatinNames><NonLatinName>
    <NameNonLatinScript>Талвек
      КУОРЕН</NameNonLatinScript>
    <NonLatinScriptType>Cyrillic</NonLatinScriptType><NonLatinScriptLanguage>Russian</NonLatinScriptLanguage>
  </NonLatinName></NonLatinNames>
  <Titles><Title>Dr</Title></Titles>
  <RegimeName>The Testland (Sanctions) Regulations 2020</RegimeName>
  <IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UN</DesignationSource>
  <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
  <OtherInformation>Wears a hat.</OtherInformation><UKStatementofReasons>
Bought a ship.
</UKStatementofReasons>
  <Addresses><Address><AddressLine1>1 Long Street</AddressLine1><AddressLine6>Kabul</AddressLine6>
    <AddressPostalCode>1001</AddressPostalCode><AddressCountry>Afghanistan</AddressCountry></Address></Addresses>
  <PhoneNumbers><PhoneNumber>+93 000</PhoneNumber></PhoneNumbers>
  <IndividualDetails><Individual>
    <DOBs><DOB>dd/mm/1945</DOB><DOB>15/08/19yy</DOB><DOB>dd/mm/1945</DOB><DOB>03/04/1946</DOB></DOBs>
    <BirthDetails><Location><TownOfBirth>Herat</TownOfBirth><CountryOfBirth>Afghanistan</CountryOfBirth></Location>
    </BirthDetails>
    <Genders><Gender>Male</Gender></Genders>
    <Nationalities><Nationality>Afghanistan</Nationality><Nationality>Testland</Nationality></Nationalities>
    <Positions><Position>Minister of
      Tests</Position></Positions>
    <PassportDetails><Passport><PassportNumber>AB123456</PassportNumber>
      <PassportAdditionalInformation>Afghanistan, issued 2001</PassportAdditionalInformation></Passport>
      <Passport><PassportAdditionalInformation>lost</PassportAdditionalInformation></Passport></PassportDetails>
    <NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>4414</NationalIdentifierNumber>
      <NationalIdentifierAdditionalInformation>Afghanistan</NationalIdentifierAdditionalInformation>
      </NationalIdentifier></NationalIdentifierDetails>
  </Individual></IndividualDetails>
</Designation>"""

SHIP = """
<Designation>
  <UniqueID>TST0002</UniqueID>
  <Names><Name><Name6>OCEAN VELT</Name6><NameType>Primary Name</NameType></Name></Names>
  <IndividualEntityShip>Ship</IndividualEntityShip>
  <ShipDetails><Ship>
    <IMONumbers><IMONumber>IMO9074729</IMONumber></IMONumbers>
    <CurrentOwnerOperators><CurrentOwnerOperator>VELTANI LTD</CurrentOwnerOperator></CurrentOwnerOperators>
    <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Panama</CurrentBelievedFlagOfShip>
    </CurrentBelievedFlagOfShips>
    <PreviousFlags><PreviousFlag>Malta</PreviousFlag></PreviousFlags>
    <TonnageOfShipDetails><TonnageOfShip>5000</TonnageOfShip></TonnageOfShipDetails>
  </Ship></ShipDetails>
</Designation>"""

COMPANY = """
<Designation>
  <UniqueID>TST0003</UniqueID>
  <Names><Name><Name6>VELTANI LTD</Name6><NameType>Primary Name</NameType></Name></Names>
  <IndividualEntityShip>Entity</IndividualEntityShip>
  <EntityDetails><Entity>
    <BusinessRegistrationNumbers>
      <BusinessRegistrationNumber>INN: 7707083893
OGRN: 1027700132195</BusinessRegistrationNumber>
      <BusinessRegistrationNumber>C 37422 (Testland)</BusinessRegistrationNumber>
    </BusinessRegistrationNumbers>
    <ParentCompanies><ParentCompany>VELT HOLDING</ParentCompany></ParentCompanies>
    <TypeOfEntities><TypeOfEntity>Shipping</TypeOfEntity></TypeOfEntities>
  </Entity></EntityDetails>
</Designation>"""


def part(raw: bytes, name: str = "UK-Sanctions-List.xml") -> Part:
    return Part(name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


def document(*designations: str, generated: str = "02/09/2026") -> bytes:
    body = "".join(designations)
    head = f"<?xml version='1.0' encoding='utf-8'?><Designations><DateGenerated>{generated}</DateGenerated>"
    return f"{head}{body}</Designations>".encode()


def read(*designations: str) -> Publication:
    return SOURCE.read([part(document(*designations))])


def only(designation: str) -> ListEntry:
    (entry,) = read(designation).entries
    return entry


def codes(publication: Publication) -> list[str]:
    return [note.code for note in publication.notes]


def test_the_publication() -> None:
    publication = read(PERSON, SHIP, COMPANY)
    assert (publication.source, publication.form) == ("gb_fcdo_sanctions", "uksl-xml")
    assert (publication.dated, publication.stamp) == (date(2026, 9, 2), "02/09/2026")
    assert publication.kinds == (("UK-Sanctions-List.xml", "main"),)
    assert [(entry.id, entry.schema) for entry in publication.entries] == [
        ("TST0001", "Person"),
        ("TST0002", "Vessel"),
        ("TST0003", "Organization"),
    ]


def test_names_of_a_person() -> None:
    names = only(PERSON).names
    assert [(name.text, name.kind, name.weak) for name in names] == [
        ("TALVEK IMRAN QUOREN", "primary", False),
        ("Quorin", "alias", True),
        ("TALVIK QUOREN", "alias", False),
        ("Талвек КУОРЕН", "alias", False),
    ]
    assert names[0].parts == (
        NamePart("given", "TALVEK"),
        NamePart("middle", "IMRAN"),
        NamePart("family", "QUOREN"),
    )
    assert (names[3].script, names[3].language) == ("Cyrl", "ru")


def test_facts_of_a_person() -> None:
    entry = only(PERSON)
    assert entry.identity == "gb_fcdo_sanctions:TST0001"
    assert entry.references == ("gb_hmt_sanctions:90001", "un_sc_sanctions:QDi.999")
    assert [(born.first, born.last) for born in entry.birth_dates] == [
        (date(1945, 1, 1), date(1945, 12, 31)),
        (date(1946, 4, 3), date(1946, 4, 3)),
    ]
    assert [(place.text, place.country) for place in entry.birth_places] == [("Herat, Afghanistan", "af")]
    assert entry.genders == ("male",)
    assert [(fact.role, fact.code) for fact in entry.countries] == [
        ("nationality", "af"),
        ("nationality", ""),
    ]
    assert entry.titles == ("Dr", "Minister of Tests")
    assert [(found.scheme, found.value, found.country) for found in entry.identifiers] == [
        ("passport", "AB123456", "af"),
        ("national_id", "4414", "af"),
    ]
    assert [(place.text, place.postal_code, place.country) for place in entry.addresses] == [
        ("1 Long Street, Kabul, 1001, Afghanistan", "1001", "af")
    ]


def test_listing_and_remarks_of_a_person() -> None:
    entry = only(PERSON)
    (listing,) = entry.listings
    assert (listing.programme, listing.authority) == ("The Testland (Sanctions) Regulations 2020", "UN")
    assert listing.listed_on is not None
    assert listing.listed_on.first == date(2012, 6, 29)
    assert entry.remarks == (
        "Wears a hat.",
        "Bought a ship.",
        "Date of birth: 15/08/19yy",
        "Sanction imposed: Asset freeze",
        "Sanction imposed: Travel Ban",
        "Phone number: +93 000",
        "Passport AB123456: Afghanistan, issued 2001",
        "Passport: lost",
        "NationalIdentifier 4414: Afghanistan",
    )


def test_a_ship() -> None:
    entry = only(SHIP)
    assert [(found.scheme, found.value, found.valid) for found in entry.identifiers] == [("imo", "IMO9074729", True)]
    assert [(fact.role, fact.code) for fact in entry.countries] == [("flag", "pa")]
    assert entry.links == (Link("owner or operator", target_name="VELTANI LTD", text="VELTANI LTD"),)
    assert entry.remarks == ("Tonnage: 5000", "Previous flag: Malta")
    assert entry.names[0].parts == ()


def test_a_company() -> None:
    entry = only(COMPANY)
    assert [(found.scheme, found.value, found.valid) for found in entry.identifiers] == [
        ("inn", "7707083893", True),
        ("ogrn", "1027700132195", True),
        ("registration", "C 37422 (Testland)", None),
    ]
    assert entry.links == (Link("parent company", target_name="VELT HOLDING", text="VELT HOLDING"),)


def test_an_unreadable_birth_date_is_noted_with_its_place() -> None:
    publication = read(PERSON)
    assert codes(publication) == ["date-unread"]
    assert "15/08/19yy" in publication.notes[0].text
    assert publication.notes[0].where.row == 2


@pytest.mark.parametrize(
    ("replace", "by", "code", "entry_id"),
    [
        pytest.param("<UniqueID>TST0002</UniqueID>", "", "id-missing", "designation:1", id="no-key"),
        pytest.param("Ship<", "Planet<", "type-unknown", "TST0002", id="type"),
        pytest.param("<Name6>OCEAN VELT</Name6>", "", "name-missing", "TST0002", id="no-name"),
    ],
)
def test_what_is_missing_is_noted_and_the_entry_kept(replace: str, by: str, code: str, entry_id: str) -> None:
    publication = read(SHIP.replace(replace, by))
    assert codes(publication) == [code]
    assert [entry.id for entry in publication.entries] == [entry_id]


def test_a_repeated_key_is_noted_and_both_are_kept() -> None:
    publication = read(SHIP, SHIP)
    assert [entry.id for entry in publication.entries] == ["TST0002", "TST0002#2"]
    assert {entry.identity for entry in publication.entries} == {"gb_fcdo_sanctions:TST0002"}
    assert codes(publication) == ["id-repeated"]


@pytest.mark.parametrize(
    ("reference", "references", "remark"),
    [
        pytest.param("QDe.999", ("un_sc_sanctions:QDe.999",), "", id="permanent"),
        pytest.param(" TAe.010 ", ("un_sc_sanctions:TAe.010",), "", id="blanks"),
        pytest.param("QDi.999", (), "UN reference number: QDi.999", id="of-an-individual"),
        pytest.param("I.AC.1.01", (), "UN reference number: I.AC.1.01", id="older"),
        pytest.param("", (), "", id="none"),
    ],
)
def test_un_reference_numbers(reference: str, references: tuple[str, ...], remark: str) -> None:
    entry = only(SHIP.replace("<Names>", f"<UNReferenceNumber>{reference}</UNReferenceNumber><Names>"))
    assert entry.references == references
    assert (remark in entry.remarks) is bool(remark)


def test_an_ofsi_group_that_is_no_number_is_a_remark() -> None:
    entry = only(SHIP.replace("<Names>", "<OFSIGroupID>1 and 2</OFSIGroupID><Names>"))
    assert entry.references == ()
    assert "OFSI group: 1 and 2" in entry.remarks


def test_a_namespace_changes_nothing() -> None:
    raw = document(SHIP).replace(b"<Designations>", b"<Designations xmlns='http://example.invalid/uk'>")
    assert SOURCE.read([part(raw)]).entries[0].names == only(SHIP).names


def test_a_list_without_a_date_is_noted() -> None:
    publication = SOURCE.read([part(document(SHIP, generated="soon"))])
    assert (publication.dated, codes(publication)) == (None, ["date-unread"])


BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><Designations>&b;</Designations>"


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        pytest.param(b"", EmptyPartError, id="empty"),
        pytest.param(b"<html/>", PartUnknownError, id="error-page"),
        pytest.param(document(PERSON)[:-40], MalformedError, id="cut-off"),
        pytest.param(document(SHIP).replace(b"VELT", b"V\0LT"), MalformedError, id="nul"),
        pytest.param(document(SHIP).replace(b"VELT", b"V\xffLT"), MalformedError, id="wrong-encoding"),
        pytest.param(BOMB, ForbiddenMarkupError, id="entities"),
        pytest.param(b"<Designations>" + b"<a>" * 300 + b"</a>" * 300, MalformedError, id="too-deep"),
    ],
)
def test_a_damaged_file_is_refused_with_a_code(raw: bytes, error: type[ListError]) -> None:
    with pytest.raises(error) as raised:
        SOURCE.read([part(raw)])
    assert raised.value.where.file == "UK-Sanctions-List.xml"


def test_more_designations_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gb_fcdo_sanctions, "MAX_RECORDS", 1)
    with pytest.raises(OversizeError):
        read(SHIP, COMPANY)


def test_the_list_is_a_single_file() -> None:
    with pytest.raises(PartMissingError):
        SOURCE.read([])
    with pytest.raises(PartUnknownError, match="second"):
        SOURCE.read([part(document(SHIP)), part(document(SHIP), "other.xml")])


def test_facts() -> None:
    assert SOURCE.facts.id == "gb_fcdo_sanctions"
    assert SOURCE.facts.expectations.min_entries == 1000
    assert all(download.url.startswith("https://") for download in SOURCE.facts.downloads)
