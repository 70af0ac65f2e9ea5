"""What is compared: an entry without its list version, and a match as canonical JSON.

A list version stands in the ledger of a run and not in its matches: an entry that is the same in two versions gives
the same match, to the byte.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

import msgspec

from namesake.values.matches import ListedRef, Match, Result
from namesake.values.revets import EntryRef, Found

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Match)


@dataclass(frozen=True, slots=True)
class Expired:
    """An entry that is not in force any more by its own date, the last day on which it was."""

    entry: EntryRef
    day: date


@dataclass(frozen=True, slots=True)
class EntryDelta:
    """Entries that a list gained, changed and lost; those that lost their force by their own date are among the
    removed, and `expired` names them."""

    added: tuple[EntryRef, ...] = ()
    changed: tuple[EntryRef, ...] = ()
    removed: tuple[EntryRef, ...] = ()
    expired: tuple[Expired, ...] = ()

    def __add__(self, other: "EntryDelta") -> "EntryDelta":
        return EntryDelta(
            self.added + other.added,
            self.changed + other.changed,
            self.removed + other.removed,
            self.expired + other.expired,
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the entries of a list, those of them that must be looked up, and how many are in force."""

    delta: EntryDelta
    entries: tuple[ListedRef, ...]
    in_force: int


def entry_ref(entry: ListedRef) -> EntryRef:
    """Which entry it is, in whatever version."""
    return EntryRef(entry.source, entry.scope, entry.entry_id)


def in_force(entry: ListedRef, day: date) -> bool:
    """Whether an entry holds on a day: it is in force up to the day on which it expires."""
    return entry.expires is None or entry.expires >= day


def digests(entries: Iterable[ListedRef], day: date) -> dict[EntryRef, bytes]:
    """What the entries that hold on a day say, by entry: the same bytes for the same content in any version."""
    return {entry_ref(entry): _digest(entry) for entry in entries if in_force(entry, day)}


def compared(before: Mapping[EntryRef, bytes], now: Iterable[ListedRef], day: date) -> Compared:
    """What became of the entries of a list: what was in force before, against its present version on a day.

    The entries are gone through once, and only those that are new or changed are kept.
    """
    added: list[ListedRef] = []
    changed: list[ListedRef] = []
    lapsed: list[Expired] = []
    standing = 0
    left = set(before)
    for entry in now:
        ref = entry_ref(entry)
        if not in_force(entry, day):
            lapsed += [Expired(ref, entry.expires)] if entry.expires and ref in left else []
            continue
        standing += 1
        left.discard(ref)
        if ref not in before:
            added.append(entry)
        elif before[ref] != _digest(entry):
            changed.append(entry)
    delta = EntryDelta(_refs(added), _refs(changed), tuple(sorted(left)), tuple(lapsed))
    return Compared(delta, (*added, *changed), standing)


def found_of(number: int, match: Match) -> Found:
    """A match of the subject of a number, as it is kept and compared."""
    return Found(
        number=number,
        entry=entry_ref(match.entry),
        identity=match.entry.identity,
        bits=match.bits,
        score=match.score,
        band=match.band,
        match=_ENCODER.encode(replace(match, entry=replace(match.entry, version=""))).decode(),
    )


def all_found(number: int, result: Result) -> list[Found]:
    """The matches of a subject."""
    return [found_of(number, match) for match in result.matches]


def match_in(found: Found) -> Match:
    """The match of a `Found`, with an empty list version. Raises `msgspec.MsgspecError` for what was never one."""
    return _DECODER.decode(found.match)


def _refs(entries: Iterable[ListedRef]) -> tuple[EntryRef, ...]:
    return tuple(sorted(map(entry_ref, entries)))


def _digest(entry: ListedRef) -> bytes:
    return blake2b(_ENCODER.encode(replace(entry, version="")), digest_size=16).digest()
