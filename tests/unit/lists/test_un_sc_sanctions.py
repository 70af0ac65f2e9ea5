"""The United Nations list, on invented records in the publisher's shapes."""

import hashlib
import io
import json
from datetime import date

import pytest

from namesake.errors import (
    EmptyPartError,
    ForbiddenMarkupError,
    MalformedError,
    PartMissingError,
    PartUnknownError,
)
from namesake.lists.sources.un_sc_sanctions import SOURCE
from namesake.lists.sources.un_sc_sanctions_names import separate
from namesake.values.entities import ListEntry
from namesake.values.facts import CountryFact, PartialDate, Place
from namesake.values.names import Name
from namesake.values.versions import Part, Publication

STAMP = "2026-02-27T00:00:09.554Z"
DAY = date(1970, 3, 5)


def part(content: str | bytes, name: str = "consolidated.xml") -> Part:
    data = content.encode() if isinstance(content, str) else content
    return Part(name, hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


def listed(*, individuals: str = "", entities: str = "", stamp: str = STAMP) -> str:
    return (
        f"<CONSOLIDATED_LIST dateGenerated='{stamp}'><INDIVIDUALS>{individuals}</INDIVIDUALS>"
        f"<ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"
    )


def individual(body: str = "", reference: str = "XXi.001") -> str:
    return (
        "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>BORAN</FIRST_NAME>"
        f"<SECOND_NAME>TESTWALA</SECOND_NAME><REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER>{body}</INDIVIDUAL>"
    )


def entity(body: str = "", name: str = "INVENTED TRADING COMPANY", reference: str = "XXe.001") -> str:
    key = f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER>"
    return f"<ENTITY><FIRST_NAME>{name}</FIRST_NAME>{key}{body}</ENTITY>"


def read(content: str | bytes) -> Publication:
    return SOURCE.read([part(content)])


def person(body: str) -> ListEntry:
    return read(listed(individuals=individual(body))).entries[0]


def alias(name: str, quality: str = "Good", more: str = "", kind: str = "INDIVIDUAL") -> str:
    return f"<{kind}_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{name}</ALIAS_NAME>{more}</{kind}_ALIAS>"


def codes(publication: Publication) -> list[str]:
    return [note.code for note in publication.notes]


def test_an_entry_is_keyed_by_its_stripped_reference_number() -> None:
    publication = read(listed(individuals=individual(reference="XXi.034 "), entities=entity()))
    assert [(e.id, e.identity, e.schema) for e in publication.entries] == [
        ("XXi.034", "un_sc_sanctions:XXi.034", "Person"),
        ("XXe.001", "un_sc_sanctions:XXe.001", "Organization"),
    ]
    assert (publication.form, publication.kinds) == ("un-xml", (("consolidated.xml", "main"),))


def test_a_repeated_reference_number_keeps_both_entries_and_says_so() -> None:
    publication = read(listed(individuals=individual() + individual()))
    assert [e.id for e in publication.entries] == ["XXi.001", "XXi.001#2"]
    assert {e.identity for e in publication.entries} == {"un_sc_sanctions:XXi.001"}
    assert codes(publication) == ["id-repeated"]


def test_an_entry_without_reference_number_is_kept_and_reported() -> None:
    publication = read(listed(individuals=individual(reference="")))
    assert [e.id for e in publication.entries] == ["DATAID:1"]
    assert codes(publication) == ["id-missing"]


def test_an_entry_without_names_is_kept_and_reported() -> None:
    publication = read(listed(entities=entity(name="  ")))
    assert publication.entries[0].names == ()
    assert codes(publication) == ["name-missing"]


@pytest.mark.parametrize(
    ("stamp", "dated", "notes"),
    [
        pytest.param("2017-06-20T19:04:40.335-04:00", date(2017, 6, 20), [], id="offset"),
        pytest.param("2020-11-23T19:10:17.6-05:00", date(2020, 11, 23), [], id="short fraction"),
        pytest.param("2025-08-02T23:00:00.935Z", date(2025, 8, 2), [], id="zulu"),
        pytest.param("yesterday", None, ["date-unread"], id="no date"),
        pytest.param("", None, ["date-unread"], id="none"),
    ],
)
def test_the_date_of_a_publication(stamp: str, dated: date | None, notes: list[str]) -> None:
    publication = read(listed(stamp=stamp))
    assert (publication.dated, publication.stamp, codes(publication)) == (dated, stamp, notes)


def test_the_words_for_nothing_are_nothing() -> None:
    entry = person(
        "<THIRD_NAME>na</THIRD_NAME><FOURTH_NAME>NA</FOURTH_NAME>"
        + alias("Bo", more="<DATE_OF_BIRTH>null</DATE_OF_BIRTH>")
        + "<NATIONALITY><VALUE> na</VALUE></NATIONALITY>"
    )
    assert [name.text for name in entry.names] == ["BORAN TESTWALA NA", "Bo"]
    assert (entry.birth_dates, entry.countries) == ((), ())


def test_the_language_after_an_original_script_is_no_name() -> None:
    entry = person("<NAME_ORIGINAL_SCRIPT>ቦራን (Tigrinya)</NAME_ORIGINAL_SCRIPT>")
    assert entry.names[1:] == (Name("ቦራን", "alias", script="Ethi"),)


def test_a_name_that_has_lost_letters_is_said() -> None:
    body = "<NAME_ORIGINAL_SCRIPT>بور\ufffdن</NAME_ORIGINAL_SCRIPT>"
    assert codes(read(listed(individuals=individual(body)))) == ["name-damaged"]


def test_a_name_is_joined_from_its_positions_without_pretending_to_know_their_roles() -> None:
    body = "<THIRD_NAME> RI </THIRD_NAME><FOURTH_NAME>AL-\n  X</FOURTH_NAME>"
    assert person(body).names == (Name("BORAN TESTWALA RI AL- X"),)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        pytest.param("بوران تستوالا", "Arab", id="arabic"),
        pytest.param("Боран Тествала", "Cyrl", id="cyrillic"),
        pytest.param("金 試驗", "Hani", id="han"),
        pytest.param("Boran Testwala", "", id="latin says nothing"),
    ],
)
def test_the_original_script_is_a_name_with_its_script(text: str, script: str) -> None:
    names = person(f"<NAME_ORIGINAL_SCRIPT>{text} </NAME_ORIGINAL_SCRIPT>").names
    assert names[1] == Name(text, "alias", script=script)


