import io
import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console, RenderableType

from namesake.reports.terminal import explain, summary_panel, summary_sentence
from namesake.values.matches import Outcome, Result
from namesake.values.names import Name
from namesake.values.runs import Consulted, RunContext, Summary


def printed(what: RenderableType, width: int = 120, encoding: str = "utf-8") -> str:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding=encoding, errors="replace")
    Console(file=stream, width=width, no_color=True, force_terminal=False).print(what)
    stream.flush()
    return buffer.getvalue().decode(encoding)


def test_a_match_is_explained(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    said = printed(explain(outcomes[0], context))
    for part in (
        "Урзубек Тилланов → TILLANOVER, Orzubek Davronovich  99.1%, strong match",
        "About 1 person in 4.8 million of the reference population would match at least this well by chance.",
        "not given for the subject",
        "Before any comparison",
        "−13.0",
        "Together",
        "+6.9",
        "Programme: EXAMPLE-SMUGGLING",
        "taken for a person (subject-schema-inferred)",
        "example_south@full 2026-01-02, 986 entries, 151 days old, stale, a filtered export",
        ": example_west",
        "█",
    ):
        assert part in said


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(width: int, outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    said = printed(explain(outcomes[2], context), width)
    assert max(map(len, said.splitlines())) <= width
    assert "Orzubek" in said


def test_every_finding_keeps_its_bits_at_any_width(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    for width in (40, 80, 120):
        said = printed(explain(outcomes[2], context), width)
        assert [bits in said for bits in ("+6.7", "+9.8", "−2.8", "−0.5", "+0.2")] == [True] * 5


def test_bars_in_plain_letters(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    said = printed(explain(outcomes[0], context), encoding="ascii")
    assert "####" in said
    assert "█" not in said


def test_a_clear_subject_and_a_skipped_row(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    assert "Mirvana Kestrelli: clear, no match." in printed(explain(outcomes[3], context))
    said = printed(explain(outcomes[4], context))
    assert said.strip() == "Not screened: the row has no name (subject-name-missing)"


def test_hostile_text_does_nothing_to_the_terminal(hostile: Result, context: RunContext) -> None:
    said = printed(explain(hostile, context))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert "␛[31mred␇" in said


def test_square_brackets_are_no_markup(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    clear = outcomes[3]
    assert isinstance(clear, Result)
    entity = replace(clear.subject.entity, names=(Name("[bold red]Mirvana[/] [link=x]"),))
    clear = replace(clear, subject=replace(clear.subject, entity=entity))
    assert "[bold red]Mirvana[/] [link=x]: clear" in printed(explain(clear, context))


def test_the_summary_is_one_sentence(summary: Summary, context: RunContext) -> None:
    assert summary_sentence(summary, context) == (
        "4 subjects screened against example_north of 2026-05-30 and example_south@full of 2026-01-02 "
        "(stale, a filtered export): 2 with a strong match, 1 to review, 1 clear "
        "(3 matches with 2 listed identities); 1 row skipped; 1 list not consulted."
    )


def test_the_panel_accounts_for_every_row(summary: Summary, context: RunContext) -> None:
    said = printed(summary_panel(summary, context))
    assert "3 of 4 subjects need a look" in said
    assert "2 + 1 + 1 + 1 = 5" in said


LATE = Consulted("late", "", "1", "h", date(2026, 5, 1), 90, 32, stale=True, overdue=True, left_out=4, allowed_days=7)


def test_what_is_overdue_and_what_was_left_out_is_said(
    summary: Summary, context: RunContext, outcomes: tuple[Outcome, ...]
) -> None:
    context = replace(context, lists=(LATE,))
    line = (
        "late 1, 90 entries, 32 days old, older than the 7 days that the policy allows: the control did not complete; "
        "4 entries left out: they name no party or have expired"
    )
    assert line in printed(summary_panel(summary, context), 250)
    assert line in printed(explain(outcomes[3], context), 250)
    assert "late of 2026-05-01 (older than the policy allows, 4 left out):" in summary_sentence(summary, context)


def test_a_match_by_an_alias_names_the_entry_too(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    assert "Sohrab Varzani → سهراب ورزنی‌نمونه  71.6%" in printed(explain(outcomes[1], context), 200)
    found = outcomes[1]
    assert isinstance(found, Result)
    (match,) = found.matches
    titled = replace(match, entry=replace(match.entry, caption="S. Varzani"))
    said = printed(explain(replace(found, matches=(titled,)), context), 200)
    assert "سهراب ورزنی‌نمونه, a name of S. Varzani  71.6%" in said
