"""What `screen` shows in the terminal: the strongest matches where no file is written, and the sum."""

import heapq
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import click

from namesake.cli.rendering import output, print_table
from namesake.reports.terminal import explain, summary_panel, summary_sentence
from namesake.review import narrate
from namesake.review.numbers import score_text
from namesake.values.matches import Match, Outcome, Result
from namesake.values.runs import RunContext, Summary


class Shown:
    """A writer that keeps what is worth showing: the `most` strongest matches, each subject's best, and the first
    `explained` strong ones, which are shown with all their evidence."""

    def __init__(self, most: int, explained: int, context: RunContext) -> None:
        self._most = most
        self._explained = explained
        self._context = context
        self._first: list[Result] = []
        self._best: list[tuple[int, int, Result, Match]] = []
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        return None

    def write(self, outcome: Outcome) -> None:
        """Take an outcome in."""
        self._count += 1
        if isinstance(outcome, Result) and outcome.matches:
            if outcome.band == "strong" and len(self._first) < self._explained:
                self._first.append(outcome)
            heapq.heappush(self._best, (outcome.matches[0].bits, -self._count, outcome, outcome.matches[0]))
            if len(self._best) > self._most:
                heapq.heappop(self._best)

    def close(self, summary: Summary) -> None:
        """Nothing is left to do: `conclude` shows it."""

    def conclude(self, summary: Summary, written: Sequence[Path]) -> None:
        """Show matches, the sum, where the results are, and one last sentence."""
        best = sorted(self._best, key=lambda item: (-item[0], -item[1]))
        console = output()
        bare = replace(self._context, lists=(), not_consulted=())
        for result in self._first:
            console.print(explain(replace(result, matches=result.matches[:1]), bare))
        if best:
            columns = ("Row#", "Subject", "List entry", "List", "Score#", "Why")
            print_table("Strongest matches", columns, [_row(result, match) for _, _, result, match in best])
            if summary.review + summary.strong > len(best):
                click.echo("More matches than shown here: write them to a file with --out.")
        console.print(summary_panel(summary, self._context))
        for path in written:
            click.echo(f"written: {path}")
        click.echo(summary_sentence(summary, self._context))


def _row(result: Result, match: Match) -> tuple[str, ...]:
    subject, entry = result.subject, match.entry
    why = narrate.main_evidence(match)
    listed = f"{entry.reference} {entry.entry_id}"
    return (str(subject.row), subject.entity.caption, entry.caption, listed, score_text(match.score), why)
