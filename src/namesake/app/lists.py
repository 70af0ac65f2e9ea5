"""The use cases of lists: add, update, status, show, diff."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from namesake.app.drafts import Asked
from namesake.app.offers import Desk, Offer
from namesake.errors import (
    DownloadError,
    EntryUnknownError,
    SourceBrokenError,
    UnknownSourceError,
    VersionUnknownError,
    Where,
)
from namesake.lists.delta import Delta, Edition, delta
from namesake.lists.source import Download, ListSource, SourceFacts
from namesake.ports import Clock, DownloadMemory, ListStore
from namesake.values.downloads import Fetched
from namesake.values.entities import ListEntry
from namesake.values.versions import ListVersion, Part

Tell = Callable[[str], None]
"""Hears what is being done, for a person who waits."""


class Feed(Protocol):
    """Fetches publications."""

    def fetch(self, downloads: Sequence[Download], tell: Tell) -> AbstractContextManager[Fetched]:
        """The parts, which can be opened until the context ends. Raises `DownloadError`."""
        ...


class Reach(Protocol):
    """Remembers since when the publisher of a source could not be reached."""

    def failed(self, source: str, at: datetime) -> None:
        """It could not be reached."""
        ...

    def reached(self, source: str) -> None:
        """It was reached."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources that are known: all ids, and the source of one.

    `find` raises `UnknownSourceError` and `SourceBrokenError`.
    """

    ids: Callable[[], tuple[str, ...]]
    find: Callable[[str], ListSource]


@dataclass(frozen=True, slots=True)
class ListStatus:
    """How a list stands. `age_days` counts from the date of the version in force to now; `stale` is older
    than the publisher's cadence; `refusal` is the last version turned away since. Where the reader is `broken`
    there are no facts, and nothing is known of the cadence."""

    facts: SourceFacts | None
    reference: str
    version: ListVersion | None
    age_days: int | None
    stale: bool
    refusal: ListVersion | None
    broken: SourceBrokenError | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists in a home, and how new versions reach it."""

    store: ListStore
    memory: DownloadMemory
    feed: Feed
    clock: Clock
    sources: Sources
    open_files: Callable[[Sequence[Path]], list[Part]]
    reach: Reach | None = None

    def offer(self, source_id: str, paths: Sequence[Path], asked: Asked | None = None) -> Offer:
        """Add a version from files. Raises a coded error only where nothing could be offered at all."""
        source = self.sources.find(source_id)
        return Desk(self.store, self.clock).offer(source, self.open_files(paths), asked or Asked())

    def add(self, source_id: str, paths: Sequence[Path], asked: Asked | None = None) -> ListVersion:
        """Add a version from files, or raise the error that says why it did not come into force."""
        offer = self.offer(source_id, paths, asked)
        if offer.error:
            raise offer.error
        return offer.version

    def update(self, source_id: str, tell: Tell, because: str = "") -> Offer:
        """Fetch a version from the publisher and offer it. Raises `DownloadError`, `OversizeError`, ..."""
        source = self.sources.find(source_id)
        downloads = source.facts.downloads
        if not downloads:
            raise DownloadError(
                f"{source_id} has no address to fetch it from",
                hint=f"Add its files by hand: namesake lists add {source_id} FILE...",
            )
        with self._reaching(source_id), self.feed.fetch(downloads, tell) as fetched:
            tell(f"reading {source_id}")
            asked = Asked(because=because, fetched=True, notes=fetched.notes)
            offer = Desk(self.store, self.clock).offer(source, fetched.parts, asked)
            for remembered in fetched.remembered:
                self.memory.remember(remembered)
        return offer

    @contextmanager
    def _reaching(self, source_id: str) -> Iterator[None]:
        """Remember whether the publisher could be reached, for whoever reads a result that rests on its list."""
        try:
            yield
        except DownloadError:
            if self.reach:
                self.reach.failed(source_id, self.clock.now())
            raise
        if self.reach:
            self.reach.reached(source_id)

    def updatable(self) -> tuple[str, ...]:
        """The sources that have an address to fetch them from, and those that are broken: nobody knows theirs."""
        return tuple(key for key in self.sources.ids() if self._updatable(key))

    def _updatable(self, source_id: str) -> bool:
        found = self._found(source_id)
        return isinstance(found, SourceBrokenError) or bool(found.downloads)

    def _found(self, source_id: str) -> SourceFacts | SourceBrokenError:
        """The facts of a known source, or why there are none: one broken source stops no other."""
        try:
            return self.sources.find(source_id).facts
        except SourceBrokenError as error:
            return error

    def status(self) -> list[ListStatus]:
        """Every known source, and every scope of it that is kept."""
        versions = self.store.versions()
        kept = {(version.source, version.scope) for version in versions}
        found = []
        for source_id in self.sources.ids():
            known = self._found(source_id)
            scopes = sorted(scope for key, scope in kept if key == source_id)
            for scope in scopes or [""]:
                mine = [v for v in versions if (v.source, v.scope) == (source_id, scope)]
                reference = f"{source_id}@{scope}" if scope else source_id
                found.append(self._status(known, reference, mine))
        return found

    def _status(
        self, known: SourceFacts | SourceBrokenError, reference: str, versions: Sequence[ListVersion]
    ) -> ListStatus:
        facts = None if isinstance(known, SourceBrokenError) else known
        place, current = next(((n, v) for n, v in enumerate(versions) if v.state == "in-force"), (-1, None))
        age = (self.clock.now().date() - current.dated).days if current else None
        refused = [version for version in versions[place + 1 :] if not version.accepted]
        return ListStatus(
            facts=facts,
            reference=reference,
            version=current,
            age_days=age,
            stale=age is not None and facts is not None and age > facts.cadence_days,
            refusal=refused[-1] if refused else None,
            broken=known if isinstance(known, SourceBrokenError) else None,
        )

    def facts(self, reference: str) -> SourceFacts | None:
        """The facts of a source, or None for one whose reader is broken or not installed any more."""
        try:
            return self.sources.find(reference.partition("@")[0]).facts
        except (UnknownSourceError, SourceBrokenError):
            return None

    def versions(self, reference: str) -> list[ListVersion]:
        """All kept versions of a list, in the order of arrival; without a scope, of all its scopes.

        Raises `UnknownSourceError` for a source that is neither known nor kept, and `VersionUnknownError` for a scope
        of which nothing is kept.
        """
        source_id, at, scope = reference.partition("@")
        kept = [version for version in self.store.versions() if version.source == source_id]
        found = [version for version in kept if not at or version.scope == scope]
        if not found and source_id not in self.sources.ids():
            raise UnknownSourceError(f"no source is called {source_id!r}")
        if not found and at:
            others = ", ".join(sorted({version.reference for version in kept}))
            hint = f"Kept under: {others}." if others else ""
            raise VersionUnknownError(f"no version of {reference} is kept", hint=hint)
        return found

    def version(self, reference: str, version_id: str = "") -> ListVersion:
        """A version by its id, or the one in force. Raises `VersionUnknownError`."""
        kept = self.versions(reference)
        exact = [version for version in kept if version.reference == reference]
        for version in exact:
            if version.id == version_id or (not version_id and version.state == "in-force"):
                return version
        wanted = f"has no version {version_id}" if version_id else "has no version in force"
        scopes = sorted({version.reference for version in kept} - {reference})
        hint = f"Kept under: {', '.join(scopes)}." if scopes else ""
        raise VersionUnknownError(f"{reference} {wanted}", hint=hint)

    def entry(self, reference: str, entry_id: str, version_id: str = "") -> ListEntry:
        """One entry of a version. Raises `VersionUnknownError`, `EntryUnknownError`."""
        version = self.version(reference, version_id)
        found = self.store.entry(version, entry_id)
        if found is None:
            what = f"version {version.id} of {reference} has no entry {entry_id}"
            raise EntryUnknownError(what, where=Where(reference))
        return found

    def diff(self, reference: str, old_id: str = "", new_id: str = "") -> Delta:
        """Compare two versions: by default the one in force with the one that it replaced.

        Raises `VersionUnknownError`.
        """
        new = self.version(reference, new_id)
        old = self.version(reference, old_id) if old_id else self._before(reference, new)
        return delta(Edition(old, self.store.entries(old)), Edition(new, self.store.entries(new)))

    def _before(self, reference: str, new: ListVersion) -> ListVersion:
        kept = [v for v in self.versions(reference) if v.reference == reference and v.accepted]
        earlier = [version for version in kept if version.rank < new.rank]
        if not earlier:
            raise VersionUnknownError(f"{reference} has no version before {new.id} to compare with")
        return max(earlier, key=lambda version: version.rank)
