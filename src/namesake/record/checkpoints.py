"""Checkpoints: the end of the chain as it was once seen, as a line of JSON, and what a signature of one is over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from namesake.record.chain import canonical, when
from namesake.values.events import Checkpoint, Fault

FORMAT = "namesake.checkpoint/1"

Check = Callable[[str, str, bytes], bool]
"""Whether a signature by a public key (both hex) is over some bytes."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A checkpoint and the place where it was found."""

    place: str
    checkpoint: Checkpoint


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    number: int
    hash: str
    at: datetime
    signature: str = ""
    key: str = ""


def signed(checkpoint: Checkpoint) -> bytes:
    """What a signature is over: the canonical JSON array of the format, the number, the hash and the time."""
    return canonical([FORMAT, checkpoint.number, checkpoint.hash, when(checkpoint.at)]).encode()


def written(checkpoint: Checkpoint) -> str:
    """A checkpoint as a line, without its end."""
    fields = {"format": FORMAT, "number": checkpoint.number, "hash": checkpoint.hash, "at": when(checkpoint.at)}
    return canonical({**fields, "signature": checkpoint.signature, "key": checkpoint.key})


def read(line: str) -> Checkpoint | None:
    """The checkpoint that a line holds, or None for a line that is none."""
    try:
        found = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, UnicodeError):
        return None
    if found.format != FORMAT or found.at.tzinfo is None or found.number < 1:
        return None
    return Checkpoint(found.number, found.hash, found.at, found.signature, found.key)


def trusted(seen: Sequence[Seen], keys: Sequence[str], check: Check) -> tuple[Sequence[Seen], Sequence[Fault]]:
    """The checkpoints that count, and signatures that do not hold. With `keys` (public, hex) only those count that one
    of them signed: whoever cannot sign can neither excuse nor accuse the record."""
    counting, faults = [], []
    for one in seen:
        point = one.checkpoint
        if point.signature and not check(point.key, point.signature, signed(point)):
            faults.append(Fault(point.number, f"has a checkpoint in {one.place} whose signature is not right"))
        elif not keys or (point.signature and point.key in keys):
            counting.append(one)
    return counting, faults