@pytest.mark.parametrize(
    ("quality", "expected", "notes"),
    [
        pytest.param("Good", Name("Bo Test", "alias"), [], id="good"),
        pytest.param("Low", Name("Bo Test", "alias", weak=True), [], id="low"),
        pytest.param("", Name("Bo Test", "alias"), [], id="empty"),
        pytest.param("a.k.a.", Name("Bo Test", "alias"), [], id="also known as"),
        pytest.param("f.k.a.", Name("Bo Test", "former"), [], id="formerly"),
        pytest.param("Superb", Name("Bo Test", "alias"), ["alias-quality-unknown"], id="not known"),
    ],
)
@pytest.mark.parametrize("kind", ["INDIVIDUAL", "ENTITY"])
def test_the_quality_of_an_alias(kind: str, quality: str, expected: Name, notes: list[str]) -> None:
    item = alias("Bo  Test", quality, kind=kind)
    content = listed(individuals=individual(item)) if kind == "INDIVIDUAL" else listed(entities=entity(item))
    publication = read(content)
    assert publication.entries[0].names[1:] == (expected,)
    assert codes(publication) == notes


def test_an_empty_alias_is_no_name() -> None:
    assert len(person(alias("", "") + "<INDIVIDUAL_ALIAS/>").names) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bo Test; Bao Test ;Bo Tast", ("Bo Test", "Bao Test", "Bo Tast"), id="semicolons"),
        pytest.param("Bo Test; Bo Tast b) M. Bo Test", ("Bo Test", "Bo Tast", "M. Bo Test"), id="enumerated"),
        pytest.param("Test, Bo", ("Test, Bo",), id="comma is part of a name"),
        pytest.param("Bo Test or Ba and Sons/Co", ("Bo Test or Ba and Sons/Co",), id="words are not separators"),
        pytest.param("بوران (Bo Test; Bo Tast)", ("بوران", "Bo Test", "Bo Tast"), id="other script with list"),
        pytest.param("Bo Test (بوران تست)", ("Bo Test", "بوران تست"), id="other script in brackets"),
        pytest.param("Bo (original script: Бо\n Тест)", ("Bo", "Бо Тест"), id="labelled script"),
        pytest.param("Bo Test (بوران ), ", ("Bo Test", "بوران"), id="stray punctuation"),
        pytest.param("Invented Front (IF)", ("Invented Front (IF)",), id="acronym stays"),
        pytest.param("جبهة (Front of X (FX))", ("جبهة", "Front of X (FX)"), id="nested brackets"),
        pytest.param(
            "Front (FX) (جبهة (original script); The Front; A Front)",
            ("Front (FX)", "جبهة", "The Front", "A Front"),
            id="acronym and list",
        ),
        pytest.param("公司(香港)有限", ("公司(香港)有限",), id="same script in brackets stays"),
        pytest.param("(Sheikh) Bo Test", ("(Sheikh) Bo Test",), id="leading bracket stays"),
        pytest.param("Bo Test (previously listed as)", ("Bo Test",), id="annotation"),
        pytest.param("شبكة (Bo Network - sub-unit name)", ("شبكة", "Bo Network"), id="sub-unit"),
        pytest.param("Bo Test, born 1 Jan. 1953 (X passport no.1)", ("Bo Test",), id="born"),
        pytest.param("Bo ) Test ( x", ("Bo ) Test ( x",), id="unbalanced stays"),
        pytest.param("; ;", (), id="no letters"),
    ],
)
def test_several_names_in_one_value(text: str, expected: tuple[str, ...]) -> None:
    assert separate(text) == expected


