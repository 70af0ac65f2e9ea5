"""Fetching from a publisher whose server misbehaves."""

import base64
import gzip
import hashlib
import io
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from namesake.errors import DownloadError, MalformedError, NamesakeError, OversizeError
from namesake.feeds.downloads import HttpFeed, Timing
from namesake.lists.source import Download
from namesake.values.downloads import Fetched, Remembered
from namesake.values.limits import NetworkLimits, UnpackLimits
from namesake.values.versions import Part, PartRef

CONTENT = b"1,ONE\r\n2,TWO\r\n"
LIMITS = NetworkLimits(connect=2, read=0.3, total=1.0, attempts=3, size=10_000, plain_hosts=("localhost", "127.0.0.1"))


@dataclass
class Memory:
    """A memory of downloads that forgets with the test."""

    answers: dict[str, Remembered] = field(default_factory=dict)
    contents: dict[str, Part] = field(default_factory=dict)

    def recall(self, url: str) -> Remembered | None:
        return self.answers.get(url)

    def remember(self, remembered: Remembered) -> None:
        self.answers[remembered.url] = remembered

    def part(self, ref: PartRef) -> Part | None:
        return self.contents.get(ref.sha256)


def read(part: Part) -> bytes:
    with part.open() as stream:
        return stream.read()


class Fetcher:
    """A feed with its server, and the waits that it asked for."""

    def __init__(self, server: HTTPServer) -> None:
        self.server = server
        self.memory = Memory()
        self.waits: list[float] = []
        self.limits = LIMITS

    def url(self, path: str = "/list.csv") -> str:
        return self.server.url_for(path)

    def fetch(self, *downloads: Download) -> tuple[Fetched, list[bytes]]:
        timing = Timing(time.monotonic, self.waits.append)
        feed = HttpFeed(self.limits, UnpackLimits(), "namesake/test", self.memory, timing)
        asked = downloads or (Download("list.csv", self.url()),)
        with feed.fetch(asked, lambda _text: None) as fetched:
            return fetched, [read(part) for part in fetched.parts]

    def failure(self, error: type[NamesakeError], *downloads: Download) -> NamesakeError:
        with pytest.raises(error) as caught:
            self.fetch(*downloads)
        return caught.value


@pytest.fixture
def fetcher(httpserver: HTTPServer) -> Fetcher:
    return Fetcher(httpserver)


def asked(fetcher: Fetcher) -> int:
    return len(fetcher.server.log)


def test_a_file_is_fetched_under_its_part_name(fetcher: Fetcher) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(CONTENT, headers={"ETag": '"1"'})
    fetched, contents = fetcher.fetch()
    assert contents == [CONTENT]
    assert [part.name for part in fetched.parts] == ["list.csv"]
    ref = PartRef("", "list.csv", hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))
    assert fetched.remembered == (Remembered(fetcher.url(), '"1"', "", (ref,)),)
    assert fetcher.server.log[0][0].headers["User-Agent"] == "namesake/test"


def test_gzip_is_unpacked_whoever_compressed_it(fetcher: Fetcher) -> None:
    packed = gzip.compress(CONTENT)
    fetcher.server.expect_request("/list.csv").respond_with_data(packed, headers={"Content-Encoding": "gzip"})
    assert fetcher.fetch()[1] == [CONTENT]


def known(fetcher: Fetcher) -> Remembered:
    ref = PartRef("", "list.csv", "ab" * 32, 3)
    found = Remembered(fetcher.url(), '"1"', "Mon, 06 May 2024 10:00:00 GMT", (ref,))
    fetcher.memory.remember(found)
    return found


def test_an_unchanged_file_comes_from_what_is_kept(fetcher: Fetcher) -> None:
    before = known(fetcher)
    fetcher.memory.contents["ab" * 32] = Part("list.csv", "ab" * 32, 3, lambda: io.BytesIO(b"old"))
    fetcher.server.expect_request(
        "/list.csv", headers={"If-None-Match": '"1"', "If-Modified-Since": before.last_modified}
    ).respond_with_data(b"", status=304)
    fetched, contents = fetcher.fetch()
    assert contents == [b"old"]
    assert fetched.remembered == (before,)


