"""Results in a terminal: explained, width-aware, and readable without colour."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from namesake.reports.blocks import Block
from namesake.reports.neutral import visible
from namesake.reports.waterfall import Step, waterfall
from namesake.review import counterfactuals, narrate, numbers
from namesake.review.sides import Side, matched_name, sides
from namesake.values.entities import Skipped, Subject
from namesake.values.matches import Match, Outcome
from namesake.values.runs import RunContext, Summary

WIDE = 92
"""From this width on, the bars stand beside the findings."""

NARROW = 60
"""Below this width the side-by-side table gives way to lines."""

_STYLES = {"strong": "bold", "review": "bold", "for": "cyan", "against": "yellow", "total": "bold"}


def explain(outcome: Outcome, context: RunContext) -> RenderableType:
    """Everything found on one subject, as a renderable for a rich console."""
    if isinstance(outcome, Skipped):
        return _line(f"Not screened: {narrate.skipped(outcome)}")
    parts: list[RenderableType] = [_Explained(outcome.subject, match, context) for match in outcome.matches]
    if not parts:
        parts.append(_line(f"{outcome.subject.entity.caption}: clear, no match.", "bold"))
    notes = [_line(narrate.note(note), "dim") for note in (*outcome.subject.notes, *outcome.notes)]
    return Group(*parts, *notes, *_lists(context))


def summary_sentence(summary: Summary, context: RunContext) -> str:
    """A run in one sentence, safe to print."""
    return visible(narrate.summary(summary, context))


def summary_panel(summary: Summary, context: RunContext) -> RenderableType:
    """A run at a glance: the counts, the sum that they make, and the lists with their dates and ages."""
    counts = Table.grid(padding=(0, 2))
    counts.add_column(justify="right", style="bold")
    counts.add_column()
    for number, word in (
        (summary.strong, "with a strong match"),
        (summary.review, "to review"),
        (summary.clear, "clear"),
        (summary.skipped, "skipped"),
    ):
        counts.add_row(f"{number:,}", word)
    body = Group(counts, _line(narrate.adds_up(summary), "dim"), *_lists(context))
    return Panel(body, title=_line(narrate.title(summary)), title_align="left", padding=(1, 2))


class _Explained:
    """One match; laid out when the width is known."""

    def __init__(self, subject: Subject, match: Match, context: RunContext) -> None:
        self._subject, self._match, self._context = subject, match, context

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        match = self._match
        yield self._title()
        yield _line(narrate.headline(match))
        yield _line(narrate.by_chance(match))
        yield self._sides(options.max_width)
        yield Text()
        yield self._findings(options)
        yield from self._otherwise()
        yield from self._about()
        yield Text()

    def _title(self) -> Text:
        match = self._match
        matched, caption = matched_name(match), match.entry.caption
        listed = matched if matched == caption else f"{matched}, a name of {caption}"
        who = f"{self._subject.entity.caption} → {listed}"
        band = narrate.BAND_WORDS[match.band]
        line = f"{who}  {numbers.score_text(match.score)}, {band}"
        return _line(line, _STYLES.get(match.band, ""))

    def _sides(self, width: int) -> RenderableType:
        rows = sides(self._subject.entity, self._match)
        if width < NARROW:
            return Group(*(_line(f"{row.label}: {_both(row)}") for row in rows))
        table = _table("", "Subject", "List entry", "Comparison")
        for row in rows:
            words = narrate.VERDICT_WORDS[row.verdict]
            cells = (row.label, _few(row.subject), _few(row.entry), words)
            table.add_row(*(_line(cell) for cell in cells))
        return table

    def _findings(self, options: ConsoleOptions) -> Table:
        context = self._context
        drawn = waterfall(self._match.explanation, context.review_from, context.strong_from)
        table = _table("Finding")
        table.add_column("Bits", justify="right", no_wrap=True)
        wide = options.max_width >= WIDE
        if wide:
            width = min(options.max_width // 3, 40)
            table.add_column(Block.axis(drawn.review, width), width=width, no_wrap=True)
        for step in drawn.steps:
            bar = [Block(step.start, step.end, drawn.review, _STYLES.get(step.kind, ""))] if wide else []
            table.add_row(_line(step.text), numbers.bits_text(step.bits), *bar, style=_row_style(step))
        return table

    def _otherwise(self) -> Iterator[Text]:
        """What one other fact would change."""
        for item in counterfactuals.under(self._subject, self._match, self._context):
            yield _line(item.sentence)

    def _about(self) -> Iterator[Text]:
        entry = self._match.entry
        yield _line(f"Entry {entry.identity}, version {entry.version}", "dim")
        if entry.programmes:
            yield _line(f"Programme: {', '.join(entry.programmes)}", "dim")
        if entry.marks:
            yield _line(f"Marks: {'; '.join(entry.marks)}", "dim")


def _lists(context: RunContext) -> Iterator[Text]:
    for item in context.lists:
        filtered = ", a filtered export" if item.filtered else ""
        left_out = f"; {found}" if (found := narrate.left_out(item)) else ""
        said = f"{item.reference} {item.version}, {item.entries:,} entries, {narrate.age(item)}{filtered}{left_out}"
        yield _line(said, "bold" if item.stale else "dim")
    reasons = dict.fromkeys(missing.reason for missing in context.not_consulted)
    for reason in reasons:
        names = ", ".join(missing.reference for missing in context.not_consulted if missing.reason == reason)
        yield _line(f"not consulted, {reason}: {names}", "bold")


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _row_style(step: Step) -> str:
    return {"nothing": "dim", "total": "bold"}.get(step.kind, "")


def _both(row: Side) -> str:
    values = f"{_few(row.subject)} | {_few(row.entry)}".replace("\n", ", ")
    return f"{values} ({narrate.VERDICT_WORDS[row.verdict]})"


def _few(values: tuple[str, ...], most: int = 4) -> str:
    """The first values, one a line, and how many more there are."""
    shown = [visible(value) for value in values[:most]]
    more = [f"and {len(values) - most} more"] if len(values) > most else []
    return "\n".join([*shown, *more]) or "–"


def _line(text: str, style: str = "") -> Text:
    """Text that can do nothing to the terminal: no escape sequences, no markup."""
    return Text("\n".join(visible(line) for line in text.split("\n")), style=style)