def test_separated_names_share_the_quality_are_said_and_the_original_keeps_the_value() -> None:
    publication = read(listed(individuals=individual(alias("Bo Test; Bo Tast", "Low"))))
    entry = publication.entries[0]
    assert [(n.text, n.weak) for n in entry.names[1:]] == [("Bo Test", True), ("Bo Tast", True)]
    assert codes(publication) == ["name-separated"]
    assert "XXi.001" in publication.notes[0].text
    assert "Bo Test; Bo Tast" in entry.original


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        pytest.param("original script: Боран", [Name("Боран", "alias", script="Cyrl")], id="script"),
        pytest.param("DOB: 1 May 1960. In Arabic: بوران ", [Name("بوران", "alias", script="Arab")], id="in arabic"),
        pytest.param("Boran T; Borān T", [Name("Boran T", "alias"), Name("Borān T", "alias")], id="list"),
        pytest.param(
            "Bo A, Bo B (transliterations of original script name)",
            [Name("Bo A", "alias"), Name("Bo B", "alias")],
            id="transliterations",
        ),
        pytest.param("nom de guerre", [], id="remark"),
        pytest.param("born 1960; passport 5", [], id="facts are no names"),
    ],
)
def test_names_in_the_note_of_an_alias(note: str, expected: list[Name]) -> None:
    entry = person(alias("Bo", more=f"<NOTE>{note}</NOTE>"))
    assert list(entry.names[2:]) == expected
    assert f"Alias Bo: {' '.join(note.split())}" in entry.remarks


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-03-05</DATE>",
            PartialDate(DAY, DAY, text="1970-03-05"),
            id="day",
        ),
        pytest.param(
            "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-03-05-05:00</DATE>",
            PartialDate(DAY, DAY, text="1970-03-05-05:00"),
            id="day with time zone",
        ),
        pytest.param(
            "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1970</YEAR>",
            PartialDate(date(1970, 1, 1), date(1970, 12, 31), text="1970"),
            id="exact but only a year",
        ),
        pytest.param(
            "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1958</YEAR><NOTE>Sep.</NOTE>",
            PartialDate(date(1958, 9, 1), date(1958, 9, 30), text="Sep. 1958"),
            id="month in the note",
        ),
        pytest.param(
            "<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1970</YEAR>",
            PartialDate(date(1970, 1, 1), date(1970, 12, 31), circa=True, text="1970"),
            id="approximately",
        ),
        pytest.param(
            "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1966</FROM_YEAR><TO_YEAR>1967</TO_YEAR>",
            PartialDate(date(1966, 1, 1), date(1967, 12, 31), text="1966 to 1967"),
            id="between",
        ),
        pytest.param(
            "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><NOTE>Approximately </NOTE><FROM_YEAR>1966</FROM_YEAR>"
            "<TO_YEAR>1967</TO_YEAR>",
            PartialDate(date(1966, 1, 1), date(1967, 12, 31), circa=True, text="1966 to 1967"),
            id="about between",
        ),
        pytest.param(
            "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE>",
            PartialDate(date(1973, 11, 1), date(1973, 11, 30), text="Nov. 1973"),
            id="only a note",
        ),
        pytest.param(
            "<NOTE>Between Aug. and Sep. 1977</NOTE>",
            PartialDate(date(1977, 8, 1), date(1977, 9, 30), text="Between Aug. and Sep. 1977"),
            id="months in words",
        ),
        pytest.param(
            "<NOTE>24/06/1402 (Hijri Calendar)</NOTE>",
            PartialDate(date(1982, 4, 17), date(1982, 4, 19), text="24/06/1402 (Hijri Calendar)"),
            id="islamic calendar",
        ),
    ],
)
def test_birth_dates_are_as_precise_as_published(body: str, expected: PartialDate) -> None:
    birth = f"<INDIVIDUAL_DATE_OF_BIRTH>{body}</INDIVIDUAL_DATE_OF_BIRTH>"
    publication = read(listed(individuals=individual(birth)))
    assert publication.entries[0].birth_dates == (expected,)
    assert codes(publication) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<NOTE>30-35 years old</NOTE>", id="age"),
        pytest.param("<DATE>1970-02-31</DATE>", id="no such day"),
        pytest.param("<FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1960</TO_YEAR>", id="reversed"),
        pytest.param("<YEAR>MCMLXX</YEAR>", id="no number"),
        pytest.param("<FROM_YEAR>1970</FROM_YEAR>", id="half a range"),
    ],
)
def test_a_birth_date_that_is_not_understood_is_said(body: str) -> None:
    birth = f"<INDIVIDUAL_DATE_OF_BIRTH>{body}</INDIVIDUAL_DATE_OF_BIRTH>"
    publication = read(listed(individuals=individual(birth)))
    assert publication.entries[0].birth_dates == ()
    assert codes(publication) == ["birth-date-unread"]


