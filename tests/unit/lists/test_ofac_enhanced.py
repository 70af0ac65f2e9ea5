"""OFAC Enhanced XML, on invented entities in the publisher's shapes."""

import hashlib
import io
import json
from datetime import date

import pytest

from namesake.errors import EmptyPartError, ForbiddenMarkupError, MalformedError, PartUnknownError
from namesake.lists.formats import ofac_enhanced
from namesake.values.entities import ListEntry
from namesake.values.facts import Address, CountryFact, Link, Listing, PartialDate, Place
from namesake.values.names import NamePart
from namesake.values.versions import Part, Publication

SDN, CONS = "SDN List", "Consolidated List"


def part(content: str | bytes) -> Part:
    data = content.encode() if isinstance(content, str) else content
    return Part("SDN_ENHANCED.XML", hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


def entity(body: str = "", key: str = "7", lists: tuple[str, ...] = (SDN,), kind: str = "Individual") -> str:
    on = "".join(f'<sanctionsList refId="1" datePublished="2020-12-10">{name}</sanctionsList>' for name in lists)
    return (
        f'<entity id="{key}"><generalInfo><entityType>{kind}</entityType></generalInfo>'
        f"<sanctionsLists>{on}</sanctionsLists>{body or names()}</entity>"
    )


def names(*translations: str, primary: str = "true", alias: str = "", weak: str = "false") -> str:
    alias_type = f"<aliasType>{alias}</aliasType>" if alias else ""
    return (
        f"<names><name><isPrimary>{primary}</isPrimary>{alias_type}<isLowQuality>{weak}</isLowQuality>"
        f"<translations>{''.join(translations) or translation('VESTERHOLM, Rune')}</translations></name></names>"
    )


def translation(
    whole: str, script: str = "Latin", parts: tuple[tuple[str, str], ...] = (), primary: str = "true"
) -> str:
    each = "".join(f"<namePart><type>{kind}</type><value>{value}</value></namePart>" for kind, value in parts)
    return (
        f"<translation><isPrimary>{primary}</isPrimary><script>{script}</script>"
        f"<formattedFullName>{whole}</formattedFullName><nameParts>{each}</nameParts></translation>"
    )


def feature(label: str, value: str, more: str = "", primary: str = "true") -> str:
    return f"<feature><type>{label}</type><value>{value}</value>{more}<isPrimary>{primary}</isPrimary></feature>"


def dates(begin: str, end: str, approximate: str = "false") -> str:
    return (
        f"<valueDate><fromDateBegin>{begin}</fromDateBegin><fromDateEnd>{begin}</fromDateEnd>"
        f"<toDateBegin>{end}</toDateBegin><toDateEnd>{end}</toDateEnd>"
        f"<isApproximate>{approximate}</isApproximate><isDateRange>false</isDateRange></valueDate>"
    )


def document(*entities: str, filters: str = "", as_of: str = "2024-05-24T15:59:26.4511801-04:00") -> str:
    return (
        '<sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/x/ENHANCED_XML">'
        f"<publicationInfo><dataAsOf>{as_of}</dataAsOf><filters>{filters}</filters></publicationInfo>"
        '<referenceValues><referenceValue refId="900"><type>COUNTRY</type><value>Testonia</value>'
        "<isoCode>SE</isoCode></referenceValue></referenceValues>"
        f"<entities>{''.join(entities)}</entities></sanctionsData>"
    )


def read(*entities: str, filters: str = "", source: str = "us_ofac_sdn", **more: str) -> Publication:
    return ofac_enhanced.read(source, part(document(*entities, filters=filters, **more)))


def only(body: str, kind: str = "Individual") -> ListEntry:
    (found,) = read(entity(body, kind=kind)).entries
    return found


def filtered(*lists: str, programmes: tuple[str, ...] = ()) -> str:
    on = "".join(f"<sanctionsList>{name}</sanctionsList>" for name in lists)
    under = "".join(f"<sanctionsProgram>{name}</sanctionsProgram>" for name in programmes)
    return f"<sanctionsLists>{on}</sanctionsLists><sanctionsPrograms>{under}</sanctionsPrograms>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(document(), True, id="this-format"),
        pytest.param("<x:sanctionsData xmlns:x='u'/>", True, id="prefixed"),
        pytest.param(document().encode("utf-16"), True, id="utf-16"),
        pytest.param("<sdnList/>", False, id="another"),
        pytest.param("", False, id="empty"),
    ],
)
def test_a_part_is_known_by_its_head(content: str | bytes, expected: bool) -> None:
    assert ofac_enhanced.matches(part(content)) is expected


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        pytest.param("2024-05-24T15:59:26.4511801-04:00", date(2024, 5, 24), id="seven-digits-and-offset"),
        pytest.param("2025-01-10T00:00:00", date(2025, 1, 10), id="plain"),
        pytest.param("yesterday", None, id="no-date"),
    ],
)
def test_the_date_is_the_publishers_own_day(stamp: str, expected: date | None) -> None:
    found = read(entity(), as_of=stamp)
    assert (found.dated, found.stamp) == (expected, stamp)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param("", ("", False), id="none"),
        pytest.param(filtered(SDN), ("", False), id="own-list"),
        pytest.param(filtered(SDN, CONS), ("", False), id="own-list-among-others"),
        pytest.param(filtered(SDN, programmes=("IRGC",)), ("program=IRGC", True), id="programme"),
        pytest.param(filtered(programmes=("B", "A")), ("program=A+B", True), id="sorted"),
        pytest.param(
            "<entityTypes><entityType>A B/C</entityType></entityTypes>", ("entitytype=A-B%2FC", True), id="quoted"
        ),
        pytest.param(filtered("FSE List"), ("list=FSE-List", True), id="a-part-of-the-list"),
    ],
)
def test_filters_make_a_scope(filters: str, expected: tuple[str, bool]) -> None:
    found = read(entity(), filters=filters)
    assert (found.scope, found.filtered) == expected


