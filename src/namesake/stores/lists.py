"""List versions in the home folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from namesake.errors import HomeError, Where
from namesake.stores.blobs import keep_part
from namesake.stores.home import Home, settle
from namesake.stores.records import (
    HINT,
    LAYOUT,
    Record,
    id_as_written,
    marks_of,
    read_entries,
    read_record,
    read_some,
    write_entries,
    write_record,
)
from namesake.values.entities import ListEntry
from namesake.values.versions import ListVersion, Part

WHOLE = "_"
"""The folder of a list without a scope."""


@dataclass(frozen=True, slots=True)
class HomeListStore:
    """A `ListStore` of plain files. What is in force is worked out from the records, not written down."""

    home: Home

    def versions(self, *, notes: bool = True) -> Sequence[ListVersion]:
        """Every version that was ever offered, in the order of arrival, with or without its notes.

        Raises `HomeError`.
        """
        return _with_states([record.version for record in self._records(notes=notes)])

    def in_force(self) -> Sequence[ListVersion]:
        """The version in force of every source and scope. Raises `HomeError`."""
        return [version for version in self.versions() if version.state == "in-force"]

    def keep(self, version: ListVersion, parts: Sequence[Part], entries: Sequence[ListEntry]) -> None:
        """Record a version whole or not at all. Raises `HomeError`, also where the id is taken."""
        with self.home.writing() as staging:
            place = self._place(version)
            if place.exists():
                raise HomeError(
                    f"version {version.id} of {version.reference} is there already",
                    where=Where(str(place)),
                    hint="Another process added it at the same time. See `namesake lists status`.",
                )
            for part in parts:
                keep_part(self.home, staging, part)
            staged = staging / "version"
            staged.mkdir()
            write_entries(staged / "entries.jsonl.gz", entries)
            arrival = 1 + max((record.arrival for record in self._records()), default=0)
            write_record(staged / "version.json", Record(LAYOUT, arrival, version))
            settle(staged, place)

    def entries(self, version: ListVersion) -> Iterator[ListEntry]:
        """The entries of a version, in published order. Raises `HomeError`."""
        path, found = self._entries(version), 0
        with self.home.translated():
            for entry in read_entries(path):
                found += 1
                yield entry
        _check(version, path, found)

    def differing(self, before: ListVersion, now: ListVersion) -> tuple[Iterator[ListEntry], Iterator[ListEntry]]:
        """The entries of each of two versions that are not written alike in both, and all that expire on some day.

        Raises `HomeError`.
        """
        marks, expiring = self._marks(before)
        if before.hash == now.hash and before.id == now.id:
            return self._some(before, expiring), self._some(now, expiring)
        others, others_expiring = self._marks(now)
        return (
            self._some(before, expiring | _without(marks, frozenset(others))),
            self._some(now, others_expiring | _without(others, frozenset(marks))),
        )

    def entry(self, version: ListVersion, entry_id: str) -> ListEntry | None:
        """One entry by the publisher's key, or None. Raises `HomeError`."""
        holding = id_as_written(entry_id)
        with self.home.translated():
            found = read_entries(self._entries(version), holding)
            return next((entry for entry in found if entry.id == entry_id), None)

    def _marks(self, version: ListVersion) -> tuple[list[bytes], set[int]]:
        path = self._entries(version)
        with self.home.translated():
            marks, expiring = marks_of(path)
        _check(version, path, len(marks))
        return marks, expiring

    def _some(self, version: ListVersion, places: set[int]) -> Iterator[ListEntry]:
        with self.home.translated():
            yield from read_some(self._entries(version), places)

    def _entries(self, version: ListVersion) -> Path:
        return self._place(version) / "entries.jsonl.gz"

    def _place(self, version: ListVersion) -> Path:
        scope = WHOLE if not version.scope else _folder(version.scope)
        return self.home.lists / _folder(version.source) / scope / _folder(version.id)

    def _records(self, *, notes: bool = False) -> list[Record]:
        with self.home.translated():
            found = [read_record(path, notes=notes) for path in self.home.lists.glob("*/*/*/version.json")]
        return sorted(found, key=lambda record: record.arrival)


def _check(version: ListVersion, path: Path, found: int) -> None:
    """An empty file is a whole one to gzip."""
    if found < version.entries:
        raise HomeError(f"{found:,} of {version.entries:,} entries are kept", where=Where(str(path)), hint=HINT)


def _without(marks: Sequence[bytes], others: frozenset[bytes]) -> set[int]:
    return {place for place, mark in enumerate(marks) if mark not in others}


def _folder(name: str) -> str:
    """A name as one folder: no separators, no leading dot or underscore, whatever a publisher calls it."""
    safe = quote(name, safe="-_.@+ ") or "%"
    return f"%{ord(safe[0]):02X}{safe[1:]}" if safe[0] in "._" else safe


def _with_states(versions: list[ListVersion]) -> list[ListVersion]:
    """Say of every accepted version whether it is the latest of its list."""
    latest: dict[tuple[str, str], ListVersion] = {}
    for version in versions:
        if version.accepted:
            key = (version.source, version.scope)
            latest[key] = max(latest.get(key, version), version, key=lambda each: each.rank)
    chosen = {id(version) for version in latest.values()}
    return [
        replace(version, state="in-force" if id(version) in chosen else "superseded") if version.accepted else version
        for version in versions
    ]
