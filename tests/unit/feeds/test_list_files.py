"""Files become parts, and hostile ones become coded errors."""

import gzip
import hashlib
import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from namesake.errors import (
    EmptyPartError,
    MalformedError,
    NamesakeError,
    OversizeError,
    PartUnknownError,
    UnreadableError,
)
from namesake.feeds.files import open_parts
from namesake.feeds.part_names import safe_name
from namesake.values.limits import UnpackLimits
from namesake.values.versions import Part

CONTENT = b"1,ONE\r\n2,TWO\r\n" * 50
LIMITS = UnpackLimits(total=1_000_000, ratio=200, ratio_from=100_000, members=5)


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def read(part: Part) -> bytes:
    with part.open() as stream:
        return stream.read()


@pytest.mark.parametrize(
    ("file", "content", "names"),
    [
        pytest.param("sdn.csv", CONTENT, ["sdn.csv"], id="plain"),
        pytest.param("sdn.csv.gz", gzip.compress(CONTENT), ["sdn.csv"], id="gzip"),
        pytest.param("SDN.CSV.GZ", gzip.compress(CONTENT), ["SDN.CSV"], id="gzip in capitals"),
        pytest.param("sdn.csv", gzip.compress(CONTENT), ["sdn.csv"], id="gzip under a plain name"),
        pytest.param("list.gz", CONTENT, ["list.gz"], id="plain under a gzip name"),
        pytest.param("all.bin", zipped(("sdn.csv", CONTENT)), ["sdn.csv"], id="zip under another name"),
        pytest.param("a.zip", zipped(("x/sdn.csv", CONTENT), ("x/alt.csv", CONTENT)), ["sdn.csv", "alt.csv"], id="two"),
        pytest.param(
            "a.zip",
            zipped(("sdn.csv", CONTENT), ("__MACOSX/._sdn.csv", b"x"), (".DS_Store", b"x")),
            ["sdn.csv"],
            id="a Macintosh's bookkeeping",
        ),
        pytest.param("a.zip", zipped(("sdn.csv", CONTENT), method=zipfile.ZIP_STORED), ["sdn.csv"], id="stored"),
    ],
)
def test_parts_are_unpacked_and_hashed(tmp_path: Path, file: str, content: bytes, names: list[str]) -> None:
    (tmp_path / file).write_bytes(content)
    parts = open_parts([tmp_path / file], LIMITS)
    assert [part.name for part in parts] == names
    for part in parts:
        assert read(part) == CONTENT
        assert read(part) == CONTENT, "a part can be opened again"
        assert (part.size, part.sha256) == (len(CONTENT), hashlib.sha256(CONTENT).hexdigest())


def test_an_archive_in_an_archive_stays_closed(tmp_path: Path) -> None:
    inner = zipped(("sdn.csv", CONTENT))
    (tmp_path / "a.zip").write_bytes(zipped(("inner.zip", inner)))
    (part,) = open_parts([tmp_path / "a.zip"], LIMITS)
    assert (part.name, read(part)) == ("inner.zip", inner)