@pytest.mark.parametrize(
    ("source", "filters", "lists"),
    [
        pytest.param("us_ofac_cons", filtered(SDN), [(SDN,), (SDN, CONS)], id="sdn-given-as-consolidated"),
        pytest.param("us_ofac_sdn", filtered(CONS), [(CONS,), (CONS, SDN)], id="consolidated-given-as-sdn"),
        pytest.param("us_ofac_cons", "", [(SDN,)], id="told-by-the-entities-alone"),
    ],
)
def test_the_other_list_is_refused(source: str, filters: str, lists: list[tuple[str, ...]]) -> None:
    given = [entity(key=str(number), lists=on) for number, on in enumerate(lists)]
    with pytest.raises(PartUnknownError, match="List"):
        read(*given, filters=filters, source=source)


def test_entities_of_other_lists_are_left_out_and_said() -> None:
    found = read(entity(key="1"), entity(key="2", lists=(CONS,)))
    assert [entry.id for entry in found.entries] == ["1"]
    assert [(note.code, "1 entities" in note.text) for note in found.notes] == [("entries-of-other-list", True)]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param("", EmptyPartError, id="empty"),
        pytest.param(document(entity())[:-30], MalformedError, id="cut"),
        pytest.param("<sanctionsData/>", MalformedError, id="no-entities"),
        pytest.param("<!DOCTYPE a [<!ENTITY b 'c'>]>" + document(), ForbiddenMarkupError, id="doctype"),
    ],
)
def test_a_damaged_file_is_refused(content: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        ofac_enhanced.read("us_ofac_sdn", part(content))


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        pytest.param("Individual", "Person", id="individual"),
        pytest.param("Entity", "Organization", id="entity"),
        pytest.param("Vessel", "Vessel", id="vessel"),
        pytest.param("Aircraft", "Airplane", id="aircraft"),
        pytest.param("Robot", "LegalEntity", id="unknown"),
    ],
)
def test_the_party_type_gives_the_schema(kind: str, schema: str) -> None:
    assert only("", kind=kind).schema == schema


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(names(), ("primary", False), id="primary"),
        pytest.param(names(primary="false", alias="A.K.A."), ("alias", False), id="aka"),
        pytest.param(names(primary="false", alias="F.K.A."), ("former", False), id="fka"),
        pytest.param(names(primary="false", alias="N.K.A."), ("alias", False), id="nka"),
        pytest.param(names(primary="false", alias="A.K.A.", weak="true"), ("alias", True), id="low-quality"),
    ],
)
def test_names_have_their_kind(given: str, expected: tuple[str, bool]) -> None:
    (name,) = only(given).names
    assert (name.kind, name.weak) == expected


