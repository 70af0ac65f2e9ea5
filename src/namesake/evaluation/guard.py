"""Cells as they were meant: decks are written so that no spreadsheet executes them, and read without that guard."""

import re

_GUARD = re.compile(
    r"(^|[;,|\t\r\n])'(?=[\s\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@−＝＋－＠﹢﹣﹦﹫⁺⁻⁼₊₋₌]|[\t\r\n])"
)


def as_meant(text: str) -> str:
    """A cell without the apostrophes that stand before what a spreadsheet would execute."""
    return _GUARD.sub(r"\1", text) if "'" in text else text
