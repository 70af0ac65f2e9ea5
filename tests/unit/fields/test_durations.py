"""Lengths of time."""

import pytest

from namesake.fields.durations import parse


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        pytest.param("30m", 1_800, id="minutes"),
        pytest.param("2h", 7_200, id="hours"),
        pytest.param(" 1 D ", 86_400, id="spaces-and-capitals"),
        pytest.param("90s", 90, id="seconds"),
        pytest.param("0m", 0, id="none"),
        pytest.param("30", None, id="no-unit"),
        pytest.param("m", None, id="no-number"),
        pytest.param("1.5h", None, id="fraction"),
        pytest.param("-1h", None, id="negative"),
        pytest.param("1h30m", None, id="two"),
        pytest.param("9999999d", None, id="endless"),
        pytest.param("٣m", None, id="other-digits"),
        pytest.param("", None, id="empty"),
    ],
)
def test_lengths_of_time(text: str, seconds: int | None) -> None:
    assert parse(text) == seconds
