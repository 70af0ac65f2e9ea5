"""What `screen` shows in the terminal: the strongest matches where no file is written, and the sum."""

import heapq
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import click
from rich.console import Console

from namesake.cli.rendering import PIPE_WIDTH, print_table
from namesake.reports.terminal import summary_panel, summary_sentence
from namesake.review import narrate
from namesake.review.numbers import score_text
from namesake.values.matches import Match, Outcome, Result
from namesake.values.runs import RunContext, Summary


class Shown:
    """A writer that keeps the strongest matches of a run, each subject's best."""

    def __init__(self, most: int, context: RunContext) -> None:
        self._most = most
        self._context = context
        self._best: list[tuple[int, int, Result, Match]] = []
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        return None

    def write(self, outcome: Outcome) -> None:
        """Take an outcome in."""
        self._count += 1
        if isinstance(outcome, Result) and outcome.matches and self._most:
            best = outcome.matches[0]
            item = (best.bits, -self._count, outcome, best)
            if len(self._best) < self._most:
                heapq.heappush(self._best, item)
            else:
                heapq.heappushpop(self._best, item)

    def close(self, summary: Summary) -> None:
        """Nothing is left to do: `conclude` shows it."""

    def conclude(self, summary: Summary, written: Sequence[Path]) -> None:
        """Show matches, the sum, where the results are, and one last sentence."""
        found = [(result, match) for _, _, result, match in sorted(self._best, key=lambda item: (-item[0], -item[1]))]
        if found:
            columns = ("Row#", "Subject", "List entry", "List", "Score#", "Why")
            print_table("Strongest matches", columns, [_row(result, match) for result, match in found])
            if summary.review + summary.strong > len(found):
                click.echo("More matches than shown here: write them to a file with --out.")
        console = Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)
        console.print(summary_panel(summary, self._context))
        for path in written:
            click.echo(f"written: {path}")
        click.echo(summary_sentence(summary, self._context))


def _row(result: Result, match: Match) -> tuple[str, ...]:
    subject, entry = result.subject, match.entry
    why = narrate.main_evidence(match)
    listed = f"{entry.reference} {entry.entry_id}"
    return (str(subject.row), subject.entity.caption, entry.caption, listed, score_text(match.score), why)