def test_translations_are_names_of_the_same_kind_with_script_and_parts() -> None:
    native = translation("\u202bرونه\u202c", "Arabic", (("First Name", "رونه"),), primary="false")
    latin = translation("VESTERHOLM, Rune", parts=(("First Name", "Rune"), ("Last Name", "Vesterholm")))
    first, second = only(names(native, latin)).names
    assert (first.text, first.kind, first.script) == ("VESTERHOLM, Rune", "primary", "Latn")
    assert first.parts == (NamePart("given", "Rune"), NamePart("family", "Vesterholm"))
    assert (second.text, second.kind, second.script) == ("رونه", "primary", "Arab")


@pytest.mark.parametrize(
    ("script", "code"),
    [("Chinese Traditional", "Hant"), ("Chinese Simplified", "Hans"), ("Cyrillic", "Cyrl"), ("Runic", "")],
)
def test_scripts_are_iso_15924(script: str, code: str) -> None:
    assert only(names(translation("Name", script))).names[0].script == code


@pytest.mark.parametrize(
    ("value", "bounds", "expected"),
    [
        pytest.param("1986", ("1986-01-01", "1986-12-31"), ("1986-01-01", "1986-12-31", False), id="year"),
        pytest.param("circa 1957", ("1957-01-01", "1957-12-31"), ("1957-01-01", "1957-12-31", True), id="circa"),
        pytest.param("1951 to 1953", ("1951-01-01", "1953-12-31"), ("1951-01-01", "1953-12-31", False), id="range"),
        pytest.param("7 Mar 1985", ("", ""), ("1985-03-07", "1985-03-07", False), id="words-where-no-bounds"),
    ],
)
def test_birth_dates_keep_the_published_bounds(
    value: str, bounds: tuple[str, str], expected: tuple[str, str, bool]
) -> None:
    approximate = str(expected[2]).lower()
    found = only(f"<features>{feature('Birthdate', value, dates(*bounds, approximate))}</features>")
    first, last, circa = expected
    assert found.birth_dates == (PartialDate(date.fromisoformat(first), date.fromisoformat(last), circa, value),)


