"""OpenSanctions exports, on invented entities in the publisher's shapes."""

import hashlib
import io
import json
from datetime import date

import pytest

from namesake.errors import (
    EmptyPartError,
    MalformedError,
    NamesakeError,
    OversizeError,
    PartMissingError,
    PartUnknownError,
)
from namesake.lists.sources import opensanctions_lines
from namesake.lists.sources.opensanctions import SOURCE
from namesake.lists.sources.opensanctions_table import values
from namesake.values.entities import ListEntry
from namesake.values.facts import Address, CountryFact, Link, Listing
from namesake.values.versions import Part, Publication

HEADER = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,"
    "first_seen,last_seen"
)


def part(content: str | bytes, name: str = "entities.ftm.json") -> Part:
    data = content.encode() if isinstance(content, str) else content
    return Part(name, hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))


def entity(key: str, schema: str = "Person", **properties: object) -> dict[str, object]:
    return {
        "id": key,
        "caption": f"Caption {key}",
        "schema": schema,
        "properties": properties,
        "referents": [],
        "datasets": ["test_set"],
        "first_seen": "2024-01-01T00:00:00",
        "last_seen": "2024-03-09T02:54:48",
        "last_change": "2024-02-01T00:00:00",
        "target": True,
    }


def lines(*entities: object) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entities)


def read(*entities: object) -> Publication:
    return SOURCE.read([part(lines(*entities))])


def by_id(publication: Publication) -> dict[str, ListEntry]:
    return {entry.id: entry for entry in publication.entries}


def table(*rows: str, header: str = HEADER) -> Part:
    return part("\n".join([header, *rows]) + "\n", "targets.simple.csv")


def row(**cells: str) -> str:
    given = {"id": "t-1", "schema": "Person", "name": "Rune Vesterholm", "last_seen": "2022-07-25 06:13:21"} | cells
    return ",".join('"' + given.get(name, "").replace('"', '""') + '"' for name in HEADER.split(","))


def test_every_line_is_an_entry_of_its_schema() -> None:
    found = read(entity("a", name=["Rune Vesterholm"]), entity("b", "Family", person=["a"], relative=["c"]))
    assert [(entry.id, entry.schema, entry.identity) for entry in found.entries] == [
        ("a", "Person", "opensanctions:a"),
        ("b", "Family", "opensanctions:b"),
    ]
    assert (found.form, found.scope, found.filtered) == ("opensanctions-ftm", "test_set", False)
    assert (found.dated, found.stamp) == (date(2024, 3, 9), "2024-03-09T02:54:48")


def test_facts_and_original() -> None:
    given = entity("a", name=["Other", "Caption a"], alias=["R. V."], birthDate=["1985"], topics=["sanction"])
    (found,) = read(given).entries
    assert [(name.text, name.kind) for name in found.names] == [
        ("Caption a", "primary"), ("Other", "primary"), ("R. V.", "alias"),
    ]  # fmt: skip
    assert [one.text for one in found.birth_dates] == ["1985"]
    assert found.remarks == ("topics: sanction",)
    original = json.loads(found.original)
    assert set(original.pop("seen")) == {"first_seen", "last_seen", "last_change"}
    assert original == {key: value for key, value in given.items() if not key.endswith(("_seen", "_change"))}


def test_edges_are_links_of_both_ends_wherever_they_stand() -> None:
    found = by_id(
        read(
            entity("e", "Family", person=["a"], relative=["b"], relationship=["sibling"]),
            entity("a", name=["A"]),
            entity("b", name=["B"]),
        )
    )
    assert found["a"].links == (Link("Family: relative", "b", "Caption b", "sibling"),)
    assert found["b"].links == (Link("Family: person", "a", "Caption a", "sibling"),)
    assert [link.target_id for link in found["e"].links] == ["a", "b"]
    assert [bool(entry.marks) for entry in found.values()] == [True, False, False]
    assert found["e"].names == ()


def test_an_edge_with_one_end_is_kept_without_a_link() -> None:
    found = by_id(read(entity("e", "Occupancy", holder=["a"]), entity("a", name=["A"])))
    assert found["a"].links == ()
    assert [link.target_id for link in found["e"].links] == ["a"]


