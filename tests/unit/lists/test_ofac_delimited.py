"""OFAC's delimited set on invented entries: parts, variants, side tables, cut remarks, damage."""

import hashlib
import io
import json

import pytest

from namesake.errors import EmptyPartError, ListError, MalformedError, PartMissingError, PartUnknownError
from namesake.lists.formats.ofac_delimited import read
from namesake.lists.formats.ofac_delimited_tables import WIDTHS
from namesake.values.entities import ListEntry
from namesake.values.versions import Part, Publication

NULL = "-0- "
Cells = list[str | int | None]
WALLET = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"


def part(name: str, content: str | bytes) -> Part:
    raw = content.encode() if isinstance(content, str) else content
    return Part(name, hashlib.sha256(raw).hexdigest(), len(raw), lambda: io.BytesIO(raw))


def line(*cells: str | int | None, delimiter: str = ",") -> str:
    """A record as the publisher writes it: numbers bare, texts in quotes, null as `-0- `."""
    quoted = (NULL if cell is None else str(cell) if isinstance(cell, int) else f'"{cell}"' for cell in cells)
    return delimiter.join(quoted)


def main(number: int, name: str, kind: str | None = None, remarks: str | None = None, **other: str) -> Cells:
    columns = ("programme", "title", "call_sign", "type", "tonnage", "grt", "flag", "owner")
    return [number, name, kind, *(other.get(column) for column in columns), remarks]


def table(*rows: Cells, delimiter: str = ",") -> str:
    return "".join(line(*row, delimiter=delimiter) + "\r\n" for row in rows) + "\x1a"


def fixed(kind: str, *rows: Cells) -> str:
    def record(row: Cells) -> str:
        cells = zip(row, WIDTHS[kind], strict=True)
        texts = ((("-0-" if cell is None else str(cell)), width, isinstance(cell, int)) for cell, width in cells)
        return "".join(text.rjust(width) if number else text.ljust(width) for text, width, number in texts)

    return "".join(record(row) + "\r\n" for row in rows) + "\x1a"


def publication(*parts: Part) -> Publication:
    return read("us_ofac_sdn", parts)


def only(*parts: Part) -> ListEntry:
    (entry,) = publication(*parts).entries
    return entry


SUN = main(7, "SUN TRADING CO.", None, "Tax ID No. 123 (Iran).", programme="IRAN] [SDGT")
NAJM = main(8, "NAJM, Yusuf", "individual", "DOB 1960; a.k.a. 'THE STAR'.", programme="SDGT", title="Captain; Poet")
MAIN = (SUN, NAJM)
ALT: tuple[Cells, ...] = (
    [8, 1, "aka", "NADJM, Youssouf", None],
    [8, 2, "fka", "KAWKAB, Yusuf", None],
    [7, 3, "nka", "MOON TRADING", None],
)
ADD: tuple[Cells, ...] = (
    [7, 1, "1 Harbour Road", "Bandar 12345", "Iran", None],
    [7, 2, None, None, None, None],
    [8, 3, None, "Lima", "Peru", None],
)


def test_an_entry_with_its_side_tables() -> None:
    found = publication(part("a", table(*MAIN)), part("b", table(*ALT)), part("c", table(*ADD)))
    assert found.form == "sdn-delimited"
    assert found.kinds == (("a", "main"), ("b", "alt"), ("c", "add"))
    assert found.notes == ()
    sun, najm = found.entries
    assert (sun.id, sun.identity, sun.schema) == ("7", "us_ofac_sdn:7", "Organization")
    assert [listing.programme for listing in sun.listings] == ["IRAN", "SDGT"]
    assert [(name.text, name.kind, name.parts) for name in sun.names] == [
        ("SUN TRADING CO.", "primary", ()),
        ("MOON TRADING", "alias", ()),
    ]
    assert [(a.text, a.city, a.country) for a in sun.addresses] == [("1 Harbour Road, Bandar 12345, Iran", "", "ir")]
    assert [(a.text, a.city, a.country) for a in najm.addresses] == [("Lima, Peru", "Lima", "pe")]
    assert [(name.text, name.kind, name.weak) for name in najm.names] == [
        ("NAJM, Yusuf", "primary", False),
        ("NADJM, Youssouf", "alias", False),
        ("KAWKAB, Yusuf", "former", False),
        ("THE STAR", "alias", True),
    ]
    assert [(piece.kind, piece.text) for piece in najm.names[0].parts] == [("family", "NAJM"), ("given", "Yusuf")]
    assert najm.titles == ("Captain; Poet",)


