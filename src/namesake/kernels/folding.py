"""Letters that romanisations of one alphabet differ in: which words have any."""

from __future__ import annotations


def one_spelling(text: str) -> bool:
    """Whether a word of a-z has none of the letters that are written in several ways: kh, x, q, gh, dzh, ou, w, and
    none doubled."""
    last = before = " "
    for c in text:
        if c == last or c == "x" or c == "q" or c == "w":
            return False
        if c == "h" and (last == "k" or last == "g" or (last == "z" and before == "d")):
            return False
        if c == "u" and last == "o":
            return False
        before = last
        last = c
    return True