def test_details_are_facts_of_their_holder() -> None:
    found = by_id(
        read(
            entity("a", name=["A"], addressEntity=["d"], programId=["EU-TEST"]),
            entity("s", "Sanction", entity=["a"], authority=["Test Board"], program=["Programme"],
                   programId=["UN-TEST"], listingDate=["2020-02-03"], unscId=["XXi.001"]),
            entity("p", "Passport", holder=["a"], number=["X123456"], country=["no"]),
            entity("w", "CryptoWallet", holder=["a"], publicKey=["k1"], currency=["ETH"]),
            entity("d", "Address", full=["1 Test Street, Oslo"], city=["Oslo"], country=["no"]),
        )
    )  # fmt: skip
    (first, second) = found["a"].listings
    assert (first, second.programme, second.authority) == (Listing("EU-TEST"), "UN-TEST", "Test Board")
    assert second.listed_on is not None
    assert second.listed_on.first == date(2020, 2, 3)
    assert [(one.scheme, one.value, one.country) for one in found["a"].identifiers] == [
        ("passport", "X123456", "no"), ("wallet:ETH", "k1", ""),
    ]  # fmt: skip
    assert found["a"].addresses == (Address("1 Test Street, Oslo", "Oslo", country="no"),)
    assert found["a"].references == ("un_sc_sanctions:XXi.001",)
    assert found["w"].marks == ()


@pytest.mark.parametrize(
    ("own", "referents", "datasets", "expected"),
    [
        pytest.param("NK-1", ["ofac-36"], ["us_ofac_sdn"], ("us_ofac_sdn:36", "opensanctions:ofac-36"), id="ofac"),
        pytest.param("ofac-36", [], ["us_ofac_cons"], ("us_ofac_cons:36",), id="own-id"),
        pytest.param("NK-1", ["eu-fsf-eu-27-28"], [], ("eu_fsf:EU.27.28", "opensanctions:eu-fsf-eu-27-28"), id="eu"),
        pytest.param("gb-hmt-6894", [], [], ("gb_hmt_sanctions:6894",), id="ofsi"),
        pytest.param("NK-1", ["Q1"], [], ("opensanctions:Q1",), id="merged-id"),
    ],
)
def test_referents_are_references(
    own: str, referents: list[str], datasets: list[str], expected: tuple[str, ...]
) -> None:
    (found,) = read(entity(own) | {"referents": referents, "datasets": datasets}).entries
    assert found.references == expected


def test_nested_entities_become_links_and_their_times_are_kept_apart() -> None:
    inner = entity("b", name=["B"])
    edge = entity("e", "Family", person=["a"], relative=[inner], relationship=["child"])
    sanction = entity("s", "Sanction", authority=["Test Board"], program=["Programme"])
    found = read(entity("a", name=["A"], familyPerson=[edge], sanctions=[sanction]))
    (only,) = found.entries
    assert found.form == "opensanctions-nested"
    assert only.links == (Link("Family: relative", "b", "Caption b", "child"),)
    assert only.listings == (Listing("Programme", authority="Test Board"),)
    original = json.loads(only.original)
    assert set(original["seen"]) == {"first_seen", "last_seen", "last_change", "e", "b", "s"}
    assert "last_seen" not in original["properties"]["familyPerson"][0]


@pytest.mark.parametrize(
    ("datasets", "scope"),
    [
        pytest.param([["b_set"], ["a_set", "b_set"]], "a_set+b_set", id="several"),
        pytest.param([["Test set: 2nd"]], "test_set_2nd", id="title"),
        pytest.param([[f"set{number}" for number in range(6)]], "collection", id="many"),
        pytest.param([[]], "", id="none"),
    ],
)
def test_the_scope_is_the_data_set(datasets: list[list[str]], scope: str) -> None:
    given = [entity(str(number)) | {"datasets": names} for number, names in enumerate(datasets)]
    assert read(*given).scope == scope


GOOD = lines(*(entity(str(number), name=["A"]) for number in range(20)))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param("", EmptyPartError, id="empty"),
        pytest.param("\n\n", PartUnknownError, id="blank"),
        pytest.param(GOOD[:-20], MalformedError, id="cut-in-the-last-line"),
        pytest.param(GOOD + "{}\n" * 10, MalformedError, id="a-third-broken"),
        pytest.param('{"a": 1}\n', PartUnknownError, id="other-json"),
        pytest.param("hello\n", PartUnknownError, id="no-json"),
        pytest.param(GOOD.encode("utf-16"), PartUnknownError, id="other-encoding"),
    ],
)
def test_a_damaged_file_is_refused(content: str | bytes, error: type[NamesakeError]) -> None:
    with pytest.raises(error) as raised:
        SOURCE.read([part(content)])
    assert raised.value.where.file == "entities.ftm.json"


