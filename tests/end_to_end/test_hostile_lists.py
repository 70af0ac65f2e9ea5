"""Publications made to do harm, offered with `namesake lists add`: each is refused with a code, and what was in
force before stays in force."""

import gzip
import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Namesake = Any  # the fixture's class stands in conftest.py, which is no module to import from
MIB = 1 << 20

UN = b"""<?xml version="1.0" encoding="UTF-8"?>%s
<CONSOLIDATED_LIST dateGenerated="2026-01-02T00:00:00"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>%s
<FIRST_NAME>%s</FIRST_NAME><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS><ENTITIES/>
</CONSOLIDATED_LIST>"""
LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]>"
)


def un(doctype: bytes = b"", more: bytes = b"", name: bytes = b"Nemo") -> bytes:
    return UN % (doctype, more, name)


XML = {
    "entity expansion": (un(LAUGHS, name=b"&a9;"), "list-ma"),
    "external entity": (
        un(b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>", name=b"&e;"),
        "list-markup-forbidden",
    ),
    "external entity over the network": (
        un(b"<!DOCTYPE x [<!ENTITY e SYSTEM 'http://127.0.0.1:9/x'>]>", name=b"&e;"),
        "list-markup-forbidden",
    ),
    "parameter entity": (
        un(b"<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]>"),
        "list-markup-forbidden",
    ),
    "external document type": (un(b"<!DOCTYPE x SYSTEM 'file:///etc/hostname'>"), "list-markup-forbidden"),
    "deep nesting": (un(more=b"<a>" * 100_000 + b"</a>" * 100_000), "list-malformed"),
    "huge attribute": (un(more=b"<a b='" + b"x" * (11 * MIB) + b"'/>"), ""),
    "undeclared entity": (un(name=b"&nobody;"), "list-malformed"),
    "NUL": (un(name=b"Ne\0mo"), "list-malformed"),
    "control character": (un(name=b"Ne\x1bmo"), "list-malformed"),
    "not the encoding it says": (un(name=b"Ne\xe9mo"), "list-malformed"),
    "an encoding that does not exist": (un().replace(b"UTF-8", b"klingon"), "list-malformed"),
    "cut off": (un()[:-60], "list-malformed"),
    "another document": (b"<html><body>Service unavailable</body></html>", "list-part-unknown"),
    "empty": (b"", "list-part-empty"),
    "blank": (b"  \n", ""),
}


@pytest.mark.parametrize(("content", "coded"), XML.values(), ids=XML)
def test_xml(empty: Namesake, tmp_path: Path, content: bytes, coded: str) -> None:
    path = tmp_path / "consolidated.xml"
    path.write_bytes(content)
    result = empty("lists", "add", "un_sc_sanctions", path, "--accept", "even with a reason", code=(0, 1))
    if coded or result.exit_code:
        assert result.exit_code == 1, result.stdout
        assert f"error [{coded}" in result.stderr
        assert "  where: " in result.stderr
        assert "  next:  " in result.stderr
    host = Path("/etc/hostname").read_bytes().strip() if Path("/etc/hostname").exists() else b""
    kept = b"".join(gzip.decompress(p.read_bytes()) for p in empty.home.rglob("entries.jsonl.gz"))
    assert not host or len(host) < 4 or host not in kept


# ---- archives


def bomb(path: Path, size: int = 90 * MIB) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("a.csv", "w") as out,
    ):
        for _ in range(size // MIB):
            out.write(bytes(MIB))


def gzip_bomb(path: Path, size: int = 90 * MIB) -> None:
    with gzip.open(path, "wb", 9) as out:
        for _ in range(size // MIB):
            out.write(bytes(MIB))


def zipped(path: Path, **members: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def many(path: Path) -> None:
    zipped(path, **{f"{n}.csv": b"x" for n in range(2000)})


def twice(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", b"x")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.csv", b"y")


def cut(path: Path) -> None:
    zipped(path, a=b"x" * 999)
    path.write_bytes(path.read_bytes()[:-30])


def lying(path: Path) -> None:
    """Declares a size of one byte for what is longer."""
    zipped(path, **{"a.csv": b"x" * 10_000})
    raw = bytearray(path.read_bytes())
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 1)
    path.write_bytes(bytes(raw))


def nested(path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("consolidated.xml", un())
    zipped(path, **{"inner.zip": inner.getvalue()})


ARCHIVES: dict[str, tuple[str, Callable[[Path], None], int, str]] = {
    "zip bomb": ("x.zip", bomb, 2, "list-oversize"),
    "gzip bomb": ("x.csv.gz", gzip_bomb, 2, "list-oversize"),
    "too many members": ("x.zip", many, 2, "list-oversize"),
    "one name twice": ("x.zip", twice, 2, "list-part-unknown"),
    "a size that lies": ("x.zip", lying, 2, "list-malformed"),
    "an archive in an archive": ("x.zip", nested, 1, "list-"),
    "cut off": ("x.zip", cut, 2, "list-"),
    "no archive at all": ("x.zip", lambda p: (p.write_bytes(b"PK\x03\x04 and no more"), None)[1], 2, "list-malformed"),
    "no gzip at all": ("x.gz", lambda p: (p.write_bytes(b"\x1f\x8b and no more"), None)[1], 2, "list-malformed"),
    "gzip cut off": ("x.gz", lambda p: (p.write_bytes(gzip.compress(un())[:-9]), None)[1], 2, "list-malformed"),
    "an empty archive": ("x.zip", lambda p: zipped(p), 2, "list-part-empty"),
}


@pytest.mark.parametrize(("name", "make", "code", "coded"), ARCHIVES.values(), ids=ARCHIVES)
def test_archives(
    namesake: Namesake, tmp_path: Path, name: str, make: Callable[[Path], None], code: int, coded: str
) -> None:
    make(tmp_path / name)
    result = namesake("lists", "add", "un_sc_sanctions", tmp_path / name, code=code)
    assert f"error [{coded}" in result.stderr
    assert "  where: " in result.stderr
    assert "  next:  " in result.stderr
    assert sum(p.stat().st_size for p in namesake.home.rglob("*") if p.is_file()) < 4 * MIB
    assert list((namesake.home / "staging").glob("*")) == []


@pytest.mark.parametrize(
    "name",
    [
        "../../escaped.csv",
        "/tmp/escaped.csv",
        "..\\..\\escaped.csv",
        "C:\\escaped.csv",
        "a/../../../escaped.csv",
        "x\0.csv",
    ],
)
def test_names_in_archives_lead_nowhere(
    empty: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]], name: str
) -> None:
    table, mapping = watch_list(tmp_path)
    folder = tmp_path / "in" / "side"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "x.zip", "w") as archive:
        archive.writestr(name, table.read_bytes())
        archive.writestr("watch.toml", mapping.read_bytes())
    before = {path for path in tmp_path.rglob("*") if empty.home not in path.parents}
    empty("lists", "add", "table", folder / "x.zip", code=(0, 2))
    outside = {path for path in tmp_path.rglob("*") if empty.home not in path.parents} - before
    assert outside <= {empty.home}
    assert not Path("/tmp/escaped.csv").exists()
    assert all("escaped" not in path.name for path in empty.home.rglob("*"))


