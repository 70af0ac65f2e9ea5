"""What an unfinished run has found so far, so that it can be taken up again."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from namesake.errors import ResumeError, Where
from namesake.stores.home import Home
from namesake.values.entities import Skipped
from namesake.values.matches import Outcome, Result


@dataclass(frozen=True, slots=True)
class _Line:
    result: Result | None = None
    skipped: Skipped | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    pins: str


def _pins(head: bytes) -> str:
    """What a journal rests on, by its first line; '' where the line is damaged or cut off."""
    try:
        return msgspec.json.decode(head, type=_Head).pins if head.endswith(b"\n") else ""
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return ""


class Journal:
    """The outcomes of one run in order, a line each, after a line that says what the run rests on.

    A line that an interruption cut off is dropped when the journal is opened again: its subject is screened anew.
    """

    def __init__(self, path: Path, home: Home) -> None:
        self._path = path
        self._home = home
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def start(self, pins: str) -> None:
        """Begin anew. Raises `HomeError`."""
        with self._home.translated():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._path.open("wb")
            self._stream.write(msgspec.json.encode(_Head(pins)) + b"\n")
            self._stream.flush()

    def resume(self, pins: str) -> Iterator[Outcome]:
        """The outcomes so far, after which the journal goes on where it stopped.

        Raises `ResumeError` where the run rested on another input, other lists, another model or policy.
        """
        if not self._path.exists():
            self.start(pins)
            return
        with self._path.open("rb") as stream:
            head = stream.readline()
            if _pins(head) != pins:
                what = "the interrupted run used other lists, another policy, model or column mapping"
                raise ResumeError(what, where=Where(str(self._path)))
            whole = len(head)
            decoder = msgspec.json.Decoder(_Line)
            for line in stream:
                if not line.endswith(b"\n"):
                    break
                try:
                    found = decoder.decode(line)
                except (msgspec.MsgspecError, UnicodeDecodeError):  # what follows is screened anew as well
                    break
                whole += len(line)
                if outcome := found.result or found.skipped:
                    yield outcome
        os.truncate(self._path, whole)
        self._stream = self._path.open("ab")

    def write(self, outcomes: Sequence[Outcome]) -> None:
        """Add outcomes; they are out of our hands when this returns. Raises `HomeError`."""
        if self._stream is None or not outcomes:
            return
        lines = [
            msgspec.json.encode(_Line(skipped=item) if isinstance(item, Skipped) else _Line(result=item)) + b"\n"
            for item in outcomes
        ]
        with self._home.translated():
            self._stream.write(b"".join(lines))
            self._stream.flush()

    def discard(self) -> None:
        """Forget the run: it is finished."""
        self._path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class HomeJournals:
    """Journals by the hash of the input."""

    home: Home

    def of(self, sha256: str) -> Journal:
        """The journal of the runs over one input."""
        return Journal(self.home.folder / "runs" / f"{sha256[:32]}.jsonl", self.home)
