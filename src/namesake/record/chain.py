"""The chain: every event carries the hash of the one before it, and of its own fields.

The hash is SHA-256 over a JSON array in the canonical form of RFC 8785 (UTF-8, no blanks, only what must be escaped
is): the format, the number, the time, the kind, who, about what, the facts, the seal and the hash before. A seal is
SHA-256 over such an array of the salt, the content, and the population and number of the subject ("" and 0 for none).
`docs/how-to/audit-the-record.md` has a script that does the same without this software.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from namesake.values.events import Detail, Event, EventDraft

FORMAT = "namesake.record/1"
"""What the first element of every hashed array is: how the rest is to be read."""

LONGEST_NAME = 200
"""Characters of a name in `by` and `about`."""

_encoder = msgspec.json.Encoder(order="sorted")
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def canonical(value: object) -> str:
    """JSON in its canonical form, for text, whole numbers, lists, and objects whose keys are ASCII."""
    try:
        return _encoder.encode(value).decode()
    except UnicodeEncodeError:  # half a character, as a file name or an argument may hold one; it is kept as U+FFFD
        return _whole(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True))


def digest_of(event: Event) -> str:
    """The hash that an event must carry."""
    fields = (event.number, when(event.at), event.kind, event.by, list(event.about), event.facts, event.sealed)
    return _sha256([FORMAT, *fields, event.before])


def seal_of(detail: Detail) -> str:
    """The hash that the event of a detail must carry as its seal."""
    of = ("", 0) if detail.of is None else (detail.of.population, detail.of.number)
    return _sha256([FORMAT, detail.salt, detail.content, *of])


def linked(draft: EventDraft, at: datetime, last: tuple[int, str], salt: str) -> tuple[Event, Detail | None]:
    """A draft as the next event after the `last` one (its number and hash), and its detail where it has one."""
    number, before = last
    detail = Detail(number + 1, salt, _whole(draft.detail), draft.of) if draft.detail else None
    sealed = seal_of(detail) if detail else ""
    by, about, facts = clean(draft.by), tuple(map(clean, draft.about)), _whole(draft.facts)
    at = at.astimezone(UTC)
    bare = Event(number + 1, at, draft.kind, by, about, facts, sealed, before, "")
    return Event(number + 1, at, draft.kind, by, about, facts, sealed, before, digest_of(bare)), detail


def when(at: datetime) -> str:
    """A time as it is hashed and stored: ISO 8601 in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def clean(name: str) -> str:
    """A name as it is recorded: without what a terminal or a database would stumble on."""
    return _UNSAFE.sub("\ufffd", name)[:LONGEST_NAME]


def _sha256(fields: Sequence[object]) -> str:
    return hashlib.sha256(_encoder.encode(fields)).hexdigest()


def _whole(text: str) -> str:
    """Text without what no database holds: half characters and the null character."""
    return _UNKEPT.sub("\ufffd", text)