def test_a_note_on_a_birth_date_is_a_remark() -> None:
    entry = person(
        "<INDIVIDUAL_DATE_OF_BIRTH><DATE>1970-03-05</DATE><NOTE>from false passport</NOTE></INDIVIDUAL_DATE_OF_BIRTH>"
    )
    assert entry.remarks == ("Birth date 1970-03-05: from false passport",)


def test_births_that_are_filed_under_an_alias_are_births() -> None:
    birth = (
        "<DATE_OF_BIRTH>1970-03-05</DATE_OF_BIRTH><CITY_OF_BIRTH>Tunis</CITY_OF_BIRTH>"
        "<COUNTRY_OF_BIRTH>Tunisia</COUNTRY_OF_BIRTH>"
    )
    entry = person(alias("Bo", more=birth) + alias("Ba", more=birth))
    assert entry.birth_dates == (PartialDate(DAY, DAY, text="1970-03-05"),)
    assert entry.birth_places == (Place("Tunis, Tunisia", "tn"),)


def test_places_of_birth() -> None:
    entry = person(
        "<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Baghdad</CITY><COUNTRY>Iraq</COUNTRY><NOTE>possibly</NOTE>"
        "</INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_PLACE_OF_BIRTH><NOTE>Somewhere</NOTE></INDIVIDUAL_PLACE_OF_BIRTH>"
        "<INDIVIDUAL_PLACE_OF_BIRTH/>"
    )
    assert entry.birth_places == (Place("Baghdad, Iraq", "iq"), Place("Somewhere"))
    assert entry.remarks == ("Place of birth Baghdad, Iraq: possibly",)


