"""Outcomes as rows of a table: the input's own columns, then ours."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from namesake.review import narrate
from namesake.review.numbers import expected
from namesake.review.sides import matched_name
from namesake.values.entities import Skipped
from namesake.values.matches import BIT, Match, Outcome, Result
from namesake.values.runs import RunContext


@dataclass(frozen=True, slots=True)
class Found:
    """Our columns of one row; None where a column does not apply. Bits are whole bits with decimals.

    `namesake_expected_per_million` is rounded to two significant digits and never below 0.1, for less cannot be
    claimed; the JSON has it exactly. Notes stand without file and row, which the row has.
    """

    namesake_status: str
    namesake_subject: str
    namesake_row: int | None = None
    namesake_band: str | None = None
    namesake_score: float | None = None
    namesake_bits: float | None = None
    namesake_list: str | None = None
    namesake_list_version: str | None = None
    namesake_list_date: str | None = None
    namesake_entry_id: str | None = None
    namesake_identity: str | None = None
    namesake_caption: str | None = None
    namesake_matched_name: str | None = None
    namesake_finding: str | None = None
    namesake_main_evidence: str | None = None
    namesake_expected_per_million: float | None = None
    namesake_programmes: str | None = None
    namesake_marks: str | None = None
    namesake_notes: str | None = None


Cell = str | int | float | None
FOUND_COLUMNS: tuple[str, ...] = tuple(Found.__dataclass_fields__)


class Table:
    """Turns outcomes into rows of one shape: one row a match, one a clear or skipped subject."""

    def __init__(self, columns: tuple[str, ...], context: RunContext) -> None:
        self._columns = columns
        self._dates = {(c.source, c.scope): c.dated.isoformat() for c in context.lists}
        self.header = (*_distinct(columns), *FOUND_COLUMNS)

    def rows(self, outcome: Outcome) -> Iterator[tuple[Cell, ...]]:
        """The rows of one outcome, each as long as the header."""
        columns = outcome.columns if isinstance(outcome, Skipped) else outcome.subject.columns
        carried, left_over = self._carry(columns)
        for found in self._found(outcome, left_over):
            yield (*carried, *astuple(found))

    def _found(self, outcome: Outcome, extra: list[str]) -> Iterator[Found]:
        if isinstance(outcome, Skipped):
            notes = "; ".join([narrate.skipped(outcome), *extra])
            yield Found("skipped", outcome.key, outcome.where.row, namesake_notes=notes)
            return
        said = [narrate.remark(note) for note in (*outcome.subject.notes, *outcome.notes)]
        notes = "; ".join([*said, *extra])
        if not outcome.matches:
            yield Found("clear", outcome.subject.key, outcome.subject.row or None, namesake_notes=notes)
        for match in outcome.matches:
            yield self._match(outcome, match, notes)

    def _match(self, result: Result, match: Match, notes: str) -> Found:
        entry = match.entry
        return Found(
            namesake_status=result.band,
            namesake_subject=result.subject.key,
            namesake_row=result.subject.row or None,
            namesake_band=match.band,
            namesake_score=match.score,
            namesake_bits=match.bits / BIT,
            namesake_list=f"{entry.source}@{entry.scope}" if entry.scope else entry.source,
            namesake_list_version=entry.version,
            namesake_list_date=self._dates.get((entry.source, entry.scope)),
            namesake_entry_id=entry.entry_id,
            namesake_identity=entry.identity,
            namesake_caption=entry.caption,
            namesake_matched_name=matched_name(match),
            namesake_finding=narrate.headline(match),
            namesake_main_evidence=narrate.main_evidence(match),
            namesake_expected_per_million=expected(match.namesakes_per_million),
            namesake_programmes="; ".join(entry.programmes),
            namesake_marks="; ".join(entry.marks),
            namesake_notes=notes,
        )

    def _carry(self, columns: tuple[tuple[str, str], ...]) -> tuple[list[str], list[str]]:
        """The input's cells in the header's order, and in words those that the header has no place for."""
        if tuple(name for name, _ in columns) == self._columns:
            return [value for _, value in columns], []
        waiting: dict[str, list[str]] = {}
        for name, value in columns:
            waiting.setdefault(name, []).append(value)
        carried = [waiting[name].pop(0) if waiting.get(name) else "" for name in self._columns]
        return carried, [f"further column {name}: {v}" for name, values in waiting.items() for v in values]


def _distinct(columns: tuple[str, ...]) -> Iterator[str]:
    """Every column under a name of its own: repeated ones are numbered, ours keep theirs."""
    taken = set(FOUND_COLUMNS)
    for column in columns:
        name = f"{column} (input)" if column in FOUND_COLUMNS else column
        number = 2
        while name in taken:
            name, number = f"{column} ({number})", number + 1
        taken.add(name)
        yield name