def test_a_cut_file_says_in_which_row() -> None:
    with pytest.raises(MalformedError) as raised:
        SOURCE.read([part(GOOD[:-20])])
    assert raised.value.where.row == 20


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"not json", id="no-json"),
        pytest.param(b'{"id": "", "schema": "Person", "properties": {}}', id="no-id"),
        pytest.param(b'{"id": "x", "schema": "Person", "properties": []}', id="properties-no-object"),
        pytest.param(b'{"id": "x", "schema": "Person", "properties": {"name": ["\xff"]}}', id="not-utf-8"),
        pytest.param(b'{"id": "x", "schema": "Person", "properties": {"name": ["\\ud800"]}}', id="lone-surrogate"),
        pytest.param(
            b'{"id": "x", "schema": "Person", "properties": {"a": ' + b"[" * 5000 + b"]" * 5000 + b"}}", id="too-deep"
        ),
    ],
)
def test_a_single_broken_line_is_a_note(line: bytes) -> None:
    found = SOURCE.read([part(GOOD.encode() + line + b"\n")])
    assert len(found.entries) == 20
    assert [(note.code, note.where.row) for note in found.notes] == [("entity-unreadable", 21)]


def test_deep_nesting_ends_in_a_note_or_an_entry() -> None:
    deep: dict[str, object] = entity("x", name=["A"])
    for number in range(300):
        deep = entity(f"n{number}", name=["A"], familyPerson=[deep])
    found = SOURCE.read([part(GOOD + lines(deep))])
    assert len(found.entries) + len(found.notes) == 21


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opensanctions_lines, "_LONGEST", 100)
    with pytest.raises(OversizeError):
        SOURCE.read([part(GOOD)])


@pytest.mark.parametrize("odd", [None, 3, "text", {"id": "z"}, [None], [3], [["a"]], [{"id": 3}]], ids=repr)
def test_odd_property_values_never_raise(odd: object) -> None:
    found = read(entity("a", name=odd, birthDate=odd, addressEntity=odd), entity("b", "Family", person=odd))
    assert [entry.id for entry in found.entries] == ["a", "b"]


def test_repeated_ids_and_unread_values_are_noted() -> None:
    found = read(entity("a", gender=["?!"]), entity("a", gender=["?!"]))
    assert [entry.id for entry in found.entries] == ["a", "a#2"]
    assert [note.code for note in found.notes] == ["id-repeated", "value-unreadable"]
    assert found.notes[1].text == "2 values of gender: '?!' is not understood"


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        pytest.param([], PartMissingError, id="none"),
        pytest.param([part('{"name": "x", "resources": []}', "index.json")], PartMissingError, id="index-only"),
        pytest.param([part(GOOD), part(GOOD, "targets.nested.json")], PartUnknownError, id="two"),
        pytest.param([part("name\nA\n", "names.txt")], PartUnknownError, id="names"),
    ],
)
def test_parts(parts: list[Part], error: type[NamesakeError]) -> None:
    with pytest.raises(error):
        SOURCE.read(parts)


def index(checksum: str, name: str = "entities.ftm.json") -> Part:
    given = {
        "name": "Sanctions", "last_export": "2024-03-10T01:02:03", "entity_count": 20, "target_count": 7,
        "resources": [{"name": name, "checksum": checksum, "size": 1}], "title": "Test",
    }  # fmt: skip
    return part(json.dumps(given), "index.json")


def test_the_index_names_dates_counts_and_checks() -> None:
    found = SOURCE.read([index(hashlib.sha1(GOOD.encode()).hexdigest()), part(GOOD)])
    assert (found.scope, found.dated, found.declared_count) == ("sanctions", date(2024, 3, 10), 20)
    assert found.kinds == (("entities.ftm.json", "main"), ("index.json", "index"))
    assert found.notes == ()


def test_a_file_other_than_the_index_describes_is_refused() -> None:
    with pytest.raises(MalformedError, match="checksums differ"):
        SOURCE.read([index("00"), part(GOOD)])