def test_several_nationalities_and_no_invented_one() -> None:
    entry = person("<NATIONALITY><VALUE>Yemeni</VALUE><VALUE>Iraq</VALUE><VALUE>na</VALUE><VALUE/></NATIONALITY>")
    assert entry.countries == (
        CountryFact("nationality", "ye", "Yemeni"),
        CountryFact("nationality", "iq", "Iraq"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Male", ("male",)), ("MALE", ("male",)), ("Female", ("female",)), ("Unknown", ()), ("", ())],
)
def test_gender(text: str, expected: tuple[str, ...]) -> None:
    assert person(f"<GENDER>{text}</GENDER>").genders == expected


@pytest.mark.parametrize(
    ("body", "scheme", "value", "label"),
    [
        pytest.param(
            "<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER> A123 </NUMBER>",
            "passport", "A123", "Passport", id="english",
        ),
        pytest.param(
            "<TYPE_OF_DOCUMENT>Numéro de passeport </TYPE_OF_DOCUMENT><NUMBER>A123</NUMBER>",
            "passport", "A123", "Numéro de passeport", id="french",
        ),
        pytest.param(
            "<TYPE_OF_DOCUMENT>Número de pasaporte</TYPE_OF_DOCUMENT><NUMBER>A123</NUMBER>",
            "passport", "A123", "Número de pasaporte", id="spanish",
        ),
        pytest.param(
            "<TYPE_OF_DOCUMENT>National Identification\n     Number</TYPE_OF_DOCUMENT><NUMBER>77</NUMBER>",
            "national_id", "77", "National Identification Number", id="line break",
        ),
        pytest.param(
            "<TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>"
            "<TYPE_OF_DOCUMENT2>national passport</TYPE_OF_DOCUMENT2><NUMBER>77</NUMBER>",
            "passport", "77", "National Identification Number (national passport)", id="finer kind",
        ),
        pytest.param(
            "<TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>"
            "<NOTE>SSN 000-12-3456 (X)</NOTE>",
            "national_id", "000-12-3456", "National Identification Number", id="number in the note",
        ),
        pytest.param(
            "<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>"
            "<NOTE>X passport number L 191 issued in 1996</NOTE>",
            "passport", "L 191", "Passport", id="number with blank in the note",
        ),
    ],
)  # fmt: skip
def test_documents(body: str, scheme: str, value: str, label: str) -> None:
    entry = person(f"<INDIVIDUAL_DOCUMENT>{body}</INDIVIDUAL_DOCUMENT>")
    assert [(i.scheme, i.value, i.label) for i in entry.identifiers] == [(scheme, value, label)]


def test_a_document_keeps_its_country_and_details() -> None:
    entry = person(
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A1</NUMBER>"
        "<ISSUING_COUNTRY>Tunisian</ISSUING_COUNTRY><DATE_OF_ISSUE>2001-02-03</DATE_OF_ISSUE><NOTE>expired</NOTE>"
        "</INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT/><INDIVIDUAL_DOCUMENT>"
        "<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NOTE>issued in 1974</NOTE></INDIVIDUAL_DOCUMENT>"
    )
    assert [i.country for i in entry.identifiers] == ["tn"]
    assert entry.remarks == (
        "Passport A1: issued by Tunisian; issued on 2001-02-03; expired",
        "Passport: issued in 1974",
    )


def test_addresses() -> None:
    entry = read(
        listed(
            entities=entity(
                "<ENTITY_ADDRESS><STREET>1 Example Road</STREET><CITY>Kabul</CITY><ZIP_CODE>11</ZIP_CODE>"
                "<COUNTRY>Afghanistan</COUNTRY><NOTE>closed</NOTE></ENTITY_ADDRESS>"
                "<ENTITY_ADDRESS><COUNTRY/></ENTITY_ADDRESS>"
                "<ENTITY_ADDRESS><NOTE>Tel. 5</NOTE></ENTITY_ADDRESS>"
            )
        )
    ).entries[0]
    (address,) = entry.addresses
    assert address.text == "1 Example Road, Kabul, 11, Afghanistan"
    assert (address.city, address.postal_code, address.country) == ("Kabul", "11", "af")
    assert entry.remarks == ("Address 1 Example Road, Kabul, 11, Afghanistan: closed", "Address: Tel. 5")


def test_listing_titles_and_comments() -> None:
    entry = person(
        "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><LISTED_ON>2014-05-12-04:00</LISTED_ON>"
        "<COMMENTS1>Review concluded.\n  See INTERPOL.</COMMENTS1><TITLE><VALUE>Haji</VALUE></TITLE>"
        "<DESIGNATION><VALUE>Deputy\n Minister</VALUE></DESIGNATION>"
    )
    (listing,) = entry.listings
    assert (listing.programme, listing.listed_on and listing.listed_on.first) == ("DPRK", date(2014, 5, 12))
    assert entry.titles == ("Haji", "Deputy Minister")
    assert entry.remarks == ("Review concluded.\n  See INTERPOL.",)


def test_the_original_is_verbatim() -> None:
    original = json.loads(person("<COMMENTS1> a\n b</COMMENTS1>").original)
    assert original["COMMENTS1"] == [" a\n b"]
    assert original["DATAID"] == ["1"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", EmptyPartError, id="empty"),
        pytest.param(listed(individuals=individual("<COMMENTS1>\x19</COMMENTS1>")), MalformedError, id="low byte"),
        pytest.param(listed()[:-5], MalformedError, id="cut off"),
        pytest.param("<sdnList/>", PartUnknownError, id="another list"),
        pytest.param("<!DOCTYPE x [<!ENTITY a 'b'>]>" + listed(), ForbiddenMarkupError, id="entities"),
    ],
)
def test_a_file_that_is_no_publication_is_refused(content: str | bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(content)


def test_the_publication_is_exactly_one_file() -> None:
    with pytest.raises(PartMissingError):
        SOURCE.read([])
    with pytest.raises(PartUnknownError):
        SOURCE.read([part(listed()), part(listed(), "again.xml")])