def test_features_become_facts_and_the_rest_remarks() -> None:
    found = only(
        "<features>"
        + feature("Nationality Country", "Testonia", "<valueRefId>900</valueRefId>")
        + feature("Citizenship Country", "Norway")
        + feature("Place of Birth", "Visby, Sweden")
        + feature("Gender", "Female")
        + feature("Digital Currency Address - XBT", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT")
        + feature("Target Type", "Private Company")
        + feature("Website", "example.org", "<comments>old</comments>")
        + "</features>"
    )
    assert found.countries == (
        CountryFact("nationality", "se", "Testonia"),
        CountryFact("citizenship", "no", "Norway"),
    )
    assert found.birth_places == (Place("Visby, Sweden", "se"),)
    assert found.genders == ("female",)
    assert [(one.scheme, one.valid) for one in found.identifiers] == [("wallet:XBT", True)]
    assert found.remarks == ("Target Type: Private Company", "Website: example.org (old)")


def test_the_primary_feature_comes_first() -> None:
    second = feature("Birthdate", "1970", dates("1970-01-01", "1970-12-31"), primary="false")
    first = feature("Birthdate", "1971", dates("1971-01-01", "1971-12-31"))
    assert [one.text for one in only(f"<features>{second}{first}</features>").birth_dates] == ["1971", "1970"]


def test_a_feature_that_the_publisher_calls_false_is_no_fact() -> None:
    doubted = feature("Birthdate", "1970", dates("1970-01-01", "1970-12-31") + "<reliability>False</reliability>")
    found = only(f"<features>{doubted}</features>")
    assert found.birth_dates == ()
    assert found.remarks == ("Birthdate: 1970 (reliability: False)",)


def test_documents_are_identifiers_and_forged_ones_say_so() -> None:
    found = only(
        "<identityDocuments><identityDocument><type>Passport</type><documentNumber>X123456</documentNumber>"
        "<isValid>false</isValid><issuingCountry>Norway</issuingCountry></identityDocument></identityDocuments>"
    )
    assert [(one.scheme, one.value, one.country) for one in found.identifiers] == [("passport", "X123456", "no")]
    assert found.remarks == ("Passport X123456: not valid according to the publisher",)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("<address/>", (), id="empty"),
        pytest.param("<address><translations><translation/></translations></address>", (), id="no-parts"),
        pytest.param("<address><country>Norway</country></address>", (Address("Norway", country="no"),), id="country"),
        pytest.param(
            "<address><country>Norway</country><translations><translation><addressParts>"
            "<addressPart><type>POSTAL CODE</type><value>0001</value></addressPart>"
            "<addressPart><type>CITY</type><value>Oslo</value></addressPart>"
            "<addressPart><type>ADDRESS1</type><value>1 Test Street</value></addressPart>"
            "</addressParts></translation></translations></address>",
            (Address("1 Test Street, Oslo, 0001, Norway", "Oslo", "", "0001", "no"),),
            id="whole",
        ),
    ],
)
def test_addresses(given: str, expected: tuple[Address, ...]) -> None:
    assert only(f"<addresses>{given}</addresses>").addresses == expected


def test_programmes_authorities_and_lists_make_listings() -> None:
    body = (
        "<sanctionsPrograms><sanctionsProgram>AAA</sanctionsProgram><sanctionsProgram>BBB</sanctionsProgram>"
        "</sanctionsPrograms><legalAuthorities><legalAuthority>Order 1</legalAuthority></legalAuthorities>"
    )
    (found,) = read(entity(body, lists=("FSE List", SDN))).entries
    listed = PartialDate(date(2020, 12, 10), date(2020, 12, 10), text="2020-12-10")
    assert found.listings == (
        Listing("AAA", "Order 1", listed, SDN),
        Listing("BBB", "Order 1", listed, SDN),
        Listing("", "", listed, "FSE List"),
    )


def test_relationships_are_links() -> None:
    found = only(
        "<relationships><relationship><type>Owned or Controlled By</type>"
        '<relatedEntity entityId="12">TEST HOLDING</relatedEntity><quality>High</quality>'
        "</relationship></relationships>"
    )
    assert found.links == (Link("Owned or Controlled By", "12", "TEST HOLDING", "High"),)


def test_the_original_is_kept_verbatim() -> None:
    found = json.loads(only("").original)
    assert found["@id"] == "7"
    assert set(found) == {"@id", "generalInfo", "sanctionsLists", "names"}


@pytest.mark.parametrize(
    ("given", "ids", "code"),
    [
        pytest.param([entity(), entity()], ["7", "7#2"], "id-repeated", id="repeated"),
        pytest.param([entity(key="")], ["line:1"], "id-missing", id="missing"),
        pytest.param([entity("<addresses/>")], ["7"], "name-missing", id="nameless"),
    ],
)
def test_odd_entities_are_kept_and_noted(given: list[str], ids: list[str], code: str) -> None:
    found = read(*given)
    assert [entry.id for entry in found.entries] == ids
    assert [note.code for note in found.notes] == [code]