# ---- in-house tables


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("Talvek\u202e QUOREN", "Talvek", id="right-to-left override"),
        pytest.param("Tal\u200bvek QU\u2060OREN", "Talvek", id="zero-width"),
        pytest.param("Talvek QUOREN\x1b[31m\x07", "Talvek", id="escape"),
        pytest.param("=HYPERLINK(1)Talvek QUOREN", "Talvek", id="formula"),
        pytest.param("[bold]Talvek[/bold] QUOREN", "Talvek", id="terminal markup"),
        pytest.param("<script>alert(1)</script> Talvek QUOREN", "Talvek", id="script"),
        pytest.param("Tаlvek QUОREN", "Talvek", id="homoglyphs"),
        pytest.param("Talvek QUOREN" + " Imran" * 5000, "", id="huge"),
        pytest.param("\u202e\u200b", "", id="nothing but hidden"),
        pytest.param("\U000e0041\U000e0042 Talvek QUOREN", "Talvek", id="tags"),
    ],
)
def test_names_on_a_list(
    empty: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]], name: str, shown: str
) -> None:
    header = "Ref,Full name,Kind,Other names,Born,Nationality,Passport,IMO,Wallet,Valid until\n"
    row = f'"W-9\u202e","{name}",person,,1980,,,,,never\nW-1,Orrin VELTANI,person,,1980,,,,,never\n'
    files = watch_list(tmp_path, header + row)
    empty("lists", "add", "table", *files)
    outs = [tmp_path / f"out{ending}" for ending in (".csv", ".xlsx", ".html", ".jsonl", ".parquet")]
    (tmp_path / "in.csv").write_text("Name\nTalvek Quoren\nOrrin Veltani\n", "utf-8")
    found = empty("screen", tmp_path / "in.csv", code=1).stdout
    empty("screen", tmp_path / "in.csv", *[word for out in outs for word in ("-o", out)], code=1)
    found += empty("lookup", "Talvek Quoren", "--birth-date", "1980", code=1 if shown else (0, 1)).stdout
    found += empty("lists", "show", "table@watch", "W-9").stdout
    found += empty("lists", "show", "table@watch").stdout
    assert not set(found) & set("\x1b\x07\u202e\u200b\u2060\U000e0041"), "nothing steers the terminal"
    assert "<script>alert" not in (tmp_path / "out.html").read_text("utf-8").lower()
    json.loads(empty("lookup", "Orrin Veltani", "--format", "json", code=1).stdout)


