"""What lists and files hold is shown, never obeyed."""

import json
import sys

import pytest

from namesake.cli.rendering import counted, output, print_error, print_json, print_table, visible
from namesake.errors import DownloadError, Where


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Adam Example", "Adam Example", id="plain"),
        pytest.param("Пример 例 مثال", "Пример 例 مثال", id="other scripts"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="Persian's own joiner"),
        pytest.param("\x1b[31mred", "<U+001B>[31mred", id="escape sequence"),
        pytest.param("a\x00b\x07c\x9bd", "a<U+0000>b<U+0007>c<U+009B>d", id="controls"),
        pytest.param("a\u202eb\u2066c\u200fd", "a<U+202E>b<U+2066>c<U+200F>d", id="turned round"),
        pytest.param("a\u200bb\ufeffc", "a<U+200B>b<U+FEFF>c", id="without width"),
        pytest.param("a\ud800b", "a<U+D800>b", id="half a character"),
        pytest.param("a\u2028b\r\nc\td", "a<U+2028>b<U+000D> c d", id="line ends"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_tables_obey_no_markup_and_cut_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    long = "x" * 400
    print_table("[bold]title", ("Name", "Count #"), [("[red]NAME[/red] :smile:", "1"), ("\x1b[2J", long)])
    out = capsys.readouterr().out
    assert "[bold]title" in out
    assert "[red]NAME[/red] :smile:" in out
    assert "\x1b" not in out
    assert out.count("x") == 400


def test_json_has_every_character_and_no_power(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"name": "a\u202eb\x1b\u200c\ud800Ж\n\x9b"}
    print_json(value)
    out = capsys.readouterr().out
    assert json.loads(out) == value
    assert not set(out) & set("\u202e\x1b\ud800\x9b")
    assert "Ж" in out


def test_errors_say_code_what_where_and_next(capsys: pytest.CaptureFixture[str]) -> None:
    print_error(DownloadError("no \x1banswer", where=Where("list.csv", 3), hint="Try again."))
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "error [list-download] no <U+001B>answer",
        "  where: list.csv, row 3",
        "  next:  Try again.",
    ]


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1234, "1,234 entries")]
)
def test_counted(count: int, words: str) -> None:
    assert counted(count, "entry", "entries") == words


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        pytest.param("", 100, id="unset"),
        pytest.param("140", 140, id="wide"),
        pytest.param("3", 20, id="unreadably narrow"),
        pytest.param("many", 100, id="no number"),
    ],
)
def test_how_wide_a_pipe_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str, width: int
) -> None:
    del capsys  # it stands for a pipe
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert output().width == width


def test_what_a_row_is_about_is_not_folded(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    letters = "abcdefg"
    print_table("", ("List", *letters), [("table@border-watch", *(letter * 90 for letter in letters))])
    out = capsys.readouterr().out
    assert "│ table@border-watch │" in out
    assert max(map(len, out.splitlines())) <= 100
    assert [out.count(letter) >= 90 for letter in letters] == [True] * len(letters), "nothing is cut"
