"""The writer of a format: a context manager that takes outcomes one by one."""

from abc import ABC, abstractmethod
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from namesake.errors import OutputError, Where
from namesake.reports.files import Replacement, told
from namesake.values.matches import Outcome
from namesake.values.runs import RunContext, Summary

FORMATS: dict[str, tuple[str, str]] = {
    ".csv": ("csv", "CsvWriter"),
    ".tsv": ("csv", "TsvWriter"),
    ".xlsx": ("xlsx", "XlsxWriter"),
    ".jsonl": ("jsonl", "JsonlWriter"),
    ".ndjson": ("jsonl", "JsonlWriter"),
    ".parquet": ("parquet", "ParquetWriter"),
    ".html": ("html", "HtmlWriter"),
    ".htm": ("html", "HtmlWriter"),
}
"""Extension, module and class; modules are imported when they are needed, since some are heavy."""


class Writer(ABC):
    """Writes outcomes to a file that appears whole when `close` is called, and not at all otherwise.

    Use it as a context manager: leaving without `close`, as on an error, leaves the old file as it was.
    Every method raises `OutputError` when the file cannot be written.
    """

    failures: ClassVar[tuple[type[Exception], ...]] = ()
    """What the format's library raises, besides `OSError`, when it cannot write."""

    def __init__(self, path: Path, context: RunContext, columns: tuple[str, ...]) -> None:
        self.context = context
        self.columns = columns
        self._file = Replacement(path)
        try:
            with told(path):
                self.begin()
        except BaseException:
            self.abandon()
            self._file.discard()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()
        self._file.discard()

    def write(self, outcome: Outcome) -> None:
        """Add what was found on one subject, or a row that was skipped."""
        with told(self._file.target, self.failures):
            self.add(outcome)

    def close(self, summary: Summary) -> None:
        """Finish the file and put it in place of whatever stood there."""
        with told(self._file.target, self.failures):
            self.finish(summary)
        self._file.commit()

    @abstractmethod
    def begin(self) -> None:
        """Write what stands before the first outcome."""

    @abstractmethod
    def add(self, outcome: Outcome) -> None:
        """Write one outcome."""

    @abstractmethod
    def finish(self, summary: Summary) -> None:
        """Write what stands after the last outcome; the stream may be left open."""

    def abandon(self) -> None:
        """Let go of anything besides the file itself; called at the end in any case."""
        return


def check_format(path: Path) -> tuple[str, str]:
    """The module and class that the extension of `path` asks for; nothing is written.

    Raises `OutputError` for an extension that is not known, and for Parquet without pyarrow.
    """
    place = Where(str(path))
    if path.suffix.lower() not in FORMATS:
        hint = f"End the file name in one of {', '.join(FORMATS)}."
        raise OutputError(f"no format has the extension {path.suffix!r}", where=place, hint=hint)
    module, name = FORMATS[path.suffix.lower()]
    if module == "parquet" and find_spec("pyarrow") is None:
        hint = "Install it: pip install 'namesake-screening[parquet]'."
        raise OutputError("Parquet needs pyarrow, which is not installed", where=place, hint=hint)
    return module, name


def writer_for(path: Path, context: RunContext, columns: tuple[str, ...] = ()) -> Writer:
    """The writer that the extension of `path` asks for. `columns` are the input's own, in their order.

    Raises `OutputError` as `check_format` does, and when the file cannot be written.
    """
    module, name = check_format(path)
    kind: type[Writer] = getattr(import_module(f"namesake.reports.{module}"), name)
    return kind(path, context, columns)
