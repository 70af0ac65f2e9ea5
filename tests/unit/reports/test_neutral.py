import pytest

from namesake.reports.neutral import csv_cell, spreadsheet, storable, visible


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0", id="plus"),
        pytest.param("-2+3", "'-2+3", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\tx", "'\tx", id="tab"),
        pytest.param("\rx", "'\rx", id="carriage-return"),
        pytest.param("\nx", "'\nx", id="line-feed"),
        pytest.param("   =1", "'   =1", id="after-spaces"),
        pytest.param("\u00a0=1", "'\u00a0=1", id="after-no-break-space"),
        pytest.param("\u200b\ufeff=1", "'\u200b\ufeff=1", id="after-invisible"),
        pytest.param("\x00=1", "'\x00=1", id="after-nul"),
        pytest.param("＝1+1", "'＝1+1", id="full-width-equals"),
        pytest.param("＠x", "'＠x", id="full-width-at"),
        pytest.param("﹣1x", "'﹣1x", id="small-minus"),
        pytest.param("−1+A1", "'−1+A1", id="minus-sign"),
        pytest.param("-5", "-5", id="negative-number"),
        pytest.param("+3.2e4", "+3.2e4", id="number-with-exponent"),
        pytest.param("-1,234.5", "-1,234.5", id="number-with-separator"),
        pytest.param(" -12% ", " -12% ", id="percentage"),
        pytest.param("", "", id="empty"),
        pytest.param("   ", "   ", id="blank"),
        pytest.param("Al-Varzani", "Al-Varzani", id="hyphen-inside"),
        pytest.param("Тилланов", "Тилланов", id="other-alphabet"),
        pytest.param("'=1", "'=1", id="already-quoted"),
    ],
)
def test_cells_that_a_spreadsheet_would_execute(cell: str, written: str) -> None:
    assert spreadsheet(cell) == written


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("a;=1", "a;'=1", id="semicolon"),
        pytest.param("a,=1", "a,'=1", id="comma"),
        pytest.param("a\n=1", "a\n'=1", id="line-break"),
        pytest.param("=1;@x", "'=1;'@x", id="first-and-later"),
        pytest.param("Tillanov, Orzu", "Tillanov, Orzu", id="plain"),
        pytest.param("3;-4", "3;-4", id="numbers"),
        pytest.param("a\r\nb", "a\r\nb", id="windows-line-break"),
    ],
)
def test_pieces_that_another_separator_would_cut_out(cell: str, written: str) -> None:
    assert csv_cell(cell) == written


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("\x00\x1b[31m\x7f", "␀␛[31m␡", id="control"),
        pytest.param("a\nb", "a␊b", id="line-break"),
        pytest.param("\u202egnp", "⟨U+202E⟩gnp", id="bidi-override"),
        pytest.param("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩", id="bidi-isolate"),
        pytest.param("a\u200bb", "a⟨U+200B⟩b", id="zero-width-space"),
        pytest.param("\ud800", "⟨U+D800⟩", id="lone-surrogate"),
        pytest.param("a\u200cb", "a⟨U+200C⟩b", id="joiner-in-latin"),
        pytest.param("ورزنی\u200cنمونه", "ورزنی\u200cنمونه", id="joiner-in-persian"),
        pytest.param("O\u2019Brien \u00a0x", "O\u2019Brien \u00a0x", id="apostrophe-and-space"),
        pytest.param("\u0085", "⟨U+0085⟩", id="next-line"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("a\tb\r\nc", "a\tb\r\nc", id="laid-out"),
        pytest.param("a\x00\x0b", "a␀␋", id="control"),
        pytest.param("\ud800\uffff", "⟨U+D800⟩⟨U+FFFF⟩", id="not-characters"),
        pytest.param("\u202ex\u200b", "\u202ex\u200b", id="verbatim"),
    ],
)
def test_only_what_cannot_be_stored_is_written_out(text: str, kept: str) -> None:
    assert storable(text) == kept
