"""Fetching a publication from its publisher: asked only for what is new, and believed only when whole."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import tenacity

from namesake.errors import DownloadError, Where
from namesake.feeds.files import open_parts
from namesake.feeds.part_names import safe_name
from namesake.feeds.responses import Interrupted, receive, retry_after, settle
from namesake.feeds.routes import follow
from namesake.lists.source import Download
from namesake.ports import DownloadMemory
from namesake.values.downloads import Fetched, Remembered
from namesake.values.entities import Note
from namesake.values.limits import NetworkLimits, UnpackLimits
from namesake.values.versions import Part, PartRef

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Timing:
    """The two dealings with time that a download has; `monotonic` in seconds."""

    monotonic: Callable[[], float]
    sleep: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class HttpFeed:
    """Publishers reached over HTTP."""

    limits: NetworkLimits
    unpack: UnpackLimits
    agent: str
    memory: DownloadMemory
    timing: Timing

    @contextmanager
    def fetch(self, downloads: Sequence[Download], tell: Tell) -> Iterator[Fetched]:
        """The parts of a publication; they can be opened until the context ends.

        A file that the publisher says is unchanged comes from what is kept. An optional file may be absent.
        Raises `DownloadError`, and whatever `open_parts` raises.
        """
        with tempfile.TemporaryDirectory(prefix="namesake-") as folder, self._client() as client:
            parts: list[Part] = []
            remembered: list[Remembered] = []
            notes: list[Note] = []
            for place, download in enumerate(downloads):
                tell(f"fetching {download.part}")
                found = self._fetch_one(client, download, Path(folder) / str(place))
                if found is None:
                    notes.append(Note("part-absent", f"the publisher has no {download.part}"))
                    continue
                parts.extend(found[0])
                remembered.append(found[1])
            yield Fetched(tuple(parts), tuple(remembered), tuple(notes))

    def _client(self) -> httpx.Client:
        limits = self.limits
        timeout = httpx.Timeout(limits.read, connect=limits.connect)
        # Identity: sizes are then those that the server declares. A server that compresses all the same sends
        # gzip, which is recognised when the file is opened.
        headers = {"User-Agent": self.agent, "Accept-Encoding": "identity"}
        return httpx.Client(timeout=timeout, headers=headers, follow_redirects=False)

    def _fetch_one(
        self, client: httpx.Client, download: Download, folder: Path
    ) -> tuple[list[Part], Remembered] | None:
        known = self.memory.recall(download.url)
        kept = self._kept(known)
        folder.mkdir()
        target = folder / safe_name(download.part)
        reply = self._persist(client, download, known if kept else None, target)
        if reply is None:
            return None
        if reply.status_code == httpx.codes.NOT_MODIFIED and known is not None:
            return kept, known
        parts = open_parts([target], self.unpack)
        refs = tuple(PartRef("", part.name, part.sha256, part.size) for part in parts)
        headers = reply.headers
        return parts, Remembered(download.url, headers.get("ETag", ""), headers.get("Last-Modified", ""), refs)

    def _kept(self, known: Remembered | None) -> list[Part]:
        """The parts of last time, or none unless every one of them is still kept."""
        parts = [self.memory.part(ref) for ref in known.parts] if known else []
        return [part for part in parts if part] if all(parts) else []

    def _persist(
        self, client: httpx.Client, download: Download, known: Remembered | None, target: Path
    ) -> httpx.Response | None:
        """Ask until there is an answer, a few times at most. None: there is no such file, and need not be."""
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type((httpx.TransportError, Interrupted)),
            stop=tenacity.stop_after_attempt(self.limits.attempts),
            wait=self._wait,
            sleep=self.timing.sleep,
            reraise=True,
        )
        try:
            return retrying(self._ask, client, download, known, target)
        except (httpx.HTTPError, httpx.InvalidURL, Interrupted) as error:
            said = str(error) or type(error).__name__
            raise DownloadError(f"{said} ({download.url})", where=Where(download.part)) from error

    def _ask(
        self, client: httpx.Client, download: Download, known: Remembered | None, target: Path
    ) -> httpx.Response | None:
        deadline = self.timing.monotonic() + self.limits.total
        with follow(client, download.url, _conditions(known), self.limits) as reply:
            if not settle(reply, download, asked_if_changed=known is not None):
                return None
            if reply.status_code != httpx.codes.NOT_MODIFIED:
                receive(reply, target, self.limits.size, lambda: deadline - self.timing.monotonic())
            return reply

    def _wait(self, state: tenacity.RetryCallState) -> float:
        """The publisher's own Retry-After where there is one, else twice as long every time; bounded."""
        error = state.outcome.exception() if state.outcome else None
        asked = retry_after(error) or self.limits.first_wait * 2 ** (state.attempt_number - 1)
        return min(asked, self.limits.longest_wait)


def _conditions(known: Remembered | None) -> dict[str, str]:
    if known is None:
        return {}
    pairs = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in pairs.items() if value}
