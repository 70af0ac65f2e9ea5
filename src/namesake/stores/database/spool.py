"""Subjects that wait, in a file without a name, until all of them are read and the database can be locked."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import IO, cast

import msgspec

from namesake.errors import StoreUnusableError, Where
from namesake.stores.database.contents import Written, written
from namesake.values.populations import Offered

BATCH = 500
"""Subjects that are written at once."""

HINT = "Make room in the folder named above, or name another one in TMPDIR, and run again; nothing was changed."

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Written)


@contextmanager
def spooled() -> Iterator[IO[bytes]]:
    """A file without a name, which vanishes with the process. Raises `StoreUnusableError` where it has no room."""
    try:
        with tempfile.TemporaryFile() as file:
            yield cast("IO[bytes]", file)
    except OSError as error:
        what = f"subjects cannot be set aside until they are written: {error.strerror}"
        raise StoreUnusableError(what, where=Where(tempfile.gettempdir()), hint=HINT) from error


def fill(spool: IO[bytes], offered: Iterable[Offered]) -> None:
    """Write subjects to a spool. Raises `ValueError` for a key that is offered twice, which the caller rules out."""
    seen: set[str] = set()
    for item in offered:
        line = written(item)
        if line.key in seen:
            raise ValueError(f"the key {line.key!r} is offered twice")
        seen.add(line.key)
        spool.write(_encoder.encode(line) + b"\n")


def batches(spool: IO[bytes]) -> Iterator[Sequence[Written]]:
    """The subjects of a spool from the first, some at a time."""
    spool.seek(0)
    while lines := list(islice(spool, BATCH)):
        yield [_decoder.decode(line) for line in lines]
