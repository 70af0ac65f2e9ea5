"""OFAC's plain XML, on an invented entry."""

import hashlib
import io
import json
from datetime import date

import pytest

from namesake.errors import EmptyPartError, ForbiddenMarkupError, ListError, MalformedError
from namesake.lists.formats.ofac_xml import matches, read
from namesake.values.entities import ListEntry
from namesake.values.versions import Part

OLD = "http://tempuri.org/sdnList.xsd"
NEW = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
HEAD = "<publshInformation><Publish_Date>05/07/2024</Publish_Date><Record_Count>1</Record_Count></publshInformation>"
PERSON = """<sdnEntry><uid>8</uid><firstName>Yusuf</firstName><lastName>NAJM</lastName><title>Captain</title>
<sdnType>Individual</sdnType><remarks>arrested 2001; (Linked To: ORDER OF THE SUN (OOS)-NORTH;
Linked To: MOON CO.)</remarks>
<programList><program>SDGT</program><program>IRAN</program></programList>
<idList><id><uid>1</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
<id><uid>2</uid><idType>Passport</idType><idNumber>A1234567</idNumber><idCountry>Korea, North</idCountry>
<expirationDate>25 Nov 2004</expirationDate></id>
<id><uid>3</uid><idType>Secondary sanctions risk:</idType><idNumber>section 1(b)</idNumber></id>
<id><uid>4</uid><idType>Digital Currency Address - XBT</idType>
<idNumber>1BoatSLRHtKNngkdXEeobR76b53LETtpyT</idNumber></id>
<id><uid>5</uid><idType>Linked To:</idType><idNumber>A FRIEND</idNumber></id>
<id><uid>6</uid><idType>Website</idType><idNumber>www.example.org</idNumber></id></idList>
<akaList><aka><uid>1</uid><type>a.k.a.</type><category>weak</category><lastName>THE STAR</lastName></aka>
<aka><uid>2</uid><type>f.k.a.</type><category>strong</category><lastName>KAWKAB</lastName><firstName>Yusuf</firstName></aka></akaList>
<addressList><address><uid>1</uid><address1>1 Harbour Road</address1><address2>Flat 2</address2><city>Bandar</city>
<stateOrProvince>Coast</stateOrProvince><postalCode>123</postalCode><country>Iran</country></address>
<address><uid>2</uid></address></addressList>
<nationalityList><nationality><uid>1</uid><country>Peru</country><mainEntry>false</mainEntry></nationality>
<nationality><uid>2</uid><country>Iran</country><mainEntry>true</mainEntry></nationality></nationalityList>
<citizenshipList><citizenship><uid>1</uid><country>Freedonia</country><mainEntry>true</mainEntry></citizenship></citizenshipList>
<dateOfBirthList><dateOfBirthItem><uid>1</uid><dateOfBirth>1953</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
<dateOfBirthItem><uid>2</uid><dateOfBirth>circa 1960</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
<dateOfBirthItem><uid>3</uid><dateOfBirth>long ago</dateOfBirth>
<mainEntry>false</mainEntry></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><uid>1</uid><placeOfBirth>Xanadu, Peru</placeOfBirth>
<mainEntry>true</mainEntry></placeOfBirthItem>
</placeOfBirthList></sdnEntry>"""
VESSEL = """<sdnEntry><uid>9</uid><lastName>BLUE, BOAT</lastName><sdnType>Vessel</sdnType>
<programList><program>IRAN</program></programList><vesselInfo><callSign>T8ABC</callSign><vesselType>Tug</vesselType>
<vesselFlag>Palau</vesselFlag><vesselOwner>Boat Owners</vesselOwner><tonnage>212</tonnage>
<grossRegisteredTonnage>300</grossRegisteredTonnage></vesselInfo></sdnEntry>"""