def test_an_index_without_the_file_says_so() -> None:
    found = SOURCE.read([index("00", "other.json"), part(GOOD)])
    assert [note.code for note in found.notes] == ["checksum-missing"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("a;b", ["a", "b"], id="two"),
        pytest.param('"a; b";c', ["a; b", "c"], id="quoted"),
        pytest.param('"1 ""Test"" Square";b', ['1 "Test" Square', "b"], id="doubled-marks"),
        pytest.param('""', [], id="quoted-nothing"),
        pytest.param('A "B" C;d', ['A "B" C', "d"], id="marks-within"),
        pytest.param('"A" B;c', ['"A" B', "c"], id="mark-that-opens-nothing"),
        pytest.param('"a;b', ['"a', "b"], id="mark-that-never-closes"),
        pytest.param('"a\nb";c', ["a\nb", "c"], id="line-break"),
        pytest.param("a;;a; ", ["a"], id="once-and-not-empty"),
    ],
)
def test_cells_hold_several_values(cell: str, expected: list[str]) -> None:
    assert values(cell) == expected


def test_a_row_is_an_entry() -> None:
    given = row(aliases="R. V.;Arne", birth_date="1985-03-07;1986", countries="no;se", identifiers="IMO9074729;X 1",
                addresses='"1 ""Test"" Square, Oslo"', sanctions='"Notice - a;\nb"', dataset="Test Set")  # fmt: skip
    publication = SOURCE.read([table(given)])
    (found,) = publication.entries
    assert [(name.text, name.kind) for name in found.names] == [
        ("Rune Vesterholm", "primary"), ("R. V.", "alias"), ("Arne", "alias"),
    ]  # fmt: skip
    assert [one.text for one in found.birth_dates] == ["1985-03-07", "1986"]
    assert found.countries == (CountryFact("country", "no", "no"), CountryFact("country", "se", "se"))
    assert [(one.scheme, one.value) for one in found.identifiers] == [("imo", "IMO9074729"), ("other", "X 1")]
    assert [one.text for one in found.addresses] == ['1 "Test" Square, Oslo']
    assert found.listings == (Listing(legal_basis="Notice - a; b"),)
    assert set(json.loads(found.original)["seen"]) == {"first_seen", "last_seen"}
    assert (publication.form, publication.scope) == ("opensanctions-simple", "test_set")
    assert (publication.dated, publication.stamp) == (date(2022, 7, 25), "2022-07-25 06:13:21")


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(HEADER, id="14-columns"),
        pytest.param(HEADER + ",last_change", id="15-columns"),
        pytest.param(HEADER + ",last_change,program_ids", id="16-columns"),
        pytest.param("\ufeff" + HEADER, id="byte-order-mark"),
    ],
)
def test_columns_are_found_by_their_header(header: str) -> None:
    extra = {"last_change": "2024-01-01", "program_ids": "P-1;P-2"}
    names = header.split(",")[14:]
    given = ",".join([row(), *(extra[name] for name in names)])
    (found,) = SOURCE.read([table(given, header=header)]).entries
    assert [one.programme for one in found.listings] == (["P-1", "P-2"] if "program_ids" in names else [])
    assert ("last_change" in json.loads(found.original)["seen"]) == ("last_change" in names)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        pytest.param(table(), EmptyPartError, id="no-rows"),
        pytest.param(table(row(), '"t-2","Person","Cut'), MalformedError, id="cut-in-a-cell"),
        pytest.param(table(row(), '"t-2","Person"'), MalformedError, id="cut-between-cells"),
        pytest.param(table(row(id=" ")), MalformedError, id="no-id"),
        pytest.param(part((HEADER + "\n" + row(name="é")).encode("latin-1"), "a.csv"), MalformedError, id="encoding"),
    ],
)
def test_a_damaged_table_is_refused(given: Part, error: type[NamesakeError]) -> None:
    with pytest.raises(error):
        SOURCE.read([given])


def test_repeated_rows_are_kept_and_noted() -> None:
    found = SOURCE.read([table(row(), row())])
    assert [entry.id for entry in found.entries] == ["t-1", "t-1#2"]
    assert [(note.code, note.where.row) for note in found.notes] == [("id-repeated", 3)]
