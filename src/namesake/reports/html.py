"""The HTML report: one file that needs nothing else, readable without scripts, on paper and by ear."""

import base64
import hashlib
import heapq
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from jinja2 import Environment
from markupsafe import Markup, escape

from namesake.reports import pages
from namesake.reports.histogram import Histogram
from namesake.reports.neutral import storable, visible
from namesake.reports.spool import Spool
from namesake.reports.waterfall import waterfall
from namesake.reports.writers import Writer
from namesake.review import counterfactuals, narrate, numbers, sides
from namesake.values.entities import Note, Skipped, Subject
from namesake.values.matches import Match, Outcome
from namesake.values.runs import Summary

IN_FULL = 500
"""How many matches get a card of their own; the others follow in a table, none is left out."""


class HtmlWriter(Writer):
    """Keeps the strongest matches in memory and everything else on disk until the end of the run."""

    def begin(self) -> None:
        """Get ready; nothing is written before the end, because the strongest matches come first."""
        self._order = count()
        self._strongest: list[tuple[int, int, Match, Subject, tuple[Note, ...]]] = []
        self._others, self._skipped = Spool(), Spool()
        self._scores = Histogram(self.context.review_from, self.context.strong_from)
        self._notes: Counter[str] = Counter()
        self._examples: dict[str, Note] = {}

    def add(self, outcome: Outcome) -> None:
        """Take one outcome."""
        if isinstance(outcome, Skipped):
            self._skipped.add(0, _environment().get_template("skipped.html").render(row=outcome))
            return
        notes = (*outcome.subject.notes, *outcome.notes)
        for note in notes:
            self._notes[note.code] += 1
            self._examples.setdefault(note.code, note)
        for match in outcome.matches:
            self._scores.add(match.score)
            self._rank(match, outcome.subject, notes)

    def finish(self, summary: Summary) -> None:
        """Write the report."""
        page = _environment().get_template("report.html").generate(**self._content(summary))
        for piece in page:
            self._file.stream.write(storable(piece).encode("utf-8"))

    def abandon(self) -> None:
        """Delete what was kept on disk."""
        for spool in ("_others", "_skipped"):
            if hasattr(self, spool):
                getattr(self, spool).close()

    def _rank(self, match: Match, subject: Subject, notes: tuple[Note, ...]) -> None:
        item = (match.bits, -next(self._order), match, subject, notes)
        if len(self._strongest) < IN_FULL:
            heapq.heappush(self._strongest, item)
            return
        bits, _, match, subject, _ = heapq.heappushpop(self._strongest, item)
        row = _environment().get_template("compact.html").render(match=match, subject=subject)
        self._others.add(bits, row)

    def _content(self, summary: Summary) -> dict[str, object]:
        script = pages.resource("script.html")
        digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
        return {
            "context": self.context,
            "summary": summary,
            "style": pages.style("report.css"),
            "script": Markup(script),  # noqa: S704 - our own file
            "script_hash": digest,
            "bins": self._scores.bins(),
            "matches": self._scores.total,
            "cards": sorted(self._strongest, key=lambda item: item[:2], reverse=True),
            "others": len(self._others),
            "other_rows": _markup(self._others),
            "skipped": len(self._skipped),
            "skipped_rows": _markup(self._skipped),
            "notes": [(code, n, self._examples[code]) for code, n in self._notes.most_common()],
        }


def _markup(spool: Spool) -> Iterator[Markup]:
    for text in spool.ranked():
        yield Markup(text)  # noqa: S704 - rendered, and escaped, by our own template


def _quoted(text: str) -> Markup:
    """A sentence whose quoted values keep their own direction and do not reorder the words around them."""
    safe = str(escape(visible(text)))
    return Markup(re.sub("“([^”]*)”", r'“<bdi dir="auto">\1</bdi>”', safe))  # noqa: S704 - escaped above


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = pages.environment()
    environment.globals.update(narrate=narrate, numbers=numbers, sides=sides)
    environment.globals.update(waterfall=waterfall, quoted=_quoted, counterfactuals=counterfactuals)
    return environment
