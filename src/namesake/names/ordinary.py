"""Ordinary words of English in names of organisations: `Token.alike` "word:glory".

Anybody may call a company Glory. Who shares such a word with a listed company, and has others besides, is mostly
another one.
"""

from functools import cache

from namesake.data import lines

_KINDS = "word:"


def alike(script: str, letters: str) -> tuple[str, ...]:
    """The class of an ordinary word, which it shares with no other."""
    return (_KINDS + letters,) if script == "Latn" and letters in words() else ()


@cache
def words() -> frozenset[str]:
    """The words, in a-z."""
    return frozenset(lines("ordinary_words.txt"))
