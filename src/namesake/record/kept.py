"""What an event says of the rows that it came with: their hashes, in its sealed detail under "kept"."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import msgspec

from namesake.record.chain import canonical
from namesake.record.drafts import content_hash
from namesake.values.events import EventDraft

FORMAT = "namesake.kept/1"
"""What the first element of every hashed array is: which values follow, and in which order."""


def digest(what: str, values: Iterable[object]) -> str:
    """The hash of something that is kept: what it is, and all that is kept of it, in a fixed order."""
    return content_hash(canonical([FORMAT, what, *values]))


def with_kept(draft: EventDraft, hashes: Mapping[str, str]) -> EventDraft:
    """A draft whose detail also says what is kept of what it records: a hash for each kind of row.

    It lies in the detail, behind the salt: nobody can tell from the chain what somebody's row holds by trying.
    """
    return replace(draft, detail=canonical({**msgspec.json.decode(draft.detail), "kept": dict(hashes)}))