def test_nothing_is_spared_when_the_parts_are_gone(fetcher: Fetcher) -> None:
    known(fetcher)
    fetcher.server.expect_request("/list.csv").respond_with_data(CONTENT)
    assert fetcher.fetch()[1] == [CONTENT]
    assert "If-None-Match" not in fetcher.server.log[0][0].headers


def test_unasked_not_modified_is_a_failure(fetcher: Fetcher) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(b"", status=304)
    assert "304" in fetcher.failure(DownloadError).what


@pytest.mark.parametrize("status", [500, 502, 503, 429, 408])
def test_a_passing_failure_is_tried_again(fetcher: Fetcher, status: int) -> None:
    fetcher.server.expect_ordered_request("/list.csv").respond_with_data(b"no", status=status)
    fetcher.server.expect_ordered_request("/list.csv").respond_with_data(CONTENT)
    assert fetcher.fetch()[1] == [CONTENT]
    assert fetcher.waits == [1.0]


def test_waits_grow_and_end(fetcher: Fetcher) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(b"no", status=500)
    error = fetcher.failure(DownloadError)
    assert "500" in error.what
    assert error.where.file == "list.csv"
    assert fetcher.waits == [1.0, 2.0]
    assert asked(fetcher) == 3


@pytest.mark.parametrize(
    ("said", "waited"),
    [
        pytest.param("7", 7.0, id="seconds"),
        pytest.param("86400", 60.0, id="longer than we wait"),
        pytest.param("Wed, 21 Oct 2015 07:28:00 GMT", 1.0, id="a date: our own back-off"),
        pytest.param("-5", 1.0, id="nonsense"),
    ],
)
def test_retry_after(fetcher: Fetcher, said: str, waited: float) -> None:
    headers = {"Retry-After": said}
    fetcher.server.expect_ordered_request("/list.csv").respond_with_data(b"", status=503, headers=headers)
    fetcher.server.expect_ordered_request("/list.csv").respond_with_data(CONTENT)
    fetcher.fetch()
    assert fetcher.waits == [waited]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_lasting_failure_is_not_tried_again(fetcher: Fetcher, status: int) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(b"no", status=status)
    assert str(status) in fetcher.failure(DownloadError).what
    assert asked(fetcher) == 1


def test_an_optional_file_may_be_absent(fetcher: Fetcher) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(CONTENT)
    fetcher.server.expect_request("/more.csv").respond_with_data(b"", status=404)
    more = Download("more.csv", fetcher.url("/more.csv"), optional=True)
    fetched, contents = fetcher.fetch(Download("list.csv", fetcher.url()), more)
    assert contents == [CONTENT]
    assert [note.code for note in fetched.notes] == ["part-absent"]


def cut_off(_request: Request) -> Response:
    # An iterator, or the server would correct the length.
    return Response(iter([CONTENT[:5]]), headers={"Content-Length": str(len(CONTENT))})


def silent(_request: Request) -> Response:
    time.sleep(0.6)
    return Response(CONTENT)


def dripping(_request: Request) -> Response:
    def drops() -> Iterator[bytes]:
        for _ in range(20):
            time.sleep(0.05)
            yield b"x" * 10

    return Response(drops())


@pytest.mark.parametrize("bad", [cut_off, silent, dripping])
def test_a_slow_or_short_answer_is_tried_again_and_then_given_up(fetcher: Fetcher, bad: object) -> None:
    fetcher.limits = replace(LIMITS, attempts=2, total=0.4)
    fetcher.server.expect_request("/list.csv").respond_with_handler(bad)  # type: ignore[arg-type]  # one of the three above
    fetcher.failure(DownloadError)
    assert fetcher.waits == [1.0]


def test_a_short_answer_and_then_a_whole_one(fetcher: Fetcher) -> None:
    fetcher.server.expect_ordered_request("/list.csv").respond_with_handler(cut_off)
    fetcher.server.expect_ordered_request("/list.csv").respond_with_data(CONTENT)
    assert fetcher.fetch()[1] == [CONTENT]


