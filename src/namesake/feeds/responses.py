"""An answer becomes a file: whole, no larger than allowed, and with the checksum that was promised."""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

from namesake.errors import DownloadError, OversizeError, Where
from namesake.lists.source import Download
from namesake.values.limits import MIB

ALGORITHMS = {"sha-256": "sha256", "sha256": "sha256", "sha-512": "sha512", "md5": "md5"}
"""Digests as headers call them (RFC 9530, RFC 3230, and two clouds' own) and as Python does."""


class Interrupted(Exception):  # noqa: N818 - it interrupts an attempt and never leaves this room
    """An attempt that failed in a way that another may not; `wait` is what the publisher asked for."""

    def __init__(self, what: str, wait: float = 0.0) -> None:
        super().__init__(what)
        self.wait = wait


def retry_after(error: BaseException | None) -> float:
    """The seconds that a publisher asked us to wait, or 0."""
    return error.wait if isinstance(error, Interrupted) else 0.0


def settle(reply: httpx.Response, download: Download, *, asked_if_changed: bool) -> bool:
    """Whether there is something to receive, or nothing new; False for an optional file that is absent.

    Raises `Interrupted` where another attempt is worth while, else `DownloadError`.
    """
    status = reply.status_code
    if status == httpx.codes.OK or (status == httpx.codes.NOT_MODIFIED and asked_if_changed):
        return True
    if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE) and download.optional:
        return False
    said = f"the server answered {status} {reply.reason_phrase}"
    if status >= 500 or status in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.REQUEST_TIMEOUT):
        raise Interrupted(said, _seconds(reply.headers.get("Retry-After", "")))
    raise DownloadError(f"{said} ({download.url})", where=Where(download.part))


def receive(reply: httpx.Response, target: Path, most: int, time_left: Callable[[], float]) -> None:
    """Write the body to a file. `most` in bytes, `time_left` in seconds.

    Raises `Interrupted` (cut off, too slow, wrong checksum) or `OversizeError`.
    """
    promised = _promised(reply.headers)
    digests = {name: hashlib.new(name, usedforsecurity=False) for name in promised}
    declared = _number(reply.headers.get("Content-Length", ""))
    if declared is not None and declared > most:
        raise _oversize(target, most)
    size = 0
    with target.open("wb") as stream:
        for chunk in reply.iter_raw(MIB):
            size += len(chunk)
            if size > most:
                raise _oversize(target, most)
            if time_left() < 0:
                raise Interrupted("the download took too long")
            stream.write(chunk)
            for digest in digests.values():
                digest.update(chunk)
    if declared is not None and size != declared:
        raise Interrupted(f"cut off: {size:,} of {declared:,} bytes arrived")
    for name, value in promised.items():
        if digests[name].digest() != value:
            raise Interrupted(f"the {name} checksum is not the one that the publisher gives")


def _oversize(target: Path, most: int) -> OversizeError:
    return OversizeError(f"the file has more than {most // MIB:,} MiB", where=Where(target.name))


def _seconds(text: str) -> float:
    # The other form of Retry-After, a date, is rare; our own back-off serves as well then.
    return float(_number(text) or 0)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None


def _promised(headers: httpx.Headers) -> dict[str, bytes]:
    """The checksums of the body as it is sent, by Python's names of the algorithms."""
    found: dict[str, bytes] = {}
    for name, value in _claims(headers):
        try:
            found[ALGORITHMS[name]] = base64.b64decode(value.strip(":"), validate=True)
        except (KeyError, binascii.Error):
            continue  # an algorithm or a spelling that we do not know promises nothing
    return found


def _claims(headers: httpx.Headers) -> Iterator[tuple[str, str]]:
    for header in ("Content-Digest", "Repr-Digest", "Digest", "X-Goog-Hash"):
        for item in headers.get(header, "").split(","):
            name, equals, value = item.strip().partition("=")
            if equals:
                yield name.lower(), value
    if value := headers.get("Content-MD5", ""):
        yield "md5", value
    if value := headers.get("X-Amz-Checksum-Sha256", ""):
        yield "sha256", value
