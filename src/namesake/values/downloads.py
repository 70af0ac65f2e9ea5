"""What a download came to, and what is remembered of it so that the next one may be spared."""

from dataclasses import dataclass

from namesake.values.entities import Note
from namesake.values.versions import Part, PartRef


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a publisher said of a file when it was last fetched, and the parts that it unpacked to."""

    url: str
    etag: str = ""
    last_modified: str = ""
    parts: tuple[PartRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A publication as fetched. `remembered` is worth keeping once the parts themselves are kept; `notes`
    name optional files that the publisher did not have."""

    parts: tuple[Part, ...]
    remembered: tuple[Remembered, ...] = ()
    notes: tuple[Note, ...] = ()