def test_nobody_listens(fetcher: Fetcher) -> None:
    url = "http://127.0.0.1:9/list.csv"
    error = fetcher.failure(DownloadError, Download("list.csv", url))
    assert url in error.what
    assert fetcher.waits == [1.0, 2.0]


def endless(_request: Request) -> Response:
    def chunks() -> Iterator[bytes]:
        while True:
            yield b"x" * 4096

    return Response(chunks())


def huge(_request: Request) -> Response:
    return Response(b"x" * 20_000)


@pytest.mark.parametrize("bad", [endless, huge])
def test_a_file_larger_than_the_limit(fetcher: Fetcher, bad: object) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_handler(bad)  # type: ignore[arg-type]  # one of the two above
    fetcher.failure(OversizeError)
    assert asked(fetcher) == 1


def test_a_bomb_behind_a_small_download(fetcher: Fetcher) -> None:
    packed = gzip.compress(CONTENT)[:-3]
    fetcher.server.expect_request("/list.csv").respond_with_data(packed)
    fetcher.failure(MalformedError)


def digest(algorithm: str, content: bytes) -> str:
    return base64.b64encode(hashlib.new(algorithm, content).digest()).decode()


@pytest.mark.parametrize(
    ("header", "prefix", "suffix", "algorithm"),
    [
        pytest.param("Repr-Digest", "sha-256=:", ":", "sha256", id="RFC 9530"),
        pytest.param("Content-Digest", "unknown=:AA==:, sha-512=:", ":", "sha512", id="the second of two"),
        pytest.param("Digest", "SHA-256=", "", "sha256", id="RFC 3230"),
        pytest.param("Content-MD5", "", "", "md5", id="MD5"),
        pytest.param("X-Goog-Hash", "crc32c=AAAAAA==,md5=", "", "md5", id="a cloud's"),
        pytest.param("X-Amz-Checksum-Sha256", "", "", "sha256", id="another cloud's"),
    ],
)
def test_checksums(fetcher: Fetcher, header: str, prefix: str, suffix: str, algorithm: str) -> None:
    for path, content in (("/good", CONTENT), ("/bad", b"other")):
        value = f"{prefix}{digest(algorithm, content)}{suffix}"
        fetcher.server.expect_request(path).respond_with_data(CONTENT, headers={header: value})
    assert fetcher.fetch(Download("list.csv", fetcher.url("/good")))[1] == [CONTENT]
    assert "checksum" in fetcher.failure(DownloadError, Download("list.csv", fetcher.url("/bad"))).what


def test_redirects_are_followed(fetcher: Fetcher) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(b"", 302, headers={"Location": "/there.csv"})
    fetcher.server.expect_request("/there.csv").respond_with_data(CONTENT)
    assert fetcher.fetch()[1] == [CONTENT]


def test_redirects_without_end(fetcher: Fetcher) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(b"", 302, headers={"Location": "/list.csv"})
    assert "redirects" in fetcher.failure(DownloadError).what
    assert asked(fetcher) == 6


@pytest.mark.parametrize(
    "location", ["http://example.com/list.csv", "ftp://example.com/list.csv", "file:///etc/passwd"]
)
def test_redirects_to_a_worse_place(fetcher: Fetcher, location: str) -> None:
    fetcher.server.expect_request("/list.csv").respond_with_data(b"", 302, headers={"Location": location})
    assert "not encrypted" in fetcher.failure(DownloadError).what
    assert asked(fetcher) == 1


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://example.com/list.csv", id="not encrypted"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("https://exa mple.com/", id="no address"),
        pytest.param("", id="nothing"),
    ],
)
def test_addresses_that_are_not_asked(fetcher: Fetcher, url: str) -> None:
    fetcher.failure(DownloadError, Download("list.csv", url))
    assert asked(fetcher) == 0


def test_plain_http_is_refused_unless_the_host_is_named(fetcher: Fetcher) -> None:
    fetcher.limits = replace(LIMITS, plain_hosts=())
    fetcher.server.expect_request("/list.csv").respond_with_data(CONTENT)
    fetcher.failure(DownloadError)
    assert asked(fetcher) == 0