def test_a_workbook_is_one_part(tmp_path: Path) -> None:
    book = zipped(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"))
    (tmp_path / "list.xlsx").write_bytes(book)
    (part,) = open_parts([tmp_path / "list.xlsx"], LIMITS)
    assert (part.name, read(part)) == ("list.xlsx", book)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        pytest.param("sdn.csv", "sdn.csv", id="plain"),
        pytest.param("../../etc/passwd", "passwd", id="upwards"),
        pytest.param("/etc/passwd", "passwd", id="absolute"),
        pytest.param("C:\\lists\\..\\sdn.csv", "sdn.csv", id="backslashes"),
        pytest.param("a\x00b\x1b[31m\n.csv", "ab[31m.csv", id="control characters"),
        pytest.param("sdn\u202evsc.exe", "sdnvsc.exe", id="turned round"),
        pytest.param("..", "unnamed", id="dots"),
        pytest.param("/", "unnamed", id="nothing"),
        pytest.param("x" * 500 + ".csv", "x" * 116 + ".csv", id="long"),
        pytest.param("list\udcff.csv", "list.csv", id="surrogate"),
    ],
)
def test_names_are_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_archive_paths_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.zip").write_bytes(zipped(("../escaped.csv", CONTENT), ("/absolute.csv", CONTENT)))
    assert [part.name for part in open_parts([folder / "a.zip"], LIMITS)] == ["escaped.csv", "absolute.csv"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.zip"]


def flip(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]


def encrypted() -> bytes:
    content = bytearray(zipped(("sdn.csv", CONTENT)))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(magic) + offset
        content[place] |= 1
    return bytes(content)


def lying_directory() -> bytes:
    content = bytearray(zipped(("sdn.csv", CONTENT)))
    struct.pack_into("<I", content, content.rindex(b"PK\x05\x06") + 12, 0xFFFFFFF0)
    return bytes(content)


GZIP = gzip.compress(CONTENT)
ZIP = zipped(("sdn.csv", CONTENT))
BOMB = b"\0" * 900_000


@pytest.mark.parametrize(
    ("file", "content", "error"),
    [
        pytest.param("a.gz", GZIP[:-20], MalformedError, id="gzip cut off"),
        pytest.param("a.gz", flip(GZIP, len(GZIP) - 6), MalformedError, id="gzip bit flipped in the checksum"),
        pytest.param("a.gz", flip(GZIP, 20), MalformedError, id="gzip bit flipped in the data"),
        pytest.param("a.gz", GZIP + b"rubbish", MalformedError, id="rubbish after the gzip"),
        pytest.param("a.zip", ZIP[:-30], MalformedError, id="zip cut off"),
        pytest.param("a.zip", flip(ZIP, 45), MalformedError, id="zip bit flipped in the data"),
        pytest.param("a.zip", flip(ZIP, 0), None, id="no zip any more: a plain file"),
        pytest.param("a.zip", encrypted(), MalformedError, id="zip encrypted"),
        pytest.param("a.zip", zipped(("a.csv", CONTENT), method=zipfile.ZIP_LZMA), MalformedError, id="zip with LZMA"),
        pytest.param("a.zip", lying_directory(), OversizeError, id="zip with a giant table of contents"),
        pytest.param("a.zip", zipped(), EmptyPartError, id="zip with nothing"),
        pytest.param(
            "a.zip", zipped(("x/a.csv", CONTENT), ("y/a.csv", CONTENT)), PartUnknownError, id="one name twice"
        ),
        pytest.param("a.gz", gzip.compress(BOMB), OversizeError, id="gzip bomb by ratio"),
        pytest.param("a.gz", gzip.compress(os.urandom(1_100_000)), OversizeError, id="gzip too large"),
        pytest.param("a.csv", os.urandom(1_100_000), OversizeError, id="plain too large"),
        pytest.param("a.zip", zipped(("a.csv", BOMB)), OversizeError, id="zip bomb by ratio"),
        pytest.param(
            "a.zip",
            zipped(*((f"{n}.csv", os.urandom(300_000)) for n in range(4))),
            OversizeError,
            id="zip too large altogether",
        ),
        pytest.param("a.zip", zipped(*((f"{n}.csv", b"x") for n in range(6))), OversizeError, id="zip of many files"),
        pytest.param("a.xlsx", zipped(("[Content_Types].xml", BOMB)), OversizeError, id="a workbook that is a bomb"),
    ],
)
def test_hostile_files(tmp_path: Path, file: str, content: bytes, error: type[NamesakeError] | None) -> None:
    (tmp_path / file).write_bytes(content)
    if error is None:
        assert read(open_parts([tmp_path / file], LIMITS)[0]) == content
        return
    with pytest.raises(error) as caught:
        open_parts([tmp_path / file], LIMITS)
    assert caught.value.where.file


def test_the_limit_counts_all_files_together(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(os.urandom(600_000))
    assert len(open_parts([tmp_path / "a.csv"], LIMITS)) == 1
    with pytest.raises(OversizeError):
        open_parts([tmp_path / "a.csv", tmp_path / "b.csv"], LIMITS)


def make_nothing(path: Path) -> None:
    assert not path.exists()


def make_folder(path: Path) -> None:
    path.mkdir()


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(make_nothing, id="missing"),
        pytest.param(make_folder, id="a folder"),
        pytest.param(make_fifo, id="a FIFO"),
        pytest.param(make_loop, id="a link to itself"),
    ],
)
def test_what_is_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "sdn.csv"
    make(path)
    with pytest.raises(UnreadableError) as caught:
        open_parts([path], LIMITS)
    assert caught.value.where.file == str(path)


def test_a_device_is_no_file() -> None:
    with pytest.raises(UnreadableError):
        open_parts([Path("/dev/zero")], LIMITS)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sdn.csv"
    path.write_bytes(CONTENT)

    def refuse(*_args: object) -> int:
        # The tests may run as root, whom no mode of a file keeps out.
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnreadableError, match="Permission denied"):
        open_parts([path], LIMITS)
