"""A publication becomes a version: its date, hash, scope and id, and which kept version it is held to."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from namesake.ports import Clock
from namesake.values.entities import Note
from namesake.values.versions import (
    DateBasis,
    ListVersion,
    Part,
    PartRef,
    Publication,
    VersionState,
)

FILTERED = "filtered"
"""The scope of a filtered export whose source names none: it must never stand for the whole list."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said of a publication from outside: its date, and why it is to be accepted all the same.

    `fetched` parts have come from the publisher this minute; `notes` are about fetching them.
    """

    dated: date | None = None
    because: str = ""
    fetched: bool = False
    notes: tuple[Note, ...] = ()


def draft(publication: Publication, parts: Sequence[Part], asked: Asked, clock: Clock) -> ListVersion:
    """The version that a publication would be, with no id, state and checks yet."""
    now = clock.now()
    dated, basis = _date(publication.dated, asked.dated, now.date())
    kinds = dict(publication.kinds)
    refs = tuple(PartRef(kinds.get(part.name, ""), part.name, part.sha256, part.size) for part in parts)
    scope = publication.scope or (FILTERED if publication.filtered else "")
    return ListVersion(
        source=publication.source,
        scope=scope,
        id="",
        hash=hash_of(refs),
        form=publication.form,
        dated=dated,
        dated_basis=basis,
        added_at=now,
        parts=refs,
        entries=len(publication.entries),
        state="refused",
        filtered=publication.filtered,
        stamp=publication.stamp,
        notes=(*asked.notes, *_date_notes(publication, asked, dated, now.date()), *publication.notes),
    )


def _date(published: date | None, given: date | None, today: date) -> tuple[date, DateBasis]:
    """The publication's own date wins over the user's, and both over today's."""
    if published:
        return published, "publication"
    return (given, "given") if given else (today, "added")


def _date_notes(publication: Publication, asked: Asked, dated: date, today: date) -> list[Note]:
    notes = []
    if publication.dated and asked.dated and publication.dated != asked.dated:
        text = f"the publication is dated {publication.dated}, which is used; --dated says {asked.dated}"
        notes.append(Note("date-differs", text))
    if dated > today:
        notes.append(Note("date-ahead", f"the version is dated {dated}, after the day on which it was added"))
    return notes


def hash_of(refs: Iterable[PartRef]) -> str:
    """SHA-256 over the kinds and hashes of parts, whatever their order and names."""
    lines = sorted(f"{ref.kind} {ref.sha256}\n" for ref in refs)
    return hashlib.sha256("".join(lines).encode("utf-8", "backslashreplace")).hexdigest()


def known(kept: Sequence[ListVersion], parts: Sequence[Part], asked: Asked) -> ListVersion | None:
    """The accepted version that has exactly these parts, if offering them again can change nothing.

    A date given by hand may make a new version of the same content; so may a download of what was published
    before the version in force, for the publisher has gone back to it.
    """
    shas = sorted(part.sha256 for part in parts)
    same = [v for v in kept if v.accepted and sorted(ref.sha256 for ref in v.parts) == shas]
    if asked.dated:
        return next((v for v in reversed(same) if v.dated == asked.dated), None)
    return _settled(same, asked)


def repeated(siblings: Sequence[ListVersion], version: ListVersion, asked: Asked) -> ListVersion | None:
    """The accepted version of the same content and date, if there is one."""
    same = [v for v in siblings if v.accepted and v.hash == version.hash]
    if version.dated_basis == "added":
        return _settled(same, asked)
    return next((v for v in reversed(same) if v.dated == version.dated), None)


def _settled(same: Sequence[ListVersion], asked: Asked) -> ListVersion | None:
    binding = [v for v in same if not asked.fetched or v.state == "in-force" or v.dated_basis == "publication"]
    return binding[-1] if binding else None


def refused_before(siblings: Sequence[ListVersion], version: ListVersion) -> ListVersion | None:
    """The same version turned away before, for the same reasons: once is enough to keep."""
    return next((v for v in siblings if _turned_away(v) == _turned_away(version)), None)


def _turned_away(version: ListVersion) -> tuple[str, str, tuple[str, ...]]:
    return version.state, version.hash, failures(version)


def failures(version: ListVersion) -> tuple[str, ...]:
    """What a version failed, in words."""
    return tuple(check.detail for check in version.checks if not check.passed)


def predecessor(siblings: Sequence[ListVersion], version: ListVersion) -> ListVersion | None:
    """The accepted version that this one follows, by date; versions added for history follow old ones."""
    earlier = [v for v in siblings if v.accepted and v.dated <= version.dated]
    return max(earlier, key=lambda v: v.rank, default=None)


def numbered(version: ListVersion, siblings: Sequence[ListVersion], state: VersionState) -> ListVersion:
    """The version in a state, with the first id that is free."""
    base = version.dated.isoformat() + (f".{state}" if state in ("refused", "held-back") else "")
    taken = {other.id for other in siblings}
    edition = 1
    while (name := base if edition == 1 else f"{base}.{edition}") in taken:
        edition += 1
    return replace(version, id=name, state=state)