def part(content: str | bytes, name: str = "sdn.xml") -> Part:
    raw = content.encode() if isinstance(content, str) else content
    return Part(name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


def sdn(*entries: str, namespace: str = NEW, head: str = HEAD) -> str:
    return f'<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="{namespace}">{head}{"".join(entries)}</sdnList>'


def only(entry: str, namespace: str = NEW) -> ListEntry:
    (found,) = read("us_ofac_sdn", part(sdn(entry, namespace=namespace))).entries
    return found


def test_a_person() -> None:
    entry = only(PERSON)
    assert (entry.id, entry.identity, entry.schema, entry.titles) == ("8", "us_ofac_sdn:8", "Person", ("Captain",))
    assert [(name.text, name.kind, name.weak) for name in entry.names] == [
        ("NAJM, Yusuf", "primary", False),
        ("THE STAR", "alias", True),
        ("KAWKAB, Yusuf", "former", False),
    ]
    assert [(piece.kind, piece.text) for piece in entry.names[0].parts] == [("family", "NAJM"), ("given", "Yusuf")]
    assert entry.names[1].parts == ()
    assert [found.text for found in entry.birth_dates] == ["circa 1960", "1953"]  # the main one first
    assert [(found.text, found.country) for found in entry.birth_places] == [("Xanadu, Peru", "pe")]
    assert entry.genders == ("male",)
    assert [(fact.role, fact.code, fact.text) for fact in entry.countries] == [
        ("nationality", "ir", "Iran"),
        ("nationality", "pe", "Peru"),
        ("citizenship", "", "Freedonia"),
    ]
    assert [(found.scheme, found.value, found.country) for found in entry.identifiers] == [
        ("passport", "A1234567", "kp"),
        ("wallet:XBT", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", ""),
    ]
    assert [link.target_name for link in entry.links] == ["A FRIEND", "ORDER OF THE SUN (OOS)-NORTH", "MOON CO."]
    assert [listing.programme for listing in entry.listings] == ["SDGT", "IRAN"]
    assert [(a.text, a.city, a.region, a.postal_code, a.country) for a in entry.addresses] == [
        ("1 Harbour Road, Flat 2, Bandar Coast 123, Iran", "Bandar", "Coast", "123", "ir")
    ]
    assert entry.remarks == (
        "DOB long ago",
        "Passport A1234567 (Korea, North) expires 25 Nov 2004",
        "Secondary sanctions risk: section 1(b)",
        "Website www.example.org",
        "arrested 2001",
    )


def test_a_vessel() -> None:
    entry = only(VESSEL)
    assert (entry.schema, entry.names[0].text, entry.names[0].parts) == ("Vessel", "BLUE, BOAT", ())
    assert [(fact.role, fact.code) for fact in entry.countries] == [("flag", "pw")]
    assert [(found.scheme, found.value) for found in entry.identifiers] == [("call_sign", "T8ABC")]
    assert entry.remarks == (
        "Vessel Type Tug",
        "Tonnage 212",
        "Gross Registered Tonnage 300",
        "Vessel Owner Boat Owners",
    )


@pytest.mark.parametrize(
    ("published", "schema"),
    [
        ("Individual", "Person"),
        ("Entity", "Organization"),
        ("Vessel", "Vessel"),
        ("Aircraft", "Airplane"),
        ("Submarine", "LegalEntity"),
        ("", "LegalEntity"),
    ],
)
def test_schemas(published: str, schema: str) -> None:
    assert (
        only(f"<sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>{published}</sdnType></sdnEntry>").schema == schema
    )


def test_the_namespace_makes_no_difference() -> None:
    assert only(PERSON, OLD) == only(PERSON, NEW)


def test_the_original_is_the_entry_by_child() -> None:
    original = json.loads(only(VESSEL).original)
    assert original["uid"] == ["9"]
    assert original["programList"] == [{"program": ["IRAN"]}]
    assert original["vesselInfo"][0]["vesselFlag"] == ["Palau"]


def test_the_publication_says_its_date_and_count() -> None:
    found = read("us_ofac_cons", part(sdn(PERSON), "consolidated.xml"))
    assert (found.form, found.kinds, found.scope) == ("sdn-xml", (("consolidated.xml", "main"),), "")
    assert (found.dated, found.stamp, found.declared_count) == (date(2024, 5, 7), "05/07/2024", 1)


@pytest.mark.parametrize(
    ("head", "dated", "count"),
    [
        pytest.param("", None, None, id="absent"),
        pytest.param(HEAD.replace("05/07/2024", "31/31/2024"), None, 1, id="no date"),
        pytest.param(HEAD.replace(">1<", ">many<"), date(2024, 5, 7), None, id="no number"),
        pytest.param(HEAD.replace(">1<", ">" + "9" * 9000 + "<"), date(2024, 5, 7), None, id="a huge number"),
    ],
)
def test_a_date_or_count_that_cannot_be_read_is_none(head: str, dated: date | None, count: int | None) -> None:
    found = read("us_ofac_sdn", part(sdn(VESSEL, head=head)))
    assert (found.dated, found.declared_count) == (dated, count)


def test_entries_without_or_with_a_known_uid_are_noted() -> None:
    found = read("us_ofac_sdn", part(sdn(VESSEL, VESSEL, "<sdnEntry><lastName>A</lastName></sdnEntry>")))
    assert [entry.id for entry in found.entries] == ["9"]
    assert [note.code for note in found.notes] == ["entry-repeated", "entry-unread"]
    assert all(note.where.file == "sdn.xml" and note.where.row for note in found.notes)


def test_an_entry_with_nothing_but_its_uid_is_kept() -> None:
    entry = only("<sdnEntry><uid>1</uid></sdnEntry>")
    assert (entry.id, entry.names, entry.schema) == ("1", (), "LegalEntity")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param("", EmptyPartError, id="empty"),
        pytest.param(sdn(PERSON)[:-30], MalformedError, id="cut off"),
        pytest.param(sdn(PERSON).replace("Captain", "Cap\x19tain"), MalformedError, id="a forbidden byte"),
        pytest.param("<sdn/>", MalformedError, id="another root"),
        pytest.param(
            '<!DOCTYPE sdnList [<!ENTITY a "b">]>' + "<sdnList>&a;</sdnList>", ForbiddenMarkupError, id="entity"
        ),
    ],
)
def test_refusals(content: str, error: type[ListError]) -> None:
    with pytest.raises(error):
        read("us_ofac_sdn", part(content))


@pytest.mark.parametrize(
    ("content", "known"),
    [
        pytest.param(sdn(), True, id="plain"),
        pytest.param("<ofac:sdnList xmlns:ofac='x'/>", True, id="prefix"),
        pytest.param(sdn().replace(' standalone="yes"', "").encode("utf-16"), True, id="utf-16"),
        pytest.param("<sanctionsData/>", False, id="another format"),
        pytest.param('1,"the sdnList"', False, id="the word in a table"),
    ],
)
def test_matches(content: str | bytes, known: bool) -> None:
    assert matches(part(content)) is known