@pytest.mark.parametrize(
    ("published", "schema"),
    [
        pytest.param(None, "Organization", id="null is an organisation"),
        pytest.param("individual", "Person", id="person"),
        pytest.param("vessel", "Vessel", id="vessel"),
        pytest.param("aircraft", "Airplane", id="aircraft"),
        pytest.param("submarine", "LegalEntity", id="a word of the future"),
    ],
)
def test_schemas(published: str | None, schema: str) -> None:
    assert only(part("sdn.csv", table(main(1, "ALFA", published)))).schema == schema


def test_a_vessel() -> None:
    row = main(5, "BLUE BOAT", "vessel", "Vessel Registration Identification IMO 9074729.", call_sign="T8ABC",
               type="Tug", tonnage="212", grt="300", flag="Palau", owner="Boat Owners S.A.")  # fmt: skip
    entry = only(part("sdn.csv", table(row)))
    assert [(fact.role, fact.code, fact.text) for fact in entry.countries] == [("flag", "pw", "Palau")]
    assert [(found.scheme, found.value) for found in entry.identifiers] == [
        ("call_sign", "T8ABC"),
        ("imo", "IMO 9074729"),
    ]
    assert entry.remarks == (
        "Vessel Type Tug",
        "Tonnage 212",
        "Gross Registered Tonnage 300",
        "Vessel Owner Boat Owners S.A.",
    )


def test_the_four_variants_give_the_same() -> None:
    comments: Cells = [8, "ATE 1; a.k.a. 'THE SUN'."]
    long = main(9, "O, Bo", "individual", ("DOB 1960; " + "Website www.example.org; " * 60)[:1000])
    rows = ((*MAIN, long), ALT, ADD)
    delimited = [
        publication(*(part(f"{n}.{name}", table(*one, delimiter=mark)) for n, one in enumerate(rows)),
                    part("sdn_comments", table([9, comments[1]], delimiter=mark)))
        for name, mark in (("csv", ","), ("pip", "|"), ("del", "@"))
    ]  # fmt: skip
    spilled = part("sdn_comments.ff", f"{9:>10}{comments[1]}  \r\n\x1a")
    kinds = zip(("main", "alt", "add"), rows, strict=True)
    delimited.append(publication(*(part(kind, fixed(kind, *one)) for kind, one in kinds), spilled))
    assert delimited[0].entries[2].names[-1].text == "THE SUN"
    for other in delimited[1:]:
        assert other.entries == delimited[0].entries
        assert [kind for _, kind in other.kinds] == [kind for _, kind in delimited[0].kinds]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param("Müller".encode("cp1252"), "Müller", id="cp1252"),
        pytest.param("Müller".encode(), "Müller", id="utf-8"),
        pytest.param("O’Hara".encode("cp1252"), "O’Hara", id="a typographic quote in cp1252"),
        pytest.param(b"A\x81B", "A\x81B", id="a byte that cp1252 does not have"),
    ],
)
def test_encodings(content: bytes, name: str) -> None:
    raw = table(main(1, "@@@")).encode().replace(b"@@@", content)
    assert only(part("sdn.csv", raw)).names[0].text == name


def test_a_byte_order_mark_is_no_part_of_the_first_number() -> None:
    assert only(part("sdn.csv", "\ufeff" + table(SUN))).id == "7"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends(end: str) -> None:
    content = table(*MAIN).replace("\r\n", end)
    assert [entry.id for entry in publication(part("sdn.csv", content)).entries] == ["7", "8"]


def test_null_is_the_bare_token_only() -> None:
    entry = only(part("sdn.csv", table(main(1, "ALFA", None, "US FEIN CH-217-0-431-423-3."))))
    assert [found.value for found in entry.identifiers] == ["CH-217-0-431-423-3"]
    assert entry.titles == ()


def test_the_original_holds_the_parts_that_were_supplied() -> None:
    alone = json.loads(only(part("sdn.csv", table(SUN))).original)
    assert list(alone) == ["main"]
    assert alone["main"]["Program"] == "IRAN] [SDGT"
    assert alone["main"]["SDN_Type"] == "-0-"
    parts = (part("sdn.csv", table(SUN)), part("alt.csv", table(ALT[2], ALT[0])), part("c", table([7, "more"])))
    whole = json.loads(publication(*parts).entries[0].original)
    assert [row["alt_name"] for row in whole["alt"]] == ["MOON TRADING"]
    assert whole["comments"] == {"ent_num": "7", "remarks_extended": "more"}
    assert "add" not in whole
    without = json.loads(only(part("sdn.csv", table(SUN)), part("sdn_comments.csv", "")).original)
    assert without["comments"] == []


# Remarks of exactly 1,000 characters.


def cut(text: str) -> str:
    """Remarks that end in `text` at the 1,000th character."""
    return "Website www.example.org/".ljust(998 - len(text), "x") + "; " + text


