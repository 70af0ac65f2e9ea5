"""Files cut off or with single bytes changed at random places: never a crash, for any format. What is accepted
says what is damaged, and what is refused says so with a code."""

import csv
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from

COLUMNS = ["Full name", "DOB", "Country"]
ROWS = [["Talvek Imran Quoren", "1971-06-05", "Moldova"], ["Талвек Куорен", "1971", "MD"]] + [
    [f"Harmless Person{n}", "1990-01-01", "FR"] for n in range(12)
]


def lines(delimiter: str) -> str:
    return "".join(delimiter.join(row) + "\n" for row in [COLUMNS, *ROWS])


def objects() -> str:
    return "".join(json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n" for row in ROWS)


def ftm() -> str:
    made = [
        {"id": f"x{n}", "schema": "Person", "properties": {"name": [row[0]], "birthDate": [row[1]]}}
        for n, row in enumerate(ROWS)
    ]
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in made)


def workbook(rows: list[list[str]]) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def parquet(rows: list[list[str]]) -> bytes:
    stream = io.BytesIO()
    head, *rest = rows
    pq.write_table(pa.table({name: [row[at] for row in rest] for at, name in enumerate(head)}), stream)
    return stream.getvalue()


INPUTS = {
    "utf8.csv": lines(",").encode(),
    "utf16.csv": lines(";").encode("utf-16"),
    "cp1251.tsv": lines("\t").encode("cp1251"),
    "people.jsonl": objects().encode(),
    "people.ftm.json": ftm().encode(),
    "people.xlsx": workbook([COLUMNS, *ROWS]),
    "people.parquet": parquet([COLUMNS, *ROWS]),
}


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Cut off, bits flipped, bytes replaced, or a piece missing."""
    if dice.random() < 0.3:
        return content[: dice.randrange(len(content))]
    changed = bytearray(content)
    for _ in range(dice.choice((1, 1, 3, 20))):
        at = dice.randrange(len(changed))
        changed[at] = changed[at] ^ (1 << dice.randrange(8)) if dice.random() < 0.5 else dice.randrange(256)
    if dice.random() < 0.1:
        at = dice.randrange(len(changed))
        del changed[at : at + dice.randrange(200)]
    return bytes(changed)


def screened(namesake: Namesake, name: str, content: bytes, folder: Path) -> None:
    """Screen it: either a coded error and nothing written, or every row with a status."""
    path, out = folder / name, folder / "out.csv"
    path.write_bytes(content)
    out.unlink(missing_ok=True)
    result = namesake("screen", path, "--workers", 1, "--out", out, code=(0, 1, 2))
    if "error [" in result.stderr:
        assert result.exit_code == 2
        assert "  next:  " in result.stderr
        assert not out.exists()
        return
    with out.open(encoding="utf-8-sig", newline="") as stream:
        statuses = [row["namesake_status"] for row in csv.DictReader(stream)]
    assert statuses
    assert set(statuses) <= {"clear", "review", "strong", "skipped"}
    assert ("skipped" in statuses) == (result.exit_code == 2)


@pytest.mark.parametrize(("name", "content"), INPUTS.items(), ids=INPUTS)
def test_inputs(namesake: Namesake, tmp_path: Path, name: str, content: bytes) -> None:
    dice = random.Random(f"{name} 1")
    for _ in range(20):
        screened(namesake, name, damaged(content, dice), tmp_path)


@pytest.mark.full
@pytest.mark.parametrize(("name", "content"), INPUTS.items(), ids=INPUTS)
def test_inputs_at_length(namesake: Namesake, tmp_path: Path, name: str, content: bytes) -> None:
    dice = random.Random(f"{name} 2")
    for _ in range(500):
        screened(namesake, name, damaged(content, dice), tmp_path)


# ---- lists: real ones, cut down to a few records, and the invented table in three forms


def first(content: bytes, count: int) -> bytes:
    """The first lines."""
    return b"".join(content.splitlines(keepends=True)[:count])


def records(content: bytes, end: bytes, count: int, rest: bytes) -> bytes:
    """The first records of an XML document, closed again."""
    return end.join(content.split(end)[:count]) + end + rest


def read(path: Path) -> bytes:
    import gzip

    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


LISTS = [
    "ofac csv", "ofac pip", "ofac del", "ofac ff", "ofac xml", "ofac enhanced", "ofac advanced", "un", "eu",
    "conlist", "uksl", "ftm", "nested", "simple",
]  # fmt: skip


def publication(folder: Path, name: str) -> tuple[str, dict[str, bytes]]:
    """A source and the parts of a small publication of it."""
    cons = folder / "ofac/consolidated-csv/2018-05-27"
    exported = folder / "opensanctions/zavod-export-wikidata/2024-03-09T0254"
    if name in ("ofac pip", "ofac del", "ofac ff"):
        ending = name[-3:].strip()
        chosen = {kind: next(cons.glob(f"cons_{kind}.{ending}*")) for kind in ("prim", "alt", "add")}
        return "us_ofac_cons", {f"cons_{kind}.{ending}": first(read(path), 15) for kind, path in chosen.items()}
    if name == "ofac csv":
        return "us_ofac_sdn", {path.name: read(path) for path in (folder / "ofac/sdn-csv/2026-06_excerpt").iterdir()}
    made: dict[str, tuple[str, str, bytes]] = {}
    if name == "ofac xml":
        content = read(folder / "ofac/consolidated-xml/2024-05-06/consolidated.xml")
        made[name] = ("us_ofac_cons", "consolidated.xml", records(content, b"</sdnEntry>", 12, b"</sdnList>"))
    elif name == "ofac enhanced":
        content = read(folder / "ofac/enhanced-xml/2024-05-24_program-YEMEN/yemen_sanctions.xml")
        made[name] = ("us_ofac_sdn", "yemen.xml", content)
    elif name == "ofac advanced":
        content = read(folder / "ofac/sdn-advanced-xml/2024-02-23_excerpt/sdn_advanced_excerpt.xml")
        made[name] = ("us_ofac_sdn", "sdn_advanced.xml", content)
    elif name == "un":
        content = read(folder / "un/consolidated-xml/2024-05-15/consolidated.xml.gz")
        rest = b"</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>"
        made[name] = ("un_sc_sanctions", "consolidated.xml", records(content, b"</INDIVIDUAL>", 8, rest))
    elif name == "eu":
        content = read(folder / "eu/fsf-xml-1.1/2024-05-13/20240513-FULL-1_1.xml.gz")
        made[name] = ("eu_fsf", "full.xml", records(content, b"</sanctionEntity>", 8, b"</export>"))
    elif name == "conlist":
        content = read(folder / "uk/ofsi-conlist-csv/2018-04-13/sanctionsconlist.csv.gz")
        made[name] = ("gb_hmt_sanctions", "sanctionsconlist.csv", first(content, 30))
    elif name == "uksl":
        content = read(folder / "uk/uksl-xml/2026-09-02_excerpt/UK-Sanctions-List_excerpt.xml")
        made[name] = ("gb_fcdo_sanctions", "list.xml", content)
    else:
        part = {"ftm": "entities.ftm.json", "nested": "targets.nested.json", "simple": "targets.simple.csv"}[name]
        made[name] = ("opensanctions", part, first(read(exported / part), 25))
    source, part, content = made[name]
    return source, {part: content}


def tables() -> Iterator[tuple[str, dict[str, bytes]]]:
    """The invented in-house list in every form."""
    mapping = (
        b"[list]\nid = 'watch'\ntitle = 'Watch list'\nowner = 'Office'\nsource = 'Report 17'\nlegal_basis = 'Act'\n"
        b"[columns]\nid = 'Full name'\nname = 'Full name'\nbirthDate = 'DOB'\nnationality = 'Country'\n"
    )
    forms = {"watch.csv": lines(",").encode(), "watch.xlsx": workbook([COLUMNS, *ROWS])}
    forms["watch.parquet"] = parquet([COLUMNS, *ROWS])
    for name, content in forms.items():
        yield name, {name: content, "watch.toml": mapping}


TABLES = dict(tables())


def offered(empty: Namesake, source: str, parts: dict[str, bytes], folder: Path, dice: random.Random) -> str:
    """Damage one part and offer the publication, whatever it takes; what became of it."""
    chosen = dice.choice(sorted(parts))
    paths = []
    for name, content in parts.items():
        (folder / name).write_bytes(damaged(content, dice) if name == chosen else content)
        paths.append(folder / name)
    words = ("lists", "add", source, *paths, "--accept", "whatever it is")
    result = empty(*words, code=(0, 1, 2))
    if result.exit_code:
        assert "error [list-" in result.stderr, result.stderr
        assert "  next:  " in result.stderr
        return "refused"
    return "accepted"


@pytest.mark.parametrize(("name", "parts"), TABLES.items(), ids=TABLES)
def test_tables(empty: Namesake, tmp_path: Path, name: str, parts: dict[str, bytes]) -> None:
    dice = random.Random(f"{name} 3")
    outcomes = {offered(empty, "table", parts, tmp_path, dice) for _ in range(20)}
    assert "refused" in outcomes


@pytest.mark.lists
@pytest.mark.parametrize("name", LISTS)
def test_lists(empty: Namesake, tmp_path: Path, lists_folder: Path, name: str) -> None:
    source, parts = publication(lists_folder, name)
    dice = random.Random(f"{name} 4")
    for _ in range(10):
        offered(empty, source, parts, tmp_path, dice)
    empty("lists", "status")


@pytest.mark.full
@pytest.mark.lists
@pytest.mark.parametrize("name", LISTS)
def test_lists_at_length(empty: Namesake, tmp_path: Path, lists_folder: Path, name: str) -> None:
    source, parts = publication(lists_folder, name)
    dice = random.Random(f"{name} 5")
    for _ in range(200):
        offered(empty, source, parts, tmp_path, dice)


@pytest.mark.lists
@pytest.mark.parametrize("name", LISTS)
def test_a_list_cut_off_is_never_taken_for_whole(
    empty: Namesake, tmp_path: Path, lists_folder: Path, name: str
) -> None:
    """Cut within a record: refused, or accepted with a note on what is damaged."""
    source, parts = publication(lists_folder, name)
    main = max(parts, key=lambda part: len(parts[part]))
    dice = random.Random(f"{name} 6")
    for _ in range(3):
        cut = parts[main][: dice.randrange(len(parts[main]) // 2, len(parts[main]) - 40)].rstrip(b"\r\n")
        for part, content in parts.items():
            (tmp_path / part).write_bytes(cut if part == main else content)
        words = ("lists", "add", source, *[tmp_path / part for part in parts], "--accept", "whatever it is")
        result = empty(*words, "--format", "json", code=(0, 1, 2))
        if result.exit_code == 0:
            codes = [note["code"] for note in json.loads(result.stdout)["version"]["notes"]]
            assert set(codes) & {"part-unterminated", "row-damaged", "row-ragged"}, codes