@pytest.mark.parametrize(
    "mapping",
    [
        pytest.param("x = [" * 5000, id="deep"),
        pytest.param("[list]\nid = '../../x'\ntitle='t'\nowner='o'\n[columns]\nid='Ref'\nname='Full name'", id="id"),
        pytest.param("\ufeff[list", id="no TOML"),
        pytest.param("[list]\nid='a'\ntitle='t'\nowner='o'\n[columns]\nid='Ref'\nname='Nome'", id="no such column"),
        pytest.param("", id="empty"),
    ],
)
def test_mappings(empty: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]], mapping: str) -> None:
    files = watch_list(tmp_path, mapping=mapping)
    result = empty("lists", "add", "table", *files, code=(1, 2))
    assert "error [list-" in result.stderr
    assert not (empty.home / "lists" / "table" / "watch").exists()


def test_what_is_refused_leaves_the_good_one(namesake: Namesake, tmp_path: Path) -> None:
    (tmp_path / "watch.csv").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "watch.toml").write_text("[list]\nid='watch'\n", "utf-8")
    before = namesake.found("lists", "status")
    namesake("lists", "add", "table", tmp_path / "watch.csv", tmp_path / "watch.toml", code=(1, 2))
    after = namesake.found("lists", "status")
    chosen = [next(item for item in told["lists"] if item["reference"] == "table@watch") for told in (before, after)]
    assert chosen[0]["version"] == chosen[1]["version"]
    namesake("lookup", "Talvek Quoren", code=1)


def test_two_at_once(empty: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]]) -> None:
    """Both processes come to an end, one version is kept, and it is whole."""
    files = watch_list(tmp_path)
    started = [empty.start("lists", "add", "table", *files) for _ in range(3)]
    ended = [process.communicate(timeout=60) for process in started]
    assert all("Traceback" not in said for _, said in ended)
    assert [process.returncode for process in started].count(0) >= 1
    assert all(
        process.returncode == 0 or "[home-unusable]" in said[1] for process, said in zip(started, ended, strict=True)
    )
    told = empty.found("lists", "show", "table@watch")
    assert [version["entries"] for version in told["versions"]] == [5]
    empty("lookup", "Talvek Quoren", code=1)


def test_two_lists_at_once(empty: Namesake, tmp_path: Path, watch_list: Callable[..., tuple[Path, Path]]) -> None:
    started = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        table, mapping = watch_list(tmp_path / name)
        mapping.write_text(mapping.read_text("utf-8").replace('"watch"', f'"{name}"'), "utf-8")
        started.append(empty.start("lists", "add", "table", table, mapping))
    assert [process.wait(timeout=60) for process in started] == [0, 0]
    for process in started:
        process.communicate()
    found = [item["reference"] for item in empty.found("lists", "status")["lists"] if item["version"]]
    assert sorted(found) == ["table@one", "table@two"]
    assert list((empty.home / "staging").iterdir()) == []