def test_a_cut_remark_marks_the_entry_and_its_last_item_is_no_fact() -> None:
    remarks = cut(f"Digital Currency Address - XBT {WALLET}; alt. Digital Currency Address - XBT 3Jz")
    assert len(remarks) == 1000
    entry = only(part("sdn.csv", table(main(1, "ALFA", None, remarks))))
    assert [found.value for found in entry.identifiers] == [WALLET]
    assert entry.marks == ("remarks cut by the publisher at 1,000 characters",)
    assert entry.remarks[-1] == "alt. Digital Currency Address - XBT 3Jz"


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(f"Digital Currency Address - XBT {WALLET}", id="perhaps whole"),
        pytest.param(f"Digital Currency Address - XBT {WALLET}.", id="perhaps the end"),
        pytest.param("Passport AB1234567 (Iran)", id="a number"),
        pytest.param("a.k.a. 'BRAVO'", id="a name"),
        pytest.param("DOB 31 Aug 19", id="a date"),
        pytest.param("Digital Currency Address - XBT ", id="nothing but the label"),
    ],
)
def test_an_item_that_may_be_cut_is_never_a_fact(last: str) -> None:
    entry = only(part("sdn.csv", table(main(1, "ALFA", None, cut(last)))))
    assert (entry.identifiers, len(entry.names), entry.birth_dates) == ((), 1, ())
    assert entry.remarks[-1] == last.removesuffix(".").strip()
    assert entry.marks == ("remarks cut by the publisher at 1,000 characters",)


def test_an_item_before_a_semicolon_at_the_cut_is_whole() -> None:
    entry = only(part("sdn.csv", table(main(1, "ALFA", None, cut(f"Digital Currency Address - XBT {WALLET};")))))
    assert [found.value for found in entry.identifiers] == [WALLET]


@pytest.mark.parametrize("at", [10, len("Digital Currency Address - XBT "), 40, len(WALLET) + 31])
def test_a_continuation_is_joined_without_a_separator(at: int) -> None:
    item = f"Digital Currency Address - XBT {WALLET}"
    comments = part("sdn_comments.csv", table([1, f"{item[at:]}; a.k.a. 'BRAVO'."]))
    entry = only(part("sdn.csv", table(main(1, "ALFA", None, cut(item[:at])))), comments)
    assert [found.value for found in entry.identifiers] == [WALLET]
    assert [name.text for name in entry.names] == ["ALFA", "BRAVO"]
    assert entry.marks == ()


def test_a_continuation_that_is_itself_cut_is_not_trusted_to_its_end() -> None:
    comments = part("sdn_comments.csv", table([1, f"; Digital Currency Address - XBT {WALLET[:20]}"]))
    entry = only(part("sdn.csv", table(main(1, "ALFA", None, cut("Passport AB1234567")))), comments)
    assert [found.value for found in entry.identifiers] == ["AB1234567"]
    assert entry.marks == ("the continuation of the remarks in the comments part is itself cut off",)


OTHER = main(2, "BRAVO", None, cut("Passport AB12345"))


@pytest.mark.parametrize(
    ("last", "comments", "read_whole", "mark"),
    [
        pytest.param("Passport AB1234567.", [2, "67."], True, "has no more of them", id="ends in a full stop"),
        pytest.param("Passport AB1234567", [2, "67."], False, "cut by the publisher", id="ends without one"),
        pytest.param("Passport AB1234567.", None, False, "cut by the publisher", id="an empty comments part"),
    ],
)
def test_a_comments_part_without_a_row(last: str, comments: Cells | None, read_whole: bool, mark: str) -> None:
    """A comments part that holds other continuations says that nothing of this one was left over, if the
    text ends as whole remarks do; an empty one may be a failed download and says nothing."""
    content = table(comments) if comments else ""
    sdn = part("sdn.csv", table(main(1, "ALFA", None, cut(last)), OTHER))
    entry = publication(sdn, part("sdn_comments.csv", content)).entries[0]
    assert bool(entry.identifiers) is read_whole
    assert mark in entry.marks[0]


def test_a_continuation_of_remarks_that_are_not_cut_is_kept_apart() -> None:
    comments = part("sdn_comments.csv", table([7, f"XBT {WALLET}."]))
    entry = only(part("sdn.csv", table(SUN)), comments)
    assert [found.value for found in entry.identifiers] == ["123"]
    assert entry.remarks == (f"XBT {WALLET}.",)
    assert "may be of different days" in entry.marks[0]


# Parts that are missing, doubled, unknown or damaged.


