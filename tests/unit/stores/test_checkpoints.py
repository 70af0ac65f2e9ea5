"""Checkpoints in files, signed and unsigned."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url

from namesake.errors import CheckpointError, SigningKeyError
from namesake.record.checkpoints import Seen, read, signed, trusted, written
from namesake.stores.checkpoints import CheckpointFiles, place_in
from namesake.stores.signing import check, make_key, signer
from namesake.values.events import Checkpoint

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
POINT = Checkpoint(7, "a" * 64, T0)
NEVER = Checkpoint(8, "b" * 64, T0)


def test_a_line_is_read_as_it_was_written() -> None:
    point = Checkpoint(7, "a" * 64, T0, "ab", "cd")
    assert read(written(point)) == point


@pytest.mark.parametrize(
    "line",
    ["", "{}", "[]", "null", "{", written(POINT)[:-1], written(POINT).replace("/1", "/2"),
     written(POINT).replace("7", '"7"'), written(POINT).replace(":7,", ":0,"), written(POINT).replace("+00:00", ""),
     written(POINT).replace("number", "numbers")],
)  # fmt: skip
def test_what_is_no_checkpoint(line: str) -> None:
    assert read(line) is None


def test_every_place_has_all_of_them_in_order(tmp_path: Path) -> None:
    files = CheckpointFiles([tmp_path / "a", tmp_path / "deep" / "down" / "b"])
    assert files.read() == ([], [])
    files.keep(POINT)
    files.keep(NEVER)
    seen, doubts = files.read()
    assert seen == [Seen(str(place), point) for place in files.places for point in (POINT, NEVER)]
    assert doubts == []


def test_a_torn_line_spoils_no_later_one(tmp_path: Path) -> None:
    place = tmp_path / "a"
    place.write_text(written(POINT) + "\n" + written(POINT)[:30])
    files = CheckpointFiles([place])
    files.keep(NEVER)
    seen, doubts = files.read()
    assert [one.checkpoint for one in seen] == [POINT, NEVER]
    assert doubts == [f"{place}: line 2 is no checkpoint"]


def test_a_place_that_cannot_be_written_keeps_no_other_from_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    files = CheckpointFiles([tmp_path / "file" / "a", tmp_path / "b"])
    with pytest.raises(CheckpointError, match="cannot be written"):
        files.keep(POINT)
    assert [one.place for one in files.read()[0]] == [str(tmp_path / "b")]


def test_more_files_are_read_and_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(written(POINT).encode() + b"\n\xff\xfe\n\n" + b"x" * 10_000)
    files = CheckpointFiles([tmp_path / "a"])
    seen, doubts = files.read([tmp_path / "other"])
    assert [one.checkpoint for one in seen] == [POINT]
    assert doubts[0].endswith("line 2 is no checkpoint")
    with pytest.raises(CheckpointError, match="no such file"):
        files.read([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("postgresql://a:secret@h/d", "postgresql://a:other@h/d", True),
        ("postgresql://a@h/d", "postgresql://a@h/e", False),
        ("postgresql://a@h/d", "postgresql://a@i/d", False),
        ("sqlite:////srv/a.db", "sqlite:////srv/b/a.db", False),
        ("sqlite:////srv/../x/%2e%2e.db", "sqlite:////srv/../x/%2e%2e.db", True),
    ],
)
def test_each_store_has_a_file_of_its_own_in_a_shared_folder(tmp_path: Path, one: str, other: str, same: bool) -> None:
    first, second = (place_in(tmp_path, make_url(url)) for url in (one, other))
    assert (first == second) is same
    assert first.parent == tmp_path
    assert "secret" not in first.name


def test_signed_with_a_key(tmp_path: Path) -> None:
    public = make_key(tmp_path / "key.pem")
    assert (tmp_path / "key.pem").stat().st_mode & 0o777 == 0o600
    made = CheckpointFiles([tmp_path / "a"], signer(tmp_path / "key.pem")).keep(POINT)
    assert made.key == public
    assert check(public, made.signature, signed(made))
    assert not check(public, made.signature, signed(NEVER))
    assert not check(public, "00", signed(made))
    assert not check("zz", made.signature, signed(made))
    other = make_key(tmp_path / "other.pem")
    assert not check(other, made.signature, signed(made))


def test_which_checkpoints_count(tmp_path: Path) -> None:
    mine = make_key(tmp_path / "mine.pem")
    good = CheckpointFiles([], signer(tmp_path / "mine.pem")).keep(POINT)
    plain = Seen("a", POINT)
    forged = Seen("a", Checkpoint(8, "c" * 64, T0, good.signature, good.key))
    seen = [plain, Seen("a", good), forged]
    counting, faults = trusted(seen, [], check)
    assert counting == [plain, Seen("a", good)]
    assert [fault.number for fault in faults] == [8]
    assert trusted(seen, [mine], check)[0] == [Seen("a", good)]
    assert trusted(seen, ["0" * 64], check)[0] == []


@pytest.mark.parametrize("content", ["", "nonsense", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_file_that_holds_no_key(tmp_path: Path, content: str) -> None:
    (tmp_path / "key.pem").write_text(content)
    with pytest.raises(SigningKeyError, match="no private key"):
        signer(tmp_path / "key.pem")(b"x")
    with pytest.raises(SigningKeyError):
        make_key(tmp_path / "key.pem")


def test_a_key_of_another_kind(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    text = X25519PrivateKey.generate().private_bytes(
        forms.Encoding.PEM, forms.PrivateFormat.PKCS8, forms.NoEncryption()
    )
    (tmp_path / "key.pem").write_bytes(text)
    with pytest.raises(SigningKeyError, match="not of the kind Ed25519"):
        signer(tmp_path / "key.pem")(b"x")
