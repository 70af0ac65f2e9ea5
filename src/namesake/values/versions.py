"""Editions of a list: what was supplied, what was checked, what is in force."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO, Literal

from namesake.values.entities import ListEntry, Note

DateBasis = Literal["publication", "given", "added"]
VersionState = Literal["in-force", "superseded", "refused", "held-back"]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a publication, unpacked. `open` may be called several times."""

    name: str
    sha256: str
    size: int
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Publication:
    """What a source read from a set of parts.

    `form` names the format ("sdn-csv", "sdn-xml", ...): only like is compared with like. `kinds` maps each
    part's name to its kind ("main", "alt", ...). `scope` is empty for the whole list, else names the data
    set or filter; `filtered` says that the publisher cut it, so that it never counts as the whole list.
    `dated` and `declared_count` are what the files say of themselves; `stamp` is the date verbatim.
    """

    source: str
    form: str
    entries: tuple[ListEntry, ...]
    kinds: tuple[tuple[str, str], ...] = ()
    dated: date | None = None
    stamp: str = ""
    declared_count: int | None = None
    scope: str = ""
    filtered: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation and how a version stood up to it."""

    expectation: str
    passed: bool
    detail: str


@dataclass(frozen=True, slots=True)
class PartRef:
    """A part as it is kept: by the hash of its unpacked content."""

    kind: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One dated, hashed edition of a list, in or out of force.

    `id` is the date, with ".2", ".3" for further editions of a day; one that did not come into force has
    ".refused" or ".held-back" after its date, so that it never takes a number from the real ones. `hash` is the
    SHA-256 over the kinds and hashes of its parts. `accepted_because` is the reason given with --accept, else ''.
    """

    source: str
    scope: str
    id: str
    hash: str
    form: str
    dated: date
    dated_basis: DateBasis
    added_at: datetime
    parts: tuple[PartRef, ...]
    entries: int
    state: VersionState
    filtered: bool = False
    stamp: str = ""
    checks: tuple[Check, ...] = ()
    notes: tuple[Note, ...] = ()
    accepted_because: str = ""

    @property
    def reference(self) -> str:
        """How a user names the list: its source, and the scope after an @ where there is one."""
        return f"{self.source}@{self.scope}" if self.scope else self.source

    @property
    def accepted(self) -> bool:
        """Whether it is, or ever was, in force."""
        return self.state in ("in-force", "superseded")

    @property
    def rank(self) -> tuple[date, int]:
        """What makes one accepted version later than another: its date, then its place in that day."""
        edition = self.id.rpartition(".")[2]
        return self.dated, int(edition) if edition.isdecimal() else 1
