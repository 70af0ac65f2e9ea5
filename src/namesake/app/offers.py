"""A publication is offered: it is read, examined and kept, and comes into force or does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from namesake.app import drafts
from namesake.app.drafts import Asked
from namesake.errors import (
    ListError,
    ListExtraMissingError,
    MalformedError,
    MappingError,
    NamesakeError,
    PartMissingError,
    VersionHeldBackError,
    VersionRefusedError,
    Where,
)
from namesake.lists.delta import Delta, Edition, delta
from namesake.lists.expectations import Previous, examine
from namesake.lists.source import ListSource
from namesake.ports import Clock, ListStore
from namesake.values.entities import ListEntry
from namesake.values.versions import Check, ListVersion, Part, Publication, VersionState

Outcome = Literal["in-force", "superseded", "unchanged", "refused", "held-back"]

OTHER_CONTENT = "same-date-same-count"
"""The expectation that a publication is not put out twice on a day, as long as before and yet different."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What became of a publication that was offered. `error` says why it did not come into force."""

    outcome: Outcome
    version: ListVersion
    error: NamesakeError | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where publications are offered."""

    store: ListStore
    clock: Clock

    def offer(self, source: ListSource, parts: Sequence[Part], asked: Asked) -> Offer:
        """Read, examine and keep a publication; what is turned away is kept as well, with the reason.

        Raises `HomeError`, and errors that are not the publication's, of which nothing is kept:
        `PartMissingError` without any file, `MappingError`, `ListExtraMissingError`.
        """
        if not parts:
            raise PartMissingError("no file was given")
        kept = [version for version in self.store.versions() if version.source == source.facts.id]
        if known := drafts.known(kept, parts, asked):
            return Offer("unchanged", known)
        try:
            publication = _read(source, parts)
        except (MappingError, ListExtraMissingError):
            raise
        except ListError as error:
            return self._unreadable(source.facts.id, parts, asked, error)
        return self._examined(source, publication, parts, asked)

    def _examined(self, source: ListSource, publication: Publication, parts: Sequence[Part], asked: Asked) -> Offer:
        version = drafts.draft(publication, parts, asked, self.clock)
        siblings = self._siblings(version)
        if twin := drafts.repeated(siblings, version, asked):
            return Offer("unchanged", twin)
        previous = self._previous(siblings, version)
        checks = examine(publication, source.facts.expectations, previous)
        checks += tuple(self._other_content(siblings, version, publication.entries))
        failed = any(not check.passed for check in checks)
        version = replace(version, checks=checks, accepted_because=asked.because if failed else "")
        siblings = self._siblings(version)
        if twin := drafts.repeated(siblings, version, asked):  # kept by another process since
            return Offer("unchanged", twin)
        return self._keep(version, siblings, _state(checks, asked), parts, publication.entries)

    def _unreadable(self, source: str, parts: Sequence[Part], asked: Asked, error: ListError) -> Offer:
        """Keep what could not be read, for whoever wants to know what was offered. No reason helps here."""
        nothing = Publication(source, "", ())
        version = drafts.draft(nothing, parts, asked, self.clock)
        version = replace(version, checks=(Check("well-formed", False, str(error)),))
        return self._keep(version, self._siblings(version), "refused", parts, (), error)

    def _keep(
        self,
        version: ListVersion,
        siblings: Sequence[ListVersion],
        state: VersionState,
        parts: Sequence[Part],
        entries: Sequence[ListEntry],
        error: ListError | None = None,
    ) -> Offer:
        """Keep a version beside `siblings`. What another process keeps after these were read has the id of this one,
        and the store refuses the second."""
        version = drafts.numbered(version, siblings, state)
        if not version.accepted:
            before = drafts.refused_before(siblings, version)
            if before is None:
                self.store.keep(version, parts, entries)
            return Offer(state, before or version, error or _error(version))
        self.store.keep(version, parts, entries)
        kept = next(other for other in self._siblings(version) if other.id == version.id)
        return Offer(kept.state, kept)

    def _siblings(self, version: ListVersion) -> list[ListVersion]:
        mine = (version.source, version.scope)
        return [other for other in self.store.versions() if (other.source, other.scope) == mine]

    def _previous(self, siblings: Sequence[ListVersion], version: ListVersion) -> Previous | None:
        found = drafts.predecessor(siblings, version)
        if found is None:
            return None
        return Previous(found.id, {entry.identity for entry in self.store.entries(found)})

    def _other_content(
        self, siblings: Sequence[ListVersion], version: ListVersion, entries: Sequence[ListEntry]
    ) -> Iterator[Check]:
        """Hold the version to every kept one of its date, form and count; a date of our own says nothing."""
        for other in siblings:
            alike = (other.dated, other.form, other.entries) == (version.dated, version.form, version.entries)
            if not (alike and other.accepted) or "added" in (version.dated_basis, other.dated_basis):
                continue
            found = delta(Edition(other, self.store.entries(other)), Edition(version, entries))
            yield Check(OTHER_CONTENT, found.empty, _differences(other, found))


def _differences(other: ListVersion, found: Delta) -> str:
    changed = [change.entry.id for change in found.changed]
    ids = [*changed, *(ref.id for ref in (*found.added, *found.removed))]
    example = f", such as {ids[0]}" if ids else ""
    return f"same date and count as version {other.id}; entries that differ: {len(ids):,}{example}"


def _read(source: ListSource, parts: Sequence[Part]) -> Publication:
    try:
        return source.read(parts)
    except NamesakeError:
        raise
    except Exception as error:  # whatever a reader stumbles over is a file that cannot be read, not a crash
        what = f"the reader of {source.facts.id} failed: {type(error).__name__}: {error}"
        raise MalformedError(what, where=Where(parts[0].name)) from error


def _state(checks: Sequence[Check], asked: Asked) -> VersionState:
    failed = {check.expectation for check in checks if not check.passed}
    if not failed or asked.because:
        return "in-force"
    return "held-back" if failed == {OTHER_CONTENT} else "refused"


def _error(version: ListVersion) -> ListError:
    what = "; ".join(drafts.failures(version))
    where = Where(version.parts[0].name)
    if version.state == "held-back":
        return VersionHeldBackError(what, where=where)
    return VersionRefusedError(what, where=where)
