"""What `namesake evaluate` takes on its command line, and how it shows changes."""

import pytest
from click.testing import CliRunner

from namesake.cli import cli
from namesake.cli.evaluate_tables import show_comparison
from namesake.evaluation.cases import Case
from namesake.evaluation.comparing import compare
from namesake.evaluation.seen import Hit, Seen


@pytest.mark.parametrize("text", ["exact", "exact=", "=1", "exact=2", "exact=-0.1", "exact=all", "exact=nan"])
def test_a_minimum_is_a_name_and_a_share(text: str) -> None:
    done = CliRunner().invoke(cli, ["evaluate", "run", "deck.csv", "--minimum", text])
    assert done.exit_code == 2
    assert "NAME=SHARE" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["deck", "out.csv", "--sample", "-1"], id="sample"),
        pytest.param(["deck", "out.csv", "--each", "-1"], id="each"),
        pytest.param(["threshold", "deck.csv", "--threshold", "1"], id="threshold-of-one"),
        pytest.param(["threshold", "deck.csv", "--threshold", "0"], id="threshold-of-none"),
        pytest.param(["run", "deck.csv", "--workers", "0"], id="workers"),
    ],
)
def test_numbers_have_bounds(words: list[str]) -> None:
    done = CliRunner().invoke(cli, ["evaluate", *words])
    assert done.exit_code == 2
    assert "is not in the range" in done.stderr


def test_examples_are_of_every_class_and_harmless(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")  # a narrow terminal folds the names
    cases = [
        Case(f"{kind}-{n}", kind, "innocent", f"[red]{n}\x1b[2J", culture="velt")
        for kind in ("a", "b")
        for n in range(9)
    ]
    hit = Hit("table@watch:1", "Talvek\u202e", 0.6)
    show_comparison(compare([Seen(case) for case in cases], [Seen(case, (hit,)) for case in cases]), 2)
    shown = capsys.readouterr().out
    assert "[red]0<U+001B>[2J" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "2 of 18 are shown" in shown
    rows = [line.split()[1] for line in shown.splitlines() if "[red]" in line]
    assert rows == ["a", "b"]
