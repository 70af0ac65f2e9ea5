"""Files that appear whole or not at all: written beside the target, renamed when finished."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from namesake.errors import OutputError, Where


@contextmanager
def told(path: Path, failures: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Operating-system errors, and `failures` of a library, become `OutputError` with the file's name."""
    expected: tuple[type[Exception], ...] = (OSError, *failures)
    try:
        yield
    except expected as error:
        full = isinstance(error, OSError) and error.errno == errno.ENOSPC
        reason = "the disk is full" if full else getattr(error, "strerror", None) or str(error)
        raise OutputError(f"cannot be written: {reason}", where=Where(str(path))) from error


class Replacement:
    """A file on its way. `stream` takes bytes; `commit` puts it in place, `discard` leaves no trace.

    Raises `OutputError` when the target is a folder, a device or a pipe, or cannot be written; what stood
    there before then stands unchanged.
    """

    def __init__(self, target: Path) -> None:
        if "\0" in str(target):
            raise OutputError("has a NUL character in its name", where=Where(str(target)))
        self.target = target
        self._mode = _mode_of(target)
        # A short name of its own: the target's name may be as long as the file system allows.
        self._part = target.parent / f".namesake-{secrets.token_hex(8)}.part"
        with told(target):
            # 0o666 less the user's umask, as for any file that a program writes.
            handle = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            self.stream: BinaryIO = os.fdopen(handle, "wb")

    def commit(self) -> None:
        """Make sure that all is on the disk, then replace the target in one step."""
        with told(self.target):
            if not self.stream.closed:
                self.stream.flush()
                os.fsync(self.stream.fileno())
                self.stream.close()
            if self._mode is not None:
                self._part.chmod(self._mode)
            self._part.replace(self.target)

    def discard(self) -> None:
        """Remove what was written so far; does nothing after `commit`."""
        # Closing flushes, and on a full disk that fails again: there is nothing left to save.
        with suppress(OSError, ValueError):
            self.stream.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)


def _mode_of(target: Path) -> int | None:
    """The permissions of the file that stands there, None where there is none."""
    with told(target):
        try:
            found = target.stat()
        except FileNotFoundError:
            return None
    if not stat.S_ISREG(found.st_mode):
        raise OutputError("is a folder, a device or a pipe, not a file", where=Where(str(target)))
    return stat.S_IMODE(found.st_mode)
