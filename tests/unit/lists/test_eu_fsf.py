"""The European Union list, on invented records in the publisher's shapes."""

import hashlib
import io
import json
from datetime import date
from xml.sax.saxutils import quoteattr

import pytest

from namesake.errors import (
    EmptyPartError,
    ForbiddenMarkupError,
    MalformedError,
    PartMissingError,
    PartUnknownError,
)
from namesake.lists.sources.eu_fsf import NAMESPACE, SOURCE
from namesake.values.entities import ListEntry
from namesake.values.facts import Address, CountryFact, Identifier, Listing, PartialDate, Place
from namesake.values.names import Name, NamePart
from namesake.values.versions import Part, Publication

DAY = date(1970, 3, 5)
YEAR = (date(1970, 1, 1), date(1970, 12, 31))


def part(content: str | bytes, name: str = "FULL-1_1.xml") -> Part:
    data = content.encode() if isinstance(content, str) else content
    return Part(name, hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


def tag(name: str, body: str = "", **attributes: str) -> str:
    stated = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{stated}>{body}</{name}>"


def export(body: str, date_: str = "2024-05-13T17:44:28.283+02:00", namespace: str = NAMESPACE) -> str:
    return tag("export", body, xmlns=namespace, generationDate=date_, globalFileId="1")


REGULATION = tag(
    "regulation",
    regulationType="amendment",
    organisationType="council",
    publicationDate="2020-02-17",
    numberTitle="2020/1 (OJ L1)",
    programme="XYZ",
)


def alias(name: str = "Boran Testwala", body: str = "", **attributes: str) -> str:
    return tag("nameAlias", body, wholeName=name, strong="true", **attributes)


def entity(body: str = "", *, kind: str = "person", regulation: str = REGULATION, **attributes: str) -> str:
    subject = tag("subjectType", code=kind, classificationCode="P" if kind == "person" else "E")
    stated = {"logicalId": "13", "euReferenceNumber": "EU.27.28", "unitedNationId": "", **attributes}
    return tag("sanctionEntity", regulation + subject + body, **stated)


def read(*entities: str) -> Publication:
    return SOURCE.read([part(export("".join(entities)))])


def one(body: str, *, kind: str = "person", **attributes: str) -> ListEntry:
    return read(entity(body, kind=kind, **attributes)).entries[0]


def codes(publication: Publication) -> list[str]:
    return [note.code for note in publication.notes]


def test_an_entry_is_keyed_by_logical_id_and_programme_and_identified_by_its_reference() -> None:
    publication = read(entity(alias()), entity(alias(), regulation=REGULATION.replace("XYZ", "AFG")))
    assert [(e.id, e.identity) for e in publication.entries] == [
        ("13:XYZ", "eu_fsf:EU.27.28"),
        ("13:AFG", "eu_fsf:EU.27.28"),
    ]
    assert (publication.form, publication.kinds) == ("eu-fsf-1.1", (("FULL-1_1.xml", "main"),))


def test_a_repeated_key_keeps_both_entries_and_says_so() -> None:
    publication = read(entity(alias()), entity(alias()))
    assert [e.id for e in publication.entries] == ["13:XYZ", "13:XYZ#2"]
    assert codes(publication) == ["id-repeated"]


def test_without_a_reference_the_logical_id_identifies() -> None:
    assert one(alias(), euReferenceNumber="").identity == "eu_fsf:13"


def test_an_entry_without_logical_id_is_kept_and_reported() -> None:
    publication = read(entity(alias(), logicalId=""))
    assert ([e.id for e in publication.entries], codes(publication)) == (["row-1:XYZ"], ["id-missing"])


@pytest.mark.parametrize(
    ("stamp", "dated"),
    [("2024-05-13T17:44:28.283+02:00", date(2024, 5, 13)), ("soon", None)],
)
def test_the_date_of_a_publication(stamp: str, dated: date | None) -> None:
    publication = SOURCE.read([part(export("", stamp))])
    assert (publication.dated, publication.stamp) == (dated, stamp)
    assert codes(publication) == ([] if dated else ["date-unread"])


@pytest.mark.parametrize(
    ("number", "references"),
    [
        pytest.param("KPi.034", ("un_sc_sanctions:KPi.034",), id="whole"),
        pytest.param("", (), id="none"),
        pytest.param("QDi.43", (), id="cut"),
    ],
)
def test_a_united_nations_reference_joins_only_when_it_is_whole(number: str, references: tuple[str, ...]) -> None:
    publication = read(entity(alias(), unitedNationId=number))
    (entry,) = publication.entries
    unclear = bool(number) and not references
    assert entry.references == references
    assert codes(publication) == (["reference-unclear"] if unclear else [])
    assert (f"United Nations reference as published: {number}" in entry.remarks) is unclear


def test_a_united_nations_reference_that_two_identities_claim_joins_neither() -> None:
    publication = read(
        entity(alias(), unitedNationId="KPi.045"),
        entity(alias("Ba Test"), unitedNationId="KPi.045", logicalId="14", euReferenceNumber="EU.1.1"),
    )
    assert [e.references for e in publication.entries] == [(), ()]
    assert codes(publication) == ["reference-unclear"] * 2


def test_two_entries_of_one_identity_may_share_a_united_nations_reference() -> None:
    publication = read(
        entity(alias(), unitedNationId="KPi.045"),
        entity(alias(), unitedNationId="KPi.045", regulation=REGULATION.replace("XYZ", "AFG")),
    )
    assert [e.references for e in publication.entries] == [("un_sc_sanctions:KPi.045",)] * 2


@pytest.mark.parametrize(
    ("kind", "identification", "schema"),
    [
        pytest.param("person", "", "Person", id="person"),
        pytest.param("enterprise", "", "Organization", id="enterprise"),
        pytest.param("enterprise", "9074729", "Vessel", id="ship"),
        pytest.param("enterprise", "5342883", "Organization", id="shipping company"),
        pytest.param("starship", "", "Organization", id="new code, known class"),
    ],
)
def test_schemas(kind: str, identification: str, schema: str) -> None:
    imo = tag(
        "identification",
        identificationTypeCode="imo",
        identificationTypeDescription="IMO (vessel identification)",
        number=identification,
    )
    assert one(alias() + (imo if identification else ""), kind=kind).schema == schema


def test_a_subject_type_that_is_not_known_may_be_anything_and_is_said() -> None:
    record = tag("sanctionEntity", REGULATION + alias(), logicalId="13")
    publication = read(record)
    assert (publication.entries[0].schema, codes(publication)) == ("LegalEntity", ["subject-type-unknown"])


def test_typed_parts_language_and_composed_names() -> None:
    parts = {"firstName": "Boran", "middleName": "M.", "lastName": "Testwala"}
    entry = one(
        alias("Boran  M. Testwala", nameLanguage="EN", **parts)
        + alias("", firstName="Ba", middleName="", lastName="Test")
        + alias("", firstName=" ")
    )
    typed = (NamePart("given", "Boran"), NamePart("middle", "M."), NamePart("family", "Testwala"))
    assert entry.names == (
        Name("Boran M. Testwala", "primary", language="en", parts=typed),
        Name("Ba Test", "alias", parts=(NamePart("given", "Ba"), NamePart("family", "Test"))),
    )


@pytest.mark.parametrize(
    ("aliases", "primary"),
    [
        pytest.param([alias("A X"), alias("B X")], "A X", id="the first"),
        pytest.param([alias("A X", nameLanguage="FR"), alias("B X")], "B X", id="its own language last"),
        pytest.param([alias("A X"), alias("B X", nameLanguage="EN")], "A X", id="english is as good as none"),
        pytest.param([alias("A X"), alias("B X", function="Minister")], "B X", id="described"),
        pytest.param([alias("A X"), alias("B X", gender="M")], "B X", id="with gender"),
        pytest.param([alias("А Х", gender="M"), alias("B X", nameLanguage="SV")], "B X", id="latin"),
        pytest.param(
            [alias("A X", tag("remark", "low quality alias"), gender="M"), alias("B X")], "B X", id="not weak"
        ),
        pytest.param(
            [alias("A X", tag("remark", "formerly known as"), gender="M"), alias("B X")], "B X", id="not former"
        ),
        pytest.param([alias("А Х", nameLanguage="RU")], "А Х", id="the only one"),
    ],
)
def test_the_primary_name(aliases: list[str], primary: str) -> None:
    entry = one("".join(aliases))
    assert entry.names[0].text == primary
    assert len(entry.names) == len(aliases)
    assert [n.kind for n in entry.names[1:]].count("primary") == 0


def test_a_weak_or_former_name_alone_stays_what_it_is() -> None:
    entry = one(alias("A X", tag("remark", "low quality alias; formerly known as")))
    assert entry.names == (Name("A X", "former", weak=True),)


@pytest.mark.parametrize(
    ("remark", "weak", "kind"),
    [
        pytest.param("low quality alias", True, "alias", id="usual"),
        pytest.param("Low quality a.k.a.", True, "alias", id="capital aka"),
        pytest.param("low quality aka", True, "alias", id="aka"),
        pytest.param("low quality alias:", True, "alias", id="colon"),
        pytest.param("Lo quality alias", True, "alias", id="misspelt low"),
        pytest.param("low quality aliias", True, "alias", id="misspelt alias"),
        pytest.param("born on 1.1.1960 in X; low\nquality alias", True, "alias", id="with other facts"),
        pytest.param("good quality alias", False, "alias", id="good"),
        pytest.param("makes low quality copies", False, "alias", id="prose"),
        pytest.param("formerly known as", False, "former", id="former"),
        pytest.param("Former name of Invented LLC", False, "former", id="former name of"),
        pytest.param("maiden name", False, "former", id="maiden"),
        pytest.param("Voorheen bekend als", False, "former", id="dutch"),
        pytest.param("Известно преди като", False, "former", id="bulgarian"),
        pytest.param("formerly known as Old LLC", False, "alias", id="the former name is in the remark"),
        pytest.param("Former Speaker of X", False, "alias", id="former office"),
        pytest.param("previously listed as", False, "alias", id="former listing"),
    ],
)
def test_quality_and_kind_are_told_in_remarks(remark: str, weak: bool, kind: str) -> None:
    entry = one(alias() + alias("Bo Test", tag("remark", remark)))
    assert (entry.names[1].weak, entry.names[1].kind) == (weak, kind)
    assert f"Name Bo Test: {' '.join(remark.split())}" in entry.remarks


def test_a_spelling_in_a_remark_is_a_name_of_the_same_quality() -> None:
    entry = one(alias() + alias("Bo", tag("remark", "low quality alias; (original script: Бо)")))
    assert entry.names[1:] == (Name("Bo", "alias", weak=True), Name("Бо", "alias", weak=True, script="Cyrl"))


def test_an_entry_without_names_is_kept_and_reported() -> None:
    publication = read(entity())
    assert (publication.entries[0].names, codes(publication)) == ((), ["name-missing"])


def test_titles_functions_and_genders_are_told_once() -> None:
    entry = one(
        alias("A X", title="Dr.", function="Minister of\n  Tests", gender="F")
        + alias("B X", title="Dr.", gender="F")
        + alias("C X", gender="?")
    )
    assert (entry.titles, entry.genders) == (("Dr.", "Minister of Tests"), ("female",))


@pytest.mark.parametrize(
    ("attributes", "remark", "expected"),
    [
        pytest.param(
            {"birthdate": "1970-03-05", "year": "1970", "monthOfYear": "3", "dayOfMonth": "5"},
            "",
            PartialDate(DAY, DAY, text="1970-03-05"),
            id="day",
        ),
        pytest.param({"year": "1970"}, "", PartialDate(*YEAR, text="1970"), id="year"),
        pytest.param({"year": "1970", "circa": "true"}, "", PartialDate(*YEAR, circa=True, text="1970"), id="circa"),
        pytest.param(
            {"year": "1970", "monthOfYear": "3"},
            "",
            PartialDate(date(1970, 3, 1), date(1970, 3, 31), text="1970-3"),
            id="month",
        ),
        pytest.param(
            {"yearRangeFrom": "1968", "yearRangeTo": "1970", "circa": "true"},
            "",
            PartialDate(date(1968, 1, 1), date(1970, 12, 31), circa=True, text="1968 to 1970"),
            id="range",
        ),
        pytest.param(
            {"yearRangeTo": "1980"},
            "Approximately 1980",
            PartialDate(date(1980, 1, 1), date(1980, 12, 31), circa=True, text="Approximately 1980"),
            id="half a range with its remark",
        ),
        pytest.param(
            {"calendarType": "ISLAMIC", "birthdate": "1982-04-19", "year": "1402", "monthOfYear": "6"},
            "hijri calendar",
            PartialDate(date(1982, 4, 19), date(1982, 4, 19), text="1982-04-19"),
            id="islamic with gregorian attribute",
        ),
        pytest.param(
            {"calendarType": "ISLAMIC", "year": "1352"},
            "Iranian Hijri calendar",
            PartialDate(date(1973, 3, 21), date(1974, 3, 20), text="1352 (Iranian Hijri calendar)"),
            id="iranian solar year",
        ),
        pytest.param(
            {"calendarType": "ISLAMIC", "year": "1402"},
            "",
            PartialDate(date(1981, 10, 28), date(1982, 10, 17), text="1402 (Hijri calendar)"),
            id="islamic lunar year",
        ),
    ],
)
def test_birth_dates_are_as_precise_as_published(
    attributes: dict[str, str], remark: str, expected: PartialDate
) -> None:
    birth = {"calendarType": "GREGORIAN", "circa": "false", "countryIso2Code": "00", **attributes}
    publication = read(entity(alias() + tag("birthdate", tag("remark", remark) if remark else "", **birth)))
    assert publication.entries[0].birth_dates == (expected,)
    assert codes(publication) == []


@pytest.mark.parametrize(
    "attributes",
    [
        pytest.param({"yearRangeTo": "1980"}, id="half a range"),
        pytest.param({"yearRangeFrom": "1980", "yearRangeTo": "1970"}, id="reversed"),
        pytest.param({"year": "1970", "monthOfYear": "13"}, id="no such month"),
        pytest.param({"year": "²⁰"}, id="no number"),
        pytest.param({"year": "1", "calendarType": "COPTIC"}, id="calendar not read"),
        pytest.param({"year": "99999", "calendarType": "ISLAMIC"}, id="no such year"),
    ],
)
def test_a_birth_date_that_is_not_understood_is_said(attributes: dict[str, str]) -> None:
    publication = read(entity(alias() + tag("birthdate", **{"calendarType": "GREGORIAN", **attributes})))
    assert publication.entries[0].birth_dates == ()
    assert codes(publication) == ["birth-date-unread"]


def test_a_birth_may_state_only_a_place() -> None:
    publication = read(
        entity(
            alias()
            + tag("birthdate", city="Tests", region="Oblast", countryIso2Code="UA", countryDescription="UKRAINE")
            + tag("birthdate", city="Nowhere", countryIso2Code="00", countryDescription="UNKNOWN")
        )
    )
    (entry,) = publication.entries
    assert entry.birth_places == (Place("Tests, Oblast, UKRAINE", "ua"), Place("Nowhere"))
    assert (entry.birth_dates, codes(publication)) == ((), [])


def test_citizenship_is_no_nationality_and_unknown_says_nothing() -> None:
    entry = one(
        alias()
        + tag("citizenship", countryIso2Code="KP", countryDescription="KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF")
        + tag("citizenship", countryIso2Code="00", countryDescription="UNKNOWN")
    )
    expected = CountryFact("citizenship", "kp", "KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF")
    assert entry.countries == (expected,)


@pytest.mark.parametrize(
    ("code", "description", "remark", "expected"),
    [
        pytest.param(
            "passport",
            "National passport",
            "",
            Identifier("passport", "A1", "ua", label="National passport"),
            id="passport",
        ),
        pytest.param(
            "other",
            "Other identification number",
            "Passport number",
            Identifier("passport", "A1", "ua", label="Passport number"),
            id="other with its kind in the remark",
        ),
        pytest.param(
            "other",
            "Other identification number",
            "july 1997",
            Identifier("other", "A1", "ua", label="Other identification number"),
            id="other with another remark",
        ),
    ],
)
def test_identifications(code: str, description: str, remark: str, expected: Identifier) -> None:
    item = tag(
        "identification",
        tag("remark", remark) if remark else "",
        identificationTypeCode=code,
        identificationTypeDescription=description,
        number=" A1 ",
        countryIso2Code="UA",
    )
    assert one(alias() + item).identifiers == (expected,)


def test_what_is_said_of_a_document_is_a_remark() -> None:
    item = tag(
        "identification",
        tag("remark", "see file"),
        identificationTypeCode="passport",
        identificationTypeDescription="National passport",
        number="A1",
        issuedBy="Tests",
        validTo="2020-01-01",
        knownFalse="true",
        reportedLost="false",
    )
    assert one(alias() + item).remarks == (
        "Document A1: see file",
        "Document A1: issuedBy Tests",
        "Document A1: validTo 2020-01-01",
        "Document A1: knownFalse",
    )


def test_addresses_and_contacts() -> None:
    item = tag(
        "address",
        tag("remark", "former location") + tag("contactInfo", key="EMAIL", value="x@example.org"),
        street="1 Example Road",
        poBox="5",
        zipCode="11",
        city="Kyiv",
        region="R",
        place="",
        countryIso2Code="UA",
        countryDescription="UKRAINE",
    )
    entry = one(alias() + item + tag("address", city="", countryIso2Code="00", countryDescription="UNKNOWN"))
    text = "1 Example Road, 5, 11, Kyiv, R, UKRAINE"
    assert entry.addresses == (Address(text, "Kyiv", "R", "11", "ua"),)
    assert entry.remarks == (f"Address {text}: former location", "EMAIL: x@example.org")


def test_listing_and_remarks() -> None:
    entry = one(
        tag("remark", "A remark.\n") + alias() + tag("additionalInformation", key="k", value="v"),
        designationDate="2022-02-23",
        designationDetails="date of listing",
        delistingDate="2030-01-01",
    )
    day = date(2022, 2, 23)
    listed_on = PartialDate(day, day, text="2022-02-23")
    assert entry.listings == (Listing("XYZ", "2020/1 (OJ L1), 2020-02-17", listed_on, "council"),)
    assert entry.remarks == ("A remark.", "k: v", "date of listing")
    assert entry.expires == date(2030, 1, 1)


def test_the_day_of_an_amendment_is_not_the_day_of_listing() -> None:
    assert one(alias()).listings[0].listed_on is None


def test_the_original_is_verbatim() -> None:
    original = json.loads(one(alias("A  X", tag("remark", " a\n b"))).original)
    assert original["@euReferenceNumber"] == "EU.27.28"
    assert original["nameAlias"][0]["@wholeName"] == "A  X"
    assert original["nameAlias"][0]["remark"] == [" a\n b"]


def test_a_prefixed_namespace_is_the_same_namespace() -> None:
    content = export(entity(alias())).replace("<", "<f:").replace("<f:/", "</f:").replace("xmlns=", "xmlns:f=")
    assert SOURCE.read([part(content)]).entries[0].names[0].text == "Boran Testwala"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", EmptyPartError, id="empty"),
        pytest.param(export(entity(alias()))[:-9], MalformedError, id="cut off"),
        pytest.param(export("<remark>\x01</remark>"), MalformedError, id="forbidden character"),
        pytest.param("<export/>", PartUnknownError, id="no namespace"),
        pytest.param(export("", namespace="http://example.org/"), PartUnknownError, id="other namespace"),
        pytest.param(f"<other xmlns='{NAMESPACE}'/>", PartUnknownError, id="other root"),
        pytest.param("<!DOCTYPE x [<!ENTITY a 'b'>]>" + export(""), ForbiddenMarkupError, id="entities"),
    ],
)
def test_a_file_that_is_no_publication_is_refused(content: str | bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        SOURCE.read([part(content)])


def test_the_publication_is_exactly_one_file() -> None:
    with pytest.raises(PartMissingError):
        SOURCE.read([])
    with pytest.raises(PartUnknownError):
        SOURCE.read([part(export("")), part(export(""), "again.xml")])