@pytest.mark.parametrize(
    ("files", "error"),
    [
        pytest.param({"alt.csv": table(*ALT)}, PartMissingError, id="no main part"),
        pytest.param({"sdn.csv": ""}, EmptyPartError, id="an empty main part"),
        pytest.param({"sdn.csv": "\x1a"}, EmptyPartError, id="a main part with the end mark only"),
        pytest.param({"sdn.csv": table(*MAIN), "alt.csv": ""}, EmptyPartError, id="an empty alias part"),
        pytest.param({"sdn_comments.csv": ""}, PartMissingError, id="nothing but empty comments"),
        pytest.param({"sdn.csv": table(*MAIN), "b": table(*MAIN)}, PartUnknownError, id="two main parts"),
        pytest.param({"sdn.csv": table(*MAIN), "notes.txt": "Dear reader,\nthis is prose."}, PartUnknownError,
                     id="prose"),
        pytest.param({"sdn.csv": "<!DOCTYPE html><html><body>503, try again</body></html>"}, PartUnknownError,
                     id="an error page"),
        pytest.param({"sdn.csv": "1,2,3\r\n4,5,6\r\n"}, PartUnknownError, id="another table"),
        pytest.param({"sdn.csv": "\x00" * 999}, PartUnknownError, id="zeros"),
        pytest.param({"sdn.csv": table(*[main(n, "A") for n in range(200)]) + "\r\nx,y" * 300}, MalformedError,
                     id="mostly garbage after a good beginning"),
    ],
)  # fmt: skip
def test_refusals(files: dict[str, str], error: type[ListError]) -> None:
    with pytest.raises(error) as caught:
        publication(*(part(name, content) for name, content in files.items()))
    assert caught.value.where.file in files


@pytest.mark.parametrize(
    ("damaged", "kept"),
    [
        pytest.param('9,"HALF ROW"', True, id="too few columns"),
        pytest.param(line(*main(9, "LONG ROW")) + ',"more"', True, id="too many columns"),
        pytest.param('9,"OPEN QUOTE', True, id="cut off inside a value"),
        pytest.param('9,"STRAY "QUOTE" INSIDE"' + ",-0- " * 10, True, id="a stray quote"),
        pytest.param(line(*main(9, "x" * 200_000)), True, id="a huge cell"),
        pytest.param('"no number","NAME"' + ",-0- " * 10, False, id="no number"),
        pytest.param("\x00\x00\x00", False, id="zeros"),
        pytest.param("٣" + ',"NAME"' + ",-0- " * 10, False, id="digits of another script"),
    ],
)
def test_a_damaged_row_is_noted_and_kept_if_its_number_can_be_read(damaged: str, kept: bool) -> None:
    content = table(*MAIN).replace("\x1a", damaged + "\r\n\x1a")
    found = publication(part("sdn.csv", content))
    assert [entry.id for entry in found.entries] == ["7", "8", *(["9"] if kept else [])]
    assert [(note.code, note.where.file, note.where.row) for note in found.notes] == [("row-damaged", "sdn.csv", 3)]
    assert not kept or found.entries[2].marks == ("the row of this entry is damaged",)


def test_the_last_item_of_a_row_cut_off_in_its_remarks_is_no_fact() -> None:
    whole = line(*main(9, "ALFA", None, f"DOB 1960; Digital Currency Address - XBT {WALLET}."))
    content = table(*MAIN).replace("\x1a", whole[:-12])
    entry = publication(part("sdn.csv", content)).entries[2]
    assert entry.identifiers == ()
    assert [found.text for found in entry.birth_dates] == ["1960"]


def test_a_missing_end_mark_is_noted() -> None:
    found = publication(part("sdn.csv", table(*MAIN).rstrip("\x1a")))
    assert [note.code for note in found.notes] == ["part-unterminated"]


def test_orphans_and_repetitions_are_noted() -> None:
    parts = (part("sdn.csv", table(*MAIN, SUN)), part("alt.csv", table([99, 1, "aka", "X", None], *ALT)))
    found = publication(*parts, part("add.csv", table([98, 1, None, None, "Peru", None])))
    assert len(found.entries) == 2
    assert [(note.code, note.where.file, note.where.row) for note in found.notes] == [
        ("row-repeated", "sdn.csv", 3),
        ("row-orphaned", "alt.csv", 1),
        ("row-orphaned", "add.csv", 1),
    ]


def test_notes_are_bounded_and_counted() -> None:
    orphans = [[n, n, "aka", "X", None] for n in range(1000, 1500)]
    found = publication(part("sdn.csv", table(SUN)), part("alt.csv", table(*orphans)))
    assert len(found.notes) == 101
    assert found.notes[-1].text == "and 400 further rows of the same kind"
