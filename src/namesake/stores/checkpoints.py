"""Checkpoints as lines of files: one beside the store, and one wherever else the operator wants them.

A line is added in one write and is on the disk before anybody is told. What stands in such a file is read as input
that anybody may have written.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import URL

from namesake.errors import CheckpointError, Where
from namesake.record.checkpoints import Seen, read, signed, written
from namesake.values.events import Checkpoint

SUFFIX = ".checkpoints"
MOST = 256 << 20
"""Bytes of a file of checkpoints that are read."""

_LONGEST = 4096

Sign = Callable[[bytes], tuple[str, str]]
"""Gives a signature and the public key that it is checked with, both hex."""


@dataclass(frozen=True, slots=True)
class CheckpointFiles:
    """Files of checkpoints, of which the first is the one beside the store; signed where there is a key."""

    places: Sequence[Path]
    sign: Sign | None = None

    def keep(self, checkpoint: Checkpoint) -> Checkpoint:
        """Add a checkpoint to every place; gives it as it was written. Raises `CheckpointError` where it is not in one
        of them, when it is in all the others."""
        signature, key = self.sign(signed(checkpoint)) if self.sign else ("", "")
        made = replace(checkpoint, signature=signature, key=key)
        failed: list[tuple[Path, OSError]] = []
        for place in self.places:
            try:
                _add(place, written(made).encode())
            except OSError as error:
                failed.append((place, error))
        for place, why in failed[:1]:
            raise CheckpointError(f"it cannot be written: {why.strerror or why}", where=Where(str(place))) from why
        return made

    def read(self, more: Sequence[Path] = ()) -> tuple[Sequence[Seen], Sequence[str]]:
        """Every checkpoint in all places and in `more` files, and what cannot be read, in words.

        Raises `CheckpointError` for one of `more` that is not there.
        """
        seen: list[Seen] = []
        doubts: list[str] = []
        for place in more:
            if not place.is_file():
                hint = "Give --against a file of checkpoints, such as one in a folder of NAMESAKE_CHECKPOINTS."
                raise CheckpointError("there is no such file", where=Where(str(place)), hint=hint)
        for place in dict.fromkeys((*self.places, *more)):
            for found in _lines(place):
                if isinstance(found, Seen):
                    seen.append(found)
                else:
                    doubts.append(found)
        return seen, doubts


def place_in(folder: Path, url: URL) -> Path:
    """The file of a store in a folder that several may share."""
    server = f"{url.host or ''}-{url.database or ''}" if url.host else Path(url.database or "").name
    told = re.sub(r"[^A-Za-z0-9.-]", "_", server)[:60].lstrip(".") or "store"
    bare = url.set(password=None, query={}) if url.host else URL.create(url.get_backend_name(), database=url.database)
    digest = hashlib.sha256(bare.render_as_string(hide_password=True).encode()).hexdigest()
    return folder / f"{told}-{digest[:8]}{SUFFIX}"


def _add(place: Path, line: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        whole = os.fstat(handle).st_size == 0 or _last(place) == b"\n"
        os.write(handle, line + b"\n" if whole else b"\n" + line + b"\n")  # what was torn spoils no later line
        os.fsync(handle)
    finally:
        os.close(handle)


def _last(place: Path) -> bytes:
    with place.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)


def _lines(place: Path) -> Iterator[Seen | str]:
    left = MOST
    try:
        with place.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), 1):
                left -= len(line)
                if left < 0:
                    yield f"{place} is too long: the rest was not read"
                    return
                found = read(line.decode("utf-8", "replace"))
                if found:
                    yield Seen(str(place), found)
                elif line.strip():
                    yield f"{place}: line {number} is no checkpoint"
    except FileNotFoundError:
        return
    except OSError as error:
        yield f"{place} cannot be read: {error.strerror or error}"
