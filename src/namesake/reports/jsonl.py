"""JSON Lines: one document an outcome; the last line is the run."""

from namesake.reports.document import result_document, run_document, to_json
from namesake.reports.writers import Writer
from namesake.values.matches import Outcome
from namesake.values.runs import Summary


class JsonlWriter(Writer):
    """Writes `namesake/result/1` documents and, as the last line, one `namesake/run/1`."""

    def begin(self) -> None:
        """Nothing stands before the first document."""

    def add(self, outcome: Outcome) -> None:
        """Write one document."""
        self._line(to_json(result_document(outcome, self.context)))

    def finish(self, summary: Summary) -> None:
        """Write the run, whose presence says that the file is whole."""
        self._line(to_json(run_document(self.context, summary)))

    def _line(self, text: str) -> None:
        self._file.stream.write(text.encode("utf-8") + b"\n")
